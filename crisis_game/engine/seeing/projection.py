"""The scenario that one seat may have now: all that a front end plays over, here and, later, at the end of a wire.

Tied to `Seen` by a test: what a seat sees over its own scenario is what it sees over the whole one; and each field of a
record is decided on, by another. Tables keep their order, since offers follow it; a variant keeps its place, since
letters and events name it by that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from crisis_game.conditions.condition import always, never, nothing
from crisis_game.conditions.partly_answered import about_the_text
from crisis_game.engine import authored
from crisis_game.engine.bargainer import BACK, HOLD
from crisis_game.engine.conditions import Facts
from crisis_game.engine.event import Event
from crisis_game.engine.events.actors import StepTaken
from crisis_game.engine.events.world import EndingReached
from crisis_game.engine.fact_readings import seen_rows
from crisis_game.engine.legal_situation import seen_facts
from crisis_game.engine.seeing.questions import weighed
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import State
from crisis_game.scenario import model
from crisis_game.scenario.fact_rows import rows_of
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.records import NO_WORDS
from crisis_game.scenario.standard_gauges import HARM
from crisis_game.texts import Prose

Wording: TypeAlias = tuple[str, int]
"""One wording: of what, and the place of the variant, -1 for the main words."""

NOTHING = NO_WORDS
NEVER = never()
NO_FORMULA = nothing()


def heard_words(events: Iterable[Event]) -> Iterator[Wording]:
    """The author's wordings that events bring: what was done, and how it ended. Those of letters stand in the mail."""
    for event in events:
        match event:
            case StepTaken():
                yield _choice(event.actor, event.done), event.variant
            case EndingReached():
                yield event.ending, event.variant


def _choice(actor: str, done: str) -> str:
    """Under which name the words are kept for what an actor did: a step has its own, holding is its actor's."""
    return f"{actor}:{done}" if done in (HOLD, BACK) else done


def projected(scenario: model.Scenario, state: State, seat: SeatId, heard: Collection[Wording]) -> model.Scenario:
    """What a seat may have of a scenario now; the facilitator has all of it.

    Args:
        scenario: the whole.
        state: where things stand.
        seat: whose scenario it is.
        heard: `heard_words` of all events that the seat has seen.
    """
    return scenario if seat == FACILITATOR else _Projection(scenario, state, seat, heard).made()


class _Projection:
    """A seat, and the wordings that it has read."""

    def __init__(self, scenario: model.Scenario, state: State, seat: SeatId, heard: Collection[Wording]) -> None:
        self._scenario = scenario
        self._state = state
        self._seen = Seen(scenario, state, seat)
        self._seat = seat
        self._own = scenario.sheets.own.get(seat)
        letters = tuple(self._seen.letters)
        plain = (letter for letter in letters if letter.words is None and letter.says is None)
        self._read = frozenset((letter.sender, letter.variant) for letter in plain)
        self._heard = frozenset(heard)
        self._injects = frozenset(letter.sender for letter in letters if letter.id.startswith(authored.INJECT))
        self._said = frozenset(said for letter in letters if (said := authored.answer_said(letter)) is not None)
        self._reactions = frozenset(letter.sender for letter in letters if letter.id.startswith(authored.REACTION))
        self._hints = frozenset(letter.sender for letter in letters if letter.channel == "hint")

    def made(self) -> model.Scenario:
        """The scenario, with nothing in it but what is named here."""
        whole, seen = self._scenario, self._seen
        return replace(
            whole,
            resembles=None,
            states={id_: self._state_sheet(state) for id_, state in whole.states.items()},
            truths={},
            draws={},
            claims={id_: self._claim(claim) for id_, claim in whole.claims.items() if self._knows(claim)},
            sources={id_: self._source(source) for id_, source in whole.sources.items() if self._has(source)},
            incidents={
                id_: self._incident(incident) for id_, incident in whole.incidents.items() if self._happened(incident)
            },
            aims={id_: replace(aim, reached=NEVER) for id_, aim in whole.aims.items()},
            voices=self._voices(),
            measures={id_: self._measure(measure) for id_, measure in whole.measures.items()},
            consents={id_: self._consent(consent) for id_, consent in whole.consents.items()},
            milestones={},
            injects={id_: self._inject(inject) for id_, inject in whole.injects.items() if self._has_read_of(id_)},
            reactions={
                id_: replace(reaction, when=NEVER, effects=(), repeat=False)
                for id_, reaction in whole.reactions.items()
                if id_ in self._reactions
            },
            actors={id_: self._actor(actor) for id_, actor in whole.actors.items()},
            endings=tuple(map(self._ending, (end for end in whole.endings if end.id == self._state.table.ending))),
            objectives=(),
            debrief=(),
            teaching=NOTHING,
            guidance=whole.guidance if whole.lesson.guided else (),
            trials=(),
            gauges=seen.gauges,
            gauge_rows={id_: self._rows(id_, rows) for id_, rows in whole.gauge_rows.items() if id_ in seen.gauges},
            chair=(),
            council=self._council(),
        )

    # What a seat has read --------------------------------------------------------------------------------------------

    def _words(
        self, of: str, main: Prose, variants: tuple[model.Variant, ...], read: frozenset[Wording]
    ) -> tuple[Prose, tuple[model.Variant, ...]]:
        """Main words and variants with those alone that were read; behind the last of these there is nothing."""
        places = {place for sender, place in read if sender == of}
        kept = tuple(
            model.Variant(NEVER, variant.text if place in places else NOTHING)
            for place, variant in enumerate(variants[: max(places, default=-1) + 1])
        )
        return main if -1 in places else NOTHING, kept

    # Records ---------------------------------------------------------------------------------------------------------

    def _state_sheet(self, state: model.State) -> model.State:
        if state.id == self._seat:
            account = self._state.accounts.get(state.id)
            mandate = (model.MandateLine(line.kind, line.text, NEVER, NEVER, NEVER) for line in state.mandate)
            brief = state.new_brief if account and account.ministers else NOTHING
            own_line = self._own_red_line(state.red_line)
            rows = tuple(model.HomeRow(NEVER, NO_FORMULA, row.why) for row in state.home_moves)
            return replace(
                state,
                new_brief=brief,
                mandate=tuple(mandate),
                red_line=own_line,
                home_moves=rows,
                policy="",
                likes={liked: like for liked, like in state.likes.items() if like.when is None},
            )
        line = self._seen.red_line(state.id)
        return replace(
            state,
            brief=NOTHING,
            new_brief=NOTHING,
            mandate=(),
            red_line=model.RedLine(line, NEVER) if line else None,
            treasury=0,
            home=0,
            likes={},
            wants={},
            declares={},
            home_moves=(),
            law_weight=0,
            price=0,
            policy="",
            voice=None,
        )

    def _voices(self) -> dict[str, model.Voice]:
        """The seat's own."""
        own = self._scenario.states.get(self._seat)
        return {id_: voice for id_, voice in self._scenario.voices.items() if own is not None and own.voice == id_}

    def _own_red_line(self, line: model.RedLine | None) -> model.RedLine | None:
        """One's own red line, with nothing in it but what it asks of a text."""
        if line is None:
            return None
        world = Facts(self._scenario, self._state, seat=self._seat)
        return model.RedLine(line.text, about_the_text(line.crossed, world))

    def _knows(self, claim: model.Claim) -> bool:
        own = self._own.sources if self._own else ()
        return claim.id in self._seen.claims or claim.start is not None or claim.id in [source.claim for source in own]

    def _claim(self, claim: model.Claim) -> model.Claim:
        answers = {place for sender, place in self._read if sender == f"{authored.VERIFICATION}{claim.id}"}
        return replace(
            claim,
            holds=NEVER,
            confirmed=claim.confirmed if answers - {1} else NOTHING,
            refuted=claim.refuted if 1 in answers else NOTHING,
        )

    def _has(self, source: model.EvidenceSource) -> bool:
        """Whether the seat holds a source, was shown it, or has a letter of it to read again."""
        return source.id in self._seen.sources or f"{authored.SOURCE}{source.id}" in {of for of, _ in self._read}

    def _source(self, source: model.EvidenceSource) -> model.EvidenceSource:
        text, variants = self._words(f"{authored.SOURCE}{source.id}", source.text, source.variants, self._read)
        cost = source.cost if source.holder == self._seat else 0
        return replace(source, text=text, variants=variants, moves={}, default_move=0, cost=cost, keeps=None)

    def _happened(self, incident: model.Incident) -> bool:
        return incident.id in self._state.world.incidents or incident.round == 0

    def _measure(self, measure: model.Measure) -> model.Measure:
        public = self._scenario.sheets.measures[measure.id]
        if not rows_of(measure.facts):
            return public
        facts = seen_rows(measure.facts, Facts(self._scenario, self._state), self._seen.claims)
        return replace(public, facts=facts)

    def _consent(self, consent: model.Consent) -> model.Consent:
        world, known = Facts(self._scenario, self._state), self._seen.claims
        return replace(
            consent, facts=seen_rows(consent.facts, world, known), without=seen_rows(consent.without, world, known)
        )

    def _incident(self, incident: model.Incident) -> model.Incident:
        facts = seen_facts(self._scenario, self._state, incident.id, self._seen.claims)
        harm = self._scenario.sheets.incidents[incident.id].harm
        return replace(
            incident,
            facts=facts,
            fact_variants=(),
            round=0 if incident.round == 0 else None,
            moves={HARM: harm} if harm else {},
            dead=0,
        )

    def _has_read_of(self, inject: str) -> bool:
        """Whether the seat has got an inject, or heard what another said with its answer."""
        return inject in self._injects or any(inject == answered for answered, _ in self._said)

    def _inject(self, inject: model.Inject) -> model.Inject:
        if inject.id not in self._injects:
            return self._heard_of(inject)
        text, variants = self._words(inject.id, inject.text, inject.variants, self._read)
        return replace(
            inject,
            asks=self._asks(inject),
            then=(),
            round=None,
            until_round=None,
            when=None,
            to=(),
            text=text,
            variants=variants,
            effects=(),
            home_of=None,
            expected=NOTHING,
            reads=None,
            droppable=False,
        )

    def _heard_of(self, inject: model.Inject) -> model.Inject:
        """An inject of which the seat knows nothing but what was said with an answer to it."""
        return model.Inject(
            inject.id, NOTHING, None, None, "situation", None, (), "news", NOTHING, None, NOTHING, (), (),
            self._asks(inject), None, NOTHING,
        )  # fmt: skip

    def _asks(self, inject: model.Inject) -> model.Asking | None:
        """What is asked, as far as it is asked of this seat, and what was said with answers that all have read."""
        asks = inject.asks
        if asks is None:
            return None
        asked = self._seen.question(inject.id) is not None
        replies = (self._reply(inject.id, reply, asked=asked) for reply in asks.choices)
        kept = tuple(reply for reply in replies if reply is not None)
        if asked:
            return replace(asks, choices=kept, expect=model.Expectation())
        return model.Asking(asks.text if inject.id in self._injects else NOTHING, kept)

    def _reply(self, inject: str, reply: model.Reply, *, asked: bool) -> model.Reply | None:
        says = reply.says if (inject, reply.id) in self._said else NOTHING
        if asked:
            return replace(reply, effects=weighed(reply.effects, self._seat, self._seen.gauges), says=says)
        return model.Reply(reply.id, NOTHING, says=says) if says else None

    def _actor(self, actor: model.Actor) -> model.Actor:
        """Who it is and what it was seen to do; not how it is minded, nor what would move it."""
        hold, held = self._words(_choice(actor.id, HOLD), actor.hold_text, actor.hold_variants, self._heard)
        back, backed = self._words(_choice(actor.id, BACK), actor.back_text, actor.back_variants, self._heard)
        heard, variants = self._words(f"{authored.HEARING}{actor.id}", actor.hearing, actor.variants, self._read)
        return replace(
            actor,
            brief=actor.brief if self._seat == actor.id else NOTHING,
            aims=actor.aims if self._seat == actor.id else NOTHING,
            start_level=0,
            steps=tuple(map(self._step, actor.steps)),
            temperaments={},
            scores=(),
            hold_text=hold,
            hold_variants=held,
            back_text=back,
            back_variants=backed,
            asks=None,
            settlement=self._settlement(actor),
            hearing=heard,
            variants=variants,
            gives=(),
            refused=(),
            stance="wary",
            stock=None,
            members=None,
            answers={},
            shifts=(),
        )

    def _settlement(self, actor: model.Actor) -> model.Settlement | None:
        """On which terms it can be settled, and whether what they ask of the world holds now."""
        terms = actor.settlement
        if terms is None:
            return None
        holds = terms.when.holds(Facts(self._scenario, self._state))
        return replace(terms, when=always() if holds else NEVER)

    def _step(self, step: model.Step) -> model.Step:
        text, variants = self._words(step.id, step.text, step.variants, self._heard)
        facts = step.facts if step.id in self._state.world.once else {}
        hint = step.hint if step.id in self._hints else NOTHING
        return replace(
            step, gain=0, risk=0, moves={}, text=text, variants=variants, hint=hint, facts=dict(facts),
            when=None, at=None, chance=0, incident=None,
        )  # fmt: skip

    def _ending(self, ending: model.Ending) -> model.Ending:
        text, variants = self._words(ending.id, ending.text, ending.variants, self._heard)
        return replace(ending, rank=0, when=NEVER, text=text, variants=variants, good=False, how=())

    def _rows(self, gauge: str, rows: tuple[model.GaugeRow, ...]) -> tuple[model.GaugeRow, ...]:
        """The reasons of rows that have moved a gauge, at their places; nothing of the others."""
        reasons = self._seen.row_reasons
        return tuple(
            model.GaugeRow(NEVER, NO_FORMULA, reasons.get(model.row_id(gauge, place), NOTHING))
            for place in range(len(rows))
        )

    def _council(self) -> model.SecurityCouncil | None:
        """Who sits in it and what may be asked of it; not how they are minded, nor what it would answer."""
        whole = self._scenario.council
        if whole is None:
            return None
        members = (model.CouncilMember(member.id, member.name, member.permanent, 0) for member in whole.members)
        asks = (model.CouncilAsk(ask.id, ask.rung, NOTHING, NOTHING) for ask in whole.asks)
        return model.SecurityCouncil(tuple(members), tuple(asks))
