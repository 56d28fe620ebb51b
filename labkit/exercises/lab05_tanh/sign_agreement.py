"""How far the weights of one unit are pushed the same way."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe


def sign_agreement(gradients: np.ndarray) -> np.ndarray:
    """Of each row's gradients that are not zero, the share that has the commoner sign; 1 where all are zero.

    Parameters
    ----------
    gradients : array (rows, inputs)
        Gradients of the weights of one unit: a row for each sample, or for each update.

    Returns
    -------
    array (rows,)
        From 1/2, as many up as down, to 1, all the same way.
    """
    up, down = (gradients > 0).sum(axis=1), (gradients < 0).sum(axis=1)
    moving = up + down
    return np.where(moving == 0, 1.0, np.maximum(up, down) / np.maximum(moving, 1))


def _gradients(rng: np.random.Generator) -> list[Probe]:
    mixed = rng.normal(0, 1, (6, 9))
    tilted = rng.normal(0.8, 1, (4, 11)) * rng.choice([-1, 1], (4, 1))
    holes = rng.normal(-0.3, 1, (6, 12)) * (rng.uniform(size=(6, 12)) > 0.4)
    holes[:, 0], holes[1], holes[3, 1:] = 0, 0, 0
    holes[3, 4], holes[5, 1:4], holes[5, 4:] = -0.5, [0.5, 2, -1], 0
    inputs = rng.uniform(0, 1, (6, 5)) * rng.choice([-1.0, 1.0], (6, 1))
    return [
        Probe(mixed, label="signs of both kinds"),
        Probe(tilted, label="one sign is commoner, in some rows the negative one"),
        Probe(holes, label="some gradients are exactly zero, one row is all zeros"),
        Probe(inputs, label="delta times positive inputs"),
        Probe(np.array([[1.0, -2.0], [3.0, 4.0], [-5.0, 0.0], [0.0, 0.0]]), label="two weights"),
        Probe((rng.normal(0, 1e-9, (3, 40))).astype(np.float32), label="tiny gradients in float32"),
        Probe(rng.normal(0, 1, (12, 3)), label="more rows than weights"),
        Probe(
            np.array([[5.0, -1.0, -0.5, -0.25], [-4.0, 0.5, 0.75, 1.0], [-3.0, 0.5, 1.0, 0.0]]),
            label="one large gradient against several small ones",
        ),
    ]


def _counts(g):
    return (g > 0).sum(axis=1), (g < 0).sum(axis=1)


def _nothing_is(value):
    def wrong(g):
        return np.where((g == 0).all(axis=1), value, sign_agreement(g))

    return wrong


def _larger_side(g):
    return np.maximum(np.where(g > 0, g, 0).sum(axis=1), np.where(g < 0, -g, 0).sum(axis=1))


def _with_the_sum(g):
    same = ((np.sign(g) == np.sign(g.sum(axis=1, keepdims=True))) & (g != 0)).sum(axis=1)
    return np.where((g == 0).all(axis=1), 1.0, same / np.maximum(sum(_counts(g)), 1))


_BOTH = "A row in which nearly all gradients are *negative* agrees just as well as one in which they are positive."
_ZEROS = (
    "You count gradients that are exactly zero as if they had a direction. Such a weight does not move, so leave it "
    "out, above and below the fraction line."
)
_FROM_THE_MEAN = (
    "As many up as down gives 0 in yours, and should give 1/2. With a share p of the commoner sign you have "
    "p - (1 - p): you are one step of algebra away from p."
)
_EMPTY = "In a row of zeros nothing disagrees: the text says what to return for it."
_SIZES = "Only the signs count here, not the sizes: a large gradient has one vote, as a small one has."

SIGN_AGREEMENT = Exercise(
    id="05.sign_agreement",
    name="sign_agreement",
    title="How far the weights of a unit agree",
    points=2,
    reference=sign_agreement,
    probes=_gradients,
    misconceptions=[
        Misconception("share of positive ones", lambda g: (g > 0).mean(axis=1), _BOTH),
        Misconception("share of positive ones, zeros too", lambda g: (g >= 0).mean(axis=1), _BOTH + " And: " + _ZEROS),
        Misconception("share of positive ones among those that move",
                      lambda g: np.where((g == 0).all(axis=1), 1.0, _counts(g)[0] / np.maximum(sum(_counts(g)), 1)),
                      _BOTH),
        Misconception("share of positive ones among those that move, nan",
                      lambda g: _counts(g)[0] / sum(_counts(g)), _BOTH + " And a row of zeros gives nan."),
        Misconception("zeros in the number of weights", lambda g: np.maximum(*_counts(g)) / g.shape[1], _ZEROS),
        Misconception("zeros counted as positive",
                      lambda g: np.maximum((g >= 0).mean(axis=1), (g < 0).mean(axis=1)), _ZEROS),
        Misconception("zeros counted as negative",
                      lambda g: np.maximum((g > 0).mean(axis=1), (g <= 0).mean(axis=1)), _ZEROS),
        Misconception("zeros counted with either",
                      lambda g: np.maximum((g >= 0).mean(axis=1), (g <= 0).mean(axis=1)), _ZEROS),
        Misconception("nan in a row of zeros", lambda g: np.maximum(*_counts(g)) / sum(_counts(g)),
                      "A row of zeros is nothing divided by nothing, which is nan. " + _EMPTY),
        Misconception("0 in a row of zeros", _nothing_is(0.0), _EMPTY),
        Misconception("1/2 in a row of zeros", _nothing_is(0.5), _EMPTY),
        Misconception("count", lambda g: np.maximum(*_counts(g)),
                      "You count; a share compares the count with how many there are."),
        Misconception("per cent", lambda g: 100 * sign_agreement(g), "A share runs from 0 to 1; yours is in per cent."),
        Misconception("other axis", lambda g: sign_agreement(g.T),
                      "You went along the columns: one weight over all samples. Here each *row* holds the weights of "
                      "the unit, which are to be compared with each other."),
        Misconception("one number for all", lambda g: sign_agreement(g.reshape(1, -1))[0],
                      "All rows are thrown together. Two samples may push in opposite directions and yet each may "
                      "push all its weights the same way: one number for each row, please."),
        Misconception("mean over the rows", lambda g: sign_agreement(g).mean(), "One number for each row is asked "
                      "for; you averaged them."),
        Misconception("minority",
                      lambda g: np.minimum(*_counts(g)) / np.maximum(sum(_counts(g)), 1),
                      "That is the share of the *rarer* sign."),
        Misconception("minority, 1 in a row of zeros",
                      lambda g: np.where((g == 0).all(axis=1), 1.0, 1 - sign_agreement(g)),
                      "That is the share of the *rarer* sign."),
        Misconception("mean of the signs", lambda g: np.sign(g).mean(axis=1),
                      "The mean of the signs runs from -1 to 1. With a share p of the commoner sign it is p - (1 - p), "
                      "give or take the sign: what is p?"),
        Misconception("size of the mean sign", lambda g: np.abs(np.sign(g).mean(axis=1)),
                      "The mean sign is p - (1 - p) where a share p is positive. You are one step of algebra away "
                      "from p; and what do zeros do to the mean?"),
        Misconception("size of the mean sign, of those that move",
                      lambda g: np.abs(np.sign(g).sum(axis=1)) / np.maximum((g != 0).sum(axis=1), 1), _FROM_THE_MEAN),
        Misconception("size of the mean sign, of those that move, 1 in a row of zeros",
                      lambda g: 2 * sign_agreement(g) - 1, _FROM_THE_MEAN),
        Misconception("a bound for zero",
                      lambda g: sign_agreement(np.where(np.abs(g) > 1e-8, g, 0)),
                      "Your bound takes small gradients for zero. A gradient of 1e-9 has a direction: only those that "
                      "are *exactly* zero are left out."),
        Misconception("sizes for votes",
                      lambda g: np.where((g == 0).all(axis=1), 1.0,
                                         _larger_side(g) / np.where((g == 0).all(axis=1), 1, np.abs(g).sum(axis=1))),
                      _SIZES),
        Misconception("sum against sizes", lambda g: np.abs(g.sum(axis=1)) / np.abs(g).sum(axis=1), _SIZES),
        Misconception("agreement with the sum",
                      lambda g: (np.sign(g) == np.sign(g.sum(axis=1, keepdims=True))).mean(axis=1),
                      _SIZES + " The sign of the sum follows the largest gradients, not the majority."),
        Misconception("agreement with the sum, of those that move", _with_the_sum,
                      _SIZES + " The sign of the sum follows the largest gradients, not the majority."),
        Misconception("agreement with the first",
                      lambda g: (np.sign(g) == np.sign(g[:, :1])).mean(axis=1),
                      "You compare with the first weight, which may be in the minority."),
        Misconception("all or nothing",
                      lambda g: ((g > 0).all(axis=1) | (g < 0).all(axis=1)) * 1.0,
                      "You ask whether *all* agree. A share is wanted: how many of them do?"),
        Misconception("divided by the rows", lambda g: np.maximum(*_counts(g)) / len(g),
                      "The number of rows does not matter to any one of them: divide by the number of weights that "
                      "move in that row."),
        Misconception("change from row to row", lambda g: (np.sign(g[1:]) == np.sign(g[:-1])).mean(axis=1),
                      "You compare each row with the next. Compare the weights of one row with each other."),
        Misconception("always 1", lambda g: np.ones(len(g)), "Your answer is 1 whatever the signs are."),
    ],
)  # fmt: skip
