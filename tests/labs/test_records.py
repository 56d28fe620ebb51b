"""Every recorded run: made by the code that stands here, over enough seeds, and repeatable."""

import pytest

from labkit import experiments, records

NAMES = experiments.names()


@pytest.mark.parametrize("name", NAMES)
def test_record_is_fresh_and_holds_five_seeds(name):
    """Runs on the full data take minutes each: there one seed will do, if the record is called ``full``."""
    record = records.load(name)
    assert record.stale() is None
    assert len(record.seeds) >= (1 if name.endswith(".full") else 5)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_sample_comes_out_again(name):
    verification = experiments.verify(name)
    assert verification.passed, verification
