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
#   title: Two filters, 1 against 3
#   question: What do two filters as large as the image learn, and how much does one run tell?
#   minutes: 140
# ---

# %% [markdown]
# # Lab 12: Two filters, 1 against 3
#
# **What do two filters as large as the image learn, and how much does one run tell?**
#
# Report A, a student's report from 2019, builds a convolutional network from nothing but NumPy. It begins with the
# smallest one there is: two filters of 28 by 28 pixels look at a picture of a 1 or a 3, each gives one number, and two
# outputs decide. From single runs the report concludes which activation, rate and leak are best. One setting stands
# in three of its tables, with test accuracies of 89, 74 and 74 %. So what do the tables tell?
#
# At the end you can
#
# - write a bank of filters as one Toeplitz matrix, and send responses back with its transpose;
# - compute the gradient of a weight that is used in many places, and train online with the right sign;
# - measure how much gradient reaches a layer, and find a wrong gradient in a network that learns all the same;
# - say from the spread over seeds which differences between settings are worth a sentence.
#
# Allow about **140 minutes**: 30 for the theory and your predictions, 50 for the code, 25 for the experiments, 35 for
# the written answers. You need matrix products, the chain rule, and what gradient descent is.

# %% setup="12"

# %%
import numpy as np
import pandas as pd

from labkit import data, explorers, nn, plots, records
from labkit.experiments import lab12_cnn_part_2 as runs
from labkit.experiments import report_a
from labkit.verdicts import Claim, Verdicts, mean_and_spread

# %% [markdown]
# ## 1. A filter that slides is a matrix
#
# Lay a filter $W$ on an image $p$, multiply what lies on top of each other, and add up; then move on. That is a
# *correlation*. With steps of $s$ pixels down and $q$ across, the response at place $(y, x)$ is
#
# $$v_{yx} = \sum_{i,j} W_{ij}\; p_{\,ys+i,\;xq+j} .$$
#
# (The field calls it convolution. Strictly, a convolution turns the filter round first.) If $p$ has the height $h$ and
# $W$ the height $k$, there are $\lfloor (h - k)/s \rfloor + 1$ places downwards, and likewise across.
#
# Every response is a weighted sum of pixels, so $v = T\,\mathrm{vec}(p)$, where $\mathrm{vec}(p)$ is the image read
# like text. A **row** of $T$ is the filter at one of its places, on an empty image, laid out flat. For steps of 1 the
# weights are constant along diagonals in each block: a *Toeplitz* matrix.
#
# **Exercise 1.** Write `toeplitz(W, height, width, stride)`: `W` is a bank of filters, an array of the shape
# `(filters, rows, columns)`, `stride` is `(down, across)`, and there is no padding. Return an array. Its rows: all
# places of the first filter, read like text, then those of the second.

# %% exercise="12.toeplitz"
def toeplitz(W, height, width, stride):
    """Matrix T with T @ image.ravel() = all responses; shape (filters * places, height * width)."""
    ### BEGIN SOLUTION
    n, rows, columns = W.shape
    T = []
    for f in range(n):
        for y in range(0, height - rows + 1, stride[0]):
            for x in range(0, width - columns + 1, stride[1]):
                image = np.zeros((height, width), W.dtype)
                image[y:y + rows, x:x + columns] = W[f]
                T.append(image.ravel())
    return np.array(T)
    ### END SOLUTION


# %% check="12.toeplitz"

# %% [markdown]
# `use` hands over your function once its check has passed, and labkit's until then. Here it meets two filters on a
# small image: look for the diagonals.

# %%
my_toeplitz = use("12.toeplitz", toeplitz)
edges = np.array([[[1, 1, 1], [0, 0, 0], [-1, -1, -1]], [[1, 0, -1], [1, 0, -1], [1, 0, -1]]], float)
T = my_toeplitz(edges, 6, 7, (1, 1))
plots.maps([T], titles=[f"{T.shape[0]} places by {T.shape[1]} pixels"], title="Two 3 by 3 filters as one matrix")

# %% [markdown]
# ### Explore
#
# Move the filter over the image. Its place on the image and its row of the matrix are one and the same thing.

# %%
explorers.sliding_filter()

# %% [markdown]
# ## 2. The way back
#
# What did a response $v$ see? The transpose answers: $T^\top v$ is an image, the sum of all rows, each as strong as its
# response. Every response paints its filter at its place. It is no inverse (most matrices $T$ have none), but it is
# the very product by which gradients come back to the pixels.
#
# **Exercise 2.** Write `project_back(T, responses, height, width)` for responses of shape `(samples, rows of T)`; the
# result has the shape `(samples, height, width)`.

# %% exercise="12.project_back"
def project_back(T, responses, height, width):
    """Images T^T v, one for each sample."""
    ### BEGIN SOLUTION
    return (responses @ T).reshape(-1, height, width)
    ### END SOLUTION


# %% check="12.project_back"

# %%
my_back = use("12.project_back", project_back)
digits = data.load("mnist-subset")
pictures = runs.pictures(digits)
x, t, x_test, t_test = pictures
three = x[t[:, 1] == 1][0, 0].astype(float)
T = my_toeplitz(edges, 28, 28, (1, 1))
response = T @ three.ravel()
seen = my_back(T, response[None], 28, 28)[0]
plots.maps([three, *response.reshape(2, 26, 26), seen], titles=["a 3", "filter 0", "filter 1", "sent back"],
           title="There and back: edges of a 3")

# %% [markdown]
# ## 3. One weight, many places
#
# A weight of a filter is used at every place of every image, and it is one number all the same. Nudge it, and all
# these places answer; to first order, their effects add up. With $\delta = \partial E / \partial v$,
#
# $$\frac{\partial E}{\partial W_{ij}} = \sum_{\text{images}} \sum_{y,x} \delta_{yx}\; p_{\,y+i,\;x+j} .$$
#
# **Exercise 3.** Write `filter_gradient(images, delta)` for `images` of shape `(samples, height, width)` and `delta` of
# shape `(samples, filters, places down, places across)`, steps of 1, $E$ summed over the samples. The result has the
# shape of the filters; the sizes given tell you theirs.

# %% exercise="12.filter_gradient"
def filter_gradient(images, delta):
    """dE/dW of all filters, shape (filters, rows, columns)."""
    ### BEGIN SOLUTION
    n, filters, down, across = delta.shape
    rows, columns = images.shape[1] - down + 1, images.shape[2] - across + 1
    dW = np.zeros((filters, rows, columns), images.dtype)
    for y in range(down):
        for x in range(across):
            dW += np.tensordot(delta[:, :, y, x], images[:, y:y + rows, x:x + columns], axes=(0, 0))
    return dW
    ### END SOLUTION


# %% check="12.filter_gradient"

# %% [markdown]
# ## 4. One sample at a time, uphill or downhill
#
# Report A minimises $E = \tfrac12 \sum_k (d_k - y_k)^2$ for one sample, and defines
#
# $$\delta_k = -\frac{\partial E}{\partial v_k} = (d_k - y_k)\, f'(v_k), \qquad
# \text{printed: } w(t+1) = w(t) - \alpha\, \delta\, y .$$
#
# Put the two together before you go on: which way does the printed rule walk? *Online* means that every sample makes an
# update at once, and the next sample meets the new weights.
#
# **Exercise 4.** Write `online_epoch(W, b, x, t, rate)` for one layer of tanh units, $y = \tanh(xW + b)$, the samples
# in their order; `W` has the shape `(inputs, outputs)`. Return the new weights and biases, and leave the given ones as
# they are. It should go *down*.

# %% exercise="12.online_epoch"
def online_epoch(W, b, x, t, rate):
    """(W, b) after one update for every sample."""
    ### BEGIN SOLUTION
    for sample, target in zip(x, t, strict=True):
        y = np.tanh(sample @ W + b)
        delta = (target - y) * (1 - y**2)
        W = W + rate * np.outer(sample, delta)
        b = b + rate * delta
    return W, b
    ### END SOLUTION


# %% check="12.online_epoch"

# %%
my_epoch = use("12.online_epoch", online_epoch)
flat = x.reshape(len(x), -1).astype(float)
W, b = np.zeros((784, 2)), np.zeros(2)
errors = []
for _ in range(11):
    errors.append(float(np.mean((t - np.tanh(flat @ W + b)) ** 2)))
    W, b = my_epoch(W, b, flat, t, 0.001)
print("mean squared error, epochs 0 to 10:", ", ".join(f"{e:.3f}" for e in errors))

# %% [markdown] written="12.sign" points=3
# **Question 1.** Report A's two equations stand above. What is wrong with them together, what would a network do that
# follows them, and name two ways of putting it right. Why may a program written by the same people work?
#
# ### BEGIN SOLUTION
# $\delta$ is *minus* the slope of $E$, so $-\alpha\delta y = +\alpha\, \partial E/\partial w$: the printed rule walks
# uphill, and the error grows. Either write $w + \alpha\delta y$, or define $\delta = \partial E/\partial v$ and keep
# the minus. The program may hold another sign than the text; two minus signs in different places cancel. A gradient
# check, or a look at $E$ after one small step, would show it.
# ### END SOLUTION

# %% [markdown] rubric="12.sign"
# - **1 point** with $\delta = -\partial E/\partial v$ the printed update goes uphill: the error grows
# - **1 point** both remedies: plus in the update, or $\delta$ without its minus
# - **1 point** the code need not follow the text (or signs cancel), and a test that would tell

# %% [markdown]
# ## 5. The network, and your prediction
#
# Now the report's network: two 28 by 28 filters, a leaky ReLU with leak $\gamma = 0.01$, two outputs with the same
# activation; $\alpha = 0.01$, 200 epochs. Two things we choose, for nothing firm is known of them: weights from
# $N(0, 1)$, and 50 images of each digit to learn from, 200 others to test. Ten runs differ in nothing but their random
# numbers. How many percentage points of test accuracy lie between the best and the worst?

# %% predict="12.range"
points_between = None  # a number from 0 to 50

# %%
def train(rate=0.01, name="ReLU", spread=1.0, epochs=40, seed=0):
    """One network and the filters it had on the way."""
    net = report_a.part_2(seed, runs.activation(name), spread)
    watch = nn.Snapshots(every=len(x))
    report_a.train(net, x, t, rate, epochs, seed, callbacks=(watch,))
    return net, np.array([p[:1568].reshape(2, 28, 28) for p in watch.parameters])


for seed in range(3):
    net, _ = train(seed=seed)
    print(f"seed {seed}, 40 epochs: test accuracy {100 * report_a.answers(net, pictures)['test_accuracy']:.0f} %")

# %%
def last(record, **settings):
    """The last rows of all runs of a record at some settings."""
    frame = records.load(f"12.{record}").select(**settings).frame
    return frame[frame.epoch == frame.epoch.max()]


nominal = last("activations", name="ReLU", spread=1.0)
print(records.load("12.activations").caption())
gap = 100 * (nominal.test_accuracy.max() - nominal.test_accuracy.min())
print(f"ten runs: {mean_and_spread(nominal.test_accuracy)}, from {100 * nominal.test_accuracy.min():.0f} to "
      f"{100 * nominal.test_accuracy.max():.0f} %; the report's single runs: 89, 74, 74 %")
reveal("12.range", points_between, round(gap), tolerance=0.2)

# %% [markdown]
# Whoever compares two settings by one run each compares two draws from such a heap. More images help twice: the
# accuracy rises and the heap gets narrower. All runs below make the same number of updates.

# %%
by_images = {n: last("images", per_class=n) for n in (10, 20, 50, 400)}
for n, rows in by_images.items():
    print(f"{n:3d} images of each digit: test accuracy {mean_and_spread(rows.test_accuracy)}, "
          f"from {100 * rows.test_accuracy.min():.0f} to {100 * rows.test_accuracy.max():.0f} %")

# %% [markdown]
# ## 6. Report A's tables, ten seeds each
#
# In each cell stands our mean and spread over ten seeds, and in brackets the report's single run. The errors are means
# of $(d_k - y_k)^2$; the report does not say how it scales its own, so compare those by their order only.

# %%
def beside(reported, ours):
    """Our four numbers for each setting, with the report's in brackets."""
    table = {}
    for setting, (*errors, train_accuracy, test_accuracy) in reported.items():
        rows = ours[setting]
        table[setting] = {
            f"{half} error": f"{mean_and_spread(rows[f'{half}_mse'], unit='', digits=2)} ({error:.2g})"
            for half, error in zip(("train", "test"), errors, strict=True)
        } | {
            "train accuracy": f"{mean_and_spread(rows.train_accuracy)} ({train_accuracy})",
            "test accuracy": f"{mean_and_spread(rows.test_accuracy)} ({test_accuracy})"}
    return pd.DataFrame(table).T


REPORTED = {"ReLU": (1.13e-6, 0.086, 100, 89), "tanh": (6.98e-3, 0.157, 100, 79), "sigmoid": (7.68e-3, 0.148, 100, 78)}
acts = {name: last("activations", name=name, spread=1.0) for name in REPORTED}
beside(REPORTED, acts)

# %%
runs_of = {name: records.load("12.activations").select(name=name, spread=1.0).frame for name in acts}
curves = {name: frame.assign(iteration=2 * runs.PER_CLASS * frame.epoch) for name, frame in runs_of.items()}
plots.training_curves(curves, metric="test_mse", log=True, title="Test error, ten seeds: one update for every image")

# %% [markdown]
# The report sees the test error of tanh and sigmoid rise late, and calls it overfitting. How far above its lowest point
# does each of our runs end?

# %%
def late_rise(name):
    """Last test error over the smallest one, run by run."""
    table = runs_of[name].pivot(index="epoch", columns="seed", values="test_mse")
    return (table.iloc[-1] / table.min()).to_numpy()


rises = {name: late_rise(name) for name in acts}
for name, ratio in rises.items():
    print(f"{name:8s} ends at {mean_and_spread(ratio, unit='', digits=2)} times its smallest test error")

# %% [markdown]
# Next the rates, with a new order of the images in each epoch and with always the same one.

# %%
ORDER = {(0.1, "shuffled"): (1.84e-3, 0.169, 100, 76), (0.01, "shuffled"): (3.46e-6, 0.195, 100, 74),
         (0.001, "shuffled"): (2.86e-2, 0.084, 97, 92), (0.1, "fixed"): (2.22e-3, 0.414, 100, 75),
         (0.01, "fixed"): (4.96e-7, 0.090, 100, 89), (0.001, "fixed"): (3.30e-3, 0.0928, 100, 86)}
orders = {(rate, order): last("order", rate=rate, shuffle=order == "shuffled") for rate, order in ORDER}
beside(ORDER, orders)

# %%
def jitter(rate, order):
    """Sum of all rises of the training error, run by run."""
    frame = records.load("12.order").select(rate=rate, shuffle=order == "shuffled").frame
    return frame.pivot(index="epoch", columns="seed", values="train_mse").diff().clip(lower=0).sum()


rising = {key: jitter(*key) for key in ORDER}
for (rate, order), ups in rising.items():
    print(f"rate {rate:<5g} {order:8s} all rises of the training error add up to "
          f"{mean_and_spread(ups, unit='', digits=3)}")
stuck = {order: int((orders[0.1, order].test_accuracy < 0.7).sum()) for order in ("shuffled", "fixed")}
print(f"rate 0.1: runs below 70 % on test images: {stuck['shuffled']} shuffled, {stuck['fixed']} in a fixed order")

# %% [markdown]
# At 0.01 a fixed order gives smoother curves, and the accuracy is the same. At 0.1 it is a risk: each epoch repeats the
# same pushes, and some runs do not get out of a bad place.

# %%
LEAK = {(0.01, 0.01): (1.11e-2, 0.164, 100, 74), (0.01, 0.05): (9.45e-6, 0.152, 100, 77),
        (0.01, 0.1): (1.43e-4, 0.098, 100, 89), (0.001, 0.01): (2.46e-2, 0.158, 100, 79),
        (0.001, 0.05): (2.08e-2, 0.2029, 97, 74), (0.001, 0.1): (3.59e-4, 0.166, 100, 74)}
leaks = {key: last("leak", rate=key[0], leak=key[1]) for key in LEAK}
beside(LEAK, leaks).rename_axis(index=["rate", "leak"])

# %% [markdown]
# Differences of a few points drown in the spread. What stands out is the slow rate: at 0.001 the runs have not arrived
# after 200 epochs, and some are no better than guessing. There a larger leak helps, because a filter whose response is
# negative hears ten times as much of its error.
#
# **What we could not reproduce.** The report's runs learn 97 to 100 % of their training images at every rate; ours from
# $N(0, 1)$ do not, least of all at 0.001, where it reports 92 and 86 % on test images. Its first weights may have been
# smaller. With $N(0, 1/28)$ and the rate 0.01 ours learn them all:

# %%
narrow = last("activations", name="ReLU", spread=runs.FAN_IN)
beside({"ReLU, narrow": REPORTED["ReLU"]}, {"ReLU, narrow": narrow})

# %% [markdown] written="12.variance" points=4
# **Question 2.** A table says: "leak 0.01: 74 %; leak 0.1: 89 %; so a leak of 0.1 is better." Each number is one run.
# Use the runs above to say what this shows, what you would have to do to show it, and what makes the spread smaller.
#
# ### BEGIN SOLUTION
# The same setting varies from seed to seed by many points (see section 5), and 100 to 200 test images add a sampling
# error of two to four. One run each shows next to nothing. Train both settings with the same ten or more seeds,
# compare mean and spread, or better the differences seed by seed, and choose the setting on images other than those
# that give the final number. More training images make the spread smaller (10 against 400 of each digit), and so do
# narrower first weights.
# ### END SOLUTION

# %% [markdown] rubric="12.variance"
# - **1 point** the spread of one setting, with its number, is as large as differences in the tables
# - **1 point** asks for several seeds on both sides, and compares means with spread (or pairs)
# - **1 point** more training images narrow the spread, with numbers
# - **1 point** mentions test set size, or choosing on the test images, or narrower first weights

# %% [markdown]
# ## 7. How much gradient arrives?
#
# Report A plots, epoch by epoch, "Mag Conv Deltas": over the $M$ nodes of the convolutional layer and $N$ samples,
#
# $$\frac1N \sum_{s=1}^{N} \sum_{j=1}^{M} |\delta_{sj}| , \qquad
# \delta_{sj} = \frac{\partial E}{\partial y_{sj}}\; f'(v_{sj}) .$$
#
# We call it the **delta magnitude**. Its two factors are what flows back to the layer, and the layer's own slope.
#
# **Exercise 5.** Write `delta_magnitude(delta)` for `delta` of shape `(samples, filters, places down, places across)`.

# %% exercise="12.delta_magnitude"
def delta_magnitude(delta):
    """Mean over the samples of the sum over all nodes of |delta|."""
    ### BEGIN SOLUTION
    return np.abs(delta).sum() / len(delta)
    ### END SOLUTION


# %% check="12.delta_magnitude"

# %%
my_magnitude = use("12.delta_magnitude", delta_magnitude)
print("yours, on a network of 40 epochs:", f"{my_magnitude(nn.deltas(net, x, t, runs.LOSS)[0]):.4f}")
flow = {}
for name in acts:
    frame = runs_of[name]
    ranks = []
    for _, run in frame.groupby("seed"):
        falls = -np.diff(run.train_mse)
        ranks.append(pd.Series(run.delta.to_numpy()[:-1]).rank().corr(pd.Series(falls).rank()))
    flow[name] = np.array(ranks)
    means = frame[["delta", "upstream", "slope"]].mean()
    print(f"{name:8s} delta {means.delta:.3f}, flowing back {means.upstream:.3f}, slope {means.slope:.2f}; "
          f"rank correlation with the fall of the error {mean_and_spread(flow[name], unit='', digits=2)}")

# %% [markdown]
# Deltas are large while the error falls, and small when it has fallen: nearly without exception for tanh and sigmoid,
# loosely for the ReLU. That is no wonder. Delta is the slope of $E$, and a step downhill gains about
# $\alpha\,\lVert\nabla E\rVert^2$: the two go together, and neither explains the other.

# %% [markdown]
# ## 8. The filters as pictures
#
# From $N(0, 1)$ the filters stay noise to the eye: what they learn is small beside it. With weights from $N(0, 1/28)$,
# one over the root of the fan-in, the same training shows. Red wants ink, blue forbids it.

# %%
_, way = train(spread=1 / 28, epochs=40)
shown, limit = (0, 1, 2, 5, 10, 40), float(np.abs(way).max())
plots.animation([plots.filters(way[i], limit=limit, title=f"epoch {i}") for i in shown],
                [f"epoch {i}" for i in shown], title="Two filters through training")

# %%
explorers.filters_through_training()

# %% [markdown]
# The report says that the two filters end up with opposite signs. The cosine between two filters is $-1$ for opposite
# and $+1$ for equal ones. It also wished to start the filters as a mean 1 and a mean 3.

# %%
starts = {start: last("seeding", start=start) for start in ("noise", "narrow noise", "means")}
for start, rows in starts.items():
    opposite = int((rows.agreement_learned < 0).sum())
    print(f"{start:12s} test {mean_and_spread(rows.test_accuracy)}; cosine of what the filters learned "
          f"{mean_and_spread(rows.agreement_learned, unit='', digits=2)}, negative in {opposite} of {len(rows)}")
seeded = report_a.part_2(0, runs.activation("ReLU"), 1 / 28)
runs.seed_filters(seeded, x, t)
begin = seeded.layers[0].W.copy()
report_a.train(seeded, x, t, 0.01, 40)
plots.filters(np.concatenate([begin, seeded.layers[0].W]), titles=["mean 1", "mean 3", "1, trained", "3, trained"],
              columns=4, title="Filters that begin as a 1 and a 3")

# %% [markdown]
# Random filters do as they please: their signs hang on the signs of the output weights they were dealt. Seeded filters
# agree from run to run, for all runs start at the same place, and move in opposite directions.

# %% [markdown]
# ### Crisper at a lower rate?
#
# The report finds its filters crisper at low rates. We take that to mean less noise, and measure *roughness*: the mean
# square step from pixel to pixel over the mean square weight, 2 for noise, near 0 for a smooth picture. We look at what
# training has added. After equally many epochs a slow run has also learned less; so we look a second time, when
# the fast run's training error is as low as the slow one's is at its end.

# %%
def rough_when_equal(seed):
    """Roughness at the rate .1, as soon as its training error is that of the rate .001 at its end."""
    goal = orders[0.001, "shuffled"].set_index("seed").train_mse[seed]
    run = records.load("12.order").select(rate=0.1, shuffle=True, seed=seed).frame.sort_values("epoch")
    return run.rough_learned[run.train_mse <= goal].iloc[0]


rough = {rate: orders[rate, "shuffled"].set_index("seed").rough_learned for rate in (0.1, 0.001)}
rough_equal = pd.Series({seed: rough_when_equal(seed) for seed in rough[0.001].index})
table = {"rate 0.001, 200 epochs": rough[0.001], "rate 0.1,   200 epochs": rough[0.1],
         "rate 0.1,   same error": rough_equal, "less at 0.001, same error": rough_equal - rough[0.001]}
for label, values in table.items():
    print(f"{label:26s} roughness {mean_and_spread(values, unit='', digits=2)}")

# %% [markdown]
# Most of the difference goes when the errors are equal: fast runs are noisier above all because they have learned more.

# %% [markdown]
# ## 9. A network that learns and is wrong
#
# Report A lost hours to a bias that was updated twice. The network converged. Here is a small one with such a mistake
# in its `backward`: tanh units, one filter bank as large as the image, and four parameters, `W1, b1, W2, b2`.

# %%
def forward(p, images):
    hidden = np.tanh(images @ p[0] + p[1])
    return hidden, np.tanh(hidden @ p[2] + p[3])


def backward(p, images, targets):
    hidden, y = forward(p, images)
    out = (y - targets) * (1 - y**2)
    below = out @ p[2].T * (1 - hidden**2)
    gradients = [images.T @ below, below.sum(axis=0), hidden.T @ out, out.sum(axis=0)]
    gradients[3] += out.sum(axis=0)
    return gradients


def small(seed):
    """First parameters."""
    rng = np.random.default_rng(seed)
    shapes = ((1 / 28, (784, 2)), (0.1, 2), (1, (2, 2)), (0.1, 2))
    return [rng.normal(scale=scale, size=shape) for scale, shape in shapes]


def taught(seed, rate, factor, steps=200):
    """Test accuracy of the network above; factor 1 keeps the mistake, 0.5 takes it out."""
    p, halve = small(seed), (1, 1, 1, factor)
    for _ in range(steps):
        p = [part - rate * h * g for part, h, g in zip(p, halve, backward(p, flat, t), strict=True)]
    return float(np.mean(forward(p, x_test.reshape(-1, 784))[1].argmax(1) == t_test.argmax(1)))


with_and_without = {rate: np.array([[taught(seed, rate, factor) for seed in range(5)] for factor in (1, 0.5)])
                    for rate in (0.0005, 0.002, 0.01)}
for rate, (wrong, right) in with_and_without.items():
    for label, accuracies in (("wrong", wrong), ("right", right)):
        print(f"rate {rate:<6g} {label}: test accuracy", *(f"{100 * a:3.0f}" for a in accuracies), "%")

# %% [markdown]
# At the low rate every network learns, with the mistake or without. At higher rates some fail, and the right ones fail
# too: the rate is to blame, and the mistake hides behind it.

# %% [markdown]
# No curve gives it away. Central differences do: nudge a parameter by $\pm\varepsilon$, and
# $(E_+ - E_-)/2\varepsilon$ is the measured gradient, to be compared with the claimed one.
#
# **Exercise 6.** Write `wrong_gradient(claimed, measured)`. Both are lists of arrays, one for each parameter; exactly
# one claimed gradient is wrong, by one factor. Return its number in the list, counted from 0, and the factor, claimed
# over measured. The gradients may differ in size by powers of ten, entries may be 0, and measured numbers are a little
# rough. (The numbers are your own; a factor within 0.1 % is right.)

# %% exercise="12.wrong_gradient"
def wrong_gradient(claimed, measured):
    """(number of the parameter, factor) of the one wrong gradient."""
    ### BEGIN SOLUTION
    apart = [np.linalg.norm(c - m) / np.linalg.norm(m) for c, m in zip(claimed, measured, strict=True)]
    number = int(np.argmax(apart))
    c, m = claimed[number].ravel(), measured[number].ravel()
    return number, float(c @ m / (m @ m))
    ### END SOLUTION


# %% check="12.wrong_gradient"

# %%
p = small(1)


def energy(p):
    return 0.5 * np.sum((forward(p, flat[:4])[1] - t[:4]) ** 2)


def by_differences(p, epsilon=1e-5):
    found = [np.zeros_like(part) for part in p]
    for part, gradient in zip(p, found, strict=True):
        for place in np.ndindex(part.shape):
            kept = part[place]
            part[place] = kept + epsilon
            above = energy(p)
            part[place] = kept - epsilon
            gradient[place] = (above - energy(p)) / (2 * epsilon)
            part[place] = kept
    return found


culprit = use("12.wrong_gradient", wrong_gradient)(backward(p, flat[:4], t[:4]), by_differences(p))
print(f"wrong: {['W1', 'b1', 'W2', 'b2'][culprit[0]]}, by a factor of {culprit[1]:.3f}")

# %% [markdown] written="12.twice" points=3
# **Question 3.** Why does a network learn although the step of one bias is twice too long? Which wrong factors would
# you notice in the training curve, and which never? When in the work would you run the gradient check, and on what?
#
# ### BEGIN SOLUTION
# A gradient multiplied by a positive number still points downhill for that parameter: its rate is doubled, and where
# the rate is far below the limit of stability this does no harm. A negative factor climbs and shows, and so does a very
# large one (oscillation, overflow); factors near 1, in a few parameters, never show. Run the check as soon as backward
# is written and after each change, before training, in float64, on a few samples, with random weights, for parameters
# of every kind, biases included.
# ### END SOLUTION

# %% [markdown] rubric="12.twice"
# - **1 point** a positive factor keeps the direction downhill: another rate for one parameter
# - **1 point** negative or very large factors show, moderate positive ones do not
# - **1 point** checks before training (or after each change), every kind of parameter, a few samples

# %% [markdown]
# ## Recap: ours against claimed
#
# *What do two filters as large as the image learn, and how much does one run tell?* They learn where a 3 has ink and a
# 1 has none, or the reverse. One run tells how lucky its first weights were, and little else.

# %%
def paired(one, other, column="test_accuracy"):
    """Differences seed by seed."""
    return one.set_index("seed")[column] - other.set_index("seed")[column]


relu_lead = paired(acts["ReLU"], acts["tanh"])
best_leak = {rate: max((0.01, 0.05, 0.1), key=lambda leak: leaks[rate, leak].test_accuracy.mean())
             for rate in (0.01, 0.001)}
smoother = {rate: rising[rate, "shuffled"] - rising[rate, "fixed"] for rate in (0.1, 0.01)}
clearly = {rate: d.mean() > 2 * d.std() / np.sqrt(len(d)) for rate, d in smoother.items()}
order_lead = paired(orders[0.01, "fixed"], orders[0.01, "shuffled"])
crisper = rough_equal - rough[0.001]
opposite = np.concatenate([rows.agreement_learned < 0 for start, rows in starts.items() if start != "means"])

Verdicts([
    Claim("one run of a setting tells how good it is", "89, 74 and 74 %",
          f"ten seeds: {gap:.0f} points from worst to best", holds=gap < 3),
    Claim("ReLU is better than tanh", "89 and 79 %", f"lead {mean_and_spread(relu_lead)}",
          holds=relu_lead.mean() > 2 * relu_lead.std() / np.sqrt(len(relu_lead))),
    Claim("the test error of tanh and sigmoid rises late", "figures",
          f"last over smallest: tanh {rises['tanh'].mean():.2f}, sigmoid {rises['sigmoid'].mean():.2f}, "
          f"ReLU {rises['ReLU'].mean():.2f}", holds=min(rises["tanh"].mean(), rises["sigmoid"].mean()) > 1.1),
    Claim("the best leak is ten times the rate", "0.1 for 0.01, 0.01 for 0.001",
          f"best {best_leak[0.01]} for 0.01 and {best_leak[0.001]} for 0.001",
          holds=best_leak == {0.01: 0.1, 0.001: 0.01}, where="the rate 0.01" if best_leak[0.01] == 0.1 else ""),
    Claim("more gradient flows while the error falls", "figures",
          "rank correlation " + ", ".join(f"{name} {mean_and_spread(c, unit='', digits=2)}"
                                        for name, c in flow.items()),
          holds=min(c.mean() for c in flow.values()) > 0.3),
    Claim("the two filters get opposite signs", "pictures", f"in {mean_and_spread(opposite)} of the runs from noise",
          holds=opposite.mean() > 0.9,
          where="filters seeded with a 1 and a 3" if starts["means"].agreement_learned.max() < 0 else ""),
    Claim("a lower rate gives crisper filters", "pictures",
          f"roughness {mean_and_spread(rough[0.001], unit='', digits=2)} at 0.001; at 0.1 "
          f"{mean_and_spread(rough[0.1], unit='', digits=2)}, at equal error "
          f"{mean_and_spread(rough_equal, unit='', digits=2)}",
          holds=crisper.mean() > 2 * crisper.std() / np.sqrt(len(crisper)),
          where="equally many epochs" if rough[0.001].mean() < rough[0.1].mean() else ""),
    Claim("a lower rate gives smoother curves", "curves", f"rises of the error add up to "
          f"{rising[0.001, 'shuffled'].mean():.3f} at 0.001, {rising[0.1, 'shuffled'].mean():.3f} at 0.1",
          holds=rising[0.001, "shuffled"].mean() < 0.5 * rising[0.1, "shuffled"].mean()),
    Claim("a fixed order is smoother", "curves", "rises of the error, shuffled less fixed: " + ", ".join(
              f"{mean_and_spread(d, unit='', digits=2)} at {rate}" for rate, d in smoother.items()),
          holds=all(clearly.values()), where="the rate 0.01" if clearly[0.01] else ""),
    Claim("but not better", "89 against 74 %", f"lead at 0.01 {mean_and_spread(order_lead)}",
          holds=order_lead.mean() < 0.02),
], source=records.load("12.order").caption())

# %% [markdown]
# *The lab checks itself:* the cell below stops if what its text says is not what its runs show.

# %%
assert errors[-1] < errors[0] / 2, "with the right sign the error falls"
assert gap > 5, "one run tells little"
spreads = [rows.test_accuracy.std() for rows in by_images.values()]
assert spreads[-1] < spreads[0] / 2 and by_images[400].test_accuracy.mean() > by_images[10].test_accuracy.mean()
assert orders[0.001, "shuffled"].test_accuracy.min() < 0.6, "the slow rate has not arrived"
assert leaks[0.001, 0.1].test_accuracy.mean() > leaks[0.001, 0.01].test_accuracy.mean() + 0.05, "there a leak helps"
assert abs(relu_lead.mean()) < 0.05 and abs(order_lead.mean()) < 0.03, "small beside the spread"
assert max(rises["tanh"].mean(), rises["sigmoid"].mean()) < 1.1, "no late rise here"
assert starts["means"].agreement_learned.max() < 0 < starts["noise"].agreement_learned.max()
assert smoother[0.01].mean() > 0 and stuck["fixed"] > stuck["shuffled"]
assert 0 < crisper.mean() < (rough[0.1] - rough[0.001]).mean() / 2, "at equal error most of the difference goes"
assert narrow.train_accuracy.mean() > 0.99 > acts["ReLU"].train_accuracy.mean(), "narrow first weights learn them all"
assert flow["tanh"].mean() > flow["ReLU"].mean() > 0, "deltas are large while the error falls"
assert with_and_without[0.0005].min() > 0.8, "it learns, with the mistake and without"
assert with_and_without[0.01].min(axis=1).max() < 0.7, "at a high rate some fail, right ones too"
assert culprit[0] == 3 and abs(culprit[1] - 2) < 0.01, "and it is wrong"
