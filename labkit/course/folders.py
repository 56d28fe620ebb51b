"""Where things are: the course folder, its labs, and what is built from them."""

import re
from dataclasses import dataclass
from pathlib import Path

from labkit.errors import LabkitError

LAB_FOLDER = re.compile(r"(?P<number>\d\d)_(?P<name>[a-z][a-z0-9_]*)")


@dataclass(frozen=True, order=True)
class Lab:
    """One lab: ``labs/03_sigmoid_slope`` has number ``"03"`` and name ``"sigmoid_slope"``."""

    folder: Path

    def __str__(self) -> str:
        """Name the lab as a person would, such as ``labs/03_sigmoid_slope``."""
        return f"labs/{self.folder.name}"

    @property
    def slug(self) -> str:
        """Folder name, such as ``03_sigmoid_slope``."""
        return self.folder.name

    @property
    def number(self) -> str:
        """Two digits, such as ``"03"``: the first part of every exercise id of the lab."""
        return self.slug[:2]

    @property
    def name(self) -> str:
        """Name without the number, such as ``sigmoid_slope``."""
        return self.slug[3:]

    @property
    def source(self) -> Path:
        """The one file that a lab's author edits."""
        return self.folder / "lab.py"

    @property
    def notebook(self) -> Path:
        """The student's notebook, generated and committed."""
        return self.folder / f"{self.name}.ipynb"


@dataclass(frozen=True)
class Course:
    """The folder that holds ``labs/``; what is built goes to ``build/``, students work in ``work/``."""

    root: Path

    @classmethod
    def find(cls, start: Path | None = None) -> "Course":
        """Look for the course in a folder (default: the current one) and in those above it.

        Raises
        ------
        LabkitError
            When no folder on the way up holds a ``labs`` folder.
        """
        start = Path.cwd() if start is None else Path(start).resolve()
        for folder in (start, *start.parents):
            if (folder / "labs").is_dir():
                return cls(folder)
        raise LabkitError(
            f"No course in {start} or above it: a course is a folder that holds 'labs'. "
            "Change into the folder of the course and try again."
        )

    def labs(self) -> list[Lab]:
        """Every lab that has a source, in the order of its number."""
        folders = [source.parent for source in self.root.glob("labs/*/lab.py")]
        return sorted(Lab(folder) for folder in folders if _well_named(folder))

    @property
    def build(self) -> Path:
        """Folder of everything generated and not committed."""
        return self.root / "build"

    def solved(self, lab: Lab) -> Path:
        """Solved notebook, not yet executed."""
        return self.build / "solved" / lab.slug / f"{lab.name}.ipynb"

    def executed(self, lab: Lab) -> Path:
        """Solved notebook with its outputs."""
        return self.build / "executed" / lab.slug / f"{lab.name}.ipynb"


def _well_named(folder: Path) -> bool:
    if LAB_FOLDER.fullmatch(folder.name) is None:
        raise LabkitError(
            f"labs/{folder.name} is not the name of a lab: expected two digits, an underscore and lower-case "
            "words, such as labs/03_sigmoid_slope. Rename the folder."
        )
    return True
