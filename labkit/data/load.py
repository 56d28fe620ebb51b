"""One door to every data set: ``load(name)``."""

from labkit.data import subset
from labkit.data.dataset import Dataset
from labkit.errors import LabkitError

DIGITS = tuple("0123456789")
NAMES = ("mnist-subset", "mnist", "fashion-mnist", "cifar-10")


def load(name: str = "mnist-subset") -> Dataset:
    """Load a data set by its name."""
    if name not in NAMES:
        raise LabkitError(f"There is no data set {name!r}: choose one of {', '.join(NAMES)}.")
    if name == "mnist-subset":
        return subset.load().dataset(name, DIGITS, (28, 28))
    raise LabkitError(f"{name} is not here yet.")


def fetch(name: str) -> None:
    """Download."""
    load(name)
