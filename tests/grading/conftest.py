"""One lab released once; every test that grades gets a cohort of its own."""

import pytest
from cohort import lab, new_cohort


@pytest.fixture(scope="session")
def released(tmp_path_factory):
    """A cohort's folder in which nothing has been handed in."""
    return new_cohort(tmp_path_factory.mktemp("released") / "cohort").places.root


@pytest.fixture
def cohort(released, tmp_path):
    return new_cohort(tmp_path / "cohort", template=released)


@pytest.fixture(scope="session")
def notebooks():
    """(blank, solved) notebook of lab 03, not to be changed."""
    return lab("03")
