"""Players without a person: policies, and a playout of one game by policies.

`character` holds the six characters as data and `moods` how a game finds them, `weighing` how any of them values a text
(`tastes` what it likes, `outcomes` what it expects), `drafting` which text it tables, `sharing` what it does with its
secrets, `situation_moves`, `table_moves` and `orders_moves` what it does in each beat, `policy` the protocol, `playout`
the loop.
"""
