"""Answers to 13.weight_gradients: gradients of shared weights."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def rows_of(d):
    return d.transpose(1, 2, 3, 0).reshape(d.shape[1], -1)


def gradients(c, d, shape):
    return (rows_of(d) @ c.T).reshape(d.shape[1], *shape), d.sum(axis=(0, 2, 3))


def scaled(w=lambda d: 1.0, b=lambda d: 1.0):
    def answer(c, d, shape):
        dW, db = gradients(c, d, shape)
        return dW * w(d), db * b(d)

    return answer


def gradient_loops(c, d, shape):
    n, F, down, across = d.shape
    dW, db = np.zeros((F, *shape)), np.zeros(F)
    for f in range(F):
        for y in range(down):
            for x in range(across):
                for s in range(n):
                    dW[f] += d[s, f, y, x] * c[:, (y * across + x) * n + s].reshape(shape)
                    db[f] += d[s, f, y, x]
    return dW, db


def gradient_overwritten(c, d, shape):
    n, F, down, across = d.shape
    dW, db = np.zeros((F, *shape)), np.zeros(F)
    for y in range(down):
        for x in range(across):
            part = c.reshape(*shape, down, across, n)[:, :, :, y, x]
            dW = np.einsum("sf,cijs->fcij", d[:, :, y, x], part)
            db = d[:, :, y, x].sum(axis=0)
    return dW, db


def gradient_last_sample(c, d, shape):
    n, F, down, across = d.shape
    part = c.reshape(*shape, down, across, n)
    for s in range(n):
        dW = np.einsum("fyx,cijyx->fcij", d[s], part[..., s])
        db = d[s].sum(axis=(1, 2))
    return dW, db


def gradient_wrong_rows(make):
    def answer(c, d, shape):
        return (make(d) @ c.T).reshape(-1, *shape), d.sum(axis=(0, 2, 3))

    return answer


def n_samples(d):
    return 1 / len(d)


def n_places(d):
    return 1 / d[0, 0].size


def n_both(d):
    return 1 / d[:, 0].size


SHEETS = [
    AnswerSheet(
        "13.weight_gradients",
        wrong=[
            (gradient_wrong_rows(lambda d: d.reshape(d.shape[1], -1)), "reshaped without transposing"),
            (gradient_wrong_rows(lambda d: d.swapaxes(0, 1).reshape(d.shape[1], -1)), "samples before places"),
            gradient_wrong_rows(lambda d: d.transpose(1, 3, 2, 0).reshape(d.shape[1], -1)),
            gradient_wrong_rows(lambda d: rows_of(d)[:, ::-1]),
            scaled(n_samples, n_samples),
            scaled(n_places, n_places),
            scaled(n_both, n_both),
            scaled(b=n_both),
            scaled(b=n_samples),
            scaled(w=n_samples),
            scaled(w=n_both),
            scaled(lambda d: -1, lambda d: -1),
            scaled(lambda d: -1),
            scaled(b=lambda d: 2),
            scaled(b=lambda d: 0),
            scaled(lambda d: 2, lambda d: 2),
            lambda c, d, shape: (gradients(c, d, shape)[0], d.sum(axis=(2, 3))),
            lambda c, d, shape: (gradients(c, d, shape)[0], d.sum(axis=0)),
            lambda c, d, shape: (gradients(c, d, shape)[0], d.sum()),
            lambda c, d, shape: (gradients(c, d, shape)[0], d.sum(axis=(1, 2, 3))),
            lambda c, d, shape: (gradients(c, d, shape)[0], rows_of(d).sum(axis=1, keepdims=True)),
            lambda c, d, shape: (gradients(c, d, shape)[0][:, :, ::-1, ::-1], gradients(c, d, shape)[1]),
            lambda c, d, shape: ((c @ rows_of(d).T).reshape(-1, *shape), d.sum(axis=(0, 2, 3))),
            lambda c, d, shape: (rows_of(d) @ c.T, d.sum(axis=(0, 2, 3))),
            lambda c, d, shape: gradients(c, d, shape)[0],
            lambda c, d, shape: gradients(c, d, shape)[::-1],
            lambda c, d, shape: ((rows_of(d) @ c.T).reshape(*shape, -1), d.sum(axis=(0, 2, 3))),
            lambda c, d, shape: None,
            gradient_overwritten,
            gradient_last_sample,
        ],
        right=[
            gradient_loops,
            gradients,
            lambda c, d, shape: (
                np.einsum("sfyx,cijyxs->fcij", d, c.reshape(*shape, *d.shape[2:], len(d))),
                np.einsum("sfyx->f", d),
            ),
            lambda c, d, shape: ((c @ rows_of(d).T).T.reshape(-1, *shape), rows_of(d) @ np.ones(rows_of(d).shape[1])),
            lambda c, d, shape: list(gradients(c.astype(np.float32), d.astype(np.float32), shape)),
        ],
    )
]
