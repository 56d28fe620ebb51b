"""The command line: exit codes that can be trusted, and one line for every error."""

import os
import subprocess
import sys

import pytest

import labkit
from labkit.course import cli
from labkit.errors import LabkitError


def complaint(capsys):
    error = capsys.readouterr().err
    assert error.startswith("labkit: ") and error.count("\n") == 1, error
    return error


def test_version(capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main(["--version"])
    assert stopped.value.code == 0 and capsys.readouterr().out == f"labkit {labkit.__version__}\n"


WITH_NAME = ("validate", "new", "record", "collect")
COMMANDS = (*WITH_NAME, "lab", "data", "build", "release", "grade", "export", "feedback", "report", "test")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "COMMAND; 'labkit --help'"),
        (["nonsense"], "'nonsense'"),
        *((["validate"], "NOTEBOOK; 'labkit validate --help'"), (["new"], "NN_name"), (["record"], "NN.name")),
        *((["data"], "fetch NAME"), (["data", "fetch"], "NAME; 'labkit data fetch --help'"), (["collect"], "FOLDER")),
        (["record", "03.rate_by_k", "--jobs", "two"], "invalid int value: 'two'"),
        *(([command, *(["x"] * (command in WITH_NAME)), "--chekc"], "")
          for command in COMMANDS),
    ],
)  # fmt: skip
def test_wrong_usage_is_one_line_and_2(arguments, sentence, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    told = complaint(capsys)
    assert stopped.value.code == 2 and sentence in told and "--help' tells more." in told


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.main([command, "--help"])
    assert stopped.value.code == 0 and capsys.readouterr().out.startswith(f"usage: labkit {command}")


@pytest.mark.parametrize("arguments", [["build"], ["build", "--check"], ["lab"], ["new", "08_x"], ["test"]])
def test_outside_a_course_is_one_line_and_2(arguments, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert cli.main(arguments) == 2
    assert "No course in" in complaint(capsys)


@pytest.mark.parametrize("arguments", [["build"], ["lab"], ["lab", "--no-open"]])
def test_a_course_without_labs_is_not_a_success(arguments, capsys, tmp_path, monkeypatch):
    (tmp_path / "labs").mkdir()
    monkeypatch.chdir(tmp_path)
    assert cli.main(arguments) == 2
    assert complaint(capsys).startswith("labkit: No ")


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (LabkitError("one\nsentence"), 2, "one sentence"),
        (OSError(28, "No space left on device", "file.txt"), 2, "file.txt: No space left on device"),
        (ModuleNotFoundError("No module named 'nbgrader'", name="nbgrader"), 2, "pip install .[course,test]"),
        (KeyboardInterrupt(), 130, "stopped"),
    ],
)
def test_errors_are_one_line(error, code, sentence, capsys, monkeypatch):
    def fail(options):
        raise error

    monkeypatch.setattr(cli, "_record", fail)
    assert cli.main(["record", "x"]) == code
    assert sentence in complaint(capsys)


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
@pytest.mark.parametrize("lines", [1, 100_000])
def test_a_reader_who_has_read_enough_ends_it_quietly(lines):
    code = f"""if True:
        import sys
        from labkit.course import cli
        cli._fetch = lambda options: print("a line\\n" * {lines}) or 0
        sys.exit(cli.main(["data", "fetch", "x"]))"""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([sys.executable, "-c", code], stdout=write, stderr=subprocess.PIPE, text=True)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_bug_of_ours_keeps_its_traceback(monkeypatch):
    def fail(options):
        raise ZeroDivisionError

    monkeypatch.setattr(cli, "_record", fail)
    with pytest.raises(ZeroDivisionError):
        cli.main(["record", "x"])


@pytest.mark.parametrize(
    "arguments", [["record", "99.nothing"], ["record", "99.nothing", "--check"], ["data", "fetch", "nothing"]]
)
def test_unknown_names_are_one_line(arguments, capsys):
    assert cli.main(arguments) == 2
    complaint(capsys)


def test_solutions_takes_only_folded(course):
    assert "SOLUTIONS=yes is not known" in course.labkit("build", code=2, SOLUTIONS="yes").stderr
    assert "unset it" in course.labkit("build", "--check", code=2, SOLUTIONS="folded").stderr


def test_a_lab_that_fails_is_named_with_its_cell_and_is_1(course):
    course.source.write_text(course.source.read_text() + '\n# %%\nraise ValueError("this lab is\\nbroken")\n')
    done = course.labkit("build", code=1)
    last = done.stderr.splitlines()[-1]
    assert last.startswith("labkit: labs/42_tiny: cell ") and last.endswith("raised ValueError: this lab is broken")


def test_a_wrong_solution_fails_the_build(course):
    course.source.write_text(course.source.read_text().replace("return k * (1 - y**2)", "return 1 - y**2"))
    done = course.labkit("build", code=1)
    assert "cell 8 (check-42-tanh_derivative) raised CheckFailed" in done.stderr.splitlines()[-1]


def test_the_command_line_itself_starts_fast():
    code = "import labkit.course.cli, sys; print(sorted({'nbgrader', 'numpy', 'jupytext'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(("problems", "code"), [([], 0), (["Record 03.x is stale."], 1)])
def test_a_record_that_is_no_longer_true_is_1(problems, code, monkeypatch, capsys):
    from labkit import experiments

    verification = experiments.Verification("03.x", problems)
    monkeypatch.setattr(experiments, "verify", lambda id: verification)
    assert cli.main(["record", "03.x", "--check"]) == code
    assert capsys.readouterr().out == f"{verification}\n"
