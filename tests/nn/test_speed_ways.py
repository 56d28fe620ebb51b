"""What the page "Why it is fast" compares: all ways give the same numbers."""

import numpy as np
import pytest

from labkit.experiments import lab13_speed


@pytest.mark.parametrize("images", [1, 3])
def test_every_way_to_the_same_numbers(images):
    found = {way: function() for way, function in lab13_speed.filter_ways(images, seed=1).items()}
    expected = found["im2col"]
    assert expected.shape == (images, 16, 22, 22)
    for way, z in found.items():
        assert z == pytest.approx(expected[: len(z)], abs=1e-4), way


def test_pool_ways_agree():
    found = [function().copy() for function in lab13_speed.pool_ways(4, seed=1).values()]
    assert found[0].shape == (4, 6, 14, 14) and found[0] == pytest.approx(found[1], abs=1e-5)


def test_one_row_for_each_way():
    rows = lab13_speed.speed(images=2, seed=0)
    assert len(rows) == 10 and all(np.isfinite(row["ms"]) and row["ms"] > 0 for row in rows)
