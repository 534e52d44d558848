"""From which size of the window on screens look another way."""

from __future__ import annotations

WIDE = 100
"""Columns from which what has no fixed columns stands side by side."""
DOUBLE = 118
"""Columns from which a companion stands beside a page of rows: 78 for the rows, a rule, and 38."""
