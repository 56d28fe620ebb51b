"""Pictures with too few rows, too many, or rows of another length."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab09_understanding_weights.mean_activation_grid import folded


def cut_to_whole_rows(a, columns):
    m = a.mean(axis=0)
    rows = max(1, len(m) // columns)
    out = np.full((rows, columns), np.nan)
    for j in range(min(len(m), rows * columns)):
        out[j // columns, j % columns] = m[j]
    return out


def rows_rounded(a, columns):
    m = a.mean(axis=0)
    rows = round(len(m) / columns)
    out = np.full(rows * columns, np.nan)
    out[: len(m)] = m[: rows * columns]
    return out.reshape(rows, columns)


def last_unit_forgotten(a, columns):
    m = a.mean(axis=0)
    out = folded(np.full(len(m), np.nan), columns)
    for j in range(len(m) - 1):
        out[j // columns, j % columns] = m[j]
    return out


def padded_whatever_is_left(a, columns):
    m = a.mean(axis=0)
    return np.append(m, [np.nan] * (columns - len(m) % columns)).reshape(-1, columns)


def snake(a, columns):
    out = folded(a.mean(axis=0), columns)
    out[1::2] = out[1::2, ::-1]
    return out


def square_of_my_own(a, columns):
    return folded(a.mean(axis=0), math.ceil(np.sqrt(a.shape[1])))


WRONG = [
    (cut_to_whole_rows, "rest thrown away, one row at least"), rows_rounded, (last_unit_forgotten, "last unit missing"),
    padded_whatever_is_left, snake, square_of_my_own,
    lambda a, columns: np.full((math.ceil(a.shape[1] / columns), columns), a.mean()),
    lambda a, columns: folded(np.full(a.shape[1], a.mean()), columns),
    lambda a, columns: folded(a.sum(axis=0) / columns, columns),
]  # fmt: skip
RIGHT = [
    lambda a, columns: np.array(
        [[a[:, r + c].mean() if r + c < a.shape[1] else np.nan for c in range(columns)]
         for r in range(0, a.shape[1], columns)]
    ),
    lambda a, columns: np.array([*a.mean(axis=0), *[None] * (-a.shape[1] % columns)], dtype=float).reshape(-1, columns),
]  # fmt: skip

SHEETS = [AnswerSheet("09.mean_activation_grid", WRONG, RIGHT)]
