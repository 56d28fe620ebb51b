"""Online training, one sample at a time: its short cut in the dense layer gives the numbers of the plain product."""

import numpy as np
import pytest

from labkit.nn import functional as F


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("n_inputs, n_outputs", [(1, 1), (7, 3), (4000, 1), (1, 4001), (401, 10), (7744, 10)])
def test_weight_gradient_of_one_sample_to_the_last_bit(n_inputs, n_outputs, dtype):
    rng = np.random.default_rng(0)
    x, delta = rng.normal(size=(1, n_inputs)).astype(dtype), rng.normal(size=(1, n_outputs)).astype(dtype)
    x[rng.random(x.shape) < 0.3], delta[:, ::3] = 0, -0.0
    expected = np.matmul(x.T, delta)
    keep = x.copy(), delta.copy()
    assert F.dense_weight_gradient(x, delta).tobytes() == expected.tobytes()
    out = np.empty_like(expected)
    assert F.dense_weight_gradient(x, delta, out) is out and out.tobytes() == expected.tobytes()
    assert np.array_equal(x, keep[0]) and np.array_equal(delta, keep[1])
