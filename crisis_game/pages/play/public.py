"""What everybody may know, for a projector or to be read aloud to the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.draft_words import summary
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import ClaimLine, IncidentLine, TextLine, View
from crisis_game.exercise.public import counting
from crisis_game.pages.grades import graded
from crisis_game.pages.parts import Fold, Heading, Line, Page, Part, Run, item, run
from crisis_game.pages.play.leading import in_one_line, leading, leading_text
from crisis_game.pages.play.situation import NOTHING_HAPPENED
from crisis_game.pages.play.text_page import headline
from crisis_game.pages.record import act_line
from crisis_game.pages.roll_call import turned
from crisis_game.pages.rulings import LEFT_UNDONE
from crisis_game.pages.votes import VOTES, result_run
from crisis_game.texts import Text


def public_news(view: View, acts: Sequence[PublicAct]) -> Page:
    """The texts that count now, the acts on record, then what has happened, the newest first."""
    return Page("news", Text("On record"), tuple(_news(view, acts)) or (NOTHING_HAPPENED,))


def _news(view: View, acts: Sequence[PublicAct]) -> Iterator[Part]:
    yield from texts_in_public(view)
    done, omitted = [act for act in acts if not act.omission], [act for act in acts if act.omission]
    for heading, listed in ((Text("Acts on record"), done), (LEFT_UNDONE, omitted)):
        if listed:
            yield Heading(heading)
        yield from (item(*act_line(act).runs, mark="▪") for act in listed)
    if view.incidents:
        yield Heading(Text("What has happened"))
    for incident in reversed(view.incidents):
        yield from _incident(incident)


def texts_in_public(view: View) -> Iterator[Part]:
    """The leading text whole, the other open ones in a line each; then what was voted on, name by name."""
    texts = counting(view)
    open_ = [text for text in texts if text.result is None]
    first = leading(open_)
    if first is not None:
        yield leading_text(view.seen, first)
    yield from (in_one_line(text) for text in open_ if text is not first)
    for text in texts:
        if text.result is not None:
            yield Fold(headline(text), tuple(_votes(view.seen, text)), opened=True)


def _votes(seen: Seen, text: TextLine) -> Iterator[Line]:
    """What it says, who voted how, what that came to, and which single vote would have turned it."""
    yield item(Run(summary(text.draft, seen), "quiet"), mark=" ")
    for vote in VOTES:
        seats = tuple(seat for seat, cast in text.votes if cast == vote)
        if seats:
            yield item(run("{vote:vote}: {seats:state}", vote=vote, seats=seats), mark=" ")
    yield from (item(result, mark=" ") for result in result_run(text))
    yield from (item(Run(words, "quiet"), mark=" ") for words in turned(seen, text.id))


def _incident(incident: IncidentLine) -> Iterator[Line]:
    when = (run("  round {n}", "quiet", n=incident.round),) if incident.round else ()
    yield item(Run(incident.name, "strong"), *when, mark="▪")
    yield item(Run(incident.text), mark=" ")
    yield from (_claim(claim) for claim in incident.claims)


def _claim(claim: ClaimLine) -> Line:
    """A claim, as surely as the council knows it."""
    return item(Run(claim.text.within()), run("  council: ", "quiet"), graded(claim.public or "rumoured", "fact"))
