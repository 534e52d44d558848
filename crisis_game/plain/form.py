"""An offer filled in, field by field: the same questions for every kind of command."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from crisis_game.engine.act import Act, Chosen, Offer
from crisis_game.engine.acts.responses import ForceSheetDomain
from crisis_game.engine.domains import Domain, Whole, Words
from crisis_game.engine.drafts import DraftDomain
from crisis_game.engine.free_moves import MOST_EFFECTS, Effects
from crisis_game.engine.shared_values import ForceSheet, MoveEffect
from crisis_game.pages.choices import PRECAUTIONS, does_nothing, filled, in_groups, one_of, some_of, target_lines
from crisis_game.pages.free_moves import EffectField, effect_fields
from crisis_game.plain.console import BACK, Console
from crisis_game.plain.drafting import write_draft
from crisis_game.plain.page_lines import words_of
from crisis_game.texts import Text

NOTHING_MORE = Text("Nothing more")


def fill(console: Console, offer: Offer, known: Chosen | None = None) -> Act | None:
    """The command that a person makes of an offer; None if they went back.

    It is made by an answer to words that say all of it: what needs no question is told with the value that leads to
    it, and where nothing was asked, or an answer led to something that was not told before, a last question follows.
    Fields that are `known` are neither asked nor told.
    """
    console.line(Text("{name}. {meaning}", {"name": offer.act.name, "meaning": offer.act.does}))
    return _Filling(console, offer, known or {}).run()


class _Filling:
    """One offer while it is filled in.

    Attributes:
        chosen: values by field. told: rows that were said: values without a question, and what the act takes.
        answered: the fields that were asked.
    """

    def __init__(self, console: Console, offer: Offer, known: Chosen) -> None:
        self._console, self._offer = console, offer
        self._chosen: dict[str, Any] = dict(known)
        self._told: set[str] = set()
        self._answered: set[str] = set(known)

    def run(self) -> Act | None:
        """Field by field to the command; None to go back."""
        offer, all_told = self._offer, False
        while True:
            self._chosen = filled(offer, self._chosen)
            news = self._news(self._chosen)
            self._tell(news)
            all_told = all_told and not news
            name = next((field_name for field_name in offer.fields if field_name not in self._chosen), None)
            if name is None:
                break
            answer = self._ask(name)
            if answer is None:
                return None
            self._chosen[name], all_told = answer[0], True
        if not all_told and self._console.choose(Text("Shall it be done?"), [offer.act.name], BACK) is None:
            return None
        return offer.act.filled(self._chosen)

    def _news(self, chosen: Chosen) -> list[str]:
        """What these values lead to without a question, and what they take, as far as it was not told yet.

        What does nothing, such as a plain no, is not told.
        """
        seen, say = self._offer.seen, self._console.wording.say
        done = filled(self._offer, chosen)
        led_to = [name for name, value in done.items() if name not in self._answered and not does_nothing(value)]
        labels = (
            (self._offer.question(name), self._offer.question(name).label(seen, done[name], done)) for name in led_to
        )
        rows = [
            Text("{question} {only}", {"question": question.words, "only": label})
            for question, label in labels
            if say(label)
        ]
        return [row for row in map(say, (*rows, *self._offer.act.terms(seen, done))) if row not in self._told]

    def _tell(self, rows: Sequence[str]) -> None:
        for row in rows:
            self._console.line(row)
        self._told.update(rows)

    def _ask(self, name: str) -> tuple[Any] | None:
        """A value for one field, given the fields before it, in a tuple; None to go back."""
        self._answered.add(name)
        stands = self._offer.act.standing(self._offer.seen, self._chosen)
        if name in stands:
            label = self._offer.question(name).label(self._offer.seen, stands[name], self._chosen)
            self._console.line(Text("As it stands: {value}.", {"value": label}))
        return self._value(name, self._offer.domain(name, self._chosen))

    def _value(self, name: str, domain: Domain[object]) -> tuple[Any] | None:
        """What is answered, by the kind of the domain."""
        console = self._console
        if isinstance(domain, DraftDomain):
            draft = write_draft(console, self._offer.seen, domain)
            return None if draft is None else (draft,)
        if isinstance(domain, Whole):
            return (console.whole(self._offer.question(name).words, domain.low, domain.high),)
        if isinstance(domain, Words):
            said = console.words(self._offer.question(name).words, domain.least, domain.most)
            return (said,) if said or not domain.least else None
        if isinstance(domain, ForceSheetDomain):
            return (_sheet(console, self._offer),)
        if isinstance(domain, Effects):
            return (_effects(console, self._offer.question(name).words, domain),)
        several = some_of(domain)
        if several is not None:
            return (_several(console, self._offer, name, several),)
        return self._one(name, one_of(domain) or ())

    def _one(self, name: str, values: Sequence[Any]) -> tuple[Any] | None:
        """One of several values, each with what it leads to and takes; what is so for all of them is told once."""
        question, seen, say = self._offer.question(name), self._offer.seen, self._console.wording.say
        groups = in_groups(seen, question, values)
        values = [value for _, some in groups for value in some]
        news = [self._news({**self._chosen, name: value}) for value in values]
        self._tell([row for row in (news[0] if news else ()) if all(row in rows for rows in news)])
        own = [[row for row in rows if row not in self._told] for rows in news]
        said = iter(
            [
                "\n".join((say(question.label(seen, value, self._chosen)), *rows))
                for value, rows in zip(values, own, strict=True)
            ]
        )
        options = [(heading, list(islice(said, len(some)))) for heading, some in groups]
        place = self._console.choose_in(question.words, options, BACK)
        if place is None:
            return None
        self._told.update(own[place])
        return (values[place],)


def _several(console: Console, offer: Offer, name: str, domain: tuple[tuple[Any, ...], int, int]) -> tuple[Any, ...]:
    """Some of several values; none where there are none."""
    values, least, most = domain
    if not values:
        return ()
    question = offer.question(name)
    if question.none_is_all and not least:
        whom = [question.label(offer.seen, ()), Text("Some of them")]
        if console.choose(question.words, whom) == 0:
            return ()
        least = 1
    places = console.several(question.words, [question.label(offer.seen, value) for value in values], least, most)
    return tuple(values[place] for place in places)


def _effects(console: Console, question: Text, domain: Effects) -> tuple[MoveEffect, ...]:
    """What is done to each thing that is named, one after the other; 0 takes it back, and no more can be named."""
    amounts: dict[EffectField, int] = {}
    while True:
        room = len(amounts) < MOST_EFFECTS
        fields = [field for field in effect_fields(domain) if room or field in amounts]
        options = [
            Text("{what} {n:signed}", {"what": field.words, "n": amounts[field]}) if field in amounts else field.words
            for field in fields
        ]
        place = console.choose(question, options, NOTHING_MORE)
        if place is None:
            return tuple(MoveEffect(field.kind, field.subject, amount) for field, amount in amounts.items())
        field = fields[place]
        amount = console.whole(Text("By how much? With a minus it goes down."), -field.most, field.most)
        amounts.pop(field, None)
        if amount:
            amounts[field] = amount


def _sheet(console: Console, offer: Offer) -> ForceSheet:
    """A force sheet: the target, then the precautions that are taken."""
    targets = [offer.seen.target(id_) for id_ in offer.seen.targets]
    options = ["\n".join(words_of(row, console.wording) for row in target_lines(target)) for target in targets]
    place = console.choose(Text("Against which target?"), options) or 0
    chosen = console.several(
        Text("With which precautions?"), [Text(precaution) for precaution in PRECAUTIONS], 0, len(PRECAUTIONS)
    )
    return ForceSheet(targets[place].id, *(number in chosen for number in range(len(PRECAUTIONS))))
