"""First answers to exercise 10.cosine; those of one kind stand in the files beside."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def cosine_with_numpy(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    s = np.clip((step - warmup) / (steps - warmup), 0, 1)
    return final + 0.5 * (rate - final) * (1 + np.cos(np.pi * s))


def cosine_by_half_angle(step, rate, steps, warmup, final):
    if warmup > step:
        return (step + 1) * (rate / warmup)
    if step >= steps:
        return final
    return final + (rate - final) * math.cos(math.pi * (step - warmup) / (steps - warmup) / 2) ** 2


def cosine_by_interpolation(step, rate, steps, warmup, final):
    if step + 1 <= warmup:
        return np.interp(step + 1, [0, warmup], [0, rate])
    weight = (1 - math.cos(math.pi * min(step - warmup, steps - warmup) / (steps - warmup))) / 2
    return (1 - weight) * rate + weight * final


def cosine_in_degrees(step, rate, steps, warmup, final):
    if step in range(warmup):
        return rate / warmup * (step + 1)
    turned = math.radians(180 * min(1, (step - warmup) / (steps - warmup)))
    return (rate + final) / 2 + (rate - final) / 2 * math.cos(turned)


def cosine_in_float32(step, rate, steps, warmup, final):
    return np.float32(cosine_with_numpy(step, rate, steps, warmup, final))


def wave(s, rate, final):
    return final + (rate - final) * 0.5 * (1 + math.cos(math.pi * s))


def along(step, steps, warmup):
    return min((step - warmup) / (steps - warmup), 1)


def climbing(after, up=lambda step, rate, warmup, final: rate * (step + 1) / warmup):
    """The right warm-up, and something else after it."""

    def schedule(step, rate, steps, warmup, final):
        if step < warmup:
            return up(step, rate, warmup, final)
        return after(along(step, steps, warmup), rate, final)

    return schedule


def no_end(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave((step - warmup) / (steps - warmup), rate, final)


def one_too_long(step, rate, steps, warmup, final):
    if warmup and step <= warmup:
        return rate * (step + 1) / warmup
    return wave(along(step, steps, warmup), rate, final)


def one_too_long_from_0(step, rate, steps, warmup, final):
    if warmup and step <= warmup:
        return rate * step / warmup
    return wave(along(step, steps, warmup), rate, final)


def jump(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave(min(step / steps, 1), rate, final)


def does_not_arrive(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave(min((step - warmup) / steps, 1), rate, final)


def ahead(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave(min((step + 1 - warmup) / (steps - warmup), 1), rate, final)


def from_1_throughout(step, rate, steps, warmup, final):
    step += 1
    return cosine_with_numpy(step, rate, steps, warmup, final)


def divides_by_one_less(step, rate, steps, warmup, final):
    if step < warmup:
        return rate * (step + 1) / warmup
    return wave(min((step - warmup) / max(steps - 1 - warmup, 1), 1), rate, final)


def zero_after(step, rate, steps, warmup, final):
    return cosine_with_numpy(step, rate, steps, warmup, final) if step < steps else 0


def product(step, rate, steps, warmup, final):
    return min(1, (step + 1) / warmup if warmup else 1) * wave(min(step / steps, 1), rate, final)


WRONG = [
    no_end, one_too_long, one_too_long_from_0, jump, does_not_arrive, ahead, from_1_throughout, divides_by_one_less,
    zero_after, product,
    climbing(wave, up=lambda step, rate, warmup, final: rate * step / warmup),
    climbing(wave, up=lambda step, rate, warmup, final: final + (rate - final) * (step + 1) / warmup),
    climbing(wave, up=lambda step, rate, warmup, final: rate * (step + 1) / (warmup + 1)),
    climbing(wave, up=lambda step, rate, warmup, final: rate),
    climbing(lambda s, rate, final: rate * (1 + math.cos(math.pi * s)) / 2),
    climbing(lambda s, rate, final: final + rate * (1 + math.cos(math.pi * s)) / 2),
    climbing(lambda s, rate, final: max(final, rate * (1 + math.cos(math.pi * s)) / 2)),
    climbing(lambda s, rate, final: final + (rate - final) * (1 + math.cos(2 * math.pi * s)) / 2),
    climbing(lambda s, rate, final: final + (rate - final) * (1 + math.cos(180 * s)) / 2),
    climbing(lambda s, rate, final: final + (rate - final) * (1 + math.cos(s)) / 2),
    climbing(lambda s, rate, final: final + (rate - final) * math.cos(math.pi * s / 2)),
    climbing(lambda s, rate, final: final + (rate - final) * math.cos(math.pi * s)),
    climbing(lambda s, rate, final: final + (rate - final) * (1 + math.cos(math.pi * s))),
    climbing(lambda s, rate, final: final + (rate - final) * (1 - math.cos(math.pi * s)) / 2),
    climbing(lambda s, rate, final: rate + (final - rate) * s),
    climbing(lambda s, rate, final: rate),
    lambda step, rate, steps, warmup, final: wave(min(step / steps, 1), rate, final),
    lambda step, rate, steps, warmup, final: wave(along(max(step, warmup), steps, warmup), rate, final),
    lambda step, rate, steps, warmup, final: wave(along(step, steps, warmup), rate, final),
    lambda step, rate, steps, warmup, final: None,
]  # fmt: skip
RIGHT = [
    cosine_with_numpy, cosine_by_half_angle, cosine_by_interpolation, cosine_in_degrees, cosine_in_float32,
]  # fmt: skip


SHEETS = [AnswerSheet("10.cosine", WRONG, RIGHT)]
