"""The charter: how each organ decides, in words; what sets it going; what members owe; its articles."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from crisis_game.charter.circumstances import Circumstances, rule_at
from crisis_game.charter.model import Article, Decision, Organ
from crisis_game.charter.saying import needed_now
from crisis_game.pages.parts import Kind
from crisis_game.texts import Prose, Text, Value
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.widgets.as_written import Option, OptionList, Static, as_written
from crisis_game.tui.widgets.words import Words
from crisis_game.tui.wording import capital


class CharterScreen(MainPage):
    """The treaty one lives under."""

    CSS_PATH = "charter.tcss"
    PLACE = "charter"
    HEADING = "The charter"
    ABOUT = (
        "How the organs decide stands first, then what sets the treaty going and what members owe, then the articles. "
        "h opens the law library at the article that is marked: which rules of judgement turn on it."
    )

    def compose_body(self) -> ComposeResult:
        """The headings and the page of the one that is marked."""
        with Horizontal(id="charter-columns"):
            yield OptionList(id="headings", classes="panel")
            with VerticalScroll(id="page", classes="panel", can_focus=False):
                yield Words(id="page-words")

    def on_mount(self) -> None:
        """Choose at once."""
        self.query_one("#headings").focus()

    def draw(self) -> None:
        """Put the charter into the widgets."""
        charter = self.sight.dossier.charter
        headings = self.query_one("#headings", OptionList)
        headings.border_title = as_written(self.say(charter.name))
        if not headings.option_count:
            headings.add_options(self._headings())
        ids = [one.id for one in headings.options]
        wanted = self.desk.selected.get(self.PLACE)
        headings.highlighted = ids.index(wanted) if wanted in ids else 0

    @on(OptionList.OptionHighlighted, "#headings")
    def show(self, event: OptionList.OptionHighlighted) -> None:
        """The page of the heading that is marked."""
        id_ = event.option_id or ""
        self.desk.selected[self.PLACE] = id_
        pane = self.query_one("#page", VerticalScroll)
        pane.border_title = as_written(str(event.option.prompt))
        self.query_one("#page-words", Static).update(Content("\n").join(self._page(id_)))
        pane.scroll_home(animate=False)

    def law_marked(self) -> tuple[Kind, str] | None:
        """The article that is marked."""
        kind, _, number = self.desk.selected.get(self.PLACE, "").partition(":")
        return ("article", number) if kind == "article" else None

    def _headings(self) -> list[Option]:
        charter = self.sight.dossier.charter
        found = [
            Option(self.say("{name} decides", name=self._told(one.name)), id=f"organ:{one.id}")
            for one in charter.organs
        ]
        if charter.triggers:
            found.append(Option(self.say("What sets it going"), id="triggers"))
        if charter.duties:
            found.append(Option(self.say("What members owe"), id="duties"))
        if charter.remedies:
            found.append(Option(self.say("Against a member"), id="remedies"))
        found.append(Option(self.say("Its own life"), id="life"))
        found += [
            Option(
                self.say("Article {n}: {title}", n=one.number, title=self._told(one.title)), id=f"article:{one.number}"
            )
            for one in charter.articles
        ]
        return found

    def _page(self, id_: str) -> Iterator[Content]:
        charter = self.sight.dossier.charter
        kind, _, name = id_.partition(":")
        article = charter.article(name)
        if kind == "organ":
            yield from self._organ(charter.organ(name))
        elif kind == "article" and article is not None:
            yield from self._article(article)
        elif kind == "triggers":
            yield from self._triggers()
        else:
            for words, number in self._provisions(kind):
                yield self._entry(words, number)

    def _triggers(self) -> Iterator[Content]:
        for trigger in self.sight.dossier.charter.triggers:
            yield self._entry(trigger.name, trigger.article)
            yield self._muted(WHO[trigger.who_invokes])

    def _provisions(self, kind: str) -> list[tuple[Prose, str | None]]:
        """Duties, remedies, or the clauses on the treaty's own life, with their articles."""
        charter = self.sight.dossier.charter
        if kind == "duties":
            return [(one.text, one.article) for one in charter.duties]
        if kind == "remedies":
            return [(one.text, one.article) for one in charter.remedies]
        life = (charter.review, charter.disputes, charter.duration, charter.amendment, charter.exit)
        return [(one.text, one.article) for one in life if one is not None]

    def _organ(self, organ: Organ) -> Iterator[Content]:
        yield Content(self.say("Members: {seats:state}", seats=organ.members))
        ballot = (
            "Votes can be seen as they are cast." if organ.ballot == "open" else "Votes are sealed and opened together."
        )
        yield self._muted(ballot)
        if organ.note is not None:
            yield self._muted(organ.note)
        for decision in organ.decisions:
            yield Content("")
            yield from self._decision(organ, decision)

    def _decision(self, organ: Organ, decision: Decision) -> Iterator[Content]:
        charter, seen = self.sight.dossier.charter, self.sight.seen
        matters = self.say("{matters:matter}", matters=decision.matters)
        article = self.say("  (Article {n})", n=decision.article) if decision.article else ""
        yield Content.assemble((capital(matters), "bold $secondary"), (article, "$foreground-muted"))
        wronged = Circumstances.of({"victim": (seen.victim,) if seen.victim else ()})
        rule = rule_at(charter, organ.id, decision.matters[0], wronged)
        if rule is not None:
            yield Content("  " + self.say("Needed: {needed}.", needed=needed_now(rule, organ.members)))
        if decision.own_consent:
            yield self._muted("  Nobody's forces are used without its own consent.")
        if decision.opt_outs:
            yield self._muted("  A member may stand aside without being bound.")

    def _article(self, article: Article) -> Iterator[Content]:
        if article.wording == "summary":
            yield self._muted("Told in our words:")
        yield Content(self.say(article.text))

    def _entry(self, words: Prose, article: str | None) -> Content:
        number = self.say("  (Article {n})", n=article) if article else ""
        return Content.assemble(("▪ ", "$accent"), self.say(words), (number, "$foreground-muted"))

    def _muted(self, words: Text | Prose | str) -> Content:
        return Content.styled(self.say(words), "$foreground-muted")

    def _told(self, words: Prose) -> Value:
        return self.say(words)


WHO = {
    "victim": "  The member that was struck invokes it.",
    "any": "  Any member invokes it.",
    "organ": "  The organ finds that it is so.",
}
"""Who sets the treaty going."""
