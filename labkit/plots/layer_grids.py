"""Nine pictures of a network at one moment: its layers' mean activations, weights and last updates.

The axes keep their places from moment to moment, so that the pictures can be played as a film.
"""

from collections.abc import Sequence
from typing import Any

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.grids import as_image, image_scale, layer_names, root_mean_square, thinned
from labkit.plots.picture import Picture

ROWS = ("mean activation", "weights", "last update")


@style.styled
def layer_grids(
    activations: Sequence[Any],
    weights: Sequence[Any],
    updates: Sequence[Any],
    *,
    title: str | None = None,
    columns: Sequence[str] | None = None,
    limits: Sequence[float | None] = (None, None, None),
    most: int = 64,
    width: float = 7.0,
    height: float = 5.6,
) -> Picture:
    """Draw a column of pictures for each layer: mean activation, weights, and last update.

    Parameters
    ----------
    activations, weights, updates : sequences of arrays, one for each layer
        A vector is folded into a picture; a matrix is drawn as it is, places with nan left white.
    title : str, optional
        Figure title, such as the iteration.
    columns : sequence of str, optional
        Names of the layers.
    limits : three numbers or None
        Where the colour scale of each row ends: the same for all moments of a film. From the row itself by default.
    most : int
        Rows and columns of a matrix that are drawn at most; a larger one is thinned out, and it is said.
    width, height : float
        Inches.

    Returns
    -------
    Picture

    Raises
    ------
    LabkitError
        When the three do not have as many layers each, or a row has no finite value.
    """
    rows = [[as_image(array) for array in row] for row in (activations, weights, updates)]
    counts = [len(row) for row in rows]
    if len(set(counts)) != 1 or not counts[0]:
        told = alt_text.listed([f"{count} of {name}" for count, name in zip(counts, ROWS, strict=True)])
        raise LabkitError(f"layer_grids needs one array for each layer, and as many in each row; it got {told}.")
    columns = layer_names(columns, counts[0], "layer_grids")

    margins = {"left": 0.05, "right": 0.865, "top": 0.87 if title else 0.94, "bottom": 0.05}
    figure = style.new_figure(width, height, title, margins | {"hspace": 0.24, "wspace": 0.06})
    grid = figure.subplots(3, counts[0], squeeze=False)
    words = []
    for axes_row, name, row, limit in zip(grid, ROWS, rows, limits, strict=True):
        norm, cmap, extend = image_scale(row, limit)
        for axes, image in zip(axes_row, row, strict=True):
            thin, size = thinned(image, most)
            shown = axes.imshow(thin, norm=norm, cmap=cmap, aspect="auto", interpolation="nearest")
            axes.set(xticks=[], yticks=[])
            axes.set_xlabel(size.removesuffix(" shown"), fontsize=9, labelpad=2)
            axes.spines[:].set(visible=True, color=style.GREY)
        axes_row[0].set_ylabel(name)
        place = axes_row[-1].get_position()
        bar = figure.add_axes([0.878, place.y0, 0.018, place.height])
        figure.colorbar(shown, cax=bar, extend=extend)
        bar.yaxis.set_major_locator(style.few_ticks(3))
        bar.yaxis.set_major_formatter(lambda value, _: alt_text.number(value, 2).replace("-", "−"))
        sizes = [f"{c} {alt_text.number(root_mean_square(i), 2)}" for c, i in zip(columns, row, strict=True)]
        words.append(f"{name}, root mean square: {alt_text.listed(sizes)}")
    for axes, column in zip(grid[0], columns, strict=True):
        axes.set_title(column)
    return Picture(figure, alt_text.sentences(title or "", f"pictures of {counts[0]} layers", *words))
