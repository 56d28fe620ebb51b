"""How long is one update of a convolutional network, beside PyTorch? What does a pool run with it save?

Run ``python -m tests.benchmarks.conv``; see README.md here. It prints ratios and asserts nothing: timings
belong to a machine and a moment. What is compared takes turns in one process, as in :mod:`tests.benchmarks.mlp`.
"""

import os
import sys

THREADS = "1"
if __name__ == "__main__":  # the libraries read it once, when they are first imported
    THREADS = next((word.split("=")[1] for word in sys.argv if word.startswith("--threads=")), THREADS)
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = THREADS

import argparse  # noqa: E402
import subprocess  # noqa: E402
from collections.abc import Callable  # noqa: E402
from statistics import median  # noqa: E402
from time import perf_counter  # noqa: E402

import numpy as np  # noqa: E402

from labkit import nn  # noqa: E402
from labkit.nn.numerics import chunks  # noqa: E402
from labkit.nn.training.batch_gradient import BatchGradient  # noqa: E402
from tests.benchmarks import mlp  # noqa: E402

if THREADS != "1":
    mlp.CLOCK = perf_counter  # two threads run beside each other: processor time would count both
RATE = 1e-3
#: Name, batch size, rounds.
TABLE = [("LeNet-5", 64, 300), ("LeNet-5", 128, 150), ("Report A", 1, 3000), ("Report A", 64, 400)]


class UnpairedPool(nn.MaxPool2D):
    """A pooling layer that training does not run as one with the convolution below: a subclass may do anything."""


def images(n: int) -> tuple[np.ndarray, np.ndarray]:
    """Random pixels, a fifth of them not black as in MNIST, and one-hot targets."""
    x, t = mlp.images(n)
    return x.reshape(n, 1, 28, 28), t


def network(name: str, pool: type[nn.MaxPool2D] = nn.MaxPool2D) -> tuple[nn.Sequential, nn.Loss]:
    """LeNet-5 with ReLUs and softmax; or Report A's sixteen 7 by 7 filters, one dense layer and squared error."""
    if name == "LeNet-5":
        layers = [
            *(nn.Conv2D(1, 6, 5, padding=2), nn.ReLU(), pool(2), nn.Conv2D(6, 16, 5), nn.ReLU(), pool(2)),
            *(nn.Flatten(), nn.Dense(400, 120), nn.ReLU(), nn.Dense(120, 84), nn.ReLU(), nn.Dense(84, 10)),
            nn.Softmax(),
        ]
        return nn.Sequential(layers), nn.CrossEntropy("mean")
    layers = [nn.Conv2D(1, 16, 7), nn.ReLU(), nn.Flatten(), nn.Dense(16 * 22 * 22, 10)]
    return nn.Sequential(layers), nn.SquaredError("sum")


def labkit_update(name: str, x: np.ndarray, t: np.ndarray, pool: type[nn.MaxPool2D]) -> Callable[[], None]:
    """One update as ``nn.fit`` does it."""
    net, loss = network(name, pool)
    gradient, optimizer = BatchGradient(net, loss), nn.SGD(RATE)
    optimizer.start(net.parameters)
    pieces = [(x[rows], t[rows]) for rows in chunks(len(x), net.piece_rows)]

    def update() -> None:
        gradient.compute(pieces, len(x), measure=False)
        optimizer.step(net.parameters, net.gradients, RATE)

    return update


def torch_update(name: str, x: np.ndarray, t: np.ndarray, channels_last: bool = False) -> Callable[[], None]:
    """The same update in PyTorch, eager, written as its own users write it."""
    import torch
    from torch.nn import Conv2d, CrossEntropyLoss, Flatten, Linear, MaxPool2d, ReLU

    torch.set_num_threads(int(THREADS))
    if name == "LeNet-5":
        layers = [Conv2d(1, 6, 5, padding=2), ReLU(), MaxPool2d(2), Conv2d(6, 16, 5), ReLU(), MaxPool2d(2), Flatten()]
        layers += [Linear(400, 120), ReLU(), Linear(120, 84), ReLU(), Linear(84, 10)]
        criterion = CrossEntropyLoss()
    else:
        layers = [Conv2d(1, 16, 7), ReLU(), Flatten(), Linear(16 * 22 * 22, 10)]
        criterion = lambda y, t: 0.5 * ((y - t) ** 2).sum()
    net = torch.nn.Sequential(*layers)
    optimizer = torch.optim.SGD(net.parameters(), lr=RATE)
    x, t = torch.from_numpy(x), torch.from_numpy(t)
    if channels_last:
        net, x = net.to(memory_format=torch.channels_last), x.to(memory_format=torch.channels_last)

    def update() -> None:
        optimizer.zero_grad()
        loss = criterion(net(x), t)
        loss.backward()
        optimizer.step()

    return update


def rivals(name: str, batch: int) -> dict[str, Callable[[], Callable[[], None]]]:
    """What takes part, each as a function that makes its update."""
    x, t = images(batch)
    found = {"labkit": lambda: labkit_update(name, x, t, nn.MaxPool2D)}
    if name == "LeNet-5":
        found["labkit, plain layers"] = lambda: labkit_update(name, x, t, UnpairedPool)
    if mlp.torch_version():
        found["PyTorch"] = lambda: torch_update(name, x, t)
        found["PyTorch channels-last"] = lambda: torch_update(name, x, t, channels_last=True)
    return found


def timed(name: str, batch: int, repeats: int, only: str | None = None) -> dict[str, tuple[float, float]]:
    """Seconds of an update, median and fastest: all in turn in this process, or on two threads one process for each."""
    chosen = {rival: make for rival, make in rivals(name, batch).items() if only in (None, rival)}
    if only or THREADS == "1":
        seconds = mlp.take_turns({rival: make() for rival, make in chosen.items()}, repeats)
        return {rival: (median(times), min(times)) for rival, times in seconds.items()}
    best: dict[str, list[tuple[float, float]]] = {rival: [] for rival in chosen}
    for _ in range(3):
        for rival in chosen:
            command = [sys.executable, "-m", "tests.benchmarks.conv", f"--threads={THREADS}", f"--only={rival}"]
            command += [f"--network={name}", f"--batch={batch}", f"--repeats={max(3, repeats // 3)}"]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            best[rival].append(tuple(map(float, done.stdout.split())))
    return {rival: (median(m for m, _ in runs), min(low for _, low in runs)) for rival, runs in best.items()}


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--network", choices=sorted({name for name, _, _ in TABLE}), help="one of the networks")
    parser.add_argument("--batch", type=int, nargs="+", help="samples per update")
    parser.add_argument("--threads", type=int, default=1, help="write --threads=2; each rival then has its own process")
    parser.add_argument("--repeats", type=int, help="rounds")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    options = parser.parse_args()
    rows = [row for row in TABLE if options.network in (None, row[0])]
    if options.batch:
        rows = [(name, batch, 200) for name in dict.fromkeys(name for name, _, _ in rows) for batch in options.batch]
    if options.only:
        name, batch, repeats = rows[0]
        print(*timed(name, batch, options.repeats or repeats, options.only)[options.only])
        return
    torch = f"PyTorch {mlp.torch_version()}" if mlp.torch_version() else "without PyTorch (pip install torch==2.13.0)"
    print(f"One update on 28 by 28 images, float32, {THREADS} thread(s); NumPy {np.__version__}, {torch}")
    for name, batch, repeats in rows:
        times = timed(name, batch, options.repeats or repeats)
        print(f"{name}, batches of {batch}: medians over the rounds (and fastest)")
        for rival, (middle, fastest) in times.items():
            ratios = "".join(
                f"   {middle / times[other][0]:.3f} x {other} ({fastest / times[other][1]:.3f})"
                for other in ("PyTorch", "PyTorch channels-last")
                if rival.startswith("labkit") and other in times
            )
            print(f"    {rival:<22}{middle * 1e3:8.3f} ms ({fastest * 1e3:.3f}){ratios}", flush=True)


if __name__ == "__main__":
    main()
