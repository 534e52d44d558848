"""Events of texts on the table: tabled, revised, sponsored, merged, withdrawn, pledged under, put to the vote."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from crisis_game.engine.bargain_words import told_change
from crisis_game.engine.event import Audience, Event
from crisis_game.engine.events.moves import note_move, stood
from crisis_game.engine.reason_codes import Coded
from crisis_game.engine.shared_values import Change, TextId
from crisis_game.engine.state import MoveSeen, State, TextState
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import Delivery, MeasureId, SeatId
from crisis_game.texts import Msgid, Text


@dataclass(frozen=True, slots=True)
class ChairTextPlaced:
    """The chair's text of this round lies on the table; amendments of the round before are gone."""

    text: TextId
    draft: Draft
    matter: str
    to: Audience = None
    kind: ClassVar[str] = "chair-text-placed"

    def apply(self, state: State) -> None:
        """Lay it there; it has no sponsor."""
        state.council.amendments.clear()
        state.council.texts[self.text] = TextState(self.text, self.draft, [], state.round, self.matter)

    def tell(self) -> Text | None:
        """Which text is on the table."""
        return Text("{text:text} is on the table.", {"text": self.text})


@dataclass(frozen=True, slots=True)
class TextTabled:
    """A member put a text on the table."""

    seat: SeatId
    text: TextId
    draft: Draft
    matter: str
    to: Audience = None
    kind: ClassVar[str] = "text-tabled"

    def apply(self, state: State) -> None:
        """Lay it there, with its first sponsor."""
        council = state.council
        council.counts[self.seat] = council.counts.get(self.seat, 0) + 1
        council.texts[self.text] = TextState(self.text, self.draft, [self.seat], state.round, self.matter)
        note_move(state, self.to, MoveSeen(self.seat, "table-text", self.text))

    def tell(self) -> Text | None:
        """Who tables which text."""
        return Text("{seat:state} tables {text:text}.", {"seat": self.seat, "text": self.text})


@dataclass(frozen=True, slots=True)
class EmergencyCalled:
    """A member used the emergency procedure: nothing is waited for, and its text goes straight to the vote."""

    seat: SeatId
    text: TextId
    draft: Draft
    matter: str
    members: tuple[SeatId, ...]
    to: Audience = None
    kind: ClassVar[str] = "emergency-called"

    def apply(self, state: State) -> None:
        """Lay the text down; SITUATION waits for nobody any more."""
        council, table = state.council, state.table
        council.counts[self.seat] = council.counts.get(self.seat, 0) + 1
        text = TextState(self.text, self.draft, [self.seat], table.round, self.matter, confirmed=False)
        council.texts[self.text] = text
        table.emergency, table.last_emergency = self.text, table.round
        table.emergencies += 1
        state.ready.update(self.members)

    def tell(self) -> Text | None:
        """Who calls the emergency procedure for which text."""
        sentence = "{seat:state} calls the emergency procedure: {text:text} is put to the vote at once."
        return Text(sentence, {"seat": self.seat, "text": self.text})


@dataclass(frozen=True, slots=True)
class TextRevised:
    """A text on the table was changed: by its sponsor, by an amendment it took over, or by one that was carried."""

    text: TextId
    by: SeatId
    change: Change
    draft: Draft
    matter: str
    to: Audience = None
    kind: ClassVar[str] = "text-revised"

    def apply(self, state: State) -> None:
        """Put the new draft in place of the old one; by an amendment it is no move of who wanted it."""
        _replace(state, self.text, self.draft, self.matter)
        if state.council.texts[self.text].sponsors[:1] == [self.by]:
            note_move(state, self.to, MoveSeen(self.by, "revise-text", self.text, wants=(self.change,)))

    def tell(self) -> Text | None:
        """What changed in which text, and who wanted it."""
        return Text(
            "The change of {seat:state} to {text:text} is made: {change}.",
            {"text": self.text, "seat": self.by, "change": told_change(self.change)},
        )


@dataclass(frozen=True, slots=True)
class Cosponsored:
    """A member put its name to another's text."""

    seat: SeatId
    text: TextId
    to: Audience = None
    kind: ClassVar[str] = "cosponsored"

    def apply(self, state: State) -> None:
        """Add the name."""
        before = stood(state, self.text, self.seat)
        note_move(state, self.to, MoveSeen(self.seat, "cosponsor", self.text, before, "support"))
        state.council.texts[self.text].sponsors.append(self.seat)

    def tell(self) -> Text | None:
        """Who co-sponsors which text."""
        return Text("{seat:state} co-sponsors {text:text}.", {"seat": self.seat, "text": self.text})


@dataclass(frozen=True, slots=True)
class SponsorLeft:
    """A co-sponsor took its name off a text."""

    seat: SeatId
    text: TextId
    to: Audience = None
    kind: ClassVar[str] = "sponsor-left"

    def apply(self, state: State) -> None:
        """Take the name off."""
        state.council.texts[self.text].sponsors.remove(self.seat)
        note_move(state, self.to, MoveSeen(self.seat, "withdraw-text", self.text))

    def tell(self) -> Text | None:
        """Who no longer sponsors which text."""
        return Text("{seat:state} no longer sponsors {text:text}.", {"seat": self.seat, "text": self.text})


@dataclass(frozen=True, slots=True)
class TextWithdrawn:
    """Its first sponsor took a text off the table."""

    seat: SeatId
    text: TextId
    to: Audience = None
    kind: ClassVar[str] = "text-withdrawn"

    def apply(self, state: State) -> None:
        """Take it off."""
        state.council.texts[self.text].status = "withdrawn"
        note_move(state, self.to, MoveSeen(self.seat, "withdraw-text", self.text))

    def tell(self) -> Text | None:
        """Who withdraws which text."""
        return Text("{seat:state} withdraws {text:text}.", {"seat": self.seat, "text": self.text})


@dataclass(frozen=True, slots=True)
class TextsMerged:
    """A text took another into itself; those who sponsored the other sponsor it now."""

    seat: SeatId
    text: TextId
    into: TextId
    draft: Draft
    matter: str
    to: Audience = None
    kind: ClassVar[str] = "texts-merged"

    def apply(self, state: State) -> None:
        """Put the new draft in place, and take the other text off the table."""
        _replace(state, self.into, self.draft, self.matter)
        merged, kept = state.council.texts[self.text], state.council.texts[self.into]
        kept.sponsors.extend(sponsor for sponsor in merged.sponsors if sponsor not in kept.sponsors)
        merged.status = "withdrawn"
        note_move(state, self.to, MoveSeen(self.seat, "merge-texts", self.text, about=self.into))

    def tell(self) -> Text | None:
        """Which text is merged into which."""
        return Text("{text:text} is merged into {into:text}.", {"text": self.text, "into": self.into})


@dataclass(frozen=True, slots=True)
class PledgeMade:
    """A member pledged what it would deliver under a text, or took its pledge back (`none`)."""

    seat: SeatId
    text: TextId
    measure: MeasureId
    level: Delivery
    to: Audience = None
    kind: ClassVar[str] = "pledge-made"

    def apply(self, state: State) -> None:
        """Note it."""
        pledges = state.council.texts[self.text].pledges
        if self.level == "none":
            pledges.pop((self.seat, self.measure), None)
        else:
            pledges[self.seat, self.measure] = self.level
        note_move(state, self.to, MoveSeen(self.seat, "pledge", self.text, about=self.measure))

    def tell(self) -> Text | None:
        """What the member pledges under which text."""
        return Text(_PLEDGES[self.level], {"seat": self.seat, "text": self.text, "measure": self.measure})


@dataclass(frozen=True, slots=True)
class TextsPut:
    """Texts are put to the vote, in this order; from now on they are frozen."""

    texts: tuple[TextId, ...]
    to: Audience = None
    kind: ClassVar[str] = "texts-put"

    def apply(self, state: State) -> None:
        """Lay them on the sheet."""
        state.council.sheet = self.texts
        state.council.best = ""
        for text in self.texts:
            state.council.texts[text].status = "put"

    def tell(self) -> Text | None:
        """Name them."""
        return Text("Put to the vote: {texts:text}.", {"texts": self.texts})


@dataclass(frozen=True, slots=True)
class TextLapsed:
    """A text fell off the table without a count, or its count came to nothing."""

    text: TextId
    why: Coded
    to: Audience = None
    kind: ClassVar[str] = "text-lapsed"

    def apply(self, state: State) -> None:
        """Take it off."""
        state.council.texts[self.text].status = "lapsed"

    def tell(self) -> Text | None:
        """Which text lapses, and why."""
        return Text("{text:text} lapses: {why}.", {"text": self.text, "why": self.why.text})


def _replace(state: State, text: TextId, draft: Draft, matter: str) -> None:
    """Put a new draft in place: pledges for measures that are no longer in it are gone, and opinions on it are void."""
    text_state = state.council.texts[text]
    if draft != text_state.draft:
        _void(state, text)
    text_state.draft, text_state.matter = draft, matter
    for key in [key for key in text_state.pledges if not draft.has(key[1])]:
        del text_state.pledges[key]


def _void(state: State, text: TextId) -> None:
    for opinions in state.record.opinions.values():
        opinions[:] = [replace(opinion, void=True) if opinion.text == text else opinion for opinion in opinions]


_PLEDGES: dict[Delivery, Msgid] = {
    "full": "{seat:state} pledges {measure:measure} in full under {text:text}.",
    "half": "{seat:state} pledges {measure:measure} by half under {text:text}.",
    "none": "{seat:state} takes back its pledge of {measure:measure} under {text:text}.",
}

EVENTS: tuple[type[Event], ...] = (
    ChairTextPlaced,
    TextTabled,
    EmergencyCalled,
    TextRevised,
    Cosponsored,
    SponsorLeft,
    TextWithdrawn,
    TextsMerged,
    PledgeMade,
    TextsPut,
    TextLapsed,
)
