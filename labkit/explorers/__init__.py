"""Explorers: pictures with sliders. ``explorers.saturation()`` in a cell of its own shows one.

Each explorer is a function in a file of the same name in this folder, and is found there: a new one edits no list.
What they share, or are made of, are the few files named in ``_PARTS``.
"""

from importlib import import_module as _import_module
from pkgutil import iter_modules as _iter_modules

from labkit.explorers.explorer import Explorer

__all__ = ["Explorer", "names"]

_PARTS = {"digits", "explorer", "frames", "live", "one_update", "signals", "slices"}
_FOUND = sorted(module.name for module in _iter_modules(__path__) if module.name not in _PARTS)
for _name in _FOUND:  # the function, not its module, is what a lab calls
    globals()[_name] = getattr(_import_module(f"{__name__}.{_name}"), _name)
__all__ += _FOUND


def names() -> list[str]:
    """Return the names of all explorers, such as ``["backprop_steps", "descent", "saturation"]``."""
    return list(_FOUND)
