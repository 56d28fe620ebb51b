"""Answers to 12.wrong_gradient: the one wrong gradient."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def ratio(a, b):
    return np.vdot(a, b) / np.vdot(b, b)


def worst(claimed, measured):
    return int(np.argmax([np.linalg.norm(c - m) / np.linalg.norm(m) for c, m in zip(claimed, measured, strict=True)]))


def found(claimed, measured, choose=worst, factor=ratio):
    i = choose(claimed, measured)
    return i, factor(claimed[i], measured[i])


def by_correlation(claimed, measured):
    factors = [ratio(c, m) for c, m in zip(claimed, measured, strict=True)]
    i = int(np.argmax(np.abs(np.array(factors) - 1)))
    return i, factors[i]


def by_median(claimed, measured):
    i = worst(claimed, measured)
    c, m = claimed[i].ravel(), measured[i].ravel()
    big = np.abs(m) > 0.1 * np.abs(m).max()
    return i, np.median(c[big] / m[big])


def by_loop(claimed, measured):
    for i, (c, m) in enumerate(zip(claimed, measured, strict=True)):
        if not np.allclose(c, m, rtol=1e-3, atol=1e-6 * np.abs(m).max()):
            place = np.unravel_index(np.abs(m).argmax(), m.shape)
            return i, c[place] / m[place]


def by_largest_gradient(claimed, measured):
    i = worst(claimed, measured)
    signs = np.sign(np.vdot(claimed[i], measured[i]))
    return i, signs * np.linalg.norm(claimed[i]) / np.linalg.norm(measured[i])


AUDIT_WRONG = [
    lambda c, m: found(
        c, m, choose=lambda c, m: int(np.argmax([np.abs(a - b).max() for a, b in zip(c, m, strict=True)]))
    ),
    lambda c, m: found(c, m, choose=lambda c, m: int(np.argmax([np.linalg.norm(a) for a in c]))),
    lambda c, m: found(c, m, choose=lambda c, m: int(np.argmax([np.linalg.norm(a) for a in m]))),
    lambda c, m: found(c, m, factor=lambda a, b: ratio(b, a)),
    lambda c, m: found(c, m, factor=lambda a, b: np.vdot(b, b) / np.vdot(a, b)),
    lambda c, m: found(c, m, factor=lambda a, b: abs(ratio(a, b))),
    lambda c, m: found(c, m, factor=lambda a, b: np.linalg.norm(a) / np.linalg.norm(b)),
    lambda c, m: found(c, m, factor=lambda a, b: np.linalg.norm(a - b)),
    lambda c, m: found(c, m, factor=lambda a, b: np.linalg.norm(a - b) / np.linalg.norm(b)),
    lambda c, m: found(c, m, factor=lambda a, b: np.abs(a - b).max()),
    lambda c, m: found(c, m, factor=lambda a, b: (a / b).mean()),
    lambda c, m: found(c, m, factor=lambda a, b: a / b),
    lambda c, m: found(c, m, factor=lambda a, b: 2.0),
    lambda c, m: found(c, m, factor=lambda a, b: ratio(a, b) - 1),
    lambda c, m: found(c, m)[0],
    lambda c, m: found(c, m)[1],
    lambda c, m: found(c, m)[::-1],
    lambda c, m: (found(c, m)[0] + 1, found(c, m)[1]),
    lambda c, m: found(c, m, choose=lambda c, m: 1),
    lambda c, m: found(c, m, choose=lambda c, m: 0),
    lambda c, m: found(c, m, choose=lambda c, m: len(c) - 1),
    lambda c, m: found(
        c, m, choose=lambda c, m: int(np.argmin([np.linalg.norm(a - b) for a, b in zip(c, m, strict=True)]))
    ),
    lambda c, m: found(c, m, factor=lambda a, b: np.linalg.norm(a) ** 2 / np.linalg.norm(b) ** 2),
    lambda c, m: found(c, m, factor=lambda a, b: (a - b).sum()),
]

SHEETS = [
    AnswerSheet(
        "12.wrong_gradient", wrong=AUDIT_WRONG, right=[found, by_correlation, by_median, by_loop, by_largest_gradient]
    )
]
