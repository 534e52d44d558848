"""The bars of the second edition's game (GAME2, section 7): what is measured of a scenario, and what it should be.

Each is measured on the records of games (`workshop.game_records`), the lines that `rehearse --each` writes, so that
anybody can measure it again from outside. docs/balance.md has the figures.
"""
