"""Initialisers: spread, limits, seeds, plain functions."""

import numpy as np
import pytest
from scipy.stats import truncnorm

from labkit import nn
from labkit.errors import LabkitError
from labkit.nn.functional.signal import preactivation_rms

N_IN, N_OUT = 400, 250


def draw(init, seed=0):
    return init(N_IN, N_OUT, np.random.default_rng(seed))


@pytest.mark.parametrize(
    "init, std",
    [
        (nn.Uniform(-1, 1), 1 / np.sqrt(3)),
        (nn.Uniform(0, 0.5), 0.5 / np.sqrt(12)),
        (nn.Normal(0.3), 0.3),
        (nn.FanInNormal(), 1 / np.sqrt(N_IN)),
        (nn.He(), np.sqrt(2 / N_IN)),
        (nn.Glorot(), np.sqrt(2 / (N_IN + N_OUT))),
        (nn.Glorot("normal"), np.sqrt(2 / (N_IN + N_OUT))),
        (nn.TruncatedNormal(0.1), 0.1 * 0.87962566),
    ],
)
def test_spread(init, std):
    """100,000 draws fix a standard deviation to well within 1 %."""
    W = draw(init)
    assert W.shape == (N_IN, N_OUT)
    assert W.std() == pytest.approx(std, rel=0.01)
    assert init.weight_std(N_IN, N_OUT) == pytest.approx(std, rel=1e-7)
    assert W.mean() == pytest.approx(0.25 if init == nn.Uniform(0, 0.5) else 0, abs=0.02 * std)
    assert np.array_equal(W, draw(init)) and not np.array_equal(W, draw(init, 1))


def test_truncated_factor_against_scipy():
    assert nn.TruncatedNormal(3.0).weight_std(1, 1) == pytest.approx(truncnorm(-2, 2, scale=3).std(), rel=1e-12)


def test_preactivation_rms():
    """Predicted and measured root mean square of the weighted sums, whose inputs have another mean than 0."""
    x = np.random.default_rng(1).uniform(0, 1, (300, N_IN))
    x[:, ::2] = 0  # half of the inputs never speak, and count as inputs all the same
    W = draw(nn.He())
    predicted = preactivation_rms(nn.He().weight_std(N_IN, N_OUT), np.sqrt(np.mean(x**2)), N_IN)
    assert np.sqrt(np.mean((x @ W) ** 2)) == pytest.approx(predicted, rel=0.03)


def test_limits():
    assert np.abs(draw(nn.TruncatedNormal(0.1))).max() <= 0.2
    assert np.abs(draw(nn.Uniform(-0.3, 0.3))).max() <= 0.3
    assert np.abs(draw(nn.Glorot())).max() <= np.sqrt(6 / (N_IN + N_OUT))
    assert np.abs(draw(nn.Glorot("normal"))).max() > np.sqrt(6 / (N_IN + N_OUT))


def test_plain_function_gives_the_same_network():
    def he(n_inputs, n_outputs, rng):
        return rng.standard_normal((n_inputs, n_outputs)) * np.sqrt(2 / n_inputs)

    ours, theirs = (nn.Sequential([nn.Dense(5, 4, init=init)], seed=3) for init in (nn.He(), he))
    assert np.array_equal(ours.parameters, theirs.parameters)


def test_bad_input():
    for init, message in [
        (lambda n, m, rng: None, "returned nothing"),
        (lambda n, m, rng: np.zeros((m, n)), r"shape \(4, 5\).*\(5, 4\)"),
    ]:
        with pytest.raises(LabkitError, match=message):
            nn.Sequential([nn.Dense(5, 4, init=init)])
    with pytest.raises(LabkitError, match="init must be"):
        nn.Dense(5, 4, init="he")
    with pytest.raises(LabkitError, match="Normal: std must be a finite number above 0, not 0"):
        nn.Normal(0)
    with pytest.raises(LabkitError, match="low must be below high"):
        nn.Uniform(1, -1)
    with pytest.raises(LabkitError, match="std must be above 0"):
        nn.TruncatedNormal(0)
    with pytest.raises(LabkitError, match="uniform"):
        nn.Glorot("gaussian")


@pytest.mark.parametrize("kind", [nn.He, nn.Uniform, nn.TruncatedNormal])
def test_the_class_in_place_of_an_initialiser_gets_one_sentence(kind):
    for make in (lambda: nn.Dense(4, 3, init=kind), lambda: nn.Conv2D(1, 2, 3, init=kind)):
        with pytest.raises(LabkitError, match=r"init must be an initialiser such as nn\.He\(\)"):
            make()
