"""Pictures of something else than each unit's mean."""

import math

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def fold(m, columns, fill=np.nan, order="C"):
    rows = -(-len(m) // columns)
    grid = np.full(rows * columns, fill, dtype=float)
    grid[: len(m)] = m
    return grid.reshape(rows, columns)


def mean_of_each_sample(activations, columns):
    return fold(activations.mean(axis=1), columns)


def sums(activations, columns):
    return fold(activations.sum(axis=0), columns)


def first_sample(activations, columns):
    return fold(activations[0], columns)


def largest(activations, columns):
    return fold(activations.max(axis=0), columns)


def medians(activations, columns):
    return fold(np.median(activations, axis=0), columns)


def mean_sizes(activations, columns):
    return fold(np.abs(activations).mean(axis=0), columns)


def spreads(activations, columns):
    return fold(activations.std(axis=0), columns)


def mean_of_everything(activations, columns):
    rows = -(-activations.shape[1] // columns)
    return np.full((rows, columns), activations.mean())


def integers(activations, columns):
    m = activations.mean(axis=0)
    grid = np.zeros((-(-len(m) // columns), columns), dtype=int)
    grid.flat[: len(m)] = m
    return grid


def folds_samples_too(activations, columns):
    return np.array([fold(a, columns) for a in activations])


def by_pad(activations, columns):
    m = activations.mean(axis=0)
    return np.pad(m, (0, -len(m) % columns), constant_values=np.nan).reshape(-1, columns)


def by_places(activations, columns):
    units = activations.shape[1]
    grid = np.full((math.ceil(units / columns), columns), np.nan)
    for j in range(units):
        grid[divmod(j, columns)] = sum(activations[:, j]) / len(activations)
    return grid


def by_rows(activations, columns):
    m = list(np.average(activations, axis=0))
    rows = []
    while m:
        row, m = m[:columns], m[columns:]
        rows.append(row + [float("nan")] * (columns - len(row)))
    return np.array(rows)


def by_concatenate(activations, columns):
    m = activations.mean(0)
    missing = (columns - len(m) % columns) % columns
    return np.concatenate([m, [np.nan] * missing]).reshape(-1, columns)


WRONG = [
    mean_of_each_sample, sums, first_sample, largest, medians, mean_sizes, spreads, mean_of_everything, integers,
    folds_samples_too,
]  # fmt: skip

RIGHT = [by_pad, by_places, by_rows, by_concatenate]

SHEETS = [AnswerSheet("09.mean_activation_grid", WRONG, RIGHT)]
