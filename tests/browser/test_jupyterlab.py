"""A student's afternoon in a minute: working copies in a real JupyterLab, run, and every slider moved."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import expect

expect.set_options(timeout=60_000)  # a slow machine is no fault

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "for-this-test-only"
SETTINGS = {
    # No question to the outside world about news and updates, no hint in front of the notebook.
    "@jupyterlab/apputils-extension/notification": {
        "checkForUpdates": False,
        "fetchNews": "false",
        "doNotDisturbMode": True,
    },
    # Every cell is on the page, also those that are out of sight: the test looks at all outputs.
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
}


@dataclass
class Server:
    """A running JupyterLab and the folder that it shows."""

    url: str
    folder: Path


@pytest.fixture(scope="session")
def jupyterlab(tmp_path_factory):
    """One server for all labs: a free loopback port, a configuration of its own, working copies of every lab."""
    home = tmp_path_factory.mktemp("jupyter")
    work = home / "work"
    subprocess.run(
        [sys.executable, "-m", "labkit.course.cli", "lab", "--dir", str(work), "--no-open"],
        cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    for name, settings in SETTINGS.items():
        path = home / "settings" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folders = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
    }
    options = [
        "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={work}",
        "--LabApp.extension_manager=readonly",
    ]  # fmt: skip
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("JUPYTER", "LABKIT_"))}
    environment = inherited | {name: str(home / folder) for name, folder in folders.items()}
    environment |= {"OMP_NUM_THREADS": "1", "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
    log = home / "log"
    command = [sys.executable, "-m", "jupyterlab", *options]
    with log.open("w") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.STDOUT)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(120):
            assert process.poll() is None, f"JupyterLab did not start:\n{log.read_text()}"
            try:
                urllib.request.urlopen(f"{url}/api?token={TOKEN}", timeout=5)
                break
            except (urllib.error.URLError, TimeoutError):
                time.sleep(0.5)
        else:
            pytest.fail(f"JupyterLab did not answer within a minute:\n{log.read_text()}")
        yield Server(url, work)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1400, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


def open_notebook(page, server, path):
    """Open a notebook in a workspace of its own and wait for its kernel."""
    address = f"{server.url}/lab/workspaces/{path.stem}/tree/{path.relative_to(server.folder).as_posix()}"
    page.goto(f"{address}?token={TOKEN}")
    expect(page.locator(".jp-Notebook")).to_be_visible()
    expect(page.locator(".jp-NotebookPanel-toolbar [data-status=idle]")).to_be_visible()


# How far Run All has come: code cells with something in them, those with a number, those in the queue, errors.
PROGRESS = r"""() => {
  const prompts = [...document.querySelectorAll('.jp-Notebook .jp-CodeCell')]
    .filter(cell => cell.querySelector('.cm-content')?.textContent.trim())
    .map(cell => cell.querySelector('.jp-InputPrompt').textContent);
  return {
    cells: prompts.length,
    done: prompts.filter(prompt => /\[\d+\]/.test(prompt)).length,
    queued: prompts.filter(prompt => prompt.includes('*')).length,
    failed: document.querySelector('.jp-OutputArea-output[data-mime-type*="jupyter.error"]') !== null,
  };
}"""


def run_all(page, seconds=180):
    """Run > Run All Cells, until every code cell carries a number or one has failed.

    JupyterLab drops what was queued when the kernel connects at that very moment: then it is asked once more.
    """
    end, idle_since = time.monotonic() + seconds, None
    while time.monotonic() < end:
        progress = page.evaluate(PROGRESS)
        if progress["failed"] or 0 < progress["cells"] == progress["done"]:
            return
        if progress["queued"]:
            idle_since = time.monotonic()
        elif idle_since is None or time.monotonic() - idle_since > 8:
            page.locator(".lm-MenuBar-itemLabel", has_text="Run").first.click()
            page.locator(".lm-Menu-itemLabel", has_text="Run All Cells").first.click()
            idle_since = time.monotonic()
        page.wait_for_timeout(250)
    pytest.fail(f"Run All did not come to an end in {seconds} s: {page.evaluate(PROGRESS)}")


def errors_of(page):
    """Whatever looks like a failure, in the outputs or under an explorer."""
    return page.evaluate(
        """() => [
          ...document.querySelectorAll('.jp-OutputArea-output[data-mime-type*="jupyter.error"]'),
          ...document.querySelectorAll('.jp-OutputArea-output[data-mime-type*="jupyter.stderr"]'),
          ...document.querySelectorAll('.labkit-explorer [role=alert]'),
          ...[...document.querySelectorAll('.jp-OutputArea-output')]
            .filter(output => output.textContent.includes('Traceback (most recent call last)')),
        ].map(output => output.textContent.slice(0, 500))"""
    )


LABS = [path.parent.name for path in sorted(ROOT.glob("labs/*/lab.py"))]


@pytest.mark.parametrize("lab", LABS)
def test_a_working_copy_runs_and_its_sliders_move(page, jupyterlab, book, lab):
    (path,) = (jupyterlab.folder / lab).glob("*.ipynb")
    open_notebook(page, jupyterlab, path)
    run_all(page)
    assert errors_of(page) == []

    explorers = page.locator(".labkit-explorer")
    (in_the_book,) = (book / "labs" / lab).glob("*.html")
    assert explorers.count() == in_the_book.read_text(encoding="utf-8").count('<section class="labkit-explorer"')
    for explorer in explorers.all():
        handles = explorer.locator(".widget-slider .noUi-handle, .slider-container .noUi-handle")
        assert handles.count() > 0, "an explorer without a slider"
        picture = explorer.locator("img").last
        for handle in handles.all():
            name = handle.locator("xpath=ancestor::*[contains(@class, 'widget-hslider')]").first.inner_text()
            handle.scroll_into_view_if_needed()
            before = picture.get_attribute("src")
            at_the_end = handle.get_attribute("aria-valuenow") == handle.get_attribute("aria-valuemax")
            handle.focus()
            page.keyboard.press("Home" if at_the_end else "End")
            expect(picture, f"{name!r} does not change the picture").not_to_have_attribute(
                "src", before, timeout=30_000
            )
            assert picture.get_attribute("alt")
    films = page.locator("section.labkit-animation")
    assert films.count() == in_the_book.read_text(encoding="utf-8").count('<section class="labkit-animation"')
    for film in films.all():
        before = film.locator("img").get_attribute("src")
        film.locator("input[type=range]").focus()
        page.keyboard.press("End")
        expect(film.locator("img"), "the film's slider does not change the picture").not_to_have_attribute(
            "src", before
        )
        assert film.locator("img").get_attribute("alt")
    assert errors_of(page) == []


SLIP = """import numpy as np
from labkit import check
check("03.sigmoid", lambda x, k=1.0: 1 / (1 + np.exp(k * x)))"""


def test_a_failed_card_keeps_its_shape(page, jupyterlab):
    """JupyterLab floats terms and narrows them to a fifth of the output: the card must not let it."""
    path = jupyterlab.folder / "slip" / "slip.ipynb"
    path.parent.mkdir()
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(metadata=kernel, cells=[nbformat.v4.new_code_cell(SLIP)]), path)
    open_notebook(page, jupyterlab, path)
    run_all(page)
    assert errors_of(page) == []
    card = page.locator(".labkit-card")
    expect(card).to_contain_text("0 of 2 points")
    terms = card.locator("dt").all()
    assert terms
    for term in terms:
        assert term.bounding_box()["height"] < 40, term.inner_text()
