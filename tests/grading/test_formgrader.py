"""nbgrader's own page, served over a graded class: written answers with their rubrics, and the points given there."""

import json
import secrets
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress

import pytest
from cohort import LAB, as_bytes, cell, code, deepcopy

from labkit.course.student import TEXT_STUB

NOTEBOOK = LAB[3:]
RUNS = '<img src=x onerror="window.reached = 1"><script>window.reached = 2</script>'
ANSWER = "Saturated units hardly learn, and this sentence stands nowhere else."


class Page:
    """A Jupyter server in the folder of a cohort, asked as a browser would."""

    def __init__(self, root):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.token = secrets.token_hex(16)
        words = [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1"]
        words += [f"--ServerApp.port={self.port}", f"--IdentityProvider.token={self.token}"]
        self.log = root.parent / "server.log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(words, cwd=root, stdout=log, stderr=log)

    def wait(self):
        for _ in range(240):
            with suppress(OSError):
                return self.get("/api/status")
            assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.25)
        pytest.fail(self.log.read_text())

    def get(self, path, data=None, method=None):
        body = None if data is None else json.dumps(data).encode()
        url = f"http://127.0.0.1:{self.port}{path}"
        request = urllib.request.Request(url, body, {"Authorization": f"token {self.token}"}, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read().decode()


@pytest.fixture
def page(cohort, notebooks):
    solved = deepcopy(notebooks[1])
    question = cell(notebooks[0], "written-03-overflow")["source"].replace(TEXT_STUB, "")
    cell(solved, "written-03-invariance")["source"] = ANSWER
    cell(solved, "written-03-overflow")["source"] = f"{question}\n\n- {RUNS} It stays near 10 %."
    for number, kind in enumerate(("markdown", "raw")):
        solved["cells"].insert(3, code(f"Mine. {RUNS}", f"mine-{number}") | {"cell_type": kind})
    solved["cells"].insert(3, code(f"import gc  # {RUNS}", "mine-2"))
    cohort.hand_in("s01", as_bytes(solved))
    cohort.hand_in("s02", as_bytes(notebooks[0]))
    cohort.grade()
    page = Page(cohort.places.root)
    try:
        page.wait()
        yield page
    finally:
        page.process.terminate()
        page.process.wait(20)


def test_written_answers_stand_there_with_rubric_and_score(page, cohort):
    (assignment,) = json.loads(page.get("/formgrader/api/assignments"))
    assert assignment["name"] == LAB and assignment["num_submissions"] == 2
    rows = json.loads(page.get(f"/formgrader/api/submitted_notebooks/{LAB}/{NOTEBOOK}"))
    found = {row["student"]: row for row in rows}
    assert found["s01"]["code_score"] == 9 and found["s01"]["needs_manual_grade"]
    assert not found["s02"]["needs_manual_grade"]  # nothing was written
    submission = found["s01"]["id"]
    html = page.get(f"/formgrader/submissions/{submission}/")
    before, answer, after = html.partition(ANSWER)
    assert answer and "Rubric (not for students)" in after.partition("nbgrader_cell")[0]
    grades = {g["name"]: g for g in json.loads(page.get(f"/formgrader/api/grades?submission_id={submission}"))}
    grade = grades["written-03-invariance"]
    assert grade["needs_manual_grade"]
    assert '<input class="score tabbable" id="written-03-invariance"' in html
    assert ANSWER not in page.get(f"/formgrader/submissions/{found['s02']['id']}/")

    page.get(f"/formgrader/api/grade/{grade['id']}", {"manual_score": 1.5, "extra_credit": None}, "PUT")
    row = cohort.row("s01")
    assert not row.needs_human["written-03-invariance"] and row.needs_human["written-03-overflow"]
    cohort.grade(again=True)  # what a person gave stays
    kept = json.loads(page.get(f"/formgrader/api/grade/{grade['id']}"))
    assert kept["manual_score"] == 1.5 and not kept["needs_manual_grade"]


def test_in_a_browser_points_are_given_a_flag_taken_off_and_nothing_of_the_student_runs(page, cohort, chromium):
    rows = json.loads(page.get(f"/formgrader/api/submitted_notebooks/{LAB}/{NOTEBOOK}"))
    (submission,) = [row["id"] for row in rows if row["student"] == "s01"]
    context = chromium.new_context(extra_http_headers={"Authorization": f"token {page.token}"})
    tab = context.new_page()
    tab.route("**/*", lambda route: route.continue_() if "127.0.0.1" in route.request.url else route.abort())
    tab.goto(f"http://127.0.0.1:{page.port}/formgrader/submissions/{submission}/")
    tab.wait_for_function("window.formgrader && formgrader.loaded && formgrader.grades.loaded")
    text = tab.inner_text("body")
    assert "For a human to look at" in text and "that begins with import gc" in text
    begin = text.index("Is the overflow the reason?")
    assert begin < text.index("It stays near 10 %.") < text.index("Rubric (not for students)", begin)
    assert tab.locator("hr").count() >= 1 and text.count("window.reached") >= 4
    assert tab.evaluate("window.reached") is None

    score = tab.locator("#written-03-overflow")
    score.fill("2.5")
    score.press("Tab")
    tab.wait_for_function("formgrader.grades.some(g => g.get('manual_score') === 2.5)")
    assert cohort.row("s01").flagged
    tab.keyboard.press("Control+Shift+F")
    tab.get_by_text("Submission unflagged").wait_for()
    context.close()
    row = cohort.row("s01")
    assert not row.flagged and not row.needs_human["written-03-overflow"]
