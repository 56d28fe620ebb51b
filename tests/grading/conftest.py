"""One lab released once; every test that grades gets a cohort of its own."""

import pytest
from cohort import lab, new_cohort, short_course


@pytest.fixture(scope="session")
def course(tmp_path_factory):
    """Lab 03 without its experiments."""
    return short_course(tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="session")
def released(course, tmp_path_factory):
    """A cohort's folder in which nothing has been handed in."""
    return new_cohort(tmp_path_factory.mktemp("released") / "cohort", course=course).places.root


@pytest.fixture
def cohort(released, tmp_path):
    return new_cohort(tmp_path / "cohort", template=released)


@pytest.fixture(scope="session")
def notebooks(course):
    """(blank, solved) notebook of lab 03, not to be changed."""
    return lab("03", course)
