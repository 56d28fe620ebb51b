"""What a process sees from inside: nothing to read, nowhere to write, nobody to talk to, no rights to gain."""

import os
import subprocess
import sys

from labkit.course.folders import Course
from labkit.grading import sandbox
from labkit.grading.limits import Limits

LOOK = """
import json, os, socket
seen = {"user": os.getuid(), "root": sorted(os.listdir("/")), "environment": sorted(os.environ)}
def fails(act):
    try:
        act()
    except (OSError, MemoryError) as problem:
        return type(problem).__name__
    return "worked"
seen["outside"] = fails(lambda: open(os.path.join(COURSE, "pyproject.toml")))
seen["write"] = [fails(lambda p=p: open(os.path.join(p, "x"), "w")) for p in ("/usr", "/", "/dev", SITE)]
seen["socket"] = fails(lambda: socket.create_connection(("127.0.0.1", 22), timeout=1))
seen["root again"] = fails(lambda: os.setuid(0))
seen["processes"] = sorted(p for p in os.listdir("/proc") if p.isdigit())
seen["interfaces"] = [name for _, name in socket.if_nameindex()]
print(json.dumps(seen))
"""


def inside(source):
    course = str(Course.find().root)
    head = f"COURSE = {course!r}\nSITE = {os.path.dirname(os.__file__)!r}\n"
    if os.getuid() == 0:
        head += "from labkit.grading.limits import become\nbecome(2000001)\n"
    done = subprocess.run(
        [*sandbox._command(Limits()), sys.executable, "-c", head + source], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_can_be_seen_and_done():
    import json

    seen = json.loads(inside(LOOK))
    assert seen["user"] != 0 and seen["outside"] == "FileNotFoundError"
    assert set(seen["write"]) <= {"OSError", "PermissionError"}
    assert seen["socket"] != "worked"
    assert seen["root again"] in ("PermissionError", "OSError")  # in a user namespace there is no root to become
    assert len(seen["processes"]) <= 3 and seen["interfaces"] == ["lo"]
    assert set(seen["environment"]) <= {*sandbox.ENVIRONMENT, "PWD", "LC_CTYPE"}
    assert not {"home", "etc"} & set(seen["root"]) or "passwd" not in inside("import os; print(os.listdir('/etc'))")


def test_each_submission_is_a_user_of_its_own():
    users = {sandbox.command(Limits())[-1] for _ in range(5)}
    assert len(users) == (5 if os.getuid() == 0 else 1)


def test_without_bubblewrap_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(sandbox.shutil, "which", lambda name: None)
    sandbox.trouble.cache_clear()
    try:
        assert sandbox.trouble() == "bubblewrap is not installed"
    finally:
        sandbox.trouble.cache_clear()
