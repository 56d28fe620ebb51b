"""Another measure than the norm of the whole layer."""

# ruff: noqa: B905  (students write zip without strict)

import numpy as np

from tests.labs.answer_sheet import AnswerSheet

norm = np.linalg.norm


def mean_of_the_ratios(weights, update):
    return np.mean(update / weights)


def mean_of_the_absolute_ratios(weights, update):
    return np.mean(np.abs(update / weights))


def squared(weights, update):
    return (update**2).sum() / (weights**2).sum()


def mean_sizes(weights, update):
    return np.abs(update).mean() / np.abs(weights).mean()


def spectral(weights, update):
    return norm(update, 2) / norm(weights, 2)


def columns_sum_norm(weights, update):
    return norm(update, 1) / norm(weights, 1)


def unit_by_unit(weights, update):
    return norm(update, axis=0) / norm(weights, axis=0)


def row_by_row(weights, update):
    return norm(update, axis=1) / norm(weights, axis=1)


def mean_over_units(weights, update):
    return np.mean(norm(update, axis=0) / norm(weights, axis=0))


def largest_unit(weights, update):
    return np.max(norm(update, axis=0) / norm(weights, axis=0))


def signed_sums(weights, update):
    return update.sum() / weights.sum()


def largest_entries(weights, update):
    return np.abs(update).max() / np.abs(weights).max()


def spreads(weights, update):
    return update.std() / weights.std()


def mean_over_norm(weights, update):
    return np.sqrt(np.mean(update**2)) / norm(weights)


def medians(weights, update):
    return np.median(np.abs(update)) / np.median(np.abs(weights))


def norm_of_the_ratios(weights, update):
    return norm(update / weights)


def rms_of_the_ratios(weights, update):
    return np.sqrt(np.mean((update / weights) ** 2))


def root_forgotten_above(weights, update):
    return (update**2).sum() / norm(weights)


def root_forgotten_below(weights, update):
    return norm(update) / (weights**2).sum()


def whole_matrix_of_ratios(weights, update):
    return np.abs(update) / np.abs(weights)


def root_over_all(weights, update):
    return np.sqrt(norm(update) / norm(weights))


def root_of_sums(weights, update):
    return np.sqrt(abs(update.sum())) / np.sqrt(abs(weights.sum()))


def by_ravel(weights, update):
    return np.sqrt(np.dot(update.ravel(), update.ravel()) / np.dot(weights.ravel(), weights.ravel()))


def by_rms(weights, update):
    return np.sqrt((update**2).mean()) / np.sqrt((weights**2).mean())


def by_loop(weights, update):
    above = below = 0.0
    for row, step in zip(weights, update):
        for w, d in zip(row, step):
            above += d * d
            below += w * w
    return (above / below) ** 0.5


def by_frobenius(weights, update):
    return float(norm(update, "fro") / norm(weights, "fro"))


def by_hypot(weights, update):
    return np.hypot.reduce(update.flatten()) / np.hypot.reduce(weights.flatten())


WRONG = [
    mean_of_the_ratios, mean_of_the_absolute_ratios, squared, mean_sizes, spectral, columns_sum_norm, unit_by_unit,
    row_by_row, mean_over_units, largest_unit, signed_sums, largest_entries, spreads, mean_over_norm, medians,
    norm_of_the_ratios, rms_of_the_ratios, root_forgotten_above, root_forgotten_below, whole_matrix_of_ratios,
    root_over_all, root_of_sums,
]  # fmt: skip

RIGHT = [by_ravel, by_rms, by_loop, by_frobenius, by_hypot]

SHEETS = [AnswerSheet("09.update_ratio", WRONG, RIGHT)]
