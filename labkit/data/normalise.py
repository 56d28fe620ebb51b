r"""Normalised inputs: every pixel with mean 0 and standard deviation 1 over the training images.

.. math:: x' = \frac{x - \mu}{s}

Both numbers belong to the *training* images, for the test images too: those stand for images that nobody has seen
yet. LeCun, Bottou, Orr and Müller (1998), "Efficient BackProp", section 4.3.
"""

import numpy as np


def mean_and_spread(x_train: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and standard deviation of each pixel over the training images; 1 for a pixel that never changes.

    Parameters
    ----------
    x_train : array (images, ...)

    Returns
    -------
    mean, spread : array (...)
    """
    mean, spread = x_train.mean(axis=0), x_train.std(axis=0)
    return mean, np.where(spread > 0, spread, np.ones_like(spread))


def normalise(x_train: np.ndarray, x_test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Subtract each pixel's mean and divide by its standard deviation, both taken over the *training* images.

    A pixel that is the same in all training images is divided by 1. Shapes (images, pixels) or any other with the
    images first; dtypes are kept.
    """
    mean, spread = mean_and_spread(x_train)
    return (x_train - mean) / spread, (x_test - mean) / spread


def normalise_whole(x_train: np.ndarray, x_test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Subtract the mean of *all* pixels of the training images and divide by their standard deviation, as Report A.

    One mean and one spread for the whole images: pixels at the border, nearly always dark, are not blown up. Any shape
    with the images first; dtypes are kept.
    """
    mean, spread = x_train.mean(), x_train.std()
    return (x_train - mean) / spread, (x_test - mean) / spread
