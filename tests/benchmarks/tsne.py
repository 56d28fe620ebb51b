"""How long does exact t-SNE take beside scikit-learn's Barnes-Hut, and how good is the picture?

Run ``python -m tests.benchmarks.tsne``: one thread, real digits, a perplexity of 30, 1,000 iterations. Time is
processor time, medians over the seeds, in turns in one process. The KL divergence of every picture is computed by the
same exact function; scikit-learn's exact method joins in on request, since it takes ten times as long.
"""

import os

if __name__ == "__main__":  # the libraries read it once, when they are first imported
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"

import argparse
import time
import tracemalloc
from collections.abc import Callable
from statistics import median

import numpy as np
from sklearn.manifold import TSNE

from labkit import data
from labkit.tsne import affinities, kl_divergence, tsne

OURS, BARNES_HUT, EXACT = "labkit", "Barnes-Hut", "scikit-learn exact"
Method = Callable[[np.ndarray, int], np.ndarray]


def methods(exact: bool, iterations: int) -> dict[str, Method]:
    """What takes part: each turns points (n, features) and a seed into positions (n, 2)."""

    def theirs(method: str) -> Method:
        return lambda x, seed: TSNE(
            perplexity=30, init="random", method=method, max_iter=iterations, random_state=seed, n_jobs=1
        ).fit_transform(x)

    found: dict[str, Method] = {
        OURS: lambda x, seed: tsne(x, 30, start="random", seed=seed, iterations=iterations, progress=False).y,
        BARNES_HUT: theirs("barnes_hut"),
    }
    return found | ({EXACT: theirs("exact")} if exact else {})


def compare(n: int, seeds: int, exact: bool, iterations: int) -> dict[str, tuple[float, float]]:
    """Median seconds and median KL divergence of every method, for ``n`` digits."""
    x = data.load("mnist-subset").take(n // 10).x_train
    p = affinities(x, 30).p
    seconds: dict[str, list[float]] = {}
    divergence: dict[str, list[float]] = {}
    for seed in range(seeds):
        for name, embed in methods(exact, iterations).items():
            started = time.process_time()
            y = embed(x, seed)
            seconds.setdefault(name, []).append(time.process_time() - started)
            divergence.setdefault(name, []).append(kl_divergence(p, y.astype(float)))
    return {name: (median(seconds[name]), median(divergence[name])) for name in seconds}


def memory(n: int) -> float:
    """Peak memory of an embedding of ``n`` points, in arrays of n x n double-precision numbers."""
    x = np.random.default_rng(0).normal(size=(n, 20))
    tracemalloc.start()
    tsne(x, 30, iterations=3, progress=False)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / (8 * n * n)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--points", type=int, nargs="+", default=[500, 1000])
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--iterations", type=int, default=1000)
    parser.add_argument("--exact", action="store_true", help="scikit-learn's exact method too")
    options = parser.parse_args()
    for n in options.points:
        print(f"{n} points, {options.seeds} seeds; memory {memory(n):.1f} x n^2 doubles")
        table = compare(n, options.seeds, options.exact, options.iterations)
        reference = table[BARNES_HUT][0]
        for name, (seconds, divergence) in table.items():
            print(f"  {name:18s} {seconds:6.2f} s  {seconds / reference:5.2f} x Barnes-Hut   KL {divergence:.4f}")


if __name__ == "__main__":
    main()
