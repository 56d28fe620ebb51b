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
#   title: Cross-entropy
#   question: Why does a wrong and certain answer learn slowly under squared error?
#   minutes: 150
# ---

# %% [markdown]
# # Lab 06: Cross-entropy
#
# **Why does a wrong and certain answer learn slowly under squared error?**
#
# One would think that the worse an answer is, the more there is to learn from it. Under squared error it is not so: an
# output unit that is sure of the wrong thing hardly learns at all. In this lab you will find the factor that is to
# blame, meet a loss in which it cancels, and write that loss so that no answer can break it. Then you will test what
# two student reports say about it, Report B (2020) and Report C.
#
# At the end you can
#
# - say what an output unit sends back under three losses, and why;
# - derive why the slope of the sigmoid cancels in the cross-entropy, and why softmax is its partner;
# - write softmax and cross-entropy so that they neither overflow nor meet a log 0;
# - tell an advantage of a loss from an advantage of its learning rate.
#
# Allow about **150 minutes**: 30 for the theory and your predictions, 50 for the code, 25 for the experiments, 45 for
# the written answers. You need nothing from earlier labs but the chain rule.

# %% setup="06"

# %%
import numpy as np
import pandas as pd

from labkit import data, explorers, nn, plots, records
from labkit.experiments import report_b
from labkit.verdicts import Claim, Verdicts, mean_and_spread

sigmoid = nn.functional.sigmoid

# %% [markdown]
# ## 1. Certain and wrong
#
# One output unit of a network answers one question, such as *is this a 7?* Its weighted sum $z$, the **score** (or
# pre-activation), goes through a sigmoid, and its answer $y = \sigma(z)$ lies between 0 (no) and 1 (yes). The target
# $t$ is 0 or 1. Under squared error,
#
# $$E = \tfrac12 (y - t)^2, \qquad \frac{\partial E}{\partial z} = (y - t)\,\sigma'(z) = (y - t)\;y\,(1 - y) .$$
#
# What the unit sends back to all the weights below it is a product. The first factor is the error, as it should be.
# The second is the slope of the sigmoid, and it does not ask whether the answer is right: it is small wherever the
# answer is *certain*, near 0 or near 1.
#
# Draw $E$ against $z$ for $t = 1$. On the right it is 0. On the left it rises, and then it flattens out: far to the
# left lies a plateau at the height ½. A unit up there is as wrong as can be, and the ground under it is level. (A
# function with such a plateau is not *convex*: the line between two points of its graph can run below the graph.)

# %% [markdown]
# ## 2. Charge for surprise
#
# Let us charge in another currency. Read $y$ as a probability: the unit announces *yes with probability $y$*. Then
# the truth comes out, and we charge the unit for its **surprise**. If the answer was yes, that is $-\log y$:
# nothing for $y = 1$, $\log 2$ for $y = \tfrac12$, and without limit as $y$ goes to 0. If the answer was no, it is
# $-\log(1 - y)$.
#
# Why a logarithm? Independent probabilities multiply, and we want charges that add. The sum of all surprises is
# minus the logarithm of the probability that the network gave to *all* the right labels together. To make the sum
# small is to make that probability large: this is called *maximum likelihood*.
#
# For all outputs and all images it is the **binary cross-entropy**:
#
# $$E = -\sum_{\text{images}}\;\sum_{\text{outputs}} \bigl[\, t \log y + (1 - t)\log(1 - y) \,\bigr] .$$
#
# Of the two terms in the bracket only one counts for each output, for the other is multiplied by 0, and is 0 even where
# its logarithm is infinite. And where an answer is entirely certain and wrong, the sum *is* infinite: Python has
# `np.inf` for that, and it should not be hidden.
#
# **Sum or mean?** We sum, over outputs and images, like Report B. With a mean over $n$ images the same training needs
# a rate that is $n$ times as large (lab 02), so a rate without this word says nothing.
#
# **Exercise 1.** Write `binary_cross_entropy(y, t)`, one number. `y` and `t` have the shape `(samples, outputs)`, and
# every `t` is 0 or 1. A warning from NumPy costs no points here. (In this lab the checks of a cross-entropy, and of its
# gradient in Exercise 6, compare five digits.)

# %% exercise="06.binary_cross_entropy"
def binary_cross_entropy(y, t):
    """Binary cross-entropy of probabilities y against targets t, summed over outputs and samples; one number."""
    ### BEGIN SOLUTION
    announced = np.where(t == 1, y, 1 - y)  # the probability of what then came true
    with np.errstate(divide="ignore"):
        return -np.sum(np.log(announced))
    ### END SOLUTION


# %% check="06.binary_cross_entropy"

# %% [markdown]
# ## 3. What does a unit send back?
#
# Before you compute it, commit yourself. An output is 0.01 where 1 would have been right. How many times as large is
# the gradient $\partial E/\partial z$ under cross-entropy as under squared error? Predictions are not graded.

# %% predict="06.times"
times_as_large = None  # a number, such as 1, 2, 5, 10, 50, 100, 1000

# %% [markdown]
# Differentiate both terms of the bracket, and put the result on one fraction:
#
# $$\frac{\partial E}{\partial y} = -\frac{t}{y} + \frac{1 - t}{1 - y} = \frac{y - t}{y\,(1 - y)} .$$
#
# On the way on to $z$ the chain rule multiplies this by $\sigma'(z)$. Look at the denominator.
#
# There is a third loss, the simplest of all: the **absolute error**, $E = \sum |y - t|$, also called L1. Its
# derivative with respect to $y$ is the sign of $y - t$ (and 0 where there is no error).
#
# **Exercise 2.** Write `output_signals(y, t)`. Return three arrays of the shape of `y`: the gradient
# $\partial E/\partial z$ at each output under squared error (with the ½), under absolute error, and under binary
# cross-entropy, in this order. (All three are sums, so nothing is divided by the number of images.)

# %% exercise="06.output_signals"
def output_signals(y, t):
    """Gradients dE/dz at sigmoid outputs y with targets t, for three losses: (squared, absolute, cross_entropy)."""
    ### BEGIN SOLUTION
    error = y - t
    slope = y * (1 - y)
    return error * slope, np.sign(error) * slope, error
    ### END SOLUTION


# %% check="06.output_signals"

# %%
my_bce = use("06.binary_cross_entropy", binary_cross_entropy)
my_signals = use("06.output_signals", output_signals)

squared, absolute, cross = (float(part[0, 0]) for part in my_signals(np.array([[0.01]]), np.array([[1.0]])))
print(f"output 0.01, target 1: squared error {squared:.4f}, absolute error {absolute:.4f}, cross-entropy {cross:.2f}")
reveal("06.times", times_as_large, round(cross / squared))

# %% [markdown]
# Read the minus as *up*: a negative gradient raises $z$ in the next update.
#
# Cross-entropy pushes with the full error. The other two push with one per cent of it, because the unit is certain.
# Move the slider to where the unit is most wrong, and compare the slopes of the two losses there. The push of squared
# error is always a fraction of the other: how large does it get at most, and where?

# %%
explorers.certain_and_wrong()

# %% [markdown] written="06.cancels" points=4
# **Question 1.** Let the output unit have the slope $k$: $y = \sigma(kz)$, so that
# $\partial y/\partial z = k\,y(1 - y)$. (a) Derive $\partial E/\partial z$ for the binary cross-entropy of one output,
# starting from its definition, for $t = 0$ and $t = 1$ alike. (b) Do the same for the squared error, and say what
# happens to both gradients when $t = 1$ and $z \to -\infty$. (c) Differentiate (a) once more: what does the sign tell
# you about the shape of the loss?
#
# ### BEGIN SOLUTION
# (a) $E = -t\log y - (1 - t)\log(1 - y)$, so
#
# $$\frac{\partial E}{\partial y} = -\frac{t}{y} + \frac{1 - t}{1 - y} = \frac{-t(1 - y) + (1 - t)y}{y(1 - y)}
# = \frac{y - t}{y(1 - y)},$$
#
# and by the chain rule $\partial E/\partial z = \dfrac{y - t}{y(1 - y)} \cdot k\,y(1 - y) = k\,(y - t)$.
#
# (b) $\partial E/\partial z = (y - t)\,k\,y(1 - y)$: nothing cancels. For $t = 1$ and $z \to -\infty$ the output goes
# to 0. The squared error's gradient goes to 0 with it, like $-ky$; that of the cross-entropy goes to $-k$.
#
# (c) $\partial^2 E/\partial z^2 = k\,\partial y/\partial z = k^2\,y(1 - y) > 0$. The loss of one unit is convex in
# its score: it has no plateau on the wrong side, and the gradient is the larger the more wrong the answer.
# ### END SOLUTION

# %% [markdown] rubric="06.cancels"
# - **1 point** differentiates the cross-entropy with respect to $y$ and brings it to $(y - t)/(y(1 - y))$, or treats
#   $t = 0$ and $t = 1$ separately and rightly
# - **1 point** multiplies by $k\,y(1 - y)$ and obtains $k\,(y - t)$, with the $k$
# - **1 point** squared error: $(y - t)\,k\,y(1 - y)$, which vanishes for $z \to -\infty$, while the other goes to $-k$
# - **1 point** the second derivative is positive everywhere, so the loss is convex in $z$, without a plateau

# %% [markdown]
# ## 4. In a real network
#
# Is any of this more than theory about extreme cases? We take Report B's network: 784 inputs, 256 and 128 hidden units,
# 10 outputs, all of them sigmoids without biases, the first weights drawn evenly from $-1$ to $1$. Every update uses
# all images, and the report's rate, $10^{-5}$ on the gradient summed over 60,000 images, becomes
# $10^{-5} \cdot 60{,}000 / n$ on $n$ images (lab 02). We use 500 images, and let *your* signals do the training: the
# network ends with the scores $z$, and the loss gets its gradient there from you. Every image has ten targets: 1 at
# the output of its own digit, 0 at the nine others.

# %%
digits = data.load("mnist-subset")
sample = digits.take(50)  # 50 images of each digit
rate = report_b.rate(1e-5, 500)

values = {  # in the order of your signals
    "squared error": lambda z, t: 0.5 * np.sum((sigmoid(z) - t) ** 2),
    "absolute error": lambda z, t: np.sum(np.abs(sigmoid(z) - t)),
    "cross-entropy": lambda z, t: my_bce(sigmoid(z.astype(float)), t),
}


def network(seed=0):
    """Report B's network up to the scores: nothing comes after the last weighted sums."""
    return report_b.network(seed, last=nn.Identity)


def loss(name):
    """One of the three losses as a function of the scores, with your gradient."""
    part = list(values).index(name)
    return nn.Loss(values[name], lambda z, t: my_signals(sigmoid(z), t)[part], reduction="sum")

# %% [markdown]
# Ten updates under squared error come first. Then we stop, and ask every output unit, for every image, how wrong it
# is, and what it would send back under each of the three losses.

# %%
t = sample.t_train
stopped = network()
report_b.train(stopped, sample, rate, updates=10, loss=loss("squared error"))
y = sigmoid(stopped.predict(sample.x_train))

error = np.abs(y - t).ravel()
sizes = {name: np.abs(part).ravel() for name, part in zip(values, my_signals(y, t), strict=True)}
some = np.argsort(error)[np.linspace(0, error.size - 1, 250).astype(int)]  # from the least wrong to the most
drawn = ("squared error", "cross-entropy", "absolute error")  # so each loss keeps its colour in all figures
plots.scatter({name: (error[some], sizes[name][some]) for name in drawn}, x_label="error |y - t|",
              y_label="size of dE/dz", title="What 250 outputs send back after ten updates")

# %%
worst = np.argsort(error)[-error.size // 100:]
missed_live = np.mean(y[t == 1] < 0.1)
print(f"the worst 1 % of all outputs: error {error[worst].mean():.4f} on average")
print("mean |dE/dz|     at the worst   everywhere   the worst send")
for name, size in sizes.items():
    share = size[worst].sum() / size.sum()
    print(f"{name:15s} {size[worst].mean():13.4f} {size.mean():12.4f}   {100 * share:.3f} % of all that is sent")
print(f"{100 * missed_live:.0f} % of the images get less than 0.1 at the output of their own digit; "
      f"accuracy {100 * np.mean(y.argmax(axis=1) == sample.y_train):.0f} %")

# %% [markdown]
# The scatter has two heaps: many outputs with almost no error, and some with almost the largest possible. Theory was
# right about the second: the outputs that are most wrong send next to nothing under squared error, and under absolute
# error no more.
#
# How did so many get there? Nine targets in ten are 0. In the first updates all images agree on one thing, *less of
# everything*, and the network learns to say no to all ten questions. For nine of them that is right. The tenth is now
# certain and wrong: we will say that the network **misses** an image if the output of its own digit is below 0.1.

# %% [markdown]
# ## 5. Two hundred updates
#
# Report B changed the loss to cross-entropy and kept the rate. An animation's title says 33.23 % for it (the report
# does not say how the first weights were drawn). What do you expect of *our* network after 200 updates, on the images
# it was trained on: what will its accuracy be under cross-entropy, in per cent?

# %% predict="06.accuracy"
accuracy_with_cross_entropy = None  # per cent, such as 35, 50, 65, 80, 95

# %%
live = {name: report_b.train(network(), sample, rate, updates=200, loss=loss(name), log_every=10) for name in values}

losses = records.load("06.losses")
print(losses.caption())
uniform = losses.frame[losses.frame.init == "uniform"]
recorded = {name: uniform[uniform.error == name] for name in ("squared error", "cross-entropy")}
plots.training_curves(recorded, live=live, height=4.6,
                      title="One rate, first weights from -1 to 1")

# %% [markdown]
# Lines and bands are five recorded runs on all 4,000 training images, dots are your live runs, one seed on 500 images,
# which are easier to learn by heart: their order is what should agree. Absolute error was run live only. And this is
# how many images the recorded networks miss:

# %%
plots.training_curves(recorded, metric="missed",
                      title="Share of images whose own digit's output is below 0.1")

# %%
final = losses.frame[losses.frame.iteration == 200].set_index(["error", "init"]).sort_index()
for name in ("squared error", "cross-entropy"):
    for init in report_b.INITIALIZERS:
        runs = final.loc[(name, init)]
        print(f"{name:14s} {init:9s} accuracy {mean_and_spread(runs.accuracy)}, missed {mean_and_spread(runs.missed)}")

ours = final.loc[("cross-entropy", "uniform")].accuracy
reveal("06.accuracy", accuracy_with_cross_entropy, round(100 * ours.mean()), tolerance=0.05)

# %% [markdown]
# Under squared error the network says no to everything within ten updates, and then spends the rest of its time
# climbing down from the plateau. Under cross-entropy it misses far fewer images to begin with, and finds them sooner.
#
# Look at the other first weights too. Report B tried two smaller ones: normally distributed weights with the standard
# deviation $1/\sqrt n$, where $n$ is the number of inputs of the unit, and He's, with $\sqrt{2/n}$. From these squared
# error misses fewer than one image in a hundred in the end, fewer than cross-entropy does, and still it lags. There the
# outputs wait near 0.1, the mean of their targets, where the slope $y(1 - y)$ is 0.09. That is a small factor, but the
# same for all; a larger rate might make up for it. Section 8 will try.
#
# Absolute error never leaves its plateau. Where an output gives all images the same answer, every image pulls equally
# hard, whatever the size of its error: nine in ten pull it down, one pulls it up. So it ends at the *median* of its
# targets, which is 0.
#
# So where do 33.23 % come from? We let each recorded run say when it passed that mark. And we look at the report's own
# scale, all 60,000 images, which takes too long for five seeds: one seed it is.

# %%
with_ce = losses.frame[losses.frame.error == "cross-entropy"]
above = with_ce[with_ce.accuracy > 0.3323]
first = {init: runs.groupby("seed").iteration.min() for init, runs in above.groupby("init")}
for init, updates in first.items():
    print(f"{init:9s} above 33.23 % after {updates.min():.0f} to {updates.max():.0f} updates")

full = records.load("06.full")
print(full.caption())
full_final = full.frame[full.frame.iteration == 200].set_index("init").accuracy
for init, accuracy in full_final.items():
    print(f"{init:9s} 60,000 images, one seed: {100 * accuracy:.1f} % after 200 updates")

# %% [markdown]
# Whatever the first weights were, the network is past 33.23 % within twenty updates, and ends far above it. The
# title belongs to an early picture of the animation, or to something that the report does not tell. A number without
# its iteration is no result.
#
# ### Do the updates grow brighter?
#
# The report also shows its weight updates as pictures, layer by layer, and says that under cross-entropy they *grow
# brighter* as training goes on. An update is the gradient times the rate, and the rate never changes, so the root mean
# square of each layer's gradient will tell.

# %%
trained = with_ce[with_ce.iteration > 0]
curves = dict(list(trained.groupby("init")))
plots.training_curves(curves, metric=["gradient_rms_1", "gradient_rms_3"], log=True,
                      title="Gradient under cross-entropy, first and last layer", width=7.6)

# %%
growth = {}
print("gradient after 200 updates, in units of that after 10:")
for init, runs in with_ce.groupby("init"):
    for layer in (1, 2, 3):
        size = runs.pivot(index="seed", columns="iteration", values=f"gradient_rms_{layer}")
        growth[init, layer] = size[200] / size[10]
    told = [f"layer {layer}: {mean_and_spread(growth[init, layer], unit='', digits=2)}" for layer in (1, 2, 3)]
    print(f"  {init:9s} {', '.join(told)}")

print("60,000 images, one seed, in units of that after 20:")
for init, run in full.frame.set_index("iteration").groupby("init"):
    sizes_of = [run[f"gradient_rms_{layer}"] for layer in (1, 2, 3)]
    told = [f"layer {layer}: {size[200] / size[20]:.2f}" for layer, size in enumerate(sizes_of, start=1)]
    print(f"  {init:9s} {', '.join(told)}")

# %% [markdown]
# It depends on where one starts. With first weights from $-1$ to $1$ the updates soon fade, in the last layer to a
# twentieth or so on 4,000 images. From smaller first weights they do grow, in every layer, and not smoothly: past a
# hundred updates the step becomes too large for one seed after the other, and its gradients leap. The report does not
# say which weights its pictures are from. (And where the colours of each picture are stretched anew, brightness says
# nothing about size.)

# %% [markdown]
# ## 6. One out of several
#
# Ten sigmoids answer ten questions, and nothing keeps them from saying yes twice, or never. But an image shows one
# digit. The **softmax** builds that in. It turns the scores $z_1, \dots, z_n$ of one image into probabilities that
# add up to 1:
#
# $$y_i = \frac{e^{z_i}}{\sum_j e^{z_j}} .$$
#
# A score may be any number, and $e^{1000}$ is more than the computer can hold. But take the same number $m$ off all
# scores of an image, and numerator and denominator both shrink by the factor $e^{m}$: nothing changes. The best $m$ is
# the largest score of that image, for then the largest exponent is 0, nothing overflows, and the sum is at least 1.
#
# **Exercise 3.** Write `softmax(z)` over the last axis: `z` holds the scores of one image, or has the shape
# `(samples, classes)`. No scores may cause a warning.

# %% exercise="06.softmax"
def softmax(z):
    """Softmax over the last axis of z, without overflow; returns the shape of z."""
    ### BEGIN SOLUTION
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
    ### END SOLUTION


# %% check="06.softmax"

# %% [markdown]
# The surprise at seeing class $c$ is $-\log y_c$. One could compute the softmax and take its logarithm, but a
# probability of $e^{-1000}$ has been rounded to 0 by then. Put the fraction into the logarithm instead:
#
# $$-\log y_c = \log \sum_j e^{z_j} - z_c .$$
#
# The first term is called **log-sum-exp**. It is a softened maximum: never below the largest score, and above it by
# $\log n$ at most. The same trick keeps it safe: write $e^{m}$ as a factor in front of the sum. What does the logarithm
# make of it?
#
# **Exercise 4.** Write `log_sum_exp(z)` over the last axis, one number for each image, without overflow.

# %% exercise="06.log_sum_exp"
def log_sum_exp(z):
    """log(sum(exp(z))) over the last axis, without overflow; the shape of z without its last axis."""
    ### BEGIN SOLUTION
    m = np.max(z, axis=-1, keepdims=True)
    return np.log(np.sum(np.exp(z - m), axis=-1)) + m[..., 0]
    ### END SOLUTION


# %% check="06.log_sum_exp"

# %% [markdown]
# With one-hot targets $t$ (1 for the class that was seen, 0 for the others) the **cross-entropy** of all images is
#
# $$E = -\sum_{\text{images}} \sum_i t_i \log y_i .$$
#
# **Exercise 5.** Write `cross_entropy_from_logits(z, t)`, one number, summed over the images. (*Logits* is another
# name for scores.) It must be finite for all finite scores, and cause no warning.

# %% exercise="06.cross_entropy_from_logits"
def cross_entropy_from_logits(z, t):
    """Cross-entropy of softmax(z) against one-hot targets t, both (samples, classes), summed; one number."""
    ### BEGIN SOLUTION
    return np.sum(log_sum_exp(z) - np.sum(t * z, axis=-1))
    ### END SOLUTION


# %% check="06.cross_entropy_from_logits"

# %% [markdown]
# Now its gradient. In $E = \log\sum_j e^{z_j} - z_c$ differentiate the first term with respect to $z_i$: you know the
# result, you have written it in Exercise 3. The second is quickly done.
#
# **Exercise 6.** Write `logit_gradient(z, t)`: $\partial E/\partial z$, in the shape of `z`.

# %% exercise="06.logit_gradient"
def logit_gradient(z, t):
    """Gradient dE/dz of the summed cross-entropy of softmax(z) against targets t; returns the shape of z."""
    ### BEGIN SOLUTION
    return softmax(z) - t
    ### END SOLUTION


# %% check="06.logit_gradient"

# %% [markdown]
# Once more the derivatives have cancelled. Sigmoid with binary cross-entropy, softmax with cross-entropy: each
# activation has a loss that gives back the plain error. We train with your softmax and your loss on the same scores.

# %%
my_cross_entropy = use("06.cross_entropy_from_logits", cross_entropy_from_logits)
my_logit_gradient = use("06.logit_gradient", logit_gradient)

joint = nn.Loss(my_cross_entropy, my_logit_gradient, reduction="sum")
live["softmax and cross-entropy"] = report_b.train(network(), sample, rate, updates=200, loss=joint, log_every=10)
for name, history in live.items():
    print(f"{name:26s} accuracy after 200 updates on 500 images, one seed: {100 * history.last('accuracy'):.0f} %")

# %% [markdown]
# ## 7. Where the zeros went
#
# What is the care about log 0 good for? Report B computed its loss from the probabilities, and sent what came out
# through NumPy's `nan_to_num`, which replaces *nan* by 0 and infinity by the largest number there is. We raise the rate
# tenfold, so that training goes wrong, and keep five books about the same network: the true loss from the scores, your
# function of Exercise 1 on the probabilities, and three ways to hide what is infinite or undefined.

# %%
def books(z, t):
    """Loss per image of the same scores, kept in five ways; float32, as the network computes."""
    n, y = len(t), sigmoid(z)
    with np.errstate(all="ignore"):
        terms = t * np.log(y) + (1 - t) * np.log(1 - y)
        return {
            "from the scores": nn.functional.binary_cross_entropy_from_logits(z, t) / n,
            "from the probabilities": my_bce(y, t) / n,
            "nan_to_num after the product": -np.sum(np.nan_to_num(terms)) / n,
            "infinite set to 0": -np.sum(np.nan_to_num(terms, neginf=0.0)) / n,
            "nan_to_num after the sum": -np.nan_to_num(np.sum(terms)) / n + 0.0,  # + 0.0 makes 0 of -0
        }


wild = network()
rows = []
for update in range(0, 101, 5):
    z = wild.predict(sample.x_train)
    rows.append({"iteration": update} | books(z, t) | {"accuracy": np.mean(z.argmax(axis=1) == sample.y_train),
                 "a yes (above 1/2) per image": np.mean(np.sum(z > 0, axis=1)),
                 "different sets of answers": len(np.unique(z > 0, axis=0))})
    report_b.train(wild, sample, 10 * rate, updates=5, loss=loss("cross-entropy"))
hidden = pd.DataFrame(rows).set_index("iteration")
print(hidden.loc[[0, 5, 50, 55]].T.to_string(float_format="{:.3g}".format))

# %%
shown = ("from the scores", "infinite set to 0", "nan_to_num after the sum")
plots.scatter({name: (hidden.index, hidden[name]) for name in shown}, x_label="updates", y_label="loss per image",
              line=True, title="Three books about one network that has gone wrong")

# %% [markdown]
# The network has gone wrong for good; look at its accuracy in the table. It gives the same ten answers to every image,
# and each update throws all images together: at one time it says no to everything, at another yes to two digits. That
# is the zigzag. The true loss says what has happened. In float32 the sigmoid of such scores has been rounded to
# exactly 0 or 1, so from the probabilities the loss is infinite: the right alarm, but it cannot tell bad from worse.
#
# The report's way, `nan_to_num` *after the product*, does less harm than one fears: the undefined $0 \cdot \log 0$
# belongs to right answers and becomes the right 0. And what is infinite becomes so large that several of its kind add
# up to infinity again, as the table shows. Set the infinite to 0, and the worst answers cost nothing. And *after the
# sum*, one certain and right answer makes the whole sum undefined, and the loss of the failed network is 0: perfect.
#
# None of this touches the training, whose gradient $y - t$ is computed without the loss. It only takes away the
# instrument by which you would have noticed.

# %% [markdown]
# ## 8. A fair chance for every loss
#
# There is an objection to section 5. Cross-entropy has the larger gradient, so at the same rate it takes the larger
# steps. Is its advantage only a larger rate in disguise? Then squared error needs nothing but a higher rate. So we give
# each loss four rates, a factor of about three apart, and let it choose the best, from two kinds of first weights.

# %%
rates = records.load("06.rates")
print(rates.caption())
order = [*values, "softmax and cross-entropy"]
table = rates.frame.pivot_table(index=["init", "error"], columns="multiple", values="accuracy")
table = table.loc[[(init, name) for init in ("uniform", "He") for name in order]]
plots.heat_map(table.to_numpy(), rows=[f"{init}: {name}" for init, name in table.index], columns=list(table.columns),
               column_label="learning rate, in units of 1e-5", value_label="training accuracy",
               title="Accuracy after 200 updates, mean over seeds", width=7.6)

# %%
at_best, test_at_best, same_rate = {}, {}, {}
for (init, name), row in table.iterrows():
    runs = rates.frame[(rates.frame.init == init) & (rates.frame.error == name)]
    best = runs[runs.multiple == row.idxmax()]
    at_best[init, name], test_at_best[init, name] = best.accuracy.to_numpy(), best.test_accuracy.to_numpy()
    same_rate[init, name] = runs[runs.multiple == 1].accuracy.to_numpy()
    print(f"{init:8s} {name:26s} best rate {row.idxmax():g}e-5: training {mean_and_spread(best.accuracy)}, "
          f"test {mean_and_spread(best.test_accuracy)}")

gain_same, gain_best = {}, {}
for init in ("uniform", "He"):
    for gains, source in ((gain_same, same_rate), (gain_best, at_best)):
        gains[init] = 100 * (source[init, "cross-entropy"] - source[init, "squared error"])
    print(f"{init:8s} cross-entropy leads by {mean_and_spread(gain_same[init], 'points')} at the report's rate, "
          f"by {mean_and_spread(gain_best[init], 'points')} at best rates")

# %%
print("share of images missed after 10 -> 200 updates")
for init in ("uniform", "He"):
    for multiple in (1, 3, 10):
        runs = rates.frame[(rates.frame.init == init) & (rates.frame.multiple == multiple)].groupby("error")
        early, late = runs.missed_early.mean(), runs.missed.mean()
        told = [f"{name} {100 * early[name]:.0f} -> {100 * late[name]:.0f} %" for name in list(values)[::2]]
        print(f"{init:8s} rate {multiple:>2} x 1e-5: {', '.join(told)}")

# %% [markdown]
# The objection is half right. With first weights from $-1$ to $1$ the lead shrinks once squared error may choose its
# rate: so much of it *was* rate. With He's smaller weights it does not shrink, although at the report's rate hardly an
# image is missed there in the end. The table says why a higher rate is of so little use to squared error: at three
# times the rate, ten updates are enough to miss about half of the images or more, under both losses. Cross-entropy
# climbs back. Squared error leaves one image in four or five behind. So the plateau costs twice: it is slow to leave,
# and it forbids the large steps.
#
# At ten times the rate most is lost. Only a softmax survives it, and only from He's weights: its probabilities add up
# to 1, so it cannot say no to everything. From weights between $-1$ and $1$ it fails, too. And absolute error comes
# off its plateau at no rate at all.

# %% [markdown] written="06.why" points=4
# **Question 2.** *Cross-entropy is better than squared error because its gradients are larger.* Judge this sentence.
# Use one number from section 4, one from section 5 and one from section 8, and say what is true in it, what is not,
# and what you would write instead. For what kind of *outputs* does cross-entropy make no difference?
#
# ### BEGIN SOLUTION
# Section 4: the worst hundredth of the outputs sends about 0.0002 each under squared error, and 1.0 under
# cross-entropy. So its gradients are larger, but not by the same factor everywhere: about 17 times on average over all
# outputs, and thousands of times at the worst. A larger rate multiplies all gradients by the same number and cannot do
# that. Section 5: at the same rate squared error still misses about four images in ten after 200 updates, cross-entropy
# about three in a hundred. Section 8: with wide weights a part of the lead at the report's rate *is* rate, for it
# shrinks from about 34 to about 21 points when squared error may choose its best; with He's weights nothing of it is.
# Instead: cross-entropy is better because its gradient is in proportion to the error, so it is large just where the
# answer is certain and wrong. Where outputs are undecided, $y$ near ½, the factor $y(1 - y)$ is ¼ for all, and the two
# differ only by that constant, that is, by the rate.
# ### END SOLUTION

# %% [markdown] rubric="06.why"
# - **1 point** section 4: says with a number that at the most wrong outputs the ratio of the two gradients is far from
#   its usual size
# - **1 point** section 5: fewer missed images, or higher accuracy, at the same rate, with a number
# - **1 point** section 8: with wide weights part of the lead is rate and part is not, with both numbers (or: with He's
#   none is), since a rate multiplies all gradients alike
# - **1 point** concludes that the gradient is in proportion to the error, and names undecided outputs ($y$ near ½) as
#   those where it makes no difference but a constant factor

# %% [markdown] written="06.labels" points=4
# **Question 3.** (a) In a set of images every hundredth label is wrong, and the network is already certain of the
# right digit for each of them. Compare, under squared error and under cross-entropy, what such an image sends back at
# the output of its own digit, and what this does to the training. (b) Name a task for which squared error is the
# right loss, and show it: which assumption about the errors makes the sum of surprises a sum of squares?
#
# ### BEGIN SOLUTION
# (a) At the output of the digit that is truly shown, $y$ is near 1 and the (wrong) target says 0. Under squared error
# the signal is $(y - t)\,y(1 - y)$, nearly nothing; under cross-entropy it is nearly 1, the largest that an output can
# send. So cross-entropy learns from label errors at full strength: as training goes on, and right answers send less
# and less, the wrong labels make up more and more of the gradient, and the network is pulled away from right answers,
# or learns the errors by heart. Squared error takes them for lost and is more robust.
#
# (b) Predicting a quantity (a temperature, the angle of a digit) with an output without a sigmoid. If the target is
# the prediction plus noise from a normal distribution of fixed width $s$, its probability density is proportional to
# $e^{-(t - y)^2/2s^2}$, and its surprise is $(t - y)^2/2s^2$ plus a constant: maximum likelihood *is* least squares.
# (And without a sigmoid there is no factor that could vanish.)
# ### END SOLUTION

# %% [markdown] rubric="06.labels"
# - **1 point** gives both signals for a certain answer with a wrong label: almost 0 under squared error, almost 1
#   under cross-entropy
# - **1 point** concludes that cross-entropy is pulled more by wrong labels (or learns them), squared error less
# - **1 point** names a task with a real-valued target and an output without a sigmoid
# - **1 point** derives the square from the surprise under normally distributed errors of fixed width

# %% [markdown] written="06.entropy" points=3
# **Question 4.** The **entropy** of probabilities $p_1, \dots, p_n$ is $H = -\sum_i p_i \log p_i$: the surprise that
# somebody who knows them has to expect. Report C says that entropy is *smallest when all outcomes are equally
# likely*. Is it? Decide it for $n$ outcomes with a calculation of two cases, explain it in words of surprise, and say
# what the entropy of a softmax of equal scores is, before training, and where training on one-hot targets drives it.
#
# ### BEGIN SOLUTION
# It is the other way round: entropy is *largest* there. If all are equally likely, $p_i = 1/n$ and
# $H = -n \cdot \tfrac1n \log\tfrac1n = \log n$. If one outcome is certain, $H = -1\log 1 - 0\log 0 - \dots = 0$, and
# since no term $-p\log p$ is negative, that is the smallest value possible. Who knows that all are equally likely can
# foresee nothing and is surprised every time; who knows the outcome is never surprised. Equal scores give
# $H = \log 10 \approx 2.30$ for ten classes; training on one-hot targets drives each image's probabilities towards a
# single class, and $H$ towards 0.
# ### END SOLUTION

# %% [markdown] rubric="06.entropy"
# - **1 point** calculates both cases, $\log n$ and 0, and concludes that entropy is largest for equal probabilities
# - **1 point** explains it by surprise or predictability (not by the formula again)
# - **1 point** $\log 10$ (about 2.3) for equal scores, and towards 0 as training makes the network certain

# %% [markdown]
# ## Recap: ours against claimed
#
# *Why does a wrong and certain answer learn slowly under squared error?* Because what an output sends back is its
# error **times the slope of its sigmoid**, and where the answer is certain the sigmoid is flat. The cross-entropy
# charges the logarithm of a probability, whose derivative has that slope in its denominator. It cancels, and the plain
# error is left.

# %%
recorded_missed = {name: final.loc[(name, "uniform")].missed for name in ("squared error", "cross-entropy")}
for name, missed in recorded_missed.items():
    print(f"{name}: after 200 updates at the report's rate {mean_and_spread(missed)} of the images are missed")

# %%
scores, targets = np.random.default_rng(6).normal(0, 3, 50), np.arange(50) % 2.0  # fifty outputs, tried one by one
step = 1e-5
raised, lowered = ([my_bce(sigmoid(np.array([[z + h]])), np.array([[t]])) for z, t in zip(scores, targets, strict=True)]
                   for h in (step, -step))
slopes = (np.array(raised) - np.array(lowered)) / (2 * step)
apart = np.max(np.abs(slopes - my_signals(sigmoid(scores), targets)[2]))

wrong_yes = 0 + (1 - 0) * np.log(1 - 0.99)  # a printed formula: -t log y + (1 - t) log(1 - y), at y = .99 and t = 0
entropy = {"equally likely": -10 * 0.1 * np.log(0.1), "one certain": -1 * np.log(1.0) + 0.0}
by_layer = trained[["gradient_rms_1", "gradient_rms_2", "gradient_rms_3"]]
largest_last = np.mean(by_layer.idxmax(axis=1) == "gradient_rms_3")
brighter = {init: np.mean([growth[init, layer].mean() > 1 for layer in (1, 2, 3)]) for init in report_b.INITIALIZERS}

# %% [markdown]
# The claims of both reports, one by one:

# %%
Verdicts([
    Claim("Report B: y - t, without the slope, is the gradient of sigmoid and cross-entropy", "used",
          f"differs from central differences by {apart:.0e} at most", holds=apart < 1e-6),
    Claim("Report B: sigmoid and cross-entropy reach 33.23 %", "33.23 %",
          "; ".join(f"{init}: {mean_and_spread(final.loc[('cross-entropy', init)].accuracy)}"
                    for init in report_b.INITIALIZERS) + f"; 60,000 images: {100 * full_final.min():.0f} to "
          f"{100 * full_final.max():.0f} %",
          holds=bool((final.loc["cross-entropy"].accuracy.groupby("init").mean() - 0.3323).abs().min() < 0.05),
          where=f"as a frame from the first {max(u.max() for u in first.values()):.0f} of 200 updates"),
    Claim("Report B: updates grow brighter under cross-entropy", "no number given",
          "update 200 over update 10, last layer: " + "; ".join(
              f"{init}: {mean_and_spread(growth[init, 3], unit='', digits=2)}" for init in report_b.INITIALIZERS),
          holds=min(brighter.values()) == 1,
          where="first weights drawn as " + " or ".join(init for init, share in brighter.items() if share == 1)),
    Claim("Report B: the output layer's updates are the largest (here: root mean square)", "largest",
          f"in {100 * largest_last:.0f} % of {len(trained)} logged updates under cross-entropy",
          holds=largest_last == 1),
    Claim("Report B: cross-entropy belongs into the final recipe", "used in it",
          "; ".join(f"{init}: {mean_and_spread(gain_best[init], 'points')}" for init in gain_best)
          + " ahead of squared error, each at its best rate", holds=min(g.mean() for g in gain_best.values()) > 0),
    Claim("Report C: binary cross-entropy has no bracket round its two terms", "printed so",
          f"a wrong yes of 0.99 would cost {wrong_yes:.2f}", holds=wrong_yes > 0),
    Claim("Report C: entropy is smallest when all outcomes are equally likely", "smallest",
          "ten outcomes, " + "; ".join(f"{name}: {value:.2f}" for name, value in entropy.items()),
          holds=entropy["equally likely"] < entropy["one certain"]),
], source=losses.caption() + "; each at its best rate: " + rates.caption())

# %% [markdown]
# The report chose the better loss, and its one number about it says nothing, for it comes without an iteration and
# without a word on the first weights. What remains is a rule with a reason: **a loss and the unit that it judges belong
# together.** Where a loss charges the logarithm of what the unit announces, the slope of the unit cancels, and no
# answer is too certain to be corrected. Where it does not, look for the plateau.

# %% [markdown]
# *The lab checks itself:* the cells below stop if what its text says is not what its runs show.

# %%
assert sizes["squared error"][worst].mean() < 0.01 < 0.9 < sizes["cross-entropy"][worst].mean(), "the worst send least"
assert missed_live > 0.5 and uniform[(uniform.error == "squared error") & (uniform.iteration == 10)].missed.mean() > 0.5
late = hidden.loc[50:]
assert late["from the scores"].min() > 20 and (late["nan_to_num after the sum"] == 0).all(), "hidden, not gone"
assert np.isinf(late["nan_to_num after the product"]).all(), "several of the largest number are infinite again"
assert (late["different sets of answers"] == 1).all(), "one set of answers for all images"
assert late["a yes (above 1/2) per image"].min() == 0 < 1 < late["a yes (above 1/2) per image"].max(), "to and fro"
assert np.isinf(late["from the probabilities"]).all() and late.accuracy.max() < 0.2, "the alarm rings"

# %%
accuracy_of = final.accuracy.groupby(["error", "init"]).mean()
assert recorded_missed["squared error"].min() > 3 * recorded_missed["cross-entropy"].max(), "squared error misses more"
assert (accuracy_of["cross-entropy"] > accuracy_of["squared error"] + 0.2).all(), "ahead from all three first weights"
assert all(final.loc[("squared error", init)].missed.max() < 0.01 for init in ("1/sqrt n", "He")), "few are missed"
assert all(final.loc[("cross-entropy", init)].missed.min() > final.loc[("squared error", init)].missed.max()
           for init in ("1/sqrt n", "He")), "missing is not the whole story"
at_start = uniform[uniform.iteration == 10].groupby("error").missed
assert at_start.max()["cross-entropy"] < at_start.min()["squared error"] - 0.1, "far fewer from the beginning"
small = with_ce[with_ce.init != "uniform"].pivot_table(index="iteration", columns=["init", "seed"],
                                                       values="gradient_rms_3")
assert (small.loc[110:].max() > 2 * small.loc[100]).all(), "one seed after the other leaps"
assert live["absolute error"].last("accuracy") < 0.2, "absolute error never leaves its plateau"
assert max(updates.max() for updates in first.values()) <= 20, "33.23 % is passed early"
assert accuracy_of["cross-entropy"].min() > 0.7, "and left far behind"
assert full_final.min() > 0.7, "and so it is on 60,000 images"
assert brighter == {"uniform": 0, "1/sqrt n": 1, "He": 1}, "updates fade from wide first weights only"
assert growth["uniform", 3].mean() < 0.05, "to a twentieth and less"
waiting = losses.frame.query("error == 'squared error' and init != 'uniform' and iteration == 50").activation_mean_3
assert waiting.between(0.08, 0.12).all(), "outputs wait near 0.1"

# %%
assert gain_best["uniform"].mean() < gain_same["uniform"].mean() - 5, "with wide weights, part of the lead is rate"
assert abs(gain_best["He"].mean() - gain_same["He"].mean()) < 5 and min(map(np.mean, gain_best.values())) > 10
at_three = rates.frame[rates.frame.multiple == 3].groupby(["error", "init"])[["missed_early", "missed"]].mean()
for init in ("uniform", "He"):
    assert at_three.missed_early["squared error", init] > 0.5 and at_three.missed_early["cross-entropy", init] > 0.4
    assert at_three.missed["cross-entropy", init] < 0.1 < 0.15 < at_three.missed["squared error", init], "climbs back"
    assert at_best[init, "absolute error"].mean() < 0.3, "absolute error stays on its plateau"
at_ten = rates.frame[rates.frame.multiple == 10].groupby(["error", "init"]).accuracy.mean()
assert at_ten["softmax and cross-entropy", "He"] > 0.8 > 0.5 > at_ten.drop(("softmax and cross-entropy", "He")).max()
