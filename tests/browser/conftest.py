"""The built book for the tests in a browser."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HTML = ROOT / "build" / "book" / "_build" / "html"


def pytest_collection_modifyitems(items):
    """Everything in this folder is marked `browser`."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def book():
    """The book's folder of pages; it is built when it is not there."""
    if not (HTML / "index.html").is_file():
        subprocess.run([sys.executable, "-m", "labkit.course.cli", "build"], cwd=ROOT, check=True)
    return HTML


@pytest.fixture(scope="session")
def labs():
    """Names of the labs: the folders that hold a lab.py."""
    names = [path.parent.name for path in sorted(ROOT.glob("labs/*/lab.py"))]
    assert names, "no lab to test"
    return names
