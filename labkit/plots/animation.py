"""Pictures that follow one another: a film with a play button and a slider, in the notebook, in the book, as a GIF.

The film carries its frames and its few lines of script with it, so it needs no network and no kernel. It never starts
by itself; for readers who asked their system for less motion, the button goes on by one frame at a time.
"""

import json
from collections.abc import Callable, Sequence
from html import escape
from io import BytesIO
from os import PathLike
from pathlib import Path

from PIL import Image

from labkit.errors import LabkitError
from labkit.files import write_whole
from labkit.plots.picture import CSS_DPI, Picture

#: Image pixels for each CSS inch of a frame: a little denser than the screen's 96, so that text stays crisp.
FRAME_DPI = 110

#: Starts every film of the page that has not been started. JupyterLab runs it as the cell's own output.
SCRIPT = """
document.querySelectorAll("section.labkit-animation:not([data-ready])").forEach((film) => {
  const store = film.querySelector('script[type="application/json"]');
  if (!store) return;
  film.dataset.ready = "";
  const frames = JSON.parse(store.textContent);
  const picture = film.querySelector("img"), words = film.querySelector("[role=status]");
  const slider = film.querySelector("input"), button = film.querySelector("button");
  const label = film.querySelector("output"), last = frames.length - 1;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const wait = 1000 * Number(film.dataset.seconds);
  let timer = null;
  const show = (i) => {
    slider.value = i;
    picture.src = frames[i].src;
    picture.alt = frames[i].alt;
    label.textContent = frames[i].label;
    slider.setAttribute("aria-valuetext", frames[i].label);
  };
  const name = () => { button.textContent = still.matches ? "Next frame" : timer ? "Pause" : "Play"; };
  const tell = () => { words.textContent = picture.alt; };
  const stop = () => { clearInterval(timer); timer = null; name(); };
  const next = () => show(slider.valueAsNumber >= last ? 0 : slider.valueAsNumber + 1);
  button.addEventListener("click", () => {
    if (still.matches) { stop(); next(); tell(); return; }
    if (timer) { stop(); tell(); return; }
    timer = setInterval(() => {
      if (!film.isConnected) { stop(); return; }
      next();
      if (slider.valueAsNumber >= last) { stop(); tell(); }
    }, wait);
    if (slider.valueAsNumber >= last) show(0);
    name();
  });
  slider.addEventListener("input", () => { stop(); show(slider.valueAsNumber); tell(); });
  still.addEventListener("change", stop);
  show(slider.valueAsNumber);
  name();
  film.querySelector("[hidden]").hidden = false;
});
"""
_HIDDEN = "position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap"


class Animation:
    """Pictures in order, each with its label; the last expression of a cell shows them as a film.

    Attributes
    ----------
    frames : list of Picture
    labels : list of str
        What each frame shows, such as ``"update 20"``.
    title : str
    seconds : float
        How long a frame stands.
    """

    def __init__(self, frames: Sequence[Picture], labels: Sequence[str], title: str = "", seconds: float = 0.7):
        self.frames, self.labels = list(frames), [str(label) for label in labels]
        self.title, self.seconds = title, float(seconds)
        if not self.frames:
            raise LabkitError("An animation was given no frame: it needs at least one Picture.")
        for number, frame in enumerate(self.frames):
            if not isinstance(frame, Picture):
                raise LabkitError(f"Frame {number} of the animation is a {type(frame).__name__}, not a Picture.")
        if len(self.frames) != len(self.labels):
            raise LabkitError(
                f"An animation of {len(self.frames)} frames was given {len(self.labels)} labels: it needs one for each."
            )
        if not self.seconds > 0:
            raise LabkitError(f"A frame of an animation stands for more than 0 seconds, not {seconds!r}.")

    def _repr_html_(self) -> str:
        told = [
            {"src": frame.data_uri(FRAME_DPI, "webp"), "alt": frame.alt, "label": label}
            for frame, label in zip(self.frames, self.labels, strict=True)
        ]
        first, title = told[0], escape(self.title, quote=True)
        stored = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
        return (
            f'<section class="labkit-animation" aria-label="{title or "Animation"}" data-seconds="{self.seconds:g}" '
            'style="position:relative;margin:1em 0">'
            + (f'<p style="margin:0 0 .4em;font-weight:600">{title}</p>' if title else "")
            + '<div hidden><div style="display:flex;flex-wrap:wrap;gap:.4em .75em;align-items:center">'
            '<button type="button" style="min-width:7em;min-height:2.2em;font:inherit;cursor:pointer">Play</button>'
            f'<input type="range" aria-label="Frame" min="0" max="{len(told) - 1}" step="1" value="0" '
            f'aria-valuetext="{escape(first["label"], quote=True)}" '
            'style="flex:1 1 10em;max-width:22em;min-height:2rem;accent-color:#0072b2">'
            f'<output style="min-width:7em;font-weight:600">{escape(first["label"])}</output></div></div>'
            f'<img src="{first["src"]}" alt="{escape(first["alt"], quote=True)}" width="{self.frames[0].width}" '
            'style="display:block;max-width:100%;height:auto;margin:.5em 0 0;background:#fff;border-radius:8px">'
            f'<p role="status" aria-live="polite" style="{_HIDDEN}"></p>'
            f'<script type="application/json">{stored}</script><script>{SCRIPT}</script></section>'
        )

    def __repr__(self) -> str:
        what = f"{self.title}: " if self.title else ""
        return f"Animation: {what}{len(self.frames)} frames, {self.labels[0]} to {self.labels[-1]}"

    def save(self, path: str | PathLike, dpi: float = CSS_DPI) -> Path:
        """Write the film as a GIF that repeats, whole or not at all, and return its path.

        Raises
        ------
        LabkitError
            When the path does not end in ``.gif``, or the file cannot be written.
        """
        path = Path(path)
        if path.suffix.lower() != ".gif":
            raise LabkitError(f"An animation is saved as a GIF: give a name that ends in .gif, not {path.name!r}.")
        images = [Image.open(BytesIO(frame.image(dpi))).convert("RGB") for frame in self.frames]
        size = tuple(max(image.size[axis] for image in images) for axis in (0, 1))
        film = []
        for image in images:
            sheet = Image.new("RGB", size, "white")
            sheet.paste(image)
            film.append(sheet.quantize(128, dither=Image.Dither.NONE))
        options = {"save_all": True, "append_images": film[1:], "duration": round(1000 * self.seconds), "loop": 0}
        try:
            write_whole(path, lambda file: film[0].save(file, "gif", **options))
        except OSError as error:
            raise LabkitError(f"The film cannot be written to {path} ({error.strerror}).") from error
        return path


def animation(
    frames: Sequence[Picture] | Callable[[int], Picture],
    labels: Sequence[str] | None = None,
    *,
    title: str = "",
    seconds: float = 0.7,
) -> Animation:
    """Make a film of pictures.

    Parameters
    ----------
    frames : sequence of Picture, or function of the number of a frame
        A function is called with 0, 1, ... once for each label.
    labels : sequence of str, optional
        What stands beside the slider at each frame; their numbers by default.
    title : str, optional
        What stands above the film.
    seconds : float
        How long a frame stands.

    Returns
    -------
    Animation

    Raises
    ------
    LabkitError
        When there is no frame, one is no Picture, or there are not as many labels as frames.
    """
    if callable(frames):
        if labels is None:
            raise LabkitError("animation was given a function: give labels too, one for each frame that it shall draw.")
        frames = [frames(i) for i in range(len(labels))]
    elif isinstance(frames, Picture):
        raise LabkitError("animation needs a list of Pictures, not a single one.")
    frames = list(frames)
    return Animation(frames, range(1, len(frames) + 1) if labels is None else labels, title, seconds)
