"""Another shape than expected: the hint speaks of a sum, a mean or broadcasting only where the numbers show it."""

import dataclasses

import numpy as np
import pytest

from tests.exercises.samples import DENSE, GRADIENTS, dense


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda y: y.sum(), "It is the sum of what is expected over everything: look at the `axis` argument."),
        (lambda y: y.mean(axis=1), "It is the mean of what is expected over axis 1"),
        (lambda y: np.stack([y, 0 * y]), "Its sum over axis 0 is what is expected."),
        (lambda y: np.stack([y, y, y]), "Its mean over axis 0 is what is expected."),
        (lambda y: y[0], "That is an axis too few"),
        (lambda y: 3.0, "That is an axis too few"),
        (lambda y: y[:, :, None] * y[:, None, :], "That is an axis too many"),
        (lambda y: y[None], "Only axes of length 1 differ"),
        (lambda y: y.ravel(), "The number of entries is right"),
        (lambda y: y[1:], "an array of shape (3, 2); an array of shape (4, 2) is expected. The first"),
        (lambda y: y[:, :-1], "an array of shape (4, 1); an array of shape (4, 2) is expected. The last"),
        (lambda y: np.vstack([y, y]), "an array of shape (8, 2); an array of shape (4, 2) is expected."),
    ],
)
def test_wrong_shape(answer, said):
    verdict = DENSE.mark(lambda x, W, b: answer(dense(x, W, b)))
    assert verdict.diagnosis == "wrong shape"
    assert said in verdict.hint
    for word in ("sum", "mean", "broadcast"):
        assert word in said or word not in verdict.hint or "axis too many" in said


def test_one_entry_for_all_of_them_is_not_called_a_sum():
    one = dataclasses.replace(GRADIENTS, misconceptions=())
    hint = one.mark(lambda x, d: (x.T @ d, d[0, 0])).hint
    assert "sum" not in hint and "average" not in hint
