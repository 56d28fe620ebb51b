"""Find the one gradient that a backward pass gets wrong, and by which factor."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab12_cnn_part_2.wrong_gradient_slips import (
    changed,
    cosine,
    farthest,
    largest,
    of_lengths,
)
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe


def wrong_gradient(claimed, measured):
    """Return the number of the parameter whose gradient is wrong, and claimed over measured."""
    number = farthest(claimed, measured)
    c, m = np.ravel(claimed[number]), np.ravel(measured[number])
    return number, float(c @ m / (m @ m))


SHAPES = [(2, 1, 3, 4), (2,), (2, 3), (3,)]


def _probes(rng: np.random.Generator) -> list[Probe]:
    """Gradients as central differences give them, one of them multiplied by a factor in the claimed list."""
    probes = []
    for number, factor in ((3, 2.0), (1, 2.0), (0, 0.5), (2, -1.0), (3, -0.5), (1, 100.0), (0, 1.1)):
        sizes = 10.0 ** rng.permutation([-2, 0, 2, 4])
        if factor == 100:
            sizes[:] = 1
        elif factor != -1:
            sizes[number] = 1e-3  # a small gradient, wrong all the same
        right = [s * rng.normal(size=shape) for s, shape in zip(sizes, SHAPES, strict=True)]
        for gradient in right:
            gradient.flat[0] = 0  # nothing flows through a unit that is off
        claimed = [(factor if i == number else 1.0) * g for i, g in enumerate(right)]
        measured = [_rounded(g, rng) for g in right]
        probes.append(Probe(claimed, measured, label=f"one gradient of {len(SHAPES)} is wrong"))
    return probes


def _rounded(gradient: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """As central differences measure it."""
    noise = 1e-5 * np.abs(gradient) + 1e-9 * np.abs(gradient).max()
    return gradient + noise * rng.normal(size=gradient.shape)


CHOICE = (
    "Your choice follows the *size* of the gradients. A small gradient may be wrong by a factor: compare each difference "
    "with the gradient it belongs to."
)
DIFFERENCE = "You return a difference. Asked is a factor: how many times the measured gradient is the claimed one?"
ENTRY = "A single entry may be 0, and its ratio nothing but rounding. Which entries can you trust?"
PAIR = "Return two things: the number of the parameter, and then the factor."
CONSTANT = "You always name the same parameter. Look into the gradients."
FIRST = (
    "You always name parameter 0. Perhaps your comparison is too strict: measured gradients are a little rough, so that "
    "even right ones differ in the last digits."
)
RATIOS = (
    "A mean of ratios is spoiled by gradients near 0, where rounding is all there is. Weigh the large entries more."
)
ABSOLUTE = "The size of the factor is right, its sign is not always. Can a gradient point the wrong way?"

WRONG_GRADIENT = Exercise(
    id="12.wrong_gradient",
    name="wrong_gradient",
    title="Which gradient is wrong?",
    points=3,
    reference=wrong_gradient,
    probes=_probes,
    rtol=1e-3,
    per_student=True,
    misconceptions=[
        Misconception(
            "largest difference", changed(choose=largest(lambda a, b: np.abs(np.subtract(a, b)).max())), CHOICE
        ),
        Misconception(
            "longest difference",
            changed(choose=largest(lambda a, b: np.linalg.norm(a - b))),
            CHOICE,
            same_as=("largest difference",),
        ),
        Misconception(
            "largest claimed gradient",
            changed(choose=largest(lambda a, b: np.linalg.norm(a))),
            CHOICE,
            same_as=("largest difference", "longest difference"),
        ),
        Misconception("largest measured gradient", changed(choose=largest(lambda a, b: np.linalg.norm(b))), CHOICE),
        Misconception(
            "factor upside down",
            changed(lambda a, b: float(b @ b / (a @ b))),
            "Your factor is upside down: claimed over measured is asked.",
        ),
        Misconception("absolute factor", changed(lambda a, b: float(abs(a @ b) / (b @ b))), ABSOLUTE),
        Misconception("length of the difference", changed(lambda a, b: float(np.linalg.norm(a - b))), DIFFERENCE),
        Misconception("largest difference for factor", changed(lambda a, b: float(np.abs(a - b).max())), DIFFERENCE),
        Misconception("sum of differences", changed(lambda a, b: float((a - b).sum())), DIFFERENCE),
        Misconception(
            "relative error for factor",
            changed(lambda a, b: float(np.linalg.norm(a - b) / np.linalg.norm(b))),
            "You return the relative error. For a gradient that is twice too large it is 1, and the factor is 2.",
        ),
        Misconception(
            "factor less 1",
            changed(lambda a, b: float(a @ b / (b @ b)) - 1),
            "You return by how much the factor differs from 1. The factor itself is asked.",
        ),
        Misconception(
            "factor squared",
            changed(lambda a, b: float((a @ a) / (b @ b))),
            "Your factor is squared: a ratio of sums of squares.",
        ),
        Misconception(
            "mean of the ratios",
            changed(lambda a, b: float(np.mean(a / b))),
            RATIOS,
        ),
        Misconception("median of the ratios", changed(lambda a, b: float(np.median(a / b))), ENTRY),
        Misconception("ratio of the first entries", changed(lambda a, b: float(a[0] / b[0])), ENTRY),
        Misconception(
            "choice and factor by the mean of ratios",
            changed(lambda a, b: float(np.mean(a / b)), largest(lambda a, b: abs(np.mean(a / b) - 1))),
            RATIOS,
        ),
        Misconception(
            "choice by the mean of ratios", changed(choose=largest(lambda a, b: abs(np.mean(a / b) - 1))), RATIOS
        ),
        Misconception(
            "largest factor",
            changed(choose=largest(lambda a, b: np.vdot(a, b) / np.vdot(b, b))),
            "You look for the largest factor. Can a wrong factor also be below 1?",
        ),
        Misconception("mean difference", changed(lambda a, b: float(np.mean(a - b))), DIFFERENCE),
        Misconception("mean size of the difference", changed(lambda a, b: float(np.mean(np.abs(a - b)))), DIFFERENCE),
        Misconception(
            "ratio of every entry",
            changed(lambda a, b: a / b),
            "One ratio for every entry came back. One factor is asked.",
        ),
        Misconception(
            "always 2",
            changed(lambda a, b: 2.0),
            "You always answer 2. In the lab it may be so; these gradients differ.",
        ),
        Misconception("number only", lambda c, m: wrong_gradient(c, m)[0], PAIR),
        Misconception("factor only", lambda c, m: wrong_gradient(c, m)[1], PAIR),
        Misconception("factor first", lambda c, m: wrong_gradient(c, m)[::-1], "The two have changed places. " + PAIR),
        Misconception(
            "counted from 1",
            lambda c, m: (wrong_gradient(c, m)[0] + 1, wrong_gradient(c, m)[1]),
            "You count from 1, Python from 0.",
        ),
        Misconception("always the first", changed(choose=lambda c, m: 0), FIRST),
        Misconception("always the first bias", changed(choose=lambda c, m: 1), CONSTANT),
        Misconception("always the last", changed(choose=lambda c, m: len(c) - 1), CONSTANT),
        Misconception(
            "the best gradient",
            changed(choose=largest(lambda a, b: -np.linalg.norm(a - b) / np.linalg.norm(b))),
            "You name a gradient that agrees. Which one does not?",
        ),
        Misconception(
            "largest mean square difference",
            changed(choose=largest(lambda a, b: np.mean((a - b) ** 2))),
            CHOICE,
            same_as=("largest difference", "longest difference", "largest claimed gradient"),
        ),
        Misconception(
            "smallest difference",
            changed(choose=largest(lambda a, b: -np.linalg.norm(a - b))),
            "You name the gradient with the smallest difference. Which one is *wrong*?",
        ),
        Misconception(
            "choice and factor by lengths",
            changed(of_lengths, largest(lambda a, b: abs(of_lengths(a, b) - 1))),
            ABSOLUTE,
            same_as=("absolute factor",),
        ),
        Misconception(
            "choice and factor by the first entries",
            changed(lambda a, b: float(a[0] / b[0]), largest(lambda a, b: abs(np.ravel(a)[0] / np.ravel(b)[0] - 1))),
            ENTRY,
        ),
        Misconception(
            "choice by direction",
            changed(choose=largest(lambda a, b: -cosine(a, b))),
            "You compare directions. A gradient that is twice too long points the same way.",
        ),
        Misconception(
            "factor rounded",
            changed(lambda a, b: float(round(a @ b / (b @ b)))),
            "You round the factor to a whole number. It may be 1.1.",
        ),
        Misconception(
            "always 3 and 2",
            lambda c, m: (3, 2.0),
            "You always answer 3 and 2. In the lab it may be so; these gradients differ.",
        ),
    ],
)
