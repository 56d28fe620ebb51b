"""The book: its own pages, one page per lab, and ``jupyter-book`` on a staged copy of both.

Nothing is fetched and every warning is an error. ``folded=True`` makes the instructor's book in a folder
of its own, so that a book with solutions is never mistaken for the one that is published.
"""

import fnmatch
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import yaml

from labkit.course.build import labs_of
from labkit.course.execute import execute_labs
from labkit.course.folders import Course, Lab
from labkit.course.notebook import to_bytes, write_if_changed
from labkit.course.page import DOWNLOADS, page
from labkit.course.source import read
from labkit.course.student import student_notebook
from labkit.errors import LabkitError


class BookFailed(LabkitError):
    """The book was built and has errors or warnings, which stand above this line."""

    exit_code = 1


def folder_of(course: Course, folded: bool = False) -> Path:
    """Where the book is staged; its pages are in ``_build/html`` below."""
    return course.build / ("book-solutions" if folded else "book")


def build_book(course: Course, folded: bool = False) -> Path:
    """Execute what is out of date, stage the book, build it, and return its first page.

    Raises
    ------
    LabkitError
        When a lab fails, or the book has as much as a warning.
    """
    execute_labs(course)
    folder = stage(course, folded)
    _run_jupyter_book(folder)
    return folder / "_build" / "html" / "index.html"


def stage(course: Course, folded: bool = False) -> Path:
    """Bring the staged copy up to date: files of ``book/``, pages, downloads, table of contents."""
    source = course.root / "book"
    if not (source / "_toc.yml").is_file():
        raise LabkitError(f"There is no book in {source}: expected _toc.yml and _config.yml there.")
    files = {
        path.relative_to(source): path.read_bytes()
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and ".ipynb_checkpoints" not in path.parts
    }
    labs = labs_of(course)
    for lab in labs:
        student = student_notebook(read(lab))
        executed = nbformat.read(course.executed(lab), as_version=4)
        files[Path("labs", lab.slug, f"{lab.name}.ipynb")] = to_bytes(page(lab, student, executed, folded))
        files[Path(DOWNLOADS, lab.slug, f"{lab.name}.ipynb")] = to_bytes(student)
    files[Path("_toc.yml")] = table_of_contents((source / "_toc.yml").read_text(encoding="utf-8"), labs)
    folder = folder_of(course, folded)
    for path, content in files.items():
        write_if_changed(folder / path, content)
    for path in list(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and inside.parts[0] != "_build" and inside not in files:
            path.unlink()
    return folder


def table_of_contents(text: str, labs: list[Lab]) -> bytes:
    """Put the labs that are there into the book's ``_toc.yml``.

    Every ``glob: labs/...`` is replaced by the labs that it names, and a part that this leaves empty goes. Labs that
    no glob names get a part of their own behind, so that a new lab needs no change here.

    Raises
    ------
    LabkitError
        When ``text`` is no YAML, or has no parts with chapters.
    """
    try:
        contents = yaml.safe_load(text)
        parts = [part for part in contents["parts"] if part["chapters"] is not None]
    except (yaml.YAMLError, KeyError, TypeError) as error:
        raise LabkitError(
            f"book/_toc.yml cannot be read ({' '.join(str(error).split())[:100]}): expected 'parts:', each with "
            "'chapters:'."
        ) from None
    places = [place for place, part in enumerate(parts, 1) if any("glob" in entry for entry in part["chapters"])]
    for part in parts:
        part["chapters"] = [chapter for entry in part["chapters"] for chapter in _entries(entry, labs)]
    listed = {chapter["file"] for part in parts for chapter in part["chapters"]}
    left = [lab for lab in labs if _document(lab) not in listed]
    more = {"caption": "More labs", "chapters": [{"file": _document(lab)} for lab in left]}
    parts.insert(max(places, default=len(parts)), more)
    contents["parts"] = [part for part in parts if part["chapters"]]
    return yaml.safe_dump(contents, sort_keys=False, allow_unicode=True).encode()


def _document(lab: Lab) -> str:
    return f"{lab}/{lab.name}"


def _entries(entry: dict[str, Any], labs: list[Lab]) -> list[dict[str, Any]]:
    if "glob" not in entry:
        return [entry]
    return [{"file": _document(lab)} for lab in labs if fnmatch.fnmatch(str(lab), entry["glob"])]


def _run_jupyter_book(folder: Path) -> None:
    """Build all pages anew: a warning must not be gone the second time only because its page is built."""
    command = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build", str(folder)]
    done = subprocess.run(
        [*command, "--all", "--warningiserror", "--nitpick", "--keep-going", "--quiet"],
        env=os.environ | {"PYDEVD_DISABLE_FILE_VALIDATION": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode != 0:
        print(done.stdout, file=sys.stderr)
        raise BookFailed("The book has warnings or errors, shown above: mend them and build again.")
