"""What the gradebook holds after a class of hostile and broken submissions was graded in one batch."""

import sqlite3

import pytest
from cohort import LAB, deepcopy, new_cohort
from hostile import CASES

from labkit.grading import result


@pytest.fixture(scope="module")
def graded(released, tmp_path_factory, notebooks):
    cohort = new_cohort(tmp_path_factory.mktemp("hostile") / "cohort", template=released)
    blank, solved = notebooks
    for number, case in enumerate(CASES):
        data = case.make(deepcopy(solved), deepcopy(blank))
        cohort.hand_in(f"h{number:02d}", data.replace(b"{root}", str(cohort.places.root).encode()))
    cohort.outcome = cohort.grade()
    return cohort


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.name for case in CASES])
def test_the_gradebook_is_right_or_a_human_is_called(graded, number):
    case = CASES[number]
    row = graded.row(f"h{number:02d}")
    found = result.read(graded.places.result(f"h{number:02d}", LAB))
    kinds = [f"{flag.kind}: {flag.text}" for flag in found.flags]
    assert not found.failed, kinds
    assert row.total == case.points, (row.scores, kinds, {n: m.message for n, m in found.marks.items()})
    assert case.flagged in (None, row.flagged), kinds
    checks = {name: score for name, score in row.scores.items() if name.startswith("check-")}
    if not case.scored:
        assert set(checks.values()) == {None} and all(row.needs_human[name] for name in checks)
    if case.needs:
        assert case.needs in [flag.kind for flag in found.flags]


def test_the_batch_never_stopped(graded):
    assert len(graded.outcome.new) == len(CASES)


def test_nothing_reached_the_gradebook_or_the_secret(graded):
    number = next(i for i, case in enumerate(CASES) if case.name.startswith("reads other"))
    page = graded.places.autograded(f"h{number:02d}", LAB).read_text(encoding="utf-8")
    assert "FOUND []" in page and "WRITE " in page and "READ FileNotFoundError" in page
    with sqlite3.connect(graded.places.gradebook) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)


def test_no_socket_was_opened(graded):
    number = next(i for i, case in enumerate(CASES) if case.name == "opens a socket")
    page = graded.places.autograded(f"h{number:02d}", LAB).read_text(encoding="utf-8")
    assert "CONNECTED" not in page and "no " in page


def test_no_page_is_large(graded):
    sizes = {path: path.stat().st_size for path in graded.places.root.glob("autograded/*/*/*.ipynb")}
    assert len(sizes) == len(CASES) and max(sizes.values()) < 300_000


def test_scores_stand_for_something():
    assert len({case.name for case in CASES}) == len(CASES) >= 50
