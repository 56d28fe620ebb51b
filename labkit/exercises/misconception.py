"""A misconception is a wrong answer that people really give: runnable, named, with a hint."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Misconception:
    """One wrong answer that a check recognises.

    Parameters
    ----------
    name : str
        Short and stable, shown to instructors: ``"slope squared"``.
    function : callable
        The wrong answer itself, with the signature of the reference.
    hint : str
        What the student reads. It names the thought behind the mistake and asks a question or points at an
        equation; it never gives the code.
    same_as : tuple of str
        Names of misconceptions that give the same numbers on every probe, when no probe can tell them apart.

    Examples
    --------
    >>> Misconception("k forgotten", lambda x, k=1.0: 1 / (1 + np.exp(-x)), "Where does k enter?").name
    'k forgotten'
    """

    name: str
    function: Callable
    hint: str
    same_as: tuple[str, ...] = ()
