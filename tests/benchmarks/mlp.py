"""How long is one update of the 784-256-128-10 network, beside its bare matrix products and beside PyTorch?

Run ``python -m tests.benchmarks.mlp``; see README.md here. It prints ratios and asserts nothing: timings
belong to a machine and a moment. What is compared takes turns in one process, so that whatever else the
machine does hits all of them alike.
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
import tracemalloc  # noqa: E402
from collections.abc import Callable  # noqa: E402
from statistics import median  # noqa: E402
from time import perf_counter, process_time  # noqa: E402

import numpy as np  # noqa: E402

from labkit import nn  # noqa: E402
from labkit.nn.numerics import chunks  # noqa: E402
from labkit.nn.training.batch_gradient import BatchGradient  # noqa: E402

SIZES = (784, 256, 128, 10)
RATE = 1e-6
# On one thread, processor time is the time on a machine that does nothing else; two threads run beside each other.
CLOCK = process_time if THREADS == "1" else perf_counter
REPEATS = {128: 1500, 5_000: 40, 60_000: 7}


def images(n: int) -> tuple[np.ndarray, np.ndarray]:
    """Random pixels and one-hot targets; a fifth of the pixels is not black, as in MNIST."""
    rng = np.random.default_rng(0)
    x = rng.random((n, SIZES[0]), dtype=np.float32)
    x *= rng.random(x.shape, dtype=np.float32) < 0.2
    return x, np.eye(SIZES[-1], dtype=np.float32)[rng.integers(0, SIZES[-1], n)]


def network() -> nn.Sequential:
    """Report B's network: sigmoids, no biases."""
    layers = []
    for n_inputs, n_outputs in zip(SIZES, SIZES[1:], strict=False):
        layers += [nn.Dense(n_inputs, n_outputs, init=nn.He(), bias=False), nn.Sigmoid()]
    return nn.Sequential(layers, seed=0)


def labkit_update(x: np.ndarray, t: np.ndarray) -> Callable[[], None]:
    """One update as ``nn.fit`` does it."""
    net, optimizer = network(), nn.SGD(RATE)
    gradient = BatchGradient(net, nn.SquaredError("sum"))
    optimizer.start(net.parameters)
    pieces = [(x[rows], t[rows]) for rows in chunks(len(x))]

    def update() -> None:
        gradient.compute(pieces, len(x), measure=False)
        optimizer.step(net.parameters, net.gradients, RATE)

    return update


def bare_products(x: np.ndarray, rows: int | None = None) -> Callable[[], None]:
    """The eight matrix products of an update and nothing else, into arrays made beforehand, ``rows`` at a time."""
    net = network()
    weights = [layer.W for layer in net.dense]
    pieces = chunks(len(x), rows or len(x))
    n = pieces[0].stop
    activations = [a.copy() for a in net.units(x[:n])]
    products = [np.empty_like(a) for a in activations]
    deltas = [np.full_like(a, 0.01) for a in activations]
    downward = [np.empty_like(a) for a in activations]
    gradients = [np.empty_like(W) for W in weights]

    def update() -> None:
        for piece in pieces:
            m = piece.stop - piece.start
            inputs = [x[piece], *(a[:m] for a in activations)]
            for i, W in enumerate(weights):
                np.matmul(inputs[i], W, out=products[i][:m])
            for i in reversed(range(len(weights))):
                np.matmul(inputs[i].T, deltas[i][:m], out=gradients[i])
                if i:
                    np.matmul(deltas[i][:m], weights[i].T, out=downward[i - 1][:m])

    return update


def torch_update(x: np.ndarray, t: np.ndarray) -> Callable[[], None]:
    """The same update in PyTorch, eager, written as its own users write it."""
    import torch

    torch.set_num_threads(int(THREADS))
    layers = []
    for n_inputs, n_outputs in zip(SIZES, SIZES[1:], strict=False):
        layers += [torch.nn.Linear(n_inputs, n_outputs, bias=False), torch.nn.Sigmoid()]
    net = torch.nn.Sequential(*layers)
    optimizer = torch.optim.SGD(net.parameters(), lr=RATE)
    x, t = torch.from_numpy(x), torch.from_numpy(t)

    def update() -> None:
        optimizer.zero_grad()
        loss = 0.5 * ((net(x) - t) ** 2).sum()
        loss.backward()
        optimizer.step()

    return update


def take_turns(updates: dict[str, Callable[[], None]], repeats: int) -> dict[str, list[float]]:
    """Seconds of each update, over ``repeats`` rounds in which every one has its turn, in changing order."""
    for update in updates.values():
        update()
    seconds = {name: [] for name in updates}
    names = list(updates)
    for round_number in range(repeats):
        shift = round_number % len(names)
        for name in names[shift:] + names[:shift]:
            started = CLOCK()
            updates[name]()
            seconds[name].append(CLOCK() - started)
    return seconds


def extra_memory(x: np.ndarray, t: np.ndarray) -> float:
    """Peak memory of two updates beyond data and network, over the size of all activations of the batch."""
    net, loss, optimizer = network(), nn.SquaredError("sum"), nn.SGD(RATE)
    tracemalloc.start()
    nn.fit(net, x, t, loss=loss, optimizer=optimizer, epochs=2, progress=False)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / (len(x) * sum(SIZES[1:]) * x.itemsize)


def torch_version() -> str | None:
    """PyTorch's version where it is installed."""
    try:
        import torch
    except ImportError:
        return None
    return torch.__version__


def report(batch: int, repeats: int, only: str | None) -> None:
    """Time one batch size and print a line for it."""
    x, t = images(batch)
    updates = {"labkit": lambda: labkit_update(x, t)}
    updates["products"] = lambda: bare_products(x)
    if len(chunks(batch)) > 1:
        updates["products in pieces"] = lambda: bare_products(x, chunks(batch)[0].stop)
    if torch_version():
        updates["PyTorch"] = lambda: torch_update(x, t)
    chosen = {name: make() for name, make in updates.items() if only in (None, name)}
    seconds = take_turns(chosen, repeats)
    if only:
        print(median(seconds[only]), min(seconds[only]))
        return
    print_ratios(batch, {name: (median(times), min(times)) for name, times in seconds.items()})
    if batch >= 1_000:  # below that, parameters outweigh activations
        print(f"{'':>8}   extra memory, of the activations: {extra_memory(x, t):.2f}")


def report_separately(batch: int, repeats: int) -> None:
    """The same with a process for each: spinning threads of one BLAS library slow down another's."""
    names = ["labkit", "products"] + (["PyTorch"] if torch_version() else [])
    best = {name: [] for name in names}
    for _ in range(3):
        for name in names:
            command = [sys.executable, "-m", "tests.benchmarks.mlp", f"--threads={THREADS}", f"--only={name}"]
            command += [f"--batch={batch}", f"--repeats={max(3, repeats // 3)}"]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            best[name].append(tuple(map(float, done.stdout.split())))
    print_ratios(
        batch, {name: (median(m for m, _ in runs), min(low for _, low in runs)) for name, runs in best.items()}
    )


def print_ratios(batch: int, times: dict[str, tuple[float, float]]) -> None:
    """One line for each rival: milliseconds, and labkit's time over its time."""
    ours = times["labkit"]
    print(f"{batch:>8,}   labkit{'':14} {ours[0] * 1e3:9.2f} ms (fastest {ours[1] * 1e3:.2f})")
    for name, theirs in times.items():
        if name != "labkit":
            print(
                f"{'':>8}   {name:<20} {theirs[0] * 1e3:9.2f} ms (fastest {theirs[1] * 1e3:.2f})   "
                f"labkit takes {ours[0] / theirs[0]:.3f} x (fastest over fastest {ours[1] / theirs[1]:.3f})"
            )


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--batch", type=int, nargs="+", default=list(REPEATS), help="samples per update")
    parser.add_argument("--threads", type=int, default=1, help="write --threads=2; each rival then has its own process")
    parser.add_argument("--repeats", type=int, help="rounds (more for small batches by default)")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.only:
        torch = f"PyTorch {torch_version()}" if torch_version() else "without PyTorch (pip install torch==2.13.0)"
        print(f"One update of 784-256-128-10, float32, {THREADS} thread(s); NumPy {np.__version__}, {torch}")
        print("samples    medians over the rounds")
    for batch in options.batch:
        repeats = options.repeats or REPEATS.get(batch, max(5, 200_000 // batch))
        if int(THREADS) > 1 and not options.only:
            report_separately(batch, repeats)
        else:
            report(batch, repeats, options.only)


if __name__ == "__main__":
    main()
