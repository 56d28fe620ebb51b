"""Errors of numerical gradients and range tests: means, the words, and what is marked."""

import numpy as np
import pytest

from labkit.plots import gradient_error, range_test


def test_the_mean_of_errors_is_geometric_and_the_band_goes_from_best_to_worst():
    picture = gradient_error([1e-2, 1e-4], {"central": [[1e-4, 1e-9], [1e-6, 1e-7]], "one-sided": [[1e-2, 1e-3]]})
    (axes,) = picture.figure.axes
    np.testing.assert_allclose(axes.lines[0].get_ydata(), [1e-5, 1e-8])
    heights = axes.collections[0].get_paths()[0].vertices[:, 1]
    assert (heights.min(), heights.max()) == pytest.approx((1e-9, 1e-4))
    assert "central: error 1e-05 at epsilon 1e-02, smallest 1e-08 at 1e-04" in picture.alt.lower()
    assert axes.lines[0].get_linestyle() != axes.lines[1].get_linestyle(), "told apart without colour"


def test_a_range_test_tells_where_the_loss_is_lowest_and_takes_runs_that_were_stopped():
    picture = range_test([0.1, 0.2, 0.4, 0.8], [[3, 1, 2, np.inf], [3, 2, 1.5]], mark=0.4, mark_label="rate of the lab")
    (axes,) = picture.figure.axes
    assert [len(line.get_xdata()) for line in axes.lines] == [4, 3, 2]
    assert "from 0.1 to 0.8, 2 seeds" in picture.alt and "between 0.2 and 0.4" in picture.alt
    assert "fallen from 3.00 to 1.25" in picture.alt and "The rate of the lab, 0.4, is marked." in picture.alt
