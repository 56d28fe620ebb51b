"""The solved notebook: all that the author wrote, rubrics too; executed by the tests, never handed out."""

from collections.abc import Callable
from typing import Any

from nbformat import NotebookNode

from labkit.course.cells import expand, find_exercise
from labkit.course.notebook import assemble
from labkit.course.source import Source


def solved_notebook(source: Source, find: Callable[[str], Any] = find_exercise) -> NotebookNode:
    """Every cell of the lab, solutions and rubrics in, with the same ids as the student's notebook."""
    return assemble(source, expand(source, find))
