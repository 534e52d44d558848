"""The treaty on paper: who decides by which rule, worked out for its members, what is owed, and its articles."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.charter.model import Article, Charter
from crisis_game.charter.organs import Organ
from crisis_game.pages.handouts import ONLOOKER
from crisis_game.pages.on_paper.voting_rules import organ_parts
from crisis_game.pages.parts import Heading, Page, Part, line, quiet
from crisis_game.pages.play.charter import article_lines, provisions
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.seat_dossier import Dossier, dossier
from crisis_game.texts import Text

_BEYOND_PLAY = frozenset(("membership", "duration", "exit", "amendment"))
"""What articles are about that no exercise of a few days comes to."""


def treaty_pages(scenario: Scenario) -> tuple[Page, ...]:
    """The voting rule on one page, the articles on the next; both as anybody may read them."""
    known = dossier(scenario, ONLOOKER)
    return (
        Page("voting-rule", Text("How we decide"), tuple(_rule(known))),
        Page("treaty", Text("The treaty"), tuple(_articles(known.charter))),
    )


def organs_in_order(known: Dossier) -> tuple[Organ, ...]:
    """The organ in which the exercise is played first, then the others."""
    return tuple(sorted(known.charter.organs, key=lambda organ: organ.id != known.organ))


def _rule(known: Dossier) -> Iterator[Part]:
    charter = known.charter
    yield line(charter.name)
    for organ in organs_in_order(known):
        yield Heading(Text("{id:organ} decides", {"id": organ.id}))
        yield from organ_parts(charter, organ)
    for page in provisions(charter):
        if page.id in ("triggers", "duties"):
            yield Heading(page.title)
            yield from page.parts
    if charter.emergency.allowed:
        yield Heading(Text("When nothing can wait"))
        yield line(
            Text(
                "Where lives would be lost by waiting, the treaty lets members decide without consultation, "
                "{n} in one crisis.",
                {"n": _times(charter.emergency.times)},
            )
        )


def _times(number: int) -> Text:
    return Text("once") if number == 1 else Text("{n} times", {"n": number})


def _articles(charter: Charter) -> Iterator[Part]:
    shown = tuple(article for article in charter.articles if _matters(article))
    for article in shown:
        yield Heading(Text("Article {n}: {n:article}", {"n": article.number}), 2)
        yield from article_lines(article)
    if len(shown) < len(charter.articles):
        yield quiet("Articles on membership, duration, withdrawal and amendment are left out; the game has them all.")


def _matters(article: Article) -> bool:
    """Whether it bears on what can be done in an exercise; one that says nothing of its subject may."""
    return not article.topics or not _BEYOND_PLAY.issuperset(article.topics)
