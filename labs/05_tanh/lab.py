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
#   title: A unit centred on zero
#   question: Why may a zero-centred activation learn faster?
#   minutes: 150
# ---

# %% [markdown]
# # Lab 05: A unit centred on zero
#
# **Why may a zero-centred activation learn faster?**
#
# The sigmoid answers with numbers between 0 and 1, tanh with numbers between $-1$ and $1$. On paper one is only the
# other, shifted and stretched. Yet the advice "use tanh in hidden layers" is older than most of us, and Report B, a
# student's report from 2020, tried it: with one choice of first weights its network got nowhere, with another it got
# 84.51 % of its training images right. In this lab you will build tanh, repeat both, and then take tanh
# apart: which of its properties helps, and could a sigmoid have it too?
#
# At the end you can
#
# - write tanh so that no input can break it, its derivative from the output, and LeCun's scaled version;
# - tell a network that is stuck from one that is only slow, and a gradient that is wrong from one that is small;
# - show from data why inputs of one sign make a unit's weights move in step, and what that does to the curvature;
# - take two properties that always come together, and find out with an experiment which of them matters.
#
# Allow about **150 minutes**: 30 for the theory and your predictions, 50 for the code, 25 for the experiments, 45 for
# the written answers. You need the chain rule, and the idea that an error travels back through a unit multiplied by
# the unit's derivative; section 7 also uses the largest eigenvalue of a symmetric matrix.

# %% setup="05"

# %%
from dataclasses import replace

import numpy as np

from labkit import data, explorers, nn, plots, records
from labkit.experiments import report_b
from labkit.verdicts import Claim, Verdicts, mean_and_spread

# %% [markdown]
# ## 1. A sigmoid, shifted and stretched
#
# $$\tanh(kx) = \frac{e^{kx} - e^{-kx}}{e^{kx} + e^{-kx}} = \frac{e^{2kx} - 1}{e^{2kx} + 1}
#   = 2\,\sigma_{2k}(x) - 1, \qquad \sigma_k(x) = \frac{1}{1 + e^{-kx}} .$$
#
# It runs from $-1$ to $1$, through 0 at $x = 0$, and $k$ makes it steeper, as it does with the sigmoid. The third
# form is the one that Report B prints. As algebra it is right. But far to the right $e^{2kx}$ is more than a computer
# can hold, infinity divided by infinity is *nan* ("not a number"), and a single nan in one unit soon is a nan in every
# weight.
#
# **Exercise 1.** Write `tanh(x, k)`. `x` is a number or an array of any shape. No input may cause a warning. (NumPy
# has a function that may help. You may do without it.)

# %% exercise="05.tanh"
def tanh(x, k=1.0):
    """tanh(kx), without overflow for any x; returns the shape of x."""
    ### BEGIN SOLUTION
    return np.tanh(k * x)
    ### END SOLUTION


# %% check="05.tanh"

# %% [markdown]
# The derivative takes one line from the relation above, with $\sigma_{2k}' = 2k\,\sigma_{2k}(1 - \sigma_{2k})$ and
# $\sigma_{2k} = \frac{1 + y}{2}$, where $y = \tanh(kx)$ is the output:
#
# $$\frac{d}{dx}\tanh(kx) = 2\cdot 2k\cdot\frac{1 + y}{2}\cdot\Bigl(1 - \frac{1 + y}{2}\Bigr)
#   = k\,(1 + y)(1 - y) .$$
#
# Report A has it in the form $\lambda\,(1 - \tanh^2)$, with $\lambda$ for our $k$. At $x = 0$ it is $k$: four times
# the slope of a sigmoid with the same $k$. As with the sigmoid the input is not needed, only the output that the
# forward pass has left behind.
#
# **Exercise 2.** Write `tanh_derivative_from_output(y, k)`, where `y` is what tanh returned.

# %% exercise="05.tanh_derivative_from_output"
def tanh_derivative_from_output(y, k=1.0):
    """Derivative of tanh(kx) where its output is y; returns the shape of y."""
    ### BEGIN SOLUTION
    return k * (1 - y**2)
    ### END SOLUTION


# %% check="05.tanh_derivative_from_output"

# %% [markdown]
# From here on the lab runs on your functions: `use` hands over yours once its check has passed, and labkit's until
# then. First a test that needs no formula: the derivative ought to be the slope that two neighbouring points show.

# %%
my_tanh = use("05.tanh", tanh)
my_derivative = use("05.tanh_derivative_from_output", tanh_derivative_from_output)

points, h, slope_error = np.linspace(-3, 3, 61), 1e-6, 0.0
for k in (0.5, 1, 2):
    measured_slope = (my_tanh(points + h, k) - my_tanh(points - h, k)) / (2 * h)
    slope_error = max(slope_error, np.abs(measured_slope - my_derivative(my_tanh(points, k), k)).max())
print(f"largest difference between formula and measured slope, for k = 0.5, 1 and 2: {slope_error:.1g}")

# %% [markdown] written="05.shift" points=5
# **Question 1.** (a) Prove $\tanh(kx) = 2\,\sigma_{2k}(x) - 1$. (b) A network has tanh units with slope 1 in its
# hidden layers, weights $W$ and biases $b$. Someone replaces tanh by $\sigma_2$ in the hidden layers. Find the weights
# $W'$ and biases $b'$ with which the outputs are the same for every image, and say which parameter absorbs the
# factor 2, and which the shift. (c) Report B's network has no biases. Show that there its tanh network is *not* a
# sigmoid network with other weights. (Feed both an image and the same image with every sign turned. Or: what do the
# hidden units of both answer to an image that is all zeros?)
#
# ### BEGIN SOLUTION
# (a) Divide numerator and denominator of $\tanh(kx) = (e^{kx} - e^{-kx})/(e^{kx} + e^{-kx})$ by $e^{kx}$:
# $(1 - e^{-2kx})/(1 + e^{-2kx}) = (2 - (1 + e^{-2kx}))/(1 + e^{-2kx}) = 2/(1 + e^{-2kx}) - 1 = 2\sigma_{2k}(x) - 1$.
#
# (b) Let $s = \sigma_2(x)$ be the new output of a hidden unit, so the old one was $y = 2s - 1$. The unit $j$ above
# received $\sum_i W_{ij} y_i + b_j = \sum_i 2W_{ij} s_i + (b_j - \sum_i W_{ij})$. So every layer above a hidden layer
# takes $W' = 2W$ and $b'_j = b_j - \sum_i W_{ij}$; the first layer, fed with pixels, keeps $W$ and $b$. The weights
# absorb the stretch, the biases the shift. The outputs agree for every image, layer by layer.
#
# (c) Without biases a tanh network is an odd function of the image: $\tanh(-z) = -\tanh z$, so the negative
# image flips the sign of every unit, and the zero image gives 0 in every unit whatever the weights. In the sigmoid
# network without biases the zero image gives $\frac12$ in each hidden unit of the first layer, so the units above get
# half the sum of their weights, which is not 0 in general; and its hidden units answer $1 - s$ to the negative
# image, not $-s$. No choice of weights changes $\sigma_2(0) = \frac12$; the constant $-\sum_i W_{ij}$ has nowhere to
# go, since no input is the same for all images. (One could choose weights that sum to zero in each column; then the
# constant vanishes, but that is no longer every tanh network.)
# ### END SOLUTION

# %% [markdown] rubric="05.shift"
# - **1 point** (a) proves the relation, each step an equality
# - **1 point** (b) puts $y = 2s - 1$ into the weighted sum of the next layer
# - **1 point** (b) reads off $W' = 2W$ and $b' = b - \sum W$, and says that weights absorb the stretch and biases the
#   shift
# - **2 points** (c) gives an image for which the two kinds of network must differ, or shows that the constant
#   $\sum W$ has no parameter to go into (1 point for the claim without a reason)

# %% [markdown]
# ## 2. LeCun's tanh
#
# In 1998 LeCun, Bottou, Orr and Müller ("Efficient BackProp") recommended
#
# $$f(x) = 1.7159\,\tanh\bigl(\tfrac23 x\bigr) .$$
#
# The two constants make $f(1) = 1$ and $f(-1) = -1$. Targets of 1 and $-1$ then lie where the curve is bent most and
# not at its unreachable ends. And a signal keeps nearly its size when it passes.
#
# **Exercise 3.** Write `lecun_tanh_derivative(y)`, the derivative of $f$ where its output is $y$. Test yourself first:
# what must it give at $y = 1.7159$, and what at $y = 0$? (Write 2/3 as a fraction.)

# %% exercise="05.lecun_tanh_derivative"
def lecun_tanh_derivative(y):
    """Derivative of 1.7159 tanh(2x/3) where its output is y; returns the shape of y."""
    ### BEGIN SOLUTION
    return 1.7159 * 2 / 3 * (1 - (y / 1.7159) ** 2)
    ### END SOLUTION


# %% check="05.lecun_tanh_derivative"

# %%
my_lecun_derivative = use("05.lecun_tanh_derivative", lecun_tanh_derivative)


def my_lecun(x):
    return 1.7159 * my_tanh(x, 2 / 3)


noise = np.random.default_rng(0).normal(0, 1, 100_000)
print(f"f(1) = {my_lecun(1.0):.5f}, f(-1) = {my_lecun(-1.0):.5f}, slope at 0: {my_lecun_derivative(0.0):.3f}")
print("a signal of standard deviation 1 leaves with standard deviation "
      f"{my_lecun(noise).std():.2f} (LeCun's), {my_tanh(noise).std():.2f} (tanh), "
      f"{nn.functional.sigmoid(noise).std():.2f} (sigmoid)")

# %% [markdown]
# ### Explore
#
# Three activations, two of them yours. A unit receives $v$, the weighted sum of its inputs, and answers $y = f(v)$.
# Look at the height of each derivative at 0, then move the mean of $v$: how far from 0 does each still let an error
# through?

# %%
explorers.activation_gallery({
    "sigmoid": (nn.functional.sigmoid, nn.functional.sigmoid_derivative),
    "tanh": (my_tanh, lambda v: my_derivative(my_tanh(v))),
    "LeCun's tanh": (my_lecun, lambda v: my_lecun_derivative(my_lecun(v))),
})

# %% [markdown]
# ## 3. The error of an output
#
# One more piece, and the network is complete. An output unit answers $y = \tanh(kv)$, where $v$ is the weighted sum
# of its inputs, and its target is $t$. With the squared error $E = \frac12\sum (y - t)^2$, summed over outputs and
# samples, training needs the **delta** of each output, here with the sign
#
# $$\delta = +\frac{\partial E}{\partial v} .$$
#
# An output that is too large has a positive delta, and weights move *against* it. (Lab 01 used the opposite sign.)
#
# **Exercise 4.** Write `output_delta(y, t, k)` for a batch: `y` and `t` have the shape `(samples, outputs)`, and so
# has the result. Nothing is summed yet.

# %% exercise="05.output_delta"
def output_delta(y, t, k=1.0):
    """dE/dv for outputs y = tanh(kv), targets t and E = 1/2 sum (y - t)^2; returns the shape of y."""
    ### BEGIN SOLUTION
    return (y - t) * k * (1 - y**2)
    ### END SOLUTION


# %% check="05.output_delta"

# %% [markdown]
# Report B prints something else. In its listing of the backward pass the delta of the output layer carries the output
# once more: $(y - t)\,(1 - y^2)\,y$. (It is called `L3` there.) We keep both, yours and the printed one.

# %%
my_delta = use("05.output_delta", output_delta)

example = np.array([[0.6, -0.6]])
for target in (0.0, 1.0):
    right = my_delta(example, np.full_like(example, target))
    print(f"target {target:g}, outputs 0.6 and -0.6: right delta {right[0].round(3)}, "
          f"printed {(right * example)[0].round(3)}")

# %% [markdown]
# Read the signs. An output of $-0.6$ is too small for either target, so its delta must be negative. What does the
# printed one say? Keep that in mind.

# %% [markdown]
# ## 4. Your predictions
#
# The network is Report B's: 784 inputs, 256 and 128 hidden units, 10 outputs, tanh in every unit, no biases, targets 0
# and 1, every update on all images. Its first weights are either *wide*, drawn evenly from $-1$ to $1$, or *narrow*,
# drawn from a normal distribution with standard deviation $1/\sqrt n$, where $n$ is the number of a unit's inputs. With
# the narrow ones the report got 84.51 %, after 200 updates at the rate $10^{-6}$. What with the wide ones, on 4,000
# images and at the same step? Predictions are not graded.

# %% predict="05.wide"
wide_accuracy = None  # in per cent; guessing gives 10

# %% [markdown]
# Later in this lab the *hidden* units are sigmoids, slope $\frac14$ at 0, outputs around $\frac12$. With its best rate
# this network stays far behind tanh. Two repairs: subtract $\frac12$ from each hidden unit's output (now it is
# centred, the slope still $\frac14$); or take $k = 4$ (now the slope is 1 as in tanh, the outputs are still around
# $\frac12$). Each repaired network gets its own best rate. Which repair, on its own, closes most of the gap?

# %% predict="05.repair"
repair = None  # one of "centring", "slope", "either", "neither"

# %% [markdown]
# ## 5. Report B's tanh
#
# Now with your functions. The report's rate $10^{-6}$ belongs to a gradient summed over 60,000 images. A sum over
# $N$ images is about $N/60{,}000$ times as large, so there the same step takes the rate $10^{-6}\cdot 60{,}000/N$
# (lab 02). All rates below are named as the report's, before this scaling. We train on 500 images, from one seed.

# %%
digits = data.load("mnist-subset")
sample = digits.take(50)  # 50 training images of each digit
RATE = report_b.rate(1e-6, 500)


def tanh_layer():
    return nn.Activation(my_tanh, my_derivative, from_output=True)


def printed_layer():
    """The output layer of the listing: a derivative with the output as a stray factor."""
    return nn.Activation(my_tanh, lambda y: my_derivative(y) * y, from_output=True)


def network(init, last=tanh_layer, seed=0):
    return report_b.network(seed, report_b.INITIALIZERS[init], tanh_layer, last=last)


live = {
    "1/√n": report_b.train(network("1/sqrt n"), sample, RATE, 200, log_every=10),
    "uniform": report_b.train(network("uniform"), sample, RATE, 200, log_every=10),
    "1/√n, printed delta": report_b.train(network("1/sqrt n", printed_layer), sample, RATE, 200, log_every=10),
}

# %% [markdown]
# Beside your runs (dots) stand recorded ones on 4,000 images: the line is the mean over five seeds, the band reaches
# from the worst to the best. Where a network learns, yours may end higher: 500 images are easier to get right.

# %%
first_weights = records.load("05.init")
print(first_weights.caption())
runs = first_weights.frame
curves = {
    "1/√n": runs[(runs.init == "1/sqrt n") & (runs.output_delta == "right")],
    "uniform": runs[(runs.init == "uniform") & (runs.output_delta == "right")],
    "1/√n, printed delta": runs[(runs.init == "1/sqrt n") & (runs.output_delta == "as printed")],
}
plots.training_curves(curves, live=live, title="tanh at Report B's rate", height=4.4)

# %%
final = {name: run[run.iteration == 200] for name, run in curves.items()}
for name, run in final.items():
    print(f"{name:<20} accuracy after 200 updates {mean_and_spread(run.accuracy)}")
print("(mean ± standard deviation over the seeds)")

full = records.load("05.full")
print(full.caption())
full_accuracy = full.frame[full.frame.iteration == 200].set_index(["init", "output_delta"]).accuracy
for (init, delta), value in full_accuracy.items():
    print(f"60,000 images, one seed: {init}, delta {delta}: {100 * value:.1f} %")

reveal("05.wide", wide_accuracy, round(100 * final["uniform"].accuracy.mean()), tolerance=0.2)

# %% [markdown]
# One network learns, two do not. The narrow weights learn, and on 60,000 images end within a point or so of what the
# report got, 84.51 %. The wide ones hardly move: on 4,000 images they stay below the report's number for them, 24.37 %,
# and on 60,000 they come near it. And the printed formula fails with the very weights with which the right one
# succeeds: the program behind the report's 84.51 % must have held another formula than its listing. These two failures
# are of different kinds.
#
# ### Why the wide weights hardly move
#
# A unit whose derivative is nearly 0 passes nearly nothing back. Here is where the outputs of each layer sit before
# the first update.

# %%
before = {"uniform": network("uniform").units(sample.x_train), "1/√n": network("1/sqrt n").units(sample.x_train)}
panels = {f"layer {i + 1}": {init: before[init][i] for init in before} for i in range(3)}
plots.histograms(panels, "output y of tanh", title="Outputs before training, by their first weights", limits=(-1, 1))

# %%
flat = {}
for init, outputs in before.items():
    flat[init] = [np.mean(my_derivative(y) < 0.01) for y in outputs]
    print(f"{init:<9} share of outputs with a derivative below 0.01, layers 1 to 3: "
          + ", ".join(f"{100 * share:.0f} %" for share in flat[init]))

# %% [markdown]
# With weights from $-1$ to $1$ more than half of the outputs of each layer stand at the ends, at $\pm 1$, where tanh is
# flat: the layer is *saturated*. An error has to pass three such layers. Is the network stuck, then? The report ends
# here. We ask the question that lab 03 asked of the sigmoid: what if the rate is larger?

# %%
wide = records.load("05.uniform")
print(wide.caption())
last = wide.frame[wide.frame.iteration == wide.frame.groupby(["multiple", "seed"]).iteration.transform("max")]
wide_at = {multiple: run.accuracy for multiple, run in last.groupby("multiple")}
for multiple, accuracy in wide_at.items():
    print(f"uniform, rate {multiple:>3g} x 1e-6: {mean_and_spread(accuracy)}")
best_wide = max(wide_at, key=lambda multiple: wide_at[multiple].mean())

# %% [markdown]
# It was slow, not stuck: so few units pass an error back that it takes many times the rate to use those few. The
# report's two numbers compare two starts *at a rate that suits one of them*.
#
# ### Why the printed formula fails
#
# Here it is not the rate. Look at the direction: we take the same network and the same images, compute the
# gradient with the right delta and with the printed one, and measure the angle between the two. Plain descent along a
# direction lowers the error, for a small enough step, as long as the angle to the true gradient is below 90°: a
# positive cosine.

# %%
def printed_delta(y, t):
    return my_delta(y, t) * y


def slopeless_delta(y, t):
    return y - t


def gradient(delta, seed):
    """Gradient of all weights, from a rule for the deltas of the outputs."""
    net = network("1/sqrt n", nn.Identity, seed)  # stops at v: tanh and the delta come from your functions
    y = my_tanh(net(sample.x_train))
    net.backward(delta(y, sample.t_train))
    return net.gradients


def cosines_with(delta):
    pairs = [(gradient(my_delta, seed), gradient(delta, seed)) for seed in range(5)]
    return [float(a @ b / np.sqrt((a @ a) * (b @ b))) for a, b in pairs]


cosines, cosines_slopeless = cosines_with(printed_delta), cosines_with(slopeless_delta)
print(f"cosine with the right gradient: printed delta {mean_and_spread(cosines, unit='', digits=2)}, "
      f"derivative left out {mean_and_spread(cosines_slopeless, unit='', digits=2)}")
delta_run = curves["1/√n, printed delta"]
outputs_at_end = delta_run[delta_run.iteration == 200].output_mean
print(f"mean output after 200 updates with the printed delta: {mean_and_spread(outputs_at_end, unit='', digits=2)}")

# %% [markdown]
# The printed gradient points *uphill*: where an output is negative the stray factor turns the sign. Every output ends
# at $-1$, where no target is. Beside it stands another wrong formula, $\delta = y - t$, the derivative forgotten. It is
# off by a factor that is different for each output, but always *positive*, and the cosine stays near 1.
#
# That solves a puzzle. Networks with a wrong backward pass often learn: Report A updated its biases twice and "still
# converged", and in lab 01 several wrong formulas train. Wrong sizes usually leave a way downhill, only a detour; wrong
# signs need not. So "it trains" never proves a formula, and "it does not train" accuses many innocent parts: check
# gradients.

# %% [markdown] written="05.printed" points=3
# **Question 2.** The printed delta is not the gradient of the squared error. But it is the gradient of *some* error,
# $F(y)$ for each output, with the same units. Find $F$ from $F'(y) = (y - t)\,y$, and use it to explain what the
# network does: where on $[-1, 1]$ is $F$ smallest for $t = 0$, where for $t = 1$, and what was measured?
#
# ### BEGIN SOLUTION
# The right delta is $E'(y)\,\tanh'(v)$ with $E' = y - t$; the printed one has $(y - t)y$ in place of $E'$. So
# $F(y) = y^3/3 - t\,y^2/2$. For $t = 0$: $F = y^3/3$, which rises everywhere, so it is smallest at $y = -1$.
#
# For $t = 1$: $F(-1) = -\frac13 - \frac12 = -\frac56$, $F(0) = 0$, $F(1) = \frac13 - \frac12 = -\frac16$. $F$
# falls from 0 to 1, so outputs that start positive are led to 1, but those that start negative to $-1$, which is
# lower still. Either way $-1$ is the best value there is, for both targets, and the network does what it is told:
# its mean output is nearly $-1$ after 200 updates, with an accuracy near that of guessing. It descends well, on
# the wrong error.
# ### END SOLUTION

# %% [markdown] rubric="05.printed"
# - **1 point** integrates: $F = y^3/3 - t y^2/2$
# - **1 point** compares values of $F$ on $[-1, 1]$ and finds $-1$ lowest for both targets (for $t = 1$ a second,
#   higher minimum at 1)
# - **1 point** connects it with the measurement: mean output near $-1$, accuracy near guessing

# %% [markdown]
# ## 6. Inputs of one sign
#
# Now to the question. Take one unit with the inputs $a_1, a_2, \dots$ For one image its weights get the gradients
#
# $$\frac{\partial E}{\partial w_i} = \delta\,a_i ,$$
#
# with one and the same $\delta$ for all of them. If all $a_i$ are positive, as the outputs of sigmoids are, and as the
# brightness of pixels is, then all gradients of this unit have the sign of $\delta$: its weights can only go up
# together or down together. What if one should go up and another down? Then they get there in a zig-zag.
#
# The smallest example: one unit, two weights, no activation. The best weights are $(1, -1)$. The unit learns from one
# image at a time, first with inputs from $\frac14$ to 1, then with the same inputs minus their mean. Each gets nearly
# the largest rate at which no step overshoots for its own image. The ring is the start; the goal lies at the lower
# right, where the first weight is 1 and the second $-1$.

# %%
rng = np.random.default_rng(5)
best, positive, pictures = np.array([1.0, -1.0]), rng.uniform(0.25, 1, (40, 2)), {}
axis_values = np.linspace(-1.6, 1.6, 81)
grid = np.stack(np.meshgrid(axis_values, axis_values), axis=-1)

for name, a in {"positive inputs": positive, "centred inputs": positive - positive.mean(axis=0)}.items():
    rate, path = 0.9 / np.max(np.sum(a**2, axis=1)), [np.array([-1.0, 0.6])]
    for image in a:
        delta = (path[-1] - best) @ image
        path.append(path[-1] - rate * delta * image)
    print(f"{name}: {np.linalg.norm(path[-1] - best):.2f} from the best weights after 40 updates")
    surface = 0.5 * np.mean(((grid - best) @ a.T) ** 2, axis=-1)
    pictures[name] = plots.loss_surface(axis_values, axis_values, surface, np.array(path), width=5, height=3.6,
                                        title=f"40 updates, {name}")

pictures["positive inputs"]

# %%
pictures["centred inputs"]

# %% [markdown]
# In the first picture every step goes to the upper right or to the lower left, never towards the goal. And the
# contours, the error averaged over all images, are a long narrow valley: the steps jump across it, to and fro, and
# creep along it. After 40 updates the path is still on its way. In the second picture the contours are much rounder,
# and the path has arrived.
#
# **Exercise 5.** Write `sign_agreement(gradients)`. It gets the gradients of *one* unit's weights, an array of shape
# `(rows, inputs)`, with a row for each image or for each update. For each row return the share of the weights that
# move with the majority: of the gradients that are not exactly zero, the share that has the commoner sign. So it is
# 1 if all agree and ½ if as many are positive as negative. In a row of nothing but zeros nothing disagrees: its share
# is 1. Return the shares as an array.

# %% exercise="05.sign_agreement"
def sign_agreement(gradients):
    """For each row the share of its non-zero gradients with the commoner sign (or 1); an array of shape (rows,)."""
    ### BEGIN SOLUTION
    positive = np.sum(gradients > 0, axis=1)
    negative = np.sum(gradients < 0, axis=1)
    moving = positive + negative
    return np.where(moving == 0, 1.0, np.maximum(positive, negative) / np.maximum(moving, 1))
    ### END SOLUTION


# %% check="05.sign_agreement"

# %% [markdown]
# Now in the network. We look at one unit of the second hidden layer while the network learns from 40 images, one
# image for each update: once with sigmoids in the hidden layers, once with your tanh.

# %%
my_agreement = use("05.sign_agreement", sign_agreement)
shuffled = np.random.default_rng(0).permutation(500)[:40]


def gradients_of_one_unit(hidden, unit=7):
    """Gradients of the weights of a unit in layer 2, for 40 updates with one image each: shape (40, 256)."""
    net = report_b.network(0, report_b.INITIALIZERS["1/sqrt n"], hidden, last=tanh_layer)
    record = nn.Record("gradients", every=1)
    nn.fit(net, sample.x_train[shuffled], sample.t_train[shuffled], loss=nn.SquaredError("sum"), optimizer=nn.SGD(0.01),
           batch_size=1, shuffle=False, callbacks=[record], progress=False)
    return np.array([frame.gradients[1][:, unit] for frame in record.frames])


one_unit = {"sigmoid": gradients_of_one_unit(nn.Sigmoid), "tanh": gradients_of_one_unit(tanh_layer)}
plots.sign_map(one_unit["sigmoid"], title="A unit above sigmoids: 256 weights, 40 updates")

# %%
plots.sign_map(one_unit["tanh"], title="A unit above tanh: 256 weights, 40 updates")

# %%
one_image = {name: my_agreement(g) for name, g in one_unit.items()}
for name, shares in one_image.items():
    print(f"above {name:<8} agreement in the update for one image: {100 * shares.mean():.0f} %, "
          f"at least {100 * shares.min():.0f} %")

# %% [markdown]
# Above sigmoids there are stripes: each image moves all 256 weights up, or all down. But Report B sums the gradient
# over all images, and a sum of ups and downs could well have mixed signs. Does the stripe survive? The recorded runs
# measured it in full batches: the agreement of the summed gradient, averaged over the units of each layer. A third
# kind of hidden units stands beside the two: "tanh + 1" is tanh with 1 added to its output, so it is positive
# everywhere, as a sigmoid is, but has the slope of tanh.

# %%
signs = records.load("05.signs")
print(signs.caption())
layers = {"batch_1": "1, fed by pixels", "batch_2": "2, fed by layer 1", "batch_3": "3, fed by layer 2"}
for units, run in signs.frame.groupby("units"):
    start, end = (run[run.iteration == i] for i in (0, 200))
    for column, layer in layers.items():
        print(f"{units:<9} layer {layer}: agreement {mean_and_spread(start[column])} before training, "
              f"{mean_and_spread(end[column])} after 200 updates")

# %% [markdown]
# It survives: above units that are all positive nearly all weights of a unit still agree in the sum over 500 images,
# for the images share the large positive part of their inputs. Note the first layer, too. Its inputs are pixels, never
# negative, whatever the activation.
#
# ## 7. What the mean does to the curvature
#
# The same thing seen from above. For a linear unit with squared error, averaged over images, the matrix of second
# derivatives is $H = \overline{a\,a^T}$, the mean of the products of its inputs. Split each input into its mean $m$ and
# the rest:
#
# $$H = C + m\,m^T, \qquad C = \text{covariance} .$$
#
# The second term has a single eigenvalue other than 0, $|m|^2$, the sum of the squared means, in the direction of $m$:
# all weights together. Inputs of one sign have a large one, and it grows with the number of inputs. The rate must stay
# below $2/\lambda_{\max}$ (lab 02), where $\lambda_{\max}$ is the largest eigenvalue of $H$. So one steep direction,
# which says nothing about the digit, sets the pace for all others. LeCun and colleagues gave this reason in 1998. Here
# are the numbers.

# %%
def curvatures(a):
    """Largest eigenvalue of mean(a a^T); the part |m|^2; largest eigenvalue once the mean is subtracted."""
    a = np.asarray(a, dtype=float)
    centred = a - a.mean(axis=0)
    return (np.linalg.eigvalsh(a.T @ a / len(a))[-1], np.sum(a.mean(axis=0) ** 2),
            np.linalg.eigvalsh(centred.T @ centred / len(a))[-1])


hidden_tanh = network("1/sqrt n").units(sample.x_train)[0]
hidden_sigmoid = report_b.network(0, report_b.INITIALIZERS["1/sqrt n"]).units(sample.x_train)[0]
signals = {"784 pixels": sample.x_train, "256 sigmoids above them": hidden_sigmoid, "256 tanh above them": hidden_tanh,
           "the same tanh + 1": hidden_tanh + 1}
curvature = {name: curvatures(a) for name, a in signals.items()}
for name, (largest, by_mean, without) in curvature.items():
    print(f"{name:<24} largest eigenvalue {largest:6.1f}   of the mean alone {by_mean:6.1f}   "
          f"without the mean {without:5.2f}")

# %% [markdown]
# In each row the largest eigenvalue *is* the mean, nearly; but the means differ greatly, and so does what is left
# without them. The sigmoids send a large mean, and on top of it a signal that is tiny, since their slope is only
# $\frac14$. tanh has a mean, too: its inputs, the pixels, have one, so each unit has its own, some positive, some
# negative. But it is far smaller, and the signal far larger.

# %% [markdown]
# ## 8. Centre the inputs
#
# For the first layer the cure is at hand, with any activation: subtract from each pixel its mean. Report A did so in
# its part 3, and divided each pixel by its standard deviation besides. Both numbers belong to the *training* images.
# Test images, which stand for images that nobody has seen yet, are treated with the training images' numbers.
#
# **Exercise 6.** Write `normalise(x_train, x_test)`: return both, with each pixel's mean subtracted and divided by its
# standard deviation (`np.std` as it is, with $n$ in the denominator). The images come along the first axis; the rest
# of the shape may be anything. A pixel that is the same in all training images (the corners are always black) is
# divided by 1. Leave the arrays you were given as they are.

# %% exercise="05.normalise"
def normalise(x_train, x_test):
    """Return (x_train, x_test), each pixel with mean 0 and standard deviation 1 over the training images."""
    ### BEGIN SOLUTION
    mean = x_train.mean(axis=0)
    spread = x_train.std(axis=0)
    spread = np.where(spread == 0, 1, spread)
    return (x_train - mean) / spread, (x_test - mean) / spread
    ### END SOLUTION


# %% check="05.normalise"

# %%
my_normalise = use("05.normalise", normalise)
train_images, test_images = my_normalise(sample.x_train, sample.x_test)
normalised = replace(sample, x_train=train_images, x_test=test_images)

live["normalised"] = report_b.train(network("1/sqrt n"), normalised, RATE, 200, log_every=10)
print("live, accuracy after 200 updates at 1e-6: "
      f"pixels {100 * live['1/√n'].accuracy[-1]:.0f} %, normalised {100 * live['normalised'].accuracy[-1]:.0f} %")

# %% [markdown]
# Better at once. But you have changed *two* things: the mean, and the size. Dividing by standard deviations makes the
# inputs larger, and so all gradients of the first layer, which is much like a larger rate. So we need all four
# combinations, and for each its best rate. We look after 50 updates, when not all of them are near the top yet.

# %%
inputs = records.load("05.inputs")
print(inputs.caption())
kind = {"keptkept": "pixels", "keptdivided": "divided", "subtractedkept": "centred", "subtracteddivided": "normalised"}
labelled_inputs = inputs.frame.assign(inputs=(inputs.frame["mean"] + inputs.frame["size"]).map(kind))
kinds = labelled_inputs[labelled_inputs.iteration == 50]
input_table = kinds.pivot_table(index="inputs", columns="multiple", values="accuracy")
plots.heat_map(input_table.loc[kind.values()].rename_axis(index=None), column_label="learning rate, in units of 1e-6",
               title="tanh after 50 updates, training accuracy, mean over seeds")

# %%
def at_best_rate(frame, by, iteration):
    """For each group its rows at the rate with the highest mean accuracy, after so many updates."""
    rows, best = frame[frame.iteration == iteration], {}
    for name, group in rows.groupby(by):
        best[name] = group[group.multiple == group.groupby("multiple").accuracy.mean().idxmax()]
    return best


input_same = {name: run[run.multiple == 1] for name, run in kinds.groupby("inputs")}
input_best = at_best_rate(kinds, "inputs", iteration=50)
for name in kind.values():
    run = input_best[name]
    print(f"{name:<11} at 1e-6: {mean_and_spread(input_same[name].accuracy):<9} "
          f"best, at {run.multiple.iloc[0]:>2g} x 1e-6: {mean_and_spread(run.accuracy)}")

input_test = {name: run.test_accuracy for name, run in at_best_rate(labelled_inputs, "inputs", iteration=100).items()}
for name in kind.values():
    print(f"{name:<11} test images, after 100 updates at the best rate: {mean_and_spread(input_test[name])}")

# %% [markdown]
# Read it in this order. *At the report's rate* dividing brings most of the gain, and centring alone little. *At the
# best rates* centring alone gains at least as much as dividing alone, and does so with a far larger rate, the one that
# $2/\lambda_{\max}$ now allows. So centring helps *because it lets you turn up the rate*. Who centres and keeps the
# rate sees little of it.
#
# And faster is not better: on images that the network has not seen, all four end within a few points of each other.
# Getting its 500 training images right is something that a network of this size manages either way.

# %% [markdown]
# ## 9. Centre the hidden units, and nothing else
#
# Back to the question. tanh differs from the sigmoid in its mean, in its slope and in its range, all at once. To
# isolate the mean we take tanh and *spoil* it: hidden units $y = \tanh x + s$. Same slope, same range; only the mean
# is moved. And the one thing that Question 1 found to absorb a shift, biases, we give to one half of the networks:
# biases that start at exactly the values that undo the shift. So with biases the three networks begin as the
# *same function*, and can express the same functions. They differ in nothing but how they learn.

# %%
centring = records.load("05.centring")
print(centring.caption())
at_end = centring.frame[centring.frame.iteration == 200]
names = {0.0: "tanh", 0.5: "tanh + 1/2", 1.0: "tanh + 1"}
labelled = at_end.assign(units=at_end["shift"].map(names) + at_end.bias.map({True: ", biases", False: ", no biases"}))
rows = [name + bias for bias in (", biases", ", no biases") for name in names.values()]
shift_table = labelled.pivot_table(index="units", columns="multiple", values="accuracy")
plots.heat_map(shift_table.loc[rows].rename_axis(index=None), column_label="learning rate, in units of 1e-6",
               title="Hidden units tanh + shift, training accuracy after 200 updates")

# %%
shift_best = at_best_rate(labelled, "units", iteration=200)
for name in rows:
    run = shift_best[name]
    print(f"{name:<23} best at {run.multiple.iloc[0]:>4g} x 1e-6: {mean_and_spread(run.accuracy)}; "
          f"at 1e-6: {mean_and_spread(labelled[(labelled.units == name) & (labelled.multiple == 1)].accuracy)}")

# %% [markdown]
# That is the experiment that "use tanh" rests on, and it comes out more interesting than the slogan. A shift of 1 does
# real harm, at the best of our rates too, and biases that can absorb it do not heal it. So zero-centring does help, and
# what it helps is the *learning*, not what the network can express. But a shift of $\frac12$ costs only a few points,
# and the largest rate. (Where the marked best of a row stands at the edge of the table, a rate beyond it might do a
# little better still.) And half a unit of mean is what the sigmoid has! Why does the sigmoid suffer so much more?

# %% [markdown]
# ## 10. Mean or slope?
#
# Six kinds of hidden units, outputs always tanh, each at several rates. The first four are all combinations of centred
# or not, slope $\frac14$ or slope 1; tanh (from section 9, without biases) and LeCun's stand beside them.

# %%
units = records.load("05.units")
print(units.caption())
ends = units.frame[units.frame.iteration == 200]
ends = {**dict(iter(ends.groupby("units"))), "tanh": labelled[labelled.units == "tanh, no biases"]}
order = ["sigmoid", "sigmoid - 1/2", "sigmoid, k = 4", "sigmoid, k = 4, - 1/2", "tanh", "LeCun's tanh"]
by_rate = {name: ends[name].groupby("multiple").accuracy.mean() for name in order}
plots.scatter({name: (means.index, 100 * means) for name, means in by_rate.items()}, line=True, log="x", height=4.8,
              x_label="learning rate, in units of 1e-6", y_label="accuracy after 200 updates (%)",
              title="Hidden units between sigmoid and tanh, means over seeds")

# %%
unit_best = {name: run[run.multiple == by_rate[name].idxmax()] for name, run in ends.items()}
for name in order:
    print(f"{name:<22} best at {by_rate[name].idxmax():>3g} x 1e-6: {mean_and_spread(unit_best[name].accuracy)}")

# %%
base = unit_best["sigmoid"].accuracy.mean()
gap = unit_best["sigmoid, k = 4, - 1/2"].accuracy.mean() - base
repaired = {"centring": unit_best["sigmoid - 1/2"], "slope": unit_best["sigmoid, k = 4"]}
closes = [name for name, run in repaired.items() if run.accuracy.mean() - base > gap / 2]
reveal("05.repair", repair, {0: "neither", 1: "".join(closes), 2: "either"}[len(closes)])

# %% [markdown]
# Either repair works; the two together are best. How can a *slope* repair what a *mean* has spoiled? Think of what the
# next layer can learn from: not the mean of a unit's output, which is the same for all images, but how much the output
# differs *between* images. Here are all the hidden units of this lab: how large the mean is, compared with that
# spread, in the first hidden layer before training; and how far the network got at its best rate.

# %%
v = sample.x_train @ network("1/sqrt n").dense[0].W
sigmoid = nn.functional.sigmoid
outputs = {"sigmoid": sigmoid(v), "sigmoid - 1/2": sigmoid(v) - 0.5, "sigmoid, k = 4": sigmoid(v, 4),
           "sigmoid, k = 4, - 1/2": sigmoid(v, 4) - 0.5, "tanh": my_tanh(v), "tanh + 1/2": my_tanh(v) + 0.5,
           "tanh + 1": my_tanh(v) + 1, "LeCun's tanh": my_lecun(v)}
ratio = {name: np.sqrt(np.mean(y.mean(axis=0) ** 2) / np.mean(y.var(axis=0))) for name, y in outputs.items()}
reached = {name: run.accuracy for name, run in unit_best.items()}
reached |= {name: shift_best[f"{name}, no biases"].accuracy for name in ("tanh + 1/2", "tanh + 1")}
for name in sorted(ratio, key=ratio.get):
    print(f"{name:<22} mean / spread {ratio[name]:4.1f}   accuracy at its best rate {mean_and_spread(reached[name])}")

# %%
groups = {"centred units": [name for name in ratio if ratio[name] < 1], "units that are shifted up": []}
groups["units that are shifted up"] = [name for name in ratio if name not in groups["centred units"]]
plots.scatter({label: ([ratio[name] for name in group], [100 * reached[name].mean() for name in group])
               for label, group in groups.items()}, x_label="mean / spread of a unit's output",
              y_label="accuracy at its best rate (%)", title="The mean hurts when it is large against the signal")

# %% [markdown]
# The farther right, the lower. A plain sigmoid on narrow weights sends a faint signal on top of a mean that is many
# times larger: the narrow valley of section 6, and no rate suits both its directions. Then there are two ways out:
# take the mean away, or make the signal strong enough to stand beside it. (By lab 03 a hidden layer with $k = 4$ is
# one with weights four times as wide, so the second way is open to every sigmoid.) tanh does both. And a shift of
# $\frac12$ does little to tanh, because its signal is strong.
#
# With the mean gone, slope and range are no properties of their own: a centred sigmoid is $\frac12\tanh(x/2)$, and in a
# network without biases factors inside and outside are only other weights and other rates (lab 03). The best rate of
# "sigmoid $-\frac12$", far above that of tanh, shows it. What still separates the centred units in the picture is, in
# this currency, how wide their first weights are. That holds for LeCun's tanh, too, which does not beat the plain one
# here: its constants were chosen for normalised inputs and targets of $\pm 1$, and ours are neither. Wider weights can
# drown the mean. Only centring takes it away.

# %% [markdown] written="05.why_tanh" points=4
# **Question 3.** A friend says: *"tanh learns faster than the sigmoid because its derivative is four times as large, so
# the gradients are larger."* Judge this with the lab's measurements. Your answer should say (a) what a larger
# derivative alone amounts to, and which units of section 10 show it; (b) what centring changes in the
# gradients of one unit, with a number from section 6; (c) why the rate cannot repair it; (d) under which condition
# a sigmoid is nearly as good, and why.
#
# ### BEGIN SOLUTION
# (a) A derivative four times as large in every unit is mostly a matter of the learning rate and of the weights'
# scale, which anyone can turn up. "sigmoid - 1/2" has the small slope of the sigmoid and, at its own much larger rate,
# comes close to tanh; at the rate of tanh it is slower. So the friend is right at one fixed rate only. (b) The
# gradient of a unit's weights for an image is delta times its inputs; above sigmoids all inputs are positive and
# 100 % of the weights move the same way for one image, nearly all of them even in the sum over 500 images, above tanh
# just over half. (c) The mean adds $|m|^2$ to one eigenvalue of the curvature (for 256 sigmoids about
# sixty, where the signal without the mean has about a tenth); the rate must stay below $2/\lambda_{\max}$ for this
# direction and is then too small for all others: a valley needs two rates. (d) When the signal is large compared with
# the mean: with $k = 4$ (or larger weights, which is the same) the sigmoid's best accuracy is close to that of tanh.
# ### END SOLUTION

# %% [markdown] rubric="05.why_tanh"
# - **1 point** (a) a factor in the derivative can be had from rate and weights; names "sigmoid - 1/2" at its best rate
# - **1 point** (b) delta times inputs, same sign; a measured share of agreement
# - **1 point** (c) one steep direction along the mean limits the rate for all others
# - **1 point** (d) mean small against the spread between images: steep sigmoid or larger weights, with a measured
#   accuracy or ratio

# %% [markdown]
# ## Recap: ours against claimed
#
# *Why may a zero-centred activation learn faster?* Because the mean of a layer's outputs is an input that all images
# share. It pushes all weights of a unit above the same way, makes one direction of the error steep, and so holds the
# rate down for all the directions that matter. It hurts when the mean is large against the signal, as with sigmoids
# on narrow weights; it hardly matters when it is not. Without it, slope and range are nothing but rate and weights.

# %%
LECUN = "LeCun's tanh"
narrow = full.frame[(full.frame.init == "1/sqrt n") & (full.frame.output_delta == "right")]
early_frame = narrow.loc[(narrow.accuracy - 0.7869).abs().idxmin()]
one_seed = {key: f"60,000 images, one seed: {100 * value:.1f} %" for key, value in full_accuracy.items()}
reached_200 = {name: mean_and_spread(run.accuracy) for name, run in final.items()}
best_200 = {name: mean_and_spread(run.accuracy) for name, run in {**unit_best, **shift_best}.items()}
Verdicts([
    Claim("tanh, uniform first weights, 1e-6", "24.37 %",
          f"{reached_200['uniform']} ({one_seed['uniform', 'right']})",
          holds=abs(full_accuracy["uniform", "right"] - 0.2437) < 0.03),
    Claim("with uniform first weights tanh does not learn", "24.37 %",
          f"500 images: {mean_and_spread(wide_at[1])} at 1e-6; "
          f"{mean_and_spread(wide_at[best_wide])} at {best_wide:g} times that rate",
          holds=wide_at[best_wide].mean() < 0.3, where="at the report's rate"),
    Claim("tanh, N(0, 1/√n), 1e-6", "84.51 %",
          f"{reached_200['1/√n']} ({one_seed['1/sqrt n', 'right']})",
          holds=abs(full_accuracy["1/sqrt n", "right"] - 0.8451) < 0.03),
    Claim("the same, in an animation's title", "78.69 %",
          f"60,000 images, one seed: {100 * early_frame.accuracy:.1f} % after {early_frame.iteration:.0f} updates",
          holds=abs(full_accuracy["1/sqrt n", "right"] - 0.7869) < 0.03, where="in an early frame, it seems"),
    Claim("with the delta of the outputs as printed", "84.51 %",
          f"{reached_200['1/√n, printed delta']} ({one_seed['1/sqrt n', 'as printed']})",
          holds=final["1/√n, printed delta"].accuracy.mean() > 0.5),
    Claim("Report A: the slope of tanh(λx) is λ(1 - tanh²)", "the formula",
          f"differs from measured slopes by {slope_error:.0e} at most", holds=bool(slope_error < 1e-8)),
    Claim("Report A: normalised inputs help a network to learn", "cured vanishing gradients",
          f"after 50 updates at 1e-6 {mean_and_spread(input_same['pixels'].accuracy)} to "
          f"{mean_and_spread(input_same['normalised'].accuracy)}; at the best rates "
          f"{mean_and_spread(input_best['pixels'].accuracy)} to {mean_and_spread(input_best['normalised'].accuracy)}",
          holds=input_best["normalised"].accuracy.min() > input_best["pixels"].accuracy.max()),
    Claim("zero-centred units learn faster", "textbooks",
          f"with biases, at the best rates: tanh {best_200['tanh, biases']}, "
          f"tanh + 1/2 {best_200['tanh + 1/2, biases']}, tanh + 1 {best_200['tanh + 1, biases']}",
          holds=shift_best["tanh, biases"].accuracy.min() > shift_best["tanh + 1/2, biases"].accuracy.max(),
          where="where the mean is large against the signal"),
    Claim("LeCun's tanh is better than tanh", "recommended 1998",
          f"at the best rates {best_200[LECUN]} against {best_200['tanh']}",
          holds=unit_best[LECUN].accuracy.mean() > unit_best["tanh"].accuracy.mean()),
], source=first_weights.caption())

# %% [markdown]
# *The lab checks itself:* the cell below stops if what its text says is not what its runs show.

# %%
reach = {name: accuracy.mean() for name, accuracy in reached.items()}
assert final["1/√n"].accuracy.min() > 0.75 > 0.25 > final["uniform"].accuracy.max(), "narrow weights learn, wide hardly"
assert wide_at[best_wide].mean() > 2 * wide_at[1].mean() and best_wide >= 10, "with a larger rate wide weights learn"
assert full_accuracy["1/sqrt n", "right"] > 0.8 > 0.3 > full_accuracy["uniform", "right"], "so do 60,000 images"
assert abs(full_accuracy["1/sqrt n", "right"] - 0.8451) < 0.015, "on 60,000 images within a point or so of the report"
assert final["uniform"].accuracy.max() < 0.2437 < full_accuracy["uniform", "right"] + 0.03, "wide: below, then near"
assert max(cosines) < 0 < 0.95 < min(cosines_slopeless), "only the printed delta leads uphill"
assert outputs_at_end.max() < -0.9, "it leads every output to -1"
assert final["1/√n, printed delta"].accuracy.max() < 0.25, "the printed delta does not learn"
assert one_image["sigmoid"].min() == 1 and one_image["tanh"].mean() < 0.65, "above sigmoids all weights move together"
end_signs = signs.frame[signs.frame.iteration == 200].groupby("units").batch_2.mean()
assert min(end_signs["sigmoid"], end_signs["tanh + 1"]) > 0.85 > 0.65 > end_signs["tanh"], "also in the sum over images"
assert min(flat["uniform"]) > 0.5 > max(flat["1/√n"]), "wide weights saturate more than half of each layer"
assert curvature["256 sigmoids above them"][0] > 4 * curvature["256 tanh above them"][0], "tanh has a smaller mean"
assert min(by_mean / largest for largest, by_mean, _ in curvature.values()) > 0.9, "the mean makes the curvature"
same = {name: run.accuracy.mean() for name, run in input_same.items()}
assert same["divided"] - same["pixels"] > 2 * (same["centred"] - same["pixels"]), "at one rate the gain is the size's"
assert input_best["centred"].accuracy.min() > input_best["pixels"].accuracy.max(), "at its best rate centring gains"
assert input_best["centred"].accuracy.mean() > input_best["divided"].accuracy.mean(), "as much as dividing"
test_means = [accuracy.mean() for accuracy in input_test.values()]
assert max(test_means) - min(test_means) < 0.05, "on test images it makes little difference"
assert input_best["centred"].multiple.iloc[0] > input_best["pixels"].multiple.iloc[0], "and that rate is larger"
for bias in ("biases", "no biases"):
    spoiled, whole = shift_best[f"tanh + 1, {bias}"].accuracy, shift_best[f"tanh, {bias}"].accuracy
    assert whole.min() > spoiled.max() and whole.mean() > spoiled.mean() + 0.05, "a shift of 1 harms, biases or not"
assert reach["tanh + 1/2"] > reach["tanh + 1"] + 0.05, "a shift of 1/2 harms less"
assert min(reach["sigmoid - 1/2"], reach["sigmoid, k = 4"]) > reach["sigmoid"] + 0.15, "either repair helps the sigmoid"
assert reach["sigmoid, k = 4, - 1/2"] > max(reach["sigmoid - 1/2"], reach["sigmoid, k = 4"]), "both together are best"
assert reach[LECUN] < reach["tanh"], "LeCun's tanh does not beat tanh here"
shifted_up = sorted(groups["units that are shifted up"], key=ratio.get)
assert shifted_up == sorted(shifted_up, key=reach.get, reverse=True), "the larger the mean, the lower"
