"""CIFAR-10's binary format: records of 3,073 bytes, a label and 32 x 32 pixels in red, green and blue.

The six batches stand in a folder ``cifar-10-batches-bin`` or in the archive ``cifar-10-binary.tar.gz``, which is
read as it is. Source: the section "Binary version" of https://www.cs.toronto.edu/~kriz/cifar.html.
"""

import tarfile
import zlib
from pathlib import Path

import numpy as np

from labkit.data.pixels import Pixels
from labkit.errors import LabkitError

FOLDER = "cifar-10-batches-bin"
TRAIN = tuple(f"data_batch_{number}.bin" for number in range(1, 6))
TEST = "test_batch.bin"
CLASS_NAMES = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
SHAPE = (3, 32, 32)
RECORD = 1 + 3 * 32 * 32


def read_folder(folder: Path, remedy: str) -> Pixels:
    """Read the batches in a folder: the test batch, and one to five training batches; missing ones are noted.

    Raises
    ------
    LabkitError
        When there is no test batch or no training batch, or one is damaged.
    """
    there = [name for name in TRAIN if (folder / name).is_file()]
    needed = [TEST, *(there or TRAIN[:1])]
    for name in needed:
        if not (folder / name).is_file():
            raise LabkitError(f"{folder / name} is missing, expected a CIFAR-10 batch: {remedy}.")
    missing = [name for name in TRAIN if name not in there]
    notes = ()
    if missing:
        notes = (f"This copy lacks {len(missing)} of the 5 training batches: {', '.join(missing)}.",)
    batches = {name: _batch((folder / name).read_bytes(), folder / name, remedy) for name in needed}
    return _join(batches, there, notes)


def read_archive(path: Path, remedy: str) -> Pixels:
    """Read all six batches from ``cifar-10-binary.tar.gz``, in one pass and without unpacking it to disk.

    Raises
    ------
    LabkitError
        When the archive is damaged or lacks a batch.
    """
    batches = {}
    try:
        with tarfile.open(path, "r|gz") as archive:
            for member in archive:
                name = Path(member.name).name
                if member.isfile() and name in (*TRAIN, TEST):
                    batches[name] = _batch(archive.extractfile(member).read(), path / member.name, remedy)
    except (OSError, EOFError, zlib.error, tarfile.TarError) as error:
        raise LabkitError(f"{path} is damaged or cut short ({error}), expected a .tar.gz: {remedy}.") from error
    if missing := [name for name in (*TRAIN, TEST) if name not in batches]:
        raise LabkitError(f"{path} lacks {', '.join(missing)}, expected six batches: {remedy}.")
    return _join(batches, TRAIN, ())


def _batch(data: bytes, path: Path, remedy: str) -> np.ndarray:
    """Return records (images, 3073) of a batch."""
    if not data or len(data) % RECORD:
        raise LabkitError(
            f"{path} is cut short or no CIFAR-10 batch: it holds {len(data):,} bytes, expected a multiple of "
            f"{RECORD:,}: {remedy}."
        )
    records = np.frombuffer(data, dtype=np.uint8).reshape(-1, RECORD)
    labels = records[:, 0]
    if labels.max() >= len(CLASS_NAMES):
        raise LabkitError(
            f"{path} holds the label {labels.max()} (image {int(labels.argmax())}), expected 0 to 9: {remedy}."
        )
    return records


def _join(batches: dict[str, np.ndarray], train: list[str] | tuple[str, ...], notes: tuple[str, ...]) -> Pixels:
    records = np.concatenate([batches[name] for name in train])
    test = batches[TEST]
    return Pixels(records[:, 1:], records[:, 0], test[:, 1:], test[:, 0], notes)
