r"""How the first weights are drawn. Too small and signals die out on the way up; too large and units saturate.

An initialiser is called as ``init(n_inputs, n_outputs, rng)`` and returns an array (n_inputs, n_outputs);
any plain function with these arguments will do. ``rng`` is a ``numpy.random.Generator``. The ones below also say what
they aim at: ``init.weight_std(n_inputs, n_outputs)`` is the standard deviation of the weights that they draw.
"""

from dataclasses import dataclass

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.functional.signal import uniform_std

TRUNCATED = 0.8796256610342398
"""Standard deviation of a standard normal number that was drawn again until it lay within -2 and 2.

With the normal density p and the share P = 0.9545 inside, the variance is 1 - 4 p(2) / P.
"""


@dataclass(frozen=True)
class Uniform:
    """Equally likely anywhere between ``low`` and ``high``: standard deviation (high - low) / sqrt(12)."""

    low: float = -1.0
    high: float = 1.0

    def __post_init__(self) -> None:
        if not self.low < self.high:
            raise LabkitError(f"Uniform: low must be below high, not low = {self.low}, high = {self.high}.")

    def __call__(self, n_inputs: int, n_outputs: int, rng: np.random.Generator) -> np.ndarray:
        """Array (n_inputs, n_outputs)."""
        return rng.uniform(self.low, self.high, (n_inputs, n_outputs))

    def weight_std(self, n_inputs: int, n_outputs: int) -> float:
        """Standard deviation: (high - low) / sqrt(12), whatever the layer's size."""
        return uniform_std(self.low, self.high)


@dataclass(frozen=True)
class Normal:
    """N(0, std^2): one standard deviation for every layer, whatever its size."""

    std: float = 1.0

    def __post_init__(self) -> None:
        if not 0 < self.std < np.inf:
            raise LabkitError(f"Normal: std must be a finite number above 0, not {self.std!r}.")

    def __call__(self, n_inputs: int, n_outputs: int, rng: np.random.Generator) -> np.ndarray:
        """Array (n_inputs, n_outputs)."""
        return self.std * rng.standard_normal((n_inputs, n_outputs))

    def weight_std(self, n_inputs: int, n_outputs: int) -> float:
        """Standard deviation: ``std``."""
        return self.std


@dataclass(frozen=True)
class FanInNormal:
    """N(0, 1/n): standard deviation 1 / sqrt(n_inputs), so a weighted sum is about as large as its inputs.

    LeCun, Bottou, Orr and Müller (1998), "Efficient BackProp", section 4.6.
    """

    def __call__(self, n_inputs: int, n_outputs: int, rng: np.random.Generator) -> np.ndarray:
        """Array (n_inputs, n_outputs)."""
        return rng.standard_normal((n_inputs, n_outputs)) / np.sqrt(n_inputs)

    def weight_std(self, n_inputs: int, n_outputs: int) -> float:
        """Standard deviation: 1 / sqrt(n_inputs)."""
        return 1 / np.sqrt(n_inputs)


@dataclass(frozen=True)
class He:
    """N(0, 2/n): standard deviation sqrt(2 / n_inputs), which makes up for a ReLU silencing half its inputs.

    He, Zhang, Ren and Sun (2015), "Delving deep into rectifiers".
    """

    def __call__(self, n_inputs: int, n_outputs: int, rng: np.random.Generator) -> np.ndarray:
        """Array (n_inputs, n_outputs)."""
        return rng.standard_normal((n_inputs, n_outputs)) * self.weight_std(n_inputs, n_outputs)

    def weight_std(self, n_inputs: int, n_outputs: int) -> float:
        """Standard deviation: sqrt(2 / n_inputs)."""
        return np.sqrt(2 / n_inputs)


@dataclass(frozen=True)
class Glorot:
    """Standard deviation sqrt(2 / (n_inputs + n_outputs)), a compromise between forward and backward pass.

    ``distribution`` is "uniform", between -limit and limit with limit = sqrt(6 / (n_inputs + n_outputs)),
    or "normal".
    """

    distribution: str = "uniform"

    def __post_init__(self) -> None:
        if self.distribution not in ("uniform", "normal"):
            raise LabkitError(f"Glorot: distribution must be 'uniform' or 'normal', not {self.distribution!r}.")

    def __call__(self, n_inputs: int, n_outputs: int, rng: np.random.Generator) -> np.ndarray:
        """Array (n_inputs, n_outputs)."""
        std = self.weight_std(n_inputs, n_outputs)
        if self.distribution == "normal":
            return rng.standard_normal((n_inputs, n_outputs)) * std
        limit = np.sqrt(3) * std
        return rng.uniform(-limit, limit, (n_inputs, n_outputs))

    def weight_std(self, n_inputs: int, n_outputs: int) -> float:
        """Standard deviation: sqrt(2 / (n_inputs + n_outputs)), for both distributions."""
        return np.sqrt(2 / (n_inputs + n_outputs))


@dataclass(frozen=True)
class TruncatedNormal:
    """N(0, std^2) without its tails: what falls outside two standard deviations is drawn again.

    Cutting the tails narrows the distribution: the standard deviation that comes out is .880 ``std``.
    """

    std: float = 0.1

    def __post_init__(self) -> None:
        if not self.std > 0:
            raise LabkitError(f"TruncatedNormal: std must be above 0, not {self.std}.")

    def __call__(self, n_inputs: int, n_outputs: int, rng: np.random.Generator) -> np.ndarray:
        """Array (n_inputs, n_outputs)."""
        draw = rng.standard_normal((n_inputs, n_outputs))
        while (outside := np.abs(draw) > 2).any():
            draw[outside] = rng.standard_normal(int(outside.sum()))
        return draw * self.std

    def weight_std(self, n_inputs: int, n_outputs: int) -> float:
        """Standard deviation of what is left: .880 ``std``, whatever the layer's size."""
        return TRUNCATED * self.std
