"""The right numbers in a way that will hurt: hidden state, changed arguments; and advice that costs nothing."""

from labkit.exercises.code_reading import qualified_name
from labkit.exercises.diagnosers.finding import Finding
from labkit.exercises.evidence import Evidence


def unrepeatable(evidence: Evidence) -> Finding | None:
    """Another answer when asked the same again."""
    for i, (_, got, want) in enumerate(evidence.pairs):
        if not got.repeatable and want.repeatable:
            outside = f" It reads {_names(evidence.sheet.reads)} from outside." if evidence.sheet.reads else ""
            return Finding(
                "not repeatable",
                "Asked the same twice, it gives two answers: it draws random numbers or "
                f"keeps something from the call before.{outside}",
                i,
            )
    return None


def mutates(evidence: Evidence) -> Finding | None:
    """An argument was changed."""
    if evidence.exercise.in_place:
        return None
    for i, (probe, got, _) in enumerate(evidence.pairs):
        if got.mutated:
            names = [name for name, _ in evidence.exercise.named_arguments(probe)]
            k = got.mutated[0]
            name = names[k] if isinstance(k, int) else k
            return Finding(
                "changes its argument",
                f"It changes its argument `{name}`: the caller's array is different "
                "afterwards. Work on a new array: `a = a + b` makes one, `a += b` "
                "does not.",
                i,
            )
    return None


def reads(evidence: Evidence) -> tuple[str, ...]:
    """Advise against variables of the notebook that a function reads past its arguments."""
    names = evidence.sheet.reads
    return (
        (f"It reads {_names(names)} from the notebook; a function should take all it needs as arguments.",)
        if names
        else ()
    )


def warned_on_the_way(evidence: Evidence) -> tuple[str, ...]:
    """Pass on what NumPy warned of, where the numbers are right all the same."""
    said = {w for _, got, want in evidence.pairs for w in got.warnings if not want.warnings}
    return (f"The numbers are right, but NumPy warns on the way: {sorted(said)[0]}.",) if said else ()


def delegates(evidence: Evidence) -> tuple[str, ...]:
    """Notice an answer that calls the very function it should write."""
    reference = qualified_name(evidence.exercise.reference)
    if reference.startswith("labkit.exercises") or reference not in evidence.sheet.calls:
        return ()
    name = evidence.exercise.reference.__name__
    return (f"It hands the work to labkit's own `{name}`. Fine for a try; a grader will see it.",)


def _names(names: tuple[str, ...]) -> str:
    quoted = [f"`{name}`" for name in names]
    return ", ".join(quoted[:-1]) + (" and " if len(quoted) > 1 else "") + quoted[-1]
