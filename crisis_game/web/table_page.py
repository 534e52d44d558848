"""The TABLE on a page: each text with where members stand, one's own stand as buttons; beside it the word given."""

from __future__ import annotations

from crisis_game.engine.act import Offer
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.domains import OneOf
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.view import TextLine
from crisis_game.pages.commitments import word_given
from crisis_game.pages.parts import Heading, Line, Part, Run
from crisis_game.pages.play.due import without_stand
from crisis_game.pages.play.situation import MEMBERS, situation_pages
from crisis_game.pages.play.table import MOVES, TEXTS, TableNow, first_marked, table_now, wave_parts
from crisis_game.pages.play.table_moves import TAKE_IN, NextMove
from crisis_game.pages.play.table_texts import TextRow, aloud, counts, signs
from crisis_game.pages.play.text_page import NO_TEXT, STANCES, in_two_lines
from crisis_game.paper.markup import Html, element, joined
from crisis_game.scenario.ids import SeatId, Stance
from crisis_game.texts import Text, counted
from crisis_game.web.addresses import DO, NOW, link
from crisis_game.web.controls import asked, command_button, field_query, posting, row, rows, section, sign
from crisis_game.web.viewer import Viewer


def table_main(viewer: Viewer) -> Html:
    """The texts in a row each, the last wave, one's own next moves; then stands that are due, and older texts."""
    view = viewer.sight.view
    now = table_now(view, first_marked(view))
    nothing = None if now.texts else element("p", viewer.word(NO_TEXT))
    texts = section(viewer.word(TEXTS), nothing, rows([_text_row(viewer, row_) for row_ in now.texts]))
    older = [text_row(viewer, text) for text in now.older]
    before = section(viewer.say("Decided before"), rows(older)) if older else None
    foot = element("p", viewer.word(now.foot), class_="quiet") if now.foot is not None else None
    return joined(texts, viewer.parts(wave_parts(view.seen, now)), _moves(viewer, now), foot, _due(viewer), before)


def _text_row(viewer: Viewer, row_: TextRow) -> Html:
    """Name and stands for who sees them, the same in words for who hears them."""
    stands = [_stands(viewer, seat, mark) for seat, mark in signs(row_)]
    seen = element("span", *stands, viewer.draw.line(counts(row_)), aria_hidden="true")
    name = element("strong", viewer.word(Text("{text:text}", {"text": row_.text.id})))
    whose = element("small", viewer.word(row_.owner)) if row_.owner.msgid else None
    heard = element("span", viewer.draw.line(aloud(row_)), class_="spoken")
    said = element("small", viewer.draw.line(row_.contents))
    shown = element("span", name, " ", whose, aria_hidden="true")
    return row(link("texts", {"text": row_.text.id}), shown, seen, heard, said)


def _stands(viewer: Viewer, seat: SeatId, mark: Run) -> Html:
    """A member's letter above the sign of where it stands."""
    letter = element("small", viewer.word(Text("{seat:short}", {"seat": seat})))
    return element("span", letter, viewer.draw.line(Line((mark,))), class_="stand")


def _moves(viewer: Viewer, now: TableNow) -> Html | None:
    if not now.moves:
        return None
    note = viewer.word(now.left) if now.left is not None else ""
    return section(viewer.word(MOVES), *(_move(viewer, move) for move in now.moves), note=note, id_="moves")


def _move(viewer: Viewer, move: NextMove) -> Html:
    deed, wins, price = (viewer.word(run.words) for run in move.cells)
    taken_in = (sign(move.sign),) if move.sign == TAKE_IN else ()  # the others are keys, and a phone has none
    words = (*taken_in, element("strong", deed), " ", wins, " ", element("small", price))
    if not move.whole:
        return row(link(DO + move.act.kind, {**field_query(**move.filled), "back": link(NOW)}), *words)
    back = f"{link(NOW)}#moves"
    return posting(back, command_button(move.command(), element("span", *words), class_="toggle"), beat=viewer.beat)


def _due(viewer: Viewer) -> Html | None:
    """The texts on which a stand is due, each with its buttons."""
    due = without_stand(viewer.sight) if viewer.sight.offer(TakePosition) is not None else ()
    if not due:
        return None
    title = counted("Stands due from you: {n}", "Stands due from you: {n}", len(due))
    return section(viewer.word(title), *(_stand(viewer, text) for text in due))


def _stand(viewer: Viewer, text: TextId) -> Html:
    name = element("h3", viewer.word(Text("{text:text}", {"text": text})))
    form = stand_form(viewer, viewer.sight.view.text(text), f"{link(NOW)}#{stand_on(text)}")
    return element("div", name, form, id=stand_on(text))


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
        for stance, command in _stands_to_take(offer, text)
    ]
    more = row(
        link(f"{DO}take-position", {**field_query(text=text.id), "back": back}),
        viewer.say("Say what would win you, and to whom"),
    )
    return joined(posting(back, asked(viewer.say("Where do you stand?"), *buttons, class_="three two")), more)


def _stands_to_take(offer: Offer, text: TextLine) -> list[tuple[Stance, TakePosition]]:
    """The stands that can be taken to all, without a wish or a price."""
    domain = offer.domain("stance", {"text": text.id})
    values = domain.values if isinstance(domain, OneOf) else ()
    commands = ((stance, TakePosition(text.id, stance, (), 0, ())) for stance in values)
    return [(stance, command) for stance, command in commands if offer.admits(command)]
