"""Edges give advice and never cost points."""

import dataclasses

import numpy as np

from labkit.exercises import Probe, check
from tests.exercises.samples import DENSE, LOGISTIC, dense, logistic


def test_clean_answer_gets_no_advice():
    assert check(LOGISTIC, logistic).verdict.advice == ()


def test_empty_batch():
    def by_rows(x, W, b):
        return np.stack([row @ W + b for row in x])

    card = check(DENSE, by_rows)
    assert card.passed
    assert "empty batch" in card.verdict.advice[0]


def test_integers():
    def filled(x, k=1.0):
        y = np.zeros_like(x)
        y[...] = logistic(x, k)
        return y

    card = check(LOGISTIC, filled)
    assert card.passed
    assert any("integers" in words for words in card.verdict.advice)


def test_widened_float32():
    card = check(DENSE, lambda x, W, b: x.astype(float) @ W + b)
    assert card.passed
    assert any("float64" in words for words in card.verdict.advice)


def test_strided_input():
    def reinterprets(x, W, b):
        if not x.flags.c_contiguous:
            raise ValueError("contiguous only")
        return x @ W + b

    card = check(DENSE, reinterprets)
    assert card.passed
    assert any("slice of another" in words for words in card.verdict.advice)


def test_advice_of_the_exercise_itself():
    exercise = dataclasses.replace(
        DENSE, advice=[Probe(np.ones(3), np.ones((3, 2)), np.zeros(2), label="One image without a batch axis fails.")]
    )
    assert check(exercise, dense).verdict.advice == ()

    def batches_only(x, W, b):
        n, _ = x.shape
        return x @ W + b

    card = check(exercise, batches_only)
    assert card.passed
    assert card.verdict.advice == ("One image without a batch axis fails.",)
