"""Working copies: laid out once, and nothing that a student wrote is ever overwritten."""

import json

import nbformat
import pytest

import labkit
from labkit.course.folders import Course
from labkit.course.workspace import RECEIPT, lay_out
from labkit.errors import LabkitError

BESIDE = f"x.new-{labkit.__version__}.ipynb"


@pytest.fixture
def released(tmp_path):
    """Release a notebook with the given text; returns the path of the working copy and the action taken."""

    def release(text: str) -> tuple:
        path = tmp_path / "labs" / "05_x" / "x.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text, id="one")]), path)
        (handout,) = lay_out(Course(tmp_path), tmp_path / "work")
        return handout

    return release


def write(path, text):
    """Write in a notebook as JupyterLab would: outputs, counts and metadata change too."""
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata["language_info"] = {"name": "python", "version": "3.11.2"}
    cell = notebook.cells[0]
    cell.update(source=text, execution_count=3, outputs=[nbformat.v4.new_output("stream", text="4")])
    nbformat.write(notebook, path)


def text_of(path):
    return nbformat.read(path, as_version=4).cells[0].source


def test_first_time_it_is_copied_then_kept(released, tmp_path):
    first = released("one")
    assert (first.action, text_of(first.path)) == ("copied", "one")
    assert first.path == tmp_path / "work" / "05_x" / "x.ipynb"
    assert released("one").action == "kept"


def test_an_untouched_copy_takes_the_newer_release(released):
    released("one")
    second = released("two")
    assert (second.action, text_of(second.path)) == ("renewed", "two")


def test_a_cell_made_into_text_counts_as_written_in(released):
    path = released("one").path
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [nbformat.v4.new_markdown_cell("one", id="one")]
    nbformat.write(notebook, path)
    assert released("two").action == "beside"


def test_a_copy_that_was_only_run_counts_as_untouched(released):
    write(released("one").path, "one")
    assert released("two").action == "renewed"


def test_a_copy_made_by_hand_is_not_copied_again(released, tmp_path):
    path = released("one").path
    (path.parent / RECEIPT).unlink()
    assert released("one").action == "kept" and len(list(path.parent.glob("*.ipynb"))) == 1


def test_what_a_student_wrote_stays_and_the_release_is_laid_beside(released):
    mine = released("one").path
    write(mine, "my own work")
    mine_before = mine.read_bytes()
    assert released("one").action == "kept"
    second = released("two")
    assert (second.action, second.path.name, text_of(second.path)) == ("beside", BESIDE, "two")
    assert mine.read_bytes() == mine_before
    assert "newer release" in str(second) and BESIDE in str(second)
    assert released("two").action == "kept"


def test_a_release_laid_beside_and_written_in_stays_too(released):
    mine = released("one").path
    write(mine, "my own work")
    beside = released("two").path
    write(beside, "my other work")
    third = released("three")
    assert third.path.name == BESIDE.replace(".ipynb", "-2.ipynb") and text_of(third.path) == "three"
    assert (text_of(mine), text_of(beside)) == ("my own work", "my other work")


def test_an_untouched_release_beside_is_replaced_by_the_next(released):
    mine = released("one").path
    write(mine, "my own work")
    released("two")
    third = released("three")
    assert (third.path.name, text_of(third.path), text_of(mine)) == (BESIDE, "three", "my own work")


def test_a_release_that_was_taken_over_by_hand_is_not_offered_again(released):
    mine = released("one").path
    write(mine, "my own work")
    released("two").path.unlink()
    assert released("two").action == "kept"


@pytest.mark.parametrize("receipt", [None, "[]", "{broken"])
def test_without_a_receipt_every_copy_counts_as_written_in(released, receipt):
    mine = released("one").path
    place = mine.parent / RECEIPT
    place.unlink() if receipt is None else place.write_text(receipt)
    assert released("two").action == "beside" and text_of(mine) == "one"


def test_a_damaged_copy_is_left_alone(released):
    mine = released("one").path
    mine.write_text("{ half a noteb")
    assert released("two").action == "beside"
    assert mine.read_text() == "{ half a noteb"


def test_a_deleted_copy_comes_back(released):
    released("one").path.unlink()
    assert released("one").action == "copied"


def test_no_file_is_left_half_written(released, tmp_path, monkeypatch):
    mine = released("one").path
    before = mine.read_bytes()
    monkeypatch.setattr("os.replace", lambda *a: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError):
        released("two")
    assert mine.read_bytes() == before
    assert sorted(p.name for p in mine.parent.iterdir()) == [RECEIPT, "x.ipynb"]


def test_the_receipt_is_readable(released):
    mine = released("one").path
    assert list(json.loads((mine.parent / RECEIPT).read_text())) == ["x.ipynb"]


def test_nothing_to_hand_out(tmp_path):
    (tmp_path / "labs").mkdir()
    with pytest.raises(LabkitError, match="No notebook in .*build --notebooks-only"):
        lay_out(Course(tmp_path), tmp_path / "work")
