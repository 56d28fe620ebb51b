"""MNIST's file format, IDX: a magic number, sizes as big-endian 32-bit whole numbers, then plain bytes.

Images begin with 2051 (0x00000803: bytes, three dimensions), labels with 2049 (0x00000801: one dimension).
Source: the format section of http://yann.lecun.com/exdb/mnist/.
"""

import gzip
import zlib
from pathlib import Path

import numpy as np

from labkit.data.pixels import Pixels
from labkit.data.sources import IDX_FILES
from labkit.errors import LabkitError

IMAGES_MAGIC, LABELS_MAGIC = 2051, 2049
SIDE, N_CLASSES = 28, 10


def read_set(folder: Path, remedy: str) -> Pixels:
    """Read the four files of MNIST or Fashion-MNIST.

    Parameters
    ----------
    folder : Path
        Holds the four ``*-ubyte.gz`` files.
    remedy : str
        What to do about a bad file; ends every error.

    Raises
    ------
    LabkitError
        When a file is missing, damaged, of another kind, or images and labels differ in number.
    """
    train_images, train_labels, test_images, test_labels = (folder / file for file in IDX_FILES)
    return Pixels(*_pair(train_images, train_labels, remedy), *_pair(test_images, test_labels, remedy))


def _pair(images_path: Path, labels_path: Path, remedy: str) -> tuple[np.ndarray, np.ndarray]:
    images, labels = read_images(images_path, remedy), read_labels(labels_path, remedy)
    if len(images) != len(labels):
        raise LabkitError(
            f"{labels_path} holds {len(labels):,} labels, expected one for each of the {len(images):,} images "
            f"in {images_path.name}: {remedy}."
        )
    return images, labels


def read_images(path: Path, remedy: str) -> np.ndarray:
    """Read a file of 28 x 28 images; return bytes of shape (images, 784)."""
    data, (n, height, width) = _read(path, IMAGES_MAGIC, "images", 3, remedy)
    if (height, width) != (SIDE, SIDE):
        raise LabkitError(f"{path} holds images of {height} x {width} pixels, expected {SIDE} x {SIDE}: {remedy}.")
    return _content(path, data, (n, SIDE * SIDE), remedy)


def read_labels(path: Path, remedy: str) -> np.ndarray:
    """Read a file of labels 0 to 9; return bytes of shape (images,)."""
    data, sizes = _read(path, LABELS_MAGIC, "labels", 1, remedy)
    labels = _content(path, data, sizes, remedy)
    if labels.max() >= N_CLASSES:
        raise LabkitError(
            f"{path} holds the label {labels.max()} (item {int(labels.argmax())}), expected 0 to "
            f"{N_CLASSES - 1}: {remedy}."
        )
    return labels


def _read(path: Path, magic: int, what: str, n_sizes: int, remedy: str) -> tuple[bytes, tuple[int, ...]]:
    """Unpack a file and its header; return all bytes and the sizes."""
    try:
        data = gzip.decompress(path.read_bytes())
    except FileNotFoundError:
        raise LabkitError(f"{path} is missing, expected a gzip file of {what}: {remedy}.") from None
    except (OSError, EOFError, zlib.error) as error:
        raise LabkitError(f"{path} is damaged or cut short ({error}), expected a gzip file: {remedy}.") from error
    header = np.frombuffer(data[: 4 * (n_sizes + 1)], dtype=">u4") if len(data) >= 4 * (n_sizes + 1) else [0]
    if header[0] != magic:
        found = {IMAGES_MAGIC: "images", LABELS_MAGIC: "labels"}.get(int(header[0]), "something else")
        raise LabkitError(
            f"{path} holds {found} (magic number {header[0]}), expected {what} (magic number {magic}): {remedy}."
        )
    return data, tuple(int(size) for size in header[1:])


def _content(path: Path, data: bytes, shape: tuple[int, ...], remedy: str) -> np.ndarray:
    """Return what follows the header, in its shape; it must be exactly as much as the header says."""
    start = 16 if len(shape) == 2 else 8
    if shape[0] == 0 or len(data) - start != np.prod(shape):
        raise LabkitError(
            f"{path} is cut short or too long: {len(data) - start:,} bytes follow its header, expected "
            f"{' x '.join(f'{size:,}' for size in shape)}: {remedy}."
        )
    return np.frombuffer(data, dtype=np.uint8, offset=start).reshape(shape)
