"""Gradients of the filters and of their biases, from what the filters have seen."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab13_cnn_part_3.forward import products
from labkit.exercises.lab13_cnn_part_3.wrong_bias_gradients import wrong_bias_gradients
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import columns_weight_gradient, filter_rows


def conv_weight_gradients(
    columns: np.ndarray, delta: np.ndarray, filter_shape: tuple[int, int, int]
) -> tuple[np.ndarray, np.ndarray]:
    """Gradients (dW, db) from the im2col matrix and delta = dE/dz (samples, filters, places down, places across)."""
    rows = filter_rows(delta)
    return columns_weight_gradient(columns, rows).reshape(-1, *filter_shape), rows.sum(axis=1)


def errors(rng: np.random.Generator) -> list[Probe]:
    """Im2col matrices with an error for each filter at each place of each sample."""
    probes = []
    for probe in products(rng):
        columns, W, b, down, across, n = probe.args
        probes.append(Probe(columns, rng.normal(size=(n, len(b), down, across)), W.shape[1:], label=probe.label))
    return probes


def _change(weights=lambda dW, delta: dW, bias=lambda db, delta: db):
    """The right gradients, changed."""

    def answer(columns, delta, filter_shape):
        dW, db = conv_weight_gradients(columns, delta, filter_shape)
        return weights(dW, delta), bias(db, delta)

    return answer


def _rows(make):
    """Gradients from other rows of errors."""

    def answer(columns, delta, filter_shape):
        rows = make(delta)
        return (rows @ columns.T).reshape(-1, *filter_shape), delta.sum(axis=(0, 2, 3))

    return answer


def _own_rows(make):
    """Gradients from other rows of errors, the bias as well."""

    def answer(columns, delta, filter_shape):
        rows = make(delta)
        return (rows @ columns.T).reshape(-1, *filter_shape), rows.sum(axis=1)

    return answer


def _kept(delta, *axes):
    """Errors of the other samples or places set to 0."""
    kept = np.zeros_like(delta)
    kept[axes] = delta[axes]
    return kept


def _only(*axes):
    return lambda columns, delta, shape: conv_weight_gradients(columns, _kept(delta, *axes), shape)


_n = lambda delta: len(delta)
_p = lambda delta: delta.shape[2] * delta.shape[3]
_np = lambda delta: _n(delta) * _p(delta)
_SHARED = "A filter is used at every place of every sample, and every use pushes its weights: the pushes add up. "
_MIX = (
    "Errors and pixels of different places or samples are multiplied. The columns of the im2col matrix go place by "
    "place with the sample last: `delta` needs its axes in that order *before* it is reshaped."
)

WEIGHT_GRADIENTS = Exercise(
    id="13.weight_gradients",
    name="conv_weight_gradients",
    title="Gradients of shared weights",
    points=3,
    reference=conv_weight_gradients,
    probes=errors,
    misconceptions=[
        Misconception("reshaped without transposing", _rows(lambda d: d.reshape(d.shape[1], -1)), _MIX),
        Misconception("reshaped without transposing, bias too", _own_rows(lambda d: d.reshape(d.shape[1], -1)), _MIX),
        Misconception(
            "samples before places", _rows(lambda d: d.transpose(1, 0, 2, 3).reshape(d.shape[1], -1)), _MIX
        ),
        Misconception("across before down", _rows(lambda d: d.transpose(1, 3, 2, 0).reshape(d.shape[1], -1)), _MIX),
        Misconception(
            "samples between", _rows(lambda d: d.transpose(1, 2, 0, 3).reshape(d.shape[1], -1)), _MIX
        ),
        Misconception(
            "mean over samples", _change(lambda g, d: g / _n(d), lambda g, d: g / _n(d)),
            "You take means over the samples. " + _SHARED,
        ),
        Misconception(
            "mean over places", _change(lambda g, d: g / _p(d), lambda g, d: g / _p(d)),
            "You take means over the places. " + _SHARED,
        ),
        Misconception(
            "mean over both", _change(lambda g, d: g / _np(d), lambda g, d: g / _np(d)),
            "You take means over samples and places. " + _SHARED,
        ),
        Misconception("weights' mean over samples", _change(lambda g, d: g / _n(d)), "The filters' gradient is a mean over samples. " + _SHARED),
        Misconception("weights' mean over places", _change(lambda g, d: g / _p(d)), "The filters' gradient is a mean over places. " + _SHARED),
        Misconception("weights' mean", _change(lambda g, d: g / _np(d)), "The filters' gradient is a mean. " + _SHARED),
        Misconception("first sample only", _only(slice(0, 1)), "Only the first sample counts. " + _SHARED),
        Misconception("last sample only", _only(slice(-1, None)), "Only the last sample is left. Is something overwritten? " + _SHARED),
        Misconception("first place only", _only(slice(None), slice(None), 0, 0), "Only the first place counts. " + _SHARED),
        Misconception(
            "last place only",
            _only(slice(None), slice(None), -1, -1),
            "Only the last place is left: is something overwritten that should be added to? " + _SHARED,
        ),
        Misconception(
            "signs flipped",
            _change(lambda g, d: -g, lambda g, d: -g),
            "Both have the wrong sign. The gradient is asked for, not the step; delta is dE/dz here.",
        ),
        Misconception(
            "kernel flipped", _change(lambda g, d: g[:, :, ::-1, ::-1]), "The filters' gradient is flipped top to bottom and left to right."
        ),
        Misconception(
            "transposed before reshaping",
            lambda columns, delta, shape: (
                (columns @ filter_rows(delta).T).reshape(-1, *shape), delta.sum(axis=(0, 2, 3))
            ),
            "You have a filter in each *column* and reshape as if it stood in a row: weights of all filters get mixed.",
        ),
        Misconception(
            "as a matrix",
            _change(lambda g, d: g.reshape(len(g), -1)),
            "The filters' gradient is a matrix. Give it the shape of the filters.",
        ),
        Misconception(
            "as a matrix, transposed",
            _change(lambda g, d: g.reshape(len(g), -1).T),
            "The filters' gradient is a matrix, with a filter in each column. Give it the shape of the filters.",
        ),
        Misconception(
            "the wrong way round",
            lambda columns, delta, shape: conv_weight_gradients(columns, delta, shape)[::-1],
            "Both are right, in the wrong order: first dW, then db.",
        ),
        Misconception(
            "filters only",
            lambda columns, delta, shape: conv_weight_gradients(columns, delta, shape)[0],
            "The bias's gradient is missing: return (dW, db).",
        ),
        Misconception(
            "all axes turned round", _own_rows(lambda d: d.T.reshape(d.shape[1], -1)),
            "A bare `.T` turns all axes of `delta`, and `reshape` then cuts across filters. " + _MIX,
        ),
        Misconception(
            "columns of the filters first",
            _change(lambda g, d: g.reshape(len(g), -1).reshape(g.shape, order="F")),
            "`order=\"F\"` fills the filters down their first axis first. A row is one filter, read like text.",
        ),
        Misconception(
            "absolute errors",
            lambda columns, delta, shape: conv_weight_gradients(columns, np.abs(delta), shape),
            "The errors have lost their signs. Opposite pushes cancel.",
        ),
        Misconception(
            "summed before the product",
            lambda columns, delta, shape: (
                np.outer(filter_rows(delta).sum(axis=1), columns.sum(axis=1)).reshape(-1, *shape),
                delta.sum(axis=(0, 2, 3)),
            ),
            "You add up the errors and the pixels before you multiply. Each error belongs to the pixels of its own place.",
        ),
        Misconception(
            "bias added to the weights",
            _change(lambda g, d: g + d.sum(axis=(0, 2, 3))[:, None, None, None]),
            "The bias's gradient has got into that of the weights. They are two results.",
        ),
        Misconception(
            "first sample's errors for all",
            lambda columns, delta, shape: (
                conv_weight_gradients(columns, 0 * delta + delta[:1], shape)[0], delta.sum(axis=(0, 2, 3))
            ),
            "The weights get the errors of the first sample at every sample's pixels. Each sample has errors of its own.",
        ),
        Misconception(
            "last sample's weights only",
            lambda columns, delta, shape: (
                conv_weight_gradients(columns, _kept(delta, slice(-1, None)), shape)[0], delta.sum(axis=(0, 2, 3))
            ),
            "The weights' gradient holds the last sample only. Is something overwritten? " + _SHARED,
        ),
        *wrong_bias_gradients(_change),
    ],
)  # fmt: skip
