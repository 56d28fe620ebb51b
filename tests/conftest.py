"""What all tests share: a real Chromium, and the table of the graders' own score at the end of a run."""

import shutil

import pytest

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


@pytest.fixture(scope="session")
def chromium():
    """One headless browser for all tests; without one they fail and say what to do."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail(REMEDY)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def pytest_terminal_summary(terminalreporter):
    from tests.labs.answer_sheet import Tally, table

    tallies = [
        Tally(**value)
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "answer_sheet" and report.when == "call"
    ]
    if tallies:
        terminalreporter.section("the checks' own score")
        terminalreporter.write_line(table(sorted(tallies, key=lambda tally: tally.exercise)))
