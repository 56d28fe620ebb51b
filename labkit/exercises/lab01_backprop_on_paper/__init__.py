"""Lab 01: what each exercise on back-propagation accepts, and the wrong turns that it knows by name.

The network of this lab is 2-2-2 on paper and ``inputs - hidden - outputs`` in code: two dense layers, each followed
by a sigmoid, ``E = 1/2 sum (t - y)^2`` summed over outputs (and, in a batch, over samples). As in Report A,
``delta = -dE/dv``; gradients are ``dE/dW``, without that minus. Probes are drawn with unequal layer sizes as well as
square ones, so that a transposed matrix fails loudly in one probe and quietly in another.
"""

from labkit.exercises.lab01_backprop_on_paper.forward import FORWARD
from labkit.exercises.lab01_backprop_on_paper.forward_batch import FORWARD_BATCH
from labkit.exercises.lab01_backprop_on_paper.gradients import GRADIENTS
from labkit.exercises.lab01_backprop_on_paper.hidden_delta import HIDDEN_DELTA
from labkit.exercises.lab01_backprop_on_paper.numerical_gradient import NUMERICAL_GRADIENT
from labkit.exercises.lab01_backprop_on_paper.output_delta import OUTPUT_DELTA
from labkit.exercises.lab01_backprop_on_paper.paper import PAPER
from labkit.exercises.lab01_backprop_on_paper.shared_gradient import SHARED_GRADIENT
from labkit.exercises.lab01_backprop_on_paper.step import STEP

EXERCISES = [
    PAPER,
    FORWARD,
    OUTPUT_DELTA,
    HIDDEN_DELTA,
    STEP,
    FORWARD_BATCH,
    GRADIENTS,
    SHARED_GRADIENT,
    NUMERICAL_GRADIENT,
]
