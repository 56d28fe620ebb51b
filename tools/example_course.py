"""Make the worked example: twelve fictitious submissions of lab 03, s01 to s12, as students might hand them in.

    python tools/example_course.py FOLDER      # then: labkit release 03, labkit collect FOLDER, labkit grade 03

The folder gets one folder per student. What each of them did is said in ``STORIES``, and what they should get for it
in points for the exercises; the written answers are left to a person.
"""

import json
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

from labkit.course.folders import Course
from labkit.course.solutions import without_markers
from labkit.course.solved import solved_notebook
from labkit.course.source import read
from labkit.course.student import handed_out

Notebook = dict[str, Any]


def _cell(notebook: Notebook, name: str) -> dict[str, Any]:
    return next(cell for cell in notebook["cells"] if cell.get("id") == f"ex-03-{name}")


def _write(name: str, source: str) -> Callable[[Notebook, Notebook], Notebook]:
    """Hand in a solved notebook with one function written otherwise."""

    def make(solved: Notebook, blank: Notebook) -> Notebook:
        _cell(solved, name)["source"] = source
        return solved

    return make


def _some(*names: str) -> Callable[[Notebook, Notebook], Notebook]:
    """Hand in only some exercises."""

    def make(solved: Notebook, blank: Notebook) -> Notebook:
        for name in names:
            _cell(blank, name)["source"] = _cell(solved, name)["source"]
        return blank

    return make


def _without_metadata(solved: Notebook, blank: Notebook) -> Notebook:
    for cell in solved["cells"]:
        cell["metadata"] = {}
        cell.pop("id")
    return solved | {"nbformat_minor": 4}


def _hostile(solved: Notebook, blank: Notebook) -> Notebook:
    cell = {"cell_type": "code", "metadata": {}, "id": "my-own", "outputs": [], "execution_count": None}
    cells = _some("sigmoid", "slope_from_output")(solved, blank)["cells"]
    cells.insert(3, cell | {"source": HOSTILE})
    return blank


def _cut_off(solved: Notebook, blank: Notebook) -> str:
    return json.dumps(solved)[:-500]


TEXTBOOK = "def sigmoid(x, k=1.0):\n    return 1 / (1 + np.exp(-k * x))"
SIGN = "def sigmoid(x, k=1.0):\n    return 0.5 - 0.5 * np.tanh(0.5 * k * x)"
NO_SLOPE = "def sigmoid_derivative_from_output(y, k=1.0):\n    return y * (1 - y)"
LINEAR = "def rescale(weights, rate, k):\n    return [k * W for W in weights], k * rate"
HOSTILE = """\
import glob, labkit.exercises, numpy.testing
labkit.exercises.check = lambda *a, **k: print("3 of 3 points")
numpy.testing.assert_allclose = lambda *a, **k: None
check = labkit.exercises.check
for path in glob.glob("../*/gradebook.db") + glob.glob("../../../gradebook.db"):
    open(path, "wb").write(b"")
"""
ENDLESS = "def rescale(weights, rate, k):\n    while True:\n        pass"
OWN_WAY = """\
def saturated_share(y, k, threshold=0.01):
    flat = 0
    for value in np.ravel(y):
        flat = flat + (k * value * (1 - value) < threshold)
    return flat / np.size(y)"""

STORIES: dict[str, tuple[str, Callable[[Notebook, Notebook], Any], float | None]] = {
    "s01": ("everything right", lambda solved, blank: solved, 9),
    "s02": ("handed in as it was released", lambda solved, blank: blank, 0),
    "s03": ("the textbook's sigmoid, which overflows", _write("sigmoid", TEXTBOOK), None),
    "s04": ("the sign of the sigmoid", _write("sigmoid", SIGN), None),
    "s05": ("forgot the slope in the derivative", _write("slope_from_output", NO_SLOPE), None),
    "s06": ("the rate times k instead of k squared", _write("rescale", LINEAR), 6),
    "s07": ("two of five exercises", _some("sigmoid", "slope_from_output"), 3),
    "s08": ("a loop instead of arrays: right", _write("saturated_share", OWN_WAY), 9),
    "s09": ("saved by a tool that dropped all metadata", _without_metadata, 9),
    "s10": ("patches the checks and writes over gradebooks; two exercises solved", _hostile, 3),
    "s11": ("a loop that never ends", _write("rescale", ENDLESS), 6),
    "s12": ("a file that was cut off", _cut_off, None),
}
"""Student -> (what they did, how, points for the exercises where these do not depend on other exercises)."""


def make(folder: Path, course: Course) -> list[Path]:
    """Write the twelve submissions."""
    (lab,) = [lab for lab in course.labs() if lab.number == "03"]
    solved = solved_notebook(read(lab))
    blank = json.loads(json.dumps(handed_out(solved, str(lab))))
    full = deepcopy(blank)
    sources = {cell.id: without_markers(cell.source) for cell in solved.cells}
    for cell in full["cells"]:
        cell["source"] = sources[cell["id"]]
    files = []
    for student, (_, story, _) in STORIES.items():
        made = story(deepcopy(full), deepcopy(blank))
        path = folder / student / f"{lab.name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made if isinstance(made, str) else json.dumps(made, indent=1), encoding="utf-8")
        files.append(path)
    return files


if __name__ == "__main__":
    for written in make(Path(sys.argv[1]), Course.find()):
        print(written)
