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
#   title: The first weights
#   question: How should the first weights be drawn?
#   minutes: 150
# ---

# %% [markdown]
# # Lab 04: The first weights
#
# **How should the first weights be drawn?**
#
# Before a network has seen a single image, somebody has rolled dice for two hundred thousand weights. Report B, a
# student's report from 2020, compared three ways to do that: numbers drawn evenly from $-1$ to $1$, and two ways that
# look at the size of the layer. It found one better than another after 200 updates. In this lab you will learn to
# say, before any training, how large the numbers inside a network will be; to choose the dice so that signals
# survive; and to find out what Report B's comparison had measured.
#
# At the end you can
#
# - predict the size of a weighted sum from the number of inputs, their size, and the spread of the weights;
# - draw weights in four ways, with the right $n$, the right root, and a generator that makes them repeatable;
# - read histograms of activations, slopes and gradients, and propose a cure from them;
# - tell "this initialisation is better" from "this initialisation is ahead after 200 updates at this rate".
#
# Allow about **150 minutes**: 35 for the theory and your predictions, 50 for the code, 25 for the experiments, 40 for
# the written answers. You need nothing from earlier labs but the sigmoid and backpropagation.

# %% setup="04"

# %%
import numpy as np
import pandas as pd
from scipy.stats import truncnorm

from labkit import data, explorers, nn, plots, records
from labkit.experiments import report_b
from labkit.experiments.lab04_initialisation import deep_signals
from labkit.nn import inside
from labkit.verdicts import Claim, Verdicts, mean_and_spread

# %% [markdown]
# ## 1. How wide is a range?
#
# Report B begins like many first networks: every weight is drawn *uniformly* from $-1$ to $1$, which means that all
# numbers in that range are equally likely. We need one number for how large such weights are. The mean will not do,
# it is 0. We take the **standard deviation**, std for short: the root of the mean squared distance from the mean.
# Before the root is taken, the mean squared distance itself is called the **variance**, $\mathrm{Var}$.
#
# For numbers spread evenly over a range, the mean squared distance from the middle is an integral. With half-width
# $h$ it is $\frac{1}{2h}\int_{-h}^{h} u^2\,du$.
#
# **Exercise 1.** Work it out, and write `uniform_std(low, high)`: the standard deviation of numbers that are equally
# likely anywhere between `low` and `high`.

# %% exercise="04.uniform_std"
def uniform_std(low, high):
    """Standard deviation of a uniform distribution from low to high; one number."""
    ### BEGIN SOLUTION
    return (high - low) / np.sqrt(12)
    ### END SOLUTION


# %% check="04.uniform_std"

# %%
my_uniform_std = use("04.uniform_std", uniform_std)
print(f"standard deviation of Report B's weights: {my_uniform_std(-1, 1):.3f}")

# %% [markdown]
# Remember that number. Report B measured its weights' standard deviation too, and reports 0.58.

# %% [markdown]
# ## 2. How large is a sum of hundreds?
#
# A unit of the first hidden layer multiplies each of 784 pixels by a weight and adds up the products:
#
# $$v = \sum_{i=1}^{n} w_i x_i .$$
#
# The result $v$ is called the unit's **pre-activation**: it is what the sigmoid is then given. How large is it? The
# weights are drawn without a look at the inputs, and with mean 0. So every product $w_i x_i$ has mean 0 too. And the
# products do not lean on each other: when $w_1$ comes out positive, that says nothing about $w_2$. For such sums
# *variances add up*. (Read $\mathrm{E}[\ldots]$ as "the mean of", over many draws of the weights; where the mean is 0,
# the mean square *is* the variance.)
#
# $$\mathrm{E}[v^2] = \sum_{i=1}^{n} \mathrm{E}[w_i^2]\,\mathrm{E}[x_i^2] = n \;\mathrm{Var}(w)\;\mathrm{E}[x^2] .$$
#
# The root of $\mathrm{E}[x^2]$ is the **root mean square** of the inputs, rms for short. It is the typical *size* of a
# number, whatever its sign. Note that the inputs need not have mean 0: what counts is their mean square, not their
# variance. The mean is taken over all inputs of the layer and all images.
#
# **Exercise 2.** Write `preactivation_rms(weight_std, input_rms, n_inputs)`: the rms of the pre-activations.

# %% exercise="04.preactivation_rms"
def preactivation_rms(weight_std, input_rms, n_inputs):
    """Predicted root mean square of a layer's weighted sums; one number."""
    ### BEGIN SOLUTION
    return weight_std * input_rms * np.sqrt(n_inputs)
    ### END SOLUTION


# %% check="04.preactivation_rms"

# %% [markdown]
# Your prediction: Report B's network has 784 inputs, the pixels of an image, between 0 (black) and 1 (white), and 256
# units in the first hidden layer. With weights drawn from $-1$ to $1$, what will be the rms of its pre-activations?
# Guess a mean square for the pixels, and compute. Predictions are not graded.

# %% predict="04.first_rms"
first_rms = None  # one number

# %%
my_preactivation_rms = use("04.preactivation_rms", preactivation_rms)
digits = data.load("mnist-subset")
sample = digits.take(50)  # 50 images of each digit


def rms(a):
    return float(np.sqrt(np.mean(np.square(a, dtype=float))))


pixels = sample.x_train
lit = pixels > 0
print(f"mean pixel {pixels.mean():.3f}, mean square {rms(pixels)**2:.3f}, rms {rms(pixels):.3f}")
print(f"pixels that are lit in an image: {lit.sum(axis=1).mean():.0f} of {pixels.shape[1]}; "
      f"never lit in any of {len(pixels)} images: {100 * np.mean(~lit.any(axis=0)):.0f} % of them")

predicted_first = my_preactivation_rms(my_uniform_std(-1, 1), rms(pixels), 784)
reveal("04.first_rms", first_rms, predicted_first, tolerance=0.2,
       text="Were all shades of grey equally common, the mean square would be 1/3. Most pixels are black.")

# %% [markdown]
# A black pixel adds nothing, whatever its weight. So a unit does not add up 784 numbers but, in a typical image, the
# lit ones only; a pixel that is never lit might as well not be there. One could say that the *effective* number of
# inputs is smaller than $n$. In the formula that is in $\mathrm{E}[x^2]$ already, and that is why we **measure** it
# and do not guess.
#
# Still, a pre-activation of typical size 5 is much for a sigmoid: from about $\pm 4.6$ on, its derivative is below
# 0.01. Such a unit is called *saturated*; it passes almost no error back. Before any training!
#
# Does the prediction hold in every layer? From the second layer on the inputs are the outputs of the layer below,
# and we measure their rms as well. To have weights to compare, here are the other two initialisations of Report B.

# %% [markdown]
# ## 3. Dice that fit the layer
#
# Turn the formula round. If a weighted sum is to be as large as its inputs, no more and no less, then
#
# $$n\,\mathrm{Var}(w) = 1, \qquad\text{so}\qquad \mathrm{std}(w) = \frac{1}{\sqrt n} .$$
#
# What is $n$? The number of products that *one unit* adds up: the number of inputs of the layer, called its
# **fan-in**. (Report B calls $n$ the size of the layer itself. We shall see what its code did.)
#
# An initialiser in this course is a function `init(n_inputs, n_outputs, rng)`. It returns an array of shape
# `(n_inputs, n_outputs)`, a column for each unit, and draws all its numbers from the generator `rng`, so that the same
# seed gives the same network again. (`rng` is what `np.random.default_rng(seed)` makes; look at its methods
# `rng.normal` and `rng.uniform`.)
#
# **Exercise 3.** Write `fan_in_normal`: weights from a normal distribution with mean 0 and the standard deviation
# above. Random numbers cannot be compared one by one. So the check draws 40,000 of yours and looks at their shape,
# their mean and standard deviation (which may be off by 2.5 %), the form of their distribution, and whether they come
# from `rng`, and from nothing else. Its card shows what it saw (`std`, `form`, `source`, ...) and names what differs;
# the number at `rng` is the generator's seed.

# %% exercise="04.fan_in_normal"
def fan_in_normal(n_inputs, n_outputs, rng):
    """Normal weights with standard deviation 1/sqrt(fan-in); array (n_inputs, n_outputs)."""
    ### BEGIN SOLUTION
    return rng.normal(0, 1 / np.sqrt(n_inputs), (n_inputs, n_outputs))
    ### END SOLUTION


# %% check="04.fan_in_normal"

# %% [markdown]
# That keeps the weighted sums as large as the inputs. But then comes the activation, and shrinks them. He and
# colleagues asked in 2015 what to do for a ReLU, $\max(0, v)$. It keeps the positive half of its inputs and makes the
# negative half zero. Where $v$ is as often negative as positive, that leaves half of the mean square,
#
# $$\mathrm{E}\bigl[\max(0, v)^2\bigr] = \tfrac12\,\mathrm{E}[v^2] ,$$
#
# and the next layer's weights have to make up for it.
#
# **Exercise 4.** Write `he`: normal weights whose *variance* is twice that of exercise 3.

# %% exercise="04.he"
def he(n_inputs, n_outputs, rng):
    """Normal weights with twice the variance 1/fan-in; array (n_inputs, n_outputs)."""
    ### BEGIN SOLUTION
    return rng.normal(0, np.sqrt(2 / n_inputs), (n_inputs, n_outputs))
    ### END SOLUTION


# %% check="04.he"

# %%
my_he = use("04.he", he)
v = pixels @ my_he(784, 4000, np.random.default_rng(0))  # pre-activations of a first layer with many units
after_relu = rms(np.maximum(0, v)) ** 2
print(f"mean square of v {rms(v)**2:.3f}, of max(0, v) {after_relu:.3f}, of the pixels {rms(pixels)**2:.3f}")

# %% [markdown]
# The ReLU has halved it, and with He's weights that is about what the pixels had. (Sigmoids are another matter, as we
# shall see; Report B used He's weights with them.) And which $n$ did Report B's code use?

# %%
for said, n in (("fan-in", (784, 256, 128)), ("the layer's own size", (256, 128, 10))):
    print(f"He's standard deviations with n = {said}: " + ", ".join(f"{np.sqrt(2 / m):.3f}" for m in n))
print("Report B measured: 0.05, 0.09, 0.13")

# %% [markdown]
# So its code was right, and only the sentence about it was not.
#
# There is a second signal in a network. When the error travels *backwards*, a unit of the layer below adds up what
# comes down from all the units that it feeds: $n_\text{outputs}$ products, with the very same weights. To keep that
# signal as large as it is, one needs $n_\text{outputs}\,\mathrm{Var}(w) = 1$. Unless a layer is square, both cannot
# be had. Glorot and Bengio proposed a compromise in 2010: put the *mean* of the two sizes in the place of $n$,
#
# $$\mathrm{Var}(w) = \frac{2}{n_\text{inputs} + n_\text{outputs}} .$$
#
# They drew the weights uniformly, from $-L$ to $L$. You know from exercise 1 how wide a range must be for a given
# standard deviation.
#
# **Exercise 5.** Write `glorot`: *uniform* weights from $-L$ to $L$, with the $L$ that gives this variance.

# %% exercise="04.glorot"
def glorot(n_inputs, n_outputs, rng):
    """Uniform weights with variance 2/(fan-in + fan-out); array (n_inputs, n_outputs)."""
    ### BEGIN SOLUTION
    limit = np.sqrt(6 / (n_inputs + n_outputs))
    return rng.uniform(-limit, limit, (n_inputs, n_outputs))
    ### END SOLUTION


# %% check="04.glorot"

# %% [markdown]
# Now the test of section 2, in all three layers of Report B's network, with your functions: 500 images, five seeds.
# First the initialisers, and the standard deviation that each of them aims at.

# %%
my_fan_in = use("04.fan_in_normal", fan_in_normal)
my_glorot = use("04.glorot", glorot)


def uniform(n_inputs, n_outputs, rng):
    """Report B's first initialisation."""
    return rng.uniform(-1, 1, (n_inputs, n_outputs))


inits = {"uniform": uniform, "1/sqrt n": my_fan_in, "He": my_he, "Glorot": my_glorot}
stds = {"uniform": lambda n, m: my_uniform_std(-1, 1), "1/sqrt n": lambda n, m: np.sqrt(1 / n),
        "He": lambda n, m: np.sqrt(2 / n), "Glorot": lambda n, m: np.sqrt(2 / (n + m))}

# %% [markdown]
# Then every layer of every network: what your formula predicts, and what the pre-activations are. The ratio says how
# far the measured rms is from the predicted one.

# %%
rows = []
for name, init in inits.items():
    for seed in range(5):
        net = report_b.network(seed, init=init)
        inputs = [pixels, *net.units(pixels)[:-1]]  # of each layer; those of the first are the pixels
        layers_of_it = zip(net.dense, inputs, inside.preactivations(net, pixels), strict=True)
        for number, (layer, x, v) in enumerate(layers_of_it, start=1):
            std = stds[name](layer.n_inputs, layer.n_outputs)
            predicted = my_preactivation_rms(std, rms(x), layer.n_inputs)
            rows.append({"init": name, "layer": number, "predicted": predicted, "measured": rms(v)})
sums = pd.DataFrame(rows)
sums["ratio"] = sums.measured / sums.predicted
spread = sums.groupby(["init", "layer"], sort=False).agg(["mean", "std"]).round(2)
spread

# %% [markdown]
# In the first two layers the prediction is right to a few per cent, though nothing was measured but the inputs. In the
# output layer the ratio varies from seed to seed. Is the formula wrong there? It speaks of the average over all
# possible draws. The first layer has 256 units, each with weights of its own, to average over; the output layer has
# ten. And with small weights their inputs hardly differ between images (they are all near ½), so that all images give
# nearly the same ten sums. Let us draw the output layer alone, two hundred times, and average.

# %%
net = report_b.network(0, init=my_fan_in)
x = net.units(pixels)[1]  # the inputs of the output layer
draws = np.random.default_rng(4)
mean_squares = [rms(x @ my_fan_in(128, 10, draws)) ** 2 / rms(x) ** 2 for _ in range(200)]
print(f"mean square measured over predicted, of single draws: from {min(mean_squares):.2f} to {max(mean_squares):.2f}; "
      f"mean of 200 draws {np.mean(mean_squares):.2f}")

# %% [markdown]
# The prediction is right, and a single small layer may still be far from it. Keep that in mind when a run from one
# seed seems to prove something.
#
# Now read the columns of the table as sizes. Uniform weights give pre-activations of 4 to 6 in every layer: many lie
# beyond $\pm 4.6$, from bottom to top. With $1/\sqrt n$ the first layer's are as large as the pixels, which is what the
# formula promised. But pixels are small.

# %% [markdown]
# ## 4. Without tails
#
# A normal distribution has no limits: one weight in twenty lies farther than two standard deviations from 0, one in
# four hundred farther than three. Some libraries prefer a **truncated normal**, and so does a third student report,
# Report C, for its best network: a weight that falls outside two standard deviations is *drawn again*, as often as it
# takes.
#
# **Exercise 6.** Write `truncated_normal(n_inputs, n_outputs, std, rng)`, where `std` is the standard deviation of the
# normal distribution before it is cut. Draw again the weights outside, not the whole array: among thousands there is
# always one outside, and you would never be done. (The check allows the spread to be off by 1.2 %.)

# %% exercise="04.truncated_normal"
def truncated_normal(n_inputs, n_outputs, std, rng):
    """Normal weights, drawn again until none lies outside two standard deviations; array (n_inputs, n_outputs)."""
    ### BEGIN SOLUTION
    W = rng.normal(0, std, (n_inputs, n_outputs))
    outside = np.abs(W) > 2 * std
    while outside.any():
        W[outside] = rng.normal(0, std, outside.sum())
        outside = np.abs(W) > 2 * std
    return W
    ### END SOLUTION


# %% check="04.truncated_normal"

# %% [markdown]
# Cutting the tails makes a distribution narrower. By how much? And what would *clipping* have done, which moves what
# lies outside to the border?

# %%
my_truncated = use("04.truncated_normal", truncated_normal)
rng = np.random.default_rng(0)
drawn = {
    "normal": rng.normal(0, 1, (500, 400)),
    "truncated": my_truncated(500, 400, 1.0, rng),
    "clipped": np.clip(rng.normal(0, 1, (500, 400)), -2, 2),
}
factor = drawn["truncated"].std()
print(f"standard deviation left of 1: truncated {factor:.4f}, clipped {drawn['clipped'].std():.4f}")
print(f"SciPy's truncated normal says {truncnorm(-2, 2).std():.4f}")
plots.histograms(drawn, "weight, in standard deviations", limits=(-3.2, 3.2),
                 title="With tails, without, and with the tails moved to the border")

# %% [markdown]
# About 12 % of the spread is lost. Whoever asks a truncated normal for $\sqrt{2/n}$ gets less, and in a deep network
# that factor returns in every layer. (It can be derived: with the normal density $p$ and the share $P$ of it that
# lies between $-2$ and $2$, an integration by parts gives the variance $1 - 4\,p(2)/P$.)

# %%
density = np.exp(-2) / np.sqrt(2 * np.pi)
inside_two = np.mean(np.abs(drawn["normal"]) <= 2)
print(f"share inside two standard deviations: {inside_two:.4f} of the draws above, "
      f"so the factor is about {np.sqrt(1 - 4 * density / inside_two):.4f}")

# %% [markdown]
# ## 5. Three ways to begin
#
# So much for the theory; now Report B's experiment. A 784-256-128-10 network of sigmoids without biases, squared error,
# all images in every update, 200 updates. (The report's rate, $10^{-5}$ for a gradient summed over 60,000 images,
# becomes $10^{-5} \cdot 60{,}000 / n$ on $n$ images, the same step: lab 02.)
#
# Which of the three will have learned best after 200 updates? And after 1,000, five times as many?

# %% predict="04.best_init"
best_after_200 = None   # one of "uniform", "1/sqrt n", "He"
best_after_1000 = None  # one of "uniform", "1/sqrt n", "He"

# %% [markdown]
# We train with your initialisers on 250 images, one seed. Below the dots lie recorded runs on 1,000 images: the line
# is the mean over five seeds, the band reaches from the worst to the best.

# %%
def network(init, seed=0):
    """Report B's network, drawn by any initialiser."""
    return report_b.network(seed, init=init)


quarter = digits.take(25)  # 250 images
live = {name: report_b.train(network(inits[name]), quarter, report_b.rate(1e-5, 250), updates=200, log_every=50)
        for name in report_b.INITIALIZERS}

# %%
rates = records.load("04.rates")
print(rates.caption())
at_rate = rates.frame[rates.frame.multiple == 1]  # multiple: how many times Report B's rate
curves = {name: at_rate[at_rate.init == name] for name in report_b.INITIALIZERS}
plots.training_curves(curves, live=live, title="At Report B's rate, 200 updates and beyond", height=4.6)

# %%
def at(frame, iteration, **settings):
    """Accuracy of every seed at one iteration and setting."""
    for column, value in settings.items():
        frame = frame[frame[column] == value]
    return frame[frame.iteration == iteration].set_index("seed").accuracy


after = {(name, updates): at(rates.frame, updates, init=name, multiple=1)
         for name in report_b.INITIALIZERS for updates in (200, 500, 1000)}
for updates in (200, 500, 1000):
    print(f"after {updates:4d} updates: "
          + ", ".join(f"{name} {mean_and_spread(after[name, updates])}" for name in report_b.INITIALIZERS))
print("(accuracy on the training images, mean ± standard deviation over the seeds)")


def best_and_ties(updates):
    means = {name: after[name, updates].mean() for name in report_b.INITIALIZERS}
    best = max(means, key=means.get)
    return best, [name for name in means if means[best] - means[name] < after[best, updates].std()]


(best_200, ties_200), (best_1000, ties_1000) = best_and_ties(200), best_and_ties(1000)
reveal("04.best_init", best_after_200, best_200, ties=ties_200, text="That was after 200 updates.")

# %%
reveal("04.best_init", best_after_1000, best_1000, ties=ties_1000, text="That was after 1,000 updates.")

# %% [markdown]
# Look at the shape of the curves before you read off a winner. With $1/\sqrt n$ and with He's weights the network
# climbs until it answers about half of the images rightly, rests on a plateau (with He's only for a moment), and climbs
# again. What differs is *when* it leaves the plateau. A comparison made while one of them has left and the other has
# not shows a large gap; before and after it the gap is small. Uniform weights begin most slowly, and yet their mean is
# the highest after 200 updates and after 1,000; but there the seeds differ widely, the band is wide. So we ask another
# question: how many updates does each need until it answers four images in five rightly?

# %%
def updates_needed(frame, goal=0.8):
    """First logged iteration with the accuracy wanted, for every seed; NaN where there is none."""
    return frame[frame.accuracy >= goal].groupby("seed").iteration.min().reindex(frame.seed.unique()).astype(float)


needed = {(name, multiple): updates_needed(runs) for (name, multiple), runs
          in rates.frame[rates.frame.updates == 1000].groupby(["init", "multiple"])}
for name in report_b.INITIALIZERS:
    print(f"{name:8s} updates until 80 %: at 1e-5 {mean_and_spread(needed[name, 1], unit='')}, "
          f"at 2e-5 {mean_and_spread(needed[name, 2], unit='')}")
print(f"of {len(rates.seeds)} seeds each; logged every 50 updates")

# %% [markdown]
# In this currency He's weights save about two fifths of the way that $1/\sqrt n$ needs, and twice the rate saves
# nearly half of it. That is no accident: every gradient of a lower layer holds the weights of the layers above as
# factors, so larger weights mean larger updates. A comparison of initialisations at one rate is also a comparison of
# rates. So we give each of them more than one, at the report's length of 200 updates.

# %%
short = rates.frame[rates.frame.iteration == 200]
by_rate = short.pivot_table(index="init", columns="multiple", values="accuracy").loc[list(report_b.INITIALIZERS)]
plots.heat_map(by_rate, row_label="first weights", column_label="learning rate, in units of 1e-5",
               value_label="training accuracy", title="Accuracy after 200 updates, mean over seeds")

# %%
paired = {multiple: runs.pivot(index="seed", columns="init", values="accuracy")
          for multiple, runs in short.groupby("multiple")}
lead = {multiple: runs["He"] - runs["1/sqrt n"] for multiple, runs in paired.items()}


def in_points(difference):
    return mean_and_spread(100 * difference, unit="points")


for multiple, ahead in lead.items():
    print(f"rate {multiple:>4g}e-5: He ahead of 1/sqrt n by {in_points(ahead)} (seed by seed), "
          f"ahead in {np.sum(ahead > 0)} of {len(ahead)} seeds")
lead_half, lead_long = (after["He", updates] - after["1/sqrt n", updates] for updates in (500, 1000))
twice = at(rates.frame, 1000, init="1/sqrt n", multiple=2)
print(f"after   500 updates at 1e-5: He ahead by {in_points(lead_half)}")
print(f"after 1,000 updates at 1e-5: He ahead by {in_points(lead_long)}")
print(f"after 1,000 updates: 1/sqrt n at 2e-5 {mean_and_spread(twice)}, "
      f"He at 1e-5 {mean_and_spread(after['He', 1000])}")

# %% [markdown]
# At Report B's rate the lead after 200 updates is smaller than the difference between one seed and the next. It shows
# all the same, seed by seed, for both networks of a pair were drawn with the same dice: He's weights *are* the others,
# times 1.41. At the largest of the five rates neither network learns, and who is ahead is chance.

# %% [markdown] written="04.ranking" points=3
# **Question 1.** Report B: *He's initialisation is better than $1/\sqrt n$*. Its network consists of sigmoids, and
# the 2 in He's formula was derived for ReLUs. Write three or four sentences that a careful report could print
# instead: what was measured, under which conditions it holds and with which numbers, and what it does *not* show.
#
# ### BEGIN SOLUTION
# With sigmoids, at the rate 1e-5 and after 200 updates on 1,000 images He's weights are ahead of 1/sqrt n by a few
# points, in all five seeds (less than the seeds differ among themselves); after 500 updates the gap is over twenty
# points, and after 1,000 about five, because both climb the same curve and He's weights leave the plateau earlier. So
# the size of the gap says when one looked. At 2e-5 the gap at 200 updates is over twenty points, at 1e-4 there is
# none; and 1/sqrt n with twice the rate ends above He with the report's. None of it says anything about the factor 2
# for ReLUs: there is no ReLU in this network, and its weights are simply 1.41 times as large. A comparison at one
# rate and one length, from one seed, measures who is ahead at that moment.
# ### END SOLUTION

# %% [markdown] rubric="04.ranking"
# - **1 point** states the result with its conditions (rate, updates, seeds) and numbers with their spread
# - **1 point** says that the gap changes with length or rate, with one number from the lab for it
# - **1 point** says what is not shown: nothing about ReLUs or the reason for the 2; the weights are just larger, and
#   larger weights could be had otherwise

# %% [markdown]
# ## 6. Look before you train
#
# If He's weights do better in a network without ReLUs only because they are larger: how large should they be? One
# could try. But one can also *look*. At the very first update, before anything has changed, three things tell what
# each layer will learn: its activations; the slopes $\sigma'$ at which its units sit; and the gradients of its
# weights. `nn.Record` writes them down.

# %%
def first_update(init):
    """Activations, slopes, weight gradients and weights at the first update, a list of layers each."""
    record = nn.Record(["activations", "slopes", "gradients", "weights"], samples=500)
    report_b.train(network(init), sample, report_b.rate(1e-5, 500), updates=1, callbacks=(record,))
    return record.frames[0]


def by_layer(frames, kind, change=np.asarray):
    """For plots.histograms: layers, and in each of them every initialisation."""
    return {f"layer {i + 1}": {name: change(getattr(frame, kind)[i]) for name, frame in frames.items()}
            for i in range(3)}


frames = {name: first_update(inits[name]) for name in ("uniform", "1/sqrt n")}
plots.histograms(by_layer(frames, "activations"), "activation", limits=(0, 1), title="Activations")

# %%
plots.histograms(by_layer(frames, "slopes"), "slope of the sigmoid", limits=(0, 0.25), title="Slopes")

# %% [markdown]
# Two opposite illnesses. With uniform weights the outputs crowd at 0 and 1, and the slopes at 0: for more than a
# third of the hidden units' answers the unit is switched off for the error. With $1/\sqrt n$ nothing is flat, all
# slopes are near their largest value, ¼; but the outputs do not move either. Look at layer 3: a few narrow peaks,
# since each of the ten units gives nearly the same answer to every image. Such a layer hardly passes on which image
# it was.

# %%
def log_size(gradient):
    return np.log10(np.abs(gradient[gradient != 0]))


plots.histograms(by_layer(frames, "gradients", log_size), "power of ten of a weight's gradient", limits=(-4, 2),
                 title="Gradients")

# %% [markdown]
# And that is what the weights feel. (The axis is logarithmic, a step of 1 is a factor of ten; what lies beyond its
# ends is counted at them; weights of pixels that are never lit have no gradient and are left out.) From the output
# layer down to the first the gradients get smaller in both networks, but with $1/\sqrt n$ more so: each layer
# multiplies the error by slopes of at most ¼, and by weights too small to make up for it.
#
# **A proposal.** Near 0 the sigmoid is a straight line, $\sigma(v) \approx \tfrac12 + \tfrac14 v$. What tells one
# image from another is quartered by every activation, on its way up and on its way down. ReLU halves the mean
# square, and He gave the weights a factor $\sqrt2$ for it. By the same argument a sigmoid should get a factor 4:
#
# $$\mathrm{std}(w) = \frac{4}{\sqrt n} .$$
#
# The factor on $1/\sqrt n$ is called the **gain**.

# %%
def with_gain(gain):
    """An initialiser: your fan-in weights, times a gain."""
    def init(n_inputs, n_outputs, rng):
        return gain * my_fan_in(n_inputs, n_outputs, rng)
    return init


frames["gain 4"] = first_update(with_gain(4))
cured = {name: frames[name] for name in ("1/sqrt n", "gain 4")}
plots.histograms(by_layer(cured, "activations"), "activation", limits=(0, 1), title="Activations, gain 4")

# %%
def told_apart(frame):
    """How far the outputs of a unit spread over the images, rms over units, for each layer."""
    return [rms(y.std(axis=0)) for y in frame.activations]


def relative(frame):
    """Gradients against the weights that they are to change, rms over rms."""
    return [rms(g) / rms(W) for g, W in zip(frame.gradients, frame.weights, strict=True)]


blocks = ["spread over images", "share of flat slopes", "gradient", "gradient / weights"]
look = pd.DataFrame({name: [*told_apart(frame), *[np.mean(s < 0.01) for s in frame.slopes],
                            *[rms(g) for g in frame.gradients], *relative(frame)] for name, frame in frames.items()},
                    index=pd.MultiIndex.from_product([blocks, [1, 2, 3]], names=["", "layer"]))
look.round(3)

# %% [markdown]
# Read the first block from top to bottom. With $1/\sqrt n$ the spread over images is quartered by each layer, as the
# slope ¼ said it would be. With gain 4 the outputs use the whole range and still tell images apart in the last layer,
# few slopes of the hidden layers are flat (of the output layer's, one in six), and the first layer's gradients are
# several times as large. And the uniform weights? They tell images apart best of all. But they are *stiff*: the last
# block compares the gradients with the weights that they are to turn, and in the first layer those of the uniform
# network would need five times as many updates.
#
# So much for one look at one seed. Does the cure learn better? These runs were recorded with gains from ½ to 16, all
# at Report B's rate, 200 updates.

# %%
gains = records.load("04.gain")
print(gains.caption())
at_one = gains.frame[gains.frame.multiple == 1]
plots.training_curves({f"gain {gain:g}": runs for gain, runs in at_one.groupby("gain")},
                      title="How large should the first weights be?", height=4.8)

# %%
cure = {gain: at(gains.frame, 200, gain=gain, multiple=1) for gain in sorted(at_one.gain.unique())}
for gain, accuracy in cure.items():
    print(f"gain {gain:<4g} accuracy after 200 updates {mean_and_spread(accuracy)}")
best_gain = max(cure, key=lambda gain: cure[gain].mean())
best_of_three = {name: (by_rate.loc[name].idxmax(), by_rate.loc[name].max()) for name in by_rate.index}
print(f"gain 4 at twice the rate {mean_and_spread(at(gains.frame, 200, gain=4, multiple=2))}")
print("Report B's three, each at the best of five rates: "
      + ", ".join(f"{name} {100 * mean:.0f} %" for name, (multiple, mean) in best_of_three.items()))
print("uniform weights are, layer by layer, a gain of "
      + ", ".join(f"{my_uniform_std(-1, 1) * np.sqrt(n):.1f}" for n in (784, 256, 128)))

# %% [markdown]
# The best gain is the one that we read off the slope of the sigmoid, before any training. It beats all three
# initialisations of Report B, also where each of them may choose among five rates: this is no learning-rate effect.
# To its left, weights are too small for a sigmoid; $1/\sqrt n$ and He stand there, He 1.41 times farther up. To its
# right the units saturate; uniform weights stand there, farther out in the first layer than in the others.
#
# Gain 4 is a rule for *sigmoids* of *this* kind of network, not a law. That brings us to the next question.

# %% [markdown]
# ## 7. Ten layers
#
# Three layers forgive much. In a network of ten, a factor that each layer puts on the signal is taken to the tenth
# power. Here are networks with ten hidden layers of 128 units, before training, with three activations and several
# gains. Forward, we look at the spread of the outputs over images: what still tells images apart. Backward, at the rms
# of $\delta = \partial E/\partial v$, the error that arrives at a layer.

# %%
few = digits.take(10)  # 100 images
activations = {"sigmoid": nn.Sigmoid, "tanh": nn.Tanh, "ReLU": nn.ReLU}
deep = {(name, gain): deep_signals(with_gain(gain), activation, few)  # five seeds each, your fan_in_normal
        for name, activation in activations.items() for gain in (1, 1.41, 2, 4)}


def depth_map(what, title):
    """Sizes as powers of ten in five of the ten hidden layers, a row for each network."""
    sizes = pd.DataFrame({f"{name}, gain {gain:g}": np.log10(layers[what]) for (name, gain), layers in deep.items()}).T
    return plots.heat_map(sizes[[1, 3, 5, 7, 10]], best=None,
                          show=lambda v: f"{10**v:.0f}" if v > 1 else f"{10**v:.1g}", column_label="layer",
                          value_label="size, power of ten", row_height=0.4, title=title)


depth_map("forward", "Forward: spread of the outputs over images")

# %%
depth_map("backward", "Backward: size of the error that arrives")

# %% [markdown]
# - **ReLU** with gain 1 loses signal in both directions, and with gain 2 it explodes. With $\sqrt2 \approx 1.41$, He's
#   gain, the error comes down through ten layers as large as it went in, and the forward signal keeps its order of
#   magnitude. That is what the 2 is for.
# - **tanh** has slope 1 at 0 and wants a gain near 1. Above that its own limits, $\pm1$, hold the forward signal, but
#   nothing holds the error: with gain 4 it grows from layer to layer on its way down.
# - **sigmoid**: with gains 1 and 1.41 neither direction survives ten layers. Gain 4, which cured three layers, loses
#   far less, but over ten layers that is still most of the signal in both directions. The straight line was too
#   simple: outputs that are all positive, ½ on average, push each unit of the next layer to one side, and pushed far
#   enough it is flat. Deep networks of plain sigmoids are not saved by dice.
#
# ### Explore
#
# Move depth and gain, for each activation. Is there a gain at which both directions survive ten layers of tanh? And of
# sigmoids? And for the ReLU: how far from 1.41 may the gain be, at depth 2, 5 and 10?

# %%
explorers.signal_flow()

# %% [markdown]
# ## 8. Does the output layer update most?
#
# Report B looked at pictures of its updates and wrote that they grow with depth, the output layer's being the largest.
# An update is the rate times the gradient, so we compare the rms of the gradients: in every logged row of the recorded
# runs, with three initialisations, five rates and six gains; and in the deep networks above, before training.

# %%
def grows(frame):
    """Row by row: is the output layer's gradient the largest; do they grow from layer to layer?"""
    one, two, three = (frame[f"gradient_rms_{i}"] for i in (1, 2, 3))
    return pd.DataFrame({"largest": (three > two) & (three > one), "growing": (three > two) & (two > one),
                         "ratio": three / one, "longest": three * np.sqrt(128 * 10) > one * np.sqrt(784 * 256)})


logged = pd.concat([rates.frame, gains.frame])
logged = logged[logged.iteration > 0]
row = grows(logged)
print(f"{len(row)} rows of Report B's network")
print(f"output layer's gradient the largest: {100 * row.largest.mean():.1f} % of the rows")
print(f"growing from layer to layer:         {100 * row.growing.mean():.1f} %")
print(f"output layer's over the first's:     {row.ratio.median():.1f} (median)")
print(f"as a whole vector, not per weight:   output layer ahead of the first in "
      f"{100 * row.longest.mean():.0f} % of the rows")

# %%
shown = {f"{name}, gain {gain:g}": deep[name, gain].gradient[[1, 5, 10, 11]]
         for name, gain in (("sigmoid", 1), ("tanh", 1), ("ReLU", 1.41), ("tanh", 4))}
print("rms gradient in networks of ten hidden layers; layer 11 is the output layer")
pd.DataFrame(shown).T.map("{:.2g}".format)

# %% [markdown]
# In Report B's network it is so, with every initialisation and rate that we tried. But it is not a law of networks.
# In sigmoid layers the error shrinks on its way down, since slopes are at most ¼ and the weights do not make up for
# it. Where the weights more than make up for the slopes, as with tanh and gain 4, the first layer's gradient is the
# largest. And it depends on what one calls large: the first layer has 157 times as many weights as the output layer.
# Each of them moves less; all of them together, measured by the length of the whole update, nearly always move
# farther.

# %% [markdown]
# ## 9. Why dice at all?
#
# If only the size of the weights matters, why not give all of them the same value? Or zero? We train two such
# networks on 100 images, one with all weights 0 and one in which every unit takes the mean of its inputs, all weights
# $1/n$. Beside them a network with dice. Then we count how many *different* units are left in each layer.

# %%
def equal_weights(n_inputs, n_outputs, rng):
    return np.full((n_inputs, n_outputs), 1 / n_inputs)


def zeros(n_inputs, n_outputs, rng):
    return np.zeros((n_inputs, n_outputs))


def different(W):
    """How many units of a layer have weights of their own, to five digits of the largest."""
    return len(np.unique(np.round(W / np.abs(W).max(), 5), axis=1).T)


units_left, reached = {}, {}
for name, init in {"all 0": zeros, "all 1/n": equal_weights, "gain 4": with_gain(4)}.items():
    net = report_b.network(0, init=init, dtype=np.float64)  # in float32 rounding alone would part them, a little
    reached[name] = report_b.train(net, few, report_b.rate(1e-5, 100), updates=100).last("accuracy")
    units_left[name] = [different(layer.W) for layer in net.dense]
    print(f"{name:12s} different units after 100 updates, layer by layer: {units_left[name]}; "
          f"accuracy {100 * reached[name]:.0f} %")

# %% [markdown] written="04.symmetry" points=3
# **Question 2.** Explain what you see: why do 256 units that start equal stay equal, through any number of updates? Why
# are the ten output units of the second network different all the same? (Those of the first stay equal, to five digits:
# there each hidden unit gives nearly the same answer to every image, and each digit occurs ten times.) And would it
# help to give equal weights to the first layer only, and random ones to the others?
#
# ### BEGIN SOLUTION
# Two units of a layer with the same weights have the same input and so the same output for every image. If their
# weights to the layer above are equal too, then the same error comes down to both; the gradient of a weight is its
# input times that error, so both get the same update and are equal again. By induction they stay equal for ever: the
# layer is one unit, written down 256 times.
#
# The output units have equal weights and equal outputs at the start as well, but their *targets* differ: each has an
# error of its own, and so an update of its own. (An update adds up error times input over the images. Where the input
# is the same for every image, only the sum of the errors counts, and that is the same for each digit: all weights 0.)
#
# Equal weights in the first layer alone do help: its units start with equal outputs, but random weights above them
# bring different errors down to them, so their first updates differ. (They lose time; all of them begin as the same
# detector.)
# ### END SOLUTION

# %% [markdown] rubric="04.symmetry"
# - **1 point** same weights in and out give the same output, the same error and so the same update, for ever
# - **1 point** output units differ because their targets, and so their errors, differ
# - **1 point** random weights above break the symmetry, because the errors that come down differ

# %% [markdown]
# ## 10. Justify yours

# %% [markdown] written="04.justify" points=5
# **Question 3.** You are to train a network on photographs of 3,072 numbers each, scaled to mean 0 and mean square 1:
# hidden layers of 500, 500 and 100 units, ten outputs with softmax. Choose the activation of the hidden layers
# (sigmoid, tanh or ReLU), and justify how you draw the first weights of *every* layer, so that a reader who does not
# believe you could check each step: the numbers (standard deviations), the reason for each, what you would look at
# before training and what you would expect to see, and which measurement would make you change your mind.
#
# ### BEGIN SOLUTION
# For example, ReLU with He's weights. n is the fan-in of each layer: 3072, 500, 500 and 100 for the output layer. The
# hidden layers get sqrt(2/n): .0255, .0632, .0632; the output layer, on which no ReLU follows, 1/sqrt(100) = .1 (or
# less, so that the softmax starts undecided). Mean 0, normal; drawn from one seeded generator. Reason: mean square of
# v = n Var(w) E[x^2] = 2 E[x^2], the ReLU halves it, so E[x^2] = 1 stays about 1 from layer to layer; backwards the
# slopes are 0 or 1, half of each, so the error keeps its size where layers are equally wide.
#
# Before training, on a few hundred images: the rms of the pre-activations should be 1.4 in every hidden layer (over
# several seeds), about half of all outputs zero, rms of the deltas alike in all layers. If the rms fell or rose by a
# factor from layer to layer, or a layer had far fewer than half of its units on, I would change the gain; the input
# scaling if it is the first layer. The final word is a training run with at least five seeds and three rates against
# half and twice the gain; if a neighbour won by more than the spread, I would take that.
# (Tanh with 1/sqrt n, and sigmoid with 4/sqrt n, are as good if justified by their slopes.)
# ### END SOLUTION

# %% [markdown] rubric="04.justify"
# - **1 point** n is the fan-in of each layer (3072, 500, 500, 100), not its own size, and the numbers follow from it
# - **1 point** the gain is derived from the chosen activation (halved mean square, slope 1 at 0, slope ¼)
# - **1 point** uses the mean square of the inputs (here 1), or says what other inputs would change
# - **1 point** names what to look at before training, and the values or shape expected
# - **1 point** names a measurement that would refute the choice, with several seeds or rates

# %% [markdown]
# ## Recap: ours against claimed
#
# *How should the first weights be drawn?* **At random, with mean 0, from a seeded generator, and so wide that a layer
# hands on what it is given: $\mathrm{std}(w) = \text{gain}/\sqrt{\text{fan-in}}$, with a gain that makes up for the
# activation.** That is $\sqrt2$ for ReLU, 1 for tanh, 4 for the sigmoids of this network. From which distribution
# matters little, as long as you know its standard deviation.

# %%
print(f"after 200 updates at Report B's rate: gain 4 {mean_and_spread(cure[4])}, "
      + ", ".join(f"{name} {mean_and_spread(after[name, 200])}" for name in report_b.INITIALIZERS))

full = records.load("04.full")
print(f"{full.caption()}, accuracy in per cent:")
end = full.frame[full.frame.iteration == 200].set_index(["init", "multiple"])
(100 * end.accuracy).round(0).unstack()

# %% [markdown]
# Report B also measured the standard deviations of activations and weights in its three layers, after 200 updates. Here
# they are beside ours. (For He's weights it does not say at which rate; we take $10^{-5}$.)

# %%
def layers(record, column, init, multiple):
    """A column of all three layers after 200 updates, an array (seeds, 3)."""
    frame = record.frame[record.frame.iteration == 200]
    rows = frame[(frame.init == init) & (frame.multiple == multiple)]
    return rows[[f"{column}_{i}" for i in (1, 2, 3)]].to_numpy()


reported = {("activation_std", "He", 1): (0.12, 0.13, 0.03), ("activation_std", "uniform", 2): (0.42, 0.44, 0.2),
            ("weight_std", "He", 1): (0.05, 0.09, 0.13), ("weight_std", "uniform", 2): (0.58, 0.58, 0.58)}
lines, gap = {}, {}
for (column, init, multiple), said in reported.items():
    ours, large = layers(rates, column, init, multiple), layers(full, column, init, multiple)[0]
    gap[column, init] = float(np.max(np.abs(large - said)))
    lines[column, init] = {"Report B": " / ".join(f"{v:g}" for v in said),
                           "1,000 images": " / ".join(mean_and_spread(v, unit="", digits=2) for v in ours.T),
                           "60,000 images": " / ".join(f"{v:.2f}" for v in large)}
pd.DataFrame(lines).T

# %% [markdown]
# Report B's claims, one by one. "Holds" means, for the standard deviations, within 0.02 in each layer on all 60,000
# images.

# %%
def beside(column, init):
    return f"{lines[column, init]['1,000 images']}; on 60,000 images {lines[column, init]['60,000 images']}"


Verdicts([
    Claim("He better than 1/√n at this rate and length", "better",
          f"200 updates: {mean_and_spread(after['He', 200])} against {mean_and_spread(after['1/sqrt n', 200])}, "
          f"ahead in {np.sum(lead[1] > 0)} of {len(lead[1])} seeds by {in_points(lead[1])}; one seed on 60,000 images: "
          f"{100 * end.accuracy['He', 1]:.0f} against {100 * end.accuracy['1/sqrt n', 1]:.0f} %",
          holds=bool((lead[1] > 0).all())),
    Claim("the same at other lengths and rates", "not tested",
          f"ahead by {in_points(lead_half)} after 500 updates, {in_points(lead_long)} after 1,000; after 200 at "
          f"half and twice the rate {in_points(lead[0.5])} and {in_points(lead[2])}, "
          f"at ten times {in_points(lead[10])}",
          holds=all((ahead > 0).all() for ahead in (*lead.values(), lead_half, lead_long)),
          where="up to twice the report's rate"),
    *[Claim(text, said, beside(*key), holds=gap[key] < 0.02) for text, said, key in (
        ("activations' std with He", ".12/.13/.03", ("activation_std", "He")),
        ("activations' std, uniform at 2e-5", ".42/.44/.2", ("activation_std", "uniform")),
        ("weights' std with He", ".05/.09/.13", ("weight_std", "He")),
        ("weights' std, uniform", ".58", ("weight_std", "uniform")))],
    Claim("updates grow with depth, the output layer's are largest", "output layer largest",
          f"in {100 * row.growing.mean():.0f} % of {len(row)} logged updates of its network; "
          "tanh, ten layers, gain 4: first layer "
          f"{deep['tanh', 4].gradient[1] / deep['tanh', 4].gradient[11]:.0f} times the output layer",
          holds=bool(row.growing.all() and deep["tanh", 4].gradient[1] < deep["tanh", 4].gradient[11]),
          where="in its network of sigmoids, and per weight"),
], source=f"{rates.caption()}; all 60,000 images: {full.caption()}")

# %% [markdown]
# The report's measurements can be had again to about two digits, and at its rate and length its ranking holds. But it
# is a snapshot of two networks on the same road, and neither of them took the short way. The question worth asking
# was not which of three names wins, but how large the numbers inside become, and that could be answered before the
# first update.

# %% [markdown]
# *The lab checks itself:* the cells below stop if what its text says is not what its runs show.

# %%
assert 4 < predicted_first < 7 and rms(pixels) < 0.4, "uniform weights saturate the first layer; pixels are small"
assert (spread.ratio["mean"].drop(3, level="layer") - 1).abs().max() < 0.1, "right in the first two layers"
assert 0.8 < np.mean(mean_squares) < 1.2 and min(mean_squares) < 0.5 < 2 < max(mean_squares), "small layers scatter"
assert abs(after_relu / rms(pixels) ** 2 - 1) < 0.1, "He's weights and a ReLU hand on what they are given"
assert abs(factor - truncnorm(-2, 2).std()) < 0.005, "truncation leaves .880 of the standard deviation"

# %%
assert after["He", 500].mean() - after["1/sqrt n", 500].mean() > 0.2 > 2 * lead_long.mean(), "the gap opens and closes"
assert best_gain == 4 and cure[4].mean() > 0.1 + max(mean for _, mean in best_of_three.values()), "gain 4 wins"
assert twice.mean() > after["He", 1000].mean(), "twice the rate is worth more than He's factor"
assert best_200 == best_1000 == "uniform" and after["uniform", 1000].std() > after["He", 1000].std(), "highest, wide"
assert all((ahead > 0).all() for ahead in (lead[0.5], lead[2], lead_half, lead_long)), "He ahead up to twice the rate"
assert (lead[1] > 0).all() and lead[1].mean() < after["He", 200].std() and abs(lead[10].mean()) < 0.05, "small, in all"
assert look["uniform"]["gradient / weights", 1] * 4 < look["1/sqrt n"]["gradient / weights", 1], "uniform is stiff"
assert 1.5 < needed["1/sqrt n", 1].mean() / needed["He", 1].mean() < 2 and needed["1/sqrt n", 2].mean() < 500, "a delay"

# %%
flat = look.loc["share of flat slopes"]
assert flat["uniform"][[1, 2]].min() > 1 / 3 and flat["gain 4"][[1, 2]].max() < 0.1 < flat["gain 4"][3] < 0.2, "flat"
quartered = look["1/sqrt n"]["spread over images"]
assert all(3 < quartered[i] / quartered[i + 1] < 6 for i in (1, 2)), "each layer quarters the spread over images"
assert 0.5 < deep["ReLU", 1.41].backward[1] / deep["ReLU", 1.41].backward[10] < 2, "He's gain carries the error down"
assert deep["tanh", 4].backward[1] > 10 * deep["tanh", 4].backward[10], "tanh with gain 4 makes the error grow"
for way, start, end in (("forward", 1, 10), ("backward", 10, 1)):
    lost = {gain: deep["sigmoid", gain][way][end] / deep["sigmoid", gain][way][start] for gain in (1, 4)}
    assert lost[1] < lost[4] / 100 < 1e-3, "sigmoids lose the signal, with gain 4 far less of it"
assert row.longest.mean() < 0.2, "as a whole the first layer moves farther"
assert row.growing.all() and deep["tanh", 4].gradient[1] > deep["tanh", 4].gradient[11], "the output layer's, here"
assert units_left["all 0"] == [1, 1, 1] and units_left["all 1/n"] == [1, 1, 10], "equal hidden units stay equal"
assert units_left["gain 4"] == [256, 128, 10], "dice make all units different"
