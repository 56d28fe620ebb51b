"""How long does an explorer take to draw again when a slider moves?

Run ``python -m tests.benchmarks.explorers``; see README.md here. It prints processor time and asserts nothing: timings
belong to a machine and a moment. A slider feels live up to about 200 ms.
"""

import os

if __name__ == "__main__":  # the libraries read it once, when they are first imported
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"

import time
from statistics import median

from labkit import explorers


def redraws(name: str, times: int = 7) -> list[float]:
    """Milliseconds of processor time of each of some redraws; the first picture, which may train, is not counted."""
    explorer = getattr(explorers, name)()
    explorer.picture().html(dpi=144, quick=True)
    taken = []
    for _ in range(times):
        began = time.process_time()
        explorer.picture().html(dpi=144, quick=True)
        taken.append(1000 * (time.process_time() - began))
    return taken


def main() -> None:
    """Print a line for each explorer."""
    for name in explorers.names():
        taken = redraws(name)
        print(f"{name:24s} median {median(taken):4.0f} ms, fastest {min(taken):4.0f} ms")


if __name__ == "__main__":
    main()
