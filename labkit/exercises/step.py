"""A step: one blank of a paper exercise, with the ways to get it wrong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from labkit.exercises.misconception import Misconception


@dataclass(frozen=True)
class Step:
    """One blank of a paper exercise.

    Parameters
    ----------
    name : str
        Key of the blank in the student's dict: ``"delta_h1"``.
    work : callable
        ``work(v) -> float`` from the mapping ``v`` of given numbers and earlier blanks by name.
    points : float
    says : str
        What the blank is, in words: ``"the error signal of hidden unit 1"``.
    misconceptions : sequence of Misconception
        Wrong ways of working it out, with the signature of ``work``.
    """

    name: str
    work: Callable[[Mapping[str, float]], float]
    points: float = 1
    says: str = ""
    misconceptions: Sequence[Misconception] = ()

    @property
    def title(self) -> str:
        """The blank's name, and what it is."""
        return f"`{self.name}`" + (f" ({self.says})" if self.says else "")
