"""The recipe: marked by training with it, and by nothing else."""

from typing import Any

import numpy as np

from labkit.exercises.answer import Answer, AnswerSheet
from labkit.exercises.exercise import Exercise
from labkit.exercises.lab10_putting_it_together.contest import BAR, BUDGET, RecipeError, read, score
from labkit.exercises.lab10_putting_it_together.recipe_advice import advice
from labkit.exercises.probe import Probe
from labkit.exercises.verdict import Verdict, Where


class RecipeExercise(Exercise):
    """An exercise without a right answer: what counts is how well the network does on held-out images.

    The student's function hands over settings, plain data; the training happens here, where the marking is done.
    """

    def is_right(self, probe: Probe, got: Answer, expected: Answer) -> bool:
        """Whether a recipe keeps to the rules and reaches the bar on these seeds."""
        try:
            return not got.error and score(read(_settings(got.value)), probe.kwargs["seeds"])[1].mean() >= BAR
        except RecipeError:
            return False

    def score(self, sheet: AnswerSheet, probes: list[Probe]) -> Verdict:
        """Train with the recipe, and say how far it gets."""
        answer = sheet.answers[0] if sheet.answers else None
        if sheet.given or sheet.stub or sheet.slow or answer is None or answer.error or answer.value is None:
            return super().score(sheet, probes)
        try:
            recipe = read(_settings(answer.value))
        except RecipeError as problem:
            return self._failed(f"`{self.name}` does not keep to the rules: {problem}", problem.rule)
        if not answer.repeatable:
            return self._failed(f"`{self.name}` gives another recipe each time: return a fixed one.", "unrepeatable")
        train, held_out = score(recipe, probes[0].kwargs["seeds"])
        reached = (
            f"{_per_cent(held_out)} % of the 1,000 held-out images right after {BUDGET} updates "
            f"({len(held_out)} seeds); the bar is {100 * BAR:g} %"
        )
        if held_out.mean() >= BAR:
            return Verdict(True, self.points, self.points, f"{reached}.")
        name, hint = advice(recipe, train, held_out)
        where = Where(
            "What the recipe did",
            (("training images", f"{_per_cent(train)} %"), ("lowest rate of right answers", f"{held_out.min():.0%}")),
            got=f"{_per_cent(held_out)} % on held-out images",
            expected=f"{100 * BAR:g} % or more",
        )
        return self._failed(f"`{self.name}` gets {reached}.", name, hint, where)

    def _failed(self, message: str, name: str, hint: str = "", where: Where | None = None) -> Verdict:
        return Verdict(False, 0, self.points, message, hint=hint, diagnosis=name, where=where)


def _settings(value: Any) -> Any:
    """An answer's dict with its numbers as Python's own."""
    if not isinstance(value, dict):
        return value
    return {name: v.item() if isinstance(v, np.ndarray) and v.ndim == 0 else v for name, v in value.items()}


def _per_cent(shares: np.ndarray) -> str:
    return f"{100 * shares.mean():.1f} ± {100 * shares.std(ddof=1):.1f}"


def _without_arguments(function: Any, seeds: Any) -> Any:
    return function()


def _seeds(rng: np.random.Generator) -> list[Probe]:
    """Three seeds, which nobody knows beforehand."""
    return [Probe(seeds=rng.choice(10_000, size=3, replace=False), label="three seeds")]


def course_recipe() -> dict:
    """What the course itself would try."""
    return {
        "init": "He",
        "activation": "ReLU",
        "loss": "softmax",
        "biases": True,
        "rate": 0.4,
        "schedule": "cosine",
        "warmup": 30,
        "batch": 100,
    }


RECIPE = RecipeExercise(
    id="10.recipe",
    name="recipe",
    title="The leaderboard",
    points=3,
    reference=course_recipe,
    probes=_seeds,
    call=_without_arguments,
)
