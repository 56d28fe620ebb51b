"""What to say about a wrong derivative of tanh, alone or inside a delta."""

NO_SQUARE = (
    "Is your slope the same at y = 0.5 and at y = -0.5? It must be: the curve is as steep on one side as on the other. "
    "Something stands in the formula that makes a sign disappear."
)
AGAIN = "y has already been through tanh, and you send it through once more. All you need is in y itself."
AGAIN_K = AGAIN + " And which factor does the chain rule add for a slope k?"
K_MISSING = "Exactly right for slope 1. For another slope the chain rule asks for the derivative of what is inside, kx."
K_SQUARED = "k appears once too often. Take the derivative of tanh(kx) with pencil: how many factors k fall out?"
K_DIVIDES = "Your slope gets smaller where the curve gets steeper. Where does k go in the chain rule?"
SIGMOID = "y (1 - y) is the sigmoid's formula. tanh is steepest at y = 0, where yours is zero."
STRAY = (
    "There is an output y too many, as in Report B's printed formula. It is zero where the unit is steepest, "
    "and it turns the sign wherever y is negative: which way do the weights then go?"
)
SCALED_OUTPUT = "k scales the *input* of tanh; y is its finished output and is used as it is."
PLUS = "A unit that is fully on, y = 1, is flat, and your slope is largest there. Check the sign in the bracket."
BRACKET = "1 - y^2 is (1 - y)(1 + y). Your bracket has the same sign in both."
SQUARED_TWICE = "The whole factor 1 - y^2 stands there squared. How many tanh does the signal pass in one unit?"
