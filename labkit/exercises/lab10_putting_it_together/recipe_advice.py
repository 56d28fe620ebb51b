"""What to say about a recipe that does not reach the bar: what its runs look like, not what to type."""

import numpy as np

from labkit.experiments.recipes import Recipe

CHANCE, STEADY, SHORT = 0.2, 0.05, 0.05


def advice(recipe: Recipe, train: np.ndarray, held_out: np.ndarray) -> tuple[str, str]:
    """Name of what went wrong, and a hint; the first that fits."""
    if recipe.warmup and recipe.schedule == "constant":
        return "warm-up of a constant rate", (
            "Your warm-up does nothing: it belongs to a cosine, and your rate is constant."
        )
    if recipe.rate < SHORT and train.mean() < 0.85:
        return "too slow", (
            f"Training images {train.mean():.0%}: it has hardly learned in its updates. How long are the steps, and how "
            "long were those of Report B?"
        )
    if held_out.max() < CHANCE:
        return "at chance", (
            "All runs end near 10 %, which is guessing: the numbers ran away, or the units died in the first updates. "
            "Are the first steps too long for these first weights and this activation?"
        )
    if recipe.loss == "squared error":
        return "squared error", ("Which single change earned most in this lab's ablation? Your recipe does without it.")
    if recipe.batch <= 20:
        return "small batches", (
            f"With {recipe.batch} to an update much of the budget is unused: an update may look at more images. Each "
            "update then knows better where to go."
        )
    if np.ptp(held_out) > STEADY:
        return "unsteady", (
            f"The runs reach from {held_out.min():.0%} to {held_out.max():.0%}: this recipe hangs on luck. What makes "
            "the first updates less violent?"
        )
    if recipe.init == "uniform":
        return "uniform weights", (
            f"Training images {train.mean():.0%}, held-out {held_out.mean():.0%}. Look up in the table of recipes which "
            "setting makes that gap: the training accuracy hides it."
        )
    if recipe.schedule == "cosine" and recipe.warmup > 100:
        return "long warm-up", "A third of your updates or more are spent on climbing. How many does a warm-up need?"
    if train.mean() - held_out.mean() > 0.05:
        return "learned by heart", (
            f"Training images {train.mean():.0%}, held-out {held_out.mean():.0%}: it knows its own images much better. "
            "Where do its first weights come from, and how large are they?"
        )
    if recipe.activation == "sigmoid":
        return "not there yet", (
            f"Training images {train.mean():.0%}, held-out {held_out.mean():.0%}: both are low, so it has not learned "
            "enough in its updates. Which part of an error gets through a sigmoid at most, and through other units?"
        )
    return "too slow", (
        f"Training images {train.mean():.0%}, held-out {held_out.mean():.0%}: both are low, so it has not learned "
        "enough in its updates. How long are the steps?"
    )
