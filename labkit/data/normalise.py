r"""Normalised inputs: every pixel with mean 0 and standard deviation 1 over the training images.

.. math:: x' = \frac{x - \mu}{s}

Both numbers belong to the *training* images, for the test images too: those stand for images that nobody has seen
yet. LeCun, Bottou, Orr and Müller (1998), "Efficient BackProp", section 4.3.
"""

import numpy as np

from labkit.errors import LabkitError


def mean_and_spread(x_train: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and standard deviation of each pixel over the training images; 1 for a pixel that never changes.

    Parameters
    ----------
    x_train : array (images, ...)

    Returns
    -------
    mean, spread : array (...)

    Raises
    ------
    LabkitError
        When there is no image.
    """
    x_train = _images(x_train)
    mean, spread = x_train.mean(axis=0), x_train.std(axis=0)
    return mean, np.where(spread > 0, spread, np.ones_like(spread))


def normalise(x_train: np.ndarray, x_test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Subtract each pixel's mean and divide by its standard deviation, both taken over the *training* images.

    Parameters
    ----------
    x_train, x_test : array (images, pixels), or any other shape with the images first
        Fractions; both with images of the same shape.

    Returns
    -------
    x_train, x_test : arrays of the same shapes and dtypes
        A pixel that is the same in all training images is divided by 1.

    Raises
    ------
    LabkitError
        When there is no training image, or the test images have another shape.
    """
    mean, spread = mean_and_spread(x_train)
    if np.shape(x_test)[1:] != mean.shape:
        raise LabkitError(
            f"normalise got training images of shape {mean.shape} and test images of shape {np.shape(x_test)[1:]}: "
            "both must have the same pixels."
        )
    return (x_train - mean) / spread, (x_test - mean) / spread


def normalise_whole(x_train: np.ndarray, x_test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Subtract the mean of *all* pixels of the training images and divide by their standard deviation, as Report A.

    One mean and one spread for the whole images: pixels at the border, nearly always dark, are not blown up.

    Parameters
    ----------
    x_train, x_test : arrays of any shape, the images first
        Fractions.

    Returns
    -------
    x_train, x_test : arrays of the same shapes and dtypes

    Raises
    ------
    LabkitError
        When there is no training image.
    """
    x_train = _images(x_train)
    mean, spread = x_train.mean(), x_train.std()
    return (x_train - mean) / spread, (x_test - mean) / spread


def _images(x_train: np.ndarray) -> np.ndarray:
    x_train = np.asarray(x_train)
    if not x_train.ndim or not x_train.size:
        raise LabkitError(f"Images are normalised by the training images, and there are none: shape {x_train.shape}.")
    return x_train
