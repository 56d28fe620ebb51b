"""Answers to the derivative of LeCun's tanh, wrong and right."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet

A, B = 1.7159, 2 / 3


def lecun_by_loop(y):
    y = np.asarray(y, dtype=float)
    return np.array([B / A * (A - v) * (A + v) for v in y.ravel()]).reshape(y.shape)


WRONG = [
    lambda y: 1 - y**2,
    lambda y: A * (1 - y**2),
    lambda y: B * (1 - y**2),
    lambda y: A * B * (1 - y**2),
    lambda y: A * (1 - (y / A) ** 2),
    lambda y: B * (1 - (y / A) ** 2),
    lambda y: 1 - (y / A) ** 2,
    lambda y: A * B * (1 - y**2 / A),
    lambda y: A * B * (1 - (A * y) ** 2),
    lambda y: A * B * (1 - y / A),
    lambda y: A * B * (1 - np.tanh(y) ** 2),
    lambda y: A * B * (1 - np.tanh(B * y) ** 2),
    lambda y: A * B * (1 - np.tanh(y / A) ** 2),
    lambda y: A * B * (1 - (A * np.tanh(B * y)) ** 2),
    lambda y: A * B**2 * (1 - (y / A) ** 2),
    lambda y: A**2 * B * (1 - (y / A) ** 2),
    lambda y: A / B * (1 - (y / A) ** 2),
    lambda y: B / A * (1 - (y / A) ** 2),
    lambda y: A * B * (1 - B * (y / A) ** 2),
    lambda y: A * 1.5 * (1 - (y / A) ** 2),
    lambda y: A * B * (1 + (y / A) ** 2),
    lambda y: A * B * ((y / A) ** 2 - 1),
    lambda y: A * B * (1 - (y / A) ** 2) * y,
    lambda y: A * B * (y / A) * (1 - y / A),
    lambda y: A * B * y * (1 - y),
    lambda y: A * np.tanh(B * y),
    lambda y: np.full(np.shape(y), A * B),
    lambda y: 1.72 * 0.67 * (1 - (y / 1.72) ** 2),
    lambda y: A * B * (1 - (y / A) ** 2) / 2,
    lambda y: A * 0.66 * (1 - (y / A) ** 2),
    lambda y: A * 0.667 * (1 - (y / A) ** 2),
    lambda y: A * 2 / 3 * 1 - (y / A) ** 2,
    lambda y: 1.716 * B * (1 - (y / 1.716) ** 2),
    lambda y: None,
]
RIGHT = [
    lecun_by_loop,
    lambda y: A * B - B / A * y**2,
    lambda y: A * B * (1 - (y / A) ** 2),
    lambda y: A * B / np.cosh(np.arctanh(np.clip(np.asarray(y) / A, -1 + 1e-16, 1 - 1e-16))) ** 2,
    lambda y: 2 * 1.7159 / 3 * (1 - np.square(np.float32(y) / np.float32(1.7159))),
]

SHEETS = [AnswerSheet("05.lecun_tanh_derivative", WRONG, RIGHT)]
