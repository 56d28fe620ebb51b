"""A real Dask scheduler with two workers on this machine: the same marks; a killed worker loses and doubles nothing."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time

import psutil
import pytest
from cohort import LAB, as_bytes, cell, code, deepcopy

from labkit.errors import LabkitError
from labkit.grading import result


@pytest.fixture
def cluster(tmp_path):
    """A client of the scheduler, and the processes of the workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    environment = os.environ | {"OMP_NUM_THREADS": "1", "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "60"}

    def start(*words):
        command = [sys.executable, "-m", "distributed.cli." + words[0], *words[1:]]
        return subprocess.Popen(
            command,
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    scheduler = start("dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")
    workers = [
        start("dask_worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny", "--memory-limit", "0")
        for _ in range(2)
    ]
    from dask.distributed import Client

    with Client(address, timeout=60, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=60)
        yield client, workers
    for process in [*workers, scheduler]:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


class Killer(threading.Thread):
    """Kills a worker while it is in the middle of a chunk, and keeps what it saw then.

    A submission is run once or twice, each time in a process of its own: at a worker's third process, at least one
    submission of its chunk is marked, and one is not.
    """

    def __init__(self, client, process):
        super().__init__(daemon=True)
        self.client, self.process = client, process
        self.runs, self.tasks = set(), ()

    def run(self):
        worker = psutil.Process(self.process.pid)
        (address,) = [at for at, pid in self.client.run(os.getpid).items() if pid == self.process.pid]
        while len(self.runs) < 3:
            self.runs |= {child.pid for child in worker.children()}
            time.sleep(0.02)
        self.tasks = self.client.processing()[address]
        os.killpg(self.process.pid, signal.SIGKILL)


def test_a_worker_killed_in_mid_chunk_loses_and_doubles_nothing(cohort, notebooks, cluster):
    client, workers = cluster
    slow = deepcopy(notebooks[1])
    slow["cells"].insert(4, code("import time\ntime.sleep(2)"))
    wrong = deepcopy(notebooks[1])
    cell(wrong, "ex-03-rescale")["source"] = "rescale = None"
    students = [f"s{n:02d}" for n in range(8)]
    for n, student in enumerate(students):
        cohort.hand_in(student, as_bytes([slow, wrong][n % 2]))
    address = client.scheduler.address
    killer = Killer(client, workers[0])
    killer.start()
    outcome = cohort.grade(scheduler=address)
    killer.join(10)
    # The worker died with exactly one chunk in its hands, and the other one did the work of both.
    assert workers[0].wait(10) == -signal.SIGKILL and workers[1].poll() is None
    assert len(killer.runs) >= 3 and len(killer.tasks) == 1
    # Nothing was lost, nothing doubled: neither in what was told, nor on disk, nor in the gradebook.
    assert sorted(r.student for r in outcome.new) == students and not outcome.changes
    assert len(list(cohort.places.results.glob("*/*.json"))) == 8
    submissions, grades, _, silent = cohort.counts()
    assert (submissions, silent) == (8, 0) and grades == 8 * len(cohort.row("s00").scores)
    found = {s: result.read(cohort.places.result(s, LAB)) for s in students}
    lost = cohort.row("s00").total - cohort.row("s01").total
    totals = [cohort.row(s).total for s in students]
    assert totals == [9, 9 - lost] * 4 and lost > 0, {s: (r.flags, r.marks) for s, r in found.items()}
    assert not any(r.failed for r in found.values()) and {r.sandbox for r in found.values()} == {"bubblewrap"}
    assert not cohort.grade(scheduler=address).new
    # The same marks as on this machine alone.
    cohort.grade(students=["s00", "s01"], again=True)
    for student in ("s00", "s01"):
        assert result.read(cohort.places.result(student, LAB)).marks == found[student].marks


def test_a_wrong_address_gets_a_sentence(cohort, notebooks, monkeypatch):
    cohort.hand_in("s01", as_bytes(notebooks[1]))
    from dask import distributed

    def refuse(*arguments, **options):
        raise OSError("nobody there")

    monkeypatch.setattr(distributed, "Client", refuse)
    with pytest.raises(LabkitError, match="No Dask scheduler answers at tcp://127.0.0.1:1"):
        cohort.grade(scheduler="tcp://127.0.0.1:1")
