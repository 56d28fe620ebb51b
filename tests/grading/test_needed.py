"""Leaving out what carries no points: nothing that a function stands on is missing, nothing can be noticed."""

import pytest
from cohort import COURSE, as_bytes, code, deepcopy, lab

from labkit.exercises import of_lab
from labkit.grading.job import Job
from labkit.grading.limits import Limits
from labkit.grading.marking import mark
from labkit.grading.needed import is_opaque, needed

CELLS = [
    ("import numpy as np\nimport pandas as pd", True),
    ("def f(x):\n    return g(x) + SCALE", False),
    ("SCALE = 2\nother = pd.DataFrame()", True),
    ("def g(x):\n    return np.sum(x)", False),
    ("expensive = train(f)\nexpensive.plot()", True),
    ("notes = [1]", False),
]


def test_functions_and_what_they_stand_on_stay():
    assert needed(CELLS, ["f"]) == [
        "import numpy as np",
        CELLS[1][0],
        "SCALE = 2",
        CELLS[3][0],
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("SCALE = 3", True),
        ("SCALE += 1", True),
        ("for SCALE in range(3): pass", True),
        ("np.exp = None", True),
        ("g.cache = {}", True),
        ("def h():\n    global SCALE\n    SCALE = 9\nh()", True),
        ("del g", True),
        ("print(3)", False),
        ("x = f(3)", False),
        ("def h(SCALE):\n    SCALE = 3", False),
        ("[SCALE for g in range(3)]", True),  # reads a value: it might change it
    ],
)
def test_a_students_cell_stays_if_it_may_change_what_is_needed(source, kept):
    assert bool(needed([*CELLS, (source, False)], ["f"])[-1]) == kept


@pytest.mark.parametrize(
    "source",
    [
        "globals()", "import sys", "import os", "from inspect import stack",
        "get_ipython()", "x = vars()",
        "%time f(3)", "import sys as s",
        "!ls", "exec('x = 1')", "from numpy import *", "f.__globals__", "open('x')", "import time", "np.os.getcwd()",
        "try:\n    plots\nexcept NameError:\n    graded = hasattr(np, 'x')",
    ],
)  # fmt: skip
def test_a_cell_that_looks_around_has_everything_run(source):
    assert is_opaque(source) and needed([*CELLS, (source, False)], ["f"]) is None


def test_released_cells_may_look_around():
    assert needed([*CELLS, ("import sys", True)], ["f"]) is not None


@pytest.mark.parametrize("found", COURSE.labs(), ids=lambda lab: lab.slug)
def test_solved_labs_earn_everything_without_their_experiments(found):
    blank, solved = lab(found.number)
    job = Job(
        "s01", found.slug, as_bytes(solved), as_bytes(blank).decode(), "", "",
        {exercise.id: bytes(range(32)) for exercise in of_lab(found.number)}, {}, Limits(),
    )  # fmt: skip
    result = mark(job).result
    assert result.run == "needed" and not result.flags
    assert [name for name, m in result.marks.items() if not m.passed] == []


def test_what_was_left_out_is_made_good_by_a_full_run(course):
    """A function that reads a variable behind every analysis's back is asked again after the whole notebook."""
    blank, solved = lab("03", course)
    notebook = deepcopy(solved)
    hidden = "class Box:\n    pass\nbox = Box()\ndef fill(b):\n    b.half = 0.5\nlist(map(fill, [box]))"
    notebook["cells"].insert(3, code(hidden))
    for cell in notebook["cells"]:
        if cell.get("id") == "ex-03-sigmoid":
            cell["source"] = "def sigmoid(x, k=1.0):\n    return box.half + box.half * np.tanh(0.5 * k * x)"
    seeds = {exercise.id: bytes(32) for exercise in of_lab("03")}
    job = Job("s01", "03_sigmoid_slope", as_bytes(notebook), as_bytes(blank).decode(), "", "", seeds, {}, Limits())
    assert mark(job).result.points == 9
