r"""The delta magnitude says in one number how much error reaches a layer.

.. math:: \frac{1}{N} \sum_{s=1}^{N} \sum_{m=1}^{M} |\delta_{s,m}|

N samples, M nodes of the layer: for a convolutional layer every filter at every place. Report A plots it over
the epochs as "Mag Conv Deltas". Its formula takes the size of each delta, its text speaks of squares: this is the
formula.
"""

import numpy as np

from labkit.errors import LabkitError


def delta_magnitude(delta: np.ndarray) -> float:
    """Mean over the samples of the sum over the nodes of the size of delta.

    Parameters
    ----------
    delta : array (samples, ...)
        One number for each node of a layer: dE/dv, or any other gradient there.
    """
    delta = np.asarray(delta)
    if delta.ndim < 2 or not len(delta):
        raise LabkitError(
            "delta_magnitude expects the deltas of a layer, of shape (samples, ...) with one sample at least, "
            f"and was given shape {delta.shape}."
        )
    return float(np.abs(delta).sum(dtype=np.float64)) / len(delta)
