"""Answers to exercise 09.mean_activation_grid."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def zeros_at_the_end(a, columns):
    m = a.mean(axis=0)
    rows = math.ceil(len(m) / columns)
    out = np.zeros(rows * columns)
    out[: len(m)] = m
    return out.reshape(rows, columns)


def nan_in_front(a, columns):
    m = a.mean(axis=0)
    empty = -len(m) % columns
    return np.concatenate([np.full(empty, np.nan), m]).reshape(-1, columns)


def rest_thrown_away(a, columns):
    m = a.mean(axis=0)
    rows = len(m) // columns
    return m[: rows * columns].reshape(rows, columns)


def one_row_too_many(a, columns):
    m = a.mean(axis=0)
    rows = len(m) // columns + 1
    out = np.full(rows * columns, np.nan)
    out[: len(m)] = m
    return out.reshape(rows, columns)


def down_the_columns(a, columns):
    m = a.mean(axis=0)
    rows = -(-len(m) // columns)
    padded = np.concatenate([m, np.full(rows * columns - len(m), np.nan)])
    return padded.reshape(columns, rows).T


def fortran_order(a, columns):
    m = np.mean(a, 0)
    rows = -(-len(m) // columns)
    return np.pad(m, (0, rows * columns - len(m)), constant_values=np.nan).reshape((rows, columns), order="F")


def rows_for_columns(a, columns):
    m = np.mean(a, 0)
    across = -(-len(m) // columns)
    return np.pad(m, (0, across * columns - len(m)), constant_values=np.nan).reshape(columns, across)


def folded(values, columns):
    rows = -(-len(values) // columns)
    grid = np.full((rows, columns), np.nan)
    grid.ravel()[: len(values)] = values
    return grid


def by_two_loops(a, columns):
    n_samples, n_units = a.shape
    rows = n_units // columns + (n_units % columns > 0)
    picture = [[float("nan")] * columns for _ in range(rows)]
    for j in range(n_units):
        picture[j // columns][j % columns] = sum(a[s, j] for s in range(n_samples)) / n_samples
    return np.array(picture)


def with_divmod(a, columns):
    mean = np.average(a, axis=0)
    full, rest = divmod(mean.size, columns)
    grid = np.empty((full + bool(rest), columns))
    grid[:] = np.nan
    grid.flat[: mean.size] = mean
    return grid


def padded_first(a, columns):
    missing = (columns - a.shape[1] % columns) % columns
    wide = np.hstack([a, np.full((len(a), missing), np.nan)])
    return wide.mean(axis=0).reshape(-1, columns)


def by_matrix_product(a, columns):
    mean = np.ones(len(a)) @ a.astype(float) / len(a)
    return np.append(mean, [np.nan] * (-len(mean) % columns)).reshape(-1, columns)


def filled_with_the_mean(a, columns):
    m = a.mean(axis=0)
    return np.append(m, [m.mean()] * (-len(m) % columns)).reshape(-1, columns)


def repeated_by_resize(a, columns):
    m = a.mean(axis=0)
    return np.resize(m, (-(-len(m) // columns), columns))


def last_repeated(a, columns):
    m = a.mean(axis=0)
    return np.pad(m, (0, -len(m) % columns), mode="edge").reshape(-1, columns)


def minus_ones(a, columns):
    m = a.mean(axis=0)
    return np.append(m, -np.ones(-len(m) % columns)).reshape(-1, columns)


def upside_down(a, columns):
    return folded(a.mean(axis=0), columns)[::-1]


def shifted_by_one(a, columns):
    return folded(np.roll(a.mean(axis=0), 1), columns)


def edited(a, columns):
    a -= a.mean(axis=0)
    return folded(a.mean(axis=0), columns)


def scaled_for_display(a, columns):
    m = a.mean(axis=0)
    return folded((m - m.min()) / (m.max() - m.min() + 1e-12), columns)


WRONG = [
    zeros_at_the_end, nan_in_front, rest_thrown_away, one_row_too_many, down_the_columns, fortran_order,
    rows_for_columns, filled_with_the_mean, repeated_by_resize, last_repeated, minus_ones, upside_down,
    shifted_by_one, scaled_for_display,
    lambda a, columns: a.mean(axis=0).reshape(-1, columns),
    lambda a, columns: a.mean(axis=0).reshape(columns, -1),
    lambda a, columns: a.mean(axis=0),
    lambda a, columns: a.mean(),
    lambda a, columns: folded(a.mean(axis=1), columns),
    lambda a, columns: folded(a.sum(axis=0), columns),
    lambda a, columns: folded(a[0], columns),
    lambda a, columns: folded(a[-1], columns),
    lambda a, columns: folded(a.max(axis=0), columns),
    lambda a, columns: folded(a.std(axis=0), columns),
    lambda a, columns: folded(np.median(a, axis=0), columns),
    lambda a, columns: folded(np.abs(a).mean(axis=0), columns),
    lambda a, columns: folded((a > 0).mean(axis=0), columns),
    lambda a, columns: folded(np.sqrt((a**2).mean(axis=0)), columns),
    lambda a, columns: folded(a.mean(axis=0), columns).ravel(),
    lambda a, columns: folded(a.mean(axis=0), columns).T,
    lambda a, columns: folded(a.ravel(), columns),
    lambda a, columns: folded(a.sum(axis=0) / a.shape[1], columns),
    lambda a, columns: folded(np.sort(a.mean(axis=0)), columns),
    lambda a, columns: np.nan_to_num(folded(a.mean(axis=0), columns)),
    lambda a, columns: folded(a.mean(axis=0), int(np.sqrt(a.shape[1]))),
    lambda a, columns: np.mean(a, axis=0, keepdims=True),
    lambda a, columns: folded(a.min(axis=0), columns),
    lambda a, columns: [folded(one, columns) for one in a],
    lambda a, columns: np.round(folded(a.mean(axis=0), columns)),
    lambda a, columns: None,
    edited,
]  # fmt: skip
WRONG += [
    lambda a, columns: np.array_split(a.mean(axis=0), columns),
    lambda a, columns: np.pad(a.mean(axis=0), (0, -a.shape[1] % columns), constant_values=np.inf).reshape(-1, columns),
    lambda a, columns: a.mean(axis=0).reshape(round(a.shape[1] / columns), columns),
    lambda a, columns: a.mean(axis=0).reshape(columns, columns),
    lambda a, columns: folded(a.mean(axis=0) / a.mean(axis=0).max() if a.any() else a[0], columns),
    lambda a, columns: a[:, :columns],
    lambda a, columns: folded(a.T.mean(axis=0), columns),
    lambda a, columns: folded(a.mean(axis=0), columns).tolist()[0],
    lambda a, columns: folded(a.mean(axis=0)[::-1], columns),
    lambda a, columns: folded(a.mean(axis=0), columns)[:, ::-1],
    lambda a, columns: folded(a.mean(axis=0) > 0.5, columns),
    lambda a, columns: folded(a.sum(axis=0) / (len(a) - 1 or 1), columns),
]  # fmt: skip
RIGHT = [
    by_two_loops, with_divmod, padded_first, by_matrix_product,
    lambda a, columns: folded(a.mean(axis=0), columns),
    lambda a, columns: folded(a.mean(axis=0).astype(np.float32), columns),
    lambda a, columns: np.pad(a.mean(axis=0), (0, -a.shape[1] % columns), constant_values=np.nan).reshape(-1, columns),
    lambda a, columns: folded([math.fsum(unit) / len(unit) for unit in a.T.tolist()], columns),
]  # fmt: skip

SHEETS = [AnswerSheet("09.mean_activation_grid", WRONG, RIGHT)]
