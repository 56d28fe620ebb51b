"""What an exercise's fingerprint follows: every file that its marking rests on, and none beside."""

import shutil

import pytest

from labkit.exercises import all_exercises
from labkit.grading.fingerprint import fingerprint, rests_on
from labkit.grading.foundations import ROOT, Code


@pytest.fixture(scope="module")
def labkit(tmp_path_factory):
    """A copy of labkit's code that may be mended, and every exercise's fingerprint before that."""
    root = tmp_path_factory.mktemp("copy") / "labkit"
    for path in ROOT.rglob("*.py"):
        (root / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, root / path.relative_to(ROOT))
    return root, fingerprints(root)


def fingerprints(root):
    code = Code(root)
    return {exercise.id: fingerprint(exercise, code=code) for exercise in all_exercises()}


def touched(labkit, file, mend):
    """Exercises whose fingerprints change with one file of the copy, which is then as before."""
    root, before = labkit
    text = (root / file).read_text(encoding="utf-8")
    (root / file).write_text(mend(text), encoding="utf-8")
    try:
        after = fingerprints(root)
    finally:
        (root / file).write_text(text, encoding="utf-8")
    return {name for name in before if before[name] != after[name]}


def a_statement(text):
    return text + "\nMENDED = True\n"


@pytest.mark.parametrize(
    "file",
    [
        "exercises/comparison.py",
        "exercises/diagnosers/kinds.py",
        "exercises/exercise.py",
        "grading/preflight.py",
        "grading/runner.py",
    ],
)
def test_the_engine_and_the_grader_count_for_every_exercise(labkit, file):
    some = {exercise.id for exercise in all_exercises()} - {"01.paper"}  # which is compared number by number
    assert touched(labkit, file, a_statement) >= some


@pytest.mark.parametrize("file", ["exercises/card.py", "grading/export.py", "course/cli.py", "nn/__init__.py"])
def test_what_shows_or_hands_on_counts_for_none(labkit, file):
    assert touched(labkit, file, a_statement) == set()


@pytest.mark.parametrize(
    ("file", "they", "others"),
    [
        ("nn/functional/sigmoid.py", {"03.sigmoid", "03.saturated_share", "05.tanh"}, {"03.rescale", "07.dead_units"}),
        ("nn/functional/correlation.py", {"13.forward", "12.filter_gradient"}, {"13.col2im", "03.sigmoid"}),
        ("tsne/perplexity.py", {"08.conditional_row", "08.kl_gradient"}, {"08.squared_distances", "03.sigmoid"}),
        ("nn/schedules.py", {"10.cosine"}, {"10.gain", "10.batches", "04.he"}),
        ("experiments/lab14_cnn_part_4.py", {"14.occlusion_map"}, {"14.transpose_mismatch", "12.toeplitz"}),
        ("exercises/lab03_sigmoid_slope/rescale.py", {"03.rescale"}, {"03.sigmoid", "04.he"}),
        ("exercises/lab03_sigmoid_slope/inputs.py", {"03.sigmoid"}, {"03.rescale"}),
        ("exercises/paper.py", {"01.paper"}, {"01.forward"}),
    ],
)
def test_a_shared_helper_counts_for_those_that_use_it(labkit, file, they, others):
    found = touched(labkit, file, a_statement)
    assert they <= found and not others & found


def test_words_and_layout_count_for_none(labkit):
    def reworded(text):
        return "# A comment.\n" + text.replace('"""', '"""Said otherwise: ', 1).replace("\n\n\n", "\n\n\n\n\n")

    assert touched(labkit, "exercises/comparison.py", reworded) == set()


def test_every_exercise_has_a_file_of_its_own_and_a_fingerprint_of_its_own(labkit):
    code = Code()
    assert len(set(labkit[1].values())) == len(labkit[1])
    for exercise in all_exercises():
        assert any(f"lab{exercise.id[:2]}_" in str(path) for path in rests_on(exercise, code)), exercise.id


def package(root, **files):
    for name, text in {"__init__": "", "exercises/__init__": "", **files}.items():
        path = root / f"{name.replace('__of__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Code(root)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from labkit.parts import gear", {"parts/gear.py"}),
        ("from labkit.parts import Wheel as W", {"parts/wheel.py"}),
        ("from .parts.gear import Gear", {"parts/gear.py"}),
        ("from . import parts\nparts.Wheel", {"parts/wheel.py"}),
        ("import labkit.parts.gear", {"parts/gear.py"}),
        ("def late():\n    from labkit.parts.wheel import Wheel", {"parts/wheel.py"}),
        ("from labkit import parts\nparts.Gear", {"parts/gear.py"}),
        ("from labkit import parts\nparts.gear.Gear", {"parts/gear.py"}),
        ("from labkit import parts\nparts.SIZE", {"parts/__init__.py", "parts/gear.py", "parts/wheel.py"}),
        ("from labkit import parts\nvars(parts)", {"parts/__init__.py", "parts/gear.py", "parts/wheel.py"}),
        ("from labkit import parts\nparts.Gear\nf(parts)", {"parts/__init__.py", "parts/gear.py", "parts/wheel.py"}),
        ("from labkit.parts import *", {"parts/__init__.py", "parts/gear.py", "parts/wheel.py"}),
        ("import numpy as np\nfrom os import path", set()),
    ],
)
def test_ways_to_import(tmp_path, source, expected):
    hands_on = "from labkit.parts.gear import Gear\nfrom .wheel import Wheel\nSIZE = 1\n"
    code = package(tmp_path, start=source, parts__of____init__=hands_on, parts__of__gear="", parts__of__wheel="")
    found = code.foundations([tmp_path / "start.py"])
    assert {path.relative_to(tmp_path).as_posix() for path in found} == {"start.py"} | expected


def test_files_that_import_each_other_come_to_an_end(tmp_path):
    code = package(tmp_path, a="from labkit import b", b="from labkit import a")
    assert len(code.foundations([tmp_path / "a.py"])) == 2
