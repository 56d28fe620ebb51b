"""One update with one sample, wrong and right."""

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab01_backprop_on_paper.forward import forward_by_loops, forward_einsum, logistic


def step_by_loops(x, t, W1, b1, W2, b2, rate):
    h, y = forward_by_loops(x, W1, b1, W2, b2)
    W1, b1, W2, b2 = W1.copy(), b1.copy(), W2.copy(), b2.copy()
    d2 = [(t[k] - y[k]) * y[k] * (1 - y[k]) for k in range(len(y))]
    d1 = [h[j] * (1 - h[j]) * sum(W2[j, k] * d2[k] for k in range(len(y))) for j in range(len(h))]
    for j in range(len(h)):
        for k in range(len(y)):
            W2[j, k] += rate * d2[k] * h[j]
    for k in range(len(y)):
        b2[k] += rate * d2[k]
    for j in range(len(h)):
        b1[j] += rate * d1[j]
        for i in range(len(x)):
            W1[i, j] += rate * d1[j] * x[i]
    return W1, b1, W2, b2


def step_with(
    slope_out=lambda y: y * (1 - y),
    slope_hidden=lambda h: h * (1 - h),
    move_first=False,
    bias_times=1,
    sign=1,
    transpose=False,
    use_rate=True,
    freeze=(),
    sent=lambda x, h: x,
    only_change=False,
):
    def one(x, t, W1, b1, W2, b2, rate):
        a = rate if use_rate else 1
        h = logistic(b1 + x.dot(W1))
        y = logistic(b2 + h.dot(W2))
        d2 = (t - y) * slope_out(y)
        later = W2 + sign * a * h[:, None] * d2
        through = later if move_first else W2
        d1 = (through.T if transpose else through).dot(d2) * slope_hidden(h)
        new = [W1 + sign * a * sent(x, h)[:, None] * d1, b1 + sign * bias_times * a * d1, later,
               b2 + sign * bias_times * a * d2]  # fmt: skip
        old = [W1, b1, W2, b2]
        new = [o if i in freeze else n for i, (o, n) in enumerate(zip(old, new, strict=True))]
        return tuple(n - o for n, o in zip(new, old, strict=True)) if only_change else tuple(new)

    return one


def step_in_place(x, t, W1, b1, W2, b2, rate):
    h, y = forward_einsum(x, W1, b1, W2, b2)
    d2 = (t - y) * y * (1 - y)
    d1 = W2 @ d2 * h * (1 - h)
    W1 += rate * np.outer(x, d1)
    b1 += rate * d1
    W2 += rate * np.outer(h, d2)
    b2 += rate * d2
    return W1, b1, W2, b2


def step_via_gradient(x, t, W1, b1, W2, b2, rate):
    h, y = forward_einsum(x, W1, b1, W2, b2)
    g2 = (y - t) * y * (1 - y)
    g1 = (g2 @ W2.T) * h * (1 - h)
    return (W1 - rate * np.einsum("i,j->ij", x, g1), b1 - rate * g1, W2 - rate * np.multiply.outer(h, g2),
            b2 - rate * g2)  # fmt: skip


SHEETS = [AnswerSheet(
    "01.step",
    wrong=[
        (step_with(sign=-1), "sign"),
        (step_with(move_first=True), "updated weights used"),
        (step_with(bias_times=2), "bias updated twice"),
        step_with(bias_times=0),
        step_with(freeze=(0, 1)),
        step_with(freeze=(1, 3)),
        step_with(use_rate=False),
        step_with(only_change=True),
        (step_with(slope_hidden=lambda h: 1), "f' missing in the hidden layer"),
        step_with(slope_out=lambda y: 1),
        step_with(slope_out=lambda y: 1, slope_hidden=lambda h: 1),
        (step_with(slope_out=lambda y: expit(y) * expit(-y), slope_hidden=lambda h: expit(h) * expit(-h)),
         "f' at the wrong place"),
        (step_with(transpose=True), "weights transposed"),
        step_with(move_first=True, bias_times=2),
        step_with(bias_times=-1),
        step_in_place,
        lambda *net: step_by_loops(*net)[::2],
        lambda *net: step_by_loops(*net)[2:] + step_by_loops(*net)[:2],
    ],
    right=[step_by_loops, step_with(), step_via_gradient,
           lambda *net: [part.astype(np.float32) for part in step_via_gradient(*net)]],
    unnamed=[step_with(slope_out=lambda y: expit(y) * expit(-y))],
)]  # fmt: skip
