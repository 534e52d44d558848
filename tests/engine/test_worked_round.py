"""The worked round of GAME section 18, command by command, to the last number; and the two lines beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import pytest

from crisis_game.engine import security_council
from crisis_game.engine.act import Act
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.consent import SetConsent
from crisis_game.engine.acts.declarations import DeclareRedLine
from crisis_game.engine.acts.responses import Deliver
from crisis_game.engine.acts.settlement import OpenBackChannel
from crisis_game.engine.acts.talk import AskPosition
from crisis_game.engine.acts.texts import Pledge, ReviseText, TableText, WithdrawText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.bargainer import BACK, HOLD
from crisis_game.engine.event import Event
from crisis_game.engine.events.actors import ScoresKept, StepTaken
from crisis_game.engine.events.world import MeasureEffect
from crisis_game.engine.shared_values import Change
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Delivery, SeatId, Vote
from tests.engine import strait
from tests.engine.builders import pressing
from tests.engine.play import do, told

ESCORT: dict[SeatId, Delivery] = {"ARD": "full", "BEL": "full", "DEL": "half"}
SANCTIONS: dict[SeatId, Delivery] = {"ARD": "full", "BEL": "full", "DEL": "full", "EST": "full"}
VOTES: dict[SeatId, Vote] = {"ARD": "yes", "BEL": "yes", "COR": "no", "DEL": "yes", "EST": "yes", "FAR": "abstain"}


@dataclass
class Game:
    """Round 2 as it is played, with all that happened."""

    working: Working
    events: list[Event] = field(default_factory=list)

    def act(self, seat: SeatId, command: Act) -> None:
        """Let a seat do something that must be possible."""
        self.events.extend(do(self.working, seat, command))

    def all_ready(self) -> None:
        """All that this phase waits for are ready."""
        phase = self.working.state.table.phase
        for seat in strait.MEMBERS:
            if self.working.state.table.phase == phase:
                self.act(seat, SetReady())

    def orders(
        self,
        votes: dict[SeatId, Vote] = VOTES,
        escort: dict[SeatId, Delivery] = ESCORT,
        sanctions: dict[SeatId, Delivery] = SANCTIONS,
    ) -> Game:
        """Pledge, vote, see the result, give; then ANSWER, and round 3 begins."""
        deliveries = [
            (seat, measure, level)
            for measure, levels in (("escort", escort), ("targeted-sanctions", sanctions))
            for seat, level in levels.items()
        ]
        for seat, measure, level in deliveries:
            self.act(seat, Pledge("del-1", measure, level))
        self.all_ready()
        for seat, vote in votes.items():
            self.act(seat, CastVote("del-1", vote))
        self.all_ready()
        for seat, measure, level in deliveries:
            self.act(seat, Deliver("del-1", measure, level))
        self.all_ready()
        return self

    def terms(self, gauge: str) -> list[int]:
        """All terms of a gauge in round 2, in order."""
        moves = (move for move in self.working.state.world.moves if (move.gauge, move.round) == (gauge, 2))
        return [term.amount for move in moves for term in move.terms]

    def gauge(self, gauge: str) -> int:
        """A gauge as it stands."""
        return self.working.state.world.gauges[gauge]

    def effect(self, measure: str) -> tuple[int, ...]:
        """Base, participation, what of it works, readiness, delay, ramp, and the effect."""
        effect = next(
            event for event in self.events if isinstance(event, MeasureEffect) and event.active == f"del-1/{measure}"
        )
        return (
            effect.base,
            effect.participation,
            effect.weight,
            effect.readiness,
            effect.delay,
            effect.ramp,
            effect.effect,
        )

    @property
    def scores(self) -> dict[str, int]:
        """How Vosk weighed its steps in ANSWER, with luck."""
        return dict(next(event for event in self.events if isinstance(event, ScoresKept)).scores.with_luck)


def at_the_table(temperament: str = "insecure") -> Game:
    """TABLE of round 2: three texts, of which two are withdrawn for Delma's; Esker for the escort; an end date."""
    game = Game(strait.second_round(strait.strait(), temperament))
    game.act("ARD", TableText(strait.HARD))
    game.act("EST", TableText(strait.MEDIATION))
    for asked in ("ARD", "BEL", "COR", "EST"):
        game.act("DEL", AskPosition(asked, "ard-1"))
    game.act("DEL", TableText(strait.MIDDLE))
    game.act("DEL", OpenBackChannel())
    game.act("ARD", WithdrawText("ard-1"))
    game.act("EST", WithdrawText("est-1"))
    game.act("DEL", SetConsent("esker", "limited", ("escort",)))
    game.act("DEL", ReviseText("del-1", Change("clause", "end-date", True, 2)))
    game.act("COR", DeclareRedLine())
    return game


@pytest.fixture(scope="module")
def game() -> Game:
    return at_the_table().orders()


@pytest.fixture(scope="module")
def won_over() -> Game:
    """What if: Corven, its gas exempt and paid for, votes yes and gives half a ship and its trade."""
    played = at_the_table()
    played.act("DEL", ReviseText("del-1", Change("clause", "exemptions", True)))
    return played.orders({**VOTES, "COR": "yes"}, {**ESCORT, "COR": "half"}, {**SANCTIONS, "COR": "full"})


def test_the_order_is_sealed_before_anybody_acts() -> None:
    vosk = pressing(strait.second_round(strait.strait()).state)
    assert vosk.ordered is not None
    assert vosk.ordered.choice == "inspect"
    assert dict(vosk.ordered.bare) == {"inspect": 7 - 5, HOLD: 4, BACK: 0 + 0 - 34 - 4 + 3 + 14}
    assert (vosk.luck["inspect"], vosk.luck[HOLD], vosk.luck[BACK]) == (2, -1, 1)


def test_four_in_favour_and_four_needed(game: Game) -> None:
    result = game.working.state.council.texts["del-1"].result
    assert result is not None
    assert (result.adopted, result.in_favour, result.needed, result.against, result.abstaining) == (True, 4, 4, 1, 1)


def test_without_the_end_date_it_falls_short() -> None:
    game = at_the_table()
    game.act("DEL", ReviseText("del-1", Change("clause", "end-date", False)))
    game.orders({**VOTES, "EST": "abstain"}, {}, {})
    result = game.working.state.council.texts["del-1"].result
    assert result is not None
    assert (result.reason, result.in_favour, result.needed) == ("shortfall", 3, 4)


def test_cohesion_gains_by_adoption_and_loses_by_the_red_line(game: Game) -> None:
    assert (game.terms("cohesion"), game.gauge("cohesion")) == ([3, -3], 61)


def test_standing_gains_by_the_way_back_and_by_the_inquiry(game: Game) -> None:
    assert (game.terms("standing"), game.gauge("standing")) == ([3, 2], 61)


def test_the_escort_takes_half_of_its_ten_off_grip(game: Game) -> None:
    assert game.effect("escort") == (22, 66, 66, 86, 85, 100, 10)
    assert pressing(game.working.state).pain == 10
    assert game.terms("grip") == [-5, 10]
    assert game.gauge("grip") == 29


def test_sanctions_leak_and_have_not_begun_to_bite(game: Game) -> None:
    assert game.effect("targeted-sanctions") == (14, 43, 18, 85, 85, 50, 0)


def test_escalation_line_by_line(game: Game) -> None:
    assert game.terms("escalation") == [4, 4, -4, 7]
    assert game.gauge("escalation") == 45


def test_deterrence_goes_half_way_and_loses_by_the_end_date(game: Game) -> None:
    assert game.working.state.world.delivered == 100
    assert game.terms("deterrence") == [52 - 38, -4]
    assert game.gauge("deterrence") == 48


def test_vosk_inspects_by_one_point(game: Game) -> None:
    assert game.scores == {"inspect": 3, HOLD: 2, BACK: 2}
    taken = next(event for event in game.events if isinstance(event, StepTaken))
    assert (taken.ordered, taken.done, taken.nearest, taken.margin, taken.level) == ("inspect", "inspect", HOLD, 1, 2)
    assert told([taken]) == ["VOS. Ordered: inspect. Done: inspect. Nearest other: hold, 1 short."]


def test_harm_is_lessened_by_the_escort(game: Game) -> None:
    assert (game.terms("harm"), game.gauge("harm")) == ([4, -3], 13)


def test_what_it_cost_delma(game: Game) -> None:
    account = game.working.state.accounts["DEL"]
    assert account.treasury == 8 - 2 - 1 + 2
    brief, fear, given, own_text = -4 + 2, -3, 2 + 1, 3
    assert account.home == 58 + brief + fear - given + own_text
    assert account.credit == 4
    assert (account.attention, account.saved) == (3 + 1, 1)


def test_nothing_is_owed_that_was_not_met(game: Game) -> None:
    assert Counter(game.working.state.orders.settled.values()) == Counter()
    assert {
        seat: (account.met, account.due) for seat, account in game.working.state.accounts.items() if account.due
    } == {
        "ARD": (2, 2),
        "BEL": (2, 2),
        "DEL": (2, 2),
        "EST": (1, 1),
    }


def test_what_if_corven_had_been_won_over(won_over: Game) -> None:
    game = won_over
    assert (game.terms("cohesion"), game.gauge("cohesion")) == ([6], 67)
    assert (game.terms("standing"), game.gauge("standing")) == ([3, 2, 2], 63)
    assert game.effect("escort") == (22, 70, 70, 85, 85, 100, 11)
    assert game.effect("targeted-sanctions") == (11, 73, 53, 79, 85, 50, 1)
    assert pressing(game.working.state).pain == 12
    assert game.gauge("deterrence") == 49
    assert game.scores[BACK] == 4 > game.scores["inspect"] == 3
    assert pressing(game.working.state).last_step == BACK
    assert game.gauge("grip") == 24 - 5 - 12
    assert pressing(game.working.state).level == 0


def test_full_sanctions_come_to_three_in_the_next_round(won_over: Game) -> None:
    base, _, weight, readiness, delay, _, _ = won_over.effect("targeted-sanctions")
    assert base * weight * readiness * delay * 100 // 100**4 == 3


@pytest.mark.parametrize("corven", [False, True])
def test_the_opportunist_advances_whatever_corven_does(corven: bool) -> None:
    game = at_the_table("opportunist")
    if corven:
        game.act("DEL", ReviseText("del-1", Change("clause", "exemptions", True)))
        game.orders({**VOTES, "COR": "yes"}, {**ESCORT, "COR": "half"}, {**SANCTIONS, "COR": "full"})
    else:
        game.orders()
    assert game.scores["inspect"] == 6
    assert pressing(game.working.state).last_step == "inspect"
    if not corven:
        assert game.scores[BACK] == 2


def test_the_security_council_sounded_out_for_the_next_round(game: Game) -> None:
    working = game.working
    demand = Counter(security_council.votes(working, security_council.asked(working, "demand")).values())
    assert demand == {"yes": 14, "abstain": 1}
    mandate = security_council.votes(working, security_council.asked(working, "mandate"))
    assert "yes" not in mandate.values()
    assert security_council.result(working, mandate).reason == "shortfall"


def test_standing_is_what_the_mandate_costs(game: Game) -> None:
    working = Working(game.working.scenario, game.working.state.fork())
    working.state.world.gauges["standing"] = 80
    working.state.knowledge.public["vosk-hand"] = "established"
    votes = security_council.votes(working, security_council.asked(working, "mandate"))
    assert Counter(votes.values())["yes"] == 12
    assert security_council.result(working, votes).adopted
