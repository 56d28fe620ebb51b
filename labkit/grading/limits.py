"""What a submission may use up. The child sets these on itself before it runs a student's first line."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Limits of one submission.

    ``cell_seconds`` is the time of one cell, ``ask_seconds`` of one exercise's questions (where the exercise itself
    does not allow less), ``total_seconds`` of the whole notebook (also as processor time), ``memory_mb`` of one process
    and of all its processes together, ``file_mb`` of one file and of the private ``/tmp``, ``output_kb`` of all that
    its cells print.
    """

    cell_seconds: float = 40
    ask_seconds: float = 10
    total_seconds: float = 240
    memory_mb: int = 2000
    processes: int = 32
    file_mb: int = 64
    output_kb: int = 64


def restrain(limits: Limits) -> None:
    """Put the calling process under its limits; they cannot be raised again."""
    import resource

    mb = 2**20
    hard = [
        (resource.RLIMIT_AS, limits.memory_mb * mb),
        (resource.RLIMIT_CPU, int(limits.total_seconds) + 1),
        (resource.RLIMIT_FSIZE, limits.file_mb * mb),
        (resource.RLIMIT_NOFILE, 256),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, limits.processes),
    ]
    for kind, most in hard:
        resource.setrlimit(kind, (most, most))


def become(user: int) -> None:
    """Turn from root into a user who owns nothing; an ordinary user stays who they are."""
    if user and os.getuid() == 0:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
