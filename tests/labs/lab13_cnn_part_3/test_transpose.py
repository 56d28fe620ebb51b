"""Lab 13's references against scipy, and against an im2col of the tests' own."""

import numpy as np
from scipy.signal import correlate

from labkit.exercises.lab13_cnn_part_3.forward import conv_forward
from labkit.nn.functional import image_columns_backward
from tests.labs.lab13_cnn_part_3.im2col import by_places


def test_forward_agrees_with_scipy():
    """The reference does not flip: scipy's correlation, channel by channel, is the same."""
    rng = np.random.default_rng(1)
    x, W, b = rng.normal(size=(2, 3, 6, 7)), rng.normal(size=(4, 3, 3, 2)), rng.normal(size=4)
    z = conv_forward(by_places(x, (3, 2), (1, 1)), W, b, 4, 6, 2)
    for s in range(2):
        for f in range(4):
            assert np.allclose(z[s, f], correlate(x[s], W[f], "valid")[0] + b[f])


def test_col2im_is_the_transpose():
    """<A p, q> = <p, A^T q> for the reference against an independent im2col."""
    rng = np.random.default_rng(2)
    p = rng.normal(size=(2, 3, 7, 6))
    q = rng.normal(size=by_places(p, (3, 2), (2, 3)).shape)
    assert np.isclose(
        (by_places(p, (3, 2), (2, 3)) * q).sum(), (p * image_columns_backward(q, p.shape, (3, 2), (2, 3))).sum()
    )
