"""Answers in which the wave is not right."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet

C, PI = np.cos, np.pi


def whole_rate_on_final(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + rate / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def final_not_added(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def in_degrees(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(180 * (step - warmup) / (steps - warmup)))


def two_pi(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(2 * PI * (step - warmup) / (steps - warmup)))


def half_pi(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) * C(PI / 2 * (step - warmup) / (steps - warmup))


def not_halved(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) * (1 + C(PI * (step - warmup) / (steps - warmup)))


def one_less_cosine(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 - C(PI * (step - warmup) / (steps - warmup)))


def down_a_line(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) * (1 - (step - warmup) / (steps - warmup))


def cosine_of_pi(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI) * (step - warmup) / (steps - warmup))


def floor_division(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * ((step + 1) // warmup)
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * ((step - warmup) // (steps - warmup))))


pi = math.pi


def wave(s, rate, final):
    return final + (rate - final) / 2 * (1 + math.cos(pi * s))


def degrees(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    s = (step - warmup) / (steps - warmup)
    return final + (rate - final) / 2 * (1 + math.cos(180 * s)) if step < steps else final


def no_pi(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    s = (step - warmup) / (steps - warmup)
    return final + (rate - final) / 2 * (1 + math.cos(s)) if step < steps else final


def whole_wave(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave(2 * (step - warmup) / (steps - warmup), rate, final) if step < steps else final


def one_outside(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    s = (step - warmup) / (steps - warmup)
    return final + (rate - final) / 2 * 1 + math.cos(pi * s) if step < steps else final


def one_forgotten(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    s = (step - warmup) / (steps - warmup)
    return final + (rate - final) / 2 * math.cos(pi * s) if step < steps else final


def half_forgotten(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    s = (step - warmup) / (steps - warmup)
    return final + (rate - final) * (1 + math.cos(pi * s)) if step < steps else final


def down_to_zero(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave((step - warmup) / (steps - warmup), rate, 0) if step < steps else final


def final_added_on_top(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    s = (step - warmup) / (steps - warmup)
    return final + rate / 2 * (1 + math.cos(pi * s)) if step < steps else final


def straight_down(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    s = (step - warmup) / (steps - warmup)
    return rate + (final - rate) * s if step < steps else final


def rises_instead(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    s = (step - warmup) / (steps - warmup)
    return final + (rate - final) / 2 * (1 - math.cos(pi * s)) if step < steps else final


def sine(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    s = (step - warmup) / (steps - warmup)
    return final + (rate - final) / 2 * (1 + math.sin(pi * s)) if step < steps else final


def whole_division(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave((step - warmup) // (steps - warmup), rate, final) if step < steps else final


def quarter_wave(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    s = (step - warmup) / (steps - warmup)
    return final + (rate - final) * math.cos(pi * s / 2) if step < steps else final


def stops_at_final(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return max(final, wave((step - warmup) / (steps - warmup), rate, 0)) if step < steps else final


def ends_swapped(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave((step - warmup) / (steps - warmup), final, rate) if step < steps else final


def half_the_sum(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    s = (step - warmup) / (steps - warmup)
    return final + (rate + final) / 2 * (1 + math.cos(pi * s)) if step < steps else final


def exponential(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    s = (step - warmup) / (steps - warmup)
    return final + (rate - final) * math.exp(-5 * s) if step < steps else final


WRONG = [
    whole_rate_on_final, final_not_added, in_degrees, two_pi, half_pi, not_halved, one_less_cosine, down_a_line,
    cosine_of_pi, floor_division, degrees, no_pi, whole_wave, one_outside, one_forgotten, half_forgotten,
    down_to_zero, final_added_on_top, straight_down, rises_instead, sine, whole_division, quarter_wave,
    stops_at_final, ends_swapped, half_the_sum, exponential,
]  # fmt: skip

SHEETS = [AnswerSheet("10.cosine", wrong=WRONG, right=[])]
