r"""What the pictures of a layer are made of: mean activations, weights as images, and how far an update moves a layer.

.. math:: \bar y_j = \frac1n \sum_s y_{sj}, \qquad
          r = \frac{\lVert \Delta W \rVert}{\lVert W \rVert}
            = \frac{\operatorname{rms}(\Delta W)}{\operatorname{rms}(W)}

The ratio r says by which share of its own size a layer changes in one update. Norm over norm and root mean square over
root mean square are the same number, because both are taken over equally many weights; so layers of different sizes
can be compared.
"""

import numpy as np

from labkit.errors import LabkitError


def rms(values: np.ndarray) -> float:
    """Root mean square over all entries, summed in float64; nan for no entries, or where one is nan."""
    return float(np.sqrt(np.mean(np.square(values, dtype=np.float64))))


def mean_activation_grid(activations: np.ndarray, columns: int) -> np.ndarray:
    """Mean activation of every unit, folded row by row into a picture.

    Parameters
    ----------
    activations : array (samples, units)
    columns : int
        Units in one row of the picture.

    Returns
    -------
    array (rows, columns)
        Unit 0 stands at the top left, unit 1 to its right. As many rows as it takes; places in the last row that no
        unit fills are nan, which pictures leave blank.

    Raises
    ------
    LabkitError
        When there is no column, no sample, or ``activations`` is no table.
    """
    if columns < 1:
        raise LabkitError(f"mean_activation_grid needs at least one column and was given {columns}.")
    activations = np.asarray(activations)
    if activations.ndim != 2 or not activations.size:
        raise LabkitError(f"mean_activation_grid needs activations of shape (samples, units), not {activations.shape}.")
    mean = activations.mean(axis=0)
    rows = -(-len(mean) // columns)
    grid = np.full(rows * columns, np.nan, dtype=mean.dtype)
    grid[: len(mean)] = mean
    return grid.reshape(rows, columns)


def weight_images(W: np.ndarray, height: int, width: int) -> np.ndarray:
    """Weights of a first layer as one image for each unit.

    Parameters
    ----------
    W : array (height * width, units)
        Row i holds the weights of pixel i, counted along the rows of the image.
    height, width : int
        Of an input image.

    Returns
    -------
    array (units, height, width)

    Raises
    ------
    LabkitError
        When ``W`` is no matrix, or does not have a row for each pixel.
    """
    W = np.asarray(W)
    if W.ndim != 2:
        raise LabkitError(f"weight_images needs weights of shape (height * width, units), not {W.shape}.")
    if len(W) != height * width:
        raise LabkitError(
            f"weight_images: an image of {height} x {width} pixels does not fit {len(W)} rows of weights."
        )
    return W.T.reshape(-1, height, width)


def update_ratio(weights: np.ndarray, update: np.ndarray) -> float:
    """By which share of its own size one update changes a layer: norm of the update over norm of the weights.

    Parameters
    ----------
    weights, update : arrays of one shape
        Weights before the update, and what the update adds to them.

    Returns
    -------
    float
        Without a unit. Infinite where all weights are zero.

    Raises
    ------
    LabkitError
        When the two have different shapes.
    """
    if np.shape(weights) != np.shape(update):
        raise LabkitError(
            f"update_ratio needs an update of the weights' shape {np.shape(weights)}, not {np.shape(update)}."
        )
    return float(np.linalg.norm(update) / np.linalg.norm(weights))


def is_stuck(loss: np.ndarray, ratios: np.ndarray, flat: float = 0.01, tiny: float = 1e-4) -> bool:
    """Whether a stretch of training shows what Report B calls stuck: a flat loss *and* tiny updates.

    Parameters
    ----------
    loss : array (rows,)
        Loss at each logged update of the stretch.
    ratios : array (rows, layers)
        Update-to-weight ratio of every layer at the same updates.
    flat : float
        The loss is flat if its largest and smallest value differ by less than this share of the largest.
    tiny : float
        Updates are tiny if the ratio is below this in every layer and in every row.

    Returns
    -------
    bool
        False where a number is nan: such a run has not fallen asleep, it has exploded.

    Raises
    ------
    LabkitError
        When the stretch has no row.
    """
    loss, ratios = np.asarray(loss), np.asarray(ratios)
    if not loss.size or not ratios.size:
        raise LabkitError("is_stuck needs at least one logged update, with its loss and its ratios; it was given none.")
    steady = loss.max() - loss.min() < flat * loss.max()
    return bool(steady and np.all(ratios < tiny))
