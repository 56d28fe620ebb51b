"""Collect: take in notebooks as they come, match them to students and labs, and keep every original.

Nothing is changed in what comes in. Each file is kept under ``submitted-originals/STUDENT/CHECKSUM/``, named as it was,
and the copy that is graded is laid where nbgrader looks for it, with the time of handing in beside it. Collecting the
same folder twice changes nothing; a newer file of the same student and lab takes the older one's place.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from labkit.course.notebook import write_if_changed
from labkit.errors import LabkitError
from labkit.files import alone
from labkit.grading.archive import members
from labkit.grading.file_names import owner, student_id
from labkit.grading.handed_in import STAMP, stamp_beside, stamped, table_of_times
from labkit.grading.notebook_file import LARGEST, Unreadable, parse
from labkit.grading.places import Places

_ID = re.compile(r"(?:ex|check|written|predict)-(\d\d)-\w+")


@dataclass(frozen=True)
class Arrival:
    """One file that came in: whose it is and of which lab, or why that cannot be said."""

    path: str
    student: str = ""
    lab: str = ""
    action: str = ""
    problem: str = ""

    def __str__(self) -> str:
        """One line for the instructor."""
        return f"{self.path}: {self.problem or f'{self.action} as {self.student}, lab {self.lab}'}"


@dataclass(frozen=True)
class _File:
    path: PurePosixPath
    data: bytes | None
    when: datetime  # what is newer is told by this
    handed_in: datetime | None  # None where nothing tells


def collect(source: Path, places: Places, lab: str = "", times: Path | None = None) -> list[Arrival]:
    """Take in a folder or a zip file.

    Parameters
    ----------
    source : Path
        A folder per student, a folder of LMS files, or the LMS's zip.
    places : Places
        Where the cohort lies.
    lab : str
        The lab of everything in there, by number or name, where the notebooks are not to be asked.
    times : Path, optional
        A CSV file with the columns ``id`` and ``submitted``, where the files do not tell when they were handed in.

    Raises
    ------
    LabkitError
        When there is nothing to read, or a zip file is dangerous.
    """
    labs = places.labs()
    if not labs:
        raise LabkitError(f"No lab was released to {places.root}: run 'labkit release' first.")
    chosen = [slug for slug in labs if lab and lab in (slug, slug[:2], slug[3:])]
    if lab and not chosen:
        raise LabkitError(f"Lab {lab!r} was not released to {places.root}; there are {', '.join(labs)}.")
    told = table_of_times(times) if times else {}
    with alone(places.lock, busy=f"Another labkit is working in {places.root}: wait until it is done."):
        files = sorted(_files(Path(source)), key=lambda file: (file.when, str(file.path)))
        namesakes = _namesakes(files)
        return [_take(places, labs, chosen[0] if chosen else "", file, namesakes, told) for file in files]


def _namesakes(files: list[_File]) -> set[str]:
    """Students of whom the LMS knows several under one name: they are told apart by its numbers."""
    numbers: dict[str, set[str]] = {}
    for file in files:
        student, user, _ = owner(file.path)
        numbers.setdefault(student, set()).add(user)
    return {student for student, users in numbers.items() if len(users - {""}) > 1}


def _files(source: Path) -> Iterator[_File]:
    if source.is_file() and source.suffix == ".zip":
        when = datetime.fromtimestamp(source.stat().st_mtime, UTC)
        inside = list(members(source))
        stamps = {
            name.parent: stamped((data or b"").decode(errors="replace")) for name, data in inside if name.name == STAMP
        }
        for name, data in inside:
            if name.suffix == ".ipynb" and not _hidden(name):
                yield _File(name, data, stamps.get(name.parent) or when, stamps.get(name.parent))
    elif source.is_dir():
        for path in sorted(source.rglob("*.ipynb")):
            inside = PurePosixPath(path.relative_to(source).as_posix())
            if path.is_symlink() or not path.is_file() or _hidden(inside):
                continue
            if not path.resolve().is_relative_to(source.resolve()):
                continue
            data = path.read_bytes() if path.stat().st_size <= LARGEST else None
            when = stamp_beside(path) or datetime.fromtimestamp(path.stat().st_mtime, UTC)
            yield _File(inside, data, when, when)
    else:
        raise LabkitError(f"{source} is neither a folder nor a zip file: name what the LMS gave you.")


def _hidden(path: PurePosixPath) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in path.parts)


def _take(
    places: Places, labs: list[str], lab: str, file: _File, namesakes: set[str], told: dict[str, datetime]
) -> Arrival:
    """Keep one file, and lay it where it is graded if it is known whose and what it is."""
    student, user, name = owner(file.path)
    student = f"{student}_{user}" if student in namesakes and user else student
    where = str(file.path)
    data = file.data
    if data is None:
        return Arrival(where, problem="too large or damaged, so not taken: ask for it again")
    checksum = hashlib.sha256(data).hexdigest()
    kept = places.originals / (student or "_unmatched") / checksum[:16] / (student_id(name) or "notebook.ipynb")
    write_if_changed(kept, data)
    if not student:
        return Arrival(where, problem="whose it is cannot be told: put it into a folder with the student's id")
    lab = lab or _lab_of(data, name, file.path, labs)
    if not lab:
        return Arrival(where, student, problem="of which lab it is cannot be told: name it with --lab")
    target = places.submitted(student, lab)
    handed_in = told.get(student) or file.handed_in
    receipts = target.with_name(".collected.json")
    known = _receipts(receipts)
    if checksum in known and target.exists():
        if student in told and known[-1] == checksum:
            _stamp(target, handed_in)
        return Arrival(where, student, lab, "already there" if known[-1] == checksum else "an older one, left")
    existed = target.exists()
    write_if_changed(target, data)
    _stamp(target, handed_in)
    write_if_changed(receipts, json.dumps([*known, checksum]).encode())
    return Arrival(where, student, lab, "replaced by this" if existed else "taken")


def _stamp(target: Path, when: datetime | None) -> None:
    """Lay the time of handing in beside the copy that is graded; where nothing tells it, there is none."""
    path = target.with_name(STAMP)
    if when is None:
        path.unlink(missing_ok=True)
    else:
        write_if_changed(path, when.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC\n").encode())


def _receipts(path: Path) -> list[str]:
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return known if isinstance(known, list) else []


def _lab_of(data: bytes, name: str, path: PurePosixPath, labs: list[str]) -> str:
    """Lab of a notebook: by what stands in it, then by its name, then by its folder."""
    numbers = {slug[:2]: slug for slug in labs}
    try:
        cells, metadata = parse(data)
    except Unreadable:
        cells, metadata = [], {}
    words = metadata.get("labkit") if isinstance(metadata.get("labkit"), dict) else {}
    if words.get("lab") in labs:
        return words["lab"]
    found = [m[1] for cell in cells for text in (cell.id, cell.grade_id) if (m := _ID.fullmatch(text))]
    found += [m[1] for cell in cells if (m := re.match(r'\s*check\(\s*["\'](\d\d)\.', cell.source))]
    if found:
        return numbers.get(max(set(found), key=found.count), "")
    stem = PurePosixPath(name).stem.lower()
    for slug in labs:
        if slug in stem or slug[3:] in stem.replace(" ", "_").replace("-", "_"):
            return slug
    for text in (stem, *(part.lower() for part in path.parts[:-1])):
        number = re.search(r"(?:^|lab[ _-]?)(\d\d?)(?!\d)", text)
        if number and number[1].zfill(2) in numbers:
            return numbers[number[1].zfill(2)]
    return ""
