"""What a function's code says without being run: is it a stub, what does it read and call, where did it stop."""

import dis
import linecache
import traceback
import types
from collections.abc import Callable
from typing import Any

import numpy as np


def own_line(problem: BaseException, function: Callable) -> tuple[int, str] | None:
    """Number and text of the last line of the student's own code in a traceback; None without any."""
    home = getattr(getattr(function, "__code__", None), "co_filename", None)
    own = [
        (frame, number)
        for frame, number in traceback.walk_tb(problem.__traceback__)
        if frame.f_code.co_filename == home
        or "ipykernel_" in frame.f_code.co_filename
        or frame.f_code.co_filename.startswith("<ipython-input")
    ]
    if not own:
        return None
    frame, number = own[-1]
    return number, linecache.getline(frame.f_code.co_filename, number).strip()


def is_stub(function: Callable) -> bool:
    """Whether a function does nothing at all but return None."""
    code = getattr(function, "__code__", None)
    if code is None:
        return False
    steps = [step for step in dis.get_instructions(code) if step.opname not in ("RESUME", "NOP")]
    return all(step.opname in ("RETURN_CONST", "LOAD_CONST", "RETURN_VALUE") for step in steps) and {
        step.argval for step in steps if "CONST" in step.opname
    } == {None}


def reads_outside(function: Callable) -> tuple[str, ...]:
    """Names of notebook variables that a function reads: data, not modules, functions or CONSTANTS."""
    data = (np.ndarray, np.generic, bool, int, float, complex, list, dict)
    return tuple(
        dict.fromkeys(
            ".".join(path)
            for path, value in _globals_used(function)
            if len(path) == 1 and not path[0].isupper() and isinstance(value, data)
        )
    )


def calls_of_labkit(function: Callable) -> tuple[str, ...]:
    """Full names of the labkit functions that a function mentions, or that it is."""
    mentioned = [value for _, value in _globals_used(function) if callable(value)]
    names = [qualified_name(value) for value in [function, *mentioned]]
    return tuple(dict.fromkeys(name for name in names if name.startswith("labkit.")))


def qualified_name(function: Any) -> str:
    """Module and name: ``"labkit.nn.functional.sigmoid"``."""
    return f"{getattr(function, '__module__', None)}.{getattr(function, '__qualname__', '')}"


def _globals_used(function: Callable) -> list[tuple[tuple[str, ...], Any]]:
    """Every global name in a function's code with what it stands for, attributes of modules followed."""
    function = getattr(function, "__func__", function)
    if not isinstance(function, types.FunctionType):
        return []
    found: list[tuple[tuple[str, ...], Any]] = []
    todo = [function.__code__]
    while todo:
        code = todo.pop()
        todo += [const for const in code.co_consts if isinstance(const, types.CodeType)]
        module = False  # whether the name found last is a module, whose attributes may follow
        for step in dis.get_instructions(code):
            if step.opname in ("LOAD_GLOBAL", "LOAD_NAME") and step.argval in function.__globals__:
                found.append(((step.argval,), function.__globals__[step.argval]))
            elif step.opname in ("LOAD_ATTR", "LOAD_METHOD") and module and hasattr(found[-1][1], step.argval):
                path, owner = found[-1]
                found[-1] = ((*path, step.argval), getattr(owner, step.argval))
            else:
                module = False
                continue
            module = isinstance(found[-1][1], types.ModuleType)
    return found
