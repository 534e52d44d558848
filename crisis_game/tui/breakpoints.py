"""From which size of the window on screens look another way."""

from __future__ import annotations

WIDE = 100
"""Columns from which two columns stand side by side."""
