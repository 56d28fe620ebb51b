"""``labkit new`` writes a lab that works; the same course then shows that drift and leaks are found."""

import json

import nbformat
import pytest

from labkit.course.folders import Course
from labkit.course.scaffold import scaffold
from labkit.errors import LabkitError


def test_a_new_lab_is_built_and_passes_its_own_tests(course):
    course.labkit("build", "--notebooks-only", "--check", code=0)
    done = course.python("-m", "pytest", "-q", "tests")
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout and "skipped" not in done.stdout


def test_its_files_are_where_a_labs_files_belong(course):
    for path in (
        "labs/42_tiny/lab.py",
        "labs/42_tiny/tiny.ipynb",
        "labkit/exercises/lab42_tiny/__init__.py",
        "labkit/exercises/lab42_tiny/tanh_derivative.py",
        "labkit/experiments/lab42_tiny.py",
        "labkit/records/42_tiny/slope.csv",
        "tests/labs/lab42_tiny/__init__.py",
        "tests/labs/lab42_tiny/tanh_derivative.py",
    ):
        assert (course.root / path).is_file(), path
        text = (course.root / path).read_text(encoding="utf-8")
        assert "LAB_" not in text


@pytest.mark.parametrize("name", ["43", "4_short", "43_Loud", "tiny", "../43_up", "43-dash", ""])
def test_a_bad_name_is_refused_and_nothing_is_written(tmp_path, name):
    (tmp_path / "labs").mkdir()
    with pytest.raises(LabkitError, match="is not the name of a lab"):
        scaffold(Course(tmp_path), name)
    assert list(tmp_path.rglob("*.*")) == []


def test_a_number_that_is_taken_is_refused(course):
    before = course.source.read_bytes()
    done = course.labkit("new", "42_other", code=2)
    assert done.stderr.startswith("labkit: There is a lab 42_tiny already") and len(done.stderr.splitlines()) == 1
    assert course.source.read_bytes() == before and not (course.root / "labs" / "42_other").exists()


def test_a_labkit_from_elsewhere_is_refused(course, tmp_path):
    (tmp_path / "labs").mkdir()
    assert "pip install --editable" in course.labkit("new", "43_x", code=2, folder=tmp_path).stderr


def test_build_twice_changes_nothing(course):
    before = course.notebook.read_bytes()
    assert course.labkit("build", "--notebooks-only", code=0).stdout == ""
    assert course.notebook.read_bytes() == before


def edit_source(course):
    course.source.write_text(course.source.read_text().replace("About 20 minutes", "About 25 minutes"))


def edit_notebook(course):
    notebook = json.loads(course.notebook.read_text())
    notebook["cells"][0]["source"].append("\nOne more word.")
    course.notebook.write_text(json.dumps(notebook, indent=1) + "\n")


def delete_notebook(course):
    course.notebook.unlink()


@pytest.mark.parametrize("change", [edit_source, edit_notebook, delete_notebook])
def test_drift_is_found_and_named_and_build_mends_it(course, change):
    change(course)
    done = course.labkit("build", "--notebooks-only", "--check", code=1)
    assert "drift: labs/42_tiny/tiny.ipynb" in done.stderr
    course.labkit("build", "--notebooks-only", code=0)
    course.labkit("build", "--notebooks-only", "--check", code=0)


def test_a_notebook_without_a_source_is_drift(course):
    stray = course.notebook.with_name("stray.ipynb")
    stray.write_bytes(course.notebook.read_bytes())
    try:
        done = course.labkit("build", "--notebooks-only", "--check", code=1)
    finally:
        stray.unlink()
    assert "stray.ipynb comes from no lab.py" in done.stderr


def test_a_solution_in_the_committed_notebook_is_a_leak(course):
    notebook = nbformat.read(course.notebook, as_version=4)
    notebook.cells[0].source += "\n\n    return k * (1 - y**2)"
    nbformat.write(notebook, course.notebook)
    done = course.labkit("build", "--notebooks-only", "--check", code=1)
    assert "leak: labs/42_tiny/tiny.ipynb shows the solution of labs/42_tiny, 42.tanh_derivative" in done.stderr


def test_a_solution_that_the_author_left_outside_the_markers_is_a_leak_in_the_fresh_build(course):
    text = course.source.read_text()
    hint = "# Hint:\n#\n#     y = np.tanh(k * x)\n#     return k * (1 - y**2)\n"
    course.source.write_text(text.replace("# ## Its derivative\n#\n", f"# ## Its derivative\n#\n{hint}#\n"))
    course.labkit("build", "--notebooks-only", code=0)
    done = course.labkit("build", "--notebooks-only", "--check", code=1)
    assert "leak: " in done.stderr and "drift" not in done.stderr
