"""Nothing to compare: not written, not a function, too slow, printed, or not returned."""

from labkit.exercises.diagnosers.finding import Finding
from labkit.exercises.evidence import Evidence


def not_attempted(evidence: Evidence) -> Finding | None:
    """Nothing was handed in, or the function is still the stub."""
    sheet, name = evidence.sheet, evidence.exercise.name
    unwritten = sheet.answers and all(a.error == "NotImplementedError" for a in sheet.answers)
    if sheet.given == "None" or sheet.stub or unwritten:
        return Finding("not attempted", f"`{name}` is not written yet.")
    return None


def not_a_function(evidence: Evidence) -> Finding | None:
    """A value was handed in where the function itself was wanted."""
    if not evidence.sheet.given:
        return None
    id, name = evidence.exercise.id, evidence.exercise.name
    return Finding(
        "not a function",
        f"the check wants the function `{name}` itself and got {evidence.sheet.given}: "
        f'write `check("{id}", {name})`, without brackets after `{name}`.',
    )


def too_slow(evidence: Evidence) -> Finding | None:
    """The time ran out: an endless loop, or a loop over every number."""
    if not evidence.sheet.slow:
        return None
    n, limit = len(evidence.sheet.answers), evidence.exercise.seconds
    return Finding(
        "too slow",
        f"`{evidence.exercise.name}` had answered {n} of {len(evidence.probes)} probes after "
        f"{limit:.3g} seconds. Look for a loop that never ends, or that visits every number "
        "where NumPy could work on whole arrays.",
    )


def prints_instead(evidence: Evidence) -> Finding | None:
    """The answer was printed, and None returned."""
    answers = evidence.sheet.answers
    if answers and all(a.value is None and not a.error for a in answers) and any(a.printed for a in answers):
        return Finding(
            "printed",
            f"`{evidence.exercise.name}` prints its result and returns None. "
            "Let it return the result: other functions need it.",
        )
    return None


def returns_nothing(evidence: Evidence) -> Finding | None:
    """There is code, but no return."""
    answers = evidence.sheet.answers
    if answers and all(a.value is None and not a.error for a in answers):
        return Finding(
            "returns None",
            f"`{evidence.exercise.name}` returns None: it is not finished, or a return is missing.",
        )
    return None


def incomplete(evidence: Evidence) -> Finding | None:
    """A sheet with fewer answers than questions, from a sandbox that broke off."""
    n, asked = len(evidence.sheet.answers), len(evidence.probes)
    if n < asked:
        return Finding("incomplete", f"`{evidence.exercise.name}` answered {n} of {asked} probes.")
    return None
