"""A second outsider: PyTorch, where it is installed, must give the same loss, gradients and training."""

import numpy as np
import pytest

from labkit import nn
from tests.nn.test_training import blobs, train

torch = pytest.importorskip(
    "torch",
    reason="PyTorch is not installed, so nothing was compared with it: pip install torch==2.13.0, then run again",
)


class TorchLeCunTanh(torch.nn.Module):
    def forward(self, x):
        return 1.7159 * torch.tanh(2 * x / 3)


LAYERS = {
    "sigmoid": (nn.Sigmoid, torch.nn.Sigmoid),
    "tanh": (nn.Tanh, torch.nn.Tanh),
    "identity": (nn.Identity, torch.nn.Identity),
    "relu": (nn.ReLU, torch.nn.ReLU),
    "leaky relu": (lambda: nn.LeakyReLU(0.1), lambda: torch.nn.LeakyReLU(0.1)),
    "relu6": (nn.ReLU6, torch.nn.ReLU6),
    "elu": (lambda: nn.ELU(0.7), lambda: torch.nn.ELU(0.7)),
    "lecun tanh": (nn.LeCunTanh, TorchLeCunTanh),
}
TOPS = {
    "squared error": (nn.Sigmoid, nn.SquaredError("sum"), lambda z, t: 0.5 * ((torch.sigmoid(z) - t) ** 2).sum()),
    "mean without the half": (
        nn.Identity,
        nn.SquaredError("mean", half=False),
        lambda z, t: ((z - t) ** 2).sum(1).mean(),
    ),
    "absolute error": (
        nn.Identity,
        nn.AbsoluteError("sum"),
        lambda z, t: torch.nn.functional.l1_loss(z, t, reduction="sum"),
    ),
    "cross-entropy": (nn.Softmax, nn.CrossEntropy("mean"), lambda z, t: torch.nn.functional.cross_entropy(z, t)),
    "binary": (
        nn.Sigmoid,
        nn.BinaryCrossEntropy("sum"),
        lambda z, t: torch.nn.functional.binary_cross_entropy_with_logits(z, t, reduction="sum"),
    ),
}


@pytest.mark.parametrize("activation", LAYERS)
@pytest.mark.parametrize("top", TOPS)
@pytest.mark.parametrize("dtype, tolerance", [(np.float64, 1e-10), (np.float32, 2e-4)])
def test_same_weights_same_training(activation, top, dtype, tolerance):
    ours, theirs = LAYERS[activation]
    last, loss, torch_loss = TOPS[top]
    net = nn.Sequential([nn.Dense(8, 6), ours(), nn.Dense(6, 3), last()], seed=1, dtype=dtype)
    x, t = (array.astype(dtype) for array in blobs(90))
    net_t = torch.nn.Sequential(torch.nn.Linear(8, 6), theirs(), torch.nn.Linear(6, 3))
    net_t.to(torch.from_numpy(x).dtype)
    with torch.no_grad():
        for linear, layer in zip((net_t[0], net_t[2]), net.dense, strict=True):
            linear.weight.copy_(torch.from_numpy(layer.W.T.copy()))
            linear.bias.copy_(torch.from_numpy(layer.b.copy()))

    rate, losses = 2e-3, []
    optimizer = torch.optim.SGD(net_t.parameters(), lr=rate)
    for _ in range(10):
        optimizer.zero_grad()
        value = torch_loss(net_t(torch.from_numpy(x)), torch.from_numpy(t))
        losses.append(value.item())
        value.backward()
        optimizer.step()
    history = train(net, x, t, loss=loss, optimizer=nn.SGD(rate), epochs=10)
    assert history.loss == pytest.approx(losses, rel=tolerance)
    for linear, layer in zip((net_t[0], net_t[2]), net.dense, strict=True):
        np.testing.assert_allclose(layer.W, linear.weight.detach().numpy().T, rtol=tolerance, atol=tolerance)
        np.testing.assert_allclose(layer.b, linear.bias.detach().numpy(), rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("activation", LAYERS)
@pytest.mark.parametrize("dtype, tolerance", [(np.float64, 1e-13), (np.float32, 2e-6)])
def test_same_outputs_and_derivatives_kinks_and_far_ends_included(activation, dtype, tolerance):
    x = np.concatenate([np.linspace(-12, 12, 4001), [0, 6, -90, 90, -1e4, 1e4]]).astype(dtype).reshape(1, -1)
    ours, theirs = (make() for make in LAYERS[activation])
    x_t = torch.from_numpy(x.copy()).requires_grad_()
    y_t = theirs(x_t)
    y_t.sum().backward()
    np.testing.assert_allclose(ours.forward(x), y_t.detach().numpy(), rtol=tolerance, atol=tolerance)
    np.testing.assert_allclose(ours.slope(), x_t.grad.numpy(), rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("dtype, tolerance", [(np.float64, 1e-13), (np.float32, 2e-6)])
def test_same_log_softmax(dtype, tolerance):
    z = np.random.default_rng(0).normal(scale=50, size=(200, 10)).astype(dtype)
    theirs = torch.nn.functional.log_softmax(torch.from_numpy(z), dim=-1).numpy()
    np.testing.assert_allclose(nn.functional.log_softmax(z), theirs, rtol=tolerance, atol=tolerance)
