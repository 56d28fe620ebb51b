"""The nets of the probes: unequal layer sizes as well as square ones."""

SHAPES = ((2, 2, 2), (3, 4, 2), (4, 2, 3), (3, 3, 3), (1, 3, 1))


def parameters(rng, n_inputs, n_hidden, n_outputs):
    """Draw ``W1, b1, W2, b2`` of a net with these layer sizes."""
    return (
        rng.normal(size=(n_inputs, n_hidden)),
        rng.normal(size=n_hidden),
        rng.normal(size=(n_hidden, n_outputs)),
        rng.normal(size=n_outputs),
    )
