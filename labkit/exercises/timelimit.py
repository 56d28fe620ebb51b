"""A time limit for other people's code: it interrupts an endless loop where the platform allows it."""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class OutOfTime(BaseException):
    """The limit has passed. No ``Exception``, so that ``except Exception`` cannot swallow it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise :class:`OutOfTime` inside the block once ``seconds`` of wall time have passed.

    Works in the main thread of Unix systems, which is where notebook cells run. Elsewhere (Windows, other
    threads) nothing can be interrupted: the block runs on, and the caller judges the time it measured.
    A timer that was already running (a test runner's) is set again afterwards.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(signum, frame):
        raise OutOfTime

    begin = time.monotonic()
    before = signal.signal(signal.SIGALRM, ring)
    # It rings again every second, in case a bare except has swallowed the first one.
    remaining, interval = signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if remaining:
            signal.setitimer(signal.ITIMER_REAL, max(1e-3, remaining - (time.monotonic() - begin)), interval)
