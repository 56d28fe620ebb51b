"""Labels that can be read wherever their points lie: inside the panel, and not on top of one another."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

#: Points between a label and the frame.
GAP = 3


class ClearLabel(Annotation):
    """An annotation that is moved just so far that neither the frame of its axes nor an earlier label is under it.

    Where the frame lies is known only when the figure is drawn, so that is when the label is moved.
    """

    #: Where the label was last drawn, in pixels.
    box: Bbox | None = None

    def draw(self, renderer: Any) -> None:
        """Draw the label where there is room."""
        wanted, per_point = self.xyann, renderer.points_to_pixels(1)
        free = self.get_window_extent(renderer)
        frame = self.axes.get_window_extent(renderer).padded(-GAP * per_point)
        labels = [text for text in self.axes.texts if isinstance(text, ClearLabel)]
        earlier = [label.box for label in labels[: labels.index(self)]]
        self.box = _free_place(free, frame, earlier)
        by = (self.box.x0 - free.x0, self.box.y0 - free.y0)
        self.xyann = tuple(at + pixels / per_point for at, pixels in zip(wanted, by, strict=True))
        super().draw(renderer)
        self.xyann = wanted  # the next drawing may be at another size


def _free_place(box: Bbox, frame: Bbox, taken: list[Bbox]) -> Bbox:
    """Move ``box`` into ``frame``, then up or down to the nearest height at which it lies on none of ``taken``.

    Down counts thrice: a name is read as belonging to what is under it.
    """
    x = max(frame.x0, min(box.x0, frame.x1 - box.width))
    y = max(frame.y0, min(box.y0, frame.y1 - box.height))
    beside = [other for other in taken if other.x0 < x + box.width and other.x1 > x]
    heights = [y, *(other.y1 for other in beside), *(other.y0 - box.height for other in beside)]
    inside = [place for place in heights if frame.y0 <= place <= frame.y1 - box.height]
    free = [p for p in inside if not any(o.y0 < p + box.height - 0.01 and o.y1 > p + 0.01 for o in beside)]
    best = min(free, key=lambda place: place - y if place >= y else 3 * (y - place), default=y)
    return Bbox.from_bounds(x, best, box.width, box.height)


def clear_label(axes: Axes, text: str, at: tuple[float, float], above: float = 0, **look: Any) -> ClearLabel:
    """Write ``text`` centred on the point ``at`` (data units), or ``above`` it by so many points."""
    label = ClearLabel(
        text, at, xytext=(0, above), textcoords="offset points", ha="center", va="center", annotation_clip=False, **look
    )
    label.set_in_layout(False)
    axes.add_artist(label)
    return label
