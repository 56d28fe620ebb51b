"""Lab 14's exercises answered from their texts alone, with no look at what the checks know."""

import numpy as np
from scipy import ndimage, signal, sparse

from tests.labs.answer_sheet import AnswerSheet


# ---- 1 project_back(T, y, image_shape)
def pb_square_guess(T, y, s):
    n = int(np.sqrt(T.shape[1]))
    return (T.T @ y.ravel())[: n * n].reshape(n, n)


def pb_first_channel(T, y, s):
    v = T.T @ y.flatten()
    c, h, w = s
    v = v[: h * w]
    return np.tile(v.reshape(1, h, w), (c, 1, 1))


def pb_mean_over_places(T, y, s):
    return np.mean(T * y.reshape(-1)[:, None], axis=0).reshape(s)


def pb_list(T, y, s):
    v = y.ravel()
    return [sum(T[p][q] * v[p] for p in range(len(v) - 1)) for q in range(T.shape[1])]


def pb_loop_off(T, y, s):
    v = y.ravel()
    x = np.zeros(T.shape[1])
    for q in range(T.shape[1]):
        for p in range(len(v) - 1):
            x[q] += T[p, q] * v[p]
    return x.reshape(s)


def pb_assign_not_add(T, y, s):
    v = y.ravel()
    x = np.zeros(T.shape[1])
    for q in range(T.shape[1]):
        for p in range(len(v)):
            x[q] = T[p, q] * v[p]
    return x.reshape(s)


def pb_reverse_axes(T, y, s):
    return (T.T @ y.T.ravel()).reshape(s)


def pb_norm01(T, y, s):
    x = (T.T @ y.ravel()).reshape(s)
    return (x - x.min()) / (x.max() - x.min())


def pb_normal(T, y, s):
    x = (T.T @ y.ravel()).reshape(s)
    return x / np.linalg.norm(x)


def pb_elementwise_inverse(T, y, s):
    R = np.where(T != 0, 1 / np.where(T != 0, T, 1), 0)
    return (R.T @ y.ravel()).reshape(s)


def pb_batch(T, y, s):
    return (T.T @ y.ravel()).reshape(1, *s)


def pb_print(T, y, s):
    print((T.T @ y.ravel()).reshape(s).shape)


def pb_loopfilters_last(T, y, s):
    n = y[0].size
    for f in range(len(y)):
        x = T[f * n : (f + 1) * n].T @ y[f].ravel()
    return x.reshape(s)


def pb_int(T, y, s):
    return (T.T @ y.ravel()).astype(int).reshape(s)


def pb_mean_channels(T, y, s):
    return (T.T @ y.ravel()).reshape(s).mean(axis=0, keepdims=True)


BACK_W = [
    pb_square_guess,
    pb_first_channel,
    pb_mean_over_places,
    pb_list,
    pb_loop_off,
    pb_assign_not_add,
    pb_reverse_axes,
    pb_norm01,
    pb_normal,
    pb_elementwise_inverse,
    pb_batch,
    pb_print,
    pb_loopfilters_last,
    pb_int,
    pb_mean_channels,
]
BACK_R = [
    lambda T, y, s: np.einsum("pq,p->q", T, y.reshape(-1)).reshape(s),
    lambda T, y, s: (y.flatten() @ T).reshape(s),
    lambda T, y, s: np.dot(T.transpose(), y.reshape(-1, 1)).reshape(tuple(s)),
    lambda T, y, s: (sparse.csr_matrix(T).T @ y.ravel()).reshape(s),
    lambda T, y, s: np.tensordot(y, T.reshape(*y.shape, *s), 3),
    lambda T, y, s: np.array([sum(T[:, q] * np.ravel(y)) for q in range(T.shape[1])]).reshape(s),
]


# ---- 2 transposed_convolution(y, W, stride)
def size(y, W, s):
    return (W.shape[1], (y.shape[1] - 1) * s[0] + W.shape[2], (y.shape[2] - 1) * s[1] + W.shape[3])


def tc(y, W, s=(1, 1)):
    x = np.zeros(size(y, W, s))
    kh, kw = W.shape[2:]
    for f, i, j in np.ndindex(*y.shape):
        x[:, i * s[0] : i * s[0] + kh, j * s[1] : j * s[1] + kw] += y[f, i, j] * W[f]
    return x


def tc_too_big(y, W, s):
    kh, kw = W.shape[2:]
    x = np.zeros((W.shape[1], y.shape[1] * s[0] + kh, y.shape[2] * s[1] + kw))
    for f, i, j in np.ndindex(*y.shape):
        x[:, i * s[0] : i * s[0] + kh, j * s[1] : j * s[1] + kw] += y[f, i, j] * W[f]
    return x


def tc_n_times_s(y, W, s):
    kh, kw = W.shape[2:]
    x = np.zeros((W.shape[1], y.shape[1] + kh - 1, y.shape[2] + kw - 1))
    for f, i, j in np.ndindex(*y.shape):
        x[:, i * s[0] : i * s[0] + kh, j * s[1] : j * s[1] + kw] += y[f, i, j] * W[f]
    return x


def tc_stride_swapped(y, W, s):
    return tc(y, W, s[::-1])


def tc_stride_first(y, W, s):
    return tc(y, W, (s[0], s[0]))


def tc_stride_last(y, W, s):
    return tc(y, W, (s[1], s[1]))


def tc_no_stride_pos(y, W, s):
    kh, kw = W.shape[2:]
    x = np.zeros(size(y, W, s))
    for f, i, j in np.ndindex(*y.shape):
        x[:, i : i + kh, j : j + kw] += y[f, i, j] * W[f]
    return x


def tc_overwrite(y, W, s):
    kh, kw = W.shape[2:]
    x = np.zeros(size(y, W, s))
    for f, i, j in np.ndindex(*y.shape):
        x[:, i * s[0] : i * s[0] + kh, j * s[1] : j * s[1] + kw] = y[f, i, j] * W[f]
    return x


def tc_sum_channels(y, W, s):
    return tc(y, W, s).sum(axis=0)


def tc_channel0(y, W, s):
    return tc(y, W[:, :1], s)


def tc_flip(y, W, s):
    return tc(y, W[..., ::-1, ::-1], s)


def tc_kh_twice(y, W, s):
    k = W.shape[2]
    x = np.zeros(size(y, W, s))
    for f, i, j in np.ndindex(*y.shape):
        x[:, i * s[0] : i * s[0] + k, j * s[1] : j * s[1] + k] += y[f, i, j] * W[f]
    return x


def tc_scipy_full(y, W, s):
    return np.array([sum(signal.correlate2d(y[f], W[f, c], "full") for f in range(len(y))) for c in range(W.shape[1])])


def tc_scipy_full_nostride(y, W, s):
    return np.array([sum(signal.convolve2d(y[f], W[f, c], "full") for f in range(len(y))) for c in range(W.shape[1])])


def tc_scipy_valid(y, W, s):
    return np.array([sum(signal.convolve2d(y[f], W[f, c], "same") for f in range(len(y))) for c in range(W.shape[1])])


def tc_upsample_repeat(y, W, s):
    u = y.repeat(s[0], 1).repeat(s[1], 2)
    return np.array([sum(signal.convolve2d(u[f], W[f, c], "full") for f in range(len(y))) for c in range(W.shape[1])])


def tc_off(y, W, s):
    kh, kw = W.shape[2:]
    x = np.zeros(size(y, W, s))
    for f in range(y.shape[0]):
        for i in range(y.shape[1] - 1):
            for j in range(y.shape[2] - 1):
                x[:, i * s[0] : i * s[0] + kh, j * s[1] : j * s[1] + kw] += y[f, i, j] * W[f]
    return x


def tc_div_overlap(y, W, s):
    return tc(y, W, s) / tc(np.ones((1, *y.shape[1:])), np.ones((1, *W.shape[1:])), s)


def tc_ab_swapped(y, W, s):
    return tc(y, W.transpose(0, 1, 3, 2), s)


def tc_per_filter(y, W, s):
    return np.array([tc(y[f : f + 1], W[f : f + 1], s) for f in range(len(y))])


def tc_pos_only(y, W, s):
    return tc(np.maximum(y, 0), W, s)


STAMP_W = [
    tc_too_big,
    tc_n_times_s,
    tc_stride_swapped,
    tc_stride_first,
    tc_stride_last,
    tc_no_stride_pos,
    tc_overwrite,
    tc_sum_channels,
    tc_channel0,
    tc_flip,
    tc_kh_twice,
    tc_scipy_full,
    tc_scipy_full_nostride,
    tc_scipy_valid,
    tc_upsample_repeat,
    tc_off,
    tc_div_overlap,
    tc_ab_swapped,
    tc_per_filter,
    tc_pos_only,
]


def tc_dilate(y, W, s):
    u = np.zeros((len(y), (y.shape[1] - 1) * s[0] + 1, (y.shape[2] - 1) * s[1] + 1))
    u[:, :: s[0], :: s[1]] = y
    return np.array([sum(signal.convolve2d(u[f], W[f, c], "full") for f in range(len(y))) for c in range(W.shape[1])])


def tc_seven(y, W, s):
    x = np.zeros(size(y, W, s)).tolist()
    for f, i, j in np.ndindex(*y.shape):
        for c, a, b in np.ndindex(*W.shape[1:]):
            x[c][i * s[0] + a][j * s[1] + b] += y[f, i, j] * W[f, c, a, b]
    return x


def tc_offsets(y, W, s):
    x = np.zeros(size(y, W, s))
    n, m = y.shape[1:]
    for a, b in np.ndindex(*W.shape[2:]):
        x[:, a : a + n * s[0] : s[0], b : b + m * s[1] : s[1]][:, :n, :m] += np.einsum("fij,fc->cij", y, W[:, :, a, b])
    return x


def tc_addat(y, W, s):
    x = np.zeros(size(y, W, s))
    p = np.einsum("fij,fcab->cijab", y, W)
    rows = np.arange(y.shape[1])[:, None] * s[0] + np.arange(W.shape[2])
    columns = np.arange(y.shape[2])[:, None] * s[1] + np.arange(W.shape[3])
    np.add.at(x, (slice(None), rows[:, None, :, None], columns[None, :, None, :]), p)
    return x


def tc_f32(y, W, s):
    return tc(y.astype(np.float32), W.astype(np.float32), s).astype(np.float32)


STAMP_R = [tc_dilate, tc_offsets, tc_addat, tc_f32]


# ---- 3 transpose_mismatch(forward, back, x, y)
def ip(a, b):
    return np.sum(a * b)


def n(a):
    return np.sqrt(np.sum(a * a))


MIS_W = [
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) / (n(x) * n(y)),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))),
    lambda f, b, x, y: (ip(f(x), y) - ip(x, b(y))) / (n(f(x)) * n(y)),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) / n(f(x)) * n(y),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) / (ip(f(x), f(x)) * ip(y, y)),
    lambda f, b, x, y: abs(np.dot(f(x), y) - np.dot(x, b(y))) / (n(f(x)) * n(y)),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) / (np.linalg.norm(f(x), axis=0) * np.linalg.norm(y, axis=0)),
    lambda f, b, x, y: np.abs(x - b(f(x))).max(),
    lambda f, b, x, y: n(x - b(f(x))) / n(x),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) < 1e-9,
    lambda f, b, x, y: abs(np.mean(f(x) * y) - np.mean(x * b(y))) / (n(f(x)) * n(y)),
    lambda f, b, x, y: np.linalg.norm(f(x) * y - x * b(y)) / (n(f(x)) * n(y)),
    lambda f, b, x, y: abs(abs(ip(f(x), y)) - abs(ip(x, b(y)))) / (n(f(x)) * n(y)),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) / abs(ip(f(x), y)),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) / (n(f(x)) + n(y)),
    lambda f, b, x, y: abs(ip(b(x), y) - ip(x, f(y))) / (n(f(x)) * n(y)),
    lambda f, b, x, y: ip(f(x), y) / (n(f(x)) * n(y)) - ip(x, b(y)) / (n(x) * n(b(y))),
    lambda f, b, x, y: abs(ip(f(x), y) / (n(f(x)) * n(y)) - ip(x, b(y)) / (n(x) * n(b(y)))),
    lambda f, b, x, y: (
        abs(np.inner(f(x).ravel(), y.ravel()) - np.inner(x.ravel(), b(y).ravel())) / np.linalg.norm(f(x))
    ),
    lambda f, b, x, y: 1 - abs(ip(f(x), y) - ip(x, b(y))) / (n(f(x)) * n(y)),
    lambda f, b, x, y: abs(ip(f(x), y) - ip(x, b(y))) / np.linalg.norm(ip(f(x), y)),
]


def mm_loop(f, b, x, y):
    fx, by = np.asarray(f(x)), np.asarray(b(y))
    t = 0.0
    for p, q in zip(fx.flat, y.flat, strict=True):
        t += p * q
    for p, q in zip(x.flat, by.flat, strict=True):
        t -= p * q
    return float(abs(t) / np.sqrt((fx**2).sum() * (y**2).sum()))


def mm_array(f, b, x, y):
    return np.array([abs(ip(f(x), y) - ip(x, b(y))) / (n(f(x)) * n(y))])


MIS_R = [
    lambda f, b, x, y: abs(np.vdot(f(x), y) - np.vdot(x, b(y))) / (np.linalg.norm(f(x)) * np.linalg.norm(y)),
    lambda f, b, x, y: np.sqrt((ip(f(x), y) - ip(x, b(y))) ** 2 / (ip(f(x), f(x)) * ip(y, y))),
    lambda f, b, x, y: (
        abs(f(x).ravel() @ y.ravel() - x.ravel() @ b(y).ravel())
        / (np.linalg.norm(f(x).ravel()) * np.linalg.norm(y.ravel()))
    ),
    mm_loop,
    lambda f, b, x, y: abs(ip(f(x) / n(f(x)), y / n(y)) - ip(x / n(f(x)), b(y / n(y)))),
    lambda f, b, x, y: max(ip(f(x), y) - ip(x, b(y)), ip(x, b(y)) - ip(f(x), y)) / n(f(x)) / n(y),
]


# ---- 4 deconvolve_filter(z, W, activation, which)
def one(z, W, k):
    return tc(z[k : k + 1], W[k : k + 1])


def df_act_on_back(z, W, a, k):
    return a(one(z, W, k))


def df_double(z, W, a, k):
    return a(one(a(z), W, k))


def df_noact(z, W, a, k):
    return one(z, W, k)


def df_relu(z, W, a, k):
    return one(np.maximum(z, 0), W, k)


def df_all(z, W, a, k):
    return tc(a(z), W)


def df_zero_first(z, W, a, k):
    q = np.zeros_like(z)
    q[k] = z[k]
    return tc(a(q), W)


def df_others(z, W, a, k):
    q = a(z).copy()
    q[k] = 0
    return tc(q, W)


def df_filter_zeroed_map_all(z, W, a, k):
    return tc(a(z), np.repeat(W[k : k + 1], len(W), axis=0))


def df_first(z, W, a, k):
    return one(a(z), W, 0)


def df_kplus(z, W, a, k):
    return one(a(z), W, k - 1)


def df_2d(z, W, a, k):
    return one(a(z), W, k)[0]


def df_chsum(z, W, a, k):
    return one(a(z), W, k).sum(axis=0)


def df_chmean(z, W, a, k):
    return one(a(z), W, k).mean(axis=0, keepdims=True)


def df_flip(z, W, a, k):
    return one(a(z), W[:, :, ::-1, ::-1], k)


def df_abs(z, W, a, k):
    return np.abs(one(a(z), W, k))


def df_map(z, W, a, k):
    return a(z)[k]


def df_kept(z, W, a, k):
    q = np.zeros_like(z)
    q[k] = a(z)[k]
    return q


def df_sum(z, W, a, k):
    return tc(a(z.sum(axis=0))[None], W[k : k + 1])


def df_int(z, W, a, k):
    q = np.zeros(z.shape, int)
    q[k] = a(z)[k]
    return tc(q, W)


def df_actW(z, W, a, k):
    return one(z, a(W), k)


def df_crash(z, W, a, k):
    return tc(a(z)[k], W[k])


def df_cut(z, W, a, k):
    return one(a(z), W, k)[:, : z.shape[1], : z.shape[2]]


def df_max(z, W, a, k):
    m = a(z)[k]
    q = np.where(m == m.max(), m, 0)
    return tc(q[None], W[k : k + 1])


def df_mean(z, W, a, k):
    return tc(a(z), W) / len(W)


def df_modify(z, W, a, k):
    z[np.arange(len(z)) != k] = 0
    return tc(a(z), W)


ALONE_W = [
    df_act_on_back,
    df_double,
    df_noact,
    df_relu,
    df_all,
    df_zero_first,
    df_others,
    df_filter_zeroed_map_all,
    df_first,
    df_kplus,
    df_2d,
    df_chsum,
    df_chmean,
    df_flip,
    df_abs,
    df_map,
    df_kept,
    df_sum,
    df_int,
    df_actW,
    df_crash,
    df_cut,
    df_max,
    df_mean,
    df_modify,
]
ALONE_R = [
    lambda z, W, a, k: one(a(z), W, k),
    lambda z, W, a, k: np.stack([signal.convolve2d(a(z)[k], W[k, c]) for c in range(W.shape[1])]),
    lambda z, W, a, k: tc(a(z) * (np.arange(len(z)) == k)[:, None, None], W),
    lambda z, W, a, k: tc(a(z[[k]]), W[[k]]).astype(np.float32),
    lambda z, W, a, k: tc(a(z), np.where((np.arange(len(W)) == k)[:, None, None, None], W, 0)),
    lambda z, W, a, k: tc(a(z), W) - tc(a(np.delete(z, k, 0)), np.delete(W, k, 0)) if len(z) > 1 else tc(a(z), W),
]


# ---- 5 occlusion_map(answer, image, true, patch, grey, stride)
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


def oc_nocopy(a, im, t, p, g=0.0, s=1):
    x = im.copy()
    c, h, w = im.shape
    base = a(im[None])[0, t]
    d = np.zeros(((h - p) // s + 1, (w - p) // s + 1))
    for i in range(d.shape[0]):
        for j in range(d.shape[1]):
            x[:, i * s : i * s + p, j * s : j * s + p] = g
            d[i, j] = base - a(x[None])[0, t]
    return d


def oc_inplace(a, im, t, p, g=0.0, s=1):
    c, h, w = im.shape
    base = a(im[None])[0, t]
    d = np.zeros(((h - p) // s + 1, (w - p) // s + 1))
    for i in range(d.shape[0]):
        for j in range(d.shape[1]):
            x = im
            x[:, i * s : i * s + p, j * s : j * s + p] = g
            d[i, j] = base - a(x[None])[0, t]
    return d


def oc_zero(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, 0.0, s)


def oc_stride_ignored(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, 1)


def oc_stride_is_patch(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, p)


def oc_pixel_places(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s, places=lambda h, w: (h // s, w // s))


def oc_missing_last(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s, places=lambda h, w: ((h - p) // s, (w - p) // s))


def oc_square(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s, places=lambda h, w: ((h - p) // s + 1,) * 2)


def oc_ch0(a, im, t, p, g=0.0, s=1):
    def fill(x, i, j):
        x[0, i * s : i * s + p, j * s : j * s + p] = g

    return occ(a, im, t, p, g, s, fill)


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


def oc_keep_only(a, im, t, p, g=0.0, s=1):
    def fill(x, i, j):
        keep = x[:, i * s : i * s + p, j * s : j * s + p].copy()
        x[:] = g
        x[:, i * s : i * s + p, j * s : j * s + p] = keep

    return occ(a, im, t, p, g, s, fill)


def oc_nobatch(a, im, t, p, g=0.0, s=1):
    b = a(im)[t]
    return b - b


def oc_transposed(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s).T


def oc_flat(a, im, t, p, g=0.0, s=1):
    return occ(a, im, t, p, g, s).ravel()


def oc_add(a, im, t, p, g=0.0, s=1):
    def fill(x, i, j):
        x[:, i * s : i * s + p, j * s : j * s + p] += g

    return occ(a, im, t, p, g, s, fill)


def oc_one_pixel(a, im, t, p, g=0.0, s=1):
    def fill(x, i, j):
        x[:, i * s, j * s] = g

    return occ(a, im, t, p, g, s, fill)


def oc_centred(a, im, t, p, g=0.0, s=1):
    h = p // 2

    def fill(x, i, j):
        x[:, max(0, i * s - h) : i * s + h + 1, max(0, j * s - h) : j * s + h + 1] = g

    return occ(a, im, t, p, g, s, fill)


def oc_fullsize(a, im, t, p, g=0.0, s=1):
    d = np.zeros(im.shape[1:])
    base = a(im[None])[0, t]
    for i in range(0, im.shape[1] - p + 1, s):
        for j in range(0, im.shape[2] - p + 1, s):
            x = im.copy()
            x[:, i : i + p, j : j + p] = g
            d[i, j] = base - a(x[None])[0, t]
    return d


def oc_pos(a, im, t, p, g=0.0, s=1):
    return np.maximum(occ(a, im, t, p, g, s), 0)


def oc_class0(a, im, t, p, g=0.0, s=1):
    return occ(a, im, 0, p, g, s)


OCC_W = [
    oc_sign,
    oc_abs,
    oc_nocopy,
    oc_inplace,
    oc_zero,
    oc_stride_ignored,
    oc_stride_is_patch,
    oc_pixel_places,
    oc_missing_last,
    oc_square,
    oc_ch0,
    oc_max,
    oc_allclasses,
    oc_norm,
    oc_predicted,
    oc_rel,
    oc_out,
    oc_flip_bool,
    oc_keep_only,
    oc_nobatch,
    oc_transposed,
    oc_flat,
    oc_add,
    oc_one_pixel,
    oc_centred,
    oc_fullsize,
    oc_pos,
    oc_class0,
]


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


OCC_R = [or_mask, or_batch_with_plain, or_restore, or_plain]


# ---- 6 border_score(importance, ring)
def mask(m, r):
    b = np.ones(m.shape, bool)
    b[r : m.shape[0] - r, r : m.shape[1] - r] = False
    return b


def bs(m, r, top=np.abs, red=np.mean, b=None):
    b = mask(m, r) if b is None else b
    s = top(m)
    return red(s[b]) / red(s[~b])


def bm(m, r, rule):
    i, j = np.indices(m.shape)
    return rule(i, j, *m.shape, r)


BORDER_W = [
    lambda m, r: bs(m, r, top=lambda a: a),
    lambda m, r: abs(bs(m, r, top=lambda a: a)),
    lambda m, r: bs(m, r, red=np.sum),
    lambda m, r: 1 / bs(m, r),
    lambda m, r: bs(m, r, top=np.square),
    lambda m, r: bs(m, r, red=lambda v: np.sqrt(np.mean(v**2))),
    lambda m, r: bs(m, r, red=np.median),
    lambda m, r: bs(m, r, red=np.max),
    lambda m, r: np.abs(m)[mask(m, r)].mean() / np.abs(m).mean(),
    lambda m, r: np.abs(m)[mask(m, r)].sum() / np.abs(m).sum(),
    lambda m, r: bs(m, 1),
    lambda m, r: bs(m, r, b=bm(m, r, lambda i, j, h, w, r: (i < r) | (i >= h - r))),
    lambda m, r: bs(m, r, b=bm(m, r, lambda i, j, h, w, r: (i < r) | (j < r))),
    lambda m, r: bs(m, r, b=bm(m, r, lambda i, j, h, w, r: (i <= r) | (j <= r) | (i >= h - r) | (j >= w - r))),
    lambda m, r: bs(m, r, b=bm(m, r, lambda i, j, h, w, r: (i < r) | (j < r) | (i > h - r) | (j > w - r))),
    lambda m, r: bs(m, r, b=bm(m, r, lambda i, j, h, w, r: (i < r) | (j < r) | (i >= h - r) | (j >= h - r))),
    lambda m, r: bs(m, r, b=bm(m, r, lambda i, j, h, w, r: ((i < r) | (i >= h - r)) & ((j < r) | (j >= w - r)))),
    lambda m, r: np.abs(m[mask(m, r)].mean()) / np.abs(m[~mask(m, r)].mean()),
    lambda m, r: np.abs(m)[mask(m, r)].mean() - np.abs(m)[~mask(m, r)].mean(),
    lambda m, r: (
        np.abs(np.concatenate([m[:r].ravel(), m[-r:].ravel(), m[:, :r].ravel(), m[:, -r:].ravel()])).mean()
        / np.abs(m[r:-r, r:-r]).mean()
    ),
    lambda m, r: (
        np.mean([np.abs(m[:r]).mean(), np.abs(m[-r:]).mean(), np.abs(m[:, :r]).mean(), np.abs(m[:, -r:]).mean()])
        / np.abs(m[r:-r, r:-r]).mean()
    ),
    lambda m, r: (np.abs(m) * mask(m, r)).mean() / (np.abs(m) * ~mask(m, r)).mean(),
    lambda m, r: bs(m, r, top=lambda a: np.maximum(a, 0)),
    lambda m, r: np.abs(m[mask(m, r)]).mean() / m[~mask(m, r)].mean(),
    lambda m, r: round(bs(m, r), 2),
    lambda m, r: (bs(m, r), mask(m, r)),
    lambda m, r: mask(m, r).sum() / (~mask(m, r)).sum(),
    lambda m, r: bs(m, r, top=lambda a: a - a.min()),
    lambda m, r: np.abs(m[:r, :r]).mean() / np.abs(m[r:-r, r:-r]).mean(),
    lambda m, r: 100 * bs(m, r),
]


def br_loop(m, r):
    h, w = np.shape(m)
    e, c = [], []
    for i in range(h):
        for j in range(w):
            (c if r <= i < h - r and r <= j < w - r else e).append(abs(m[i][j]))
    return sum(e) / len(e) / (sum(c) / len(c))


def br_sub(m, r):
    a = np.abs(m)
    c = a[r:-r, r:-r]
    return (a.sum() - c.sum()) / (a.size - c.size) / c.mean()


def br_pad(m, r):
    inside = np.pad(np.ones((m.shape[0] - 2 * r, m.shape[1] - 2 * r)), r)
    return np.average(np.abs(m), weights=1 - inside) / np.average(np.abs(m), weights=inside)


def br_parts(m, r):
    a = np.abs(m)
    p = [a[:r], a[-r:], a[r:-r, :r], a[r:-r, -r:]]
    return np.concatenate([q.ravel() for q in p]).mean() / a[r:-r, r:-r].mean()


def br_dist(m, r):
    i, j = np.indices(m.shape)
    d = np.minimum(np.minimum(i, m.shape[0] - 1 - i), np.minimum(j, m.shape[1] - 1 - j))
    return float(np.sqrt(m**2)[d < r].mean() / np.sqrt(m**2)[d >= r].mean())


def br_erode(m, r):
    c = ndimage.binary_erosion(np.ones(m.shape, bool), np.ones((3, 3)), iterations=r)
    return np.ma.array(abs(m), mask=c).mean() / np.ma.array(abs(m), mask=~c).mean()


BORDER_R = [br_loop, br_sub, br_pad, br_parts, br_dist, br_erode]


SHEETS = [
    AnswerSheet("14.project_back", BACK_W, BACK_R),
    AnswerSheet("14.transposed_convolution", [*STAMP_W, (tc_seven, "list")], STAMP_R),
    AnswerSheet("14.transpose_mismatch", [*MIS_W, (mm_array, "wrong shape")], MIS_R),
    AnswerSheet("14.deconvolve_filter", ALONE_W, ALONE_R),
    AnswerSheet("14.occlusion_map", [*OCC_W, (or_list, "list")], OCC_R),
    AnswerSheet("14.border_score", BORDER_W, BORDER_R),
]
