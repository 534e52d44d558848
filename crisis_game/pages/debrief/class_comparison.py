"""Councils beside each other, rounds down: texts with their votes, deliveries, the other side, gauges, the ending."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from crisis_game.debrief.class_played import ClassPlayed
from crisis_game.debrief.comparison import Aspect, Comparison, CouncilCourse, CouncilRound, CouncilTold, compare
from crisis_game.debrief.course import RollCall
from crisis_game.exercise.class_folder import LeftOut
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.parts import Heading, Line, Page, Part, Run, Table, item, line, quiet, run, verbatim
from crisis_game.texts import Text, Value, Wording

PARTS = "◆"
"""Before the words that say in what a council goes another way than the first."""

PARTED: Mapping[Aspect, Text] = {
    "moves": Text("other moves of their own"),
    "texts": Text("another text"),
    "votes": Text("other votes"),
    "deliveries": Text("other deliveries"),
    "answer": Text("another answer"),
    "gauges": Text("other gauges"),
    "ending": Text("another ending"),
}

Row = Aspect | Literal["hands"]

ROWS: tuple[tuple[Row, Text], ...] = (
    ("moves", Text("Round {n}: moves of their own")),
    ("texts", Text("Round {n}: adopted")),
    ("votes", Text("Round {n}: not adopted")),
    ("hands", Text("Round {n}: by raised hands")),
    ("deliveries", Text("Round {n}: given")),
    ("answer", Text("Round {n}: the other side")),
    ("gauges", Text("Round {n}: gauges")),
)
"""What is told of each round, and how its row is headed."""


def class_comparison_page(played: ClassPlayed, language: str = "") -> Page:
    """All councils of a class beside each other.

    Args:
        played: the class.
        language: of the words; empty for the scenario's first.
    """
    return comparison_page(played.councils, language, played.left_out)


def comparison_page(councils: Sequence[CouncilTold], language: str = "", left_out: Sequence[LeftOut] = ()) -> Page:
    """Councils beside each other, with the files that were left out."""
    wordings = [council_wording(council, language) for council in councils]
    return Page("comparison", Text("Side by side"), tuple(_parts(compare(councils), wordings, left_out)))


def _parts(comparison: Comparison, wordings: Sequence[Wording], left_out: Sequence[LeftOut]) -> Iterator[Part]:
    yield from _conditions(comparison)
    for file in left_out:
        yield item(run("{file} is left out: {why}", "warning", file=file.name, why=file.why), mark="!")
    if len(comparison.councils) > 1:
        yield from _partings(comparison)
    heads = (Text("When"), *(verbatim(council.name) for council in comparison.councils))
    rows = [row for number in range(1, comparison.rounds + 1) for row in _rows(comparison, wordings, number)]
    yield Table(heads, (*rows, _endings(comparison, wordings)))


def _conditions(comparison: Comparison) -> Iterator[Line]:
    """What is the same for all, and what is not, since what differs by itself says nothing of people."""
    if comparison.same_seed and len(comparison.councils) > 1:
        yield quiet("All councils met the same world with the same luck: what differs comes of what they did.")
    elif not comparison.same_seed:
        yield line(
            run("The councils played with different seeds: luck, and what was true, need not be the same.", "warning")
        )
        for council in comparison.councils:
            yield item(run("{council}: seed {seed}", council=council.name, seed=str(council.seed)))
    if not comparison.same_version:
        yield line(run("They played different versions of the scenario.", "warning"))
    for council in comparison.councils:
        if not council.finished:
            told = (
                "{council} has not played to the end; it is compared as far as it went, by what all members may know."
            )
            yield line(run(told, "warning", council=council.name))


def _partings(comparison: Comparison) -> Iterator[Part]:
    """Where each of the others goes another way than the first."""
    first, *others = comparison.councils
    yield Heading(Text("Where they part"))
    for council in others:
        values = {"council": council.name, "first": first.name}
        if council.parted is None:
            yield item(run("{council} goes the same way as {first} as far as both have played.", **values))
        else:
            yield item(
                run("{council} parts from {first} in round {n}: ", **values, n=council.parted.round),
                Run(PARTED[council.parted.aspect], "strong"),
                mark=PARTS,
            )


def _rows(comparison: Comparison, wordings: Sequence[Wording], number: int) -> Iterator[tuple[Text, ...]]:
    """The rows of one round; one that is empty for all is left out."""
    for aspect, head in ROWS:
        cells = tuple(
            _cell(council, wording, number, aspect)
            for council, wording in zip(comparison.councils, wordings, strict=True)
        )
        if aspect == "texts" or any(cell.msgid != NOTHING.msgid for cell in cells):
            yield Text(head.msgid, {"n": number}), *cells


OUTCOMES: Mapping[str, Text] = {
    "refused": Text("refused"),
    "allowed": Text("allowed"),
    "odds": Text("not drawn yet"),
    "worked": Text("it worked"),
    "failed": Text("it failed"),
}
"""What came of a move of a seat's own."""

NOTHING = Text("nothing")
NOT_PLAYED = Text("not played")


def _cell(council: CouncilCourse, wording: Wording, number: int, aspect: Row) -> Text:
    if number > len(council.rounds):
        return NOT_PLAYED
    said = "; ".join(wording.say(words) for words in _TOLD[aspect](council.rounds[number - 1]))
    return _marked(council, number, aspect, verbatim(said) if said else NOTHING)


def _marked(council: CouncilCourse, number: int, aspect: Row, told: Text) -> Text:
    """What a cell tells, behind the mark where the council parts there."""
    parted = council.parted
    if parted is None or (parted.round, parted.aspect) != (number, aspect):
        return told
    return Text("◆ {word}: {told}", {"word": PARTED[parted.aspect], "told": told})


def _endings(comparison: Comparison, wordings: Sequence[Wording]) -> tuple[Text, ...]:
    return Text("Ending"), *(
        _ending(council, wording) for council, wording in zip(comparison.councils, wordings, strict=True)
    )


def _ending(council: CouncilCourse, wording: Wording) -> Text:
    if council.ending is None:
        return NOT_PLAYED
    return _marked(council, len(council.rounds), "ending", verbatim(wording.say(council.ending.title)))


def _moves(round_: CouncilRound) -> Iterator[Text]:
    """The moves of a round with what came of each."""
    for move in round_.moves:
        came = OUTCOMES[move.ruling.outcome] if move.ruling is not None else Text("not ruled on")
        values: dict[str, Value] = {"seat": move.seat, "words": move.words, "came": came}
        if move.ruling is not None and move.ruling.odds:
            values |= {"odds": move.ruling.odds}
            yield Text("{seat:state}: “{words}” ({odds} of ten: {came})", values)
        else:
            yield Text("{seat:state}: “{words}” ({came})", values)


def _hands(round_: CouncilRound) -> Iterator[Text]:
    for raised in round_.hands:
        yield Text("{text:text}: {seats:state}", {"text": raised.text, "seats": raised.seats})


def _adopted(round_: CouncilRound) -> Iterator[Text]:
    return map(_vote, round_.adopted)


def _not_adopted(round_: CouncilRound) -> Iterator[Text]:
    return (_vote(vote) for vote in round_.votes if vote.status != "adopted")


def _vote(vote: RollCall) -> Text:
    counts = [ballot.vote for ballot in vote.votes]
    against = tuple(ballot.seat for ballot in vote.votes if ballot.vote == "no")
    values: dict[str, Value] = {
        "text": vote.text,
        "yes": counts.count("yes"),
        "abstain": counts.count("abstain"),
        "no": len(against),
    }
    if not against:
        return Text("{text:text} ({yes} yes, {no} no, {abstain} abstaining)", values)
    return Text(
        "{text:text} ({yes} yes, {no} no, {abstain} abstaining; against: {seats:state})", values | {"seats": against}
    )


def _given(round_: CouncilRound) -> Iterator[Text]:
    """What was given to each measure: who gave how much."""
    for measure in dict.fromkeys(each.measure for each in round_.deliveries):
        shares = [each for each in round_.deliveries if each.measure == measure]
        told = tuple(
            Text(
                "{given:level} by {seats:state}",
                {"given": given, "seats": tuple(each.seat for each in shares if each.given == given)},
            )
            for given in dict.fromkeys(each.given for each in shares)
        )
        yield Text("{measure:measure}: {shares}", {"measure": measure, "shares": told})


def _answers(round_: CouncilRound) -> Iterator[Text]:
    several = len(round_.answers) > 1
    for actor, step in round_.answers:
        words = "{actor:state}: {step:step}" if several else "{step:step}"
        yield Text(words, {"actor": actor, "step": step})


def _gauges(round_: CouncilRound) -> Iterable[Text]:
    return (Text("{gauge:gauge} {value}", {"gauge": id_, "value": value}) for id_, value in round_.gauges)


_TOLD: Mapping[Row, Callable[[CouncilRound], Iterable[Text]]] = {
    "moves": _moves,
    "texts": _adopted,
    "votes": _not_adopted,
    "hands": _hands,
    "deliveries": _given,
    "answer": _answers,
    "gauges": _gauges,
}
