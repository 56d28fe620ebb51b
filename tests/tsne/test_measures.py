"""Neighbours, agreement, widths and clumps, on points whose answers are plain."""

import numpy as np
import pytest

from labkit.errors import LabkitError
from labkit.tsne.measures import centres, clumps, label_agreement, neighbours, widths

LINE = np.array([[0.0, 0], [1, 0], [2.5, 0], [10, 0], [11, 0], [12.5, 0]])


def test_neighbours_are_scikit_learns():
    from sklearn.neighbors import NearestNeighbors

    y = np.random.default_rng(0).normal(size=(40, 3))
    theirs = NearestNeighbors(n_neighbors=6).fit(y).kneighbors(return_distance=False)
    assert np.array_equal(neighbours(y, 6), theirs)


def test_agreement_counts_neighbours_with_the_same_label():
    assert label_agreement(LINE, [0, 0, 0, 1, 1, 1], 2) == pytest.approx(1)
    assert label_agreement(LINE, [0, 0, 1, 1, 1, 1], 2) == pytest.approx([0.5, 0.5, 0, 1, 1, 1])
    assert label_agreement(LINE, list("abcdef"), 5) == pytest.approx(0)


def test_centres_and_widths_by_hand():
    y = np.array([[0.0, 0], [2, 0], [5, 5], [5, 9]])
    labels = ["left", "left", "right", "right"]
    np.testing.assert_allclose(centres(y, labels), [[1, 0], [5, 7]])
    np.testing.assert_allclose(widths(y, labels), [1, 2])


def test_clumps_are_numbered_by_size_and_strays_left_out():
    rng = np.random.default_rng(0)
    many, few = rng.uniform(0, 1, (30, 2)), rng.uniform(0, 0.5, (8, 2)) + 20
    y = np.vstack([few, many, [[50.0, 50], [-40, 3]]])
    assert clumps(y).tolist() == [1] * 8 + [0] * 30 + [-1, -1]
    assert clumps(y, least=9).max() == 0
    assert clumps(1e3 * y).tolist() == clumps(y).tolist(), "a group does not depend on the unit"


def test_nobody_is_a_neighbour_of_its_own():
    assert neighbours(LINE, 5).shape == (6, 5)
    with pytest.raises(LabkitError, match="6 of each point were asked for, and among 6"):
        label_agreement(LINE, list("aabbcc"), 6)
