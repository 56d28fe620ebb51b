"""What the answer sheet writes down about a function."""

import signal
import time

import numpy as np
import pytest

from labkit.exercises import Probe
from labkit.exercises.answer import answer_probes
from labkit.exercises.code_reading import calls_of_labkit, is_stub, reads_outside
from labkit.exercises.timelimit import OutOfTime, time_limit

ONE = [Probe(np.arange(3.0))]
OFFSET = 3.0
scale = 2.0


def only(function, probe=ONE[0]):
    return answer_probes(function, [probe]).answers[0]


def test_exception_carries_the_students_line():
    def student(x):
        y = x + 1
        return np.linalg.inv(y)  # raises inside NumPy

    answer = only(student)
    assert answer.error == "LinAlgError"
    assert answer.line[1] == "return np.linalg.inv(y)  # raises inside NumPy"
    assert answer.line[0] == student.__code__.co_firstlineno + 2


def test_mutated_argument_is_seen_and_next_probe_gets_a_fresh_one():
    def student(x):
        x += 1
        return x

    sheet = answer_probes(student, ONE * 2)
    assert [a.mutated for a in sheet.answers] == [(0,), (0,)]
    np.testing.assert_array_equal(sheet.answers[1].value, [1, 2, 3])
    np.testing.assert_array_equal(ONE[0].args[0], [0, 1, 2])


def test_mutation_inside_a_list_and_of_a_keyword():
    def student(weights, rate):
        weights[0][:] = 0
        rate[0] = 1

    probe = Probe([np.ones(2), np.ones(3)], rate=np.zeros(1))
    assert only(student, probe).mutated == (0, "rate")


def test_hidden_state_and_chance_are_not_repeatable():
    seen = []
    assert not only(lambda x: seen.append(1) or len(seen)).repeatable
    assert not only(lambda x: np.random.default_rng().normal()).repeatable
    assert only(lambda x: np.random.default_rng(0).normal()).repeatable
    assert only(lambda x: x * np.nan).repeatable
    order = iter((1, -1))
    values = np.random.default_rng(0).normal(size=1001)
    assert only(lambda x: values[:: next(order)].sum()).repeatable, "rounding is no hidden state"


def test_printed_text_and_warnings_are_kept_off_the_screen(capsys):
    def student(x):
        print("here", x)
        return np.exp(x * 1000)

    answer = only(student)
    assert answer.printed.startswith("here")
    assert answer.warnings == ("overflow encountered in exp",)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("swallow", [Exception, BaseException])
def test_endless_loop_is_stopped(swallow):
    def student(x):
        try:
            while True:
                pass
        except swallow:
            while True:
                pass

    begin = time.perf_counter()
    sheet = answer_probes(student, ONE, seconds=0.2)
    assert sheet.slow
    assert sheet.answers == ()
    assert time.perf_counter() - begin < 3


def test_time_limit_gives_an_outer_timer_back():
    rung = []
    before = signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
    try:
        signal.setitimer(signal.ITIMER_REAL, 60)
        with pytest.raises(OutOfTime), time_limit(0.05):
            time.sleep(5)
        left, _ = signal.getitimer(signal.ITIMER_REAL)
        assert 50 < left < 60
        assert rung == []
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_without_signals_time_is_measured():
    import threading

    sheets = []

    def ask():
        sheets.append(answer_probes(lambda x: time.sleep(0.2), ONE, seconds=0.1))

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert sheets[0].slow


def test_stubs():
    def documented(x):
        """Say what it should do."""

    def explicit(x):
        # YOUR CODE HERE
        return None

    def dots(x): ...

    def started(x):
        y = x + 1  # noqa: F841

    assert [is_stub(f) for f in (documented, explicit, dots, started, len)] == [True, True, True, False, False]


def test_reads_outside_names_data_only():
    def student(x):
        return np.exp(x) * scale + OFFSET + len([y + 1 for y in x]) + logistic_of_someone(x)

    assert reads_outside(student) == ("scale",)


def logistic_of_someone(x):
    return x


def test_calls_of_labkit_follows_modules():
    import labkit.exercises as module

    globals()["module_under_test"] = module
    assert calls_of_labkit(lambda x: module_under_test.find(x)) == ("labkit.exercises.registry.find",)  # noqa: F821
    assert calls_of_labkit(np.exp) == ()


def test_strided_arguments_stay_strided():
    probe = Probe(np.arange(12.0).reshape(3, 4)[:, ::2])
    (copied,), _ = probe.copy()
    assert not copied.flags.c_contiguous
    np.testing.assert_array_equal(copied, probe.args[0])
    assert not np.shares_memory(copied, probe.args[0])
