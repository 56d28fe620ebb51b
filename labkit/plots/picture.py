"""A picture is a figure together with the sentence that says what it shows.

The sentence is the image's alternative text, computed from the data, and travels wherever the picture goes:
notebook, book page, screen reader.
"""

from base64 import b64encode
from html import escape
from io import BytesIO
from os import PathLike
from pathlib import Path

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from labkit.errors import LabkitError
from labkit.files import write_whole
from labkit.plots.style import context

#: A matplotlib inch is a CSS inch on screen.
CSS_DPI = 96


class Picture:
    """A figure and its alternative text; the last expression of a cell shows it.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The drawing. It is not changed.
    alt : str
        What the figure shows, in words and numbers.

    Raises
    ------
    LabkitError
        When ``alt`` is empty: a figure without words is closed to some readers.
    """

    def __init__(self, figure: Figure, alt: str):
        alt = " ".join(str(alt).split())
        if not alt:
            raise LabkitError("A Picture was given no alternative text: say in a sentence what the figure shows.")
        self.figure = figure
        self.alt = alt

    @property
    def width(self) -> int:
        """Width on screen, in CSS pixels."""
        return round(self.figure.get_size_inches()[0] * CSS_DPI)

    def image(self, dpi: float = 2 * CSS_DPI, format: str = "png", quick: bool = False) -> bytes:
        """Return the figure as image bytes in few colours: a drawing has few, and more shades of them at its edges.

        Parameters
        ----------
        dpi : float
            Resolution; the default has two image pixels for each CSS pixel, for sharp text on dense screens.
        format : {"png", "webp"}
            WebP is a third smaller and every current browser reads it; PNG opens everywhere. PNG gets up to 256
            colours, WebP 64: there a picture is one of many in a page, and is smaller by another eighth.
        quick : bool
            Choose the colours in a tenth of the time, a shade less exactly: for pictures that move.
        """
        method = Image.Quantize.FASTOCTREE if quick else Image.Quantize.MEDIANCUT
        before = self.figure.dpi
        with context():
            self.figure.set_dpi(dpi)
            canvas = FigureCanvasAgg(self.figure)
            canvas.draw()
            pixels = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
        self.figure.set_dpi(before)
        few = pixels.quantize(64 if format == "webp" else 256, method=method, dither=Image.Dither.NONE)
        buffer = BytesIO()
        if format == "webp":
            few.convert("RGB").save(buffer, "webp", lossless=True, method=4)
        else:
            few.save(buffer, "png", optimize=False)
        return buffer.getvalue()

    def data_uri(self, dpi: float = 2 * CSS_DPI, format: str = "png", quick: bool = False) -> str:
        """Return the image as a ``data:`` address, which needs no second file and no network."""
        return f"data:image/{format};base64,{b64encode(self.image(dpi, format, quick)).decode()}"

    def html(self, dpi: float = 2 * CSS_DPI, format: str = "png", quick: bool = False) -> str:
        """Return a ``<figure>`` that carries image and alternative text, on white in light and dark themes."""
        return (
            '<figure class="labkit-picture" style="margin:.5em 0">'
            f'<img src="{self.data_uri(dpi, format, quick)}" alt="{escape(self.alt, quote=True)}" width="{self.width}" '
            'style="max-width:100%;height:auto;background:#fff;border-radius:8px"></figure>'
        )

    def _repr_html_(self) -> str:
        return self.html()

    def __repr__(self) -> str:
        return f"Picture: {self.alt}"

    def save(self, path: str | PathLike) -> Path:
        """Write the picture to ``path``, whole or not at all; the ending decides the format. Return the path.

        Raises
        ------
        LabkitError
            When the ending is not that of a format, such as .png, .svg or .pdf, or the file cannot be written.
        """
        path = Path(path)
        known = sorted(self.figure.canvas.get_supported_filetypes())
        if path.suffix[1:].lower() not in known:
            raise LabkitError(f"A picture cannot be saved as {path.name!r}: end its name in .{', .'.join(known)}.")
        with context():
            try:
                write_whole(
                    path,
                    lambda file: self.figure.savefig(file, format=path.suffix[1:].lower(), dpi=2 * CSS_DPI),
                )
            except OSError as error:
                raise LabkitError(f"The picture cannot be written to {path} ({error.strerror}).") from error
        return path
