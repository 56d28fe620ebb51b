"""In a notebook's own kernel: cards are shown, lines are counted from the cell, an endless loop ends."""

import nbformat
import pytest
from nbclient import NotebookClient

from labkit.exercises.card import MIME

SETUP = """\
import dataclasses
import numpy as np
from labkit import check, reveal, use
from labkit.exercises import Exercise, Probe
TWICE = Exercise(id="99.twice", name="twice", title="Twice", points=1, reference=lambda x: 2 * x,
                 probes=lambda rng: [Probe(1.0), Probe(rng.normal(size=3))], seconds=0.5)
"""
RAISES = "def twice(x):\n    # three\n    y = x + x\n    return y / nowhere\n\ncheck(TWICE, twice)"
ENDLESS = "def twice(x):\n    while True:\n        pass\n\ncheck(TWICE, twice)"
STUB = "def twice(x):\n    # YOUR CODE HERE\n    return None\n\nf = use(TWICE, twice)\nassert f(2) == 4"
REVEAL = "reveal('99.guess', 3, 4)"


@pytest.fixture(scope="module")
def outputs():
    cells = [nbformat.v4.new_code_cell(source) for source in (SETUP, RAISES, ENDLESS, STUB, REVEAL)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    return [cell.outputs for cell in notebook.cells]


def test_card_travels_as_text_html_and_data(outputs):
    (output,) = outputs[1]
    assert set(output.data) == {"text/plain", "text/html", MIME}
    assert output.data[MIME]["exercise"] == "99.twice"
    assert output.data["text/plain"].startswith("0 of 1 point: ")


def test_line_is_counted_from_the_cell(outputs):
    (output,) = outputs[1]
    assert "in line 4: return y / nowhere" in output.data["text/plain"]
    assert "NameError: name 'nowhere' is not defined" in output.data["text/plain"]


def test_endless_loop_ends(outputs):
    (output,) = outputs[2]
    assert output.data[MIME]["diagnosis"] == "too slow"


def test_fallback_shows_a_note(outputs):
    (output,) = outputs[3]
    assert "not written yet" in output.data["text/plain"]
    assert 'role="status"' in output.data["text/html"]


def test_reveal_shows_itself(outputs):
    (output,) = outputs[4]
    assert "You predicted 3; we measured 4: 25% too low" in output.data["text/plain"]
