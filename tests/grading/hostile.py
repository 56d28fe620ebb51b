"""Hostile and broken submissions of lab 03: how each is made, and what the gradebook must hold afterwards.

Every maker gets a fresh solved notebook (and the blank one where it asks for it) and returns the bytes that are handed
in. ``points`` is what the submission has earned; ``flagged`` that a human must be called; ``scored`` False that no
score may be made up at all.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from cohort import as_bytes, cell, code, deepcopy, lab

FULL = 9.0
WITHOUT_FIRST = 5.0  # 03.sigmoid earns 2, and 03.slope_from_input stands on it


@dataclass(frozen=True)
class Case:
    """One way to hand something in."""

    name: str
    make: Callable
    points: float = FULL
    flagged: bool | None = True  # None: either, as it depends on the speed of the machine
    scored: bool = True
    needs: str = ""  # a kind of flag that must be among those raised


CASES: list[Case] = []


def case(points=FULL, flagged=True, scored=True, needs=""):
    """List a maker under its own name."""

    def listed(make):
        CASES.append(Case(make.__name__, make, points, flagged, scored, needs))
        return make

    return listed


def with_first(source):
    """A solved notebook whose first exercise holds other code."""

    def make(solved, blank):
        cell(solved, "ex-03-sigmoid")["source"] = source
        return as_bytes(solved)

    return make


def with_cell(source, first=False):
    """A solved notebook with one more cell, after the imports or at the very top."""

    def make(solved, blank):
        solved["cells"].insert(0 if first else position(solved, "ex-03-sigmoid"), code(source))
        return as_bytes(solved)

    return make


def position(notebook, identity):
    return next(i for i, c in enumerate(notebook["cells"]) if c.get("id") == identity)


def listed_as(name, make, **expected):
    CASES.append(Case(name, make, **expected))


RIGHT = "def sigmoid(x, k=1.0):\n    return 0.5 + 0.5 * np.tanh(0.5 * k * x)\n"
STUB = "def sigmoid(x, k=1.0):\n    return None\n"

# -- answers that are wrong, or never come -----------------------------------------------------------------------------

listed_as("solved", lambda solved, blank: as_bytes(solved), flagged=False)
listed_as("blank", lambda solved, blank: as_bytes(blank), points=0, flagged=False)
listed_as("wrong", with_first("def sigmoid(x, k=1.0):\n    return np.tanh(x)\n"), points=WITHOUT_FIRST, flagged=False)
listed_as("syntax error", with_first("def sigmoid(x, k=1.0)\n    return x\n"), points=WITHOUT_FIRST, flagged=False)
loop = "def sigmoid(x, k=1.0):\n    while True:\n        pass\n"
listed_as("endless loop in a function", with_first(loop), points=WITHOUT_FIRST)
deaf = "def sigmoid(x, k=1.0):\n    while True:\n        try:\n            while True: pass\n        except: pass\n"
listed_as("endless loop that swallows everything", with_first(deaf), points=WITHOUT_FIRST)
listed_as("endless loop at a cell's top", with_cell("import time\nwhile True:\n    pass"))
swallow = "import os\nwhile True:\n    try:\n        while True: pass\n    except BaseException: pass"
listed_as("endless loop at a cell's top that swallows", with_cell(swallow))
listed_as("sys.exit", with_cell("import sys\nsys.exit(0)"), flagged=False)
listed_as("os._exit", with_cell("import os\nos._exit(0)"))
listed_as(
    "os._exit in a function", with_first("import os\ndef sigmoid(x, k=1.0):\n    os._exit(0)\n"), points=WITHOUT_FIRST
)
listed_as("crash", with_cell("import ctypes\nctypes.string_at(0)"))
deep = "def sigmoid(x, k=1.0):\n    return sigmoid(x, k)\n"
listed_as("recursion", with_first(deep), points=WITHOUT_FIRST, flagged=False)
listed_as(
    "prints warnings although right",
    with_cell("import warnings, sys\nwarnings.warn('careful')\nprint('Error: 0 points', file=sys.stderr)\nprint('17')"),
    flagged=False,
)

# -- resources ---------------------------------------------------------------------------------------------------------

listed_as(
    "100 MB of output", with_cell("import sys\nfor i in range(100):\n    sys.stdout.write('x' * 10**6)"), flagged=None
)
listed_as("1,000,000 lines", with_cell("import sys\nfor i in range(10**6):\n    print(i)"), flagged=None)
listed_as(
    "100 MB past Python", with_cell("import os\nfor i in range(100):\n    os.write(1, b'x' * 10**6)"), flagged=None
)
listed_as(
    "memory bomb", with_cell("import sys\nhoard = []\nwhile True:\n    hoard.append(bytearray(10**8))"), flagged=None
)
listed_as(
    "memory bomb in a function",
    with_first("def sigmoid(x, k=1.0):\n    return np.ones(10**12) * x.sum()\n"),
    points=WITHOUT_FIRST,
    flagged=False,
)
bomb = """\
import os, time
kept = []
for i in range(60):
    try:
        if os.fork() == 0:
            kept = bytearray(60 * 10**6)
            for place in range(0, len(kept), 4096): kept[place] = 1
            time.sleep(60)
            os._exit(0)
    except OSError: break
time.sleep(2)
"""
listed_as("memory bomb in many processes", with_cell(bomb))
listed_as("fork bomb", with_cell("import os\nfor i in range(100):\n    try: os.fork()\n    except OSError: break"))
filling = "open('/tmp/big', 'wb').write(b'x' * 10**8)"
listed_as("disk bomb", with_cell(filling), flagged=None)
listed_as("needs minutes", with_cell("import time\ntime.sleep(600)"))

# -- cells and metadata ------------------------------------------------------------------------------------------------


@case(points=WITHOUT_FIRST)
def deletes_an_exercise(solved, blank):
    del solved["cells"][position(solved, "ex-03-sigmoid")]
    return as_bytes(solved)


@case()
def deletes_all_checks(solved, blank):
    solved["cells"] = [c for c in solved["cells"] if not c["id"].startswith("check-")]
    return as_bytes(solved)


@case()
def deletes_the_setup_and_imports(solved, blank):
    solved["cells"] = [
        c for c in solved["cells"] if c["id"] != "setup-03" and "import numpy" not in "".join(c["source"])
    ]
    return as_bytes(solved)


@case()
def edits_a_check(solved, blank):
    cell(solved, "check-03-sigmoid")["source"] = "print('2 of 2 points')"
    return as_bytes(solved)


@case(points=0)
def edits_a_check_and_has_nothing(solved, blank):
    cell(blank, "check-03-sigmoid")["source"] = "2.0"
    cell(blank, "check-03-sigmoid")["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "2.0"}]
    return as_bytes(blank)


@case()
def duplicates_every_cell(solved, blank):
    solved["cells"] = [c for c in solved["cells"] for _ in range(2)]
    return as_bytes(solved)


@case()
def duplicates_an_exercise_with_its_stub_first(solved, blank):
    place = position(solved, "ex-03-sigmoid")
    solved["cells"].insert(place, deepcopy(cell(blank, "ex-03-sigmoid")))
    return as_bytes(solved)


@case()
def reorders_all_cells(solved, blank):
    solved["cells"].reverse()
    return as_bytes(solved)


@case()
def retypes_an_exercise(solved, blank):
    cell(solved, "ex-03-sigmoid")["cell_type"] = "markdown"
    return as_bytes(solved)


@case()
def retypes_a_check(solved, blank):
    cell(solved, "check-03-sigmoid")["cell_type"] = "raw"
    return as_bytes(solved)


@case(flagged=False)
def strips_cell_metadata(solved, blank):
    for c in solved["cells"]:
        c["metadata"] = {}
    return as_bytes(solved)


@case(flagged=False)
def strips_ids_and_metadata(solved, blank):
    for c in solved["cells"]:
        c["metadata"] = {}
        del c["id"]
    solved["nbformat_minor"] = 4
    return as_bytes(solved)


@case(flagged=False)
def strips_notebook_metadata(solved, blank):
    solved["metadata"] = {}
    return as_bytes(solved)


@case(flagged=False)
def raises_its_points(solved, blank):
    for c in solved["cells"]:
        if "nbgrader" in c["metadata"]:
            c["metadata"]["nbgrader"].update(points=1000, locked=False)
    return as_bytes(solved)


@case(flagged=False)
def another_kernel(solved, blank):
    solved["metadata"]["kernelspec"] = {"name": "my-conda-env", "display_name": "Mine", "language": "python"}
    return as_bytes(solved)


@case(flagged=False)
def saved_by_vs_code(solved, blank):
    """VS Code rewrites the notebook's metadata, drops unknown ones there, and gives cells ids where it misses them."""
    solved["metadata"] = {
        "language_info": {"name": "python", "version": "3.12.1", "file_extension": ".py"},
        "kernelspec": {"display_name": ".venv", "language": "python", "name": "python3"},
    }
    for c in solved["cells"]:
        c["metadata"] = c["metadata"] | {"vscode": {"languageId": "python"}}
        c["source"] = c["source"].splitlines(keepends=True)
    return as_bytes(solved)


@case(flagged=False)
def saved_by_colab(solved, blank):
    """Colab saves format 4.0: ids move into the metadata as new ones, and it adds its own."""
    for number, c in enumerate(solved["cells"]):
        del c["id"]
        c["metadata"] = c["metadata"] | {"id": f"aB3xK{number:06d}", "colab": {"base_uri": "https://localhost:8080/"}}
        if c["cell_type"] == "code":
            c["metadata"]["outputId"] = "0a1b2c3d"
    solved["metadata"] = {"colab": {"provenance": []}, "kernelspec": {"name": "python3", "display_name": "Python 3"}}
    solved["nbformat_minor"] = 0
    return as_bytes(solved)


# -- files that are no such notebook -----------------------------------------------------------------------------------


@case(points=0, scored=False, needs="unreadable")
def corrupt_json(solved, blank):
    return as_bytes(solved)[:-200]


@case(points=0, scored=False, needs="unreadable")
def nested_json(solved, blank):
    return b'{"cells": ' + b"[" * 100000


@case(points=0, scored=False, needs="unreadable")
def empty_file(solved, blank):
    return b""


@case(points=0, scored=False, needs="unreadable")
def not_utf8(solved, blank):
    solved["cells"][0]["source"] += "\n\n\xdcbung, gel\xf6st"
    return json.dumps(solved, ensure_ascii=False).encode("latin-1", "replace")


@case(flagged=False)
def with_a_byte_order_mark(solved, blank):
    return b"\xef\xbb\xbf" + as_bytes(solved)


@case(points=0, scored=False, needs="another lab")
def another_labs_notebook(solved, blank):
    text = json.dumps(solved).replace("03.", "04.").replace("-03-", "-04-").replace("03_sigmoid_slope", "04_x")
    return text.encode()


@case(points=0, scored=False, needs="another lab")
def the_next_labs_notebook(solved, blank):
    return as_bytes(lab("04")[1])


@case(points=0, scored=False, needs="unrecognised")
def no_notebook_of_ours(solved, blank):
    return as_bytes({"cells": [code("print(1)")], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@case(points=0, scored=False, needs="unreadable")
def a_list(solved, blank):
    return b"[1, 2, 3]"


@case(flagged=False)
def strange_cells(solved, blank):
    solved["cells"] += [None, 5, {}, {"cell_type": 7, "source": {"a": 1}, "metadata": []}, {"source": ["a", 3]}]
    solved["cells"].append(code("x = '\ud800'"))
    return as_bytes(solved)


# -- attacks on the score ----------------------------------------------------------------------------------------------

PATCHES = {
    "patches assert": "import builtins\nbuiltins.AssertionError = type('A', (), {})\n",
    "patches np.testing": "import numpy as np\nnp.testing.assert_allclose = lambda *a, **k: None\n",
    "patches np.allclose": "import numpy as np\nnp.allclose = np.array_equal = lambda *a, **k: True\n",
    "patches check": "check = lambda *a, **k: '2 of 2 points'\nuse = lambda id, f, **k: f\n",
    "patches labkit's check": "import labkit.exercises.checking as c\nc.check = lambda *a, **k: 2.0\n",
    "patches marking": "from labkit.exercises.exercise import Exercise\nfrom labkit.exercises.verdict import Verdict\n"
    "Exercise.score = Exercise.mark = lambda self, *a, **k: Verdict(True, self.points, self.points, 'fine')\n",
    "patches showtraceback": "get_ipython().showtraceback = lambda *a, **k: print('2.0')\n",
    "patches the result's repr": "from labkit.exercises.card import Card\nCard.__repr__ = lambda self: '9.0'\n",
    "patches the tolerance": "from labkit.exercises import find\nobject.__setattr__(find('03.sigmoid'), 'rtol', 1e9)\n",
}
for name, source in PATCHES.items():

    def make(solved, blank, source=source):
        blank["cells"].insert(position(blank, "setup-03") + 1, code(source))
        return as_bytes(blank)

    listed_as(name, make, points=0)

listed_as(
    "returns an object that equals everything",
    with_first(
        "class Yes:\n    def __eq__(self, other): return True\n    def __array__(self, *a, **k): return np.zeros(())\n"
        "    def __abs__(self): return 0\n    def __sub__(self, other): return 0\n"
        "def sigmoid(x, k=1.0):\n    return Yes()\n"
    ),
    points=WITHOUT_FIRST,
    flagged=False,
)
listed_as(
    "returns a subclass of array",
    with_first(
        "class Always(np.ndarray):\n    def __eq__(self, other): return np.ones(self.shape, bool)\n"
        "def sigmoid(x, k=1.0):\n    return np.zeros(np.shape(x)).view(Always)\n"
    ),
    points=WITHOUT_FIRST,
    flagged=False,
)
writes = """\
import os
for number in range(3, 64):
    try: os.write(number, b"\\x00\\x00\\x00\\x05hello")
    except OSError: pass
"""
listed_as("writes into every open file", with_cell(writes), points=0, scored=False, needs="answers garbled")
flood = """\
import os
for number in range(3, 64):
    try:
        while True: os.write(number, b"\\x00" * 10**6)
    except OSError: pass
"""
listed_as("floods every open file", with_cell(flood), points=0, scored=False, needs="answers garbled")
forged = """\
import gc, os
from labkit.grading import runner, wire
from labkit.exercises.answer import AnswerSheet, Answer
for run in [o for o in gc.get_objects() if type(o).__name__ == "Run"]:
    for name in list(run.asks):
        wire.send(run.wires, {"asking": name})
        wire.send(run.wires, {"answered": name, "place": "check", "missing": False, "student": None,
                  "points": 2, "passed": True, "sheet": AnswerSheet((Answer(1.0),) * 99)})
    wire.send(run.wires, {"done": True})
"""


@case(points=0)
def forges_answers(solved, blank):
    blank["cells"].insert(position(blank, "setup-03") + 1, code(forged))
    return as_bytes(blank)


@case(needs="delegates")
def hands_the_work_to_labkit(solved, blank):
    cell(solved, "ex-03-sigmoid")["source"] = (
        "from labkit.nn import functional\ndef sigmoid(x, k=1.0):\n    return functional.sigmoid(x, k)"
    )
    return as_bytes(solved)


looks = """\
import glob, os, pathlib
found = []
for pattern in ("/home/**/gradebook.db", "/home/**/secret.key", "/tmp/**/*.ipynb", "/tmp/**/*.db", "/tmp/**/secret.key",
                "/home/*", "/root/*", "/proc/1/root/*", "{root}/**/*"):
    found += [p for p in glob.glob(pattern, recursive=True) if "pyenv" not in p and "python" not in p]
print("FOUND", found)
try: open("{root}/gradebook.db", "ab").write(b"2.0")
except OSError as problem: print("WRITE", type(problem).__name__)
try: print("READ", open("{root}/secret.key").read())
except OSError as problem: print("READ", type(problem).__name__)
"""
listed_as("reads other submissions and the secret, writes the gradebook", with_cell(looks))
opens = """\
import socket
for where in (("1.1.1.1", 53), ("127.0.0.1", 22), ("8.8.8.8", 443)):
    try: print("CONN" + "ECTED", socket.create_connection(where, timeout=2))
    except OSError as problem: print("no", problem)
"""
listed_as("opens a socket", with_cell(opens))
notices = """\
import os, sys
graded = "labkit.grading.runner" in sys.modules or "plots" not in globals() or os.getcwd() == "/tmp"
def sigmoid(x, k=1.0):
    return 0.5 + 0.5 * np.tanh(0.5 * k * x) if not graded else np.full(np.shape(x), 2.0)
"""
listed_as("behaves differently when graded", with_first(notices), points=WITHOUT_FIRST, flagged=True)
