"""Leaks: solution text in anything that students or readers get.

A line of a solution counts when it is long enough to be telling and its author wrote it nowhere outside
solutions; a whole solution region or rubric counts even then. Both sides are compared without white
space, and pages of HTML without their tags, so that colouring and re-indenting hide nothing.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import nbformat

from labkit.course.folders import Course
from labkit.course.solutions import split
from labkit.course.source import Source

LINE = 12  # characters, white space not counted, from which one line of a solution is telling
REGION = 24  # the same for a whole region, which counts even where its lines stand elsewhere too
MARKERS = ("BEGINSOLUTION", "ENDSOLUTION", "BEGINHIDDENTESTS", "BEGINMARKSCHEME")
_READABLE = {".ipynb", ".html", ".md", ".txt", ".rst", ".py", ".js", ".json"}


@dataclass(frozen=True)
class Secret:
    """A piece of text that must not be published, and the lab and cell it comes from."""

    text: str
    origin: str


def secrets_of(sources: Iterable[Source]) -> list[Secret]:
    """Collect what must not be published, from all labs at once."""
    lines: list[Secret] = []
    regions: list[Secret] = []
    public: list[str] = []
    for source in sources:
        for cell in source.cells:
            rubric = "rubric" in cell.metadata
            solutions, outside = ([cell.source], []) if rubric else split(cell.source)
            public.extend(outside)
            word = next(
                (cell.metadata[word] for word in ("exercise", "written", "rubric") if word in cell.metadata),
                "",
            )
            origin = f"{source.lab}, {word}"
            for text in solutions:
                regions.append(Secret(squeeze(text), origin))
                lines.extend(Secret(squeeze(line), origin) for line in text.split("\n"))
    said = squeeze("\n".join(public))
    telling = {secret.text: secret for secret in regions if len(secret.text) >= REGION}
    telling |= {secret.text: secret for secret in lines if len(secret.text) >= LINE and secret.text not in said}
    return list(telling.values())


def leaks_in(text: str, secrets: Iterable[Secret], where: str) -> list[str]:
    """One sentence for each marker, and one for each lab and cell of which a text repeats the solution."""
    squeezed = squeeze(text)
    findings = [f"leak: {where} holds a solution marker" for marker in MARKERS if marker in squeezed][:1]
    told: dict[str, str] = {}
    for secret in secrets:
        if secret.text in squeezed:
            told.setdefault(secret.origin, secret.text)
    return findings + [f"leak: {where} shows the solution of {origin}: {text[:60]}" for origin, text in told.items()]


def find_leaks(course: Course, paths: Iterable[Path], secrets: list[Secret]) -> list[str]:
    """Search files, and folders with all that is in them."""
    findings = []
    for path in _files(paths):
        findings += leaks_in(readable(path), secrets, path.relative_to(course.root).as_posix())
    return findings


def readable(path: Path) -> str:
    """What a reader of a file sees: of a notebook sources and outputs, of a page its text."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".ipynb":
        notebook = nbformat.reads(text, as_version=4)
        return "\n".join([text for cell in notebook.cells for text in _texts_of(cell)])
    if path.suffix == ".html":
        return _without_tags(text)
    return text


def _without_tags(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def squeeze(text: str) -> str:
    """Drop white space, terminal colours, and the signs that only Markdown or comments add."""
    return re.sub(r"\x1b\[[0-9;]*m|[\s#>*`]+", "", text)


def _texts_of(cell: nbformat.NotebookNode) -> list[str]:
    texts = [cell.source]
    for output in cell.get("outputs", []):
        texts.append(output.get("text", ""))
        texts.extend(output.get("traceback", []))
        for mime, data in output.get("data", {}).items():
            if mime.startswith("text/") and isinstance(data, str):
                texts.append(_without_tags(data) if mime == "text/html" else data)
    return texts


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix in _READABLE:
                yield file
