"""Ratings of a class: what injects expected and what was to be learnt, by council, and of one seat.

What the facilitator gave stands; where nothing was given, what the record proposes is told as a proposal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crisis_game.assessment.ratings import Proposal
from crisis_game.debrief.class_played import CouncilPlayed
from crisis_game.debrief.model import RatingTold, Review
from crisis_game.engine.events.ratings import rated_words
from crisis_game.engine.state import Rateable
from crisis_game.pages.answer_ratings import MET
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.parts import Line, Run, Table, item, run, verbatim
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text, Wording

Rated = tuple[RatingTold | None, Proposal | None]
"""The rating that was given, and what the record proposes."""

UNRATED = Text("not rated")


def ratings_table(councils: Sequence[CouncilPlayed], language: str = "") -> Table | None:
    """What was rated of all together, down; councils across. None where nothing was, and nothing is proposed."""
    columns = [_by_words(council, language) for council in councils]
    rows = dict.fromkeys(words for column in columns for words, cell in column.items() if cell is not UNRATED)
    if not rows:
        return None
    heads = (Text("Expected, or to be learnt"), *(verbatim(council.name) for council in councils))
    return Table(heads, tuple((verbatim(words), *(column.get(words, UNRATED) for column in columns)) for words in rows))


def seat_ratings(review: Review, seat: SeatId) -> Iterator[Line]:
    """What the facilitator rated of one seat, and of all together, each with the words given with it."""
    for what, (given, _) in _rated(review, seat).items():
        if given is not None:
            yield _given(what, given, run("you"))
    for what, (given, _) in _rated(review, "").items():
        if given is not None:
            yield _given(what, given, run("all together"))


def _given(what: Rateable, given: RatingTold, whose: Run) -> Line:
    sign, tone, words = MET[given.rating]
    said = (run(" “{words}”", "aside", words=given.words),) if given.words else ()
    return item(Run(rated_words(what)), run(" · "), whose, run(": "), Run(words, tone), *said, mark=sign, tone=tone)


def _rated(review: Review, seat: SeatId) -> Mapping[Rateable, Rated]:
    """All that is rated or proposed of a seat, in the order of proposals."""
    proposed = {proposal.what: proposal for proposal in review.proposals if proposal.seat == seat}
    given = {rating.what: rating for rating in review.ratings if rating.seat == seat}
    return {what: (given.get(what), proposed.get(what)) for what in (*proposed, *given)}


def _by_words(council: CouncilPlayed, language: str) -> dict[str, Text]:
    wording = council_wording(council, language)
    rated = _rated(council.review, "")
    return {wording.say(rated_words(what)): _said(_cell(*both), wording) for what, both in rated.items()}


def _said(cell: Text, wording: Wording) -> Text:
    return cell if cell is UNRATED else verbatim(wording.say(cell))


def _cell(given: RatingTold | None, proposal: Proposal | None) -> Text:
    if given is not None:
        words = Text("{rating}: {name}", {"rating": given.rating, "name": MET[given.rating][2]})
        return Text("{words} “{said}”", {"words": words, "said": given.words}) if given.words else words
    if proposal is not None and proposal.rating is not None:
        return Text("proposed {rating}: {name}", {"rating": proposal.rating, "name": MET[proposal.rating][2]})
    return UNRATED
