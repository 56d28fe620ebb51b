"""Responses sent back to the image by the transposed Toeplitz matrix."""

import numpy as np

from labkit.exercises.exercise import Exercise
from labkit.exercises.misconception import Misconception
from labkit.exercises.probe import Probe
from labkit.nn.functional import toeplitz_matrix


def project_back(T, responses, height, width):
    """Return T^T y of every sample as an image, array (samples, height, width)."""
    return (responses @ T).reshape(-1, height, width)


def _probes(rng: np.random.Generator) -> list[Probe]:
    def probe(samples, n, kernel, image, label, dtype=float):
        T = toeplitz_matrix(rng.normal(size=(n, 1, *kernel)).astype(dtype), image)
        return Probe(T, rng.normal(size=(samples, len(T))).astype(dtype), *image, label=label)

    return [
        probe(2, 1, (2, 2), (3, 4), "one filter, two samples"),
        probe(1, 2, (2, 3), (4, 5), "a single sample"),
        probe(4, 3, (3, 2), (5, 4), "three filters, a tall image"),
        probe(3, 2, (4, 3), (4, 3), "filters as large as the image"),
        probe(3, 1, (1, 1), (3, 2), "a filter of one pixel"),
        probe(2, 2, (2, 2), (3, 6), "float32", np.float32),
    ]


SHAPE = "The numbers are right; they stand in the wrong shape. Asked is one image for each sample: (samples, height, width)."
ONE = "One image came back, and each sample should have its own."

IMAGE = "Your images have no negative pixels. Filters paint in both colours, and nothing rectifies the picture."
SCALED = "You scale the picture. A response twice as strong should give a picture twice as strong."

PROJECT_BACK = Exercise(
    id="12.project_back",
    name="project_back",
    title="The way back",
    points=1,
    reference=project_back,
    probes=_probes,
    misconceptions=[
        Misconception(
            "inverse for transpose",
            lambda T, y, h, w: (y @ np.linalg.pinv(T).T).reshape(-1, h, w),
            "You have solved for an image that would give this response: an inverse. Asked is the transpose, which lets "
            "every response paint its filter.",
        ),
        Misconception(
            "forward",
            lambda T, y, h, w: (y @ T.T).reshape(-1, h, w),
            "You multiply by T in the forward direction, from pixels to responses. A response has one number for each "
            "*row* of T.",
        ),
        Misconception(
            "no such inverse",
            lambda T, y, h, w: np.linalg.inv(T) @ y.T,
            "T is not square and has no inverse. The way back is another matrix, made by exchanging rows and columns.",
        ),
        Misconception(
            "height and width exchanged",
            lambda T, y, h, w: (y @ T).reshape(-1, w, h),
            "Height and width have changed places. Rows come first.",
        ),
        Misconception(
            "pixels column by column",
            lambda T, y, h, w: (y @ T).reshape(-1, w, h).transpose(0, 2, 1),
            "The shape is right, but you fill the image column by column. ravel() went row by row.",
        ),
        Misconception("not an image", lambda T, y, h, w: y @ T, SHAPE),
        Misconception("samples last", lambda T, y, h, w: (T.T @ y.T).reshape(h, w, -1), SHAPE),
        Misconception(
            "samples mixed into pixels",
            lambda T, y, h, w: (T.T @ y.T).reshape(-1, h, w),
            "Your product has a *column* for each sample, and reshape reads row by row: pixels of all samples are mixed.",
        ),
        Misconception("first sample only", lambda T, y, h, w: (y[0] @ T).reshape(h, w), ONE),
        Misconception("samples added up", lambda T, y, h, w: (y @ T).sum(axis=0).reshape(h, w), ONE),
        Misconception("mean of the samples", lambda T, y, h, w: (y @ T).mean(axis=0).reshape(h, w), ONE),
        Misconception(
            "one sample taken for granted",
            lambda T, y, h, w: (y @ T).reshape(h, w),
            "There is room for one image only. How many rows do the responses have?",
        ),
        Misconception(
            "sign", lambda T, y, h, w: -(y @ T).reshape(-1, h, w), "Your picture is a negative: where is a minus?"
        ),
        Misconception(
            "image turned round",
            lambda T, y, h, w: (y @ T).reshape(-1, h, w)[:, ::-1, ::-1],
            "Your images stand on their heads. The transpose alone puts every weight where it came from.",
        ),
        Misconception(
            "rectified",
            lambda T, y, h, w: (np.maximum(y, 0) @ T).reshape(-1, h, w),
            "Negative responses are gone. They paint their filter too, in the opposite colour.",
        ),
        Misconception("image rectified", lambda T, y, h, w: np.maximum(y @ T, 0).reshape(-1, h, w), IMAGE),
        Misconception("absolute image", lambda T, y, h, w: np.abs(y @ T).reshape(-1, h, w), IMAGE),
        Misconception(
            "image of length 1",
            lambda T, y, h, w: ((y @ T) / np.linalg.norm(y @ T, axis=1, keepdims=True)).reshape(-1, h, w),
            SCALED,
        ),
        Misconception(
            "largest pixel 1",
            lambda T, y, h, w: ((y @ T) / np.abs(y @ T).max(axis=1, keepdims=True)).reshape(-1, h, w),
            SCALED,
        ),
        Misconception(
            "signs for responses",
            lambda T, y, h, w: (np.sign(y) @ T).reshape(-1, h, w),
            "Every response counts as 1 or -1 in yours. A strong response should paint strongly.",
        ),
        Misconception(
            "places only",
            lambda T, y, h, w: (y @ (T != 0)).reshape(-1, h, w),
            "You spread each response evenly over the pixels it looked at. The weights say how much each pixel gets.",
        ),
        Misconception(
            "strength left out",
            lambda T, y, h, w: (np.ones_like(y) @ T).reshape(-1, h, w),
            "Every filter is painted with the same strength, whatever the response was.",
        ),
        Misconception(
            "absolute weights",
            lambda T, y, h, w: (y @ np.abs(T)).reshape(-1, h, w),
            "Your weights have lost their signs.",
        ),
        Misconception(
            "divided by the number of rows",
            lambda T, y, h, w: (y @ T / len(T)).reshape(-1, h, w),
            "You take a mean over the responses. In a matrix product they add up.",
        ),
        Misconception(
            "mean of the paintings",
            lambda T, y, h, w: (y @ T / np.maximum((T != 0).sum(axis=0), 1)).reshape(-1, h, w),
            "You divide each pixel by the number of filters that lie on it. What they paint adds up.",
        ),
        Misconception(
            "divided by the weights on it",
            lambda T, y, h, w: (y @ T / np.abs(T).sum(axis=0).clip(1e-9)).reshape(-1, h, w),
            "You divide each pixel by the weights that lie on it. What they paint adds up.",
        ),
        Misconception(
            "strongest painting",
            lambda T, y, h, w: (y[:, :, None] * T).max(axis=1).reshape(-1, h, w),
            "At each pixel you keep the largest of what is painted there. All of it adds up.",
        ),
        Misconception(
            "strongest response only",
            lambda T, y, h, w: (y.max(axis=1, keepdims=True) * T[y.argmax(axis=1)]).reshape(-1, h, w),
            "Only the strongest response paints in yours. Each of them does.",
        ),
        Misconception(
            "largest pixel of all 1",
            lambda T, y, h, w: (y @ T / np.abs(y @ T).max()).reshape(-1, h, w),
            SCALED,
        ),
    ],
)
