"""Signs of tampering, read in the code without running it. They never change a score: they call a human."""

import ast
import re

from labkit.grading.needed import parsed

_NAMES = {
    "ctypes": "reaches below Python",
    "inspect": "looks at frames or sources",
    "gc": "looks through the memory",
    "subprocess": "starts other programs",
    "multiprocessing": "starts other processes",
    "socket": "opens network connections",
    "urllib": "opens network connections",
    "requests": "opens network connections",
    "signal": "changes how it can be stopped",
    "sqlite3": "opens a database",
    "showtraceback": "changes how errors are shown",
    "get_ipython": "reaches into the notebook's shell",
    "reference": "reaches for an exercise's reference",
    "misconceptions": "reaches for an exercise's misconceptions",
    "_getframe": "looks at frames",
    "_exit": "ends its process",
    "fork": "starts other processes",
    "kill": "ends processes",
    "builtins": "changes built-in functions",
    "__builtins__": "changes built-in functions",
    "__subclasses__": "looks through all classes",
    "environ": "reads or changes the environment",
}
_TEXTS = {
    r"labkit\.exercises|labkit\.grading": "reaches into labkit's exercises or grading",
    r"gradebook|secret\.key|submitted": "names the grader's files",
    r"\bfunctional\b": "calls labkit's own functions, or others like them",
    r"/proc/|/etc/": "names files of the system",
}
_PATCHED = ("np", "numpy", "labkit", "nn", "Card", "Verdict", "exercises", "testing", "IPython")
_OURS = ("check", "use", "reveal")


def signs(source: str) -> list[str]:
    """What a cell does that no exercise asks for, each as a few words."""
    tree = parsed(source)
    if tree is None:
        return []
    found = []
    for node in ast.walk(tree):
        for name in _named(node):
            if name in _NAMES:
                found.append(f"`{name}`: {_NAMES[name]}")
        found += _patches(node)
    found += [f"it {why}" for pattern, why in _TEXTS.items() if re.search(pattern, source)]
    return list(dict.fromkeys(found))


def _named(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [part for alias in node.names for part in alias.name.split(".")]
    if isinstance(node, ast.ImportFrom):
        return [*(node.module or "").split("."), *(alias.name for alias in node.names)]
    if isinstance(node, ast.Name):
        return [node.id]
    return [node.attr] if isinstance(node, ast.Attribute) else []


def _patches(node: ast.AST) -> list[str]:
    """Assignments to labkit's own verbs, and to what stands in modules."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return [f"`{node.name}` is defined anew"] if node.name in _OURS else []
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("setattr", "delattr"):
        return ["`setattr`: changes objects by name"]
    if not isinstance(node, (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Delete)):
        return []
    targets = node.targets if isinstance(node, (ast.Assign, ast.Delete)) else [node.target]
    found = []
    for target in targets:
        base = target
        while isinstance(base, (ast.Attribute, ast.Subscript)):
            base = base.value
        if isinstance(base, ast.Name) and (
            (base is target and base.id in _OURS) or (base is not target and base.id in _PATCHED)
        ):
            found.append(f"`{ast.unparse(target)}` is replaced")
    return found
