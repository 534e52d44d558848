"""The author's bench: many games by policies, to test a scenario and its numbers."""
