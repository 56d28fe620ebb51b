"""The student's notebook: the solved one after nbgrader's ``ClearSolutions``, the only stripper there is."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from IPython.core.inputtransformer2 import TransformerManager
from nbformat import NotebookNode
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.preprocessors import ClearSolutions, ComputeChecksums, LockCells

from labkit.course.cells import find_exercise, word_of
from labkit.course.solved import solved_notebook
from labkit.course.source import Source
from labkit.errors import LabkitError

# What a cleared region of code becomes: the first of these that leaves valid Python. Inside a function
# the stub returns None; at the left margin the comment alone will do; 'pass' is for the body of a class
# or a loop.
CODE_STUBS = ("# YOUR CODE HERE\nreturn None", "# YOUR CODE HERE", "# YOUR CODE HERE\npass")
TEXT_STUB = "*Your answer here.*"


def student_notebook(source: Source, find: Callable[[str], Any] = find_exercise) -> NotebookNode:
    """Generate what a student opens: no solutions, no rubrics, no outputs; graded cells marked and locked.

    Raises
    ------
    LabkitError
        When a solution region is not closed, stands outside an exercise or written cell, or is missing.
    """
    return handed_out(solved_notebook(source, find), str(source.lab))


def handed_out(solved: NotebookNode, where: str) -> NotebookNode:
    """Generate the student's notebook from the solved one of lab ``where``; see :func:`student_notebook`."""
    notebook = strip(solved, where)
    notebook, _ = LockCells().preprocess(notebook, {})
    notebook, _ = ComputeChecksums().preprocess(notebook, {})
    MetadataValidator().validate_nb(notebook)
    return notebook


def strip(solved: NotebookNode, where: str) -> NotebookNode:
    """Return a copy of a solved notebook without rubrics and without what stands between the markers."""
    notebook = deepcopy(solved)
    notebook.cells = [_strip_cell(cell, where) for cell in notebook.cells if word_of(cell) != "rubric"]
    return notebook


def _strip_cell(cell: NotebookNode, where: str) -> NotebookNode:
    has_region = "BEGIN SOLUTION" in cell.source or "END SOLUTION" in cell.source
    must_have = word_of(cell) in ("exercise", "written")
    if must_have and not has_region:
        raise LabkitError(
            f"{where}/lab.py, cell {cell.id}: no solution region; put the solution between "
            "'### BEGIN SOLUTION' and '### END SOLUTION'."
        )
    if not has_region:  # a prediction is the student's from the start: there is nothing to clear
        return cell
    if cell.source.count("BEGIN SOLUTION") != cell.source.count("END SOLUTION"):
        raise LabkitError(f"{where}/lab.py, cell {cell.id}: each BEGIN SOLUTION needs an END SOLUTION after it.")
    for stub in CODE_STUBS:
        cleared = _cleared(cell, stub, where)
        if cell.cell_type == "markdown" or _is_python(cleared.source):
            return cleared
    raise LabkitError(f"{where}/lab.py, cell {cell.id}: not valid Python without its solution; move a marker.")


def _cleared(cell: NotebookNode, stub: str, where: str) -> NotebookNode:
    clear = ClearSolutions(code_stub={"python": stub}, text_stub=TEXT_STUB)
    clear.log.disabled = True  # the one sentence below says it
    try:
        return clear.preprocess_cell(deepcopy(cell), {"language": "python"}, 0)[0]
    except RuntimeError as error:
        raise LabkitError(f"{where}/lab.py, cell {cell.id}: {str(error).rstrip('.')}.") from None


def _is_python(text: str) -> bool:
    try:
        compile(TransformerManager().transform_cell(text), "<cell>", "exec")
    except SyntaxError:
        return False
    return True
