"""A submission after preflight: the cells of the rebuilt notebook, and what was noticed on the way."""

from dataclasses import dataclass, field
from typing import Any

from labkit.grading.needed import parsed
from labkit.grading.result import Flag


@dataclass
class Rebuilt:
    """A cell of the rebuilt notebook; ``place`` is where it stood in the submission (None: put back)."""

    id: str
    kind: str
    source: str
    word: str = ""
    name: str = ""
    released: bool = False
    place: int | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    question: str = ""

    def __str__(self) -> str:
        """As a person finds it on nbgrader's page: by its name there, or else by how it begins."""
        begins = next((line.strip() for line in self.source.splitlines() if line.strip()), "")
        return self.id if self.name else f"that begins with `{begins[:40].replace('`', '')}`"


@dataclass
class Submission:
    """A submission after preflight: cells in the released order, what was noticed, and the state of written answers:
    ``"written"``, ``"empty"``, ``"missing"`` or, where other text in the notebook could be it, ``"elsewhere"``.

    ``usable`` is False where nothing can be scored; ``reordered`` that the student's order was another one.
    """

    cells: list[Rebuilt] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    student: str = "guest"
    usable: bool = True
    reordered: bool = False

    def own_code(self) -> list[Rebuilt]:
        """Code cells that hold a student's own text."""
        return [c for c in self.cells if c.kind == "code" and not c.released and c.word != "setup" and parsed(c.source)]

    def in_their_order(self) -> list[Rebuilt]:
        """The cells as the student had them; each cell that was put back follows the one it was released after."""
        keys: list[tuple[int, int]] = []
        last = -1
        for i, cell in enumerate(self.cells):
            last = last if cell.place is None else cell.place
            keys.append((last, i))
        return [self.cells[i] for _, i in sorted(keys)]
