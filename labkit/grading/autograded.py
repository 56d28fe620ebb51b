"""The notebook that nbgrader's page shows: rebuilt, a card under every check, the rubric under every written answer."""

import re
from typing import Any

from nbformat import NotebookNode

from labkit.course.cells import word_of
from labkit.course.notebook import to_bytes
from labkit.exercises.card import MIME, Card
from labkit.exercises.registry import find
from labkit.exercises.verdict import Verdict
from labkit.grading.job import Marked
from labkit.grading.result import Mark, Result
from labkit.grading.submission import Rebuilt

_TAG = re.compile(r"<(?=[A-Za-z/!?])")
"""Where HTML begins."""


_OFFLINE = """\
<script>
const signal = {Interest(tell) { tell("End"); }};
window.MathJax = window.MathJax || {Hub: {Config() {}, Queue() {}, Startup: {signal}}};
</script>"""
"""nbgrader's page takes MathJax from another machine and loses its keys where that cannot be reached; not with this."""


def autograded(marked: Marked, release: NotebookNode, source: NotebookNode) -> bytes:
    """Write the notebook of one submission; one that could not be read shows the release and says so."""
    rubrics = {cell.metadata.labkit.rubric: cell for cell in source.cells if word_of(cell) == "rubric"}
    rebuilt = marked.cells
    if rebuilt is None:
        rebuilt = [
            Rebuilt(cell.id, cell.cell_type, cell.source, metadata=dict(cell.metadata)) for cell in release.cells
        ]
    cells = [_markdown("labkit-offline", _OFFLINE, {})]
    cells += [_notice(marked.result)] if marked.result.flags else []
    for cell in rebuilt:
        cells.append(_cell(cell, marked))
        rubric = rubrics.get(cell.metadata.get("labkit", {}).get("written", ""))
        if rubric is not None:
            text = f"**Rubric (not for students)**\n\n{rubric.source}"
            cells.append(_markdown(rubric.id, text, {"labkit": {"rubric": rubric.metadata.labkit.rubric}}))
    seen: set[str] = set()
    for cell in cells:
        while cell.id in seen:
            cell.id = f"{cell.id[:56]}-again"
        seen.add(cell.id)
    return to_bytes(NotebookNode(nbformat=4, nbformat_minor=5, metadata=release.metadata, cells=cells))


def _cell(cell: Rebuilt, marked: Marked) -> NotebookNode:
    metadata = NotebookNode(
        {key: value for key, value in cell.metadata.items() if key in ("labkit", "nbgrader", "tags")}
    )
    if cell.kind != "code":
        return NotebookNode(cell_type=cell.kind, id=cell.id, metadata=metadata, source=_text(cell, metadata))
    outputs: list[Any] = []
    name = cell.metadata.get("labkit", {}).get("check")
    if name in marked.result.marks:
        outputs = [_card(name, marked.result.marks[name])]
    elif marked.printed.get(cell.id):
        outputs = [NotebookNode(output_type="stream", name="stdout", text=marked.printed[cell.id])]
    return NotebookNode(
        cell_type="code", id=cell.id, metadata=metadata, source=cell.source, execution_count=None, outputs=outputs
    )


def _text(cell: Rebuilt, metadata: NotebookNode) -> str:
    """Text as nbgrader's page may show it: nothing in it runs, and an answer stands apart from its question.

    The page would run a script in the grader's browser, with the grader's rights. The answer as it was written goes
    into the metadata.
    """
    if cell.released:
        return cell.source
    if cell.word == "written":
        metadata.labkit = NotebookNode(metadata.get("labkit", {}), answer=cell.source)
    text = _TAG.sub("&lt;", cell.source)
    question = _TAG.sub("&lt;", cell.question)
    if question and text.startswith(question):
        return f"{question}\n\n---\n\n{text.removeprefix(question).strip()}"
    return text


def _card(name: str, mark: Mark) -> NotebookNode:
    if mark.points is None:
        text = f"Not scored: {mark.message or 'a person decides'}"
        return NotebookNode(output_type="stream", name="stdout", text=text)
    verdict = Verdict(
        mark.passed, mark.points, mark.possible, mark.message, mark.hint, mark.misconception, mark.diagnosis
    )
    card = Card(name, find(name).title, verdict)
    data = {"text/plain": str(card), "text/html": card._repr_html_(), MIME: card.data()}
    return NotebookNode(output_type="display_data", data=NotebookNode(data), metadata=NotebookNode())


def _notice(result: Result) -> NotebookNode:
    """What a human should look at, on top, for the grader alone."""
    lines = [f"- {flag.exercise or 'whole notebook'}, {flag.kind}: {flag.text}" for flag in result.flags]
    text = "**For a human to look at (not for students)**\n\n" + "\n".join(lines)
    return _markdown("labkit-flags", _TAG.sub("&lt;", text), {"labkit": {"flags": "all"}})


def _markdown(identity: str, text: str, metadata: dict[str, Any]) -> NotebookNode:
    return NotebookNode(cell_type="markdown", id=identity, metadata=NotebookNode(metadata), source=text)
