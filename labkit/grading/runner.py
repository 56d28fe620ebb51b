"""What runs inside the sandbox: the cells of one notebook, and the questions to the functions that they define.

It is told everything on its standard input, and answers on its standard output in messages of :mod:`wire`. It knows
neither the secret nor a right answer's value nor a score, so there is nothing in here to steal or to forge: whoever
takes this process over can still only hand in answers, and they are compared outside.
"""

import io
import os
import sys
from typing import Any, BinaryIO

import numpy as np

from labkit.exercises import find
from labkit.exercises.answer import AnswerSheet, answer_probes
from labkit.exercises.plain_values import plain
from labkit.exercises.timelimit import OutOfTime, time_limit
from labkit.grading import wire
from labkit.grading.limits import Limits, become, restrain


class Capped(io.StringIO):
    """Text output of which only the beginning is kept."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.left, self.lost = most, 0

    def write(self, text: str) -> int:
        """Keep what still fits."""
        text = str(text)
        kept = text[: self.left]
        self.left -= len(kept)
        self.lost += len(text) - len(kept)
        super().write(kept)
        return len(text)

    def take(self) -> str:
        """Hand over what was written since the last time."""
        text = self.getvalue() + (f"\n[{self.lost} more characters left out]" if self.lost else "")
        self.seek(0)
        self.truncate()
        self.lost = 0
        return text


def main() -> None:
    """Run one job from standard input."""
    wires, job = _take_over_streams()
    limits = Limits(**job["limits"])
    become(int(sys.argv[1]))
    if job["restrained"]:
        restrain(limits)
    Run(job, limits, wires).run()
    wires.flush()
    os._exit(0)  # no exit handlers, no threads of the student's


def _take_over_streams() -> tuple[BinaryIO, dict[str, Any]]:
    """Read the job, move the answers' stream to another number, and leave the usual ones pointing at nothing."""
    job = wire.load(sys.stdin.buffer.read())
    wires = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    return wires, job


class Run:
    """The notebook being run: a shell of its own, and where its answers go."""

    def __init__(self, job: dict[str, Any], limits: Limits, wires: BinaryIO) -> None:
        self.job, self.limits, self.wires = job, limits, wires
        self.exercises = {ask["exercise"]: find(ask["exercise"]) for ask in job["asks"]}
        self.asks = {ask["exercise"]: ask for ask in job["asks"]}
        self.asked: dict[str, Any] = {}
        self.home = os.getpid()
        self.shell = _shell()
        self.printed = Capped(limits.output_kb * 1024)
        # Kept here, out of reach of a cell that exchanges what stands in a module.
        self.tools = (wire.send, time_limit, plain, os.getpid, os._exit)

    def run(self) -> None:
        """Run every cell in order; a check is where its function is asked. What is new at the end is asked again."""
        for cell in self.job["cells"]:
            self._tell(cell=cell["id"])
            if cell.get("check") in self.asks:
                self._ask(cell["check"], "check")
            elif cell.get("check") is None:
                self._run_cell(cell)
        for name in self.asks:
            if name not in self.asked or self.asked[name] is not self._found(name):
                self._ask(name, "end")
        self._tell(done=True)

    def _run_cell(self, cell: dict[str, Any]) -> None:
        error = ""
        sys.stdout = sys.stderr = self.printed
        try:
            with self.tools[1](self.limits.cell_seconds):
                result = self.shell.run_cell(cell["source"], store_history=False)
            problem = result.error_before_exec or result.error_in_exec
            if problem is not None:
                error = "OutOfTime" if isinstance(problem, OutOfTime) else type(problem).__name__
        except BaseException as problem:  # the shell itself may have been tampered with
            error = type(problem).__name__
        finally:
            sys.stdout = sys.stderr = self.printed
        self._tell(ran=cell["id"], printed=self.printed.take(), error=error)

    def _ask(self, name: str, place: str) -> None:
        """Put the questions of one exercise to what the notebook has under its name."""
        exercise, ask = self.exercises[name], self.asks[name]
        found = self._found(name)
        self.asked[name] = found
        self._tell(asking=name)
        if ask["probes"] is None:
            answer: Any = {"blanks": self._plain(found)}
        else:
            try:
                seconds = min(exercise.seconds, self.limits.ask_seconds)
                answer = {"sheet": answer_probes(found, ask["probes"], exercise.call, seconds)}
            except BaseException as problem:
                answer = {"trouble": type(problem).__name__}
        missing = exercise.name not in self.shell.user_ns
        student = self.shell.user_ns.get("student")
        student = student[:100] if isinstance(student, str) else None
        self._tell(answered=name, place=place, missing=missing, student=student, **answer)

    def _found(self, name: str) -> Any:
        return self.shell.user_ns.get(self.exercises[name].name)

    def _plain(self, value: Any) -> Any:
        try:
            with self.tools[1](5):
                return self.tools[2](value)
        except BaseException as problem:
            return f"({type(problem).__name__})"

    def _tell(self, **message: Any) -> None:
        """Send a message; a copy of this process that a cell has forked ends here instead."""
        send, _, _, getpid, leave = self.tools
        if getpid() != self.home:
            leave(0)
        try:
            send(self.wires, message)
        except (TypeError, ValueError, MemoryError):
            short = {k: v for k, v in message.items() if isinstance(v, (str, bool))}
            send(self.wires, short | {"trouble": "an answer that cannot be sent"})
        if "sheet" in message and not isinstance(message["sheet"], AnswerSheet):
            leave(3)


def _shell() -> Any:
    """An IPython shell as a notebook has one, without history, colours or plots that nobody looks at."""
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "NoColor" if _old_colours() else "nocolor"
    shell = InteractiveShell.instance(config=config)
    shell.display_formatter.active_types = ["text/plain"]
    shell.showtraceback = lambda *args, **kwargs: None  # a traceback earns nothing, and formatting it takes time
    np.set_printoptions(threshold=100)
    return shell


def _old_colours() -> bool:
    import IPython

    return IPython.version_info[0] < 9


if __name__ == "__main__":
    main()
