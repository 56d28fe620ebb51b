"""Before handing in: run a student's notebook as a grader would and say what is there and what is not.

The file itself is only read. What runs is a copy in which damaged check cells are as they were released,
because that is how it will be graded; every such repair is told.
"""

from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from labkit.course.cards import cards_of
from labkit.course.execute import run
from labkit.course.notebook import read_notebook
from labkit.course.released import Graded, check_of, graded_cells, written_of
from labkit.course.student import TEXT_STUB


@dataclass
class Report:
    """What a grader would see; ``str(report)`` is what the student reads."""

    name: str
    points: float = 0
    possible: float = 0
    by_hand: float = 0
    rows: list[tuple[str, str, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """True when every check has full marks, every answer is written and nothing is broken."""
        return not self.problems and self.points == self.possible

    def __str__(self) -> str:
        """A table of exercises, then what is wrong."""
        head = f"{self.name}: {self.points:g} of {self.possible:g} points so far"
        if self.by_hand:
            head += f"; {self.by_hand:g} more for written answers, graded by hand"
        wide = [max((len(row[column]) for row in self.rows), default=0) for column in (0, 1)]
        rows = [f"  {a:<{wide[0]}}  {b:<{wide[1]}}  {c}".rstrip() for a, b, c in self.rows]
        problems = [f"  - {problem}" for problem in self.problems]
        return "\n".join([head, *rows, *(["To mend before handing in:"] if problems else []), *problems])


def validate(path: Path) -> Report:
    """Run a notebook in a kernel of its own and report what earns points so far.

    Parameters
    ----------
    path : Path
        A student's notebook, in whatever state; it is never written.

    Raises
    ------
    LabkitError
        When the file is no notebook of a lab, or it ends the kernel that runs it.
    """
    path = Path(path)
    notebook = read_notebook(path)
    graded = graded_cells(notebook, path)
    report = Report(path.name)
    copy = deepcopy(notebook)
    for item in graded:
        if item.word == "check":
            _restore(copy, item, report)
    done = run(copy, path.resolve().parent, name=path.name, keep_going=True)
    for item in graded:
        if item.word == "check":
            _score(done, item, report)
        else:
            _look_at_answer(notebook, item, report)
    # a restored check that was missing stands at the end, so the student's own cells keep their numbers
    report.problems += [f"cell {number} raises {what}" for number, what in _errors(done)]
    return report


def _restore(copy: NotebookNode, item: Graded, report: Report) -> None:
    """Put one check cell of the copy into the state it was released in."""
    found = [cell for cell in copy.cells if check_of(cell) == item.name]
    if not found:
        report.problems.append(f"the check of {item.name} is missing: copy it back from the released notebook")
        copy.cells.append(NotebookNode(cell_type="code", id=item.grade_id, metadata=NotebookNode(), source=""))
        found = [copy.cells[-1]]
    elif found[0].cell_type != "code" or found[0].source.strip() != item.source:
        report.problems.append(f"the check of {item.name} was edited: it is graded as released")
    if len(found) > 1:
        report.problems.append(f"the check of {item.name} stands {len(found)} times: keep the first")
    first, *others = found
    first.update(cell_type="code", source=item.source, outputs=[], execution_count=None)
    first.metadata["labkit"] = NotebookNode(check=item.name)
    for cell in others:  # emptied, not removed: cells keep the numbers that the student sees
        cell.update(source="")
        cell.metadata.pop("labkit", None)


def _score(done: NotebookNode, item: Graded, report: Report) -> None:
    report.possible += item.points
    (cell,) = [cell for cell in done.cells if cell.metadata.get("labkit", {}).get("check") == item.name]
    cards = [card for card in cards_of(cell) if card["exercise"] == item.name]
    points = cards[-1]["points"] if cards else 0
    why = "" if points == item.points else (cards[-1]["message"] if cards else "the check did not run to its end")
    report.points += points
    report.rows.append((item.name, f"{points:g} of {item.points:g}", why))
    if why:
        report.problems.append(f"the exercise {item.name} earns {points:g} of {item.points:g} points so far")


def _look_at_answer(notebook: NotebookNode, item: Graded, report: Report) -> None:
    report.by_hand += item.points
    found = [cell for cell in notebook.cells if written_of(cell) == item.name]
    empty = all(cell.source.strip() == item.source.strip() or TEXT_STUB in cell.source for cell in found)
    if not found:
        report.problems.append(f"the cell for the answer {item.name} is missing: copy it back from the release")
    elif empty:
        report.problems.append(f"the answer {item.name} is still empty")
    if len(found) > 1:
        report.problems.append(f"the answer {item.name} stands {len(found)} times: keep one")
    state = "missing" if not found else "empty" if empty else "written"
    report.rows.append((item.name, f"{item.points:g} by hand", state))


def _errors(done: NotebookNode) -> list[tuple[int, str]]:
    """Number and first error of every cell that raised; only the last line of it."""
    raised = []
    for number, cell in enumerate(done.cells, start=1):
        error = next((o for o in cell.get("outputs", []) if o.output_type == "error"), None)
        if error is not None:
            raised.append((number, " ".join(f"{error.ename}: {error.evalue}".split())[:200]))
    return raised
