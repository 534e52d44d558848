"""The pages of the beats: SITUATION, TABLE, ORDERS, and the ANSWER of a round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.acts.turns import Retract, SetReady
from crisis_game.engine.seeing.questions import QuestionSeen
from crisis_game.engine.view import ClaimLine, LetterLine
from crisis_game.pages.choices import FIRST
from crisis_game.pages.grades import graded
from crisis_game.pages.parts import Fold, Line, Run, line, run
from crisis_game.pages.play.answer import answer_page
from crisis_game.pages.play.due import DEFAULTS
from crisis_game.pages.play.letters import letter_beginning, letter_heading
from crisis_game.pages.play.questions import question_parts, reply_line
from crisis_game.pages.play.round_answer import last_answered
from crisis_game.pages.play.situation import LOOSE, NOTHING_HAPPENED, incident_lines, loose_claims
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
from crisis_game.web.world_page import world


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
            return Body(question, joined(_asked(viewer), _situation(viewer), _foot(viewer)), world(viewer))


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
    """The answers to a letter as buttons, until when, and what silence means."""
    offer = viewer.sight.offer(AnswerInject)
    if not question.open or offer is None:
        return viewer.parts(question_parts(question))
    buttons = [
        command_button(AnswerInject(question.inject, reply.id), element("span", viewer.draw.line(reply_line(reply))))
        for reply in question.choices
    ]
    told = question_parts(replace(question, choices=()))
    return joined(viewer.parts(told), posting(back, asked(viewer.say("Your answer?"), *buttons, class_="three tall")))


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
    parts: list[Content] = []
    last = last_answered(viewer.sitting, viewer.seat)
    links = [_unread(viewer, letter) for letter in viewer.unread]
    if last:
        links.append(row(link("answer"), viewer.say("The answer of round {n}", n=last)))
    if links:
        parts.append(section(viewer.say("To read"), rows(links), note=viewer.say("{n} new", n=len(viewer.unread))))
    return joined(*parts, section(viewer.say("What happened"), *_happened(viewer)))


def _unread(viewer: Viewer, letter: LetterLine) -> Html:
    return row(link("inbox", {"letter": letter.id}), *letter_in_list(viewer, letter), class_="brief")


def letter_in_list(viewer: Viewer, letter: LetterLine, *, bold: bool = False) -> tuple[Content, ...]:
    """A letter as a row has it: what it is called, or who sent it and below how it begins, or how it begins alone."""
    heading, beginning = letter_heading(letter), letter_beginning(letter)
    called = viewer.word(heading if letter.sender or beginning is None else beginning)
    first = element("strong" if bold else "span", called)
    return (first, " ", element("small", viewer.word(beginning))) if beginning and letter.sender else (first,)


def _happened(viewer: Viewer) -> Iterator[Content]:
    view = viewer.sight.view
    for incident in reversed(view.incidents):
        yield viewer.parts(incident_lines(incident))
        yield rows(_claim(viewer, claim) for claim in incident.claims)
    loose = loose_claims(view)
    if loose:
        yield element("h3", viewer.word(LOOSE))
        yield rows(_claim(viewer, claim) for claim in loose)
    if not view.incidents and not loose:
        yield viewer.parts((NOTHING_HAPPENED,))


def _claim(viewer: Viewer, claim: ClaimLine) -> Html:
    """A claim with what the council knows of it and what one knows; it opens what one believes."""
    public = graded(claim.public, "quiet") if claim.public else run("has not heard of it", "quiet")
    known = Line((run("council ", "quiet"), public, run(" · you know ", "quiet"), graded(claim.own, "quiet")))
    under_way = joined(" · ", viewer.say("verification under way")) if claim.under_way else None
    words = joined(element("span", viewer.word(claim.text)), element("small", viewer.draw.line(known), under_way))
    aside = viewer.draw.run(run("you: not yet", "warning"))
    if claim.graded:
        aside = viewer.draw.run(graded(claim.believed, "good") if claim.believed else run("no view", "good"))
    query = {**field_query(claim=claim.id), "back": link(NOW)}
    return row(link(f"{DO}grade-claim", query), words, aside=aside)


ON_THE_PAGE = frozenset((AnswerInject, GradeClaim, *ROW_OF_ACT))
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
        parts.append(element("p", viewer.word(Text(DEFAULTS[table.beat])), class_="quiet"))
    else:
        parts.append(element("p", viewer.say("Nothing is left to do that this beat waits for.")))
    act = Retract if table.ready else SetReady
    if viewer.gets_ready and viewer.sight.offer(act) is not None:
        button = command_button(act(), viewer.word(act.name), class_="wide")
        parts.append(posting(link(NOW), button, beat=viewer.beat, id_="ready"))
    elif not viewer.gets_ready:
        parts.append(element("p", viewer.say("The first of your seat says when it is ready."), class_="quiet"))
    return section(viewer.say("Done with this beat?"), *parts)
