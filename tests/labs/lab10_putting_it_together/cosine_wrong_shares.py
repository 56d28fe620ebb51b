"""Answers in which the wave begins or ends at the wrong update."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet

C, PI = np.cos, np.pi


def wave_from_the_start(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * step / steps))


def over_all_updates(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / steps))


def up_again(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def zero_at_last(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return 0
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def nothing_at_last(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if warmup <= step < steps:
        return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def updates_after_the_climb(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= warmup + steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / steps))


def ends_early(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup - 1)))


def share_without_brackets(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup / steps - warmup)))


def list_of_rates(step, rate, steps, warmup, final):
    return [
        rate * (i + 1) / warmup
        if i < warmup
        else final + (rate - final) / 2 * (1 + C(PI * (i - warmup) / (steps - warmup)))
        for i in range(steps)
    ]


pi = math.pi


def wave(s, rate, final):
    return final + (rate - final) / 2 * (1 + math.cos(pi * s))


def wave_not_shifted(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave(step / steps, rate, final) if step < steps else final


def shifted_but_over_all_steps(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave((step - warmup) / steps, rate, final) if step < steps else final


def step_over_what_is_left(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave(step / (steps - warmup), rate, final) if step < steps else final


def goes_up_again(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave((step - warmup) / (steps - warmup), rate, final)


def zero_at_the_end(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave((step - warmup) / (steps - warmup), rate, final) if step < steps else 0.0


def full_rate_at_the_end(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave((step - warmup) / (steps - warmup), rate, final) if step < steps else rate


def nothing_at_the_end(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    if step < steps:
        return wave((step - warmup) / (steps - warmup), rate, final)


def last_step_is_final(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave((step - warmup) / (steps - warmup - 1), rate, final) if step < steps else final


def steps_after_the_warmup(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave(min(1, (step - warmup) / steps), rate, final)


def wave_one_step_early(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave((step + 1 - warmup) / (steps - warmup), rate, final) if step < steps else final


def starts_again(step, rate, steps, warmup, final):
    step = step % steps
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave((step - warmup) / (steps - warmup), rate, final)


def whole_schedule(step, rate, steps, warmup, final):
    i = np.arange(steps)
    climb = rate * (i + 1) / max(warmup, 1)
    fall = final + (rate - final) / 2 * (1 + np.cos(np.pi * (i - warmup) / (steps - warmup)))
    return np.where(i < warmup, climb, fall)


WRONG = [
    wave_from_the_start, over_all_updates, up_again, zero_at_last, nothing_at_last, updates_after_the_climb,
    ends_early, share_without_brackets, list_of_rates, wave_not_shifted, shifted_but_over_all_steps,
    step_over_what_is_left, goes_up_again, zero_at_the_end, full_rate_at_the_end, nothing_at_the_end,
    last_step_is_final, steps_after_the_warmup, wave_one_step_early, starts_again, whole_schedule,
]  # fmt: skip

SHEETS = [AnswerSheet("10.cosine", wrong=WRONG, right=[])]
