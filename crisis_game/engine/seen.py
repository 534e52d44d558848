"""What one seat may know: the only road from the state to a screen, a policy, an offer or a refusal.

An allow-list: everything here is either public, the seat's own, or told to it. Whoever adds a method answers for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crisis_game.charter.model import Charter
from crisis_game.engine import authored, ground
from crisis_game.engine.conditions import Facts
from crisis_game.engine.offers_made import open_offer
from crisis_game.engine.state import (
    Account,
    ActiveMeasure,
    Amendment,
    Commitment,
    Commitments,
    Letter,
    Move,
    Opinion,
    Orders,
    Position,
    State,
)
from crisis_game.engine.text_seen import TextSeen
from crisis_game.scenario import model
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import BEAT_OF, FACILITATOR, GRADES, Beat, Grade, Phase, SeatId, StateId, Vote, grade_rank
from crisis_game.scenario.numbers import Numbers
from crisis_game.texts import Prose, Text


class Seen:
    """The exercise as one seat may know it.

    Attributes:
        seat: whose eyes these are; the facilitator's see everything.
    """

    __slots__ = ("_scenario", "_state", "seat")

    def __init__(self, scenario: model.Scenario, state: State, seat: SeatId) -> None:
        self._scenario = scenario
        self._state = state
        self.seat = seat

    # Where we stand -----------------------------------------------------------------------------------------------

    @property
    def phase(self) -> Phase:
        """The phase."""
        return self._state.table.phase

    @property
    def beat(self) -> Beat:
        """The beat."""
        return BEAT_OF[self._state.table.phase]

    @property
    def round(self) -> int:
        """The round, from 1; 0 before the start."""
        return self._state.table.round

    @property
    def rounds(self) -> int:
        """How many rounds are planned."""
        return self._scenario.lesson.rounds

    @property
    def lesson(self) -> model.Lesson:
        """How it is played."""
        return self._scenario.lesson

    @property
    def paused(self) -> bool:
        """Whether the clock stands."""
        return self._state.table.paused

    @property
    def emergency(self) -> str | None:
        """The text under the emergency procedure, where one was called this round."""
        return self._state.table.emergency

    @property
    def last_emergency(self) -> int:
        """The round of the last emergency procedure; far below 0 for never."""
        return self._state.table.last_emergency

    @property
    def emergencies(self) -> int:
        """How often the emergency procedure has been used."""
        return self._state.table.emergencies

    @property
    def ending(self) -> str | None:
        """The ending, once it has come."""
        return self._state.table.ending

    @property
    def role(self) -> str:
        """`member`, `adversary`, `neighbour`, `facilitator` or `observer`."""
        if self.seat == FACILITATOR:
            return "facilitator"
        sheet = self._scenario.states.get(self.seat)
        return sheet.role if sheet else "observer"

    def is_ready(self, seat: SeatId | None = None) -> bool:
        """Whether a seat (else one's own) is ready."""
        return (seat or self.seat) in self._state.table.ready

    def holder(self, seat: SeatId) -> str:
        """Who holds a seat: `person`, or a policy's name; `policy` for a seat of others held by any policy."""
        held = self._state.table.holders.get(seat, "policy")
        return held if seat == self.seat or held == "person" or self._all else "policy"

    # What everybody has in hand -----------------------------------------------------------------------------------

    @property
    def numbers(self) -> Numbers:
        """The numbers one lives under."""
        return self._scenario.numbers

    @property
    def charter(self) -> Charter:
        """The charter."""
        return self._scenario.charter

    @property
    def organ(self) -> str:
        """The organ that decides in this exercise."""
        return self._state.council.organ or self._scenario.organ

    @property
    def members(self) -> tuple[StateId, ...]:
        """All members, in the order of their ids."""
        return self._scenario.members

    @property
    def voters(self) -> tuple[StateId, ...]:
        """Members that are not suspended."""
        return tuple(one for one in self.members if one not in self._state.council.suspended)

    @property
    def adversary(self) -> StateId | None:
        """The state that presses, where there is one."""
        return self._scenario.adversary.state

    @property
    def victim(self) -> StateId | None:
        """The state that was wronged, whose consent a settlement takes."""
        return self._scenario.adversary.victim

    @property
    def neighbours(self) -> tuple[StateId, ...]:
        """Neighbours outside the organisation."""
        return tuple(self._scenario.neighbours)

    @property
    def played(self) -> tuple[str, ...]:
        """The measures this scenario plays with."""
        return self._scenario.played

    def measure(self, measure: str) -> model.Measure:
        """A measure of the catalogue."""
        return self._scenario.measures[measure]

    @property
    def measures(self) -> tuple[str, ...]:
        """All measures of the catalogue."""
        return tuple(self._scenario.measures)

    @property
    def clauses(self) -> dict[str, model.Clause]:
        """The clauses a text can have."""
        return dict(self._scenario.clauses)

    @property
    def aims(self) -> tuple[str, ...]:
        """The aims a text can have."""
        return tuple(self._scenario.aims)

    def purpose(self, aim: str) -> str:
        """The purpose that law sees in an aim; that of restoring what was, for a text without one."""
        found = self._scenario.aims.get(aim)
        return found.purpose if found else "restore-status-quo"

    @property
    def targets(self) -> tuple[str, ...]:
        """The author's list of targets of force."""
        return tuple(self._scenario.targets)

    def target(self, target: str) -> model.Target:
        """One of the author's targets of force."""
        return self._scenario.targets[target]

    @property
    def packages(self) -> dict[str, model.Package]:
        """The author's packages."""
        return dict(self._scenario.packages)

    @property
    def assets(self) -> dict[str, model.Asset]:
        """Who has what that nobody else can supply."""
        return dict(self._scenario.assets)

    @property
    def council_asks(self) -> tuple[str, ...]:
        """What the Security Council can be asked for; empty where the scenario has none."""
        council = self._scenario.council
        return tuple(ask.id for ask in council.asks) if council else ()

    def means(self, state: StateId) -> dict[str, int]:
        """What a state has, by domain."""
        return dict(self._scenario.states[state].means)

    def readiness(self, state: StateId) -> int:
        """How ready a state's forces are, 0-5."""
        return self._scenario.states[state].readiness

    # One's own ----------------------------------------------------------------------------------------------------

    @property
    def own(self) -> model.State:
        """One's own sheet: brief, mandate, red line, stances."""
        return self._scenario.states[self.seat]

    @property
    def account(self) -> Account:
        """One's own account; to be read, never changed."""
        return self._state.accounts[self.seat]

    @property
    def attention(self) -> int:
        """What attention one has left; 0 for a seat that has none."""
        account = self._state.accounts.get(self.seat)
        return account.attention if account else 0

    @property
    def orders(self) -> Orders:
        """One's own sealed choices of this round."""
        orders = self._state.orders
        return Orders(
            {key: one for key, one in orders.deliveries.items() if key[0] == self.seat or self._all},
            {key: one for key, one in orders.sheets.items() if key[0] == self.seat or self._all},
            {key: one for key, one in orders.alone.items() if key[0] == self.seat or self._all},
        )

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        """One's own opinions, oldest first."""
        return tuple(self._state.record.opinions.get(self.seat, ()))

    @property
    def counsel_round(self) -> int:
        """The round in which one last asked counsel; 0 for never."""
        return self._state.record.counsel.get(self.seat, 0)

    @property
    def sent(self) -> int:
        """Messages one has sent in this beat."""
        return self._state.mail.sent.get(self.seat, 0)

    # What is public -----------------------------------------------------------------------------------------------

    def credit(self, state: StateId) -> int:
        """How good a member's word is, 0-5."""
        return self._state.accounts[state].credit

    def pledges(self, state: StateId) -> tuple[int, int]:
        """Pledges a member has met in full, and pledges due so far."""
        account = self._state.accounts[state]
        return account.met, account.due

    @property
    def suspended(self) -> frozenset[StateId]:
        """Suspended members."""
        return frozenset(self._state.council.suspended)

    def gauge(self, gauge: str) -> int:
        """A gauge as this seat sees it: exact, or the shown estimate; hidden ones read 0."""
        kind = self._scenario.gauges[gauge].seen
        if kind == "all" or self._all:
            return self._state.world.gauges[gauge]
        return self._state.world.deterrence_shown if kind == "estimate" else 0

    @property
    def gauges(self) -> dict[str, model.Gauge]:
        """The gauges this seat may see, by id."""
        return {id_: one for id_, one in self._scenario.gauges.items() if one.seen != "facilitator" or self._all}

    @property
    def moves(self) -> tuple[Move, ...]:
        """Moves of the gauges that all see exactly; for those that are estimates see the debrief."""
        shown = self._scenario.gauges
        return tuple(one for one in self._state.world.moves if shown[one.gauge].seen == "all" or self._all)

    @property
    def level(self) -> int:
        """The adversary's place on its ladder; 0 for none."""
        return self._state.world.level

    @property
    def last_step(self) -> str:
        """What the adversary did last: a step, `hold` or `back`; empty before its first answer."""
        return self._state.world.last_step

    @property
    def incidents(self) -> dict[str, int]:
        """Incidents that have happened, with their rounds."""
        return {id_: one.round for id_, one in self._state.world.incidents.items()}

    def incident(self, incident: str) -> model.Incident:
        """The author's sheet of an incident that has happened; its facts are the judge's, not a player's."""
        return self._scenario.incidents[incident]

    def red_line(self, state: StateId) -> model.RedLine | None:
        """A member's red line: one's own, or one that was declared."""
        declared = state in self._state.commitments.red_lines
        return self._scenario.states[state].red_line if declared or state == self.seat or self._all else None

    @property
    def pain(self) -> int:
        """The effect of the measures in force in the last ANSWER."""
        return self._state.world.pain

    @property
    def own_harm(self) -> int:
        """Harm that the members' own measures have done so far."""
        return self._state.world.own_harm

    @property
    def commitments(self) -> Commitments:
        """What was declared, asked and demanded in public; promises only those from or to this seat."""
        public = self._state.commitments
        promises = {id_: one for id_, one in public.promises.items() if self._involves(one)}
        channels = [one for one in public.back_channels if one[1] == self.seat or self._all]
        return replace(public, promises=promises, back_channels=channels)

    @property
    def active(self) -> tuple[ActiveMeasure, ...]:
        """Measures in force or dormant."""
        return tuple(one for one in self._state.measures.values() if one.status != "ended")

    @property
    def ended(self) -> tuple[ActiveMeasure, ...]:
        """Measures that have ended."""
        return tuple(one for one in self._state.measures.values() if one.status == "ended")

    # Knowledge ----------------------------------------------------------------------------------------------------

    @property
    def claims(self) -> dict[str, Grade]:
        """Claims this seat has heard of, with the grade it knows: its own where it has one, else what all know."""
        knowledge = self._state.knowledge
        return {**knowledge.public, **knowledge.seats.get(self.seat, {})}

    def claim(self, claim: str) -> model.Claim:
        """The author's sheet of a claim; whether it is true is not for players."""
        return self._scenario.claims[claim]

    def public_grade(self, claim: str) -> Grade | None:
        """What all members know of a claim."""
        return self._state.knowledge.public.get(claim)

    def grade_of(self, text: str) -> Grade:
        """The grade a text rests on: the lowest that the council knows of its claims; established if it needs none."""
        claims = self._state.council.texts[text].draft.claims
        ranks = [grade_rank(self._state.knowledge.public.get(claim, "rumoured")) for claim in claims]
        return GRADES[max(0, min(ranks, default=3))]

    @property
    def believed(self) -> dict[str, Grade | None]:
        """What this seat has said to itself it believes."""
        return dict(self._state.knowledge.believed.get(self.seat, {}))

    @property
    def sources(self) -> dict[str, model.EvidenceSource]:
        """Sources in one's hands, and sources shared with one."""
        found = {}
        member = self.role == "member"
        for id_, source in self._scenario.sources.items():
            shared = self._state.knowledge.shared.get(id_)
            told = shared is not None and (self.seat in shared or (member and not shared))
            if source.holder == self.seat or self._all or told:
                found[id_] = source
        return found

    @property
    def shareable(self) -> tuple[str, ...]:
        """Sources one holds that not all members have yet, and that published reasons have not burned."""
        knowledge = self._state.knowledge
        return tuple(
            id_
            for id_, source in self._scenario.sources.items()
            if source.holder == self.seat
            and knowledge.shared.get(id_) != set()
            and knowledge.burned.get(id_, self.round) >= self.round
        )

    def shared_with(self, source: str) -> frozenset[SeatId] | None:
        """Those with whom a source in hand is shared: None for nobody, empty for all."""
        shared = self._state.knowledge.shared.get(source)
        return None if shared is None or source not in self.sources else frozenset(shared)

    @property
    def verifications(self) -> tuple[tuple[str, int, str], ...]:
        """Verifications asked for: claim, round, answer (empty while under way)."""
        return tuple((one.claim, one.round, one.answer) for one in self._state.knowledge.verifications)

    @property
    def accused(self) -> frozenset[StateId]:
        """States that a text or a public statement has named as author of a wrong."""
        return frozenset(self._state.knowledge.accused)

    # Texts --------------------------------------------------------------------------------------------------------

    @property
    def texts(self) -> dict[str, TextSeen]:
        """All texts, in order of tabling, without votes and without what others were told: for these see below."""
        return {id_: TextSeen(one) for id_, one in self._state.council.texts.items()}

    def text(self, text: str) -> TextSeen:
        """One text. Raises KeyError for an unknown id."""
        return TextSeen(self._state.council.texts[text])

    @property
    def on_table(self) -> tuple[str, ...]:
        """Texts on the table now, or put to the vote now."""
        return tuple(id_ for id_, one in self._state.council.texts.items() if one.status in ("table", "put"))

    @property
    def sheet(self) -> tuple[str, ...]:
        """Texts put to the vote, in the order of counting."""
        return self._state.council.sheet

    @property
    def amendments(self) -> dict[str, Amendment]:
        """Amendments proposed this round."""
        return self._state.council.amendments

    @property
    def deadlocks(self) -> int:
        """Rounds in a row in which even the chair's text failed."""
        return self._state.council.deadlocks

    @property
    def renewals(self) -> frozenset[str]:
        """Texts up for renewal by silence."""
        return frozenset(self._state.council.renewals)

    def position(self, text: str, state: StateId) -> Position | None:
        """Where a member stands on a text, as told to all or to this seat."""
        found = self._state.council.texts[text]
        return found.told.get((state, self.seat)) or found.positions.get(state)

    def votes(self, text: str) -> dict[StateId, Vote]:
        """Votes that this seat may see: all once opened or where the ballot is open, before that its own."""
        found = self._state.council.texts[text]
        if found.result is not None or self._all or self._open_ballot:
            return dict(found.votes)
        return {self.seat: found.votes[self.seat]} if self.seat in found.votes else {}

    def explanations(self, text: str) -> dict[StateId, tuple[str, str]]:
        """Explanations of vote: all once opened, before that one's own."""
        found = self._state.council.texts[text]
        if found.result is not None or self._all:
            return dict(found.explanations)
        return {seat: one for seat, one in found.explanations.items() if seat == self.seat}

    # Mail ---------------------------------------------------------------------------------------------------------

    @property
    def letters(self) -> Iterator[Letter]:
        """Letters this seat may read, oldest first."""
        return (one for one in self._state.mail.letters if self.reads(one.to) or one.sender == self.seat)

    @property
    def asked(self) -> tuple[tuple[SeatId, str, str], ...]:
        """Questions put to this seat about texts on the table: by whom, about which text, `position` or `why`."""
        open_ = self.on_table
        return tuple(
            (by, text, what) for by, to, text, what in self._state.mail.asked if to == self.seat and text in open_
        )

    def letter(self, letter: Letter) -> tuple[Prose | str, Prose | None, Prose | Text | str, Prose | None]:
        """A letter this seat may read: sender, title, words, and what it asks to be decided."""
        inject = self._scenario.injects.get(letter.sender)
        words = letter.words if letter.words is not None else letter.text or authored.authored(self._scenario, letter)
        sender = authored.sender_of(self._scenario, letter)
        if inject is None:
            return sender, None, words if words is not None else "", None
        return sender, inject.title, words if words is not None else "", inject.asks or None

    def name(self, state: StateId) -> Prose:
        """The name of a state."""
        return self._scenario.states[state].name

    def reads(self, to: tuple[SeatId, ...] | None) -> bool:
        """Whether something for this audience is for this seat."""
        return to is None or self.seat in to or self._all

    @property
    def waiting_injects(self) -> tuple[str, ...]:
        """Injects that have not arrived: for the facilitator alone."""
        arrived = self._state.script.arrived
        return tuple(one for one in sorted(self._scenario.injects) if one not in arrived) if self._all else ()

    @property
    def step_choices(self) -> tuple[str, ...]:
        """The two choices that the adversary's own seat has this round."""
        ordered = self._state.world.ordered
        if ordered is None or (self.role != "adversary" and not self._all):
            return ()
        return tuple(choice for choice, _ in ordered.with_luck[:2])

    def crosses_red_line(self, draft: Draft) -> bool:
        """Whether a draft crosses one's own red line, as things are known."""
        line = self.own.red_line if self.seat in self._scenario.states else None
        return line is not None and line.crossed.holds(Facts(self._scenario, self._state, draft, self.seat))

    @property
    def offer_open(self) -> int:
        """How far the widest off-ramp in force goes, in per cent; 0 where none is open."""
        return open_offer(self._state)

    @property
    def ground(self) -> ground.Ground:
        """The situation as this seat knows it, for its own reading of the law."""
        return ground.known(self._scenario, self._state, self.seat)

    @property
    def revealed(self) -> frozenset[str]:
        """What has been revealed before the debrief: `truth`, `temperament`, `scores`."""
        return frozenset(self._state.table.revealed)

    # ------------------------------------------------------------------------------------------------------------

    @property
    def _all(self) -> bool:
        return self.seat == FACILITATOR

    @property
    def _open_ballot(self) -> bool:
        return self._scenario.charter.organ(self.organ).ballot == "open"

    def _involves(self, one: Commitment) -> bool:
        return self.seat in (one.by, one.to) or self._all
