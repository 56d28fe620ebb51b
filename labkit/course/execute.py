"""Run notebooks in kernels of their own; a solved lab runs again only when something changed."""

import hashlib
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

import labkit
from labkit.course.build import labs_of
from labkit.course.folders import Course, Lab
from labkit.course.notebook import read_notebook, to_bytes, write_if_changed
from labkit.course.solved import solved_notebook
from labkit.course.source import read
from labkit.errors import LabkitError

TIMEOUT = 60  # seconds per cell

# One BLAS thread: two labs run side by side, and sums come out in the same order. No progress bars: they are
# widgets, and a page has no kernel to fill them.
_ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TQDM_DISABLE": "1",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
}
_SETTINGS_OF_A_BOOK = {"LABKIT_STRICT": "1", "LABKIT_FRAMES": "1"}
_SEEN_IN_OUTPUTS = ("numpy", "scipy", "matplotlib", "pandas", "ipywidgets", "ipykernel", "nbclient")


class LabFailed(LabkitError):
    """A lab was executed and one of its cells failed."""

    exit_code = 1


def run(
    notebook: NotebookNode,
    folder: Path,
    *,
    name: str,
    settings: dict[str, str] | None = None,
    keep_going: bool = False,
    timeout: int = TIMEOUT,
) -> NotebookNode:
    """Execute a copy of a notebook in a fresh kernel and return it with its outputs.

    Parameters
    ----------
    notebook : NotebookNode
        What to run; it is not changed.
    folder : Path
        Working folder of the kernel.
    name : str
        What to call the notebook in an error.
    settings : dict, optional
        Environment variables on top of the usual ones, such as ``{"LABKIT_STRICT": "1"}``.
    keep_going : bool
        Keep errors as outputs and run on, as Run All does not but a grader must.
    timeout : int
        Seconds per cell.

    Raises
    ------
    LabFailed
        When a cell raises (unless `keep_going`), takes longer than `timeout` or kills its kernel.
    """
    notebook = deepcopy(notebook)
    reached = [0]
    client = NotebookClient(
        notebook,
        timeout=timeout,
        kernel_name="python3",
        allow_errors=keep_going,
        interrupt_on_timeout=keep_going,
        record_timing=False,
        store_widget_state=False,
        extra_arguments=["--log-level=ERROR"],  # the kernel's own greetings are not news
        resources={"metadata": {"path": str(folder)}},
        on_cell_execute=lambda cell, cell_index: reached.__setitem__(0, cell_index),
    )
    folder.mkdir(parents=True, exist_ok=True)
    environment = {key: value for key, value in os.environ.items() if key not in _SETTINGS_OF_A_BOOK}
    # What a kernel says outside of any cell, such as while it is ended, is nobody's news, unless it dies of it.
    with tempfile.TemporaryFile() as aside:
        try:
            client.execute(env=environment | _ENVIRONMENT | (settings or {}), stderr=aside)
        except CellExecutionError as error:
            raise _failed(name, notebook, reached[0], f"raised {error.ename}: {error.evalue}") from None
        except CellTimeoutError:
            raise _failed(name, notebook, reached[0], f"took longer than {timeout} seconds") from None
        except DeadKernelError:
            died = f"ended its kernel (out of memory?){_last_error(aside)}"
            raise _failed(name, notebook, reached[0], died) from None
        except RuntimeError as error:
            raise LabFailed(f"{name}: no kernel runs it: {error}{_last_error(aside)}") from None
    return notebook


def _last_error(aside: BinaryIO) -> str:
    """The last line that speaks of an error among what a kernel said, behind a colon; nothing where there is none."""
    aside.seek(0)
    errors = [line.strip() for line in aside.read().decode(errors="replace").splitlines() if "error" in line.lower()]
    return f": {errors[-1]}" if errors else ""


def execute_labs(course: Course, jobs: int = 2) -> list[Lab]:
    """Execute every solved lab whose executed copy is out of date; returns the labs that were run.

    Raises
    ------
    LabFailed
        For the first lab that failed, once all have been tried.
    """
    stamp = _stamp()
    with ThreadPoolExecutor(jobs) as pool:
        runs = [pool.submit(_execute_if_stale, course, lab, stamp) for lab in labs_of(course)]
    failures = [error for error in (run.exception() for run in runs) if error is not None]
    if failures:
        if len(failures) > 1 and isinstance(failures[0], LabkitError):
            raise LabFailed(f"{failures[0]} ({len(failures)} labs failed in all)")
        raise failures[0]
    return [lab for lab in (run.result() for run in runs) if lab is not None]


def _execute_if_stale(course: Course, lab: Lab, stamp: str) -> Lab | None:
    solved = solved_notebook(read(lab))
    target = course.executed(lab)
    key = hashlib.sha256(stamp.encode() + to_bytes(solved)).hexdigest()
    if _key_of(target) == key:
        return None
    started = time.perf_counter()
    done = run(solved, target.parent, name=str(lab), settings=_SETTINGS_OF_A_BOOK)
    done.metadata.labkit["key"] = key
    write_if_changed(target, to_bytes(done))
    print(f"ran {lab} in {time.perf_counter() - started:.0f} s", flush=True)
    return lab


def _key_of(executed: Path) -> str | None:
    """The key that an executed copy was made with; None where there is no copy, or none that can be read."""
    try:
        return read_notebook(executed).metadata.get("labkit", {}).get("key")
    except LabkitError:
        return None


def _stamp() -> str:
    """Hash of what outputs depend on beside the lab's source: labkit without the course tools, versions."""
    package = Path(labkit.__file__).parent
    total = hashlib.sha256(sys.version.encode())
    for name in _SEEN_IN_OUTPUTS:
        total.update(f"{name} {version(name)}\n".encode())
    for path in sorted(package.rglob("*")):
        inside = path.relative_to(package)
        if path.is_file() and "__pycache__" not in inside.parts and inside.parts[0] != "course":
            total.update(inside.as_posix().encode() + b"\0" + path.read_bytes())
    total.update((package / "course" / "execute.py").read_bytes())
    return total.hexdigest()


def _failed(name: str, notebook: NotebookNode, index: int, what: str) -> LabFailed:
    cell = notebook.cells[index]
    what = " ".join(what.split())
    words = cell.get("metadata", {}).get("labkit")  # the id of any other cell stands nowhere in lab.py
    first = next((line.strip() for line in cell.source.splitlines() if line.strip()), "empty")
    label = cell.get("id", "no id") if words else f"it begins with {first[:60]!r}"
    return LabFailed(f"{name}: cell {index + 1} ({label}) {what[:300]}")
