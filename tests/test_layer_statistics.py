"""Mean activations as pictures, weights as images, and how far updates move a layer."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labkit.errors import LabkitError
from labkit.layer_statistics import is_stuck, mean_activation_grid, rms, update_ratio, weight_images


@given(samples=st.integers(1, 5), units=st.integers(1, 40), columns=st.integers(1, 12))
def test_grid_holds_every_mean_once_and_nothing_else(samples, units, columns):
    activations = np.random.default_rng(0).normal(size=(samples, units)).astype(np.float32)
    grid = mean_activation_grid(activations, columns)
    assert grid.dtype == np.float32 and grid.shape == (-(-units // columns), columns)
    assert grid.ravel()[:units] == pytest.approx(activations.mean(axis=0))
    assert np.isnan(grid.ravel()[units:]).all()


def test_grid_without_columns():
    with pytest.raises(LabkitError, match="at least one column"):
        mean_activation_grid(np.ones((2, 3)), 0)
    for wrong in (np.ones(3), np.ones((0, 3)), np.ones((2, 3, 4))):
        with pytest.raises(LabkitError, match=r"shape \(samples, units\)"):
            mean_activation_grid(wrong, 2)


def test_weight_images_of_a_layer_that_counts():
    images = weight_images(np.arange(18).reshape(6, 3), 2, 3)
    assert images.shape == (3, 2, 3)
    assert images[1].tolist() == [[1, 4, 7], [10, 13, 16]]
    with pytest.raises(LabkitError, match="28 x 28"):
        weight_images(np.ones((6, 3)), 28, 28)
    with pytest.raises(LabkitError, match=r"not \(6,\)"):
        weight_images(np.ones(6), 2, 3)


@given(st.floats(1e-6, 1e3), st.integers(0, 100))
def test_update_ratio_is_that_of_the_root_mean_squares_and_knows_no_units(scale, seed):
    rng = np.random.default_rng(seed)
    W, dW = rng.normal(size=(7, 5)), rng.normal(size=(7, 5))
    assert update_ratio(W, dW) == pytest.approx(rms(dW) / rms(W))
    assert update_ratio(scale * W, scale * dW) == pytest.approx(update_ratio(W, dW))
    assert update_ratio(W, scale * dW) == pytest.approx(scale * update_ratio(W, dW))
    assert update_ratio(W, scale * W) == pytest.approx(scale)


def test_update_ratio_of_shapes_that_would_broadcast_is_refused():
    with pytest.raises(LabkitError, match=r"shape \(3, 2\), not \(2,\)"):
        update_ratio(np.ones((3, 2)), np.ones(2))


def test_rms_does_not_lose_small_numbers():
    assert rms(np.full(10, 1e-25, np.float32)) == pytest.approx(1e-25)


def test_stuck_wants_both_signs():
    flat, falling = np.full(5, 0.5), np.linspace(0.5, 0.4, 5)
    tiny, large = np.full((5, 3), 1e-6), np.full((5, 3), 1e-2)
    assert is_stuck(flat, tiny)
    assert not any(is_stuck(*pair) for pair in [(flat, large), (falling, tiny), (falling, large)])
    assert not is_stuck(np.append(flat[1:], np.nan), tiny)
    assert is_stuck(falling, large, flat=0.5, tiny=0.1)


@pytest.mark.parametrize("place", [(0, 0), (2, 1), (4, 2)])
def test_one_layer_that_still_learns_at_one_update_is_enough_not_to_be_stuck(place):
    ratios = np.full((5, 3), 1e-6)
    ratios[place] = 1e-2
    assert not is_stuck(np.full(5, 0.5), ratios)


def test_an_empty_stretch_is_refused():
    with pytest.raises(LabkitError, match="at least one logged update"):
        is_stuck([], np.empty((0, 3)))
