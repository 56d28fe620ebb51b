"""Lab 10's checks against answers written from the lab's text alone, for each exercise but the recipe."""

# ruff: noqa: B905, NPY002  (students write zip without strict, and use the old generator)

import math
import statistics
from collections import Counter

import numpy as np
import pandas as pd

from tests.labs.answer_sheet import AnswerSheet


# --- gain ---
def gain_wrong_1(base, changed):  # divides the spread by n instead
    d = [c - b for b, c in zip(base, changed)]
    m = sum(d) / len(d)
    return m, math.sqrt(sum((x - m) ** 2 for x in d) / len(d))


def gain_wrong_2(base, changed):  # forgot root
    g = changed - base
    m = g.mean()
    return m, sum((g - m) ** 2) / (len(g) - 1)


def gain_wrong_3(base, changed):  # forgot to subtract mean
    g = changed - base
    return g.mean(), np.sqrt((g**2).sum() / (len(g) - 1))


def gain_wrong_4(base, changed):  # root of sum, 1/(n-1) outside root
    g = changed - base
    return g.mean(), 1 / (len(g) - 1) * np.sqrt(((g - g.mean()) ** 2).sum())


def gain_wrong_5(base, changed):  # fixed n=5
    g = changed - base
    return g.sum() / 5, np.sqrt(((g - g.mean()) ** 2).sum() / 4)


def gain_wrong_6(base, changed):  # precedence slip: 1/n-1
    n = len(base)
    g = changed - base
    return g.mean(), np.sqrt(abs(1 / n - 1) * ((g - g.mean()) ** 2).sum())


def gain_wrong_7(base, changed):  # mean abs deviation
    g = changed - base
    return g.mean(), np.abs(g - g.mean()).mean()


def gain_wrong_8(base, changed):  # spread of base & changed pooled
    g = changed - base
    return g.mean(), np.std(np.concatenate([base, changed]), ddof=1)


def gain_wrong_9(base, changed):  # returns a string
    g = changed - base
    return f"{g.mean():.3f} +- {g.std(ddof=1):.3f}"


def gain_wrong_10(base, changed):  # prints
    g = changed - base
    print(g.mean(), g.std(ddof=1))


def gain_wrong_11(base, changed):  # half the difference
    m = (base + changed) / 2
    return m.mean(), m.std(ddof=1)


def gain_wrong_12(base, changed):  # std of differences scaled by mean (coefficient of variation)
    g = changed - base
    return g.mean(), g.std(ddof=1) / g.mean()


def gain_wrong_13(base, changed):  # all pairs, not same seed
    g = (changed[:, None] - base[None, :]).ravel()
    return g.mean(), g.std(ddof=1)


def gain_wrong_14(base, changed):  # rounds
    g = changed - base
    return round(g.mean(), 2), round(g.std(ddof=1), 2)


def gain_wrong_15(base, changed):  # in-place
    changed -= base
    return changed.mean(), changed.std(ddof=1)


def gain_wrong_16(base, changed):  # sum
    g = changed - base
    return g.sum(), g.std(ddof=1)


def gain_wrong_17(base, changed):  # squared before mean-of-mean
    g = changed - base
    return g.mean(), np.sqrt(g.var())


def gain_wrong_18(base, changed):  # means as vector differences, confidence interval
    g = changed - base
    return g.mean(), 1.96 * g.std(ddof=1) / np.sqrt(len(g))


GAIN_WRONG = [
    gain_wrong_1,
    gain_wrong_2,
    gain_wrong_3,
    gain_wrong_4,
    gain_wrong_5,
    gain_wrong_6,
    gain_wrong_7,
    gain_wrong_8,
    gain_wrong_9,
    gain_wrong_10,
    gain_wrong_11,
    gain_wrong_12,
    gain_wrong_13,
    gain_wrong_14,
    gain_wrong_15,
    gain_wrong_16,
    gain_wrong_17,
    gain_wrong_18,
]


def gain_right_1(base, changed):
    d = [c - b for b, c in zip(base, changed)]
    return statistics.mean(map(float, d)), statistics.stdev(map(float, d))


def gain_right_2(base, changed):
    d = pd.Series(changed) - pd.Series(base)
    return d.mean(), d.std()


def gain_right_3(base, changed):
    g = np.subtract(changed, base)
    n = len(g)
    return [g.sum() / n, np.sqrt((np.sum(g**2) - n * g.mean() ** 2) / (n - 1))]


def gain_right_4(base, changed):
    g = changed - base
    return np.array([g.mean(), np.sqrt(g.var(ddof=1))])


def gain_right_5(base, changed):
    g = changed - base
    n = len(g)
    return np.mean(g), np.std(g) * np.sqrt(n / (n - 1))


def gain_right_6(base, changed):
    g = base - changed
    return -g.mean(), np.linalg.norm(g - g.mean()) / (len(g) - 1) ** 0.5


GAIN_RIGHT = [gain_right_1, gain_right_2, gain_right_3, gain_right_4, gain_right_5, gain_right_6]


# --- batches ---
def batches_wrong_1(x, t, batch_size, rng):  # no shuffle
    out = []
    for i in range(0, len(x), batch_size):
        out.append((x[i : i + batch_size], t[i : i + batch_size]))
    return out


def batches_wrong_2(x, t, batch_size, rng):  # two permutations
    p, q = rng.permutation(len(x)), rng.permutation(len(x))
    return [(x[p[i : i + batch_size]], t[q[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def batches_wrong_3(x, t, batch_size, rng):  # drops last
    p = rng.permutation(len(x))
    n = len(x) // batch_size
    return [
        (x[p[i * batch_size : (i + 1) * batch_size]], t[p[i * batch_size : (i + 1) * batch_size]]) for i in range(n)
    ]


def batches_wrong_4(x, t, batch_size, rng):  # empty last batch when it divides
    p = rng.permutation(len(x))
    n = len(x) // batch_size + 1
    return [
        (x[p[i * batch_size : (i + 1) * batch_size]], t[p[i * batch_size : (i + 1) * batch_size]]) for i in range(n)
    ]


def batches_wrong_5(x, t, batch_size, rng):  # in place, both shuffled apart
    rng.shuffle(x)
    rng.shuffle(t)
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def batches_wrong_6(x, t, batch_size, rng):  # with replacement
    out = []
    for _ in range(math.ceil(len(x) / batch_size)):
        k = rng.integers(0, len(x), batch_size)
        out.append((x[k], t[k]))
    return out


def batches_wrong_7(x, t, batch_size, rng):  # choice w/o replacement in each batch, but repeats among batches
    out = []
    for i in range(0, len(x), batch_size):
        k = rng.choice(len(x), min(batch_size, len(x) - i), replace=False)
        out.append((x[k], t[k]))
    return out


def batches_wrong_8(x, t, batch_size, rng):  # np.random
    p = np.random.permutation(len(x))
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def batches_wrong_9(x, t, batch_size, rng):  # fixed seed rng
    rng = np.random.default_rng(0)
    p = rng.permutation(len(x))
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def batches_wrong_10(x, t, batch_size, rng):  # only the order of batches is random
    starts = rng.permutation(range(0, len(x), batch_size))
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in starts]


def batches_wrong_11(x, t, batch_size, rng):  # two lists instead of pairs
    p = rng.permutation(len(x))
    xs = [x[p[i : i + batch_size]] for i in range(0, len(x), batch_size)]
    ts = [t[p[i : i + batch_size]] for i in range(0, len(x), batch_size)]
    return xs, ts


def batches_wrong_12(x, t, batch_size, rng):  # shuffles within each batch only
    out = []
    for i in range(0, len(x), batch_size):
        p = i + rng.permutation(len(x[i : i + batch_size]))
        out.append((x[p], t[p]))
    return out


def batches_wrong_13(x, t, batch_size, rng):  # only first batch
    p = rng.permutation(len(x))
    for i in range(0, len(x), batch_size):
        return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]])]


def batches_wrong_14(x, t, batch_size, rng):  # batch_size taken as number of batches
    p = rng.permutation(len(x))
    return [(x[k], t[k]) for k in np.array_split(p, batch_size)]


def batches_wrong_15(x, t, batch_size, rng):  # equal batches via array_split
    p = rng.permutation(len(x))
    return [(x[k], t[k]) for k in np.array_split(p, math.ceil(len(x) / batch_size))]


def batches_wrong_16(x, t, batch_size, rng):  # x shuffled, targets not
    x = x[rng.permutation(len(x))]
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def batches_wrong_17(x, t, batch_size, rng):  # overlapping: step 1
    p = rng.permutation(len(x))
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(len(x))]


def batches_wrong_18(x, t, batch_size, rng):  # one sample too few
    p = rng.permutation(len(x) - 1)
    return [(x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(p), batch_size)]


def batches_wrong_19(x, t, batch_size, rng):  # returns indices
    p = rng.permutation(len(x))
    return [p[i : i + batch_size] for i in range(0, len(x), batch_size)]


def batches_wrong_20(x, t, batch_size, rng):  # (t, x)
    p = rng.permutation(len(x))
    return [(t[p[i : i + batch_size]], x[p[i : i + batch_size]]) for i in range(0, len(x), batch_size)]


def batches_wrong_21(x, t, batch_size, rng):  # in place shuffle with paired
    p = rng.permutation(len(x))
    x[:] = x[p]
    t[:] = t[p]
    return [(x[i : i + batch_size], t[i : i + batch_size]) for i in range(0, len(x), batch_size)]


BATCHES_WRONG = [
    batches_wrong_1,
    batches_wrong_2,
    batches_wrong_3,
    batches_wrong_4,
    batches_wrong_5,
    batches_wrong_6,
    batches_wrong_7,
    batches_wrong_8,
    batches_wrong_9,
    batches_wrong_10,
    batches_wrong_11,
    batches_wrong_12,
    batches_wrong_13,
    batches_wrong_14,
    batches_wrong_15,
    batches_wrong_16,
    batches_wrong_17,
    batches_wrong_18,
    batches_wrong_19,
    batches_wrong_20,
    batches_wrong_21,
]


def batches_right_1(x, t, batch_size, rng):
    idx = np.arange(len(x))
    rng.shuffle(idx)
    xs, ts = x[idx], t[idx]
    return [(xs[i : i + batch_size], ts[i : i + batch_size]) for i in range(0, len(x), batch_size)]


def batches_right_2(x, t, batch_size, rng):
    p = rng.permutation(len(x))
    return [(x[k], t[k]) for k in np.split(p, range(batch_size, len(x), batch_size))]


def batches_right_3(x, t, batch_size, rng):
    left = list(rng.permutation(len(x)))
    out = []
    while left:
        now, left = left[:batch_size], left[batch_size:]
        out.append([x[now], t[now]])
    return out


def batches_right_4(x, t, batch_size, rng):
    p = np.argsort(rng.random(len(x)))
    return tuple((x[p[i : i + batch_size]], t[p[i : i + batch_size]]) for i in range(0, len(p), batch_size))


def batches_right_5(x, t, batch_size, rng):
    p = rng.choice(len(x), size=len(x), replace=False)
    n = -(-len(x) // batch_size)
    return [
        (
            np.take(x, p[i * batch_size : (i + 1) * batch_size], axis=0),
            np.take(t, p[i * batch_size : (i + 1) * batch_size], axis=0),
        )
        for i in range(n)
    ]


def batches_right_6(x, t, batch_size, rng):
    def gen():
        p = rng.permutation(len(x))
        for i in range(0, len(x), batch_size):
            yield x[p[i : i + batch_size]], t[p[i : i + batch_size]]

    return list(gen())


BATCHES_RIGHT = [batches_right_1, batches_right_2, batches_right_3, batches_right_4, batches_right_5, batches_right_6]

# --- cosine ---
C, PI = np.cos, np.pi


def cosine_wrong_1(step, rate, steps, warmup, final):  # no warm-up
    s = min(1, step / steps)
    return final + (rate - final) / 2 * (1 + C(PI * s))


def cosine_wrong_2(step, rate, steps, warmup, final):  # warm-up from zero
    if step < warmup:
        return rate * step / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def cosine_wrong_3(step, rate, steps, warmup, final):  # s = i/n after warm up
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * step / steps))


def cosine_wrong_4(step, rate, steps, warmup, final):  # s = (i-w)/n
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / steps))


def cosine_wrong_5(step, rate, steps, warmup, final):  # forgets final in the amplitude
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + rate / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def cosine_wrong_6(step, rate, steps, warmup, final):  # forgets adding final
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def cosine_wrong_7(step, rate, steps, warmup, final):  # comes back up after n
    if step < warmup:
        return rate * (step + 1) / warmup
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def cosine_wrong_8(step, rate, steps, warmup, final):  # degrees
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(180 * (step - warmup) / (steps - warmup)))


def cosine_wrong_9(step, rate, steps, warmup, final):  # 2 pi
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(2 * PI * (step - warmup) / (steps - warmup)))


def cosine_wrong_10(step, rate, steps, warmup, final):  # pi/2 quarter wave
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) * C(PI / 2 * (step - warmup) / (steps - warmup))


def cosine_wrong_11(step, rate, steps, warmup, final):  # no half
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) * (1 + C(PI * (step - warmup) / (steps - warmup)))


def cosine_wrong_12(
    step, rate, steps, warmup, final
):  # <= warmup: gives rate*(w+1)/w at w, divides by 0 when warmup = 0
    if step <= warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def cosine_wrong_13(step, rate, steps, warmup, final):  # after n returns 0
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return 0
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def cosine_wrong_14(step, rate, steps, warmup, final):  # nothing after n
    if step < warmup:
        return rate * (step + 1) / warmup
    if warmup <= step < steps:
        return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def cosine_wrong_15(step, rate, steps, warmup, final):  # n counted after warm-up
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= warmup + steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / steps))


def cosine_wrong_16(step, rate, steps, warmup, final):  # 1 - cos
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 - C(PI * (step - warmup) / (steps - warmup)))


def cosine_wrong_17(step, rate, steps, warmup, final):  # linear decay
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) * (1 - (step - warmup) / (steps - warmup))


def cosine_wrong_18(step, rate, steps, warmup, final):  # ends at steps - 1
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup - 1)))


def cosine_wrong_19(step, rate, steps, warmup, final):  # climbs from final
    if step < warmup:
        return final + (rate - final) * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def cosine_wrong_20(step, rate, steps, warmup, final):  # precedence: step - warmup / steps - warmup
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup / steps - warmup)))


def cosine_wrong_21(step, rate, steps, warmup, final):  # step+1 precedence
    if step < warmup:
        return rate * step + 1 / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * (step - warmup) / (steps - warmup)))


def cosine_wrong_22(step, rate, steps, warmup, final):  # cos outside parens: (1+cos(pi)) * s
    if step < warmup:
        return rate * (step + 1) / warmup
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI) * (step - warmup) / (steps - warmup))


def cosine_wrong_23(step, rate, steps, warmup, final):  # math.cos of floor division
    if step < warmup:
        return rate * ((step + 1) // warmup)
    if step >= steps:
        return final
    return final + (rate - final) / 2 * (1 + C(PI * ((step - warmup) // (steps - warmup))))


def cosine_wrong_24(step, rate, steps, warmup, final):  # returns list
    return [
        rate * (i + 1) / warmup
        if i < warmup
        else final + (rate - final) / 2 * (1 + C(PI * (i - warmup) / (steps - warmup)))
        for i in range(steps)
    ]


COSINE_WRONG = [
    cosine_wrong_1,
    cosine_wrong_2,
    cosine_wrong_3,
    cosine_wrong_4,
    cosine_wrong_5,
    cosine_wrong_6,
    cosine_wrong_7,
    cosine_wrong_8,
    cosine_wrong_9,
    cosine_wrong_10,
    cosine_wrong_11,
    cosine_wrong_12,
    cosine_wrong_13,
    cosine_wrong_14,
    cosine_wrong_15,
    cosine_wrong_16,
    cosine_wrong_17,
    cosine_wrong_18,
    cosine_wrong_19,
    cosine_wrong_20,
    cosine_wrong_21,
    cosine_wrong_22,
    cosine_wrong_23,
    cosine_wrong_24,
]


def cosine_right_1(step, rate, steps, warmup, final):
    if step >= steps:
        return final
    if step < warmup:
        return rate / warmup * (step + 1)
    return final + (rate - final) * math.cos(math.pi * (step - warmup) / (steps - warmup) / 2) ** 2


def cosine_right_2(step, rate, steps, warmup, final):
    if step < warmup:
        return (step + 1) / warmup * rate
    elif step < steps:
        s = (step - warmup) / (steps - warmup)
        return final + 0.5 * (rate - final) * (1 + math.cos(math.pi * s))
    else:
        return final


def cosine_right_3(step, rate, steps, warmup, final):
    s = np.clip((step - warmup) / (steps - warmup), 0, 1)
    down = (rate + final) / 2 + (rate - final) / 2 * np.cos(np.pi * s)
    return np.where(step < warmup, rate * (step + 1) / max(warmup, 1), down)


def cosine_right_4(step, rate, steps, warmup, final):
    if step in range(warmup):
        return np.linspace(0, rate, warmup + 1)[step + 1]
    if step in range(warmup, steps):
        return rate - (rate - final) / 2 * (1 - np.cos(np.pi * (step - warmup) / (steps - warmup)))
    return final


def cosine_right_5(step, rate, steps, warmup, final):
    return (
        np.float32(rate * (step + 1) / warmup)
        if step < warmup
        else final
        if step >= steps
        else final + (rate - final) / 2 * (1 + np.exp(1j * np.pi * (step - warmup) / (steps - warmup)).real)
    )


COSINE_RIGHT = [cosine_right_1, cosine_right_2, cosine_right_3, cosine_right_4, cosine_right_5]


# --- confusion ---
def confusion_wrong_1(outputs, labels):  # transposed
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[a, label] += 1
    return m


def confusion_wrong_2(outputs, labels):  # argmax axis 0
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(0), labels):
        m[label, a] += 1
    return m


def confusion_wrong_3(outputs, labels):  # duplicates lost
    n = outputs.shape[1]
    m = np.zeros((n, n), int)
    m[labels, outputs.argmax(1)] += 1
    return m


def confusion_wrong_4(outputs, labels):  # rows normalised
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] += 1
    return m / m.sum(axis=1, keepdims=True)


def confusion_wrong_5(outputs, labels):  # always 10
    m = np.zeros((10, 10))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] += 1
    return m


def confusion_wrong_6(outputs, labels):  # number of classes from labels seen
    n = len(set(labels.tolist()))
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] += 1
    return m


def confusion_wrong_7(outputs, labels):  # max label + 1
    n = labels.max() + 1
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] += 1
    return m


def confusion_wrong_8(outputs, labels):  # only mistakes
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        if a != label:
            m[label, a] += 1
    return m


def confusion_wrong_9(outputs, labels):  # sums of outputs
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for o, label in zip(outputs, labels):
        m[label] += o
    return m


def confusion_wrong_10(outputs, labels):  # threshold .5
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for o, label in zip(outputs, labels):
        for j in range(n):
            if o[j] > 0.5:
                m[label, j] += 1
    return m


def confusion_wrong_11(outputs, labels):  # assigns 1
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] = 1
    return m


def confusion_wrong_12(outputs, labels):  # last of ties
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for o, label in zip(outputs, labels):
        m[label, n - 1 - o[::-1].argmax()] += 1
    return m


def confusion_wrong_13(outputs, labels):  # counts all ties
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for o, label in zip(outputs, labels):
        m[label] += o == o.max()
    return m


def confusion_wrong_14(outputs, labels):  # uninitialised: ones
    n = outputs.shape[1]
    m = np.ones((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] += 1
    return m


def confusion_wrong_15(outputs, labels):  # rounds outputs
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(np.round(outputs).argmax(1), labels):
        m[label, a] += 1
    return m


def confusion_wrong_16(outputs, labels):  # images x images
    n = len(labels)
    m = np.zeros((n, n))
    for i in range(n):
        m[labels[i], outputs[i].argmax()] += 1
    return m


def confusion_wrong_17(outputs, labels):  # return in the loop
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] += 1
        return m


def confusion_wrong_18(outputs, labels):  # list of lists aliasing
    n = outputs.shape[1]
    m = [[0] * n] * n
    for a, label in zip(outputs.argmax(1), labels):
        m[label][a] += 1
    return m


def confusion_wrong_19(outputs, labels):  # argmin
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmin(1), labels):
        m[label, a] += 1
    return m


def confusion_wrong_20(outputs, labels):  # share of all
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for a, label in zip(outputs.argmax(1), labels):
        m[label, a] += 1
    return m / len(labels)


def confusion_wrong_21(outputs, labels):  # loops one short
    n = outputs.shape[1]
    m = np.zeros((n, n))
    for i in range(1, len(labels)):
        m[labels[i], outputs[i].argmax()] += 1
    return m


def confusion_wrong_22(outputs, labels):  # accuracy
    return (outputs.argmax(1) == labels).mean()


def confusion_wrong_23(outputs, labels):  # crosstab only seen
    return pd.crosstab(labels, outputs.argmax(1)).to_numpy()


CONFUSION_WRONG = [
    confusion_wrong_1,
    confusion_wrong_2,
    confusion_wrong_3,
    confusion_wrong_4,
    confusion_wrong_5,
    confusion_wrong_6,
    confusion_wrong_7,
    confusion_wrong_8,
    confusion_wrong_9,
    confusion_wrong_10,
    confusion_wrong_11,
    confusion_wrong_12,
    confusion_wrong_13,
    confusion_wrong_14,
    confusion_wrong_15,
    confusion_wrong_16,
    confusion_wrong_17,
    confusion_wrong_18,
    confusion_wrong_19,
    confusion_wrong_20,
    confusion_wrong_21,
    confusion_wrong_22,
    confusion_wrong_23,
]


def confusion_right_1(outputs, labels):
    n = outputs.shape[1]
    return np.bincount(n * np.asarray(labels) + outputs.argmax(1), minlength=n * n).reshape(n, n)


def confusion_right_2(outputs, labels):
    n = outputs.shape[1]
    a = np.argmax(outputs, axis=1)
    return [[int(((labels == i) & (a == j)).sum()) for j in range(n)] for i in range(n)]


def confusion_right_3(outputs, labels):
    n = outputs.shape[1]
    e = np.eye(n)
    return e[labels].T @ e[outputs.argmax(1)]


def confusion_right_4(outputs, labels):
    n = outputs.shape[1]
    c = Counter(zip(labels.tolist(), outputs.argmax(1).tolist()))
    return np.array([[c[i, j] for j in range(n)] for i in range(n)])


def confusion_right_5(outputs, labels):
    n = outputs.shape[1]
    m = np.zeros((n, n), dtype=np.float32)
    np.add.at(m, (labels, outputs.argmax(axis=1)), 1)
    return m


CONFUSION_RIGHT = [confusion_right_1, confusion_right_2, confusion_right_3, confusion_right_4, confusion_right_5]


# --- choose ---
def choose_wrong_1(p, h):
    i = h.mean(1).argmax()
    return i, h[i].mean()


def choose_wrong_2(p, h):
    i = p.mean(1).argmax()
    return i, p[i].mean()


def choose_wrong_3(p, h):
    i = p.max(1).argmax()
    return i, h[i].mean()


def choose_wrong_4(p, h):
    i = p.mean(0).argmax()
    return i, h[i].mean()


def choose_wrong_5(p, h):
    i, s = np.unravel_index(p.argmax(), p.shape)
    return i, h[i, s]


def choose_wrong_6(p, h):
    i = p.mean(1).argmax()
    return i, h[i]


def choose_wrong_7(p, h):
    i = p.mean(1).argmax()
    return i, h[i].max()


def choose_wrong_8(p, h):
    i = p.mean(1).argmax()
    return i, h.mean()


def choose_wrong_9(p, h):
    i = p.argmax()
    return i, h.ravel()[i]


def choose_wrong_10(p, h):
    i = ((p + h) / 2).mean(1).argmax()
    return i, h[i].mean()


def choose_wrong_11(p, h):
    i = np.median(p, axis=1).argmax()
    return i, np.median(h[i])


def choose_wrong_12(p, h):
    i = p.mean(1).argmax()
    return i + 1, h[i].mean()


def choose_wrong_13(p, h):
    i = p.mean(1).argmax()
    return h[i].mean()


def choose_wrong_14(p, h):
    i = p.mean(1).argmax()
    return h[i].mean(), i


def choose_wrong_15(p, h):
    i = p.mean(1).argmin()
    return i, h[i].mean()


def choose_wrong_16(p, h):
    return p.mean(1).argmax(), h.mean(1).max()


def choose_wrong_17(p, h):
    i = p[:, 0].argmax()
    return i, h[i].mean()


def choose_wrong_18(p, h):
    i = (p.mean(1) - p.std(1)).argmax()
    return i, h[i].mean()


def choose_wrong_19(p, h):
    return p.mean(1).max(), h.mean(1).max()


def choose_wrong_20(p, h):
    i = p.argmax(axis=0)
    return i, h[i].mean()


def choose_wrong_21(p, h):
    best = 0
    for i in range(len(p)):
        if p[i].mean() > best:
            best = i
    return best, h[best].mean()


def choose_wrong_22(p, h):
    m = p.mean(1)
    i = m.argmax()
    return m[i], h[i].mean()


def choose_wrong_23(p, h):
    i = p.mean(1).argmax()
    return i, h[:, i].mean()


def choose_wrong_24(p, h):
    i = p.mean(1).argsort()[0]
    return i, h[i].mean()


def choose_wrong_25(p, h):
    i = p.mean(1).argmax()
    return i, h[i].mean() - p[i].mean()


def choose_wrong_26(p, h):
    i = p.min(1).argmax()
    return i, h[i].mean()


CHOOSE_WRONG = [
    choose_wrong_1,
    choose_wrong_2,
    choose_wrong_3,
    choose_wrong_4,
    choose_wrong_5,
    choose_wrong_6,
    choose_wrong_7,
    choose_wrong_8,
    choose_wrong_9,
    choose_wrong_10,
    choose_wrong_11,
    choose_wrong_12,
    choose_wrong_13,
    choose_wrong_14,
    choose_wrong_15,
    choose_wrong_16,
    choose_wrong_17,
    choose_wrong_18,
    choose_wrong_19,
    choose_wrong_20,
    choose_wrong_21,
    choose_wrong_22,
    choose_wrong_23,
    choose_wrong_24,
    choose_wrong_25,
    choose_wrong_26,
]


def choose_right_1(p, h):
    best, top = None, -1.0
    for i, row in enumerate(p):
        if sum(row) / len(row) > top:
            best, top = i, sum(row) / len(row)
    return best, sum(h[best]) / len(h[best])


def choose_right_2(p, h):
    i = max(range(len(p)), key=lambda k: np.mean(p[k]))
    return [i, np.mean(h[i])]


def choose_right_3(p, h):
    i = int(np.argmax(p.sum(axis=1)))
    return i, float(np.mean(h, axis=1)[i])


def choose_right_4(p, h):
    d = pd.DataFrame(p).mean(axis=1).idxmax()
    return d, pd.DataFrame(h).loc[d].mean()


def choose_right_5(p, h):
    i = np.argsort(-p.mean(1), kind="stable")[0]
    return np.array([i, h[i].mean()])


CHOOSE_RIGHT = [choose_right_1, choose_right_2, choose_right_3, choose_right_4, choose_right_5]


SHEETS = [
    AnswerSheet("10.gain", GAIN_WRONG, GAIN_RIGHT),
    AnswerSheet("10.batches", BATCHES_WRONG, BATCHES_RIGHT),
    AnswerSheet("10.cosine", COSINE_WRONG, COSINE_RIGHT),
    AnswerSheet("10.confusion", CONFUSION_WRONG, CONFUSION_RIGHT),
    AnswerSheet("10.choose", CHOOSE_WRONG, CHOOSE_RIGHT),
]
