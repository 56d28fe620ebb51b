r"""How large the weighted sums of a layer are before anything is trained: what an initialiser is chosen for.

A unit adds up n products of an input and a weight. Where the weights are drawn independently of the inputs, with
mean 0, the products have mean 0 as well and none leans on another, so that their variances add up:

.. math:: \mathrm{E}[v^2] = \sum_{i=1}^{n} \mathrm{Var}(w)\,\mathrm{E}[x_i^2] = n\,\mathrm{Var}(w)\,\mathrm{E}[x^2]

The inputs need not have mean 0: what counts is their mean square, over samples and over the n inputs alike.
"""

import numpy as np


def preactivation_rms(weight_std: float, input_rms: float, n_inputs: int) -> float:
    """Root mean square of a layer's weighted sums, over units and samples: weight_std * input_rms * sqrt(n_inputs).

    Parameters
    ----------
    weight_std : float
        Standard deviation of the weights, which have mean 0.
    input_rms : float
        Root mean square of the layer's inputs; not their standard deviation, unless their mean is 0.
    n_inputs : int
        Fan-in: how many inputs a unit adds up.
    """
    return weight_std * input_rms * np.sqrt(n_inputs)


def uniform_std(low: float, high: float) -> float:
    r"""Standard deviation of numbers that are equally likely anywhere between ``low`` and ``high``.

    The variance is the mean square distance from the middle. With half-width h, :math:`\frac{1}{2h}\int_{-h}^{h} u^2
    \,du = h^2/3`, so that the standard deviation is h / sqrt(3), which is (high - low) / sqrt(12).
    """
    return (high - low) / np.sqrt(12)
