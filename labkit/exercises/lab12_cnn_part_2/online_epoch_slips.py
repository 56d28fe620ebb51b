"""An epoch of online learning, and the same with one ingredient replaced."""

import numpy as np

from labkit.nn.functional import dense_forward, tanh, tanh_derivative_from_output


def online_epoch(W, b, x, t, rate):
    """Return weights and biases after an update for every sample, in order."""
    return epoch()(W, b, x, t, rate)


def epoch(
    sign=1.0,
    bias=1.0,
    slope=tanh_derivative_from_output,
    error=lambda t, y: t - y,
    order=range,
    forget=False,
    rate=1.0,
    output=tanh,
    seen=lambda x, y, delta: np.outer(x, delta),
    heard=1.0,
):
    """Build the epoch, or a wrong one: each argument replaces one ingredient."""

    def slipped(W, b, x, t, step):
        first = W, b = np.array(W), np.array(b)
        for s in order(len(x)):
            v = dense_forward(x[s : s + 1], *(first if forget else (W, heard * b)))[0]
            y = output(v)
            delta = error(t[s], y) * (slope(y) if slope else 1 - v**2)
            size = step * (rate(step, len(x)) if callable(rate) else rate)
            W = W + sign * size * seen(x[s], y, delta)
            b = b + sign * (delta if bias is None else size * bias * delta)
        return W, b

    return slipped


def last_only(W, b, x, t, step):
    """Start every sample from the first weights, and keep what the last one gives."""
    for s in range(len(x)):
        after = epoch(order=lambda n, s=s: [s])(W, b, x, t, step)
    return after


def in_turn(first):
    """Update one of the two, 0 weights or 1 biases, and the other from a new output."""

    def wrong(W, b, x, t, step):
        for s in range(len(x)):
            for part in (first, 1 - first):
                moved = online_epoch(W, b, x[s : s + 1], t[s : s + 1], step)[part]
                W, b = (W, moved) if part else (moved, b)
        return W, b

    return wrong
