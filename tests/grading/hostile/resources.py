"""Submissions that use up time, memory, processes or disk."""

from hostile.case import WITHOUT_FIRST, listed_as, with_cell, with_first

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
