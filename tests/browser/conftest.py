"""A real Chromium for the tests of the book and of JupyterLab; without one, they fail and say what to do."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
HTML = ROOT / "build" / "book" / "_build" / "html"

NAMES = ("chromium", "chromium-browser", "google-chrome")
REMEDY = (
    "These tests need Chromium. On Debian: 'sudo apt-get install chromium'; on Ubuntu: 'sudo snap install "
    "chromium'; elsewhere: install Google Chrome and put google-chrome on the PATH."
)
# Chromium's own background traffic is switched off: what is counted below is what a page asks for.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


def pytest_collection_modifyitems(items):
    """Everything in this folder is marked `browser`."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    """One headless browser for all tests."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail(REMEDY)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


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
