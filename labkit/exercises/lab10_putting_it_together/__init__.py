"""Lab 10's exercises: the parts of a good training run, how to judge it, and a recipe of one's own."""

from labkit.exercises.lab10_putting_it_together.batches import BATCHES
from labkit.exercises.lab10_putting_it_together.choose import CHOOSE
from labkit.exercises.lab10_putting_it_together.confusion import CONFUSION
from labkit.exercises.lab10_putting_it_together.cosine import COSINE
from labkit.exercises.lab10_putting_it_together.gain import GAIN
from labkit.exercises.lab10_putting_it_together.recipe import RECIPE

EXERCISES = [GAIN, BATCHES, COSINE, CHOOSE, CONFUSION, RECIPE]
