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
from cohort import LAB, as_bytes, cell, deepcopy

NOTEBOOK = LAB[3:]
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
    cell(solved, "written-03-invariance")["source"] = ANSWER
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
