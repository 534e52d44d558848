"""A running exercise on one machine: the session, its save, who sits where.

`session` accepts submissions and lets policies act, `save` keeps them durably, `chain` binds them, `verify` replays
them.
"""
