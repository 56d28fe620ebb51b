r"""How much error reaches each layer, and by which of its two factors: what flows back, and the slopes.

.. math:: \delta = \frac{\partial E}{\partial v} = \frac{\partial E}{\partial y}\, f'(v)

Deltas are small where little error arrives from above, or where the activation is flat; the delta magnitude alone
(:mod:`labkit.nn.functional.delta_magnitude`) does not tell which.
"""

from typing import NamedTuple

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.functional import delta_magnitude
from labkit.nn.inside import output_gradients
from labkit.nn.losses import Loss
from labkit.nn.network import Sequential
from labkit.nn.numerics import chunks


class DeltaMagnitude(NamedTuple):
    """What reaches one layer, over all its nodes and the samples.

    Attributes
    ----------
    delta : float
        Magnitude of dE/dv, at the layer's own outputs.
    upstream : float
        Magnitude of dE/dy, before the slope of the activation on top is multiplied in.
    slope : float
        Mean size of that slope, f'(v); 1 without an activation.
    """

    delta: float
    upstream: float
    slope: float


def delta_magnitudes(net: Sequential, x: np.ndarray, t: np.ndarray, loss: Loss) -> list[DeltaMagnitude]:
    """Delta magnitude and its factors for every layer with parameters, from the input up.

    The activations are those directly on top of the layer, below any pooling. Report A's numbers are those of a loss
    that sums, ``nn.SquaredError("sum")``: a mean divides every delta by the number of samples.
    The network is left as it is.
    """
    x, t, net = net.as_batch(x), net.as_batch(t), net.copy()
    n = len(x)
    if not n or len(t) != n:
        raise LabkitError(f"delta_magnitudes: {n} samples and {len(t)} targets were given; give as many, at least one.")
    with_parameters = [i for i, layer in enumerate(net.layers) if layer.parameter_shapes()]
    totals = np.zeros((len(with_parameters), 3))
    for rows in chunks(n, net.piece_rows) if loss.reduction else [slice(0, n)]:
        gradients = output_gradients(net, net.forward(x[rows]), t[rows], loss)
        size = len(gradients[-1])
        share = loss.share(size, n) * size / n
        for total, i in zip(totals, with_parameters, strict=True):
            top, slope = _slope_above(net, i)
            total += (
                share * delta_magnitude(gradients[i]),
                share * delta_magnitude(gradients[top]),
                np.abs(slope).mean(dtype=np.float64) * size / n,
            )
    return [DeltaMagnitude(*map(float, total)) for total in totals]


def _slope_above(net: Sequential, i: int) -> tuple[int, np.ndarray]:
    """Position of the last activation directly on top of layer ``i``, and the product of all their slopes."""
    top, slope = i, np.ones_like(net.layers[i].output)
    for layer in net.layers[i + 1 :]:
        if layer.parameter_shapes() or not layer.keeps_units:
            break
        top, slope = top + 1, slope * layer.slope()
    return top, slope
