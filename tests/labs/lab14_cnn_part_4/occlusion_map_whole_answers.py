"""Whole answers to 14.occlusion_map, written from its text alone: what the network is asked."""

import numpy as np

from tests.labs.answer_sheet import AnswerSheet


def occ(answer, image, true, patch, grey=0.0, stride=1, fill=None, read=None, places=None, sign=1):
    c, h, w = image.shape
    H, Wd = places(h, w) if places else ((h - patch) // stride + 1, (w - patch) // stride + 1)
    d = np.zeros((H, Wd))
    base = answer(image[None])
    for i in range(H):
        for j in range(Wd):
            x = image.copy()
            (
                fill
                or (
                    lambda x, i, j: x.__setitem__(
                        (slice(None), slice(i * stride, i * stride + patch), slice(j * stride, j * stride + patch)),
                        grey,
                    )
                )
            )(x, i, j)
            out = answer(x[None])
            d[i, j] = read(base, out) if read else sign * (base[0, true] - out[0, true])
    return d


def oc_sign(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s, sign=-1)


def oc_abs(a, im, t, p, g=0.0, s=1):
    return np.abs(occ(a, im, t, p, g, s))


def oc_max(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s, read=lambda b, o: b.max() - o.max())


def oc_allclasses(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s, read=lambda b, o: np.sum(b - o))


def oc_norm(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s, read=lambda b, o: np.linalg.norm(b - o))


def oc_predicted(a, im, t, p, g=0.0, s=1):
    return occ(a, im, int(np.argmax(a(im[None]))), p, g, s)


def oc_rel(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s, read=lambda b, o: (b[0, t] - o[0, t]) / b[0, t])


def oc_out(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s, read=lambda b, o: o[0, t])


def oc_flip_bool(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s, read=lambda b, o: float(o.argmax() != t))


def oc_nobatch(a, im, t, p, g=0.0, s=1):
    b = a(im)[t]
    return b - b


def oc_transposed(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s).T


def oc_flat(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s).ravel()


def oc_pos(a, im, t, p, g=0.0, s=1):
    return np.maximum(occ(a, im, t, p, g, s), 0)


def oc_class0(a, im, t, p, g=0.0, s=1):
    return occ(a, im, 0, p, g, s)


def or_list(a, im, t, p, g=0.0, s=1):
    base = a(im[np.newaxis])[0][t]
    rows = []
    for top in range(0, im.shape[1] - p + 1, s):
        row = []
        for left in range(0, im.shape[2] - p + 1, s):
            x = np.array(im)
            x[:, top : top + p, left : left + p] = g
            row.append(base - a(x[np.newaxis])[0][t])
        rows.append(row)
    return rows


def or_mask(a, im, t, p, g=0.0, s=1):
    h, w = im.shape[1:]
    tops, lefts = np.arange(0, h - p + 1, s), np.arange(0, w - p + 1, s)
    r, c = np.arange(h), np.arange(w)
    R = (r >= tops[:, None]) & (r < tops[:, None] + p)
    C = (c >= lefts[:, None]) & (c < lefts[:, None] + p)
    m = R[:, None, None, :, None] & C[None, :, None, None, :]
    x = np.where(m, g, im)
    out = a(x.reshape(-1, *im.shape))[:, t]
    return a(im[None])[0, t] - out.reshape(len(tops), len(lefts))


def or_batch_with_plain(a, im, t, p, g=0.0, s=1):
    xs = [im]
    for i in range(0, im.shape[1] - p + 1, s):
        for j in range(0, im.shape[2] - p + 1, s):
            x = im.copy()
            x[:, i : i + p, j : j + p] = g
            xs.append(x)
    out = a(np.array(xs))[:, t]
    return (out[0] - out[1:]).reshape(-1, len(range(0, im.shape[2] - p + 1, s)))


def or_restore(a, im, t, p, g=0.0, s=1):
    d = []
    base = a(im[None])[0, t]
    x = im.copy()
    for i in range(0, im.shape[1] - p + 1, s):
        d.append([])
        for j in range(0, im.shape[2] - p + 1, s):
            old = x[:, i : i + p, j : j + p].copy()
            x[:, i : i + p, j : j + p] = g
            d[-1].append(float(base - a(x[None])[0, t]))
            x[:, i : i + p, j : j + p] = old
    return np.array(d)


def or_plain(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s)


WRONG = [
    oc_sign,
    oc_abs,
    oc_max,
    oc_allclasses,
    oc_norm,
    oc_predicted,
    oc_rel,
    oc_out,
    oc_flip_bool,
    oc_nobatch,
    oc_transposed,
    oc_flat,
    oc_pos,
    oc_class0,
    (or_list, "list"),
]
RIGHT = [
    or_mask,
    or_batch_with_plain,
    or_restore,
    or_plain,
]
SHEETS = [AnswerSheet("14.occlusion_map", WRONG, RIGHT)]
