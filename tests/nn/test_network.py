"""The network: one flat vector, views that stay views, copies, files, readable errors."""

import copy
import pickle

import numpy as np
import pytest

from labkit import nn
from labkit.errors import LabkitError


def small(seed=0, dtype=np.float32):
    layers = [nn.Dense(4, 3, init=nn.He()), nn.Sigmoid(2), nn.Dense(3, 2, bias=False), nn.Softmax()]
    return nn.Sequential(layers, seed=seed, dtype=dtype)


def test_parameters_are_views_into_one_vector():
    net = small()
    assert net.n_parameters == 4 * 3 + 3 + 3 * 2
    first, second = net.dense
    expected = np.concatenate([first.W.ravel(), first.b, second.W.ravel()])
    assert np.array_equal(net.parameters, expected)
    net.parameters[0] = 42
    assert first.W[0, 0] == 42
    second.W[2, 1] = 7
    assert net.parameters[-1] == 7
    assert np.shares_memory(first.dW, net.gradients) and second.b is None and second.db is None


def test_assigning_writes_in_place():
    net = small()
    vector, layer = net.parameters, net.dense[0]
    layer.W = np.arange(12).reshape(4, 3)
    layer.b = 5
    assert vector[:15].tolist() == [*range(12), 5, 5, 5]
    net.parameters = np.zeros(net.n_parameters)
    assert net.parameters is vector and not layer.W.any()
    with pytest.raises(LabkitError, match=r"W has shape \(4, 3\) and was given an array of shape \(3, 4\)"):
        layer.W = np.zeros((3, 4))
    with pytest.raises(LabkitError, match="flat vector and was given shape"):
        net.parameters = np.zeros(3)
    with pytest.raises(LabkitError, match="no bias"):
        net.dense[1].b = 0


def test_a_layer_belongs_to_one_place():
    layer = nn.Dense(3, 3)
    nn.Sequential([layer])
    with pytest.raises(LabkitError, match="in use already"):
        nn.Sequential([layer])
    activation = nn.Sigmoid()
    with pytest.raises(LabkitError, match="position 1 is in use already"):
        nn.Sequential([activation, activation])


def test_seeds():
    assert np.array_equal(small(1).parameters, small(1).parameters)
    assert not np.array_equal(small(1).parameters, small(2).parameters)
    generator = nn.Sequential([nn.Dense(4, 3)], seed=np.random.default_rng(1))
    assert np.array_equal(generator.parameters, nn.Sequential([nn.Dense(4, 3)], seed=1).parameters)
    assert np.array_equal(small(1, np.float64).parameters.astype(np.float32), small(1).parameters)


@pytest.mark.parametrize("duplicate", [copy.deepcopy, nn.Sequential.copy, lambda net: pickle.loads(pickle.dumps(net))])
def test_copies_are_whole_and_independent(duplicate):
    net, x = small(), np.ones((2, 4))
    net(x)
    twin = duplicate(net)
    assert np.array_equal(twin(x), net(x)) and twin.dtype == net.dtype
    twin.dense[0].W = 0
    assert not twin.parameters[:12].any() and net.parameters[:12].all()
    assert twin.dense[0].network is twin and net.dense[0].network is net


def test_astype():
    net = small()
    twin = net.astype(np.float64)
    assert twin.dtype == np.float64 and np.array_equal(twin.parameters, net.parameters)
    assert net.dtype == np.float32


def test_save_and_load(tmp_path):
    net, path = small(1), tmp_path / "net.npz"
    net.save(path)
    with np.load(path) as file:
        assert file.files == ["parameters"]
    other = small(2)
    view = other.dense[0].W
    assert other.load(path) is other and np.array_equal(view, net.dense[0].W)
    with pytest.raises(LabkitError, match=r"holds 21 parameters and this network has 8"):
        nn.Sequential([nn.Dense(3, 2)]).load(path)
    with pytest.raises(LabkitError, match="There is no file"):
        net.load(tmp_path / "none.npz")
    for junk in (b"not a network", b""):
        (tmp_path / "junk.npz").write_bytes(junk)
        with pytest.raises(LabkitError, match="is not a network written by"):
            net.load(tmp_path / "junk.npz")
    np.savez(path, parameters=np.array([{}], dtype=object))
    with pytest.raises(LabkitError, match="is not a network written by"):
        net.load(path)


def test_predict_in_pieces_equals_forward():
    net = small()
    x = np.random.default_rng(0).random((6001, 4))
    assert net.predict(x) == pytest.approx(net(x), abs=1e-6)
    kept = net.layers[0].output
    net.predict(x[:5])
    assert net.layers[0].output is kept, "predict must leave no trace"


def test_units():
    net, x = small(), np.ones((2, 4))
    hidden, output = net.units(x)
    net(x)
    assert np.array_equal(hidden, net.layers[1].output) and np.array_equal(output, net.layers[3].output)


def test_backward_writes_and_does_not_add():
    net, x = small(dtype=np.float64), np.ones((2, 4))
    y = net(x)
    net.backward(y)
    once = net.gradients.copy()
    net.backward(y)
    assert np.array_equal(once, net.gradients)


def test_summary_counts():
    text = small().summary()
    assert "Dense(4, 3)" in text and text.splitlines()[-1].split() == ["total", "21"]
    assert repr(text) == text == str(text), "shown as a table, not as one line with escapes"


def test_bad_input():
    with pytest.raises(LabkitError, match="at least one layer"):
        nn.Sequential([])
    with pytest.raises(LabkitError, match="follows Dense.4, 3., which puts out 3"):
        nn.Sequential([nn.Dense(4, 3), nn.Sigmoid(), nn.Dense(4, 2)])
    with pytest.raises(LabkitError, match="nn.Activation"):
        nn.Sequential([nn.Dense(4, 3), np.tanh])
    with pytest.raises(LabkitError, match="float32 or numpy.float64"):
        nn.Sequential([nn.Dense(4, 3)], dtype=np.int32)
    net = small()
    with pytest.raises(LabkitError, match="before net.backward"):
        net.backward(np.ones((2, 2)))
    net(np.ones((2, 4)))
    with pytest.raises(LabkitError, match=r"outputs, \(2, 2\), and was given \(2, 3\)"):
        net.backward(np.ones((2, 3)))
    for junk in (np.array([["a"] * 4]), np.array([[None] * 4]), np.array([[1j] * 4])):
        with pytest.raises(LabkitError, match="real numbers"):
            net(junk)
    with pytest.raises(LabkitError, match="one number"):
        net(3)


def test_no_samples_have_no_outputs():
    assert small().predict(np.zeros((0, 4))).shape == small()(np.zeros((0, 4))).shape == (0, 2)


def test_layers_are_free_again_after_an_initialiser_has_failed():
    below = nn.Dense(4, 3)
    with pytest.raises(LabkitError, match="returned nothing"):
        nn.Sequential([below, nn.Dense(3, 2, init=lambda n_inputs, n_outputs, rng: None)])
    net = nn.Sequential([below, nn.Dense(3, 2)], seed=0)
    assert below.W.base is not None and np.shares_memory(below.W, net.parameters)
