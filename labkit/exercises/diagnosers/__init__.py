"""Diagnosers: small functions that look at the evidence and recognise one kind of mistake each.

They stand below in the order in which they are asked; the first that recognises something speaks. To add one, write a
function from :class:`Evidence` to :class:`Finding` or None, and put it where its word should count.
"""

from labkit.exercises.diagnosers.factors import constant_factor, constant_offset
from labkit.exercises.diagnosers.finding import Finding
from labkit.exercises.diagnosers.habits import delegates, mutates, reads, unrepeatable, warned_on_the_way
from labkit.exercises.diagnosers.kinds import (
    complex_numbers,
    foreign,
    order_of_results,
    some_none,
    structure,
)
from labkit.exercises.diagnosers.lists import a_list, number_in_brackets
from labkit.exercises.diagnosers.numbers import (
    nan_or_overflow,
    one_answer_to_all,
    precision,
    sign_flipped,
    warned,
)
from labkit.exercises.diagnosers.shapes import transposed, wrong_shape
from labkit.exercises.diagnosers.stops import only_scalars, raises, wrong_arguments
from labkit.exercises.diagnosers.unanswered import (
    incomplete,
    not_a_function,
    not_attempted,
    prints_instead,
    returns_nothing,
    too_slow,
)
from labkit.exercises.diagnosers.yes_and_no import yes_or_no

UNANSWERED = (not_attempted, not_a_function, too_slow, incomplete, prints_instead, returns_nothing)
"""Asked first: there is nothing to lay beside the right answer."""

DIAGNOSERS = (
    only_scalars,
    wrong_arguments,
    raises,
    foreign,
    some_none,
    a_list,
    complex_numbers,
    order_of_results,
    structure,
    number_in_brackets,
    transposed,
    wrong_shape,
    nan_or_overflow,
    warned,
    unrepeatable,
    yes_or_no,
    sign_flipped,
    constant_factor,
    constant_offset,
    precision,
    mutates,
    one_answer_to_all,
)
"""Asked when the exercise's own misconceptions did not explain the answer."""

__all__ = ["DIAGNOSERS", "UNANSWERED", "Finding", "delegates", "reads", "warned_on_the_way"]
