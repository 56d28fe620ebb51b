"""Raw images: bytes as they come out of a file, before they become numbers for a network."""

import hashlib
from dataclasses import dataclass

import numpy as np

from labkit.data.dataset import Dataset


@dataclass(frozen=True, eq=False)
class Pixels:
    """Images and labels of both halves as unsigned bytes: (images, pixels) and (images,)."""

    train: np.ndarray
    train_labels: np.ndarray
    test: np.ndarray
    test_labels: np.ndarray
    notes: tuple[str, ...] = ()

    def checksum(self) -> str:
        """SHA-256 of what a network will see, whatever file it came from: pixels and labels of each half."""
        digest = hashlib.sha256()
        for part in (self.train, self.train_labels, self.test, self.test_labels):
            digest.update(np.ascontiguousarray(part))
        return digest.hexdigest()

    def dataset(self, name: str, class_names: tuple[str, ...], image_shape: tuple[int, ...]) -> Dataset:
        """Scale brightness 0..255 to 0..1 and hand the images over as a :class:`Dataset`."""
        return Dataset(
            name=name,
            x_train=brightness(self.train),
            y_train=self.train_labels.astype(np.int64),
            x_test=brightness(self.test),
            y_test=self.test_labels.astype(np.int64),
            class_names=class_names,
            image_shape=image_shape,
            checksum=self.checksum(),
            notes=self.notes,
        )


def brightness(pixels: np.ndarray) -> np.ndarray:
    """Bytes 0..255 to float32 0..1, shape unchanged."""
    return np.divide(pixels, np.float32(255), dtype=np.float32)
