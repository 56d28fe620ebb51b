"""A network small enough for a sheet of paper: two inputs, two hidden units, two outputs, one update by hand.

Here is the sheet of lab 01: the given numbers, drawn for each student, and its 25 blanks in the order in which they
are filled in, each with the slips that are known there. How a sheet is marked stands in
:class:`labkit.exercises.paper.PaperExercise`.

Conventions are those of Report A: ``E = 1/2 sum_k (t_k - y_k)^2`` and ``delta = -dE/dv``, where ``v`` is the weighted
sum that enters a unit, bias included, and ``y = f(v)`` what leaves it. ``w_h1_o2`` is the weight on the arrow from h1
to o2, ``b_h1`` the bias of h1.
"""

from labkit.exercises.lab01_backprop_on_paper.sheet.given import APART, DECIMALS, GAP, TOLERANCE, arrays, numbers
from labkit.exercises.lab01_backprop_on_paper.sheet.steps import STEPS

__all__ = ["APART", "DECIMALS", "GAP", "STEPS", "TOLERANCE", "arrays", "numbers"]
