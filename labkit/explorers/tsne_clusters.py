"""Toy clusters: t-SNE of points whose truth is known, at several perplexities, as it goes along.

The points lie in a plane from the beginning. A picture without any loss would be a copy of them; what differs from
the copy is t-SNE's own: it makes wide and narrow clusters alike, evens out distances, and breaks noise into pieces.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from labkit.explorers.explorer import Explorer
from labkit.plots import Picture, alt_text, style
from labkit.plots.embedding import draw_points
from labkit.tsne import tsne
from labkit.tsne.measures import centres, clumps, widths

PERPLEXITIES = (2, 5, 15, 30, 60)
ITERATIONS = (50, 150, 300, 750)


def two_widths(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Two round clusters, one ten times as wide as the other."""
    return np.vstack([rng.normal(0, 1, (45, 2)), rng.normal(0, 10, (45, 2)) + [40, 0]]), np.repeat(["A", "B"], 45)


def three_distances(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Three clusters of one width in a row, the second gap five times as wide as the first."""
    x = np.vstack([rng.normal(0, 1, (30, 2)) + [place, 0] for place in (0, 10, 60)])
    return x, np.repeat(["A", "B", "C"], 30)


def noise(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray | None]:
    """Points without any structure: one round cloud."""
    return rng.normal(size=(90, 2)), None


DATA: dict[str, Callable] = {"two widths": two_widths, "three distances": three_distances, "noise": noise}


def tsne_clusters(
    perplexities: Sequence[float] = PERPLEXITIES, iterations: Sequence[int] = ITERATIONS, seed: int = 0
) -> Explorer:
    """Choose toy data, perplexity and iteration, and compare t-SNE's picture with the truth.

    Parameters
    ----------
    perplexities : sequence of float
        Each below 89, one less than there are points.
    iterations : sequence of int
        After how many to look.
    seed : int
        Of the data and of the random first positions.

    Returns
    -------
    Explorer
        Three sliders: ``data``, ``perplexity`` and ``iteration``.
    """
    known = {name: make(np.random.default_rng(seed)) for name, make in DATA.items()}
    frames = {
        (name, perplexity): _run(x, perplexity, iterations, seed)
        for name, (x, _) in known.items()
        for perplexity in perplexities
    }
    return Explorer(
        lambda data, perplexity, iteration: draw(
            data, *known[data], frames[data, perplexity][iteration], perplexity, iteration
        ),
        "What does t-SNE keep, and what does it invent?",
        {"data": list(DATA), "perplexity": perplexities, "iteration": iterations},
        labels={"data": "Data", "perplexity": "Perplexity", "iteration": "Iteration"},
        start={"iteration": iterations[-1]} | ({"perplexity": 30} if 30 in perplexities else {}),
    )


def _run(x: np.ndarray, perplexity: float, looks: Sequence[int], seed: int) -> dict[int, np.ndarray]:
    every = int(np.gcd.reduce(looks))
    made = tsne(x, perplexity, iterations=max(looks), start="random", seed=seed, frames_every=every, progress=False)
    return dict(zip(made.iterations, made.frames, strict=True))


@style.styled
def draw(
    data: str, x: np.ndarray, labels: np.ndarray | None, y: np.ndarray, perplexity: float, iteration: int
) -> Picture:
    """Draw the data beside the picture, and what the eye would compare in both, as numbers."""
    margins = {"left": 0.02, "right": 0.98, "top": 0.9, "bottom": 0.1, "wspace": 0.06}
    heading = f"perplexity {alt_text.number(perplexity)}, iteration {iteration}"
    figure = style.new_figure(6.8, 3.7, None, margins)
    told = []
    for axes, z, name in zip(figure.subplots(1, 2), (x, y), ("the data", f"t-SNE, {heading}"), strict=True):
        draw_points(axes, z, labels, small=True)
        axes.set_title(name)
        told.append(_measure(z, labels))
        axes.set_xlabel(told[-1])
    return Picture(figure, alt_text.sentences(
        f"{data}, {heading}", f"in the data: {told[0]}", f"in the t-SNE picture: {told[1]}",
        f"the picture is {alt_text.number(np.ptp(y, axis=0).max())} across",
    ))  # fmt: skip


def _measure(z: np.ndarray, labels: Any) -> str:
    """Compare widths where there are two classes, distances where there are three, or count the clumps."""
    if labels is None:
        found = clumps(z)
        return f"{alt_text.counted(int(found.max()) + 1, 'clump')} of 5 points or more"
    if len(np.unique(labels)) == 2:
        a, b = widths(z, labels)
        return f"B is {alt_text.number(b / a, 2)} times as wide as A"
    a, b, c = centres(z, labels)
    ratio = np.linalg.norm(c - b) / np.linalg.norm(b - a)
    return f"B to C is {alt_text.number(ratio, 2)} times as far as A to B"
