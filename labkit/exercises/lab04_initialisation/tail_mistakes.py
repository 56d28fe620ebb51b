"""What people do with the tails of a normal distribution instead of drawing them again."""

import numpy as np

from labkit.exercises.lab04_initialisation import wrong_truncations
from labkit.exercises.misconception import Misconception

_UNITS = "The border is two *standard deviations*, "

TAIL_MISTAKES = [
    Misconception(
        "clipped",
        wrong_truncations.clipped(lambda std: 2 * std),
        "You moved what lies outside *onto* the border, and there it piles up. Draw those weights again instead, "
        "as often as it takes.",
    ),
    Misconception(
        "clipped at one std",
        wrong_truncations.clipped(lambda std: std),
        "Two things: the border is at two standard deviations, and what lies outside is drawn again, not moved "
        "onto the border.",
    ),
    Misconception(
        "not truncated",
        lambda n, m, std, rng: rng.normal(0, std, (n, m)),
        "Your weights still have their tails: one in twenty lies outside two standard deviations. (Turning its "
        "sign over does not bring it in.)",
    ),
    Misconception(
        "clipped at 2",
        wrong_truncations.clipped(lambda std: 2.0),
        _UNITS + "2 * std, not the number 2; and what lies outside is drawn again, not moved onto the border.",
    ),
    Misconception(
        "redrawn beyond 2", wrong_truncations.redrawn(lambda std: 2.0), _UNITS + "2 * std, not the number 2."
    ),
    Misconception(
        "redrawn beyond one std",
        wrong_truncations.redrawn(lambda std: std),
        _UNITS + "and yours is at one: a third of all draws is thrown away.",
    ),
    Misconception(
        "redrawn beyond one and a half std",
        wrong_truncations.redrawn(lambda std: 1.5 * std),
        _UNITS + "and yours is nearer.",
    ),
    Misconception(
        "redrawn beyond three std",
        wrong_truncations.redrawn(lambda std: 3 * std),
        _UNITS + "and yours is farther out.",
    ),
    Misconception(
        "redrawn once",
        wrong_truncations.replaced(wrong_truncations.outside, lambda w, std, k, rng: rng.normal(0, std, k)),
        "What you draw again may fall outside again, and about one in twenty does. Go on until none is left.",
    ),
    Misconception(
        "redrawn twice",
        wrong_truncations.passes(2),
        "You draw again a fixed number of times, and each time about one in twenty falls outside once more. Go "
        "on until none is left.",
    ),
    Misconception(
        "one number for all tails",
        wrong_truncations.one_number,
        "You drew *one* number and put it in every place that lay outside. Each of them needs a number of its "
        "own: how many are there?",
    ),
    Misconception(
        "redrawn with std 1",
        wrong_truncations.replaced_until_inside(lambda std: 1.0),
        "What you draw again has the standard deviation 1. It should come from the same distribution as the "
        "first draw.",
    ),
    Misconception(
        "kept the tails",
        wrong_truncations.only_tails,
        "The comparison is turned round: you draw the weights near 0 again, and keep those that lie outside.",
    ),
    Misconception(
        "border measured on the weights",
        wrong_truncations.border_moves,
        "You measure the standard deviation on the weights, and with every tail that you cut it shrinks. The "
        "border stands still, at 2 * `std`.",
    ),
    Misconception(
        "folded back",
        lambda n, m, std, rng: wrong_truncations.folded(rng.normal(0, std, (n, m)), 2 * std),
        "You brought what lay outside back into the range, by a mirror or from the other end. There it changes "
        "the form: draw those weights again instead.",
    ),
    Misconception(
        "one tail only",
        wrong_truncations.upper_tail,
        "You cut the tail on one side only. Weights far below 0 are as far out as those far above.",
    ),
    Misconception(
        "tails set to zero",
        wrong_truncations.replaced(wrong_truncations.outside, lambda w, std, k, rng: 0.0),
        "You set what lies outside to 0: one weight in twenty is then exactly zero. Draw those again.",
    ),
    Misconception(
        "tails replaced by uniform numbers",
        wrong_truncations.replaced(wrong_truncations.outside, lambda w, std, k, rng: rng.uniform(-2 * std, 2 * std, k)),
        "You replaced the tails by numbers of another distribution. Draw them again from the same one.",
    ),
    Misconception(
        "tails wrapped round",
        lambda n, m, std, rng: np.fmod(rng.normal(0, std, (n, m)), 2 * std),
        "The remainder of a division puts the tails back near 0. Draw them again from the same distribution.",
    ),
    Misconception(
        "tails thrown away",
        wrong_truncations.without_its_tails,
        "You threw away what lies outside, and fewer weights are left than the layer has.",
    ),
    Misconception(
        "border counted twice in std",
        wrong_truncations.redrawn(lambda std: 2 * std**2),
        "Your border scales with std squared. In scipy's `truncnorm` the borders are given in standard "
        "deviations already.",
    ),
]
