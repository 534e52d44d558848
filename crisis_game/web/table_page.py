"""The TABLE on a page: each text with where members stand, one's own stand as buttons; beside it the word given."""

from __future__ import annotations

from crisis_game.engine.act import Offer
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.domains import OneOf
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.view import TextLine
from crisis_game.pages.commitments import word_given
from crisis_game.pages.parts import Heading, Line, Part, Run
from crisis_game.pages.play.situation import MEMBERS, situation_pages
from crisis_game.pages.play.text_page import NO_TEXT, OPEN, STANCES, by_weight, in_two_lines, needed, stances
from crisis_game.paper.markup import Html, element, joined
from crisis_game.scenario.ids import Stance
from crisis_game.texts import Text
from crisis_game.web.addresses import DO, NOW, link
from crisis_game.web.controls import asked, command_button, field_query, posting, row, rows, section, sign
from crisis_game.web.viewer import Viewer


def table_main(viewer: Viewer) -> Html:
    """The texts that can be decided, then older ones as rows."""
    texts = by_weight(viewer.sight.view)
    open_ = [_text(viewer, text) for text in texts if text.status in OPEN]
    older = [text_row(viewer, text) for text in texts if text.status not in OPEN]
    nothing = None if open_ else element("p", viewer.word(NO_TEXT))
    before = section(viewer.say("Decided before"), rows(older)) if older else None
    return joined(nothing, *open_, before)


def table_beside(viewer: Viewer) -> Html:
    """What was declared, asked and promised; the members."""
    parts: list[Part] = [Heading(Text("Declared, asked, promised"))]
    given = word_given(viewer.sight.seen, viewer.sight.view.commitments)
    parts += [line for _, lines in given for line in lines] or [Line((Run(Text("Nothing yet."), "quiet"),))]
    members = next(page for page in situation_pages(viewer.sight.view) if page.id == "members")
    return viewer.parts((*parts, Heading(MEMBERS), *members.parts))


def text_row(viewer: Viewer, text: TextLine) -> Html:
    """A text in two lines, which opens it."""
    lines = (element("span", viewer.draw.line(told)) for told in in_two_lines(viewer.sight.seen, text))
    return row(link("texts", {"text": text.id}), *lines)


def stand_on(text: TextId) -> str:
    """The id of the place where one says where one stands on a text."""
    return f"stand/{text}"


def stand_form(viewer: Viewer, text: TextLine, back: str) -> Html | None:
    """One's own stand on a text as buttons that give it at once; None where none can be taken."""
    offer = viewer.sight.offer(TakePosition)
    if offer is None or not offer.domain("text", {}).admits(text.id):
        return None
    held = next((position.stance for position in text.positions if position.seat == viewer.seat), None)
    buttons = [
        command_button(
            command,
            sign(STANCES[stance][0]),
            viewer.word(offer.question("stance").label(viewer.sight.seen, stance)),
            pressed=stance == held,
        )
        for stance, command in _stands(offer, text)
    ]
    more = row(
        link(f"{DO}take-position", {**field_query(text=text.id), "back": back}),
        viewer.say("Say what would win you, and to whom"),
    )
    return joined(posting(back, asked(viewer.say("Where do you stand?"), *buttons, class_="three two")), more)


def _stands(offer: Offer, text: TextLine) -> list[tuple[Stance, TakePosition]]:
    """The stands that can be taken to all, without a wish or a price."""
    domain = offer.domain("stance", {"text": text.id})
    values = domain.values if isinstance(domain, OneOf) else ()
    commands = ((stance, TakePosition(text.id, stance, (), 0, ())) for stance in values)
    return [(stance, command) for stance, command in commands if offer.admits(command)]


def _text(viewer: Viewer, text: TextLine) -> Html:
    seen, anchor = viewer.sight.seen, stand_on(text.id)
    name, says = in_two_lines(seen, text)
    told = viewer.parts((says, *stances(text)))
    read = row(link("texts", {"text": text.id}), viewer.say("Read it whole"))
    form = stand_form(viewer, text, f"{link(NOW)}#{anchor}")
    small = element("small", viewer.word(needed(text)))
    heading = element("h2", element("span", viewer.draw.line(name)), " ", small, class_="named")
    return element("section", heading, told, read, form, id=anchor)
