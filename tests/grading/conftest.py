"""One lab released once; every test that grades gets a cohort of its own."""

import pytest
from cohort import as_bytes, cell, deepcopy, lab, new_cohort, short_course


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


@pytest.fixture
def graded(cohort, notebooks):
    """A small class: one with a mistake and code that calls a human, one blank, one cut off."""
    wrong = deepcopy(notebooks[1])
    cell(wrong, "ex-03-sigmoid")["source"] = "import gc\ndef sigmoid(x, k=1.0):\n    return 1 / (1 + np.exp(k * x))"
    cohort.hand_in("s01", as_bytes(wrong))
    cohort.hand_in("s02", as_bytes(notebooks[0]))
    cohort.hand_in("s03", as_bytes(notebooks[0])[:-7])
    cohort.grade(jobs=1)
    return cohort
