"""Histograms, one panel for each layer: where the values of a network sit, and whether they vanish with depth."""

from collections.abc import Mapping

import numpy as np

from labkit.errors import LabkitError
from labkit.plots import alt_text, style
from labkit.plots.picture import Picture


@style.styled
def histograms(
    layers: Mapping[str, np.ndarray | Mapping[str, np.ndarray]],
    quantity: str = "activation",
    *,
    bins: int = 40,
    limits: tuple[float, float] | None = None,
    title: str | None = None,
    width: float = 7.0,
    height: float = 2.7,
) -> Picture:
    """Draw the distribution of a quantity in every layer, on one common axis.

    Parameters
    ----------
    layers : mapping of layer to values
        Arrays of any shape; or, to compare, a mapping of series to arrays, with the same series in each layer.
    quantity : str
        What is counted, for the axis label: ``"activation"``, ``"weight gradient"``.
    bins : int
        Number of bins.
    limits : (float, float), optional
        Ends of the axis; by default the 0.2nd to 99.8th percentile of all values, so that outliers do not hide
        the rest.
    title : str, optional
        Figure title.
    width, height : float
        Inches.

    Returns
    -------
    Picture
        Heights are shares of a layer's values, in per cent; mean and standard deviation stand in the panel titles.

    Raises
    ------
    LabkitError
        When there is no layer, one has no values, or no value is finite.
    """
    if not isinstance(layers, Mapping) or not layers:
        raise LabkitError("histograms was given no layer: pass a mapping such as {'layer 1': values}.")
    panels = {
        str(layer): {str(k): np.ravel(v) for k, v in values.items()}
        if isinstance(values, Mapping)
        else {"": np.ravel(values)}
        for layer, values in layers.items()
    }
    for layer, panel in panels.items():
        if not panel or any(not values.size for values in panel.values()):
            raise LabkitError(f"histograms was given no {quantity} for {layer!r}: leave it out, or pass its values.")
    series = list(dict.fromkeys(name for panel in panels.values() for name in panel))
    colour = dict(zip(series, style.colours(series), strict=True))
    everything = np.concatenate([v for panel in panels.values() for v in panel.values()]).astype(float)
    everything = everything[np.isfinite(everything)]
    if not everything.size:
        raise LabkitError(f"histograms found no finite {quantity}: has the training diverged?")
    low, high = limits or np.percentile(everything, [0.2, 99.8])
    if low == high:
        low, high = low - 0.5, high + 0.5
    edges = np.linspace(low, high, bins + 1)

    figure = style.new_figure(width, height + (0.35 if title else 0) + (0.3 if series != [""] else 0), title)
    all_axes = figure.subplots(1, len(panels), sharey=True, squeeze=False)[0]
    words = []
    for axes, (layer, panel) in zip(all_axes, panels.items(), strict=True):
        told = []
        for name, values in panel.items():
            values = np.asarray(values, dtype=float)
            shares = 100 * np.histogram(np.clip(values, low, high), edges)[0] / values.size
            axes.stairs(shares, edges, fill=True, color=colour[name], alpha=0.35 if name else 0.8)
            if name:
                axes.stairs(shares, edges, color=colour[name], linewidth=1.6)
            spread = f"mean {alt_text.number(values.mean(), 2)}, standard deviation {alt_text.number(values.std(), 2)}"
            told.append(f"{name}: {spread}" if name else spread)
        heading = layer
        if series == [""]:
            heading += f"\nmean {alt_text.number(values.mean(), 2)}, std {alt_text.number(values.std(), 2)}"
        axes.set_title(heading, fontsize=10.5)
        axes.set_xlim(low, high)
        style.gridlines(axes)
        words.append(f"{layer}: {'; '.join(told)}")
    all_axes[0].set_ylabel("share of values (%)")
    # below the panel in the middle, or between the two: a label of the whole figure would run into the legend
    all_axes[(len(all_axes) - 1) // 2].set_xlabel(quantity, x=0.5 if len(all_axes) % 2 else 1.04)
    if series != [""]:
        handles = [all_axes[0].fill_between([], [], color=colour[name], alpha=0.6, label=name) for name in series]
        figure.legend(handles=handles, loc="outside lower center", ncols=min(5, len(series)))
    return Picture(figure, alt_text.sentences(title or "", f"histograms of {quantity} by layer", *words))
