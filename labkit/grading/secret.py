"""The secret: inputs that nobody can know beforehand, and that come out the same when graded again.

The code of the course is public, so whoever knew the inputs could write down the answers. The inputs of one exercise
and one student are drawn from HMAC-SHA256(secret, exercise, student). The secret stays with the grader: what enters a
sandbox are the drawn arrays, from which it cannot be worked back.
"""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

import numpy as np

from labkit.errors import LabkitError

SIZE = 32


def create(path: Path) -> None:
    """Write a fresh secret that only its owner may read; one that is there is never overwritten."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(SIZE) + "\n")
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> bytes:
    """Read the secret.

    Raises
    ------
    LabkitError
        When there is none, or it is not one that :func:`create` wrote.
    """
    try:
        secret = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except FileNotFoundError:
        raise LabkitError(f"There is no secret in {path}: run 'labkit release' first; it makes one.") from None
    except ValueError:
        secret = b""
    if len(secret) != SIZE:
        raise LabkitError(f"{path} is not a secret of this course: restore it from a backup, or delete it and release.")
    return secret


def rng(secret: bytes, exercise: str, student: str) -> np.random.Generator:
    """Draw the inputs of one exercise for one student."""
    words = b"\0".join(word.encode() for word in (exercise, student))
    return np.random.default_rng(list(hmac.new(secret, words, hashlib.sha256).digest()))
