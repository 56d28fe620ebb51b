"""The wire: what is sent arrives as it was, and whatever else arrives is refused with one kind of error."""

import io
import random
import struct
from contextlib import suppress

import numpy as np
import pytest

from labkit.exercises import all_exercises
from labkit.exercises.answer import Answer, AnswerSheet
from labkit.exercises.plain_values import Foreign, same
from labkit.grading import secret, wire


@pytest.mark.parametrize("exercise", [e for e in all_exercises() if hasattr(e, "probes")], ids=lambda e: e.id)
def test_probes_and_answers_of_every_exercise_survive_the_journey(exercise):
    probes = exercise.probes(secret.rng(b"x" * 32, exercise.id, "s01"))
    arrived = wire.load(wire.dump(probes))
    assert [repr(p) for p in arrived] == [repr(p) for p in probes]
    for one, other in zip(probes, arrived, strict=True):
        for a, b in zip(one.arrays(), other.arrays(), strict=True):
            assert same(a, b) and a.flags.c_contiguous == b.flags.c_contiguous
    sheet = wire.load(wire.dump(exercise.answer(exercise.reference, probes)))
    assert exercise.score(sheet, probes).passed


def test_every_kind_of_plain_value():
    value = {
        "a": (1, 2.5, None, True, "\u00fc", float("inf"), 1j),
        "b": [np.float32(3), np.zeros((0, 3)), np.array("text"), Foreign("Net")],
        3: np.arange(6.0).reshape(2, 3).T,
    }
    found = wire.load(wire.dump(value))
    assert found["a"] == value["a"] and found["b"][0] == 3 and found["b"][0].dtype == np.float32
    assert found["b"][3] == Foreign("Net") and same(found[3], value[3]) and found["b"][1].shape == (0, 3)


def test_objects_do_not_travel():
    with pytest.raises(TypeError, match="no plain data"):
        wire.dump({"a": object()})
    assert wire.load(wire.dump(np.array([object()], dtype=object))).size == 0


@pytest.mark.parametrize("seed", range(300))
def test_damaged_messages_are_garbled_and_nothing_else(seed):
    rng = random.Random(seed)
    sheet = AnswerSheet((Answer(np.arange(5.0)), Answer(None, "ValueError", "no", (3, "x"))), reads=("a",))
    data = bytearray(wire.dump({"sheet": sheet, "answered": "03.sigmoid"}))
    for _ in range(rng.randint(1, 8)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    data = data[: rng.randint(0, len(data))] if rng.random() < 0.3 else data
    with suppress(wire.Garbled):
        wire.load(bytes(data))


def test_a_header_that_promises_too_much_takes_no_memory():
    file = io.BytesIO()
    np.lib.format.write_array_header_1_0(file, {"descr": "<f8", "fortran_order": False, "shape": (10**12,)})
    text, sizes = b'{"array": 0}', f"[{len(file.getvalue())}]".encode()
    with pytest.raises(wire.Garbled):
        wire.load(struct.pack(">II", len(text), len(sizes)) + text + sizes + file.getvalue())
    with pytest.raises(wire.Garbled):
        list(wire.split(bytearray(struct.pack(">I", 2**31) + b"x")))


def test_pickles_are_refused():
    import pickle

    file = io.BytesIO()
    np.lib.format.write_array_header_1_0(file, {"descr": "|O", "fortran_order": False, "shape": (1,)})
    blob = file.getvalue() + pickle.dumps([print])
    text, sizes = b'{"array": 0}', f"[{len(blob)}]".encode()
    with pytest.raises(wire.Garbled):
        wire.load(struct.pack(">II", len(text), len(sizes)) + text + sizes + blob)
