"""The state of an exercise: records that events change and nothing else does.

`fork` gives an independent copy; frozen values are shared. All tables are keyed by stable ids. Each section of the
state has a version, which is another whenever an event may have changed the section.
"""

from crisis_game.engine.state.accounts import Account, ActiveMeasure, AloneOrder, Orders
from crisis_game.engine.state.commitments import (
    AllyAct,
    AllyAnswer,
    Commitment,
    Commitments,
    Consent,
    DemandMade,
)
from crisis_game.engine.state.council import Amendment, Arbitration, Council, Position, TextState
from crisis_game.engine.state.desk import Desk, FreeMove, MoveRuling, Note, Rateable, Rating
from crisis_game.engine.state.hands import Hand, Reading
from crisis_game.engine.state.knowledge import Knowledge, Letter, Mail, Verification
from crisis_game.engine.state.record import ConductState, Counsel, Opinion, OpinionSubject, Record
from crisis_game.engine.state.table import Asked, Script, Table
from crisis_game.engine.state.waves import MoveSeen, Wave, WaveMove, Waves
from crisis_game.engine.state.whole import SECTIONS, State, fork
from crisis_game.engine.state.world import ActorState, IncidentState, Move, Scores, Term, World

__all__ = [
    "SECTIONS",
    "Account",
    "ActiveMeasure",
    "ActorState",
    "AllyAct",
    "AllyAnswer",
    "AloneOrder",
    "Amendment",
    "Arbitration",
    "Asked",
    "Commitment",
    "Commitments",
    "ConductState",
    "Consent",
    "Council",
    "Counsel",
    "DemandMade",
    "Desk",
    "FreeMove",
    "Hand",
    "IncidentState",
    "Knowledge",
    "Letter",
    "Mail",
    "Move",
    "MoveRuling",
    "MoveSeen",
    "Note",
    "Opinion",
    "OpinionSubject",
    "Orders",
    "Position",
    "Rateable",
    "Rating",
    "Reading",
    "Record",
    "Scores",
    "Script",
    "State",
    "Table",
    "Term",
    "TextState",
    "Verification",
    "Wave",
    "WaveMove",
    "Waves",
    "World",
    "fork",
]
