"""Gradients summed over a batch, wrong and right."""

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab01_backprop_on_paper.step import step_by_loops


def gradients_by_loops(x, t, W1, b1, W2, b2):
    """Minus the change of a step with rate 1, added up sample by sample."""
    total = [np.zeros_like(part) for part in (W1, b1, W2, b2)]
    for one_x, one_t in zip(x, t, strict=True):
        moved = step_by_loops(one_x, one_t, W1, b1, W2, b2, 1.0)
        for part, old, new in zip(total, (W1, b1, W2, b2), moved, strict=True):
            part -= new - old
    return tuple(total)


def gradients_with(
    slope_out=lambda y: y * (1 - y),
    slope_hidden=lambda h: h * (1 - h),
    back=lambda g, W: g @ W.T,
    bias=lambda g: g.sum(0),
    scale=lambda x: 1,
    sent=lambda x, h: x,
):
    def one(x, t, W1, b1, W2, b2):
        h = expit(x @ W1 + b1)
        y = expit(h @ W2 + b2)
        g2 = (y - t) * slope_out(y) * scale(x)
        g1 = back(g2, W2) * slope_hidden(h)
        return np.einsum("si,sj->ij", sent(x, h), g1), bias(g1), np.einsum("si,sj->ij", h, g2), bias(g2)

    return one


def gradients_bias_as_weight(x, t, W1, b1, W2, b2):
    one = np.ones((len(x), 1))
    x1 = np.hstack([x, one])
    h = expit(x1 @ np.vstack([W1, b1]))
    h1 = np.hstack([h, one])
    y = expit(h1 @ np.vstack([W2, b2]))
    g2 = (y - t) * (y - y**2)
    G2 = h1.T @ g2
    G1 = x1.T @ ((W2 @ g2.T).T * (h - h**2))
    return G1[:-1], G1[-1], G2[:-1], G2[-1]


def changed(change):
    return lambda *net: change(*gradients_with()(*net))


SHEETS = [
    AnswerSheet(
        "01.gradients",
        wrong=[
            (gradients_with(scale=lambda x: 1 / len(x)), "mean for sum"),
            (gradients_with(scale=lambda x: -1), "sign"),
            (gradients_with(bias=lambda g: g), "bias gradient not summed"),
            gradients_with(bias=lambda g: g.mean(0)),
            (gradients_with(bias=lambda g: 2 * g.sum(0)), "bias counted twice"),
            gradients_with(bias=lambda g: g.sum(0, keepdims=True)),
            gradients_with(bias=lambda g: g.sum()),
            gradients_with(bias=lambda g: -g.sum(0)),
            (gradients_with(slope_hidden=lambda h: 1), "f' missing in the hidden layer"),
            gradients_with(slope_out=lambda y: 1),
            gradients_with(slope_out=lambda y: 1, slope_hidden=lambda h: 1),
            gradients_with(slope_out=lambda y: expit(y) * expit(-y), slope_hidden=lambda h: expit(h) * expit(-h)),
            (gradients_with(back=lambda g, W: g @ W), "weights transposed"),
            (gradients_with(back=lambda g, W: 1), "upstream gradient ignored"),
            gradients_with(back=lambda g, W: -g @ W.T),
            gradients_with(scale=lambda x: 2),
            lambda x, t, *net: gradients_by_loops(x[:1], t[:1], *net),
            lambda x, t, *net: gradients_by_loops(x[-1:], t[-1:], *net),
            changed(lambda a, b, c, d: (a.T, b, c.T, d)),
            changed(lambda a, b, c, d: (a, c, b, d)),
            changed(lambda a, b, c, d: (a, c)),
            gradients_with(scale=lambda x: 1 / len(x), slope_hidden=lambda h: 1),
            gradients_with(sent=lambda x, h: h),
        ],
        right=[
            gradients_by_loops,
            gradients_with(),
            gradients_bias_as_weight,
            lambda *net: [part.astype(np.float32) for part in gradients_bias_as_weight(*net)],
        ],
    )
]
