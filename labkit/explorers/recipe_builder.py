"""A recipe builder: put Report B's network together from recorded parts, and see how well it learns.

Every recipe was trained over several seeds beforehand. The grey line is the first recipe of all, so that what has
been earned can be seen at every point.
"""

from functools import cache
from typing import Any

import numpy as np
from matplotlib.ticker import PercentFormatter

from labkit import records
from labkit.errors import LabkitError
from labkit.explorers.explorer import Explorer
from labkit.plots import Picture, alt_text, style

NAMES = {
    "init": "First weights",
    "loss": "Loss",
    "rate": "Learning rate",
    "batch": "Batch",
    "schedule": "Schedule",
}
LINES = (("accuracy", "training", style.TRAIN, "-"), ("test_accuracy", "test", style.TEST, (0, (4, 2))))


def recipe_builder(record: str = "10.recipes") -> Explorer:
    """Choose the parts of a recipe, and see its accuracy over training, from all recorded seeds.

    Parameters
    ----------
    record : str
        An experiment whose record has ``iteration``, ``accuracy`` and ``test_accuracy``; its settings are the sliders.

    Returns
    -------
    Explorer
        A slider for each setting.
    """
    recorded = records.load(record)
    frame, settings = recorded.frame, recorded.settings
    missing = {"iteration", "seed", "accuracy", "test_accuracy"} - set(frame.columns)
    if missing:
        raise LabkitError(f"recipe_builder needs a record with {alt_text.listed(sorted(missing))}; {record} has none.")
    grid = {name: list(dict.fromkeys(frame[name].tolist())) for name in settings}
    first = {name: values[0] for name, values in grid.items()}

    @cache
    def runs() -> dict[tuple, dict[str, Any]]:
        return {key if isinstance(key, tuple) else (key,): _curves(rows) for key, rows in frame.groupby(settings)}

    def picture(**recipe: Any) -> Picture:
        found = runs()
        chosen, simple = (found.get(tuple(each[name] for name in settings)) for each in (recipe, first))
        if chosen is None:
            raise LabkitError(f"{record} has no run of this recipe.")
        return draw(recipe, chosen, simple)

    return Explorer(
        picture,
        "Which recipe learns well?",
        grid,
        labels={name: NAMES.get(name, name) for name in grid},
    )


def _curves(rows: Any) -> dict[str, Any]:
    """Steps, and for each measurement an array (seeds, steps)."""
    tables = {name: rows.pivot_table(index="seed", columns="iteration", values=name) for name, *_ in LINES}
    steps = next(iter(tables.values())).columns.to_numpy()
    return {"steps": steps} | {name: table.to_numpy(dtype=float) for name, table in tables.items()}


@style.styled
def draw(recipe: dict[str, Any], runs: dict[str, Any], first: dict[str, Any]) -> Picture:
    """Draw accuracy over the updates, the mean over seeds in a band from the lowest to the highest."""
    margins = {"left": 0.13, "right": 0.76, "top": 0.82, "bottom": 0.15}
    parts = [_said(name, value) for name, value in recipe.items()]
    figure = style.new_figure(6.0, 3.5, ", ".join(parts[:3]) + ",\n" + ", ".join(parts[3:]), margins)
    axes = figure.subplots()
    n, steps = len(runs["accuracy"]), runs["steps"]
    simple = np.nanmean(first["test_accuracy"], axis=0)
    axes.plot(first["steps"], simple, color=style.GREY, linewidth=1.6, linestyle=(0, (1.5, 1.5)))
    ends, words = [], []
    for name, label, colour, dashes in LINES:
        mean = np.nanmean(runs[name], axis=0)
        axes.plot(steps, mean, color=colour, linestyle=dashes)
        axes.fill_between(
            steps, np.nanmin(runs[name], axis=0), np.nanmax(runs[name], axis=0), color=colour, alpha=0.18, linewidth=0
        )
        ends.append((mean[-1], f"{label} {alt_text.percent(mean[-1])}", colour))
        low, high = np.nanmin(runs[name][:, -1]), np.nanmax(runs[name][:, -1])
        words.append(
            f"{label} accuracy {alt_text.trend(mean, alt_text.percent)}, seeds end between {alt_text.percent(low)} and "
            f"{alt_text.percent(high)}"
        )
    axes.set(xlabel="update", ylabel="accuracy", ylim=(0, 1), xlim=(steps[0], steps[-1]))
    axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol=" %"))
    style.gridlines(axes)
    style.label_line_ends(axes, [*ends, (simple[-1], f"first recipe, test {alt_text.percent(simple[-1])}", style.GREY)])
    gain = 100 * (ends[1][0] - simple[-1])
    beside = f"this one's is {abs(gain):.1f} points {'above' if gain >= 0 else 'below'}"
    return Picture(figure, alt_text.sentences(
        f"recipe: {', '.join(parts)}; mean of {n} seeds over {alt_text.number(steps[-1])} updates",
        *words,
        "this is the first recipe itself" if runs is first else
        f"the first recipe's test accuracy ends at {alt_text.percent(simple[-1])}; {beside}",
    ))  # fmt: skip


def _said(name: str, value: Any) -> str:
    """Write a part of the recipe so that it can be understood alone."""
    told = value if isinstance(value, str) else alt_text.number(value)
    return {
        "rate": f"rate {told}",
        "batch": "full batch" if told == "full" else f"batches of {told}",
        "schedule": f"{told} schedule",
    }.get(name, told)
