"""Answers to exercise 09.diagnosis."""

import numpy as np
import pandas as pd

from tests.labs.answer_sheet import AnswerSheet

A_TO_F = "ABCDEF"


def swapped(one, two):
    """The right answer with two names exchanged; the first of the two letters is the first wrong one."""

    def answer(drawn):
        names = {letter: drawn[letter] for letter in A_TO_F}
        return {letter: {one: two, two: one}.get(name, name) for letter, name in names.items()}

    return answer


def all_called(name):
    return lambda drawn: dict.fromkeys(A_TO_F, name)


def moved_on(drawn):
    return {letter: drawn[other] for letter, other in zip(A_TO_F, "BCDEFA", strict=True)}


def one_gap(drawn):
    return {letter: drawn[letter] for letter in "ABCDE"}


def from_letters_to_none(drawn):
    return dict.fromkeys(A_TO_F)


def with_another_word(word):
    return lambda drawn: {letter: drawn[letter] for letter in A_TO_F} | {"C": word}


def by_name(drawn):
    return {drawn[letter]: letter for letter in A_TO_F}


SICK = ["rate too small", "saturated", "dead ReLUs", "oscillating", "one favourite"]
WRONG = [
    *[swapped("healthy", name) for name in SICK],
    *[swapped(one, two) for i, one in enumerate(SICK) for two in SICK[i + 1 :]],
    *[all_called(name) for name in ["healthy", *SICK]],
    moved_on,
    (one_gap, "name missing"), (from_letters_to_none, "not attempted"), (by_name, "turned round"),
    (with_another_word("dead"), "not a name"), (with_another_word(3), "not a name"),
    (with_another_word(""), "name missing"), (with_another_word("exploded"), "not a name"),
    (lambda drawn: [drawn[letter] for letter in A_TO_F], "not a dict"), (lambda drawn: None, "not attempted"),
    (lambda drawn: "healthy", "not a dict"), (lambda drawn: {}, "not attempted"),
]  # fmt: skip
RIGHT = [
    lambda drawn: {letter: drawn[letter] for letter in A_TO_F},
    lambda drawn: {letter: drawn[letter].upper() for letter in reversed(A_TO_F)},
    lambda drawn: {letter: f"  {drawn[letter]} " for letter in A_TO_F},
    lambda drawn: {letter: np.str_(drawn[letter]) for letter in A_TO_F},
    lambda drawn: {letter: drawn[letter] for letter in A_TO_F} | {"G": "healthy"},
]


def respelled(change):
    return lambda drawn: {letter: change(drawn[letter]) for letter in A_TO_F}


WRONG += [
    (lambda drawn: {k: drawn[letter] for k, letter in enumerate(A_TO_F)}, "letters missing"),
    (lambda drawn: {letter: k for k, letter in enumerate(A_TO_F)}, "not a name"),
    (respelled(lambda name: name.replace("t", "d")), "not a name"),
    (respelled(lambda name: f"{name}, I think"), "not a name"),
    (respelled(lambda name: (name, "healthy")), "not a name"),
    (lambda drawn: {k + 1: drawn[letter] for k, letter in enumerate(A_TO_F)}, "letters missing"),
    (lambda drawn: ", ".join(f"{letter}: {drawn[letter]}" for letter in A_TO_F), "not a dict"),
    (lambda drawn: {drawn[letter] for letter in A_TO_F}, "not a dict"),
    (lambda drawn: [(letter, drawn[letter]) for letter in A_TO_F], "not a dict"),
]  # fmt: skip
RIGHT += [
    lambda drawn: {letter.lower(): drawn[letter] for letter in A_TO_F},
    lambda drawn: pd.Series({letter: drawn[letter] for letter in A_TO_F}),
    respelled(lambda name: name.replace(" ", "-")),
    respelled(lambda name: name.replace(" ", "_")),
    respelled(lambda name: f"{name}?"),
    respelled(lambda name: f"`{name}`"),
    respelled(lambda name: {"dead ReLUs": "dead ReLU", "one favourite": "one favorite"}.get(name, name)),
]

SHEETS = [AnswerSheet("09.diagnosis", WRONG, RIGHT)]
