"""Lateness: what the settings take off a submission that came after its date, told by the time stamps."""

import math
from dataclasses import dataclass, fields
from typing import Any

METHODS = ("none", "zero", "share")
SECONDS = {"day": 86400, "hour": 3600}


@dataclass(frozen=True)
class LateRule:
    """The table ``[late]`` of the settings.

    ``method`` is ``"none"``, ``"zero"`` (no points after the date) or ``"share"``: ``share`` per cent of the points
    reached go for each ``per`` (day or hour) that has begun, ``most`` per cent at most; the first ``grace`` of these
    days or hours are free.
    """

    method: str = "none"
    share: float = 10
    per: str = "day"
    most: float = 50
    grace: float = 0

    def penalty(self, score: float, seconds_late: float) -> float:
        """Points that are taken off a score, never more than all of it."""
        return round(max(score, 0.0) * self._taken(seconds_late), 4)

    def _taken(self, seconds_late: float) -> float:
        if seconds_late <= 0 or self.method == "none":
            return 0.0
        if self.method == "zero":
            return 1.0
        begun = math.ceil(seconds_late / SECONDS[self.per] - self.grace)
        return min(max(begun, 0) * self.share, self.most) / 100

    @classmethod
    def read(cls, table: Any) -> "LateRule":
        """Make a rule of what stands in the settings.

        Raises
        ------
        ValueError
            With a sentence on what is no such rule.
        """
        if not isinstance(table, dict):
            raise ValueError(f'late = {table!r}, expected a table such as [late] with a line method = "none"')
        known = {field.name for field in fields(cls)}
        for name, value in table.items():
            if name not in known:
                raise ValueError(f"late.{name} is no setting; there are {', '.join(sorted(known))}")
            good, expected = _EXPECTED[name]
            if not good(value):
                raise ValueError(f"late.{name} = {value!r}, expected {expected}")
        return cls(**table)


def _number(value: Any, most: float = math.inf) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= most and value != math.inf


_EXPECTED = {
    "method": (lambda value: value in METHODS, '"none", "zero" or "share"'),
    "share": (lambda value: _number(value, 100), "per cent of the points, from 0 to 100, such as 10"),
    "per": (lambda value: isinstance(value, str) and value in SECONDS, '"day" or "hour"'),
    "most": (lambda value: _number(value, 100), "per cent of the points, from 0 to 100, such as 50"),
    "grace": (_number, "a number of days or hours from 0, such as 2"),
}
