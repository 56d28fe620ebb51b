"""A verdict: what marking found, in plain data; the card is its face."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Where:
    """The first probe (or blank) that differs: what went in, what came out, what was expected.

    ``kind`` says what ``got`` is when it is the wrong kind of thing; ``raised`` that it is an exception.
    """

    label: str
    inputs: tuple[tuple[str, str], ...] = ()
    got: str = ""
    kind: str = ""
    expected: str = ""
    raised: bool = False


@dataclass(frozen=True)
class Verdict:
    """The result of marking one exercise.

    ``message`` says in a sentence what is wrong (or right); ``hint`` belongs to a recognised misconception or
    diagnosis. ``advice`` never costs points. ``misconception`` and ``diagnosis`` are stable names or None.
    """

    passed: bool
    points: float
    possible: float
    message: str
    hint: str = ""
    misconception: str | None = None
    diagnosis: str | None = None
    where: Where | None = None
    advice: tuple[str, ...] = field(default=())
