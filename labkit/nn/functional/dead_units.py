r"""A unit is dead when its derivative is 0 for every sample: no error reaches its weights, so they never change again.

.. math:: \text{unit } j \text{ is dead} \iff f'(v_{sj}) = 0 \text{ for every sample } s

It happens to ReLUs whose weighted sums v have become negative for all the data. Nothing of its own can bring
such a unit back; only layers below it, by changing its inputs.
"""

import numpy as np


def dead_units(slope: np.ndarray) -> np.ndarray:
    """Which units are dead.

    Parameters
    ----------
    slope : array (samples, units)
        Derivatives f'(v) of the activation at the pre-activations v.

    Returns
    -------
    bool array (units,)
    """
    return (np.asarray(slope) == 0).all(axis=0)
