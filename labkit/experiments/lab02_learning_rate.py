"""Lab 02's recorded runs: Report B's five learning rates, and one image, some or all of them per update."""

from labkit import nn
from labkit.data import Dataset
from labkit.experiments import report_b
from labkit.experiments.experiment import experiment
from labkit.metrics import accuracy


@experiment(
    "02.rates",
    grid={"multiple": [0.1, 0.5, 1, 2, 10]},
    seeds=range(5),
    data="mnist-subset",
    sample={"multiple": 0.5, "seed": 0},
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def rates(multiple: float, seed: int, data: Dataset) -> list[dict]:
    """Report B's five rates: 200 full-batch steps on the gradient summed over the 4,000 training images."""
    rate = report_b.rate(multiple * 1e-5, len(data.x_train))
    return report_b.log(report_b.network(seed), data, rate, 200, look=report_b.answers)


@experiment(
    "02.batches",
    grid={"batch_size": [1, 10, 100, 1000], "rate": [0.03, 0.1, 0.3, 1.0, 3.0, 10.0]},
    seeds=range(5),
    data="mnist-subset",
    images=1000,
    sample={"batch_size": 100, "rate": 0.3, "seed": 0},
    rtol=report_b.RTOL,
    atol=report_b.ATOL,
)
def batches(batch_size: int, rate: float, seed: int, data: Dataset) -> dict:
    """Ten epochs over 1,000 images at several batch sizes, each at several rates for the mean gradient."""
    digits = data.take(100)
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
