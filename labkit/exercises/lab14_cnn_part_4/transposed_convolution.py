"""Transposed convolution as stamps that add up."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn import functional


def reference(y, W, stride):
    """Labkit's own, which takes a batch of responses, for the responses of one image."""
    return functional.transposed_convolution(y[None], W, stride)[0]


def _probes(rng: np.random.Generator) -> list[Probe]:
    def one(y, W, stride=(1, 1), dtype=float, label=""):
        return Probe(rng.normal(size=y).astype(dtype), rng.normal(size=W).astype(dtype), stride, label=label)

    return [
        one((1, 3, 4), (1, 1, 2, 3), label="one filter, not square"),
        one((3, 4, 5), (3, 1, 3, 2), label="three filters"),
        one((2, 4, 6), (2, 3, 2, 2), label="three channels"),
        one((2, 3, 4), (2, 2, 3, 4), (2, 3), label="strides that differ, and stamps that overlap"),
        one((2, 4, 3), (2, 1, 2, 2), (3, 1), label="gaps between the stamps, downwards"),
        one((2, 5, 4), (2, 1, 3, 3), dtype=np.float32, label="float32"),
        one((1, 1, 1), (1, 2, 3, 2), label="one place only: a single stamp"),
        one((2, 3, 3), (2, 1, 1, 1), label="a filter of one pixel"),
    ]


def _stamps(y, W, stride, step=None, size=None, put="add"):
    """Stamps with one thing wrong: steps, size of the image, or what happens to overlaps."""
    (n, down, across), (channels, kh, kw) = y.shape, W.shape[1:]
    step = stride if step is None else step
    image = np.zeros((channels, *(size or ((down - 1) * stride[0] + kh, (across - 1) * stride[1] + kw))))
    for f, i, j in np.ndindex(n, down, across):
        at = np.s_[:, i * step[0] : i * step[0] + kh, j * step[1] : j * step[1] + kw]
        stamp = y[f, i, j] * W[f]
        image[at] = {"add": image[at] + stamp, "last": stamp, "largest": np.maximum(image[at], stamp)}[put]
    return image


def _grown(y, W, stride, less=0):
    size = [n * s + k - less for n, s, k in zip(y.shape[1:], stride, W.shape[2:], strict=True)]
    image, right = np.zeros((W.shape[1], *size)), reference(y, W, stride)
    height, width = (min(a, b) for a, b in zip(size, right.shape[1:], strict=True))
    image[:, :height, :width] = right[:, :height, :width]
    return image


def _mean(y, W, stride):
    return reference(y, W, stride) / np.maximum(reference(np.ones_like(y), np.ones_like(W), stride), 1)


def _cut(y, W, stride):
    right, (kh, kw) = _stamps(y, W, stride, (1, 1)), W.shape[2:]
    top, left = (kh - 1) // 2, (kw - 1) // 2
    return right[:, top : top + y.shape[1], left : left + y.shape[2]]


def _flipped(W):
    return W[:, :, ::-1, ::-1]


def _without_last(y):
    inner = np.zeros_like(y)
    inner[:, :-1, :-1] = y[:, :-1, :-1]
    return inner


OVERLAP = "Neighbouring stamps overlap. Where they do, a pixel hears from several places: "
FLIP = (
    "Your filter is stamped upside down. Scattering needs no flip: the weight at (a, b) of the filter goes to the pixel "
    "(a, b) of the patch that it had looked at. (Who *gathers* with a correlation needs one; here is none.)"
)
STRIDE = "The response at place (i, j) came from a patch whose corner lies `stride` pixels further for every step. "
SIZE = (
    "Your image has another size. The first stamp begins at pixel 0; where does the last one begin, for so many places "
    "and this stride, and where does it end? Going back the image grows."
)
FILTERS = "Every filter stamps with its own weights, as strongly as its own responses say, and all go into one image."

TRANSPOSED_CONVOLUTION = Exercise(
    id="14.transposed_convolution",
    name="transposed_convolution",
    title="Stamps that add up",
    points=3,
    reference=reference,
    probes=_probes,
    misconceptions=[
        Misconception("overwritten", lambda y, W, s: _stamps(y, W, s, put="last"), OVERLAP + "add, do not replace."),
        Misconception(
            "overwritten and flipped",
            lambda y, W, s: _stamps(y, _flipped(W), s, put="last"),
            "Two things. " + OVERLAP + "add, do not replace. And: " + FLIP,
        ),
        Misconception("largest kept", lambda y, W, s: _stamps(y, W, s, put="largest"), OVERLAP + "all of them count."),
        Misconception("averaged", _mean, OVERLAP + "they are added, not averaged."),
        Misconception("filter flipped", lambda y, W, s: reference(y, _flipped(W), s), FLIP),
        Misconception(
            "filter upside down", lambda y, W, s: reference(y, W[:, :, ::-1], s), "Flipped top to bottom. " + FLIP
        ),
        Misconception(
            "filter flipped, stride ignored", lambda y, W, s: reference(y, _flipped(W), (1, 1)), FLIP + " " + STRIDE
        ),
        Misconception("stride ignored", lambda y, W, s: reference(y, W, (1, 1)), STRIDE + "Where does it enter?"),
        Misconception(
            "stride ignored in the stamps",
            lambda y, W, s: _stamps(y, W, s, step=(1, 1)),
            STRIDE + "Your image has the right size, but all stamps stand in its corner.",
        ),
        Misconception(
            "one stride for both", lambda y, W, s: reference(y, W, (s[0], s[0])), STRIDE + "Down and across may differ."
        ),
        Misconception(
            "strides exchanged", lambda y, W, s: reference(y, W, s[::-1]), STRIDE + "The first is down, not across."
        ),
        Misconception(
            "size n - k + 1",
            lambda y, W, s: _stamps(
                y, W, s, (1, 1), tuple(n - k + 1 for n, k in zip(y.shape[1:], W.shape[2:], strict=True))
            ),
            "n - k + 1 is the way from an image to places. " + SIZE,
        ),
        Misconception("size of the responses", lambda y, W, s: _stamps(y, W, s, (1, 1), y.shape[1:]), SIZE),
        Misconception(
            "scipy's valid",
            lambda y, W, s: np.zeros(
                (W.shape[1], *(abs(n - k) + 1 for n, k in zip(y.shape[1:], W.shape[2:], strict=True)))
            ),
            "`mode='valid'` shrinks the image. " + SIZE,
        ),
        Misconception("scipy's same", _cut, "`mode='same'` cuts off the rim of the outer stamps. " + SIZE),
        Misconception("a step too large", _grown, SIZE),
        Misconception("a pixel off", lambda y, W, s: _grown(y, W, s, 1), SIZE, same_as=("stride ignored",)),
        Misconception("last filter only", lambda y, W, s: reference(y[-1:], W[-1:], s), FILTERS),
        Misconception("first filter only", lambda y, W, s: reference(y[:1], W[:1], s), FILTERS),
        Misconception(
            "responses added up first",
            lambda y, W, s: reference(np.ascontiguousarray(np.broadcast_to(y.sum(axis=0), y.shape)), W, s),
            FILTERS,
        ),
        Misconception(
            "an image for each filter",
            lambda y, W, s: np.array([reference(y[f : f + 1], W[f : f + 1], s) for f in range(len(y))]),
            "You keep the filters apart. " + FILTERS,
        ),
        Misconception(
            "first channel only",
            lambda y, W, s: reference(y, W[:, :1], s),
            "A filter has weights for every channel of the image, and stamps into every one.",
        ),
        Misconception(
            "channels added up",
            lambda y, W, s: reference(y, W, s).sum(axis=0),
            "You add up the channels of the image. Each keeps its own plane.",
        ),
        Misconception("one channel returned", lambda y, W, s: reference(y, W, s)[0], "Return all channels."),
        Misconception(
            "responses ignored",
            lambda y, W, s: reference(np.ones_like(y), W, s),
            "All your stamps are equally strong. How strong the stamp is, the response at its place says.",
        ),
        Misconception(
            "positive responses only",
            lambda y, W, s: reference(np.maximum(y, 0), W, s),
            "A negative response stamps the negative of the filter. Nothing is cut off here.",
        ),
        Misconception(
            "filter transposed",
            lambda y, W, s: reference(y, W.transpose(0, 1, 3, 2), s),
            "Rows and columns of the filter are exchanged.",
        ),
        Misconception(
            "responses transposed",
            lambda y, W, s: reference(y.transpose(0, 2, 1), W, s),
            "Rows and columns of the responses are exchanged: y[f, i, j] is i steps down and j across.",
        ),
        Misconception(
            "last places forgotten",
            lambda y, W, s: reference(_without_last(y), W, s),
            "The last row and the last column of places send nothing back: `range(n)` ends before n by itself.",
        ),
        Misconception(
            "one stride for both, that across",
            lambda y, W, s: reference(y, W, (s[1], s[1])),
            STRIDE + "Down and across may differ.",
        ),
        Misconception(
            "sizes of responses",
            lambda y, W, s: reference(np.abs(y), W, s),
            "A negative response stamps the negative of the filter: keep its sign.",
        ),
        Misconception(
            "one filter for all",
            lambda y, W, s: reference(y, np.repeat(W[:1], len(W), axis=0), s),
            "All your stamps are the first filter's. " + FILTERS,
        ),
    ],
)
