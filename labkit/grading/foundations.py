"""Foundations: the files of labkit that a piece of it rests on, found by reading imports, without running anything.

An import of a name leads to the file that defines it, through any ``__init__`` that only hands it on; so an exercise
that takes ``sigmoid`` from :mod:`labkit.nn.functional` rests on the file of the sigmoid and not on its neighbours. A
package that is imported as a whole is followed by the attributes that are read of it, and counts with all that it
imports where it is used in any other way.
"""

import ast
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import labkit

ROOT = Path(labkit.__file__).resolve().parent


class Import(NamedTuple):
    """One name that a file imports: from where (``level`` as in :mod:`ast`), as what, and the attributes that are read
    of it, or None where it is also used as it is, so that anything may be.
    """

    level: int
    module: str
    name: str
    known_as: str
    attributes: frozenset[str] | None


class File:
    """What one file holds that matters. Comments, docstrings and line breaks change no points, so they do not."""

    def __init__(self, source: str) -> None:
        tree = _without_docstrings(ast.parse(source))
        nodes = list(ast.walk(tree))
        self.digest = hashlib.sha256(ast.unparse(tree).encode()).hexdigest()
        self.ids = {text for node in nodes if (text := _id_given(node))}
        self.imports = list(_imports(nodes))


@cache
def read(source: str) -> File:
    """Read a file, once for each state that it has been in."""
    return File(source)


class Code:
    """The code of labkit as it stands now."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self._files: dict[Path, File] = {}
        self._below: dict[Path, set[Path]] = {}

    def __getitem__(self, path: Path) -> File:
        if path not in self._files:
            self._files[path] = read(path.read_text(encoding="utf-8"))
        return self._files[path]

    def file_of(self, module: str) -> Path | None:
        """Find where a module or package of labkit is written; None when it is none."""
        package, *parts = module.split(".")
        if package != "labkit":
            return None
        path = self.root.joinpath(*parts)
        candidates = [path / "__init__.py", *([path.with_suffix(".py")] if parts else [])]
        return next((file for file in candidates if file.is_file()), None)

    def foundations(self, paths: Iterable[Path]) -> set[Path]:
        """Collect some files and all those that they rest on, directly or through others."""
        todo, found = list(paths), set()
        while todo:
            path = todo.pop()
            if path not in found:
                found.add(path)
                if path not in self._below:
                    self._below[path] = {below for one in self[path].imports for below in self._behind(one, path)}
                todo += self._below[path]
        return found

    def _behind(self, one: Import, path: Path) -> set[Path]:
        """Files behind an imported name: its own, or, of a package, those of the attributes that are read of it."""
        module = self._module(one, path)
        home = self._home(module, one.name)
        if home is None:
            return set()
        package = f"{module}.{one.name}"
        if home.name == "__init__.py" and home == self.file_of(package) and one.attributes:
            homes = {self._home(package, name) for name in one.attributes} - {None}
            if home not in homes:  # else something that the package itself defines is used
                return homes
        return {home}

    def _home(self, module: str, name: str) -> Path | None:
        """Find the file that ``from module import name`` ends at: a module so called, or whichever defines the name."""
        path = self.file_of(module)
        if path is None:
            return None
        for one in self[path].imports if path.name == "__init__.py" else ():
            origin = self._module(one, path)
            if one.known_as == name and (origin, one.name) != (module, name):
                return self._home(origin, one.name) or path
        return self.file_of(f"{module}.{name}") or path

    def _module(self, one: Import, path: Path) -> str:
        """Name of the module of an import, relative ones worked out."""
        folders = path.parents[one.level - 1].relative_to(self.root).parts if one.level else ()
        return ".".join([*(["labkit", *folders] if one.level else []), *([one.module] if one.module else [])])


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        holds = isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        if holds and ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return tree


def _id_given(node: ast.AST) -> str | None:
    """Text that a call gives as its ``id``, as exercises are named."""
    given = isinstance(node, ast.keyword) and node.arg == "id" and isinstance(node.value, ast.Constant)
    return node.value.value if given and isinstance(node.value.value, str) else None


def _imports(nodes: list[ast.AST]) -> Iterator[Import]:
    """Everything that a file imports, at its top or within a function."""
    uses = _uses(nodes)
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                package, _, name = alias.name.rpartition(".")
                yield Import(0, package or name, name, "", None)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                known_as = alias.asname or alias.name
                read_of = uses.get(known_as, {None})
                attributes = None if None in read_of else frozenset(read_of)
                yield Import(node.level, node.module or "", alias.name, known_as, attributes)


def _uses(nodes: list[ast.AST]) -> dict[str, set[str | None]]:
    """Name -> attributes that are read of it; None among them where it is used as it is."""
    uses: dict[str, set[str | None]] = {}
    inner = set()
    for node in nodes:  # a node comes before those below it, so an attribute before its name
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            uses.setdefault(node.value.id, set()).add(node.attr)
            inner.add(node.value)
        elif isinstance(node, ast.Name) and node not in inner:
            uses.setdefault(node.id, set()).add(None)
    return uses
