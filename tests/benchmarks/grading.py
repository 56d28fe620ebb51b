"""Throughput of ``labkit grade`` beside plain ``nbgrader autograde``, on the same submissions of lab 03.

    python -m tests.benchmarks.grading                 # 100 submissions with labkit, 6 with nbgrader
    python -m tests.benchmarks.grading -n 20 --plain 4

The class is a third solved, a third half done with wrong answers, a third untouched. Both graders run with two
processes on this machine, labkit with its sandbox; nbgrader runs every notebook from top to bottom, so a few tell its
rate. Memory is the largest sum over a worker and what it started.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "grading"))
from cohort import COURSE, LAB, as_bytes, cell, deepcopy, lab

from labkit.grading.grade import grade
from labkit.grading.places import Places
from labkit.grading.release import release


def hand_in(places, n):
    """Lay out a class of n."""
    blank, solved = lab("03")
    half = deepcopy(solved)
    cell(half, "ex-03-sigmoid")["source"] = "def sigmoid(x, k=1.0):\n    return 1 / (1 + np.exp(k * x))"
    cell(half, "ex-03-rescale")["source"] = cell(blank, "ex-03-rescale")["source"]
    for i in range(n):
        path = places.submitted(f"{'ab'[i % 2]}{i:03d}", LAB)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_bytes([solved, half, blank][i % 3]))


class Memory:
    """Watches the largest memory of any child process with all that it started."""

    def __enter__(self):
        self.most, self.running = {}, True
        self.thread = threading.Thread(target=self._watch, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *problem):
        self.running = False
        self.thread.join()

    def _watch(self):
        while self.running:
            for child in psutil.Process().children():
                try:
                    total = sum(p.memory_info().rss for p in [child, *child.children(recursive=True)])
                except psutil.Error:
                    continue
                self.most[child.pid] = max(self.most.get(child.pid, 0), total)
            time.sleep(0.2)


def plain(places):
    """Seconds that nbgrader takes for students a* and b*: two commands side by side, each for half of the class."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}

    def half(students):
        words = [sys.executable, "-m", "nbgrader", "autograde", LAB, f"--student={students}", "--force"]
        words += [f"--CourseDirectory.root={places.root}", f"--CourseDirectory.db_url={places.database}"]
        done = subprocess.run(words, cwd=places.root, env=environment, capture_output=True, text=True)
        if done.returncode:
            print(done.stderr[-500:], file=sys.stderr)

    begin = time.perf_counter()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(half, ["a*", "b*"]))
    return time.perf_counter() - begin


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("-n", type=int, default=100)
    parser.add_argument("--plain", type=int, default=6)
    options = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        places = Places(Path(folder) / "ours")
        release(COURSE, places, ["03"])
        hand_in(places, options.n)
        begin = time.perf_counter()
        with Memory() as memory:
            outcome = grade(places, say=False, jobs=2)
        ours = time.perf_counter() - begin
        assert len(outcome.new) == options.n and not any(result.failed for result in outcome.new)
        rate = 60 * options.n / ours
        print(f"labkit grade, sandbox on: {options.n} submissions in {ours:.0f} s, {rate:.0f} a minute")
        per_worker = max(memory.most.values()) / 2**20
        print(f"memory of a worker with its sandbox: at most {per_worker:.0f} MB")
        if options.plain:
            theirs_places = Places(Path(folder) / "theirs")
            release(COURSE, theirs_places, ["03"])
            hand_in(theirs_places, options.plain)
            seconds = plain(theirs_places)
            theirs = 60 * options.plain / seconds
            print(f"nbgrader autograde: {options.plain} in {seconds:.0f} s, {theirs:.1f} a minute")
            print(f"ratio {rate / theirs:.1f} (target 3)")


if __name__ == "__main__":
    main()
