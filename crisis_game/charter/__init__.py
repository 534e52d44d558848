"""A treaty as data, and who decides how under it.

`model` is the treaty; `rules`, `notation` and `circumstances` are its ways to decide; `tally` counts votes and is the
only place that does; `power` says what a vote weighs; `saying` words rules and results. `reading` makes a treaty from
a file and alone of these modules knows of files.
"""
