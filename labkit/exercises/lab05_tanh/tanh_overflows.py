"""Ways to write tanh that are right as algebra, and overflow."""

import numpy as np

from labkit.exercises.misconception import Misconception


def _by_sides(x, k):
    """Each side's safe quotient, but both computed everywhere."""
    up, down = np.exp(2 * k * x), np.exp(-2 * k * x)
    return np.where(np.asarray(x) > 0, (1 - down) / (1 + down), (up - 1) / (up + 1))


def _of_exponentials(x, k):
    return (np.exp(k * x) - np.exp(-k * x)) / (np.exp(k * x) + np.exp(-k * x))


def _definition_clipped(x, k):
    z = np.clip(np.multiply(k, x), -300, 300)
    return _of_exponentials(z, 1)


def _right_end_replaced(x, k):
    return np.where(np.multiply(k, x) > 10, 1.0, (np.exp(2 * k * x) - 1) / (np.exp(2 * k * x) + 1))


_IN_DOUBLE_ONLY = (
    "Your bound is right for float64. In float32, in which networks train, the exponential overflows from e^89 on. "
    "What is the smallest bound that changes nothing?"
)

OVERFLOWS = [  # from the rarest to the commonest: the first that explains all warnings is named
    Misconception(
        "clipped, in double only",
        lambda x, k: 1 - 2 / (1 + np.exp(np.clip(2 * k * x, -600, 600))),
        _IN_DOUBLE_ONLY,
    ),
    Misconception("clipped, in double only, by the definition", _definition_clipped, _IN_DOUBLE_ONLY),
    Misconception(
        "clipped before the slope, wide",
        lambda x, k: 1 - 2 / (1 + np.exp(2 * k * np.clip(x, -300, 300))),
        "You clip x, but it is k times x that stands in the exponential: with a steep slope it still overflows.",
    ),
    Misconception(
        "both branches",
        _by_sides,
        "A good idea: one formula for each side. But `np.where` chooses after *both* have been computed on all of "
        "x, so the wrong one still overflows. Can you make the number inside the exponential harmless first?",
    ),
    Misconception(
        "right end replaced",
        _right_end_replaced,
        "The values are right. But `np.where` chooses after *both* have been computed on all of x, so the quotient "
        "still overflows where you do not want it. Can you make the number inside the exponential harmless first?",
    ),
    Misconception(
        "brackets",
        lambda x, k: np.exp(2 * k * x) - 1 / np.exp(2 * k * x) + 1,
        "Brackets: a division binds before the minus and the plus beside it. And would the exponential not overflow?",
    ),
    Misconception(
        "(e^2kx - 1) / (e^2kx + 1)",
        lambda x, k: (np.exp(2 * k * x) - 1) / (np.exp(2 * k * x) + 1),
        "Report B's formula, and right as algebra. Far to the right it is infinity over infinity, which is nan. "
        "Which form of the same function never needs the exponential of a large number?",
    ),
    Misconception(
        "(1 - e^-2kx) / (1 + e^-2kx)",
        lambda x, k: (1 - np.exp(-2 * k * x)) / (1 + np.exp(-2 * k * x)),
        "Right as algebra. Far to the left it is infinity over infinity, which is nan. Which form of the same "
        "function never needs the exponential of a large number?",
    ),
    Misconception(
        "overflow on both sides",
        _of_exponentials,
        "The definition itself, and far out on either side it is infinity over infinity: nan. One exponential is "
        "too large whatever the sign of x. Which form needs only the small one?",
    ),
    Misconception(
        "nan turned into zero",
        lambda x, k: np.nan_to_num((np.exp(2 * k * x) - 1) / (np.exp(2 * k * x) + 1)),
        "You replace nan by 0, so a unit that should be fully on, at 1, is at 0. Do not mend the result: avoid the "
        "number that is too large.",
    ),
    Misconception(
        "textbook sigmoid inside",
        lambda x, k: 2 / (1 + np.exp(-2 * k * x)) - 1,
        "The right relation to the sigmoid. But the textbook sigmoid asks for the exponential of a large positive "
        "number far to the left, and NumPy warns. Which form of it, or which function of NumPy, does not?",
    ),
]
