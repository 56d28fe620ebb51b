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
#   title: What a t-SNE picture shows
#   question: What does a t-SNE picture show, and what does it invent?
#   minutes: 150
# ---

# %% [markdown]
# # Lab 08: What a t-SNE picture shows
#
# **What does a t-SNE picture show, and what does it invent?**
#
# A picture of a digit is a point in a space of 784 dimensions, and inside a network it is a point in a space of 256,
# of 128, of 10. Nobody can look there. t-SNE turns such points into a picture of islands on a flat sea, so beautiful
# that it is hard not to believe. Report B, a student's report from 2020, puts one beside its final network. In this
# lab you build t-SNE from its parts, look at the layers of a network with it, and then try it on data whose truth
# you know.
#
# At the end you can
#
# - compute all distances of a data set at once, and turn them into neighbours with a given *perplexity*;
# - write the affinities of data and picture, and the force that the one exerts on the other;
# - compare two pictures of the same data by numbers: kept neighbours, purity, repeatability;
# - say which sentences a t-SNE picture supports, and which it does not.
#
# Allow about **150 minutes**: 30 for the theory and your predictions, 50 for the code, 25 for the experiments, 45 for
# the written answers. You need NumPy, logarithms and the idea of gradient descent, and nothing from earlier labs.

# %% setup="08"

# %%
from time import perf_counter

import numpy as np
import pandas as pd
from sklearn.manifold import TSNE

from labkit import data, explorers, nn, plots, records
from labkit.tsne import principal_components, tsne
from labkit.verdicts import Claim, Verdicts, mean_and_spread

# %% [markdown]
# ## 1. A shadow
#
# The simplest flat picture of a cloud in 784 dimensions is its shadow. *Principal component analysis* (PCA) turns
# the cloud until its shadow is as wide as it can be, first in one direction, then in a second one across it. Here are
# 300 handwritten digits. Their labels are used for the colours only: neither PCA nor t-SNE is told them.

# %%
digits = data.load("mnist-subset")
x, labels = digits.x_test[:300], digits.y_test[:300]  # held-out images, 30 of each digit
shadow = principal_components(x)
plots.embedding(shadow, labels, title="300 digits, their widest shadow")

# %% [markdown]
# Every distance in a shadow is at most the distance in the cloud, and far apart in the shadow means far apart. But
# points that lie behind each other fall on one spot: most digits are mixed up. t-SNE gives up on the far distances
# and asks for something else: *whoever is a neighbour shall stay a neighbour*.

# %% [markdown]
# ## 2. All distances at once
#
# t-SNE is told nothing about the data but the squared distances between all pairs of points,
#
# $$d_{ij}^2 = \lVert x_i - x_j \rVert^2 = \lVert x_i \rVert^2 + \lVert x_j \rVert^2 - 2\, x_i \cdot x_j .$$
#
# For 300 images these are 90,000 numbers, each a sum over 784 pixels: seventy million small steps, too many for
# Python's loops. The right-hand side needs no loop: all inner products $x_i \cdot x_j$ are one matrix product. There
# is a price. Where two points nearly coincide, a small number is left of the difference of large ones, and rounding
# may leave a little *less than nothing*, which no squared distance can be.
#
# **Exercise 1.** Write `squared_distances(x)` for points `x` of shape `(n, features)`. The result has the shape
# `(n, n)`; no entry may be negative.

# %% exercise="08.squared_distances"
def squared_distances(x):
    """Squared Euclidean distances between all rows of x, shape (n, n); none is negative."""
    ### BEGIN SOLUTION
    norms = np.sum(x**2, axis=1)
    return np.maximum(norms[:, None] + norms - 2 * x @ x.T, 0)
    ### END SOLUTION


# %% check="08.squared_distances"

# %% [markdown]
# ## 3. Who is whose neighbour?
#
# Imagine that point $i$ picks a neighbour at random, nearer ones with more probability than farther ones, as a
# Gaussian around it would have it:
#
# $$p_{j|i} = \frac{e^{-\beta_i d_{ij}^2}}{\sum_{k \ne i} e^{-\beta_i d_{ik}^2}}, \qquad p_{i|i} = 0,
# \qquad \beta_i = \frac{1}{2\sigma_i^2} .$$
#
# Each point has a Gaussian of its own width $\sigma_i$: wide in an empty region, narrow in a crowd. And no point
# picks itself.
#
# Between images $\beta d^2$ is easily more than 745, and then $e^{-\beta d^2}$ is 0 for the computer. If that happens
# to all neighbours of a point, its row is $0/0$. But a factor that is the same in the whole row cancels. Choose it so
# that the nearest neighbour has the exponential $e^0 = 1$.
#
# **Exercise 2.** Write `conditional_probabilities(squared, beta)`. Given are the squared distances, shape `(n, n)`,
# and one $\beta_i$ for each point, shape `(n,)`. Row $i$ of the result holds $p_{j|i}$ for all $j$.

# %% exercise="08.conditional_row"
def conditional_probabilities(squared, beta):
    """Row i: with which probability point i picks each other point; the diagonal is 0; shape (n, n)."""
    ### BEGIN SOLUTION
    others = np.array(squared, dtype=float)
    np.fill_diagonal(others, np.inf)
    e = np.exp(-beta[:, None] * (others - others.min(axis=1, keepdims=True)))
    return e / e.sum(axis=1, keepdims=True)
    ### END SOLUTION


# %% check="08.conditional_row"

# %% [markdown]
# ## 4. How many neighbours is that?
#
# Which width is right? t-SNE asks back: how many neighbours do you want a point to have? A fair choice among $m$
# neighbours has the entropy $\ln m$. So take the entropy of *any* row, and say how large a fair choice with the same
# entropy would be. That is the row's **perplexity**:
#
# $$H_i = -\sum_j p_{j|i} \ln p_{j|i}, \qquad \mathrm{perplexity}_i = e^{H_i} .$$
#
# With $\log_2$ in place of $\ln$ the entropy comes in bits, and then 2 must be raised to its power. Both ways give
# the same number, and mixing them gives another. Where $p = 0$, take $p \ln p = 0$, its limit.
#
# **Exercise 3.** Write `perplexity(p)` for rows of probabilities `p`, shape `(rows, n)`; one number for each row.

# %% exercise="08.perplexity"
def perplexity(p):
    """Effective number of neighbours of each row of probabilities, shape (rows,)."""
    ### BEGIN SOLUTION
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(-np.sum(p * logs, axis=1))
    ### END SOLUTION


# %% check="08.perplexity"

# %% [markdown]
# A larger $\beta$ is a narrower Gaussian, with fewer neighbours. So the $\beta_i$ that gives a point as many
# neighbours as wanted can be found by halving an interval, for all points at once, with your two functions. `use`
# hands over yours once its check has passed, and labkit's until then.

# %%
my_distances = use("08.squared_distances", squared_distances)
my_conditional = use("08.conditional_row", conditional_probabilities)
my_perplexity = use("08.perplexity", perplexity)


def find_beta(squared, wanted, halvings=40):
    """The beta of every point with which it has the perplexity wanted."""
    low, high = np.full(len(squared), -6.0), np.full(len(squared), 6.0)  # of log10(beta)
    for _ in range(halvings):
        middle = (low + high) / 2
        too_many = my_perplexity(my_conditional(squared, 10**middle)) > wanted
        low, high = np.where(too_many, middle, low), np.where(too_many, high, middle)
    return 10**middle


squared = my_distances(x.astype(float))
sigma = {}
for wanted in (5, 30):
    found = 1 / np.sqrt(2 * find_beta(squared, wanted))
    sigma[wanted] = pd.Series(found).groupby(labels).median()
    print(f"perplexity {wanted:>2}, median width sigma by digit:",
          ", ".join(f"{digit}: {value:.2f}" for digit, value in sigma[wanted].items()))

# %% [markdown]
# Look at the ones in the first line. They resemble each other, so narrow Gaussians are enough for five neighbours;
# every other digit needs wider ones. Remember this line: it will explain the first of t-SNE's inventions. In the
# second line it is over. There are only 30 ones here, so who wants 30 neighbours must go and find some among the
# other digits. We settle for 15.

# %%
conditional = my_conditional(squared, find_beta(squared, 15))
reached = my_perplexity(conditional)
print(f"perplexity of the 300 rows: from {reached.min():.4f} to {reached.max():.4f}")

# %% [markdown]
# ## 5. P: affinities of the data
#
# Being picked is not mutual. An outlier picks neighbours, but nobody picks it. So t-SNE takes both directions
# together, and lets all pairs add up to 1:
#
# $$p_{ij} = \frac{p_{j|i} + p_{i|j}}{2n} .$$
#
# **Exercise 4.** Write `joint_probabilities(conditional)`; shapes `(n, n)`.

# %% exercise="08.joint_probabilities"
def joint_probabilities(conditional):
    """Symmetric affinities P of all pairs, which add up to 1, from rows of conditional probabilities."""
    ### BEGIN SOLUTION
    return (conditional + conditional.T) / (2 * len(conditional))
    ### END SOLUTION


# %% check="08.joint_probabilities"

# %% [markdown]
# ## 6. Q: affinities of the picture
#
# In the picture, with positions $y_i$ in the plane, affinities are made differently:
#
# $$w_{ij} = \frac{1}{1 + \lVert y_i - y_j \rVert^2}, \qquad w_{ii} = 0, \qquad
# q_{ij} = \frac{w_{ij}}{\sum_{k \ne l} w_{kl}} .$$
#
# This is Student's distribution, the *t* of t-SNE. Why not a Gaussian again? In 784 dimensions a point has room for
# very many neighbours at about the same distance; in the plane it has not. Something must be moved outwards.
# Student's kernel falls so slowly that a pair may lie far apart in the picture and still have some affinity. And
# note what is missing: the picture has *no widths* $\sigma_i$. There is one scale for all.
#
# **Exercise 5.** Write `student_affinities(y)`: the array Q, shape `(n, n)`, for positions `y`, shape
# `(n, dimensions)`.

# %% exercise="08.student_affinities"
def student_affinities(y):
    """Affinities Q of all pairs of a picture; the diagonal is 0, and all of them add up to 1."""
    ### BEGIN SOLUTION
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    return w / w.sum()
    ### END SOLUTION


# %% check="08.student_affinities"

# %% [markdown]
# ## 7. How wrong is a picture?
#
# The picture shall have the affinities of the data. How far it is from that is measured by the *Kullback-Leibler
# divergence*
#
# $$\mathrm{KL}(P \Vert Q) = \sum_{i \ne j} p_{ij} \ln \frac{p_{ij}}{q_{ij}} ,$$
#
# which is 0 for $P = Q$ and positive otherwise. Its gradient says where each point should go:
#
# $$\frac{\partial\, \mathrm{KL}}{\partial y_i} = 4 \sum_j (p_{ij} - q_{ij})\; w_{ij}\; (y_i - y_j) .$$
#
# Every pair is a spring. Where the data want two points closer than they are ($p > q$) it pulls, and where they are
# too close it pushes; the kernel $w_{ij}$ weakens it for far pairs.
#
# **Exercise 6.** Write `kl_gradient(p, y)`: the gradient for all points, with the shape of `y`. A loop over 300
# points and their 300 partners would be too slow for what follows. Either let NumPy make all differences at once,
# `y[:, None] - y`, of shape `(n, n, dimensions)`; or multiply out the sum over $j$ and find two matrix products.

# %% exercise="08.kl_gradient"
def kl_gradient(p, y):
    """Gradient of KL(P || Q) with respect to the positions y; same shape as y."""
    ### BEGIN SOLUTION
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    springs = (p - w / w.sum()) * w
    return 4 * (springs.sum(axis=1, keepdims=True) * y - springs @ y)
    ### END SOLUTION


# %% check="08.kl_gradient"

# %% [markdown]
# A gradient can be tested against the function it claims to belong to: move one coordinate a little to both sides,
# and see how the divergence changes.

# %%
my_joint = use("08.joint_probabilities", joint_probabilities)
my_affinities = use("08.student_affinities", student_affinities)
my_gradient = use("08.kl_gradient", kl_gradient)


def divergence(p, y):
    """KL(P || Q) of a picture."""
    pairs = p > 0
    return np.sum(p[pairs] * np.log(p[pairs] / my_affinities(y)[pairs]))


P = my_joint(conditional)
rng = np.random.default_rng(0)
y = rng.normal(size=(len(x), 2))
slope = my_gradient(P, y)
worst = 0.0
for i, axis in zip(rng.integers(len(x), size=20), rng.integers(2, size=20), strict=True):
    step = np.zeros_like(y)
    step[i, axis] = 1e-4
    by_differences = (divergence(P, y + step) - divergence(P, y - step)) / 2e-4
    worst = max(worst, abs(by_differences - slope[i, axis]) / np.abs(slope).max())
print(f"gradient against differences, 20 coordinates: largest deviation {worst:.1e} of the largest entry")

# %% [markdown] written="08.asymmetry" points=3
# **Question 1.** Two pairs are shown wrongly. Pair (a) is close in the data and far apart in the picture: $p = 0.01$,
# $q = 0.0001$. Pair (b) is far apart in the data and close in the picture: $p = 0.0001$, $q = 0.01$. Compute the term
# that each adds to the divergence. Which mistake is t-SNE keener to avoid? What does that mean for someone who reads
# a large distance off the picture, and for someone who reads a small one off it?
#
# ### BEGIN SOLUTION
# (a) $0.01 \ln 100 = 0.046$. (b) $0.0001 \ln 0.01 = -0.00046$. Tearing neighbours apart costs a hundred times as much
# as the size of the other term, which by itself is even a small gain. (It is no gain in the end: Q adds up to 1, so
# the affinity wasted on pair (b) is missing at the pairs that need it. But it costs only in this indirect way.)
#
# So t-SNE tries to keep neighbours together, and cares little about how far from each other the others are. A small
# distance in the picture is the more trustworthy reading, but not a proof: strangers may be put side by side at
# little cost. A large distance says that the two are hardly neighbours, and nothing about how far apart they are.
# ### END SOLUTION

# %% [markdown] rubric="08.asymmetry"
# - **1 point** both terms with their signs: about $+0.046$ and $-0.0005$
# - **1 point** tearing neighbours apart costs much more than putting strangers together (that Q adds up to 1 may be
#   mentioned)
# - **1 point** large distances say nothing about how large; small ones are more trustworthy, without being proof

# %% [markdown]
# ## 8. Downhill
#
# All that is left is gradient descent. Two tricks of the inventors, van der Maaten and Hinton (2008), help it.
# *Momentum*: each update adds half or more of the one before, so that steady forces gain speed. And *early
# exaggeration*: for the first updates P is multiplied by 4 (newer programs take 12). Then attraction is far too
# strong, and neighbours find each other before the crowd gets in their way.

# %%
def descend(p, y, gradient, updates=400, rate=100.0, exaggerated=100):
    """Positions after so many updates, and the divergence every 10 of them, as a table."""
    velocity, rows = np.zeros_like(y), []
    for update in range(updates + 1):
        if update % 10 == 0:
            rows.append({"iteration": update, "KL": divergence(p, y)})
        early = update < exaggerated
        force = gradient(4 * p if early else p, y)
        velocity = (0.5 if early else 0.8) * velocity - rate * force
        y = y + velocity
    return y, pd.DataFrame(rows)


start = 1e-4 * rng.normal(size=(len(x), 2))
began = perf_counter()
my_gradient(P, start)
if perf_counter() - began > 0.1:  # a loop over all pairs would take minutes for hundreds of updates
    from labkit.tsne import kl_gradient as my_gradient

    print("Your gradient takes its time; the descent below uses labkit's.")
mine, history = descend(P, start, my_gradient)
plots.embedding({"PCA": shadow, "t-SNE, with your functions": mine}, labels, title="The same 300 digits")

# %% [markdown]
# Your first t-SNE picture. The digits have become islands, although no label was ever used. The axes carry no
# numbers, because a t-SNE picture may be turned and mirrored as one likes: only distances enter.

# %%
plots.training_curves({"your descent": history}, metric="KL", title="The divergence on its way down", height=3.4)

# %% [markdown]
# While P is exaggerated the true divergence is of no concern to the updates; then it falls quickly, and slowly ever
# after. It does not reach 0: no flat picture has these affinities.
#
# From here on `labkit.tsne` does the work. It is the same method with your formulas, faster by computing in blocks,
# and with a rate for every coordinate that adapts. Is it as good as the t-SNE that everyone uses? We recorded both
# on the same 400 images, from five seeds, and measured all pictures with the same P.

# %%
def spread(values, digits=2):
    """Mean and standard deviation of a plain number over the seeds."""
    return mean_and_spread(values, unit="", digits=digits)


rivals = records.load("08.scikit_learn")
print(rivals.caption())
rival_kl = {method: runs.kl for method, runs in rivals.frame.groupby("method")}
for method, kl in rival_kl.items():
    print(f"{method:<11} KL {spread(kl, 3)}")

# %% [markdown]
# ("exact" and "barnes_hut" are scikit-learn's two methods; the second approximates far forces and is meant for many
# points.)

# %% [markdown]
# ## 9. How good is the picture?
#
# "Looks good" is no measure. We use two. *Trustworthiness* compares the picture with the data: it is 1 if nobody is
# among a point's 10 nearest in the picture who was not near in the data, and about one half for a random picture.
# *Agreement* is the share of a point's 10 nearest in the picture that bear the same label. We recorded both for 500
# digits, a different 500 for each seed, at six perplexities.

# %%
perplexities = records.load("08.digits")
print(perplexities.caption())
pictures = perplexities.select(start="random").frame
means = pictures.groupby("perplexity")[["trust", "agreement"]].mean()
lines = {"t-SNE, trustworthiness": (means.index, means.trust), "t-SNE, agreement": (means.index, means.agreement),
         "PCA, trustworthiness": (means.index, np.full(len(means), pictures.pca_trust.mean())),
         "PCA, agreement": (means.index, np.full(len(means), pictures.pca_agreement.mean()))}
plots.scatter(lines, x_label="perplexity", y_label="mean over seeds", log="x", line=True,
              title="500 digits, five seeds")

# %%
at_30 = pictures[pictures.perplexity == 30]
for name in ("trust", "agreement"):
    print(f"{name:<10} t-SNE at perplexity 30: {spread(at_30[name], 3)}, "
          f"PCA: {spread(at_30['pca_' + name], 3)}")
print(f"neighbours in common of two pictures of the same data from different starts: {mean_and_spread(at_30.shared)}")

# %% [markdown]
# Neighbours are what t-SNE promises, and it keeps the promise far better than the shadow, over a wide range of
# perplexities. But a picture from another start shares only part of its neighbours with the first.
#
# What about the rest of the picture: sizes, distances, the order of the islands? Real digits cannot tell, because
# nobody knows their truth. So we now make data of which we know everything.

# %% [markdown]
# ## 10. Data whose truth is known
#
# First your predictions. All of them are about t-SNE with 1,000 updates, from a random start.
#
# - Two round clusters of 100 points each; B is 10 times as wide as A. How many times as wide is it in the picture, at
#   perplexity 30?
# - Three equal clusters of 50 points in a row; from B to C it is 5 times as far as from A to B. How many times as far
#   in the picture, at perplexity 15?
# - 200 points from one normal distribution in 50 dimensions: pure noise, one round cloud. How many separate clumps of
#   5 points or more does the picture show at perplexity 2?

# %% predict="08.width"
times_as_wide = None  # a number, such as 1, 3, 10, 30

# %% predict="08.gap"
times_as_far = None  # a number, such as 1, 2, 5, 25

# %% predict="08.clumps"
clumps_of_noise = None  # a number, such as 1, 2, 10, 20, 100

# %% [markdown]
# ### Explore
#
# Here are small relatives of these data, with points that lie in the plane *from the beginning*: a picture without
# any loss would be a copy. Move the perplexity, then the iterations. What differs from the copy is t-SNE's own.

# %%
explorers.tsne_clusters()

# %% [markdown]
# ### Sizes
#
# Now the recorded runs, with clusters in ten dimensions and five seeds.

# %%
sizes, gaps, order, noise = (records.load(f"08.{name}") for name in ("widths", "gaps", "order", "noise"))
print(sizes.caption())


def by_perplexity(record, start="random"):
    """Print mean and spread over the seeds at each perplexity, beside the truth."""
    frame = record.select(start=start).frame if "start" in record.frame else record.frame
    once = frame.drop_duplicates("seed")  # these two do not depend on the perplexity
    print(f"  in the data {spread(once.data, 1)}, "
          f"in the PCA picture {spread(once.pca, 1)}")
    for perplexity, runs in frame.groupby("perplexity"):
        print(f"  perplexity {perplexity:>3g}: in the t-SNE picture {spread(runs.tsne)}")
    return {perplexity: runs.tsne for perplexity, runs in frame.groupby("perplexity")}


print("width of B, in widths of A")
size_at = by_perplexity(sizes)
reveal("08.width", times_as_wide, round(float(size_at[30].mean()), 2), tolerance=0.3)

# %% [markdown]
# Alike. Wherever a crowd is dense t-SNE spreads it out, and wherever it is thin t-SNE pulls it together.

# %% [markdown] written="08.size" points=4
# **Question 2.** Explain it. Cluster B lies so far from everything else that all neighbours of its points are in B.
# Now make B $s$ times as wide, with everything else as it is: every distance inside B is multiplied by $s$. What
# happens to the $\beta_i$ of its points, to their $p_{j|i}$, to P, to the best picture? Show each step. Which line
# that was printed in section 4 is an example of it? And what may someone conclude from an island that is *dense* in
# the picture?
#
# ### BEGIN SOLUTION
# In the exponent stands $\beta_i d_{ij}^2$. With $d \to s d$, the choice $\beta_i \to \beta_i / s^2$ leaves every
# product as it was: $(\beta_i/s^2)(s^2 d_{ij}^2) = \beta_i d_{ij}^2$. So the probabilities $p_{j|i}$ are the old
# ones, and so is their perplexity. As the perplexity falls with growing $\beta_i$, there is only one $\beta_i$ that
# gives it, and the search finds just this one. The rows of all other points are unchanged too. Hence P is the same
# array, KL is the same function of the picture, and its best picture is the same: t-SNE cannot know $s$. The width
# has gone into $\sigma_i$, which becomes $s\sigma_i$, and the picture has no $\sigma_i$.
#
# Example: the median $\sigma$ by digit; the ones have a narrow Gaussian, because they are a narrow cluster. From a
# dense island nothing follows about the density of the data; only the number of points and the perplexity
# shape it.
# ### END SOLUTION

# %% [markdown] rubric="08.size"
# - **1 point** $\beta_i$ becomes $\beta_i/s^2$ ($\sigma_i$ becomes $s\sigma_i$), because then the perplexity is as
#   asked
# - **1 point** hence $p_{j|i}$ and P do not change
# - **1 point** the picture depends on P alone, so it does not change; names the widths by digit as the example
# - **1 point** nothing follows about the density or width of the data

# %% [markdown]
# ### Distances
#
# From B to C, in units of A to B; the truth is 5.

# %%
print(gaps.caption())
print("distance from B to C, in distances from A to B")
gap_at = by_perplexity(gaps)
reveal("08.gap", times_as_far, round(float(gap_at[15].mean()), 2), tolerance=0.3)

# %% [markdown]
# As long as the perplexity is below the size of a cluster (50 points here), the three lie evenly spaced, whatever the
# truth. A point of A picks its neighbours in A. It as good as never picks one of B, or one of C: P does not know which
# of the two is nearer. Only when the perplexity is so large that a point must look for neighbours beyond its own
# cluster does P learn it; and even then the picture does not follow the perplexity in any simple way.
#
# ### Order
#
# Six clusters stand in a row, ten widths apart. For how many of them is the nearest cluster in the picture one that
# stands next to it in the row? (If the six were thrown at random, it would be a third on average.) Many advise to
# start from the principal components in place of a random start, so that the order is right from the beginning.

# %%
print(order.caption())
order_at = {}
for begin in ("random", "pca"):
    print(f"share of clusters whose nearest is next in the row, start: {begin}")
    order_at[begin] = by_perplexity(order, begin)

# %%
rng = np.random.default_rng(0)
row = np.vstack([rng.normal(size=(40, 10)) + 10 * place * np.eye(10)[0] for place in range(6)])
theirs = TSNE(perplexity=15, init="pca", random_state=0).fit_transform(row)
plots.embedding({"random start": tsne(row, 15, start="random", progress=False).y,
                 "PCA start": tsne(row, 15, start="pca", progress=False).y, "scikit-learn, PCA start": theirs},
                np.repeat(range(6), 40), title="Six clusters that stand in a row, 0 to 5")

# %% [markdown]
# Six tidy islands, evenly spaced, and the row is gone. The start does not save it, in scikit-learn's t-SNE as little
# as in ours: at such perplexities nothing in P speaks of the row, so nothing holds the islands in it while they push
# each other about.

# %% [markdown]
# ### Clumps
#
# The last one is noise.

# %%
print(noise.caption())
print("separate clumps of 5 points or more")
clumps_at = by_perplexity(noise)
reveal("08.clumps", clumps_of_noise, float(clumps_at[2].mean()), tolerance=0.3)

# %%
cloud = np.random.default_rng(0).normal(size=(200, 50))
plots.embedding({f"perplexity {p}": tsne(cloud, p, start="random", progress=False).y for p in (2, 5, 30)},
                title="The same pure noise, three times")

# %% [markdown]
# With so few neighbours each point holds on to the two or three that happen to be nearest, and chance becomes
# structure. Nobody who sees only the left-hand picture can tell.

# %% [markdown]
# ## 11. Back to the digits
#
# So distances between islands need not mean anything. What about those of the digits? For each recorded picture we
# took the centres of the ten digits, the 45 distances between them, and their correlation with the same 45
# distances in the 784 dimensions. And we did the same for two pictures of the same data from two seeds.

# %%
print("correlation of the distances between the digits' centres, from a random start")
far = {}
for perplexity, runs in pictures.groupby("perplexity"):
    far[perplexity] = runs.far_true, runs.far_again
    print(f"  perplexity {perplexity:>3g}: with the data {spread(runs.far_true)}, "
          f"with a second seed {spread(runs.far_again)}")
from_pca = perplexities.select(start="pca").frame
print(f"perplexity 30 from a PCA start: with the data {spread(from_pca.far_true)}, "
      f"with a second seed {spread(from_pca.far_again)}")
print(f"PCA: with the data {spread(at_30.pca_far_true)}")

# %% [markdown]
# The digits are not six clusters far from each other: they touch, and so something of their arrangement does reach
# the picture. But compare the two columns. From perplexity 5 on a picture agrees more with another *picture* than
# with the *data*. Both seeds work from the same P, and inherit the same distortion. That a picture comes out again
# says that the computer works. It does not say that the picture is true. For the large distances the plain shadow is
# the better guide.

# %% [markdown] written="08.caption" points=5
# **Question 3.** A company shows a t-SNE picture of 2,000 customers, perplexity 30, with three islands. Below stand
# five sentences. For each say whether the picture supports it, and give a reason from this lab in a line or two.
#
# - (a) "Two customers side by side on an island probably have similar data."
# - (b) "The customers of the large, thin island differ more from each other than those of the small, dense one."
# - (c) "Island A is closer to B than to C, so these two groups resemble each other more."
# - (d) "There are exactly three kinds of customers."
# - (e) "With ten other seeds the arrangement was the same, so it is real."
#
# ### BEGIN SOLUTION
# - (a) Supported, and the one thing that t-SNE is made for: neighbours in the picture mostly are neighbours in the
#   data (trustworthiness in section 9). Mostly, not always.
# - (b) Not supported: widths do not survive, B ten times as wide as A came out alike.
# - (c) Not supported: with islands of hundreds of points a perplexity of 30 stays inside them, and three clusters at
#   distances 1 to 5 came out evenly spaced.
# - (d) Not supported by one picture: noise shows clumps at low perplexity, a group may be torn into several, and
#   several groups may touch. Try several perplexities and test it in the data.
# - (e) Not supported: all seeds use the same P and share its distortions; two pictures of the digits agreed with each
#   other more than with the data.
# ### END SOLUTION

# %% [markdown] rubric="08.caption"
# - **1 point** (a) supported, with neighbours or trustworthiness as the reason
# - **1 point** (b) not supported: widths are not kept
# - **1 point** (c) not supported: distances between islands are not kept below a perplexity as large as an island
# - **1 point** (d) not supported: clumps in noise, or torn groups; asks for more than one picture
# - **1 point** (e) not supported: repeatable is not true, because P is the same

# %% [markdown]
# ## 12. Inside a network
#
# With that in mind, look inside. We train Report B's sizes, 784-256-128-10, here with ReLUs, cross-entropy and small
# batches, which is a matter of seconds; and then show how each layer sees 300 *held-out* images.

# %%
net = nn.Sequential([nn.Dense(784, 256, init=nn.He()), nn.ReLU(), nn.Dense(256, 128, init=nn.He()), nn.ReLU(),
                     nn.Dense(128, 10, init=nn.He()), nn.Softmax()], seed=0)
nn.fit(net, digits.x_train, digits.t_train, loss=nn.CrossEntropy("mean"), optimizer=nn.SGD(0.1), epochs=10,
       batch_size=32, progress=False)
seen = dict(zip(["pixels", "hidden 1", "hidden 2", "output"], [x, *net.units(x)], strict=True))
plots.embedding({name: tsne(a, 15, progress=False).y for name, a in seen.items()}, labels, columns=2,
                title="300 held-out digits, layer by layer")

# %% [markdown]
# The islands tidy up from layer to layer. Is that the network's doing, or t-SNE's? Three checks. The numbers next to
# the pictures: agreement in the picture, but also in the layer itself, before any t-SNE. A control: the same network
# *before* training. And images that the network was trained on beside images that it has never seen.

# %%
inside = records.load("08.layers")
print(inside.caption())
names = list(seen)
table = inside.frame.pivot_table(index=["state", "images"], columns="layer", values="agreement")[names]
table.index = [f"{state}, {images} images" for state, images in table.index]
plots.heat_map(table, column_label="layer", value_label="agreement in the t-SNE picture", best=None,
               title="Share of nearest neighbours with the same label, five seeds", width=8)

# %%
def runs_of(state, images, layer):
    frame = inside.frame
    return frame[(frame.state == state) & (frame.images == images) & (frame.layer == layer)]


rows = []
for layer in names:
    runs, before = runs_of("trained", "held-out", layer), runs_of("untrained", "held-out", layer)
    rows.append({"layer": layer, "in the layer itself": mean_and_spread(runs.own_agreement),
                 "in the t-SNE picture": mean_and_spread(runs.agreement),
                 "in the PCA picture": mean_and_spread(runs.pca_agreement),
                 "untrained, in the layer itself": mean_and_spread(before.own_agreement)})
print("agreement on held-out images; trained network, and in the last column an untrained one")
print(pd.DataFrame(rows).to_string(index=False))
for images in ("training", "held-out"):
    print(f"accuracy on the {images} images: {mean_and_spread(runs_of('trained', images, 'output').accuracy)}")

# %% [markdown]
# The tidying is real: it is there in the layers themselves, and an untrained network does the opposite (last column),
# it mixes the digits more with every layer. t-SNE has only made it visible.

# %% [markdown] written="08.layers" points=3
# **Question 4.** Somebody shows the t-SNE picture of the output layer for the *training* images, ten clean islands,
# and writes: "the network tells all ten digits apart." Use the numbers above to say what is wrong with this evidence
# and what you would ask for instead. Can either of the two, the picture and the accuracy on held-out images, be
# computed from the other?
#
# ### BEGIN SOLUTION
# For the training images the agreement in the output layer is close to 100 %, because the network was trained until
# it knew these very images. For held-out images the agreement is about nine points lower, the accuracy about seven. The
# clean islands show that it has learned these images, not that it can tell others apart. Ask for the picture of
# held-out images, and rather for their accuracy and the confusions, with a spread over seeds. Neither can be
# computed from the other: the picture uses no labels for its positions and no decision of the network, and accuracy
# says nothing about neighbourhoods. (The control of the untrained network shows that the islands come from training
# at all.)
# ### END SOLUTION

# %% [markdown] rubric="08.layers"
# - **1 point** training images are known to the network: compares agreement (or accuracy) of training and held-out
#   images, with numbers
# - **1 point** asks for held-out images and a number such as their accuracy, over several seeds
# - **1 point** says that neither follows from the other, with a reason

# %% [markdown]
# ## Recap: ours against claimed
#
# *What does a t-SNE picture show, and what does it invent?* It **shows** who is whose neighbour. It **invents** how
# large groups are, how far apart, in which order, and, with too few neighbours, the groups themselves.
#
# Report B shows a t-SNE picture beside its final network; a claim about it that could be tested is not known to us. So
# here we put common beliefs to the test, and one sentence of the method's inventors.

# %%
usual = pictures[pictures.perplexity.between(5, 50)].groupby("perplexity")
trust_at, agreement_at = usual.trust.mean(), usual.agreement.mean()
kept = [order_at["random"][p] for p in (5, 15, 30)]
pca_kept = [order_at["pca"][p] for p in (5, 15, 30)]

Verdicts([
    Claim("neighbours in the picture are neighbours in the data", "what t-SNE is for",
          f"trustworthiness {spread(at_30.trust)}, PCA {spread(at_30.pca_trust)}",
          holds=at_30.trust.min() > 0.9 and at_30.trust.min() > at_30.pca_trust.max()),
    Claim("fairly robust to the perplexity, from 5 to 50", "van der Maaten and Hinton (2008)",
          f"trustworthiness {trust_at.min():.2f} to {trust_at.max():.2f}, agreement {100 * agreement_at.min():.0f} to "
          f"{100 * agreement_at.max():.0f} %", holds=np.ptp(trust_at) < 0.05 and np.ptp(agreement_at) < 0.05),
    Claim("an island that is wide in the picture is wide in the data", "common belief",
          f"10 times as wide is shown as {mean_and_spread(size_at[30], unit='times', digits=2)}",
          holds=size_at[30].mean() > 5),
    Claim("distances between islands mean something", "common belief",
          f"5 times as far is shown as {mean_and_spread(gap_at[15], unit='times', digits=2)} at perplexity 15, "
          f"{mean_and_spread(gap_at[100], unit='times', digits=2)} at 100",
          holds=gap_at[15].mean() > 3,
          where="a perplexity twice the size of an island" if gap_at[100].mean() > 3 else ""),
    Claim("islands side by side are alike", "common belief",
          f"{mean_and_spread(np.concatenate(kept))} of the nearest clusters were next in the row (by chance: 33 %)",
          holds=np.mean(kept) > 0.8),
    Claim("a start from the principal components keeps the order", "common advice",
          f"{mean_and_spread(np.concatenate(pca_kept))} of the nearest clusters", holds=np.mean(pca_kept) > 0.8),
    Claim("clumps in the picture are groups in the data", "common belief",
          f"pure noise: {mean_and_spread(clumps_at[2], unit='clumps')} at perplexity 2, "
          f"{mean_and_spread(clumps_at[30], unit='clumps', digits=1)} at 30", holds=clumps_at[2].mean() < 3,
          where="a perplexity of 30" if clumps_at[30].mean() < 3 else ""),
    Claim("what comes out again from another seed is true", "common belief",
          f"distances between the digits, perplexity 15: correlation {spread(far[15][1])} with "
          f"another seed, {spread(far[15][0])} with the data",
          holds=far[15][0].mean() > far[15][1].mean() - 0.05),
], source=perplexities.caption())

# %% [markdown]
# A t-SNE picture is a good question and a bad answer. It suggests what to look for: which points hang together, who
# the strange ones are. Whether it is so must be asked of the data themselves, with a number and a control. When you
# show one, say with which perplexity, and show a second one.

# %% [markdown]
# *The lab checks itself:* the cell below stops if what its text says is not what its runs show.

# %%
assert worst < 1e-4, "the gradient belongs to the divergence"
assert sigma[5][1] == sigma[5].min() and sigma[30][1] > sigma[30].median(), "narrow ones, as long as there are enough"
assert divergence(P, mine) < 1.2 * divergence(P, tsne(x, 15, progress=False).y), "the plain descent works too"
assert rival_kl["labkit"].median() < 1.03 * rival_kl["exact"].median(), "labkit's t-SNE is as good as scikit-learn's"
assert (at_30.trust > at_30.pca_trust + 0.1).all() and (at_30.agreement > at_30.pca_agreement + 0.2).all()
assert 0.4 < at_30.shared.mean() < 0.9, "another start shares a part of the neighbours"
assert all(0.7 < size_at[p].mean() < 1.4 for p in (5, 15, 30)), "widths come out alike"
assert all(0.7 < gap_at[p].mean() < 1.4 for p in (5, 15, 30)) and gap_at[100].mean() > 3, "and so do gaps"
assert gap_at[75].mean() < gap_at[50].mean() < gap_at[100].mean(), "with no simple dependence on the perplexity"
assert max(np.mean(kept), np.mean(pca_kept)) < 0.8, "the row is lost from either start"
assert clumps_at[2].mean() > 10 and clumps_at[30].mean() < 3, "noise has clumps at perplexity 2"
assert all(far[p][1].mean() > far[p][0].mean() for p in (5, 15, 30, 50, 100)), "repeatable is not true"
assert all(at_30.pca_far_true.mean() > far[p][0].mean() for p in far), "PCA keeps the far distances better"
held_out, training = (runs_of("trained", images, "output").agreement.mean() for images in ("held-out", "training"))
assert training > 0.98 and 0.07 < training - held_out < 0.12, "cleaner on images that the network knows"
assert 0.9 < runs_of("trained", "held-out", "output").accuracy.mean() < 0.95, "and more often right"
untrained = [runs_of("untrained", "held-out", layer).own_agreement.mean() for layer in names]
trained = [runs_of("trained", "held-out", layer).own_agreement.mean() for layer in names]
assert untrained == sorted(untrained, reverse=True) and trained == sorted(trained), "training makes the difference"
