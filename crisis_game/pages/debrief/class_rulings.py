"""One page of rulings for a class: each act once, and under it what the law says of it in each council that did it.

Councils of which the law says the same, word for word, stand together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crisis_game.debrief.class_played import ClassPlayed, CouncilPlayed
from crisis_game.debrief.model import ActTold
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.overruling import otherwise
from crisis_game.pages.parts import Fold, Heading, Page, Part, Run, line, quiet, run, sentences
from crisis_game.pages.rulings import ruling_without_path, words_of_act
from crisis_game.pages.settled import settled
from crisis_game.texts import Msgid, Text, Value, Wording


@dataclass(slots=True)
class _Told:
    """A ruling in words, and in which councils it was given, each with its round and who acted there."""

    title: tuple[Run, ...]
    parts: tuple[Part, ...]
    where: list[Text] = field(default_factory=list)


Rulings = dict[str, dict[tuple[str, ...], _Told]]
"""By the name of the act, then by its sentences."""


def class_rulings_page(played: ClassPlayed, language: str = "") -> Page:
    """The acts of all councils whose play is over; of the others nothing is told before they are.

    Args:
        played: the class.
        language: of the words; empty for the scenario's first.
    """
    over = [council for council in played.councils if council.finished]
    return Page("class-rulings", Text("Rulings"), tuple(_parts(over, language)))


def _parts(councils: Sequence[CouncilPlayed], language: str) -> Iterator[Part]:
    acts: Rulings = {}
    omissions: Rulings = {}
    for council in councils:
        wording = council_wording(council, language)
        for act in council.review.acts:
            _add(acts, council, act, wording)
        for act in council.review.omissions:
            _add(omissions, council, act, wording)
    if not acts and not omissions:
        yield line(Text("No act of legal weight is on record in a council that has played to the end."))
        return
    yield quiet(
        "Each act on what its actor knew: the word on it, on what it turns, what was wrong in any case, what is safe."
    )
    yield from _listed(acts, "{act}")
    yield from _listed(omissions, "Left undone: {act}")


def _add(rulings: Rulings, council: CouncilPlayed, act: ActTold, wording: Wording) -> None:
    parts = settled((*otherwise(act.overruled), *ruling_without_path(act.ruled)), wording)
    told = rulings.setdefault(wording.say(act.name), {}).setdefault(
        tuple(sentences(parts, wording)), _Told(words_of_act(act.ruled.judgement), parts)
    )
    who = Text("{seats:state}", {"seats": act.participants})
    values: dict[str, Value] = {"council": council.name, "n": act.round, "who": wording.say(who)}
    told.where.append(Text("{council} (round {n}, {who})", values))


def _listed(rulings: Rulings, heading: Msgid) -> Iterator[Part]:
    for name, by_words in rulings.items():
        yield Heading(Text(heading, {"act": name}))
        for told in by_words.values():
            where = run("{where}  ", "strong", where=tuple(told.where))
            yield Fold(line(where, *told.title), told.parts)
