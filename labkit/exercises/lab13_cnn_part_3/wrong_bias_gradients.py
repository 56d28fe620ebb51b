"""The right gradient of the filters beside a wrong one of the biases."""

from collections.abc import Callable

import numpy as np

from labkit.exercises.misconception import Misconception

_BIAS = "The bias has the slope 1 at every place of every sample. "
_EVERY = lambda d: d.size / d.shape[1]


def wrong_bias_gradients(change: Callable) -> list[Misconception]:
    """Mistakes in the bias alone; ``change(bias=...)`` is the reference with another gradient of the biases."""
    return [
        Misconception("bias mean", change(bias=lambda g, d: g / _EVERY(d)), _BIAS + "Sum, not mean."),
        Misconception("bias mean over samples", change(bias=lambda g, d: g / len(d)), _BIAS + "Sum, not mean."),
        Misconception("bias mean over places", change(bias=lambda g, d: g / d[0, 0].size), _BIAS + "Sum, not mean."),
        Misconception(
            "bias not summed over samples",
            change(bias=lambda g, d: d.sum(axis=(2, 3))),
            _BIAS + "You have a gradient for each sample; add them up.",
        ),
        Misconception(
            "bias not summed over places",
            change(bias=lambda g, d: d.sum(axis=0)),
            _BIAS + "You have a gradient for each place; add them up.",
        ),
        Misconception(
            "one bias for all",
            change(bias=lambda g, d: np.asarray(d.sum())),
            "One number for all filters: each has a bias of its own.",
        ),
        Misconception(
            "bias summed over filters",
            change(bias=lambda g, d: d.sum(axis=(1, 2, 3))),
            "You have a number for each *sample*. Which axis of `delta` must remain?",
        ),
        Misconception("bias forgotten", change(bias=lambda g, d: np.zeros_like(g)), _BIAS + "Yours never learns."),
        Misconception(
            "bias as a column",
            change(bias=lambda g, d: g[:, None]),
            "The bias's gradient has an axis too many: look at `keepdims`.",
        ),
        Misconception(
            "bias as four axes",
            change(bias=lambda g, d: g[None, :, None, None]),
            "The bias's gradient has axes too many: look at `keepdims`.",
        ),
        Misconception(
            "places counted",
            change(bias=lambda g, d: np.full(len(g), _EVERY(d))),
            _BIAS + "You count the places. What stands at each of them that is to be added up?",
        ),
        Misconception("bias twice", change(bias=lambda g, d: 2 * g), "The bias's gradient is twice what it should be."),
        Misconception("bias sign", change(bias=lambda g, d: -g), "The bias's gradient has the wrong sign."),
    ]
