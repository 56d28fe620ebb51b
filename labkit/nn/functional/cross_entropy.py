r"""Cross-entropy: the surprise, in nats, at seeing the targets when the network announced the probabilities y.

.. math:: E = -\sum_{\text{samples}} \sum_i t_i \log y_i
   \qquad\text{(one class out of several)}

.. math:: E = -\sum_{\text{samples}} \sum_i \bigl[\, t_i \log y_i + (1 - t_i) \log (1 - y_i) \,\bigr]
   \qquad\text{(binary: every output answers its own yes or no)}

Behind a softmax (or a sigmoid, for the binary form) the gradient at the logits z is simply y - t: the
derivative of the activation cancels. From logits the value needs no log of a rounded probability, so log 0
cannot occur: -log softmax(z)_i = log_sum_exp(z) - z_i, and -log sigmoid(z) = log(1 + e^-z), which NumPy has
as ``logaddexp(0, -z)``.
"""

import numpy as np

from labkit.nn.functional.reduction import divisor
from labkit.nn.functional.shapes import check_same_shape
from labkit.nn.functional.softmax import log_sum_exp


def cross_entropy(y: np.ndarray, t: np.ndarray, reduction: str = "sum") -> float:
    """Cross-entropy of probabilities ``y`` against ``t``, both (samples, n_classes); infinite where y = 0 and t > 0.

    ``reduction``, "sum" or "mean", is over the samples. Where t = 0 the term is 0 whatever y is (0 log 0 =
    0).
    """
    y, t = np.asarray(y), np.asarray(t)
    check_same_shape(y, t)
    with np.errstate(divide="ignore"):
        terms = t * np.log(y, out=_zeros(y), where=t != 0)
    return _reduced(-terms.sum(dtype=np.float64), y, reduction)


def cross_entropy_gradient(y: np.ndarray, t: np.ndarray, reduction: str = "sum") -> np.ndarray:
    """Gradient dE/dy = -t / y; 0 where t = 0. Prefer the gradient at the logits, y - t, which never divides."""
    y, t = np.asarray(y), np.asarray(t)
    check_same_shape(y, t)
    with np.errstate(divide="ignore"):
        gradient = -np.divide(t, y, out=_zeros(y), where=t != 0)
    n = divisor(reduction, y, "cross_entropy_gradient")
    return gradient if n == 1 else gradient / n


def cross_entropy_from_logits(z: np.ndarray, t: np.ndarray, reduction: str = "sum") -> float:
    """Cross-entropy of softmax(z) against ``t``: sum_i t_i (log_sum_exp(z) - z_i), finite for any finite z."""
    z, t = np.asarray(z), np.asarray(t)
    check_same_shape(z, t)
    total = (log_sum_exp(z) * t.sum(axis=-1)).sum(dtype=np.float64) - (t * z).sum(dtype=np.float64)
    return _reduced(total, z, reduction)


def binary_cross_entropy(y: np.ndarray, t: np.ndarray, reduction: str = "sum") -> float:
    """Binary cross-entropy of probabilities ``y`` against ``t``, both (samples, n_outputs)."""
    y, t = np.asarray(y), np.asarray(t)
    return cross_entropy(y, t, reduction) + cross_entropy(1 - y, 1 - t, reduction)


def binary_cross_entropy_gradient(y: np.ndarray, t: np.ndarray, reduction: str = "sum") -> np.ndarray:
    """Gradient dE/dy = -t / y + (1 - t) / (1 - y)."""
    y, t = np.asarray(y), np.asarray(t)
    return cross_entropy_gradient(y, t, reduction) - cross_entropy_gradient(1 - y, 1 - t, reduction)


def binary_cross_entropy_from_logits(z: np.ndarray, t: np.ndarray, reduction: str = "sum", k: float = 1.0) -> float:
    """Binary cross-entropy of sigmoid(z, k) against ``t``: log(1 + e^(kz)) - t kz, without overflow."""
    z, t = np.asarray(z) * float(k), np.asarray(t)
    check_same_shape(z, t)
    return _reduced((np.logaddexp(0, z) - t * z).sum(dtype=np.float64), z, reduction)


def _reduced(total: float, y: np.ndarray, reduction: str) -> float:
    return float(total) / divisor(reduction, y, "cross-entropy")


def _zeros(y: np.ndarray) -> np.ndarray:
    """Zeros of the shape of ``y`` and, where it holds whole numbers, of a type that holds fractions."""
    return np.zeros(y.shape, np.result_type(y, np.float32))
