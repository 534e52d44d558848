"""What all tests share: no test asserts on time, not even by a limit that a library sets by itself."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
