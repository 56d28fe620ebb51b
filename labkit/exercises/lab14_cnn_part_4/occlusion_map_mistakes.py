"""A grey square that hides the wrong pixels, or a network that is asked the wrong question."""

import numpy as np
from scipy.special import softmax

from labkit.exercises.lab14_cnn_part_4.occluded import (
    added,
    all_but,
    cut,
    filled,
    hidden,
    in_place,
    read,
    scaled,
    seen,
    shaped,
    spread,
    square,
    turned,
)
from labkit.exercises.misconception import Misconception
from labkit.experiments.lab14_cnn_part_4 import occlusion_map

CLASS = "Ask about the class that the image really shows, before and after: output number `true`. "
COPY = (
    "The image stays hidden where the square has been: every place adds a grey square, and none is taken away. Each "
    "place needs a fresh copy."
)
GREY = "The colour of the square is given, `grey`. "
PLACES = (
    "The square must stay inside the image. With n pixels and a square of p, how many places are there at this stride?"
)
CORNER = "The place (i, j) is the upper left *corner* of the square, not its centre. " + PLACES
DROP = "A drop is the output for the whole image less the output for the hidden one: "


def _m(name, function, hint, same_as=()):
    return Misconception(name, function, hint, same_as)


def _column_by_column(drops):
    return drops.T.reshape(drops.shape)


MISTAKES = [
    _m(
        "stride in the count only",
        lambda a, i, t, p, g, s: cut(occlusion_map(a, i, t, p, g, 1), i, p, s),
        "Your map has the right size, but its squares stand one pixel apart. Where does the stride move the corner?",
    ),
    _m("sign", read(lambda w, h, k: h[k] - w[k]), DROP + "positive where hiding hurts."),
    _m("size of the change", read(lambda w, h, k: abs(w[k] - h[k])), DROP + "a rise is a negative drop, keep it."),
    _m("rises cut off", read(lambda w, h, k: max(w[k] - h[k], 0)), DROP + "a rise is a negative drop, keep it."),
    _m("squared", read(lambda w, h, k: (w[k] - h[k]) ** 2), DROP + "not squared."),
    _m("relative drop", read(lambda w, h, k: (w[k] - h[k]) / w[k]), DROP + "not divided by anything."),
    _m("logarithms", read(lambda w, h, k: np.log(abs(w[k])) - np.log(abs(h[k]))), DROP + "no logarithms."),
    _m("output, no drop", read(lambda w, h, k: h[k]), DROP + "you return the second of the two."),
    _m("one less output", read(lambda w, h, k: 1 - h[k]), DROP + "you measure from the target 1 instead."),
    _m("rise of the loss", read(lambda w, h, k: ((1 - h[k]) ** 2 - (1 - w[k]) ** 2) / 2), DROP + "not the loss's."),
    _m("largest output", read(lambda w, h, k: w.max() - h.max()), CLASS + "The largest may be another one."),
    _m("largest once hidden", read(lambda w, h, k: w[k] - h.max()), CLASS + "Afterwards you take the largest."),
    _m(
        "predicted class",
        read(lambda w, h, k: w[w.argmax()] - h[w.argmax()]),
        CLASS + "You take the answered one.",
    ),
    _m("all classes", read(lambda w, h, k: w.sum() - h.sum()), CLASS + "You add up all outputs."),
    _m("mean of all classes", read(lambda w, h, k: w.mean() - h.mean()), CLASS + "You average over all outputs."),
    _m("first class", read(lambda w, h, k: w[0] - h[0]), CLASS + "You always take the first."),
    _m("changes of all classes", read(lambda w, h, k: abs(w - h).sum()), CLASS + "You add up all the changes."),
    _m(
        "squared changes of all classes",
        read(lambda w, h, k: ((w - h) ** 2).sum()),
        CLASS + "You add them all up.",
    ),
    _m("right or wrong", read(lambda w, h, k: float(h.argmax() != k)), DROP + "yours says only whether it fails."),
    _m(
        "square of zeros",
        filled(lambda image, grey: 0.0),
        GREY + "Zero is grey in normalised images (it is their mean), and black in others: say it, do not guess it.",
    ),
    _m("square of ones", filled(lambda image, grey: 1.0), GREY + "Yours is 1."),
    _m("square of one half", filled(lambda image, grey: 0.5), GREY + "Yours is 1/2."),
    _m("square of the darkest", filled(lambda image, grey: image.min()), GREY + "Yours is the darkest pixel's."),
    _m(
        "square of the image's mean",
        filled(lambda image, grey: image.mean()),
        GREY + "Yours is this image's mean.",
    ),
    _m("grey added", added, GREY + "The square replaces what is under it; yours is added to it."),
    _m("all but the square", all_but, "You hide everything except the square."),
    _m(
        "one copy",
        lambda a, image, t, p, g, s: seen(a, image, t, hidden(image, p, g, s, one_copy=True)),
        COPY,
        ("in place",),
    ),
    _m("in place", in_place, COPY + " And the image of the caller is changed.", ("one copy",)),
    _m(
        "first channel",
        lambda a, i, t, p, g, s: seen(a, i, t, hidden(i, p, g, s, channel=0)),
        "Hide all channels of the image: through the others the network can still see.",
    ),
    _m(
        "past the border",
        lambda a, i, t, p, g, s: seen(a, i, t, hidden(i, p, g, s, past=p - 1)),
        "Your square runs over the border, where less and less of it hides anything. " + PLACES,
    ),
    _m(
        "last place missing",
        lambda a, i, t, p, g, s: seen(a, i, t, hidden(i, p, g, s, past=-1)),
        "`range(n)` ends before n. " + PLACES,
    ),
    _m("as many across as down", square, PLACES + " Down and across differ: the image need not be square."),
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
    _m("spread over the image", spread, "One number for each place of the square, not for each pixel."),
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
    _m(
        "distance of the outputs",
        read(lambda w, h, k: np.linalg.norm(w - h)),
        CLASS + "You measure how far all outputs move.",
    ),
    _m("mean change of all classes", read(lambda w, h, k: abs(w - h).mean()), CLASS + "You average over all outputs."),
    _m("largest change", read(lambda w, h, k: abs(w - h).max()), CLASS + "You take the output that moves most."),
    _m(
        "lead over the others",
        read(lambda w, h, k: (w[k] - np.delete(w, k).max()) - (h[k] - np.delete(h, k).max())),
        CLASS + "The other classes stay out of it.",
    ),
    _m("one pixel at every place", shaped(lambda at, patch: (at, at + 1)), "You hide one pixel, not a square."),
    _m("square centred", shaped(lambda at, patch: (max(0, at - patch // 2), at - patch // 2 + patch)), CORNER),
    _m("square centred, odd", shaped(lambda at, patch: (max(0, at - patch // 2), at + patch // 2 + 1)), CORNER),
    _m("square a pixel larger", shaped(lambda at, patch: (at, at + patch + 1)), "Your square is a pixel too large."),
    _m(
        "square a pixel smaller",
        shaped(lambda at, patch: (at, at + patch - 1)),
        "Your square is a pixel too small: a slice ends before its end.",
    ),
    _m(
        "square from the place's number",
        shaped(lambda at, patch: (at, patch)),
        "A slice `a : b` ends at b. Your b is the side of the square, whatever a is.",
    ),
    _m("ratio", read(lambda w, h, k: h[k] / w[k]), DROP + "a difference, not a ratio."),
    _m("output of the whole image", read(lambda w, h, k: w[k]), DROP + "you return the first of the two."),
    _m("class before", read(lambda w, h, k: w[k - 1] - h[k - 1]), CLASS + "Classes are counted from 0."),
    _m(
        "places column by column",
        lambda a, i, t, p, g, s: _column_by_column(occlusion_map(a, i, t, p, g, s)),
        "Your loop runs down the columns, and `reshape` fills row by row: the drops stand in the wrong places.",
    ),
    _m(
        "square at (j, i)",
        lambda a, i, t, p, g, s: seen(a, i, t, turned(i, p, g, s)),
        "Down and across are exchanged in the square: at place (i, j) it hides rows from i and columns from j.",
    ),
    _m(
        "after a softmax",
        lambda a, i, t, p, g, s: occlusion_map(lambda x: softmax(a(x), axis=1), i, t, p, g, s),
        CLASS + "As it comes from `answer`: you put the outputs through a softmax.",
    ),
    _m("scaled by the largest", scaled(lambda d: np.abs(d).max()), DROP + "not divided by anything."),
    _m("scaled by the largest drop", scaled(np.max), DROP + "not divided by anything."),
    _m("averaged over the places", scaled(np.size), DROP + "not divided by the number of places."),
    _m(
        "averaged over the square",
        lambda a, i, t, p, g, s: occlusion_map(a, i, t, p, g, s) / p**2,
        DROP + "not divided by the number of pixels of the square.",
    ),
]
