"""A treaty as data, and who decides how under it.

`model` is the treaty; `rules`, `rule_notation` and `circumstances` are its ways to decide; `tally` counts votes and is
the only place that does; `power` says what a vote weighs, `minimal_coalitions` who can carry and who can stop a text;
`sentences` words rules and results. `reading` makes a treaty from a file and alone of these modules knows of files; its
parts are in `charter_reading`, `organ_reading` and `clause_reading`.
"""
