"""The ``labkit`` command.

Exit codes: 0 all is well, 1 something was checked and failed, 2 the command could not be carried out. An error is
one line on standard error.
"""

import argparse
import sys
from collections.abc import Sequence

import labkit
from labkit.errors import LabkitError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except LabkitError as error:
        print(f"labkit: {' '.join(str(error).split())}", file=sys.stderr)
        return getattr(error, "exit_code", 2)
    except KeyboardInterrupt:
        print("labkit: stopped", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="labkit", description="Build the course, work in it, check it.")
    parser.add_argument("--version", action="version", version=f"labkit {labkit.__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    build = commands.add_parser("build", help="notebooks from every lab.py, then the book")
    build.add_argument("--notebooks-only", action="store_true", help="student and solved notebooks, no book")
    build.set_defaults(run=_build)
    return parser


def _build(options: argparse.Namespace) -> int:
    from labkit.course import build
    from labkit.course.folders import Course

    course = Course.find()
    for lab in build.build_notebooks(course):
        print(f"wrote {lab.notebook.relative_to(course.root)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
