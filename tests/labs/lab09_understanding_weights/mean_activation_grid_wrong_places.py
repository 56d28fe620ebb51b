"""The right means in wrong places, or with something else than nan in the gaps."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def fold(m, columns, fill=np.nan, order="C"):
    rows = -(-len(m) // columns)
    grid = np.full(rows * columns, fill, dtype=float)
    grid[: len(m)] = m
    return grid.reshape(rows, columns)


def down_the_columns(activations, columns):
    m = activations.mean(axis=0)
    rows = -(-len(m) // columns)
    grid = np.full(rows * columns, np.nan)
    grid[: len(m)] = m
    return grid.reshape(rows, columns, order="F")


def zeros_at_the_end(activations, columns):
    return fold(activations.mean(axis=0), columns, 0.0)


def columns_taken_for_rows(activations, columns):
    m = activations.mean(axis=0)
    width = -(-len(m) // columns)
    return fold(m, width)


def last_row_cut(activations, columns):
    m = activations.mean(axis=0)
    rows = len(m) // columns
    return m[: rows * columns].reshape(rows, columns)


def plain_reshape(activations, columns):
    return activations.mean(axis=0).reshape(-1, columns)


def gap_at_the_front(activations, columns):
    m = activations.mean(axis=0)
    rows = -(-len(m) // columns)
    return np.concatenate([np.full(rows * columns - len(m), np.nan), m]).reshape(rows, columns)


def one_row_too_many(activations, columns):
    m = activations.mean(axis=0)
    rows = len(m) // columns + 1
    grid = np.full((rows, columns), np.nan)
    grid.flat[: len(m)] = m
    return grid


def starts_over(activations, columns):
    m = activations.mean(axis=0)
    return np.resize(m, (-(-len(m) // columns), columns))


def last_repeated(activations, columns):
    m = activations.mean(axis=0)
    return np.pad(m, (0, -len(m) % columns), mode="edge").reshape(-1, columns)


def ragged(activations, columns):
    m = activations.mean(axis=0)
    return [list(m[i : i + columns]) for i in range(0, len(m), columns)]


def sideways(activations, columns):
    return fold(activations.mean(axis=0), columns).T


def not_folded(activations, columns):
    return activations.mean(axis=0)


def rows_by_round(activations, columns):
    m = activations.mean(axis=0)
    rows = round(len(m) / columns)
    grid = np.full(rows * columns, np.nan)
    grid[: len(m)] = m[: rows * columns]
    return grid.reshape(rows, columns)


def from_the_bottom(activations, columns):
    return fold(activations.mean(axis=0), columns)[::-1]


def snake(activations, columns):
    grid = fold(activations.mean(axis=0), columns)
    grid[1::2] = grid[1::2, ::-1]
    return grid


def minus_one_in_gaps(activations, columns):
    return fold(activations.mean(axis=0), columns, -1.0)


def square(activations, columns):
    m = activations.mean(axis=0)
    grid = np.full((columns, columns), np.nan)
    for i in range(min(len(m), columns**2)):
        grid[i // columns, i % columns] = m[i]
    return grid


def rows_by_columns_index(activations, columns):
    m = activations.mean(axis=0)
    rows = -(-len(m) // columns)
    grid = np.full((rows, columns), np.nan)
    for j in range(len(m)):
        grid[j // columns, j % rows % columns] = m[j]
    return grid


def none_in_gaps(activations, columns):
    m = list(activations.mean(axis=0))
    m += [None] * (-len(m) % columns)
    return np.array(m).reshape(-1, columns)


def filled_with_mean(activations, columns):
    m = activations.mean(axis=0)
    return fold(m, columns, m.mean())


def all_rows_full_of_nan(activations, columns):
    grid = np.full((math.ceil(activations.shape[1] / columns), columns), np.nan)
    for j in range(activations.shape[1]):
        grid[j // columns, j % columns] += activations[:, j].mean()
    return grid


def last_unit_forgotten(activations, columns):
    m = activations.mean(axis=0)
    grid = np.full((math.ceil(len(m) / columns), columns), np.nan)
    for j in range(len(m) - 1):
        grid[j // columns, j % columns] = m[j]
    return grid


WRONG = [
    down_the_columns, zeros_at_the_end, columns_taken_for_rows, last_row_cut, plain_reshape, gap_at_the_front,
    one_row_too_many, starts_over, last_repeated, ragged, sideways, not_folded, rows_by_round, from_the_bottom,
    snake, minus_one_in_gaps, square, rows_by_columns_index, none_in_gaps, filled_with_mean, all_rows_full_of_nan,
    last_unit_forgotten,
]  # fmt: skip

SHEETS = [AnswerSheet("09.mean_activation_grid", wrong=WRONG, right=[])]
