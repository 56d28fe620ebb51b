"""Answers in which the gain itself is not right, or not in its form."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def as_a_text(base, changed):
    g = changed - base
    return f"{g.mean():.3f} +- {g.std(ddof=1):.3f}"


def printed_only(base, changed):
    g = changed - base
    print(g.mean(), g.std(ddof=1))


def mean_of_both(base, changed):
    m = (base + changed) / 2
    return m.mean(), m.std(ddof=1)


def rounded_to_points(base, changed):
    g = changed - base
    return round(g.mean(), 2), round(g.std(ddof=1), 2)


def difference_in_place(base, changed):
    changed -= base
    return changed.mean(), changed.std(ddof=1)


def gains_added_up(base, changed):
    g = changed - base
    return g.sum(), g.std(ddof=1)


def improvement_over_base(base, changed):
    g = (changed - base) / base
    return g.mean(), g.std(ddof=1)


def base_minus_changed(base, changed):
    g = base - changed
    return g.mean(), g.std(ddof=1)


def n_minus_one_in_both(base, changed):
    g = changed - base
    m = g.sum() / (len(g) - 1)
    return m, np.sqrt(((g - m) ** 2).sum() / (len(g) - 1))


def the_changed_alone(base, changed):
    return changed.mean(), changed.std(ddof=1)


def spread_first(base, changed):
    g = changed - base
    return g.std(ddof=1), g.mean()


def mean_only(base, changed):
    return np.mean(changed - base)


def size_of_the_difference(base, changed):
    g = np.abs(changed - base)
    return g.mean(), g.std(ddof=1)


def in_points(base, changed):
    g = 100 * (changed - base)
    return g.mean(), g.std(ddof=1)


def sorted_pairs(base, changed):
    g = np.sort(changed) - np.sort(base)
    return g.mean(), g.std(ddof=1)


def median_gain(base, changed):
    g = changed - base
    return np.median(g), g.std(ddof=1)


def all_gains(base, changed):
    g = changed - base
    return g, g.std(ddof=1)


def rounded(base, changed):
    g = changed - base
    return round(g.mean(), 2), round(g.std(ddof=1), 2)


def ready_for_print(base, changed):
    g = changed - base
    return f"{g.mean():.3f} ± {g.std(ddof=1):.3f}"


def seed_zero_forgotten(base, changed):
    g = np.array([changed[s] - base[s] for s in range(1, len(base))])
    return g.mean(), g.std(ddof=1)


def in_place(base, changed):
    changed -= base
    return changed.mean(), changed.std(ddof=1)


def ratio_of_means(base, changed):
    return changed.mean() / base.mean(), (changed / base).std(ddof=1)


WRONG = [
    as_a_text, printed_only, mean_of_both, rounded_to_points, difference_in_place, gains_added_up,
    improvement_over_base, base_minus_changed, n_minus_one_in_both, the_changed_alone, spread_first, mean_only,
    size_of_the_difference, in_points, sorted_pairs, median_gain, all_gains, rounded, ready_for_print,
    seed_zero_forgotten, in_place, ratio_of_means,
]  # fmt: skip

SHEETS = [AnswerSheet("10.gain", wrong=WRONG, right=[])]
