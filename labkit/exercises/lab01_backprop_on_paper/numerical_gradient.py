"""The gradient by central differences."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn import numerical_gradient


def _call_numerical(function, A, c, theta, epsilon):
    """Ask for the gradient of a smooth function with no symmetry: ``sum(sin(A theta)) + c . theta^3``.

    The function works on a copy of theta: adding and taking away epsilon may leave a last digit changed, which is no
    mistake; not taking it away shows in the result.
    """

    def f(point):
        flat = np.asarray(point, dtype=float).ravel()
        return float(np.sin(A @ flat).sum() + c @ flat**3)

    return function(f, theta.copy(), epsilon)


def _numerical_probes(rng):
    def probe(shape, epsilon, label):
        size = int(np.prod(shape))
        A, c = rng.normal(size=(size + 1, size)), rng.normal(size=size)
        return Probe(A, c, rng.uniform(0.3, 1.2, shape), epsilon, label=label)

    return [
        probe((3,), 0.1, "three parameters, epsilon 0.1"),
        probe((1,), 0.5, "one parameter, epsilon 0.5"),
        probe((4,), 0.01, "four parameters, epsilon 0.01"),
        probe((2, 3), 0.2, "theta is a matrix, epsilon 0.2"),
        probe((5,), 1e-3, "five parameters, epsilon 0.001"),
    ]


def _differences(quotient):
    """Build a gradient of one difference quotient after the other: ``quotient(f, theta, shift, epsilon)``."""

    def numeric(f, theta, epsilon=1e-5):
        gradient = np.zeros_like(theta)
        for place in np.ndindex(theta.shape):
            shift = np.zeros_like(theta)
            shift[place] = epsilon
            gradient[place] = quotient(f, theta, shift, epsilon)
        return gradient

    return numeric


_central = _differences(lambda f, theta, shift, eps: (f(theta + shift) - f(theta - shift)) / (2 * eps))


def _never_reset(f, theta, epsilon=1e-5):
    gradient, theta = np.zeros_like(theta), theta.copy()
    for place in np.ndindex(theta.shape):
        theta[place] += epsilon
        above = f(theta)
        theta[place] -= 2 * epsilon
        gradient[place] = (above - f(theta)) / (2 * epsilon)
    return gradient


def _reset_too_little(f, theta, epsilon=1e-5):
    gradient, theta = np.zeros_like(theta), theta.copy()
    for place in np.ndindex(theta.shape):
        theta[place] += epsilon
        above = f(theta)
        theta[place] -= epsilon
        gradient[place] = (above - f(theta)) / (2 * epsilon)
    return gradient


def _forward_never_reset(f, theta, epsilon=1e-5):
    gradient, theta = np.zeros_like(theta), theta.copy()
    before = f(theta)
    for place in np.ndindex(theta.shape):
        theta[place] += epsilon
        gradient[place] = (f(theta) - before) / epsilon
    return gradient


NUMERICAL_SLIPS = [
    Misconception(
        "forward difference",
        _differences(lambda f, theta, shift, eps: (f(theta + shift) - f(theta)) / eps),
        "You look to one side only. Its error shrinks like epsilon; looking to both sides it shrinks like epsilon^2.",
    ),
    Misconception(
        "backward difference",
        _differences(lambda f, theta, shift, eps: (f(theta) - f(theta - shift)) / eps),
        "You look to one side only. Its error shrinks like epsilon; looking to both sides it shrinks like epsilon^2.",
    ),
    Misconception(
        "missing 2",
        _differences(lambda f, theta, shift, eps: (f(theta + shift) - f(theta - shift)) / eps),
        "Everything is twice too large: how far apart are the two points at which you evaluate f?",
    ),
    Misconception(
        "divided by 2 only",
        _differences(lambda f, theta, shift, eps: (f(theta + shift) - f(theta - shift)) / 2),
        "The difference shrinks with epsilon, so it must be divided by the whole distance, not by 2 alone.",
    ),
    Misconception(
        "precedence of the division",
        _differences(lambda f, theta, shift, eps: (f(theta + shift) - f(theta - shift)) / 2 * eps),
        "a / 2 * eps is (a / 2) * eps. Put the whole distance into brackets.",
    ),
    Misconception(
        "brackets round the difference missing",
        _differences(lambda f, theta, shift, eps: f(theta + shift) - f(theta - shift) / (2 * eps)),
        "Division comes before subtraction: your quotient divides only the second value.",
    ),
    Misconception(
        "not divided",
        _differences(lambda f, theta, shift, eps: f(theta + shift) - f(theta - shift)),
        "This is how much f changes. A slope is change divided by distance.",
    ),
    Misconception(
        "forward over 2 epsilon",
        _differences(lambda f, theta, shift, eps: (f(theta + shift) - f(theta)) / (2 * eps)),
        "The distance 2 epsilon belongs to two points on either side of theta. Where are yours?",
        same_as=("reset to the middle",),
    ),
    Misconception(
        "epsilon not taken back",
        _never_reset,
        "The first parameter's slope is right, the others are not: in which state did you leave the first parameter "
        "before you turned to the second?",
    ),
    Misconception(
        "reset to the middle",
        _reset_too_little,
        "After + epsilon, going back by epsilon brings you to theta, not to theta - epsilon.",
        same_as=("forward over 2 epsilon",),
    ),
    Misconception(
        "epsilon piles up",
        _forward_never_reset,
        "The parameters move one after the other and none comes back; and only one side is looked at.",
    ),
    Misconception(
        "all parameters at once",
        lambda f, theta, epsilon=1e-5: np.full_like(theta, (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon)),
        "All parameters move together, so every entry is the same number. A partial derivative moves one and holds the "
        "others.",
    ),
    Misconception(
        "sign",
        _differences(lambda f, theta, shift, eps: (f(theta - shift) - f(theta + shift)) / (2 * eps)),
        "The sign is turned: which of the two values is subtracted from which?",
    ),
    Misconception(
        "epsilon argument ignored",
        lambda f, theta, epsilon=1e-5: _central(f, theta, 1e-5),
        "Your step does not depend on the epsilon that the function is given.",
    ),
    Misconception(
        "half steps",
        lambda f, theta, epsilon=1e-5: _central(f, theta, epsilon / 2),
        "A central difference too, with half the step: here the two points lie epsilon to the left and to the right.",
    ),
    Misconception(
        "second derivative",
        _differences(lambda f, theta, shift, eps: (f(theta + shift) - 2 * f(theta) + f(theta - shift)) / eps**2),
        "That is the second derivative, how the slope changes.",
    ),
    Misconception(
        "sum, not difference",
        _differences(lambda f, theta, shift, eps: (f(theta + shift) + f(theta - shift)) / (2 * eps)),
        "A slope comes from a difference of values. Yours adds them.",
    ),
    Misconception(
        "relative step",
        _differences(lambda f, theta, shift, eps: (f(theta * (1 + shift)) - f(theta * (1 - shift))) / (2 * eps)),
        "You change the parameter by a share of itself. Epsilon is added, whatever the parameter's size.",
    ),
]


NUMERICAL_GRADIENT = Exercise(
    id="01.numerical_gradient",
    name="numerical_gradient",
    title="The gradient by central differences",
    points=2,
    reference=numerical_gradient,
    probes=_numerical_probes,
    call=_call_numerical,
    rtol=1e-6,
    misconceptions=NUMERICAL_SLIPS,
)
