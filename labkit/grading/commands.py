"""The instructor's commands, added to ``labkit``; what they do is imported only when one is run."""

import argparse
from pathlib import Path


def add_grading(commands: argparse._SubParsersAction) -> None:
    """Add release, collect, grade, export, feedback and report to the parser of ``labkit``."""
    release = commands.add_parser("release", help="make nbgrader's folders and gradebook for a cohort")
    release.add_argument("labs", nargs="*", help="such as 03 (default: all)")
    release.set_defaults(run=_release)

    collect = commands.add_parser("collect", help="take in submitted notebooks: a folder, or an LMS's zip")
    collect.add_argument("source", type=Path, metavar="FOLDER")
    collect.add_argument("--lab", default="", help="the lab of all of them, where the notebooks do not tell")
    collect.add_argument("--times", type=Path, metavar="CSV", help="id and submitted, where the files do not tell when")
    collect.set_defaults(run=_collect)

    grade = commands.add_parser("grade", help="grade what is not graded yet, in a sandbox, and export")
    grade.add_argument("labs", nargs="*", help="such as 03 (default: all)")
    grade.add_argument("--student", action="append", default=[], help="only this one (may be repeated)")
    grade.add_argument("--scheduler", metavar="ADDRESS", default="", help="a Dask cluster, such as tcp://host:8786")
    grade.add_argument("--jobs", type=int, default=0, help="submissions at the same time (default: the settings)")
    grade.add_argument("--again", action="store_true", help="grade anew what is up to date, too")
    grade.add_argument("--no-sandbox", action="store_true", help="run submissions with your own rights (dangerous)")
    grade.set_defaults(run=_grade)

    export = commands.add_parser("export", help="points as CSV: per lab, for the course, for Canvas and Moodle")
    export.add_argument("--to", type=Path, default=None, metavar="DIR", help="default: export in the cohort's folder")
    export.set_defaults(run=_export)

    feedback = commands.add_parser("feedback", help="a page of HTML for every student and lab")
    feedback.add_argument("labs", nargs="*", help="such as 03 (default: all)")
    feedback.set_defaults(run=_feedback)

    report = commands.add_parser("report", help="a page on how the cohort did, for the staff meeting")
    report.set_defaults(run=_report)

    for parser in (release, collect, grade, export, feedback, report):
        add_folder(parser)


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Let a command say where the cohort lies."""
    parser.add_argument("--folder", type=Path, default=None, help="where the cohort lies (default: grading)")


def places_of(options: argparse.Namespace):
    """Find the folder of the cohort: as said, or ``grading`` in the course."""
    from labkit.course.folders import Course
    from labkit.grading.places import Places

    if options.folder is not None:
        return Places(options.folder.resolve())
    here = Path.cwd()
    return Places(here if (here / "grading.toml").is_file() else Course.find().root / "grading")


def _release(options: argparse.Namespace) -> int:
    from labkit.course.folders import Course
    from labkit.grading.release import release

    places = places_of(options)
    for lab in release(Course.find(), places, options.labs):
        print(f"released {lab}")
    print(f"The cohort lies in {places.root}; its settings are in {places.settings.name}.")
    return 0


def _collect(options: argparse.Namespace) -> int:
    from labkit.grading.collect import collect
    from labkit.grading.settings import read

    places = places_of(options)
    arrivals = collect(options.source, places, options.lab, options.times)
    for arrival in arrivals:
        print(arrival)
    unmatched = sum(bool(arrival.problem) for arrival in arrivals)
    print(f"{len(arrivals)} notebooks, {unmatched} of them not matched.")
    if options.source.suffix == ".zip" and options.times is None and read(places).late.method != "none":
        print("A zip file does not tell when each was handed in, so nobody in it is late: say it with --times CSV.")
    return 1 if unmatched or not arrivals else 0


def _grade(options: argparse.Namespace) -> int:
    from labkit.grading.export import export
    from labkit.grading.grade import grade

    places = places_of(options)
    outcome = grade(
        places,
        labs=options.labs,
        students=options.student,
        scheduler=options.scheduler,
        sandboxed=not options.no_sandbox,
        again=options.again,
        jobs=options.jobs,
    )
    print(outcome)
    if outcome.new or outcome.kept:
        files = export(places)
        print(f"wrote {len(files)} CSV files to {files[0].parent}")
    return 1 if any(result.failed for result in outcome.new) else 0


def _export(options: argparse.Namespace) -> int:
    from labkit.grading.export import export

    for path in export(places_of(options), options.to):
        print(f"wrote {path}")
    return 0


def _feedback(options: argparse.Namespace) -> int:
    from labkit.grading.feedback import feedback

    places = places_of(options)
    print(f"wrote {len(feedback(places, options.labs))} pages to {places.root / 'feedback'}")
    return 0


def _report(options: argparse.Namespace) -> int:
    from labkit.grading.report import report

    print(f"wrote {report(places_of(options))}")
    return 0
