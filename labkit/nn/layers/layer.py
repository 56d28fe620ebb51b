"""A layer turns a batch of inputs into a batch of outputs, and a gradient at its outputs into one at its inputs.

To write a new layer, say what it computes (``apply``) and how a gradient passes back through it
(``backward``). One that has parameters also names their shapes; the network gives it the arrays, as views
into one flat vector. One that changes the number of units sets ``n_outputs``; one that changes the shape of a sample
in another way says so in ``output_shape``.
"""

import numpy as np


class Layer:
    """One stage of a network.

    Attributes
    ----------
    input, output : array or None
        What the last ``forward`` read and returned. While ``fit`` runs, and until the next
        ``net.forward(x)``, they may be None: an activation then writes over its input to save memory.
    in_place : bool
        Whether ``out`` may be the very array that is read: the input in ``apply``, the upstream gradient in
        ``backward``.
    backward_reads_input, backward_reads_output : bool
        Which of the two ``backward`` needs. What nobody needs again, training writes over.
    keeps_units : bool
        Whether output i belongs to input i; pooling and flattening move units about, and have no slope.
    n_inputs, n_outputs : int or None
        Units per sample, None where the layer takes any number.
    """

    in_place = False
    backward_reads_input = True
    backward_reads_output = True
    keeps_units = True
    n_inputs: int | None = None
    n_outputs: int | None = None
    input: np.ndarray | None = None
    output: np.ndarray | None = None
    network: object | None = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"

    def apply(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Compute the layer's output for the batch ``x`` and remember nothing."""
        raise NotImplementedError(f"{type(self).__name__} must say what it computes in apply(x, out).")

    def forward(self, x: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Compute the output and keep what the backward pass will need."""
        self.output = self.apply(x, out)
        self.input = None if out is x else x  # written over
        return self.output

    def backward(self, upstream: np.ndarray, out: np.ndarray | None = None) -> np.ndarray:
        """Take dE/d(output) to dE/d(input), and write the gradients of the layer's own parameters."""
        raise NotImplementedError(f"{type(self).__name__} must say how a gradient passes back through it.")

    def slope(self) -> np.ndarray:
        """Derivative of every output by the input in its own place, at the last ``forward``: f'(x) of an activation.

        What a layer without parameters that works unit by unit makes of a gradient of ones.
        """
        return self.backward(np.ones_like(self.output))

    def output_shape(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        """Shape of the output for a batch of ``input_shape``, (samples, ...)."""
        return input_shape if self.n_outputs is None else (input_shape[0], self.n_outputs)

    def write_gradients(self, upstream: np.ndarray) -> None:
        """Write the gradients of the parameters alone: the lowest layer that has any need not go further down."""
        self.backward(upstream)

    def parameter_shapes(self) -> dict[str, tuple[int, ...]]:
        """Names and shapes of the parameters, in their order in the flat vector; none by default."""
        return {}

    def bind(self, parameters: dict[str, np.ndarray], gradients: dict[str, np.ndarray]) -> None:
        """Receive the views that hold the parameters and their gradients."""

    def initialize(self, rng: np.random.Generator) -> None:
        """Draw the first values of the parameters."""

    def forget(self) -> None:
        """Let go of the arrays of the last pass."""
        self.input = self.output = None

    def __getstate__(self) -> dict:
        """Copies and pickles carry settings only: the network that holds the layer binds its arrays again."""
        return {name: value for name, value in vars(self).items() if name not in ("input", "output", "network")}
