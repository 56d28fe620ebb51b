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
#   title: Back from the filters to the image
#   question: What does a convolutional network see, and which pixels matter to it?
#   minutes: 130
# ---

# %% [markdown]
# # Lab 14: Back from the filters to the image
#
# **What does a convolutional network see, and which pixels matter to it?**
#
# A filter of a trained network is a small square of numbers that looks like noise. What it *answers* to a digit is
# a picture, and it can be sent back: to the pixels that the answer came from. Report A, a student's report from
# 2019, does so for the first image of each class, and calls it deconvolution. The pictures look as if one saw what
# the network sees.
#
# In this lab you build that way back, twice. Then you put the pictures to a test that they may fail: you show them
# beside those of a network that has learned nothing. And you ask the network itself which pixels matter, by hiding
# them.
#
# At the end you can
#
# - send responses back with the transposed Toeplitz matrix, and without the matrix, by transposed convolution;
# - test whether one function is the transpose of another, and say why a transpose is no inverse;
# - make an occlusion map, and a number that says how much the border matters;
# - tell what such maps say about the network from what they say about the image and about the method.
#
# Allow about **130 minutes**: 25 for the theory and your predictions, 50 for the code, 20 for the experiments, 35
# for the written answers. You need matrix products, and what a convolutional layer does (lab 12 or 13).

# %% setup="14"

# %%
import numpy as np

from labkit import data, explorers, nn, plots, records
from labkit.experiments import lab14_cnn_part_4 as lab14
from labkit.experiments import report_a
from labkit.metrics import accuracy
from labkit.verdicts import Claim, Verdicts, mean_and_spread

# %% [markdown]
# ## 1. Sixteen filters and their answers
#
# Here is Report A's smaller network, its architecture A: sixteen filters of 7 by 7 on a digit of 28 by 28, so 22 by
# 22 places for each, a leaky ReLU, and ten outputs. It is trained in a few seconds, one image per update. The
# images are normalised: less the mean pixel, over the standard deviation. So 0 is a dark grey, and the black
# background is a negative number.

# %%
digits = data.load("mnist-subset").take(train=100)
x_train, t_train, x_test, t_test = lab14.pictures(digits)
net, untrained = lab14.network(0, "ReLU"), lab14.network(1000, "ReLU")
report_a.train(net, x_train, t_train, rate=0.001, epochs=15)
reached = accuracy(net.predict(x_test), t_test)
print(f"test accuracy {100 * reached:.0f} %, untrained {100 * accuracy(untrained.predict(x_test), t_test):.0f} %; "
      f"background {x_train.min():.2f}, brightest pixel {x_train.max():.2f}")

# %% [markdown]
# The weighted sums of a filter $f$ at all places are its *response* $z_f$; what it sends on, $y_f = \varphi(z_f)$
# with the activation $\varphi$, is its **activation map**. We look at the first image of each class, as the report
# did.

# %%
first, first_t = lab14.first_of_each(x_train, t_train)
layer, activation = net.layers[0], net.layers[1].apply
responses = layer.apply(first)  # (10 images, 16 filters, 22, 22)
activations = activation(responses)
plots.filters(layer.W, columns=8, titles=list(map(str, range(16))), title="The sixteen trained filters")

# %%
plots.maps([first[3, 0], *activations[3, :9]], titles=["image", *[f"filter {f}" for f in range(9)]],
           title="A three, and what nine of the filters make of it")

# %% [markdown]
# In all these pictures red is positive, blue negative and white 0, and each has its own scale: its range stands
# below it. (Only a map without any negative number is drawn in blues, dark for most.)

# %% [markdown]
# ## 2. The way back
#
# A filter at one place is a row of numbers: its weights at the pixels that it looks at, zeros elsewhere. All
# filters at all places make the **Toeplitz matrix** $T$, and correlation becomes a product,
#
# $$z = T x, \qquad T: \ \text{pixels} \to \text{responses}.$$
#
# Row $p$ of $T$ says how place $p$ depends on the pixels. Read *down* a column instead: column $q$ says which
# places pixel $q$ speaks to, and how strongly. So to send responses back, let each pixel collect from the places
# that it spoke to, with the same weights:
#
# $$x' = T^{\mathsf T} y, \qquad x'_q = \sum_p T_{pq}\, y_p .$$
#
# Here is a small one, one filter of 2 by 2 on an image of 3 by 4: six places, twelve pixels.

# %%
small_W = np.array([[[[1.0, 2.0], [3.0, 4.0]]]])
small_T = nn.functional.toeplitz_matrix(small_W, (3, 4))
plots.heat_map(small_T, row_label="place", column_label="pixel", value_label="weight", best=None,
               title="Across: what a place sees. Down: whom a pixel speaks to")

# %% [markdown]
# **Exercise 1.** Write `project_back(T, y, image_shape)`: the transposed matrix times the responses `y` (filters,
# down, across), as an image of the shape `image_shape`, (channels, height, width). In `T` the rows stand in the
# order of `y` and the columns in the order of the image, both read row by row.

# %% exercise="14.project_back"
def project_back(T, y, image_shape):
    """Transposed Toeplitz matrix times the responses (filters, down, across), as an image (channels, height, width)."""
    ### BEGIN SOLUTION
    return (T.T @ y.ravel()).reshape(image_shape)
    ### END SOLUTION


# %% check="14.project_back"

# %% [markdown]
# From here on the lab runs on your functions: `use` hands over yours once its check has passed, labkit's until
# then.

# %%
my_back = use("14.project_back", project_back)

T = nn.functional.toeplitz_matrix(layer.W.astype(float), (28, 28))
there_and_back = my_back(T, activations[3], (1, 28, 28))
print(f"T has {T.shape[0]:,} rows and {T.shape[1]} columns, {100 * np.mean(T == 0):.0f} % of them zeros, "
      f"{T.nbytes / 1e6:.0f} MB")

# %% [markdown]
# ## 3. Not the inverse
#
# Report A calls the matrix that leads back the *inverse*. $T$ has no inverse: it is not square. What comes nearest
# is its pseudo-inverse $T^{+} = (T^{\mathsf T} T)^{-1} T^{\mathsf T}$, which gives the image whose responses come
# closest to $y$. We try both on the same three: the transpose on its activations, the pseudo-inverse on them and on
# its responses without the biases.

# %%
def likeness(one, other):
    """Correlation of two maps over their pixels."""
    return float(np.corrcoef(np.ravel(one), np.ravel(other))[0, 1])


squared = T.T @ T


def inverted(y):
    return np.linalg.solve(squared, T.T @ y.ravel()).reshape(28, 28)


linear = responses[3] - layer.b[:, None, None]
back = {"image": first[3, 0], "transpose\nof activations": there_and_back[0],
        "pseudo-inverse\nof activations": inverted(activations[3]), "pseudo-inverse\nof responses": inverted(linear)}
undone = float(np.abs(back["pseudo-inverse\nof responses"] - first[3, 0]).max())
apart = likeness(back["transpose\nof activations"], first[3, 0])
inverse_apart = likeness(back["transpose\nof activations"], back["pseudo-inverse\nof activations"])
plots.maps(list(back.values()), titles=list(back), columns=4, title="The transpose is not the inverse")

# %%
print(f"pseudo-inverse of the responses: largest difference from the image {undone:.1g}")
print(f"transpose of the activations: correlation with the image {apart:.2f}, "
      f"with the pseudo-inverse of the activations {inverse_apart:.2f}")

# %% [markdown]
# The pseudo-inverse of the responses *is* the image, to many digits, whatever the filters are: 7,744 numbers are
# more than enough to compute 784 from. A perfect inverse shows nothing of the network. What Report A's pictures
# show is the transpose, and it works because it is *not* the inverse: it leaves the mark of the filters on the way
# back.

# %% [markdown]
# ## 4. Without the matrix
#
# Nearly all of $T$ is zeros. Look at one row of $T$ on its way back: $y_p$ times that row is the filter itself, at
# the pixels that place $p$ looks at, as strong as the response. So every response *stamps* its filter into the
# image, and stamps that overlap add up:
#
# $$x'_{c,\; i s_1 + a,\; j s_2 + b} \mathrel{+}= y_{f,i,j}\; W_{f,c,a,b} \qquad \text{for all } f, i, j, c, a, b
# .$$
#
# This is **transposed convolution**. $s_1$ and $s_2$ are the strides, down and across. The way back makes the image
# larger: $n$ places of a filter of $k$ pixels at stride 1 fill $n + k - 1$ pixels.
#
# **Exercise 2.** Write `transposed_convolution(y, W, stride)` for the responses of one image, `y` (filters, down,
# across), filters `W` (filters, channels, kernel height, kernel width) and a pair of strides. The image that comes
# out is just large enough for all stamps.

# %% exercise="14.transposed_convolution"
def transposed_convolution(y, W, stride):
    """Stamp every filter at every place, as strong as its response; returns an array (channels, height, width)."""
    ### BEGIN SOLUTION
    filters, down, across = y.shape
    channels, kh, kw = W.shape[1:]
    image = np.zeros((channels, (down - 1) * stride[0] + kh, (across - 1) * stride[1] + kw))
    for f, i, j in np.ndindex(filters, down, across):
        top, left = i * stride[0], j * stride[1]
        image[:, top : top + kh, left : left + kw] += y[f, i, j] * W[f]
    return image
    ### END SOLUTION


# %% check="14.transposed_convolution"

# %%
my_stamps = use("14.transposed_convolution", transposed_convolution)

stamped = my_stamps(activations[3], layer.W, (1, 1))
matrix_gap = float(np.abs(stamped - there_and_back).max() / np.abs(there_and_back).max())
print(f"matrix and stamps differ by at most {matrix_gap:.1g} of the largest pixel")

# %% [markdown]
# The same function runs in every convolutional network, in every update: the gradient goes back through a
# convolutional layer by $T^{\mathsf T}$.

# %% [markdown]
# ## 5. A test for transposes
#
# How would you test a way back, without its matrix? By the property that *makes* it the transpose. For any image
# $x$ and any responses $y$, the inner products agree:
#
# $$\langle T x, y \rangle = \langle x, T^{\mathsf T} y \rangle .$$
#
# One random $x$ and one random $y$ are enough to catch almost every mistake: a flipped filter, a lost overlap, a
# stride in one direction only.
#
# **Exercise 3.** Write `transpose_mismatch(forward, back, x, y)`, for two functions and two arrays of any shape:
#
# $$\frac{\bigl|\langle \mathrm{forward}(x), y\rangle - \langle x, \mathrm{back}(y)\rangle\bigr|}
#        {\lVert \mathrm{forward}(x) \rVert\; \lVert y \rVert} .$$
#
# The inner product of two arrays is the sum of all products of their entries, $\lVert y \rVert$ the root of the sum
# of all squares.

# %% exercise="14.transpose_mismatch"
def transpose_mismatch(forward, back, x, y):
    """How far <forward(x), y> and <x, back(y)> are apart, beside the lengths of forward(x) and y; one number."""
    ### BEGIN SOLUTION
    seen = forward(x)
    difference = np.sum(seen * y) - np.sum(x * back(y))
    return np.abs(difference) / (np.linalg.norm(seen) * np.linalg.norm(y))
    ### END SOLUTION


# %% check="14.transpose_mismatch"

# %%
my_mismatch = use("14.transpose_mismatch", transpose_mismatch)

rng = np.random.default_rng(0)
probe_x, probe_y = rng.normal(size=(1, 28, 28)), rng.normal(size=(16, 22, 22))
W = layer.W.astype(float)


def forward(x):
    return nn.functional.correlate2d(x[None], W)[0]


ways_back = {"stamps": lambda y: my_stamps(y, W, (1, 1)), "T transposed": lambda y: my_back(T, y, (1, 28, 28)),
             "stamps, filters flipped": lambda y: my_stamps(y, W[:, :, ::-1, ::-1], (1, 1)),
             "pseudo-inverse": lambda y: inverted(y)[None]}
mismatches = {name: float(my_mismatch(forward, way, probe_x, probe_y)) for name, way in ways_back.items()}
for name, mismatch in mismatches.items():
    print(f"{name:24s} {mismatch:.1g}")

# %% [markdown]
# A transpose misses by rounding only. What is none misses by about as much as two random directions overlap: in
# 7,744 dimensions $1/\sqrt{7744} \approx 0.01$. That is small beside 1, and $10^{13}$ times the rounding.

# %% [markdown] written="14.transpose" points=3
# **Question 1.** Report A writes that the *inverse* Toeplitz matrix projects the activations back. Say what the
# transpose does, what an inverse would do, and which numbers above tell them apart. Why would pictures made with a
# perfect inverse be useless for understanding the filters?
#
# ### BEGIN SOLUTION
# The transpose lets every pixel collect from the places that it spoke to, with the same weights: every response
# stamps its filter into the image, and overlaps add up. An inverse would find the image that the responses came
# from, that is undo T. The pseudo-inverse of the responses differs from the image by rounding only, the transpose
# gives something that is correlated with the image but is not it; and only the transpose passes the test of the two
# inner products. A perfect inverse returns the image whatever the filters are, so all networks would give the same
# picture.
# ### END SOLUTION

# %% [markdown] rubric="14.transpose"
# - **1 point** transpose: each response stamps its filter, same weights, sums over overlaps (or columns of T)
# - **1 point** inverse: undoes T, gives back the image; names a number above that tells the two apart
# - **1 point** the inverse's picture is the same for all filters, so it says nothing about them

# %% [markdown]
# ## 6. One filter at a time
#
# All sixteen stamped into one image tell little about each. So keep one filter's activation, set the others to
# zero, and go back: the **deconvolved map** of that filter.
#
# **Exercise 4.** Write `deconvolve_filter(z, W, activation, which)`. Given are the responses `z` (filters, down,
# across) *before* the activation, the filters, the activation as a function on arrays, and a filter's number. The
# stride is 1. You may call your `transposed_convolution`.

# %% exercise="14.deconvolve_filter"
def deconvolve_filter(z, W, activation, which):
    """Activation of one filter alone, sent back to the image; returns an array (channels, height, width)."""
    ### BEGIN SOLUTION
    kept = np.zeros_like(z)
    kept[which] = activation(z)[which]
    return transposed_convolution(kept, W, (1, 1))
    ### END SOLUTION


# %% check="14.deconvolve_filter"

# %% [markdown]
# Now Report A's table: for the first image of each class the filters, their activation maps, and the maps sent
# back. We show the three filters whose maps vary most. In the left column stand the image, the mean of all sixteen
# maps, and what these three filters send back together.

# %%
my_filter = use("14.deconvolve_filter", deconvolve_filter)


def table(network, digit, which="trained network"):
    """Filters above, their activation maps in the middle, deconvolved maps below; the image on the left."""
    z = network.layers[0].apply(first[digit : digit + 1])[0]
    bank, phi = network.layers[0].W, network.layers[1].apply
    y = phi(z)
    best = np.argsort(-y.std(axis=(1, 2)), kind="stable")[:3]
    alone = [my_filter(z, bank, phi, f)[0] for f in best]
    rows = [first[digit, 0], *bank[best, 0], y.mean(axis=0), *y[best], sum(alone), *alone]
    names = ["image", *[f"filter {f}" for f in best], "mean map", *["map"] * 3, "these three", *["deconvolved"] * 3]
    return plots.maps(rows, titles=names, columns=4, title=f"The first {digit}, {which}")


for digit in range(10):
    display(table(net, digit))

# %% [markdown]
# One recognises the digits. Some maps show the strokes of one direction, others one side of each stroke, or where
# there is none. It is tempting to say: this is what the network has learned to look for.

# %% [markdown]
# ## 7. The filters or the image?
#
# Before we believe a picture, we ask what it would look like if there were nothing to see. Take another network of
# the same kind, from other first weights, that has *not been trained* at all, and deconvolve its activations. How
# alike will the map of all filters together and the digit be? Give a correlation, from 0 (nothing in common) to 1.

# %% predict="14.untrained"
untrained_likeness = None  # a number from 0 to 1

# %%
table(untrained, 3, "untrained network")

# %%
pixels = records.load("14.pixels")
print(pixels.caption())
trained, before = {}, {}
for name in ("ReLU", "tanh"):
    rows = pixels.select(activation=name, size=28, frame=0).frame
    before[name], trained[name] = rows[rows.epoch == 0], rows[rows.epoch == rows.epoch.max()]
    print(f"{name}: test accuracy {mean_and_spread(before[name].test_accuracy)} before training, "
          f"{mean_and_spread(trained[name].test_accuracy)} after")
    for what, column in {"all filters, with the image": "deconvolved_image",
                         "one filter, with the image, either sign": "one_filter_image",
                         "all filters, with the untrained network's": "deconvolved_untrained"}.items():
        told = [mean_and_spread(rows[column], unit="", digits=2) for rows in (before[name], trained[name])]
        print(f"   deconvolved map of {what}: correlation {told[0]} before, {told[1]} after")
reveal("14.untrained", untrained_likeness, round(before["ReLU"].deconvolved_image.mean(), 2), tolerance=0.1)

# %% [markdown]
# A network that has learned nothing shows the digit as well as a trained one, and better: *before* training the map
# and the image hardly differ. Why? Leave the activation aside: there and back is $T^{\mathsf T} T x$, a blur with
# the sum of the filters' autocorrelations, and the autocorrelation of noise is a peak. The digit in the picture is
# the digit that was put in.
#
# ("Either sign": a single filter's map may as well resemble the image's negative, so there the size of the correlation
# counts.)
#
# What training adds is what makes the map *less* like the image. For the ReLU that can be seen. The maps of the
# tanh network stay what they were, and it has learned its digits as well.

# %% [markdown] written="14.sanity" points=4
# **Question 2.** A friend shows you a deconvolved map in which a seven can be clearly seen, and concludes that the
# filter has learned to detect sevens. Explain why the picture does not show it, with numbers from above. What could
# you show him instead that *would* speak for learning? Describe a comparison, what is kept the same in it, what is
# changed, and which result would convince you.
#
# ### BEGIN SOLUTION
# The map is made of two things, image and filter. An untrained network's maps resemble the image even more (a
# correlation above .9 before training with ReLU), so a visible seven comes from the image. To speak for learning, a
# map must change when what was learned is taken away: compare the same image's map in the trained network and in
# untrained ones (several seeds), and look at the difference only; or keep the network and change the image: a
# filter that detects sevens must answer to sevens much more strongly than to other digits, on images not used in
# training, and an untrained filter must not; or remove that filter and see the accuracy on sevens drop more than
# for other digits.
# ### END SOLUTION

# %% [markdown] rubric="14.sanity"
# - **1 point** the image itself is in the map: T transposed times T is nearly a blur, whatever the filters
# - **1 point** quotes that untrained networks give as large a correlation, or a larger one
# - **1 point** a comparison with one thing changed (weights, image or filter removed) and the rest the same
# - **1 point** says which outcome would convince, over several seeds or images

# %% [markdown]
# ## 8. Hide and ask
#
# There is a more direct way to learn which pixels matter: hide some, and ask the network again. Move a grey square
# over the image, and note at each place by how much the output of the *true* class drops:
#
# $$d_{ij} = y_{\text{true}}(x) - y_{\text{true}}(x \text{ with the square at } (i, j)) .$$
#
# A negative drop says that the network does better without these pixels.
#
# **Exercise 5.** Write `occlusion_map(answer, image, true, patch, grey, stride)`. `answer` takes a *batch* of
# images (samples, channels, height, width) and returns outputs (samples, classes); `image` is (channels, height,
# width). The square has `patch` pixels a side, covers all channels, and stays inside the image; its upper left
# corner moves by `stride` pixels. Return an array (places down, places across).

# %% exercise="14.occlusion_map"
def occlusion_map(answer, image, true, patch, grey=0.0, stride=1):
    """Drop of the true class's output when a grey square hides a part of the image, place by place."""
    ### BEGIN SOLUTION
    channels, height, width = image.shape
    down, across = (height - patch) // stride + 1, (width - patch) // stride + 1
    hidden = np.repeat(image[None], down * across, axis=0)
    for n, (i, j) in enumerate(np.ndindex(down, across)):
        hidden[n, :, i * stride : i * stride + patch, j * stride : j * stride + patch] = grey
    drops = answer(image[None])[0, true] - answer(hidden)[:, true]
    return drops.reshape(down, across)
    ### END SOLUTION


# %% check="14.occlusion_map"

# %%
my_occlusion = use("14.occlusion_map", occlusion_map)

SHOWN = [0, 3, 4, 7]
drops = {digit: my_occlusion(net.predict, first[digit], digit, 4) for digit in SHOWN}
plots.maps([*(first[digit, 0] for digit in SHOWN), *drops.values()], columns=4,
           titles=[*(f"a {digit}" for digit in SHOWN), *["drop of its output"] * 4],
           title="Red: hiding hurts. Blue: hiding helps")

# %% [markdown]
# This map asks the network, not the filters alone, and it asks about one class. Is it the same place that the
# deconvolved maps show? Over the recorded runs we compare, pixel by pixel, the size of the drop with the size of
# all filters' deconvolved maps, with the image, and with the occlusion map of an untrained network.

# %%
for name in ("ReLU", "tanh"):
    print(name, "after training, correlation of the occlusion map with")
    for what, column in {"deconvolved maps": "occlusion_energy", "the image": "occlusion_image",
                         "an untrained network's": "occlusion_untrained"}.items():
        print(f"   {what:24s} {mean_and_spread(trained[name][column], unit='', digits=2)}")

# %% [markdown]
# The deconvolved maps tell hardly more about the occlusion map than the plain image does, with the ReLU even less.
# Occlusion is not free of the image either: its map resembles that of an untrained network, because grey on ink
# changes more than grey on black.

# %% [markdown]
# ## 9. The border
#
# Report A concludes that the pixels of the border matter least. To measure it, we need a number.
#
# **Exercise 6.** Write `border_score(importance, ring)` for a map (height, width): the mean *size* (absolute value)
# of its numbers in the border, `ring` wide on all four sides, over the mean size in the rest.

# %% exercise="14.border_score"
def border_score(importance, ring):
    """Mean size of a map's numbers in its border over their mean size in the centre; one number."""
    ### BEGIN SOLUTION
    size = np.abs(importance)
    border = np.ones(size.shape, bool)
    border[ring:-ring, ring:-ring] = False
    return size[border].mean() / size[~border].mean()
    ### END SOLUTION


# %% check="14.border_score"

# %% [markdown]
# A score of 1 says that the border matters as much as the centre, 0 that it does not matter at all. Do you expect
# the score of an *untrained* network to be larger, smaller, or about the same as that of a trained one (within
# 0.1)?

# %% predict="14.border"
untrained_border = None  # one of "larger", "smaller", "about the same"

# %%
my_score = use("14.border_score", border_score)

x_few, t_few = lab14.first_of_each(x_test, t_test, 2)
live_scores = {}
for name, one in {"trained": net, "untrained": untrained}.items():
    for colour, grey in {"grey": 0.0, "black": float(x_train.min())}.items():
        sizes = [np.abs(my_occlusion(one.predict, x, int(t.argmax()), 4, grey, 4))
                 for x, t in zip(x_few, t_few, strict=True)]
        live_scores[name, colour] = float(my_score(np.mean(sizes, axis=0), 1))
        print(f"{name:9s} {colour:5s} squares: border score {live_scores[name, colour]:.2f}")

# %% [markdown]
# The squares of 4 by 4 stand side by side here, so that the outermost ones are exactly the border of 4 pixels
# around the 20 by 20 that a digit of MNIST fills. *Black* squares change nothing where the image is black: that the
# border does not matter to them is no discovery. We keep to grey.
#
# There may be three reasons why the border matters little. (1) Training: the network has learned that nothing is to
# be found there. (2) The data: there *is* no ink there. (3) The filters: a corner pixel is seen from one place
# only, a pixel in the middle from 49. The recorded runs take them apart: before and after training; digits cut out
# to 20 by 20, which touch the border; and images in a frame of background, 6 pixels wide, so that each pixel is
# seen from 49 places.
#
# Beside occlusion we ask the **gradient** $\partial y_{\text{true}} / \partial x_q$: how far the output moves when
# pixel $q$ gets a little brighter. It knows nothing of squares or of grey.

# %%
scores = {}
for name in ("ReLU", "tanh"):
    for size, frame in [(28, 0), (28, 6), (20, 0), (20, 6)]:
        rows = pixels.select(activation=name, size=size, frame=frame).frame
        for epoch in (0, rows.epoch.max()):
            scores[name, size, frame, epoch > 0] = rows[rows.epoch == epoch]

SETTINGS = {"as they are": (28, 0), "framed": (28, 6), "cut out": (20, 0), "cut out, framed": (20, 6)}
NETWORKS = [(name, after) for name in ("ReLU", "tanh") for after in (False, True)]
plots.heat_map(
    np.array([[scores[name, *setting, after][f"border_{way}"].mean() for setting in SETTINGS.values()]
              for way in ("occlusion", "gradient") for name, after in NETWORKS]),
    [f"{way}, {name} {'trained' if after else 'untrained'}" for way in ("occlusion", "gradient")
     for name, after in NETWORKS], list(SETTINGS),
    value_label="border score", show="{:.2f}".format, best=None,
    title="Border score: what changes it, and what does not")

# %%
for setting, chosen in SETTINGS.items():
    for way in ("occlusion", "gradient", "deconvolved"):
        told = [mean_and_spread(scores["ReLU", *chosen, after][f"border_{way}"], unit="", digits=2)
                for after in (False, True)]
        print(f"ReLU, digits {setting:15s} {way:12s} before {told[0]}, after {told[1]}")
plain = {after: scores["ReLU", 28, 0, after].border_occlusion for after in (False, True)}
gap = plain[False].mean() - plain[True].mean()
truth = "about the same" if abs(gap) < 0.1 else "larger" if gap > 0 else "smaller"
reveal("14.border", untrained_border, truth)

# %% [markdown]
# Report A is right: the border matters least. But an untrained network has the same score, so on these images it is
# not something that was learned. (In a frame, something may be: there the scores by occlusion fall with training.)
# The gradient tells the geometry apart: its score rises to about 1 as soon as a frame lets the filters see every
# pixel equally often. And where the ink reaches the border, the score by occlusion rises. Most of what the map of
# the border shows is how the images were cut, and where a 7 by 7 filter fits.

# %% [markdown] written="14.border" points=3
# **Question 3.** "The network has learned to ignore the border." Use the table above to judge this sentence. Name
# the reasons for a small border score, and for each the comparison that isolates it. What would you see if the
# sentence were true?
#
# ### BEGIN SOLUTION
# It is not supported: before training the score is as small as after it. The reasons are the data (no ink, so grey
# changes less of what the outputs depend on): compare 28 with 20 pixels, the score rises where the ink touches the
# border; and the geometry (border pixels are seen from fewer places): compare with and without the frame, where the
# gradient's score rises to about 1. If training had taught it, the score would fall clearly from before to after
# training in the same setting. With the frame there are such falls by occlusion, so a part may be learned there;
# for images as they are there is none.
# ### END SOLUTION

# %% [markdown] rubric="14.border"
# - **1 point** the untrained network's score is as small: training is not the reason, for images as they are
# - **1 point** names data and geometry, each with its comparison (20 against 28 pixels; frame against none)
# - **1 point** says what learning would look like: a clear fall from before to after

# %% [markdown]
# ## Explore
#
# Choose a digit and a filter of another network, one with tanh: what is sent back? Find a filter that answers to
# strokes of one direction, and look at it for a 1 and for a 7.

# %%
explorers.deconvolved_maps()

# %% [markdown]
# ## Recap: ours against claimed
#
# *What does a convolutional network see?* Sent back by the transpose, its activations look like the image, whether
# it has learned anything or not. *Which pixels matter to it?* The middle ones: that is where the ink is, and where
# the filters meet.

# %%
def two_digits(values):
    return mean_and_spread(values, unit="", digits=2)


now = trained["ReLU"]
both = [rows.border_occlusion for rows in trained.values()]
Verdicts([
    Claim("border pixels matter least (occlusion, 1: as much as the centre)", "least",
          "; ".join(f"{name} {mean_and_spread(rows.border_occlusion, unit='', digits=2)}"
                    for name, rows in trained.items()),
          holds=bool(max(found.max() for found in both) < 1)),
    Claim("because the network has learned it", "often said",
          f"ReLU untrained {mean_and_spread(plain[False], unit='', digits=2)}, "
          f"trained {mean_and_spread(plain[True], unit='', digits=2)}",
          holds=bool(gap > 0.1)),
    Claim("the inverse Toeplitz matrix projects back", "inverse",
          f"mismatch of the transpose {mismatches['T transposed']:.1g}, of the pseudo-inverse "
          f"{mismatches['pseudo-inverse']:.1g}; the latter returns the image (to {undone:.0g}), the former "
          f"correlates with it at {apart:.2f}",
          holds=bool(mismatches["pseudo-inverse"] < 1e-6), where="read as the transpose"),
    Claim("deconvolved maps show what the network has learned", "often said",
          f"ReLU, correlation with the image: untrained {two_digits(before['ReLU'].deconvolved_image)}, trained "
          f"{two_digits(now.deconvolved_image)}; with an untrained network's map "
          f"{two_digits(now.deconvolved_untrained)}",
          holds=bool(now.deconvolved_image.mean() > before["ReLU"].deconvolved_image.mean())),
], source=pixels.caption())

# %% [markdown]
# A picture of the inside of a network is made of three things: the network, the image, and the method. Change one
# and keep the others, and you know which of them you are looking at.

# %% [markdown]
# *The lab checks itself:* the cell below stops if what its text says is not what its runs show.

# %%
assert reached > 0.75, "the network of this lab has learned the digits"
assert undone < 1e-3 and 0 < apart < 0.97, "the pseudo-inverse gives the image back, the transpose does not"
assert matrix_gap < 1e-4, "stamps and matrix agree"
assert max(mismatches["stamps"], mismatches["T transposed"]) < 1e-9 < 1e-4 < mismatches["pseudo-inverse"]
assert mismatches["stamps, filters flipped"] > 1e-4, "a flipped filter is caught"
for name in ("ReLU", "tanh"):
    assert trained[name].test_accuracy.min() > 0.8 > 0.3 > before[name].test_accuracy.max()
    assert trained[name].border_occlusion.max() < 0.6, "the border matters least"
    change = trained[name].border_occlusion.mean() - before[name].border_occlusion.mean()
    assert abs(change) < 0.1, "before training too"
    assert before[name].deconvolved_image.mean() > 0.85, "an untrained network shows the digit"
    assert (trained[name].occlusion_energy - trained[name].occlusion_image).mean() < 0.1, "hardly more than the image"
    assert trained[name].occlusion_untrained.mean() > 0.35, "occlusion maps resemble an untrained network's"
    for size in (28, 20):
        framed, bare = (scores[name, size, frame, True].border_gradient.mean() for frame in (6, 0))
        assert framed > 0.8 > bare, "the frame takes the geometry away"
    assert scores[name, 20, 0, True].border_occlusion.mean() > scores[name, 28, 0, True].border_occlusion.mean() + 0.04
assert trained["ReLU"].occlusion_energy.mean() < trained["ReLU"].occlusion_image.mean(), "with the ReLU less"
assert trained["ReLU"].deconvolved_image.mean() < before["ReLU"].deconvolved_image.mean() - 0.1, "ReLU maps change"
assert abs(trained["tanh"].deconvolved_image.mean() - before["tanh"].deconvolved_image.mean()) < 0.05, "tanh's do not"
for name, size, room in [("ReLU", 28, 0.08), ("ReLU", 20, 0), ("tanh", 28, 0), ("tanh", 20, 0.08)]:
    fall = [scores[name, size, 6, after].border_occlusion.mean() for after in (False, True)]
    assert fall[1] < fall[0] - room, "in a frame, training lowers the score"
assert 1e-3 < mismatches["pseudo-inverse"] < 0.1 and 1e-3 < mismatches["stamps, filters flipped"] < 0.1
assert live_scores["trained", "black"] < live_scores["trained", "grey"], "black on black is no news"
