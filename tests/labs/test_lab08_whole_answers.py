"""Lab 08's checks against whole answers, written from the exercise texts alone."""

import numpy as np
from scipy.spatial.distance import cdist, pdist, squareform
from scipy.special import logsumexp, softmax, xlogy
from scipy.stats import entropy

from labkit.tsne import embedded_affinities as student_affinities
from labkit.tsne import squared_distances
from tests.labs.answer_sheet import AnswerSheet


def distances_loop_square_missing(x):
    n = len(x)
    out = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            out[i, j] = np.sum(x[i] - x[j])
    return out


def distances_sum_then_square(x):
    diff = x[:, None] - x[None]
    return diff.sum(axis=2) ** 2


def distances_no_clip(x):
    s = (x * x).sum(1)
    return s[:, None] + s[None, :] - 2 * (x @ x.T)


def distances_abs(x):
    s = (x * x).sum(1)
    return np.abs(s[:, None] + s[None, :] - 2 * (x @ x.T))


def distances_forgot_two(x):
    s = np.sum(x**2, axis=1)
    return np.maximum(s[:, None] + s[None] - x @ x.T, 0)


def distances_norms_axis0(x):
    s = np.sum(x**2, axis=0)
    return np.maximum(s[:, None] + s - 2 * x.T @ x, 0)


def distances_no_broadcast(x):
    s = np.sum(x**2, axis=1)
    return np.maximum(s + s - 2 * x @ x.T, 0)


def distances_norm_unsquared(x):
    s = np.linalg.norm(x, axis=1)
    return np.maximum(s[:, None] + s[None] - 2 * x @ x.T, 0)


def distances_euclid(x):
    return np.linalg.norm(x[:, None] - x[None], axis=-1)


def distances_upper_only(x):
    n = x.shape[0]
    d = np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1, n):
            d[i, j] = ((x[i] - x[j]) ** 2).sum()
    return d


def distances_mean(x):
    return ((x[:, None] - x[None]) ** 2).mean(axis=-1)


def distances_python_max(x):
    s = np.sum(x**2, axis=1)
    d = s[:, None] + s - 2 * x @ x.T
    return max(d, 0)


def distances_plus_sign(x):
    s = np.sum(x**2, axis=1)
    return np.maximum(s[:, None] + s + 2 * x @ x.T, 0)


def distances_global_norm(x):
    s = np.sum(x**2)
    return np.maximum(s + s - 2 * x @ x.T, 0)


def right_distances_loop(x):
    n = len(x)
    d = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            d[i, j] = np.sum((x[i] - x[j]) ** 2)
    return d


def right_distances_scipy(x):
    return cdist(x, x, "sqeuclidean")


def right_distances_gram(x):
    g = x.astype(float) @ x.T.astype(float)
    d = np.diag(g)[:, None] + np.diag(g)[None, :] - 2 * g
    d[d < 0] = 0
    return d


def right_distances_einsum(x):
    diff = x[:, None, :] - x[None, :, :]
    return np.einsum("ijk,ijk->ij", diff, diff)


def right_distances_clip(x):
    n2 = np.linalg.norm(x, axis=1, keepdims=True) ** 2
    return np.clip(n2 + n2.T - 2 * np.dot(x, x.T), 0, None)


def right_distances_norm_sq(x):
    return np.linalg.norm(x[:, None] - x[None], axis=-1) ** 2


def rows_no_shift(squared, beta):
    e = np.exp(-beta[:, None] * squared)
    np.fill_diagonal(e, 0)
    return e / e.sum(axis=1, keepdims=True)


def rows_shift_incl_self(squared, beta):
    e = np.exp(-beta[:, None] * (squared - squared.min(axis=1, keepdims=True)))
    np.fill_diagonal(e, 0)
    return e / e.sum(axis=1, keepdims=True)


def rows_beta_columns(squared, beta):
    d = squared.copy()
    np.fill_diagonal(d, np.inf)
    d = d - d.min(axis=1, keepdims=True)
    e = np.exp(-beta * d)
    return e / e.sum(axis=1, keepdims=True)


def rows_norm_all(squared, beta):
    d = squared.copy()
    np.fill_diagonal(d, np.inf)
    e = np.exp(-beta[:, None] * (d - d.min(axis=1, keepdims=True)))
    return e / e.sum()


def rows_norm_before_diag(squared, beta):
    e = np.exp(-beta[:, None] * squared)
    p = e / e.sum(axis=1, keepdims=True)
    np.fill_diagonal(p, 0)
    return p


def rows_eps(squared, beta):
    e = np.exp(-beta[:, None] * squared)
    np.fill_diagonal(e, 0)
    return e / (e.sum(axis=1, keepdims=True) + 1e-12)


def rows_beta_as_sigma(squared, beta):
    d = squared.astype(float).copy()
    np.fill_diagonal(d, np.inf)
    d = d - d.min(axis=1, keepdims=True)
    e = np.exp(-d / (2 * beta[:, None] ** 2))
    return e / e.sum(axis=1, keepdims=True)


def rows_no_keepdims(squared, beta):
    d = squared.astype(float).copy()
    np.fill_diagonal(d, np.inf)
    d = d - d.min(axis=1)
    e = np.exp(-beta[:, None] * d)
    return e / e.sum(axis=1)


def rows_global_min(squared, beta):
    d = squared.astype(float).copy()
    np.fill_diagonal(d, np.inf)
    d = d - d.min()
    e = np.exp(-beta[:, None] * d)
    return e / e.sum(axis=1, keepdims=True)


def rows_squares_again(squared, beta):
    d = squared.astype(float).copy()
    np.fill_diagonal(d, np.inf)
    e = np.exp(-beta[:, None] * (d - d.min(axis=1, keepdims=True)) ** 2)
    return e / e.sum(axis=1, keepdims=True)


def rows_changes_input(squared, beta):
    np.fill_diagonal(squared, np.inf)
    e = np.exp(-beta[:, None] * (squared - squared.min(axis=1, keepdims=True)))
    return e / e.sum(axis=1, keepdims=True)


def rows_shift_max(squared, beta):
    z = -beta[:, None] * squared
    e = np.exp(z - z.max(axis=1, keepdims=True))
    np.fill_diagonal(e, 0)
    return e / e.sum(axis=1, keepdims=True)


def rows_diag_zero_distance(squared, beta):
    d = squared.copy()
    np.fill_diagonal(d, 0)
    e = np.exp(-beta[:, None] * (d - d.min(axis=1, keepdims=True)))
    return e / e.sum(axis=1, keepdims=True)


def rows_nan_to_num(squared, beta):
    e = np.exp(-beta[:, None] * squared)
    np.fill_diagonal(e, 0)
    with np.errstate(all="ignore"):
        return np.nan_to_num(e / e.sum(axis=1, keepdims=True))


def rows_shift_not_scaled(squared, beta):
    d = squared.astype(float).copy()
    np.fill_diagonal(d, np.inf)
    e = np.exp(-beta[:, None] * d + d.min(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def right_rows_loop(squared, beta):
    n = len(squared)
    p = np.zeros((n, n))
    for i in range(n):
        js = [j for j in range(n) if j != i]
        nearest = min(squared[i, j] for j in js)
        for j in js:
            p[i, j] = np.exp(-beta[i] * (squared[i, j] - nearest))
        p[i] /= p[i].sum()
    return p


def right_rows_scipy_softmax(squared, beta):
    z = -np.asarray(beta)[:, np.newaxis] * squared
    np.fill_diagonal(z, -np.inf)
    return softmax(z, axis=1)


def right_rows_logsumexp(squared, beta):
    z = -beta[:, None] * squared
    z[np.diag_indices(len(z))] = -np.inf
    return np.exp(z - logsumexp(z, axis=1, keepdims=True))


def right_rows_mask(squared, beta):
    eye = np.eye(len(squared), dtype=bool)
    nearest = np.where(eye, np.inf, squared).min(axis=1)
    e = np.where(eye, 0, np.exp(np.minimum(-beta[:, None] * (squared - nearest[:, None]), 0)))
    return e / e.sum(1)[:, None]


def right_rows_diag_matmul(squared, beta):
    d = np.where(np.eye(len(squared)) > 0, np.inf, squared)
    z = (d.T - d.min(axis=1)) * beta
    e = np.exp(-z).T
    return (e.T / e.sum(axis=1)).T


def perplexity_mixed(p):
    h = -np.sum(p * np.log2(np.where(p > 0, p, 1)), axis=1)
    return np.exp(h)


def perplexity_mixed2(p):
    h = -np.sum(p * np.log(np.where(p > 0, p, 1)), axis=1)
    return 2**h


def perplexity_entropy_only(p):
    return -np.sum(p * np.log(np.where(p > 0, p, 1)), axis=1)


def perplexity_nan(p):
    return np.exp(-np.sum(p * np.log(p), axis=1))


def perplexity_eps(p):
    return np.exp(-np.sum(p * np.log(p + 1e-5), axis=1))


def perplexity_sign(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(np.sum(p * logs, axis=1))


def perplexity_axis0(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(-np.sum(p * logs, axis=0))


def perplexity_total(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(-np.sum(p * logs))


def perplexity_mean(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(-np.mean(p * logs, axis=1))


def perplexity_no_weight(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(-np.sum(logs, axis=1))


def perplexity_count(p):
    return np.sum(p > 0, axis=1)


def perplexity_simpson(p):
    return 1 / np.sum(p**2, axis=1)


def perplexity_sum_of_exp(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.sum(np.exp(-p * logs), axis=1)


def perplexity_keepdims(p):
    logs = np.log(np.where(p > 0, p, 1))
    return np.exp(-np.sum(p * logs, axis=1, keepdims=True))


def perplexity_drop_zero_flat(p):
    q = p[p > 0]
    return np.exp(-np.sum(q * np.log(q)))


def right_perplexity_bits(p):
    h = -np.sum(p * np.log2(np.where(p > 0, p, 1)), axis=1)
    return 2**h


def right_perplexity_loop(p):
    out = []
    for row in p:
        h = 0
        for q in row:
            if q > 0:
                h -= q * np.log(q)
        out.append(np.exp(h))
    return np.array(out)


def right_perplexity_xlogy(p):
    return np.exp(-xlogy(p, p).sum(axis=-1))


def right_perplexity_prod(p):
    return 1 / np.prod(np.where(p > 0, p, 1.0) ** p, axis=1)


def right_perplexity_scipy_entropy_list(p):
    return np.array([np.exp(entropy(row)) for row in p])


def right_perplexity_nansum(p):
    with np.errstate(all="ignore"):
        return np.exp(-np.nansum(p * np.log(p), axis=1))


def right_perplexity_tiny_eps(p):
    return np.exp(-np.sum(p * np.log(p + 1e-300), axis=1))


def joint_no_n(conditional):
    return (conditional + conditional.T) / 2


def joint_n_only(conditional):
    return (conditional + conditional.T) / len(conditional)


def joint_no_T(conditional):
    return (conditional + conditional) / (2 * len(conditional))


def joint_precedence(conditional):
    return conditional + conditional.T / (2 * len(conditional))


def joint_div_mul(conditional):
    n = len(conditional)
    return (conditional + conditional.T) / 2 * n


def joint_size(conditional):
    return (conditional + conditional.T) / (2 * conditional.size)


def joint_product(conditional):
    return conditional * conditional.T / (2 * len(conditional))


def joint_matmul(conditional):
    p = conditional @ conditional.T
    return p / p.sum()


def joint_minus(conditional):
    return (conditional - conditional.T) / (2 * len(conditional))


def joint_rownorm(conditional):
    p = conditional + conditional.T
    return p / p.sum(axis=1, keepdims=True)


def joint_max(conditional):
    p = np.maximum(conditional, conditional.T)
    return p / p.sum()


def joint_geometric(conditional):
    p = np.sqrt(conditional * conditional.T)
    return p / p.sum()


def joint_reverse(conditional):
    return (conditional + conditional[::-1]) / (2 * len(conditional))


def joint_inplace_loop(conditional):
    n = len(conditional)
    p = conditional.copy()
    for i in range(n):
        for j in range(n):
            p[i, j] = (p[i, j] + p[j, i]) / (2 * n)
    return p


def joint_upper(conditional):
    n = len(conditional)
    p = np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1, n):
            p[i, j] = (conditional[i, j] + conditional[j, i]) / (2 * n)
    return p


def joint_no_norm(conditional):
    return conditional + conditional.T


def right_joint_loop(conditional):
    n = len(conditional)
    p = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            p[i, j] = (conditional[i, j] + conditional[j, i]) / (2 * n)
    return p


def right_joint_by_sum(conditional):
    p = conditional + conditional.T
    return p / p.sum()


def right_joint_shape(conditional):
    n, _ = conditional.shape
    return 0.5 / n * (np.transpose(conditional) + conditional)


def right_joint_mean(conditional):
    return np.mean([conditional, conditional.T], axis=0) / conditional.shape[0]


def right_joint_einsum(conditional):
    c = np.asarray(conditional, dtype=np.float64)
    return (np.einsum("ij->ji", c) + c) / (2 * np.sum(c))


def student_gauss(y):
    d = ((y[:, None] - y[None]) ** 2).sum(-1)
    w = np.exp(-d)
    np.fill_diagonal(w, 0)
    return w / w.sum()


def student_diag(y):
    d = ((y[:, None] - y[None]) ** 2).sum(-1)
    w = 1 / (1 + d)
    return w / w.sum()


def student_diag_after(y):
    d = ((y[:, None] - y[None]) ** 2).sum(-1)
    w = 1 / (1 + d)
    q = w / w.sum()
    np.fill_diagonal(q, 0)
    return q


def student_rows(y):
    d = ((y[:, None] - y[None]) ** 2).sum(-1)
    w = 1 / (1 + d)
    np.fill_diagonal(w, 0)
    return w / w.sum(axis=1, keepdims=True)


def student_unsquared(y):
    d = np.sqrt(((y[:, None] - y[None]) ** 2).sum(-1))
    w = 1 / (1 + d)
    np.fill_diagonal(w, 0)
    return w / w.sum()


def student_unnormalised(y):
    d = ((y[:, None] - y[None]) ** 2).sum(-1)
    w = 1 / (1 + d)
    np.fill_diagonal(w, 0)
    return w


def student_no_one(y):
    d = ((y[:, None] - y[None]) ** 2).sum(-1)
    np.fill_diagonal(d, np.inf)
    w = 1 / d
    return w / w.sum()


def student_precedence(y):
    d = ((y[:, None] - y[None]) ** 2).sum(-1)
    w = 1 / 1 + d
    np.fill_diagonal(w, 0)
    return w / w.sum()


def student_squared_twice(y):
    w = 1 / (1 + squared_distances(y) ** 2)
    np.fill_diagonal(w, 0)
    return w / w.sum()


def student_fill_returns_none(y):
    w = 1 / (1 + squared_distances(y))
    w = np.fill_diagonal(w, 0)
    return w / w.sum()


def student_half_sum(y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    return w / np.triu(w).sum()


def student_div_n(y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    return w / (2 * len(y))


def student_two_dims(y):
    d = (y[:, None, 0] - y[None, :, 0]) ** 2 + (y[:, None, 1] - y[None, :, 1]) ** 2
    w = 1 / (1 + d)
    np.fill_diagonal(w, 0)
    return w / w.sum()


def student_inverse(y):
    w = 1 + squared_distances(y)
    np.fill_diagonal(w, 0)
    return w / w.sum()


def student_diag_one(y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 1)
    return w / w.sum()


def right_student_loop(y):
    n = len(y)
    w = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            if i != j:
                w[i, j] = 1 / (1 + np.sum((y[i] - y[j]) ** 2))
    return w / w.sum()


def right_student_scipy(y):
    w = squareform(1 / (1 + pdist(y, "sqeuclidean")))
    return w / w.sum()


def right_student_minus_eye(y):
    d = np.sum((y[:, None] - y) ** 2, axis=2)
    w = 1 / (1 + d) - np.eye(len(y))
    return w / np.sum(w)


def right_student_inf_diag(y):
    d = np.sum((y[:, None] - y) ** 2, axis=2)
    np.fill_diagonal(d, np.inf)
    w = (1 + d) ** -1.0
    return w / w.sum()


def right_student_sum_minus_n(y):
    w = 1 / (1 + squared_distances(y))
    q = w / (w.sum() - len(y))
    q[range(len(y)), range(len(y))] = 0
    return q


def gradient_no_four(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return np.sum(((p - q) * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_sign(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum(((q - p) * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_diff_reversed(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum(((p - q) * w)[:, :, None] * (y[None] - y[:, None]), axis=1)


def gradient_no_w(p, y):
    q = student_affinities(y)
    return 4 * np.sum((p - q)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_q_for_w(p, y):
    q = student_affinities(y)
    return 4 * np.sum(((p - q) * q)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_axis0(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum(((p - q) * w)[:, :, None] * (y[:, None] - y), axis=0)


def gradient_diag_kept(p, y):
    w = 1 / (1 + squared_distances(y))
    q = w / w.sum()
    return 4 * np.sum(((p - q) * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_only_matmul(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    s = (p - w / w.sum()) * w
    return 4 * (y - s @ y)


def gradient_only_matmul2(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    s = (p - w / w.sum()) * w
    return -4 * s @ y


def gradient_pq_ratio(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    with np.errstate(all="ignore"):
        r = np.nan_to_num(np.log(p / q))
    return 4 * np.sum((r * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_mean(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.mean(((p - q) * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_no_sum(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * ((p - q) * w)[:, :, None] * (y[:, None] - y)


def gradient_axis2(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum(((p - q) * w)[:, :, None] * (y[:, None] - y), axis=2)


def gradient_no_pos(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum((p - q) * w, axis=1)


def gradient_bcast_wrong(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum((p - q) * w * (y[:, None] - y), axis=1)


def gradient_p_only(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    return 4 * np.sum((p * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_w_inverse(p, y):
    w = 1 + squared_distances(y)
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum(((p - q) * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_two(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    s = (p - q) * w
    return 2 * (s.sum(axis=1)[:, None] * y - s @ y)


def gradient_q_rows(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum(axis=1, keepdims=True)
    return 4 * np.sum(((p - q) * w)[:, :, None] * (y[:, None] - y), axis=1)


def gradient_q_unnorm(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    return 4 * np.sum(((p - w) * w)[:, :, None] * (y[:, None] - y), axis=1)


def right_gradient_loop(p, y):
    q = student_affinities(y)
    g = np.zeros_like(y, dtype=float)
    for i in range(len(y)):
        for j in range(len(y)):
            w = 1 / (1 + np.sum((y[i] - y[j]) ** 2))
            g[i] += 4 * (p[i, j] - q[i, j]) * w * (y[i] - y[j])
    return g


def right_gradient_einsum(p, y):
    diff = y[:, None] - y
    w = 1 / (1 + (diff**2).sum(2))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.einsum("ij,ij,ijk->ik", p - q, w, diff)


def right_gradient_laplacian(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    s = (p - w / w.sum()) * w
    return 4 * (np.diag(s.sum(axis=1)) - s) @ y


def right_gradient_reversed_both(p, y):
    w = 1 / (1 + squared_distances(y))
    np.fill_diagonal(w, 0)
    q = w / w.sum()
    return 4 * np.sum(((q - p) * w)[..., None] * (y - y[:, None]), axis=1)


def right_gradient_one_loop(p, y):
    w = 1 / (1 + squared_distances(y))
    q = student_affinities(y)
    g = []
    for i in range(len(y)):
        g.append(4 * ((p[i] - q[i]) * w[i]) @ (y[i] - y))
    return np.array(g)


SHEETS = [
    AnswerSheet("08.squared_distances", wrong=[distances_loop_square_missing, distances_sum_then_square,
        distances_no_clip, distances_forgot_two, distances_norms_axis0, distances_no_broadcast,
        distances_norm_unsquared, distances_euclid, distances_upper_only, distances_mean,
        distances_python_max, distances_plus_sign, distances_global_norm], right=[right_distances_loop,
        right_distances_scipy, right_distances_gram, right_distances_einsum, right_distances_clip,
        right_distances_norm_sq, distances_abs]),
    AnswerSheet("08.conditional_row", wrong=[rows_no_shift, rows_shift_incl_self, rows_beta_columns,
        rows_norm_all, rows_norm_before_diag, rows_eps, rows_beta_as_sigma, rows_no_keepdims, rows_global_min,
        rows_squares_again, rows_changes_input, rows_shift_max, rows_diag_zero_distance, rows_nan_to_num,
        rows_shift_not_scaled], right=[right_rows_loop, right_rows_scipy_softmax, right_rows_logsumexp,
        right_rows_mask, right_rows_diag_matmul]),
    AnswerSheet("08.perplexity", wrong=[perplexity_mixed, perplexity_mixed2, perplexity_entropy_only,
        perplexity_nan, perplexity_eps, perplexity_sign, perplexity_axis0, perplexity_total, perplexity_mean,
        perplexity_no_weight, perplexity_count, perplexity_simpson, perplexity_sum_of_exp,
        perplexity_keepdims, perplexity_drop_zero_flat], right=[right_perplexity_bits, right_perplexity_loop,
        right_perplexity_xlogy, right_perplexity_prod, right_perplexity_scipy_entropy_list,
        right_perplexity_nansum, right_perplexity_tiny_eps]),
    AnswerSheet("08.joint_probabilities", wrong=[joint_no_n, joint_n_only, joint_no_T, joint_precedence,
        joint_div_mul, joint_size, joint_product, joint_matmul, joint_minus, joint_rownorm, joint_max,
        joint_geometric, joint_inplace_loop, joint_upper, joint_no_norm], right=[right_joint_loop,
        right_joint_by_sum, right_joint_shape, right_joint_mean, right_joint_einsum],
        unnamed=[joint_reverse]),
    AnswerSheet("08.student_affinities", wrong=[student_gauss, student_diag, student_diag_after, student_rows,
        student_unsquared, student_unnormalised, student_no_one, student_precedence, student_squared_twice,
        student_fill_returns_none, student_half_sum, student_div_n, student_two_dims, student_inverse,
        student_diag_one], right=[right_student_loop, right_student_scipy, right_student_minus_eye,
        right_student_inf_diag, right_student_sum_minus_n]),
    AnswerSheet("08.kl_gradient", wrong=[gradient_no_four, gradient_sign, gradient_diff_reversed,
        gradient_no_w, gradient_q_for_w, gradient_axis0, gradient_diag_kept, gradient_only_matmul,
        gradient_only_matmul2, gradient_pq_ratio, gradient_mean, gradient_no_sum, gradient_axis2,
        gradient_no_pos, gradient_bcast_wrong, gradient_p_only, gradient_w_inverse, gradient_two,
        gradient_q_rows, gradient_q_unnorm], right=[right_gradient_loop, right_gradient_einsum,
        right_gradient_laplacian, right_gradient_reversed_both, right_gradient_one_loop]),
]  # fmt: skip
