"""More ways to get the cosine rate wrong: the wave itself, and how it ends."""

import math
from collections.abc import Callable

from labkit.exercises.misconception import Misconception


def progress(step: int, steps: int, warmup: int) -> float:
    """How far the half wave has come, from 0 to 1."""
    return min(1.0, (step - warmup) / (steps - warmup))


def half_wave(step: int, rate: float, steps: int, warmup: int, final: float) -> float:
    """The cosine after the warm-up."""
    return final + (rate - final) * (1 + math.cos(math.pi * progress(step, steps, warmup))) / 2


def with_warmup(wave: Callable[[float, float, float], float], free: bool = False) -> Callable:
    """Put the right warm-up before ``wave(s, rate, final)``; ``free`` lets s grow beyond 1."""

    def function(step: int, rate: float, steps: int, warmup: int, final: float) -> float:
        if step < warmup:
            return rate * (step + 1) / warmup
        return wave((step - warmup) / (steps - warmup) if free else progress(step, steps, warmup), rate, final)

    return function


FINAL = "The final rate is not in it where it should be: to which number does your rate come down?"
ANGLE = "Over the whole run the angle should go once from 0 to pi. `cos` takes radians."

_WAVES = [
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
        "constant after the warm-up",
        with_warmup(lambda s, rate, final: rate),
        "After the warm-up your rate stays where it is. Where is the cosine?",
    ),
    Misconception(
        "climbs again after the end",
        with_warmup(lambda s, rate, final: final + (rate - final) * (1 + math.cos(math.pi * s)) / 2, free=True),
        "Right up to the last update. Afterwards your rate climbs again, since a cosine is periodic; it should stay at "
        "its end.",
    ),
    Misconception(
        "rate 0 after the end",
        lambda step, rate, steps, warmup, final: (
            0.0
            if step >= steps
            else with_warmup(lambda s, r, f: f + (r - f) * (1 + math.cos(math.pi * s)) / 2)(
                step, rate, steps, warmup, final
            )
        ),
        "After the last update your rate is 0. It should stay at the final rate.",
    ),
    Misconception(
        "ends one update early",
        lambda step, rate, steps, warmup, final: (
            rate * (step + 1) / warmup
            if step < warmup
            else final
            + (rate - final) * (1 + math.cos(math.pi * min(1.0, (step - warmup) / max(steps - warmup - 1, 1)))) / 2
        ),
        "Your wave reaches its end one update early: divide the way by the number of updates that are left, not by one "
        "less.",
    ),
    Misconception(
        "whole-number division",
        with_warmup(lambda s, rate, final: final + (rate - final) * (1 + math.cos(math.pi * int(s))) / 2),
        "Your rate stays at its top until it drops at the end. Where is the cosine? (`//` leaves nothing of a share "
        "below 1.)",
    ),
    Misconception(
        "whole-number division, in the warm-up",
        lambda step, rate, steps, warmup, final: (
            rate * ((step + 1) // warmup) if step < warmup else half_wave(step, rate, steps, warmup, final)
        ),
        "Your rate is 0 until the warm-up is over: `//` leaves nothing of a share below 1.",
    ),
]


def _then_final(known: Misconception) -> Misconception:
    """The same mistake by one who has not forgotten the third line of the formula."""

    def function(step: int, rate: float, steps: int, warmup: int, final: float) -> float:
        return final if step >= steps else known.function(step, rate, steps, warmup, final)

    return Misconception(f"{known.name}, then final", function, known.hint, same_as=(known.name,))


WRONG_COSINES = _WAVES + [_then_final(known) for known in _WAVES if "after the" not in known.name]
