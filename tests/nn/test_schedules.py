"""Schedules: golden values, and where they start and end."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from labkit import nn
from labkit.errors import LabkitError


@pytest.mark.parametrize(
    "schedule, golden",
    [
        (nn.Constant(0.1), {0: 0.1, 1000: 0.1}),
        (nn.Step(1.0, every=10, factor=0.5), {0: 1, 9: 1, 10: 0.5, 19: 0.5, 20: 0.25, 35: 0.125}),
        (nn.Exponential(1.0, decay=0.9), {0: 1, 1: 0.9, 2: 0.81, 10: 0.3486784401}),
        (nn.Exponential(0.01, decay=0.5, every=100), {0: 0.01, 50: 0.00707106781, 100: 0.005, 200: 0.0025}),
        (nn.Cosine(1.0, steps=100), {0: 1, 25: 0.853553391, 50: 0.5, 75: 0.146446609, 100: 0, 500: 0}),
        (nn.Cosine(1.0, steps=100, final=0.2), {0: 1, 50: 0.6, 100: 0.2}),
        (nn.Cosine(1.0, steps=110, warmup=10), {0: 0.1, 4: 0.5, 9: 1.0, 10: 1.0, 60: 0.5, 110: 0}),
    ],
)
def test_golden_values(schedule, golden):
    assert {step: schedule(step) for step in golden} == pytest.approx(golden, abs=1e-9)


@given(st.floats(1e-6, 10), st.integers(2, 500), st.floats(0, 0.9))
def test_cosine_climbs_then_falls_within_its_limits(rate, steps, share):
    schedule = nn.Cosine(rate, steps, warmup=int(share * steps))
    rates = np.array([schedule(step) for step in range(steps + 5)])
    assert (rates > -1e-12).all() and rates.max() == pytest.approx(rate)
    climb, fall = rates[: schedule.warmup], rates[schedule.warmup :]
    assert (np.diff(climb) > 0).all() and (np.diff(fall) <= 1e-12).all() and fall[-1] == pytest.approx(0)


def test_a_schedule_drives_training():
    net = nn.Sequential([nn.Dense(1, 1, bias=False), nn.Identity()], dtype=np.float64)
    history = nn.fit(
        net, np.ones((6, 1)), np.zeros((6, 1)), loss=nn.SquaredError("mean"), epochs=2, batch_size=2,
        optimizer=nn.SGD(lambda step: 0.1 * (step + 1)), log_every=1, progress=False,
    )  # fmt: skip
    assert history.rate == pytest.approx([0.1, 0.2, 0.3, 0.4, 0.5, 0.6])


@pytest.mark.parametrize("rate", [None, np.nan, "slow"])
def test_a_schedule_that_returns_no_rate(rate):
    net = nn.Sequential([nn.Dense(1, 1)])
    x = np.ones((2, 1))
    with pytest.raises(LabkitError, match="schedule must return a finite learning rate; for update 0 it returned"):
        nn.fit(net, x, x, loss=nn.SquaredError(), optimizer=nn.SGD(lambda step: rate), progress=False)


def test_bad_input():
    for bad in (-0.1, np.nan, np.inf, "fast", None, True):
        with pytest.raises(LabkitError, match="learning rate must be a finite number"):
            nn.SGD(bad)
    with pytest.raises(LabkitError, match="every must be at least 1"):
        nn.Step(0.1, every=0)
    with pytest.raises(LabkitError, match="decay must be a finite number above 0"):
        nn.Exponential(0.1, decay=0)
    with pytest.raises(LabkitError, match="warmup must be at least 0 and less than steps = 10"):
        nn.Cosine(0.1, steps=10, warmup=10)
    for factor in (-3, 0, np.nan, np.inf, None, "half"):
        with pytest.raises(LabkitError, match="factor must be a finite number above 0"):
            nn.Step(0.1, every=10, factor=factor)
    for final in (np.nan, -1, None):
        with pytest.raises(LabkitError, match="the final rate must be a finite number of at least 0"):
            nn.Cosine(0.1, steps=10, final=final)
    for warmup in (None, np.nan, "long", -1):
        with pytest.raises(LabkitError, match="warmup must be at least 0 and less than steps = 10"):
            nn.Cosine(0.1, steps=10, warmup=warmup)
    with pytest.raises(LabkitError, match="steps must be at least 1 update"):
        nn.Cosine(0.1, steps=np.nan)
