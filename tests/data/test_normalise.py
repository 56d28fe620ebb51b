"""Normalised inputs, against scikit-learn and by hand."""

import numpy as np
import pytest
from sklearn.preprocessing import StandardScaler

from labkit.data import normalise, normalise_whole
from labkit.errors import LabkitError


def test_scikit_learn_says_the_same():
    rng = np.random.default_rng(0)
    train, test = rng.uniform(size=(20, 7)), rng.uniform(size=(5, 7))
    train[:, 3] = 0.5  # a pixel that never changes
    scaler = StandardScaler().fit(train)
    for ours, theirs in zip(normalise(train, test), (scaler.transform(train), scaler.transform(test)), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-12)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_pictures_keep_shape_and_type_and_the_arguments_their_values(dtype):
    train = np.random.default_rng(1).uniform(size=(9, 4, 3)).astype(dtype)
    before = train.copy()
    new_train, new_test = normalise(train, train[:2])
    assert new_train.shape == (9, 4, 3) and new_train.dtype == new_test.dtype == dtype
    assert np.array_equal(train, before)
    np.testing.assert_allclose(new_train.mean(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(new_train.std(axis=0), 1, rtol=1e-5)


def test_the_whole_image_is_the_one_of_report_a():
    from labkit import data
    from labkit.experiments import report_a

    digits = data.load("mnist-subset").take(10)
    x_train, _, x_test, _ = report_a.normalised(digits)
    ours = normalise_whole(digits.x_train, digits.x_test)
    assert np.array_equal(ours[0].reshape(x_train.shape), x_train) and ours[0].dtype == np.float32
    assert np.array_equal(ours[1].reshape(x_test.shape), x_test)
    assert abs(ours[0].mean()) < 1e-5 and ours[0].std() == pytest.approx(1, rel=1e-5)
    assert abs(ours[1].mean()) > 1e-4  # by the training images' numbers, not by its own


@pytest.mark.parametrize("by", [normalise, normalise_whole])
@pytest.mark.parametrize("shape", [(0, 4), (3, 0), ()])
def test_without_training_images_there_is_nothing_to_normalise_by(by, shape):
    with pytest.raises(LabkitError, match="by the training images, and there are none"):
        by(np.empty(shape), np.ones((2, 4)))


def test_pixels_of_another_size_are_refused_where_they_would_broadcast():
    with pytest.raises(LabkitError, match=r"shape \(4,\) and test images of shape \(1,\)"):
        normalise(np.ones((2, 4)), np.ones((2, 1)))
