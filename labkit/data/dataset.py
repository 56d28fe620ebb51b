"""A data set: images as rows of numbers from 0 to 1, labels as whole numbers, a training and a test half."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from labkit.errors import LabkitError


def one_hot(labels: Any, n_classes: int = 10) -> np.ndarray:
    """Turn labels into target rows: 1 in the column of the class, 0 elsewhere.

    Parameters
    ----------
    labels : array_like of int, shape (samples,)
        Classes, from 0 to ``n_classes - 1``.
    n_classes : int
        Number of columns.

    Returns
    -------
    ndarray of float32, shape (samples, n_classes)

    Raises
    ------
    LabkitError
        When the labels are not a list of whole numbers, or one of them is not a class.

    Examples
    --------
    >>> one_hot([2, 0], n_classes=3)
    array([[0., 0., 1.],
           [1., 0., 0.]], dtype=float32)
    """
    labels = np.asarray(labels)
    if labels.ndim != 1 or (labels.size and not np.issubdtype(labels.dtype, np.integer)):
        raise LabkitError(
            f"one_hot takes a flat array of whole-number labels, not an array of {labels.dtype} "
            f"with shape {labels.shape}: pass one class number per image."
        )
    labels = labels.astype(np.int64)
    if labels.size and (labels.min() < 0 or labels.max() >= n_classes):
        raise LabkitError(
            f"one_hot got labels from {labels.min()} to {labels.max()} for {n_classes} classes: "
            f"labels must lie between 0 and {n_classes - 1}."
        )
    rows = np.zeros((labels.size, n_classes), dtype=np.float32)
    rows[np.arange(labels.size), labels] = 1.0
    return rows


def first_per_class(labels: np.ndarray, count: int) -> np.ndarray:
    """Return the positions of the first ``count`` images of every class, in the order of the data."""
    return np.sort(np.concatenate([np.flatnonzero(labels == c)[:count] for c in np.unique(labels)]))


@dataclass(frozen=True, eq=False)
class Dataset:
    """Images and labels for training and for testing.

    Attributes
    ----------
    name : str
        Such as ``"mnist-subset"``.
    x_train, x_test : ndarray of float32, shape (images, pixels)
        Pixel brightness divided by 255, so between 0 and 1; one flattened image per row.
    y_train, y_test : ndarray of int64, shape (images,)
        Class of each image.
    t_train, t_test : ndarray of float32, shape (images, classes)
        The same labels one-hot: the targets of a network.
    class_names : tuple of str
        What the classes are called.
    image_shape : tuple of int
        Shape that turns a row back into a picture: (height, width), or (channels, height, width) in colour.
    checksum : str
        SHA-256 of all pixels and labels as first read; a part cut out by :meth:`take` keeps the whole's.
    notes : tuple of str
        Anything that a reader of results should know, such as missing batches.
    """

    name: str
    x_train: np.ndarray = field(repr=False)
    y_train: np.ndarray = field(repr=False)
    x_test: np.ndarray = field(repr=False)
    y_test: np.ndarray = field(repr=False)
    class_names: tuple[str, ...] = field(repr=False)
    image_shape: tuple[int, ...]
    checksum: str = field(repr=False)
    notes: tuple[str, ...] = ()

    @cached_property
    def t_train(self) -> np.ndarray:
        """Targets for training, one-hot."""
        return one_hot(self.y_train, len(self.class_names))

    @cached_property
    def t_test(self) -> np.ndarray:
        """Targets for testing, one-hot."""
        return one_hot(self.y_test, len(self.class_names))

    def take(self, per_class: int | None = None, *, train: int | None = None, test: int | None = None) -> "Dataset":
        """Keep the first images of every class: a smaller data set for a quicker run.

        Parameters
        ----------
        per_class : int, optional
            Images to keep of each class, in both halves.
        train, test : int, optional
            The same for one half only; stronger than ``per_class``. A half that is not mentioned stays whole.

        Returns
        -------
        Dataset
            In the order of the original, so always the same images.

        Raises
        ------
        LabkitError
            When a class has fewer images than asked for.

        Examples
        --------
        >>> digits = load("mnist-subset")
        >>> len(digits.take(train=50).x_train), len(digits.take(50).x_test), len(digits.take(train=50).x_test)
        (500, 500, 1000)
        """
        train, test = (per_class if half is None else half for half in (train, test))
        keep_train = self._positions("train", self.y_train, train)
        keep_test = self._positions("test", self.y_test, test)
        return replace(
            self,
            x_train=self.x_train[keep_train],
            y_train=self.y_train[keep_train],
            x_test=self.x_test[keep_test],
            y_test=self.y_test[keep_test],
        )

    def _positions(self, half: str, labels: np.ndarray, count: int | None) -> np.ndarray | slice:
        if count is None:
            return slice(None)
        fewest = int(np.bincount(labels, minlength=len(self.class_names)).min())
        if not isinstance(count, int | np.integer) or not 1 <= count <= fewest:
            raise LabkitError(
                f"{self.name} cannot give {count} {half} images per class: ask for a whole number "
                f"from 1 to {fewest}, or load a larger data set."
            )
        return first_per_class(labels, count)

    def describe(self) -> str:
        """Say in two or three lines what the data set holds."""
        picture = " x ".join(str(size) for size in self.image_shape)
        lines = [
            f"{self.name}: {len(self.x_train):,} training and {len(self.x_test):,} test images of {picture} "
            f"pixels, brightness 0 to 1, {len(self.class_names)} classes.",
            f"Classes: {', '.join(self.class_names)}.",
            *self.notes,
        ]
        return "\n".join(lines)
