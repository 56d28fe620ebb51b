"""Answers in which the updates are misjudged, or the two signs put together wrongly."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def either(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() or np.all(ratios < tiny)


def any_layer(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and np.any(ratios < tiny)


def mean_ratio(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and ratios.mean() < tiny


def mean_over_looks(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and np.all(ratios.mean(axis=0) < tiny)


def mean_over_layers(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and np.all(ratios.mean(axis=1) < tiny)


def last_look(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and np.all(ratios[-1] < tiny)


def first_look(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and np.all(ratios[0] < tiny)


def first_layer(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and np.all(ratios[:, 0] < tiny)


def output_layer(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and np.all(ratios[:, -1] < tiny)


def loss_only(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max()


def own_numbers(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < 0.01 * loss.max() and np.all(ratios < 1e-4)


def the_other_way_round(loss, ratios, flat=0.01, tiny=1e-4):
    return not (loss.max() - loss.min() < flat * loss.max() and np.all(ratios < tiny))


def answer_for_each_look(loss, ratios, flat=0.01, tiny=1e-4):
    return (loss.max() - loss.min() < flat * loss.max()) & (ratios < tiny).all(axis=1)


def answer_for_each_layer(loss, ratios, flat=0.01, tiny=1e-4):
    return (loss.max() - loss.min() < flat * loss.max()) & (ratios < tiny).all(axis=0)


def smallest_ratio(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and ratios.min() < tiny


def added_up(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and np.all(ratios.sum(axis=1) < tiny)


def thresholds_swapped(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < tiny * loss.max() and np.all(ratios < flat)


def median_ratio(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and np.median(ratios) < tiny


def one_whole_layer(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and (ratios < tiny).all(axis=0).any()


def one_whole_look(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and (ratios < tiny).all(axis=1).any()


def above_the_threshold(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and np.all(ratios > tiny)


def in_words(loss, ratios, flat=0.01, tiny=1e-4):
    stuck = loss.max() - loss.min() < flat * loss.max() and np.all(ratios < tiny)
    return "stuck" if stuck else "not stuck"


def none_when_not(loss, ratios, flat=0.01, tiny=1e-4):
    if loss.max() - loss.min() < flat * loss.max() and np.all(ratios < tiny):
        return True


def most_of_them(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.max() and np.mean(ratios < tiny) > 0.5


def truth_of_an_array(loss, ratios, flat=0.01, tiny=1e-4):
    if loss.max() - loss.min() < flat * loss.max() and ratios < tiny:  # noqa: SIM103
        return True
    return False


WRONG = [
    either, any_layer, mean_ratio, mean_over_looks, mean_over_layers, last_look, first_look, first_layer,
    output_layer, loss_only, own_numbers, the_other_way_round, answer_for_each_look, answer_for_each_layer,
    smallest_ratio, added_up, thresholds_swapped, median_ratio, one_whole_layer, one_whole_look,
    above_the_threshold, in_words, none_when_not, most_of_them, truth_of_an_array,
]  # fmt: skip

SHEETS = [AnswerSheet("09.is_stuck", wrong=WRONG, right=[])]
