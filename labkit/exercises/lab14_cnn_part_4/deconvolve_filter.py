"""One filter's activation, alone, back to the image."""

from collections.abc import Callable
from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.experiments.lab14_cnn_part_4 import deconvolve_filter
from labkit.nn.functional import leaky_relu, tanh
from labkit.nn.functional import transposed_convolution as back

ACTIVATIONS: dict[str, Callable] = {
    "tanh": lambda z: tanh(z, 0.5),
    "leaky": lambda z: leaky_relu(z, 0.1),
    "shifted": lambda z: 1 / (1 + np.exp(-z)),  # not 0 at 0: zeros must be put in after it
}


def _call(function: Callable, z: np.ndarray, W: np.ndarray, activation: str, which: int) -> Any:
    return function(z, W, ACTIVATIONS[activation], which)


def _probes(rng: np.random.Generator) -> list[Probe]:
    def one(z, W, activation, which, dtype=float, label=""):
        return Probe(
            2 * rng.normal(size=z).astype(dtype), rng.normal(size=W).astype(dtype), activation, which, label=label
        )

    return [
        one((3, 3, 4), (3, 1, 2, 3), "tanh", 1, label="the second of three filters, tanh"),
        one((4, 4, 5), (4, 2, 3, 2), "leaky", 2, label="two channels, leaky ReLU"),
        one((3, 5, 4), (3, 1, 2, 2), "shifted", 2, label="an activation that is not 0 at 0"),
        one((2, 4, 4), (2, 3, 3, 3), "shifted", 0, label="the first filter, three channels"),
        one((5, 6, 5), (5, 1, 3, 3), "tanh", 3, np.float32, label="float32"),
    ]


def _alone(values, W, which):
    return back(values[None, [which]], W[[which]])[0]


def _others(z, W, f, which):
    y = f(z).copy()
    y[which] = 0
    return back(y[None], W)[0]


def _activation_last(z, W, f, which):
    kept = np.zeros_like(z)
    kept[which] = z[which]
    return back(f(kept)[None], W)[0]


def _overwritten(z, W, f, which):
    y, (c, kh, kw) = f(z)[which], W.shape[1:]
    image = np.zeros((c, y.shape[0] + kh - 1, y.shape[1] + kw - 1))
    for (i, j), strength in np.ndenumerate(y):
        image[:, i : i + kh, j : j + kw] = strength * W[which]
    return image


def _repeated(values, W):
    return back(np.repeat(values[None, None], len(W), axis=1), W)[0]


STAGE = "The map of a filter is what it sends on: the *activation*, f(z), not the weighted sum z. "
ONE = "Only the filter `which` is wanted. "
FLIP = "The filter is flipped once too often: transposed convolution stamps it as it is."

DECONVOLVE_FILTER = Exercise(
    id="14.deconvolve_filter",
    name="deconvolve_filter",
    title="One filter alone",
    points=2,
    reference=deconvolve_filter,
    probes=_probes,
    call=_call,
    misconceptions=[
        Misconception("one after", lambda z, W, f, k: _alone(f(z), W, (k + 1) % len(W)), ONE + "Count from 0."),
        Misconception("times its response", lambda z, W, f, k: _alone(z * f(z), W, k), STAGE + "Not their product."),
        Misconception(
            "strongest filter at each place",
            lambda z, W, f, k: _alone(f(z) * (z == z.max(axis=0)), W, k),
            ONE + "All of its places, also where another filter answers more strongly.",
        ),
        Misconception(
            "divided by the largest",
            lambda z, W, f, k: _alone(f(z), W, k) / np.abs(_alone(f(z), W, k)).max(),
            "You scale the map to 1. How strong it is, is part of the answer.",
        ),
        Misconception("before the activation", lambda z, W, f, k: _alone(z, W, k), STAGE),
        Misconception("all filters", lambda z, W, f, k: back(f(z)[None], W)[0], ONE + "Yours adds up all of them."),
        Misconception("all filters, before the activation", lambda z, W, f, k: back(z[None], W)[0], STAGE + ONE),
        Misconception("activated twice", lambda z, W, f, k: _alone(f(f(z)), W, k), "The activation is applied twice."),
        Misconception(
            "activated in the image",
            lambda z, W, f, k: f(_alone(f(z), W, k)),
            "Once back in the image, nothing more is activated.",
        ),
        Misconception(
            "activated in the image only", lambda z, W, f, k: f(_alone(z, W, k)), STAGE + "Activate before going back."
        ),
        Misconception(
            "zeros before the activation",
            _activation_last,
            "You set the others to zero and activate then. An activation need not be 0 at 0: activate first.",
        ),
        Misconception("always the first", lambda z, W, f, k: _alone(f(z), W, 0), ONE + "Yours is always the first."),
        Misconception("always the last", lambda z, W, f, k: _alone(f(z), W, -1), ONE + "Yours is always the last."),
        Misconception("one before", lambda z, W, f, k: _alone(f(z), W, k - 1), ONE + "Filters are counted from 0."),
        Misconception("the others", _others, ONE + "You have set *that* one to zero, and kept the others."),
        Misconception(
            "not sent back", lambda z, W, f, k: f(z)[k], "That is the activation map. Now back to the image."
        ),
        Misconception("the filter itself", lambda z, W, f, k: W[k], "That is the filter, whatever the image was."),
        Misconception("flipped", lambda z, W, f, k: _alone(f(z), W[:, :, ::-1, ::-1], k), FLIP),
        Misconception(
            "overwritten", _overwritten, "Overlapping stamps add up; the last one must not replace the rest."
        ),
        Misconception(
            "maps added up",
            lambda z, W, f, k: back(f(z).sum(axis=0)[None, None], W[[k]])[0],
            ONE + "You add up the activation maps of all filters, and stamp the sum with one.",
        ),
        Misconception(
            "maps averaged",
            lambda z, W, f, k: back(f(z).mean(axis=0)[None, None], W[[k]])[0],
            ONE + "You average over the axis of the filters.",
        ),
        Misconception(
            "filters added up",
            lambda z, W, f, k: back(f(z)[None, [k]], W.sum(axis=0, keepdims=True))[0],
            ONE + "You stamp its map with the sum of all filters.",
            same_as=("one map through all filters",),
        ),
        Misconception(
            "one map through all filters",
            lambda z, W, f, k: _repeated(f(z)[k], W),
            ONE + "You stamp its map with all the filters.",
            same_as=("filters added up",),
        ),
        Misconception(
            "a ReLU of your own",
            lambda z, W, f, k: _alone(np.maximum(z, 0), W, k),
            "The activation is given as a function; yours is a ReLU whatever it is.",
        ),
        Misconception(
            "positive activations only",
            lambda z, W, f, k: _alone(np.maximum(f(z), 0), W, k),
            "Negative activations count as well. (Zeiler and Fergus cut them off on the way back; Report A does not.)",
        ),
        Misconception(
            "positive pixels only",
            lambda z, W, f, k: np.maximum(_alone(f(z), W, k), 0),
            "Negative pixels count as well. (Zeiler and Fergus cut them off on the way back; Report A does not.)",
        ),
        Misconception(
            "sizes", lambda z, W, f, k: _alone(np.abs(z), W, k), "The activation is given as a function: use it."
        ),
        Misconception(
            "strongest place only",
            lambda z, W, f, k: back(np.where(z == z.max(), f(z), 0)[None], W)[0],
            ONE + "All of its places, not the strongest one of all.",
        ),
        Misconception(
            "every filter apart",
            lambda z, W, f, k: np.array([_alone(f(z), W, n) for n in range(len(W))]),
            ONE + "You return a picture of each.",
        ),
        Misconception(
            "channels added up",
            lambda z, W, f, k: _alone(f(z), W, k).sum(axis=0),
            "Return all channels of the image, each in its own plane.",
        ),
        Misconception("one channel", lambda z, W, f, k: _alone(f(z), W, k)[0], "Return all channels of the image."),
    ],
)
