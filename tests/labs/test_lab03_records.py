"""Lab 03's recorded runs: made by the code that stands here, and repeatable."""

import pytest

from labkit import records
from labkit.experiments import verify

NAMES = ["03.one_rate", "03.rate_by_k", "03.undone"]


@pytest.mark.parametrize("name", NAMES)
def test_record_is_fresh_and_holds_five_seeds(name):
    record = records.load(name)
    assert record.stale() is None
    assert len(record.seeds) >= 5


@pytest.mark.parametrize("name", NAMES)
def test_sample_comes_out_again(name):
    verification = verify(name)
    assert verification.passed, verification
