"""Answers to 13.weight_gradients with one slip each, written from its text alone."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def rows(delta):
    """A filter in each row, columns in the order of those of X."""
    return delta.transpose(1, 2, 3, 0).reshape(delta.shape[1], -1)


def bank(columns, delta, filter_shape):
    return (rows(delta) @ columns.T).reshape(-1, *filter_shape)


def last_sample_overwrites(columns, delta, filter_shape):
    n, filters = delta.shape[:2]
    for s in range(n):
        part = delta[s].reshape(filters, -1)
        dW = (part @ columns[:, s::n].T).reshape(filters, *filter_shape)
        db = part.sum(axis=1)
    return dW, db


def mean_over_places(columns, delta, filter_shape):
    size = delta.shape[2] * delta.shape[3]
    return bank(columns, delta, filter_shape) / size, delta.sum(axis=(0, 2, 3)) / size


def bias_counts_places(columns, delta, filter_shape):
    return bank(columns, delta, filter_shape), np.full(delta.shape[1], float(columns.shape[1]))


def absolute(columns, delta, filter_shape):
    return bank(columns, np.abs(delta), filter_shape), np.abs(delta).sum(axis=(0, 2, 3))


def sides_backwards(columns, delta, filter_shape):
    dW = rows(delta) @ columns.T
    return dW.reshape(-1, *filter_shape[::-1]), delta.sum(axis=(0, 2, 3))


def filters_last(columns, delta, filter_shape):
    return (columns @ rows(delta).T).reshape(*filter_shape, -1), delta.sum(axis=(0, 2, 3))


def product_not_turned(columns, delta, filter_shape):
    dW = columns @ rows(delta).T
    return dW.reshape(delta.shape[1], *filter_shape), delta.sum(axis=(0, 2, 3))


def bias_from_the_columns(columns, delta, filter_shape):
    return bank(columns, delta, filter_shape), columns.sum(axis=1)


def bias_over_samples_only(columns, delta, filter_shape):
    return bank(columns, delta, filter_shape), delta.sum(axis=0)


def step_included(columns, delta, filter_shape, rate=0.001):
    return -rate * bank(columns, delta, filter_shape), -rate * delta.sum(axis=(0, 2, 3))


def columns_first(columns, delta, filter_shape):
    dW = (rows(delta) @ columns.T).reshape(-1, *filter_shape, order="F")
    return dW, delta.sum(axis=(0, 2, 3))


def across_before_down(columns, delta, filter_shape):
    matrix = delta.transpose(1, 3, 2, 0).reshape(delta.shape[1], -1)
    return (matrix @ columns.T).reshape(-1, *filter_shape), matrix.sum(axis=1)


def all_axes_turned(columns, delta, filter_shape):
    matrix = delta.T.reshape(delta.shape[1], -1)
    return (matrix @ columns.T).reshape(-1, *filter_shape), matrix.sum(axis=1)


def bias_over_filters(columns, delta, filter_shape):
    return bank(columns, delta, filter_shape), delta.sum(axis=(1, 2, 3))


def bias_added_to_weights(columns, delta, filter_shape):
    db = delta.sum(axis=(0, 2, 3))
    return bank(columns, delta, filter_shape) + db[:, None, None, None], db


def weights_mean_bias_sum(columns, delta, filter_shape):
    return bank(columns, delta, filter_shape) / len(delta), delta.sum(axis=(0, 2, 3))


def summed_before_the_product(columns, delta, filter_shape):
    d, x = rows(delta).sum(axis=1), columns.sum(axis=1)
    return np.outer(d, x).reshape(-1, *filter_shape), d


def filters_added(columns, delta, filter_shape):
    return bank(columns, delta, filter_shape).sum(axis=0), delta.sum(axis=(0, 2, 3))


def bias_zero(columns, delta, filter_shape):
    return bank(columns, delta, filter_shape), np.zeros(delta.shape[1])


def doubled(columns, delta, filter_shape):
    return 2 * bank(columns, delta, filter_shape), 2 * delta.sum(axis=(0, 2, 3))


WRONG = [
    last_sample_overwrites,
    mean_over_places,
    bias_counts_places,
    absolute,
    sides_backwards,
    filters_last,
    product_not_turned,
    bias_from_the_columns,
    bias_over_samples_only,
    step_included,
    columns_first,
    across_before_down,
    all_axes_turned,
    bias_over_filters,
    bias_added_to_weights,
    weights_mean_bias_sum,
    summed_before_the_product,
    filters_added,
    bias_zero,
    doubled,
]


def image_by_image(columns, delta, filter_shape):
    n, filters = delta.shape[:2]
    dW, db = np.zeros((filters, *filter_shape)), np.zeros(filters)
    for s in range(n):
        part = delta[s].reshape(filters, -1)
        dW += (part @ columns[:, s::n].T).reshape(dW.shape)
        db += part.sum(axis=1)
    return dW, db


def column_by_column(columns, delta, filter_shape):
    n, filters, down, across = delta.shape
    dW, db, column = np.zeros((filters, columns.shape[0])), np.zeros(filters), 0
    for y in range(down):
        for x in range(across):
            for s in range(n):
                dW += np.outer(delta[s, :, y, x], columns[:, column])
                db += delta[s, :, y, x]
                column += 1
    return dW.reshape(filters, *filter_shape), db


def by_einsum(columns, delta, filter_shape):
    n, _, down, across = delta.shape
    grid = columns.reshape(*filter_shape, down, across, n)
    return np.einsum("sfyx,cijyxs->fcij", delta, grid), np.einsum("sfyx->f", delta)


def by_tensordot(columns, delta, filter_shape):
    n, filters, down, across = delta.shape
    dW = np.tensordot(np.moveaxis(delta, 0, -1), columns.reshape(-1, down, across, n), axes=((1, 2, 3), (1, 2, 3)))
    return dW.reshape(filters, *filter_shape), delta.sum(0).sum(-1).sum(-1)


RIGHT = [image_by_image, column_by_column, by_einsum, by_tensordot]

SHEETS = [AnswerSheet("13.weight_gradients", WRONG, RIGHT)]
