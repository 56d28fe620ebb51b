"""Correlation, its Toeplitz matrix and its transpose, against SciPy, against loops, and against each other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import signal

from labkit import nn
from labkit.errors import LabkitError
from labkit.nn import functional as F

SETTINGS = [
    # image size, kernel size, stride, padding
    ((5, 5), (3, 3), 1, 0),
    ((5, 8), (3, 2), 1, 0),
    ((8, 5), (2, 4), 1, (1, 2)),
    ((9, 7), (3, 3), 2, 0),
    ((9, 8), (3, 2), (2, 3), (2, 1)),
    ((4, 6), (4, 6), 1, 0),
    ((3, 3), (5, 4), 3, (1, 2)),
    ((6, 6), (1, 1), 2, 0),
    ((7, 6), (2, 2), 3, 1),
]


def drawn(image, kernel, n=3, channels=2, filters=4, seed=0):
    rng = np.random.default_rng(seed)
    x, W = rng.normal(size=(n, channels, *image)), rng.normal(size=(filters, channels, *kernel))
    return x, W, rng.normal(size=filters), rng


def by_scipy(x, W, b, stride, padding):
    """Channel by channel with ``scipy.signal.correlate2d``, then every stride-th place."""
    (down, across), (rows, columns) = F.pairs.as_pair(stride, ""), F.pairs.as_pair(padding, "", 0)
    x = np.pad(x, ((0, 0), (0, 0), (rows, rows), (columns, columns)))
    z = [
        [sum(signal.correlate2d(one, w, "valid") for one, w in zip(image, filters, strict=True)) for filters in W]
        for image in x
    ]
    return np.array(z)[:, :, ::down, ::across] + b[:, None, None]


@pytest.mark.parametrize("image, kernel, stride, padding", SETTINGS)
def test_against_scipy(image, kernel, stride, padding):
    x, W, b, _ = drawn(image, kernel)
    np.testing.assert_allclose(F.correlate2d(x, W, b, stride, padding), by_scipy(x, W, b, stride, padding), atol=1e-12)


def test_by_hand():
    x = np.arange(9.0).reshape(1, 1, 3, 3)
    W = np.array([[[[1.0, 2.0], [3.0, 4.0]]]])
    assert F.correlate2d(x, W)[0, 0].tolist() == [[27, 37], [57, 67]]
    assert F.correlate2d(x, W, np.array([0.5]), stride=2, padding=1)[0, 0].tolist() == [[0.5, 11.5], [30.5, 67.5]]
    assert F.transposed_convolution(np.ones((1, 1, 2, 2)), W)[0, 0].tolist() == [[1, 3, 2], [4, 10, 6], [3, 7, 4]]
    T = F.toeplitz_matrix(W, 3)
    assert T[0].tolist() == [1, 2, 0, 3, 4, 0, 0, 0, 0] and T[3].tolist() == [0, 0, 0, 0, 1, 2, 0, 3, 4]


def test_published_vector():
    """Goodfellow, Bengio and Courville (2016), Deep Learning, figure 9.1: every place of a 2 by 2 kernel on 3 by 4."""
    names = dict(zip("abcdefghijkl", np.random.default_rng(0).normal(size=12), strict=True))
    w, x, y, z = np.random.default_rng(1).normal(size=4)
    out = F.correlate2d(np.array(list(names.values())).reshape(1, 1, 3, 4), np.array([[[[w, x], [y, z]]]]))[0, 0]
    expected = [names[p] * w + names[q] * x + names[r] * y + names[s] * z for p, q, r, s in ("abef", "bcfg", "cdgh")]
    expected += [names[p] * w + names[q] * x + names[r] * y + names[s] * z for p, q, r, s in ("efij", "fgjk", "ghkl")]
    assert out.ravel() == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("change", ["flipped", "upside down", "mirrored", "transposed", "channels swapped"])
def test_an_asymmetric_kernel_tells_every_mix_up(change):
    x, W, b, _ = drawn((7, 7), (3, 3))
    mixed = {
        "flipped": W[:, :, ::-1, ::-1],
        "upside down": W[:, :, ::-1],
        "mirrored": W[..., ::-1],
        "transposed": W.swapaxes(2, 3),
        "channels swapped": W[:, ::-1],
    }[change]
    right = by_scipy(x, W, b, 1, 0)
    assert np.abs(F.correlate2d(x, W, b) - right).max() < 1e-12
    assert np.abs(F.correlate2d(x, mixed, b) - right).max() > 1


@pytest.mark.parametrize("image, kernel, stride, padding", SETTINGS)
def test_toeplitz_matrix_and_its_transpose(image, kernel, stride, padding):
    x, W, _, rng = drawn(image, kernel)
    T = F.toeplitz_matrix(W, image, stride, padding)
    sparse = F.toeplitz_matrix(W, image, stride, padding, sparse=True)
    z = F.correlate2d(x, W, None, stride, padding)
    assert T.shape == sparse.shape == (z[0].size, x[0].size) and np.array_equal(sparse.toarray(), T)
    np.testing.assert_allclose(x.reshape(len(x), -1) @ T.T, z.reshape(len(x), -1), atol=1e-12)
    assert sparse @ x[0].ravel() == pytest.approx(z[0].ravel(), abs=1e-12)
    y = rng.normal(size=z.shape)
    back = F.transposed_convolution(y, W, stride, padding, image)
    np.testing.assert_allclose(y.reshape(len(y), -1) @ T, back.reshape(len(x), -1), atol=1e-12)


def test_most_of_a_toeplitz_matrix_is_zero():
    T = F.toeplitz_matrix(np.ones((1, 1, 7, 7)), 28)
    assert T.shape == (484, 784) and np.mean(T == 0) == pytest.approx(1 - 49 / 784)
    windows = T.reshape(22, 22, 28, 28)
    assert np.array_equal(windows[3, 4, 3:, 4:], windows[0, 0, :-3, :-4]), "the same weights move along"


@pytest.mark.parametrize("image, kernel, stride, padding", SETTINGS)
def test_gradients(image, kernel, stride, padding):
    """Against central differences, with a random upstream gradient."""
    x, W, b, rng = drawn(image, kernel, n=2, filters=3)
    delta = rng.normal(size=F.correlate2d(x, W, b, stride, padding).shape)
    dx, dW, db = F.correlate2d_backward(x, W, delta, stride, padding)

    def value(x, W, b):
        return (F.correlate2d(x, W, b, stride, padding) * delta).sum()

    assert dx == pytest.approx(nn.numerical_gradient(lambda v: value(v, W, b), x), abs=1e-7)
    assert dW == pytest.approx(nn.numerical_gradient(lambda v: value(x, v, b), W), abs=1e-7)
    assert db == pytest.approx(nn.numerical_gradient(lambda v: value(x, W, v), b), abs=1e-7)


@pytest.mark.parametrize("image, kernel, stride, padding", SETTINGS)
def test_gradients_of_the_transpose(image, kernel, stride, padding):
    x, W, _, rng = drawn(image, kernel, n=2, filters=3)
    y = rng.normal(size=F.correlate2d(x, W, None, stride, padding).shape)
    upstream = rng.normal(size=x.shape)
    dy, dW = F.transposed_convolution_backward(y, W, upstream, stride, padding)

    def value(y, W):
        return (F.transposed_convolution(y, W, stride, padding, image) * upstream).sum()

    assert dy == pytest.approx(nn.numerical_gradient(lambda v: value(v, W), y), abs=1e-7)
    assert dW == pytest.approx(nn.numerical_gradient(lambda v: value(y, v), W), abs=1e-7)


@given(
    n=st.integers(0, 4),
    channels=st.integers(1, 3),
    image=st.tuples(st.integers(1, 8), st.integers(1, 8)),
    kernel=st.tuples(st.integers(1, 4), st.integers(1, 4)),
    stride=st.tuples(st.integers(1, 3), st.integers(1, 3)),
    padding=st.tuples(st.integers(0, 2), st.integers(0, 2)),
    seed=st.integers(0, 1000),
)
def test_the_transpose_is_the_transpose(n, channels, image, kernel, stride, padding, seed):
    """<T x, y> = <x, T^T y> for every shape; and the columns of im2col are what the filters see."""
    x, W, _, rng = drawn(image, kernel, n, channels, 2, seed)
    if any(size + 2 * border < k for size, border, k in zip(image, padding, kernel, strict=True)):
        with pytest.raises(LabkitError, match="does not fit into an image"):
            F.correlate2d(x, W, None, stride, padding)
        return
    z = F.correlate2d(x, W, None, stride, padding)
    y = rng.normal(size=z.shape)
    back = F.transposed_convolution(y, W, stride, padding, image)
    assert back.shape == x.shape and (z * y).sum() == pytest.approx((x * back).sum(), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtypes_and_memory_order_of_the_arguments(dtype):
    x, W, b, rng = drawn((6, 7), (3, 2))
    x, W, b = x.astype(dtype), W.astype(dtype), b.astype(dtype)
    z = F.correlate2d(x, W, b, 1, 1)
    delta = rng.normal(size=z.shape).astype(dtype)
    gradients = F.correlate2d_backward(x, W, delta, 1, 1)
    assert z.dtype == dtype and all(gradient.dtype == dtype for gradient in gradients)
    assert F.toeplitz_matrix(W, (6, 7)).dtype == dtype == F.toeplitz_matrix(W, (6, 7), sparse=True).dtype
    for other in (np.asfortranarray(x), F.batch_first(F.batch_last(x).copy()), x[:, :, ::-1].copy()[:, :, ::-1]):
        assert np.array_equal(F.correlate2d(other, W, b, 1, 1), z)
        assert np.array_equal(F.correlate2d(other, W, b), F.correlate2d(x, W, b))
    reordered = F.correlate2d_backward(x, W, np.ascontiguousarray(delta), 1, 1)
    for one, other in zip(gradients, reordered, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-5)


def test_arguments_stay_as_they_are():
    x, W, b, rng = drawn((5, 6), (2, 3))
    delta = rng.normal(size=F.correlate2d(x, W, b, 1, 1).shape)
    kept = [array.copy() for array in (x, W, b, delta)]
    F.correlate2d(x, W, b), F.correlate2d_backward(x, W, delta, 1, 1), F.toeplitz_matrix(W, (5, 6))
    F.transposed_convolution(delta, W, 1, 1), F.transposed_convolution_backward(delta, W, x, 1, 1)
    assert all(np.array_equal(one, other) for one, other in zip((x, W, b, delta), kept, strict=True))


def test_a_batch_is_its_images_one_by_one():
    x, W, b, _ = drawn((6, 5), (3, 2), n=5)
    np.testing.assert_allclose(F.correlate2d(x, W, b)[2:3], F.correlate2d(x[2:3], W, b), atol=1e-13)
    assert F.correlate2d(x[:0], W, b).shape == (0, 4, 4, 4)


@pytest.mark.parametrize(
    "call, message",
    [
        (lambda x, W: F.correlate2d(x[0], W), r"images must have shape .samples, channels, height, width."),
        (lambda x, W: F.correlate2d(x, W[0]), r"filters must have shape"),
        (lambda x, W: F.correlate2d(x[:, :1], W), r"images have 1 channels and the filters 2"),
        (lambda x, W: F.correlate2d(x[:, :, :2], W), r"window of 3 by 3 does not fit into an image of 2 by 6\."),
        (lambda x, W: F.correlate2d(x[:, :, :0], W, None, 1, 1), r"3 by 3 does not .* 0 by 6 with a border of 1 by 1"),
        (lambda x, W: F.correlate2d(x, W, None, 0), r"stride must be a whole number of at least 1"),
        (lambda x, W: F.correlate2d(x, W, None, 1, -1), r"padding must be a whole number of at least 0"),
        (lambda x, W: F.correlate2d(x, W, None, (1, 2, 3)), r"or two of them .height, width., not \(1, 2, 3\)"),
        (lambda x, W: F.toeplitz_matrix(W[0], 5), r"filters must have shape"),
        (lambda x, W: F.toeplitz_matrix(W, 2), r"does not fit"),
        (lambda x, W: F.transposed_convolution(x, W), r"responses .samples, filters, down, across."),
        (lambda x, W: F.transposed_convolution(F.correlate2d(x, W), W, 1, 0, (9, 9)), r"9 by 9 have \(7, 7\) places"),
    ],
)
def test_bad_input(call, message):
    x, W, _, _ = drawn((6, 6), (3, 3))
    with pytest.raises(LabkitError, match=message):
        call(x, W)
