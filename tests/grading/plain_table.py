"""The table beside: what plain nbgrader and labkit hold of each hostile submission, as ``plain_nbgrader.csv``."""

import csv
from pathlib import Path

from hostile import CASES

TABLE = Path(__file__).with_name("plain_nbgrader.csv")
COLUMNS = ["case", "earned", "plain nbgrader", "labkit", "seconds of nbgrader", "exit code", "made"]


def read():
    """All rows so far."""
    if not TABLE.exists():
        return []
    with open(TABLE, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def write(rows):
    """Write all rows in the order of the cases, under a note that says how they came about."""
    order = {case.name: i for i, case in enumerate(CASES)}
    rows = sorted(rows, key=lambda row: (order.get(row["case"], 999), row["case"]))
    with open(TABLE, "w", encoding="utf-8", newline="") as file:
        file.write(
            "# python tests/grading/plain_nbgrader.py: nbgrader 0.9.6, assertions as checks, one run a case in\n"
        )
        file.write("# bubblewrap (no network, 4 GB, 200 processes, 90 s of processor, 100 s in all), and labkit.\n")
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
