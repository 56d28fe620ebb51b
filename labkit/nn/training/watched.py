"""The training samples that a callback watches: spread evenly over the data, and the same each time."""

import numpy as np


def watched_rows(n_samples: int, count: int) -> np.ndarray:
    """Numbers of ``count`` samples out of ``n_samples``; of all of them where there are fewer.

    Data often come class by class: the first rows alone would show one class.
    """
    return np.linspace(0, n_samples - 1, min(count, n_samples)).round().astype(int)
