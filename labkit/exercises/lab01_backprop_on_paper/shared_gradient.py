"""The gradient of a weight that is used in several places."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe


def shared_gradient(x, upstream):
    """Return dE/dw of a filter w that slides over x: ``dE/dw_i = sum_p upstream_p x_(p+i)``."""
    return np.correlate(x, upstream, mode="valid")


def _shared_probes(rng):
    sizes = ((2, 4), (3, 5), (2, 1), (1, 6), (4, 2), (5, 1), (3, 3))
    return [
        Probe(
            rng.normal(size=taps + uses - 1),
            rng.normal(size=uses),
            label=f"{taps} {'weight' if taps == 1 else 'weights'}, each used {uses} {'time' if uses == 1 else 'times'}",
        )
        for taps, uses in sizes
    ]


def _windows(x, upstream):
    """Return what each use of the filter sees, one row a use."""
    return np.lib.stride_tricks.sliding_window_view(x, len(x) - len(upstream) + 1)


def _largest(contributions):
    rows = np.abs(contributions).argmax(axis=0)
    return contributions[rows, np.arange(contributions.shape[1])]


SHARED_SLIPS = [
    Misconception(
        "last use only",
        lambda x, upstream: upstream[-1] * _windows(x, upstream)[-1],
        "Only the last place counts. Is something overwritten in your loop where it should be added?",
    ),
    Misconception(
        "first use only",
        lambda x, upstream: upstream[0] * _windows(x, upstream)[0],
        "Only the first place counts. The weight is used at every place.",
    ),
    Misconception(
        "mean over uses",
        lambda x, upstream: upstream @ _windows(x, upstream) / len(upstream),
        "You average over the places. Nudge the weight once: do its effects at all places add up, or average out?",
    ),
    Misconception(
        "filter flipped",
        lambda x, upstream: (upstream @ _windows(x, upstream))[::-1],
        "The right numbers from last to first. The filter slides without being turned round: v_p = sum_i w_i x_(p+i).",
    ),
    Misconception(
        "upstream flipped",
        lambda x, upstream: upstream[::-1] @ _windows(x, upstream),
        "The upstream gradients meet the places in reverse. Did a convolution turn one of the two round?",
    ),
    Misconception(
        "upstream gradient ignored",
        lambda x, upstream: _windows(x, upstream).sum(axis=0),
        "This adds up what the weight sees. How much E cares about each place, the upstream gradient, is missing.",
    ),
    Misconception(
        "input ignored",
        lambda x, upstream: np.full(len(x) - len(upstream) + 1, upstream.sum()),
        "That is the gradient of a shared *bias*. A weight's gradient also depends on what the weight is multiplied "
        "with.",
    ),
    Misconception(
        "upstream summed first",
        lambda x, upstream: upstream.sum() * _windows(x, upstream).sum(axis=0),
        "Sum of products, not product of sums: each place pairs its own upstream gradient with its own input.",
    ),
    Misconception(
        "sign",
        lambda x, upstream: -(upstream @ _windows(x, upstream)),
        "upstream is dE/dv already, without a minus: which sign has dE/dw?",
    ),
    Misconception(
        "not summed",
        lambda x, upstream: upstream[:, np.newaxis] * _windows(x, upstream),
        "One row for each use came back. The weight is one number: what does it do with its uses?",
    ),
    Misconception(
        "full correlation",
        lambda x, upstream: np.correlate(x, upstream, mode="full"),
        "Too many numbers: there is one gradient for each weight of the filter, len(x) - len(upstream) + 1 of them.",
    ),
    Misconception(
        "same-size correlation",
        lambda x, upstream: np.correlate(x, upstream, mode="same"),
        "Too many numbers: there is one gradient for each weight of the filter, len(x) - len(upstream) + 1 of them.",
    ),
    Misconception(
        "largest use only",
        lambda x, upstream: _largest(upstream[:, np.newaxis] * _windows(x, upstream)),
        "You keep the largest contribution. Gradients of several uses are added.",
    ),
    Misconception(
        "summed to one number",
        lambda x, upstream: np.sum(upstream @ _windows(x, upstream)),
        "Sum over the places, not over the weights: each weight of the filter keeps its own gradient.",
    ),
]


SHARED_GRADIENT = Exercise(
    id="01.shared_gradient",
    name="shared_gradient",
    title="The gradient of a shared weight",
    points=2,
    reference=shared_gradient,
    probes=_shared_probes,
    misconceptions=SHARED_SLIPS,
)
