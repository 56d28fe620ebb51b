"""The student's working copies: laid out once in ``work/``, never overwritten.

Beside each copy ``.released.json`` keeps a fingerprint of what was handed out. A copy that still has it
was not written in, and a newer release takes its place; any other copy stays, and the release is laid
beside it.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import labkit
from labkit.course.folders import Course
from labkit.course.notebook import digest, read_notebook, write_if_changed
from labkit.errors import LabkitError

RECEIPT = ".released.json"


@dataclass(frozen=True)
class Handout:
    """What happened to one notebook: ``copied``, ``kept``, ``renewed``, or ``beside`` when both now exist."""

    path: Path
    action: str

    def __str__(self) -> str:
        """One line for the student."""
        return {
            "copied": f"{self.path}: your copy",
            "kept": f"{self.path}: yours, left as it is",
            "renewed": f"{self.path}: replaced by the newer release (you had not written in it)",
            "beside": f"{self.path}: a newer release, laid beside yours; copy over what you want to keep",
        }[self.action]


def lay_out(course: Course, work: Path) -> list[Handout]:
    """Give every student notebook its working copy.

    Parameters
    ----------
    course : Course
        Whose ``labs/*/*.ipynb`` are handed out.
    work : Path
        Folder of the working copies, ``work/NN_name/name.ipynb``.

    Raises
    ------
    LabkitError
        When there is no notebook to hand out.
    """
    released = sorted(course.root.glob("labs/[0-9][0-9]_*/*.ipynb"))
    if not released:
        raise LabkitError(f"No notebook in {course.root / 'labs'}: run 'labkit build --notebooks-only' first.")
    return [_hand_out(path, work / path.parent.name) for path in released]


def _hand_out(release: Path, folder: Path) -> Handout:
    receipt = _read_receipt(folder)
    mine = folder / release.name
    current = digest(read_notebook(release))
    if not mine.exists():
        return _copy(release, mine, current, receipt, "copied")
    if current in (*receipt.values(), _written(mine)):
        return Handout(mine, "kept")  # handed out before: nothing newer has been released
    if _untouched(mine, receipt):
        return _copy(release, mine, current, receipt, "renewed")
    return _lay_beside(release, mine, current, receipt)


def _lay_beside(release: Path, mine: Path, current: str, receipt: dict[str, str]) -> Handout:
    """Put a release beside what the student wrote, under the first name that is free or untouched."""
    stem = f"{mine.stem}.new-{labkit.__version__}"
    number = 1
    while True:
        beside = mine.with_name(f"{stem}{'' if number == 1 else f'-{number}'}.ipynb")
        if not beside.exists() or _untouched(beside, receipt):
            return _copy(release, beside, current, receipt, "beside")
        number += 1


def _copy(release: Path, target: Path, current: str, receipt: dict[str, str], action: str) -> Handout:
    write_if_changed(target, release.read_bytes())
    receipt[target.name] = current
    write_if_changed(target.parent / RECEIPT, json.dumps(receipt, indent=1, sort_keys=True).encode())
    return Handout(target, action)


def _untouched(path: Path, receipt: dict[str, str]) -> bool:
    return path.name in receipt and _written(path) == receipt[path.name]


def _written(path: Path) -> str | None:
    """Fingerprint of a working copy; None for a file that cannot be read: the student's to mend."""
    try:
        return digest(read_notebook(path))
    except LabkitError:
        return None


def _read_receipt(folder: Path) -> dict[str, str]:
    """What was handed out before; without a readable receipt every copy counts as written in."""
    try:
        receipt = json.loads((folder / RECEIPT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return receipt if isinstance(receipt, dict) else {}


def open_jupyterlab(work: Path) -> int:
    """Run JupyterLab on the working copies until it is stopped; returns its exit code."""
    return subprocess.run([sys.executable, "-m", "jupyterlab", "--notebook-dir", str(work)]).returncode
