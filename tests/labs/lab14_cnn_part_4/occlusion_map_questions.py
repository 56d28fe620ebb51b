"""Answers to 14.occlusion_map that ask the network something else, or report it in another form."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet
from tests.labs.lab14_cnn_part_4.occlusion_map_squares import corners, hide, mapped, plain


def softmax(a):
    e = np.exp(a - a.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def full_size(answer, image, true, patch, grey=0.0, stride=1):
    before = answer(image[None])[0, true]
    result = np.zeros(image.shape[1:])
    for i in corners(image, patch, stride)[0]:
        for j in corners(image, patch, stride)[1]:
            result[i, j] = before - answer(hide(image, i, j, patch, grey)[None])[0, true]
    return result


def painted(answer, image, true, patch, grey=0.0, stride=1):
    before = answer(image[None])[0, true]
    result, counts = np.zeros(image.shape[1:]), np.zeros(image.shape[1:])
    for i in corners(image, patch, stride)[0]:
        for j in corners(image, patch, stride)[1]:
            drop = before - answer(hide(image, i, j, patch, grey)[None])[0, true]
            result[i : i + patch, j : j + patch] += drop
            counts[i : i + patch, j : j + patch] += 1
    return result / np.maximum(counts, 1)


def columns_first(answer, image, true, patch, grey=0.0, stride=1):
    rows, columns = corners(image, patch, stride)
    before = answer(image[None])[0, true]
    drops = [before - answer(hide(image, i, j, patch, grey)[None])[0, true] for j in columns for i in rows]
    return np.array(drops).reshape(len(rows), len(columns))


def in_one_row(answer, image, true, patch, grey=0.0, stride=1):
    return plain(answer, image, true, patch, grey, stride).ravel()


def whole_numbers(answer, image, true, patch, grey=0.0, stride=1):
    return plain(answer, image, true, patch, grey, stride).astype(int)


def drop_of_the_winner(answer, image, true, patch, grey=0.0, stride=1):
    winner = answer(image[None])[0].argmax()
    return plain(answer, image, winner, patch, grey, stride)


def winners(answer, image, true, patch, grey=0.0, stride=1):
    before = answer(image[None])[0, true]
    return mapped(lambda hidden: before - answer(hidden[None])[0].max(), image, patch, grey, stride)


def largest(answer, image, true, patch, grey=0.0, stride=1):
    before = answer(image[None])[0].max()
    return mapped(lambda hidden: before - answer(hidden[None])[0].max(), image, patch, grey, stride)


def all_classes(answer, image, true, patch, grey=0.0, stride=1):
    before = answer(image[None])[0]
    return mapped(lambda hidden: np.sum(before - answer(hidden[None])[0]), image, patch, grey, stride)


def no_class(answer, image, true, patch, grey=0.0, stride=1):
    before = answer(image[None])[0]
    return mapped(lambda hidden: before - answer(hidden[None])[0], image, patch, grey, stride)


def size_of_change(answer, image, true, patch, grey=0.0, stride=1):
    before = answer(image[None])[0]
    return mapped(lambda hidden: np.linalg.norm(before - answer(hidden[None])[0]), image, patch, grey, stride)


def whether_right(answer, image, true, patch, grey=0.0, stride=1):
    return mapped(lambda hidden: float(answer(hidden[None])[0].argmax() != true), image, patch, grey, stride)


def hidden_only(answer, image, true, patch, grey=0.0, stride=1):
    return mapped(lambda hidden: answer(hidden[None])[0, true], image, patch, grey, stride)


def one_minus(answer, image, true, patch, grey=0.0, stride=1):
    return mapped(lambda hidden: 1 - answer(hidden[None])[0, true], image, patch, grey, stride)


def ratio(answer, image, true, patch, grey=0.0, stride=1):
    before = answer(image[None])[0, true]
    return plain(answer, image, true, patch, grey, stride) / before


def quotient(answer, image, true, patch, grey=0.0, stride=1):
    before = answer(image[None])[0, true]
    return mapped(lambda hidden: answer(hidden[None])[0, true] / before, image, patch, grey, stride)


def after_softmax(answer, image, true, patch, grey=0.0, stride=1):
    return plain(lambda x: softmax(answer(x)), image, true, patch, grey, stride)


def no_batch(answer, image, true, patch, grey=0.0, stride=1):
    before = answer(image)[true]
    return mapped(lambda hidden: before - answer(hidden)[true], image, patch, grey, stride)


def batch_by_index(answer, image, true, patch, grey=0.0, stride=1):
    before = answer(image[None])[true]
    return mapped(lambda hidden: before - answer(hidden[None])[true], image, patch, grey, stride)


def batch_last(answer, image, true, patch, grey=0.0, stride=1):
    before = answer(image[..., None])[0, true]
    return mapped(lambda hidden: before - answer(hidden[..., None])[0, true], image, patch, grey, stride)


def changed(change):
    def occlusion(answer, image, true, patch, grey=0.0, stride=1):
        return change(plain(answer, image, true, patch, grey, stride))

    return occlusion


def one_class_off(answer, image, true, patch, grey=0.0, stride=1):
    return plain(answer, image, true - 1, patch, grey, stride)


WRONG = [
    full_size,
    painted,
    columns_first,
    in_one_row,
    whole_numbers,
    drop_of_the_winner,
    winners,
    largest,
    all_classes,
    no_class,
    size_of_change,
    whether_right,
    hidden_only,
    one_minus,
    ratio,
    quotient,
    after_softmax,
    no_batch,
    batch_by_index,
    batch_last,
    one_class_off,
    changed(np.abs),
    changed(np.negative),
    changed(lambda d: np.maximum(d, 0)),
    changed(np.transpose),
    changed(lambda d: d / np.abs(d).max()),
    changed(np.square),
    changed(lambda d: d[None]),
    changed(lambda d: d / d.size),
]
SHEETS = [AnswerSheet("14.occlusion_map", WRONG, right=[])]
