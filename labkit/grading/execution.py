"""Execution: one submission run in its sandbox from outside, watched, and run again without what broke it off.

Whatever a cell does to its process (ends it, hangs it, fills its memory) costs that cell and nothing after it: the run
starts anew with the cell left out. The same holds for a question that a function does not survive.
"""

import os
import select
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Any

import psutil

from labkit.grading import sandbox, wire
from labkit.grading.limits import Limits

STARTUP = 90  # seconds until the first sign of life
GRACE = 5  # seconds beyond a limit that the process should have kept by itself
RESTARTS = 6
_MOST = 4 * wire.LARGEST


@dataclass
class Answered:
    """One exercise's answers: a sheet, or the blanks of a paper exercise, at its check or at the end."""

    place: str
    sheet: Any = None
    blanks: Any = None
    missing: bool = False
    student: str | None = None
    trouble: str = ""


@dataclass
class Execution:
    """What came out of a run.

    ``lost`` says of each cell and exercise that ended the process how it did; ``errors`` and ``printed`` are by cell.
    """

    answers: dict[str, list[Answered]] = field(default_factory=dict)
    lost_cells: dict[str, str] = field(default_factory=dict)
    lost_asks: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    complete: bool = False
    garbled: str = ""
    problem: str = ""


def execute(
    cells: list[dict[str, Any]], asks: list[dict[str, Any]], limits: Limits, sandboxed: bool = True
) -> Execution:
    """Run cells and ask exercises.

    Parameters
    ----------
    cells : list of dict
        ``id``, ``source``, and for a check ``check``: the exercise that is asked there.
    asks : list of dict
        ``exercise`` and ``probes``; None for the blanks of a paper exercise.
    limits : Limits
    sandboxed : bool
        False runs everything with the rights of the caller.
    """
    lost_cells: dict[str, str] = {}
    lost_asks: dict[str, str] = {}
    begin = time.monotonic()
    while True:
        run = Execution(lost_cells=dict(lost_cells), lost_asks=dict(lost_asks))
        job = {
            "limits": asdict(limits),
            "restrained": sandboxed,
            "cells": [cell for cell in cells if cell["id"] not in lost_cells],
            "asks": [ask for ask in asks if ask["exercise"] not in lost_asks],
        }
        at = _Session(run, limits).watch(sandbox.command(limits, sandboxed), wire.dump(job))
        tired = time.monotonic() - begin > 2 * limits.total_seconds
        if run.complete or run.garbled or not at or tired or len(lost_cells) + len(lost_asks) >= RESTARTS:
            return run
        kind, name = at
        (lost_cells if kind == "cell" else lost_asks)[name] = run.problem


class _Session:
    """One process, from its start to its end."""

    def __init__(self, run: Execution, limits: Limits) -> None:
        self.run, self.limits = run, limits
        self.at: tuple[str, str] | None = None
        self.deadline = self.end = 0.0

    def watch(self, command: list[str], job: bytes) -> tuple[str, str] | None:
        """Start the process, take in its messages, and end it; returns where it was."""
        now = time.monotonic()
        self.deadline, self.end = now + STARTUP, now + self.limits.total_seconds + STARTUP
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | sandbox.ENVIRONMENT if command[0].endswith("python") else sandbox.ENVIRONMENT,
            start_new_session=True,
        )
        try:
            with suppress(BrokenPipeError):
                process.stdin.write(job)
                process.stdin.close()
            self._listen(process)
        finally:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            process.stdout.close()
            code = process.wait()
        if not self.run.complete and not self.run.problem:
            self.run.problem = "it ended its process" if code >= 0 else "it ended its process with a crash"
        return self.at

    def _listen(self, process: subprocess.Popen) -> None:
        descriptor, buffer, received = process.stdout.fileno(), bytearray(), 0
        looked = time.monotonic()
        while not self.run.complete:
            ready, _, _ = select.select([descriptor], [], [], 0.25)
            now = time.monotonic()
            if now - looked > 0.25:
                looked = now
                if _memory(process.pid) > self.limits.memory_mb * 2**20:
                    self.run.problem = f"it used more than {self.limits.memory_mb} MB of memory"
                    return
            if now > min(self.deadline, self.end):
                self.run.problem = "it did not come to an end"
                return
            if not ready:
                continue
            data = os.read(descriptor, 2**20)
            received += len(data)
            if not data:
                return
            try:
                if received > _MOST:
                    raise wire.Garbled("more data than any answer needs")
                buffer += data
                for message in wire.split(buffer):
                    self._take(wire.load(message))
            except (wire.Garbled, KeyError, TypeError, ValueError, AttributeError) as problem:
                self.run.garbled = str(problem) or "an unreadable message"
                return

    def _take(self, message: dict[str, Any]) -> None:
        """Take in one message; anything unexpected raises and counts as garbled."""
        now = time.monotonic()
        if "cell" in message:
            self.at = ("cell", str(message["cell"]))
            self.deadline = now + self.limits.cell_seconds + GRACE
        elif "ran" in message:
            cell = str(message["ran"])
            self.run.printed[cell] = str(message["printed"])[: self.limits.output_kb * 1024 + 100]
            if message["error"]:
                self.run.errors[cell] = str(message["error"])[:100]
        elif "asking" in message:
            self.at = ("ask", str(message["asking"]))
            self.deadline = now + 2 * self.limits.ask_seconds + GRACE  # it is asked everything twice
        elif "answered" in message:
            self.run.answers.setdefault(str(message["answered"]), []).append(
                Answered(
                    str(message["place"]),
                    message.get("sheet"),
                    message.get("blanks"),
                    bool(message["missing"]),
                    message["student"],
                    str(message.get("trouble", "")),
                )
            )
        elif message.get("done"):
            self.run.complete = True


def _memory(pid: int) -> int:
    """Memory of a process and all that it started, in bytes."""
    try:
        processes = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    except psutil.Error:
        return 0
    total = 0
    for process in processes:
        with suppress(psutil.Error):
            total += process.memory_info().rss
    return total
