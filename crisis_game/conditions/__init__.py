"""The one-line language of conditions: its names and functions, its parser, and what can be proved of a condition.

`vocabulary` says what a condition may ask, `syntax_tree` what it is made of, `parser` reads a line, `condition` makes a
function of it, `intervals` and `satisfiability` tell which values and which courses of play it can hold for. It knows
no scenario: the engine answers the names (`engine/conditions.py`), the reading of scenarios checks ids and words.
"""
