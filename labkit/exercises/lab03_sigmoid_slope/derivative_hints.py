"""What to say about a wrong derivative, whether it was taken from the input or from the output."""

SLOPE_SQUARED = (
    "k appears once too often. Take the derivative of e^(-kx) once more with pencil: how many factors k fall out?"
)
SLOPE_MISSING = (
    "Exactly right for slope 1. For another slope the chain rule asks for the derivative of what stands inside, kx."
)
SLOPE_DIVIDES = "Your derivative gets smaller where the curve gets steeper. Differentiate e^(-kx): where does k go?"
SIGN = "The sigmoid rises everywhere, so its derivative is never negative. Two minus signs meet in the chain rule."
FACTOR = "One factor is missing: the derivative must vanish on *both* sides, where the curve is flat."
TANH = "That is the formula of tanh. For a sigmoid, with values between 0 and 1, the derivative is zero at y = 0 too."
SECOND = "You differentiated twice: your result changes its sign in the middle, where the derivative has its peak."
PRODUCT = "The two factors are multiplied once each; your result is that product squared."
PEAK = "That is the steepest the curve ever gets, at x = 0. The derivative is different at every x."
