"""Deltas of the hidden units, wrong and right."""

import numpy as np
from scipy.special import expit

from tests.labs.answer_sheet import AnswerSheet


def hidden_delta_by_loops(delta_output, W2, y_hidden):
    answer = np.empty_like(y_hidden)
    for j, y in enumerate(y_hidden):
        back = 0.0
        for k, d in enumerate(delta_output):
            back += W2[j, k] * d
        answer[j] = back * y * (1 - y)
    return answer


def overwritten_in_the_loop(delta_output, W2, y_hidden):
    answer = np.zeros(len(y_hidden))
    for j in range(len(y_hidden)):
        for k in range(len(delta_output)):
            answer[j] = W2[j, k] * delta_output[k] * y_hidden[j] * (1 - y_hidden[j])
    return answer


SHEETS = [AnswerSheet(
    "01.hidden_delta",
    wrong=[
        (lambda d, W, y: np.dot(W.T, d) * (y - y**2), "weights transposed"),
        lambda d, W, y: d @ W * y * (1 - y),
        (lambda d, W, y: np.dot(W, d), "f' missing"),
        (lambda d, W, y: np.dot(W, d) * expit(y) * expit(-y), "f' at the wrong place"),
        (lambda d, W, y: -np.dot(W, d) * y * (1 - y), "sign"),
        lambda d, W, y: np.sum(W, axis=1) * y * (1 - y),
        lambda d, W, y: np.sum(d) * y * (1 - y),
        lambda d, W, y: (W * d).mean(axis=1) * y * (1 - y),
        (overwritten_in_the_loop, "last output only"),
        lambda d, W, y: y - y**2,
        lambda d, W, y: np.dot(W, d) * (1 - y**2),
        lambda d, W, y: np.dot(W, d) * y**2 * (1 - y) ** 2,
        lambda d, W, y: W * d,
        lambda d, W, y: (W * d).T * y * (1 - y),
        lambda d, W, y: 2 * np.dot(W, d) * y * (1 - y),
        lambda d, W, y: W.dot(d) * y,
        lambda d, W, y: sum(W.dot(d) * y * (1 - y)),
        lambda d, W, y: d * y * (1 - y),
    ],
    right=[
        hidden_delta_by_loops,
        lambda d, W, y: d @ W.T * y * (1 - y),
        lambda d, W, y: np.einsum("jk,k,j->j", W, d, y - y * y),
        lambda d, W, y: (W * d).sum(axis=1) * (0.25 - (y - 0.5) ** 2),
        lambda d, W, y: (np.float32(W) @ np.float32(d)) * np.float32(y) * (1 - np.float32(y)),
    ],
)]  # fmt: skip
