"""How often the network is right, and which classes it takes for which."""

import numpy as np

from labkit.errors import LabkitError


def accuracy(outputs: np.ndarray, labels: np.ndarray) -> float:
    """Share of samples whose largest output is at the right class.

    Parameters
    ----------
    outputs : array (samples, n_classes)
        With a single column, an output above 1/2 means class 1. Of equal outputs the first counts; nan counts as the
        largest of all, so that a network of nothing but nan is as good as one that always answers class 0.
    labels : integer array (samples,), or one-hot array (samples, n_classes)

    Returns
    -------
    float
        Between 0 and 1; nan for no samples.

    Raises
    ------
    LabkitError
        When the shapes do not fit together.
    """
    outputs, labels = np.asarray(outputs), np.asarray(labels)
    if outputs.ndim != 2:
        raise LabkitError(f"accuracy: outputs must have shape (samples, n_classes), not {outputs.shape}.")
    if labels.shape == outputs.shape:
        labels = predicted_classes(labels)
    if labels.shape != (len(outputs),):
        raise LabkitError(
            f"accuracy: for outputs of shape {outputs.shape}, labels must have shape ({len(outputs)},), "
            f"or be one-hot of shape {outputs.shape}; they have {labels.shape}."
        )
    return float(np.mean(predicted_classes(outputs) == labels)) if len(outputs) else float("nan")


def error_rate(outputs: np.ndarray, labels: np.ndarray) -> float:
    """Share of samples that the network gets wrong, 1 - accuracy; see :func:`accuracy`."""
    return 1 - accuracy(outputs, labels)


def predicted_classes(outputs: np.ndarray) -> np.ndarray:
    """Class of each row of ``outputs`` (samples, n_classes): where its largest number stands; int array (samples,).

    For one column, whether the number exceeds 1/2. Ties and nan as in :func:`accuracy`.
    """
    return (outputs[:, 0] > 0.5).astype(int) if outputs.shape[1] == 1 else outputs.argmax(axis=1)


def confusion_matrix(outputs: np.ndarray, labels: np.ndarray, n_classes: int = 10) -> np.ndarray:
    """Count how often each class was taken for each: what the network answered, row by row of the true class.

    Parameters
    ----------
    outputs : array (samples, n_outputs), or integer array (samples,)
        Outputs of the network, or the predicted classes themselves.
    labels : integer array (samples,), or one-hot array (samples, n_classes)
        The true classes.
    n_classes : int
        Rows and columns of the matrix.

    Returns
    -------
    int array (n_classes, n_classes)
        ``matrix[t, p]`` samples of class ``t`` were predicted as class ``p``; right answers stand on the diagonal.

    Raises
    ------
    LabkitError
        When there are not as many predictions as labels, or a class is not one of 0 to n_classes - 1.
    """
    if not isinstance(n_classes, int | np.integer) or isinstance(n_classes, bool) or n_classes < 1:
        raise LabkitError(f"confusion_matrix: n_classes must be a whole number from 1 up, not {n_classes!r}.")
    predicted = _classes(outputs, "the outputs", n_classes)
    true = _classes(labels, "the labels", n_classes)
    if len(predicted) != len(true):
        raise LabkitError(
            f"confusion_matrix: {len(predicted)} predictions and {len(true)} labels; it needs as many of each."
        )
    return np.bincount(true * n_classes + predicted, minlength=n_classes**2).reshape(n_classes, n_classes)


def most_confused(matrix: np.ndarray, n: int = 3) -> list[tuple[int, int, int]]:
    """The ``n`` commonest mistakes of a confusion matrix, the commonest first.

    Parameters
    ----------
    matrix : array (n_classes, n_classes)
        Rows are true classes, columns predicted ones.
    n : int
        How many at most; what never happened is not listed.

    Returns
    -------
    list of (true class, predicted class, count)
        Of equally common mistakes the one with the lower true class comes first, then the lower predicted one.

    Raises
    ------
    LabkitError
        When ``matrix`` is no square table of counts.
    """
    matrix = as_confusion_matrix(matrix)
    wrong = np.where(np.eye(len(matrix), dtype=bool), 0, matrix)
    order = np.argsort(-wrong, axis=None, kind="stable")[: max(0, n)]
    pairs = (np.unravel_index(place, matrix.shape) for place in order)
    return [
        (int(true), int(predicted), wrong[true, predicted].item())
        for true, predicted in pairs
        if wrong[true, predicted] > 0
    ]


def as_confusion_matrix(matrix: np.ndarray) -> np.ndarray:
    """Return ``matrix`` as an array of counts, or stop with one sentence where it is none."""
    matrix = np.asarray(matrix)
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1] or not matrix.size:
        raise LabkitError(
            f"A confusion matrix has shape (n_classes, n_classes), rows true and columns predicted; not {matrix.shape}."
        )
    if not np.issubdtype(matrix.dtype, np.number) or not np.isfinite(matrix).all() or (matrix < 0).any():
        raise LabkitError("A confusion matrix holds counts: numbers from 0 up.")
    return matrix


def _classes(given: np.ndarray, name: str, n_classes: int) -> np.ndarray:
    """Classes from outputs, one-hot rows, or classes."""
    given = np.asarray(given)
    if given.ndim == 2 and given.shape[1]:
        given = predicted_classes(given)
    if given.ndim != 1:
        raise LabkitError(
            f"confusion_matrix: {name} must be classes of shape (samples,) or rows of shape (samples, n_classes), "
            f"not {given.shape}."
        )
    classes = given.astype(int) if np.issubdtype(given.dtype, np.number) or not given.size else None
    if classes is None or (classes != given).any():
        raise LabkitError(f"confusion_matrix: {name} must be whole numbers that name classes.")
    if classes.size and not (classes.min() >= 0 and classes.max() < n_classes):
        raise LabkitError(
            f"confusion_matrix: {name} hold classes from {classes.min()} to {classes.max()}; "
            f"with n_classes={n_classes} they must be from 0 to {n_classes - 1}."
        )
    return classes
