"""Answers in which the warm-up is not right."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet

C, PI = np.cos, np.pi


def no_climb(step, rate, steps, warmup, final):
    s = min(1, step / steps)
    return final + (rate - final) / 2 * (1 + C(PI * s))


def climb_from_zero(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * step / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def climb_too_long(step, rate, steps, warmup, final):
    if step <= warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def climb_from_final(step, rate, steps, warmup, final):
    if step < warmup:
        return final + (rate - final) * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def climb_without_brackets(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * step + 1 / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


pi = math.pi


def wave(s, rate, final):
    return final + (rate - final) / 2 * (1 + math.cos(pi * s))


def no_warmup(step, rate, steps, warmup, final):
    return wave(min(step / steps, 1), rate, final)


def first_step_is_zero(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * step / warmup
    return wave((step - warmup) / (steps - warmup), rate, final) if step < steps else final


def climbs_from_final(step, rate, steps, warmup, final):
    if step < warmup:
        return final + (rate - final) * (step + 1) / warmup
    return wave((step - warmup) / (steps - warmup), rate, final) if step < steps else final


def one_step_too_long_a_climb(step, rate, steps, warmup, final):
    if step <= warmup and warmup > 0:
        return rate * (step + 1) / warmup
    return wave((step - warmup) / (steps - warmup), rate, final) if step < steps else final


def over_w_plus_one(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / (warmup + 1)
    return wave((step - warmup) / (steps - warmup), rate, final) if step < steps else final


def climb_times_wave(step, rate, steps, warmup, final):
    climb = min(1, (step + 1) / warmup) if warmup else 1
    return climb * wave(min(1, step / steps), rate, final)


def counted_from_one(step, rate, steps, warmup, final):
    if step <= warmup and warmup:
        return rate * step / warmup
    return wave((step - 1 - warmup) / (steps - warmup), rate, final) if step <= steps else final


def climb_without_rate(step, rate, steps, warmup, final):
    if step < warmup:
        return (step + 1) / warmup
    return wave((step - warmup) / (steps - warmup), rate, final) if step < steps else final


def no_guard_for_zero_warmup(step, rate, steps, warmup, final):
    climb = rate * (step + 1) / warmup
    fall = wave((step - warmup) / (steps - warmup), rate, final)
    return climb if step < warmup else fall if step < steps else final


def constant_without_warmup(step, rate, steps, warmup, final):
    if warmup == 0:
        return rate
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave((step - warmup) / (steps - warmup), rate, final) if step < steps else final


def minimum_of_both(step, rate, steps, warmup, final):
    climb = rate * (step + 1) / warmup if warmup else rate
    return min(climb, wave(min(step / steps, 1), rate, final))


WRONG = [
    no_climb, climb_from_zero, climb_too_long, climb_from_final, climb_without_brackets, no_warmup,
    first_step_is_zero, climbs_from_final, one_step_too_long_a_climb, over_w_plus_one, climb_times_wave,
    counted_from_one, climb_without_rate, no_guard_for_zero_warmup, constant_without_warmup, minimum_of_both,
]  # fmt: skip

SHEETS = [AnswerSheet("10.cosine", wrong=WRONG, right=[])]
