"""The casebook: real acts with the verdicts on record, read when they are asked for, and compared with the judge.

`library()` lists the acts, `case(id)` reads one, `compare(case)` sets the judge's answers beside the record.
"""

from crisis_game.law.casebook.case import Act, OnRecord
from crisis_game.law.casebook.compare import Agreement, Comparison, QuestionCompared, compare
from crisis_game.law.casebook.library import UnknownCaseError, case, ids, library

__all__ = [
    "Act",
    "Agreement",
    "Comparison",
    "OnRecord",
    "QuestionCompared",
    "UnknownCaseError",
    "case",
    "compare",
    "ids",
    "library",
]
