"""The student's notebook: nothing of the solution, everything that grading needs, the same bytes each time."""

import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator
from tiny_lab import find

from labkit.course.notebook import to_bytes
from labkit.course.solved import solved_notebook
from labkit.course.student import TEXT_STUB, student_notebook
from labkit.errors import LabkitError


def cell(notebook, identity):
    (found,) = [cell for cell in notebook.cells if cell.id == identity]
    return found


def test_solutions_and_rubrics_are_gone_and_stubs_stand(source):
    student = student_notebook(source(), find)
    text = to_bytes(student).decode()
    for secret in ("the_secret_result", "addition of equals", "BEGIN SOLUTION", "END SOLUTION", "rubric"):
        assert secret not in text
        assert secret in to_bytes(solved_notebook(source(), find)).decode()
    expected = 'def double(x):\n    """Twice x."""\n    # YOUR CODE HERE\n    return None'
    assert cell(student, "ex-07-double").source == expected
    assert cell(student, "written-07-why").source == f"Why is that so?\n\n{TEXT_STUB}"
    assert cell(student, "predict-07-guess").source == "guess = None  # a number"


@pytest.mark.parametrize(
    ("body", "stub"),
    [
        (
            "answers = {\n    ### BEGIN SOLUTION\n    1: 2,\n    ### END SOLUTION\n}",
            "answers = {\n    # YOUR CODE HERE\n}",
        ),
        ("answers = {}\n### BEGIN SOLUTION\nanswers[1] = 2\n### END SOLUTION", "answers = {}\n# YOUR CODE HERE"),
        (
            "class Layer:\n    ### BEGIN SOLUTION\n    size = 3\n    ### END SOLUTION",
            "class Layer:\n    # YOUR CODE HERE\n    pass",
        ),
        (
            "def f(x):\n    if x:\n        ### BEGIN SOLUTION\n        x = 1\n        ### END SOLUTION\n    return x",
            "def f(x):\n    if x:\n        # YOUR CODE HERE\n        return None\n    return x",
        ),
    ],
)
def test_the_stub_leaves_valid_python_wherever_the_region_stands(source, body, stub):
    tiny = source()
    tiny.cells[2].source = body
    student = student_notebook(tiny, find)
    assert cell(student, "ex-07-double").source == stub
    compile(stub, "stub", "exec")


def test_it_is_a_valid_notebook_of_both_formats(source):
    student = student_notebook(source(), find)
    nbformat.validate(student)
    MetadataValidator().validate_nb(student)
    assert student.metadata.kernelspec.name == "python3"
    assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in student.cells)


def test_grading_metadata_of_each_kind_of_cell(source):
    student = student_notebook(source(), find)
    kinds = {
        "ex-07-double": (False, True, False, None),
        "check-07-double": (True, False, True, 2),
        "predict-07-guess": (False, True, False, None),
        "written-07-why": (True, True, False, 3),
    }
    graded = {c.id: c.metadata.nbgrader for c in student.cells if "nbgrader" in c.metadata}
    seen = {i: (m.grade, m.solution, m.locked, m.get("points")) for i, m in graded.items()}
    assert seen == kinds
    for identity, metadata in graded.items():
        assert metadata.schema_version == 3 and metadata.grade_id == identity and metadata.task is False
    check = cell(student, "check-07-double")
    assert check.source == 'check("07.double", double)'
    assert check.metadata.editable is False and check.metadata.deletable is False


def test_metadata_holds_nothing_but_what_tools_read(source):
    student = student_notebook(source(("# %%\nprint", '# %% tags=["hide-input"]\nprint')), find)
    allowed = {"labkit", "nbgrader", "deletable", "editable", "tags"}
    assert {key for c in student.cells for key in c.metadata} <= allowed
    assert set(student.metadata) == {"kernelspec", "language_info", "labkit"}


def test_exercises_drawn_per_student_pass_the_name_on(source):
    student = student_notebook(source(("07.double", "07.paper")), find)
    assert cell(student, "check-07-paper").source == 'check("07.paper", paper, student=student)'


def test_the_setup_cell_runs_where_labkit_is_and_says_what_to_do_where_it_is_not(source):
    setup = cell(student_notebook(source(), find), "setup-07").source
    names = {}
    exec(setup, names)
    assert names["student"] == "guest" and callable(names["check"])
    assert len(setup.splitlines()) <= 9
    with pytest.raises(ModuleNotFoundError, match=r"This lab needs labkit: .*make lab.*pip install"):
        exec(setup.replace("import labkit", "import labkit_that_is_not_there", 1), {})


def test_the_same_source_makes_the_same_bytes(source):
    first = to_bytes(student_notebook(source(), find))
    assert first == to_bytes(student_notebook(source(), find))
    assert first.endswith(b"}\n") and b"\r" not in first


def test_ids_are_unique_and_do_not_move_when_a_cell_is_put_in(source):
    before = [cell.id for cell in student_notebook(source(), find).cells]
    after = [
        cell.id
        for cell in student_notebook(source(("# %% setup", "# %% [markdown]\n# New.\n\n# %% setup")), find).cells
    ]
    assert len(set(before)) == len(before)
    assert set(before) < set(after) and len(after) == len(before) + 1
    assert before == [cell.id for cell in solved_notebook(source(), find).cells][:-1]  # all but the rubric


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("    ### END SOLUTION\n\n\n", "\n\n\n"), "BEGIN SOLUTION needs an END"),
        (("    ### BEGIN SOLUTION\n    the", "    the"), "BEGIN SOLUTION needs an END"),
        (('# %% exercise="07.double"', "# %%"), "not marked as solution|within solution cells"),
        (
            ("# ### BEGIN SOLUTION\n# Because addition of equals doubles them.\n# ### END SOLUTION\n", ""),
            "no solution region",
        ),
        (('check="07.double"', 'check="07.double"\ncheck()'), "leave its cell empty"),
        (('predict="07.guess"', 'predict="guess"'), "expected an id of this lab"),
        (('exercise="07.double"', 'exercise="08.double"'), "expected an id of this lab"),
        (("points=3", ""), "points=None, expected a whole number"),
        (("points=3", "points=0"), "points=0, expected a whole number"),
        (('setup="07"', 'setup="7"'), "expected the number of the lab"),
        (('# %% setup="07"\n', ""), "has no setup cell"),
        (("# %% [markdown] written", "# %% written"), "belongs on a markdown cell"),
        (('predict="07.guess"', 'check="07.double"'), "leave its cell empty"),
        (("# %%\nprint(guess)\n", '# %% check="07.double"\n'), "two cells 'check-07-double'"),
    ],
)
def test_a_misused_word_is_one_sentence_that_names_the_lab(source, change, sentence):
    with pytest.raises(LabkitError, match=sentence) as caught:
        student_notebook(source(change), find)
    assert "labs/07_doubling" in str(caught.value) and "\n" not in str(caught.value)
