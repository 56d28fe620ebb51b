"""The sheet: 25 blanks in the order in which they are filled in and marked."""

from itertools import product

from labkit.exercises.lab01_backprop_on_paper.sheet.backward import hidden_delta_step, output_delta_step
from labkit.exercises.lab01_backprop_on_paper.sheet.forward import ERROR_STEP, signal_step, sum_step
from labkit.exercises.lab01_backprop_on_paper.sheet.net import HIDDEN, INPUTS, OUTPUTS
from labkit.exercises.lab01_backprop_on_paper.sheet.update import bias_step, weight_step

STEPS = (
    *(sum_step(unit, INPUTS, HIDDEN) for unit in HIDDEN),
    *(signal_step(unit) for unit in HIDDEN),
    *(sum_step(unit, HIDDEN, OUTPUTS) for unit in OUTPUTS),
    *(signal_step(unit) for unit in OUTPUTS),
    ERROR_STEP,
    *(output_delta_step(unit) for unit in OUTPUTS),
    *(hidden_delta_step(unit) for unit in HIDDEN),
    *(weight_step(source, target, OUTPUTS) for source, target in product(HIDDEN, OUTPUTS)),
    *(bias_step(unit) for unit in OUTPUTS),
    *(weight_step(source, target, HIDDEN) for source, target in product(INPUTS, HIDDEN)),
    *(bias_step(unit) for unit in HIDDEN),
)
