"""t-SNE itself: points of a plane are pulled and pushed until those belong together that do so in the data.

Gradient descent with momentum, and with a gain for every coordinate that grows while the gradient keeps its sign and
shrinks when it turns (Jacobs, 1988). In the first phase P is exaggerated, so that clusters form before there is much
to push apart. Then velocities and gains start anew: what was learned about exaggerated forces would mislead.
"""

from dataclasses import dataclass, field

import numpy as np

from labkit.errors import LabkitError
from labkit.tsne.affinities import Affinities, affinities, checked_points
from labkit.tsne.divergence import kl_divergence
from labkit.tsne.forces import Forces

EXAGGERATION, EXAGGERATED = 12.0, 250  # factor on P, and for how many iterations
MOMENTUM = (0.5, 0.8)  # while exaggerated, and after
SMALLEST_GAIN = 0.01
SPREAD = 1e-4  # standard deviation of the first positions


@dataclass(frozen=True)
class Embedding:
    """What t-SNE made of the data.

    Attributes
    ----------
    y : array (n, dimensions)
        Positions. Directions and distances between far groups mean nothing; neighbourhoods do.
    kl : float
        KL divergence at the end, in nats.
    affinities : Affinities
        P, and the perplexity that every point reached.
    frames : list of array (n, dimensions)
        Positions along the way, where asked for; the last is ``y``.
    iterations : list of int
        Of the frames.
    """

    y: np.ndarray
    kl: float
    affinities: Affinities
    frames: list[np.ndarray] = field(default_factory=list, repr=False)
    iterations: list[int] = field(default_factory=list, repr=False)


def tsne(
    x: np.ndarray | Affinities,
    perplexity: float = 30.0,
    *,
    dimensions: int = 2,
    iterations: int = 1000,
    rate: float | None = None,
    start: str | np.ndarray = "pca",
    seed: int | np.random.Generator = 0,
    frames_every: int | None = None,
    progress: bool = True,
) -> Embedding:
    """Embed points in a plane by exact t-SNE.

    Parameters
    ----------
    x : array (n, features), or Affinities
        The data; or their P, so that several embeddings share one search.
    perplexity : float
        About how many neighbours each point is to keep; ignored where P is given.
    dimensions : int
        Of the embedding.
    iterations : int
    rate : float, optional
        Learning rate, above 0; n / 48, but at least 50, where left out (Belkina et al., 2019).
    start : "pca", "random" or array (n, dimensions)
        First positions. "pca" takes the first principal components, scaled down, plus noise from ``seed`` a
        hundredth as large; P knows no components, so "pca" needs the data.
    seed : int or numpy.random.Generator
        Of the random start, or of that noise.
    frames_every : int, optional
        Iterations between two frames; none are kept where left out.
    progress : bool
        Whether to show a bar.

    Raises
    ------
    LabkitError
        When data, perplexity, start or another setting are not usable, or the rate is so large that numbers overflow.
    """
    for name, number in (("iterations", iterations), ("dimensions", dimensions)):
        if not isinstance(number, int | np.integer) or number < 1:
            raise LabkitError(f"t-SNE: {name} must be a whole number of at least 1, not {number!r}.")
    if rate is not None and not 0 < rate < np.inf:
        raise LabkitError(f"t-SNE: the rate must be a finite number above 0, not {rate!r}.")
    p = x if isinstance(x, Affinities) else affinities(x, perplexity)
    y = _start(x, len(p.p), dimensions, start, np.random.default_rng(seed))
    forces = Forces(p.p, dimensions)
    rate = max(len(y) / EXAGGERATION / 4, 50.0) if rate is None else float(rate)
    frames, times = [], []
    velocity, gains = np.zeros_like(y), np.ones_like(y)
    for iteration in _bar(iterations, progress):
        if frames_every and iteration % frames_every == 0:
            frames.append(y.copy())
            times.append(iteration)
        early = iteration < EXAGGERATED
        if iteration == EXAGGERATED:
            velocity[:], gains[:] = 0, 1
        with np.errstate(all="ignore"):  # an overflow gets a sentence of its own, below
            gradient = forces.gradient(y, EXAGGERATION if early else 1.0)
        turned = velocity * gradient > 0  # the velocity points downhill as long as it opposes the gradient
        gains = np.maximum(np.where(turned, 0.8 * gains, gains + 0.2), SMALLEST_GAIN)
        velocity = MOMENTUM[not early] * velocity - rate * gains * gradient
        y += velocity
        y -= y.mean(axis=0)
        if not np.isfinite(y).all():
            raise LabkitError(f"t-SNE: numbers overflowed in iteration {iteration + 1}: {rate:g} is too large a rate.")
    if frames_every:
        frames.append(y.copy())
        times.append(iterations)
    return Embedding(y, kl_divergence(p.p, y), p, frames, times)


def _start(x, n: int, dimensions: int, start: str | np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """First positions, array (n, dimensions), float64."""
    if not isinstance(start, str):
        y = np.array(start, dtype=np.float64)
        if y.shape != (n, dimensions) or not np.isfinite(y).all():
            raise LabkitError(
                f"t-SNE: start must hold finite numbers in the shape {(n, dimensions)}, not {np.shape(start)}."
            )
        return y
    noise = rng.standard_normal((n, dimensions)) * SPREAD
    if start == "random":
        return noise
    if start != "pca":
        raise LabkitError(f"t-SNE: start must be 'pca', 'random' or an array of positions, not {start!r}.")
    if isinstance(x, Affinities):
        raise LabkitError("t-SNE: start='pca' needs the data themselves; with affinities use start='random'.")
    x = checked_points(x)
    components = principal_components(x, dimensions)
    scale = components[:, 0].std()
    return SPREAD * components / scale + 0.01 * noise


def principal_components(x: np.ndarray, dimensions: int = 2) -> np.ndarray:
    """Coordinates of points ``x`` (n, features) along the directions in which they vary most; array (n, dimensions).

    Missing ones are 0 where there are fewer features than dimensions. Signs are fixed: the largest is positive.
    """
    x = np.asarray(x, dtype=np.float64)
    centred = x - x.mean(axis=0)
    u, s, _ = np.linalg.svd(centred, full_matrices=False)
    found = (u * s)[:, :dimensions]
    found = found * np.sign(found[np.abs(found).argmax(axis=0), np.arange(found.shape[1])])
    return np.pad(found, ((0, 0), (0, dimensions - found.shape[1])))


def _bar(iterations: int, progress: bool):
    if not progress:
        return range(iterations)
    from tqdm.auto import tqdm

    return tqdm(range(iterations), desc="t-SNE", unit="iteration")
