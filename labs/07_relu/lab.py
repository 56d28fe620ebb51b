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
#   title: The ReLU and its dead
#   question: What does a dead neuron look like, and can it come back?
#   minutes: 140
# ---

# %% [markdown]
# # Lab 07: The ReLU and its dead
#
# **What does a dead neuron look like, and can it come back?**
#
# The ReLU is the simplest activation there is: what is positive passes, what is negative does not. It helped to make
# deep networks possible, and it has an illness of its own. A unit can fall silent for every image, and then it stops
# learning.
#
# Report B, a student's report from 2020, put ReLUs into its network and found them poor. You will repeat that, find
# out that its listing computes the wrong derivative, put in the right one, and see something odd: it gets *worse*.
# The reason is what this lab is about.
#
# At the end you can
#
# - write the ReLU and four of its relatives, each with its derivative;
# - say why code with a wrong derivative may train well, and catch it all the same;
# - recognise dead units in numbers and in pictures, in hidden layers and among the outputs;
# - predict which of them can come back, and choose a cure.
#
# Allow about **140 minutes**: 25 for the theory and your predictions, 45 for the code, 30 for the experiments, 40 for
# the written answers. You need the chain rule, and what a learning rate is (lab 02).

# %% setup="07"

# %%
import numpy as np

from labkit import data, explorers, nn, plots, records
from labkit.experiments import report_b
from labkit.metrics import accuracy
from labkit.verdicts import Claim, Verdicts, mean_and_spread

# %% [markdown]
# ## 1. A curve with a corner
#
# The *rectified linear unit*, ReLU for short, sends on its weighted sum $v$ where that is positive, and 0 elsewhere:
#
# $$\operatorname{relu}(v) = \max(0, v) .$$
#
# A unit with $v > 0$ is called **on**, the others are **off**.
#
# **Exercise 1.** Write `relu(x)` for an array of any shape. Do not change the array that you are given.

# %% exercise="07.relu"
def relu(x):
    """Larger of 0 and x, entry by entry; returns a new array of the shape of x."""
    ### BEGIN SOLUTION
    return np.maximum(x, 0)
    ### END SOLUTION


# %% check="07.relu"

# %% [markdown]
# ## 2. How steep is it?
#
# The curve is made of two straight lines, and each has one slope. At $v = 0$, where they meet, there is no derivative:
# the two sides disagree, and any number from 0 to 1 between their slopes will do. (labkit takes 0, others 1. In
# practice a weighted sum is hardly ever exactly 0.)
#
# Why does this simple curve help in deep networks? On its way down, an error is multiplied by one derivative in each
# layer. For a sigmoid that factor is at most $\tfrac14$: after ten layers at most $(\tfrac14)^{10}$, a millionth, is
# left. For a ReLU that is on, the factor is 1, and $1^{10} = 1$: along a path of units that are on, the derivatives
# take nothing away. And where a unit is off, nothing at all gets through. Keep that in mind.
#
# **Exercise 2.** Write `relu_derivative(x)`, from the input `x`. It is used in the middle of backpropagation, so once
# more: leave `x` as it is.

# %% exercise="07.relu_derivative"
def relu_derivative(x):
    """Slope of the ReLU at each entry of x; returns a new array of the shape of x."""
    ### BEGIN SOLUTION
    return (x > 0).astype(x.dtype)
    ### END SOLUTION


# %% check="07.relu_derivative"

# %% [markdown]
# From here on the lab runs on your functions. `use` hands over yours once its check has passed, and labkit's until
# then.

# %%
my_relu = use("07.relu", relu)
my_derivative = use("07.relu_derivative", relu_derivative)

curves = {"ReLU": (my_relu, my_derivative), "sigmoid": (nn.functional.sigmoid, nn.functional.sigmoid_derivative)}
plots.activation_gallery(curves, columns=2, title="All or nothing, and a little of everything")

# %% [markdown]
# ## 3. Report B's ReLU
#
# Here is what Report B wrote, in few lines. It gives the derivative the *output* `y` of the unit, which is quite all
# right, since a ReLU's output is positive just where its input is.

# %%
def printed_relu(x, floor):
    return np.maximum(floor, x)


def printed_derivative(y, floor):
    y[y <= 0] = 0
    return y


# %% [markdown]
# Three things are odd.
#
# - The unit is never off. Its output does not go below a *floor*, 0.01 in one run of the report and 0.0001 in another.
# - The derivative returns `y`, the activation itself, where it should return 1.
# - It writes into the array that it was given. Here that does nothing, by luck: with a floor above zero, `y <= 0` is
#   never true. (In section 7 the luck runs out.)
#
# So the "slope" of this unit is 3 where its output is 3, and 0.01 where it should be 0. The rest is as in the report: a
# network with 784 inputs, 256 and 128 hidden units and 10 outputs, no biases, *this activation in every layer, the
# output layer included*, the squared error, all images in every update. The rate $10^{-5}$ belongs to a gradient
# summed over 60,000 images; on $n$ images we use $10^{-5} \cdot 60{,}000/n$, which makes the same step (lab 02). The
# report does not say how the first weights were drawn. We draw them as He does, normal with variance $2/n$ for $n$
# inputs (lab 04).
#
# Which training accuracy will this network reach after 400 updates, with the floor 0.01? Guessing gives 10 %.

# %% predict="07.wrong"
wrong_accuracy = None  # per cent, a number from 10 to 100

# %% [markdown]
# And the right one beside it: your ReLU with your derivative, once more in every layer. For it we take a tenth of the
# rate; you will see why.

# %%
digits = data.load("mnist-subset")
sample = digits.take(50)  # 50 images of each digit


def network(activation, init="He", seed=0, **options):
    """Report B's network, with another activation in every unit."""
    return report_b.network(seed, report_b.INITIALIZERS[init], activation, **options)


def train(net, rate, updates, **options):
    """Full-batch updates; the rate is meant for 60,000 images and carried over to the sample."""
    return report_b.train(net, sample, report_b.rate(rate, len(sample.x_train)), updates, **options)


def printed(floor=0.01):
    return nn.Activation(printed_relu, printed_derivative, from_output=True, floor=floor)


def right():
    return nn.Activation(my_relu, my_derivative)


wrong_net, right_net = network(printed), network(right)
live = {"as printed": train(wrong_net, 1e-5, 300, log_every=10), "right": train(right_net, 1e-6, 300, log_every=10)}

# %% [markdown]
# Your runs (dots) are from one seed on 500 images, and a little shorter. Under them lie recorded runs over five
# seeds, on 1,000 images: the line is the mean, the band reaches from the worst seed to the best.

# %%
written = records.load("07.written")
print(written.caption())
SHOWN = {"as printed": {"relu": "as printed", "init": "He", "floor": 0.01},
         "right": {"relu": "right", "init": "He", "rate": 1e-6, "last": "relu"}}
plots.training_curves({name: written.select(**chosen).frame for name, chosen in SHOWN.items()}, live=live,
                      title="The wrong derivative and the right one")


# %%
def last_rows(record, updates, **settings):
    """The last row of every run that came to its end; a run whose numbers overflowed did not."""
    frame = record.select(**settings).frame
    return frame[frame.iteration == updates]


def tell(rows):
    """Mean and spread of the accuracy over the seeds, and how many runs overflowed."""
    seeds = len(written.seeds)
    lost = seeds - len(rows)
    if lost == seeds:
        return f"overflow in all {seeds} runs"
    told = mean_and_spread(rows.accuracy) if len(rows) > 1 else f"{100 * rows.accuracy.mean():.0f} % (one run)"
    return told + (f", overflow in {lost} of {seeds} runs" if lost else "")


ours = {name: last_rows(written, 400, **chosen) for name, chosen in SHOWN.items()}
for name, rows in ours.items():
    print(f"{name:10s} {tell(rows)}")
reveal("07.wrong", wrong_accuracy, round(100 * ours["as printed"].accuracy.mean()), tolerance=0.05)

# %% [markdown]
# Look at this twice. The wrong derivative trains the network; the right one, on average, does worse. If you judge
# code by its accuracy, you will keep the mistake.
#
# There is a test that does not ask how well a network learns, but whether its gradients are the slopes of its loss:
# nudge a weight to both sides, and compare (lab 01).

# %%
few, few_targets = sample.x_train[::100], sample.t_train[::100]
checked = {name: nn.gradient_check(network(layer), few, few_targets, epsilon=1e-6)
           for name, layer in {"as printed": printed, "right": right}.items()}
for name, found in checked.items():
    print(f"{name:10s} largest relative error of a gradient {found.max_relative_error:.1g}")

# %% [markdown]
# An error near 1 says that for some weight the gradient is nothing like the slope of the loss. The gradient check finds
# the mistake in a second; the training curve hides it.
#
# A wrong derivative is like a wrong rate, for each unit and image another one. It may be bearable. Here is what becomes
# of it with other first weights, and with the smaller floor.

# %%
for init in report_b.INITIALIZERS:
    for floor in (0.01, 1e-4):
        rows = last_rows(written, 400, relu="as printed", init=init, floor=floor)
        print(f"as printed, weights {init:9s} floor {floor:<7g} {tell(rows)}")

wide_outputs = network(printed, init="uniform").predict(sample.x_train)
print(f"first outputs from uniform weights: {wide_outputs.mean():.0f} on average, {wide_outputs.max():.0f} at most")

# %% [markdown]
# Weights uniform on $[-1, 1]$, as Report B used elsewhere, make first outputs in the tens and hundreds. The wrong
# slope is as large as the output, once for each layer, and the numbers overflow within the first 20 updates.
#
# The floor matters a good deal, too: with the smaller one the same code learns far less. Why should it matter
# whether a unit that is off sends on 0.01 or 0.0001? This is the same riddle as that of the right ReLU.

# %% [markdown] written="07.wrong_trains" points=3
# **Question 1.** How can a network train with a derivative that returns the activation $y$ (with the floor 0.01)
# instead of 1 or 0? Look at the output layer first: compare the wrong error signal of one output unit with the right
# one. Then say when it goes well and when it does not, and how you would notice such a mistake.
#
# ### BEGIN SOLUTION
# The right signal of an output unit is $(y - t)f'(v)$, the printed one $(y - t)\,y$. Both factors, $f'$ and $y$, are
# never negative, so the two signals have the same *sign* (or the right one is 0): each output is pushed to the correct
# side. It is the right step with another rate for each unit and image, small where $y$ is small, large where it is
# large. In hidden layers the same happens again: the error that arrives is multiplied by a positive number, so the
# direction is changed, but not turned round. Where the unit is off, the floor lets through a hundredth of the error
# where nothing should pass.
#
# It goes well as long as the outputs of the units are of moderate size. With wide first weights they are in the tens
# and hundreds, the factors multiply from layer to layer, and the steps get far too long: overflow.
#
# One would not notice it from the accuracy. The gradient check shows it at once.
# ### END SOLUTION

# %% [markdown] rubric="07.wrong_trains"
# - **1 point** compares the two signals, and finds the same sign because $y$ is not negative (so a step in the right
#   direction with a wrong length)
# - **1 point** says when it fails: large activations (wide weights) make the steps too long, up to overflow
# - **1 point** names the gradient check, or another test of the derivative itself, not the accuracy

# %% [markdown]
# ## 4. Dead outputs
#
# What is wrong with the right network? Let us ask how it does on each digit.

# %%
outputs = right_net.predict(sample.x_train)
answers, labels = outputs.argmax(axis=1), sample.t_train.argmax(axis=1)
for digit in range(10):
    print(f"digit {digit}: {100 * np.mean(answers[labels == digit] == digit):3.0f} % right, "
          f"largest output of unit {digit} on any image {outputs[:, digit].max():.2f}")

# %% [markdown]
# It is not a little bad at everything. It knows most of the digits, and on some it gets nothing right at all
# (or, if the digit is 0, only by default: where all outputs are 0, `argmax` answers 0). Their output units say 0 to
# every image. Trained further, would they learn?
#
# For image $s$, let $v_{sj}$ be the weighted sum of unit $j$, $y_{sj} = f(v_{sj})$ its output with the activation $f$,
# and $a_{si}$ the output of unit $i$ in the layer below. The gradient of the weight $w_{ij}$ from $i$ to $j$, summed
# over the images, is
#
# $$\frac{\partial E}{\partial w_{ij}} = \sum_s \delta_{sj}\, a_{si}, \qquad
#   \delta_{sj} = \frac{\partial E}{\partial y_{sj}}\, f'(v_{sj}) .$$
#
# Here $E$ is the error and $\delta_{sj}$ the part of it that reaches the unit.
#
# If $v_{sj} \le 0$ for *every* image, then $f'(v_{sj}) = 0$ for every image, so $\delta_{sj} = 0$ for every image, and
# the gradient of each of its weights is exactly 0. Not small: 0. Gradient descent leaves these weights where they are,
# and with the same weights and the same inputs the unit says 0 in the next update as well. We call a unit **dead** if
# its derivative is 0 for every image.
#
# **Exercise 3.** Write `dead_units(slope)`. Given the derivatives $f'(v_{sj})$ of a layer, an array of shape
# `(samples, units)`, return an array of shape `(units,)`, `True` for each unit that is dead. It should do for other
# activations as well; where their curves fall, the derivative is negative.

# %% exercise="07.dead_units"
def dead_units(slope):
    """Which units are dead, from the derivatives (samples, units); returns True or False for each unit."""
    ### BEGIN SOLUTION
    return np.all(slope == 0, axis=0)
    ### END SOLUTION


# %% check="07.dead_units"

# %%
my_dead = use("07.dead_units", dead_units)

for name, net in {"before training": network(right), "after 300 updates": right_net}.items():
    layers = [my_dead(slope) for slope in nn.slopes(net, sample.x_train)]
    print(f"{name}: dead units by layer {[int(dead.sum()) for dead in layers]} of {[len(dead) for dead in layers]}; "
          f"dead outputs: {list(map(int, np.flatnonzero(layers[-1])))}")

# %% [markdown]
# In this run a few of the ten outputs are dead, and each costs the network a digit: with balanced classes, ten per
# cent. Is that so in other runs, too? We train five seeds, and plot a point for each of their fifty outputs: which
# share of the images of its *own* digit turns it on, and which share of them is answered right.

# %%
on, known = [], []
for seed in range(5):
    net = network(right, seed=seed)
    train(net, 1e-6, 100)
    outputs = net.predict(sample.x_train)
    for digit in range(10):
        own = outputs[labels == digit]
        on.append(100 * np.mean(own[:, digit] > 0))
        known.append(100 * np.mean(own.argmax(axis=1) == digit))
on, known = np.array(on), np.array(known)
lost = known < 10
print(f"{lost.sum()} of 50 digits are lost (fewer than 10 % right); their outputs are on for {on[lost].min():.0f} to "
      f"{on[lost].max():.0f} % of their images; {np.sum(on[lost] == 0)} of them for none")
print(f"the other digits: on for {on[~lost].mean():.0f} % on average, right for {known[~lost].mean():.0f} %")

plots.scatter({"one output": (on, known)}, x_label="images of its own digit that turn the output on (%)",
              y_label="images of that digit answered right (%)", title="No output, no answer")

# %% [markdown]
# Two crowds: outputs that work, and outputs that are lost. Not every lost output is dead in the strict sense. Some
# are on for a few of their images, and learn from those few only: too slowly for as many updates as we make.
#
# Report B's best figure, 20.80 %, is about what a network with *two* working outputs would get. We cannot know; but it
# fits.
#
# Now the riddle of section 3 has an answer. The floor 0.01 was a *leak*: where the right slope is 0, the printed one is
# 0.01, so an output that is off for all images still hears a hundredth of its error, and climbs out. With 0.0001 it
# hears a ten-thousandth, and an output just above the floor hears little more, since the printed slope is the output
# itself: 400 updates are too few. One mistake had covered up for another, the ReLU on the output layer.

# %%
printed_he, printed_low = (last_rows(written, 400, relu="as printed", init="He", floor=floor) for floor in (0.01, 1e-4))
for floor, rows in {0.01: printed_he, 1e-4: printed_low}.items():
    print(f"as printed, floor {floor:<7g} {tell(rows)}; "
          f"of 10 outputs {10 * rows.off_3.mean():.1f} never rise above the floor")

# %% [markdown]
# An output must be able to answer to its error. So give the outputs no activation at all: $y = v$, a **linear** output
# layer.

# %%
linear_net = network(right, last=nn.Identity)
live["right, linear outputs"] = train(linear_net, 1e-6, 200, log_every=10)
SHOWN["right, linear outputs"] = {"relu": "right", "init": "He", "rate": 1e-6, "last": "linear"}
ours["right, linear outputs"] = last_rows(written, 400, **SHOWN["right, linear outputs"])
for name, rows in ours.items():
    print(f"{name:22s} {tell(rows)}")

plots.training_curves({name: written.select(**chosen).frame for name, chosen in SHOWN.items()}, live=live,
                      title="The ReLU was not poor: it stood in the wrong place")

# %% [markdown]
# Finally, the rate. Here is the right ReLU, in every layer, at Report B's own rate and at a tenth of it.

# %%
first = {}
for init in ("1/sqrt n", "He"):
    for rate in (1e-6, 1e-5):
        rows = last_rows(written, 400, relu="right", init=init, rate=rate, last="relu")
        print(f"right ReLU everywhere, weights {init:9s} rate {rate:g}: {tell(rows)}, "
              f"dead outputs {10 * rows.off_3.mean():.1f} of 10 on average")
    outputs = network(right, init).predict(sample.x_train)
    first[init] = np.sqrt(np.mean(outputs**2)), np.sqrt(np.mean((outputs - sample.t_train) ** 2))
    print("  before training: root mean square of the outputs {:.2f}, of their errors {:.2f}".format(*first[init]))

# %% [markdown]
# With He's weights the report's rate kills every output, in each of the runs; that is why the right ReLU was given a
# tenth of it. One step too long, and a unit is thrown so far to the negative side that no image reaches it any more.
# The narrower weights, whose first outputs and errors are smaller, bear the same rate very well.
#
# At the lower rate hardly an output is dead in the strict sense, and yet digits are missing: there the loss is in
# outputs that are on for too few of their images, the second kind of the picture above.

# %% [markdown]
# ## 5. Dead hidden units
#
# Outputs are few, and we have dealt with them. Hidden units die the same way. Now the argument from section 4 again,
# with one more question: the unit's own weights do not move, but do its *inputs*? For the first layer the inputs are
# the images. For the second they are the outputs of the first, and the first goes on learning.
#
# So in which hidden layer do you expect units that were dead and come back to life?

# %% predict="07.come_back"
come_back = None  # one of "layer 1", "layer 2", "both", "neither"

# %% [markdown]
# We train with linear outputs, at a rate that is a little too high, and look at every unit after every second update.
# In the picture a row is a unit; it is dark while the unit is dead. The rows are sorted: the longer dead, the lower.

# %%
watch = nn.DeadUnits(every=2)
train(network(right, last=nn.Identity), 3e-6, 150, callbacks=(watch,))
masks = {f"layer {n}": np.array([looks[n - 1] for looks in watch.dead]) for n in (1, 2)}
plots.unit_map(masks, watch.iterations, title="He's weights, rate 3e-6")

# %%
dying = records.load("07.dying")
print(dying.caption())
DYING = [("1/sqrt n", 1e-5), ("He", 3e-6)]
back = {}
for init, rate in DYING:
    rows = last_rows(dying, 200, init=init, rate=rate)
    back[init] = {n: rows[f"back_{n}"] / rows[f"ever_{n}"] for n in (1, 2)}
    print(f"weights {init}, rate {rate:g}: accuracy {tell(rows)}")
    for n in (1, 2):
        print(f"  layer {n}: {mean_and_spread(rows[f'ever_{n}'])} of the units were dead at some time, "
              f"{mean_and_spread(back[init][n])} of those are alive after 200 updates")

in_first = max(shares[1].max() for shares in back.values())
in_second = min(shares[2].mean() for shares in back.values())
measured_back = {(False, True): "layer 2", (True, True): "both", (True, False): "layer 1",
                 (False, False): "neither"}[bool(in_first > 0), bool(in_second > 0)]
reveal("07.come_back", come_back, measured_back)

# %% [markdown]
# Both halves of the argument show. In layer 1 death is final, in every run, to the last unit: same images, same
# weights, same zeros. In layer 2 most of the dead come back, though nothing of their own moved: the layer below
# changed what they are given.
#
# So "a dead neuron never recovers" is true for the first layer under plain gradient descent, and not true above it.
# It also depends on the word *every*: a unit that is dead for our images may still answer to one that it has not seen.
#
# ### Who dies, and when?
#
# The same network from other first weights and at other rates. Runs that overflowed are left out of the maps; the list
# below counts them.

# %%
at_end = dying.frame[(dying.frame.iteration == 200) & (dying.frame.init != "uniform")]
for n in (1, 2):
    table = at_end.pivot_table(index="init", columns="rate", values=f"dead_{n}")
    display(plots.heat_map(table, row_label="first weights", column_label="learning rate (for 60,000 images)",
                           value_label="dead units", best=None, title=f"Dead after 200 updates, layer {n}"))

# %%
for (init, rate), runs in dying.frame.groupby(["init", "rate"]):
    rows = runs[runs.iteration == 200]
    dead = f"dead {100 * rows.dead_1.mean():3.0f} and {100 * rows.dead_2.mean():3.0f} %" if len(rows) else ""
    print(f"{init:9s} rate {rate:<6g} accuracy {tell(rows)}  {dead}")

# %% [markdown]
# Read the two columns of numbers together. A few dead units are no harm: networks with a fifth of a layer dead still
# learn these images, and there are units to spare. Then a threshold is passed, and the numbers overflow or the whole
# layer dies at once. Such a network gives the same outputs to every image, and nothing can bring it back: no error
# gets past a dead layer, so the layers below do not move either. Wide uniform weights are past that threshold at a
# rate of 3e-7 already, where the others lose hardly a unit; and at 1e-9, where most of their units live, 200 updates
# teach them almost nothing.
#
# ### Explore
#
# Choose the rate and the first weights, and step through the updates. Look for units with a ring: they came back. In
# which layer are they?

# %%
explorers.dead_units()

# %% [markdown] written="07.dead_neuron" points=5
# **Question 2.** A friend trains a network of ReLUs; its accuracy is stuck at 40 %. What does a dead neuron look like
# in its numbers, how would you notice, and what would you do? Describe what you would look at, which sign tells *dead*
# from *merely off for many images* and from *merely slow*, where dead units do the most harm, which of them may come
# back, and give two remedies with a reason for each.
#
# ### BEGIN SOLUTION
# Send the training images through the network, and look at each unit's activation and slope for all of them. A dead
# unit has activation 0 and slope 0 for *every* image; its weights' gradients and updates are exactly 0, and its
# weights stay what they are from one update to the next. A unit that is off for many images is on for at least one;
# that is normal, and it learns from that one. A slow unit has small gradients, not zeros.
#
# Most harm is done among the outputs: each dead one costs a class (accuracy on it 0 %), so I would look at the accuracy
# per class first: 40 % with ten balanced classes looks like four living outputs. In hidden layers a share of dead units
# can be borne, a whole dead layer cannot.
#
# A dead unit in the first layer cannot come back under plain gradient descent, because its inputs never change; in a
# higher layer it may, while the layers below go on learning.
#
# Remedies: no ReLU on the output layer (a linear output's slope is never 0); a lower rate, for units die in steps that
# are too long; narrower first weights, so that the first gradients are smaller; a leaky ReLU or ELU, whose slope on the
# negative side is not 0, so that the error comes through; start again, if a whole layer is dead.
# ### END SOLUTION

# %% [markdown] rubric="07.dead_neuron"
# - **1 point** what it looks like: activation and slope (hence gradient, update) exactly 0 for every image
# - **1 point** tells it from a unit that is off for many images but not for all, and from one that is slow (small, not
#   zero)
# - **1 point** dead outputs do the most harm, one class each; looks at the accuracy per class, or at the outputs
# - **1 point** first layer: no return, because its inputs are fixed; above: possible, because layers below move
# - **1 point** two remedies that fit, each with a reason

# %% [markdown]
# ## 6. Relatives that do not die
#
# If a slope of exactly 0 is the trouble, make it something else.
#
# The **leaky ReLU** lets through a small share $\gamma$ of what is negative, the *leak*:
#
# $$f(v) = \max(\gamma v, v), \qquad
#   f'(v) = \begin{cases} 1 & v > 0 \\ \gamma & v < 0 \end{cases}, \qquad 0 \le \gamma < 1 .$$
#
# (Report A uses it, with $\gamma$ from 0.01 to 0.1.) The **exponential linear unit**, ELU, bends instead of breaking:
#
# $$f(v) = \begin{cases} v & v > 0 \\ \alpha\,(e^{v} - 1) & v \le 0 \end{cases}, \qquad
#   f'(v) = \begin{cases} 1 & v > 0 \\ \alpha\,e^{v} & v \le 0 \end{cases} .$$
#
# Far to the left it levels out at $-\alpha$.
#
# **Exercise 4.** Write `leaky_relu(x, leak)`. Return two arrays, the value and the slope at each entry of `x`. At $0$
# any slope from 0 to 1 is fine.

# %% exercise="07.leaky_relu"
def leaky_relu(x, leak=0.01):
    """Return (value, slope) of the leaky ReLU at each entry of x."""
    ### BEGIN SOLUTION
    y = np.maximum(leak * x, x)
    slope = np.ones_like(y)
    slope[x <= 0] = leak
    return y, slope
    ### END SOLUTION


# %% check="07.leaky_relu"

# %% [markdown]
# **Exercise 5.** Write `elu(x, alpha)`, the value only. Mind the other side: the formula needs $e^v$ for negative $v$
# only, but `np.where(condition, a, b)` computes `a` *and* `b` for all entries, and $e^{800}$ overflows. No input may
# cause a warning.

# %% exercise="07.elu"
def elu(x, alpha=1.0):
    """Exponential linear unit, without overflow for any x; returns a new array of the shape of x."""
    ### BEGIN SOLUTION
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))
    ### END SOLUTION


# %% check="07.elu"

# %%
my_leaky = use("07.leaky_relu", leaky_relu)
my_elu = use("07.elu", elu)

plots.activation_gallery({
    "leaky ReLU, leak 0.1": (lambda x: my_leaky(x, 0.1)[0], lambda x: my_leaky(x, 0.1)[1]),
    "ELU, alpha 1": (lambda x: my_elu(x, 1.0), lambda x: nn.functional.elu_derivative(x, 1.0)),
    "ELU, alpha 2": (lambda x: my_elu(x, 2.0), lambda x: nn.functional.elu_derivative(x, 2.0)),
}, title="A way back from the negative side")

# %% [markdown]
# A third report, Report C, writes ELU as $\max(0, v) + \min(e^v - 1, 0)$, without $\alpha$. Is that the same?

# %%
v = np.linspace(-4, 4, 9)
report_c = np.maximum(0, v) + np.minimum(np.exp(v) - 1, 0)
differs = {alpha: float(np.max(np.abs(report_c - my_elu(v, alpha)))) for alpha in (0.5, 1.0, 2.0)}
print({f"alpha = {alpha:g}": f"largest difference {difference:.2g}" for alpha, difference in differs.items()})

# %% [markdown]
# Right for $\alpha = 1$, and only then.
#
# ### Do they cure it?
#
# The hard case is the network of section 3, with the activation on the output layer as well, and three times the rate
# that we gave the right ReLU there. First your leaky ReLU, from one seed.

# %%
def leaky(leak=0.01):
    return nn.Activation(lambda x: my_leaky(x, leak)[0], lambda x: my_leaky(x, leak)[1])


for name, layer in {"ReLU": right, "leaky ReLU": leaky}.items():
    patient = network(layer)
    history = train(patient, 3e-6, 100)
    dead = [int(my_dead(slope).sum()) for slope in nn.slopes(patient, sample.x_train)]
    silent = [int((v.max(axis=0) <= 0).sum()) for v in nn.preactivations(patient, sample.x_train)]
    print(f"{name:10s} accuracy {100 * history.last('accuracy'):.0f} %, dead by layer {dead}, "
          f"never above zero {silent}")

# %% [markdown]
# *Never above zero* counts the units whose weighted sum is not positive for any image. With a ReLU those are the dead;
# with a leak they are silent, and go on learning.
#
# Now every cure over five seeds, each at two rates: a leak, ELU, biases (a bias is one more weight, and its input is
# always 1), linear outputs, and combinations. For some there is a third, lower rate; "none" is the plain ReLU.

# %%
cures = records.load("07.cures")
print(cures.caption())
cured = {}
print("                                          dead outputs, layers 1 and 2; accuracy")
for (rate, cure), runs in cures.frame.sort_values("rate", kind="stable").groupby(["rate", "cure"], sort=False):
    rows = cured[cure, rate] = runs[runs.iteration == 200]
    dead = f"{10 * rows.dead_3.mean():4.1f}, {100 * rows.dead_1.mean():3.0f} %, {100 * rows.dead_2.mean():3.0f} %; "
    print(f"rate {rate:<6g} {cure:28s} {dead if len(rows) else ''}{tell(rows)}")

# %% [markdown]
# What the table says:
#
# - **Linear outputs** are the cure for this network: the outputs cannot die, and a few dead hidden units do not matter.
#   But nothing cuts off a large error either, so the rate that suits it ends where runs begin to overflow.
# - **A leak** cures as well, and a leak of 0.1 better than one of 0.01: more error comes through.
# - **ELU** needs a lower rate than the others here, with He's weights: its units are negative where a ReLU is 0, so
#   the sums in the next layer are larger, and at the higher rates the outputs are thrown far to the left. There the
#   slope is $e^v$, and at $v = -200$ that is a number that a float32 cannot tell from 0: ELU units die after all. At
#   the lowest rate none does.
# - **Biases** do not help: the bias of a dead unit has the gradient 0, like its other weights.
# - **A lower rate** keeps more outputs alive, but not all: some are dead, or nearly so, before training begins. And a
#   slow network needs more updates.
#
# ### Explore
#
# The gallery shows each activation with its derivative, and which part of a layer's weighted sums falls where the
# derivative is flat. Move the mean of the weighted sums to the left: for which activations does the error still come
# through?

# %%
explorers.activation_gallery()

# %% [markdown]
# ## 7. Dead on both sides: ReLU6
#
# **ReLU6** is a ReLU with a ceiling, made for small computers whose numbers are short:
#
# $$f(v) = \min(\max(0, v), 6) .$$
#
# It is flat on both sides, so it can die on both: a unit that says 6 to every image is as dead as one that says 0.
#
# **Exercise 6.** Write `relu6(x)`. Return two arrays, the value and the slope at each entry of `x`. At 0 and at 6 any
# slope from 0 to 1 is fine.

# %% exercise="07.relu6"
def relu6(x):
    """Return (value, slope) of ReLU6 at each entry of x."""
    ### BEGIN SOLUTION
    return np.clip(x, 0, 6), ((x > 0) & (x < 6)).astype(x.dtype)
    ### END SOLUTION


# %% check="07.relu6"

# %% [markdown]
# Wide first weights and five updates show both deaths at once.

# %%
my_relu6 = use("07.relu6", relu6)


def lidded():
    return nn.Activation(lambda x: my_relu6(x)[0], lambda x: my_relu6(x)[1])


wide = network(lidded, init="uniform", last=nn.Identity)
train(wide, 1e-6, 5)
sums = nn.preactivations(wide, sample.x_train)[:-1]
below = [int((v.max(axis=0) <= 0).sum()) for v in sums]
over = [int((v.min(axis=0) >= 6).sum()) for v in sums]
for n, v in enumerate(sums):
    print(f"layer {n + 1}: of {v.shape[1]} units {below[n]} are at 0 for every image, {over[n]} at 6 for every image")

# %% [markdown]
# ### Report B's ReLU6
#
# Report B got "no meaningful result" from ReLU6. Here is its derivative. It marks as flat what is at most 0 *and* at
# least 6 (no number is), all the rest as steep, and it does so in the array that it is given, the layer's outputs.
# (The report's ReLU6 never goes below a floor of 0.01 either, nor does the one of our recorded runs. Even with the
# right condition, a unit at 0.01 would then look like one that is a little bit on.)

# %%
def printed_relu6_derivative(y):
    flat = (y <= 0) & (y >= 6)
    y[flat] = 0
    y[~flat] = 1
    return y


net = network(lidded, init="1/sqrt n")
train(net, 1e-6, 150)
outputs = net.predict(sample.x_train)
before = accuracy(outputs, sample.t_train)
printed_relu6_derivative(outputs)
after = accuracy(outputs, sample.t_train)
print(f"your ReLU6: accuracy {100 * before:.1f} %; "
      f"counted on the same outputs after the printed derivative has seen them: {100 * after:.1f} %")

# %%
sixes = records.load("07.relu6")
print(sixes.caption())
six = {}
for (derivative, init, rate), runs in sixes.frame.groupby(["derivative", "init", "rate"]):
    rows = six[derivative, init, rate] = runs[runs.iteration == 200]
    print(f"{derivative:10s} weights {init:9s} rate {rate:g}: accuracy {tell(rows)}, "
          f"counted after the derivative {mean_and_spread(rows.accuracy_edited)}")

# %% [markdown]
# Another wrong derivative that trains: at the low rate, from narrow weights, it does as well as the right one or
# better (it never lets an output die); at ten times the rate the right one learns and the printed one is lost. But
# whoever counts the accuracy on the array that the derivative has edited gets the same figure for every network, good
# or bad.

# %% [markdown] written="07.in_place" points=3
# **Question 3.** The accuracy counted on the edited outputs is exactly 10 % in every run. Follow the array: what does
# the printed derivative write into it, which digit is then the answer to each image, and why does that give exactly
# 10 % here (what would it give on other data)? How would you change the function so that this cannot happen?
#
# ### BEGIN SOLUTION
# The condition is never true, so `flat` is False everywhere and every entry becomes 1. All ten outputs are equal for
# each image; `argmax` takes the first of equal numbers, so the answer is always 0. The share of images that are a 0
# is exactly one tenth in the subset, which has equally many of each digit; on other data it would be the share of
# zeros there, 9.87 % for the 60,000 of MNIST. The derivative should make a new array, `slope = (y > 0) & (y < 6)`,
# and leave `y` alone; then the order in which things are computed does not matter.
# ### END SOLUTION

# %% [markdown] rubric="07.in_place"
# - **1 point** every entry becomes 1, because no number is both at most 0 and at least 6
# - **1 point** equal outputs, `argmax` answers 0 always, and a tenth of these images are zeros (elsewhere: their share)
# - **1 point** a new array instead of the argument

# %% [markdown]
# ## 8. On all 60,000 images
#
# Everything so far used 500 or 1,000 images. Here are Report B's setting and ours on the full data: one seed each, the
# printed derivative at $10^{-5}$ and the right one at $10^{-6}$, as above.

# %%
full = records.load("07.full")
print(full.caption())
whole, halfway = {}, {}
for (relu_, init, floor, last), runs in full.frame.groupby(["relu", "init", "floor", "last"]):
    end = runs.loc[runs.iteration.idxmax()]
    overflowed = end.iteration == 0
    whole[relu_, init, floor, last] = np.nan if overflowed else end.accuracy
    halfway[relu_, init, floor, last] = early = runs[runs.iteration.isin([250, 500])].accuracy.to_numpy()
    name = f"{relu_}, {init}, floor {floor:g}, {'ReLU' if last == 'relu' else last} outputs"
    print(f"{name:47s}", "overflow" if overflowed else f"after 250, 500 updates {100 * early[0]:.1f}, "
          f"{100 * early[1]:.1f} %; after {end.iteration} {100 * end.accuracy:.2f} %, "
          f"outputs off for every image: {10 * end.dead_3:.0f}")

# %% [markdown]
# Two things are as before: uniform weights overflow, and of the two floors the larger one does far better.
#
# One is not. Here the right ReLU on the outputs is far behind the linear outputs after 250 updates, but after 500 it
# has caught up, and so has the printed derivative with the floor 0.01. None of the right ReLU's outputs is off for
# all of the 60,000 images, so each of them can learn. *Dead* depends on the images that you have: among sixty times
# as many, it is more likely that one turns an output on. How often that saves a network, one seed cannot tell.

# %% [markdown]
# ## Recap: ours against claimed
#
# *What does a dead neuron look like?* Like a zero: for every image its activation, its slope, its gradient and its
# update are exactly 0. *Can it come back?* In the first layer it cannot, because neither its weights nor its inputs
# change. Above it often can, because the layers below move. And where it stands matters more than that it died: a
# dead hidden unit is one of many, a dead output is a class lost.

# %%
right_fast = last_rows(written, 400, relu="right", init="He", rate=1e-5, last="relu")
six_right, six_printed = six["right", "1/sqrt n", 1e-6], six["as printed", "1/sqrt n", 1e-6]
Verdicts([
    Claim("ReLU learns poorly", "poor",
          f"as printed {tell(printed_he)}; right {tell(ours['right'])} (at its rate, 1e-5: {tell(right_fast)}); "
          f"right with linear outputs {tell(ours['right, linear outputs'])}",
          holds=bool(ours["right, linear outputs"].accuracy.mean() < 0.5),
          where="the right ReLU on all layers at the report's rate: every output dies"),
    Claim("clipping at 1e-4 is better than at 0.01", "better, 20.80 %",
          f"0.01: {tell(printed_he)}; 1e-4: {tell(printed_low)}",
          holds=bool(printed_low.accuracy.mean() > printed_he.accuracy.mean())),
    Claim("ReLU6 gives no meaningful result", "none",
          f"right {tell(six_right)}; as printed {tell(six_printed)}, counted on the edited outputs "
          f"{mean_and_spread(six_printed.accuracy_edited)}",
          holds=bool(max(six_right.accuracy.mean(), six_printed.accuracy.mean()) < 0.2),
          where="if accuracy is counted on outputs that the derivative has edited"),
    Claim("ELU is max(0, v) + min(e^v - 1, 0) (Report C)", "formula",
          "; ".join(f"alpha = {alpha:g}: off by {difference:.2g}" for alpha, difference in differs.items()),
          holds=max(differs.values()) < 1e-9, where="for alpha = 1"),
    Claim("a dead unit never comes back", "often said",
          f"layer 1: {mean_and_spread(back['He'][1])} of the dead came back, layer 2: {mean_and_spread(back['He'][2])}",
          holds=measured_back == "neither", where="in the first layer"),
], source=written.caption())

# %% [markdown]
# Report B measured a poor ReLU, and what it measured was a wrong slope, a floor, and ReLUs where no ReLU belongs. The
# mistakes partly covered for each other: the one that leaked kept alive what the other would have killed. That is how
# partly correct code gets accepted. Check the gradient, then look inside: at accuracy per class, and at units that say
# nothing.

# %% [markdown]
# *The lab checks itself:* the cells below stop if what its text says is not what its runs show.

# %%
mean = {name: rows.accuracy.mean() for name, rows in ours.items()}
assert mean["as printed"] > 0.9, "the wrong derivative reaches 90 % from He's weights, on average"
printed_narrow = last_rows(written, 400, relu="as printed", init="1/sqrt n", floor=0.01)
assert (printed_narrow.accuracy > 0.9).all(), "and in every run from narrower ones"
assert not len(last_rows(written, 400, relu="as printed", init="uniform")), "uniform weights overflow"
assert written.select(relu="as printed", init="uniform").frame.iteration.max() < 20, "and do so within 20 updates"
assert 10 < wide_outputs.mean() < 100 < wide_outputs.max() < 1000, "outputs in the tens and hundreds"
assert printed_low.accuracy.mean() < 0.6 * mean["as printed"], "the small floor learns far less"
assert checked["as printed"].max_relative_error > 0.1 and checked["right"].max_relative_error < 1e-4, "the check tells"

# %%
assert mean["right"] < mean["as printed"] < mean["right, linear outputs"], "worse, better, best"
assert printed_he.off_3.mean() < 0.02 < printed_low.off_3.mean(), "the larger floor leaks enough to save every output"
assert 0 < lost.sum() < 25 and on[lost].max() < 50 < on[~lost].mean(), "lost digits are those whose output is off"
assert right_fast.off_3.eq(1).all(), "the report's rate kills every output of the right ReLU"
narrow_fast = last_rows(written, 400, relu="right", init="1/sqrt n", rate=1e-5, last="relu")
assert narrow_fast.accuracy.min() > 0.95, "narrower weights bear the report's rate"
assert np.less(first["1/sqrt n"], first["He"]).all(), "their first outputs and errors are smaller"
assert ours["right"].off_3.mean() < 0.05 and mean["right"] < 0.85, "digits are missing with hardly an output dead"

# %%
assert in_first == 0 and in_second > 0.5, "no return in layer 1; most of layer 2's dead come back"
maimed = at_end[at_end.dead_1.between(0.05, 0.5)]
assert len(maimed) > 5 and maimed.accuracy.min() > 0.95, "a fifth of a layer dead does no harm"
wiped = at_end[at_end.dead_1 >= 0.5]
assert len(wiped) and wiped[["dead_1", "dead_2"]].eq(1).all(axis=None) and (wiped.accuracy < 0.11).all(), "or all dead"
ended = dying.frame[dying.frame.iteration == 200]
assert ended[(ended.init == "uniform") & (ended.rate == 3e-7)].dead_1.eq(1).all(), "uniform weights: dead at 3e-7"
assert ended[(ended.init != "uniform") & (ended.rate == 3e-7)][["dead_1", "dead_2"]].mean().max() < 0.02, "others: not"
barely = ended[(ended.init == "uniform") & (ended.rate == 1e-9)]
assert barely.accuracy.mean() < 0.2 and barely[["dead_1", "dead_2"]].mean().max() < 0.5, "too slow at 1e-9"

# %%
reached = {chosen: rows.accuracy.mean() for chosen, rows in cured.items()}
assert reached["linear outputs", 3e-6] > 0.95 > 0.7 > reached["none", 3e-6], "linear outputs cure"
assert reached["leaky, 0.1", 3e-6] > reached["leaky, 0.01", 3e-6] > 0.8, "a leak helps, a larger one more"
assert reached["biases", 3e-6] < reached["none", 3e-6] + 0.1, "biases do not"
assert cured["none", 3e-7].dead_3.mean() < cured["none", 3e-6].dead_3.mean(), "a lower rate keeps more alive"
assert not cured["ELU", 3e-7][["dead_1", "dead_2", "dead_3"]].any(axis=None) and reached["ELU", 3e-7] > 0.8, "ELU lives"
assert cured["ELU", 3e-6].dead_3.mean() > 0.5, "and dies at a high rate"
sums_of = {name: np.sqrt(np.mean(nn.preactivations(network(layer), few)[1] ** 2))
           for name, layer in {"ELU": nn.ELU, "ReLU": right}.items()}
assert sums_of["ELU"] > sums_of["ReLU"], "ELU makes larger sums in the next layer"

# %%
assert all(below) and all(over), "ReLU6 dies on both sides"
edited = sixes.frame[sixes.frame.derivative == "as printed"].accuracy_edited
assert np.allclose(edited, 0.1) and after == 0.1, "10 % exactly"
assert six["right", "1/sqrt n", 1e-5].accuracy.mean() > 0.8 > 0.2 > six["as printed", "1/sqrt n", 1e-5].accuracy.mean()
assert six_printed.accuracy.mean() > six_right.accuracy.mean() - 0.05, "as well as the right one, or better"
assert np.isnan([found for chosen, found in whole.items() if chosen[1] == "uniform"]).all(), "all data: overflow"
assert whole["as printed", "He", 0.01, "relu"] > 0.9 > 0.7 > whole["as printed", "He", 1e-4, "relu"], "larger floor"
on_relu, on_linear = (halfway["right", "He", 0.0, last] for last in ("relu", "linear"))
assert on_relu[0] < on_linear[0] - 0.1 and abs(on_relu[1] - on_linear[1]) < 0.01, "behind at first, then level"
assert abs(halfway["as printed", "He", 0.01, "relu"][1] - on_linear[1]) < 0.01, "and the printed one with them"
assert full.select(relu="right").frame.groupby("last").dead_3.last().eq(0).all(), "no output stays off"
