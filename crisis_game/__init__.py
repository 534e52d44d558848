"""A crisis exercise for the terminal: members of a collective-security organisation decide, a judge answers."""

__version__ = "0.1.0"
