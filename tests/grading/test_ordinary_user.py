"""The sandbox of an ordinary user, which is made with user namespaces: a class graded by one who is not root.

Run by root, these tests become somebody else first. Where the interpreter lies in a folder that only root may enter,
they show it to that user in a mount namespace of their own. Run by an ordinary user, they grade as that user.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from cohort import COURSE, deepcopy, new_cohort
from hostile import CASES

USER = 4711
SOME = ["solved", "wrong", "memory bomb", "fork bomb", "os._exit", "disk bomb", "opens a socket"]
NOT_ROOT = ["--reuid", str(USER), "--regid", str(USER), "--clear-groups", "--inh-caps=-all"]
NO_NAMESPACES = 'echo 0 >/proc/sys/user/max_user_namespaces; exec "$@"'


def closed(path):
    """First folder on the way to a path that only its owner may enter."""
    return next((p for p in [*path.parents][::-1] if not p.stat().st_mode & 1), None)


def opened(stash):
    """Shell lines that show the interpreter, labkit and the course to everybody, in this mount namespace alone."""
    places = [Path(sys.base_prefix), Path(sys.prefix), COURSE.root]
    lines = ["set -e", "mount --make-rprivate /"]
    hidden = {place.resolve(): closed(place.resolve()) for place in places}
    hidden = {place: folder for place, folder in hidden.items() if folder}
    for number, place in enumerate(hidden):
        lines += [f"mkdir -p {stash}/{number}", f"mount --bind {place} {stash}/{number}"]
    lines += [f"mount -t tmpfs -o mode=755 none {folder}" for folder in sorted(set(hidden.values()))]
    for number, place in enumerate(hidden):
        lines += [f"mkdir -p {place}", f"mount --bind {stash}/{number} {place}", f"umount {stash}/{number}"]
    return "\n".join([*lines, 'exec "$@"'])


@pytest.fixture
def home():
    """A folder that everybody may enter; pytest's own is for its user alone."""
    path = Path(tempfile.mkdtemp(prefix="ordinary_"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


def as_user(home, *words, namespaces=True):
    """Run Python as somebody who is not root."""
    environment = {"HOME": str(home / "home"), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "OMP_NUM_THREADS": "1"}
    (home / "home").mkdir(exist_ok=True)
    command = [sys.executable, *words]
    if not namespaces:
        dropped = ["setpriv", "--inh-caps=-all", "--ambient-caps=-all"]
        command = ["unshare", "-U", "-c", "--keep-caps", "sh", "-c", NO_NAMESPACES, "sh", *dropped, *command]
    if os.getuid() == 0:
        for path in [home, *home.rglob("*")]:
            os.chown(path, USER, USER)
        command = ["unshare", "-m", "sh", "-c", opened(home / "stash"), "sh", "setpriv", *NOT_ROOT, *command]
    return subprocess.run(
        command, env=environment, cwd=COURSE.root, capture_output=True, text=True, timeout=240, check=False
    )


def test_an_ordinary_user_grades_a_class(home, released, notebooks):
    cohort = new_cohort(home / "cohort", template=released)
    cases = [case for case in CASES if case.name in SOME]
    assert len(cases) == len(SOME)
    for case in cases:
        blank, solved = notebooks
        cohort.hand_in(case.name.replace(" ", "_"), case.make(deepcopy(solved), deepcopy(blank)))
    start = "import sys; from labkit.course.cli import main; sys.exit(main(sys.argv[1:]))"
    done = as_user(home, "-c", start, "grade", "--folder", str(cohort.places.root))
    assert done.returncode == 0, done.stderr
    for case in cases:
        row = cohort.row(case.name.replace(" ", "_"))
        assert row.total == case.points and case.flagged in (None, row.flagged), (case.name, row)


def test_where_user_namespaces_are_forbidden_it_says_what_to_allow(home):
    done = as_user(home, "-c", "from labkit.grading import sandbox; sandbox.require()", namespaces=False)
    assert done.returncode == 1 and "max_user_namespaces" in done.stderr, done.stderr
    assert "sysctl" in done.stderr and "bubblewrap failed" in done.stderr
