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
# **Exercise 1.** Write `toeplitz(W, height, width, stride)`: `W` is a bank of filters, shape `(filters, rows, columns)`,
# `stride` is `(down, across)`, and there is no padding. Rows of the result: all places of the first filter, read like
# text, then those of the second.

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
# `use` hands over your function once its check has passed, and labkit's until then. Here it meets two filters on a small
# image: look for the diagonals.

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
plots.maps([three, *response.reshape(2, 26, 26), seen], titles=["a 3", "filter 1", "filter 2", "sent back"],
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
    dW = np.zeros((filters, rows, columns))
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
    W, b = W.copy(), b.copy()
    for sample, target in zip(x, t):
        y = np.tanh(sample @ W + b)
        delta = (target - y) * (1 - y**2)
        W += rate * np.outer(sample, delta)
        b += rate * delta
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
# uphill, and the error grows. Either write $w + \alpha\delta y$, or define $\delta = \partial E/\partial v$ and keep the
# minus. The program may hold another sign than the text; two minus signs in different places cancel. A gradient check,
# or a look at $E$ after one small step, would show it.
# ### END SOLUTION

# %% [markdown] rubric="12.sign"
# - **1 point** with $\delta = -\partial E/\partial v$ the printed update goes uphill: the error grows
# - **1 point** both remedies: plus in the update, or $\delta$ without its minus
# - **1 point** the code need not follow the text (or signs cancel), and a test that would tell

# %% [markdown]
# ## 5. The network, and your prediction
#
# Now the report's network: two 28 by 28 filters, a leaky ReLU with leak $\gamma = 0.01$, two outputs with the same
# activation; weights from $N(0, 1)$, $\alpha = 0.01$, 200 epochs. It does not say how many images it used; we take 50
# of each digit to learn from, and 200 others to test. Ten runs differ in nothing but their random numbers. How many
# percentage points of test accuracy lie between the best and the worst?

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

# %%
REPORTED = {"ReLU": 89, "tanh": 79, "sigmoid": 78}
acts = {name: last("activations", name=name, spread=1.0) for name in REPORTED}
for name, rows in acts.items():
    print(f"{name:8s} train {mean_and_spread(rows.train_accuracy)}, test {mean_and_spread(rows.test_accuracy)}, "
          f"test error {mean_and_spread(rows.test_mse, unit='', digits=2)} (report: {REPORTED[name]} %)")
plots.training_curves({name: records.load("12.activations").select(name=name, spread=1.0).frame.rename(
    columns={"epoch": "iteration"}) for name in acts}, metric="test_mse", title="Test error, ten seeds")

# %%
ORDER = {(0.1, True): 76, (0.01, True): 74, (0.001, True): 92, (0.1, False): 75, (0.01, False): 89, (0.001, False): 86}
orders = {key: last("order", rate=key[0], shuffle=key[1]) for key in ORDER}
for (rate, shuffle), rows in orders.items():
    print(f"{'shuffled' if shuffle else 'fixed':8s} rate {rate:<5g} test {mean_and_spread(rows.test_accuracy)} "
          f"(report: {ORDER[rate, shuffle]} %)")

# %%
LEAK = {(0.01, 0.01): 74, (0.01, 0.05): 77, (0.01, 0.1): 89, (0.001, 0.01): 79, (0.001, 0.05): 74, (0.001, 0.1): 74}
leaks = {key: last("leak", rate=key[0], leak=key[1]) for key in LEAK}
for (rate, leak), rows in leaks.items():
    print(f"rate {rate:<5g} leak {leak:<4g} test {mean_and_spread(rows.test_accuracy)} (report: {LEAK[rate, leak]} %)")

# %% [markdown]
# Differences of a few points drown in the spread. What stands out is the slow rate: at 0.001 the runs have not arrived
# after 200 epochs, and some are no better than guessing. There a larger leak helps, because a filter whose
# response is negative hears ten times as much of its error.

# %% [markdown] written="12.variance" points=4
# **Question 2.** A table says: "leak 0.01: 74 %; leak 0.1: 89 %; so a leak of 0.1 is better." Each number is one run.
# Use the runs above to say what this shows, what you would have to do to show it, and what makes the spread smaller.
#
# ### BEGIN SOLUTION
# The same setting varies from seed to seed by many points (see section 5), and 100 to 200 test images add a
# sampling error of two to four. One run each shows next to nothing. Train both settings with the same ten or more seeds,
# compare mean and spread, or better the differences seed by seed, and choose the setting on images other than those
# that give the final number. More training images make the spread smaller (10 against 400 of each digit), and so do narrower
# first weights.
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
    frame = records.load("12.activations").select(name=name, spread=1.0).frame
    ranks = []
    for _, run in frame.groupby("seed"):
        falls = -np.diff(run.train_mse)
        ranks.append(pd.Series(run.delta.to_numpy()[:-1]).rank().corr(pd.Series(falls).rank()))
    flow[name] = np.array(ranks)
    means = frame[["delta", "upstream", "slope"]].mean()
    print(f"{name:8s} delta {means.delta:.3f}, flowing back {means.upstream:.3f}, slope {means.slope:.2f}; "
          f"rank correlation with the fall of the error {mean_and_spread(flow[name], unit='', digits=2)}")

# %% [markdown]
# ## 8. The filters as pictures
#
# From $N(0, 1)$ the filters stay noise to the eye: what they learn is small beside it. With weights from $N(0, 1/28)$,
# one over the root of the fan-in, the same training shows. Red wants ink, blue forbids it.

# %%
_, way = train(spread=1 / 28, epochs=40)
plots.animation([plots.filters(way[i], limit=float(np.abs(way).max()), title=f"epoch {i}") for i in (0, 1, 2, 5, 10, 40)],
                [f"epoch {i}" for i in (0, 1, 2, 5, 10, 40)], title="Two filters through training")

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
# ## 9. A network that learns and is wrong
#
# Report A lost hours to a bias that was updated twice. The network converged. Here is a small one with such a mistake in
# its `backward`: tanh units, one filter bank as large as the image, and four parameters, `W1, b1, W2, b2`.

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


rng = np.random.default_rng(1)
p = [rng.normal(scale=s, size=n) for s, n in ((1 / 28, (784, 2)), (0.1, 2), (1, (2, 2)), (0.1, 2))]
trained = [part.copy() for part in p]
for _ in range(300):
    trained = [part - 0.0005 * g for part, g in zip(trained, backward(trained, flat, t))]
wrong_accuracy = np.mean(forward(trained, x_test.reshape(-1, 784))[1].argmax(1) == t_test.argmax(1))
print(f"test accuracy of the network with the mistake: {100 * wrong_accuracy:.0f} %")

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
    apart = [np.linalg.norm(c - m) / np.linalg.norm(m) for c, m in zip(claimed, measured)]
    number = int(np.argmax(apart))
    c, m = claimed[number].ravel(), measured[number].ravel()
    return number, float(c @ m / (m @ m))
    ### END SOLUTION


# %% check="12.wrong_gradient"

# %%
def energy(p):
    return 0.5 * np.sum((forward(p, flat[:4])[1] - t[:4]) ** 2)


def by_differences(p, epsilon=1e-5):
    found = [np.zeros_like(part) for part in p]
    for part, gradient in zip(p, found):
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
# large one (oscillation, overflow); factors near 1, in a few parameters, never show. Run the check as soon as backward is
# written and after each change, before training, in float64, on a few samples, with random weights, for parameters of
# every kind, biases included.
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


def late_rise(name):
    """Last test error over the smallest one, run by run."""
    table = records.load("12.activations").select(name=name, spread=1.0).frame.pivot(
        index="epoch", columns="seed", values="test_mse")
    return (table.iloc[-1] / table.min()).to_numpy()


def jitter(rate, shuffle):
    """Sum of all rises of the training error, run by run."""
    table = records.load("12.order").select(rate=rate, shuffle=shuffle).frame.pivot(
        index="epoch", columns="seed", values="train_mse")
    return table.diff().clip(lower=0).sum().to_numpy()


relu_lead = paired(acts["ReLU"], acts["tanh"])
rises = {name: late_rise(name) for name in ("tanh", "sigmoid", "ReLU")}
best_leak = {rate: max((0.01, 0.05, 0.1), key=lambda leak: leaks[rate, leak].test_accuracy.mean()) for rate in (0.01, 0.001)}
smooth = {order: jitter(0.01, order) for order in (True, False)}
order_lead = paired(orders[0.01, False], orders[0.01, True])
rough = {rate: orders[rate, True].rough_learned for rate in (0.1, 0.001)}
opposite = np.concatenate([rows.agreement_learned < 0 for start, rows in starts.items() if start != "means"])

Verdicts([
    Claim("one run of a setting tells how good it is", "89, 74 and 74 %", f"ten seeds: {gap:.0f} points from worst to best",
          holds=gap < 3),
    Claim("ReLU is better than tanh", "89 and 79 %", f"lead {mean_and_spread(relu_lead)}",
          holds=relu_lead.mean() > 2 * relu_lead.std() / np.sqrt(len(relu_lead))),
    Claim("the test error of tanh and sigmoid rises late", "figures",
          f"last over smallest: tanh {rises['tanh'].mean():.2f}, sigmoid {rises['sigmoid'].mean():.2f}, "
          f"ReLU {rises['ReLU'].mean():.2f}", holds=min(rises["tanh"].mean(), rises["sigmoid"].mean()) > 1.1),
    Claim("the best leak is ten times the rate", "0.1 for 0.01, 0.01 for 0.001",
          f"best {best_leak[0.01]} for 0.01 and {best_leak[0.001]} for 0.001",
          holds=best_leak == {0.01: 0.1, 0.001: 0.01}, where="the rate 0.01" if best_leak[0.01] == 0.1 else ""),
    Claim("more gradient flows while the error falls", "figures",
          ", ".join(f"{name} {mean_and_spread(c, unit='', digits=2)}" for name, c in flow.items()) + " (rank correlation)",
          holds=min(c.mean() for c in flow.values()) > 0.3),
    Claim("the two filters get opposite signs", "pictures", f"in {mean_and_spread(opposite)} of the runs from noise",
          holds=opposite.mean() > 0.9, where="filters seeded with a 1 and a 3" if starts["means"].agreement_learned.max() < 0
          else ""),
    Claim("a lower rate gives crisper filters", "pictures",
          f"roughness of what is learned: {mean_and_spread(rough[0.1], unit='', digits=2)} at 0.1, "
          f"{mean_and_spread(rough[0.001], unit='', digits=2)} at 0.001", holds=rough[0.001].mean() > rough[0.1].mean()),
    Claim("a fixed order is smoother", "curves", f"rises of the error add up to {smooth[False].mean():.3f}, shuffled "
          f"{smooth[True].mean():.3f}", holds=smooth[False].mean() < 0.5 * smooth[True].mean()),
    Claim("but not better", "89 against 74 %", f"lead {mean_and_spread(order_lead)}", holds=order_lead.mean() < 0.02),
], source=records.load("12.order").caption())

# %% [markdown]
# *The lab checks itself:* the cell below stops if what its text says is not what its runs show.

# %%
assert errors[-1] < errors[0] / 2, "with the right sign the error falls"
assert gap > 5, "one run tells little"
spreads = [rows.test_accuracy.std() for rows in by_images.values()]
assert spreads[-1] < spreads[0] / 2 and by_images[400].test_accuracy.mean() > by_images[10].test_accuracy.mean()
assert orders[0.001, True].test_accuracy.min() < 0.6, "the slow rate has not arrived"
assert leaks[0.001, 0.1].test_accuracy.mean() > leaks[0.001, 0.01].test_accuracy.mean() + 0.05, "there a leak helps"
assert abs(relu_lead.mean()) < 0.05 and abs(order_lead.mean()) < 0.03, "small beside the spread"
assert max(rises["tanh"].mean(), rises["sigmoid"].mean()) < 1.1, "no late rise here"
assert starts["means"].agreement_learned.max() < 0 < starts["noise"].agreement_learned.max()
assert smooth[False].mean() < smooth[True].mean() and rough[0.001].mean() < rough[0.1].mean()
assert culprit[0] == 3 and abs(culprit[1] - 2) < 0.01 and wrong_accuracy > 0.8, "it learns, and it is wrong"
