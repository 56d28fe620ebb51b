"""The ``labkit`` command.

Exit codes: 0 all is well, 1 something was checked and failed, 2 the command could not be carried out. An
error is one line on standard error.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import labkit
from labkit.errors import LabkitError
from labkit.grading.commands import add_grading


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        code = options.run(options)
        sys.stdout.flush()
        return code
    except LabkitError as error:
        return _complain(str(error), getattr(error, "exit_code", 2))
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "labkit":
            raise
        return _complain(f"This command needs {error.name}: run 'pip install .[course,test]' in the course.", 2)
    except BrokenPipeError:  # whoever read our output, such as ``head``, has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains as it flushes at exit
        return 141
    except OSError as error:
        return _complain(f"{error.filename or 'file system'}: {error.strerror or error}", 2)
    except KeyboardInterrupt:
        return _complain("stopped", 130)


def _complain(sentence: str, code: int) -> int:
    print(f"labkit: {' '.join(sentence.split())}", file=sys.stderr)
    return code


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with a command, and which help to ask for."""

    def error(self, message: str) -> NoReturn:
        """End with exit code 2."""
        self.exit(_complain(f"{message[:1].upper()}{message[1:]}; '{self.prog} --help' tells more.", 2))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="labkit", description="Work on the labs, build the course, check it.")
    parser.add_argument("--version", action="version", version=f"labkit {labkit.__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    lab = commands.add_parser("lab", help="open JupyterLab on your own copies of the labs")
    lab.add_argument("--dir", type=Path, default=None, help="where your copies live (default: work)")
    lab.add_argument("--no-open", action="store_true", help="only lay the copies out")
    lab.set_defaults(run=_lab)

    validate = commands.add_parser("validate", help="what a grader would see in your notebook")
    validate.add_argument("notebook", type=Path, metavar="NOTEBOOK", help="your copy, which ends in .ipynb")
    validate.set_defaults(run=_validate)

    data = commands.add_parser("data", help="the data sets: 'labkit data fetch NAME' downloads one")
    fetch = data.add_subparsers(metavar="fetch NAME", required=True).add_parser("fetch", help="download one")
    fetch.add_argument("name", metavar="NAME", help="mnist, fashion-mnist or cifar-10")
    fetch.set_defaults(run=_fetch)

    build = commands.add_parser(
        "build", help="notebooks from every lab.py, then the book (SOLUTIONS=folded: with them)"
    )
    build.add_argument("--notebooks-only", action="store_true", help="student and solved notebooks, no book")
    build.add_argument("--check", action="store_true", help="change no notebook; fail on drift and on leaks")
    build.set_defaults(run=_build)

    new = commands.add_parser("new", help="start a lab: a small one that works")
    new.add_argument("name", metavar="NN_name", help="number and name, such as 20_batch_size")
    new.set_defaults(run=_new)

    record = commands.add_parser("record", help="run an experiment over its grid and seeds")
    record.add_argument("name", metavar="NN.name", help="such as 03.rate_by_k")
    record.add_argument("--check", action="store_true", help="only say whether the record is still true")
    record.add_argument("--jobs", type=int, default=1, help="processes to use (default: 1)")
    record.set_defaults(run=_record)

    add_grading(commands)

    test = commands.add_parser("test", help="everything that must hold, the book and all notebooks included")
    test.add_argument("--slow", action="store_true", help="the long tests instead")
    test.set_defaults(run=_test)
    return parser


def _build(options: argparse.Namespace) -> int:
    from labkit.course import book, build, check
    from labkit.course.folders import Course

    course = Course.find()
    folded = _solutions_folded()
    if options.check:
        if folded:
            raise LabkitError("SOLUTIONS=folded makes a book full of solutions: unset it for 'labkit build --check'.")
        return check.report(check.check(course, with_book=not options.notebooks_only))
    for lab in build.build_notebooks(course):
        print(f"wrote {lab.notebook.relative_to(course.root)}")
    if not options.notebooks_only:
        print(f"The book is ready; open {book.build_book(course, folded).as_uri()}")
    return 0


def _solutions_folded() -> bool:
    choice = os.environ.get("SOLUTIONS", "")
    if choice not in ("", "folded"):
        raise LabkitError(f"SOLUTIONS={choice} is not known: leave it out, or set SOLUTIONS=folded.")
    return choice == "folded"


def _lab(options: argparse.Namespace) -> int:
    from labkit.course import workspace
    from labkit.course.folders import Course

    course = Course.find()
    work = options.dir or course.root / "work"
    for handout in workspace.lay_out(course, work):
        print(handout)
    return 0 if options.no_open else workspace.open_jupyterlab(work)


def _validate(options: argparse.Namespace) -> int:
    from labkit.course.validate import validate

    report = validate(options.notebook)
    print(report)
    return 0 if report.complete else 1


def _fetch(options: argparse.Namespace) -> int:
    from labkit import data

    data.fetch(options.name)
    return 0


def _new(options: argparse.Namespace) -> int:
    from labkit.course.folders import Course
    from labkit.course.scaffold import scaffold

    for path in scaffold(Course.find(), options.name):
        print(f"wrote {path}")
    return 0


def _record(options: argparse.Namespace) -> int:
    from labkit import experiments

    if options.check:
        verification = experiments.verify(options.name)
        print(verification)
        return 0 if verification.passed else 1
    print(f"wrote {experiments.record(options.name, jobs=options.jobs)}")
    return 0


def _test(options: argparse.Namespace) -> int:
    from labkit.course.folders import Course
    from labkit.course.suite import run_suite

    return run_suite(Course.find(), slow=options.slow)


if __name__ == "__main__":
    sys.exit(main())
