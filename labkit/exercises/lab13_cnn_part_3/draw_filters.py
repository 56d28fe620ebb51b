"""A bank of filters drawn so that what it makes of an image is as large as the image."""

from typing import Any

import numpy as np

from labkit import nn
from labkit.exercises.comparison import as_array
from labkit.exercises.exercise import Exercise
from labkit.exercises.lab04_initialisation.draws import NOTHING, TOLERANCE, source, statistics
from labkit.exercises.lab13_cnn_part_3.wrong_draws import WRONG_DRAWS
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe


def draw_filters(shape: tuple[int, int, int, int], rng: np.random.Generator) -> np.ndarray:
    """Filters (filters, channels, height, width) from N(0, 1/fan-in), as Conv2D draws them."""
    return nn.FanInNormal()(int(np.prod(shape[1:])), shape[0], rng).T.reshape(shape)


def banks(rng: np.random.Generator) -> list[Probe]:
    """Banks with about 40,000 weights; no two of their sizes alike, so that none can stand in for another."""
    seeds = rng.integers(1_000_000, size=4)
    return [
        Probe((816, 1, 7, 7), int(seeds[0]), label="one channel, as in the network here"),
        Probe((500, 3, 4, 7), int(seeds[1]), label="three channels, and filters that are not square"),
        Probe((50, 20, 8, 5), int(seeds[2]), label="more channels than rows"),
        Probe((6700, 1, 3, 2), int(seeds[3]), label="filters of six weights"),
    ]


def look_at(function: Any, shape: tuple[int, int, int, int], rng: int) -> Any:
    """Describe the filters drawn with a generator seeded by ``rng``: two right answers share no number."""
    W = function(shape, np.random.default_rng(rng))
    array = as_array(W) if isinstance(W, (np.ndarray, np.generic, int, float, list, tuple)) else None
    if array is None:
        return W
    if isinstance(W, (list, tuple)):
        found = {"shape": "a list"} | NOTHING
    elif array.shape != shape:
        found = {"shape": f"{array.shape if array.ndim else 'one number'}, not {shape}"} | NOTHING
    elif array.dtype.kind == "c" or not np.isfinite(array).all():
        found = {"shape": str(shape)} | NOTHING | {"form": "NaN, infinite or complex numbers"}
    else:
        found = {"shape": str(shape)} | statistics(np.asarray(array, dtype=float).reshape(shape[0], -1).T)
    return found | {"source": source(lambda generator: function((7, 2, 3, 5), generator), rng)}


def _normal(std):
    """Draw normal filters of the spread ``std(filters, channels, height, width)``."""
    return lambda shape, rng: std(*shape) * rng.standard_normal(shape)


_COUNT = "How many products does one filter add up at one place? "

DRAW_FILTERS = Exercise(
    id="13.draw_filters",
    name="draw_filters",
    title="Filters of the right size",
    points=2,
    reference=draw_filters,
    probes=banks,
    call=look_at,
    rtol=TOLERANCE,
    misconceptions=[
        Misconception(
            "number of filters",
            _normal(lambda f, c, h, w: 1 / np.sqrt(f)),
            "Your n is the number of filters. " + _COUNT + "The other filters do not matter to it.",
        ),
        Misconception(
            "channels forgotten",
            _normal(lambda f, c, h, w: 1 / np.sqrt(h * w)),
            "Height times width is right for one channel. " + _COUNT,
        ),
        Misconception("height only", _normal(lambda f, c, h, w: 1 / np.sqrt(h)), "You count one column. " + _COUNT),
        Misconception("width only", _normal(lambda f, c, h, w: 1 / np.sqrt(w)), "You count one row. " + _COUNT),
        Misconception(
            "channels only",
            _normal(lambda f, c, h, w: 1 / np.sqrt(c)),
            "You count the channels only, as in a dense layer. " + _COUNT,
        ),
        Misconception(
            "width squared",
            _normal(lambda f, c, h, w: 1 / np.sqrt(c * w * w)),
            "You take filters to be square. Here height and width may differ.",
        ),
        Misconception(
            "height squared",
            _normal(lambda f, c, h, w: 1 / np.sqrt(c * h * h)),
            "You take filters to be square. Here height and width may differ.",
        ),
        Misconception(
            "sum of the sizes",
            _normal(lambda f, c, h, w: 1 / np.sqrt(c + h + w)),
            "You add up channels, height and width. " + _COUNT,
        ),
        Misconception(
            "all weights",
            _normal(lambda f, c, h, w: 1 / np.sqrt(f * c * h * w)),
            "You count the weights of all filters. " + _COUNT,
        ),
        Misconception(
            "filters for channels",
            _normal(lambda f, c, h, w: 1 / np.sqrt(f * h * w)),
            "That is the number of units that one *pixel* reaches (nearly: its fan-out). " + _COUNT,
        ),
        Misconception(
            "variance for std",
            _normal(lambda f, c, h, w: 1 / (c * h * w)),
            "Far too narrow: 1/n is the *variance* that is wanted. What is a standard deviation?",
        ),
        Misconception(
            "variance for std, channels forgotten",
            _normal(lambda f, c, h, w: 1 / (h * w)),
            "Two things: 1/n is a variance, not a standard deviation; and height times width is not all. " + _COUNT,
        ),
        Misconception(
            "upside down",
            _normal(lambda f, c, h, w: np.sqrt(c * h * w)),
            "Your weights grow with the number of inputs. The more products are added, the smaller each must be.",
        ),
        Misconception(
            "fourth root",
            _normal(lambda f, c, h, w: (c * h * w) ** -0.25),
            "One root too many: the standard deviation is the root of the variance 1/n.",
        ),
        Misconception(
            "not scaled",
            _normal(lambda f, c, h, w: 1.0),
            "Your weights have standard deviation 1, however large the filter is. Where does n enter?",
        ),
        Misconception(
            "He's factor",
            _normal(lambda f, c, h, w: np.sqrt(2 / (c * h * w))),
            "That is He's proposal for ReLUs. Here the variance is 1/n, without a 2.",
        ),
        Misconception(
            "Glorot's mean",
            _normal(lambda f, c, h, w: np.sqrt(2 / (c * h * w + f))),
            "That is Glorot's compromise between both passes. Here the number of inputs alone counts.",
        ),
        Misconception(
            "Glorot's mean, both times the places",
            _normal(lambda f, c, h, w: np.sqrt(2 / (c * h * w + f * h * w))),
            "That is Glorot's compromise between both passes. Here the number of inputs alone counts.",
        ),
        Misconception(
            "always 49",
            _normal(lambda f, c, h, w: 1 / 7),
            "Right for 7 by 7 filters on one channel, and for no others.",
        ),
        Misconception(
            "the image's size",
            _normal(lambda f, c, h, w: 1 / 28),
            "You count the pixels of an image. " + _COUNT,
        ),
        Misconception(
            "always 0.1", _normal(lambda f, c, h, w: 0.1), "A spread of 0.1 whatever the filter. Where does n enter?"
        ),
        Misconception(
            "square of the variance",
            _normal(lambda f, c, h, w: (c * h * w) ** -2.0),
            "You square where a root is wanted: the variance is 1/n, and the standard deviation is its root.",
        ),
        Misconception(
            "bias counted",
            _normal(lambda f, c, h, w: (c * h * w + 1) ** -0.5),
            "You count the bias with the weights. " + _COUNT + "The bias is not multiplied with anything.",
        ),
        Misconception(
            "one over the height",
            _normal(lambda f, c, h, w: 1 / h),
            "You take filters to be square, with one channel. " + _COUNT,
        ),
        *WRONG_DRAWS,
    ],
)
