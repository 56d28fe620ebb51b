"""Lab 02's recorded runs: Report B's five learning rates, and one image, some or all of them per update."""

import numpy as np

from labkit import data, nn
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment
from labkit.metrics import accuracy

LOG_EVERY = 10  # iterations between two logged points: fine enough to draw, small enough to ship
ATOL = 0.03  # runs on other machines round differently, and training amplifies it


@experiment(
    "02.rates",
    grid={"multiple": [0.1, 0.5, 1, 2, 10]},
    seeds=range(5),
    data="mnist-subset",
    sample={"multiple": 0.5, "seed": 0},
    rtol=1e-2,
    atol=ATOL,
)
def rates(multiple: float, seed: int) -> list[dict]:
    """Report B's five rates: 200 full-batch steps on the gradient summed over the 4,000 training images."""
    digits = data.load("mnist-subset")
    net = report_b.network(seed)
    rate = report_b.rate(multiple * 1e-5, len(digits.x_train))
    rows = []
    for iteration in range(0, 201, LOG_EVERY):
        if iteration:
            nn.fit(
                net,
                digits.x_train,
                digits.t_train,
                loss=nn.SquaredError("sum"),
                optimizer=nn.SGD(rate),
                epochs=LOG_EVERY,
                progress=False,
            )
        outputs = net(digits.x_train)
        votes = np.bincount(outputs.argmax(axis=1), minlength=10)
        rows.append(
            {
                "iteration": iteration,
                "accuracy": accuracy(outputs, digits.t_train),
                "loss": nn.SquaredError("mean").value(outputs, digits.t_train),
                "favourite_share": votes.max() / votes.sum(),
            }
        )
    return rows


@experiment(
    "02.batches",
    grid={"batch_size": [1, 10, 100, 1000], "rate": [0.03, 0.1, 0.3, 1.0, 3.0, 10.0]},
    seeds=range(5),
    data="mnist-subset",
    images=1000,
    sample={"batch_size": 100, "rate": 0.3, "seed": 0},
    rtol=1e-2,
    atol=ATOL,
)
def batches(batch_size: int, rate: float, seed: int) -> dict:
    """Ten epochs over 1,000 images at several batch sizes, each at several rates for the mean gradient."""
    digits = data.load("mnist-subset").take(100)
    net = report_b.network(seed, init=nn.FanInNormal())
    history = nn.fit(
        net,
        digits.x_train,
        digits.t_train,
        loss=nn.SquaredError("mean"),
        optimizer=nn.SGD(rate),
        epochs=10,
        batch_size=batch_size,
        seed=seed,
        progress=False,
    )
    return {
        "updates": 10 * len(digits.x_train) // batch_size,
        "train_accuracy": history.last("accuracy"),
        "test_accuracy": accuracy(net(digits.x_test), digits.t_test),
    }
