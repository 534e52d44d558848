"""Charters on the bench: what each asks for, who can carry and who can stop a text, how often a text fails.

`comparison` lays several charters side by side; `voting_profiles` are ways in which members vote, `deadlock`
counts how often nothing comes of a vote under one of them.
"""
