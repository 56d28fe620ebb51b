"""A logbook: what is seen every so many updates, and how much computing time the updates had taken by then."""

from collections.abc import Callable
from time import process_time

from labkit import nn


class Logbook(nn.Callback):
    """Write down what ``look(net)`` sees before the first update, and after each ``every`` updates.

    Parameters
    ----------
    look : function
        Takes the network, returns a dict of measurements.
    every : int
        Updates between two rows.

    Attributes
    ----------
    rows : list of dict
        ``iteration``, ``seconds`` (processor time of the updates alone, without the looking), and what was seen.
    """

    def __init__(self, look: Callable[[nn.Sequential], dict], every: int) -> None:
        self.look, self.every, self.rows = look, every, []
        self._seconds = 0.0

    def on_start(self, run: nn.Run) -> None:
        """Look at the untrained network."""
        if not self.rows:
            self._write(run)
        self._since = process_time()

    def after_update(self, run: nn.Run) -> None:
        """Look when it is time to."""
        if run.iteration % self.every == 0:
            self._seconds += process_time() - self._since
            self._write(run)
            self._since = process_time()

    def _write(self, run: nn.Run) -> None:
        self.rows.append({"iteration": run.iteration, "seconds": self._seconds} | self.look(run.net))
