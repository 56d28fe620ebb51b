"""Wrong ways to write a bank of filters as a matrix."""

import numpy as np

from labkit.nn.functional import places, toeplitz_matrix


def right(W, height, width, stride):
    """Return the matrix as it should be."""
    return toeplitz_matrix(W[:, None], (height, width), stride)


def blocks(T, W, height, width, stride):
    """Cut the rows of T into filters, places down and places across."""
    down, across = places((height, width), W.shape[1:], stride)
    return T.reshape(len(W), down, across, height * width)


def rearranged(axes):
    """Build the matrix whose rows stand in another order."""

    def wrong(W, height, width, stride):
        T = right(W, height, width, stride)
        return blocks(T, W, height, width, stride).transpose(*axes, 3).reshape(T.shape)

    return wrong


def too_few(W, height, width, stride):
    """Leave out the last places."""
    (kh, kw) = W.shape[1:]
    rows = [
        np.pad(f, ((y, height - kh - y), (x, width - kw - x))).ravel()
        for f in W
        for y in range(0, height - kh, stride[0])
        for x in range(0, width - kw, stride[1])
    ]
    return np.array(rows)


def turned(W, height, width, stride):
    """Exchange rows and columns of each filter."""
    rows = []
    for T, f in zip(right(W, height, width, stride).reshape(len(W), -1, height, width), W, strict=True):
        for y in range(0, height - f.shape[0] + 1, stride[0]):
            for x in range(0, width - f.shape[1] + 1, stride[1]):
                row = np.zeros_like(T[0])
                part = f.T[: height - y, : width - x]
                row[y : y + part.shape[0], x : x + part.shape[1]] = part
                rows.append(row.ravel())
    return np.array(rows)


def pixels_by_columns(W, height, width, stride):
    """Number the pixels downwards."""
    T = right(W, height, width, stride)
    return T.reshape(-1, height, width).transpose(0, 2, 1).reshape(T.shape)


def corners(W, height, width, stride):
    """Return the upper left corner of the filter at each place."""
    down, across = places((height, width), W.shape[1:], stride)
    return [(y * stride[0], x * stride[1]) for y in range(down) for x in range(across)]


def next_door(W, height, width, stride):
    """Count the places with the stride, and move by one pixel."""
    down, across = places((height, width), W.shape[1:], stride)
    T = right(W, height, width, (1, 1))
    return blocks(T, W, height, width, (1, 1))[:, :down, :across].reshape(-1, height * width)


def not_cleared(W, height, width, stride):
    """Paint each place into the image of the last one."""
    image, rows = np.zeros((height, width), W.dtype), []
    for f in W:
        for y, x in corners(W, height, width, stride):
            image[y : y + f.shape[0], x : x + f.shape[1]] = f
            rows.append(image.ravel().copy())
    return np.array(rows)


def aliased(W, height, width, stride):
    """Give all rows the memory of one image."""
    T = right(W, height, width, stride)
    return np.repeat(T[-1:], len(T), axis=0)


def height_for_width(W, height, width, stride):
    """Take the height for the length of an image row."""
    rows = []
    for f in W:
        for y, x in corners(W, height, width, stride):
            row = np.zeros(height * width, W.dtype)
            for (i, j), weight in np.ndenumerate(f):
                number = (y + i) * height + x + j
                row[number % len(row)] = weight
            rows.append(row)
    return np.array(rows)


def shifted(W, height, width, stride, by=1):
    """Shift the flat row, over the image's edge too."""
    n = len(corners(W, height, width, stride))
    first = right(W, height, width, stride).reshape(len(W), n, -1)[:, 0]
    return np.array([np.roll(row, k * by) for row in first for k in range(n)])


def shifted_by_stride(W, height, width, stride):
    """Shift the flat row by the stride across."""
    return shifted(W, height, width, stride, stride[1])


def pulled_apart(W, height, width, stride):
    """Apply the stride inside the filter."""
    kernel = [(k - 1) * s + 1 for k, s in zip(W.shape[1:], stride, strict=True)]
    wide = np.zeros((len(W), *kernel), W.dtype)
    wide[:, :: stride[0], :: stride[1]] = W
    return right(wide, height, width, (1, 1))


def in_one_piece(W, height, width, stride):
    """Write the filter without the gaps between its rows; what does not fit is lost."""
    rows = []
    for f in W:
        for y, x in corners(W, height, width, stride):
            row, start = np.zeros(height * width, W.dtype), y * width + x
            row[start : start + f.size] = f.ravel()[: len(row) - start]
            rows.append(row)
    return np.array(rows)
