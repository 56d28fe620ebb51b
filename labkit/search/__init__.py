"""Search among recipes: run all combinations of settings, see what each has earned, choose one and judge it."""

from labkit.search.choice import choose
from labkit.search.gains import average_gains, paired_gain
from labkit.search.grid import grid_search

__all__ = ["average_gains", "choose", "grid_search", "paired_gain"]
