"""First answers to exercise 10.choose; those of one kind stand in the files beside."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def choose_by_loop(practice, held_out):
    best, best_mean = 0, -1.0
    for i, row in enumerate(practice):
        mean = sum(row) / len(row)
        if mean > best_mean:
            best, best_mean = i, mean
    return best, sum(held_out[best]) / len(held_out[best])


WRONG = [
    lambda p, h: (h.mean(1).argmax(), h.mean(1).max()),
    lambda p, h: (p.mean(1).argmax(), h.mean(1).max()),
    lambda p, h: (p.mean(1).argmax(), p.mean(1).max()),
    lambda p, h: (p.argmax(), h.flat[p.argmax()]),
    lambda p, h: (p.argmax(), h.max()),
    lambda p, h: (p.argmax() // p.shape[1], h[p.argmax() // p.shape[1]].mean()),
    lambda p, h: (p.max(1).argmax(), h[p.max(1).argmax()].max()),
    lambda p, h: (p.mean(1).argmax(), h[p.mean(1).argmax()].max()),
    lambda p, h: (p.mean(1).argmax(), h[p.mean(1).argmax()]),
    lambda p, h: (p.mean(1).argmax(), h[p.mean(1).argmax(), 0]),
    lambda p, h: (p.mean(0).argmax(), h[p.mean(0).argmax()].mean()),
    lambda p, h: (p.mean(0).argmax(), h.mean(0)[p.mean(0).argmax()]),
    lambda p, h: (p.mean(1).argmin(), h[p.mean(1).argmin()].mean()),
    lambda p, h: ((p + h).mean(1).argmax(), h[(p + h).mean(1).argmax()].mean()),
    lambda p, h: (p.mean(1).argmax() + 1, h[p.mean(1).argmax()].mean()),
    lambda p, h: (h[p.mean(1).argmax()].mean(), p.mean(1).argmax()),
    lambda p, h: p.mean(1).argmax(),
    lambda p, h: h[p.mean(1).argmax()].mean(),
    lambda p, h: (p.mean(1).argmax(), h.mean()),
    lambda p, h: (p.min(1).argmax(), h[p.min(1).argmax()].mean()),
    lambda p, h: (p.mean(1).max(), h[p.mean(1).argmax()].mean()),
    lambda p, h: (h.argmax(), h.max()),
    lambda p, h: None,
]
RIGHT = [
    choose_by_loop,
    lambda p, h: (p.sum(axis=1).argmax(), h.mean(axis=1)[p.sum(axis=1).argmax()]),
    lambda p, h: [np.argsort(p.mean(axis=1))[-1], h[np.argsort(p.mean(axis=1))[-1]].mean()],
    lambda p, h: max(zip(p.mean(1), range(len(p)), h.mean(1), strict=True))[1:],
    lambda p, h: np.array([np.argmax(p.mean(1)), h[np.argmax(p.mean(1))].mean()]),
]


SHEETS = [AnswerSheet("10.choose", WRONG, RIGHT)]
