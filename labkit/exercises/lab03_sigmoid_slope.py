"""Lab 03's exercises: the sigmoid with slope k, its derivative, saturation, and k traded for weights and rate."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import sigmoid, sigmoid_derivative, sigmoid_derivative_from_output


def saturated_share(y: np.ndarray, k: float, threshold: float = 0.01) -> float:
    """Share of the outputs ``y`` of units with slope ``k`` at which the derivative is below ``threshold``."""
    return np.mean(sigmoid_derivative_from_output(y, k) < threshold)


def rescale(weights: list[np.ndarray], rate: float, k: float) -> tuple[list[np.ndarray], float]:
    """Weights and rate with which slope 1 does, update by update, what slope ``k`` does with the given ones.

    A unit sees kWx either way, so the weights are kW. With E(W) = E'(kW) the chain rule gives
    dE/dW = k dE'/d(kW); multiplying the update W - eta dE/dW by k turns it into kW - k^2 eta dE'/d(kW).
    """
    return [k * W for W in weights], k**2 * rate


def _slope(rng: np.random.Generator, low: float, high: float) -> float:
    """A slope that looks chosen by a person, not 1: two decimals."""
    return float(np.round(rng.uniform(low, high), 2))


def _inputs(rng: np.random.Generator) -> list[Probe]:
    gentle, steep = _slope(rng, 0.2, 0.8), _slope(rng, 1.5, 3)
    single = np.hstack([rng.normal(0, 1, (3, 3)), [[-160.0], [120.0], [-80.0]]])
    return [
        Probe(np.round(rng.uniform(-3, 3, 5), 2), 1.0, label="slope 1"),
        Probe(np.round(rng.uniform(-2, 2, 4), 2), steep, label="a steep slope"),
        Probe(rng.normal(0, 3, (4, 3)), gentle, label="a gentle slope, a batch of shape (samples, units)"),
        Probe(float(np.round(rng.uniform(-2, -0.5), 2)), gentle, label="a single number instead of an array"),
        Probe(np.array([-1000.0, -750.0, -30.0]), 1.0, label="far to the left"),
        Probe(np.array([30.0, 750.0, 1000.0]), 1.0, label="far to the right"),
        Probe(np.array([-1000.0, -30.0, 0.0, 30.0, 1000.0]), 10.0, label="far out, with a steep slope"),
        Probe(np.array([-1000.0, -300.0, 300.0, 1000.0]), 0.1, label="far out, with a gentle slope"),
        Probe(single.astype(np.float32), 2.0, label="float32, as networks train"),
    ]


def _outputs(rng: np.random.Generator) -> list[Probe]:
    gentle, steep = _slope(rng, 0.2, 0.8), _slope(rng, 1.5, 3)
    return [
        Probe(np.round(rng.uniform(0.05, 0.95, 5), 2), 1.0, label="slope 1"),
        Probe(np.round(rng.uniform(0.05, 0.95, 4), 2), steep, label="a steep slope"),
        Probe(rng.uniform(0, 1, (4, 3)), gentle, label="a gentle slope, a batch of shape (samples, units)"),
        Probe(float(np.round(rng.uniform(0.1, 0.4), 2)), gentle, label="a single number instead of an array"),
        Probe(np.array([0.0, 1e-9, 0.5, 1 - 1e-9, 1.0]), 10.0, label="units that are fully off or on"),
        Probe(rng.uniform(0, 1, (3, 4)).astype(np.float32), 2.0, label="float32, as networks train"),
    ]


def _layers(rng: np.random.Generator) -> list[Probe]:
    gentle, steep = _slope(rng, 0.3, 0.8), _slope(rng, 3, 6)
    return [
        Probe(sigmoid(rng.normal(0, 4, (6, 5))), 1.0, 0.01, label="slope 1"),
        Probe(sigmoid(rng.normal(0, 4, (7, 4)), steep), steep, 0.01, label="a steep slope"),
        Probe(sigmoid(rng.normal(0, 7, (8, 6)), gentle), gentle, 0.01, label="a gentle slope"),
        Probe(rng.uniform(0, 1, (40, 25)), 2.0, 0.15, label="another threshold"),
        Probe(rng.uniform(0.4, 0.6, (5, 4)) * [1, 1, 0, 1], 1.0, 0.01, label="one unit is off for every sample"),
        Probe(sigmoid(rng.normal(-4, 1, (12, 6))), 1.0, 0.05, label="a layer that is mostly off"),
        Probe(sigmoid(rng.normal(4, 1, (9, 8))), 1.0, 0.05, label="a layer that is mostly on"),
        Probe(rng.uniform(0.4, 0.6, (4, 3)), 2.0, 0.01, label="nothing saturated"),
        Probe(rng.choice([0.0, 1.0], (4, 3)), 2.0, 0.01, label="everything saturated"),
    ]


def _networks(rng: np.random.Generator) -> list[Probe]:
    def weights(*sizes: int) -> list[np.ndarray]:
        return [np.round(rng.uniform(-1, 1, shape), 2) for shape in zip(sizes, sizes[1:], strict=False)]

    gentle, steep = _slope(rng, 0.2, 0.8), _slope(rng, 2.2, 3.6)
    return [
        Probe(weights(2, 3, 2), 0.1, steep, label="a steep slope, two layers"),
        Probe(weights(3, 4, 2, 2), 0.5, gentle, label="a gentle slope, three layers"),
        Probe(weights(2, 2), 1e-5, 10.0, label="a single layer, a small rate"),
        Probe([W.astype(np.float32) for W in weights(3, 2, 4)], 0.02, 0.5, label="float32, as networks train"),
        Probe(weights(2, 3, 2), 0.3, 1.0, label="slope 1 already"),
    ]


def _at_borders(x, k):
    """The quotient a mask would protect, computed everywhere: NaN on the right, thrown away."""
    return np.where(np.asarray(x) >= 0, 1 / (1 + np.exp(-k * x)), np.exp(k * x) / (1 + np.exp(k * x)))


SIGMOID = Exercise(
    id="03.sigmoid",
    name="sigmoid",
    title="A sigmoid with a slope, for any input",
    points=2,
    reference=sigmoid,
    probes=_inputs,
    no_warnings=True,
    misconceptions=[  # overflows from the rarest to the commonest: the first that explains all warnings is named
        Misconception(
            "clipped, in double only",
            lambda x, k: 1 / (1 + np.exp(np.clip(-k * x, -500, 500))),
            "Your bound is right for float64. In float32, in which networks train, the exponential "
            "overflows from e^89 on. What is the smallest bound that changes nothing?",
        ),
        Misconception(
            "clipped before the slope, wide",
            lambda x, k: 1 / (1 + np.exp(-k * np.clip(x, -500, 500))),
            "You clip x, but it is k times x that stands in the exponential: with a steep slope it still overflows.",
        ),
        Misconception(
            "overflow",
            lambda x, k: 1 / (1 + np.exp(-k * x)),
            "Your formula is the textbook one, and far to the left it asks for the exponential of a large "
            "positive number, more than a computer can hold. Which other form of the same function only "
            "ever needs exponentials of negative numbers, or none at all?",
        ),
        Misconception(
            "both branches",
            _at_borders,
            "A good idea: one formula for each side. But `np.where` chooses after *both* formulas have been "
            "computed on all of x, so the wrong one still overflows. Can you make the number inside the "
            "exponential harmless before you take it?",
        ),
        Misconception(
            "overflow to nan",
            lambda x, k: np.exp(k * x) / (1 + np.exp(k * x)),
            "Far to the right your fraction is infinity over infinity, which is nan. Divide numerator and "
            "denominator by the same thing and see which form is safe on which side.",
        ),
        Misconception(
            "no slope",
            lambda x, k: sigmoid(x, 1.0),
            "Your function gives the same curve for every k. Where does the slope enter the formula?",
        ),
        Misconception(
            "k divides",
            lambda x, k: sigmoid(x, 1 / k),
            "A larger k must make the curve steeper; yours gets flatter. What does k do to x?",
        ),
        Misconception(
            "k in front",
            lambda x, k: k * sigmoid(x, 1.0),
            "Your outputs reach up to k. k stretches the curve along the x axis; at the far right the value "
            "is still 1.",
        ),
        Misconception(
            "k in front, and inside",
            lambda x, k: k * sigmoid(x, k),
            "Inside the exponential k is right, but it also multiplies your result, which must stay between "
            "0 and 1. (A factor k in front does belong to the *derivative*.)",
        ),
        Misconception(
            "k beside the exponential",
            lambda x, k: 1 / (1 + k * np.exp(-np.clip(x, -700, 700))),
            "k stands outside the exponential in your formula: that shifts the curve sideways. At x = 0 the "
            "value must be 1/2 for every k.",
        ),
        Misconception(
            "k as a power",
            lambda x, k: sigmoid(x, 1.0) ** k,
            "You raise the whole sigmoid to the power k. Only its exponential is: $(e^{-x})^k$. At x = 0 "
            "the value must be 1/2 for every k.",
        ),
        Misconception(
            "k added",
            lambda x, k: sigmoid(x + k, 1.0),
            "Your k moves the curve sideways, as a bias would. A slope stretches it: at x = 0 the value must be 1/2.",
        ),
        Misconception(
            "k subtracted",
            lambda x, k: sigmoid(x - k, 1.0),
            "Your k moves the curve sideways, as a bias would. A slope stretches it: at x = 0 the value must be 1/2.",
        ),
        Misconception(
            "k squared",
            lambda x, k: sigmoid(x, k**2),
            "The curve is steeper than asked for. How often does k stand in your formula?",
        ),
        Misconception(
            "mirrored",
            lambda x, k: sigmoid(-x, k),
            "Your curve falls from 1 to 0; it must rise. Look at the sign inside the exponential.",
        ),
        Misconception(
            "only one side",
            lambda x, k: sigmoid(np.abs(x), k),
            "Taking |x| keeps the exponential small, but it folds the left half onto the right: your values "
            "never fall below 1/2. What must happen to the result where x was negative?",
        ),
        Misconception(
            "only the other side",
            lambda x, k: sigmoid(-np.abs(x), k),
            "Your values never rise above 1/2: the form that is safe on the left is used on the right as "
            "well. How are the values at x and -x related?",
        ),
        Misconception(
            "tanh",
            lambda x, k: np.tanh(k * np.asarray(x)),
            "That is tanh, which runs from -1 to 1. A sigmoid runs from 0 to 1; the two are related, look "
            "at the theory once more.",
        ),
        Misconception(
            "tanh without the half",
            lambda x, k: sigmoid(x, 2 * k),
            "Very close: your curve is exactly twice as steep as it should be. With the tanh, which factor "
            "belongs in front of kx?",
        ),
        Misconception(
            "tanh of the half",
            lambda x, k: np.tanh(0.5 * k * np.asarray(x)),
            "The tanh is the right curve, but it runs from -1 to 1. How do you move and shrink it so that "
            "it runs from 0 to 1?",
        ),
        Misconception(
            "tanh, shifted only",
            lambda x, k: 1 + np.tanh(k * np.asarray(x) / 2),
            "Your values run from 0 to 2. A shift brings the tanh above zero; what brings it below one?",
        ),
        Misconception(
            "brackets",
            lambda x, k: 1 + np.exp(-np.clip(k * x, -700, 700)),
            "Python reads `1 / 1 + e` as `(1 / 1) + e`. Which brackets does the fraction need?",
        ),
        Misconception(
            "clipped too early",
            lambda x, k: sigmoid(np.clip(x, -5, 5), k),
            "You clip x so tightly that the values change: they must come closer and closer to 0 and 1. "
            "From where on does clipping change nothing that a computer could see?",
        ),
        Misconception(
            "clipped before the slope",
            lambda x, k: sigmoid(np.clip(x, -50, 50), k),
            "You clip x, but the number that must stay in bounds is another one: with a gentle slope, x = "
            "50 is not far out yet.",
        ),
        Misconception(
            "straight line",
            lambda x, k: np.clip(0.5 + k * np.asarray(x) / 4, 0, 1),
            "Right in the middle, but a sigmoid bends: this is its tangent at 0, cut off at 0 and 1.",
        ),
        Misconception(
            "step",
            lambda x, k: np.where(np.asarray(x) > 0, 1.0, 0.0),
            "Your function jumps from 0 to 1. That is what the sigmoid becomes for an infinite slope; in "
            "between it must be smooth.",
        ),
        Misconception(
            "the derivative",
            sigmoid_derivative,
            "That is the derivative, which comes in the next exercise. Here the function itself is asked for.",
        ),
    ],
)

_SLOPE_SQUARED = (
    "k appears once too often. Take the derivative of e^(-kx) once more with pencil: how many factors k fall out?"
)
_SLOPE_MISSING = (
    "Exactly right for slope 1. For another slope the chain rule asks for the derivative of what stands inside, kx."
)
_SLOPE_DIVIDES = "Your derivative gets smaller where the curve gets steeper. Differentiate e^(-kx): where does k go?"
_SIGN = "The sigmoid rises everywhere, so its derivative is never negative. Two minus signs meet in the chain rule."
_FACTOR = "One factor is missing: the derivative must vanish on *both* sides, where the curve is flat."
_TANH = "That is the formula of tanh. For a sigmoid, with values between 0 and 1, the derivative is zero at y = 0 too."
_SECOND = "You differentiated twice: your result changes its sign in the middle, where the derivative has its peak."
_PRODUCT = "The two factors are multiplied once each; your result is that product squared."
_PEAK = "That is the steepest the curve ever gets, at x = 0. The derivative is different at every x."


SLOPE_FROM_INPUT = Exercise(
    id="03.slope_from_input",
    name="sigmoid_derivative",
    title="The derivative, from the input",
    points=2,
    reference=sigmoid_derivative,
    probes=_inputs,
    misconceptions=[
        Misconception("no slope", lambda x, k: sigmoid_derivative(x, k) / k, _SLOPE_MISSING),
        Misconception(
            "slope 1",
            lambda x, k: sigmoid_derivative(x, 1.0),
            "The same for every k: does your sigmoid get its slope?",
        ),
        Misconception(
            "slope in front only",
            lambda x, k: k * sigmoid_derivative(x, 1.0),
            "The factor in front is right, but the curve underneath has slope 1: pass k on to your sigmoid.",
        ),
        Misconception("slope squared", lambda x, k: k * sigmoid_derivative(x, k), _SLOPE_SQUARED),
        Misconception("slope divides", lambda x, k: sigmoid_derivative(x, k) / k**2, _SLOPE_DIVIDES),
        Misconception("sign", lambda x, k: -sigmoid_derivative(x, k), _SIGN),
        Misconception(
            "input taken for the output",
            lambda x, k: k * x * (1 - x),
            "k y (1 - y) wants the *output* y of the sigmoid, and x is its input. Which step is missing?",
        ),
        Misconception(
            "input taken for the output, no slope",
            lambda x, k: x * (1 - x),
            "y (1 - y) wants the *output* y of the sigmoid, and x is its input. Which step is missing? And where is k?",
        ),
        Misconception(
            "sigmoid applied twice",
            lambda x, k: sigmoid_derivative(sigmoid(x, k), k),
            "Your sigmoid is applied to an output of the sigmoid. Follow x through your code: how often does it pass?",
        ),
        Misconception(
            "sigmoid applied twice, slope once",
            lambda x, k: k * sigmoid_derivative(sigmoid(x, k), 1.0),
            "Your sigmoid is applied to an output of the sigmoid. Follow x through your code: how often does it pass?",
        ),
        Misconception("the function itself", lambda x, k: sigmoid(x, k), "That is the sigmoid, not its derivative."),
        Misconception("second factor missing", lambda x, k: k * sigmoid(x, k), _FACTOR),
        Misconception("first factor missing", lambda x, k: k * (1 - sigmoid(x, k)), _FACTOR),
        Misconception("tanh", lambda x, k: k * (1 - sigmoid(x, k) ** 2), _TANH),
        Misconception(
            "tanh, the function too",
            lambda x, k: k * (1 - np.tanh(k * np.asarray(x)) ** 2),
            "That is the derivative of tanh(kx); here we differentiate the sigmoid.",
        ),
        Misconception("product squared", lambda x, k: k * (sigmoid(x, k) * (1 - sigmoid(x, k))) ** 2, _PRODUCT),
        Misconception(
            "square on one factor",
            lambda x, k: k * sigmoid(x, k) ** 2 * (1 - sigmoid(x, k)),
            "One of the two factors y and 1 - y stands there twice. The derivative must be the same at x and -x.",
        ),
        Misconception(
            "square on the other factor",
            lambda x, k: k * sigmoid(x, k) * (1 - sigmoid(x, k)) ** 2,
            "One of the two factors y and 1 - y stands there twice. The derivative must be the same at x and -x.",
        ),
        Misconception(
            "sum for product",
            lambda x, k: k * (sigmoid(x, k) + (1 - sigmoid(x, k))),
            "y + (1 - y) is always 1. The two factors are multiplied.",
        ),
        Misconception(
            "plus for minus",
            lambda x, k: k * sigmoid(x, k) * (1 + sigmoid(x, k)),
            "Far to the right the curve is flat, and your derivative is 2k there. Check the sign inside the bracket.",
        ),
        Misconception(
            "second derivative",
            lambda x, k: k**2 * sigmoid(x, k) * (1 - sigmoid(x, k)) * (1 - 2 * sigmoid(x, k)),
            _SECOND,
        ),
        Misconception("peak everywhere", lambda x, k: np.full_like(np.asarray(x, dtype=float), k / 4), _PEAK),
        Misconception(
            "overflow to nan",
            lambda x, k: k * np.exp(-k * x) / (1 + np.exp(-k * x)) ** 2,
            "A correct formula that breaks far to the left, where it is infinity over infinity: nan. You "
            "have a stable sigmoid; can you write the derivative with nothing but its values?",
        ),
        Misconception(
            "overflow to nan on the right",
            lambda x, k: k * np.exp(k * x) / (1 + np.exp(k * x)) ** 2,
            "A correct formula that breaks far to the right, where it is infinity over infinity: nan. You "
            "have a stable sigmoid; can you write the derivative with nothing but its values?",
        ),
        Misconception(
            "mirrored half",
            lambda x, k: k * sigmoid(-np.abs(x), k),
            "It vanishes on both sides, as it should, but it is pointed in the middle and k/2 high there. "
            "The peak of the derivative is k/4.",
        ),
    ],
)

SLOPE_FROM_OUTPUT = Exercise(
    id="03.slope_from_output",
    name="sigmoid_derivative_from_output",
    title="The derivative, from the output",
    points=1,
    reference=sigmoid_derivative_from_output,
    probes=_outputs,
    misconceptions=[
        Misconception(
            "derivative of the output again",
            lambda y, k: sigmoid_derivative(y, k),
            "y has already been through the sigmoid, and you send it through once more. Everything you need "
            "is in y itself.",
        ),
        Misconception(
            "derivative of the output again, slope once",
            lambda y, k: k * sigmoid_derivative(y, 1.0),
            "y has already been through the sigmoid, and you send it through once more. Everything you need "
            "is in y itself.",
        ),
        Misconception(
            "derivative of the output again, no slope in front",
            lambda y, k: sigmoid_derivative(y, k) / k,
            "y has already been through the sigmoid, and you send it through once more. And which factor "
            "does the chain rule add?",
        ),
        Misconception(
            "derivative of the output again, no slope at all",
            lambda y, k: sigmoid_derivative(y, 1.0),
            "y has already been through the sigmoid, and you send it through once more. And where is k?",
        ),
        Misconception("no slope", lambda y, k: y * (1 - y), _SLOPE_MISSING),
        Misconception("slope squared", lambda y, k: k**2 * y * (1 - y), _SLOPE_SQUARED),
        Misconception("slope divides", lambda y, k: y * (1 - y) / k, _SLOPE_DIVIDES),
        Misconception(
            "slope applied to the output",
            lambda y, k: k * y * (1 - k * y),
            "k scales the *input* of the sigmoid; y is its finished output and is used as it is.",
        ),
        Misconception(
            "slope applied to one y",
            lambda y, k: y * (1 - k * y),
            "k scales the *input* of the sigmoid; y is its finished output and is used as it is.",
        ),
        Misconception("sign", lambda y, k: k * y * (y - 1), _SIGN),
        Misconception("second factor missing", lambda y, k: k * y, _FACTOR),
        Misconception("first factor missing", lambda y, k: k * (1 - y), _FACTOR),
        Misconception("tanh", lambda y, k: k * (1 - np.square(y)), _TANH),
        Misconception("tanh, no slope", lambda y, k: 1 - np.square(y), _TANH),
        Misconception("product squared", lambda y, k: k * (y * (1 - y)) ** 2, _PRODUCT),
        Misconception(
            "square on one factor",
            lambda y, k: k * np.square(y) * (1 - y),
            "One of the two factors y and 1 - y stands there twice.",
        ),
        Misconception(
            "square on the other factor",
            lambda y, k: k * y * (1 - y) ** 2,
            "One of the two factors y and 1 - y stands there twice.",
        ),
        Misconception(
            "y minus y to the fourth",
            lambda y, k: k * np.square(y) * (1 - np.square(y)),
            "Neither of the two factors is squared: multiply out k y (1 - y) and compare.",
        ),
        Misconception(
            "plus for minus",
            lambda y, k: k * y * (1 + y),
            "A unit that is fully on, y = 1, is flat, and your derivative is 2k there. Check the sign in the bracket.",
        ),
        Misconception("second derivative", lambda y, k: k * (1 - 2 * y), _SECOND),
        Misconception("second derivative in full", lambda y, k: k**2 * y * (1 - y) * (1 - 2 * y), _SECOND),
        Misconception("peak everywhere", lambda y, k: np.full_like(np.asarray(y, dtype=float), k / 4), _PEAK),
        Misconception(
            "sum for product",
            lambda y, k: np.full_like(np.asarray(y, dtype=float), k),
            "The same number, k, for every output. y and 1 - y are multiplied, not added.",
        ),
        Misconception(
            "the output itself",
            lambda y, k: np.add(y, 0.0),
            "You return the output that came in. The derivative is zero where y is 0 or 1, and largest at 1/2.",
        ),
    ],
)

SATURATED_SHARE = Exercise(
    id="03.saturated_share",
    name="saturated_share",
    title="How much of a layer is saturated",
    points=1,
    reference=saturated_share,
    probes=_layers,
    misconceptions=[
        Misconception(
            "count",
            lambda y, k, threshold: np.sum(k * y * (1 - y) < threshold),
            "You count the saturated outputs; a share compares them with how many there are.",
        ),
        Misconception(
            "per cent",
            lambda y, k, threshold: 100 * np.mean(k * y * (1 - y) < threshold),
            "A share runs from 0 to 1; yours is in per cent.",
        ),
        Misconception(
            "the others",
            lambda y, k, threshold: np.mean(k * y * (1 - y) >= threshold),
            "You report the share that can still learn. A unit is saturated when its derivative is *small*.",
        ),
        Misconception(
            "no slope",
            lambda y, k, threshold: np.mean(y * (1 - y) < threshold),
            "Right for slope 1. The derivative of a unit with slope k has one more factor.",
        ),
        Misconception(
            "slope squared",
            lambda y, k, threshold: np.mean(k**2 * y * (1 - y) < threshold),
            "k appears once too often in your derivative: is it already inside the function you call?",
        ),
        Misconception(
            "sigmoid again",
            lambda y, k, threshold: np.mean(sigmoid_derivative(y, k) < threshold),
            "y already is the output of the sigmoid: use the derivative that is computed from the output.",
        ),
        Misconception(
            "slope divides",
            lambda y, k, threshold: np.mean(y * (1 - y) / k < threshold),
            "k divides in your derivative, and it should multiply: a steeper curve has a larger derivative.",
        ),
        Misconception(
            "near zero only",
            lambda y, k, threshold: np.mean(y < threshold),
            "You look for outputs near 0. A unit is just as flat near 1, and what counts is its derivative.",
        ),
        Misconception(
            "near one only",
            lambda y, k, threshold: np.mean(y > 1 - threshold),
            "You look for outputs near 1. A unit is just as flat near 0, and what counts is its derivative.",
        ),
        Misconception(
            "the output for the derivative",
            lambda y, k, threshold: np.mean((y < threshold) | (y > 1 - threshold)),
            "You compare the *output* with the threshold. The definition compares the derivative, which "
            "also knows the slope.",
        ),
        Misconception(
            "mean derivative",
            lambda y, k, threshold: np.mean(k * y * (1 - y)),
            "That is the average derivative. Compare each one with the threshold first, then average the answers.",
        ),
        Misconception(
            "average before comparing",
            lambda y, k, threshold: np.mean(np.mean(k * y * (1 - y), axis=0) < threshold),
            "You average each unit over the samples before you compare. A unit that is flat for half of the "
            "images is then counted as not flat at all.",
        ),
        Misconception(
            "per unit",
            lambda y, k, threshold: np.mean(k * y * (1 - y) < threshold, axis=0),
            "One share for each unit: the exercise asks for one number for the whole layer.",
        ),
        Misconception(
            "per sample",
            lambda y, k, threshold: np.mean(k * y * (1 - y) < threshold, axis=1),
            "One share for each sample: the exercise asks for one number for the whole layer.",
        ),
        Misconception(
            "always flat",
            lambda y, k, threshold: np.mean(np.all(k * y * (1 - y) < threshold, axis=0)),
            "You count a unit only if it is flat for every sample. Here every output of every sample counts.",
        ),
        Misconception(
            "once flat",
            lambda y, k, threshold: np.mean(np.any(k * y * (1 - y) < threshold, axis=0)),
            "You count a unit as soon as it is flat for one sample. Here every output of every sample counts.",
        ),
        Misconception(
            "divided by samples",
            lambda y, k, threshold: np.sum(k * y * (1 - y) < threshold) / len(y),
            "You divide by the number of samples, but a layer has one output for each sample *and* unit.",
        ),
        Misconception(
            "threshold built in",
            lambda y, k, threshold: np.mean(k * y * (1 - y) < 0.01),
            "The number 0.01 is written into your function; it should use the threshold that it is given.",
        ),
        Misconception(
            "threshold of the peak",
            lambda y, k, threshold: np.mean(4 * y * (1 - y) < threshold),
            "You compare with the largest slope of the curve. An interesting measure; here the derivative "
            "itself is compared with the threshold.",
        ),
        Misconception(
            "yes or no",
            lambda y, k, threshold: np.asarray(np.any(k * y * (1 - y) < threshold)),
            "You say whether any output is saturated. How large a share of all of them is?",
        ),
        Misconception(
            "a table",
            lambda y, k, threshold: k * y * (1 - y) < threshold,
            "A table of True and False, one for each output. How do you turn that into one number, a share?",
        ),
    ],
)


_RATE = "About the rate. "

RESCALE = Exercise(
    id="03.rescale",
    name="rescale",
    title="Slope k traded for weights and rate",
    points=3,
    reference=rescale,
    probes=_networks,
    misconceptions=[
        Misconception(
            "rate times k",
            lambda weights, rate, k: ([k * W for W in weights], k * rate),
            _RATE + "The gradient of the network with slope 1 is smaller by one factor k than that of the network "
            "with slope k. But the weights that it moves are also on another scale. How many factors in all?",
        ),
        Misconception(
            "rate unchanged",
            lambda weights, rate, k: ([k * W for W in weights], rate),
            _RATE + "The two networks now agree before the first update. Follow one update: are the gradients the "
            "same, and must both networks move by the same amount?",
        ),
        Misconception(
            "rate divided by k squared",
            lambda weights, rate, k: ([k * W for W in weights], rate / k**2),
            _RATE + "The rate goes the other way: weights that are k times larger must also move k times further.",
        ),
        Misconception(
            "rate divided by k",
            lambda weights, rate, k: ([k * W for W in weights], rate / k),
            _RATE + "For the rate write down one update, W - rate x gradient, and multiply the whole line by k. "
            "Then express the old gradient by the new one.",
        ),
        Misconception(
            "rate times twice k",
            lambda weights, rate, k: ([k * W for W in weights], 2 * k * rate),
            _RATE + "Two factors k meet in the rate. Multiplied together, what do they make?",
        ),
        Misconception(
            "rate times the root",
            lambda weights, rate, k: ([k * W for W in weights], np.sqrt(k) * rate),
            _RATE + "No root appears: count the factors k in one update of the new weights.",
        ),
        Misconception(
            "rate cubed",
            lambda weights, rate, k: ([k * W for W in weights], k**3 * rate),
            _RATE + "One factor k too many in the rate: one comes from the gradient, one from the scale of the "
            "weights.",
        ),
        Misconception(
            "one factor for each layer",
            lambda weights, rate, k: ([k * W for W in weights], k ** len(weights) * rate),
            _RATE + "Each layer's own slope contributes a k to the gradient, but each weight matrix above "
            "contributes a 1/k. Count what is left.",
        ),
        Misconception(
            "weights divided",
            lambda weights, rate, k: ([W / k for W in weights], k**2 * rate),
            "About the weights. A unit with slope k sees k times its weighted sum: what must the weights "
            "become, so that a unit with slope 1 sees the same?",
        ),
        Misconception(
            "the other way round",
            lambda weights, rate, k: ([W / k for W in weights], rate / k**2),
            "You went from slope 1 to slope k. Here slope k is given and slope 1 is wanted: the weights "
            "must take over what the slope did.",
        ),
        Misconception(
            "weights unchanged",
            lambda weights, rate, k: ([1 * W for W in weights], k**2 * rate),
            "About the weights. With the weights unchanged the two networks differ before the first update: "
            "sigmoid(Wx, k) against sigmoid(Wx, 1).",
        ),
        Misconception(
            "weights and rate times k squared",
            lambda weights, rate, k: ([k**2 * W for W in weights], k**2 * rate),
            "About the weights. The weights carry one factor k, the one that stands beside them in the sigmoid.",
        ),
        Misconception(
            "weights times k squared, rate times k",
            lambda weights, rate, k: ([k**2 * W for W in weights], k * rate),
            "You have the two the wrong way round: which of weights and rate needs k once, and which twice?",
        ),
        Misconception(
            "weights times the root",
            lambda weights, rate, k: ([np.sqrt(k) * W for W in weights], k**2 * rate),
            "About the weights. No root appears in the weights: kWx must stay the same.",
        ),
        Misconception(
            "first layer only",
            lambda weights, rate, k: (
                [k * W if i == 0 else 1 * W for i, W in enumerate(weights)],
                k**2 * rate,
            ),
            "Only the first layer is rescaled. The slope stands in the units of every layer.",
        ),
        Misconception(
            "last layer only",
            lambda weights, rate, k: (
                [k * W if i == len(weights) - 1 else 1 * W for i, W in enumerate(weights)],
                k**2 * rate,
            ),
            "Only the last layer is rescaled. The slope stands in the units of every layer.",
        ),
        Misconception(
            "hidden layers only",
            lambda weights, rate, k: (
                [1 * W if i == len(weights) - 1 else k * W for i, W in enumerate(weights)],
                k**2 * rate,
            ),
            "The last layer is left out. Its units have the slope k as well.",
        ),
        Misconception(
            "a power for each layer",
            lambda weights, rate, k: ([k ** (i + 1) * W for i, W in enumerate(weights)], k**2 * rate),
            "Your factor grows from layer to layer. Each layer is put right on its own: once that is done, "
            "the layer above gets the same inputs as before.",
        ),
        Misconception(
            "normalised",
            lambda weights, rate, k: ([W / np.abs(W).max() for W in weights], k**2 * rate),
            "You brought each matrix to the size 1. It is the product of slope and weights that must stay the same.",
        ),
        Misconception(
            "k added",
            lambda weights, rate, k: ([W + k for W in weights], k**2 * rate),
            "The slope multiplies the weighted sum; adding it to the weights does something else.",
        ),
    ],
)

EXERCISES = [SIGMOID, SLOPE_FROM_INPUT, SLOPE_FROM_OUTPUT, SATURATED_SHARE, RESCALE]
