"""Cells whose header is wrong, or that lack their partner."""

import pytest
from tiny_lab import find

from labkit.course.cells import expand
from labkit.errors import LabkitError


def test_a_misspelt_word_is_refused(source):
    with pytest.raises(LabkitError, match="'chek' is no word of a cell's header"):
        expand(source(("# %% check=", "# %% chek=")), find)


def test_an_exercise_without_a_check_is_refused(source):
    with pytest.raises(LabkitError, match="no check follows it"):
        expand(source(('# %% check="07.double"', "# %%")), find)


def test_the_lab_itself_is_accepted(source):
    assert [cell.id for cell in expand(source(), find)].count("check-07-double") == 1
