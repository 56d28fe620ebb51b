r"""A unit is dead when its derivative is 0 for every sample: no error reaches its weights, so they stand still.

.. math:: \text{unit } j \text{ is dead} \iff f'(v_{sj}) = 0 \text{ for every sample } s

It happens to ReLUs whose weighted sums v have become negative for all the data. No gradient of its own can bring such
a unit back; a layer below it can, by changing its inputs. In the first hidden layer, where the inputs are the data, it
stays dead.
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
