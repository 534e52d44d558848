"""What an exercise comes to: findings, seats' readings, legitimacy, fairness, objectives.

`assess` folds the events of a log into an `Assessment`, at any time and always the same; `model` has its parts.
"""

from crisis_game.assessment.assess import assess
from crisis_game.assessment.model import Assessment

__all__ = ["Assessment", "assess"]
