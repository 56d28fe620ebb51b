"""Where exercises are found: each module or package ``labNN_name`` beside this one lists its own in ``EXERCISES``."""

import difflib
import pkgutil
from functools import cache
from importlib import import_module
from typing import Any

from labkit.errors import LabkitError


@cache
def labs() -> dict[str, str]:
    """Lab number -> module (or package) with its exercises."""
    from labkit import exercises

    names = sorted(module.name for module in pkgutil.iter_modules(exercises.__path__))
    return {
        name[3:5]: f"labkit.exercises.{name}"
        for name in names
        if name.startswith("lab") and name[3:5].isdigit() and name[5:6] == "_"
    }


def of_lab(number: str) -> list[Any]:
    """All exercises of one lab, in the order of its module.

    Raises
    ------
    LabkitError
        When there is no such lab, or its module lists no exercises.
    """
    if number not in labs():
        known = ", ".join(labs()) or "none yet"
        raise LabkitError(f"There are no exercises of a lab {number!r}; there are labs {known}.")
    module = import_module(labs()[number])
    if not hasattr(module, "EXERCISES"):
        raise LabkitError(f"{module.__name__} has no list EXERCISES: add one that names its exercises.")
    return list(module.EXERCISES)


def find(id: Any) -> Any:
    """Find an exercise by its id; an exercise is returned as it is.

    Raises
    ------
    LabkitError
        When the id is not one of the course's, with the nearest that are.
    """
    if not isinstance(id, str):
        if hasattr(id, "mark") and hasattr(id, "id"):
            return id
        raise LabkitError(
            f"check takes an exercise's id such as '03.sigmoid' first and got {type(id).__name__}: "
            'check("03.sigmoid", sigmoid).'
        )
    number, _, name = id.rpartition(".")
    if number not in labs() and (meant := _by_name(name)):
        raise LabkitError(f"There is no exercise {id!r}; did you mean {_either(meant)}?")
    known = {exercise.id: exercise for exercise in of_lab(number or name)}
    if id not in known:
        near = difflib.get_close_matches(id, known, n=3) or _by_name(name) or list(known)
        raise LabkitError(f"There is no exercise {id!r}; did you mean {_either(near)}?")
    return known[id]


def _by_name(name: str) -> list[str]:
    """Ids over all labs whose part after the number is this name, or else one much like it."""
    names: dict[str, list[str]] = {}
    for exercise in all_exercises():
        for known in {exercise.name, exercise.id.partition(".")[2]}:
            names.setdefault(known, []).append(exercise.id)
    near = [name] if name in names else difflib.get_close_matches(name, names, n=3, cutoff=0.7)
    return list(dict.fromkeys(id for known in near for id in names[known]))


def _either(ids: list[str]) -> str:
    return " or ".join(repr(id) for id in ids)


def all_exercises() -> list[Any]:
    """Every exercise of the course."""
    return [exercise for number in labs() for exercise in of_lab(number)]
