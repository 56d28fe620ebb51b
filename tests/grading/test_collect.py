"""Whatever an LMS calls a file: it is matched, kept byte for byte, and taken in once."""

import json
import os
import zipfile
from pathlib import PurePosixPath

import pytest
from cohort import LAB, as_bytes, deepcopy

from labkit.errors import LabkitError
from labkit.grading.collect import collect
from labkit.grading.file_names import owner


@pytest.mark.parametrize(
    ("path", "who", "name"),
    [
        ("s01/sigmoid_slope.ipynb", "s01", "sigmoid_slope.ipynb"),
        ("class/s01/03_sigmoid_slope/sigmoid_slope.ipynb", "s01", "sigmoid_slope.ipynb"),
        ("byronada_1234_56789_sigmoid_slope.ipynb", "byronada", "sigmoid_slope.ipynb"),
        ("byronada_LATE_1234_56789_sigmoid_slope-2.ipynb", "byronada", "sigmoid_slope-2.ipynb"),
        ("Ada Byron_1234567_assignsubmission_file_/my lab.ipynb", "Ada_Byron", "my lab.ipynb"),
        ("Ada Byron_1234567_assignsubmission_file_my lab.ipynb", "Ada_Byron", "my lab.ipynb"),
        ("sigmoid_slope.ipynb", "", "sigmoid_slope.ipynb"),
    ],
)
def test_names_of_files(path, who, name):
    student, _, original = owner(PurePosixPath(path))
    assert (student, original) == (who, name)


def archive(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return path


def test_a_folder_per_student_twice(cohort, notebooks, tmp_path):
    data = as_bytes(notebooks[1])
    for student in ("s01", "s02"):
        (tmp_path / "in" / student).mkdir(parents=True)
        (tmp_path / "in" / student / "work of mine.ipynb").write_bytes(data)
    first = collect(tmp_path / "in", cohort.places)
    assert [(a.student, a.lab, a.action) for a in first] == [("s01", LAB, "taken"), ("s02", LAB, "taken")]
    before = {p: p.read_bytes() for p in cohort.places.root.rglob("*") if p.is_file()}
    again = collect(tmp_path / "in", cohort.places)
    assert {a.action for a in again} == {"already there"}
    assert {p: p.read_bytes() for p in cohort.places.root.rglob("*") if p.is_file()} == before
    (kept,) = cohort.places.originals.glob("s01/*/*.ipynb")
    assert kept.read_bytes() == data and cohort.places.submitted("s01", LAB).read_bytes() == data


def test_a_newer_file_replaces_and_both_originals_stay(cohort, notebooks, tmp_path):
    folder = tmp_path / "in" / "s01"
    folder.mkdir(parents=True)
    (folder / "a.ipynb").write_bytes(as_bytes(notebooks[0]))
    os.utime(folder / "a.ipynb", (1e9, 1e9))
    collect(tmp_path / "in", cohort.places)
    (folder / "b.ipynb").write_bytes(as_bytes(notebooks[1]))
    actions = [a.action for a in collect(tmp_path / "in", cohort.places)]
    assert actions == ["an older one, left", "replaced by this"] or actions == ["already there", "replaced by this"]
    assert cohort.places.submitted("s01", LAB).read_bytes() == as_bytes(notebooks[1])
    assert len(list(cohort.places.originals.glob("s01/*/*.ipynb"))) == 2
    collect(tmp_path / "in", cohort.places)
    assert cohort.places.submitted("s01", LAB).read_bytes() == as_bytes(notebooks[1])


def test_a_canvas_zip_and_what_cannot_be_matched(cohort, notebooks, tmp_path):
    nameless = deepcopy(notebooks[1])
    nameless["metadata"] = {}
    nameless["cells"] = [c for c in nameless["cells"] if c["cell_type"] == "markdown"]
    for c in nameless["cells"]:
        c["metadata"], c["id"] = {}, "x" + c["id"][-8:]
    files = {
        "byronada_1_11_sigmoid_slope.ipynb": as_bytes(notebooks[1]),
        "turingalan_LATE_2_22_notebook.ipynb": as_bytes(notebooks[0]),
        "hopper_3_33_lab 3 final.ipynb": as_bytes(nameless),
        "curie_4_44_final.ipynb": as_bytes(nameless),
        "sigmoid_slope.ipynb": as_bytes(notebooks[1]),
        "__MACOSX/._x.ipynb": b"x",
        "readme.txt": b"x",
    }
    found = {a.path: a for a in collect(archive(tmp_path / "all.zip", files), cohort.places)}
    assert found["byronada_1_11_sigmoid_slope.ipynb"].lab == LAB
    assert found["turingalan_LATE_2_22_notebook.ipynb"].lab == LAB
    assert found["hopper_3_33_lab 3 final.ipynb"].lab == LAB
    assert "--lab" in found["curie_4_44_final.ipynb"].problem
    assert "whose it is" in found["sigmoid_slope.ipynb"].problem
    assert len(found) == 5 and len(list(cohort.places.originals.rglob("*.ipynb"))) == 5


def test_namesakes_are_told_apart(cohort, notebooks, tmp_path):
    files = {f"smithjo_{n}_{n}1_x.ipynb": as_bytes(notebooks[1]) for n in (1, 2)}
    found = collect(archive(tmp_path / "all.zip", files), cohort.places)
    assert sorted(a.student for a in found) == ["smithjo_1", "smithjo_2"]


@pytest.mark.parametrize(
    "name", ["../../gradebook.db.ipynb", "/etc/x.ipynb", "a/../../x.ipynb", "..\\x.ipynb", "C:/x.ipynb"]
)
def test_a_zip_that_leaves_its_folder_is_refused(cohort, tmp_path, name):
    before = sorted(cohort.places.root.rglob("*"))
    with pytest.raises(LabkitError, match="leave its folder"):
        collect(archive(tmp_path / "bad.zip", {name: b"{}"}), cohort.places)
    assert [p for p in sorted(cohort.places.root.rglob("*")) if p not in before and p.name != ".grading.lock"] == []


def test_a_zip_bomb_is_refused(cohort, tmp_path):
    path = archive(tmp_path / "bomb.zip", {f"s{n}_1_{n}_x.ipynb": b"0" * 10**8 for n in range(22)})
    assert path.stat().st_size < 5 * 10**6
    with pytest.raises(LabkitError, match="far more"):
        collect(path, cohort.places)


def test_one_oversized_file_does_not_stop_the_others(cohort, notebooks, tmp_path):
    files = {"big_1_1_x.ipynb": b" " * (101 * 2**20), "good_2_2_x.ipynb": as_bytes(notebooks[1])}
    found = collect(archive(tmp_path / "all.zip", files), cohort.places)
    assert [bool(a.problem) for a in found] == [True, False]


def test_a_damaged_zip_gets_a_sentence(cohort, tmp_path):
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04 no more")
    with pytest.raises(LabkitError, match="download it again"):
        collect(tmp_path / "x.zip", cohort.places)


def test_links_are_not_followed(cohort, tmp_path):
    (tmp_path / "in" / "s01").mkdir(parents=True)
    (tmp_path / "in" / "s01" / "x.ipynb").symlink_to("/etc/passwd")
    assert collect(tmp_path / "in", cohort.places) == []


def test_a_broken_notebook_is_matched_by_its_name(cohort, tmp_path):
    (tmp_path / "in" / "s01").mkdir(parents=True)
    (tmp_path / "in" / "s01" / "sigmoid_slope.ipynb").write_text(json.dumps({"cells": []})[:-3])
    (arrival,) = collect(tmp_path / "in", cohort.places)
    assert arrival.lab == LAB
