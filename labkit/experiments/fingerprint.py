"""A fingerprint of an experiment's code, which changes only when what is computed may have changed.

It is taken from the syntax tree, so comments, blank lines and line breaks do not count; docstrings are taken
out first, and so is the ``@experiment`` line, because grid and seeds are compared value by value elsewhere. It
covers the function and, step by step, every function, class and constant at the top of a module of
``labkit.experiments`` that it uses: in its own module by name, in a shared one as ``shared.helper`` or after
``from labkit.experiments.shared import helper``.

What lies outside this package, ``labkit.nn`` above all, is not covered: for that there is the numerics version,
which whoever changes the network's numbers raises by hand.
"""

import ast
import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from labkit.errors import LabkitError

Place = tuple[str, str]  # module, and the name of something at its top
PACKAGE = "labkit.experiments"


def fingerprint(function: Callable[..., Any]) -> str:
    """Return 16 hexadecimal digits for a function and all that it uses in this package.

    Raises
    ------
    LabkitError
        When the source cannot be read, or the function is not at the top of its module.
    """
    start = (function.__module__, function.__name__)
    if start[1] not in _definitions(start[0]):
        raise LabkitError(
            f"Experiment function {function.__qualname__!r} is not at the top of {start[0]}: move it there."
        )
    used: dict[Place, str] = {}
    queue = [start]
    while queue:
        place = queue.pop()
        if place not in used:
            nodes = _definitions(place[0]).get(place[1], [])
            used[place] = " ".join(map(_spell, nodes))
            queue += [other for node in nodes for other in _uses(node, place[0])]
    # Modules are left out, so that a file may be renamed; empty entries are local names and builtins.
    lines = sorted(f"{name}: {text}" for (_, name), text in used.items() if text)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _uses(node: ast.stmt, module: str) -> Iterator[Place]:
    """Yield what a definition may refer to: names in its module, and what they stand for where imported."""
    imported = _imports(module)
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            yield imported.get(part.id, (module, part.id))
        elif isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
            package, name = imported.get(part.value.id, ("", ""))
            if package == PACKAGE and find_spec(f"{PACKAGE}.{name}"):
                yield f"{PACKAGE}.{name}", part.attr


@cache
def _tree(module: str) -> ast.Module:
    spec = None if module == "__main__" else find_spec(module)  # a notebook or script has no source to come back to
    if spec is None or spec.origin is None or not spec.origin.endswith(".py"):
        raise LabkitError(f"The source of {module} cannot be read: keep experiments in a module file.")
    tree = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    for part in ast.walk(tree):
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if ast.get_docstring(part, clean=False) is not None:
                part.body = part.body[1:] or [ast.Pass()]
            part.decorator_list = [line for line in part.decorator_list if not _is_experiment(line)]
    return tree


def _is_experiment(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return getattr(called, "id", getattr(called, "attr", None)) == "experiment"


@cache
def _definitions(module: str) -> dict[str, list[ast.stmt]]:
    """Statements at the top of a module of this package by the name that they define or assign."""
    found: dict[str, list[ast.stmt]] = {}
    for node in _tree(module).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names = [node.name]
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)]
        else:
            continue
        for name in names:
            found.setdefault(name, []).append(node)
    return found


@cache
def _imports(module: str) -> dict[str, Place]:
    """Names that a module imports from this package, and where they come from."""
    return {
        alias.asname or alias.name: (node.module, alias.name)
        for node in _tree(module).body
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[:2] == PACKAGE.split(".")
        for alias in node.names
    }


def _spell(node: Any) -> str:
    """Write a tree the same way under every Python: ``ast.dump`` gains fields between versions."""
    if isinstance(node, ast.AST):
        fields = ((field, getattr(node, field, None)) for field in node._fields if field not in ("kind", "ctx"))
        kept = " ".join(f"{field}={_spell(value)}" for field, value in fields if value not in (None, []))
        return f"{type(node).__name__}({kept})"
    if isinstance(node, list):
        return f"[{' '.join(map(_spell, node))}]"
    return f"{type(node).__name__}:{node!r}"
