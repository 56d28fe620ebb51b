"""A small network drawn as circles and arrows, with its numbers where they belong, on nodes and edges."""

from collections.abc import Collection, Sequence

import numpy as np
from matplotlib.axes import Axes

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.picture import Picture

_GAP_X, _GAP_Y, _RADIUS = 3.4, 1.6, 0.44


@style.styled
def network_diagram(
    weights: Sequence[np.ndarray],
    biases: Sequence[np.ndarray] | None = None,
    *,
    names: Sequence[Sequence[str]] | None = None,
    values: Sequence[Sequence[float | str | None] | None] = (),
    notes: Sequence[Sequence[str] | None] = (),
    edge_texts: Sequence[np.ndarray | None] | None = None,
    active: Collection[tuple] = (),
    backward: bool = False,
    caption: str = "",
    title: str | None = None,
    width: float = 7.2,
    height: float = 4.4,
) -> Picture:
    """Draw a fully connected network with its numbers.

    Parameters
    ----------
    weights : sequence of ndarray, each (n_inputs, n_outputs)
        One matrix for each layer of edges.
    biases : sequence of ndarray, each (n_outputs,), optional
        Drawn as edges from a small node "1".
    names : sequence of sequence of str, optional
        Node names, layer by layer; ``x1``, ``h1``, ``o1`` by default.
    values : sequence of sequences, one for each layer of nodes
        Number inside each node; ``None`` for what is not known yet, a string such as ``"?"`` for a blank to fill in.
    notes : sequence of sequences of str
        Second line, written above each node (a delta, a target).
    edge_texts : sequence of (n_inputs, n_outputs) arrays of str, optional
        Text on the edges instead of the weights. With biases, each has a last row for them: (n_inputs + 1, n_outputs).
    active : collection of tuples
        What this step works on, in colour: nodes ``("node", layer, i)`` whole layers of edges ``("edges", layer)``, or
        without the biases ``("weights", layer)``.
    backward : bool
        Colour of what is active: blue forward, vermilion backward.
    caption : str
        Lines of working, written under the diagram.
    title : str, optional
        What happens in this step.
    width, height : float
        Inches, of the diagram; each line of the caption adds to the height.

    Returns
    -------
    Picture
    """
    weights = [np.asarray(w, dtype=float) for w in weights]
    sizes = [weights[0].shape[0], *(w.shape[1] for w in weights)]
    for i, w in enumerate(weights):
        if w.shape != (sizes[i], sizes[i + 1]):
            raise LabkitError(
                f"network_diagram got weights[{i}] of shape {w.shape}; after the layer before it, "
                f"({sizes[i]}, n_outputs) was expected."
            )
    names = names or _names(sizes)
    lines = caption.splitlines()
    height += 0.26 * len(lines)
    margins = {"left": 0.01, "right": 0.99, "top": 1 - 0.4 / height, "bottom": (0.1 + 0.26 * len(lines)) / height}
    figure = style.new_figure(width, height, margins=margins)
    axes = figure.subplots()
    axes.set_aspect("equal")
    axes.axis("off")
    ink = style.VERMILION if backward else style.BLUE

    tall = max(sizes)
    place = [[(layer * _GAP_X, ((n - 1) / 2 - i) * _GAP_Y) for i in range(n)] for layer, n in enumerate(sizes)]
    floor = -((tall - 1) / 2 + 1) * _GAP_Y
    for layer, w in enumerate(weights):
        texts = None if edge_texts is None else edge_texts[layer]
        whole, hot = ("edges", layer) in active, {("edges", layer), ("weights", layer)} & set(active)
        starts = list(place[layer])
        table = w if biases is None else np.vstack([w, np.asarray(biases[layer], dtype=float)])
        if biases is not None:
            starts.append((layer * _GAP_X, floor))
        for (i, j), weight in np.ndenumerate(table):
            text = alt_text.number(weight) if texts is None else str(texts[i][j])
            bias = i == len(w)
            _edge(axes, starts[i], place[layer + 1][j], text, ink, bool(whole if bias else hot), bias, i)
        if biases is not None:
            _node(axes, starts[-1], "1", "", style.GREY, False, radius=0.25)
    for layer, nodes in enumerate(place):
        for i, spot in enumerate(nodes):
            value = _at(values, layer, i)
            shown = value if isinstance(value, str) else "" if value is None else alt_text.number(value)
            hot = ("node", layer, i) in active
            _node(axes, spot, names[layer][i], shown, ink if hot else style.INK, hot)
            note = _at(notes, layer, i)
            if note:
                axes.text(
                    spot[0],
                    spot[1] + _RADIUS + 0.1,
                    note,
                    ha="center",
                    va="bottom",
                    fontsize=10,
                    color=ink,
                )
    axes.set_xlim(-0.9, (len(sizes) - 1) * _GAP_X + 0.9)
    axes.set_ylim((floor if biases is not None else floor + _GAP_Y) - 0.6, (tall - 1) / 2 * _GAP_Y + 1.05)
    if title:
        figure.suptitle(title, fontweight="bold", color=ink if active else style.INK)
    if lines:
        figure.text(0.5, 0.12 / height, "\n".join(lines), ha="center", va="bottom", fontsize=11, linespacing=1.6)
    return Picture(figure, _words(sizes, names, values, notes, title, caption))


def _names(sizes: list[int]) -> list[list[str]]:
    letters = ["x", *(["h"] if len(sizes) == 3 else [f"h{i + 1}," for i in range(len(sizes) - 2)]), "o"]
    return [[f"{letter}{i + 1}" for i in range(n)] for letter, n in zip(letters, sizes, strict=True)]


def _at(table: Sequence, layer: int, i: int):
    row = table[layer] if layer < len(table) else None
    return None if row is None else row[i]


def _node(axes: Axes, spot, name: str, value: str, ink: str, hot: bool, radius: float = _RADIUS) -> None:
    from matplotlib.patches import Circle

    axes.add_patch(
        Circle(
            spot,
            radius,
            facecolor="#FFF6E5" if hot else "white",
            edgecolor=ink,
            linewidth=3 if hot else 1.5,
            zorder=3,
        )
    )
    x, y = spot
    if value:
        axes.text(x, y + 0.14, name, ha="center", va="center", fontsize=9.5, color=style.GREY, zorder=4)
        axes.text(x, y - 0.13, value, ha="center", va="center", fontsize=11, fontweight="bold", zorder=4)
    else:
        axes.text(x, y, name, ha="center", va="center", fontsize=10, color=style.GREY, zorder=4)


def _edge(axes: Axes, start, end, text: str, ink: str, hot: bool, bias: bool, row: int) -> None:
    """Draw one edge with its number on it, nearer to the start in every second row, so that numbers stay apart."""
    (x0, y0), (x1, y1) = start, end
    at = 0.30 if row % 2 == 0 else 0.60
    axes.plot(
        [x0, x1],
        [y0, y1],
        color=ink if hot else style.GREY,
        linewidth=2.2 if hot else 1.0,
        linestyle="--" if bias else "-",
        zorder=1,
    )
    axes.text(
        x0 + at * (x1 - x0),
        y0 + at * (y1 - y0),
        text,
        ha="center",
        va="center",
        fontsize=9.5,
        color=ink if hot else style.INK,
        zorder=2,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.2},
    )


def _words(sizes, names, values, notes, title, caption) -> str:
    told = []
    for layer, row in enumerate(names):
        for i, name in enumerate(row):
            value, note = _at(values, layer, i), _at(notes, layer, i)
            if value is None and not note:
                continue
            shown = value if isinstance(value, str) else "" if value is None else alt_text.number(value)
            told.append(" ".join(part for part in (name, shown and f"= {shown}", note and f"({note})") if part))
    return alt_text.sentences(
        title or "",
        f"a network of {'-'.join(map(str, sizes))} units",
        "; ".join(told),
        "; ".join(caption.splitlines()),
    )
