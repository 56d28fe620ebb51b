"""The range test on a valley whose stability limit is known."""

import numpy as np
import pytest

from labkit import LabkitError
from labkit.nn.functional.gradient_step import gradient_step
from labkit.nn.range_test import range_test, rate_ladder


def test_ladder_agrees_with_numpy():
    np.testing.assert_allclose(rate_ladder(1e-3, 10, 9), np.geomspace(1e-3, 10, 9), rtol=1e-12)


@pytest.mark.parametrize("bad", [(0, 1, 5), (1, -1, 5), (1, 2, 1)])
def test_ladder_refuses_what_has_no_ladder(bad):
    with pytest.raises(LabkitError, match="two positive rates"):
        rate_ladder(*bad)


def test_the_test_ends_beyond_the_stability_limit_of_a_parabola():
    curvature, w = 4.0, np.array([1.0])  # the limit is 2 / 4

    def step(rate):
        nonlocal w
        w = gradient_step(w, curvature * w, rate)
        return float(0.5 * curvature * w[0] ** 2)

    rates = rate_ladder(1e-3, 10, 40)
    losses = range_test(step, rates)
    assert len(losses) < len(rates), "it must have stopped"
    assert rates[len(losses) - 1] > 2 / curvature
    assert np.all(np.diff(losses[rates[: len(losses)] < 0.5]) < 0)


def test_a_loss_that_is_not_a_number_ends_the_test_and_is_kept():
    script = iter([3.0, 2.0, np.nan, 1.0])
    losses = range_test(lambda rate: next(script), [1, 2, 3, 4])
    np.testing.assert_array_equal(losses, [3.0, 2.0, np.nan])


def test_a_step_leaves_its_arguments_alone():
    theta, gradient = np.ones(3), np.arange(3.0)
    new = gradient_step(theta, gradient, 0.5)
    np.testing.assert_array_equal(new, [1, 0.5, 0])
    np.testing.assert_array_equal(theta, np.ones(3))
