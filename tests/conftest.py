"""What all tests share: the table of the graders' own score at the end of a run."""


def pytest_terminal_summary(terminalreporter):
    from tests.labs.answer_sheet import Tally, table

    tallies = [
        Tally(**value)
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "answer_sheet" and report.when == "call"
    ]
    if tallies:
        terminalreporter.section("the checks' own score")
        terminalreporter.write_line(table(sorted(tallies, key=lambda tally: tally.exercise)))
