"""Print the graders' own score: ``python -m tests.labs.table``."""

from importlib import import_module
from pathlib import Path

from tests.labs.answer_sheet import AnswerSheet, table


def sheets() -> list[AnswerSheet]:
    """Every answer sheet of every lab's test module."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("test_lab*.py"))
    return [sheet for name in names for sheet in getattr(import_module(f"tests.labs.{name}"), "SHEETS", ())]


if __name__ == "__main__":
    tallies = [sheet.mark() for sheet in sheets()]
    print(table(tallies))
    for tally in tallies:
        for fault in tally.faults:
            print(f"{tally.exercise}: {fault}")
