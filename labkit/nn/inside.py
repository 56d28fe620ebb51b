r"""What goes on inside a network for given samples: pre-activations, slopes and deltas, layer by layer.

.. math:: v = xW + b, \qquad f'(v), \qquad
          \delta = \frac{\partial E}{\partial v} = \frac{\partial E}{\partial y}\, f'(v)

These are the three factors of learning: a weight's gradient is its input times the delta of its unit, and every delta
carries one slope for each activation that the error has come through.

Each function sends the samples through a copy of the network. So it may be called in the middle of training:
the layers keep what they hold, and ``net.gradients`` what stands there.
"""

import numpy as np

from labkit.nn.layers import Layer
from labkit.nn.losses import Loss
from labkit.nn.network import Sequential


def preactivations(net: Sequential, x: np.ndarray) -> list[np.ndarray]:
    """Weighted sums v = xW + b of every layer with parameters, arrays (samples, units), from the input up."""
    x, found = net.as_batch(x), []
    for layer in net.layers:
        x = layer.apply(x)
        if layer.parameter_shapes():
            found.append(x.copy())  # a student's activation may write over its argument
    return found


def slopes(net: Sequential, x: np.ndarray) -> list[np.ndarray]:
    """Derivatives f'(v) of the activation on top of every layer with parameters, arrays (samples, units).

    All are 1 where no activation follows; where several do, their product. Of a softmax it is dy_i/dv_i =
    y_i (1 - y_i), although there each output hangs on the other units as well. Under a pooling layer the units that
    did not win have 0.
    """
    net, found, above = _sent_through(net, x)[0], [], []
    for layer in net.layers:
        if layer.parameter_shapes():
            found.append(np.ones_like(layer.output))
            above = []
        elif found:
            above.append(layer)
            moved = not all(each.keeps_units for each in above)
            found[-1] = _brought_down(above) if moved else found[-1] * layer.slope()
    return found


def deltas(net: Sequential, x: np.ndarray, t: np.ndarray, loss: Loss) -> list[np.ndarray]:
    """Gradients dE/dv at the pre-activations of every layer with parameters, arrays (samples, units).

    E is the loss of these samples alone: a mean is taken over them.
    """
    net, y = _sent_through(net, x)
    gradients = output_gradients(net, y, net.as_batch(t), loss)
    return [g for layer, g in zip(net.layers, gradients, strict=True) if layer.parameter_shapes()]


def output_gradients(net: Sequential, y: np.ndarray, t: np.ndarray, loss: Loss) -> list[np.ndarray]:
    """Gradients of the loss at the output of every layer, after ``y = net.forward(x)``."""
    top = len(net.layers) - 1
    with np.errstate(over="ignore"):  # where softmax and cross-entropy are joined, nobody goes on from dE/dy
        found = [loss.gradient(y, t)]
    for position in range(top, 0, -1):
        layer = net.layers[position]
        joined = position == top and loss.joins(layer)
        found.insert(0, loss.joint_gradient(layer, y, t) if joined else layer.backward(found[0]))
    return found


def _brought_down(layers: list[Layer]) -> np.ndarray:
    """Slopes of several layers at the place of the lowest, where some of them move units about."""
    slope = np.ones_like(layers[-1].output)
    for layer in reversed(layers):
        slope = slope * layer.slope() if layer.keeps_units else layer.backward(slope)
    return slope


def _sent_through(net: Sequential, x: np.ndarray) -> tuple[Sequential, np.ndarray]:
    net = net.copy()
    return net, net.forward(x)
