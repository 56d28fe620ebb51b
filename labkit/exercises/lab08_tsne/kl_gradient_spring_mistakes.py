"""The gradient of the divergence: springs (p - q) w that are too strong, too weak or too long."""

import numpy as np

from labkit.exercises.lab08_tsne.forces import gradient, pull
from labkit.exercises.lab08_tsne.pictures import total
from labkit.exercises.misconception import Misconception
from labkit.tsne import embedded_affinities, kl_gradient, squared_distances, student_weights

KERNEL = (
    "The kernel w is left out: that is the gradient for a Gaussian picture (SNE, the method before t-SNE). With "
    "Student's kernel a far pair pulls ever more weakly. Which third factor stands in the sum?"
)
UPSIDE_DOWN = "You multiply by 1 + d²; the kernel is one over it. Far pairs must pull weakly."
LOGARITHM = (
    "log(p / q) stands in the divergence. When it is differentiated the logarithm goes: in the gradient p and q are "
    "subtracted."
)
Q_WRONG = "Your springs rest at the wrong place, because Q is not what it should be: "


def _ones(y: np.ndarray) -> np.ndarray:
    return np.ones((len(y), len(y)))


def _gaussian(y: np.ndarray) -> np.ndarray:
    e = np.exp(-squared_distances(y))
    np.fill_diagonal(e, 0)
    return total(e)


def _by_ratio(p: np.ndarray, y: np.ndarray) -> np.ndarray:
    q = embedded_affinities(y) + np.eye(len(y))
    return 4 * pull(p / q * student_weights(y), y)


def _logarithms(p: np.ndarray, y: np.ndarray) -> np.ndarray:
    ratio = p / (embedded_affinities(y) + np.eye(len(y)))
    return np.log(np.where(ratio > 0, ratio, 1.0))


def _upside_down(y: np.ndarray) -> np.ndarray:
    return (1 + squared_distances(y)) * (1 - np.eye(len(y)))


SPRING_MISTAKES = [
    Misconception("kernel left out", gradient(w=_ones), KERNEL),
    Misconception("kernel left out, factor 2", gradient(2.0, w=_ones), KERNEL),
    Misconception("kernel left out, no factor", gradient(1.0, w=_ones), KERNEL + " And where is the factor in front?"),
    Misconception(
        "attraction only",
        gradient(q=lambda y: 0.0),
        ("Only p is left: every point pulls, none pushes, and the picture shrinks to a dot. Where is q?"),
    ),
    Misconception(
        "repulsion only",
        lambda p, y: kl_gradient(0 * p, y),
        ("Only q is left: the data do not enter, and the picture flies apart. Where is p?"),
    ),
    Misconception(
        "q for w",
        gradient(w=embedded_affinities),
        ("The third factor is w = 1 / (1 + d²) itself, before it is divided by the sum."),
    ),
    Misconception(
        "w for q",
        gradient(q=student_weights),
        (Q_WRONG + "it must add up to 1, and you subtract the weights before they were divided by their sum."),
    ),
    Misconception(
        "q per row",
        gradient(q=lambda y: student_weights(y) / student_weights(y).sum(axis=1, keepdims=True)),
        Q_WRONG + "all pairs together add up to 1, not each row.",
    ),
    Misconception(
        "Gaussian q", gradient(q=_gaussian), Q_WRONG + "it is made with a Gaussian, not with Student's kernel."
    ),
    Misconception(
        "Gaussian q, no kernel",
        gradient(q=_gaussian, w=_ones),
        (
            "That is the gradient of symmetric SNE, with a Gaussian in the picture. t-SNE has Student's kernel, in Q and "
            "once more as a factor."
        ),
    ),
    Misconception(
        "kernel squared",
        gradient(w=lambda y: student_weights(y) ** 2),
        ("The kernel w stands in the sum once. (In q it is there already, as q = w / sum of w.)"),
    ),
    Misconception(
        "kernel of the distance",
        gradient(w=lambda y: 1 / (1 + np.sqrt(squared_distances(y)))),
        ("The kernel is 1 / (1 + d²), and you have 1 / (1 + d)."),
    ),
    Misconception(
        "kernel upside down",
        gradient(w=lambda y: 1 + squared_distances(y)),
        UPSIDE_DOWN,
    ),
    Misconception(
        "kernel upside down, in Q too", gradient(q=lambda y: total(_upside_down(y)), w=_upside_down), UPSIDE_DOWN
    ),
    Misconception(
        "diagonal in q",
        gradient(q=lambda y: total(1 / (1 + squared_distances(y)))),
        (Q_WRONG + "the ones of its diagonal took part in the sum."),
    ),
    Misconception(
        "ratio for difference",
        _by_ratio,
        ("p / q stands in the divergence, under a logarithm. In its gradient the two are subtracted."),
    ),
    Misconception(
        "q per row, no kernel",
        gradient(q=lambda y: student_weights(y) / student_weights(y).sum(axis=1, keepdims=True), w=_ones),
        Q_WRONG + "all pairs together add up to 1, not each row. And the kernel w is left out.",
    ),
    Misconception(
        "kernel divided by its sum only",
        lambda p, y: 4 * pull((p - embedded_affinities(y)) / student_weights(y).sum(), y),
        KERNEL,
    ),
    Misconception(
        "logarithm for difference", lambda p, y: 4 * pull(_logarithms(p, y) * student_weights(y), y), LOGARITHM
    ),
    Misconception(
        "p times logarithm for difference",
        lambda p, y: 4 * pull(p * _logarithms(p, y) * student_weights(y), y),
        LOGARITHM,
    ),
    Misconception(
        "kernel on q only",
        lambda p, y: 4 * pull(p - embedded_affinities(y) * student_weights(y), y),
        "The kernel w stands behind the brackets and multiplies the whole difference; yours multiplies q alone. Which "
        "brackets are missing?",
    ),
    Misconception(
        "sum of p and q",
        lambda p, y: 4 * pull((p + embedded_affinities(y)) * student_weights(y), y),
        "You add p and q, so that every spring pulls. Where the picture has a pair too close, q > p, it must push.",
    ),
    Misconception(
        "size of the difference",
        lambda p, y: 4 * pull(np.abs(p - embedded_affinities(y)) * student_weights(y), y),
        "You take the size of p - q, so that every spring pulls. Its sign says whether it pulls or pushes.",
    ),
    Misconception(
        "Gaussian q and kernel",
        gradient(q=_gaussian, w=lambda y: np.exp(-squared_distances(y))),
        Q_WRONG
        + "it is made with a Gaussian, and so is your third factor. Student's kernel 1 / (1 + d²) belongs in both.",
    ),
    Misconception(
        "exaggerated",
        lambda p, y: 4 * pull((4 * p - embedded_affinities(y)) * student_weights(y), y),
        "Your p is multiplied by 4. The 4 stands in front of the sum; p comes in as it is. (Early exaggeration, which "
        "does that, is a matter of the descent.)",
    ),
]
