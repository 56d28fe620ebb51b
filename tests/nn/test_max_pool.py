"""Max pooling: against a loop over windows, against central differences, with ties and left-over rows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labkit import nn
from labkit.errors import LabkitError
from labkit.nn import functional as F


def windows(x, size, stride):
    """Every window of every map: index of the output, and the slices of the input."""
    down, across = F.places(x.shape[2:], size, stride)
    for index in np.ndindex(*x.shape[:2], down, across):
        v, u = index[2] * stride[0], index[3] * stride[1]
        yield index, (*index[:2], slice(v, v + size[0]), slice(u, u + size[1]))


@given(
    shape=st.tuples(st.integers(0, 3), st.integers(1, 2), st.integers(4, 7), st.integers(4, 7)),
    size=st.tuples(st.integers(1, 3), st.integers(1, 4)),
    stride=st.one_of(st.none(), st.tuples(st.integers(1, 4), st.integers(1, 4))),
    ties=st.booleans(),
    seed=st.integers(0, 1000),
)
def test_against_a_loop(shape, size, stride, ties, seed):
    rng = np.random.default_rng(seed)
    x = rng.integers(0, 3, shape).astype(float) if ties else rng.normal(size=shape)
    steps = stride or size
    y, where = F.max_pool(x, size, stride), F.max_pool_argmax(x, size, stride)
    upstream = rng.normal(size=y.shape)
    keep = [x.copy(), y.copy(), upstream.copy()]
    dx = F.max_pool_backward(x, y, upstream, size, stride)
    expected = np.zeros(shape)
    for index, place in windows(x, size, steps):
        first = int(np.argmax(x[place]))  # row by row, the first of equals
        assert y[index] == x[place].max() and where[index] == first
        expected[place][np.unravel_index(first, size)] += upstream[index]
    assert dx == pytest.approx(expected, abs=1e-12)
    assert all(np.array_equal(a, b) for a, b in zip((x, y, upstream), keep, strict=True)), "an argument was changed"


def test_by_hand():
    x = np.array([[[[1.0, 5.0, 2.0, 0.0, 9.0], [5.0, 3.0, 2.0, 2.0, 9.0], [8.0, 8.0, 8.0, 8.0, 8.0]]]])
    y = F.max_pool(x)
    assert y.tolist() == [[[[5, 2]]]]
    dx = F.max_pool_backward(x, y, np.array([[[[10.0, 20.0]]]]))
    assert dx[0, 0].tolist() == [[0, 10, 20, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]
    assert F.max_pool_argmax(x).tolist() == [[[[1, 0]]]]


@pytest.mark.parametrize("size, stride", [(2, None), ((2, 3), None), (3, 2), ((3, 2), (1, 2)), (2, 3)])
def test_gradient(size, stride):
    rng = np.random.default_rng(0)
    x = rng.permutation(2 * 2 * 7 * 8).reshape(2, 2, 7, 8) / 10  # no two numbers within reach of each other
    y = F.max_pool(x, size, stride)
    upstream = rng.normal(size=y.shape)
    numerical = nn.numerical_gradient(lambda x: (F.max_pool(x, size, stride) * upstream).sum(), x)
    assert F.max_pool_backward(x, y, upstream, size, stride) == pytest.approx(numerical, abs=1e-7)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_memory_order_and_out(dtype):
    x = np.random.default_rng(0).normal(size=(3, 2, 5, 6)).astype(dtype)
    samples_last = F.batch_first(F.batch_last(x).copy())
    y = F.max_pool(x)
    assert y.dtype == dtype and np.array_equal(F.max_pool(samples_last), y)
    out, gradient = np.empty((3, 2, 2, 3), dtype), np.empty_like(x)
    assert F.max_pool(x, out=out) is out and np.array_equal(out, y)
    dx = F.max_pool_backward(x, y, y, out=gradient)
    assert dx is gradient and dx.dtype == dtype
    assert np.array_equal(F.max_pool_backward(samples_last, y, y), dx)


def test_bad_input():
    with pytest.raises(LabkitError, match="window of 3 by 3 does not fit into an image of 2 by 5"):
        F.max_pool(np.zeros((1, 1, 2, 5)), 3)
    with pytest.raises(LabkitError, match=r"expects images .* was given \(3, 4\)"):
        F.max_pool(np.zeros((3, 4)))
