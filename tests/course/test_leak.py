"""Leaks are found in sources, outputs, pages and ``_sources``, whatever they are wrapped in; and only leaks are."""

import html

import nbformat
import pytest
from tiny_lab import find

from labkit.course.folders import Course
from labkit.course.leak import find_leaks, leaks_in, secrets_of
from labkit.course.notebook import to_bytes
from labkit.course.solved import solved_notebook
from labkit.course.student import student_notebook


@pytest.fixture
def secrets(source):
    return secrets_of([source()])


def test_what_is_published_is_clean(source, secrets, tmp_path):
    path = tmp_path / "student.ipynb"
    path.write_bytes(to_bytes(student_notebook(source(), find)))
    assert find_leaks(Course(tmp_path), [path], secrets) == []


def test_the_solved_notebook_leaks_code_answer_and_rubric(source, secrets, tmp_path):
    path = tmp_path / "folder" / "solved.ipynb"
    path.parent.mkdir()
    path.write_bytes(to_bytes(solved_notebook(source(), find)))
    findings = find_leaks(Course(tmp_path), [tmp_path], secrets)
    assert any("solution marker" in finding for finding in findings)
    assert {"07.double", "07.why"} <= {finding.split(", ")[1].split(":")[0] for finding in findings if ", " in finding}
    assert all("folder/solved.ipynb" in f or "labs/07_doubling" in f for f in findings)


@pytest.mark.parametrize(
    "text",
    [
        "the_secret_result = x + x",
        "        the_secret_result   =   x+x",
        "# > the_secret_result = x + x",
        "Because addition\n of equals doubles them.",
    ],
)
def test_spaces_indentation_and_quoting_hide_nothing(secrets, text):
    assert leaks_in(text, secrets, "a page")


def test_a_page_is_searched_without_its_tags(secrets, tmp_path):
    coloured = "".join(
        f"<span class='n'>{html.escape(word)}</span> " for word in ["the_secret_result", "=", "x", "+", "x"]
    )
    (tmp_path / "page.html").write_text(f"<html><pre>{coloured}</pre></html>", encoding="utf-8")
    (tmp_path / "clean.html").write_text("<html><pre>return None</pre></html>", encoding="utf-8")
    findings = find_leaks(Course(tmp_path), sorted(tmp_path.glob("*.html")), secrets)
    assert len(findings) == 1 and "page.html shows the solution of labs/07_doubling, 07.double" in findings[0]


@pytest.mark.parametrize("mime", ["text/plain", "text/html"])
def test_outputs_are_searched(secrets, tmp_path, mime):
    output = nbformat.v4.new_output("display_data", {mime: "<code>the_secret_result = x + x</code>"})
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1", outputs=[output])])
    nbformat.write(notebook, tmp_path / "n.ipynb")
    assert find_leaks(Course(tmp_path), [tmp_path / "n.ipynb"], secrets)


def test_coloured_output_is_searched_without_its_tags(secrets, tmp_path):
    words = "".join(f"<span class='n'>{word}</span> " for word in ["the_secret_result", "=", "x", "+", "x"])
    output = nbformat.v4.new_output("display_data", {"text/html": f"<pre>{words}</pre>"})
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1", outputs=[output])])
    nbformat.write(notebook, tmp_path / "n.ipynb")
    assert find_leaks(Course(tmp_path), [tmp_path / "n.ipynb"], secrets)


def test_a_traceback_of_the_solution_is_found(secrets, tmp_path):
    output = nbformat.v4.new_output(
        "error",
        ename="E",
        evalue="e",
        traceback=["\x1b[0;32m----> 5\x1b[0m the_secret_result \x1b[38;5;241m=\x1b[39m x + x"],
    )
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1", outputs=[output])])
    nbformat.write(notebook, tmp_path / "n.ipynb")
    assert find_leaks(Course(tmp_path), [tmp_path / "n.ipynb"], secrets)


def test_short_lines_and_lines_that_the_text_shows_itself_are_no_secret(source):
    shown = source(("# # Doubling", "# # Doubling\n#\n# We write `return the_secret_result` at the end."))
    lines = secrets_of([shown])
    assert not leaks_in("return the_secret_result", lines, "a page")
    assert leaks_in("the_secret_result = x + x", lines, "a page")


def test_a_whole_solution_is_a_leak_even_where_its_author_repeats_it(source):
    hint = "# Hint:\n#\n#     the_secret_result = x + x\n#     return the_secret_result\n"
    repeated = source(("# # Doubling\n", f"# # Doubling\n#\n{hint}"))
    student = to_bytes(student_notebook(repeated, find)).decode()
    text = "\n".join(cell["source"] for cell in nbformat.reads(student, 4).cells)
    assert leaks_in(text, secrets_of([repeated]), "the notebook")
