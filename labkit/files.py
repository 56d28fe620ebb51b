"""Files that outlive us: where they are kept, written whole or not at all, by one writer at a time.

Downloads, parsed data, records, unfinished runs and notebooks all go through here: whoever is killed half-way leaves
the old file or the new one behind, never half of one.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from labkit.errors import LabkitError


def cache_folder() -> Path:
    """Where downloads and parsed data are kept: ``LABKIT_CACHE``, or the user's cache folder for labkit.

    The folder need not exist yet.
    """
    chosen = os.environ.get("LABKIT_CACHE")
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs  # the folder that pooch.os_cache names, without the 0.2 s that importing pooch takes

    return Path(platformdirs.user_cache_dir("labkit"))


def write_whole(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write a file so that others see either nothing (or the old one) or all of it, even if we are killed.

    Parameters
    ----------
    path : Path
        Its folder is made if need be.
    write : callable
        Receives a temporary file in the same folder, which then takes the name ``path`` in one step.

    Raises
    ------
    OSError
        When the disk is full or the folder may not be written; nothing of the temporary file is left.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        with open(temporary, "xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def alone(path: Path, busy: str | None = None) -> Iterator[None]:
    """Hold the lock file ``path`` during a ``with`` block; the system lets go of it if we are killed.

    Parameters
    ----------
    path : Path
        The lock file; it stays behind, empty.
    busy : str, optional
        Without it, wait until the other process is done; with it, raise at once with this sentence.

    Raises
    ------
    LabkitError
        When ``busy`` is given and another process holds the lock, or the file system knows no locks.
    OSError
        When the lock file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "ab") as file:
        try:
            _lock(file, wait=busy is None)
        except OSError as error:
            raise LabkitError(busy or f"{path} cannot be locked: {error}.") from error
        yield  # closing the file unlocks it


def _lock(file: BinaryIO, wait: bool) -> None:
    if os.name == "nt":
        import msvcrt
        import time

        while True:
            try:
                file.seek(0)
                return msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    raise
                time.sleep(0.2)
    import fcntl

    fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
