"""An LMS's zip file, opened with suspicion: nothing leaves its folder, nothing grows without end, nothing is a link."""

import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from labkit.errors import LabkitError
from labkit.grading.notebook_file import LARGEST

MOST_FILES = 5000
MOST_BYTES = 2 * 2**30


def members(path: Path) -> Iterator[tuple[PurePosixPath, bytes | None]]:
    """Read every file of a zip; None for one that is too large or damaged.

    Raises
    ------
    LabkitError
        When the archive is damaged, reaches out of its folder, or unpacks to more than any cohort hands in.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            for entry in entries:
                _require_harmless(path, entry)
            if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise LabkitError(f"{path} unpacks to far more than a cohort hands in: unpack it yourself and look.")
            for entry in entries:
                yield PurePosixPath(entry.filename), _content(archive, entry)
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as problem:
        raise LabkitError(f"{path} is not a readable zip file ({problem}): download it again.") from None


def _require_harmless(path: Path, entry: zipfile.ZipInfo) -> None:
    name = PurePosixPath(entry.filename.replace("\\", "/"))
    outside = name.is_absolute() or ".." in name.parts or ":" in (name.parts[0] if name.parts else "")
    if outside or stat.S_ISLNK(entry.external_attr >> 16):
        raise LabkitError(f"{path} holds {entry.filename!r}, which would leave its folder: do not use this file.")


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    """Unpack one file, and no more of it than a notebook can have, whatever its entry promises."""
    if entry.file_size > LARGEST:
        return None
    try:
        with archive.open(entry) as file:
            data = file.read(LARGEST + 1)
    except (zipfile.BadZipFile, RuntimeError, EOFError, OSError, ValueError):
        return None
    return data if len(data) <= LARGEST else None
