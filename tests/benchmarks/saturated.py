"""Does an update take longer once units are saturated?

Numbers below 1e-38 (float32) are stored in a special form, "subnormal", on which processors are up to 150 times
slower. Far out on an exponential they appear by the thousand, and so they did here in the first prototype, where an
update with slope k = 10 took 27 times as long. Run ``python -m tests.benchmarks.saturated``: it prints the time of an
update of a saturated network over that of the same network freshly drawn, and asserts nothing about it.
"""

import os

if __name__ == "__main__":  # the libraries read it once, when they are first imported
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"

import argparse
from collections.abc import Callable
from statistics import median

import numpy as np

from labkit import nn
from labkit.nn.numerics import chunks
from labkit.nn.training.batch_gradient import BatchGradient
from tests.benchmarks.mlp import RATE, SIZES, images, take_turns

REPEATS = {128: 400, 5_000: 20}
#: Hidden layers, the layer on top, the loss.
NETWORKS = {
    "sigmoid": (nn.Sigmoid, nn.Sigmoid, nn.SquaredError("sum")),
    "tanh": (nn.Tanh, nn.Tanh, nn.SquaredError("sum")),
    "LeCunTanh": (nn.LeCunTanh, nn.LeCunTanh, nn.SquaredError("sum")),
    "ReLU": (nn.ReLU, nn.ReLU, nn.SquaredError("sum")),
    "LeakyReLU": (nn.LeakyReLU, nn.LeakyReLU, nn.SquaredError("sum")),
    "ReLU6": (nn.ReLU6, nn.ReLU6, nn.SquaredError("sum")),
    "ELU": (nn.ELU, nn.ELU, nn.SquaredError("sum")),
    "sigmoid, softmax": (nn.Sigmoid, nn.Softmax, nn.CrossEntropy("mean")),
    "tanh, softmax": (nn.Tanh, nn.Softmax, nn.CrossEntropy("mean")),
    "ReLU, softmax": (nn.ReLU, nn.Softmax, nn.CrossEntropy("mean")),
    "sigmoid, binary": (nn.Sigmoid, nn.Sigmoid, nn.BinaryCrossEntropy("mean")),
}
#: Right: the targets are what the network answers, so that tiny errors meet tiny slopes on their way down.
STATES = ("fresh", "weights x 100", "weights x 100, right", "k = 10")


def network(name: str, state: str) -> nn.Sequential | None:
    """Report B's network of 784-256-128-10 units in one of the states; None where it has no slope k."""
    hidden, last, _ = NETWORKS[name]
    steep = {"k": 10.0} if state == "k = 10" else {}
    if steep and hidden not in (nn.Sigmoid, nn.Tanh):
        return None
    layers: list[nn.Layer] = []
    for i, (n_inputs, n_outputs) in enumerate(zip(SIZES, SIZES[1:], strict=False)):
        kind = last if i == 2 else hidden
        layers.append(nn.Dense(n_inputs, n_outputs, init=nn.Uniform(-1, 1) if steep else nn.He(), bias=False))
        layers.append(kind(**steep) if kind in (nn.Sigmoid, nn.Tanh) else kind())
    net = nn.Sequential(layers, seed=0)
    if "x 100" in state:
        net.parameters *= 100
    return net


def update(net: nn.Sequential, loss: nn.Loss, x: np.ndarray, t: np.ndarray) -> Callable[[], None]:
    """One update as ``nn.fit`` does it, but of a copy of the parameters: the network stays as saturated as it is."""
    theta, optimizer, gradient = net.parameters.copy(), nn.SGD(RATE), BatchGradient(net, loss)
    optimizer.start(theta)
    pieces = [(x[rows], t[rows]) for rows in chunks(len(x))]

    def run() -> None:
        with np.errstate(all="ignore"):
            gradient.compute(pieces, len(x))
            optimizer.step(theta, net.gradients, RATE)

    return run


def ratios(name: str, batch: int, repeats: int) -> dict[str, float]:
    """Milliseconds of a fresh update, and the medians of the saturated ones over its median."""
    x, t = images(batch)
    nets = {state: net for state in STATES if (net := network(name, state)) is not None}
    right = {state: np.eye(SIZES[-1], dtype=t.dtype)[net.predict(x).argmax(axis=1)] for state, net in nets.items()}
    updates = {
        state: update(net, NETWORKS[name][2], x, right[state] if "right" in state else t) for state, net in nets.items()
    }
    seconds = take_turns(updates, repeats)
    fresh = median(seconds["fresh"])
    return {state: fresh * 1e3 if state == "fresh" else median(times) / fresh for state, times in seconds.items()}


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--batch", type=int, nargs="+", default=list(REPEATS), help="samples per update")
    parser.add_argument("--repeats", type=int, help="rounds (more for small batches by default)")
    parser.add_argument("--only", choices=NETWORKS, help="one kind of network")
    options = parser.parse_args()
    print(f"One update of 784-256-128-10, float32, one thread; NumPy {np.__version__}; medians over the rounds")
    for batch in options.batch:
        for name in [options.only] if options.only else NETWORKS:
            row = ratios(name, batch, options.repeats or REPEATS.get(batch, max(5, 100_000 // batch)))
            fresh = row.pop("fresh")
            told = "   ".join(f"{state}: {ratio:.3f} x" for state, ratio in row.items())
            print(f"{batch:>8,}   {name:<17} fresh {fresh:8.2f} ms   {told}", flush=True)


if __name__ == "__main__":
    main()
