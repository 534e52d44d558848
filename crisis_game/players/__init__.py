"""Players without a person: policies, and a playout of one game by policies.

`character` holds the six characters as data, `weighing` how any of them values a text, `situation_moves`, `table_moves`
and `orders_moves` what it does in each beat, `policy` the protocol, `playout` the loop.
"""
