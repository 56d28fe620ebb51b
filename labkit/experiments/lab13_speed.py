"""How long does a convolution take, by which way to the same numbers? The bars of the page "Why it is fast".

Sixteen 7 by 7 filters on 28 by 28 images, as in Report A's part 3; then LeNet-5's first layer with its ReLU and pool,
there and back. Times belong to a machine and a moment, so that no run is expected to come out again.
"""

from collections.abc import Callable
from statistics import median
from time import process_time

import numpy as np
from scipy import fft, signal

from labkit import nn
from labkit.experiments.experiment import experiment
from labkit.nn import functional
from labkit.nn.conv_pool import ConvPool
from labkit.nn.correlator import Correlator

Ways = dict[str, Callable[[], np.ndarray]]
ROUNDS, LEAST_SECONDS = 7, 1e-3


@experiment("13.speed", grid={"images": [1, 64]}, seeds=range(5), sample=())
def speed(images: int, seed: int) -> list[dict]:
    """Processor time per image of every way, in milliseconds; the ways take turns, and the median round counts."""
    rows = []
    for job, ways in (("filters", filter_ways(images, seed)), ("filters and pool", pool_ways(images, seed))):
        seconds: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(ROUNDS):
            for way, function in ways.items():
                seconds[way].append(_timed(function))
        done = {way: 1 if way == "loop" else images for way in ways}
        rows += [{"job": job, "way": way, "ms": 1e3 * median(s) / done[way]} for way, s in seconds.items()]
    return rows


def filter_ways(images: int, seed: int) -> Ways:
    """Sixteen filters on so many images; the loop, too slow for more, on the first alone."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(images, 1, 28, 28)).astype(np.float32)
    W = rng.normal(size=(16, 1, 7, 7)).astype(np.float32)
    shape, flat = (images, 16, 22, 22), x.reshape(images, -1)
    T, sparse = (functional.toeplitz_matrix(W, 28, sparse=sparse) for sparse in (False, True))
    correlator, z = Correlator((7, 7), (1, 1), (0, 0)), np.empty((16, 22, 22 * images), np.float32)

    def strips() -> np.ndarray:
        correlator.read(x)
        correlator.product(W, z)
        return functional.batch_first(z.reshape(16, 22, 22, images))

    return {
        "loop": lambda: loop(x[:1], W),
        "Toeplitz, written anew": lambda: (flat @ functional.toeplitz_matrix(W, 28).T).reshape(shape),
        "Toeplitz": lambda: (flat @ T.T).reshape(shape),
        "Toeplitz, sparse": lambda: (sparse @ flat.T).T.reshape(shape),
        "scipy.signal": lambda: np.array([[signal.correlate2d(i[0], w[0], "valid") for w in W] for i in x]),
        "FFT": lambda: by_fft(x, W),
        "im2col": lambda: functional.correlate2d(x, W),
        "strips": strips,
    }


def pool_ways(images: int, seed: int) -> Ways:
    """LeNet-5's first convolution, ReLU and pool, forward and back to the weights: layer by layer, and as one."""
    rng = np.random.default_rng(seed)
    conv, relu, pool = nn.Conv2D(1, 6, 5, padding=2), nn.ReLU(), nn.MaxPool2D(2)
    nn.Sequential([conv, relu, pool], seed=seed)
    x = functional.batch_first(rng.normal(size=(1, 28, 28, images)).astype(np.float32))
    upstream = functional.batch_first(rng.normal(size=(6, 14, 14, images)).astype(np.float32))
    together = ConvPool(conv, relu, pool)

    def layers() -> np.ndarray:
        y = pool.forward(relu.forward(conv.forward(x)))
        conv.write_gradients(relu.backward(pool.backward(upstream)))
        return y

    def as_one() -> np.ndarray:
        y = together.forward(x)
        together.write_gradients(upstream)
        return y

    return {"layer by layer": layers, "as one": as_one}


def loop(images: np.ndarray, W: np.ndarray) -> np.ndarray:
    """Every filter at every place, one after the other."""
    kernel = W.shape[2:]
    z = np.empty((len(images), len(W), *functional.places(images.shape[2:], kernel)), images.dtype)
    for s, o, y, x in np.ndindex(z.shape):
        z[s, o, y, x] = (images[s, :, y : y + kernel[0], x : x + kernel[1]] * W[o]).sum()
    return z


def by_fft(images: np.ndarray, W: np.ndarray) -> np.ndarray:
    """Through the frequencies, where a correlation is a product, number by number."""
    size = images.shape[2:]
    waves = np.einsum("schw,ochw->sohw", fft.rfft2(images), fft.rfft2(W, size).conj())
    down, across = functional.places(size, W.shape[2:])
    return fft.irfft2(waves, size)[:, :, :down, :across]


def _timed(function: Callable[[], np.ndarray]) -> float:
    """Seconds of a call, over as many calls as a clock can tell."""
    calls, started = 0, process_time()
    while (passed := process_time() - started) < LEAST_SECONDS or not calls:
        function()
        calls += 1
    return passed / calls
