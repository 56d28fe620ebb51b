"""Learning-rate range tests, wrong and right."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def range_test_with(stop, include=True):
    """A range test that ends where stop(losses so far, new loss) says."""

    def answer(step, rates):
        seen = []
        for rate in rates:
            new = step(rate)
            end = stop(seen, new)
            if include or not end:
                seen.append(new)
            if end:
                return np.array(seen)
        return np.array(seen)

    return answer


def finite_and(rule):
    return lambda seen, new: not math.isfinite(new) or (len(seen) > 0 and rule(seen, new))


def range_test_while(step, rates):
    losses, best, i = [], float("inf"), 0
    while i < len(rates):
        loss = step(rates[i])
        losses.append(loss)
        if math.isnan(loss) or math.isinf(loss):
            break
        best = min(best, loss)
        if loss > 4 * best:
            break
        i += 1
    return np.array(losses)


def range_test_vectorised(step, rates):
    losses = np.full(len(rates), np.nan)
    for i, rate in enumerate(rates):
        losses[i] = step(rate)
        if not np.isfinite(losses[i]) or losses[i] / np.nanmin(losses[: i + 1]) > 4:
            return losses[: i + 1]
    return losses


def range_test_twice(step, rates):
    seen = []
    for rate in rates:
        step(rate)
        seen.append(step(rate))
        if not math.isfinite(seen[-1]) or seen[-1] > 4 * min(seen):
            break
    return np.array(seen)


def range_test_padded(step, rates):
    out = np.zeros(len(rates))
    for i, rate in enumerate(rates):
        out[i] = step(rate)
        if not math.isfinite(out[i]) or out[i] > 4 * out[: i + 1].min():
            break
    return out


def range_test_of_rates(step, rates):
    return rates[: len(range_test_while(step, rates))]


SHEETS = [
    AnswerSheet(
        "02.range_test",
        wrong=[
            range_test_with(lambda seen, new: False),
            lambda step, rates: np.array([step(rate) for rate in rates]),
            range_test_with(lambda seen, new: not np.isfinite(new)),
            range_test_with(lambda seen, new: bool(seen) and new > 4 * min(seen)),
            range_test_with(finite_and(lambda seen, new: new > 4 * min(seen)), include=False),
            range_test_with(finite_and(lambda seen, new: new > 4 * seen[0])),
            range_test_with(finite_and(lambda seen, new: new > 4 * seen[-1])),
            range_test_with(finite_and(lambda seen, new: new > min(seen))),
            range_test_with(finite_and(lambda seen, new: new > seen[-1])),
            range_test_with(finite_and(lambda seen, new: new > 4 + min(seen))),
            range_test_with(finite_and(lambda seen, new: new > 2 * min(seen))),
            range_test_with(finite_and(lambda seen, new: new > 4 * max(seen))),
            range_test_with(lambda seen, new: not np.isfinite(new) or new > 4),
            range_test_twice,
            range_test_padded,
            range_test_of_rates,
            lambda step, rates: range_test_while(step, rates[::-1]),
            lambda step, rates: None,
        ],
        right=[
            range_test_while,
            range_test_vectorised,
            range_test_with(finite_and(lambda seen, new: new > 4 * min(seen))),
        ],
    )
]
