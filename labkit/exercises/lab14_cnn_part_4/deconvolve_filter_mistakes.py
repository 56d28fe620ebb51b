"""One filter alone, back to the image: wrong answers."""

import numpy as np

from labkit.exercises.misconception import Misconception
from labkit.nn.functional import transposed_convolution as back


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
AVERAGED = "Stamps add up. Yours is a mean of them."

MISTAKES = [
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
    Misconception("not sent back", lambda z, W, f, k: f(z)[k], "That is the activation map. Now back to the image."),
    Misconception("the filter itself", lambda z, W, f, k: W[k], "That is the filter, whatever the image was."),
    Misconception("flipped", lambda z, W, f, k: _alone(f(z), W[:, :, ::-1, ::-1], k), FLIP),
    Misconception("overwritten", _overwritten, "Overlapping stamps add up; the last one must not replace the rest."),
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
    Misconception(
        "sizes of pixels",
        lambda z, W, f, k: np.abs(_alone(f(z), W, k)),
        "A pixel may be negative: there the filter's answers ask for less ink. Keep the sign.",
    ),
    Misconception(
        "responses added up, then activated",
        lambda z, W, f, k: back(f(z.sum(axis=0))[None, None], W[[k]])[0],
        ONE + "You add up the responses of all filters, and stamp the sum with one.",
    ),
    Misconception(
        "decimals lost",
        lambda z, W, f, k: _alone(np.trunc(f(z)), W, k),
        "The decimals of the activation are lost: is there an array of integers on the way?",
    ),
    Misconception(
        "filter activated",
        lambda z, W, f, k: _alone(z, f(W), k),
        STAGE + "The weights are not activated, the responses are.",
    ),
    Misconception(
        "filter activated, too",
        lambda z, W, f, k: _alone(f(z), f(W), k),
        "The weights stay as they are; only the responses are activated.",
    ),
    Misconception(
        "its strongest place only",
        lambda z, W, f, k: _alone(np.where(f(z) == f(z)[k].max(), f(z), 0), W, k),
        "You keep the strongest place only. All places of this filter send back what they answered.",
    ),
    Misconception("averaged over filters", lambda z, W, f, k: back(f(z)[None], W)[0] / len(W), ONE + AVERAGED),
    Misconception("one filter, averaged", lambda z, W, f, k: _alone(f(z), W, k) / len(W), AVERAGED),
    Misconception("averaged over places", lambda z, W, f, k: _alone(f(z), W, k) / z[k].size, AVERAGED),
    Misconception(
        "less its mean",
        lambda z, W, f, k: _alone(f(z) - f(z).mean(axis=(1, 2), keepdims=True), W, k),
        "You subtract the mean of the map. Nothing is subtracted.",
    ),
    Misconception("minus", lambda z, W, f, k: -_alone(f(z), W, k), "The sign is the wrong way round."),
    Misconception(
        "filter transposed",
        lambda z, W, f, k: _alone(f(z), W.transpose(0, 1, 3, 2), k),
        "Rows and columns of the filter are exchanged.",
    ),
    Misconception(
        "its map, the first filter",
        lambda z, W, f, k: back(f(z)[None, [k]], W[:1])[0],
        "The map is that of filter `which`, and you stamp it with the first filter.",
    ),
    Misconception(
        "its filter, the first map",
        lambda z, W, f, k: back(f(z)[None, :1], W[[k]])[0],
        "The filter is right, and you stamp it as strongly as the *first* filter answered.",
    ),
    Misconception(
        "a tanh of your own",
        lambda z, W, f, k: _alone(np.tanh(z), W, k),
        "The activation is given as a function; yours is a tanh whatever it is.",
    ),
    Misconception(
        "sizes of activations",
        lambda z, W, f, k: _alone(np.abs(f(z)), W, k),
        "An activation may be negative: there the filter is stamped with the other sign. Keep it.",
    ),
]
