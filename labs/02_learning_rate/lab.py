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
#   title: The learning rate
#   question: What makes a learning rate good, and how would you see it?
#   minutes: 110
# ---

# %% [markdown]
# # Lab 02: The learning rate
#
# **What makes a learning rate good, and how would you see it?**
#
# Every network in this course learns by the same line of arithmetic: take the gradient, multiply it by a small number,
# subtract. Nothing in the mathematics of the gradient says how small. Too small, and the network barely moves; too large,
# and every step jumps over the valley it was meant to descend. Between the two lies a range that you can find in seconds,
# once you know where to look.
#
# At the end of this lab you can
#
# - write the loss, the accuracy and the update that all later labs stand on;
# - say *why* a rate is too large, with the number $2/\lambda_{\max}$ to prove it;
# - translate a rate between a summed and an averaged gradient;
# - find a usable rate for a network that you have never seen, with one short range test;
# - tell what a single training curve can and cannot show.
#
# Allow about **110 minutes**: 30 for the theory and your prediction, 50 for the exercises, 30 for the experiments.
# All of it runs on 5,000 real handwritten digits that come with the course.

# %% setup="02"

# %%
import numpy as np

from labkit import data, explorers, nn, plots, records
from labkit.experiments import report_b
from labkit.verdicts import Claim, Verdicts, mean_and_spread

# %% [markdown]
# ## 1. One step, and how long it may be
#
# Put all the weights of a network in one long vector $\theta$. The loss $E(\theta)$ is a landscape over that vector, and
# its gradient $g = \partial E / \partial \theta$ points uphill. So we walk the other way:
#
# $$\theta \leftarrow \theta - \eta\, g .$$
#
# The number $\eta$ is the **learning rate**. To see what it does, take the simplest valley there is, a parabola with one
# weight, $E = \tfrac12 \lambda w^2$. Its gradient is $\lambda w$, so one step gives
#
# $$w \leftarrow w - \eta \lambda w = (1 - \eta\lambda)\, w .$$
#
# Every step multiplies the distance to the bottom by the same factor $1 - \eta\lambda$. Four things can happen:
#
# | learning rate | factor | what you see |
# |---|---|---|
# | $\eta < 1/\lambda$ | between 0 and 1 | a smooth slide to the bottom, slow if $\eta$ is tiny |
# | $\eta = 1/\lambda$ | 0 | the bottom in one step |
# | $1/\lambda < \eta < 2/\lambda$ | between $-1$ and 0 | the weight hops from side to side and still arrives |
# | $\eta > 2/\lambda$ | below $-1$ | every hop is longer than the last: divergence |
#
# A network has many weights and so many curvatures at once. Along each direction of the landscape the same rule holds with
# that direction's own $\lambda$, and the steepest one, $\lambda_{\max}$, sets the limit for all: $\eta < 2/\lambda_{\max}$.
# The flat directions would like a far larger rate; they have to wait. That tension is the whole difficulty.

# %% [markdown]
# ### Explore
#
# Move the rate from left to right. On the right you see the loss of a real network, cut along $v$, the direction in which it is most
# sharply curved; on the left, the parabola with the same curvature. Note the rate at which the hops begin to grow, and what the
# real loss does beyond it: it flattens out away from the bottom, so the point is thrown about and never settles, but does not fly off.

# %%
explorers.descent()

# %% [markdown]
# ## 2. Your prediction
#
# Report B, a student's report from 2020, trained a 784-256-128-10 network on digits with the rate $10^{-5}$ multiplied by
# 1/10, 1/2, 1, 2 and 10. Which multiple learned best in 200 steps? And what happened to the largest one: did it stop
# learning, or did it only stumble? Write down your guess before you measure. It is not graded; it is there so that the
# answer can surprise you.

# %% predict="02.best_multiple"
best_multiple = None  # one of 0.1, 0.5, 1, 2, 10

# %% [markdown]
# ## 3. What is being descended: the loss
#
# The network answers with ten numbers $y$, one per digit. The target $t$ is *one-hot*: 1 at the right digit, 0 elsewhere.
# For a batch, both are arrays with one row per image, `(samples, 10)`. The squared error of the batch is
#
# $$E = \tfrac12 \sum_{\text{samples}} \sum_{\text{classes}} (y - t)^2 .$$
#
# The $\tfrac12$ is a convenience: it cancels the 2 of the derivative, so that $\partial E/\partial y = y - t$. The sums are a
# choice, and section 6 shows what it costs to leave that choice unsaid.
#
# **Exercise 1.** Write `squared_error(y, t)`. It returns one number.

# %% exercise="02.squared_error"
def squared_error(y, t):
    """Half the squared difference, summed over samples and classes; y and t have shape (samples, classes)."""
    ### BEGIN SOLUTION
    return 0.5 * np.sum((y - t) ** 2)
    ### END SOLUTION


# %% check="02.squared_error"

# %% [markdown]
# ## 4. What we care about: the accuracy
#
# The loss is what the network can descend; the accuracy is what a reader asks for. The network's answer is the digit with the
# *largest* output, however small that output is. The accuracy is the share of images, from 0 to 1, for which that digit is
# the right one.
#
# **Exercise 2.** Write `accuracy(y, t)` for outputs `y` and one-hot targets `t`, both of shape `(samples, classes)`.

# %% exercise="02.accuracy"
def accuracy(y, t):
    """Share of rows whose largest output stands at the target's place, from 0 to 1."""
    ### BEGIN SOLUTION
    return np.mean(np.argmax(y, axis=1) == np.argmax(t, axis=1))
    ### END SOLUTION


# %% check="02.accuracy"

# %% [markdown]
# ## 5. The update
#
# **Exercise 3.** Write the line that this lab is about. `update(theta, gradient, rate)` returns the *new* parameters and leaves
# the arrays that it was given untouched: whoever called you may still need the old ones.

# %% exercise="02.update"
def update(theta, gradient, rate):
    """Return theta after one step of gradient descent, without changing the arrays passed in."""
    ### BEGIN SOLUTION
    return theta - rate * gradient
    ### END SOLUTION


# %% check="02.update"

# %% [markdown]
# These three functions are now the network's own. `use` hands over yours if it passed its check, and labkit's if it did not
# pass yet, so that the rest of the lab works either way.

# %%
my_loss = nn.Loss(use("02.squared_error", squared_error), lambda y, t: y - t, reduction="sum")
my_rule = use("02.update", update)
my_accuracy = use("02.accuracy", accuracy)

# %% [markdown]
# ## 6. Sum or mean?
#
# Report B adds up the gradients of all 60,000 images. Many libraries average them instead. The gradient of a sum over $n$
# images is $n$ times the gradient of their mean, so the two need different rates to take the *same* step:
#
# $$\eta_{\text{sum}} \; g_{\text{sum}} = \eta_{\text{mean}} \; g_{\text{mean}}, \qquad g_{\text{sum}} = n \, g_{\text{mean}} .$$
#
# **Exercise 4.** Write `mean_rate(sum_rate, n)`: the rate for the averaged gradient that takes the same step as `sum_rate` does
# for the gradient summed over `n` images.

# %% exercise="02.mean_rate"
def mean_rate(sum_rate, n):
    """Rate for the mean gradient that equals `sum_rate` for the gradient summed over n samples."""
    ### BEGIN SOLUTION
    return sum_rate * n
    ### END SOLUTION


# %% check="02.mean_rate"

# %% [markdown]
# So Report B's innocent-looking $10^{-5}$ is, in the language of most libraries, this:

# %%
my_mean_rate = use("02.mean_rate", mean_rate)
print(f"1e-5 on the sum over 60,000 images = {my_mean_rate(1e-5, 60_000):.2g} on their mean")

# %% [markdown]
# The same sentence tells us how to repeat the report on fewer images: keep the *mean* rate, and divide by the number of images
# we have. Let us see whether the two conventions really take the same path. We train the network twice from the same
# weights, once on the sum and once on the mean.

# %%
digits = data.load("mnist-subset")
sample = digits.take(100)  # 100 images of each digit
n = len(sample.x_train)

summed = nn.fit(
    report_b.network(seed=0), sample.x_train, sample.t_train,
    loss=nn.SquaredError("sum"), optimizer=nn.SGD(0.6 / n, rule=my_rule), epochs=30, progress=False,
)
averaged = nn.fit(
    report_b.network(seed=0), sample.x_train, sample.t_train,
    loss=nn.SquaredError("mean"), optimizer=nn.SGD(my_mean_rate(0.6 / n, n), rule=my_rule), epochs=30, progress=False,
)
difference = np.max(np.abs(summed.accuracy - averaged.accuracy))
print(f"largest difference in accuracy over 30 steps: {100 * difference:.1f} percentage points")

# %% [markdown]
# A reported learning rate without the words *sum* or *mean*, and without the number of images, cannot be repeated by anyone.

# %% [markdown]
# ## 7. Five rates
#
# Now Report B's experiment, with your loss, your update and your accuracy inside the network. We train live on 1,000 images from
# one seed, at the report's five multiples, with the rate carried over as in section 6.

# %%
def train_at(multiple, seed=0, steps=100):
    net = report_b.network(seed=seed)
    rate = report_b.rate(multiple * 1e-5, n)  # the report's rate, for n images instead of 60,000
    history = nn.fit(net, sample.x_train, sample.t_train, loss=my_loss, optimizer=nn.SGD(rate, rule=my_rule),
                     epochs=steps, progress=False)
    return net, history


multiples = [0.1, 0.5, 1, 2, 10]
live = {}
for multiple in multiples:
    net, history = train_at(multiple)
    live[f"x {multiple:g}"] = history
    reached = my_accuracy(net(sample.x_train), sample.t_train)
    print(f"rate x {multiple:<4g} training accuracy after 100 steps: {100 * reached:3.0f} %")

# %%
plots.training_curves(live, metric="accuracy", title="One seed, 1,000 images: your functions at work")

# %% [markdown]
# One seed is one story. Before you believe it, look at the same experiment recorded for several seeds, with more images and more
# steps. The line is the mean; the band reaches from the worst seed to the best. Where a number is printed as 51 ± 10, the second is the
# standard deviation over the seeds.

# %%
recorded = records.load("02.rates")
print(recorded.caption())
plots.training_curves(recorded.curves(by="multiple", metric="accuracy"), metric="accuracy",
                      title="Report B's five learning rates")

# %% [markdown]
# Three things are worth seeing. The smallest rate is not wrong, only slow: its curve still rises at the end. In the middle, the bands of
# neighbouring rates overlap: one run of each, with different seeds, could have swapped them. And the largest rate neither stops nor learns
# well; where a run ends is a matter of luck.

# %%
final = recorded.frame[recorded.frame.iteration == recorded.frame.iteration.max()]
by_multiple = final.groupby("multiple")
mean_accuracy = by_multiple.accuracy.mean()
measured_best = float(mean_accuracy.idxmax())
reveal("02.best_multiple", best_multiple, measured_best, ties=[])

# %% [markdown]
# Report B wrote that the largest rate "falls into predicting only one digit". We recorded, for every run, which share of all images got
# the network's favourite answer. A network that only ever says one digit has a share of 100 %; a fair one has about 10 %.

# %%
for multiple, runs in by_multiple:
    favourite = 100 * runs.favourite_share
    print(f"rate x {multiple:<4g} favourite answer given to {favourite.mean():3.0f} % of the images "
          f"(seeds from {favourite.min():.0f} to {favourite.max():.0f} %)")

# %% [markdown]
# ## 8. Find a rate without five trainings
#
# The **range test** (Smith, 2017) trains once, for a few steps, and raises the rate at every step. While the rate is too small, the loss
# hardly moves; then it falls; then, past the limit of section 1, it climbs. One picture shows the usable range.
#
# The rates must rise by the same *factor* at every step, since good rates differ by powers of ten, not by tenths. From `low` to `high` in
# `steps` rates, both ends included, that is
#
# $$\eta_i = \text{low} \cdot \left(\frac{\text{high}}{\text{low}}\right)^{i/(\text{steps}-1)}, \qquad i = 0, \dots, \text{steps}-1 .$$
#
# **Exercise 5.** Write `rate_ladder(low, high, steps)`, an array of shape `(steps,)`.

# %% exercise="02.rate_ladder"
def rate_ladder(low, high, steps):
    """Rates from low to high, both included, each the same factor above the last; shape (steps,)."""
    ### BEGIN SOLUTION
    return low * (high / low) ** (np.arange(steps) / (steps - 1))
    ### END SOLUTION


# %% check="02.rate_ladder"

# %% [markdown]
# **Exercise 6.** Write `range_test(step, rates)`. The function `step(rate)` that you are given performs *one* update of some network at that
# rate and returns the loss **after** it. Call it once for each rate, in order. When a loss is no longer finite, or larger than four times the
# smallest loss so far, the test is over: keep that loss as the last one and stop. Return the array of losses, which may therefore be
# shorter than `rates`.

# %% exercise="02.range_test"
def range_test(step, rates):
    """Losses after one update at each rate, stopping after the first that is not finite or above 4 x the best."""
    ### BEGIN SOLUTION
    losses = []
    for rate in rates:
        losses.append(step(rate))
        if not np.isfinite(losses[-1]) or losses[-1] > 4 * min(losses):
            break
    return np.array(losses)
    ### END SOLUTION


# %% check="02.range_test"

# %% [markdown]
# Now on the real network. At each of 40 rates it takes four steps (one would be hard to see on so bumpy a loss), from a rate that does
# nothing to one that must fail. The rates are for the mean gradient, so that they read like those of other libraries.

# %%
my_ladder = use("02.rate_ladder", rate_ladder)
my_range_test = use("02.range_test", range_test)


def four_steps(net):
    def step(rate):
        history = nn.fit(net, sample.x_train, sample.t_train, loss=nn.SquaredError("mean"),
                         optimizer=nn.SGD(rate, rule=my_rule), epochs=4, progress=False)
        return history.last("loss")

    return step


rates = my_ladder(1e-3, 1e2, 40)
losses = [my_range_test(four_steps(report_b.network(seed)), rates) for seed in (0, 1)]
best_rate = my_mean_rate(measured_best * 1e-5, 60_000)
plots.range_test(rates, losses, mark=best_rate)

# %%
turns = [rates[np.nanargmin(curve)] for curve in losses]
print("the loss is lowest at the rates " + " and ".join(f"{rate:.1f}" for rate in turns))
print(f"the five rates of section 7, said for the mean: {', '.join(f'{my_mean_rate(m * 1e-5, 60_000):g}' for m in multiples)}")

# %% [markdown]
# The dashed line is the best of the five rates. It lies on the last stretch before the loss turns up, within a factor of ten of the turn; the largest
# of the five lies about where the turn is. The test does not name the best rate. In 160 steps it names the range in which to look.
#
# Look also at how high the curve climbs. It does not explode, although the rate is absurd. A sigmoid cannot answer more than 1, so
# the loss of a ruined network is bounded: it settles at one half. Which outputs would give just this loss? (All of them zero: the only error left is
# the missing 1.) A flat curve at 0.5 is the signature of a network that has been thrown into saturation and stays there.
#
# ## 9. One image, a hundred, or all of them
#
# A step needs a gradient, and a gradient does not need all the images. *Online* learning steps after every image, *mini-batch* learning after
# some, *full-batch* learning after all. The gradient of a few images is noisier, and you get many more steps for the same work.
#
# To compare fairly we give each batch size the same number of looks at every one of 1,000 images (10 epochs), start from small fan-in weights,
# and let each choose its best rate among several.
# All rates are for the mean gradient.

# %%
batches = records.load("02.batches")
print(batches.caption())
table = batches.frame.pivot_table(index="batch_size", columns="rate", values="test_accuracy")
plots.heat_map(table, row_label="images per update", column_label="learning rate (mean gradient)",
               value_label="test accuracy", title="Test accuracy after 10 epochs, mean of seeds")

# %% [markdown]
# Read the map row by row: where does each batch size find its best rate, and how wide is the range in which it learns at all?

# %%
best_of_size = {}
for size, runs in batches.frame.groupby("batch_size"):
    best = runs.groupby("rate").test_accuracy.mean().idxmax()
    chosen = runs[runs.rate == best].test_accuracy
    best_of_size[size] = chosen.mean()
    print(f"{size:>5,} images per update: best rate {best:<5g} test accuracy {mean_and_spread(chosen)}, "
          f"{runs.updates.iloc[0]:,} updates")

# %% [markdown]
# Full-batch descent makes the most exact steps and too few of them. (The rates were chosen by the test images themselves, which flatters
# every row a little; the step from 10 images to 100 is far larger than that.) This course uses full batches where it wants a *quiet*
# curve to look at: without the noise of the batches, whatever you see is the rate.

# %% [markdown] written="02.why_limit" points=4
# **Question 1.** On the parabola $E = \tfrac12\lambda w^2$, show in two or three lines why descent diverges exactly when $\eta > 2/\lambda$. Then explain in your own words why a
# network whose loss is much steeper in one direction than in all others is hard to train with a single rate.
#
# ### BEGIN SOLUTION
# One step gives $w_{t+1} = (1-\eta\lambda)w_t$, so after $t$ steps $w_t = (1-\eta\lambda)^t w_0$. This shrinks if and only if $|1-\eta\lambda| < 1$, that is $0 < \eta\lambda < 2$;
# for $\eta > 2/\lambda$ the factor is below $-1$: the sign alternates and the size grows without bound. In many dimensions each direction has its own $\lambda$.
# The steepest forces $\eta < 2/\lambda_{\max}$; along a flat direction with $\lambda_{\min}$ the factor is then at least $1 - 2\lambda_{\min}/\lambda_{\max}$, close to 1, so progress there is slow.
# ### END SOLUTION

# %% [markdown] rubric="02.why_limit"
# - **1 point** writes the step as a multiplication by $1 - \eta\lambda$
# - **1 point** states the condition $|1-\eta\lambda| < 1$ and derives $2/\lambda$ from it
# - **1 point** says that the steepest direction sets the limit for the whole network
# - **1 point** says that the flat directions then move slowly (factor near 1, or many steps needed)

# %% [markdown] written="02.read_a_curve" points=4
# **Question 2.** A friend shows you one training curve: the accuracy stands at 10 % from the first step to the last. Name two different causes that would draw this same
# curve, one with the rate too small and one with the rate too large. For each, say what else you would look at to tell them apart, and which of this lab's figures shows it.
#
# ### BEGIN SOLUTION
# Too small: the weights hardly move, so the outputs and the accuracy stay as drawn at random. Too large: the first step throws the units far into saturation, where their derivative is
# almost zero, so that nothing moves afterwards and one digit is always predicted. To tell them apart look at the loss (slowly falling against jumping and then flat), at the size of the first updates
# (tiny against huge), at the predictions (spread over digits against one favourite), or rerun with ten times and a tenth of the rate: the range test does just that in one picture.
# ### END SOLUTION

# %% [markdown] rubric="02.read_a_curve"
# - **1 point** too small: says that weights, and so predictions, hardly change
# - **1 point** too large: names saturation, divergence or a single favourite answer
# - **1 point** names a quantity that separates the two (loss, size of updates, predictions, derivative of the units)
# - **1 point** points to a figure or number of this lab that shows it (range test, favourite answer, five rates)

# %% [markdown]
# ## Recap: ours against claimed
#
# *What makes a learning rate good?* It is as large as the steepest direction allows, and no larger. *How would you see it?* In a range test, as the last stretch
# before the loss climbs; in a training curve, as a fall that is fast and still smooth. And you believe it only after several seeds.

# %%
accuracy_at = {multiple: runs.accuracy for multiple, runs in by_multiple}
favourite_at = {multiple: runs.favourite_share for multiple, runs in by_multiple}
Verdicts([
    Claim("the second largest rate, 2e-5, is the best of the five", "best", mean_and_spread(accuracy_at[2]), measured_best == 2),
    Claim("1e-6 is slow", "13.86 %", mean_and_spread(accuracy_at[0.1]), mean_accuracy.idxmin() == 0.1),
    Claim("1e-4 falls into predicting only one digit", "one digit",
          f"favourite digit {mean_and_spread(favourite_at[10])}, accuracy {mean_and_spread(accuracy_at[10])}",
          favourite_at[10].min() > 0.9),
], source=recorded.caption())

# %% [markdown]
# The report's order holds on average. Its most dramatic sentence, about the largest rate, came true in none of our runs. Beside a mean, the
# spread is the honest answer. In the next lab a second number enters the same equation, the slope of the sigmoid, and you
# will be able to say whether it is a new freedom or the learning rate in disguise.

# %% [markdown]
# *The lab checks itself:* the cell below stops if what its text says is not what its runs show.

# %%
assert measured_best == 2, "the best of the five rates is the report's"
assert mean_accuracy[0.1] < mean_accuracy[0.5] < mean_accuracy[1] < mean_accuracy[2] > mean_accuracy[10]
assert accuracy_at[10].std() > accuracy_at[0.1].std(), "the largest rate is the lottery"
assert difference < 0.02, "sum and mean take the same path"
assert all(best_rate < turn < 10 * best_rate for turn in turns), "the best of the five rates lies shortly before the turn"
assert favourite_at[10].max() < 0.9, "the largest rate came down to one digit in no run"
assert best_of_size[10] - best_of_size[100] > 0.3
assert best_of_size[max(best_of_size)] < min(v for s, v in best_of_size.items() if s < max(best_of_size))
