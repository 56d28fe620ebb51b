"""Where the units and edges of a small network stand, and what is written on them; nothing is drawn here."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from labkit.plots import alt_text

#: Distance between layers, and between the units of one.
GAP_X, GAP_Y = 3.4, 1.6


@dataclass(frozen=True)
class Node:
    """A unit: where it stands, its name, the number in it, the note above it, and whether this step works on it."""

    spot: tuple[float, float]
    name: str
    value: str
    note: str
    hot: bool


@dataclass(frozen=True)
class Arrow:
    """An edge: its two ends, its name (``x1→h1``), the number on it, and how far along the number stands."""

    start: tuple[float, float]
    end: tuple[float, float]
    name: str
    text: str
    at: float
    hot: bool
    bias: bool


def names_of(sizes: list[int]) -> list[list[str]]:
    """Names of the units, layer by layer: ``x1, x2``, ``h1, h2`` (``h1,1`` of several hidden layers), ``o1``."""
    letters = ["x", *(["h"] if len(sizes) == 3 else [f"h{i + 1}," for i in range(len(sizes) - 2)]), "o"]
    return [[f"{letter}{i + 1}" for i in range(n)] for letter, n in zip(letters, sizes, strict=True)]


def places(sizes: list[int]) -> list[list[tuple[float, float]]]:
    """Where the units stand, layer by layer: each layer a column, in the middle of the height."""
    return [[(layer * GAP_X, ((n - 1) / 2 - i) * GAP_Y) for i in range(n)] for layer, n in enumerate(sizes)]


def arrows(weights, biases, edge_texts, names, place, active) -> list[Arrow]:
    """List all edges. In every second row the number stands nearer to the end, so that numbers keep apart."""
    arrows = []
    floor = min(y for spots in place for _, y in spots) - GAP_Y
    for layer, table in enumerate(weights):
        starts, sources, n_inputs = list(place[layer]), list(names[layer]), len(table)
        if biases is not None:
            table = np.vstack([table, np.asarray(biases[layer], dtype=float)])
            starts.append((layer * GAP_X, floor))
            sources.append("1")
        for (i, j), weight in np.ndenumerate(table):
            bias = i == n_inputs
            arrows.append(
                Arrow(
                    starts[i],
                    place[layer + 1][j],
                    f"{sources[i]}→{names[layer + 1][j]}",
                    alt_text.number(weight) if edge_texts is None else str(edge_texts[layer][i][j]),
                    0.60 if i % 2 else 0.30,
                    ("edges", layer) in active or (("weights", layer) in active and not bias),
                    bias,
                )
            )
    return arrows


def nodes(names, values, notes, place, active) -> list[Node]:
    """List all units; tables of values and notes may be shorter than the network, and their rows None."""

    def at(table: Sequence, layer: int, i: int) -> str:
        row = table[layer] if layer < len(table) else None
        entry = None if row is None else row[i]
        return "" if entry is None else entry if isinstance(entry, str) else alt_text.number(entry)

    return [
        Node(place[layer][i], name, at(values, layer, i), at(notes, layer, i), ("node", layer, i) in active)
        for layer, row in enumerate(names)
        for i, name in enumerate(row)
    ]
