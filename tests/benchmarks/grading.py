"""Throughput of ``labkit grade`` beside plain ``nbgrader autograde``, on the same submissions of lab 03.

    python -m tests.benchmarks.grading                 # 100 submissions with each, in slices of 10: half an hour
    python -m tests.benchmarks.grading -n 20 --slice 4

The class is a third solved, a third half done with wrong answers, a third untouched. Both graders run with two
processes on this machine, labkit with its sandbox; they take turns, slice by slice, so that both meet the same load.
Memory is the largest sum over a worker and what it started.
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
from labkit.grading.gradebook import gradebook
from labkit.grading.places import Places
from labkit.grading.release import release


def hand_in(places, slices):
    """Lay out a class; in each slice, half of the students begin with a and half with b, one half a process."""
    blank, solved = lab("03")
    half = deepcopy(solved)
    cell(half, "ex-03-sigmoid")["source"] = "def sigmoid(x, k=1.0):\n    return 1 / (1 + np.exp(k * x))"
    cell(half, "ex-03-rescale")["source"] = cell(blank, "ex-03-rescale")["source"]
    for i, student in enumerate(student for part in slices for student in part):
        path = places.submitted(student, LAB)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_bytes([solved, half, blank][i % 3]))


class Memory:
    """Watches the largest memory of any child process with all that it started."""

    def __init__(self):
        self.most = 0

    def __enter__(self):
        self.running = True
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
                self.most = max(self.most, total)
            time.sleep(0.2)


def ours(places, students):
    """Grade a slice with labkit."""
    outcome = grade(places, say=False, jobs=2, students=students)
    assert len(outcome.new) == len(students) and not any(result.failed for result in outcome.new)


def plain(places, students):
    """Grade a slice with nbgrader: two commands side by side, each for half of the students."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}

    def half(letter):
        pattern = f"{letter}{students[0][1:3]}_*"
        words = [sys.executable, "-m", "nbgrader", "autograde", LAB, f"--student={pattern}"]
        words += [f"--CourseDirectory.root={places.root}", f"--CourseDirectory.db_url={places.database}"]
        done = subprocess.run(words, cwd=places.root, env=environment, capture_output=True, text=True)
        if done.returncode:
            print(done.stderr[-500:], file=sys.stderr)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(half, "ab"))


def scored(places, students):
    """Count the students of whom the gradebook holds a run."""
    with gradebook(places) as book:
        found = {submission.student.id for submission in book.assignment_submissions(LAB)}
    return len(found & set(students))


def main():
    """Measure, slice by slice, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("-n", type=int, default=100)
    parser.add_argument("--slice", type=int, default=10)
    options = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    names = [f"{'ab'[i % 2]}{i // options.slice:02d}_{i:03d}" for i in range(options.n)]
    slices = [names[i : i + options.slice] for i in range(0, options.n, options.slice)]
    graders = {"labkit grade, sandbox on": ours, "nbgrader autograde": plain}
    seconds, memory = dict.fromkeys(graders, 0.0), {name: Memory() for name in graders}
    with tempfile.TemporaryDirectory() as folder:
        places = {name: Places(Path(folder) / name.split()[0]) for name in graders}
        for place in places.values():
            release(COURSE, place, ["03"])
            hand_in(place, slices)
        for number, students in enumerate(slices, 1):
            for name, grader in graders.items():
                begin = time.perf_counter()
                with memory[name]:
                    grader(places[name], students)
                seconds[name] += time.perf_counter() - begin
            done = min(number * options.slice, options.n)
            rates = {name: 60 * done / spent for name, spent in seconds.items()}
            print(done, *(f"{name}: {rate:.1f} a minute" for name, rate in rates.items()), sep=" | ", flush=True)
        for name, spent in seconds.items():
            count = scored(places[name], names)
            print(f"{name}: {count} in {spent:.0f} s, {60 * count / spent:.1f} a minute,")
            print(f"    memory of a worker with what it started: at most {memory[name].most / 2**20:.0f} MB")
        ratio = seconds["nbgrader autograde"] / seconds["labkit grade, sandbox on"]
        print(f"ratio {ratio:.1f} (target 3)")


if __name__ == "__main__":
    main()
