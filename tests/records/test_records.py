"""Reading a record: captions, curves, summaries, damage; and whether it is stale or wrong."""

import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import labkit
from labkit import LabkitError, records
from labkit.experiments import record, verify
from labkit.records import table

from .conftest import SLOPES


@pytest.fixture
def recorded(tmp_path, slopes):
    record("97.slopes", folder=tmp_path, progress=False)
    return records.load("97.slopes", folder=tmp_path)


def test_caption(recorded):
    date = recorded.provenance["date"]
    assert recorded.caption() == f"3 seeds, recorded {date} with labkit {labkit.__version__}"
    recorded.provenance["data"] = {"train_images": 4000}
    recorded.provenance["seeds"] = [0]
    assert recorded.caption().startswith("1 seed, 4,000 images, recorded ")


def test_curves_feed_training_curves(recorded):
    from labkit.plots import training_curves

    curves = recorded.select(rate=0.1).curves("k", "accuracy")
    assert list(curves) == ["k = 1", "k = 2.5"]
    assert list(curves["k = 1"].columns) == ["iteration", "seed", "accuracy"] and len(curves["k = 1"]) == 12
    assert "2.5" in training_curves(curves).alt


def test_summary_is_taken_at_the_end_over_seeds(recorded):
    summary = recorded.select(k=2.5).summary("rate")
    last = [(2.5 * 0.1 * 3 + seed) / 7 for seed in range(3)]
    row = summary.loc[0.1]
    assert row["mean"] == pytest.approx(np.mean(last)) and row["std"] == pytest.approx(np.std(last, ddof=1))
    assert row["min"] == pytest.approx(last[0]) and row["max"] == pytest.approx(last[2]) and row["seeds"] == 3


def test_a_run_that_ends_without_a_number_is_not_shown_by_an_earlier_one(recorded):
    last = recorded.frame["iteration"] == 3
    recorded.frame.loc[last & (recorded.frame["seed"] == 1), "accuracy"] = math.nan
    row = recorded.select(k=1, rate=0.1).summary("rate").loc[0.1]
    assert row["seeds"] == 2 and row["max"] == pytest.approx((0.3 + 2) / 7)


def test_select(recorded):
    assert set(recorded.select(seed=[0, 2]).frame["seed"]) == {0, 2}
    with pytest.raises(LabkitError, match="no run with k = 9: it has 1.0, 2.5"):
        recorded.select(k=9)
    with pytest.raises(LabkitError, match="no column 'slope': it has k, rate"):
        recorded.select(slope=1)


def test_ambiguous_curves_are_refused(recorded):
    with pytest.raises(LabkitError, match=r"varies rate as well as k: .*\.select\(rate="):
        recorded.curves("k")
    with pytest.raises(LabkitError, match="no column 'loss'"):
        recorded.select(k=1).summary("rate", "loss")


def test_no_steps_no_curves(tmp_path, lab):
    lab(
        SLOPES.replace(
            '[{"iteration": i, "accuracy": (k * rate * i + seed) / 7} for i in range(iterations)]', '{"x": 1.5}'
        )
    )
    record("97.slopes", folder=tmp_path, progress=False)
    read = records.load("97.slopes", folder=tmp_path)
    with pytest.raises(LabkitError, match="summary"):
        read.select(k=1).curves("rate", "x")
    assert read.select(k=1).summary("rate", "x")["mean"].tolist() == [1.5, 1.5]


def test_unknown_record(tmp_path):
    for id in ("97.none", "97", ""):
        with pytest.raises(LabkitError, match="labkit record"):
            records.load(id)
    with pytest.raises(LabkitError, match="There is no record"):
        records.load("97.none", folder=tmp_path)


def damaged(tmp_path):
    with pytest.raises(LabkitError) as caught:
        records.load("97.slopes", folder=tmp_path)
    return str(caught.value)


def test_edited_table_is_noticed(recorded, tmp_path):
    path = tmp_path / "slopes.csv"
    text = path.read_text()
    path.write_text(text.replace("0.01428571", "0.99428571"))
    assert "slopes.csv is not the table that its note" in damaged(tmp_path)
    path.write_text(text.rsplit("\n", 3)[0])
    assert "is not the table" in damaged(tmp_path)
    path.write_bytes(text.replace("\n", "\r\n").encode())  # what git does on Windows is no damage
    assert len(records.load("97.slopes", folder=tmp_path).frame) == len(recorded.frame)


def test_damaged_note(recorded, tmp_path):
    for text in ("", "{", "[]", "{}", "null"):
        (tmp_path / "slopes.json").write_text(text)
        assert "no note of provenance" in damaged(tmp_path)
    (tmp_path / "slopes.json").unlink()
    assert "slopes.json is missing" in damaged(tmp_path)


measurements = st.one_of(st.floats(width=32), st.integers(-1000, 1000), st.booleans())


@settings(deadline=None)  # a busy disk
@given(st.lists(st.tuples(st.floats(-1e6, 1e6), measurements), min_size=1, max_size=8, unique_by=lambda pair: pair[0]))
def test_tables_survive_the_disk(tmp_path_factory, pairs):
    folder = tmp_path_factory.mktemp("table")
    rows = [{"k": k, "seed": 0, "x": float(x)} for k, x in pairs]
    frame, note = table.read(table.write(folder, "t", table.to_csv(rows, ["k"]), {"id": "97.t"}))
    assert frame["k"].tolist() == [row["k"] for row in rows] and note["id"] == "97.t"
    np.testing.assert_allclose(frame["x"].to_numpy(dtype=float), [row["x"] for row in rows], rtol=1e-6)


def test_rows_may_lack_columns_and_hold_words(tmp_path):
    rows = [{"init": "none", "seed": 0, "x": 1.5}, {"init": "He, scaled", "seed": 0, "y": float("inf")}]
    frame, _ = table.read(table.write(tmp_path, "t", table.to_csv(rows, ["init"]), {}))
    assert frame["init"].tolist() == ["none", "He, scaled"]
    assert math.isnan(frame["x"][1]) and math.isnan(frame["y"][0]) and math.isinf(frame["y"][1])


def test_fresh_record_is_good(recorded, tmp_path):
    assert recorded.stale() is None
    verdict = verify("97.slopes", folder=tmp_path)
    assert verdict.passed and verdict.runs == 1 and verdict.numbers == 4 and "up to date; 4 numbers" in str(verdict)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("* i + seed", "* i - seed", "fingerprint"),
        ("range(3)", "range(4)", "seeds"),
        ("[1, 2.5]", "[1, 3]", "cells"),
        ("seeds=range(3)", 'seeds=range(3), data="mnist-subset"', "data_name"),
    ],
)
def test_changes_make_it_stale(recorded, tmp_path, lab, old, new, what):
    lab(SLOPES.replace(old, new))
    assert what in recorded.stale() and "labkit record 97.slopes" in recorded.stale()
    verdict = verify("97.slopes", folder=tmp_path)
    assert not verdict.passed and verdict.runs == 0 and "stale" in str(verdict)


def test_numerics_make_it_stale(recorded, monkeypatch):
    monkeypatch.setattr("labkit.nn.numerics.NUMERICS_VERSION", -1)
    assert "numerics changed" in recorded.stale()


def rewrite(tmp_path, change):
    """Change the table and its checksum, as if other numbers had been recorded."""
    path = tmp_path / "slopes.csv"
    note = json.loads(path.with_suffix(".json").read_text())
    table.write(tmp_path, "slopes", change(path.read_text()), note)


def test_other_numbers_are_found(recorded, tmp_path):
    rewrite(tmp_path, lambda text: text.replace("1,0.1,0,2,0.02857143", "1,0.1,0,2,0.02867143"))
    verdict = verify("97.slopes", folder=tmp_path)
    assert not verdict.passed and "accuracy = 0.02867143" in str(verdict) and "gives 0.02857143" in str(verdict)


def test_numbers_within_the_tolerance_pass(recorded, tmp_path):
    rewrite(tmp_path, lambda text: text.replace("1,0.1,0,2,0.02857143", "1,0.1,0,2,0.02858"))  # 3e-4 of 1e-3
    verdict = verify("97.slopes", folder=tmp_path)
    assert verdict.passed and 0.2 < verdict.largest < 0.4


@pytest.mark.parametrize("other", ["nan", "inf"])
def test_nan_and_infinity_are_not_close_to_numbers(recorded, tmp_path, other):
    rewrite(tmp_path, lambda text: text.replace("1,0.1,0,2,0.02857143", f"1,0.1,0,2,{other}"))
    assert not verify("97.slopes", folder=tmp_path).passed


def test_missing_and_double_rows_are_found(recorded, tmp_path):
    row = "1,0.1,0,2,0.02857143\n"
    rewrite(tmp_path, lambda text: text.replace(row, ""))
    assert "has 0 rows" in str(verify("97.slopes", folder=tmp_path))
    rewrite(tmp_path, lambda text: text + row + row)
    assert "has 2 rows" in str(verify("97.slopes", folder=tmp_path))


def test_short_samples_and_tolerances_by_column(tmp_path, lab):
    declared = (
        'seeds=range(3), rtol=0, atol={"accuracy": 0.01}, sample={"k": 1, "rate": 0.1, "seed": 2, "iterations": 2}'
    )
    lab(SLOPES.replace("seeds=range(3)", declared))
    record("97.slopes", folder=tmp_path, progress=False)
    assert verify("97.slopes", folder=tmp_path).numbers == 2
    rewrite(tmp_path, lambda text: text.replace("1,0.1,2,1,0.3", "1,0.1,2,1,0.309"))  # 0.3 to 0.309: within
    assert verify("97.slopes", folder=tmp_path).largest == pytest.approx(0.9)
    rewrite(tmp_path, lambda text: text.replace("1,0.1,2,1,0.309", "1,0.1,2,1,0.35"))
    assert not verify("97.slopes", folder=tmp_path).passed


def test_no_sample_is_said(tmp_path, lab):
    lab(SLOPES.replace("seeds=range(3)", "seeds=range(3), sample=()"))
    record("97.slopes", folder=tmp_path, progress=False)
    verdict = verify("97.slopes", folder=tmp_path)
    assert verdict.passed and "too long to repeat" in str(verdict)


@pytest.mark.parametrize("id", records.names())
def test_records_that_come_with_labkit_are_not_stale(id):
    assert records.load(id).stale() is None
