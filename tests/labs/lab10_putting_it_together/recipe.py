"""Recipes that reach the bar, and recipes that do not, each with what it must be told."""

from dataclasses import dataclass

import numpy as np

from labkit.exercises import find
from labkit.experiments.recipes import Recipe
from tests.labs.answer_sheet import AnswerSheet, Tally

GOOD = {"init": "He", "activation": "ReLU", "loss": "softmax", "biases": True, "rate": 0.3, "schedule": "cosine"}


@dataclass(frozen=True)
class RecipeSheet(AnswerSheet):
    """Marked by training, one grader's draw for each answer."""

    def mark(self, draws=(5,)) -> Tally:
        exercise, faults = find(self.id), []
        caught = named = accepted = 0
        for draw in draws[:1]:
            probes = exercise.probes(np.random.default_rng(draw))
            for i, (function, name) in enumerate(self.wrong):
                verdict = exercise.score(exercise.answer(function, probes), probes)
                caught += not verdict.passed
                named += verdict.diagnosis == name
                if verdict.passed or verdict.diagnosis != name:
                    faults.append(f"wrong recipe {i} is called {verdict.diagnosis!r}, not {name!r}: {verdict.message}")
            for i, function in enumerate(self.right):
                verdict = exercise.score(exercise.answer(function, probes), probes)
                accepted += verdict.passed
                faults += [] if verdict.passed else [f"right recipe {i} is refused: {verdict.message}"]
        return Tally(self.id, len(self.wrong), caught, named, len(self.right), accepted, tuple(faults))


def random_recipe():
    return (
        {"rate": float(np.random.default_rng().uniform(0.1, 0.3))} | GOOD | {"rate": np.random.default_rng().random()}
    )


def prints_it():
    print({"init": "He"})


WRONG = [
    (lambda: None, "not attempted"),
    (prints_it, "printed"),
    (random_recipe, "unrepeatable"),
    (lambda: Recipe(), "not a dict"),
    (lambda: [("init", "He"), ("rate", 0.3)], "not a dict"),
    (lambda: "He", "not a dict"),
    (lambda: {}, "squared error"),
    (lambda: {"init": "He"}, "squared error"),
    (lambda: GOOD | {"loss": "squared error", "activation": "sigmoid"}, "squared error"),
    (lambda: {"init": "He", "loss": "cross-entropy", "rate": 1.2}, "not there yet"),
    (lambda: {"loss": "cross-entropy", "rate": 1.2}, "uniform weights"),
    (lambda: GOOD | {"rate": 60.0}, "at chance"),
    (lambda: GOOD | {"activation": "tanh", "rate": 0.05}, "too slow"),
    (lambda: GOOD | {"rate": 0.02}, "too slow"),
    (lambda: GOOD | {"rate": 0.001}, "too slow"),
    (lambda: {"loss": "softmax", "warmup": 30}, "warm-up of a constant rate"),
    (lambda: GOOD | {"lr": 0.4}, "unknown setting"),
    (lambda: ("He", "ReLU", "softmax", 0.4), "not a dict"),
    (lambda: GOOD | {"warmup": 0.1}, "no whole number"),
    (lambda: GOOD | {"batch": 3, "rate": 0.1}, "small batches"),
    (lambda: GOOD | {"rate": 0.1, "warmup": 280}, "long warm-up"),
    (lambda: GOOD | {"updates": 3000}, "over budget"),
    (lambda: GOOD | {"epochs": 10}, "over budget"),
    (lambda: GOOD | {"batch": 4000}, "over budget"),
    (lambda: GOOD | {"batch": 0}, "over budget"),
    (lambda: GOOD | {"batch": 32.5}, "no whole number"),
    (lambda: GOOD | {"warmup": 300}, "warm-up too long"),
    (lambda: GOOD | {"rate": -0.3}, "rate not above 0"),
    (lambda: GOOD | {"rate": "fast"}, "no number"),
    (lambda: GOOD | {"rate": float("nan")}, "no number"),
    (lambda: GOOD | {"activation": "relu"}, "unknown value"),
    (lambda: GOOD | {"init": "kaiming"}, "unknown value"),
    (lambda: GOOD | {"biases": "yes"}, "unknown value"),
    (lambda: GOOD | {"momentum": 0.9}, "unknown setting"),
    (lambda: Recipe(**GOOD), "not a dict"),
    (lambda: Recipe, "not a dict"),
    (lambda: 0.93, "not a dict"),
    (lambda: "He, ReLU, softmax, rate 0.2", "not a dict"),
    (lambda: GOOD | {"batch": "full"}, "no number"),
    (lambda: GOOD | {"rate": None}, "no number"),
    (lambda: GOOD | {"rate": "0.2"}, "no number"),
    (lambda: GOOD | {"rate": [0.1, 0.2]}, "no number"),
    (lambda: GOOD | {"rate": 0}, "rate not above 0"),
    (lambda: GOOD | {"warmup": -5}, "warm-up below 0"),
    (lambda: GOOD | {"warmup": 3000}, "warm-up too long"),
    (lambda: GOOD | {"init": "he"}, "unknown value"),
    (lambda: GOOD | {"init": "Xavier"}, "unknown value"),
    (lambda: GOOD | {"init": ["He", "Glorot"]}, "unknown value"),
    (lambda: GOOD | {"init": {"He"}}, "unknown value"),
    (lambda: GOOD | {"activation": "softmax"}, "unknown value"),
    (lambda: GOOD | {"schedule": "linear"}, "unknown value"),
    (lambda: GOOD | {"loss": "softmax cross-entropy"}, "unknown value"),
    (lambda: GOOD | {"learning_rate": 0.2}, "unknown setting"),
    (lambda: GOOD | {"Rate": 0.2}, "unknown setting"),
    (lambda: GOOD | {"hidden": (512, 256)}, "unknown setting"),
    (lambda: GOOD | {"optimizer": "Adam"}, "unknown setting"),
    (lambda: {"init": "He", "loss": "cross-entropy", "rate": 1.2, "schedule": "cosine", "warmup": 20}, "not there yet"),
    (lambda: {"init": "He", "loss": "cross-entropy", "rate": 1e-5}, "too slow"),
    (lambda: {"init": "He", "loss": "cross-entropy", "rate": 50.0}, "at chance"),
    (lambda: {"init": "1/sqrt n", "activation": "tanh", "loss": "cross-entropy", "rate": 1.0}, "at chance"),
    (lambda: {"activation": "ReLU", "loss": "softmax", "rate": 0.2}, "at chance"),
    (lambda: {"activation": "tanh", "init": "Glorot", "loss": "squared error", "rate": 0.1}, "squared error"),
    (lambda: {"init": "He", "activation": "ReLU", "loss": "softmax", "rate": 0.2, "batch": 1}, "small batches"),
]
RIGHT = [
    lambda: GOOD,
    lambda: GOOD | {"rate": np.float64(0.4), "warmup": np.int64(20), "batch": 50},
    lambda: {"init": "Glorot", "activation": "leaky ReLU", "loss": "cross-entropy", "rate": 0.3},
    lambda: {"init": "1/sqrt n", "activation": "tanh", "loss": "softmax", "rate": 0.5, "biases": np.True_},
    lambda: {"init": "He", "activation": "ReLU", "loss": "softmax", "rate": 0.2},
    lambda: GOOD | {"activation": "leaky ReLU", "warmup": 20},
    lambda: {"init": "He", "activation": "ReLU", "loss": "softmax", "rate": 0.2, "schedule": "constant", "batch": 100},
    lambda: {
        "init": "Glorot",
        "activation": "ReLU",
        "loss": "softmax",
        "rate": 0.3,
        "schedule": "cosine",
        "warmup": 10,
    },
]

SHEETS = [RecipeSheet("10.recipe", WRONG, RIGHT)]
