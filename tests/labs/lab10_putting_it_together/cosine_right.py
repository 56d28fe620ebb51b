"""Right answers to exercise 10.cosine in other forms."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def by_squared_cosine(step, rate, steps, warmup, final):
    if step >= steps:
        return final
    if step < warmup:
        return rate / warmup * (step + 1)
    return final + (rate - final) * math.cos(math.pi * (step - warmup) / (steps - warmup) / 2) ** 2


def in_three_branches(step, rate, steps, warmup, final):
    if step < warmup:
        return (step + 1) / warmup * rate
    elif step < steps:
        s = (step - warmup) / (steps - warmup)
        return final + 0.5 * (rate - final) * (1 + math.cos(math.pi * s))
    else:
        return final


def by_clip(step, rate, steps, warmup, final):
    s = np.clip((step - warmup) / (steps - warmup), 0, 1)
    down = (rate + final) / 2 + (rate - final) / 2 * np.cos(np.pi * s)
    return np.where(step < warmup, rate * (step + 1) / max(warmup, 1), down)


def by_linspace(step, rate, steps, warmup, final):
    if step in range(warmup):
        return np.linspace(0, rate, warmup + 1)[step + 1]
    if step in range(warmup, steps):
        return rate - (rate - final) / 2 * (1 - np.cos(np.pi * (step - warmup) / (steps - warmup)))
    return final


def by_complex_exponential(step, rate, steps, warmup, final):
    return (
        np.float32(rate * (step + 1) / warmup)
        if step < warmup
        else final
        if step >= steps
        else final + (rate - final) / 2 * (1 + np.exp(1j * np.pi * (step - warmup) / (steps - warmup)).real)
    )


pi = math.pi


def by_half_angle(step, rate, steps, warmup, final):
    if step >= steps:
        return final
    if step < warmup:
        return (step + 1) / warmup * rate
    return final + (rate - final) * math.cos(pi / 2 * (step - warmup) / (steps - warmup)) ** 2


def clipped(step, rate, steps, warmup, final):
    if warmup > step:
        return rate * (1 + step) / warmup
    s = np.clip((step - warmup) / max(steps - warmup, 1), 0, 1)
    return 0.5 * (rate + final) + 0.5 * (rate - final) * np.cos(np.pi * s)


def by_select(step, rate, steps, warmup, final):
    i = np.asarray(step, dtype=float)
    climb = rate * (i + 1) / max(warmup, 1)
    s = (i - warmup) / max(steps - warmup, 1)
    fall = final + (rate - final) * (1 - np.sin(np.pi * s / 2) ** 2)
    return float(np.select([i < warmup, i < steps], [climb, fall], final))


def with_elif(step, rate, steps, warmup, final):
    if step < warmup:
        eta = rate * (step + 1) / warmup
    elif step < steps:
        s = (step - warmup) / (steps - warmup)
        eta = final + 0.5 * (rate - final) * (1 + np.cos(s * np.pi))
    else:
        eta = final
    return eta


RIGHT = [
    by_squared_cosine, in_three_branches, by_clip, by_linspace, by_complex_exponential, by_half_angle, clipped,
    by_select, with_elif,
]  # fmt: skip

SHEETS = [AnswerSheet("10.cosine", wrong=[], right=RIGHT)]
