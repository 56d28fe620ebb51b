"""A callback listens to a training run: to write something down, to show it, or to end it."""

from labkit.nn.training.run import Run


class Callback:
    """Base of all callbacks; override what you need. Every method is given the :class:`Run`."""

    def on_start(self, run: Run) -> None:
        """Before the first update."""

    def before_update(self, run: Run) -> None:
        """The gradients of this update are in ``run.net.gradients``; the parameters have not moved yet."""

    def after_update(self, run: Run) -> None:
        """The parameters have moved."""

    def on_row(self, run: Run, row: dict[str, float]) -> None:
        """A row was added to the history."""

    def on_end(self, run: Run) -> None:
        """After the last update, even when an error ended the run."""
