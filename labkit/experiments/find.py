"""Find an experiment by its id: modules called ``labNN_name`` in this package are imported when needed."""

import pkgutil
from importlib import import_module

import labkit.experiments
from labkit.errors import LabkitError
from labkit.experiments.experiment import REGISTRY
from labkit.experiments.specification import Experiment


def find(id: str) -> Experiment:
    """Return the experiment called ``id``.

    Raises
    ------
    LabkitError
        When there is none; the sentence lists those of the lab, or all that there are.
    """
    if id not in REGISTRY:
        _import(f"lab{id.partition('.')[0]}_")
    if id not in REGISTRY:
        lab = [name for name in names() if name.startswith(f"{id[:2]}.")]
        known = ", ".join(lab or names()) or "none yet"
        raise LabkitError(
            f"There is no experiment {id!r}: the known ones{f' of lab {id[:2]}' if lab else ''} are {known}."
        )
    return REGISTRY[id]


def names() -> list[str]:
    """Return the ids of all experiments, in order."""
    _import("lab")
    return sorted(REGISTRY)


def _import(prefix: str) -> None:
    """Import the modules whose name starts with ``prefix``; importing one declares its experiments."""
    for module in pkgutil.iter_modules(labkit.experiments.__path__):
        if module.name.startswith(prefix) and module.name[3:5].isdigit():
            import_module(f"labkit.experiments.{module.name}")
