"""Attacks on the score, and on what a submission must not reach."""

from cohort import as_bytes, cell, code

from hostile.case import WITHOUT_FIRST, case, listed_as, position, with_cell, with_first

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
