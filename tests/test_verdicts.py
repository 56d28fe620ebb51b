"""The closing table of a lab says what the runs say."""

import pytest

from labkit import LabkitError
from labkit.verdicts import Claim, Verdicts, mean_and_spread


def test_a_share_is_printed_in_per_cent_with_the_sample_deviation():
    assert mean_and_spread([0.5, 0.7]) == "60 ± 14 %"


def test_other_units_are_left_as_they_are():
    assert mean_and_spread([1.0, 3.0], unit="s", digits=1) == "2.0 ± 1.4 s"


def test_one_run_has_no_spread():
    with pytest.raises(LabkitError, match="at least two runs"):
        mean_and_spread([0.5])


@pytest.mark.parametrize(
    ("holds", "where", "verdict"),
    [
        (True, "", "holds"),
        (True, "never shown", "holds"),
        (False, "", "does not hold"),
        (False, "600 steps", "holds under other conditions: 600 steps"),
    ],
)
def test_three_verdicts(holds, where, verdict):
    assert Claim("c", "r", "m", holds, where).verdict == verdict


def test_the_table_reads_as_text_and_escapes_html():
    table = Verdicts([Claim("a < b", "3 %", "2 ± 1 %", True)], source="5 seeds")
    assert repr(table) == "a < b: reported 3 %, measured 2 ± 1 %: holds.\n5 seeds"
    html = table._repr_html_()
    assert "a &lt; b" in html and "<caption>5 seeds</caption>" in html and html.count("<tr>") == 2


def test_an_empty_table_is_refused():
    with pytest.raises(LabkitError, match="at least one claim"):
        Verdicts([])


def test_a_row_that_is_no_claim_is_refused():
    with pytest.raises(LabkitError, match="made of Claims, and was given a tuple"):
        Verdicts([("a", "b", "c", True)])
