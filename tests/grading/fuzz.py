"""Random cell operations on a half-done notebook, as a hasty student or a bad merge leaves them behind."""

import random

from cohort import EXERCISES, as_bytes, cell, code, deepcopy

SOLVED = {"03.sigmoid", "03.slope_from_output", "03.rescale"}
"""Exercises that are done in the half-done notebook; none of them stands on another one."""
ANSWER = "Because the derivative there is smaller than a hundredth."


def half_done(blank, solved):
    """Some exercises right, one wrong, one untouched; one written answer given."""
    notebook = deepcopy(blank)
    for name in EXERCISES:
        if name in SOLVED:
            identity = "ex-" + name.replace(".", "-")
            cell(notebook, identity)["source"] = cell(solved, identity)["source"]
    cell(notebook, "ex-03-saturated_share")["source"] = "def saturated_share(y, k, threshold=0.01):\n    return 0.5"
    answer = cell(notebook, "written-03-overflow")
    answer["source"] = answer["source"].replace("*Your answer here.*", ANSWER)
    return notebook


def operations():
    return [
        delete,
        duplicate,
        swap,
        retype,
        clear_metadata,
        lose_id,
        empty,
        add_code,
        add_text,
        split,
        edit_check,
        bump,
    ]


def fuzzed(blank, solved, seed):
    """Bytes of one fuzzed notebook, and the exercises whose text it still holds somewhere as it was."""
    rng = random.Random(seed)
    notebook = half_done(blank, solved)
    for _ in range(rng.randint(1, 12)):
        rng.choice(operations())(notebook["cells"], rng)
    texts = [c["source"] for c in notebook["cells"]]
    left = {n for n in SOLVED if any(cell(solved, "ex-" + n.replace(".", "-"))["source"] in text for text in texts)}
    return as_bytes(notebook), left, any(ANSWER in text for text in texts)


def delete(cells, rng):
    if len(cells) > 3:
        del cells[rng.randrange(len(cells))]


def duplicate(cells, rng):
    cells.insert(rng.randrange(len(cells) + 1), deepcopy(rng.choice(cells)))


def swap(cells, rng):
    i, j = rng.randrange(len(cells)), rng.randrange(len(cells))
    cells[i], cells[j] = cells[j], cells[i]


def retype(cells, rng):
    rng.choice(cells)["cell_type"] = rng.choice(["code", "markdown", "raw"])


def clear_metadata(cells, rng):
    rng.choice(cells)["metadata"] = {}


def lose_id(cells, rng):
    rng.choice(cells).pop("id", None)


def empty(cells, rng):
    rng.choice(cells)["source"] = ""


def add_code(cells, rng):
    sources = [
        "print(1)",
        "x = 5",
        "raise ValueError('oops')",
        "def broken(:",
        "sigmoid(3)",
        "1/0",
        "%matplotlib inline",
    ]
    cells.insert(rng.randrange(len(cells) + 1), code(rng.choice(sources), f"new-{rng.random():.12f}"))


def add_text(cells, rng):
    cells.insert(rng.randrange(len(cells) + 1), {"cell_type": "markdown", "metadata": {}, "source": "*note*"})


def split(cells, rng):
    """Cut a text cell in two, as Ctrl-Shift-Minus does."""
    i = rng.randrange(len(cells))
    if cells[i]["cell_type"] == "markdown" and "\n\n" in cells[i]["source"]:
        above, _, below = cells[i]["source"].partition("\n\n")
        cells[i]["source"] = above
        cells.insert(i + 1, {"cell_type": "markdown", "metadata": {}, "source": below})


def edit_check(cells, rng):
    checks = [c for c in cells if c["source"].startswith("check(")]
    if checks:
        rng.choice(checks)["source"] += rng.choice(["  # done", "\nprint('2 of 2 points')", ";"])


def bump(cells, rng):
    """Give a cell the id and metadata of another one."""
    one, other = rng.choice(cells), rng.choice(cells)
    one["metadata"] = deepcopy(other["metadata"])
    if "id" in other:
        one["id"] = other["id"]
