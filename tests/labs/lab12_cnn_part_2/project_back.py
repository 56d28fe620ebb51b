"""Answers to 12.project_back: the way back from responses to pixels."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet

BACK_WRONG = [
    lambda T, y, h, w: (y @ np.linalg.pinv(T).T).reshape(-1, h, w),
    lambda T, y, h, w: (y @ T).reshape(-1, w, h),
    lambda T, y, h, w: (y @ T).reshape(-1, w, h).transpose(0, 2, 1),
    lambda T, y, h, w: y @ T,
    lambda T, y, h, w: (y[0] @ T).reshape(h, w),
    lambda T, y, h, w: (y @ T).sum(axis=0).reshape(h, w),
    lambda T, y, h, w: (y @ T).mean(axis=0).reshape(h, w),
    lambda T, y, h, w: -(y @ T).reshape(-1, h, w),
    lambda T, y, h, w: (y @ T).reshape(-1, h, w)[:, ::-1, ::-1],
    lambda T, y, h, w: (y @ np.abs(T)).reshape(-1, h, w),
    lambda T, y, h, w: (np.maximum(y, 0) @ T).reshape(-1, h, w),
    lambda T, y, h, w: (np.sign(y) @ T).reshape(-1, h, w),
    lambda T, y, h, w: (T @ y.T).reshape(-1, h, w),
    lambda T, y, h, w: np.linalg.inv(T) @ y.T,
    lambda T, y, h, w: (y @ (T != 0)).reshape(-1, h, w),
    lambda T, y, h, w: (np.ones_like(y) @ T).reshape(-1, h, w),
    lambda T, y, h, w: (T.T @ y.T).reshape(-1, h, w),
    lambda T, y, h, w: (T.T @ y.T).reshape(h, w, -1),
    lambda T, y, h, w: (y @ T).reshape(h, w),
    lambda T, y, h, w: (y @ T / np.abs(T).sum(axis=0).clip(1e-9)).reshape(-1, h, w),
    lambda T, y, h, w: (y @ T).reshape(-1, h, w, order="F"),
    lambda T, y, h, w: (y @ T / len(T)).reshape(-1, h, w),
]


def back_loops(T, y, h, w):
    out = np.zeros((len(y), h * w))
    for s in range(len(y)):
        for r in range(len(T)):
            out[s] += y[s, r] * T[r]
    return out.reshape(len(y), h, w)


SHEETS = [
    AnswerSheet(
        "12.project_back",
        wrong=BACK_WRONG,
        right=[
            lambda T, y, h, w: (y @ T).reshape(-1, h, w),
            lambda T, y, h, w: np.array([(T.T @ one).reshape(h, w) for one in y]),
            lambda T, y, h, w: np.einsum("rp,sr->sp", T, y).reshape(len(y), h, w),
            back_loops,
        ],
    )
]
