"""Answers to 13.normalise: one mean and one spread."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def by_pixel_with_epsilon(x_train, x_test):
    m, s = x_train.mean(0), x_train.std(0) + 1e-7
    return (x_train - m) / s, (x_test - m) / s


def own_image(x_train, x_test):
    def one(x):
        flat = x.reshape(len(x), -1)
        flat = (flat - flat.mean(1, keepdims=True)) / flat.std(1, keepdims=True)
        return flat.reshape(x.shape)

    return one(x_train), one(x_test)


def pooled(x_train, x_test):
    both = np.concatenate((x_train.ravel(), x_test.ravel()))
    return (x_train - both.mean()) / both.std(), (x_test - both.mean()) / both.std()


def in_place(x_train, x_test):
    m, s = x_train.mean(), x_train.std()
    x_train -= m
    x_train /= s
    x_test -= m
    x_test /= s
    return x_train, x_test


def mean_after_change(x_train, x_test):
    x_train = x_train - x_train.mean()
    return x_train / x_train.std(), (x_test - x_train.mean()) / x_train.std()


def sum_formula(a, b):
    n = a.size
    m = sum(a.ravel()) / n
    s = (sum((v - m) ** 2 for v in a.ravel()) / n) ** 0.5
    return (a - m) / s, (b - m) / s


def z(x, ref):
    return (x - ref.mean()) / ref.std()


SHEETS = [
    AnswerSheet(
        "13.normalise",
        wrong=[
            (lambda a, b: (z(a, a), z(b, b)), "test images with their own"),
            lambda a, b: (z(a, b), z(b, b)),
            lambda a, b: (z(a, a), (b - b.mean()) / a.std()),
            lambda a, b: (z(a, a), (b - a.mean()) / b.std()),
            pooled,
            by_pixel_with_epsilon,
            own_image,
            lambda a, b: ((a - a.mean()) / a.var(), (b - a.mean()) / a.var()),
            lambda a, b: (a - a.mean() / a.std(), b - a.mean() / a.std()),
            lambda a, b: (a - a.mean(), b - a.mean()),
            lambda a, b: (a / a.std(), b / a.std()),
            lambda a, b: (z(a, a), b),
            lambda a, b: ((a - a.min()) / (a.max() - a.min()), (b - a.min()) / (a.max() - a.min())),
            lambda a, b: (a / a.max(), b / a.max()),
            lambda a, b: (a / 255.0, b / 255.0),
            lambda a, b: ((a - 0.5) / 0.5, (b - 0.5) / 0.5),
            lambda a, b: ((a - a.mean(axis=0)) / a.std(), (b - a.mean(axis=0)) / a.std()),
            lambda a, b: z(a, a),
            lambda a, b: (z(b, a), z(a, a)),
            lambda a, b: ((a - a.mean()) * a.std(), (b - a.mean()) * a.std()),
            lambda a, b: ((a - np.median(a)) / a.std(), (b - np.median(a)) / a.std()),
            lambda a, b: ((a + a.mean()) / a.std(), (b + a.mean()) / a.std()),
            lambda a, b: ((a - a.mean()) / np.sqrt(a.std()), (b - a.mean()) / np.sqrt(a.std())),
            lambda a, b: ((a - a.mean()) / np.sqrt((a**2).mean()), (b - a.mean()) / np.sqrt((a**2).mean())),
            lambda a, b: None,
            in_place,
            mean_after_change,
        ],
        right=[
            sum_formula,
            lambda a, b: tuple((x - np.average(a)) / np.sqrt(np.var(a)) for x in (a, b)),
            lambda a, b: [x / a.std() - a.mean() / a.std() for x in (a, b)],
            lambda a, b: (z(a.astype(np.float32), a.astype(np.float32)), z(b.astype(np.float32), a.astype(np.float32))),
            lambda a, b: ((a - a.mean()) / np.sqrt((a**2).mean() - a.mean() ** 2), z(b, a)),
        ],
    )
]
