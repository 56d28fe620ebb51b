"""A progress bar for training."""

import numpy as np

from labkit.nn.training.callback import Callback
from labkit.nn.training.run import Run


class Progress(Callback):
    """A tqdm bar over the updates, with the latest loss and accuracy beside it."""

    def on_start(self, run: Run) -> None:
        """Show the empty bar."""
        from tqdm.auto import tqdm

        self._bar = tqdm(total=run.total_iterations, desc="training", unit="update", leave=False)

    def after_update(self, run: Run) -> None:
        """One update further."""
        self._bar.update()

    def on_row(self, run: Run, row: dict[str, float]) -> None:
        """Show the latest figures."""
        accuracy = "" if np.isnan(row["accuracy"]) else f", accuracy {row['accuracy']:.1%}"
        self._bar.set_postfix_str(f"loss {row['loss']:.4g}{accuracy}", refresh=False)

    def on_end(self, run: Run) -> None:
        """Close the bar."""
        self._bar.close()
