"""The pages of the beats: SITUATION, TABLE, ORDERS, and the ANSWER of a round."""

from __future__ import annotations

from crisis_game.engine.acts.ally import AnswerAlly
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.acts.turns import Retract, SetReady
from crisis_game.engine.seeing.questions import QuestionSeen, ReplySeen
from crisis_game.engine.view import LetterLine
from crisis_game.pages.choices import FIRST
from crisis_game.pages.parts import Fold, Line, Run, line, run
from crisis_game.pages.play.answer import answer_page
from crisis_game.pages.play.due import left_to_default
from crisis_game.pages.play.gauges_now import world_parts
from crisis_game.pages.play.letters import letter_beginning, letter_heading
from crisis_game.pages.play.questions import (
    follows_lines,
    fuse_line,
    price_lines,
    question_parts,
    reply_line,
    silence_line,
)
from crisis_game.pages.play.round_answer import last_answered
from crisis_game.pages.play.situation_due import NOBODY_WAITS, DueRow, due_heading, due_rows
from crisis_game.pages.play.situation_page import beside_situation, earlier, happened, happened_heading
from crisis_game.pages.roll_call import roll_call
from crisis_game.pages.votes import result_run
from crisis_game.paper.markup import Content, Html, element, joined
from crisis_game.texts import Text
from crisis_game.web.addresses import DO, NOW, Address, link
from crisis_game.web.body import Body
from crisis_game.web.controls import asked, command_button, field_query, posting, row, rows, section
from crisis_game.web.debrief_pages import debrief_page
from crisis_game.web.order_page import ROW_OF_ACT, orders_beside, orders_main
from crisis_game.web.table_page import table_beside, table_main
from crisis_game.web.viewer import Viewer


def now_page(viewer: Viewer, at: Address) -> Body:
    """What there is to do now: an ANSWER that was not read yet, else the beat that is played."""
    if viewer.sitting.finished:
        return debrief_page(viewer, Address("debrief"))
    if viewer.answer_due:
        return answer(viewer, Address("answer"))
    return situation_page(viewer, at)


def situation_page(viewer: Viewer, _: Address) -> Body:
    """The beat that is played."""
    question = viewer.word(viewer.sight.view.table.question)
    match viewer.sight.seen.beat:
        case "table":
            return Body(question, joined(_asked(viewer), table_main(viewer), _foot(viewer)), table_beside(viewer))
        case "orders":
            return Body(question, joined(_asked(viewer), orders_main(viewer), _foot(viewer)), orders_beside(viewer))
        case _:
            return Body(question, joined(_situation(viewer), _foot(viewer)), _beside(viewer))


def answer(viewer: Viewer, at: Address) -> Body:
    """The ANSWER of a round; that of the last one where the address names none that was answered."""
    last = last_answered(viewer.sitting, viewer.seat)
    asked_for = at.query.get("round", "")
    round_ = int(asked_for) if asked_for.isdecimal() and 1 <= int(asked_for) <= last else last
    if not round_:
        words = viewer.say("No round was answered yet.")
        return Body(viewer.say("Answer"), element("p", words), above=(link(NOW), viewer.say("Now")))
    page = answer_page(viewer.sitting, viewer.seat, round_)
    votes = [text for text in viewer.sight.view.texts if text.round == round_ and text.result is not None]
    folds = [_roll_call(viewer, text.id) for text in votes]
    earlier = [
        row(link("answer", {"round": str(n)}), viewer.say("The answer of round {n}", n=n))
        for n in range(last, 0, -1)
        if n != round_
    ]
    main = joined(viewer.parts(folds), viewer.parts(page.parts), rows(earlier))
    return Body(viewer.word(page.title), main, viewer.parts(page.companion), (link(NOW), viewer.say("Now")))


def _roll_call(viewer: Viewer, text: str) -> Fold:
    call, counted_ = roll_call(viewer.sight.view, text), viewer.sight.view.text(text)
    return Fold(line(Run(call.title, "strong"), run(" "), *result_run(counted_)), call.parts)


# What is asked ------------------------------------------------------------------------------------------------------


def question_form(viewer: Viewer, question: QuestionSeen, back: str) -> Html:
    """Until when a letter waits, its answers as buttons, and last what silence means."""
    offer = viewer.sight.offer(AnswerInject)
    if not question.open or offer is None:
        return viewer.parts(question_parts(question))
    buttons = [_reply_button(viewer, question, reply) for reply in question.choices]
    answers = posting(back, asked(viewer.say("Your answer?"), *buttons, class_="stack"))
    return joined(viewer.parts((fuse_line(question),)), answers, viewer.parts((silence_line(question),)))


def _reply_button(viewer: Viewer, question: QuestionSeen, reply: ReplySeen) -> Html:
    """An answer with what is known to follow from it, and what it takes."""
    below = (*follows_lines(reply), *price_lines(viewer.sight.seen, question, reply))
    told = [element("small", viewer.draw.line(words)) for words in below]
    words = element("span", element("span", viewer.draw.line(reply_line(reply))), *told)
    return command_button(AnswerInject(question.inject, reply.id), words)


def _asked(viewer: Viewer) -> Html | None:
    """Letters that wait for an answer, before all else."""
    open_ = [letter for letter in viewer.sight.view.mail if letter.question is not None and letter.question.open]
    forms = [_letter_asking(viewer, letter) for letter in open_]
    return section(viewer.say("Asked of you"), *forms) if forms else None


def _letter_asking(viewer: Viewer, letter: LetterLine) -> Html:
    title = element("h3", viewer.word(letter_heading(letter)))
    words = element("p", viewer.word(letter.asks)) if letter.asks else None
    read = row(link("inbox", {"letter": letter.id}), viewer.say("Read the letter"))
    form = question_form(viewer, letter.question, link(NOW)) if letter.question is not None else None
    return joined(title, words, read, form)


# The situation ------------------------------------------------------------------------------------------------------


def _situation(viewer: Viewer) -> Html:
    """What is due, row by row; what happened; how the world stands; then what was not read yet."""
    sitting, view = viewer.sitting, viewer.sight.view
    due, told = due_rows(view), happened_heading(view)
    heading = due_heading(due)
    first = section(
        viewer.word(heading.words),
        rows(_due_row(viewer, row_) for row_ in due) or element("p", viewer.draw.line(NOBODY_WAITS)),
        note=viewer.word(heading.note) if heading.note is not None else "",
    )
    news = [
        row(link("inbox", {"letter": entry.letter}), element("span", viewer.draw.line(entry.line)))
        if entry.letter
        else element("p", viewer.draw.line(entry.line))
        for entry in happened(sitting, viewer.seat)
    ]
    second = section(
        viewer.word(told.words),
        *news,
        viewer.parts(tuple(earlier(view))),
        note=viewer.word(told.note) if told.note is not None else "",
    )
    return joined(first, second, viewer.parts(tuple(world_parts(view))), _to_read(viewer))


def _due_row(viewer: Viewer, row_: DueRow) -> Html:
    """An ally's act has its answers as buttons; a claim opens the page of its grades, a letter its own."""
    if row_.kind == "ally":
        return _ally_row(viewer, row_)
    if row_.letter:
        href = link("inbox", {"letter": row_.letter})
    else:
        href = link(f"{DO}grade-claim", {**field_query(claim=row_.key.partition("/")[2]), "back": link(NOW)})
    known = [element("small", viewer.draw.line(Line(piece))) for piece in row_.known]
    words = joined(element("span", viewer.draw.line(Line(row_.words))), *known)
    aside = viewer.draw.run(row_.aside) if row_.aside is not None else None
    return row(href, words, aside=aside, class_="" if row_.done else "undone")


def _ally_row(viewer: Viewer, row_: DueRow) -> Html:
    """What an ally did alone, with all that can be said of it; what one has said, once that is said."""
    told = element("p", viewer.draw.line(Line(row_.words, aside=row_.aside)))
    if row_.group is None:
        return told
    query = {**field_query(**row_.preset), "back": link(NOW)}
    buttons = [
        command_button(choice.command, viewer.word(choice.words))
        if choice.command is not None
        else element("a", viewer.word(choice.words), href=link(DO + AnswerAlly.kind, query), class_="choice")
        for choice in row_.group.choices
    ]
    said = [element("small", viewer.draw.line(Line(piece))) for piece in row_.known]
    silent = element("p", viewer.say("If nothing is said, it is silence."), class_="quiet")
    return joined(told, *said, posting(link(NOW), asked(viewer.say("What do you say?"), *buttons)), silent)


def _to_read(viewer: Viewer) -> Html | None:
    """Letters that were not read, and the ANSWER of the last round."""
    last = last_answered(viewer.sitting, viewer.seat)
    links = [_unread(viewer, letter) for letter in viewer.unread]
    if last:
        links.append(row(link("answer"), viewer.say("The answer of round {n}", n=last)))
    if not links:
        return None
    return section(viewer.say("To read"), rows(links), note=viewer.say("{n} new", n=len(viewer.unread)))


def _beside(viewer: Viewer) -> Html:
    """Members, measures in force, who is ready; and the way to the history of the gauges."""
    parts = tuple(beside_situation(viewer.sight.view, viewer.sitting.scenario(viewer.seat)))
    return joined(viewer.parts(parts), rows([row(link("world"), viewer.say("Gauges, measures in force, members"))]))


def _unread(viewer: Viewer, letter: LetterLine) -> Html:
    return row(link("inbox", {"letter": letter.id}), *letter_in_list(viewer, letter), class_="brief")


def letter_in_list(viewer: Viewer, letter: LetterLine, *, bold: bool = False) -> tuple[Content, ...]:
    """A letter as a row has it: what it is called, or who sent it and below how it begins, or how it begins alone."""
    heading, beginning = letter_heading(letter), letter_beginning(letter)
    called = viewer.word(heading if letter.sender or beginning is None else beginning)
    first = element("strong" if bold else "span", called)
    return (first, " ", element("small", viewer.word(beginning))) if beginning and letter.sender else (first,)


ON_THE_PAGE = frozenset((AnswerAlly, AnswerInject, GradeClaim, *ROW_OF_ACT))
"""Acts with buttons or rows of their own on the page of the beat."""

# What else can be done, and being ready -----------------------------------------------------------------------------


def _foot(viewer: Viewer) -> Html:
    """What this beat is about, everything else, and the end of it."""
    seen, offers = viewer.sight.seen, {offer.act: offer for offer in viewer.sight.offers}
    links = [
        row(link(DO + act.kind, {"back": link(NOW)}), viewer.word(act.name), aside=None)
        for act in FIRST.get(seen.beat, ())
        if act in offers and act not in ON_THE_PAGE
    ]
    links.append(row(link("acts"), viewer.say("Everything that can be done now")))
    return joined(section(viewer.say("What you can do"), rows(links)), _ready(viewer))


def _ready(viewer: Viewer) -> Html:
    """Being done with this beat: what is still open, what becomes of it, and the button."""
    table = viewer.sight.view.table
    parts: list[Content] = []
    if table.ready:
        waiting = tuple(seat for seat in table.waiting_for if seat != viewer.seat)
        words = Text("You are ready. Waiting for {seats:state}.", {"seats": waiting})
        parts.append(element("p", viewer.word(words if waiting else Text("You are ready."))))
    elif viewer.due:
        if table.beat != "orders":  # there the sheet says it
            parts.append(element("p", viewer.say("Still open:")))
            parts.append(element("ul", *(element("li", viewer.word(due.words)) for due in viewer.due), class_="due"))
        if defaults := left_to_default(viewer.due):
            parts.append(element("p", " ".join(map(viewer.word, defaults)), class_="quiet"))
    else:
        parts.append(element("p", viewer.say("Nothing is left to do that this beat waits for.")))
    act = Retract if table.ready else SetReady
    if viewer.gets_ready and viewer.sight.offer(act) is not None:
        button = command_button(act(), viewer.word(act.name), class_="wide")
        parts.append(posting(link(NOW), button, beat=viewer.beat, id_="ready"))
    elif not viewer.gets_ready:
        parts.append(element("p", viewer.say("The first of your seat says when it is ready."), class_="quiet"))
    return section(viewer.say("Done with this beat?"), *parts)
