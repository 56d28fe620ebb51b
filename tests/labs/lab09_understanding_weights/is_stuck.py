"""Answers to exercise 09.is_stuck."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def flat_loss(loss, flat):
    return loss.max() - loss.min() < flat * loss.max()


def first_and_last(loss, ratios, flat, tiny):
    return abs(loss[0] - loss[-1]) / loss[0] < flat and np.all(ratios < tiny)


def fell_too_little(loss, ratios, flat, tiny):
    return loss[0] - loss[-1] < flat * loss[0] and (ratios < tiny).all()


def step_by_step(loss, ratios, flat, tiny):
    return np.all(np.abs(np.diff(loss)) < flat * loss[:-1]) and np.all(ratios < tiny)


def as_std(loss, ratios, flat, tiny):
    return loss.std() < flat * loss.mean() and np.all(ratios < tiny)


def python_if(loss, ratios, flat, tiny):
    if flat_loss(loss, flat) and ratios < tiny:  # noqa: SIM103  as a student writes it
        return True
    return False


def an_answer_for_each_layer(loss, ratios, flat, tiny):
    return flat_loss(loss, flat) & (ratios < tiny).all(axis=0)


def an_answer_for_each_row(loss, ratios, flat, tiny):
    return flat_loss(loss, flat) & (ratios < tiny).all(axis=1)


def thresholds_of_my_own(loss, ratios, flat, tiny):
    return flat_loss(loss, 0.01) and np.all(ratios < 1e-4)


WRONG = [
    first_and_last, fell_too_little, step_by_step, as_std, python_if, an_answer_for_each_layer,
    an_answer_for_each_row, thresholds_of_my_own,
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) or np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat),
    lambda loss, ratios, flat, tiny: np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.any(ratios < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and ratios.mean() < tiny,
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and ratios.min() < tiny,
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios[-1] < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios[0] < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios[:, 0] < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios[:, -1] < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.median(ratios) < tiny,
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios.mean(axis=0) < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios > tiny),
    lambda loss, ratios, flat, tiny: not flat_loss(loss, flat) and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: not (flat_loss(loss, flat) and np.all(ratios < tiny)),
    lambda loss, ratios, flat, tiny: loss.max() - loss.min() < flat and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: loss[-1] < flat and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, tiny) and np.all(ratios < flat),
    lambda loss, ratios, flat, tiny: abs(loss[-1] - loss[-2]) < flat * loss[-2] and np.all(ratios < tiny)
    if len(loss) > 1 else True,
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios == 0),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.sum(ratios) < tiny,
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.linalg.norm(ratios) < tiny,
    lambda loss, ratios, flat, tiny: (flat_loss(loss, flat), np.all(ratios < tiny)),
    lambda loss, ratios, flat, tiny: loss.max() - loss.min() < flat * loss.min() * 3 and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: np.nanmax(loss) - np.nanmin(loss) < flat * np.nanmax(loss)
    and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: not (loss.max() - loss.min() >= flat * loss.max()) and not np.any(ratios >= tiny),
    lambda loss, ratios, flat, tiny: "stuck" if flat_loss(loss, flat) and np.all(ratios < tiny) else "learning",
    lambda loss, ratios, flat, tiny: True,
    lambda loss, ratios, flat, tiny: False,
    lambda loss, ratios, flat, tiny: ratios < tiny,
    lambda loss, ratios, flat, tiny: None,
]  # fmt: skip


WRONG += [
    lambda loss, ratios, flat, tiny: np.var(loss) < flat and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: bool(np.all(np.abs(np.diff(loss)) < flat) and np.all(ratios < tiny)),
    lambda loss, ratios, flat, tiny: loss[-1] / loss[0] > 1 - flat and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: abs(loss[-1] - loss[0]) / len(loss) < flat and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: np.ptp(loss) / loss.min() < flat and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: np.ptp(loss) / loss.mean() < flat and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: len(set(loss)) == 1 and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios.max(axis=1) - ratios.min(axis=1) < tiny),
    lambda loss, ratios, flat, tiny: flat_loss(loss, 100 * flat) and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: loss.max() - loss.min() > flat * loss.max() and np.all(ratios > tiny),
]  # fmt: skip


def by_loops(loss, ratios, flat, tiny):
    high = low = loss[0]
    for value in loss:
        if math.isnan(value):
            return False
        high, low = max(high, value), min(low, value)
    for row in ratios:
        for ratio in row:
            if not ratio < tiny:
                return False
    return bool(high - low < flat * high)


RIGHT = [
    by_loops,
    lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and np.all(ratios < tiny),
    lambda loss, ratios, flat, tiny: np.ptp(loss) / np.max(loss) < flat and np.max(ratios) < tiny,
    lambda loss, ratios, flat, tiny: bool((1 - loss.min() / loss.max() < flat) & (ratios < tiny).all()),
    lambda loss, ratios, flat, tiny: loss.min() > (1 - flat) * loss.max() and not (ratios >= tiny).any(),
    lambda loss, ratios, flat, tiny: int(np.ptp(loss.astype(np.float32)) <= flat * loss.max() and ratios.max() <= tiny),
]  # fmt: skip


def returned_in_the_loop(loss, ratios, flat, tiny):
    if flat_loss(loss, flat):
        for row in ratios:
            return bool(np.all(row < tiny))
    return False


def nothing_otherwise(loss, ratios, flat, tiny):
    if flat_loss(loss, flat) and (ratios < tiny).all():
        return True


def python_extremes(loss, ratios, flat, tiny):
    if max(loss) - min(loss) >= flat * max(loss):
        return False
    return not any(ratio >= tiny for row in ratios for ratio in row)


WRONG += [
    (returned_in_the_loop, "first row"), (nothing_otherwise, "sometimes None"), (python_extremes, "nan left out"),
    (lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and ratios.sum(axis=1).max() < tiny, "sum over the layers"),
    (lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and (np.median(ratios, axis=0) < tiny).all(),
     "median of each layer"),
    (lambda loss, ratios, flat, tiny: loss.max() - loss.min() > flat * loss.max() and np.all(ratios > tiny),
     "both turned round"),
    (lambda loss, ratios, flat, tiny: flat_loss(loss, flat) and any((row < tiny).all() for row in ratios),
     "one tiny row"),
]  # fmt: skip
RIGHT += [
    lambda loss, ratios, flat, tiny: (loss > (1 - flat) * loss.max()).all() & (ratios < tiny).all(),
    lambda loss, ratios, flat, tiny: np.logical_and(np.ptp(loss) / loss.max() < flat, ratios.max(axis=0) < tiny).all(),
]

SHEETS = [AnswerSheet("09.is_stuck", WRONG, RIGHT)]
