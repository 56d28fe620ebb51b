"""Lab 01's recorded runs: networks trained with a wrong backward pass learn, some as well as with the right one.

The wrong backward passes are the very misconceptions that the check of exercise ``01.gradients`` knows by name.
"""

from collections.abc import Callable

import numpy as np

from labkit.data import Dataset
from labkit.exercises import find
from labkit.experiments.experiment import experiment
from labkit.metrics import accuracy
from labkit.nn.functional import dense_forward, sigmoid, squared_error

RIGHT = "right"
WRONG = (
    "bias counted twice",
    "weights transposed",
    "f' missing in the hidden layer",
    "f' at the wrong place",
    "upstream gradient ignored",
    "sign of the hidden layer",
)

Gradients = Callable[..., tuple[np.ndarray, ...]]


def backward_pass(name: str) -> Gradients:
    """Return the right gradients, or the wrong ones that carry this name."""
    exercise = find("01.gradients")
    wrong = {mistake.name: mistake.function for mistake in exercise.misconceptions}
    return exercise.reference if name == RIGHT else wrong[name]


def initial(seed: int, n_inputs: int = 784, n_hidden: int = 10, n_outputs: int = 10) -> list[np.ndarray]:
    """Draw W1, b1, W2, b2: weights N(0, 1/fan-in), biases 0. Ten and ten, so that a transposed W2 still fits."""
    rng = np.random.default_rng(seed)
    return [
        rng.normal(0, n_inputs**-0.5, (n_inputs, n_hidden)).astype(np.float32),
        np.zeros(n_hidden, np.float32),
        rng.normal(0, n_hidden**-0.5, (n_hidden, n_outputs)).astype(np.float32),
        np.zeros(n_outputs, np.float32),
    ]


def train(
    gradients: Gradients, data: Dataset, seed: int, epochs: int = 10, rate: float = 0.05, batch_size: int = 20
) -> list[dict]:
    """Train a 784-10-10 sigmoid net by mini-batches with any backward pass; return a row for each epoch.

    Parameters
    ----------
    gradients : callable
        ``gradients(x, t, W1, b1, W2, b2) -> dW1, db1, dW2, db2``, summed over the batch.
    data : Dataset
        Trained on its training images; accuracy is measured on its test images.
    seed : int
        Draws the first weights and the order of the images.
    """
    parameters = initial(seed)
    order = np.random.default_rng([seed, 1])
    rows = [{"epoch": 0} | look(parameters, data)]
    for epoch in range(1, epochs + 1):
        shuffled = order.permutation(len(data.x_train))
        for batch in np.split(shuffled, range(batch_size, len(shuffled), batch_size)):
            slopes = gradients(data.x_train[batch], data.t_train[batch], *parameters)
            parameters = [value - np.float32(rate) * slope for value, slope in zip(parameters, slopes, strict=True)]
        rows.append({"epoch": epoch} | look(parameters, data))
    return rows


def look(parameters: list[np.ndarray], data: Dataset) -> dict[str, float]:
    """Measure the training loss per image and the accuracy on the test images."""

    def outputs(x: np.ndarray) -> np.ndarray:
        W1, b1, W2, b2 = parameters
        return sigmoid(dense_forward(sigmoid(dense_forward(x, W1, b1)), W2, b2))

    return {
        "loss": squared_error(outputs(data.x_train), data.t_train, reduction="mean"),
        "accuracy": accuracy(outputs(data.x_test), data.t_test),
    }


@experiment(
    "01.wrong_backprop",
    grid={"backward": [RIGHT, *WRONG]},
    seeds=range(10),
    data="mnist-subset",
    sample=[
        {"backward": RIGHT, "seed": 0, "epochs": 2},
        {"backward": "bias counted twice", "seed": 1, "epochs": 2},
        {"backward": "weights transposed", "seed": 2, "epochs": 2},
    ],
    rtol=1e-2,
    atol={"accuracy": 0.01},
)
def wrong_backprop(backward: str, seed: int, data: Dataset, epochs: int = 10) -> list[dict]:
    """Train 784-10-10 for ten epochs with the right backward pass and with six wrong ones."""
    return train(backward_pass(backward), data, seed, epochs)
