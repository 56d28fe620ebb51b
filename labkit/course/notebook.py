"""A notebook as a file: assembled, checked against both formats, written the same way every time."""

import hashlib
import json
from pathlib import Path

import nbformat
from nbformat import NotebookNode, ValidationError
from nbformat.reader import NotJSONError

from labkit.course.source import Source
from labkit.errors import LabkitError
from labkit.files import write_whole

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def assemble(source: Source, cells: list[NotebookNode]) -> NotebookNode:
    """Put cells into a notebook of format 4.5 that any Jupyter opens with its Python 3 kernel."""
    return NotebookNode(
        nbformat=4,
        nbformat_minor=5,
        metadata=NotebookNode(
            kernelspec=NotebookNode(KERNEL),
            language_info=NotebookNode(name="python"),
            labkit=NotebookNode(lab=source.lab.slug, **source.header),
        ),
        cells=cells,
    )


def to_bytes(notebook: NotebookNode) -> bytes:
    """Deterministic JSON: keys sorted, one line end at the end, equal on every system."""
    nbformat.validate(notebook)
    return (nbformat.writes(notebook, version=4).rstrip("\n") + "\n").encode()


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook that a person may have changed, upgraded to format 4.

    Raises
    ------
    LabkitError
        When the file is missing or is no notebook.
    """
    try:
        return nbformat.read(path, as_version=4)
    except FileNotFoundError:
        raise LabkitError(f"There is no notebook {path}: check the name.") from None
    except IsADirectoryError:
        raise LabkitError(f"{path} is a folder: name the notebook in it, which ends in .ipynb.") from None
    except (NotJSONError, ValidationError, ValueError, AttributeError, KeyError, TypeError):
        raise LabkitError(
            f"{path} is not a readable notebook: restore an earlier copy, or the notebook as released."
        ) from None


def digest(notebook: NotebookNode) -> str:
    """Hash of what a person wrote: types and texts of the cells, without outputs, ids or metadata."""
    written = [[cell.cell_type, cell.source] for cell in notebook.cells]
    return hashlib.sha256(json.dumps(written).encode()).hexdigest()


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write a file as a whole or not at all, and only when its content differs; True when it was written."""
    if path.is_file() and path.read_bytes() == content:
        return False
    write_whole(path, lambda file: file.write(content))
    return True
