"""Answers to 12.project_back with one slip each, written from its text alone."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def right(T, responses, height, width):
    return (responses @ T).reshape(-1, height, width)


def inverted(T, responses, height, width):
    return (responses @ np.linalg.pinv(T).T).reshape(-1, height, width)


def solved(T, responses, height, width):
    return np.linalg.lstsq(T, responses.T, rcond=None)[0].T.reshape(-1, height, width)


def transposed_then_cut(T, responses, height, width):
    return (T.T @ responses.T).reshape(-1, height, width)


def sides_turned(T, responses, height, width):
    return (responses @ T).reshape(-1, width, height)


def sides_turned_and_back(T, responses, height, width):
    return (responses @ T).reshape(-1, width, height).transpose(0, 2, 1)


def over_the_number_of_paintings(T, responses, height, width):
    counts = np.maximum((T != 0).sum(axis=0), 1)
    return (responses @ T / counts).reshape(-1, height, width)


def mean_of_the_rows(T, responses, height, width):
    return (responses @ T / len(T)).reshape(-1, height, width)


def samples_added(T, responses, height, width):
    return (T.T @ responses.sum(axis=0)).reshape(height, width)


def first_sample(T, responses, height, width):
    return (T.T @ responses[0]).reshape(1, height, width)


def left_flat(T, responses, height, width):
    return responses @ T


def strongest_painting(T, responses, height, width):
    return np.array([(T * v[:, None]).max(axis=0).reshape(height, width) for v in responses])


def only_positive_responses(T, responses, height, width):
    return right(T, np.maximum(responses, 0), height, width)


def strength_left_out(T, responses, height, width):
    return np.array([T.sum(axis=0).reshape(height, width) for _ in responses])


def other_way(T, responses, height, width):
    return (T @ responses.T).T.reshape(-1, height, width)


def strongest_response_only(T, responses, height, width):
    return np.array([(v.max() * T[v.argmax()]).reshape(height, width) for v in responses])


def filters_averaged(T, responses, height, width):
    return right(T, responses, height, width) / 2


def samples_last(T, responses, height, width):
    return (T.T @ responses.T).reshape(height, width, -1)


def scaled_to_one(T, responses, height, width):
    pictures = right(T, responses, height, width)
    return pictures / np.abs(pictures).max()


WRONG = [
    inverted,
    solved,
    transposed_then_cut,
    sides_turned,
    sides_turned_and_back,
    over_the_number_of_paintings,
    mean_of_the_rows,
    samples_added,
    first_sample,
    left_flat,
    strongest_painting,
    only_positive_responses,
    strength_left_out,
    other_way,
    strongest_response_only,
    filters_averaged,
    samples_last,
    scaled_to_one,
]


def painting_by_painting(T, responses, height, width):
    pictures = np.zeros((len(responses), height, width))
    for picture, v in zip(pictures, responses, strict=True):
        for strength, row in zip(v, T, strict=True):
            picture += strength * row.reshape(height, width)
    return pictures


def by_einsum(T, responses, height, width):
    return np.einsum("rp,sr->sp", T, responses).reshape(len(responses), height, width)


RIGHT = [
    right,
    painting_by_painting,
    by_einsum,
    lambda T, v, height, width: np.stack([(T.T @ one).reshape(height, width) for one in v]),
]

SHEETS = [AnswerSheet("12.project_back", WRONG, RIGHT)]
