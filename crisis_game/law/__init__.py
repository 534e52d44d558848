"""The judge: what happened goes in as a conduct, what the law says of it comes out as findings.

`judge` answers; `law.change` says what would have changed the answer; `law.counsel` advises beforehand;
`law.legitimacy` measures, on an axis of its own, how far the act could count on acceptance.
"""

from crisis_game.law.conduct import Conduct, FactValue, ProcedureFact
from crisis_game.law.finding import FactChange, Finding, Judgement, Source, View
from crisis_game.law.judge import judge

__all__ = [
    "Conduct",
    "FactChange",
    "FactValue",
    "Finding",
    "Judgement",
    "ProcedureFact",
    "Source",
    "View",
    "judge",
]
