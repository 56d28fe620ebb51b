"""How hard hypothesis tries: the same examples every day; many new ones with ``LABKIT_FUZZ=1``, for the slow run."""

import os

from hypothesis import settings

settings.register_profile("every day", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("fuzz", deadline=None, max_examples=1000)
settings.load_profile("fuzz" if os.environ.get("LABKIT_FUZZ") else "every day")
