"""Whole answers to 12.project_back, written from its text alone: the way back from responses to pixels."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet

WRONG = [
    lambda T, r, h, w: r @ T,  # no reshape
    lambda T, r, h, w: T.T @ r,  # shape error
    lambda T, r, h, w: (T.T @ r.T).reshape(-1, h, w),  # order of axes
    lambda T, r, h, w: (T.T @ r.T).reshape(h, w, -1),  # samples last
    lambda T, r, h, w: (r @ T).reshape(-1, w, h),
    lambda T, r, h, w: (r @ np.linalg.pinv(T).T).reshape(-1, h, w),
    lambda T, r, h, w: np.linalg.lstsq(T, r.T, rcond=None)[0].T.reshape(-1, h, w),
    lambda T, r, h, w: (r @ T).reshape(h, w),
    lambda T, r, h, w: (T.T @ r[0]).reshape(h, w),
    lambda T, r, h, w: (T.T @ r.sum(axis=0)).reshape(h, w),
    lambda T, r, h, w: (T.T @ r.mean(axis=0)).reshape(1, h, w),
    lambda T, r, h, w: (r @ T).reshape(-1, h, w) / len(T),
    lambda T, r, h, w: np.array([(T @ one).reshape(h, w) for one in r]),
    lambda T, r, h, w: np.maximum((r @ T).reshape(-1, h, w), 0),
    lambda T, r, h, w: (r @ T).reshape(-1, 1, h, w),
    lambda T, r, h, w: np.array([(T.T @ one).reshape(h, w, order="F") for one in r]),
]


RIGHT = [
    lambda T, r, h, w: (T.T @ r.T).T.reshape(len(r), h, w),
    lambda T, r, h, w: np.stack([sum(v * row for v, row in zip(one, T, strict=False)).reshape(h, w) for one in r]),
    lambda T, r, h, w: np.tensordot(r, T.reshape(-1, h, w), axes=1),
    lambda T, r, h, w: np.einsum("sr,rhw->shw", r, T.reshape(len(T), h, w)),
    lambda T, r, h, w: np.matmul(r, T).reshape((r.shape[0], h, w)),
    lambda T, r, h, w: np.array([np.dot(T.transpose(), one).reshape(h, w).tolist() for one in r]),
]

SHEETS = [AnswerSheet("12.project_back", wrong=WRONG, right=RIGHT)]
