"""The contest: a recipe, a budget of updates that is the same for everybody, and images that nobody trains on."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache, lru_cache
from typing import Any

import numpy as np

from labkit.data import Dataset, load
from labkit.errors import LabkitError
from labkit.experiments.recipes import ACTIVATIONS, INITS, LOSSES, SCHEDULES, Recipe

BUDGET = 300
"""Updates of every recipe."""
BATCH = 100
"""Images in an update at most, so that no update costs more than another one's."""
BAR = 0.91
"""Mean accuracy on the held-out images that a recipe has to reach."""
CHOICES = {
    "init": tuple(INITS),
    "activation": tuple(ACTIVATIONS),
    "loss": tuple(LOSSES),
    "schedule": SCHEDULES,
    "biases": (False, True),
}


class RecipeError(LabkitError):
    """A recipe that is against the rules; ``rule`` is the name of the rule."""

    def __init__(self, rule: str, sentence: str) -> None:
        super().__init__(sentence)
        self.rule = rule


def read(settings: Any) -> Recipe:
    """Turn a dict of settings into a recipe; what it leaves out is as in Report B's first network.

    Raises
    ------
    RecipeError
        With one sentence on the first rule that it breaks.
    """
    if not isinstance(settings, Mapping):
        raise RecipeError("not a dict", 'a recipe is a dict of settings, such as {"init": "He", "rate": 0.6}.')
    plain = {str(name): _plain(value) for name, value in settings.items()}
    known = [field.name for field in fields(Recipe)]
    for name, value in plain.items():
        if name in ("updates", "epochs", "steps", "iterations"):
            raise RecipeError("over budget", f"{name} is not yours to set: every recipe has {BUDGET} updates.")
        if name not in known:
            raise RecipeError("unknown setting", f"there is no setting {name!r}; there are {', '.join(known)}.")
        if name in CHOICES:
            if not any(value is choice or (type(value) is str and value == choice) for choice in CHOICES[name]):
                raise RecipeError(
                    "unknown value", f"{name} is one of {', '.join(map(repr, CHOICES[name]))}, not {_shown(value)}."
                )
        elif isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise RecipeError("no number", f"{name} is a number, not {_shown(value)}.")
    recipe = Recipe(**({"batch": BATCH} | plain))
    if recipe.rate <= 0:
        raise RecipeError("rate not above 0", f"with the rate {recipe.rate:g} nothing is learned: it must be above 0.")
    for name in ("batch", "warmup"):
        if getattr(recipe, name) != int(getattr(recipe, name)):
            raise RecipeError("no whole number", f"{name} is a whole number, not {getattr(recipe, name)!r}.")
    if not 1 <= recipe.batch <= BATCH:
        raise RecipeError(
            "over budget", f"an update may look at 1 to {BATCH} images, and batch = {recipe.batch} asks for others."
        )
    if recipe.warmup < 0:
        raise RecipeError("warm-up below 0", f"a warm-up of {recipe.warmup} updates cannot be: 0 is the shortest.")
    if recipe.warmup >= BUDGET:
        raise RecipeError(
            "warm-up too long", f"the warm-up must end before the {BUDGET} updates do, not at {recipe.warmup}."
        )
    return Recipe(**({"batch": BATCH} | plain | {"batch": int(recipe.batch), "warmup": int(recipe.warmup)}))


def _plain(value: Any) -> Any:
    return value.item() if isinstance(value, np.generic | np.ndarray) and np.size(value) == 1 else value


def _shown(value: Any) -> str:
    """A setting that is none, in a sentence."""
    if isinstance(value, str | int | float) or value is None:
        return repr(value)
    return "several at once: choose one" if isinstance(value, Sequence | np.ndarray) else "something of another kind"


@cache
def digits() -> Dataset:
    """4,000 images to train on, and the 1,000 held-out ones that only judge."""
    return load("mnist-subset")


@cache
def practice() -> Dataset:
    """The training images in two parts: 3,000 to train on, and 1,000 to choose a recipe by."""
    whole = digits()
    first = whole.take(train=300)
    known = {row.tobytes() for row in first.x_train}
    rest = np.array([row.tobytes() not in known for row in whole.x_train])
    return Dataset(
        "practice", first.x_train, first.y_train, whole.x_train[rest], whole.y_train[rest],
        whole.class_names, whole.image_shape, whole.checksum,
    )  # fmt: skip


@lru_cache(maxsize=512)
def run(recipe: Recipe, seed: int) -> tuple[float, float]:
    """Train within the budget; accuracy on the training and on the held-out images."""
    last = recipe.train(digits(), seed, BUDGET)[1][-1]
    if last["iteration"] < BUDGET:  # the numbers overflowed
        return 0.1, 0.1
    return last["accuracy"], last["test_accuracy"]


def score(recipe: Recipe, seeds: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """Accuracies on the training and on the held-out images, an entry for each seed."""
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1), np.errstate(all="ignore"):
        runs = np.array([run(recipe, int(seed)) for seed in seeds])
    return runs[:, 0], runs[:, 1]
