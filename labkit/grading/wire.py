"""The wire: plain data as bytes, to the sandbox and back. JSON for the structure, ``.npy`` for the arrays; no pickle.

What comes back was written by a process that ran a student's code, so everything about it is checked: sizes before
memory is taken, dtypes, depth, names. Whatever is not as it should be raises :class:`Garbled`, and nothing else.
"""

import json
import math
import struct
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import numpy as np

from labkit.exercises.answer import Answer, AnswerSheet
from labkit.exercises.plain_values import Foreign
from labkit.exercises.probe import Probe
from labkit.grading.wire_arrays import Garbled, read_array, respaced, write_array

LARGEST = 64 * 2**20
"""Bytes of one message."""
_HEAD = struct.Struct(">II")


def dump(value: Any) -> bytes:
    """Write plain data (None, bool, numbers, text, arrays, tuples, lists, dicts, probes, answer sheets)."""
    blobs: list[bytes] = []
    text = json.dumps(_written(value, blobs)).encode()
    sizes = json.dumps([len(blob) for blob in blobs]).encode()
    return b"".join([_HEAD.pack(len(text), len(sizes)), text, sizes, *blobs])


def load(data: bytes) -> Any:
    """Read what :func:`dump` wrote.

    Raises
    ------
    Garbled
        When it did not write this.
    """
    try:
        n_text, n_sizes = _HEAD.unpack_from(data)
        begin = _HEAD.size + n_text + n_sizes
        text = data[_HEAD.size : _HEAD.size + n_text]
        sizes = json.loads(data[_HEAD.size + n_text : begin])
        blobs = []
        for size in sizes:
            if not (isinstance(size, int) and 0 <= size <= len(data) - begin):
                raise Garbled("an array is shorter than it says")
            blobs.append(data[begin : begin + size])
            begin += size
        return _read(json.loads(text), blobs)
    except Garbled:
        raise
    except Exception as problem:  # RecursionError, KeyError, UnicodeError, ...: all say the same
        raise Garbled(f"{type(problem).__name__} in a message") from None


def send(stream: BinaryIO, value: Any) -> None:
    """Write one message with its length in front."""
    data = dump(value)
    stream.write(struct.pack(">I", len(data)) + data)
    stream.flush()


def split(buffer: bytearray) -> Iterator[bytes]:
    """Take every whole message off the front of a buffer.

    Raises
    ------
    Garbled
        When a message says that it is longer than any may be.
    """
    while len(buffer) >= 4:
        (size,) = struct.unpack_from(">I", buffer)
        if size > LARGEST:
            raise Garbled("a message longer than allowed")
        if len(buffer) < 4 + size:
            return
        message = bytes(buffer[4 : 4 + size])
        del buffer[: 4 + size]
        yield message


def _written(value: Any, blobs: list[bytes]) -> Any:
    if value is None or isinstance(value, (bool, str)) or type(value) in (int, float):
        return value
    if isinstance(value, complex) and not isinstance(value, np.generic):
        return {"complex": [value.real, value.imag]}
    if isinstance(value, np.generic):
        return {"scalar": _blob(np.asarray(value), blobs)}
    if isinstance(value, np.ndarray):
        spaced = not (value.flags.c_contiguous or value.flags.f_contiguous or value.ndim == 0)
        return {"array": _blob(value, blobs), "spaced": spaced}
    if isinstance(value, (tuple, list)):
        return {type(value).__name__ if type(value) in (tuple, list) else "tuple": [_written(v, blobs) for v in value]}
    if isinstance(value, dict):
        return {"dict": [[_written(key, blobs), _written(item, blobs)] for key, item in value.items()]}
    if isinstance(value, Foreign):
        return {"foreign": value.kind[:200]}
    if isinstance(value, Probe):
        return {"probe": [_written(part, blobs) for part in (value.args, value.kwargs, value.label)]}
    if isinstance(value, AnswerSheet):
        return {"sheet": _written(_fields(value) | {"answers": [_fields(a) for a in value.answers]}, blobs)}
    raise TypeError(f"{type(value).__name__} is no plain data")


def _fields(value: Any) -> dict[str, Any]:
    """Fields of an answer or sheet, long texts cut."""
    return {name: v[:2000] if isinstance(v, str) else v for name, v in vars(value).items()}


def _blob(array: np.ndarray, blobs: list[bytes]) -> int:
    blobs.append(write_array(array))
    return len(blobs) - 1


def _read(value: Any, blobs: list[bytes]) -> Any:
    if not isinstance(value, dict):
        if isinstance(value, list):
            raise Garbled("a bare list")
        return value
    kind, content = next(iter(value.items()))
    if kind == "complex":
        return complex(*map(float, content))
    if kind == "scalar":
        return read_array(blobs[content])[()]
    if kind == "array":
        return respaced(read_array(blobs[content])) if value.get("spaced") else read_array(blobs[content])
    if kind in ("tuple", "list"):
        items = [_read(item, blobs) for item in content]
        return tuple(items) if kind == "tuple" else items
    if kind == "dict":
        return {_read(key, blobs): _read(item, blobs) for key, item in content}
    if kind == "foreign":
        return Foreign(str(content)[:200])
    if kind == "probe":
        args, kwargs, label = (_read(part, blobs) for part in content)
        return Probe(*args, label=label, **kwargs)
    if kind == "sheet":
        return _sheet(_read(content, blobs))
    raise Garbled("an unknown kind")


def _sheet(fields: dict[str, Any]) -> AnswerSheet:
    answers = tuple(_answer(dict(answer)) for answer in fields["answers"])
    return AnswerSheet(
        answers,
        given=_text(fields["given"]),
        stub=bool(fields["stub"]),
        reads=_texts(fields["reads"]),
        calls=_texts(fields["calls"]),
        slow=bool(fields["slow"]),
        seconds=_seconds(fields["seconds"]),
    )


def _answer(fields: dict[str, Any]) -> Answer:
    error, line = fields["error"], fields["line"]
    return Answer(
        fields["value"],
        None if error is None else _text(error) or "Exception",
        _text(fields["message"]),
        None if line is None else (int(line[0]), _text(line[1])),
        warnings=_texts(fields["warnings"]),
        mutated=tuple(part if isinstance(part, int) else _text(part) for part in fields["mutated"]),
        printed=_text(fields["printed"]),
        seconds=_seconds(fields["seconds"]),
        repeatable=bool(fields["repeatable"]),
    )


def _text(value: Any) -> str:
    return str(value)[:2000]


def _texts(values: Sequence[Any]) -> tuple[str, ...]:
    return tuple(_text(value) for value in list(values)[:100])


def _seconds(value: Any) -> float:
    seconds = float(value)
    return seconds if math.isfinite(seconds) and seconds >= 0 else 0.0
