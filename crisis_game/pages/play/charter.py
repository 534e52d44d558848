"""The charter in play: how each organ decides, what sets it going, what members owe, its articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from crisis_game.charter.circumstances import Circumstances, rule_at
from crisis_game.charter.model import Article, Charter
from crisis_game.charter.organs import Decision, Organ
from crisis_game.charter.sentences import needed_now
from crisis_game.engine.seen import Seen
from crisis_game.pages.parts import Line, Page, Part, Run, Space, item, line, quiet, run
from crisis_game.texts import Prose, Text

_WHO: Mapping[str, Text] = {
    "victim": Text("The member that was struck invokes it."),
    "any": Text("Any member invokes it."),
    "organ": Text("The organ finds that it is so."),
}
"""Who sets the treaty going."""


def charter_pages(seen: Seen) -> Iterator[Page]:
    """How the organs decide first, then what sets it going and what members owe, then the articles."""
    return (page for _, pages in charter_groups(seen) for page in pages)


def charter_groups(seen: Seen) -> tuple[tuple[Text, tuple[Page, ...]], ...]:
    """The same pages under headings."""
    groups = (
        (Text("How it decides"), tuple(_organs(seen))),
        (Text("What it asks, and its own life"), tuple(provisions(seen.charter))),
        (Text("Its articles"), tuple(_articles(seen.charter))),
    )
    return tuple(group for group in groups if group[1])


def _organs(seen: Seen) -> Iterator[Page]:
    for organ in seen.charter.organs:
        yield Page(f"organ:{organ.id}", Text("{id:organ} decides", {"id": organ.id}), tuple(_organ(seen, organ)))


def provisions(charter: Charter) -> Iterator[Page]:
    """What sets the treaty going, what members owe, and its own life; only what it speaks of."""
    life = (charter.review, charter.disputes, charter.duration, charter.amendment, charter.exit)
    for id_, title, parts in (
        ("triggers", Text("What sets it going"), _triggers(charter)),
        ("duties", Text("What members owe"), _entries((duty.text, duty.article) for duty in charter.duties)),
        ("remedies", Text("Against a member"), _entries((remedy.text, remedy.article) for remedy in charter.remedies)),
        (
            "life",
            Text("Its own life"),
            _entries((provision.text, provision.article) for provision in life if provision is not None),
        ),
        (
            "amendments",
            Text("How it can be changed here"),
            _entries((amendment.text, amendment.article) for amendment in charter.amendments.values()),
        ),
    ):
        entries = tuple(parts)
        if entries:
            yield Page(id_, title, entries)


def _articles(charter: Charter) -> Iterator[Page]:
    for article in charter.articles:
        title = Text("Article {n}: {n:article}", {"n": article.number})
        yield Page(f"article:{article.number}", title, tuple(article_lines(article)))


def _organ(seen: Seen, organ: Organ) -> Iterator[Part]:
    yield line(Text("Members: {seats:state}", {"seats": organ.members}))
    if organ.ballot == "open":
        yield quiet("Votes can be seen as they are cast.")
    else:
        yield quiet("Votes are sealed and opened together.")
    if organ.note is not None:
        yield line(Run(organ.note, "quiet"))
    for decision in organ.decisions:
        yield Space()
        yield from _decision(seen, organ, decision)


def _decision(seen: Seen, organ: Organ, decision: Decision) -> Iterator[Line]:
    yield line(run("{matters:matter}", "fact", matters=decision.matters), *_numbered(decision.article))
    wronged = Circumstances.of({"victim": (seen.victim,) if seen.victim else ()})
    rule = rule_at(seen.charter, organ.id, decision.matters[0], wronged)
    if rule is not None:
        yield item(Text("Needed: {needed}.", {"needed": needed_now(rule, organ.members)}), mark=" ")
    if decision.own_consent:
        yield item(run("Nobody's forces are used without its own consent.", "quiet"), mark=" ")
    if decision.opt_outs:
        yield item(run("A member may stand aside without being bound.", "quiet"), mark=" ")


def _triggers(charter: Charter) -> Iterator[Line]:
    for trigger in charter.triggers:
        yield from _entries(((trigger.name, trigger.article),))
        yield item(Run(_WHO[trigger.who_invokes], "quiet"), mark=" ")
        if trigger.self_judging:
            yield item(run("Each member judges for itself whether it is so.", "quiet"), mark=" ")


def _entries(provisions: Iterable[tuple[Prose, str | None]]) -> Iterator[Line]:
    return (item(Run(words), *_numbered(article), mark="▪", tone="advice") for words, article in provisions)


def _numbered(article: str | None) -> tuple[Run, ...]:
    return (run("  (Article {n})", "quiet", n=article),) if article else ()


def article_lines(article: Article) -> Iterator[Line]:
    """What an article says, and whether it is told in our words."""
    if article.wording == "summary":
        yield quiet("Told in our words:")
    yield line(article.text)
