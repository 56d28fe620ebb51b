"""The last table of every lab: what a report claimed, what we measured, and whether the claim holds.

``Verdicts([Claim(...), ...], source=record.caption())`` as the last line of a cell shows it. The measured column is
made from runs (:func:`mean_and_spread`), the verdict from a comparison, never typed in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np

from labkit.errors import LabkitError

HOLDS, ELSEWHERE, FAILS = "holds", "holds under other conditions", "does not hold"


@dataclass(frozen=True)
class Claim:
    """One sentence of a report beside our measurement.

    Parameters
    ----------
    text : str
        The claim in a few words.
    reported : str
        The report's number or word; "-" where it gave none.
    measured : str
        Ours, with its spread.
    holds : bool
        The outcome of a comparison made on the runs.
    where : str
        Conditions under which a claim that fails here does hold.
    """

    text: str
    reported: str
    measured: str
    holds: bool
    where: str = ""

    @property
    def verdict(self) -> str:
        """``"holds"``, ``"does not hold"``, or the conditions under which it does."""
        if self.holds:
            return HOLDS
        return f"{ELSEWHERE}: {self.where}" if self.where else FAILS


class Verdicts:
    """A table of claims, shown in notebooks and book pages, readable as plain text.

    Parameters
    ----------
    claims : sequence of Claim
    source : str
        Where the measurements come from, such as a record's caption.

    Raises
    ------
    LabkitError
        When there is no claim, or something else among them.
    """

    HEAD = ("Claim", "Report", "Ours", "Verdict")

    def __init__(self, claims: Sequence[Claim], source: str = "") -> None:
        if not claims:
            raise LabkitError("A table of verdicts needs at least one claim, and was given none.")
        for claim in claims:
            if not isinstance(claim, Claim):
                raise LabkitError(f"A table of verdicts is made of Claims, and was given a {type(claim).__name__}.")
        self.claims, self.source = list(claims), source

    def rows(self) -> list[tuple[str, str, str, str]]:
        """Cells as text, one tuple for each claim."""
        return [(c.text, c.reported, c.measured, c.verdict) for c in self.claims]

    def __repr__(self) -> str:
        lines = [f"{text}: reported {said}, measured {ours}: {verdict}." for text, said, ours, verdict in self.rows()]
        return "\n".join([*lines, self.source] if self.source else lines)

    def _repr_html_(self) -> str:
        def line(tag: str, cells: Sequence[str]) -> str:
            scope = ' scope="col"' if tag == "th" else ""
            return (
                "<tr>" + "".join(f"<{tag}{scope} style='text-align:left'>{escape(c)}</{tag}>" for c in cells) + "</tr>"
            )

        caption = f"<caption>{escape(self.source)}</caption>" if self.source else ""
        body = "".join(line("td", row) for row in self.rows())
        return (
            f"<table class='table labkit-verdicts'>{caption}<thead>{line('th', self.HEAD)}</thead>"
            f"<tbody>{body}</tbody></table>"
        )


def mean_and_spread(values: Sequence[float], unit: str = "%", digits: int = 0) -> str:
    """Mean and standard deviation over seeds, rounded: ``"64 ± 8 %"``.

    Parameters
    ----------
    values : sequence of float
        One for each seed; shares from 0 to 1 where the unit is ``"%"``.
    unit : str
        Written behind; empty for none.
    digits : int
        After the point.

    Returns
    -------
    str
        The spread is the standard deviation with n - 1.

    Raises
    ------
    LabkitError
        With fewer than two values: one run has no spread.
    """
    numbers = np.asarray(values, dtype=float) * (100 if unit == "%" else 1)
    if numbers.size < 2:
        raise LabkitError(f"A spread needs at least two runs, and was given {numbers.size}.")
    return f"{numbers.mean():.{digits}f} ± {numbers.std(ddof=1):.{digits}f} {unit}".strip()
