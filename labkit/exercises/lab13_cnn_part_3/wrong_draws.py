"""Filters of the right size drawn in a wrong way: another distribution, another generator, another shape."""

import numpy as np

from labkit.exercises.misconception import Misconception


def _right(shape, rng):
    return rng.standard_normal(shape) / np.sqrt(np.prod(shape[1:]))


def _flat(limit):
    return lambda shape, rng: rng.uniform(-limit(*shape), limit(*shape), shape)


def _changed(change):
    """Change filters that were drawn as they should be."""
    return lambda shape, rng: change(_right(shape, rng))


def _shifted(mean, std=lambda n: n**-0.5):
    """Draw normal numbers around a mean that is not 0."""

    def answer(shape, rng):
        n = np.prod(shape[1:])
        return rng.normal(mean(n), std(n), shape)

    return answer


def _cut_off(shape, rng):
    limit = 2 / np.sqrt(np.prod(shape[1:]))
    return np.clip(_right(shape, rng), -limit, limit)


_UNIFORM = "Your numbers are equally likely everywhere in a range; the text asks for a normal distribution. "
_SHAPE = "Right numbers in the wrong shape: (filters, channels, height, width) is asked for, as in `shape`."
_OWN = "The numbers do not come from the `rng` that you are given, so nobody can choose the seed."

WRONG_DRAWS = [
    Misconception(
        "std used as a limit",
        _flat(lambda f, c, h, w: 1 / np.sqrt(c * h * w)),
        _UNIFORM + "Besides, a range from -L to L has the standard deviation L/sqrt(3), not L.",
    ),
    Misconception(
        "right spread, but uniform",
        _flat(lambda f, c, h, w: np.sqrt(3 / (c * h * w))),
        _UNIFORM + "The spread is right.",
    ),
    Misconception("uniform from -1 to 1", _flat(lambda f, c, h, w: 1.0), _UNIFORM + "And its spread must fit n."),
    Misconception(
        "from 0 to 1",
        lambda shape, rng: rng.random(shape) / np.sqrt(np.prod(shape[1:])),
        "`rng.random` gives numbers from 0 to 1, all positive. A normal distribution around 0 is asked for.",
    ),
    Misconception(
        "one filter many times",
        lambda shape, rng: np.zeros(shape) + rng.standard_normal(shape[1:]) / np.sqrt(np.prod(shape[1:])),
        "All filters are equal: they would see the same, and learn the same, for ever. Draw every weight anew.",
    ),
    Misconception(
        "a generator of its own",
        lambda shape, rng: _right(shape, np.random.default_rng(0)),
        "The numbers do not come from the `rng` that you are given, so nobody can choose the seed.",
    ),
    Misconception(
        "a generator without a seed",
        lambda shape, rng: _right(shape, np.random.default_rng()),
        "The numbers do not come from the `rng` that you are given: the same seed gives other filters each time.",
    ),
    Misconception(
        "as a matrix",
        lambda shape, rng: _right(shape, rng).reshape(shape[0], -1),
        "You return a matrix with a filter in each row. Give the filters their shape back.",
    ),
    Misconception(
        "as columns",
        lambda shape, rng: _right(shape, rng).reshape(shape[0], -1).T,
        "You return a matrix with a filter in each column. Give the filters their shape back.",
    ),
    Misconception("flat", _changed(np.ravel), _SHAPE + " You return one long row of numbers."),
    Misconception("axes in another order", _changed(lambda W: W.transpose(2, 3, 1, 0)), _SHAPE),
    Misconception("axes turned round", _changed(lambda W: W.T), _SHAPE),
    Misconception("a list", _changed(np.ndarray.tolist), "You return a list; an array is asked for: `np.array(...)`."),
    Misconception(
        "one filter only",
        _changed(lambda W: W[0]),
        "You draw a single filter. The first number of `shape` says how many are wanted.",
    ),
    Misconception(
        "one number",
        lambda shape, rng: float(rng.normal(0, 1 / np.sqrt(np.prod(shape[1:])))),
        "You draw one number. `rng.normal` takes the shape of what it should draw as its third argument, `size`.",
    ),
    Misconception(
        "all positive",
        _changed(np.abs),
        "All your weights are positive. A normal distribution around 0 has as many negative ones.",
    ),
    Misconception(
        "cut off at two deviations",
        _cut_off,
        "You cut the numbers off at two standard deviations. A normal distribution has tails, and the spread is too small "
        "without them.",
    ),
    Misconception(
        "1/n as the mean",
        _shifted(lambda n: 1 / n),
        "Your weights lie around 1/n. The first argument of `rng.normal` is the mean, which should be 0.",
    ),
    Misconception(
        "spread given as the mean",
        _shifted(lambda n: n**-0.5, lambda n: 1),
        "Your spread stands where `rng.normal` takes the *mean*: its arguments are mean, spread, size. The mean is to be 0.",
    ),
]
