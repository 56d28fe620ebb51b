"""Whole answers to 12.wrong_gradient, written from its text alone: the one wrong gradient."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def relative_errors(c, m):
    return [np.abs(a - b).max() / (np.abs(b).max() + 1e-12) for a, b in zip(c, m, strict=False)]


def largest_difference(c, m):
    k = int(np.argmax([np.abs(a - b).max() for a, b in zip(c, m, strict=False)]))
    return k, float((c[k] * m[k]).sum() / (m[k] ** 2).sum())


def upside_down(c, m):
    k = int(np.argmax(relative_errors(c, m)))
    return k, float(np.mean(m[k].sum() / c[k].sum()))


def mean_of_ratios(c, m):
    k = int(np.argmax(relative_errors(c, m)))
    with np.errstate(all="ignore"):
        return k, float(np.mean(c[k] / m[k]))


def counted_from_one(c, m):
    k = int(np.argmax(relative_errors(c, m)))
    return k + 1, float((c[k] * m[k]).sum() / (m[k] ** 2).sum())


def number_only(c, m):
    return int(np.argmax(relative_errors(c, m)))


def first_entry(c, m):
    k = int(np.argmax(relative_errors(c, m)))
    with np.errstate(all="ignore"):
        return k, c[k].ravel()[0] / m[k].ravel()[0]


def ratio_of_norms(c, m):
    k = int(np.argmax(relative_errors(c, m)))
    return k, float(np.linalg.norm(c[k]) / np.linalg.norm(m[k]))


def first_not_equal(c, m):
    for k in range(len(c)):
        if not np.array_equal(c[k], m[k]):
            return k, float((c[k] * m[k]).sum() / (m[k] ** 2).sum())


def first_not_close(c, m):
    for k in range(len(c)):
        if not np.allclose(c[k], m[k]):
            return k, float((c[k] * m[k]).sum() / (m[k] ** 2).sum())
    return None


def factor_two(c, m):
    k = int(np.argmax(relative_errors(c, m)))
    return k, 2.0


def factor_first(c, m):
    k = int(np.argmax(relative_errors(c, m)))
    return float((c[k] * m[k]).sum() / (m[k] ** 2).sum()), k


def difference_for_factor(c, m):
    k = int(np.argmax(relative_errors(c, m)))
    return k, float(np.mean(c[k] - m[k]))


def without_sign(c, m):
    k = int(np.argmax(relative_errors(c, m)))
    return k, float(np.abs(c[k]).sum() / np.abs(m[k]).sum())


def largest_factor(c, m):
    r = [float((a * b).sum() / (b**2).sum()) for a, b in zip(c, m, strict=False)]
    k = int(np.argmax(r))
    return k, r[k]


def a_factor_for_each_entry(c, m):
    k = int(np.argmax(relative_errors(c, m)))
    with np.errstate(all="ignore"):
        return k, c[k] / m[k]


def mean_ratio_chooses(c, m):
    with np.errstate(all="ignore"):
        r = [np.mean(a / b) for a, b in zip(c, m, strict=False)]
    k = int(np.argmax(np.abs(np.array(r) - 1)))
    return k, float(r[k])


def largest_gradient(c, m):
    k = int(np.argmax([np.linalg.norm(a) for a in c]))
    return k, float(np.linalg.norm(c[k]) / np.linalg.norm(m[k]))


def factor_less_one(c, m):
    k = int(np.argmax(relative_errors(c, m)))
    return k, float(np.linalg.norm(c[k] - m[k]) / np.linalg.norm(m[k]))


WRONG = [
    largest_difference,
    upside_down,
    mean_of_ratios,
    counted_from_one,
    number_only,
    first_entry,
    ratio_of_norms,
    first_not_equal,
    first_not_close,
    factor_two,
    factor_first,
    difference_for_factor,
    without_sign,
    largest_factor,
    a_factor_for_each_entry,
    mean_ratio_chooses,
    largest_gradient,
    factor_less_one,
]


def by_projection(c, m):
    r = [float(np.sum(a * b) / np.sum(b * b)) for a, b in zip(c, m, strict=False)]
    k = max(range(len(r)), key=lambda i: abs(r[i] - 1))
    return k, r[k]


def at_the_largest_entry(c, m):
    k = int(np.argmax(relative_errors(c, m)))
    i = np.argmax(np.abs(m[k]))
    return k, c[k].flat[i] / m[k].flat[i]


def by_least_squares(c, m):
    for k, (a, b) in enumerate(zip(c, m, strict=False)):
        f = np.linalg.lstsq(b.reshape(-1, 1), a.ravel(), rcond=None)[0][0]
        if abs(f - 1) > 1e-2:
            return k, f


def by_medians(c, m):
    best, fac, far = 0, 1, 0
    for k in range(len(c)):
        big = np.abs(m[k]) > 0.1 * np.abs(m[k]).max()
        f = np.median(c[k][big] / m[k][big])
        if abs(f - 1) > far:
            best, fac, far = k, f, abs(f - 1)
    return [best, fac]


def by_norms(c, m):
    rel = [np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b)) for a, b in zip(c, m, strict=False)]
    k = np.argmax(rel)
    return (k, np.vdot(m[k], c[k]) / np.vdot(m[k], m[k]))


RIGHT = [by_projection, at_the_largest_entry, by_least_squares, by_medians, by_norms]

SHEETS = [AnswerSheet("12.wrong_gradient", wrong=WRONG, right=RIGHT)]
