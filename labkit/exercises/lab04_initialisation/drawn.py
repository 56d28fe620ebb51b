"""An exercise whose answer is drawn at random: its card says what was seen in the weights."""

import re
from collections.abc import Sequence
from dataclasses import replace

from labkit.exercises.answer import AnswerSheet
from labkit.exercises.exercise import Exercise
from labkit.exercises.lab04_initialisation.draws import NOT_LOOKED_AT
from labkit.exercises.probe import Probe
from labkit.exercises.verdict import Verdict, Where


class DrawnExercise(Exercise):
    """An exercise that compares findings about an array, and speaks of the array.

    Findings are kept in a dict; but the student returns an array, and nobody should be told to return a dict.
    """

    def score(self, sheet: AnswerSheet, probes: Sequence[Probe]) -> Verdict:
        """Mark as every exercise does, then put the findings into words."""
        verdict = super().score(sheet, probes)
        return replace(verdict, where=in_words(verdict.where)) if verdict.where else verdict


def in_words(where: Where) -> Where:
    """Write findings without the dict, and without those that were not looked at: ``"std: 0.0013, form: flat"``."""
    seen = re.sub(rf", '[^']+': '{NOT_LOOKED_AT}'", "", where.got)
    got = where.got if where.raised else re.sub(r"[{}']", "", seen)
    differing = re.findall(r"\['([^']+)'\]", where.expected)
    told = f"; the {' and the '.join(differing)} {'differs' if len(differing) == 1 else 'differ'}" if differing else ""
    return replace(where, got=got, kind="", expected=f"an array of shape (n_inputs, n_outputs), drawn from `rng`{told}")
