"""Building the notebooks: each lab is read once, and both of its notebooks come out of that."""

import nbformat
import pytest
from tiny_lab import find

from labkit.course import build
from labkit.course.execute import _key_of
from labkit.course.folders import Course
from labkit.course.solved import solved_notebook


def test_each_lab_is_read_once(source, tmp_path, monkeypatch):
    lab, seen = source().lab, []
    solved = build.solved_notebook
    monkeypatch.setattr(build, "solved_notebook", lambda source: seen.append(source.lab) or solved(source, find))
    course = Course(tmp_path)
    assert build.build_notebooks(course) == [lab] and seen == [lab]
    assert build.build_notebooks(course) == [], "nothing has changed"
    written, whole = (nbformat.read(path, as_version=4) for path in (lab.notebook, course.solved(lab)))
    assert {cell.id for cell in written.cells} < {cell.id for cell in whole.cells}
    assert "BEGIN SOLUTION" in str(whole.cells) and "BEGIN SOLUTION" not in str(written.cells)


def test_solved_notebooks_of_labs_that_are_gone_are_removed(source, tmp_path, monkeypatch):
    lab, course = source().lab, Course(tmp_path)
    monkeypatch.setattr(build, "solved_notebook", lambda source: solved_notebook(source, find))
    build.build_solved(course)
    old = course.solved(lab)
    assert old.is_file()
    lab.folder.rename(lab.folder.with_name("07_other"))
    (new,) = build.build_solved(course)
    assert course.solved(new).is_file() and not old.exists()


@pytest.mark.parametrize("content", [None, b"", b"{", b'{"cells": 3}', b"\xff\xfe"])
def test_an_executed_copy_that_cannot_be_read_is_out_of_date(tmp_path, content):
    path = tmp_path / "executed.ipynb"
    if content is not None:
        path.write_bytes(content)
    assert _key_of(path) is None


def test_an_executed_copy_knows_its_key(tmp_path):
    notebook = nbformat.v4.new_notebook(metadata={"labkit": {"key": "abc"}})
    nbformat.write(notebook, tmp_path / "executed.ipynb")
    assert _key_of(tmp_path / "executed.ipynb") == "abc"
