"""Waves that are no half wave, or not between the two rates."""

import math

from labkit.exercises.lab10_putting_it_together.schedules import with_warmup
from labkit.exercises.misconception import Misconception

FINAL = "The final rate is not in it where it should be: to which number does your rate come down?"
ANGLE = "Over the whole run the angle should go once from 0 to pi. `cos` takes radians."


def _angle_outside(step: int, rate: float, steps: int, warmup: int, final: float) -> float:
    if step < warmup:
        return rate * (step + 1) / warmup
    s = min(1.0, (step - warmup) / (steps - warmup))
    return final + (rate - final) * (1 + math.cos(math.pi) * s) / 2


WAVES = [
    Misconception(
        "final rate ignored",
        with_warmup(lambda s, rate, final: rate * (1 + math.cos(math.pi * s)) / 2),
        FINAL,
    ),
    Misconception(
        "final rate on top",
        with_warmup(lambda s, rate, final: final + rate * (1 + math.cos(math.pi * s)) / 2),
        "You add the final rate to the whole wave, so it begins above the rate. How high may the wave itself be?",
    ),
    Misconception(
        "final rate as a floor",
        with_warmup(lambda s, rate, final: max(final, rate * (1 + math.cos(math.pi * s)) / 2)),
        "You cut the wave off at the final rate. It should end there smoothly: a smaller wave on a higher ground.",
    ),
    Misconception(
        "final rate taken away",
        with_warmup(lambda s, rate, final: (rate - final) * (1 + math.cos(math.pi * s)) / 2),
        FINAL,
    ),
    Misconception(
        "half the sum of the rates",
        with_warmup(lambda s, rate, final: final + (rate + final) * (1 + math.cos(math.pi * s)) / 2),
        "Your wave is as high as both rates together, so it begins above the top. From where to where should it come down?",
    ),
    Misconception(
        "half forgotten",
        with_warmup(lambda s, rate, final: final + (rate - final) * (1 + math.cos(math.pi * s))),
        "1 + cos runs from 2 to 0, so your rate begins at twice its top.",
    ),
    Misconception(
        "1 forgotten",
        with_warmup(lambda s, rate, final: final + (rate - final) * math.cos(math.pi * s)),
        "A cosine goes down to -1, and your rate below its end. What lifts and flattens the wave?",
    ),
    Misconception(
        "1 forgotten, halved",
        with_warmup(lambda s, rate, final: final + (rate - final) * math.cos(math.pi * s) / 2),
        "A cosine goes down to -1, and your rate below its end. What lifts the wave?",
    ),
    Misconception(
        "bracket",
        with_warmup(lambda s, rate, final: final + (rate - final) * 1 + math.cos(math.pi * s) / 2),
        "Look at the brackets: the 1 and the cosine belong together before anything is multiplied.",
    ),
    Misconception(
        "bracket round the 1 alone",
        with_warmup(lambda s, rate, final: final + (rate - final) / 2 + math.cos(math.pi * s)),
        "Look at the brackets: the 1 and the cosine belong together before anything is multiplied.",
    ),
    Misconception(
        "bracket round half the cosine",
        with_warmup(lambda s, rate, final: final + (rate - final) * (1 + math.cos(math.pi * s) / 2)),
        "Look at the brackets: the 1 and the cosine belong together before they are halved.",
    ),
    Misconception(
        "quarter wave",
        with_warmup(lambda s, rate, final: final + (rate - final) * math.cos(math.pi * s / 2)),
        "You use a quarter of the wave: it begins flat and ends steep. The half wave is flat at both ends.",
    ),
    Misconception(
        "quarter wave, lifted",
        with_warmup(lambda s, rate, final: final + (rate - final) * (1 + math.cos(math.pi * s / 2)) / 2),
        ANGLE,
    ),
    Misconception(
        "whole period",
        with_warmup(lambda s, rate, final: final + (rate - final) * (1 + math.cos(2 * math.pi * s)) / 2),
        "Your rate comes down and climbs up again: that is a whole period. " + ANGLE,
    ),
    Misconception(
        "degrees",
        with_warmup(lambda s, rate, final: final + (rate - final) * (1 + math.cos(180 * s)) / 2),
        "Your rate goes up and down many times. " + ANGLE,
    ),
    Misconception(
        "pi forgotten",
        with_warmup(lambda s, rate, final: final + (rate - final) * (1 + math.cos(s)) / 2),
        "Your rate hardly comes down. " + ANGLE,
    ),
    Misconception(
        "upside down",
        with_warmup(lambda s, rate, final: final + (rate - final) * (1 - math.cos(math.pi * s)) / 2),
        "Your rate climbs over the run, and it should come down.",
    ),
    Misconception(
        "sine",
        with_warmup(lambda s, rate, final: final + (rate - final) * (1 + math.sin(math.pi * s)) / 2),
        "A sine begins in the middle of its way. Which of the two begins at its top?",
    ),
    Misconception(
        "straight line",
        with_warmup(lambda s, rate, final: final + (rate - final) * (1 - s)),
        "Your rate comes down in a straight line, without the cosine.",
    ),
    Misconception(
        "exponential",
        with_warmup(lambda s, rate, final: final + (rate - final) * math.exp(-5 * s)),
        "Your rate falls steeply at first and flattens out: an exponential. The half wave is flat at both ends.",
    ),
    Misconception(
        "constant after the warm-up",
        with_warmup(lambda s, rate, final: rate),
        "After the warm-up your rate stays where it is. Where is the cosine?",
    ),
    Misconception(
        "whole-number division",
        with_warmup(lambda s, rate, final: final + (rate - final) * (1 + math.cos(math.pi * int(s))) / 2),
        "Your rate stays at its top until it drops at the end. Where is the cosine? (`//` leaves nothing of a share "
        "below 1.)",
    ),
    Misconception(
        "angle outside",
        _angle_outside,
        "Your cosine is taken of pi alone, so it is always -1, and the rate comes down in a line. What stands under it?",
    ),
]


def _then_final(known: Misconception) -> Misconception:
    """The same mistake by one who has not forgotten the third line of the formula."""

    def function(step: int, rate: float, steps: int, warmup: int, final: float) -> float:
        return final if step >= steps else known.function(step, rate, steps, warmup, final)

    return Misconception(f"{known.name}, then final", function, known.hint, same_as=(known.name,))


WRONG_WAVES = WAVES + [_then_final(known) for known in WAVES if "after the" not in known.name]
