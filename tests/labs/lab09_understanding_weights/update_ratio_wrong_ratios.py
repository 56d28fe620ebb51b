"""The right norm, and another ratio than the update's over the weights'."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet

norm = np.linalg.norm


def upside_down(weights, update):
    return norm(weights) / norm(update)


def decimal_logarithm(weights, update):
    return np.log10(norm(update) / norm(weights))


def beside_the_new_weights(weights, update):
    return norm(update) / norm(weights + update)


def new_over_old(weights, update):
    return norm(weights + update) / norm(weights)


def update_minus_weights(weights, update):
    return norm(update - weights) / norm(weights)


def length_of_update(weights, update):
    return norm(update)


def per_cent(weights, update):
    return 100 * norm(update) / norm(weights)


def in_thousandths(weights, update):
    return norm(update) / norm(weights) / 1e-3


def one_added(weights, update):
    return norm(update) / (norm(weights) + 1)


def small_number_added(weights, update):
    return norm(update) / (norm(weights) + 1e-3)


def difference_of_lengths(weights, update):
    return abs(norm(weights + update) - norm(weights)) / norm(weights)


def product(weights, update):
    return norm(update) * norm(weights)


def two_numbers(weights, update):
    return norm(update), norm(weights)


def old_weights_taken_off(weights, update):
    return norm(update) / norm(weights - update)


def rounded(weights, update):
    return round(norm(update) / norm(weights), 4)


WRONG = [
    upside_down, decimal_logarithm, beside_the_new_weights, new_over_old, update_minus_weights, length_of_update,
    per_cent, in_thousandths, one_added, small_number_added, difference_of_lengths, product, two_numbers,
    old_weights_taken_off, rounded,
]  # fmt: skip

SHEETS = [AnswerSheet("09.update_ratio", wrong=WRONG, right=[])]
