"""A page shows the student's source with the outputs of the solved run."""

from copy import deepcopy

import nbformat
import pytest
from tiny_lab import find

from labkit.course.book import table_of_contents
from labkit.course.cards import MIME
from labkit.course.folders import Lab
from labkit.course.page import page
from labkit.course.solved import solved_notebook
from labkit.course.student import student_notebook
from labkit.errors import LabkitError


@pytest.fixture
def notebooks(source):
    student, executed = student_notebook(source(), find), solved_notebook(source(), find)
    for count, cell in enumerate((c for c in executed.cells if c.cell_type == "code"), start=1):
        data = {"text/plain": f"output of {cell.id}", MIME: {"points": 2}}
        cell.update(execution_count=count, outputs=[nbformat.v4.new_output("display_data", data)])
    return source().lab, student, executed


def text_of(notebook):
    return "\n".join(cell.source for cell in notebook.cells)


def test_outputs_stand_on_the_cells_they_belong_to(notebooks):
    result = page(*notebooks)
    code = [cell for cell in result.cells if cell.cell_type == "code"]
    assert [cell.outputs[0].data["text/plain"] for cell in code] == [f"output of {cell.id}" for cell in code]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert all(MIME not in cell.outputs[0].data for cell in code)
    nbformat.validate(result)


def test_the_source_is_the_students_and_nothing_is_changed_in_place(notebooks):
    before = deepcopy(notebooks)
    result = page(*notebooks)
    assert "# YOUR CODE HERE" in text_of(result)
    assert "the_secret_result" not in text_of(result) and "3 points: names" not in text_of(result)
    assert notebooks == before


def test_progress_bars_of_a_kernel_that_is_gone_are_left_out(notebooks):
    lab, student, executed = notebooks
    widget = {"application/vnd.jupyter.widget-view+json": {"model_id": "1"}, "text/plain": "0%"}
    executed.cells[1].outputs.append(nbformat.v4.new_output("display_data", widget))
    assert "0%" not in str(page(lab, student, executed))


def test_the_page_offers_the_students_notebook(notebooks):
    made = page(*notebooks)
    assert "<../../_static/notebooks/07_doubling/doubling.ipynb>" in made.cells[1].source, "after the lab's title"
    assert made.cells[0].source == notebooks[1].cells[0].source


def test_the_instructors_page_folds_solution_answer_and_rubric(notebooks):
    text = text_of(page(*notebooks, folded=True))
    for title, inside in (
        ("Solution", "the_secret_result = x + x"),
        ("Model answer", "addition of equals"),
        ("Rubric", "3 points: names"),
    ):
        (block,) = [part for part in text.split("`````{dropdown} ")[1:] if part.startswith(f"{title}\n")]
        assert inside in block.split("\n`````")[0]
    assert "BEGIN SOLUTION" not in text


def test_table_of_contents_takes_labs_in_and_leaves_empty_parts_out(tmp_path):
    toc = """
root: index
parts:
  - caption: First
    chapters: [{file: intro}, {glob: labs/0*}]
  - caption: Second
    chapters: [{glob: labs/1*}]
  - caption: Last
    chapters: [{file: end}]
"""
    labs = [Lab(tmp_path / "labs" / name) for name in ("02_b", "03_c")]
    text = table_of_contents(toc, labs).decode()
    assert text.index("intro") < text.index("labs/02_b/b") < text.index("labs/03_c/c") < text.index("end")
    assert "Second" not in text and "More labs" not in text
    text = table_of_contents(toc, [*labs, Lab(tmp_path / "labs" / "42_d")]).decode()
    assert text.index("labs/03_c/c") < text.index("More labs") < text.index("labs/42_d/d") < text.index("Last")


@pytest.mark.parametrize("toc", ["root: [", "root: index", "parts: 3", "parts: [{caption: First}]", "", "- parts"])
def test_a_table_of_contents_that_cannot_be_read(toc):
    with pytest.raises(LabkitError, match="^book/_toc.yml cannot be read .* each with 'chapters:'.$"):
        table_of_contents(toc, [])
