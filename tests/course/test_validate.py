"""``labkit validate``: what a student hears about right, wrong, untouched and damaged notebooks."""

import re

import nbformat
import pytest

RIGHT = "def tanh_derivative(x, k=1.0):\n    return k / np.cosh(k * x) ** 2"
WRONG = "def tanh_derivative(x, k=1.0):\n    return 1 / np.cosh(k * x) ** 2"
LIVE = ("nn.fit", "recorded", "by_k")  # cells that train or show records: not needed here, and slow
ANSWER = "The slope is a factor of the gradient and moves units towards saturation."


@pytest.fixture
def handed_in(course, tmp_path):
    """Validate the released notebook after ``change(cells by id, notebook)``; the file must not change."""

    def run(*changes, folder=None):
        course.labkit("lab", "--no-open", code=0)
        path = course.root / "work" / "42_tiny" / "tiny.ipynb"
        notebook = nbformat.read(path, as_version=4)
        notebook.cells = [cell for cell in notebook.cells if not any(word in cell.source for word in LIVE)]
        for change in changes:
            change({cell.id: cell for cell in notebook.cells}, notebook)
        if folder is not None:
            path = folder / path.name
        nbformat.write(notebook, path)
        before = path.read_bytes()
        done = course.labkit("validate", str(path))
        assert path.read_bytes() == before
        assert done.returncode in (0, 1) and done.stderr == "", done.stderr
        return done.returncode, done.stdout

    return run


def solve(cells, notebook):
    cells["ex-42-tanh_derivative"].source = RIGHT
    cells["written-42-why"].source = ANSWER


def test_untouched_is_nothing_of_two_and_says_what_is_left(handed_in):
    code, text = handed_in()
    assert code == 1
    assert "tiny.ipynb: 0 of 2 points so far; 3 more for written answers" in text
    assert re.search(r"42.why +3 by hand +empty", text) and "still empty" in text
    assert "raises" not in text


def test_right_and_complete(handed_in):
    code, text = handed_in(solve)
    assert (code, "2 of 2 points so far" in text, "To mend" in text) == (0, True, False)


def test_wrong_gets_the_cards_sentence(handed_in):
    def wrong(cells, notebook):
        cells["ex-42-tanh_derivative"].source = WRONG

    code, text = handed_in(solve, wrong)
    assert code == 1 and re.search(r"42.tanh_derivative +0 of 2 +\S", text)


def test_a_missing_check_is_told_and_graded_all_the_same(handed_in):
    def drop(cells, notebook):
        notebook.cells.remove(cells["check-42-tanh_derivative"])

    code, text = handed_in(solve, drop)
    assert code == 1 and "2 of 2 points" in text and "the check of 42.tanh_derivative is missing" in text


def test_an_edited_check_is_told_and_graded_as_released(handed_in):
    def edit(cells, notebook):
        cells["check-42-tanh_derivative"].source = 'check("42.tanh_derivative", lambda x, k: k / np.cosh(k * x) ** 2)'

    code, text = handed_in(edit)
    assert code == 1 and "0 of 2 points" in text and "was edited" in text


def test_a_check_turned_into_text_is_told(handed_in):
    def turn(cells, notebook):
        cell = cells["check-42-tanh_derivative"]
        cell.cell_type = "markdown"
        del cell["outputs"], cell["execution_count"]

    code, text = handed_in(solve, turn)
    assert code == 1 and "2 of 2 points" in text and "was edited" in text


def test_a_duplicated_check_counts_once(handed_in):
    def double(cells, notebook):
        check = cells["check-42-tanh_derivative"]
        notebook.cells.append(nbformat.from_dict({**check, "id": "copy"}))

    code, text = handed_in(solve, double)
    assert code == 1 and "2 of 2 points" in text and "stands 2 times" in text


def test_a_cell_that_raises_is_numbered_and_stops_nothing(handed_in):
    def spoil(cells, notebook):
        notebook.cells.insert(2, nbformat.v4.new_code_cell("1 / 0"))

    code, text = handed_in(solve, spoil)
    assert code == 1 and "2 of 2 points" in text and "cell 3 raises ZeroDivisionError" in text


def test_a_solution_with_a_syntax_error_is_nothing_and_is_told(handed_in):
    def spoil(cells, notebook):
        cells["ex-42-tanh_derivative"].source = "def tanh_derivative(x, k=1.0)\n    return"

    code, text = handed_in(spoil)
    assert code == 1 and "0 of 2 points" in text and "raises SyntaxError" in text and "raises NameError" in text


def test_metadata_and_ids_lost_on_the_way_still_count(handed_in, tmp_path):
    def lose(cells, notebook):
        notebook.metadata.clear()
        for number, cell in enumerate(notebook.cells):
            cell.metadata.clear()
            cell.id = f"cell{number}"

    code, text = handed_in(solve, lose)
    assert code == 1 and "2 of 2 points" in text and "42.why is missing" in text


def test_a_notebook_that_travelled_alone(handed_in, tmp_path):
    code, text = handed_in(solve, folder=tmp_path)
    assert (code, "2 of 2 points so far; 3 more" in text) == (0, True)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "There is no notebook"),
        ("", "not a readable notebook"),
        ("{}", "not a readable notebook"),
        ("[1, 2]", "not a readable notebook"),
        ('{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', "belongs to no lab"),
    ],
)
def test_files_that_are_no_lab(course, tmp_path, content, sentence):
    path = tmp_path / "x.ipynb"
    if content is not None:
        path.write_text(content)
    done = course.labkit("validate", str(path), code=2)
    assert sentence in done.stderr and len(done.stderr.splitlines()) == 1
