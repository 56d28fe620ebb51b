"""Training: forward, backward, update, batch after batch.

Every batch is cut into pieces that fit in memory, gradients are added up over them, and the optimiser moves
the flat parameter vector once. The rest of this file is bookkeeping: which samples are next, when to write
a row of the history, whom to tell.
"""

from collections.abc import Iterable
from time import perf_counter

import numpy as np

from labkit.errors import LabkitError
from labkit.nn.losses import Loss
from labkit.nn.network import Sequential
from labkit.nn.optimizers import Optimizer
from labkit.nn.training.batch_gradient import BatchGradient
from labkit.nn.training.batches import Batches
from labkit.nn.training.callback import Callback
from labkit.nn.training.evaluate import evaluate
from labkit.nn.training.history import History
from labkit.nn.training.progress import Progress
from labkit.nn.training.run import Run
from labkit.nn.training.stop_on_nan import StopOnNaN


def fit(
    net: Sequential,
    x: np.ndarray,
    t: np.ndarray,
    *,
    loss: Loss,
    optimizer: Optimizer,
    epochs: int = 1,
    batch_size: int | None = None,
    shuffle: bool = True,
    seed: int | np.random.Generator = 0,
    validation: tuple[np.ndarray, np.ndarray] | None = None,
    callbacks: Iterable[Callback] = (),
    progress: bool = True,
    log_every: int | None = None,
) -> History:
    """Train ``net`` in place.

    Parameters
    ----------
    net : Sequential
    x : array (samples, n_inputs)
    t : array (samples, n_outputs)
        Targets; one-hot for classes.
    loss : Loss
    optimizer : Optimizer
    epochs : int
        Passes through the data.
    batch_size : int, optional
        Samples per update: None for all of them (full batch, one update per epoch), 1 for single samples
        (online).
    shuffle : bool
        Whether every epoch takes the samples in a new random order; without effect on the full batch.
    seed : int or numpy.random.Generator
        Of that order.
    validation : (x, t), optional
        Other data, measured whenever a row is logged.
    callbacks : list of Callback
    progress : bool
        Whether to show a bar.
    log_every : int, optional
        Updates between two rows of the history. By default one row per epoch. The last update always gets
        one.

    Returns
    -------
    History

    Raises
    ------
    LabkitError
        When data, targets and network do not fit together.
    """
    callbacks = list(callbacks)
    _check_kinds(loss, optimizer, callbacks)
    x, t = _checked_data(net, x, t, "the training data")
    if validation is not None:
        if not isinstance(validation, tuple | list) or len(validation) != 2:
            raise LabkitError("fit: validation must be a pair, validation=(x, t).")
        validation = _checked_data(net, *validation, "the validation data")
    n = len(x)
    for name, number in (("epochs", epochs), ("batch_size", batch_size), ("log_every", log_every)):
        if number is not None and (not isinstance(number, int | np.integer) or number < 1):
            raise LabkitError(f"fit: {name} must be a whole number of at least 1, not {number!r}.")
    batch_size = min(batch_size or n, n)
    updates_per_epoch = -(-n // batch_size)
    log_every = log_every or updates_per_epoch

    run = Run(net, x, t, loss, optimizer, total_iterations=epochs * updates_per_epoch)
    rng = np.random.default_rng(seed) if shuffle and batch_size < n else None
    batches = Batches(x, t, batch_size, rng, whole=loss.reduction is None, piece_rows=net.piece_rows)
    gradient = BatchGradient(net, loss)
    listeners = [StopOnNaN(gradient.finite), *callbacks] + ([Progress()] if progress else [])
    optimizer.start(net.parameters)
    started = perf_counter()
    _tell(listeners, "on_start", run)
    try:
        for run.epoch, pieces, rows in batches.updates(epochs):
            if run.iteration % updates_per_epoch == 0:
                gradient.clear()
            run.iteration += 1
            log = run.iteration % log_every == 0 or run.iteration == run.total_iterations
            run.outputs = gradient.compute(pieces, rows, measure=log or updates_per_epoch > 1)
            run.rate = optimizer.rate(run.iteration - 1)
            _tell(listeners, "before_update", run)
            if run.stopped:
                break
            optimizer.step(net.parameters, net.gradients, run.rate)
            _tell(listeners, "after_update", run)
            if log:
                row = _row(run, gradient.take(), validation)
                run.history.rows.append(row)
                _tell(listeners, "on_row", run, row)
            if run.stopped:
                break
    finally:
        _tell(listeners, "on_end", run)
        gradient.release()
        run.history.seconds = perf_counter() - started
        run.history.stopped = run.stopped
    return run.history


def _row(run: Run, measured: tuple[float, float], validation: tuple[np.ndarray, np.ndarray] | None) -> dict:
    """One row of the history."""
    validation_loss, validation_accuracy = float("nan"), float("nan")
    if validation is not None:
        validation_loss, validation_accuracy = evaluate(run.net, *validation, run.loss)
    return {
        "iteration": run.iteration,
        "epoch": run.epoch,
        "rate": run.rate,
        "loss": measured[0],
        "accuracy": measured[1],
        "validation_loss": validation_loss,
        "validation_accuracy": validation_accuracy,
    }


def _tell(listeners: list[Callback], event: str, *news) -> None:
    for listener in listeners:
        getattr(listener, event)(*news)


def _check_kinds(loss: Loss, optimizer: Optimizer, callbacks: list[Callback]) -> None:
    """Say in one sentence which part is of the wrong kind."""
    expected = [("loss", loss, Loss, 'nn.SquaredError("sum")'), ("optimizer", optimizer, Optimizer, "nn.SGD(0.1)")]
    expected += [("a callback", callback, Callback, "nn.Record(every=10)") for callback in callbacks]
    for name, given, kind, example in expected:
        if not isinstance(given, kind):
            raise LabkitError(f"fit: {name} must be an object such as {example}, not {given!r}.")


def _checked_data(net: Sequential, x: np.ndarray, t: np.ndarray, name: str) -> tuple[np.ndarray, np.ndarray]:
    """Bring data into the network's dtype, or say in one sentence what does not fit."""
    x, t = net.as_batch(x), net.as_batch(t)
    if len(x) == 0:
        raise LabkitError(f"fit: {name} hold no samples.")
    if len(x) != len(t):
        raise LabkitError(f"fit: {name} hold {len(x)} samples and {len(t)} targets; they must be as many.")
    outputs = net.predict(x[:1]).shape[1:]
    if t.shape[1:] != outputs:
        remedy = ""
        if t.ndim == 1 and len(outputs) == 1:
            remedy = (
                ": for class numbers, use one-hot targets, data.one_hot(labels)"
                if outputs[0] > 1
                else ": reshape them, t.reshape(-1, 1)"
            )
        raise LabkitError(
            f"fit: the network puts out shape (samples, {', '.join(map(str, outputs))}) "
            f"and the targets of {name} have shape {t.shape}{remedy}."
        )
    return x, t
