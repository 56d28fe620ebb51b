"""What a hostile or broken submission is: how it is made, and what the gradebook must hold afterwards.

Every maker gets a fresh solved notebook and the blank one, and returns the bytes that are handed in.
"""

from collections.abc import Callable
from dataclasses import dataclass

from cohort import as_bytes, cell, code

FULL = 9.0
WITHOUT_FIRST = 5.0  # 03.sigmoid earns 2, and 03.slope_from_input stands on it


@dataclass(frozen=True)
class Case:
    """One way to hand something in."""

    name: str
    make: Callable
    points: float = FULL
    flagged: bool | None = True  # None: either, as it depends on the speed of the machine
    scored: bool = True
    needs: str = ""  # a kind of flag that must be among those raised


CASES: list[Case] = []


def case(points=FULL, flagged=True, scored=True, needs=""):
    """List a maker under its own name."""

    def listed(make):
        CASES.append(Case(make.__name__, make, points, flagged, scored, needs))
        return make

    return listed


def with_first(source):
    """A solved notebook whose first exercise holds other code."""

    def make(solved, blank):
        cell(solved, "ex-03-sigmoid")["source"] = source
        return as_bytes(solved)

    return make


def with_cell(source, first=False):
    """A solved notebook with one more cell, after the imports or at the very top."""

    def make(solved, blank):
        solved["cells"].insert(0 if first else position(solved, "ex-03-sigmoid"), code(source))
        return as_bytes(solved)

    return make


def position(notebook, identity):
    return next(i for i, c in enumerate(notebook["cells"]) if c.get("id") == identity)


def listed_as(name, make, **expected):
    CASES.append(Case(name, make, **expected))
