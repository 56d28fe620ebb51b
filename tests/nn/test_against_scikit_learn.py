"""An outsider's network with the same weights: scikit-learn's MLP must give the same outputs, loss and gradients."""

import numpy as np
import pytest
from sklearn.neural_network import MLPClassifier, MLPRegressor

from labkit import nn
from tests.nn.test_training import blobs, train

KINDS = {
    "classifier, logistic": (MLPClassifier, "logistic", nn.Sigmoid, nn.Softmax, nn.CrossEntropy("mean")),
    "classifier, tanh": (MLPClassifier, "tanh", nn.Tanh, nn.Softmax, nn.CrossEntropy("mean")),
    "two classes": (MLPClassifier, "logistic", nn.Sigmoid, nn.Sigmoid, nn.BinaryCrossEntropy("mean")),
    "regressor": (MLPRegressor, "tanh", nn.Tanh, nn.Identity, nn.SquaredError("mean")),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.filterwarnings("ignore:Stochastic Optimizer")
def test_same_weights_same_updates(kind):
    model, name, activation, last, loss = KINDS[kind]
    x, t = blobs(120)
    labels = t.argmax(axis=1)
    if kind == "two classes":
        labels, t = labels % 2, (labels % 2)[:, np.newaxis].astype(float)
    n_outputs = t.shape[1]
    net = nn.Sequential(
        [nn.Dense(8, 5), activation(), nn.Dense(5, 4), activation(), nn.Dense(4, n_outputs), last()],
        seed=3, dtype=np.float64,
    )  # fmt: skip

    rate = 0.2
    theirs = model(
        hidden_layer_sizes=(5, 4),
        activation=name,
        solver="sgd",
        alpha=0,
        batch_size=len(x),
        learning_rate_init=rate,
        momentum=0,
        max_iter=1,
    )
    target = t if model is MLPRegressor else labels
    theirs.partial_fit(x, target, **({} if model is MLPRegressor else {"classes": np.unique(labels)}))
    theirs.coefs_ = [layer.W.copy() for layer in net.dense]
    theirs.intercepts_ = [layer.b.copy() for layer in net.dense]
    theirs._optimizer.params = theirs.coefs_ + theirs.intercepts_
    theirs._optimizer.velocities = [np.zeros_like(p) for p in theirs._optimizer.params]

    outputs = net.predict(x)
    expected = theirs.predict(x) if model is MLPRegressor else theirs.predict_proba(x)
    assert outputs == pytest.approx(expected[:, 1:] if kind == "two classes" else expected, abs=1e-12)

    # the regressor's loss averages over outputs as well as samples; its gradient, like ours, over samples only
    scale = n_outputs if model is MLPRegressor else 1
    for _ in range(3):
        value = nn.evaluate(net, x, t, loss)[0]
        train(net, x, t, loss=loss, optimizer=nn.SGD(rate), epochs=1)
        theirs.partial_fit(x, target)
        assert theirs.loss_ == pytest.approx(value / scale, rel=1e-9)
    for layer, W, b in zip(net.dense, theirs.coefs_, theirs.intercepts_, strict=True):
        np.testing.assert_allclose(layer.W, W, atol=1e-12)
        np.testing.assert_allclose(layer.b, b, atol=1e-12)
