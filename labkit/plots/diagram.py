"""A small network drawn as circles and arrows, with its numbers where they belong, on nodes and edges."""

from collections.abc import Collection, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle

from labkit.errors import LabkitError
from labkit.plots import alt_text, network_layout, style
from labkit.plots.network_layout import GAP_X, GAP_Y, Arrow, Node
from labkit.plots.picture import Picture

_RADIUS = 0.44


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

    Raises
    ------
    LabkitError
        When there are no weights, or weights and biases do not fit together.
    """
    weights = [np.asarray(w, dtype=float) for w in weights]
    sizes = _sizes(weights, biases)
    names = names or network_layout.names_of(sizes)
    place = network_layout.places(sizes)
    arrows = network_layout.arrows(weights, biases, edge_texts, names, place, active)
    nodes = network_layout.nodes(names, values, notes, place, active)
    ink = style.VERMILION if backward else style.BLUE

    lines = caption.splitlines()
    height += 0.26 * len(lines)
    margins = {"left": 0.01, "right": 0.99, "top": 1 - 0.4 / height, "bottom": (0.1 + 0.26 * len(lines)) / height}
    figure = style.new_figure(width, height, margins=margins)
    axes = figure.subplots()
    axes.set_aspect("equal")
    axes.axis("off")
    for arrow in arrows:
        _draw_arrow(axes, arrow, ink)
    for start in {arrow.start for arrow in arrows if arrow.bias}:
        _draw_node(axes, Node(start, "1", "", "", False), style.GREY, radius=0.25)
    for node in nodes:
        _draw_node(axes, node, ink)
    bottom = min(y for spots in place for _, y in spots) - (0.6 if biases is None else GAP_Y + 0.6)
    top = max(y for spots in place for _, y in spots) + 1.05
    axes.set(xlim=(-0.9, (len(sizes) - 1) * GAP_X + 0.9), ylim=(bottom, top))
    if title:
        figure.suptitle(title, fontweight="bold", color=ink if active else style.INK)
    if lines:
        figure.text(0.5, 0.12 / height, "\n".join(lines), ha="center", va="bottom", fontsize=11, linespacing=1.6)
    return Picture(figure, _words(sizes, nodes, arrows, title, lines))


def _sizes(weights: list[np.ndarray], biases: Sequence[np.ndarray] | None) -> list[int]:
    """Units of each layer, the inputs first."""
    if not weights:
        raise LabkitError(
            "network_diagram was given no weights: it needs a matrix (n_inputs, n_outputs) for each layer."
        )
    sizes = [w.shape[-1] if w.ndim == 2 else 0 for w in weights]
    sizes.insert(0, weights[0].shape[0] if weights[0].ndim == 2 else 0)
    for i, w in enumerate(weights):
        if w.shape != (sizes[i], sizes[i + 1]) or not w.size:
            before = sizes[i] if i else "n_inputs"
            raise LabkitError(
                f"network_diagram got weights[{i}] of shape {w.shape}; ({before}, n_outputs) was expected"
                + (", after the layer before it." if i else ".")
            )
    if biases is not None and [np.shape(b) for b in biases] != [(n,) for n in sizes[1:]]:
        told = ", ".join(str(np.shape(b)) for b in biases)
        raise LabkitError(
            f"network_diagram got biases of shapes {told or 'none'}; one for each unit of a layer was expected: "
            f"{', '.join(str((n,)) for n in sizes[1:])}."
        )
    return sizes


def _draw_node(axes: Axes, node: Node, ink: str, radius: float = _RADIUS) -> None:
    (x, y), middle = node.spot, {"ha": "center", "va": "center", "zorder": 4}
    fill, edge, width = ("#FFF6E5", ink, 3.0) if node.hot else ("white", style.INK, 1.5)
    axes.add_patch(Circle((x, y), radius, facecolor=fill, edgecolor=edge, linewidth=width, zorder=3))
    axes.text(x, y + (0.14 if node.value else 0), node.name, fontsize=9.5, color=style.GREY, **middle)
    if node.value:
        axes.text(x, y - 0.13, node.value, fontsize=11, fontweight="bold", **middle)
    if node.note:
        axes.text(x, y + radius + 0.1, node.note, ha="center", va="bottom", fontsize=10, color=ink)


def _draw_arrow(axes: Axes, arrow: Arrow, ink: str) -> None:
    (x0, y0), (x1, y1) = arrow.start, arrow.end
    colour, width = (ink, 2.2) if arrow.hot else (style.GREY, 1.0)
    axes.plot([x0, x1], [y0, y1], color=colour, linewidth=width, linestyle="--" if arrow.bias else "-", zorder=1)
    spot = x0 + arrow.at * (x1 - x0), y0 + arrow.at * (y1 - y0)
    ground = {"facecolor": "white", "edgecolor": "none", "pad": 1.2}
    colour = ink if arrow.hot else style.INK
    axes.text(*spot, arrow.text, ha="center", va="center", fontsize=9.5, color=colour, zorder=2, bbox=ground)


def _words(sizes, nodes: list[Node], arrows: list[Arrow], title: str | None, lines: list[str]) -> str:
    """Tell all nodes that carry something, and the edges that this step works on (all of them where it names none)."""
    told = [
        " ".join(part for part in (node.name, node.value and f"= {node.value}", node.note and f"({node.note})") if part)
        for node in nodes
        if node.value or node.note
    ]
    still = not any(item.hot for item in (*nodes, *arrows))
    edges = [f"{arrow.name} {arrow.text}" for arrow in arrows if arrow.hot or still]
    return alt_text.sentences(
        title or "",
        f"a network of {'-'.join(map(str, sizes))} units",
        "; ".join(told),
        f"on the edges: {', '.join(edges)}" if edges else "",
        *lines,
    )
