"""A page of the book: the student's notebook with the outputs of the solved run grafted on, cell by cell.

What a reader sees is what a student sees, and beside it what right answers lead to. With ``folded=True`` the
solutions, model answers and rubrics follow in blocks that open on a click: the instructor's book.
"""

import hashlib
from copy import deepcopy

from nbformat import NotebookNode

from labkit.course.cells import word_of
from labkit.course.folders import Lab
from labkit.course.solutions import split, without_markers
from labkit.exercises.card import MIME as CARD

DOWNLOADS = "_static/notebooks"
_WIDGET = "application/vnd.jupyter.widget-view+json"


def page(lab: Lab, student: NotebookNode, executed: NotebookNode, folded: bool = False) -> NotebookNode:
    """Make the page of one lab.

    Parameters
    ----------
    lab : Lab
        For the download link.
    student, executed : NotebookNode
        The notebook as released, and the solved one with its outputs; cells are matched by id.
    folded : bool
        Put in the solutions and rubrics, folded.
    """
    shown = {cell.id: cell for cell in student.cells}
    cells = []
    for solved in executed.cells:
        cell = shown.get(solved.id)
        if cell is not None:
            cells.append(_graft(cell, solved))
        if folded:
            cells.extend(_folded(solved))
    cells.insert(1, _download(lab))
    result = deepcopy(student)
    result.cells = cells
    return result


def _graft(cell: NotebookNode, solved: NotebookNode) -> NotebookNode:
    cell = deepcopy(cell)
    cell.metadata = NotebookNode({key: cell.metadata[key] for key in ("tags",) if key in cell.metadata})
    if cell.cell_type == "code":
        cell.outputs = [_readable(output) for output in solved.outputs if _WIDGET not in output.get("data", {})]
        cell.execution_count = solved.execution_count
    if word_of(solved) == "setup":
        cell.metadata["tags"] = sorted({*cell.metadata.get("tags", []), "hide-input"})
    return cell


def _readable(output: NotebookNode) -> NotebookNode:
    """Keep of an output what a page can show; a card also holds data for tools."""
    output = deepcopy(output)
    output.get("data", {}).pop(CARD, None)
    return output


def _download(lab: Lab) -> NotebookNode:
    text = (
        f"{{download}}`Download this lab as a notebook <../../{DOWNLOADS}/{lab.slug}/{lab.name}.ipynb>` "
        "or, in the folder of the course, run `labkit lab` to work on copies of all of them."
    )
    return _markdown("download", text)


def _folded(solved: NotebookNode) -> list[NotebookNode]:
    """What an instructor may open after a cell of the solved notebook."""
    word = word_of(solved)
    if word == "exercise":
        return [_dropdown(solved.id, "Solution", f"```python\n{without_markers(solved.source)}\n```")]
    if word == "written":
        regions, _ = split(solved.source)
        return [_dropdown(solved.id, "Model answer", "\n\n".join(regions))]
    if word == "rubric":
        return [_dropdown(solved.id, "Rubric", solved.source)]
    return []


def _dropdown(identity: str, title: str, text: str) -> NotebookNode:
    return _markdown(f"{identity}-{title}", f"`````{{dropdown}} {title}\n{text}\n`````")


def _markdown(identity: str, text: str) -> NotebookNode:
    digest = hashlib.sha256(identity.encode()).hexdigest()[:12]
    return NotebookNode(cell_type="markdown", id=f"page-{digest}", metadata=NotebookNode(), source=text)
