"""PyTorch, where it is installed: convolution, its transpose, pooling, and LeNet in training must agree."""

import numpy as np
import pytest

from labkit import nn
from labkit.nn import functional as F
from tests.nn.test_conv_layers import digits, lenet
from tests.nn.test_correlation import SETTINGS, drawn

torch = pytest.importorskip(
    "torch",
    reason="PyTorch is not installed, so nothing was compared with it: pip install torch==2.13.0, then run again",
)


def tensors(*arrays):
    return [torch.from_numpy(np.ascontiguousarray(array)).requires_grad_() for array in arrays]


@pytest.mark.parametrize("image, kernel, stride, padding", SETTINGS)
@pytest.mark.parametrize("dtype, tolerance", [(np.float64, 1e-12), (np.float32, 1e-4)])
def test_correlation_and_its_gradients(image, kernel, stride, padding, dtype, tolerance):
    x, W, b, rng = drawn(image, kernel)
    x, W, b = x.astype(dtype), W.astype(dtype), b.astype(dtype)
    z = F.correlate2d(x, W, b, stride, padding)
    delta = rng.normal(size=z.shape).astype(dtype)
    given = tensors(x, W, b)
    z_t = torch.nn.functional.conv2d(*given, stride=stride, padding=padding)
    np.testing.assert_allclose(z, z_t.detach().numpy(), rtol=tolerance, atol=tolerance)
    z_t.backward(torch.from_numpy(delta))
    for ours, theirs in zip(F.correlate2d_backward(x, W, delta, stride, padding), given, strict=True):
        np.testing.assert_allclose(ours, theirs.grad.numpy(), rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("image, kernel, stride, padding", SETTINGS)
def test_transposed_convolution_and_its_gradients(image, kernel, stride, padding):
    x, W, b, rng = drawn(image, kernel)
    y = rng.normal(size=F.correlate2d(x, W, b, stride, padding).shape)
    size = np.array(F.transposed_convolution(y, W, stride, padding).shape[2:])
    given = tensors(y, W)
    back_t = torch.nn.functional.conv_transpose2d(
        *given, stride=stride, padding=padding, output_padding=tuple(np.subtract(image, size))
    )
    np.testing.assert_allclose(
        F.transposed_convolution(y, W, stride, padding, image), back_t.detach().numpy(), atol=1e-12
    )
    upstream = rng.normal(size=x.shape)
    back_t.backward(torch.from_numpy(upstream))
    for ours, theirs in zip(F.transposed_convolution_backward(y, W, upstream, stride, padding), given, strict=True):
        np.testing.assert_allclose(ours, theirs.grad.numpy(), atol=1e-12)


@pytest.mark.parametrize("size, stride", [(2, None), ((2, 3), None), (3, 2), ((3, 2), (1, 2)), (2, 3)])
@pytest.mark.parametrize("levels", [3, 10**6])
def test_max_pooling_and_who_wins_a_tie(size, stride, levels):
    rng = np.random.default_rng(0)
    x = rng.integers(0, levels, (3, 2, 8, 9)).astype(float)
    (x_t,) = tensors(x)
    y_t, where = torch.nn.functional.max_pool2d(x_t, size, stride, return_indices=True)
    y, upstream = F.max_pool(x, size, stride), rng.normal(size=y_t.shape)
    assert np.array_equal(y, y_t.detach().numpy())
    y_t.backward(torch.from_numpy(upstream))
    np.testing.assert_allclose(F.max_pool_backward(x, y, upstream, size, stride), x_t.grad.numpy(), atol=1e-12)
    across = 1 if size in (2, (3, 2)) else 2  # last column of a window
    (rows, columns), (down, right) = divmod(where.numpy(), 9), divmod(F.max_pool_argmax(x, size, stride), across + 1)
    steps = F.pairs.as_pair(size if stride is None else stride, "")
    assert np.array_equal(rows - down, np.broadcast_to(steps[0] * np.arange(y.shape[2])[:, None], y.shape))
    assert np.array_equal(columns - right, np.broadcast_to(steps[1] * np.arange(y.shape[3]), y.shape))


def lenet_in_torch(net):
    torch_net = torch.nn.Sequential(
        *(torch.nn.Conv2d(1, 6, 5, padding=2), torch.nn.ReLU(), torch.nn.MaxPool2d(2)),
        *(torch.nn.Conv2d(6, 16, 5), torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten()),
        *(torch.nn.Linear(400, 120), torch.nn.ReLU(), torch.nn.Linear(120, 84), torch.nn.ReLU()),
        torch.nn.Linear(84, 10),
    )
    torch_net.to(torch.from_numpy(net.parameters).dtype)
    with torch.no_grad():
        for theirs, ours in pairs(torch_net, net):
            theirs.weight.copy_(torch.from_numpy(ours.W if ours.W.ndim == 4 else ours.W.T.copy()))
            theirs.bias.copy_(torch.from_numpy(ours.b))
    return torch_net


def pairs(torch_net, net):
    """Modules and layers that have weights."""
    modules = [module for module in torch_net if list(module.parameters())]
    return zip(modules, [layer for layer in net.layers if layer.parameter_shapes()], strict=True)


@pytest.mark.parametrize("dtype, tolerance", [(np.float64, 1e-9), (np.float32, 1e-3)])
def test_lenet_learns_the_same(dtype, tolerance):
    net, (x, t) = lenet(dtype=dtype), digits(50, dtype)
    net_t = lenet_in_torch(net)
    optimizer, losses = torch.optim.SGD(net_t.parameters(), lr=0.1), []
    for _ in range(5):
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(net_t(torch.from_numpy(x)), torch.from_numpy(t))
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    settings = {"loss": nn.CrossEntropy("mean"), "optimizer": nn.SGD(0.1), "progress": False}
    assert nn.fit(net, x, t, epochs=5, **settings).loss == pytest.approx(losses, rel=tolerance)
    for theirs, ours in pairs(net_t, net):
        weights = theirs.weight.detach().numpy()
        np.testing.assert_allclose(ours.W if ours.W.ndim == 4 else ours.W.T, weights, rtol=tolerance, atol=tolerance)
        np.testing.assert_allclose(ours.b, theirs.bias.detach().numpy(), rtol=tolerance, atol=tolerance)
