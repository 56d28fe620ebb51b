"""Six pictures without a name: which network learns, and what ails the others?"""

from labkit.exercises.lab09_understanding_weights.matching import Matching
from labkit.exercises.lab09_understanding_weights.patients import LETTERS, NAMES, draw

_SLOW, _FLAT, _DEAD, _WILD, _ONE = NAMES[1:]
_WELL = NAMES[0]

_NOT_LEARNING = "Look at the loss first. A network that is well goes on lowering it, and this one's "
_UPDATES = "Look at the sizes of the updates over time. "
_SLOPES = "Look at the share of flat slopes, layer by layer. "
_ANSWERS = "Look at the answers. "
_ACTIVATIONS = "Look at the mean activations. "

HINTS = {
    (_SLOW, _WELL): _NOT_LEARNING + "has hardly left its first value at the end.",
    (_FLAT, _WELL): _NOT_LEARNING + "has lost a few per cent in 100 updates.",
    (_DEAD, _WELL): _NOT_LEARNING + "does not change at all after the first few updates.",
    (_WILD, _WELL): _NOT_LEARNING + "goes up and down, and ends above its first value.",
    (_ONE, _WELL): _NOT_LEARNING + "fell once, early, and is level ever since. What does the network answer?",
    (_WELL, _SLOW): "With a rate that is too small nothing has moved yet. How far has this loss come down?",
    (_FLAT, _SLOW): _SLOPES + "A rate that is too small does nothing to the slopes; what do you see here?",
    (_DEAD, _SLOW): _UPDATES
    + "A small rate makes small updates, but not zeros. And what do the hidden layers send on?",
    (_WILD, _SLOW): _UPDATES + "These are among the largest of the six pictures. That is no small rate.",
    (_ONE, _SLOW): "With a rate that is too small the loss would still stand near its first value. Did it never fall "
    "here? And look at the slopes of the output layer.",
    (_WELL, _FLAT): "A saturated network hardly learns, since its slopes let no error through. How far has this loss "
    "come down?",
    (_SLOW, _FLAT): _SLOPES + "Saturated units are flat, nearly all of them, in every layer. Are these?",
    (_DEAD, _FLAT): _ACTIVATIONS + "Saturated units are at their limits, some high and some low, and differ from one "
    "another. Do these?",
    (_WILD, _FLAT): _UPDATES + "Where flat slopes alone hold a network back, all its updates are small. Are these?",
    (_ONE, _FLAT): _SLOPES + "Here not all layers are equally flat: in which one is the trouble? And see how many "
    "different answers the network gives.",
    (_WELL, _DEAD): _ACTIVATIONS + "Units that are dead send on 0, to every image. How many of these do?",
    (_SLOW, _DEAD): _ACTIVATIONS
    + "Units that are dead send on 0, to every image. Those of these hidden layers do not; "
    "and are the updates exactly 0?",
    (_FLAT, _DEAD): _ACTIVATIONS + "A flat slope is not always a dead ReLU's: what do these units send on? A ReLU is "
    "never negative, and a dead one is 0.",
    (_WILD, _DEAD): _UPDATES + "Dead units get no error, so nothing would move. Here something does.",
    (_ONE, _DEAD): _ACTIVATIONS + "The hidden layers here send on a great deal. It is another layer that is silent.",
    (_WELL, _WILD): "An oscillating loss jumps up as often as it falls, and gets nowhere. Where does this one end?",
    (_SLOW, _WILD): "Does this loss jump at all? " + _UPDATES + "They are among the smallest of the six.",
    (_FLAT, _WILD): "Does this loss jump? An oscillating network makes updates of a size like its weights'.",
    (_DEAD, _WILD): "It may have jumped at first. What is left of it at the end? " + _UPDATES,
    (_ONE, _WILD): _UPDATES + "At the end there is next to nothing: whatever jumped here has come to rest.",
    (_WELL, _ONE): _ANSWERS + "A network with one favourite gives it to nearly every image. Does this one?",
    (_SLOW, _ONE): _ANSWERS + "More than one digit is named, as by any untrained network. And has any layer's slope "
    "gone flat here?",
    (_FLAT, _ONE): _ANSWERS + "Several digits are named here. And the trouble is not in the output layer alone.",
    (_DEAD, _ONE): "It does give one answer to all, but for a reason that lies further down: what do the hidden layers "
    "send on?",
    (_WILD, _ONE): "One answer may well be the fashion at this moment. But will it be the same after the next update? "
    + _UPDATES,
}

DIAGNOSIS = Matching(
    id="09.diagnosis",
    name="diagnosis",
    title="Which of these networks is well?",
    letters=LETTERS,
    names=NAMES,
    numbers=draw,
    hints=HINTS,
)
