"""The sandbox: bubblewrap round one process, so that a submission sees nothing and reaches nobody.

Inside there is the interpreter with its packages and labkit, read-only; a private ``/tmp`` of limited size; a process
table of its own; no network; and no other file of this machine: no gradebook, no submission, no secret. The process has
no privileges and cannot get any. Started by root, it is turned into a user of its own that owns nothing; started by an
ordinary user, bubblewrap uses a user namespace. When the one process ends, all that it started ends with it.
"""

import os
import random
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import labkit
from labkit.errors import LabkitError
from labkit.files import cache_folder
from labkit.grading.limits import Limits

ENVIRONMENT = {
    "HOME": "/tmp",
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "agg",
    "MPLCONFIGDIR": "/tmp/matplotlib",
    "IPYTHONDIR": "/tmp/ipython",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TQDM_DISABLE": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
}

REMEDY = (
    "Install bubblewrap (Debian, Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap), and where it is "
    "installed but may not work, allow user namespaces (as root: sysctl user.max_user_namespaces=10000; on Ubuntu from "
    "23.10 also sysctl kernel.apparmor_restrict_unprivileged_userns=0; on Debian before 11 also sysctl "
    "kernel.unprivileged_userns_clone=1) or grade as root. "
    "On Windows and macOS grade in a Linux virtual machine. 'labkit grade --no-sandbox' runs every submission with "
    "your own rights: only for code that you have read."
)


def require() -> None:
    """Refuse where no sandbox can be had.

    Raises
    ------
    LabkitError
        With what was tried and how to get a sandbox.
    """
    problem = trouble()
    if problem:
        raise LabkitError(f"Submissions are not run without a sandbox, and here {problem}. {REMEDY}")


@cache
def trouble() -> str:
    """Why there is no sandbox on this machine; empty when there is one. It is tried, not guessed."""
    if shutil.which("bwrap") is None:
        return "bubblewrap is not installed"
    try:
        command = [*_command(), sys.executable, "-c", "import numpy"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, env={})
    except (OSError, subprocess.TimeoutExpired) as problem:
        return f"bubblewrap did not start ({problem})"
    said = " ".join(done.stderr.split())[-200:]
    return "" if done.returncode == 0 else f"bubblewrap failed ({said or f'exit code {done.returncode}'})"


def command(limits: Limits, sandboxed: bool = True) -> list[str]:
    """Give the command that starts :mod:`labkit.grading.runner`; its standard input and output are the wire."""
    start = [sys.executable, "-I", "-X", "faulthandler", "-m", "labkit.grading.runner"]
    if not sandboxed:
        return [*start, "0"]
    user = random.SystemRandom().randrange(2_000_000, 1_000_000_000) if os.getuid() == 0 else 0
    return [*_command(limits), *start, str(user)]


def _command(limits: Limits | None = None) -> list[str]:
    limits = limits or Limits()
    words = [shutil.which("bwrap") or "bwrap", "--die-with-parent", "--new-session"]
    words += ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
    if os.getuid() == 0:
        words += ["--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    else:
        words += ["--unshare-user", "--uid", "65534", "--gid", "65534", "--cap-drop", "ALL"]
    words += ["--hostname", "lab", "--clearenv"]
    for name, value in ENVIRONMENT.items():
        words += ["--setenv", name, value]
    size = str(limits.file_mb * 2**20)
    words += ["--perms", "1777", "--size", size, "--tmpfs", "/tmp"]  # first: a course may itself stand below /tmp
    shown = _shown()
    for parent in _parents(shown):  # bubblewrap would make them for root alone
        words += ["--perms", "0755", "--dir", str(parent)]
    for path in shown:
        words += ["--ro-bind", str(path), str(path)]
    for link in ("/lib", "/lib64", "/bin", "/sbin"):
        if os.path.islink(link):
            words += ["--symlink", os.readlink(link), link]
        elif os.path.isdir(link):
            words += ["--ro-bind", link, link]
    words += ["--proc", "/proc", "--dev", "/dev"]
    words += ["--perms", "1777", "--size", str(16 * 2**20), "--tmpfs", "/dev/shm", "--remount-ro", "/dev"]
    for folder in ("/tmp/.cache", "/tmp/matplotlib"):
        words += ["--perms", "1777", "--dir", folder]
    for source, target in _caches():
        words += ["--ro-bind", str(source), target]
    return [*words, "--remount-ro", "/", "--chdir", "/tmp"]


def _shown() -> list[Path]:
    """What the interpreter needs to run labkit; the course's own folder is not among it."""
    folders = [Path("/usr"), Path(sys.base_prefix).resolve(), Path(sys.prefix).resolve()]
    folders += [Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "purelib", "platlib")]
    folders += [Path(labkit.__file__).resolve().parent]
    folders += [Path(sys.executable), Path(sys.executable).resolve()]
    files = [Path("/etc/ld.so.cache"), Path("/etc/localtime")]
    kept: list[Path] = []
    for path in [*dict.fromkeys(folders), *files]:
        if path.exists() and not any(path.is_relative_to(other) for other in kept):
            kept.append(path)
    return kept


def _caches() -> Iterable[tuple[Path, str]]:
    """Caches that only save time: the parsed images, and Matplotlib's list of fonts."""
    images = cache_folder()
    if images.is_dir():
        yield images, "/tmp/.cache/labkit"
    import matplotlib

    fonts = sorted(Path(matplotlib.get_cachedir()).glob("fontlist-*.json"))
    if fonts:
        yield fonts[-1], f"/tmp/matplotlib/{fonts[-1].name}"


def _parents(paths: Iterable[Path]) -> list[Path]:
    parents = {parent for path in paths for parent in path.parents} - {Path("/"), Path("/tmp")}
    inside = set(paths)
    return sorted(p for p in parents if p not in inside and not any(q in inside for q in p.parents))
