"""Answers to 12.wrong_gradient with one slip each, written from its text alone."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def slope(c, m):
    """The factor that fits best."""
    return float(np.sum(c * m) / np.sum(m * m))


def right(claimed, measured):
    factors = [slope(c, m) for c, m in zip(claimed, measured, strict=True)]
    worst = int(np.argmax([abs(factor - 1) for factor in factors]))
    return worst, factors[worst]


def largest_difference(claimed, measured):
    gaps = [np.abs(c - m).max() for c, m in zip(claimed, measured, strict=True)]
    i = int(np.argmax(gaps))
    return i, slope(claimed[i], measured[i])


def mean_difference(claimed, measured):
    gaps = [np.mean((c - m) ** 2) for c, m in zip(claimed, measured, strict=True)]
    i = int(np.argmax(gaps))
    return i, slope(claimed[i], measured[i])


def upside_down(claimed, measured):
    i, factor = right(claimed, measured)
    return i, 1 / factor


def counted_from_one(claimed, measured):
    i, factor = right(claimed, measured)
    return i + 1, factor


def ratio_of_all_entries(claimed, measured):
    ratios = [np.mean(c / m) for c, m in zip(claimed, measured, strict=True)]
    i = int(np.argmax(np.abs(np.array(ratios) - 1)))
    return i, ratios[i]


def ratio_of_norms(claimed, measured):
    ratios = [np.linalg.norm(c) / np.linalg.norm(m) for c, m in zip(claimed, measured, strict=True)]
    i = int(np.argmax(np.abs(np.array(ratios) - 1)))
    return i, float(ratios[i])


def number_only(claimed, measured):
    return right(claimed, measured)[0]


def factor_only(claimed, measured):
    return right(claimed, measured)[1]


def turned(claimed, measured):
    return right(claimed, measured)[::-1]


def excess(claimed, measured):
    i, factor = right(claimed, measured)
    return i, factor - 1


def rounded(claimed, measured):
    i, factor = right(claimed, measured)
    return i, round(factor)


def largest_factor(claimed, measured):
    factors = [slope(c, m) for c, m in zip(claimed, measured, strict=True)]
    return int(np.argmax(factors)), max(factors)


def first_entries(claimed, measured):
    ratios = [c.ravel()[0] / m.ravel()[0] for c, m in zip(claimed, measured, strict=True)]
    i = int(np.argmax([abs(r - 1) for r in ratios]))
    return i, float(ratios[i])


def ratio_of_largest_entries(claimed, measured):
    ratios = [np.abs(c).max() / np.abs(m).max() for c, m in zip(claimed, measured, strict=True)]
    i = int(np.argmax([abs(r - 1) for r in ratios]))
    return i, float(ratios[i])


def by_allclose(claimed, measured):
    for i, (c, m) in enumerate(zip(claimed, measured, strict=True)):
        if not np.allclose(c, m):
            return i, slope(c, m)


def by_equality(claimed, measured):
    for i, (c, m) in enumerate(zip(claimed, measured, strict=True)):
        if np.any(c != m):
            return i, slope(c, m)


def always_the_output_bias(claimed, measured):
    return 3, 2.0


def difference_for_a_factor(claimed, measured):
    i, _ = right(claimed, measured)
    return i, float(np.mean(claimed[i] - measured[i]))


def smallest_entry(claimed, measured):
    i, _ = right(claimed, measured)
    m = measured[i].ravel()
    j = np.argmin(np.abs(m))
    return i, float(claimed[i].ravel()[j] / m[j]) if m[j] else 0.0


def array_for_a_factor(claimed, measured):
    i, _ = right(claimed, measured)
    with np.errstate(all="ignore"):
        return i, claimed[i] / measured[i]


def by_direction(claimed, measured):
    cosines = [np.sum(c * m) / (np.linalg.norm(c) * np.linalg.norm(m)) for c, m in zip(claimed, measured, strict=True)]
    i = int(np.argmin(cosines))
    return i, slope(claimed[i], measured[i])


WRONG = [
    largest_difference,
    mean_difference,
    upside_down,
    counted_from_one,
    ratio_of_all_entries,
    ratio_of_norms,
    number_only,
    factor_only,
    turned,
    excess,
    rounded,
    largest_factor,
    first_entries,
    by_allclose,
    by_equality,
    always_the_output_bias,
    difference_for_a_factor,
    smallest_entry,
    array_for_a_factor,
    by_direction,
]


def by_lstsq(claimed, measured):
    factors = [
        np.linalg.lstsq(m.reshape(-1, 1), c.ravel(), rcond=None)[0][0] for c, m in zip(claimed, measured, strict=True)
    ]
    worst = max(range(len(factors)), key=lambda i: abs(factors[i] - 1))
    return worst, float(factors[worst])


def at_the_largest_entry(claimed, measured):
    factors = []
    for c, m in zip(claimed, measured, strict=True):
        place = np.unravel_index(np.argmax(np.abs(m)), m.shape)
        factors.append(c[place] / m[place])
    worst = int(np.argmax(np.abs(np.array(factors) - 1)))
    return worst, factors[worst]


def relative_errors(claimed, measured):
    errors = [np.linalg.norm(c - m) / np.linalg.norm(m) for c, m in zip(claimed, measured, strict=True)]
    i = int(np.argmax(errors))
    return i, float(np.vdot(measured[i], claimed[i]) / np.vdot(measured[i], measured[i]))


RIGHT = [right, by_lstsq, at_the_largest_entry, relative_errors]

SHEETS = [AnswerSheet("12.wrong_gradient", WRONG, RIGHT, unnamed=[ratio_of_largest_entries])]
