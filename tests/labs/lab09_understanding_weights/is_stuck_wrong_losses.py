"""Answers in which the loss is misjudged."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def from_first_to_last(loss, ratios, flat=0.01, tiny=1e-4):
    return abs(loss[0] - loss[-1]) < flat * loss[0] and np.all(ratios < tiny)


def fall_only(loss, ratios, flat=0.01, tiny=1e-4):
    return loss[0] - loss[-1] < flat * loss[0] and np.all(ratios < tiny)


def not_a_share(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat and np.all(ratios < tiny)


def share_of_the_smallest(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.min() and np.all(ratios < tiny)


def share_of_the_mean(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss.mean() and np.all(ratios < tiny)


def share_of_the_first(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() < flat * loss[0] and np.all(ratios < tiny)


def nan_is_flat(loss, ratios, flat=0.01, tiny=1e-4):
    return not (loss.max() - loss.min() >= flat * loss.max()) and np.all(ratios < tiny)


def nan_left_out(loss, ratios, flat=0.01, tiny=1e-4):
    return np.nanmax(loss) - np.nanmin(loss) < flat * np.nanmax(loss) and np.all(ratios < tiny)


def nan_is_stuck(loss, ratios, flat=0.01, tiny=1e-4):
    if np.isnan(loss).any():
        return True
    return loss.max() - loss.min() < flat * loss.max() and np.all(ratios < tiny)


def updates_only(loss, ratios, flat=0.01, tiny=1e-4):
    return np.all(ratios < tiny)


def or_equal(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() <= flat * loss.max() and np.all(ratios <= tiny)


def spread_of_the_loss(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.std() < flat * loss.mean() and np.all(ratios < tiny)


def look_to_look(loss, ratios, flat=0.01, tiny=1e-4):
    return np.all(np.abs(np.diff(loss)) < flat * loss[:-1]) and np.all(ratios < tiny)


def ratio_of_extremes(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() / loss.min() < flat and np.all(ratios < tiny)


def not_flat(loss, ratios, flat=0.01, tiny=1e-4):
    return loss.max() - loss.min() > flat * loss.max() and np.all(ratios < tiny)


def by_isfinite(loss, ratios, flat=0.01, tiny=1e-4):
    if not np.isfinite(loss).all():
        return False
    return bool(np.ptp(loss) < flat * np.max(loss) and (np.array(ratios) < tiny).all())


def by_share(loss, ratios, flat=0.01, tiny=1e-4):
    return bool(1 - np.min(loss) / np.max(loss) < flat) and bool(np.max(ratios) < tiny)


def by_loops(loss, ratios, flat=0.01, tiny=1e-4):
    for value in loss:
        if value != value:
            return False
    for row in ratios:
        for r in row:
            if not r < tiny:
                return False
    return max(loss) - min(loss) < flat * max(loss)


def by_any(loss, ratios, flat=0.01, tiny=1e-4):
    return np.logical_and(np.max(loss) - np.min(loss) < np.max(loss) * flat, not np.any(ratios >= tiny))


WRONG = [
    from_first_to_last, fall_only, not_a_share, share_of_the_smallest, share_of_the_mean, share_of_the_first,
    nan_is_flat, nan_left_out, nan_is_stuck, spread_of_the_loss, look_to_look, ratio_of_extremes, not_flat,
    updates_only,
]  # fmt: skip

RIGHT = [by_isfinite, by_share, by_loops, by_any, or_equal]

SHEETS = [AnswerSheet("09.is_stuck", WRONG, RIGHT)]
