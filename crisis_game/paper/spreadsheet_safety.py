"""Cells that a spreadsheet would take for a formula."""

from __future__ import annotations

STARTS = ("=", "+", "-", "@", "\t", "\r")
"""Signs with which a formula begins for one spreadsheet or another."""


def defused(cell: str) -> str:
    """The words of a cell; behind an apostrophe where a spreadsheet would reckon them."""
    return f"'{cell}" if cell[:1] in STARTS else cell
