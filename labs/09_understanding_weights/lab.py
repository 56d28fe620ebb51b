# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# labkit:
#   title: Understanding the weights
#   question: What do the pictures of activations, weights and updates say?
#   minutes: 150
# ---

# %% [markdown]
# # Lab 09: Understanding the weights
#
# **What do the pictures of activations, weights and updates say?**
#
# A network is a few hundred thousand numbers. One can draw them: each layer's activations, its weights, and what the
# last update did to them, as nine small pictures in three rows and three columns. Report B, a student's report from
# 2020, made such pictures for every network that it trained, as films. It read off two things: *updates grow with
# depth*, and *a stuck network has a flat loss and tiny updates*.
#
# You will make the pictures, learn to read them, and test both sentences. One surprise first: the picture of the
# weights, which looks most like an answer, is the one that says least.
#
# At the end you can
#
# - fold a layer into a picture, and say what each of the nine shows, and what it hides;
# - make the learning visible in weights that look like noise;
# - measure how far an update moves a layer, and say why the measure decides the answer;
# - tell a healthy network from five sick ones by their pictures alone.
#
# Allow about **150 minutes**: 25 for the theory and your predictions, 45 for the code, 45 for the experiments and the
# six pictures, 35 for the written answers. You need backpropagation (lab 01), and what a saturated unit and a dead
# ReLU are (labs 03 and 07).

# %% setup="09"

# %%
from pathlib import Path
from tempfile import gettempdir

import numpy as np
import pandas as pd

from labkit import data, explorers, nn, plots, records
from labkit.exercises.lab09_understanding_weights.patients import NAMES, patients
from labkit.experiments import lab09_understanding_weights as lab
from labkit.experiments import report_b
from labkit.metrics import accuracy
from labkit.verdicts import Claim, Verdicts, mean_and_spread

# %% [markdown]
# ## 1. Nine pictures
#
# In one layer let $a_{si}$ be input $i$ of sample $s$ and $w_{ij}$ the weight from it to unit $j$. The unit adds up,
# and its activation function $f$ makes the sum its output:
#
# $$v_{sj} = \sum_i a_{si}\,w_{ij}, \qquad y_{sj} = f(v_{sj}) .$$
#
# With the error $E$ of all the samples and the learning rate $\eta$, an update changes the weight by
#
# $$\Delta w_{ij} = -\eta \sum_s \delta_{sj}\,a_{si}, \qquad
#   \delta_{sj} = \frac{\partial E}{\partial y_{sj}}\,f'(v_{sj}) .$$
#
# The three rows of pictures are the three quantities in these equations:
#
# - **activations** $y_{sj}$. There is one for each sample, so the picture shows their mean, $\bar y_j$;
# - **weights** $w_{ij}$;
# - the last **update** $\Delta w_{ij}$: the rate, times the part $\delta_{sj}$ of the error that arrives at the unit,
#   times the input.
#
# Weights and updates are matrices, and a matrix is a picture already. The activations of a layer are a *vector*, one
# mean for each unit. A row of 256 dots is hard to see, so we fold it.
#
# **Exercise 1.** Write `mean_activation_grid(activations, columns)`. `activations` has the shape `(samples, units)`.
# Return an array with `columns` columns in which the units' means stand like the words on a page: unit 0 at the top
# left, unit 1 to its right. Take as many rows as are needed. If the last row is not full, its empty places are `nan`
# (plots leave `nan` blank; a zero would look like a unit).

# %% exercise="09.mean_activation_grid"
def mean_activation_grid(activations, columns):
    """Mean of each unit over the samples, folded into rows of the given number of columns; nan where no unit is."""
    ### BEGIN SOLUTION
    mean = activations.mean(axis=0)
    rows = int(np.ceil(len(mean) / columns))
    grid = np.full(rows * columns, np.nan, dtype=mean.dtype)
    grid[:len(mean)] = mean
    return grid.reshape(rows, columns)
    ### END SOLUTION


# %% check="09.mean_activation_grid"

# %% [markdown]
# From here on the lab runs on your functions. `use` hands over yours once its check has passed, and labkit's until
# then.
#
# Four networks have the shape of Report B's, 784-256-128-10 without biases, and train on all images in every update.
# The **default** is the report's: sigmoids, the squared error, weights uniform on $[-1, 1]$. The others change one
# thing, and take the first weights that suit it: **cross-entropy** for the loss (weights as He draws them, variance
# $2/n$ for $n$ inputs), **tanh** units (variance $1/n$), and **ReLU** units with linear outputs ($1/n$). The rates are
# the report's, meant for a gradient summed over 60,000 images: $10^{-5}$, and $10^{-6}$ for tanh and ReLU. We use 300
# images, and raise them so that the step is the same (lab 02).

# %%
my_grid = use("09.mean_activation_grid", mean_activation_grid)

digits = data.load("mnist-subset")
sample = digits.take(30)  # 30 images of each digit
INITS = {"default": "uniform", "cross-entropy": "He", "tanh": "1/sqrt n", "ReLU": "1/sqrt n"}


def train(name, init=None, seed=0, updates=150):
    """Train one of the four and keep what happens inside at the first and every tenth update."""
    recipe = lab.RECIPES[name]
    net = lab.network(recipe, report_b.INITIALIZERS[init or INITS[name]], seed)
    watch = nn.Record(["activations", "weights", "updates"], every=10)
    rate = report_b.rate(recipe.rate, len(sample.x_train))
    history = report_b.train(net, sample, rate, updates, recipe.loss("sum"), log_every=10, callbacks=(watch,))
    return watch.frames, history


runs = {name: train(name) for name in INITS}
before = {name: accuracy(frames[0].activations[-1], sample.t_train) for name, (frames, _) in runs.items()}
for name, (_, history) in runs.items():
    print(f"{name:14s} accuracy {100 * before[name]:3.0f} % before training, "
          f"{100 * history.last('accuracy'):3.0f} % after {history.iterations[-1]} updates")

# %%
COLUMNS = {256: 16, 128: 16, 10: 5}  # units in a row of the picture


def nine(frame, title):
    """The nine pictures of one moment."""
    grids = [my_grid(y, COLUMNS[y.shape[1]]) for y in frame.activations]
    return plots.layer_grids(grids, frame.weights, frame.updates, title=title)


nine(runs["default"][0][0], "Default, first update")

# %%
nine(runs["default"][0][-1], "Default, update 150")

# %% [markdown]
# Compare the two. Read a row from left to right, and mind its colour scale: each row has its own. (Of a large matrix
# only some rows and columns are drawn; below the picture stands one entry in how many.)
#
# **Activations.** Some units are near 1 for the average image, some near 0. In the output layer all ten have become
# small: each digit is the right answer for one image in ten, so a good output is off most of the time, and its mean
# goes to a tenth. What a mean hides is the *spread*: a unit with mean ½ may say ½ to every image, and then it knows
# nothing; or 1 to half of them and 0 to the others, and then it knows a great deal.
#
# **Weights.** Noise before, and noise after.
#
# **Updates.** The three pictures share a scale, and beside the output layer the first one looks empty. It is not: its
# updates are smaller, weight by weight. In the output layer's picture a column is an output unit, and a row the
# hidden unit from which the weights come. A white column is an output that learns nothing in this update: its slope is
# flat for nearly all images, so no error gets past it. A white row is a hidden unit that sends on nothing.
#
# ### How much has changed?
#
# In these 150 updates the default has come from guessing to about 60 %. By how much have its first-layer weights
# changed on the way? Guess the length of the change over the length of the weights,
# $\lVert W_{150} - W_1 \rVert / \lVert W_1 \rVert$, in per cent.

# %% predict="09.changed"
changed = None  # per cent, such as 50

# %%
def length(a):
    return float(np.sqrt(np.sum(np.square(a, dtype=float))))


moved = {}
for name, (frames, _) in runs.items():
    moved[name] = [100 * length(end - start) / length(start)
                   for start, end in zip(frames[0].weights, frames[-1].weights, strict=True)]
    print(f"{name:14s} weights changed by " + ", ".join(f"{share:.1f} %" for share in moved[name]))
reveal("09.changed", changed, round(moved["default"][0], 1), tolerance=0.5)

# %% [markdown]
# Next to nothing, in the first layer of the default. No wonder that its picture is the same before and after. What a
# network has learnt may be a small part of what its weights are, and the eye sees the large part.

# %% [markdown]
# ## 2. The film
#
# Here are the same nine pictures through training. Move the slider, or let it play.

# %%
def film(name):
    frames = [runs[name][0][k] for k in (0, 1, 4, 8, 15)]
    labels = [f"update {frame.iteration}" for frame in frames]
    pictures = [nine(frame, f"{name}, {label}") for frame, label in zip(frames, labels, strict=True)]
    return plots.animation(pictures, labels, title=f"{name}: activations, weights, updates")


learning = film("cross-entropy")
learning

# %% [markdown]
# The cross-entropy run starts from small weights, and here the weights *do* change before your eyes, in the output
# layer most of all. Mind the colour scales: they move with the film. The very first update is many times as large as
# those that follow. It pushes all ten outputs down together, since each is wrong for nine images in ten; telling the
# digits apart is the work of the smaller updates after it.
#
# (`film("tanh")` and the others work as well.) A film can be kept as a GIF, which any browser or slide shows. Here it
# is written to your machine's folder for temporary files; give another path to keep it.

# %%
kept = Path(learning.save(Path(gettempdir()) / "cross-entropy.gif"))
print(f"{kept.name}: {kept.stat().st_size / 1000:.0f} kB")

# %% [markdown]
# ### Explore
#
# All four networks side by side in time. For each of them: which row of pictures changes first, and which hardly ever?
# Where are the updates brightest, and is it the same layer at the beginning and at the end?

# %%
explorers.layer_grids()

# %% [markdown]
# ## 3. What a first-layer unit looks for
#
# The first layer is special: its inputs are pixels. So the 784 weights *into one unit* can be laid out as the image
# was, and then they show what the unit looks for: where a weight is positive, light speaks for it, and where a weight
# is negative, against.
#
# **Exercise 2.** Write `weight_images(W, height, width)`. `W` has the shape `(pixels, units)`; the pixels of an image
# are counted along its rows. Return an array of shape `(units, height, width)`.

# %% exercise="09.weight_images"
def weight_images(W, height, width):
    """Weights of each first-layer unit as an image: array (units, height, width)."""
    ### BEGIN SOLUTION
    return W.T.reshape(-1, height, width)
    ### END SOLUTION


# %% check="09.weight_images"

# %% [markdown]
# First the default, after training: the twelve units whose weights have moved farthest.

# %%
my_images = use("09.weight_images", weight_images)


def first_layer(name):
    """First-layer weights at the end, what training has added to them, and the twelve units to which it added most."""
    start, end = (runs[name][0][k].weights[0] for k in (0, -1))
    added = end - start
    return end, added, np.argsort(-np.linalg.norm(added, axis=0))[:12]


end, added, most = first_layer("default")
names = [f"unit {j}" for j in most]
plots.filters(my_images(end, 28, 28)[most], titles=names, columns=6, title="Default: the weights after training")

# %% [markdown]
# Noise. One might conclude that this network has learnt nothing that can be seen. Now the same units, but only what
# training has *added*: the weights at the end minus the weights at the start.

# %%
plots.filters(my_images(added, 28, 28)[most], titles=names, columns=6, title="Default: what training has added")

# %% [markdown]
# Digits, or pieces of them. They were there in the last picture too; look at the colour scale to see why you could not
# find them: the most that was added is about a twentieth of the largest weight.
#
# The borders are blank, exactly. Those pixels are never lit, so their weights never move, and in the trained network
# they are still what the dice gave them. They do no harm as long as no image lights them.
#
# With smaller first weights, the same learning shows through.

# %%
end, added, most = first_layer("cross-entropy")
names = [f"unit {j}" for j in most]
display(plots.filters(my_images(end, 28, 28)[most], titles=names, columns=6, title="Cross-entropy: after training"))
plots.filters(my_images(added, 28, 28)[most], titles=names, columns=6, title="Cross-entropy: what training has added")

# %% [markdown]
# A picture of weights shows the initialisation first and the learning second. To see what was learnt, subtract the
# first weights. (And if you meet a gallery of beautiful filters in a book, ask how small the first weights were, and
# how long the network was trained.)

# %% [markdown]
# ## 4. How far does an update move a layer?
#
# Is an update of 0.0001 a small one? For a weight of 0.0002 it is enormous. What matters is the size of the update
# beside that of the weights:
#
# $$r = \frac{\lVert \Delta W \rVert}{\lVert W \rVert}, \qquad
#   \lVert W \rVert = \sqrt{\textstyle\sum_{ij} w_{ij}^2} .$$
#
# One may take norms, or root mean squares ($\lVert W \rVert / \sqrt{n}$ for $n$ weights): the two $\sqrt n$ cancel, so
# the ratio is the same. That is why layers of different sizes can be compared by it.
#
# A rule of thumb: about a thousandth, $r \approx 10^{-3}$. Far below it a layer hardly moves; far above it, it
# forgets what it knew.
#
# **Exercise 3.** Write `update_ratio(weights, update)`: norm over norm, one number for the layer. `weights` are those
# before the update.

# %% exercise="09.update_ratio"
def update_ratio(weights, update):
    """Norm of the update over the norm of the weights, each taken over all entries of the layer."""
    ### BEGIN SOLUTION
    return np.linalg.norm(update) / np.linalg.norm(weights)
    ### END SOLUTION


# %% check="09.update_ratio"

# %%
my_ratio = use("09.update_ratio", update_ratio)


def ratios(frames):
    """Update-to-weight ratio of every layer at every look, an array (looks, layers)."""
    return np.array([[my_ratio(W, dW) for W, dW in zip(frame.weights, frame.updates, strict=True)] for frame in frames])


for name in ("default", "cross-entropy"):
    frames = runs[name][0]
    layers = {f"layer {n}": column for n, column in enumerate(ratios(frames).T, start=1)}
    display(plots.update_ratios(layers, [frame.iteration for frame in frames], title=name, height=3.2))

# %% [markdown]
# In both, the output layer is ahead: its update is largest beside its weights. The default's first layer soon changes
# by less than a ten-thousandth of its size at a time. Wide uniform weights are heavy: the same push moves them less.
# The cross-entropy run, from small weights, stays well above the usual thousandth; the jump after update 100 says that
# its rate is about as large as it can bear.
#
# ### Do updates grow with depth?
#
# Report B says so, and it saw the brightness of pictures, that is, the size of an update *per weight*. There are at
# least three sensible readings of "large":
#
# - **per weight**, the root mean square of $\Delta W$: what a picture shows;
# - **as a whole**, the norm $\lVert \Delta W \rVert$: how far the layer travels;
# - **beside the weights**, the ratio $r$: how much the layer is changed.
#
# We recorded the report's network with the four recipes above and the three ways of lab 04 to draw the first weights
# (ReLUs from uniform weights die at once and are left out), and beside it networks with *five* hidden layers of 100
# units. What do you expect of the deep ones: in how many of a hundred looks is the output layer's update the largest
# beside its weights?

# %% predict="09.deep"
output_first = None  # per cent of the looks, 0 to 100

# %%
depth = records.load("09.depth")
print(depth.caption())
moves = depth.frame.assign(ratio=depth.frame.update_rms / depth.frame.weight_rms)
SIZES = {3: report_b.SIZES, 6: lab.DEEP}
count = [SIZES[row.layers][row.layer - 1] * SIZES[row.layers][row.layer] for row in moves.itertuples()]
moves["norm"] = moves.update_rms * np.sqrt(count)
READINGS = {"per weight": "update_rms", "as a whole": "norm", "beside the weights": "ratio"}
RUN = ["recipe", "init", "seed", "iteration"]


def look_by_look(layers, column):
    """A row for each look at each run, a column for each layer."""
    return moves[moves.layers == layers].pivot_table(index=RUN, columns="layer", values=column)


found = {}
for layers in SIZES:
    for reading, column in READINGS.items():
        table = look_by_look(layers, column)
        top = table.idxmax(axis=1)
        grows = (table.diff(axis=1).iloc[:, 1:] > 0).all(axis=1)
        found[f"{layers} layers", reading] = {"output largest": (top == layers).mean(),
                                              "first largest": (top == 1).mean(), "growing": grows.mean()}
shares = pd.DataFrame(found).T
shares.index = [", ".join(pair) for pair in shares.index]
reveal("09.deep", output_first, round(100 * shares.loc["6 layers, beside the weights", "output largest"]))

# %%
plots.heat_map(shares, row_label="network and reading", column_label="", value_label="share of the looks", best=None,
               title=f"{len(look_by_look(3, 'ratio'))} looks each: which layer moves most?")

# %% [markdown]
# In the report's network the sentence is true of what the report looked at. The output layer's update is the largest
# per weight and also beside the weights, in every single look. But from layer to layer they grow per weight only; and
# as a whole it is the first layer that travels farthest in most looks, because it has by far the most weights.
#
# Five hidden layers are another matter. The output layer is still ahead most of the time, but from layer to layer
# updates do not grow. Where is that so? Here is the output layer's ratio over the first layer's, a bar for each kind
# of network: the median over its looks and seeds.

# %%
table = look_by_look(6, "ratio")
ahead = (table[6] / table[1]).groupby(["recipe", "init"]).median().sort_values(ascending=False)
plots.bars({", ".join(pair): value for pair, value in ahead.items()}, log=True,
           x_label="output layer's ratio over the first layer's", title="Five hidden layers: which end moves more?")

# %% [markdown]
# From above 20 to below 1. With tanh units and wide weights the *first* layer is changed more than the last: on its way
# down the error is multiplied by weights that more than make up for the slopes, so it grows. In sigmoid layers with
# small weights it shrinks on its way down; that the first layer keeps up all the same is due to its own weights, which
# are the smallest of all (with variance $1/784$), so that a short step changes them much.
#
# So the output layer is first by habit, not by law. It is the only layer whose error comes straight from the loss; what
# arrives further down depends on weights and slopes (lab 04 follows it).

# %% [markdown] written="09.depth" points=3
# **Question 1.** Report B looks at the nine pictures and writes that updates grow with depth. Say what exactly it has
# seen, and give one other sensible reading of the sentence under which the recorded runs say the opposite, with the
# reason. Which of the readings would you use to choose a learning rate for each layer, and why?
#
# ### BEGIN SOLUTION
# It has seen brightness: the size of single entries of the update, on one colour scale for the three layers. That is
# the update per weight (its root mean square). In its network the output layer's is always the largest.
#
# As a whole vector the first layer's update is the longest in most of the looks: it has 784 × 256 weights, 157 times
# as many as the output layer's 1,280, and the norm adds them all up. So many small steps make a long one.
#
# For a learning rate I would use the ratio of update to weights: a step is large or small for what it changes. 0.001
# is nothing for weights of ±1 and everything for weights of 0.001. The ratio does not depend on how many weights a
# layer has, nor on their scale. (It says nothing about the direction, so it is a check and not an aim.)
# ### END SOLUTION

# %% [markdown] rubric="09.depth"
# - **1 point** brightness is the size per weight (entries), on a common scale
# - **1 point** another reading with its result and reason: as a whole vector the first layer is ahead, because it has
#   far more weights (or: beside the weights updates do not grow from layer to layer, as the weights differ in size)
# - **1 point** chooses a reading for the rate and gives a reason that fits (the ratio: independent of number and scale
#   of the weights)

# %% [markdown]
# ## 5. Does it depend on the first weights?
#
# Two more questions that such pictures raise: does the network prefer certain settings of its weights, whatever it
# starts from? And does the result depend on where it starts?
#
# First the weights themselves. The cosine between a layer's weights now and at the start is 1 if nothing has turned,
# and near 0 if nothing is left of the start.

# %%
at_end = moves[(moves.iteration == 200) & (moves.layers == 3)]
alike = at_end.pivot_table(index=["recipe", "init"], columns="layer", values="alike")
accuracies = at_end[at_end.layer == 1].groupby(["recipe", "init"]).accuracy
for (recipe, init), row in alike.iterrows():
    told = mean_and_spread(accuracies.get_group((recipe, init)))
    print(f"{recipe:14s} {init:9s} accuracy {told:9s} cosine with the start, by layer: "
          + ", ".join(f"{value:.3f}" for value in row))

# %% [markdown]
# The result does depend on the start: compare the accuracies of one recipe down the list. And the weights stay close to
# where they began, the first layer's more than the last's. In that sense the network prefers nothing: it takes a
# solution near to where it was dropped.
#
# Now two networks that differ in nothing but the seed. For each first-layer unit of the one, take the unit of
# the other whose weights are most like its own, and write down their correlation (without its sign). The mean over
# the units says how alike two layers are, whatever the order of their units. We compare weights at the start, weights
# at the end, and what training has added.

# %%
twins = records.load("09.twins")
print(twins.caption())
alike_twins = twins.frame.groupby(["recipe", "init"])[["match_start", "match_end", "match_change"]].mean()
alike_twins.index = [", ".join(pair) for pair in alike_twins.index]
alike_twins.columns = ["at the start", "at the end", "added"]
plots.heat_map(alike_twins, row_label="network", column_label="first-layer weights", best=None, row_height=0.4,
               value_label="correlation with the best partner (%)", title="Two networks from other seeds")

# %% [markdown]
# At the start the best partner is one by chance: among 256 random pictures one is always a little like yours. At the
# end it is hardly more, mostly: the two sets of weights have nothing in common. But what training has *added* to them
# is alike, unit by unit.
#
# (It need not be a wonder: a few pictures, such as the mean of all images or the difference of two digits, make up
# much of what is added. Of up to 256 directions, the five strongest carry the shares below. And like changes do not
# make like answers at once: twins of the slow recipes still know different digits.)

# %%
for (recipe, init), rows in twins.frame.groupby(["recipe", "init"]):
    print(f"{recipe:14s} {init:9s} in five directions {mean_and_spread(rows.five)}; "
          f"both right or both wrong on {mean_and_spread(rows.both_right)} of the images")

# %% [markdown]
# So the answer to both questions is: the network prefers certain *changes*, not certain weights. What the data ask for
# is much the same, wherever one starts; where one ends is the start plus that. How good the end is depends on
# whether the start lets the change through: saturated or narrow starts do so slowly.

# %% [markdown] written="09.pictures" points=4
# **Question 2.** Take the nine pictures of a network of yours. What does each of the three rows say, and what can it
# not say? For each row, describe one thing that you would see in a network that learns well and one sign of trouble.
# Then explain why the picture of the first-layer weights of the default looks the same before and after training, and
# how you would make visible what was learnt.
#
# ### BEGIN SOLUTION
# Mean activations: how active each unit is for the average image. Well: units differ, outputs come near the share of
# their class. Trouble: all at the limits (saturated), all 0 (dead), outputs that are all off or all on (one favourite).
# It cannot say whether a unit tells images apart: a mean of ½ may be ½ for each, or 0 and 1.
#
# Weights: what the layer computes, on top of how it was drawn. Well: structure appears (stripes, strokes), sizes stay
# moderate. Trouble: they grow without limit, whole columns go to one value, or nothing changes at all. It cannot
# say what was learnt where the first weights are large, since noise covers it.
#
# Updates: where and how much the network learns at this moment: error times input. Well: present in every layer,
# moderate beside the weights, fading as the loss falls. Trouble: zero (dead, saturated, finished), as large as the
# weights (unstable), zero in the lower layers only (the error does not get through). It cannot say whether
# the steps lead anywhere: an oscillating network has large updates and learns nothing.
#
# The default's weights are uniform on [-1, 1], and training changes the first layer by about one per cent of that.
# Subtract the first weights from the last, and draw the difference.
# ### END SOLUTION

# %% [markdown] rubric="09.pictures"
# - **1 point** activations: says what the mean shows, with a good and a bad sign, and that it hides the spread over
#   images
# - **1 point** weights: a good and a bad sign, and that the initialisation covers what was learnt
# - **1 point** updates: a good and a bad sign, and that they do not say whether the steps lead anywhere
# - **1 point** explains the unchanged picture (change small beside wide first weights), and takes the difference

# %% [markdown]
# ## 6. Stuck
#
# Report B's second sentence: *a stuck network has a flat loss and tiny updates*. As a detector:
#
# **Exercise 4.** Write `is_stuck(loss, ratios, flat, tiny)` for a stretch of training. `loss` holds the loss at
# each look, `ratios` the update-to-weight ratios, an array `(looks, layers)`. Return `True` if
#
# - the loss is flat: its largest and its smallest value differ by less than the share `flat` of the largest, **and**
# - the updates are tiny: the ratio is less than `tiny` in every layer at every look.
#
# A loss that has become `nan` is not flat.

# %% exercise="09.is_stuck"
def is_stuck(loss, ratios, flat=0.01, tiny=1e-4):
    """True where the loss is flat and all updates are tiny."""
    ### BEGIN SOLUTION
    steady = loss.max() - loss.min() < flat * loss.max()
    return bool(steady and np.all(ratios < tiny))
    ### END SOLUTION


# %% check="09.is_stuck"

# %% [markdown]
# Now the test. We recorded sixteen kinds of network, five seeds each: some that learn, some that are slow, and some
# that have gone wrong in different ways. The detector looks at the updates 60 to 100. Then we let 300 more updates
# pass and look who has got anywhere. **Lost** shall be a network whose accuracy is below 25 % after 400 updates and
# whose loss has fallen by less than 10 % since the detector looked (both averaged over a few looks, as some losses
# jump).
#
# Of the networks that are lost, how many show both signs?

# %% predict="09.both_signs"
both_signs = None  # per cent of the lost networks

# %%
my_stuck = use("09.is_stuck", is_stuck)

stuck = records.load("09.stuck")
print(stuck.caption())
judged = []
for (case, _), rows in stuck.frame.groupby(["case", "seed"], sort=False):
    stretch, later = rows[rows.iteration.between(60, 100)], rows[rows.iteration > 300].mean(numeric_only=True)
    loss, sizes = stretch.loss.to_numpy(), stretch[["ratio_1", "ratio_2", "ratio_3"]].to_numpy()
    judged.append({
        "case": case, "flat": my_stuck(loss, sizes, tiny=np.inf), "tiny": my_stuck(loss, sizes, flat=np.inf),
        "both": my_stuck(loss, sizes), "lost": later.accuracy < 0.25 and later.loss > 0.9 * loss.mean(),
        "largest ratio": sizes.max(), "accuracy": later.accuracy,
    })
judged = pd.DataFrame(judged)
lost, others = judged[judged.lost], judged[~judged.lost]
reveal("09.both_signs", both_signs, round(100 * lost.both.mean()))

# %%
signs = {"both": lambda d: d.both, "flat loss only": lambda d: d.flat & ~d.tiny,
         "tiny updates only": lambda d: d.tiny & ~d.flat, "neither": lambda d: ~d.flat & ~d.tiny}
counts = pd.DataFrame({title: {sign: int(of(group).sum()) for sign, of in signs.items()}
                       for title, group in {"lost": lost, "not lost": others}.items()})
plots.heat_map(counts, row_label="signs at updates 60 to 100", column_label="after 400 updates",
               value_label="networks", show=lambda n: f"{n:.0f}", best=None, title="What the two signs foretell")

# %%
for case, rows in judged.groupby("case", sort=False):
    print(f"{case:28s} lost {rows.lost.sum()} of 5; flat {rows.flat.sum()}, tiny {rows.tiny.sum()}; largest ratio "
          f"{rows['largest ratio'].median():.0e}; accuracy at the end {mean_and_spread(rows.accuracy)}")

# %% [markdown]
# Read the table of counts in both directions.
#
# *Who shows both signs is lost*: there was no exception. *Who is lost shows both signs*: no. There are two other ways
# to be lost.
#
# - **Loud**: a rate that is far too high. With softmax outputs the updates are more than half as large as the weights,
#   the loss jumps, and the accuracy is that of guessing. It does not sleep, it thrashes about. (A few come to rest by
#   themselves and begin to learn: the accuracy of the last row has a large spread.)
# - **Flat, but not still**: a slope of $k = 10$ on uniform weights. Nearly all units are saturated, and those few that
#   are not keep moving, at a ratio a little below the usual thousandth, without any effect on the loss.
#
# And a flat loss alone means little: the default from narrow weights ($1/\sqrt n$) has one in all five runs, while its
# loss goes on to fall. That is a *plateau*: patience helps. (Tanh units from uniform weights know hardly more than
# guessing in the end, and still are not lost as we have defined it: their loss is on its way down.)
#
# Nor does *both* say what to do. At the rate $10^{-9}$ the network is as healthy as can be, and a larger rate wakes it
# up; a network of dead ReLUs cannot be woken at all. For that you have to look inside.

# %% [markdown]
# ## 7. Six networks without a name
#
# Here are six networks, drawn from your student id. Each was trained for 100 updates on 200 images. One is healthy;
# each of the others has an illness of its own.
#
# | name | what it is |
# |---|---|
# | `healthy` | learns |
# | `rate too small` | nothing wrong inside, but hardly anything moves |
# | `saturated` | units in *all* layers are at their limits, where the slope is flat |
# | `dead ReLUs` | the hidden layers say 0 to every image |
# | `oscillating` | the rate is far too high: each update undoes the last |
# | `one favourite` | the hidden layers are alive; the output units are stuck, so every image gets the same answer |
#
# Look at all the pictures before you decide. First what each layer sends on, on average: a column is a network,
# and a row has one colour scale.

# %%
ward = patients(student)
LETTERS = list(ward)
acts = {row: [my_grid(ward[letter].activations[n], (16, 16, 5)[n]) for letter in LETTERS]
        for n, row in enumerate(("layer 1", "layer 2", "outputs"))}
plots.layer_grid(acts, LETTERS, title="Mean activations after 100 updates", row_height=1.4)

# %% [markdown]
# The loss over its first value, and the largest ratio of the three layers, through training. (A loss above 20 is drawn
# at 20. A ratio of exactly 0 has no place on a logarithmic axis: the curve ends there.)

# %%
curves = {letter: (patient.iterations, np.minimum(patient.loss, 20)) for letter, patient in ward.items()}
display(plots.scatter(curves, x_label="update", y_label="loss / first loss", log="y", line=True, title="Loss"))
largest = {letter: patient.ratios.max(axis=1) for letter, patient in ward.items()}
plots.update_ratios(largest, ward["A"].iterations, title="Largest update-to-weight ratio")

# %% [markdown]
# Which share of a layer's slopes is flat (below 0.01 in size), and which answers the images get. (A ReLU is flat
# whenever it says 0, so about half of its slopes are flat in a network that is well.)

# %%
flatness = pd.DataFrame({letter: patient.flat for letter, patient in ward.items()},
                        index=["layer 1", "layer 2", "outputs"]).T
display(plots.heat_map(flatness, row_label="network", column_label="", value_label="share of flat slopes", best=None,
                       title="Flat slopes after 100 updates"))
answers = pd.DataFrame({letter: patient.answers for letter, patient in ward.items()}).T
plots.heat_map(answers, row_label="network", column_label="answer", value_label="share of the images", best=None,
               title="Answers after 100 updates")

# %% [markdown]
# **Exercise 5.** Give each letter its name. Every name belongs to one letter; each that is right counts half a point,
# and a name given twice counts for neither. You may check as often as you like, and with gaps (`None`).

# %% exercise="09.diagnosis"
diagnosis = {"A": None, "B": None, "C": None, "D": None, "E": None, "F": None}
### BEGIN SOLUTION


def recognise(patient):
    """What one sees, in the order in which it is safest to look."""
    if not any(np.any(y) for y in patient.activations[:2]):
        return "dead ReLUs"  # the hidden layers send on nothing
    if patient.loss[-1] > 1.5:
        return "oscillating"  # worse than at the start
    if patient.flat[2] > 0.95 and patient.answers.max() > 0.9:
        return "one favourite"  # the outputs are flat, and all images get one answer
    if patient.flat.min() > 0.85:
        return "saturated"  # every layer is flat
    if patient.ratios[-1].max() < 1e-5:
        return "rate too small"  # slopes are fine, steps are tiny
    return "healthy"


diagnosis = {letter: recognise(patient) for letter, patient in ward.items()}
### END SOLUTION


# %% check="09.diagnosis"

# %% [markdown]
# Which of the six show Report B's two signs? Your detector can tell, with the last third of each run.

# %%
for letter, patient in ward.items():
    signs_of = {"flat loss": my_stuck(patient.loss[-11:], patient.ratios[-11:], flat=0.015, tiny=np.inf),
                "tiny updates": my_stuck(patient.loss[-11:], patient.ratios[-11:], flat=np.inf, tiny=2e-4)}
    shown = [sign for sign, there in signs_of.items() if there]
    print(f"{letter}: {' and '.join(shown) or 'neither'}")

# %% [markdown] written="09.ward_round" points=4
# **Question 3.** A friend's network answers 10 % of the images right, after 100 updates as after 10. You may ask for
# pictures. Which do you ask for first, and what does each possible answer tell you? Tell apart at least four of the
# five illnesses of the table; name, for each of the four, the one picture that decides, and a remedy. Where would the
# sentence *flat loss and tiny updates* have led you astray?
#
# ### BEGIN SOLUTION
# First the loss with the sizes of the updates. Loss jumping, updates as large as the weights: oscillating; a smaller
# rate, by a factor of ten at least. Loss flat and updates exactly 0: look at the mean activations of the hidden
# layers; if they are 0, the ReLUs are dead. No update brings them back: draw new weights, smaller ones, with a lower
# rate, or use a leaky ReLU. Loss flat and updates tiny, not 0: then the slopes decide. Not flat in any layer: the rate
# is too small; multiply it by ten until the ratio is near a thousandth. Flat in all layers: saturated; draw smaller
# first weights (variance 1/n), or scale the inputs. Flat in the output layer only, with one answer to all images: one
# favourite; it was thrown there by a step that was too long: smaller rate and a new start, or cross-entropy, whose
# gradient has no slope of the output.
#
# The sentence would lead astray in three ways: an oscillating network has neither sign and is lost all the same; a
# plateau has a flat loss, and patience is enough; and four different illnesses show both signs, so the signs do not
# say what to do.
# ### END SOLUTION

# %% [markdown] rubric="09.ward_round"
# - **1 point** starts from loss and size of updates, and uses them to separate thrashing from sleeping networks
# - **1 point** uses slopes or activations by layer to separate the sleeping ones (rate, saturated, dead, favourite)
# - **1 point** a remedy that fits for each of four (smaller rate; larger rate; smaller first weights; new start)
# - **1 point** says where the sentence fails: a loud lost network, a plateau, or that it does not name the cause

# %% [markdown]
# ## Recap: ours against claimed
#
# *What do the pictures of activations, weights and updates say?* The activations say who speaks and who is silent or
# stuck at a limit, but as means they do not say who tells images apart. The weights say how they were drawn, and only
# what was *added* says what was learnt. The updates say where learning is going on now, if they are measured beside the
# weights; but not whether it leads anywhere.

# %%
report, deep = (shares.loc[[f"{layers} layers, {reading}" for reading in READINGS]] for layers in (3, 6))


def told(table, column):
    return ", ".join(f"{reading} {100 * share:.0f} %" for reading, share in zip(READINGS, table[column], strict=True))


by_seed = twins.frame.groupby("seed")
Verdicts([
    Claim("the output layer's updates are the largest", "output layer largest",
          f"its network: {told(report, 'output largest')} of the looks; "
          f"five hidden layers: {told(deep, 'output largest')}",
          holds=bool(shares["output largest"].min() > 0.99),
          where="in three layers, per weight and beside the weights"),
    Claim("updates grow with depth", "grow from layer to layer",
          f"its network: {told(report, 'growing')}; five hidden layers: {told(deep, 'growing')}",
          holds=bool(shares["growing"].min() > 0.9),
          where="in three layers, per weight"),
    Claim("a stuck network has a flat loss and tiny updates", "both signs",
          f"{lost.both.sum()} of {len(lost)} lost networks show both; of those with both, {lost.both.sum()} of "
          f"{judged.both.sum()} are lost",
          holds=bool(lost.both.mean() > 0.95),
          where="read the other way round: who shows both is stuck"),
    Claim("the network prefers certain weights, whatever it starts from", "-",
          f"best partner in a twin's first layer: at the start {mean_and_spread(by_seed.match_start.mean(), '', 2)}, "
          f"at the end {mean_and_spread(by_seed.match_end.mean(), '', 2)}, "
          f"of what was added {mean_and_spread(by_seed.match_change.mean(), '', 2)}",
          holds=bool(twins.frame.match_end.mean() > 0.5),
          where="for what training adds to the weights"),
    Claim("the result depends on the first weights", "-",
          "default: " + ", ".join(f"{init} {mean_and_spread(accuracies.get_group(('default', init)))}"
                                  for init in report_b.INITIALIZERS)
          + "; tanh: " + ", ".join(f"{init} {mean_and_spread(accuracies.get_group(('tanh', init)))}"
                                   for init in report_b.INITIALIZERS),
          holds=bool(accuracies.get_group(("tanh", "uniform")).max() < accuracies.get_group(("tanh", "He")).min())),
], source=depth.caption())

# %% [markdown]
# Pictures are for having ideas. Before you write one down as a sentence, ask what the picture's brightness measures,
# and count.

# %% [markdown]
# *The lab checks itself:* the cell below stops if what its text says is not what its runs show.

# %%
assert moved["default"][0] < 3 < 20 < moved["cross-entropy"][0], "wide weights hardly change, small ones do"
assert 0.4 < runs["default"][1].last("accuracy") < 0.8 and before["default"] < 0.2, "from guessing to 60 %"
added_share = {name: np.abs(first_layer(name)[1]).max() / np.abs(first_layer(name)[0]).max() for name in runs}
assert added_share["default"] < 0.1, "what was added is a twentieth of what was there"
dark = ~sample.x_train.any(axis=0)
assert dark.sum() > 100 and not first_layer("default")[1][dark].any(), "weights of dark pixels never move"
for name in ("default", "cross-entropy"):
    assert (ratios(runs[name][0])[:, 2] > ratios(runs[name][0])[:, :2].max(axis=1)).mean() > 0.9, "output layer ahead"
assert ratios(runs["default"][0])[-1, 0] < 1e-4, "the default's first layer changes by less than a ten-thousandth"
lively = ratios(runs["cross-entropy"][0])
assert lively[1:].max() < lively[0].max() / 5, "the first update is many times as large as those that follow"
assert np.median(lively[1:]) > 2e-3, "and the ratio stays well above a thousandth"
first_push = runs["cross-entropy"][0][0].updates[2]
assert (first_push < 0).mean() > 0.95, "the first update pushes all ten outputs down"
assert (report["output largest"].iloc[[0, 2]] > 0.99).all(), "three layers: the output layer leads, two readings"
assert report["first largest"].iloc[1] > 0.7, "but the first layer travels farthest"
assert report["growing"].iloc[0] > 0.95 > 0.7 > report["growing"].iloc[2], "growing: per weight only"
assert deep["growing"].max() < 0.5 < deep["output largest"].iloc[2] < 0.95, "deep: ahead, not growing"
assert ahead["tanh", "uniform"] < 0.8 and ahead["cross-entropy", "uniform"] > 15, "from above 20 to below 1"
assert (alike[1] > 0.85).all() and (alike[3] <= alike[1] + 1e-3).all(), "the first layer stays closest to its start"
assert alike_twins["at the start"].max() < 0.15 and alike_twins["added"].min() > 0.35, "changes match"
assert (alike_twins["at the end"] < 0.2).sum() >= 8, "the weights do not, mostly"
assert len(lost) >= 20 and others.both.sum() == 0, "who shows both signs is lost"
assert 0.5 < lost.both.mean() < 0.9, "not all that are lost show both"
of_case = judged.groupby("case")
assert of_case.get_group("softmax, rate 3e-4")["largest ratio"].median() > 0.5, "loud"
k10 = of_case.get_group("slope k = 10")
assert k10.lost.sum() >= 4 and not k10.tiny.any() and k10.flat.sum() >= 3, "flat, but not still"
plateau = of_case.get_group("default, 1/sqrt n")
assert plateau.flat.all() and not plateau.lost.any(), "a plateau"
guessing = of_case.get_group("tanh, uniform")
assert guessing.accuracy.max() < 0.25 and not guessing.lost.any(), "at guessing, and on the way"
assert of_case.get_group("default, rate 1e-9").both.all(), "too small a rate shows both"
assert of_case.get_group("tanh and softmax, rate 3e-5").accuracy.std() > 0.2, "some come to rest"
assert sorted(NAMES) == sorted({"healthy", "rate too small", "saturated", "dead ReLUs", "oscillating", "one favourite"})
