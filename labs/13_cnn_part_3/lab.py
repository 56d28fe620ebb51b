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
#   title: A convolutional network, fast
#   question: What do sixteen small filters learn, and what does it take to train them?
#   minutes: 170
# ---

# %% [markdown]
# # Lab 13: A convolutional network, fast
#
# **What do sixteen small filters learn, and what does it take to train them?**
#
# Report A (2019), a student's report, built a convolutional network from scratch. In its third part the network has
# sixteen filters of 7 by 7 pixels and tells all ten digits. The report wrote the convolution as a product with a large
# Toeplitz matrix (lab 12 builds one), and an epoch took it more than a minute. You will write the same layer as a much
# smaller product, train the report's two networks in seconds, and go through its claims: about activations, rates, the
# order of the images, and what the filters look like.
#
# At the end you can
#
# - bring images and filters to the right size before training, and say why both matter;
# - write a convolutional layer, forward and backward, as one product (*im2col*);
# - say what the gradient of a shared weight is, and where overlapping windows add up;
# - find the rate at which a network overflows, and predict it from one image;
# - take a small gradient apart into its factors, and read a confusion matrix.
#
# Allow about **170 minutes**: 30 for the theory and your predictions, 60 for the code, 40 for the experiments, 40 for
# the written answers. You need the chain rule, and what a learning rate is.

# %% setup="13"

# %%
from time import perf_counter

import numpy as np
from scipy.signal import correlate2d, fftconvolve

from labkit import data, experiments, explorers, nn, plots, records
from labkit.experiments import report_a
from labkit.experiments.lab13_cnn_part_3 import by_class, named_network, roughness
from labkit.experiments.lab13_overflow import prepared, stable_rate
from labkit.metrics import accuracy, confusion_matrix, most_confused
from labkit.verdicts import Claim, Verdicts, mean_and_spread

# %% [markdown]
# ## 1. The report's two networks
#
# An image of 28 by 28 pixels goes to sixteen filters of 7 by 7. Each filter fits at 22 by 22 places and gives a number
# at each, so that there are $16 \cdot 22 \cdot 22 = 7744$ of them, the **nodes** of the layer. What follows is
#
# - in **architecture A** the ten outputs, straight away;
# - in **architecture B** 128 hidden units, and then the ten outputs.
#
# After every layer of weights stands an activation, after the outputs too. Training is *online*, one image per update,
# with the rate $\alpha = 0.001$ and the loss
#
# $$E = \tfrac12 \sum_k (d_k - y_k)^2$$
#
# for the outputs $y_k$ and the targets $d_k$: 1 for the right digit, 0 for the others. There are 100 images of each
# digit to learn from, and 100 to test on.

# %%
digits = data.load("mnist-subset").take(100)
x_raw, x_raw_test = (half.reshape(-1, 1, 28, 28) for half in (digits.x_train, digits.x_test))
t, t_test, labels = digits.t_train, digits.t_test, digits.y_test
for letter in "AB":
    print(f"{letter}: {named_network(letter, 'tanh', seed=0).parameters.size:,} parameters")

# %% [markdown]
# Report A tried three activations: a leaky ReLU (leak 0.01), $\tanh(v/2)$, and sigmoids with slopes of its own choice
# (0.7, and 0.05 at the outputs). It found the ReLU best in both architectures.
#
# Which do you expect to be the best in architecture A, judged by the accuracy on test images?

# %% predict="13.best"
best_activation = None  # one of "ReLU", "tanh", "sigmoid", "no clear winner"

# %% [markdown]
# ## 2. Images of the right size
#
# Pixels come as numbers from 0 to 1. The report subtracts the mean pixel $\mu$ and divides by the standard deviation
# $\sigma$:
#
# $$x' = \frac{x - \mu}{\sigma}, \qquad \mu = \frac1n\sum_i x_i, \qquad \sigma^2 = \frac1n\sum_i (x_i - \mu)^2 ,$$
#
# where $i$ goes through *all pixels of all training images*: one mean, one standard deviation. The test images stand
# for images that nobody has seen yet. They are treated with the same two numbers.
#
# **Exercise 1.** Write `normalise(x_train, x_test)`. Return both halves, normalised, as a tuple. Arrays may have any
# number of axes.

# %% exercise="13.normalise"
def normalise(x_train, x_test):
    """Both halves less the mean of the training images, over their standard deviation."""
    ### BEGIN SOLUTION
    mean, spread = x_train.mean(), x_train.std()
    return (x_train - mean) / spread, (x_test - mean) / spread
    ### END SOLUTION


# %% check="13.normalise"

# %%
my_normalise = use("13.normalise", normalise)
x, x_test = my_normalise(x_raw, x_raw_test)
for name, half in {"training": x, "test": x_test}.items():
    print(f"{name:8s} mean {half.mean():+.3f}, standard deviation {half.std():.3f}")

# %% [markdown]
# The test images come out *nearly* normal. That is how it should be.
#
# ## 3. Filters of the right size
#
# At one place a filter adds up $n$ products, one for each of its weights: $n$ = channels · height · width. This number
# is its **fan-in**. If the pixels have mean square 1 and the weights are drawn independently with variance $1/n$, the
# sum has mean square 1 as well: what the filters say is as large as what they saw.
#
# **Exercise 2.** Write `draw_filters(shape, rng)` for a bank of `shape` (filters, channels, height, width). Draw the
# weights with `rng`, a `numpy.random.Generator`, from a normal distribution with mean 0 and variance $1/n$.

# %% exercise="13.draw_filters"
def draw_filters(shape, rng):
    """Normal weights of variance 1 / fan-in, array of the given shape."""
    ### BEGIN SOLUTION
    fan_in = shape[1] * shape[2] * shape[3]
    return rng.standard_normal(shape) / np.sqrt(fan_in)
    ### END SOLUTION


# %% check="13.draw_filters"

# %% [markdown]
# ## 4. Convolution as one product
#
# A filter at the place $(y, x)$ of an image multiplies its weights with the pixels below and adds up (over channels
# $c$ and its own rows and columns $i, j$):
#
# $$z_{s,f,y,x} = b_f + \sum_{c,i,j} W_{f,c,i,j}\; p_{s,\,c,\;y\,\mathrm{d} + i,\;x\,\mathrm{a} + j} .$$
#
# $s$ is the image, $f$ the filter, and the **stride** $(\mathrm{d}, \mathrm{a})$ says how far it is from one place to
# the next, down and across. (The filter is not flipped. Strictly speaking this is a correlation.)
#
# Written out, that is seven nested loops. But look at the sum: for each place it is the product of two lists of $n$
# numbers. So write down what the filter sees at a place as a *column*, and put the columns of all places side by side.
# With this matrix $X$, and a filter in each row of $W$, the whole layer is
#
# $$z = W X + b .$$
#
# **Exercise 3.** Write `im2col(images, kernel_size, stride)`.
#
# - `images` has the shape (samples, channels, height, width); `kernel_size` and `stride` are pairs (down, across).
# - A *row* of the result belongs to one weight of a filter, in the order of `W[f].ravel()`: channel, then row, then
#   column.
# - A *column* belongs to one place of one image: $y$ first, then $x$, and the sample *last*. So the first columns are
#   the top left place of all samples, then comes the next place to the right, and so on.
# - A filter stays inside the image: it fits at $\lfloor (\text{height} - k)/\mathrm{d} \rfloor + 1$ places down.
#
# You need two short loops, over the filter's rows and columns: what all places together see there is
# `images[:, :, i::..., j::...]`, cut to as many rows and columns as there are places.

# %% exercise="13.im2col"
def im2col(images, kernel_size, stride):
    """What the filters see: array (channels * kernel height * kernel width, places down * places across * samples)."""
    ### BEGIN SOLUTION
    n, channels, height, width = images.shape
    rows, columns = kernel_size
    down, across = (height - rows) // stride[0] + 1, (width - columns) // stride[1] + 1
    seen = np.empty((channels, rows, columns, down, across, n), images.dtype)
    for i in range(rows):
        for j in range(columns):
            pixels = images[:, :, i : i + stride[0] * down : stride[0], j : j + stride[1] * across : stride[1]]
            seen[:, i, j] = pixels.transpose(1, 2, 3, 0)
    return seen.reshape(channels * rows * columns, -1)
    ### END SOLUTION


# %% check="13.im2col"

# %%
my_im2col = use("13.im2col", im2col)
X = my_im2col(x[:1], (7, 7), (1, 1))
print(f"one image: {x[:1].size} numbers; its im2col matrix: {X.shape[0]} x {X.shape[1]} = {X.size} numbers")
toeplitz = nn.functional.toeplitz_matrix(named_network("A", "tanh", 0).layers[0].W, 28)
print(f"Toeplitz matrix of the filters: {toeplitz.shape[0]} x {toeplitz.shape[1]} = {toeplitz.size:,} numbers, "
      f"{100 * np.mean(toeplitz == 0):.0f} % of them 0")

# %% [markdown]
# Each pixel has been copied up to 49 times, which is a waste, but a small one beside the zeros of the Toeplitz matrix.
#
# **Exercise 4.** Write `conv_forward(columns, W, b, down, across, n)`: the sums of all filters `W` (filters, channels,
# height, width) with biases `b` (filters,) at `down` by `across` places of `n` images, from the im2col matrix. Return
# an array (samples, filters, places down, places across). Mind that `reshape` only cuts a list of numbers into pieces;
# it never changes their order. That is what `transpose` is for.

# %% exercise="13.forward"
def conv_forward(columns, W, b, down, across, n):
    """Weighted sums, array (samples, filters, places down, places across)."""
    ### BEGIN SOLUTION
    z = W.reshape(len(W), -1) @ columns + b[:, None]
    return z.reshape(len(W), down, across, n).transpose(3, 0, 1, 2)
    ### END SOLUTION


# %% check="13.forward"

# %% [markdown]
# ## 5. The way back
#
# Let $\delta = \partial E/\partial z$, with the shape of $z$. A weight of a filter is used at every place of every
# image, and each use has its part in the error. By the chain rule the parts add up:
#
# $$\frac{\partial E}{\partial W_{f,c,i,j}} = \sum_{s,y,x} \delta_{s,f,y,x}\;
#   p_{s,\,c,\;y\,\mathrm{d} + i,\;x\,\mathrm{a} + j},
#   \qquad \frac{\partial E}{\partial b_f} = \sum_{s,y,x} \delta_{s,f,y,x} .$$
#
# Once more a product: $\partial E/\partial W = \delta\, X^T$, if $\delta$ is written as a matrix with a filter in each
# row, and its columns in the order of those of $X$.
#
# **Exercise 5.** Write `conv_weight_gradients(columns, delta, filter_shape)`, where `filter_shape` is (channels,
# height, width). Return `(dW, db)` with the shapes of `W` and `b`: sums, no means.

# %% exercise="13.weight_gradients"
def conv_weight_gradients(columns, delta, filter_shape):
    """Gradients (dW, db) of the shared weights and of the biases."""
    ### BEGIN SOLUTION
    rows = delta.transpose(1, 2, 3, 0).reshape(delta.shape[1], -1)
    return (rows @ columns.T).reshape(-1, *filter_shape), rows.sum(axis=1)
    ### END SOLUTION


# %% check="13.weight_gradients"

# %% [markdown]
# A layer below would want $\partial E/\partial p$, the error at the pixels. At the columns it is $W^T \delta$. Each
# column then has to be laid back where it came from. Windows overlap: a pixel that has been copied into several columns
# gets the sum of what they bring.
#
# **Exercise 6.** Write `col2im(columns, image_shape, kernel_size, stride)`, the transpose of `im2col`: it takes a
# gradient at the columns and returns the gradient at the images, an array of `image_shape`.

# %% exercise="13.col2im"
def col2im(columns, image_shape, kernel_size, stride):
    """Add every entry of the columns to the pixel that it was copied from; array of image_shape."""
    ### BEGIN SOLUTION
    n, channels, height, width = image_shape
    rows, cols = kernel_size
    down, across = (height - rows) // stride[0] + 1, (width - cols) // stride[1] + 1
    parts = columns.reshape(channels, rows, cols, down, across, n)
    images = np.zeros(image_shape, columns.dtype)
    for i in range(rows):
        for j in range(cols):
            pixels = images[:, :, i : i + stride[0] * down : stride[0], j : j + stride[1] * across : stride[1]]
            pixels += parts[:, i, j].transpose(3, 0, 1, 2)
    return images
    ### END SOLUTION


# %% check="13.col2im"

# %% [markdown]
# Two functions $A$ and $B$ are each other's transpose if $\langle A p, q\rangle = \langle p, B q\rangle$ for any $p$
# and $q$. That is a test without any reference, and it finds every index that is off by one.

# %%
my_col2im = use("13.col2im", col2im)
rng = np.random.default_rng(0)
p = rng.normal(size=(3, 2, 9, 7))
q = rng.normal(size=my_im2col(p, (4, 3), (2, 1)).shape)
there, back = np.sum(my_im2col(p, (4, 3), (2, 1)) * q), np.sum(p * my_col2im(q, p.shape, (4, 3), (2, 1)))
print(f"<im2col(p), q> = {there:.10f}, <p, col2im(q)> = {back:.10f}")

# %% [markdown] written="13.shared" points=3
# **Question 1.** A dense layer of 7744 units on the same image would have $7744 \cdot 784$ weights; the sixteen filters
# have $16 \cdot 49$. (a) Why is the gradient of one filter weight a sum over 484 places, and what does that mean for
# its size, compared with that of a dense weight? (b) Report A once added the gradient of the *bias* twice, and the
# network still learned. How could that be, and how would you have found it?
#
# ### BEGIN SOLUTION
# (a) The weight is used at 484 places; a small change of it changes all those sums, and the loss changes by the total,
# so its derivative is the sum over its uses. The sum of 484 terms is many times larger than one term (484 times if all
# agree, about 22 times if they are random), so the same rate moves a shared weight much further than a dense one.
# (b) A gradient twice as large is a step in the right direction with twice the rate for the biases. It still goes
# downhill. A gradient check (central differences) shows at once that db is off by a factor 2.
# ### END SOLUTION

# %% [markdown] rubric="13.shared"
# - **1 point** the derivative of a weight used many times is the sum over its uses (chain rule), not a mean
# - **1 point** says that the gradient is larger than a dense weight's, or that the rate acts more strongly on it
# - **1 point** a doubled gradient is a doubled rate, same direction; found by a gradient check

# %% [markdown]
# ## 6. Train it
#
# Here is architecture A with tanh units, out of your functions: no class, no hidden step.

# %%
my_filters, my_forward = use("13.draw_filters", draw_filters), use("13.forward", conv_forward)
my_gradients = use("13.weight_gradients", conv_weight_gradients)


def first_weights(seed=0):
    """Filters W, their biases b, outputs' weights V and biases c."""
    rng = np.random.default_rng(seed)
    W, V = my_filters((16, 1, 7, 7), rng), rng.standard_normal((7744, 10)) / np.sqrt(7744)
    return [array.astype(np.float32) for array in (W, np.zeros(16), V, np.zeros(10))]


def answer(image, W, b, V, c):
    """What architecture A makes of one image (1, 1, 28, 28): columns, hidden values, outputs."""
    columns = my_im2col(image, (7, 7), (1, 1))
    h = np.tanh(my_forward(columns, W, b, 22, 22, 1) / 2)
    return columns, h, np.tanh((h.reshape(1, -1) @ V + c) / 2)


def learn(image, target, W, b, V, c, rate=0.001):
    """One update, in place."""
    columns, h, y = answer(image, W, b, V, c)
    delta_out = (y - target) * (1 - y**2) / 2
    delta = (delta_out @ V.T).reshape(h.shape) * (1 - h**2) / 2
    dW, db = my_gradients(columns, delta, W.shape[1:])
    for array, gradient in ((W, dW), (b, db), (V, h.reshape(-1, 1) @ delta_out), (c, delta_out[0])):
        array -= rate * gradient


# %%
weights = first_weights()
net = report_a.part_3(0, "A", report_a.activations("tanh", 2))
net.layers[0].W, net.layers[0].b, net.layers[3].W, net.layers[3].b = weights
order = np.random.default_rng(0).permutation(len(x))[:300]
for s in order:
    learn(x[s : s + 1], t[s], *weights)
report_a.train(net, x[order], t[order], 0.001, 1, shuffle=False)
print(f"largest difference between your filters and labkit's after {len(order)} updates: "
      f"{np.abs(net.layers[0].W - weights[0]).max():.1g}")
drift = float(np.abs(net.layers[0].W - weights[0]).max())

# %% [markdown]
# The same numbers, up to rounding. So from here on labkit's layers stand in for yours: they do the same, in less time.
# Three epochs each, and before the first a look at what luck alone does:

# %%
live, nets = {}, {}
for name in ("ReLU", "tanh", "sigmoid"):
    nets[name] = named_network("A", name, seed=0)
    live[name] = report_a.log(nets[name], (x, t, x_test, t_test), 0.001, 3, every=1)
    print(f"{name:8s} test accuracy before training and after each epoch: "
          + ", ".join(f"{100 * row['test_accuracy']:.0f} %" for row in live[name]))

# %% [markdown]
# ### Activations and architectures
#
# Recorded runs over five seeds go further: A for 40 epochs (sigmoids 100), B for 25. The report trained for
# 200. Lines are means, bands reach from the worst seed to the best. *Test E* is the loss of section 1, averaged over
# the test images (five times the mean square error of an output, for there are ten outputs).

# %%
record = {letter: records.load(f"13.architecture_{letter.lower()}") for letter in "AB"}
print(record["A"].caption())
KINDS = ("ReLU", "tanh", "sigmoid")


def at(frame, epoch=None):
    """The rows of one epoch of each run: the last one by default."""
    return frame[frame.epoch == (frame.epoch.max() if epoch is None else epoch)]


final = {(letter, kind): at(record[letter].select(activation=kind).frame) for letter in "AB" for kind in KINDS}
for (letter, kind), rows in final.items():
    print(f"{letter}, {kind:8s} train {mean_and_spread(rows.train_accuracy, digits=1)}, "
          f"test {mean_and_spread(rows.test_accuracy, digits=1)}, "
          f"test E {mean_and_spread(5 * rows.test_mse, '', 3)}")

plots.training_curves({f"{letter}, {kind}": record[letter].select(activation=kind).frame
                       for letter in "AB" for kind in KINDS}, "test_accuracy", title="Three activations, two networks")

# %%
ranked = sorted(KINDS, key=lambda kind: -final["A", kind].test_accuracy.mean())
gap = final["A", ranked[0]].test_accuracy.mean() - final["A", ranked[1]].test_accuracy.mean()
noise = np.hypot(*(final["A", kind].test_accuracy.std() for kind in ranked[:2]))
winner = ranked[0] if gap > noise else "no clear winner"
print(f"A: {ranked[0]} leads {ranked[1]} by {100 * gap:.1f} points; the spread of such a difference is "
      f"{100 * noise:.1f} points")
reveal("13.best", best_activation, winner)

# %% [markdown]
# Between ReLU and tanh the seed decides more than the activation. And look at sigmoid A: its test accuracy *falls*
# after some 20 epochs, while its loss goes on falling slowly. It is slow for a simple reason: an output
# $\sigma(0.05\,v)$ has the slope $0.05\,y(1 - y) \le 0.0125$ everywhere. That is a rate a hundred times smaller, put
# where nobody looks for a rate.
#
# ## 7. Why is that gradient small?
#
# Report A plotted the **delta magnitude** of the filters: the sum of $|\delta|$ over the 7744 nodes, averaged over the
# images. It found it ten times larger with ReLU than with tanh, and with tanh ten times larger than with sigmoids, and
# asked why. A delta has two factors:
#
# $$\delta_j = \underbrace{f'(v_j)}_{\text{slope}}\;
#   \underbrace{\sum_k \delta_k w_{kj}}_{\text{what flows back}} .$$

# %%
print("                    delta = about slope x back-flow; before training, then after the first 5 epochs, then last")
for (letter, kind), _ in final.items():
    frame = record[letter].select(activation=kind).frame
    for epoch in (0, 5, int(frame.epoch.max())):
        rows = at(frame, epoch).mean(numeric_only=True)
        print(f"{letter}, {kind:8s} epoch {epoch:3d}: delta {rows.delta:8.3g}, slope {rows.slope:6.3f}, "
              f"back-flow {rows.upstream:8.3g}; test accuracy {100 * rows.test_accuracy:.0f} %")

# %% [markdown]
# Look at the first line of each in architecture A, before training. The slopes of the hidden nodes differ by less than
# a factor of four. Most of the difference comes from *what flows back*, and that starts at the outputs: a sigmoid
# output with slope 0.05 lets through an eightieth of the error at best.
#
# Now at the last lines. The ReLU began with the largest delta and ends far below tanh. A delta carries the error that
# is left, and the ReLU, whose outputs can reach 0 and 1, has less of it left on the training images. So a single number
# for each activation mixes how *steep* a network is with how *wrong* it still is.

# %% [markdown] written="13.factors" points=3
# **Question 2.** Report A writes: "delta magnitudes are larger with the ReLU, so it learns better." Use the table: (a)
# which factor makes the difference between ReLU and sigmoid before training; (b) what happens to the magnitudes of the
# ReLU while it learns; (c) is a large delta magnitude a sign of good learning?
#
# ### BEGIN SOLUTION
# (a) Mostly the back-flow: the error that comes out of the output layer is multiplied by the outputs' slope, at most
# .0125 for the sigmoid and 1 (or .01) for a ReLU. The slope of the hidden nodes differs by a factor of 3 or so.
# (b) They fall, by a large factor, as the error that is left falls.
# (c) No. It is large when the network is steep *or* when it is wrong (or when it has just overshot); small when it has
# learned, or when it cannot learn. Compare networks at equal error, or look at both factors.
# ### END SOLUTION

# %% [markdown] rubric="13.factors"
# - **1 point** names the back-flowing error (outputs' slope), not the slope of the hidden nodes, with numbers
# - **1 point** the magnitude falls in training, together with the error
# - **1 point** a large delta may mean steep or wrong; not in itself a sign of good learning

# %% [markdown]
# ## 8. Rates, and where it overflows
#
# The report says that A overflows with ReLUs at $\alpha = 0.005$. Does it? Guess the lowest rate at which *most* runs
# overflow, with normalised images and weights from $N(0, 1/n)$.

# %% predict="13.overflow"
overflow_rate = None  # one of 0.005, 0.01, 0.02, 0.03, 0.05

# %%
over = records.load("13.overflow")
print(over.caption())
CASES = {"normalised images": {"architecture": "A", "pixels": "normalised", "init": "1/sqrt n"},
         "each pixel normalised": {"pixels": "each pixel"}, "pixels 0 to 1": {"pixels": "0 to 1"},
         "pixels 0 to 255": {"pixels": "0 to 255"}, "weights from He": {"init": "He"},
         "weights N(0, 0.1)": {"init": "N(0, 0.1)"}, "weights N(0, 1)": {"init": "N(0, 1)"},
         "weights uniform in -1 to 1": {"init": "uniform"}, "architecture B": {"architecture": "B"}}
border, limit = {}, {}
for name, chosen in CASES.items():
    frame = over.select(**chosen).frame
    share = frame.groupby("rate").overflow.mean()
    border[name], limit[name] = share.index[share > 0.5].min(), frame.limit.median()
    print(f"{name:28s}" + ", ".join(f"{rate:g}: {round(5 * lost)}" for rate, lost in share.items()) + " of 5 overflow")
reveal("13.overflow", overflow_rate, float(border["normalised images"]))

# %% [markdown]
# At the report's rate, with the report's images and weights, nothing overflows. With wider weights (standard deviation
# 0.1 in both layers) one or another of the runs does, and with those of the report's second part, N(0, 1), all of them
# do at once. Why there?
#
# Take one image, and ask how far one update on it changes its own outputs. Let $J$ hold the derivatives
# $\partial y_k/\partial\theta$ of the outputs by all parameters. An update moves the outputs by $-\alpha J J^T (y -
# d)$. Along the steepest direction, whose curvature is the largest eigenvalue $\lambda$ of $J J^T$, the error is
# multiplied by $1 - \alpha\lambda$. Beyond
#
# $$\alpha = \frac{2}{\lambda}$$
#
# the update *overshoots*: it leaves a larger error than it found. This can be computed before training, from a single
# image.

# %%
for kind in ("normalised", "each pixel", "0 to 1", "0 to 255"):
    pixels = prepared(kind, digits)[0]
    found = [stable_rate(named_network("A", "ReLU", 0), pixels[s : s + 1]) for s in order[:10]]
    print(f"{kind:11s} largest rate that does not overshoot {np.median(found):.2g}")

GROUPS = {"other pixels": list(CASES)[:4], "other first weights": list(CASES)[4:8], "architecture B": list(CASES)[8:]}
shown = {group: ([limit[name] for name in names], [border[name] for name in names]) for group, names in GROUPS.items()}
plots.scatter(shown, x_label="rate beyond which an image overshoots, before training",
              y_label="lowest recorded rate at which most runs overflow", log=True, title="Foretold by one image")

# %% [markdown]
# Whatever changed (images, weights, architecture), the border moved with that number, over several powers of ten. But
# it lies well *above* it. Runs between the two overshoot, and live: thrown to the negative side, an output of a leaky
# ReLU has the slope 0.01, its $\lambda$ is ten thousand times smaller, and it creeps back. That is what the ReLU's slow
# first epochs in section 6 are. Only when it is thrown to the *positive* side, further each time, do the numbers
# overflow.
#
# When they do, training stops with a message, before the update that would spoil the weights. (Here the outputs are
# still numbers, but so large that their products with what the layer below has seen are not. Look for the rate
# first.)

# %%
import warnings

with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    doomed = named_network("A", "ReLU", seed=0)
    stopped = report_a.train(doomed, x, t, 0.05, epochs=1)
print(stopped.stopped)
for warning in said[-1:]:
    print(warning.category.__name__)

# %%
rates = records.load("13.rates")
print(rates.caption())
by_rate = {}
for letter in "AB":
    mine = {rate: at(rows) for rate, rows in rates.select(architecture=letter).frame.groupby("rate")}
    epoch = int(next(iter(mine.values())).epoch.iloc[0])
    mine[0.001] = at(record[letter].select(activation="ReLU").frame, epoch)
    for rate in sorted(mine):
        rows = by_rate[letter, rate] = mine[rate]
        print(f"{letter}, rate {rate:<6g} after {epoch} epochs: test {mean_and_spread(rows.test_accuracy, digits=1)}, "
              f"train {mean_and_spread(rows.train_accuracy, digits=1)}, delta magnitude {rows.delta.mean():.3g}")

# %% [markdown]
# ## 9. The order of the images
#
# The report compared a new random order in each epoch with one fixed order, and asked what would happen if the digits
# came one class after another. Try it: all zeros first, then all ones ... Here is what A knows after each class, in its
# second epoch.

# %%
sorted_rows = by_class(t)
forgetful = named_network("A", "tanh", seed=0)
report_a.train(forgetful, x[sorted_rows], t[sorted_rows], 0.001, 1, shuffle=False)
known = []
for digit in range(10):
    rows = sorted_rows[100 * digit : 100 * (digit + 1)]
    report_a.train(forgetful, x[rows], t[rows], 0.001, 1, shuffle=False)
    hit = forgetful.predict(x_test).argmax(axis=1) == labels
    known.append([hit[labels == other].mean() for other in range(10)])
known = np.array(known)
plots.heat_map(known, list(range(10)), list(range(10)), row_label="class just shown", column_label="test images of",
               value_label="accuracy", best=None, title="Each class puts out the one before")

# %% [markdown]
# After a hundred images of one class the network gives that answer to nearly everything. The class before is half
# remembered, on average, and the one before that nearly gone. (The first line still knows some nines: they came last in
# the epoch before.) For a network that hears "7" a hundred times in a row, the cheapest way to
# please is to say "7" always, and to give up the rest. This is called **catastrophic forgetting**. A mixed order is
# what makes online updates average out.

# %%
sequence = records.load("13.order")
print(sequence.caption())
orders = {}
for (letter, kind, how), frame in sequence.frame.groupby(["architecture", "activation", "order"]):
    rows = orders[letter, kind, how] = at(frame)
    epoch = int(rows.epoch.iloc[0])
    orders[letter, kind, "random"] = at(record[letter].select(activation=kind).frame, epoch)
for (letter, kind, how), rows in sorted(orders.items()):
    nines = f", answers 9 to {100 * rows.answers_9.mean():.0f} %" if how == "by class" else ""
    print(f"{letter}, {kind:5s} {how:9s} after {int(rows.epoch.iloc[0])} epochs: "
          f"test {mean_and_spread(rows.test_accuracy, digits=1)}{nines}")

# %% [markdown]
# ## 10. What is taken for what
#
# One accuracy hides ten. The **confusion matrix** counts for each digit (row) what it was read as (column).

# %%
judge = named_network("A", "tanh", seed=1)
report_a.train(judge, x, t, 0.001, 8, seed=1)
outputs = judge.predict(x_test)
matrix = confusion_matrix(outputs, labels)
worst = most_confused(matrix, 3)
examples = {(true, read): x_test[(labels == true) & (outputs.argmax(axis=1) == read)][0, 0]
            for true, read, count in worst if count}
print(f"test accuracy {100 * accuracy(outputs, t_test):.1f} %")
plots.confusion(matrix, examples, title="Architecture A, tanh, 8 epochs")

# %% [markdown]
# ## 11. What the filters look like
#
# The report says: filters of the best networks look like noise, and the slow sigmoid A learns smooth ones. Give
# "smooth" a number: take the mean difference of neighbouring weights (their sum is the *total variation*), and divide
# by the mean difference of any two weights of the filter. Weights in random order have a **roughness** of 1, a smooth
# surface has one near 0.

# %%
look = {"first weights": named_network("A", "tanh", 0).layers[0].W, "tanh, 8 epochs": judge.layers[0].W,
        "sigmoid, 3 epochs": nets["sigmoid"].layers[0].W}
for name, W in look.items():
    display(plots.filters(W, title=f"{name}: roughness {roughness(W):.2f}", columns=8))

# %%
rough = {key: mean_and_spread(rows.roughness, "", 2) for key, rows in final.items()}
untrained = at(record["A"].select(activation="tanh").frame, 0).roughness
print(f"untrained: {mean_and_spread(untrained, '', 2)}")
for (letter, kind), text in rough.items():
    print(f"{letter}, {kind:8s} {text}")

# %% [markdown] written="13.noise" points=4
# **Question 3.** Filters "look like noise" after training. (a) Which noise is it? Compare with the first weights, in
# the picture and by the number. (b) Why does the *gradient* of a filter tend to be smooth? Think of neighbouring
# pixels, and of the sum over 484 places. (c) Does a filter that looks like noise show that the network has not learned?
# Suggest a way to see what was learned.
#
# ### BEGIN SOLUTION
# (a) Largely that of the first weights: the roughness stays near the untrained 1, the pattern is still recognisable.
# Training changed them little, because the dense layer on top, with ten times as many weights as there are pixels, can
# learn nearly everything by itself.
# (b) The gradients of two neighbouring weights are sums of delta times pixels that lie side by side; neighbouring
# pixels are much alike, so these sums are alike as well, all the more after adding up 484 places. (c) No: random
# filters are a useful set of features already, and test accuracy is near 90 %. Show the *change* of the filters since
# the start (W minus first weights), or start from small or smooth weights, or freeze the filters and compare the
# accuracy.
# ### END SOLUTION

# %% [markdown] rubric="13.noise"
# - **1 point** the noise is (mostly) that of the initial weights, with the number or the picture
# - **1 point** neighbouring pixels are alike, so neighbouring weights get like gradients
# - **1 point** noise-like filters do not show that nothing was learned (accuracy)
# - **1 point** a sensible test: the change since the start, frozen filters, other first weights

# %%
changed = {name: net.layers[0].W - named_network("A", name, 0).layers[0].W for name, net in nets.items()}
change = {name: (roughness(W), float(np.sqrt(np.mean(W**2)))) for name, W in changed.items()}
for name, (how_rough, size) in change.items():
    print(f"change of the filters in 3 epochs, {name:8s} roughness {how_rough:.2f}, root mean square {size:.3f} "
          f"(first weights {1 / 7:.3f})")
plots.filters(changed["sigmoid"], title="What sigmoid A has added to its filters", columns=8)

# %% [markdown]
# ### Explore
#
# Is it the size? Here is the network of Report A's second part: two filters as large as the image, for the digits 1 and
# 3. Choose a rate and step through the epochs. What stays of the first weights, and what is added?

# %%
explorers.filters_through_training()

# %% [markdown]
# ## 12. How fast?
#
# Report A's Toeplitz matrix took seconds to build, for each image. Here are six ways to the same numbers, for one
# image, your functions among them. Times depend on the machine; the ratios less so.

# %%
image, (W, b, *_) = x[:1], first_weights()


def by_loops():
    return np.array([[[np.sum(image[0, 0, i : i + 7, j : j + 7] * w) for j in range(22)] for i in range(22)]
                     for w in W[:, 0]])


def by_fft():
    return np.array([fftconvolve(image[0, 0], w[::-1, ::-1], "valid") for w in W[:, 0]])


ways = {
    "loops over places": by_loops,
    "Toeplitz matrix (built before)": lambda: (T @ image.ravel()).reshape(16, 22, 22),
    "FFT": by_fft,
    "scipy.signal.correlate2d": lambda: np.array([correlate2d(image[0, 0], w, "valid") for w in W[:, 0]]),
    "your im2col and product": lambda: my_forward(my_im2col(image, (7, 7), (1, 1)), W, b, 22, 22, 1)[0],
    "labkit's layer": lambda: nn.functional.correlate2d(image, W, b)[0],
}
T, expected, took = nn.functional.toeplitz_matrix(W, 28), by_loops(), {}
for name, way in ways.items():
    assert np.allclose(way(), expected, atol=1e-3), name
    repeats = 1 if name.startswith("loops") else 20
    started = perf_counter()
    for _ in range(repeats):
        way()
    took[name] = (perf_counter() - started) / repeats
ratios = {name: seconds / took["labkit's layer"] for name, seconds in took.items()}
plots.bars(ratios, x_label="time, labkit's layer = 1", log=True, title="Sixteen filters, one image")

# %% [markdown]
# ## 13. With 500 images of each digit
#
# The report's last table: 500 images of each digit to learn from, 500 to test on, 250 epochs. This needs all of MNIST.
# The recorded runs stop much earlier, and are still on their way up; the sigmoids most of all.

# %%
TRAIN_ON_ALL_OF_MNIST = False  # True runs it here, with a bar: some twenty minutes, and MNIST is fetched

# %%
full = experiments.full_run("13.full", run=TRAIN_ON_ALL_OF_MNIST)
whole = {}
for name, frame in full.frame.groupby("network"):
    rows = whole[name] = at(frame)
    one = rows[rows.digit == 0]
    print(f"{name:9s} after {int(one.epoch.iloc[0]):3d} epochs: train {mean_and_spread(one.train_accuracy, digits=1)}, "
          f"test {mean_and_spread(one.test_accuracy, digits=1)}, test E {mean_and_spread(5 * one.test_mse, '', 3)}")

COUNTED = [f"as_{k}" for k in range(10)]
table = 500 * whole["tanh B"].groupby("digit")[COUNTED].mean().to_numpy()
pairs = most_confused(np.rint(table).astype(int), 5)
print("tanh B, most confused, per 500 images: " + ", ".join(f"{a} as {b} ({n})" for a, b, n in pairs))
plots.training_curves({name: frame[frame.digit == 0] for name, frame in full.frame.groupby("network")},
                      "test_accuracy", title="500 images of each digit")

# %% [markdown]
# ## Recap: ours against claimed
#
# *What do sixteen small filters learn, and what does it take?* Images and weights of the right size take you most of
# the way: with them ReLU and tanh learn in a few epochs, without them numbers overflow. (Sigmoids as flat as the
# report's stay slow all the same.) The filters change little, and what looks like noise in them mostly is. And of the
# differences between settings that one run each seems to show, few are larger than the spread over seeds.

# %%
def accuracies(letter, kind):
    return mean_and_spread(final[letter, kind].test_accuracy, digits=1)


def mean_of(rows, column="test_accuracy"):
    return float(rows[column].mean())


def apart(one, other):
    """Whether the mean of one is above that of the other by more than the spread of a difference."""
    return bool(mean_of(one) - mean_of(other) > np.hypot(one.test_accuracy.std(), other.test_accuracy.std()))


def deltas(letter, kind):
    """Delta magnitude of the filters after 5 epochs."""
    frame = record[letter].select(activation=kind).frame
    return float(frame[(frame.epoch > 0) & (frame.epoch <= 5)].delta.mean())


magnitude = {key: deltas(*key) for key in final}
at_report = over.select(architecture="A", pixels="normalised", rate=0.005).frame.groupby("init").overflow.mean()
lower_rate_larger = by_rate["B", 0.0005].delta.mean() > by_rate["B", 0.005].delta.mean()
top = [(a, b) for a, b, _ in pairs]
ends = {name: rows[rows.digit == 0] for name, rows in whole.items()}
Verdicts([
    Claim("ReLU is the best activation in A", "92.9 against 91 (tanh) and 85 % (sigmoid)",
          f"{accuracies('A', 'ReLU')}; {accuracies('A', 'tanh')}; {accuracies('A', 'sigmoid')}",
          holds=apart(final["A", "ReLU"], final["A", "tanh"])),
    Claim("and as good as tanh in B", "91.5 against 91.4 %",
          f"{accuracies('B', 'ReLU')} and {accuracies('B', 'tanh')}, after 25 epochs; tanh still rising",
          holds=not apart(final["B", "ReLU"], final["B", "tanh"])
          and not apart(final["B", "tanh"], final["B", "ReLU"])),
    Claim("sigmoid B does not learn in the time", "25.1 %", accuracies("B", "sigmoid"),
          holds=mean_of(final["B", "sigmoid"]) < 0.3),
    Claim("A overflows with ReLU at 0.005", "overflow", "; ".join(
              f"{init}: {round(5 * share)} of 5" for init, share in at_report.items()),
          holds=at_report["1/sqrt n"] > 0.5, where="wider first weights"),
    Claim("B does best at the rate 0.005", "93.7, 92.2, 93.9 % at .0005, .001, .005",
          "; ".join(mean_and_spread(by_rate["B", rate].test_accuracy, digits=1) for rate in (0.0005, 0.001, 0.005)),
          holds=apart(by_rate["B", 0.005], by_rate["B", 0.001])),
    Claim("delta magnitudes: ReLU 10 x tanh, tanh 10 x sigmoid (A)", "10, 10",
          f"{magnitude['A', 'ReLU'] / magnitude['A', 'tanh']:.1f}, "
          f"{magnitude['A', 'tanh'] / magnitude['A', 'sigmoid']:.1f}"
          " (after 5 epochs)",
          holds=5 < magnitude["A", "ReLU"] / magnitude["A", "tanh"] < 20
          and 5 < magnitude["A", "tanh"] / magnitude["A", "sigmoid"] < 20),
    Claim("they are smaller in B than in A", "smaller",
          "; ".join(f"{kind} {magnitude['A', kind]:.2g} and {magnitude['B', kind]:.2g}" for kind in KINDS),
          holds=all(magnitude["B", kind] < magnitude["A", kind] for kind in KINDS)),
    Claim("and larger at a lower rate (B)", "larger",
          "; ".join(f"{rate:g}: {by_rate['B', rate].delta.mean():.2g}" for rate in (0.0005, 0.001, 0.005)),
          holds=bool(lower_rate_larger)),
    Claim("a fixed order is no better than a random one", "A 93.2 and 92.7, B 93.5 and 92.7 %",
          "; ".join(f"{letter} random {mean_and_spread(orders[letter, 'ReLU', 'random'].test_accuracy, digits=1)}, "
                    f"fixed {mean_and_spread(orders[letter, 'ReLU', 'fixed'].test_accuracy, digits=1)}"
                    for letter in "AB"),
          holds=not any(apart(orders[letter, "ReLU", "fixed"], orders[letter, "ReLU", "random"]) for letter in "AB")),
    Claim("five times as many images help tanh A and tanh B", "91 to 94.7 %, 91.4 to 94.8 %",
          "; ".join(f"{accuracies(name[-1], 'tanh')} to {mean_and_spread(rows.test_accuracy, digits=1)} "
                    f"({int(rows.epoch.iloc[0])} epochs)" for name, rows in ends.items() if "tanh" in name),
          holds=all(apart(ends[name], final[name[-1], "tanh"]) for name in ("tanh A", "tanh B"))),
    Claim("with 500 per class sigmoid A reaches 90 %", "90.3 %",
          f"{mean_and_spread(ends['sigmoid A'].test_accuracy, digits=1)} after "
          f"{int(ends['sigmoid A'].epoch.iloc[0])} epochs, still rising (the report ran 250)",
          holds=mean_of(ends["sigmoid A"]) > 0.885),
    Claim("7 is read as 9 most often, then 4 as 9", "31 and 20 of 500",
          ", ".join(f"{a} as {b} ({n})" for a, b, n in pairs[:3]),
          holds=set(top[:2]) == {(7, 9), (4, 9)}, where="as two of the five commonest mistakes"
          if {(7, 9), (4, 9)} <= set(top) else ""),
    Claim("filters of good networks look like noise", "noise", f"roughness tanh A {rough['A', 'tanh']}, "
          f"tanh B {rough['B', 'tanh']} (noise: 1)", holds=min(final[k, "tanh"].roughness.mean() for k in "AB") > 0.9),
    Claim("the slow sigmoid A learns smooth ones", "smooth", f"roughness {rough['A', 'sigmoid']}; of what it added: "
          f"{change['sigmoid'][0]:.2f}", holds=final["A", "sigmoid"].roughness.mean() < 0.7),
], source=record["A"].caption())

# %% [markdown]
# *The lab checks itself:* the cell below stops if what its text says is not what its runs show.

# %%
assert drift < 1e-4 and np.isclose(there, back), "your layer is labkit's, and its way back is the transpose"
assert 0 < abs(x_test.mean()) < 0.1 and abs(x_test.std() - 1) < 0.1, "test images come out nearly normal"
assert 0.93 < np.mean(toeplitz == 0) < 0.95, "the Toeplitz matrix is zeros, mostly"
assert winner == "no clear winner" and {"ReLU", "tanh"} == set(ranked[:2]), "the seed decides between ReLU and tanh"
assert mean_of(final["A", "sigmoid"]) < 0.65, "sigmoid A is far behind"
slow = record["A"].select(activation="sigmoid").frame
assert mean_of(at(slow, 20)) > mean_of(at(slow)) + 0.03, "its accuracy falls"
assert at(slow, 20).train_mse.mean() > at(slow).train_mse.mean(), "while its loss does, too"
first, last = ({kind: at(record["A"].select(activation=kind).frame, epoch).mean(numeric_only=True) for kind in KINDS}
               for epoch in (0, 40))
assert first["ReLU"].slope < 4 * first["sigmoid"].slope, "slopes of the nodes differ by less than four"
assert first["ReLU"].upstream > 20 * first["sigmoid"].upstream, "what flows back by far more"
assert first["ReLU"].delta > 2 * first["tanh"].delta and last["ReLU"].delta < last["tanh"].delta / 4, "first, then last"
assert at_report["1/sqrt n"] == 0 and 0 < at_report["N(0, 0.1)"] <= 0.6 and at_report["N(0, 1)"] == 1, "at 0.005"
above = {name: border[name] / limit[name] for name in CASES}
assert min(above.values()) > 5 and max(above.values()) < 500, "the border follows the limit, well above it"
assert stopped.stopped is not None and np.isfinite(doomed.parameters).all(), "stopped before the weights are spoilt"
assert np.diag(known).min() > 0.8 and np.tril(known, -2).max() < 0.6 and known[9, :8].max() < 0.3, "forgotten"
assert 0.3 < np.diag(known, -1).mean() < 0.7 and np.diag(known, -2).mean() < 0.2 < known[0, 9], "half, then nearly all"
assert all(mean_of(orders["A", kind, "by class"]) < 0.5 for kind in ("ReLU", "tanh")), "sorted classes: not learned"
assert roughness(judge.layers[0].W) > 0.9 > 0.7 > change["sigmoid"][0], "noise outside, smooth what was added"
assert change["tanh"][1] < 0.2 / 7, "the filters have hardly changed"
assert ratios["loops over places"] > ratios["your im2col and product"], "the product is faster than loops"
