"""Answers to the share of a unit's weights that move together, wrong and right."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def agreement_by_loop(gradients):
    shares = []
    for row in gradients:
        up = sum(1 for g in row if g > 0)
        down = sum(1 for g in row if g < 0)
        shares.append(1.0 if up + down == 0 else max(up, down) / (up + down))
    return np.array(shares)


def agreement_by_sum_of_signs(gradients):
    signs = np.sign(gradients)
    moving = np.abs(signs).sum(axis=1)
    share = 0.5 + 0.5 * np.abs(signs.sum(axis=1)) / np.where(moving, moving, 1)
    share[moving == 0] = 1
    return share


def agreement_by_rows(gradients):
    out = np.ones(len(gradients))
    for i, row in enumerate(gradients):
        row = row[row != 0]
        if row.size:
            p = np.mean(row > 0)
            out[i] = p if p >= 0.5 else 1 - p
    return out


def half_for_nothing(gradients):
    out = agreement_by_loop(gradients)
    out[(gradients == 0).all(axis=1)] = 0.5
    return out


def zero_for_nothing(gradients):
    out = agreement_by_loop(gradients)
    out[(gradients == 0).all(axis=1)] = 0
    return out


def by_sign_of_the_sum(gradients):
    rows = [row[row != 0] for row in gradients]
    return np.array([np.mean(np.sign(row) == np.sign(row.sum())) if row.size else 1.0 for row in rows])


def by_sizes(gradients):
    shares = []
    for row in gradients:
        up, down = row[row > 0].sum(), -row[row < 0].sum()
        shares.append(max(up, down) / (up + down) if up + down else 1.0)
    return np.array(shares)


WRONG = [
    lambda g: (g > 0).mean(axis=1),
    lambda g: (g >= 0).mean(axis=1),
    lambda g: np.maximum((g > 0).mean(axis=1), (g < 0).mean(axis=1)),
    lambda g: np.maximum((g >= 0).mean(axis=1), (g < 0).mean(axis=1)),
    lambda g: np.maximum((g > 0).mean(axis=1), (g <= 0).mean(axis=1)),
    lambda g: np.maximum((g >= 0).mean(axis=1), (g <= 0).mean(axis=1)),
    lambda g: np.maximum((g > 0).sum(axis=1), (g < 0).sum(axis=1)),
    lambda g: agreement_by_loop(g.T),
    lambda g: agreement_by_loop(g.reshape(1, -1))[0],
    lambda g: agreement_by_loop(g).mean(),
    lambda g: 100 * agreement_by_loop(g),
    lambda g: np.minimum((g > 0).sum(axis=1), (g < 0).sum(axis=1)) / np.maximum((g != 0).sum(axis=1), 1),
    lambda g: 1 - agreement_by_loop(g),
    lambda g: np.abs(np.sign(g).sum(axis=1)) / g.shape[1],
    lambda g: np.abs(np.sign(g).mean(axis=1)),
    lambda g: np.abs(g.sum(axis=1)) / np.abs(g).sum(axis=1),
    lambda g: np.sign(g).mean(axis=1),
    lambda g: (np.sign(g) == np.sign(g.sum(axis=1, keepdims=True))).mean(axis=1),
    lambda g: (np.sign(g) == np.sign(g[:, :1])).mean(axis=1),
    lambda g: (g > 0).sum(axis=1) / (g != 0).sum(axis=1),
    lambda g: np.maximum((g > 0).sum(axis=1), (g < 0).sum(axis=1)) / (g != 0).sum(axis=1),
    half_for_nothing,
    zero_for_nothing,
    lambda g: ((g > 0).all(axis=1) | (g < 0).all(axis=1)).astype(float),
    lambda g: np.maximum((g > 0).sum(axis=1), (g < 0).sum(axis=1)) / len(g),
    lambda g: (np.sign(g[1:]) == np.sign(g[:-1])).mean(axis=1),
    lambda g: np.ones(len(g)),
    lambda g: None,
    lambda g: agreement_by_loop(np.where(abs(g) > 1e-8, g, 0)),
    lambda g: np.where(g.any(axis=1), 1 - agreement_by_loop(g), 1),
    lambda g: np.abs(np.sign(g).sum(axis=1)) / np.maximum((g != 0).sum(axis=1), 1),
    by_sign_of_the_sum,
    by_sizes,
]
RIGHT = [
    agreement_by_loop,
    agreement_by_sum_of_signs,
    agreement_by_rows,
    lambda g: np.where(
        np.any(g, axis=1),
        np.fmax(np.sum(g > 0, 1), np.sum(g < 0, 1)) / np.fmax(np.count_nonzero(g, axis=1), 1),
        1.0,
    ).astype(np.float32),
]

SHEETS = [AnswerSheet("05.sign_agreement", WRONG, RIGHT)]
