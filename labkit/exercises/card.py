"""The card: what a verdict looks like in a notebook, in the book, to a screen reader and in a terminal."""

import re
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from labkit.exercises.verdict import Verdict, Where

MIME = "application/vnd.labkit.card+json"
"""Under this type a card also travels as plain data, for tools that read notebooks."""

ICONS = {"passed": "✓", "known": "!", "failed": "✗", "error": "✗", "empty": "…", "note": "i"}


@dataclass(frozen=True)
class Card:
    """A verdict with the exercise it belongs to.

    ``str(card)`` starts with a sentence such as "2 of 2 points: sigmoid is right on all 14 probes."; in a
    notebook the card shows itself.
    """

    exercise: str
    title: str
    verdict: Verdict

    @property
    def passed(self) -> bool:
        """Whether the answer is right."""
        return self.verdict.passed

    @property
    def points(self) -> float:
        """Points earned."""
        return self.verdict.points

    @property
    def possible(self) -> float:
        """Points to be earned."""
        return self.verdict.possible

    @property
    def misconception(self) -> str | None:
        """Name of the recognised misconception."""
        return self.verdict.misconception

    @property
    def diagnosis(self) -> str | None:
        """Name of the general diagnosis: ``"transposed"``, ``"not attempted"``, ..."""
        return self.verdict.diagnosis

    @property
    def state(self) -> str:
        """One word for the card's colour and icon."""
        if self.passed:
            return "passed"
        if self.misconception:
            return "known"
        return {"not attempted": "empty", "raises": "error"}.get(self.diagnosis or "", "failed")

    @property
    def score(self) -> str:
        """The points as words: "1 of 2 points"."""
        return f"{self.points:g} of {self.possible:g} {'point' if self.possible == 1 else 'points'}"

    def __str__(self) -> str:
        """Sentence first, then the hint and the first probe that differs."""
        verdict = self.verdict
        lines = [f"{self.score}: {verdict.message}"]
        if verdict.hint:
            lines.append(f"  Hint: {verdict.hint}")
        if verdict.where:
            where = verdict.where
            lines.append(f"  {where.label}")
            got = where.got + (f", {where.kind}" if where.kind else "")
            lines += [indented(f"    {name} = ", text) for name, text in where.inputs]
            lines += [indented(f"    {came_out(where)}: ", got), f"    expected: {where.expected}"]
        lines += [f"  Advice (no points): {advice}" for advice in verdict.advice]
        return without_ticks("\n".join(lines))

    __repr__ = __str__

    def data(self) -> dict[str, Any]:
        """The card as plain data; the same keys in every version."""
        verdict = self.verdict
        return {
            "exercise": self.exercise,
            "passed": verdict.passed,
            "points": verdict.points,
            "possible": verdict.possible,
            "misconception": verdict.misconception,
            "diagnosis": verdict.diagnosis,
            "message": without_ticks(verdict.message),
        }

    def _repr_html_(self) -> str:
        verdict = self.verdict
        body = [f'<p class="labkit-message">{code(verdict.message)}</p>']
        if verdict.hint:
            body.append(f'<p class="labkit-hint">{code(verdict.hint)}</p>')
        if verdict.where:
            where = verdict.where
            rows = [(code(f"`{name}`"), text, "") for name, text in where.inputs]
            rows.append((came_out(where), where.got, f"<br>{escape(where.kind)}" if where.kind else ""))
            terms = "".join(f"<dt>{name}</dt><dd>{value(text)}{more}</dd>" for name, text, more in rows)
            terms += f"<dt>expected</dt><dd>{code(where.expected)}</dd>"
            body.append(f'<div class="labkit-where"><p>{code(where.label)}</p><dl>{terms}</dl></div>')
        body += [f'<p class="labkit-advice">Advice, no points: {code(advice)}</p>' for advice in verdict.advice]
        return frame(self.state, self.title, self.score, "".join(body), f"{self.title}: {self.score}")

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, Any]:
        return {"text/plain": str(self), "text/html": self._repr_html_(), MIME: self.data()}


@dataclass(frozen=True)
class Note:
    """A small card that carries no points: a fallback, or a prediction beside its measurement."""

    title: str
    text: str

    def __str__(self) -> str:
        """Say the same in plain text."""
        return without_ticks(f"{self.title}: {self.text}")

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return frame("note", self.title, "", f'<p class="labkit-message">{code(self.text)}</p>', self.title)


def frame(state: str, title: str, points: str, body: str, label: str) -> str:
    """Fill the template; ``body`` is HTML, everything else text."""
    return _template().substitute(
        state=state,
        icon=ICONS[state],
        title=escape(title),
        points=escape(points),
        body=body,
        label=escape(label, quote=True),
    )


def code(text: str) -> str:
    """Escape text for HTML; what stands between backticks is set as code, between asterisks as emphasis."""
    parts = re.split(r"`([^`\n]+)`", escape(text))
    return "".join(
        f"<code>{part}</code>" if i % 2 else re.sub(r"(?<!\w)\*(\w[^*\n]*)\*(?!\w)", r"<em>\1</em>", part)
        for i, part in enumerate(parts)
    )


def came_out(where: Where) -> str:
    """How a function answered."""
    return "it raised" if where.raised else "you have"


def indented(start: str, text: str) -> str:
    """Start a text of several lines so that its lines stay below each other."""
    return start + text.replace("\n", "\n" + " " * len(start))


def value(text: str) -> str:
    """Set a value as code; a matrix keeps its rows and scrolls where it is too wide."""
    rows = ' class="labkit-rows" tabindex="0"' if "\n" in text else ""
    return f"<code{rows}>{escape(text)}</code>"


def without_ticks(text: str) -> str:
    """Plain text has no need of the backticks round code."""
    return text.replace("`", "")


@cache
def _template() -> Template:
    return Template(files("labkit.exercises").joinpath("card.html").read_text(encoding="utf-8"))
