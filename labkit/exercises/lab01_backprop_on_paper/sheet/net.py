"""The small net's units by name, and what a blank is worked out from."""

from collections.abc import Callable, Mapping

INPUTS, HIDDEN, OUTPUTS = ("x1", "x2"), ("h1", "h2"), ("o1", "o2")

Values = Mapping[str, float]
Work = Callable[[Values], float]


def signal_of(unit: str) -> str:
    """Name of what leaves a unit: an input sends itself, every other unit its y."""
    return unit if unit in INPUTS else f"y_{unit}"
