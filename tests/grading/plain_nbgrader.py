"""Plain ``nbgrader autograde`` on the hostile and broken submissions, beside what ``labkit grade`` holds of them.

    python tests/grading/plain_nbgrader.py               # every case that is not in plain_nbgrader.csv yet
    python tests/grading/plain_nbgrader.py --only "fork bomb" "a list"
    python tests/grading/plain_nbgrader.py --table       # print the table that was made

nbgrader gets the course as its manual teaches it: checks are locked cells with an assertion,
``assert check("03.sigmoid", sigmoid).passed``. Rows named "card: ..." leave labkit's own check cells as they are. Every
case has a course folder, a gradebook and a run of its own. As some cases would harm this machine, the whole of nbgrader
runs in bubblewrap, as an ordinary user, without network and with limits that a lecturer's computer may well have: 4 GB
of memory a process, 200 processes, 90 s of processor time; after 100 s it is killed. What lies outside the course
folder is therefore out of reach of these submissions here; without bubblewrap it would not be.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import nbformat
from cohort import LAB, Cohort, deepcopy, lab, new_cohort, short_course
from hostile import CASES
from nbgrader.api import MissingEntry
from nbgrader.utils import compute_checksum
from plain_table import COLUMNS, read, write

from labkit.grading import result, sandbox
from labkit.grading.gradebook import enter_lab, gradebook
from labkit.grading.limits import Limits
from labkit.grading.places import Places

SECONDS = 100
WITH_CARDS = ("solved", "blank", "wrong")
START = """\
import os, resource, sys
for kind, most in ((resource.RLIMIT_AS, 4 << 30), (resource.RLIMIT_NPROC, 200), (resource.RLIMIT_CPU, 90)):
    resource.setrlimit(kind, (most, most))
from labkit.grading.limits import become
become(2000001)
os.umask(0)
from nbgrader.apps.nbgraderapp import NbGraderApp
sys.argv = ["nbgrader", *sys.argv[1:]]
sys.exit(NbGraderApp.launch_instance())
"""


def with_assertions(places):
    """Turn the checks of a released cohort into the assertions of nbgrader's manual, in its gradebook too."""
    path = places.release(LAB)
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.id.startswith("check-"):
            cell.source = f"assert {cell.source.strip()}.passed"
            cell.metadata.nbgrader.checksum = compute_checksum(cell)
    nbformat.write(notebook, path)
    with gradebook(places) as book:
        enter_lab(book, LAB, notebook, None)


def command(root, student):
    """Give bubblewrap's command round nbgrader: labkit's own sandbox, with the course folder to write in."""
    words = sandbox._command(Limits(file_mb=1000))
    for place in [p for p in root.parents if p not in (Path("/"), Path("/tmp"))][::-1]:
        words += ["--perms", "0755", "--dir", str(place)]
    words += ["--bind", str(root), str(root), "--chdir", str(root), sys.executable, "-c", START, "autograde", LAB]
    words += [f"--student={student}", f"--CourseDirectory.root={root}"]
    return [*words, f"--CourseDirectory.db_url=sqlite:///{root}/gradebook.db"]


def run(root, student):
    """Run nbgrader to its end or to ours; returns its exit code, its last words and its seconds."""
    begin = datetime.now(UTC)
    for path in [root, *root.rglob("*")]:
        path.chmod(0o777 if path.is_dir() else 0o666)
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command(root, student), stdin=subprocess.DEVNULL, stdout=said, stderr=said, start_new_session=True
        )
        try:
            code = process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            code = None
        said.seek(max(said.tell() - 4000, 0))
        words = said.read().decode(errors="replace")
    return code, words, (datetime.now(UTC) - begin).total_seconds()


def held(root, student, code, words):
    """Say what nbgrader's gradebook holds after a run."""
    end = {None: f"killed after {SECONDS} s", 0: "exit code 0"}.get(code, f"exit code {code}")
    try:
        row = Cohort(Places(root)).row(student)
    except MissingEntry:
        return f"nothing; {end}"
    except Exception as problem:
        return f"gradebook unreadable: {type(problem).__name__}; {end}"
    checks = {name: score for name, score in row.scores.items() if name.startswith("check-")}
    missing = sum(score is None for score in checks.values())
    asked = any(row.needs_human[name] for name in checks)
    text = f"{sum(score or 0 for score in checks.values()):g} points"
    text += f", {missing} of {len(checks)} checks without a score" if missing else ""
    text += ", human called" if asked or row.flagged else ""
    if not (root / "autograded" / student / LAB).exists():
        text += ", no page to mark"
    return text + ("" if code == 0 else f"; {end}")


def ours(cohort, student):
    """Say what labkit's gradebook holds."""
    row = cohort.row(student)
    flags = result.read(cohort.places.result(student, LAB)).flags
    checks = [score for name, score in row.scores.items() if name.startswith("check-")]
    points = "no score made up" if None in checks else f"{sum(checks):g} points"
    return points + (f", human called: {', '.join(sorted({flag.kind for flag in flags}))}" if row.flagged else "")


def label(case, cards):
    return f"card: {case.name}" if cards else case.name


def plain(released, case, notebooks, cards, folder):
    """One row: one case in a course of its own."""
    root = Path(tempfile.mkdtemp(prefix="plain_", dir=folder)) / "course"
    cohort = new_cohort(root, template=released)
    if not cards:
        with_assertions(cohort.places)
    hand_in(cohort, "h", case, notebooks)
    code, words, seconds = run(root, "h")
    row = {
        "case": label(case, cards),
        "earned": f"{case.points:g}" if case.scored else "a human's to say",
        "plain nbgrader": held(root, "h", code, words),
        "seconds of nbgrader": f"{seconds:.0f}",
        "exit code": "killed" if code is None else code,
        "made": f"{datetime.now(UTC):%Y-%m-%d}",
    }
    shutil.rmtree(root, ignore_errors=True)
    return row


def hand_in(cohort, student, case, notebooks):
    blank, solved = notebooks
    data = case.make(deepcopy(solved), deepcopy(blank))
    cohort.hand_in(student, data.replace(b"{root}", str(cohort.places.root).encode()))


def add_ours(released, notebooks, folder):
    """Grade all cases with labkit, in one batch, and fill in its column."""
    cohort = new_cohort(Path(folder) / "ours", template=released)
    for number, case in enumerate(CASES):
        hand_in(cohort, f"h{number:02d}", case, notebooks)
    cohort.grade()
    found = {case.name: ours(cohort, f"h{number:02d}") for number, case in enumerate(CASES)}
    write([row | {"labkit": found.get(row["case"].removeprefix("card: "), "")} for row in read()])


def main():
    """Make or print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args()
    if not options.table:
        os.environ["OMP_NUM_THREADS"] = "1"
        have = {row["case"] for row in read()} if not options.only else set()
        wanted = [(case, False) for case in CASES] + [(case, True) for case in CASES if case.name in WITH_CARDS]
        wanted = [(c, k) for c, k in wanted if label(c, k) not in have and (not options.only or c.name in options.only)]
        with tempfile.TemporaryDirectory(prefix="beside_") as folder:
            course = short_course(Path(folder) / "course")
            released = new_cohort(Path(folder) / "released", course=course).places.root
            notebooks = lab("03", course)
            Path(folder).chmod(0o755)
            with ThreadPoolExecutor(options.jobs) as pool:
                for row in pool.map(lambda pair: plain(released, pair[0], notebooks, pair[1], folder), wanted):
                    print(row["case"], "|", row["plain nbgrader"], "|", row["seconds of nbgrader"], "s", flush=True)
                    write([old for old in read() if old["case"] != row["case"]] + [row])
            add_ours(released, notebooks, folder)
    for row in read():
        print(" | ".join(row[name] for name in COLUMNS[:4]))


if __name__ == "__main__":
    main()
