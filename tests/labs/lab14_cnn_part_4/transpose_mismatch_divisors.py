"""Answers to 14.transpose_mismatch with other divisors and other products."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def dot(a, b):
    return np.sum(a * b)


def size(a):
    return np.sqrt(np.sum(a**2))


def sides(forward, back, x, y):
    return dot(forward(x), y), dot(x, back(y))


def gap(forward, back, x, y):
    one, other = sides(forward, back, x, y)
    return abs(one - other)


def by_images(forward, back, x, y):
    z = forward(x)
    return abs(np.dot(z, y) - np.dot(x, back(y))) / (np.linalg.norm(z) * np.linalg.norm(y))


def by_at(forward, back, x, y):
    z = forward(x)
    return abs(z @ y - x @ back(y)) / (size(z) * size(y))


def spectral(forward, back, x, y):
    z = forward(x)
    return gap(forward, back, x, y) / (np.linalg.norm(z, 2) * np.linalg.norm(y, 2))


def by_precedence(forward, back, x, y):
    return gap(forward, back, x, y) / size(forward(x)) * size(y)


def round_trip(forward, back, x, y):
    z = forward(x)
    return abs(dot(z, y) - dot(x, back(z))) / (size(z) * size(y))


def there_and_back(forward, back, x, y):
    return size(back(forward(x)) - x) / size(x)


def exchanged(forward, back, x, y):
    z = forward(y)
    return abs(dot(z, x) - dot(y, back(x))) / (size(z) * size(x))


def entry_by_entry(forward, back, x, y):
    z = forward(x)
    return abs(z * y - x * back(y)) / (size(z) * size(y))


def sum_of_gaps(forward, back, x, y):
    z = forward(x)
    return (np.abs(z * y).sum() - np.abs(x * back(y)).sum()) / (size(z) * size(y))


def ravelled_first(forward, back, x, y):
    x, y = x.ravel(), y.ravel()
    z = forward(x)
    return abs(z @ y - x @ back(y)) / (size(z) * size(y))


def cosines(forward, back, x, y):
    z, b = forward(x), back(y)
    return abs(dot(z, y) / (size(z) * size(y)) - dot(x, b) / (size(x) * size(b)))


def relative_to_larger(forward, back, x, y):
    one, other = sides(forward, back, x, y)
    return abs(one - other) / max(abs(one), abs(other))


def last_axis(forward, back, x, y):
    z = forward(x)
    return abs(dot(z, y) - dot(x, back(y))) / (np.linalg.norm(z, axis=-1) * np.linalg.norm(y, axis=-1)).sum()


def by_loops(forward, back, x, y):
    z, b = forward(x), back(y)
    one = sum(u * v for u, v in zip(z.flat, y.flat, strict=True))
    other = sum(u * v for u, v in zip(x.flat, b.flat, strict=True))
    lengths = math.sqrt(sum(u * u for u in z.flat)) * math.sqrt(sum(v * v for v in y.flat))
    return math.fabs(one - other) / lengths


def with_einsum(forward, back, x, y):
    z = forward(x)
    left = np.einsum("i,i->", np.ravel(z), np.ravel(y))
    right = np.einsum("i,i->", np.ravel(x), np.ravel(back(y)))
    return float(np.hypot(left - right, 0.0) / np.sqrt(np.vdot(z, z) * np.vdot(y, y)))


def scaled_before(forward, back, x, y):
    z = forward(x)
    length = np.linalg.norm(z.ravel())
    unit = y / np.linalg.norm(y.ravel())
    return abs(np.vdot(z / length, unit) - np.vdot(x / length, back(y)) / np.linalg.norm(y.ravel()))


WRONG = [
    lambda f, b, x, y: gap(f, b, x, y),
    lambda f, b, x, y: (dot(f(x), y) - dot(x, b(y))) / (size(f(x)) * size(y)),
    lambda f, b, x, y: (dot(x, b(y)) - dot(f(x), y)) / (size(f(x)) * size(y)),
    lambda f, b, x, y: gap(f, b, x, y) / (size(x) * size(y)),
    lambda f, b, x, y: gap(f, b, x, y) / (size(x) * size(b(y))),
    lambda f, b, x, y: gap(f, b, x, y) / (size(f(x)) * size(b(y))),
    lambda f, b, x, y: gap(f, b, x, y) / (dot(f(x), f(x)) * dot(y, y)),
    lambda f, b, x, y: gap(f, b, x, y) / (size(f(x)) * dot(y, y)),
    lambda f, b, x, y: gap(f, b, x, y) / abs(dot(f(x), y)),
    lambda f, b, x, y: gap(f, b, x, y) / abs(dot(x, b(y))),
    lambda f, b, x, y: gap(f, b, x, y) / size(f(x)),
    lambda f, b, x, y: gap(f, b, x, y) / size(y),
    lambda f, b, x, y: gap(f, b, x, y) / (size(f(x)) + size(y)),
    lambda f, b, x, y: gap(f, b, x, y) / size(f(x) * y),
    lambda f, b, x, y: gap(f, b, x, y) / (np.abs(f(x)).sum() * np.abs(y).sum()),
    lambda f, b, x, y: gap(f, b, x, y) / (np.abs(f(x)).max() * np.abs(y).max()),
    lambda f, b, x, y: gap(f, b, x, y) / (f(x).size * y.size),
    lambda f, b, x, y: gap(f, b, x, y) / (len(f(x)) * len(y)),
    lambda f, b, x, y: gap(f, b, x, y) / np.sqrt(np.mean(f(x) ** 2) * np.mean(y**2)),
    lambda f, b, x, y: gap(f, b, x, y) ** 2 / (size(f(x)) * size(y)),
    lambda f, b, x, y: abs(np.mean(f(x) * y) - np.mean(x * b(y))) / (size(f(x)) * size(y)),
    lambda f, b, x, y: abs(abs(dot(f(x), y)) - abs(dot(x, b(y)))) / (size(f(x)) * size(y)),
    lambda f, b, x, y: (abs(dot(f(x), y)) - abs(dot(x, b(y)))) / (size(f(x)) * size(y)),
    lambda f, b, x, y: abs(dot(f(x), y) + dot(x, b(y))) / (size(f(x)) * size(y)),
    lambda f, b, x, y: abs(dot(f(x), y)) / (size(f(x)) * size(y)),
    lambda f, b, x, y: abs(dot(f(x), y) / (size(f(x)) * size(y)) - dot(x, b(y))),
    lambda f, b, x, y: abs(f(x).sum() * y.sum() - x.sum() * b(y).sum()) / (size(f(x)) * size(y)),
    lambda f, b, x, y: bool(gap(f, b, x, y) < 1e-6),
    lambda f, b, x, y: round(float(gap(f, b, x, y) / (size(f(x)) * size(y))), 3),
    lambda f, b, x, y: np.array([gap(f, b, x, y) / (size(f(x)) * size(y))]),
    by_images,
    by_at,
    spectral,
    by_precedence,
    round_trip,
    there_and_back,
    exchanged,
    entry_by_entry,
    sum_of_gaps,
    ravelled_first,
    cosines,
    relative_to_larger,
    last_axis,
]
RIGHT = [by_loops, with_einsum, scaled_before, lambda f, b, x, y: gap(f, b, x, y) / (size(f(x)) * size(y))]
SHEETS = [AnswerSheet("14.transpose_mismatch", WRONG, RIGHT)]
