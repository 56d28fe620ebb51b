"""Building the notebooks: each lab is read once, and both of its notebooks come out of that."""

import nbformat
from tiny_lab import find

from labkit.course import build
from labkit.course.folders import Course


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
