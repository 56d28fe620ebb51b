"""Layer grids: every layer's activations, weights and updates as small images, one column for each layer.

One row shares one colour scale, so that layers can be compared at a glance; signed values are centred on white.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.colors import Normalize

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.picture import Picture


def as_image(values: np.ndarray) -> np.ndarray:
    """Lay a vector out as rows of an image, as close to a square as its length divides; leave a matrix as it is.

    Parameters
    ----------
    values : ndarray, shape (n,) or (n_inputs, n_outputs)

    Returns
    -------
    ndarray, shape (rows, columns)
        784 values become 28 x 28, 128 become 8 x 16, 10 become 2 x 5.
    """
    values = np.asarray(values, dtype=float)
    if values.ndim == 2:
        return values
    if values.ndim != 1 or not values.size:
        raise LabkitError(f"A layer image needs a vector or a matrix with values, not shape {values.shape}.")
    rows = next(r for r in range(int(np.sqrt(values.size)), 0, -1) if values.size % r == 0)
    return values.reshape(rows, -1)


@style.styled
def layer_grid(
    rows: Mapping[str, Sequence[np.ndarray]],
    columns: Sequence[str] | None = None,
    *,
    title: str | None = None,
    width: float = 7.0,
    row_height: float = 1.75,
) -> Picture:
    """Draw layers side by side: a row of images for each quantity.

    Parameters
    ----------
    rows : mapping of name to arrays
        Such as ``{"mean activation": [...], "weights": [...], "last update": [...]}``, one array for each layer: a
        vector of units or an (inputs, outputs) matrix.
    columns : sequence of str, optional
        Names of the layers; ``layer 1, layer 2, ...`` by default.
    title : str, optional
        Figure title, such as the iteration.
    width, row_height : float
        Inches.

    Returns
    -------
    Picture

    Raises
    ------
    LabkitError
        When there is no row, rows differ in their number of layers, or there are not as many names as layers.
    """
    images = {name: [as_image(array) for array in arrays] for name, arrays in rows.items()}
    counts = {name: len(row) for name, row in images.items()}
    if not counts or not any(counts.values()):
        raise LabkitError("layer_grid was given no image: pass a mapping such as {'weights': [array, array]}.")
    if len(set(counts.values())) != 1:
        told = ", ".join(f"{name!r} has {count}" for name, count in counts.items())
        raise LabkitError(f"layer_grid needs one image for each layer in every row: {told}.")
    n_layers = next(iter(counts.values()))
    columns = layer_names(columns, n_layers, "layer_grid")

    figure = style.new_figure(width, row_height * len(images) + (0.65 if title else 0.35), title)
    grid = figure.subplots(len(images), n_layers, squeeze=False)
    words = []
    for axes_row, (name, row) in zip(grid, images.items(), strict=True):
        norm, cmap, extend = image_scale(row)
        for axes, image in zip(axes_row, row, strict=True):
            thin, size = thinned(image)
            shown = axes.imshow(thin, norm=norm, cmap=cmap, aspect="auto", interpolation="nearest")
            axes.set(xticks=[], yticks=[])
            axes.set_xlabel(size, fontsize=9, labelpad=2, color=style.GREY)
            axes.spines[:].set(visible=True, color=style.GREY)
        axes_row[0].set_ylabel(name)
        figure.colorbar(shown, ax=list(axes_row), aspect=12, pad=0.02, extend=extend)
        sizes = [f"{c} {alt_text.number(root_mean_square(i))}" for c, i in zip(columns, row, strict=True)]
        words.append(f"{name}, root mean square: {alt_text.listed(sizes)}")
    for axes, column in zip(grid[0], columns, strict=True):
        axes.set_title(column)
    return Picture(
        figure,
        alt_text.sentences(
            title or "", f"{len(images)} rows of images, one column for each of {n_layers} layers", *words
        ),
    )


def layer_names(given: Sequence[str] | None, n: int, plot: str) -> list[str]:
    """Return a name for each of ``n`` layers: those given, or ``layer 1, layer 2, ...``."""
    names = [str(name) for name in given or (f"layer {i + 1}" for i in range(n))]
    if len(names) != n:
        raise LabkitError(f"{plot} was given {len(names)} names for {n} layers: it needs one for each.")
    return names


def root_mean_square(image: np.ndarray) -> float:
    """Of the finite numbers of an image; places that no unit fills may be nan."""
    finite = image[np.isfinite(image)]
    return float(np.sqrt(np.mean(np.square(finite)))) if finite.size else float("nan")


def thinned(image: np.ndarray, most: int = 98) -> tuple[np.ndarray, str]:
    """Keep every n-th row and column of a large matrix, so that single weights can be seen; say so under it."""
    down, across = (-(-n // most) for n in image.shape)
    size = f"{image.shape[0]} × {image.shape[1]}"
    return image[::down, ::across], size if down * across == 1 else f"{size}, 1 in {down * across} shown"


def image_scale(row: list[np.ndarray], limit: float | None = None) -> tuple[Normalize, str, str]:
    """One colour scale for a row.

    It ends at ``limit``, or at the largest of the layers' 99.5th percentiles: one wild value cannot bleach the rest,
    and a small layer of large values is not outvoted by a large layer of small ones.
    """
    finite = [image[np.isfinite(image)] for image in row]
    if not any(values.size for values in finite):
        raise LabkitError("layer_grid was given a row without a finite value: has the training diverged?")
    signed = min(values.min() for values in finite if values.size) < 0
    largest = max(np.abs(values).max() for values in finite if values.size)
    top = float(max(np.percentile(np.abs(values), 99.5) for values in finite if values.size)) or largest or 1.0
    beyond = largest > (limit or 1.1 * top)
    top = limit or (top if beyond else largest or 1.0)
    if signed:
        return Normalize(-top, top), style.DIVERGING, "both" if beyond else "neither"
    return Normalize(0, top), style.SEQUENTIAL, "max" if beyond else "neither"
