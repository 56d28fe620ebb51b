"""The gradient of filters that look at every place of every image."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import correlate2d_backward


def filter_gradient(images, delta):
    """Return dE/dW of every filter, array (filters, kernel height, kernel width), for grey images and stride 1."""
    kernel = [size - n + 1 for size, n in zip(images.shape[1:], delta.shape[2:], strict=True)]
    W = np.zeros((delta.shape[1], 1, *kernel), images.dtype)
    return correlate2d_backward(images[:, None], W, delta)[1][:, 0]


def _probes(rng: np.random.Generator) -> list[Probe]:
    sizes = [
        (3, (4, 6), 2, (3, 2), "kernels of 2 by 5"),
        (2, (6, 5), 3, (2, 3), "three filters, tall kernels"),
        (1, (5, 4), 2, (3, 3), "a single image"),
        (4, (3, 4), 2, (1, 1), "filters as large as the image"),
        (3, (3, 5), 1, (3, 5), "a filter of one pixel"),
        (3, (4, 4), 2, (2, 2), "square"),
    ]
    probes = [
        Probe(rng.normal(size=(n, *image)), rng.normal(size=(n, f, *map_)), label=label)
        for n, image, f, map_, label in sizes
    ]
    return [*probes, probes[0].map(lambda a: a.astype(np.float32), label="float32")]


def _uses(images, delta):
    """What every use of every weight adds, array (samples, filters, down, across, kernel height, kernel width)."""
    kernel = [size - n + 1 for size, n in zip(images.shape[1:], delta.shape[2:], strict=True)]
    return delta[..., None, None] * sliding_window_view(images, kernel, axis=(1, 2))[:, None]


def _at_first_place(delta):
    total = np.zeros_like(delta)
    total[:, :, 0, 0] = delta.sum(axis=(2, 3))
    return total


PAIRS = "each place of each image pairs its own delta with its own pixels."
EVERY, IMAGES = (0, 2, 3), "Every image uses the same filter: what do their contributions do, add up or average?"
OVERWRITTEN = "Only one use counts. Is something overwritten in your loop where it should be added?"

FILTER_GRADIENT = Exercise(
    id="12.filter_gradient",
    name="filter_gradient",
    title="The gradient of a shared filter",
    points=2,
    reference=filter_gradient,
    probes=_probes,
    misconceptions=[
        Misconception("last use only", lambda p, d: _uses(p, d)[-1, :, -1, -1], OVERWRITTEN),
        Misconception("first use only", lambda p, d: _uses(p, d)[0, :, 0, 0], OVERWRITTEN),
        Misconception(
            "last place only",
            lambda p, d: _uses(p, d)[:, :, -1, -1].sum(axis=0),
            "Only the last place of each image counts. Is a sum over the places overwritten?",
        ),
        Misconception(
            "first place only",
            lambda p, d: _uses(p, d)[:, :, 0, 0].sum(axis=0),
            "Only the first place of each image counts. The filter looks at all of them.",
        ),
        Misconception("last image only", lambda p, d: _uses(p, d)[-1].sum(axis=(1, 2)), OVERWRITTEN),
        Misconception(
            "first image only", lambda p, d: _uses(p, d)[0].sum(axis=(1, 2)), "Only one image counts. " + IMAGES
        ),
        Misconception(
            "mean over all uses",
            lambda p, d: _uses(p, d).mean(axis=EVERY),
            "You average over the uses. Nudge the weight once: do its effects at all places add up, or average out?",
        ),
        Misconception("mean over the images", lambda p, d: _uses(p, d).sum(axis=(2, 3)).mean(axis=0), IMAGES),
        Misconception(
            "mean over the places",
            lambda p, d: _uses(p, d).mean(axis=(2, 3)).sum(axis=0),
            "You average over the places. Nudge the weight once: do its effects at all places add up, or average out?",
        ),
        Misconception(
            "images not summed",
            lambda p, d: _uses(p, d).sum(axis=(2, 3)),
            "One gradient for each image came back. The filter is one: what does it do with them?",
        ),
        Misconception(
            "places not summed",
            lambda p, d: _uses(p, d).sum(axis=0),
            "One gradient for each place came back. The filter is one: what does it do with them?",
        ),
        Misconception(
            "sign",
            lambda p, d: -filter_gradient(p, d),
            "delta is dE/dv already, without a minus. Which sign has dE/dW?",
        ),
        Misconception(
            "gradient flipped",
            lambda p, d: filter_gradient(p, d)[:, ::-1, ::-1],
            "The right numbers, turned round. The filter was laid on the image without being flipped.",
        ),
        Misconception(
            "delta flipped",
            lambda p, d: filter_gradient(p, d[:, :, ::-1, ::-1]),
            "Your deltas meet the places in reverse: a *convolution* turns one of the two round. Correlate instead.",
        ),
        Misconception(
            "gradient transposed",
            lambda p, d: filter_gradient(p, d).transpose(0, 2, 1),
            "Rows and columns of the gradient are exchanged.",
        ),
        Misconception(
            "filters added up",
            lambda p, d: _uses(p, d).sum(axis=(0, 1, 2, 3)),
            "The filters' gradients are added up. Each filter has deltas of its own.",
        ),
        Misconception(
            "filters added up for each",
            lambda p, d: np.repeat(_uses(p, d).sum(axis=(0, 1, 2, 3))[None], d.shape[1], axis=0),
            "All your filters get the same gradient, the sum of theirs. Each filter has deltas of its own.",
        ),
        Misconception(
            "images added up first",
            lambda p, d: filter_gradient(p.sum(axis=0)[None], d.sum(axis=0)[None]),
            "You add up images and deltas before you multiply. An image's delta belongs to that image alone: " + PAIRS,
        ),
        Misconception(
            "pixels stand still",
            lambda p, d: filter_gradient(p, np.zeros_like(d) + _at_first_place(d)),
            "Every delta meets the pixels of the first place. As the filter moves on, so does what it sees.",
        ),
        Misconception(
            "deltas stand still",
            lambda p, d: filter_gradient(p, np.zeros_like(d) + d[:, :, :1, :1]),
            "Every place uses the delta of the first one. Each place has a delta of its own.",
        ),
        Misconception(
            "delta left out",
            lambda p, d: filter_gradient(p, np.ones_like(d)),
            "This adds up what the weight sees. How much E cares about each place, its delta, is missing.",
        ),
        Misconception(
            "image left out",
            lambda p, d: filter_gradient(np.ones_like(p), d),
            "That is the gradient of the filter's *bias*, for every weight. What is a weight multiplied with?",
        ),
        Misconception(
            "product of sums",
            lambda p, d: d.sum(axis=EVERY)[:, None, None] * filter_gradient(p, np.ones_like(d)),
            "Sum of products, not product of sums: " + PAIRS,
        ),
        Misconception(
            "largest use",
            lambda p, d: _uses(p, d).max(axis=EVERY),
            "You keep the largest contribution. Gradients of several uses are added.",
        ),
        Misconception(
            "absolute values",
            lambda p, d: np.abs(_uses(p, d)).sum(axis=EVERY),
            "You add up sizes. Contributions of opposite signs should cancel.",
        ),
        Misconception(
            "places added up first",
            lambda p, d: np.einsum(
                "sf,sij->fij", d.sum(axis=(2, 3)), _uses(p, np.ones_like(d[:, :1])).sum(axis=(2, 3))[:, 0]
            ),
            "You add up each image's deltas and what its places see, and multiply then. Sum of products, not product of "
            "sums: " + PAIRS,
        ),
        Misconception(
            "last places left out",
            lambda p, d: _uses(p, d)[:, :, :-1, :-1].sum(axis=EVERY),
            "The last row and the last column of places are missing. How far do your loops go?",
        ),
        Misconception(
            "slope of tanh in it",
            lambda p, d: filter_gradient(p, d * (1 - d**2)),
            "You multiply by the slope of an activation. delta is dE/dv already: the slope is in it.",
        ),
        Misconception(
            "absolute deltas",
            lambda p, d: filter_gradient(p, np.abs(d)),
            "Your deltas have lost their signs. Opposite pushes cancel.",
        ),
    ],
)
