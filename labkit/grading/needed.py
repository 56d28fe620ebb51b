"""Which cells a grade needs: those that define what an exercise is asked for, and whatever these stand on.

Most of a lab's time goes into experiments that carry no points. They are left out by looking at names: starting from
the functions that are asked, every statement that binds (or may change) a name that is needed is needed too, with all
the names that it reads. A cell as it was released is cut statement by statement, a cell that the student wrote is taken
whole.

Could a student tell grading from working by this? Only by looking at the surroundings, and a notebook whose cells look
there (``globals``, ``sys``, ``inspect``, magics, ...) is *opaque*: it is run in full, as Run All does. Nor is there
anything to win: points come from answers to inputs that nobody has seen, never from what a cell notices. And nobody can
lose: where a function is not right after a run of the needed cells alone, and could have missed something, the whole
notebook is run (see :mod:`marking`).
"""

import ast
import symtable
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from IPython.core.inputtransformer2 import TransformerManager

_AROUND = """
globals locals vars dir eval exec compile open input breakpoint get_ipython In Out _ __ __import__ setattr delattr
getattr hasattr sys os inspect gc importlib builtins __builtins__ __main__ ctypes threading signal subprocess
multiprocessing time psutil pathlib Path tracemalloc resource platform socket logging atexit traceback
"""
LOOKS_AROUND = frozenset(_AROUND.split())
"""Names with which a cell can look at what runs it, or change it unseen."""


@dataclass(frozen=True)
class Unit:
    """A piece of code that is run or left out as a whole."""

    source: str
    binds: frozenset[str]
    plain: frozenset[str]  # those bound to values, which other code can change
    reads: frozenset[str]
    imports: bool


@dataclass
class Names:
    """Names of the notebook that a piece of code binds, changes and reads; not those local to a function."""

    binds: set[str] = field(default_factory=set)
    plain: set[str] = field(default_factory=set)
    reads: set[str] = field(default_factory=set)

    def take(self, table: symtable.SymbolTable, top: bool = True) -> set[str]:
        """Take in the names of a scope and those below; returns the names that are local somewhere below."""
        local: set[str] = set()
        for symbol in table.get_symbols():
            ours = top or symbol.is_global()
            if not ours:
                local.add(symbol.get_name())
            elif symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace():
                self.binds.add(symbol.get_name())
                if symbol.is_assigned() and not symbol.is_namespace():
                    self.plain.add(symbol.get_name())
            if ours and symbol.is_referenced():
                self.reads.add(symbol.get_name())
        for child in table.get_children():
            local |= self.take(child, top=False)
        return local

    def change(self, tree: ast.AST, local: set[str]) -> None:
        """Count ``a.b = c`` and ``a[b] = c`` as a change of ``a``."""
        for node in ast.walk(tree):
            if not isinstance(node, (ast.Attribute, ast.Subscript)) or isinstance(node.ctx, ast.Load):
                continue
            base: ast.expr = node
            while isinstance(base, (ast.Attribute, ast.Subscript)):
                base = base.value
            if isinstance(base, ast.Name) and base.id not in local:
                self.binds.add(base.id)
                self.plain.add(base.id)


@cache
def parsed(source: str) -> ast.Module | None:
    """A cell as Python, magics resolved; None when it is none (then it does nothing but raise)."""
    try:
        return ast.parse(TransformerManager().transform_cell(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def names_of(tree: ast.AST) -> Names:
    """Everything that a tree binds and reads."""
    names = Names()
    names.change(tree, names.take(symtable.symtable(ast.unparse(tree), "cell", "exec")))
    if any(isinstance(node, ast.ImportFrom) and node.names[0].name == "*" for node in ast.walk(tree)):
        names.binds.add("*")
    return names


def is_opaque(source: str) -> bool:
    """Whether a cell can look at, or change, what no list of names shows."""
    tree = parsed(source)
    if tree is None:
        return False
    names = names_of(tree)
    words = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} | _modules(tree)
    return bool((names.binds | names.reads | words) & LOOKS_AROUND) or "*" in names.binds or "__" in source


def _modules(tree: ast.AST) -> set[str]:
    """First names of the modules that a cell imports, whatever it calls them."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def units_of(source: str, released: bool) -> list[Unit]:
    """Cut a released cell into its statements; keep a student's whole."""
    tree = parsed(source)
    if tree is None:
        return []
    pieces: list[ast.AST] = list(tree.body) if released else [tree]
    units = []
    for piece in pieces:
        names = names_of(piece)
        text = ast.unparse(piece) if released else source
        imports = isinstance(piece, (ast.Import, ast.ImportFrom))
        units.append(Unit(text, frozenset(names.binds), frozenset(names.plain), frozenset(names.reads), imports))
    return units


def needed(cells: Iterable[tuple[str, bool]], wanted: Iterable[str]) -> list[str] | None:
    """Shorten cells to what is needed for some names.

    Parameters
    ----------
    cells : iterable of (source, released)
        All code cells in order.
    wanted : iterable of str
        Names that will be asked for.

    Returns
    -------
    list of str, or None
        What to run of each cell, empty where nothing is; None when all of it must be run.
    """
    cells = list(cells)
    if any(not released and is_opaque(source) for source, released in cells):
        return None
    units = [units_of(source, released) for source, released in cells]
    values = {name for cell in units for unit in cell if not unit.imports for name in unit.plain}
    names, chosen = set(wanted), set()
    while True:
        found = {
            (i, j)
            for i, cell in enumerate(units)
            for j, unit in enumerate(cell)
            if (i, j) not in chosen and _touches(unit, cells[i][1], values) & names
        }
        if not found:
            break
        chosen |= found
        names |= {name for i, j in found for name in units[i][j].reads}
    return ["\n".join(unit.source for j, unit in enumerate(cell) if (i, j) in chosen) for i, cell in enumerate(units)]


def _touches(unit: Unit, released: bool, values: set[str]) -> frozenset[str]:
    """Names that a unit may give another meaning; a student's cell may change every value that it reads."""
    return unit.binds if released else unit.binds | (unit.reads & values)
