"""An exercise that cannot tell right from wrong says so before a student meets it."""

import dataclasses

import numpy as np
import pytest

from labkit.errors import LabkitError
from labkit.exercises import Misconception, Probe
from tests.exercises.samples import DENSE, GRADIENTS, LOGISTIC, dense, logistic


@pytest.mark.parametrize("exercise", [LOGISTIC, DENSE, GRADIENTS], ids=lambda e: e.id)
def test_sound_exercises(exercise):
    exercise.validate()


@pytest.mark.parametrize(
    "change, said",
    [
        ({"misconceptions": [Misconception("harmless", lambda x, W, b: b + x @ W, "?")]}, "'harmless' passes"),
        (
            {
                "misconceptions": [
                    Misconception("one", lambda x, W, b: x @ W, "?"),
                    Misconception("two", lambda x, W, b: x @ W + 0 * b, "?"),
                ]
            },
            "'one' and 'two' apart",
        ),
        ({"probes": lambda rng: []}, "no probes"),
        ({"probes": lambda rng: [Probe(np.zeros((2, 3)), np.zeros((3, 3)), np.zeros(3))]}, "Doing this passes"),
        ({"reference": lambda x, W, b: dense(x, W, b) + np.random.default_rng().normal()}, "not repeat itself"),
        ({"reference": lambda x, W, b: x.tolist()[0][0] / 0}, "raises on every probe"),
        (
            {
                "misconceptions": [
                    Misconception("twice", lambda x, W, b: x @ W, "?"),
                    Misconception("twice", lambda x, W, b: x @ W - b, "?"),
                ]
            },
            "same name",
        ),
    ],
)
def test_faults_are_found(change, said):
    with pytest.raises(LabkitError, match=said):
        dataclasses.replace(DENSE, **change).validate()


def test_declared_twins_are_allowed():
    dataclasses.replace(
        DENSE,
        misconceptions=[
            Misconception("one", lambda x, W, b: x @ W, "?"),
            Misconception("two", lambda x, W, b: x @ W + 0 * b, "?", same_as=("one",)),
        ],
    ).validate()


def test_warning_reference_is_a_fault():
    exercise = dataclasses.replace(LOGISTIC, reference=lambda x, k: 1 / (1 + np.exp(-k * x)), misconceptions=())
    with pytest.raises(LabkitError, match="reference warns"):
        exercise.validate()
    assert logistic(-1e4) == 0
