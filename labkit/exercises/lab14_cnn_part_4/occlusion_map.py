"""A grey square moves over the image: where does the answer suffer?"""

from collections.abc import Callable
from typing import Any

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.experiments.lab14_cnn_part_4 import occlusion_map


def _call(function: Callable, A: np.ndarray, image: np.ndarray, true: int, patch: int, grey: float, stride: int) -> Any:
    def answer(images):
        if np.ndim(images) != 4 or np.shape(images)[1:] != image.shape:
            raise ValueError(f"answer takes images of shape (samples, *{image.shape}), not {np.shape(images)}")
        return np.tanh(np.reshape(images, (len(images), -1)) @ A)

    return function(answer, image, true, patch, grey, stride)


def _probes(rng: np.random.Generator) -> list[Probe]:
    def one(image, true, patch, grey, stride=1, classes=4, dtype=float, label=""):
        A = rng.normal(size=(int(np.prod(image)), classes)).astype(dtype) / np.prod(image) ** 0.5
        return Probe(A, rng.normal(size=image).astype(dtype), true, patch, grey, stride, label=label)

    return [
        one((1, 6, 8), 2, 3, 0.25, label="an image that is not square"),
        one((1, 7, 5), 1, 2, 0.4, 2, label="stride 2: a row of pixels is left over"),
        one((3, 6, 5), 3, 2, -0.3, label="three channels"),
        one((1, 9, 7), 1, 3, -0.42, 2, label="stride 2, a grey below zero"),
        one((2, 6, 9), 2, 3, 0.7, 3, 5, np.float32, label="squares side by side, float32"),
        one((1, 4, 4), 1, 4, 0.2, label="the square covers the whole image"),
    ]


def _read(read: Callable) -> Callable:
    """The right places, but something else is read off: ``read(whole, hidden, true)`` for one hidden image each."""

    def wrong(answer, image, true, patch, grey, stride):
        whole = answer(image[None])[0]
        found = [[read(whole, answer(h[None])[0], true) for h in row] for row in _hidden(image, patch, grey, stride)]
        return np.array(found)

    return wrong


def _hidden(image, patch, grey, stride, past=0, one_copy=False, channel=slice(None)) -> list:
    rows, copy = [], image.copy()
    for top in range(0, image.shape[1] - patch + 1 + past, stride):
        rows.append([])
        for left in range(0, image.shape[2] - patch + 1 + past, stride):
            copy = copy if one_copy else image.copy()
            copy[channel, top : top + patch, left : left + patch] = grey
            rows[-1].append(copy.copy())
    return rows


def _seen(answer, image, true, rows) -> np.ndarray:
    whole = answer(image[None])[0, true]
    return np.array([[whole - answer(h[None])[0, true] for h in row] for row in rows])


def _filled(fill: Callable) -> Callable:
    """The square filled with something else: ``fill(image, grey)``."""
    return lambda answer, image, true, patch, grey, stride: occlusion_map(
        answer, image, true, patch, fill(image, grey), stride
    )


def _in_place(answer, image, true, patch, grey, stride):
    rows = _seen(answer, image, true, _hidden(image, patch, grey, stride, one_copy=True))
    image[:, :patch, :patch] = grey
    return rows


def _all_but(answer, image, true, patch, grey, stride):
    marks = _hidden(np.ones_like(image), patch, 0, stride)
    return _seen(answer, image, true, [[np.where(m == 0, image, grey) for m in row] for row in marks])


def _added(answer, image, true, patch, grey, stride):
    marks = _hidden(np.zeros_like(image), patch, grey, stride)
    return _seen(answer, image, true, [[image + m for m in row] for row in marks])


def _spread(answer, image, true, patch, grey, stride):
    drops, found = occlusion_map(answer, image, true, patch, grey, stride), np.zeros(image.shape[1:])
    for i, j in np.ndindex(*drops.shape):
        found[i * stride : i * stride + patch, j * stride : j * stride + patch] += drops[i, j]
    return found


def _square(answer, image, true, patch, grey, stride):
    n = (image.shape[1] - patch) // stride + 1
    size = (n - 1) * stride + patch
    wide = np.pad(image, ((0, 0), (0, 0), (0, max(0, size - image.shape[2]))))[:, :, :size]
    rows = [[h[:, :, : image.shape[2]] for h in row] for row in _hidden(wide, patch, grey, stride)]
    if size >= image.shape[2]:
        return _seen(answer, image, true, rows)
    return occlusion_map(answer, image, true, patch, grey, stride)[:n, :n]


def _cut(drops, image, patch, stride):
    return drops[: (image.shape[1] - patch) // stride + 1, : (image.shape[2] - patch) // stride + 1]


CLASS = "Ask about the class that the image really shows, before and after: output number `true`. "
COPY = (
    "The image stays hidden where the square has been: every place adds a grey square, and none is taken away. Each "
    "place needs a fresh copy."
)
GREY = "The colour of the square is given, `grey`. "
PLACES = (
    "The square must stay inside the image. With n pixels and a square of p, how many places are there at this stride?"
)
DROP = "A drop is the output for the whole image less the output for the hidden one: "


def _m(name, function, hint, same_as=()):
    return Misconception(name, function, hint, same_as)


OCCLUSION_MAP = Exercise(
    id="14.occlusion_map",
    name="occlusion_map",
    title="Hide and ask",
    points=3,
    reference=occlusion_map,
    probes=_probes,
    call=_call,
    misconceptions=[
        _m(
            "stride in the count only",
            lambda a, i, t, p, g, s: _cut(occlusion_map(a, i, t, p, g, 1), i, p, s),
            "Your map has the right size, but its squares stand one pixel apart. Where does the stride move the corner?",
        ),
        _m("sign", _read(lambda w, h, k: h[k] - w[k]), DROP + "positive where hiding hurts."),
        _m("size of the change", _read(lambda w, h, k: abs(w[k] - h[k])), DROP + "a rise is a negative drop, keep it."),
        _m("rises cut off", _read(lambda w, h, k: max(w[k] - h[k], 0)), DROP + "a rise is a negative drop, keep it."),
        _m("squared", _read(lambda w, h, k: (w[k] - h[k]) ** 2), DROP + "not squared."),
        _m("relative drop", _read(lambda w, h, k: (w[k] - h[k]) / w[k]), DROP + "not divided by anything."),
        _m("logarithms", _read(lambda w, h, k: np.log(abs(w[k])) - np.log(abs(h[k]))), DROP + "no logarithms."),
        _m("output, no drop", _read(lambda w, h, k: h[k]), DROP + "you return the second of the two."),
        _m("one less output", _read(lambda w, h, k: 1 - h[k]), DROP + "you measure from the target 1 instead."),
        _m(
            "rise of the loss", _read(lambda w, h, k: ((1 - h[k]) ** 2 - (1 - w[k]) ** 2) / 2), DROP + "not the loss's."
        ),
        _m("largest output", _read(lambda w, h, k: w.max() - h.max()), CLASS + "The largest may be another one."),
        _m("largest once hidden", _read(lambda w, h, k: w[k] - h.max()), CLASS + "Afterwards you take the largest."),
        _m(
            "predicted class",
            _read(lambda w, h, k: w[w.argmax()] - h[w.argmax()]),
            CLASS + "You take the answered one.",
        ),
        _m("all classes", _read(lambda w, h, k: w.sum() - h.sum()), CLASS + "You add up all outputs."),
        _m("mean of all classes", _read(lambda w, h, k: w.mean() - h.mean()), CLASS + "You average over all outputs."),
        _m("first class", _read(lambda w, h, k: w[0] - h[0]), CLASS + "You always take the first."),
        _m("changes of all classes", _read(lambda w, h, k: abs(w - h).sum()), CLASS + "You add up all the changes."),
        _m(
            "squared changes of all classes",
            _read(lambda w, h, k: ((w - h) ** 2).sum()),
            CLASS + "You add them all up.",
        ),
        _m("right or wrong", _read(lambda w, h, k: float(h.argmax() != k)), DROP + "yours says only whether it fails."),
        _m(
            "square of zeros",
            _filled(lambda image, grey: 0.0),
            GREY + "Zero is grey in normalised images (it is their "
            "mean), and black in others: say it, do not guess it.",
        ),
        _m("square of ones", _filled(lambda image, grey: 1.0), GREY + "Yours is 1."),
        _m("square of one half", _filled(lambda image, grey: 0.5), GREY + "Yours is 1/2."),
        _m("square of the darkest", _filled(lambda image, grey: image.min()), GREY + "Yours is the darkest pixel's."),
        _m(
            "square of the image's mean",
            _filled(lambda image, grey: image.mean()),
            GREY + "Yours is this image's mean.",
        ),
        _m("grey added", _added, GREY + "The square replaces what is under it; yours is added to it."),
        _m("all but the square", _all_but, "You hide everything except the square."),
        _m(
            "one copy",
            lambda a, image, t, p, g, s: _seen(a, image, t, _hidden(image, p, g, s, one_copy=True)),
            COPY,
            ("in place",),
        ),
        _m("in place", _in_place, COPY + " And the image of the caller is changed.", ("one copy",)),
        _m(
            "first channel",
            lambda a, i, t, p, g, s: _seen(a, i, t, _hidden(i, p, g, s, channel=0)),
            "Hide all channels of the image: through the others the network can still see.",
        ),
        _m(
            "past the border",
            lambda a, i, t, p, g, s: _seen(a, i, t, _hidden(i, p, g, s, past=p - 1)),
            "Your square runs over the border, where less and less of it hides anything. " + PLACES,
        ),
        _m(
            "last place missing",
            lambda a, i, t, p, g, s: _seen(a, i, t, _hidden(i, p, g, s, past=-1)),
            "`range(n)` ends before n. " + PLACES,
        ),
        _m("as many across as down", _square, PLACES + " Down and across differ: the image need not be square."),
        _m("stride ignored", lambda a, i, t, p, g, s: occlusion_map(a, i, t, p, g, 1), "Where does the stride enter?"),
        _m(
            "stride of a square",
            lambda a, i, t, p, g, s: occlusion_map(a, i, t, p, g, p),
            "You step from square to square. The stride is given.",
        ),
        _m(
            "stride and square exchanged",
            lambda a, i, t, p, g, s: occlusion_map(a, i, t, s, g, p),
            "Stride and side of the square are exchanged.",
        ),
        _m("one pixel", lambda a, i, t, p, g, s: occlusion_map(a, i, t, 1, g, s), "You hide one pixel, not a square."),
        _m(
            "square too small",
            lambda a, i, t, p, g, s: occlusion_map(a, i, t, p - 1, g, s),
            "Your square is a pixel too small: a slice ends before its end.",
        ),
        _m("spread over the image", _spread, "One number for each place of the square, not for each pixel."),
        _m(
            "rows and columns",
            lambda a, i, t, p, g, s: occlusion_map(a, i, t, p, g, s).T,
            "Rows and columns are exchanged: the first axis goes down.",
        ),
        _m(
            "no batch",
            lambda a, i, t, p, g, s: a(i),
            "answer takes a batch: a single image needs one more axis in front.",
        ),
    ],
)
