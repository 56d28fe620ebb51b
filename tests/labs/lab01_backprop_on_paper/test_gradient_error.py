"""Lab 01's figure of the error of differences."""

import numpy as np
import pytest

from labkit import LabkitError
from labkit.plots.gradient_error import gradient_error


def test_figure_says_where_the_valley_is():
    epsilons = np.array([1e-1, 1e-3, 1e-5])
    picture = gradient_error(epsilons, {"central": np.array([[1e-2, 1e-6, 1e-4], [1e-2, 1e-6, 1e-4]])})
    assert "smallest 1e-06 at 1e-03" in picture.alt
    axes = picture.figure.axes[0]
    assert axes.get_xscale() == axes.get_yscale() == "log"


def test_figure_refuses_errors_of_another_length():
    with pytest.raises(LabkitError, match=r"shape \(1, 2\).*\(nets, 3\) was expected"):
        gradient_error(np.ones(3), {"central": np.ones((1, 2))})
