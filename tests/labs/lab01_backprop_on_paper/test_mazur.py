"""Lab 01's references against numbers that Matt Mazur published."""

import numpy as np
import pytest

from labkit.exercises import find
from tests.labs.lab01_backprop_on_paper.mazur import MAZUR, MAZUR_W1, MAZUR_W2


def test_mazur_forward_deltas_and_step():
    x, t, W1, b1, W2, b2 = MAZUR
    hidden, output = find("01.forward").reference(x, W1, b1, W2, b2)
    assert hidden == pytest.approx([0.593269992, 0.596884378], abs=1e-9)
    assert output == pytest.approx([0.75136507, 0.772928465], abs=1e-8)
    deltas = find("01.output_delta").reference(output, t)
    assert deltas == pytest.approx([-0.138498562, 0.038098236], abs=1e-9)
    assert find("01.hidden_delta").reference(deltas, W2, hidden)[0] == pytest.approx(-0.00877135, abs=1e-8)
    new_W1, _, new_W2, _ = find("01.step").reference(x, t, W1, b1, W2, b2, 0.5)
    np.testing.assert_allclose(new_W1, MAZUR_W1, atol=5e-9)
    np.testing.assert_allclose(new_W2, MAZUR_W2, atol=5e-9)
