"""An experiment that other processes can import; it writes down every cell that it runs."""

import os
import time

from labkit.experiments import experiment


@experiment("98.steps", grid={"a": [1, 2, 3]}, seeds=[0, 1], sample=())
def steps(a, seed):
    """Count calls in a file, take a while."""
    with open(os.environ["STEPS_LOG"], "a") as log:
        log.write(f"{a} {seed} {os.getpid()}\n")
    time.sleep(float(os.environ.get("STEPS_SLEEP", "0")))
    return {"score": a + seed / 10}


@experiment("98.threads", grid={"a": [1, 2]}, seeds=[0], sample=())
def threads(a, seed):
    """Report how many threads a matrix product may use."""
    import numpy as np
    from threadpoolctl import threadpool_info

    np.ones((8, 8)) @ np.ones((8, 8))
    return {"most": max([pool["num_threads"] for pool in threadpool_info()], default=1)}
