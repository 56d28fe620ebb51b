"""The live form of an explorer: ipywidgets sliders above a picture that is drawn anew as they move."""

import logging
from html import escape
from typing import Any

import ipywidgets as widgets

from labkit.explorers.explorer import Explorer
from labkit.plots.picture import CSS_DPI

_LOG = logging.getLogger("labkit.explorers")
#: One and a half image pixels for each CSS pixel: sharp enough while moving, and drawn in half the time of two.
_DPI = 1.5 * CSS_DPI


def live(explorer: Explorer) -> widgets.VBox:
    """Return sliders and picture as one widget.

    The picture is plain HTML, not an Output widget: those can stall a notebook that runs without a browser. An error in
    ``draw`` is shown under the sliders in a sentence, and raised, so that the log and the tests see it.
    """
    heading = widgets.HTML(f"<strong>{escape(explorer.title)}</strong>")
    wide = 1 + 0.55 * max(len(label) for label in explorer.labels.values())  # so that no label is cut off
    sliders = {
        name: widgets.SelectionSlider(
            options=options,
            value=explorer.start[name],
            description=explorer.labels[name],
            style={"description_width": f"{wide:.1f}em"},
            layout=widgets.Layout(width="min(100%, 40em)"),
        )
        for name, options in explorer.options.items()
    }
    message, picture = widgets.HTML(), widgets.HTML()
    drawn: dict[tuple, str] = {}

    def redraw(change: Any = None) -> None:
        values = {name: slider.value for name, slider in sliders.items()}
        key = tuple(slider.index for slider in sliders.values())
        try:
            if key not in drawn:
                drawn[key] = explorer.picture(**values).html(dpi=_DPI, quick=True)
        except Exception as problem:
            told = ", ".join(f"{name} = {value}" for name, value in values.items())
            message.value = (
                f'<p role="alert">This picture could not be drawn at {escape(told)}: '
                f"{escape(str(problem) or type(problem).__name__)}</p>"
            )
            _LOG.exception("explorer %r failed at %s", explorer.title, told)
            raise
        message.value, picture.value = "", drawn[key]

    for slider in sliders.values():
        slider.observe(redraw, names="value")
    redraw()
    box = widgets.VBox([heading, *sliders.values(), message, picture])
    box.add_class("labkit-explorer")
    return box
