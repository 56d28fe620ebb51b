"""Drift: each of the three ways in which a committed notebook can part from its source is said, and how to mend it."""

import pytest
from tiny_lab import find

from labkit.course import build, drift
from labkit.course.folders import Course
from labkit.course.student import student_notebook


@pytest.fixture
def lab(source, monkeypatch):
    """A lab whose notebook is just built."""
    for module in (build, drift):
        monkeypatch.setattr(module, "student_notebook", lambda source: student_notebook(source, find))
    lab = source().lab
    assert build.build_lab(lab)
    return lab


def told(lab):
    return drift.find_drift(Course(lab.folder.parents[1]))


def test_what_is_just_built_has_not_drifted(lab):
    assert told(lab) == []


def test_a_missing_notebook(lab):
    lab.notebook.unlink()
    (sentence,) = told(lab)
    assert sentence.startswith(f"drift: {lab}/{lab.notebook.name} is missing; run 'labkit build")


@pytest.mark.parametrize("change", [lambda text: text + " ", lambda text: text.replace("\n", "\r\n"), lambda text: ""])
def test_an_edited_notebook(lab, change):
    lab.notebook.write_bytes(change(lab.notebook.read_bytes().decode()).encode())
    (sentence,) = told(lab)
    assert "is not what" in sentence and f"{lab}/lab.py generates; edit lab.py, never the notebook" in sentence


def test_a_notebook_without_a_source(lab):
    (lab.folder / "left_over.ipynb").write_bytes(lab.notebook.read_bytes())
    assert told(lab) == [f"drift: {lab}/left_over.ipynb comes from no lab.py; remove it"]
