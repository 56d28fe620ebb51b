"""The board of lab 10 keeps the best recipes, and gives none away."""

import json

from labkit.exercises.lab10_putting_it_together import leaderboard
from labkit.exercises.lab10_putting_it_together.leaderboard import enter
from tests.labs.lab10_putting_it_together.recipe import GOOD


def test_the_leaderboard_keeps_the_best(tmp_path, capsys):
    file = tmp_path / "board.json"
    assert enter({"loss": "cross-entropy"}, file=file).place == 2
    board = enter(GOOD, name="better <b>", file=file)
    assert board.place == 1 and len(board.rows) == 3
    assert "&lt;b&gt;" in board._repr_html_() and repr(board).startswith(">1.")
    assert enter(GOOD, name="once more", file=file).place == 1
    assert len(json.loads(file.read_text())) == 2
    file.write_text("not json")
    assert enter(GOOD, file=file).place == 1
    assert enter({}, file=file).place == 3, "Report B's first network is there already"
    assert "Not entered" not in capsys.readouterr().out
    assert enter(GOOD | {"updates": 1000}, file=file).place == 0
    assert "Not entered: updates is not yours to set" in capsys.readouterr().out
    assert len(json.loads(file.read_text())) == 1


def test_a_strict_run_leaves_no_trace(monkeypatch, tmp_path):
    monkeypatch.setenv("LABKIT_STRICT", "1")
    monkeypatch.setattr(leaderboard, "cache_folder", lambda: tmp_path)
    assert len(leaderboard.enter(GOOD).rows) == 2
    assert not list(tmp_path.iterdir())


def test_a_board_does_not_give_a_recipe_away(tmp_path):
    board = enter(GOOD, file=tmp_path / "board.json")
    assert "ReLU" not in repr(board) + board._repr_html_()
