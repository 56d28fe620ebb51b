r"""Softmax turns scores (logits) into probabilities: positive, and adding up to 1 for every sample.

.. math:: y_i = \frac{e^{z_i}}{\sum_j e^{z_j}} = \frac{e^{z_i - m}}{\sum_j e^{z_j - m}}, \qquad m = \max_j z_j

Taking m off every score changes nothing (it cancels) and leaves 0 as the largest exponent, so nothing
overflows.
"""

import numpy as np


def softmax(z: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
    """Softmax over the last axis.

    Parameters
    ----------
    z : array (..., n_classes)
        Logits.
    out : array of the same shape, optional
        Receives the result; may be ``z`` itself.
    """
    z = np.asarray(z)
    y = np.subtract(z, z.max(axis=-1, keepdims=True), out=out)
    y = np.exp(y, out=out)
    return np.divide(y, y.sum(axis=-1, keepdims=True), out=out)


def log_sum_exp(z: np.ndarray) -> np.ndarray:
    """log(sum(exp(z))) over the last axis, computed without overflow; array (...)."""
    z = np.asarray(z)
    largest = z.max(axis=-1, keepdims=True)
    return np.log(np.exp(z - largest).sum(axis=-1)) + largest[..., 0]


def log_softmax(z: np.ndarray) -> np.ndarray:
    r"""Logarithm of the softmax over the last axis, finite where the softmax itself is too small for a float.

    .. math:: \log y_i = (z_i - m) - \log \sum_j e^{z_j - m}, \qquad m = \max_j z_j

    Parameters
    ----------
    z : array (..., n_classes)
        Logits.
    """
    z = np.asarray(z)
    shifted = z - z.max(axis=-1, keepdims=True)  # first, so that nothing is lost beside a large m
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def softmax_backward(y: np.ndarray, upstream: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
    """Take a gradient from the outputs of a softmax back to its logits.

    Every output depends on every logit, dy_i/dz_j = y_i (1[i = j] - y_j), which sums up to
    dE/dz_j = y_j (u_j - sum_i u_i y_i), where u = dE/dy.

    Parameters
    ----------
    y : array (samples, n_classes)
        Outputs of the softmax.
    upstream : array (samples, n_classes)
        dE/dy.
    """
    centred = upstream - (upstream * y).sum(axis=-1, keepdims=True)
    return np.multiply(y, centred, out=out)
