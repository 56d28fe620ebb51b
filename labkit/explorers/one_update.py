"""All numbers of one update of a small net, worked through with the course's own functions; and a published example.

v is the weighted sum that enters a unit, y = f(v) what leaves it, E = 1/2 sum (t - y)^2, and delta = -dE/dv.
"""

from types import SimpleNamespace
from typing import Any

import numpy as np

from labkit.nn.functional import (
    dense_bias_gradient,
    dense_forward,
    dense_input_gradient,
    dense_weight_gradient,
    sigmoid,
    sigmoid_derivative_from_output,
    squared_error,
    squared_error_gradient,
)

#: Matt Mazur's published example, "A Step by Step Backpropagation Example" (2015): its numbers can be looked up.
EXAMPLE = SimpleNamespace(
    x=np.array([0.05, 0.10]),
    W1=np.array([[0.15, 0.25], [0.20, 0.30]]),
    b1=np.array([0.35, 0.35]),
    W2=np.array([[0.40, 0.50], [0.45, 0.55]]),
    b2=np.array([0.60, 0.60]),
    t=np.array([0.01, 0.99]),
    rate=0.5,
)


def one_update(net: Any) -> SimpleNamespace:
    """Compute all that one update of ``net`` needs.

    Returns
    -------
    SimpleNamespace
        ``v1, y1, v2, y2`` (sums and signals of both layers), ``error``; ``d1, d2`` (deltas, -dE/dv);
        ``step_W1, step_b1, step_W2, step_b2`` (what the update adds); ``error_after``.
    """
    x, t = np.atleast_2d(net.x), np.atleast_2d(net.t)

    def forward(W1, b1, W2, b2):
        v1 = dense_forward(x, W1, b1)
        y1 = sigmoid(v1)
        v2 = dense_forward(y1, W2, b2)
        return v1, y1, v2, sigmoid(v2)

    v1, y1, v2, y2 = forward(net.W1, net.b1, net.W2, net.b2)
    d2 = -squared_error_gradient(y2, t) * sigmoid_derivative_from_output(y2)
    d1 = dense_input_gradient(d2, net.W2) * sigmoid_derivative_from_output(y1)
    steps = [
        net.rate * change
        for signal, delta in ((x, d1), (y1, d2))
        for change in (dense_weight_gradient(signal, delta), dense_bias_gradient(delta))
    ]
    after = forward(*(old + step for old, step in zip((net.W1, net.b1, net.W2, net.b2), steps, strict=True)))
    return SimpleNamespace(
        v1=v1[0], y1=y1[0], v2=v2[0], y2=y2[0], d1=d1[0], d2=d2[0], error=squared_error(y2, t),
        step_W1=steps[0], step_b1=steps[1], step_W2=steps[2], step_b2=steps[3],
        error_after=squared_error(after[-1], t),
    )  # fmt: skip
