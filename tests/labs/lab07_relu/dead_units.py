"""Answers to the units that are dead, wrong and right."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def dead_by_counting(slope):
    found = []
    for unit in range(slope.shape[1]):
        alive = False
        for sample in range(slope.shape[0]):
            if slope[sample, unit] != 0:
                alive = True
        found.append(not alive)
    return np.array(found)


def dead_by_names(slope):
    return np.where((slope == 0).all(axis=0))[0]


def dead_by_if(slope):
    verdict = False
    if slope == 0:
        verdict = True
    return verdict


def dead_never_reset(slope):
    found, alive = [], False
    for unit in slope.T:
        for value in unit:
            if value != 0:
                alive = True
        found.append(not alive)
    return np.array(found)


WRONG = [
    lambda slope: (slope == 0).any(axis=0),
    lambda slope: (slope == 0).all(axis=1),
    lambda slope: (slope == 0).any(axis=1),
    lambda slope: slope.mean(axis=0) == 0,
    lambda slope: slope.sum(axis=0) == 0,
    lambda slope: np.isclose(slope.mean(axis=0), 0),
    lambda slope: slope.mean(axis=1) == 0,
    lambda slope: slope.sum() == 0,
    lambda slope: (slope == 0).all(),
    lambda slope: np.all(slope),
    lambda slope: slope.any(axis=0),
    lambda slope: (slope != 0).all(axis=0),
    lambda slope: ~slope.all(axis=0),
    lambda slope: (slope == 0).all(axis=0).sum(),
    lambda slope: (slope == 0).all(axis=0).mean(),
    lambda slope: (slope == 0).sum(axis=0),
    lambda slope: (slope == 0).mean(axis=0),
    lambda slope: slope[0] == 0,
    lambda slope: slope[-1] == 0,
    lambda slope: slope[:, 0] == 0,
    lambda slope: slope == 0,
    lambda slope: (slope < 0.01).all(axis=0),
    lambda slope: (np.abs(slope) < 0.01).all(axis=0),
    lambda slope: np.isclose(slope, 0).all(axis=0),
    lambda slope: (slope <= 0).all(axis=0),
    lambda slope: slope.max(axis=0) == 0,
    lambda slope: slope.max(axis=0) <= 0,
    lambda slope: slope.min(axis=0) == 0,
    lambda slope: (slope == 0).mean(axis=0) > 0.5,
    lambda slope: (slope == 0).sum(axis=0) == slope.shape[1],
    lambda slope: (slope == 0).sum(axis=1) == slope.shape[0],
    lambda slope: (slope == 0).all(axis=0, keepdims=True),
    lambda slope: slope.std(axis=0) == 0,
    lambda slope: slope.T == 0,
    lambda slope: not slope.any(axis=0),
    lambda slope: np.median(slope, axis=0) == 0,
    lambda slope: None,
    lambda slope: [u for u in range(slope.shape[1]) if not slope[:, u].any()],
    dead_by_names, dead_by_if, dead_never_reset,
]  # fmt: skip
RIGHT = [
    dead_by_counting,
    lambda slope: ~slope.any(axis=0),
    lambda slope: np.abs(slope).max(axis=0) == 0,
    lambda slope: np.count_nonzero(slope, axis=0) == 0,
    lambda slope: (slope == 0).sum(axis=0) == len(slope),
    lambda slope: np.array([all(unit == 0) for unit in slope.T], dtype=int),
    lambda slope: (slope.astype(np.float32) ** 2).sum(axis=0) == 0,
    lambda slope: (slope.max(axis=0) == 0) & (slope.min(axis=0) == 0),
]  # fmt: skip

SHEETS = [AnswerSheet("07.dead_units", WRONG, RIGHT)]
