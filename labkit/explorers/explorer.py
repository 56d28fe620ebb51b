"""An explorer is a pure function ``draw(**parameters) -> Picture`` together with the values each parameter may take.

In a notebook it shows live sliders. In the book, where no kernel runs, the same object shows every picture drawn
beforehand behind the browser's own range inputs. The environment variable ``LABKIT_FRAMES=1`` chooses the second.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from labkit.errors import LabkitError
from labkit.plots import Picture, alt_text


class Explorer:
    """A picture with sliders.

    Parameters
    ----------
    draw : callable
        ``draw(**parameters) -> Picture``. Pure: the same values give the same picture.
    title : str
        What the sliders let one explore.
    grid : mapping of parameter to values
        The values of each parameter, in slider order; or a mapping of label to value, to name them.
    labels : mapping of parameter to str, optional
        What stands beside each slider; the parameter's name by default.
    start : mapping of parameter to value, optional
        Where the sliders begin; at their first value by default.

    Raises
    ------
    LabkitError
        When a parameter has no values, or starts at a value that is not in its grid.

    Examples
    --------
    >>> Explorer(draw_sigmoid, "The slope k", grid={"k": [0.5, 1, 2]}, start={"k": 1})      # doctest: +SKIP
    """

    def __init__(
        self,
        draw: Callable[..., Picture],
        title: str,
        grid: Mapping[str, Sequence[Any] | Mapping[str, Any]],
        labels: Mapping[str, str] | None = None,
        start: Mapping[str, Any] | None = None,
    ):
        self.draw = draw
        self.title = title
        self.options = {name: _options(name, values) for name, values in grid.items()}
        if not self.options:
            raise LabkitError(f"The explorer {title!r} has an empty grid: give at least one parameter with its values.")
        self.labels = {name: (labels or {}).get(name, name) for name in self.options}
        self.start = {name: options[0][1] for name, options in self.options.items()} | dict(start or {})
        for name, value in self.start.items():
            if name not in self.options or value not in [option for _, option in self.options[name]]:
                raise LabkitError(
                    f"The explorer {title!r} cannot start at {name} = {value!r}: that is not in its grid."
                )

    def picture(self, **parameters: Any) -> Picture:
        """Return the picture for these parameters; those not named stay where the sliders start."""
        picture = self.draw(**(self.start | parameters))
        if not isinstance(picture, Picture):
            raise LabkitError(
                f"draw of the explorer {self.title!r} returned {type(picture).__name__}, not a Picture: "
                "return Picture(figure, alt)."
            )
        return picture

    def combinations(self) -> Iterator[dict[str, Any]]:
        """Yield every point of the grid; the last parameter moves fastest."""
        for values in product(*([value for _, value in options] for options in self.options.values())):
            yield dict(zip(self.options, values, strict=True))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        if os.environ.get("LABKIT_FRAMES") == "1":
            from labkit.explorers.frames import frames

            return {"text/html": frames(self), "text/plain": repr(self)}
        from labkit.explorers.live import live

        return live(self)._repr_mimebundle_() | {"text/plain": repr(self)}

    def __repr__(self) -> str:
        sliders = "; ".join(
            f"{self.labels[name]}: {', '.join(label for label, _ in options)}" for name, options in self.options.items()
        )
        return f"Explorer: {self.title} ({sliders})"


def _options(name: str, values: Sequence[Any] | Mapping[str, Any]) -> list[tuple[str, Any]]:
    pairs = (
        list(values.items())
        if isinstance(values, Mapping)
        else [(value if isinstance(value, str) else alt_text.number(value), value) for value in values]
    )
    if not pairs:
        raise LabkitError(f"The explorer's parameter {name!r} has no values: give at least one.")
    return pairs
