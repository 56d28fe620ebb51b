"""Batches that are no pairs of images and their targets."""

from labkit.exercises.lab10_putting_it_together.epochs import cut, pieces
from labkit.exercises.misconception import Misconception


def _single(x, t, batch_size, rng):
    return [(x[i], t[i]) for i in rng.permutation(len(x))]


def _shuffled(x, t, rng):
    order = rng.permutation(len(x))
    return x[order], t[order]


def _two_lists(x, t, batch_size, rng):
    return tuple(list(parts) for parts in zip(*cut(x, t, batch_size), strict=True))


WRONG_PAIRS = [
    Misconception(
        "list",
        lambda x, t, batch_size, rng: [
            (part.tolist(), target.tolist()) for part, target in cut(*_shuffled(x, t, rng), batch_size)
        ],
        "Your pairs hold lists. `x` and `t` are arrays, and so are the batches: pick their rows, or make an array with "
        "`np.array(...)`.",
    ),
    Misconception(
        "single samples",
        _single,
        "Your pairs hold one sample each, without an axis for the samples. Where does `batch_size` come in?",
    ),
    Misconception(
        "x alone",
        lambda x, t, batch_size, rng: [part for part, _ in cut(x, t, batch_size)],
        "Your batches hold no targets. Each is a pair: images, and their targets.",
    ),
    Misconception(
        "targets first",
        lambda x, t, batch_size, rng: [(b, a) for a, b in cut(x, t, batch_size)],
        "In your pairs the targets come first. Images first, then their targets.",
    ),
    Misconception(
        "two lists",
        _two_lists,
        "You return the batches of images and the batches of targets in two lists. One list of pairs is asked for: each batch "
        "of images beside its targets.",
    ),
    Misconception(
        "numbers of samples",
        lambda x, t, batch_size, rng: pieces(rng.permutation(len(x)), batch_size),
        "Your batches hold the numbers of the samples. Pick the images and the targets that have these numbers.",
    ),
]
