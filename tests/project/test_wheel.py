"""What `pip install` brings to a student: everything the labs need, and nobody's solutions."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-text"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "labkit", source / "labkit", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "labs", source / "labs")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    done = subprocess.run([*pip, "--wheel-dir", str(source), str(source)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (path,) = source.glob("*.whl")
    with ZipFile(path) as archive:
        yield {name: archive.read(name) for name in archive.namelist()}


def test_it_holds_no_lab(wheel):
    assert [name for name in wheel if not re.match(r"labkit(-[\d.]+\.dist-info)?/", name)] == []
    assert [name for name in wheel if name.endswith(("lab.py", ".ipynb", "lab.py.txt"))] == []


def test_it_holds_every_record_and_every_card(wheel):
    needed = [
        *ROOT.glob("labkit/records/*/*.csv"),
        *ROOT.glob("labkit/records/*/*.json"),
        *ROOT.glob("labkit/**/*.html"),
    ]
    assert needed
    for path in needed:
        assert wheel[path.relative_to(ROOT).as_posix()] == path.read_bytes()


def test_it_holds_every_module(wheel):
    modules = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("labkit/**/*.py")}
    assert modules and modules <= set(wheel)
