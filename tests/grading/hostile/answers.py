"""Answers that are wrong, or never come."""

from cohort import as_bytes

from hostile.case import WITHOUT_FIRST, listed_as, with_cell, with_first

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
