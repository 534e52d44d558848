"""The master event list as exercise planners keep it: a table with a row for each inject, out and in.

`listing` makes the table of a scenario, `intake` reads a table back and says what changes; `csv_sheet` and `xlsx_sheet`
are the two kinds of file. `sheet` has what they share: cells with their places, and what is said of them.
"""
