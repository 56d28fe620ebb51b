"""The transposed matrix times the responses, before it has the shape of an image."""


def back(T, y):
    """Transposed matrix times the responses in one row."""
    return T.T @ y.ravel()
