"""How often the network is right."""

import numpy as np

from labkit.errors import LabkitError


def accuracy(outputs: np.ndarray, labels: np.ndarray) -> float:
    """Share of samples whose largest output is at the right class.

    Parameters
    ----------
    outputs : array (samples, n_classes)
        With a single column, an output above 1/2 means class 1.
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
    """Share of samples that the network gets wrong, 1 - accuracy."""
    return 1 - accuracy(outputs, labels)


def predicted_classes(outputs: np.ndarray) -> np.ndarray:
    """Class of each row: the position of its largest number; for one column, whether it exceeds 1/2."""
    return (outputs[:, 0] > 0.5).astype(int) if outputs.shape[1] == 1 else outputs.argmax(axis=1)
