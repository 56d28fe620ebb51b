"""A small lab for the units, and a whole small course, made by ``labkit new``, for the commands."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from tiny_lab import TINY

import labkit
from labkit.course.folders import Lab
from labkit.course.source import Source, read

ROOT = Path(labkit.__file__).resolve().parents[1]


@pytest.fixture
def source(tmp_path):
    """Read the tiny lab, or a changed version of it: ``source(("old", "new"), ...)``."""

    def make(*changes: tuple[str, str]) -> Source:
        text = TINY
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        folder = tmp_path / "labs" / "07_doubling"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lab.py").write_text(text, encoding="utf-8")
        return read(Lab(folder))

    return make


@dataclass
class CourseCopy:
    """A course on disk with its own labkit, driven by the command line only."""

    root: Path

    def labkit(self, *arguments: str, code: int | None = None, folder: Path | None = None, **settings: str):
        done = self.python("-m", "labkit.course.cli", *arguments, folder=folder, **settings)
        if code is not None:
            assert done.returncode == code, f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    def python(self, *arguments: str, folder: Path | None = None, **settings: str):
        # A cache of its own: two workers that record the same lab would wait for each other.
        own = {"PYTHONPATH": str(self.root), "LABKIT_CACHE": str(self.root / "cache"), "OMP_NUM_THREADS": "1"}
        environment = os.environ | own | settings
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=folder or self.root,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    @property
    def source(self) -> Path:
        return self.root / "labs" / "42_tiny" / "lab.py"

    @property
    def notebook(self) -> Path:
        return self.root / "labs" / "42_tiny" / "tiny.ipynb"


@pytest.fixture(scope="session")
def fresh_course(tmp_path_factory):
    """A course whose only lab is the one that ``labkit new 42_tiny`` writes."""
    root = tmp_path_factory.mktemp("course")
    ignored = shutil.ignore_patterns("__pycache__", "lab[0-9][0-9]_*", "[0-9][0-9]_*")
    shutil.copytree(ROOT / "labkit", root / "labkit", ignore=ignored)
    shutil.copytree(ROOT / "book", root / "book", ignore=ignored)
    (root / "labs").mkdir()
    shutil.copytree(ROOT / "tests" / "labs", root / "tests" / "labs", ignore=ignored)
    for name in ("__init__.py", "conftest.py"):
        shutil.copy(ROOT / "tests" / name, root / "tests")
    shutil.copy(ROOT / "pyproject.toml", root)
    course = CourseCopy(root)
    course.labkit("new", "42_tiny", code=0)
    return course


@pytest.fixture
def course(fresh_course):
    """The same course; what a test does to its lab is undone afterwards."""
    kept = {path: path.read_bytes() for path in (fresh_course.source, fresh_course.notebook)}
    yield fresh_course
    for path, content in kept.items():
        path.write_bytes(content)
    shutil.rmtree(fresh_course.root / "work", ignore_errors=True)
