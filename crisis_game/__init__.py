"""A crisis exercise for the terminal: members of a collective-security organisation decide, a judge answers."""

__version__ = "0.2.0"

RULES = 6
"""The number of the rules of play, which the header of every save carries.

Raise it, once for a release, after every change after which an old command gives other events: another effect, price,
draw of chance, order of events, field of an event. Saves of other rules are listed, exported and read from the events
that stand in them; to play on and to verify, they need the version that made them. A save without the number is of the
first edition, whose rules are 1.
"""
