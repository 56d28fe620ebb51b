"""A fingerprint of an experiment's code: it changes when what is computed may have changed, and not otherwise.

Taken from the syntax tree, so comments, blank lines, quotes and line breaks do not count; docstrings are taken out
first, and so is the ``@experiment`` line, because grid and seeds are compared value by value elsewhere. It covers the
function and, step by step, every function, class and constant at the top of the same module whose name appears in it
or in what it uses. What is imported (``labkit.nn`` above all) is not covered: for that there is the numerics version,
which whoever changes the network's numbers raises by hand.
"""

import ast
import hashlib
import inspect
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from labkit.errors import LabkitError


def fingerprint(function: Callable[..., Any]) -> str:
    """Return 16 hexadecimal digits for a function at the top of a module and all that it uses there.

    Raises
    ------
    LabkitError
        When the source cannot be read, or the function is not at the top of its module.
    """
    path = inspect.getsourcefile(sys.modules[function.__module__])
    if path is None:
        raise LabkitError(
            f"The source of {function.__module__} cannot be read: keep experiments in a module file."
        )
    return fingerprint_source(Path(path).read_text(encoding="utf-8"), function.__name__)


def fingerprint_source(source: str, name: str) -> str:
    """Return the fingerprint of the top-level function ``name`` in a module's ``source``."""
    definitions: dict[str, list[ast.stmt]] = {}
    for node in ast.parse(source).body:
        for defined in _defines(node):
            definitions.setdefault(defined, []).append(node)
    if name not in definitions:
        raise LabkitError(f"Experiment function {name!r} is not at the top of its module: move it there.")
    used: set[str] = set()
    queue = [name]
    while queue:
        current = queue.pop()
        if current in used or current not in definitions:
            continue
        used.add(current)
        for node in definitions[current]:
            queue += [part.id for part in ast.walk(_bare(node)) if isinstance(part, ast.Name)]
    text = "\n".join(
        f"{one}: " + " ".join(_spell(_bare(node)) for node in definitions[one]) for one in sorted(used)
    )
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _defines(node: ast.stmt) -> Iterator[str]:
    """Yield the names that a top-level statement defines: of a function, a class, or assigned constants."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from (part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name))


def _bare(node: ast.stmt) -> ast.stmt:
    """Take docstrings and ``@experiment(...)`` away, in place."""
    for part in ast.walk(node):
        if not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if ast.get_docstring(part, clean=False) is not None:
            part.body = part.body[1:] or [ast.Pass()]
        part.decorator_list = [line for line in part.decorator_list if not _is_experiment(line)]
    return node


def _is_experiment(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return getattr(called, "id", getattr(called, "attr", None)) == "experiment"


def _spell(node: Any) -> str:
    """Write a tree down the same way under every Python: ``ast.dump`` gains fields and defaults between versions."""
    if isinstance(node, ast.AST):
        fields = (
            (field, getattr(node, field, None)) for field in node._fields if field not in ("kind", "ctx")
        )
        kept = " ".join(f"{field}={_spell(value)}" for field, value in fields if value not in (None, []))
        return f"{type(node).__name__}({kept})"
    if isinstance(node, list):
        return f"[{' '.join(map(_spell, node))}]"
    return f"{type(node).__name__}:{node!r}"
