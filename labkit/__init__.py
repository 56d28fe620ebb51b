"""labkit: open a neural network, look inside, and find out what every part does.

The names that a lab uses most stand here: :func:`check` marks an exercise, :func:`use` takes the student's function
once it is right, :func:`reveal` lays a prediction beside the measurement. They load on first use, so that
``import labkit`` itself costs next to nothing.
"""

from importlib import import_module
from typing import Any

from labkit.errors import LabkitError

__version__ = "0.1.0"

_FIRST_USE = {
    "check": "labkit.exercises",
    "use": "labkit.exercises",
    "reveal": "labkit.exercises",
    "Explorer": "labkit.explorers",
}

__all__ = ["LabkitError", "__version__", "require", *_FIRST_USE]


def require(minimum: str) -> None:
    """Stop with one clear sentence when the installed labkit is older than a lab needs.

    Parameters
    ----------
    minimum : str
        Oldest version that will do, such as ``"0.1"``.

    Raises
    ------
    LabkitError
        When the installed version is older.
    """

    def numbers(version: str) -> list[int]:
        return [int(part) for part in version.split(".")[:3] if part.isdigit()]

    if numbers(__version__) < numbers(minimum):
        raise LabkitError(
            f"This lab needs labkit {minimum} or newer and found {__version__}: "
            "run 'pip install --upgrade labkit', then restart the kernel."
        )


def __getattr__(name: str) -> Any:
    """Import ``check``, ``use``, ``reveal`` and ``Explorer`` when they are first asked for (PEP 562)."""
    if name in _FIRST_USE:
        return getattr(import_module(_FIRST_USE[name]), name)
    raise AttributeError(f"module 'labkit' has no attribute {name!r}")
