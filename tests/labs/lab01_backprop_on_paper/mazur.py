"""Numbers of Matt Mazur's "A Step by Step Backpropagation Example" (2015)."""

import numpy as np

MAZUR = (
    np.array([0.05, 0.10]),
    np.array([0.01, 0.99]),
    np.array([[0.15, 0.25], [0.20, 0.30]]),
    np.array([0.35, 0.35]),
    np.array([[0.40, 0.50], [0.45, 0.55]]),
    np.array([0.60, 0.60]),
)
"""Input, target, then weights (from, to) and biases of the hidden and of the output layer."""

MAZUR_W1 = [[0.149780716, 0.24975114], [0.19956143, 0.29950229]]
MAZUR_W2 = [[0.35891648, 0.511301270], [0.408666186, 0.561370121]]
