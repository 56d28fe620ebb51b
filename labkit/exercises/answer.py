"""An answer sheet: what a function did with every probe, as plain data.

This is the only file that runs a student's code. What comes out holds arrays, numbers and text, nothing of
the student's own, so that a grader can fill the sheet inside a sandbox and mark it outside.
"""

import io
import time
import warnings
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from labkit.exercises.code_reading import calls_of_labkit, is_stub, own_line, reads_outside
from labkit.exercises.description import a_or_an
from labkit.exercises.plain_values import plain, repeats, same
from labkit.exercises.probe import Probe
from labkit.exercises.timelimit import OutOfTime, time_limit

GENEROUS = 10.0
"""Seconds for all probes of one check together."""


@dataclass(frozen=True)
class Answer:
    """What one probe brought out of a function.

    ``value`` is a plain value, see :mod:`labkit.exercises.plain_values`. ``error`` and ``message`` are the type
    and text of an exception, ``line`` the number and source of the line of the student's own code it came from.
    """

    value: Any = None
    error: str | None = None
    message: str = ""
    line: tuple[int, str] | None = None
    warnings: tuple[str, ...] = ()
    mutated: tuple[int | str, ...] = ()
    printed: str = ""
    seconds: float = 0.0
    repeatable: bool = True


@dataclass(frozen=True)
class AnswerSheet:
    """The answers of one function to a list of probes.

    ``given`` says what was handed in instead of a function, ``stub`` that the function is still empty,
    ``reads`` which variables of the notebook it looks at, ``calls`` which functions of labkit it calls,
    ``slow`` that the time ran out: then the answers stop where it did.
    """

    answers: tuple[Answer, ...] = ()
    given: str = ""
    stub: bool = False
    reads: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    slow: bool = False
    seconds: float = 0.0


def answer_probes(
    function: Any, probes: Sequence[Probe], call: Callable | None = None, seconds: float = GENEROUS
) -> AnswerSheet:
    """Ask a function every probe, each twice, and write down what happens.

    Parameters
    ----------
    function : callable
        The student's function (anything else is reported, not raised).
    probes : sequence of Probe
    call : callable, optional
        ``call(function, *args, **kwargs)`` makes the call; by default ``function(*args, **kwargs)``.
    seconds : float
        Wall time for all first calls; the second calls, which only ask whether the answers repeat, stop
        earlier.
    """
    if not callable(function):
        return AnswerSheet(given="None" if function is None else a_or_an(type(function).__name__))
    answers: list[Answer] = []
    begin = time.perf_counter()
    try:
        with time_limit(seconds):
            for probe in probes:
                answers.append(_ask(function, probe, call))
        slow = False
    except OutOfTime:
        slow = True
    used = time.perf_counter() - begin
    slow = slow or used > seconds
    if not slow:
        _ask_again(function, probes, call, answers, max(0.2, min(seconds - used, used)))
    return AnswerSheet(
        tuple(answers),
        stub=is_stub(function),
        reads=reads_outside(function),
        calls=calls_of_labkit(function),
        slow=slow,
        seconds=used,
    )


def _ask_again(
    function: Callable, probes: Sequence[Probe], call: Callable | None, answers: list[Answer], seconds: float
) -> None:
    """Note in each answer whether it comes out again; those that the time does not reach count as repeatable.

    It goes backwards, so that what a function kept from the call before is now something else.
    """
    try:
        with time_limit(seconds):
            for i in reversed(range(len(answers))):
                first, again = answers[i], _ask(function, probes[i], call)
                same_again = repeats(first.value, again.value) and first.error == again.error
                answers[i] = replace(first, repeatable=same_again)
    except OutOfTime:
        pass


def _ask(function: Callable, probe: Probe, call: Callable | None) -> Answer:
    """Make one call, on fresh arguments and with the screen kept clean."""
    args, kwargs = probe.copy()
    value, error, message, line = None, None, "", None
    printed = io.StringIO()
    begin = time.perf_counter()
    with (
        warnings.catch_warnings(record=True) as caught,
        redirect_stdout(printed),
        np.errstate(divide="warn", over="warn", invalid="warn", under="ignore"),
    ):
        warnings.simplefilter("always")
        try:
            value = plain(call(function, *args, **kwargs) if call else function(*args, **kwargs))
        except (Exception, SystemExit) as problem:
            error, message, line = type(problem).__name__, str(problem), own_line(problem, function)
    changed = [i for i, (was, now) in enumerate(zip(probe.args, args, strict=True)) if not same(plain(was), plain(now))]
    changed += [name for name, was in probe.kwargs.items() if not same(plain(was), plain(kwargs[name]))]
    return Answer(
        value,
        error,
        message,
        line,
        warnings=_numeric(caught),
        mutated=tuple(changed),
        printed=printed.getvalue()[:1000],
        seconds=time.perf_counter() - begin,
    )


def _numeric(caught: list[warnings.WarningMessage]) -> tuple[str, ...]:
    """Warnings of arithmetic, each once: ``"overflow encountered in exp"``; no deprecations."""
    return tuple(dict.fromkeys(str(w.message) for w in caught if issubclass(w.category, RuntimeWarning)))
