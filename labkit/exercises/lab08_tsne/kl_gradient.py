"""The gradient of the divergence: the force on every point of the picture."""

from typing import Any

import numpy as np
from scipy.special import xlogy

from labkit.exercises.exercise import Exercise
from labkit.exercises.lab08_tsne.pictures import springs, total
from labkit.exercises.misconception import Misconception
from labkit.tsne import embedded_affinities, kl_gradient, squared_distances, student_weights

KERNEL = (
    "The kernel w is left out: that is the gradient for a Gaussian picture (SNE, the method before t-SNE). With "
    "Student's kernel a far pair pulls ever more weakly. Which third factor stands in the sum?"
)
DIFFERENCE = (
    "A spring has two ends: its force points along y_i - y_j. With only one of the two the result would change if the "
    "whole picture were moved aside."
)
UPSIDE_DOWN = "You multiply by 1 + d²; the kernel is one over it. Far pairs must pull weakly."
LOGARITHM = (
    "log(p / q) stands in the divergence. When it is differentiated the logarithm goes: in the gradient p and q are "
    "subtracted."
)
Q_WRONG = "Your springs rest at the wrong place, because Q is not what it should be: "


def _pull(stretch: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Sum over j of stretch_ij (y_i - y_j), array (n, dimensions)."""
    return stretch.sum(axis=1, keepdims=True) * y - stretch @ y


def _gradient(factor: float = 4.0, q: Any = embedded_affinities, w: Any = student_weights) -> Any:
    """The gradient with another factor, Q or kernel."""
    return lambda p, y: factor * _pull((p - q(y)) * w(y), y)


def _springs(p: np.ndarray, y: np.ndarray) -> np.ndarray:
    return (p - embedded_affinities(y)) * student_weights(y)


def _ones(y: np.ndarray) -> np.ndarray:
    return np.ones((len(y), len(y)))


def _each(p: np.ndarray, y: np.ndarray) -> np.ndarray:
    return _springs(p, y)[:, :, None] * (y[:, None] - y)


def _gaussian(y: np.ndarray) -> np.ndarray:
    e = np.exp(-squared_distances(y))
    np.fill_diagonal(e, 0)
    return total(e)


def _by_ratio(p: np.ndarray, y: np.ndarray) -> np.ndarray:
    q = embedded_affinities(y) + np.eye(len(y))
    return 4 * _pull(p / q * student_weights(y), y)


def _logarithms(p: np.ndarray, y: np.ndarray) -> np.ndarray:
    ratio = p / (embedded_affinities(y) + np.eye(len(y)))
    return np.log(np.where(ratio > 0, ratio, 1.0))


def _upside_down(y: np.ndarray) -> np.ndarray:
    return (1 + squared_distances(y)) * (1 - np.eye(len(y)))


KL_GRADIENT = Exercise(
    id="08.kl_gradient",
    name="kl_gradient",
    title="The force on every point",
    points=3,
    reference=kl_gradient,
    probes=springs,
    atol=1e-8,
    misconceptions=[
        Misconception(
            "factor 4",
            _gradient(1.0),
            ("Directions and proportions are right; a constant factor in front of the sum is missing."),
        ),
        Misconception(
            "factor 2",
            _gradient(2.0),
            (
                "Half of the force is missing: a pair stands in P and Q twice, at (i, j) and (j, i), and each d² gives a 2."
            ),
        ),
        Misconception("kernel left out", _gradient(w=_ones), KERNEL),
        Misconception("kernel left out, factor 2", _gradient(2.0, w=_ones), KERNEL),
        Misconception(
            "kernel left out, no factor", _gradient(1.0, w=_ones), KERNEL + " And where is the factor in front?"
        ),
        Misconception(
            "sign",
            _gradient(-4.0),
            (
                "Exactly the other way round: with yours the divergence would grow. Look at the order in p - q and in "
                "y_i - y_j (or at the axis of your sum)."
            ),
        ),
        Misconception(
            "sign, no factor",
            _gradient(-1.0),
            ("The other way round, and a constant factor is missing. Look at the order in p - q and in y_i - y_j."),
        ),
        Misconception(
            "mean for sum",
            lambda p, y: kl_gradient(p, y) / len(y),
            ("You average over the other points; their forces are added."),
        ),
        Misconception(
            "attraction only",
            _gradient(q=lambda y: 0.0),
            ("Only p is left: every point pulls, none pushes, and the picture shrinks to a dot. Where is q?"),
        ),
        Misconception(
            "repulsion only",
            lambda p, y: kl_gradient(0 * p, y),
            ("Only q is left: the data do not enter, and the picture flies apart. Where is p?"),
        ),
        Misconception(
            "q for w",
            _gradient(w=embedded_affinities),
            ("The third factor is w = 1 / (1 + d²) itself, before it is divided by the sum."),
        ),
        Misconception(
            "w for q",
            _gradient(q=student_weights),
            (Q_WRONG + "it must add up to 1, and you subtract the weights before they were divided by their sum."),
        ),
        Misconception(
            "q per row",
            _gradient(q=lambda y: student_weights(y) / student_weights(y).sum(axis=1, keepdims=True)),
            Q_WRONG + "all pairs together add up to 1, not each row.",
        ),
        Misconception(
            "Gaussian q", _gradient(q=_gaussian), Q_WRONG + "it is made with a Gaussian, not with Student's kernel."
        ),
        Misconception(
            "Gaussian q, no kernel",
            _gradient(q=_gaussian, w=_ones),
            (
                "That is the gradient of symmetric SNE, with a Gaussian in the picture. t-SNE has Student's kernel, in Q and "
                "once more as a factor."
            ),
        ),
        Misconception(
            "kernel squared",
            _gradient(w=lambda y: student_weights(y) ** 2),
            ("The kernel w stands in the sum once. (In q it is there already, as q = w / sum of w.)"),
        ),
        Misconception(
            "kernel of the distance",
            _gradient(w=lambda y: 1 / (1 + np.sqrt(squared_distances(y)))),
            ("The kernel is 1 / (1 + d²), and you have 1 / (1 + d)."),
        ),
        Misconception(
            "kernel upside down",
            _gradient(w=lambda y: 1 + squared_distances(y)),
            UPSIDE_DOWN,
        ),
        Misconception(
            "kernel upside down, in Q too", _gradient(q=lambda y: total(_upside_down(y)), w=_upside_down), UPSIDE_DOWN
        ),
        Misconception(
            "diagonal in q",
            _gradient(q=lambda y: total(1 / (1 + squared_distances(y)))),
            (Q_WRONG + "the ones of its diagonal took part in the sum."),
        ),
        Misconception("no difference, y_j", lambda p, y: 4 * _springs(p, y) @ y, DIFFERENCE),
        Misconception("no difference, minus y_j", lambda p, y: -4 * _springs(p, y) @ y, DIFFERENCE),
        Misconception("no difference, y_i", lambda p, y: 4 * _springs(p, y).sum(axis=1, keepdims=True) * y, DIFFERENCE),
        Misconception(
            "no direction",
            lambda p, y: 4 * _springs(p, y).sum(axis=1),
            (
                "One number for each point. A force has a direction, along y_i - y_j, and so as many numbers as the "
                "picture has dimensions."
            ),
        ),
        Misconception(
            "not summed",
            lambda p, y: 4 * _each(p, y),
            ("The forces of all pairs stand side by side: for each point they must be added up over the others."),
        ),
        Misconception(
            "not summed, no factor",
            _each,
            (
                "The forces of all pairs stand side by side: for each point they must be added up over the others, and a "
                "constant factor is missing."
            ),
        ),
        Misconception(
            "differences of probabilities only",
            lambda p, y: p - embedded_affinities(y),
            ("p - q says which springs are too long and which too short. How strongly do they pull, and where to?"),
        ),
        Misconception(
            "sum of p - q times y",
            lambda p, y: (p - embedded_affinities(y)).sum(axis=1, keepdims=True) * y,
            DIFFERENCE + " And the kernel is left out.",
        ),
        Misconception(
            "ratio for difference",
            _by_ratio,
            ("p / q stands in the divergence, under a logarithm. In its gradient the two are subtracted."),
        ),
        Misconception(
            "absolute forces",
            lambda p, y: 4 * np.abs(_each(p, y)).sum(axis=1),
            ("All your forces are positive. They point to both sides, and partly cancel."),
        ),
        Misconception(
            "no difference, no kernel",
            lambda p, y: 4 * (p - embedded_affinities(y)) @ y,
            (DIFFERENCE + " And the kernel is left out."),
        ),
        Misconception(
            "q per row, no kernel",
            _gradient(q=lambda y: student_weights(y) / student_weights(y).sum(axis=1, keepdims=True), w=_ones),
            Q_WRONG + "all pairs together add up to 1, not each row. And the kernel w is left out.",
        ),
        Misconception(
            "kernel divided by its sum only",
            lambda p, y: 4 * _pull((p - embedded_affinities(y)) / student_weights(y).sum(), y),
            KERNEL,
        ),
        Misconception(
            "the divergence",
            lambda p, y: np.sum(xlogy(p, p) - xlogy(p, embedded_affinities(y) + np.eye(len(y)))),
            ("That is the divergence itself, one number. Asked for is its gradient: as many numbers as y has."),
        ),
        Misconception(
            "springs only",
            lambda p, y: 4 * _springs(p, y),
            ("How strongly each pair pulls, an (n, n) array. Where to? Multiply by y_i - y_j, and add up over j."),
        ),
        Misconception(
            "logarithm for difference", lambda p, y: 4 * _pull(_logarithms(p, y) * student_weights(y), y), LOGARITHM
        ),
        Misconception(
            "p times logarithm for difference",
            lambda p, y: 4 * _pull(p * _logarithms(p, y) * student_weights(y), y),
            LOGARITHM,
        ),
        Misconception(
            "y_i not weighted",
            lambda p, y: 4 * (y - _springs(p, y) @ y),
            "The y_i in y_i - y_j is multiplied by (p - q) w as well, and added up over j: which number stands before "
            "y_i when you take it out of the sum?",
        ),
        Misconception(
            "sum of all springs",
            lambda p, y: 4 * (_springs(p, y).sum() * y - _springs(p, y) @ y),
            "Before y_i stands the sum of the springs of point i, row i alone; you add up all rows.",
        ),
    ],
)
