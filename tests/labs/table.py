"""Print the graders' own score: ``python -m tests.labs.table [LAB]``, such as ``03``."""

import sys
from importlib import import_module
from pathlib import Path

from tests.labs.answer_sheet import AnswerSheet, table

HERE = Path(__file__).parent


def sheets(lab: str = "") -> list[AnswerSheet]:
    """Every answer sheet below this folder, or those of one lab; answers to one exercise make one sheet."""
    found: dict[str, AnswerSheet] = {}
    for path in sorted(HERE.glob("lab*/*.py")):
        module = import_module(".".join(("tests", "labs", *path.relative_to(HERE).with_suffix("").parts)))
        for sheet in getattr(module, "SHEETS", ()):
            if sheet.id.startswith(lab):
                found[sheet.id] = found[sheet.id].with_more(sheet) if sheet.id in found else sheet
    return [found[id] for id in sorted(found)]


if __name__ == "__main__":
    tallies = [sheet.mark() for sheet in sheets(*sys.argv[1:])]
    print(table(tallies))
    for tally in tallies:
        for fault in tally.faults:
            print(f"{tally.exercise}: {fault}")
