"""ORDERS on a page: every row of the sheet with its values as buttons, and what to have in mind beside it."""

from __future__ import annotations

from crisis_game.engine.act import Act
from crisis_game.engine.acts.accountability import ReportToCouncil
from crisis_game.engine.acts.ballots import CastVote, Explain, GiveOpinion
from crisis_game.engine.acts.responses import ActAlone, Deliver, FillForceSheet
from crisis_game.engine.acts.turns import SetReady
from crisis_game.pages.parts import Fold, line
from crisis_game.pages.parts import Part as PagePart
from crisis_game.pages.play.order_rows import Choice, Group, Heading, OrderSheet, Remarks, Row
from crisis_game.pages.play.orders import as_it_reads, in_mind, note_aloud, provisions, text_heading
from crisis_game.pages.roll_call import roll_call
from crisis_game.pages.votes import result_run
from crisis_game.paper.markup import Content, Html, element, joined
from crisis_game.texts import Text
from crisis_game.web.addresses import DO, NOW, link
from crisis_game.web.controls import (
    CHOSEN,
    DEFAULT,
    FREE,
    asked,
    command_button,
    field_query,
    posting,
    row,
    sign,
    spoken,
)
from crisis_game.web.viewer import Viewer

ROW_OF_ACT: dict[type[Act], str] = {
    CastVote: "vote",
    Explain: "reason",
    Deliver: "deliver",
    FillForceSheet: "force",
    ActAlone: "alone",
    GiveOpinion: "opinion",
    ReportToCouncil: "report",
}
"""The kind of row on which each act stands."""


def place_on_sheet(viewer: Viewer, act: type[Act]) -> str:
    """The id of the first row where something of an act is still to be said; empty where it stands on no row."""
    if viewer.sight.seen.beat != "orders" or act not in ROW_OF_ACT:
        return ""
    rows = [row for row in viewer.sheet.rows if row.kind == ROW_OF_ACT[act]]
    return next((row.key for row in rows if row.undone), rows[0].key if rows else "")


def orders_main(viewer: Viewer) -> Html:
    """The whole sheet."""
    sheet = viewer.sheet
    sections: list[list[Content]] = [[]]
    for part in sheet.parts:
        if isinstance(part, Heading):
            sections.append([_heading(viewer, part)])
        elif isinstance(part, Remarks):
            sections[-1].append(viewer.parts(part.lines))
        elif part.opens is not SetReady:
            sections[-1].append(_row(viewer, part))
    written = [element("section", *content) for content in sections if content]
    return joined(*written, _cost(viewer, sheet))


def orders_beside(viewer: Viewer) -> Html:
    """Each text as it reads, then what one promised, what the brief says, what counsel answered."""
    sight = viewer.sight
    texts = (tuple(as_it_reads(sight.seen, sight.view.text(text))) for text in sight.seen.sheet)
    return joined(*map(viewer.parts, texts), viewer.parts(in_mind(sight.seen, sight.dossier.own)))


def _heading(viewer: Viewer, part: Heading) -> Html:
    if not part.text:
        return viewer.parts((part.title,))
    seen, text = viewer.sight.seen, viewer.sight.view.text(part.text)
    title = text_heading(seen, text)
    small = None
    if title.note is not None:
        heard = spoken(viewer.word(note_aloud(text)))
        small = element("small", element("span", viewer.word(title.note), aria_hidden="true"), heard)
    heading = element("h2", element("span", viewer.word(title.words)), " ", small, class_="named")
    lines: list[PagePart] = [provisions(seen, text), *map(line, result_run(text))]
    read = row(link("texts", {"text": text.id}), viewer.say("Read it whole"))
    votes = Fold(line(roll_call(viewer.sight.view, text.id).title), roll_call(viewer.sight.view, text.id).parts)
    return joined(heading, viewer.parts(lines), read, viewer.parts((votes,)) if text.result is not None else None)


def _row(viewer: Viewer, part: Row) -> Html:
    if not part.groups:
        return _opening(viewer, part)
    groups = [_group(viewer, part, group) for group in part.groups if _can_be_given(part, group)]
    note = viewer.word(part.note)
    below = element("p", note, class_="quiet") if note else None
    state = "undone" if part.undone else ""
    return element("div", *groups, below, class_=f"ask {state}".rstrip(), id=part.key)


def _can_be_given(part: Row, group: Group) -> bool:
    """Not how sure one is as long as there is no answer: buttons that do nothing only fill a small page."""
    return group is part.groups[0] or any(choice.command for choice in group.choices)


def _opening(viewer: Viewer, part: Row) -> Html:
    """A row that opens a form: what stands in it."""
    if part.opens is None:
        return element("p", viewer.word(part.says))
    query = {**field_query(**part.preset), "back": f"{link(NOW)}"}
    words = joined(element("strong", viewer.word(part.name)), " ", viewer.word(part.says))
    return row(link(DO + part.opens.kind, query), words, id_=part.key, class_="undone" if part.missing else "")


def _group(viewer: Viewer, part: Row, group: Group) -> Html:
    """The values of one question, of which one stands."""
    name, title = viewer.word(part.name), viewer.word(group.name)
    if not title:
        title = name
    elif group is part.groups[0]:
        title = f"{name}: {title}"
    buttons = [_choice(viewer, part, group, place) for place in range(len(group.choices))]
    if not any(choice.command for choice in group.choices):
        return element("div", element("h3", title), element("div", *buttons, class_="three"), class_="choices")
    return posting(f"{link(NOW)}#{part.key}", asked(title, *buttons))


def _choice(viewer: Viewer, part: Row, group: Group, place: int) -> Html:
    choice = group.choices[place]
    chosen, default = group.chosen == place, group.default == place
    mark = choice.sign or (CHOSEN if chosen else DEFAULT if default else FREE)
    words = [sign(mark), viewer.word(choice.words)]
    if default:
        words.append(spoken(viewer.say(" (counts if nothing is said)")))
    if choice.command is not None:
        return command_button(choice.command, *words, pressed=chosen)
    if choice.leads_to is not None:
        return element("a", *words, href=_leads(viewer, part, choice), class_="choice")
    return element("span", *words, class_="choice still")


def _leads(viewer: Viewer, part: Row, choice: Choice) -> str:
    act = choice.leads_to
    if act is None:
        return link(NOW)
    anchor = place_on_sheet(viewer, act)
    if anchor and part.kind == "steps":
        return f"{link(NOW)}#{anchor}"
    return link(DO + act.kind, {"back": link(NOW)})


def _cost(viewer: Viewer, sheet: OrderSheet) -> Html | None:
    """What it all costs as it stands."""
    if sheet.treasury is None or not sheet.cost:
        return None
    values = {"cost": sheet.cost, "treasury": sheet.treasury}
    words = viewer.word(Text("As it stands this costs {cost} of your {treasury}.", values))
    more = viewer.say("What you cannot pay is given by half, or not at all.") if sheet.cost > sheet.treasury else None
    return element("p", words, " ", more, class_="warning" if more else "quiet")
