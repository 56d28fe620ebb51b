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
#   title: Backpropagation on paper
#   question: How does an error at the output reach a weight in the first layer?
#   minutes: 180
# ---

# %% [markdown]
# # Lab 01: Backpropagation on paper
#
# **How does an error at the output reach a weight in the first layer?**
#
# A network has given a wrong answer. Somewhere in its first layer, far from the output, sits a weight that has a
# share in the mistake. How large is its share, and in which direction should it move? Backpropagation answers this
# for every weight at once, and there is nothing in it but the chain rule, applied in a clever order. You will do one
# update with pencil and calculator, then write it in NumPy, and then learn why you should not believe your own code
# before you have checked it.
#
# At the end you can
#
# - do a forward pass, a backward pass and an update by hand, and derive the two equations behind them;
# - write both passes for one sample and for a batch, with every sign and every transpose in its place;
# - say what happens to the gradient of a weight that is used many times;
# - check any gradient against differences, and choose the size of the difference with reasons;
# - explain why "it learns" does not mean "it is right".
#
# Allow about **180 minutes**: 60 for the sheet of paper and the two derivations, 60 for the code, 30 for the
# experiments, 30 for the written answers. You need partial derivatives, the chain rule and a little NumPy.

# %% setup="01"

# %%
import numpy as np
import pandas as pd

from labkit import data, explorers, plots, records
from labkit.exercises import find
from labkit.exercises.lab01_backprop_on_paper.sheet import arrays
from labkit.experiments import lab01_backprop_on_paper as lab
from labkit.explorers.backprop_steps import EXAMPLE as mazur
from labkit.plots.gradient_error import gradient_error
from labkit.verdicts import Claim, Verdicts, mean_and_spread

# %% [markdown]
# ## 1. Two numbers for every unit
#
# A unit does two things. It adds up what comes in, each signal times the weight on its arrow, plus a bias. Then it
# squashes the sum:
#
# $$v_j = \sum_i w_{ij}\, y_i + b_j, \qquad y_j = f(v_j) = \frac{1}{1 + e^{-v_j}} .$$
#
# Here $w_{ij}$ sits on the arrow *from* unit $i$ *to* unit $j$; for the first layer the incoming signals are the
# inputs $x_i$. Keep the two numbers apart: $v$ is what enters the sigmoid, $y$ what leaves it. Half of all mistakes
# in this lab mix them up. For the sigmoid the slope can be written with either,
#
# $$f'(v) = f(v)\,\bigl(1 - f(v)\bigr) = y\,(1 - y) ,$$
#
# and it is never more than $\tfrac14$. At the end stand the targets $t_k$, and one number says how wrong the net is:
#
# $$E = \tfrac12 \sum_k (t_k - y_k)^2 .$$

# %% [markdown]
# ## 2. The way back
#
# Ask for each unit: if its sum $v$ were a little larger, how would $E$ change? Following Report A, a student's report
# from 2019, we call the answer, with a minus, the unit's **delta**:
#
# $$\delta_j = -\frac{\partial E}{\partial v_j} .$$
#
# A positive delta says: *more of me, please*. For an output unit $k$ and a hidden unit $j$ the chain rule gives
#
# $$\text{(BP1)}\quad \delta_k = (t_k - y_k)\, f'(v_k), \qquad\qquad
#   \text{(BP2)}\quad \delta_j = f'(v_j) \sum_k w_{jk}\, \delta_k .$$
#
# BP2 is the heart of it. The deltas of the outputs travel back along the same arrows, multiplied by the same weights,
# and are added up where the arrows meet. Then they pass the sigmoid of the hidden unit, which multiplies by its
# slope. Since $v_j$ contains $w_{ij} y_i$, the derivative for a weight is one product more, and a step downhill with
# rate $\alpha$ is
#
# $$\frac{\partial E}{\partial w_{ij}} = -\,\delta_j\, y_i, \qquad w_{ij} \leftarrow w_{ij} + \alpha\, \delta_j\, y_i,
#   \qquad b_j \leftarrow b_j + \alpha\, \delta_j .$$
#
# All deltas are computed first, with the old weights. Only then does anything move.
#
# ### Explore
#
# Step through one update of a small net. Its numbers are Matt Mazur's, whose worked example of 2015 many people
# learned from, so they can be looked up. Before each step, cover the lower half of the picture and say what must
# come.

# %%
explorers.backprop_steps()

# %% [markdown]
# ## 3. Your sheet
#
# This net is yours: its numbers are drawn from your student id (at home everybody is `guest`). Everything that is not
# a question mark is given. The dashed arrows carry the biases; the list below says the same with names.

# %%
given = find("01.paper").numbers_for(student)
x, t, W1, b1, W2, b2 = arrays(given)

plots.network_diagram(
    [W1, W2], [b1, b2],
    values=[list(x), ["?", "?"], ["?", "?"]],
    notes=[None, None, [f"target {target:g}" for target in t]],
    title=f"Your net, learning rate {given['rate']:g}",
)

# %%
for name, value in given.items():
    print(f"{name:9s} {value:5.1f}")

# %% [markdown]
# **Exercise 1.** Do one update on paper, and fill in the 25 blanks. `w_h1_o2` is the weight from `h1` to `o2`, `b_h1`
# the bias of `h1`, `new_...` the value after the update. Work with at least **four decimals**; a blank counts if it
# is within **0.0003**.
#
# The check goes through your sheet in the order of the computation and stops at the first blank that is wrong.
# Whatever comes after it is marked with *your* number, so a slip costs one blank, not everything behind it. You may
# check as often as you like, and with blanks still empty (`None`).

# %% exercise="01.paper"
paper = {
    "v_h1": None, "v_h2": None,          # the sums that enter the hidden units
    "y_h1": None, "y_h2": None,          # the signals that leave them
    "v_o1": None, "v_o2": None,          # the same for the outputs
    "y_o1": None, "y_o2": None,
    "E": None,
    "delta_o1": None, "delta_o2": None,  # BP1
    "delta_h1": None, "delta_h2": None,  # BP2
    "new_w_h1_o1": None, "new_w_h1_o2": None, "new_w_h2_o1": None, "new_w_h2_o2": None,
    "new_b_o1": None, "new_b_o2": None,
    "new_w_x1_h1": None, "new_w_x1_h2": None, "new_w_x2_h1": None, "new_w_x2_h2": None,
    "new_b_h1": None, "new_b_h2": None,
}
### BEGIN SOLUTION
rate = given["rate"]
v_h = [x[0] * W1[0, j] + x[1] * W1[1, j] + b1[j] for j in (0, 1)]
y_h = [1 / (1 + np.exp(-v)) for v in v_h]
v_o = [y_h[0] * W2[0, k] + y_h[1] * W2[1, k] + b2[k] for k in (0, 1)]
y_o = [1 / (1 + np.exp(-v)) for v in v_o]
error = ((t[0] - y_o[0]) ** 2 + (t[1] - y_o[1]) ** 2) / 2

delta_o = [(t[k] - y_o[k]) * y_o[k] * (1 - y_o[k]) for k in (0, 1)]
delta_h = [(W2[j, 0] * delta_o[0] + W2[j, 1] * delta_o[1]) * y_h[j] * (1 - y_h[j]) for j in (0, 1)]

new_W2 = [W2[j, k] + rate * delta_o[k] * y_h[j] for j in (0, 1) for k in (0, 1)]
new_b2 = [b2[k] + rate * delta_o[k] for k in (0, 1)]
new_W1 = [W1[i, j] + rate * delta_h[j] * x[i] for i in (0, 1) for j in (0, 1)]
new_b1 = [b1[j] + rate * delta_h[j] for j in (0, 1)]

worked_out = [*v_h, *y_h, *v_o, *y_o, error, *delta_o, *delta_h, *new_W2, *new_b2, *new_W1, *new_b1]
paper = {blank: round(float(value), 4) for blank, value in zip(paper, worked_out, strict=True)}
### END SOLUTION

# %% check="01.paper"

# %% [markdown]
# ## 4. Where the two equations come from
#
# You have used BP1 and BP2. Now derive them. Equations go between dollar signs, `$\delta_k = \ldots$`; double-click
# any cell of this lab to see how it is done.

# %% [markdown] written="01.bp1" points=3
# **Question 1.** Derive BP1, $\delta_k = (t_k - y_k) f'(v_k)$, from the definitions of $E$ and $\delta$ with the
# chain rule.
#
# ### BEGIN SOLUTION
# $v_k$ enters $E$ through $y_k = f(v_k)$ and through nothing else, because each output has a sum of its own. So
# $$\delta_k = -\frac{\partial E}{\partial v_k} = -\frac{\partial E}{\partial y_k}\,\frac{\mathrm{d} y_k}{\mathrm{d} v_k} .$$
# Of the sum $E = \tfrac12\sum_m (t_m - y_m)^2$ only the term $m = k$ contains $y_k$: $\partial E/\partial y_k =
# \tfrac12 \cdot 2\,(t_k - y_k)\cdot(-1) = -(t_k - y_k)$. And $\mathrm{d}y_k/\mathrm{d}v_k = f'(v_k)$. The two minus
# signs cancel: $\delta_k = (t_k - y_k)\, f'(v_k)$.
# ### END SOLUTION

# %% [markdown] rubric="01.bp1"
# - **1 point** writes the chain $v_k \to y_k \to E$ as a product of two derivatives
# - **1 point** gets $\partial E/\partial y_k = -(t_k - y_k)$, with the inner derivative $-1$ and the $\tfrac12$ visible
# - **1 point** puts in $\mathrm{d}y_k/\mathrm{d}v_k = f'(v_k)$ and accounts for both minus signs

# %% [markdown] written="01.bp2" points=4
# **Question 2.** Derive BP2, $\delta_j = f'(v_j)\sum_k w_{jk}\delta_k$, for a hidden unit $j$. Say in one sentence
# where the *sum* comes from.
#
# ### BEGIN SOLUTION
# The hidden signal $y_j$ goes to *every* output unit, so $v_j$ reaches $E$ on as many paths as there are outputs, and
# the chain rule adds over the paths:
# $$\delta_j = -\frac{\partial E}{\partial v_j} = -\sum_k \frac{\partial E}{\partial v_k}\,\frac{\partial v_k}{\partial y_j}\,\frac{\mathrm{d} y_j}{\mathrm{d} v_j} .$$
# The first factor, with the minus, is $\delta_k$. From $v_k = \sum_m w_{mk}\, y_m + b_k$ the second is $w_{jk}$. The
# third, $f'(v_j)$, does not depend on $k$ and can be taken out: $\delta_j = f'(v_j)\sum_k w_{jk}\,\delta_k$.
# ### END SOLUTION

# %% [markdown] rubric="01.bp2"
# - **1 point** sums over all output units, and says that the hidden signal reaches each of them
# - **1 point** recognises $-\partial E/\partial v_k$ as $\delta_k$, so that the work of BP1 is used again
# - **1 point** gets $\partial v_k/\partial y_j = w_{jk}$ from the weighted sum, with the indices in this order
# - **1 point** multiplies by $f'(v_j)$ at the *hidden* unit, once, outside the sum

# %% [markdown]
# ## 5. In code: one sample
#
# A layer's weights form a matrix with one row for each unit they come from and one column for each unit they lead to:
# `W[i, j]` is $w_{ij}$. The net may have any number of inputs, hidden units and outputs.
#
# **Exercise 2.** Write `forward(x, W1, b1, W2, b2)`. `x` is one sample, of shape `(inputs,)`; return the hidden
# signals and the outputs. (NumPy's `x @ W` is $\sum_i x_i W_{ij}$ for every $j$.)

# %% exercise="01.forward"
def forward(x, W1, b1, W2, b2):
    """Return (y_hidden, y_output) for one sample x; both layers are sigmoid layers."""
    ### BEGIN SOLUTION
    y_hidden = 1 / (1 + np.exp(-(x @ W1 + b1)))
    y_output = 1 / (1 + np.exp(-(y_hidden @ W2 + b2)))
    return y_hidden, y_output
    ### END SOLUTION


# %% check="01.forward"

# %% [markdown]
# **Exercise 3.** Write BP1, `output_delta(y, t)`: `y` are the outputs of the net and `t` the targets.

# %% exercise="01.output_delta"
def output_delta(y, t):
    """Deltas of the output units, -dE/dv, from their outputs y and the targets t."""
    ### BEGIN SOLUTION
    return (t - y) * y * (1 - y)
    ### END SOLUTION


# %% check="01.output_delta"

# %% [markdown]
# **Exercise 4.** Write BP2, `hidden_delta(delta_output, W2, y_hidden)`. Think of shapes: how many deltas go in, how
# many come out?

# %% exercise="01.hidden_delta"
def hidden_delta(delta_output, W2, y_hidden):
    """Deltas of the hidden units from those of the outputs; W2 has shape (hidden, outputs)."""
    ### BEGIN SOLUTION
    return (W2 @ delta_output) * y_hidden * (1 - y_hidden)
    ### END SOLUTION


# %% check="01.hidden_delta"

# %% [markdown]
# ### A sign trap
#
# Report A defines $\delta = -\partial E/\partial v$, just as we do. A few lines further it prints the update as
#
# $$w(t+1) = w(t) - \alpha\,\delta\, y .$$

# %% [markdown] written="01.sign_trap" points=3
# **Question 3.** Find the error in this line. Prove that it is one: what does the printed rule do to $E$ for a small
# $\alpha$? Then give two ways to mend the report, one in this line and one in the definition.
#
# ### BEGIN SOLUTION
# $\partial E/\partial w = (\partial E/\partial v)\,y = -\delta y$. The printed rule changes $w$ by $\Delta w =
# -\alpha\delta y$, so for a small $\alpha$ the error changes by $\frac{\partial E}{\partial w}\Delta w = (-\delta
# y)(-\alpha\delta y) = \alpha\,(\delta y)^2 \ge 0$: it goes *up*, the rule climbs. Either write $w(t+1) = w(t) +
# \alpha\,\delta\,y$, or define $\delta = +\partial E/\partial v$ (then BP1 gets the sign $y - t$, and the minus in
# the update is right).
# ### END SOLUTION

# %% [markdown] rubric="01.sign_trap"
# - **1 point** finds $\partial E/\partial w = -\delta y$ and hence the wrong sign in the update
# - **1 point** shows that $E$ grows to first order, by $\alpha(\delta y)^2$, or says clearly that the step goes along $+\partial E/\partial w$
# - **1 point** gives both remedies: a plus in the update, or $\delta = +\partial E/\partial v$ with BP1 changed to match

# %% [markdown]
# **Exercise 5.** Write `step(x, t, W1, b1, W2, b2, rate)`, one whole update for one sample, and return the new `W1,
# b1, W2, b2`. Do not change the arrays you are given. (`np.outer(a, b)[i, j]` is `a[i] * b[j]`.)

# %% exercise="01.step"
def step(x, t, W1, b1, W2, b2, rate):
    """Return W1, b1, W2, b2 after one update with the sample x and its target t."""
    ### BEGIN SOLUTION
    y_hidden, y_output = forward(x, W1, b1, W2, b2)
    delta_output = output_delta(y_output, t)
    delta_hidden = hidden_delta(delta_output, W2, y_hidden)
    return (
        W1 + rate * np.outer(x, delta_hidden),
        b1 + rate * delta_hidden,
        W2 + rate * np.outer(y_hidden, delta_output),
        b2 + rate * delta_output,
    )
    ### END SOLUTION


# %% check="01.step"

# %% [markdown]
# From here on the lab runs on your functions: `use` hands over yours once its check has passed, and labkit's until
# then.
#
# A check is somebody's opinion, so let us ask an outsider. Mazur's page prints $E = 0.298371109$ before the update,
# and after an update of the weights an error of about $0.29103$. He leaves the biases as they are; the explorer above
# moves them too and ends lower.

# %%
my_forward = use("01.forward", forward)
my_step = use("01.step", step)


def error_of(x, t, *net):
    return 0.5 * np.sum((t - my_forward(x, *net)[1]) ** 2)


before = error_of(mazur.x, mazur.t, mazur.W1, mazur.b1, mazur.W2, mazur.b2)
new_W1, _, new_W2, _ = my_step(mazur.x, mazur.t, mazur.W1, mazur.b1, mazur.W2, mazur.b2, mazur.rate)
after = error_of(mazur.x, mazur.t, new_W1, mazur.b1, new_W2, mazur.b2)
print(f"E before the update {before:.9f}, after {after:.9f}")

# %%
assert abs(before - 0.298371109) < 5e-10 and abs(after - 0.291027774) < 5e-10
print("agrees with the published example to nine digits")

# %% [markdown]
# ## 6. Many samples, and weights that are used more than once
#
# A batch holds one sample in each row: `x` has the shape `(samples, inputs)`. On the way forward the samples do not
# meet; each keeps its row. You may find that there is little left to write.
#
# **Exercise 6.** Write `forward_batch(x, W1, b1, W2, b2)`, without a loop over the samples.

# %% exercise="01.forward_batch"
def forward_batch(x, W1, b1, W2, b2):
    """Return hidden signals (samples, hidden) and outputs (samples, outputs) of a batch x."""
    ### BEGIN SOLUTION
    y_hidden = 1 / (1 + np.exp(-(x @ W1 + b1)))
    return y_hidden, 1 / (1 + np.exp(-(y_hidden @ W2 + b2)))
    ### END SOLUTION


# %% check="01.forward_batch"

# %% [markdown]
# On the way back the samples do meet: they all use the same weights. What is the gradient of a weight that is used
# several times? Give each use a weight of its own, $w^{(1)}, w^{(2)}, \ldots$, all with the same value. If $w$ moves,
# all of them move, and the chain rule adds:
#
# $$\frac{\partial E}{\partial w} = \sum_p \frac{\partial E}{\partial w^{(p)}} .$$
#
# **The gradient of a shared weight is the sum over its uses.** In a batch the uses are the samples. In a convolution,
# where a small filter slides over a picture, they are the places. Here is that case in one dimension: the filter
# $w_0, \ldots, w_{m-1}$ slides over a signal $x$,
#
# $$v_p = \sum_i w_i\, x_{p+i}, \qquad p = 0, 1, \ldots,$$
#
# and somebody hands you $u_p = \partial E/\partial v_p$ for each place, the *upstream* gradient (no minus this time).
#
# **Exercise 7.** Write `shared_gradient(x, upstream)`: the array of $\partial E/\partial w_i$. There are `len(x) -
# len(upstream) + 1` weights.

# %% exercise="01.shared_gradient"
def shared_gradient(x, upstream):
    """Gradient of E for every weight of a filter that slid over x; upstream[p] is dE/dv_p."""
    ### BEGIN SOLUTION
    uses = len(upstream)
    return np.array([np.sum(upstream * x[i : i + uses]) for i in range(len(x) - uses + 1)])
    ### END SOLUTION


# %% check="01.shared_gradient"

# %% [markdown]
# Now the batch. For a weight between $i$ and $j$ the sum over the samples $s$ is $\sum_s y_{si}\,\delta_{sj}$, and
# that is a matrix product: which of its two factors has to be transposed? A bias is a weight on an input that is
# always 1, and it is shared as well.
#
# **Exercise 8.** Write `gradients(x, t, W1, b1, W2, b2)` for a batch, without a loop over the samples. $E$ is summed
# over the samples. Return the *gradients* $\partial E/\partial W_1$, $\partial E/\partial b_1$, $\partial E/\partial
# W_2$, $\partial E/\partial b_2$, plus sign, as every library does; your deltas carry a minus.

# %% exercise="01.gradients"
def gradients(x, t, W1, b1, W2, b2):
    """Return dW1, db1, dW2, db2, the gradients of E summed over the samples of a batch."""
    ### BEGIN SOLUTION
    y_hidden, y_output = forward_batch(x, W1, b1, W2, b2)
    delta_output = (t - y_output) * y_output * (1 - y_output)
    delta_hidden = (delta_output @ W2.T) * y_hidden * (1 - y_hidden)
    return (
        -x.T @ delta_hidden,
        -delta_hidden.sum(axis=0),
        -y_hidden.T @ delta_output,
        -delta_output.sum(axis=0),
    )
    ### END SOLUTION


# %% check="01.gradients"

# %% [markdown]
# ## 7. Two predictions
#
# Report A tells of a bug that cost hours: every bias was updated twice, and still the network "converged". Suppose we
# train a net on handwritten digits with that bug, and the same net without it. How many percentage points of test
# accuracy does the bug cost?

# %% predict="01.cost_of_twice"
cost_of_twice = None  # points of test accuracy: one of 0, 5, 20, 60

# %% [markdown]
# The second one is about finding such a bug. A derivative can be measured: move one parameter by $\epsilon$ to both
# sides, and divide the change of $E$ by the distance. Which $\epsilon$ gives the most exact result in float64, which
# has 16 digits?

# %% predict="01.best_epsilon"
best_epsilon = None  # one of 1e-1, 1e-3, 1e-5, 1e-8, 1e-12

# %% [markdown]
# ## 8. Measuring a gradient
#
# The **central difference** takes one parameter $\theta_i$ at a time and holds all others:
#
# $$\frac{\partial E}{\partial\theta_i} \approx \frac{E(\theta_i + \epsilon) - E(\theta_i - \epsilon)}{2\epsilon} .$$
#
# It knows nothing of layers, deltas or transposes. It is slow, two forward passes for each parameter, and that is all
# right: we only want it to judge the fast one.
#
# **Exercise 9.** Write `numerical_gradient(f, theta, epsilon)`. `f` takes an array like `theta` and returns a number.
# `theta` may have any shape (`np.ndindex(theta.shape)` runs through all its places); the result has the same shape.

# %% exercise="01.numerical_gradient"
def numerical_gradient(f, theta, epsilon=1e-5):
    """Gradient of f at theta by central differences; theta is left as it was."""
    ### BEGIN SOLUTION
    gradient = np.zeros(theta.shape)
    for place in np.ndindex(theta.shape):
        shift = np.zeros(theta.shape)
        shift[place] = epsilon
        gradient[place] = (f(theta + shift) - f(theta - shift)) / (2 * epsilon)
    return gradient
    ### END SOLUTION


# %% check="01.numerical_gradient"

# %% [markdown]
# Both gradients are yours now, the one from formulas and the one from differences. Put all parameters of a small
# 5-3-3 net into one long vector $\theta$, and compare: the *relative error* is the length of the difference of the
# two gradients over the length of the gradient.

# %%
my_gradients = use("01.gradients", gradients)
my_forward_batch = use("01.forward_batch", forward_batch)
my_numerical = use("01.numerical_gradient", numerical_gradient)


def small_net(seed):
    """Four samples and the parameters of a 5-3-3 net, all drawn at random."""
    rng = np.random.default_rng(seed)
    x, t = rng.normal(size=(4, 5)), rng.integers(0, 2, size=(4, 3)).astype(float)
    return x, t, rng.normal(size=5 * 3 + 3 + 3 * 3 + 3)


def unpack(theta):
    """Cut the long vector into W1, b1, W2, b2."""
    W1, b1, W2, b2 = np.split(theta, [15, 18, 27])
    return W1.reshape(5, 3), b1, W2.reshape(3, 3), b2


def exact(backward, x, t, theta):
    """A backward pass's gradients as one long vector."""
    return np.concatenate([np.ravel(part) for part in backward(x, t, *unpack(theta))])


def measured(x, t, theta, epsilon=1e-5, dtype=np.float64, numerical=my_numerical):
    """The same gradient from differences, with the net computed in the given precision."""
    x, t = x.astype(dtype), t.astype(dtype)

    def error(theta):
        y = my_forward_batch(x, *unpack(theta.astype(dtype)))[1]
        return 0.5 * np.sum((t - y) ** 2)

    return numerical(error, theta, epsilon)


def relative_error(one, other):
    return np.linalg.norm(one - other) / np.linalg.norm(other)


net = small_net(seed=0)
print(f"relative error of your backward pass: {relative_error(exact(my_gradients, *net), measured(*net)):.1e}")

# %% [markdown]
# In float64 and with $\epsilon = 10^{-5}$, an error near $10^{-9}$ is what a right gradient looks like. One near
# $10^{-7}$ is good; $10^{-2}$ is a mistake, however small it sounds.
#
# ### How large should epsilon be?
#
# We let $\epsilon$ run from $10^{-1}$ to $10^{-12}$, in both precisions, for ten random nets; beside the central
# difference stands the one-sided one, $(E(\theta_i + \epsilon) - E(\theta_i))/\epsilon$.

# %%
def one_sided(f, theta, epsilon):
    moved = theta + epsilon * np.eye(len(theta))
    return np.array([f(row) - f(theta) for row in moved]) / epsilon


epsilons = 10.0 ** -np.arange(1, 12.5, 0.5)
ways = {
    "central, float64": {},
    "one-sided, float64": {"numerical": one_sided},
    "central, float32": {"dtype": np.float32},
}
errors = {
    way: np.array([[relative_error(measured(*net, epsilon, **how), exact(my_gradients, *net)) for epsilon in epsilons]
                   for net in map(small_net, range(10))])
    for way, how in ways.items()
}

gradient_error(epsilons, errors, title="Too coarse on the left, too fine on the right")

# %%
falling = slice(0, 7)  # from 1e-1 to 1e-4, before rounding can be seen
slope = {
    way: [np.polyfit(np.log10(epsilons[falling]), np.log10(one[falling]), 1)[0] for one in errors[way]]
    for way in ("central, float64", "one-sided, float64")
}
for way, slopes in slope.items():
    print(f"{way}: the error falls as epsilon to the power {mean_and_spread(slopes, unit='', digits=3)}")

typical = {way: np.exp(np.log(error).mean(axis=0)) for way, error in errors.items()}
best = {way: epsilons[error.argmin()] for way, error in typical.items()}
for way, epsilon in best.items():
    print(f"{way}: best epsilon {epsilon:.0e}, error {typical[way].min():.0e}")

offered = [1e-1, 1e-3, 1e-5, 1e-8, 1e-12]
error_at = dict(zip(epsilons.round(13), typical["central, float64"], strict=True))
reveal("01.best_epsilon", best_epsilon, min(offered, key=error_at.get))

# %% [markdown]
# *Why a power of two?* Write the Taylor series on both sides. The terms with even powers are the same at $+\epsilon$
# and $-\epsilon$ and cancel in the difference:
#
# $$\frac{E(\theta + \epsilon) - E(\theta - \epsilon)}{2\epsilon} = E'(\theta) + \frac{\epsilon^2}{6}\, E'''(\theta) + \ldots$$
#
# *Why does it rise again?* The two values of $E$ are nearly equal, and each is rounded to a relative $10^{-16}$ in
# float64, $10^{-7}$ in float32. Their difference keeps the rounding error and is divided by a small number, so this
# part of the error grows like $1/\epsilon$.

# %% [markdown] written="01.best_epsilon_why" points=3
# **Question 4.** Let the error be $A\epsilon^2 + B\,u/\epsilon$, where $u$ is the relative rounding error of the
# number format and $A$, $B$ are of order 1. Which $\epsilon$ is best, for float64 and for float32? Compare with the
# figure. Why do we check gradients in float64 even if we train in float32?
#
# ### BEGIN SOLUTION
# Setting the derivative $2A\epsilon - Bu/\epsilon^2$ to zero gives $\epsilon^3 = Bu/2A$, so $\epsilon \sim u^{1/3}$.
# For float64, $u \approx 10^{-16}$, this is a few times $10^{-6}$, and the error there is about $u^{2/3} \sim
# 10^{-11}$; for float32, $u \approx 10^{-7}$, it is about $5\cdot10^{-3}$ with an error near $10^{-5}$ to $10^{-4}$.
# The figure's minima lie there, up to a factor of ten. In float32 even the best epsilon leaves an error so large that
# a small mistake in the gradient hides under it; in float64 a right gradient and a wrong one are many powers of ten
# apart.
# ### END SOLUTION

# %% [markdown] rubric="01.best_epsilon_why"
# - **1 point** minimises the sum and finds $\epsilon \sim u^{1/3}$
# - **1 point** gives the orders of magnitude for both formats (about $10^{-5}$ and $10^{-2}$, a factor of ten either way) and compares them with the figure
# - **1 point** says that the float32 error would hide small mistakes, and the float64 error does not

# %% [markdown]
# ## 9. Wrong, and learning all the same
#
# Now the experiment. The net is 784-10-10, all sigmoids, trained on 4,000 digits for ten epochs. Your `gradients` run
# live, from one seed, once as they are and once with Report A's bug: every bias gets its gradient twice.

# %%
digits = data.load("mnist-subset")


def bias_counted_twice(*sample_and_net):
    dW1, db1, dW2, db2 = my_gradients(*sample_and_net)
    return dW1, 2 * db1, dW2, 2 * db2


live = {
    "right": lab.train(my_gradients, digits, seed=0),
    "bias counted twice": lab.train(bias_counted_twice, digits, seed=0),
}
for name, rows in live.items():
    print(f"{name:20s} test accuracy after ten epochs {100 * rows[-1]['accuracy']:.1f} %")

# %% [markdown]
# One seed proves nothing. Below are recorded runs with the right backward pass and with wrong ones that the checks of
# this lab know by name: the mean over seeds, and the range from the worst to the best. The dots are your own run.

# %%
recorded = records.load("01.wrong_backprop")
print(recorded.caption())
four = ("right", "weights transposed", "f' missing in the hidden layer", "sign of the hidden layer")
plots.training_curves(
    {name: recorded.select(backward=name).frame for name in four},
    metric="accuracy",
    live={"right": pd.DataFrame(live["right"])},
    title="Four backward passes, one of them right",
    height=4.6,
)

# %% [markdown]
# If you had only the second curve, would you have looked for a mistake? Or the third, on a data set that you do not
# know? Here is the whole list, and beside the accuracy what ten gradient checks say, each on a random 5-3-3 net.

# %%
final = recorded.frame[recorded.frame.epoch == recorded.frame.epoch.max()]
reached = {name: final[final.backward == name].accuracy for name in (lab.RIGHT, *lab.WRONG)}
checked = {
    name: [relative_error(exact(lab.backward_pass(name), *net), measured(*net)) for net in map(small_net, range(10))]
    for name in reached
}
print(f"{'backward pass':32s} {'test accuracy':>14s}   gradient check, relative error")
for name in reached:
    print(f"{name:32s} {mean_and_spread(reached[name], digits=1):>14s}   "
          f"{min(checked[name]):.0e} to {max(checked[name]):.0e}")

# %%
cost = 100 * (reached["right"].mean() - reached["bias counted twice"].mean())
reveal("01.cost_of_twice", cost_of_twice, 0 if abs(cost) < 2.5 else round(cost),
       text=f"The means differ by {abs(cost):.1f} points; from seed to seed the right net varies by "
            f"{100 * reached['right'].std():.1f}.")

# %% [markdown]
# A doubled bias gradient is a doubled learning rate for the biases: no harm, and no trace. The transposed matrix is
# the more surprising one: the hidden units get an error signal through the *wrong* weights, and the output layer
# learns to live with it. (That a network can learn from errors sent back through unrelated weights has a name,
# *feedback alignment*.) The gradient check needs a fraction of a second and a net with 30 parameters, and leaves no
# doubt in any of the cases.

# %% [markdown] written="01.it_learns" points=4
# **Question 5.** A friend says: "My backward pass must be right. The loss goes down and I get 88 % on the test
# images." Answer with numbers from this lab. Which mistakes would the training curve have shown, which not? What
# should your friend do instead, and with what kind of net (think of layer sizes, precision, and the values of
# $\epsilon$)?
#
# ### BEGIN SOLUTION
# The loss goes down whenever the step still points roughly downhill, and the output layer alone can make it do so. In
# the table, counting the bias twice ends where the right net ends, and the transposed weights within about one
# standard deviation of it: no training curve shows them. Leaving out the hidden f' costs many points, but one sees
# that only if one knows what the right net reaches. Only a wrong sign in the hidden layer, or an ignored upstream
# gradient, fails openly. The friend should compare every gradient with central differences: a small net with random
# weights *and biases*, layers of different sizes (a transposed matrix then does not even fit) as well as square ones,
# float64, epsilon about 1e-5, and expect a relative error below about 1e-7.
# ### END SOLUTION

# %% [markdown] rubric="01.it_learns"
# - **1 point** quotes accuracies with their spread: bias counted twice and weights transposed cannot be told from the right net
# - **1 point** says which mistakes do show (sign, upstream ignored), or show only to somebody who knows the right value (f' missing)
# - **1 point** gives a reason why a partly wrong gradient still learns (the step still points roughly downhill, or the output layer adapts)
# - **1 point** proposes a gradient check with sensible settings: float64, epsilon about 1e-5, small random net, layers of unequal size

# %% [markdown]
# ## Recap: ours against claimed
#
# *How does an error at the output reach a weight in the first layer?* Follow it through Mazur's net, from output `o1`
# to the weight between `x1` and `h1`. At every stage it is multiplied by one number, and by nothing else. (Then do
# the same on your own sheet: you have all the numbers.)

# %%
y_hidden, y_output = my_forward(mazur.x, mazur.W1, mazur.b1, mazur.W2, mazur.b2)
route = {
    "error at o1, t - y": mazur.t[0] - y_output[0],
    "times the slope of o1": y_output[0] * (1 - y_output[0]),
    "times the weight h1 to o1": mazur.W2[0, 0],
    "times the slope of h1": y_hidden[0] * (1 - y_hidden[0]),
    "times the input x1": mazur.x[0],
}
arriving = 1.0
for stage, factor in route.items():
    arriving *= factor
    print(f"{stage:26s} {factor:8.4f}   leaves {arriving:9.6f}")

# %% [markdown]
# The last number is what `o1` contributes to $-\partial E/\partial w$ of that weight; the path through `o2`
# contributes another, and the two are added. Each sigmoid on the way lets through a quarter at most, which is why
# errors fade in deep networks, and why lab 03 is about slopes and first weights.
#
# And Report A's lesson, with seeds:

# %%
def indistinguishable(name):
    """Whether the means differ by less than one standard deviation of the runs."""
    right, wrong = reached["right"], reached[name]
    return abs(right.mean() - wrong.mean()) < max(right.std(), wrong.std())


learns = [name for name in lab.WRONG if reached[name].mean() > 0.5]  # guessing gives 0.1
fails = [name for name in lab.WRONG if name not in learns]
faintest = min(min(checked[name]) for name in lab.WRONG)

Verdicts([
    Claim("with the bias updated twice the net still converges", "converged",
          f"{mean_and_spread(reached['bias counted twice'], digits=1)}, "
          f"the right net {mean_and_spread(reached['right'], digits=1)}",
          indistinguishable("bias counted twice")),
    Claim("partly correct backpropagation still converges", "converges",
          "; ".join(f"{name} {mean_and_spread(reached[name], digits=1)}" for name in learns + fails), not fails,
          where=f"{len(learns)} of {len(lab.WRONG)} learn; not: " + ", ".join(fails)),
    Claim("so check gradients: that tells every wrong backward pass from the right one", "-",
          f"relative error: right at most {max(checked['right']):.0e}, wrong at least {faintest:.0e}",
          max(checked["right"]) < 1e-7 < 1e-2 < faintest),
], source=recorded.caption())

# %% [markdown]
# In the next lab the backward pass is taken for granted, and the question is how far to step.

# %% [markdown]
# *The lab checks itself:* the cell below stops if what its text says is not what its runs show.

# %%
assert len(recorded.seeds) >= 5
assert indistinguishable("bias counted twice"), "Report A's bug leaves no trace in the accuracy"
assert indistinguishable("weights transposed") and len(learns) >= 4, "neither does a transposed matrix; others learn less"
assert reached["sign of the hidden layer"].max() < 0.3, "a wrong sign fails openly"
assert max(checked["right"]) < 1e-7 and faintest > 1e-2, "the gradient check leaves no doubt"
assert 1.9 < np.mean(slope["central, float64"]) < 2.1 and 0.9 < np.mean(slope["one-sided, float64"]) < 1.1
assert 1e-7 < best["central, float64"] < 1e-4 < best["central, float32"]
