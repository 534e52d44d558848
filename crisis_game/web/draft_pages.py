"""The editor of a text on a page: what to start from, then every part as a button that turns it, and what counts now.

The text under way stands in the address. Each press sends it together with the part that is turned, and what was typed
as own words; so it is whole at any moment, and nothing is kept on the host.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from crisis_game.engine import codec
from crisis_game.engine.act import Refusal
from crisis_game.engine.draft_rules import MOST_OWN_WORDS, motions, targets_of
from crisis_game.engine.draft_words import motion_words
from crisis_game.engine.drafts import DraftDomain
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import View
from crisis_game.pages.play.draft_standing import standing
from crisis_game.pages.play.drafting import Part, Row, aimed, sections, turned
from crisis_game.pages.play.motions import motion_groups
from crisis_game.pages.play.part_columns import wishes
from crisis_game.pages.play.text_page import draft_parts
from crisis_game.paper.markup import Content, Html, element, joined
from crisis_game.scenario.draft import BASES, Draft
from crisis_game.texts import Text
from crisis_game.web.addresses import Address, field_key, link
from crisis_game.web.controls import CHOSEN, FREE, command_button, folded, posting, row, rows, section, sign
from crisis_game.web.filling import Filling, done_at

START, DRAFT, TURN, DONE = "start", "draft", "turn", "done"
"""In the query: what it starts from, the text under way, the part that was turned last; that it is written."""
OWN_WORDS = "own_words"
EDITOR = "editor"
"""The id of the form."""
GO_ON = Text("Go on with this text")
_TOGGLED: tuple[Part, ...] = ("measure", "clause", "claim")


def draft_editor(filling: Filling, domain: DraftDomain) -> Html:
    """The text under way, or what it can start from."""
    draft = _under_way(filling, domain)
    if draft is None:
        return _starts(filling, domain)
    if filling.at.query.get(TURN) == DONE and domain.fault(draft) is None:
        return _written(filling, draft)
    return _editor(filling, domain, draft)


# The text under way -------------------------------------------------------------------------------------------------


def _under_way(filling: Filling, domain: DraftDomain) -> Draft | None:
    """The text in the address after its last turn; None where there is none that can be read."""
    seen, query = domain.seen, filling.at.query
    if START in query:
        return _started(seen, query[START], emergency=domain.emergency)
    try:
        draft: Draft = codec.read(Draft, json.loads(query.get(DRAFT, "")))
        words = json.loads(query.get(field_key(OWN_WORDS), '""'))
    except (ValueError, RecursionError):
        return None
    if not _is_known(seen, draft):
        return None
    draft = replace(draft, own_words=" ".join(str(words).split())[:MOST_OWN_WORDS])
    return _after(seen, draft, query.get(TURN, ""))


def _started(seen: Seen, start: str, *, emergency: bool) -> Draft:
    kind, _, name = start.partition(":")
    if kind == "package" and name in seen.packages and not emergency:
        return seen.packages[name].draft
    if kind == "text" and name in seen.on_table and not emergency:
        return seen.text(name).draft
    return Draft(aim=next(iter(seen.aims), ""))


def _is_known(seen: Seen, draft: Draft) -> bool:
    """Whether all that a text names exists for its writer."""
    others = [package.draft for package in seen.packages.values()] + [seen.text(text).draft for text in seen.on_table]
    packaged = {claim for other in others for claim in other.claims}
    aims = {line for other in others for line in other.lines}
    return (
        all(line.measure in seen.measures for line in draft.lines)
        and all(line in aims or line.target in targets_of(seen, line.measure) for line in draft.lines)
        and all(switch.clause in seen.clauses for switch in draft.clauses)
        and all(claim in packaged or claim in seen.claims for claim in draft.claims)
        and draft.aim in ("", *seen.aims)
        and draft.motion in (None, *motions(seen))
    )


def _after(seen: Seen, draft: Draft, turn: str) -> Draft:
    """The text after a turn, which names a part, what it is, and by how much; as it was for one that we never made."""
    part, _, rest = turn.partition(":")
    name, _, by = rest.rpartition(":")
    match part:
        case "measure" | "clause" | "claim" if by in ("0", "1", "-1"):
            found = (row for _, rows in sections(seen, draft) for row in rows if (row.part, row.id) == (part, name))
            turning = next(found, None)
            return draft if turning is None else turned(seen, draft, turning, int(by))
        case "target" if rest in seen.measures:
            return aimed(seen, draft, rest)
        case "aim" if rest in seen.aims:
            return replace(draft, aim=rest)
        case "basis":
            return replace(draft, basis=next((basis for basis in BASES if basis == rest), draft.basis))
        case "motion":
            possible = motions(seen)
            chosen = possible[int(rest)] if rest.isdecimal() and int(rest) < len(possible) else None
            return replace(draft, motion=chosen)
        case _:
            return draft


# What it starts from ------------------------------------------------------------------------------------------------


def _starts(filling: Filling, domain: DraftDomain) -> Html:
    """Packages, the texts on the table, an empty page."""
    viewer, seen = filling.viewer, domain.seen
    links = []
    if not domain.emergency:
        for package in seen.packages.values():
            words = joined(element("strong", viewer.word(package.name)), element("small", viewer.word(package.pitch)))
            links.append(row(_start(filling, f"package:{package.id}"), words, class_="option"))
        for text in seen.on_table:
            words = element("strong", viewer.word(Text("A copy of {text:text}", {"text": text})))
            links.append(row(_start(filling, f"text:{text}"), words, class_="option"))
    links.append(row(_start(filling, "empty"), element("strong", viewer.say("An empty page")), class_="option"))
    return section(viewer.say("Start from which text?"), rows(links))


def _start(filling: Filling, start: str) -> str:
    return link(filling.at.page, {**filling.query(), START: start})


# The editor ---------------------------------------------------------------------------------------------------------


def _editor(filling: Filling, domain: DraftDomain, draft: Draft) -> Html:
    viewer, seen = filling.viewer, domain.seen
    parts = [
        _group(filling, draft, heading, listed) for heading, listed in sections(seen, draft, emergency=domain.emergency)
    ]
    fault = domain.fault(draft)
    done = element("button", viewer.word(GO_ON), name=TURN, value=DONE, class_="wide")
    afresh = row(link(filling.at.page, filling.query()), viewer.say("Throw it away and begin anew"))
    return element(
        "form",
        filling.hidden(),
        element("input", type="hidden", name=DRAFT, value=_json(draft)),
        _as_it_stands(filling, draft, fault),
        *parts,
        done if fault is None else None,
        afresh,
        method="get",
        action=link(filling.at.page),
        class_="editor",
        id=EDITOR,
    )


def is_edited(at: Address) -> bool:
    """Whether a page is the editor with a text under way."""
    return (START in at.query or DRAFT in at.query) and at.query.get(TURN) != DONE


def _as_it_stands(filling: Filling, draft: Draft, fault: Refusal | None) -> Html:
    """What it says, what it takes to adopt it, what it costs, and whether it can be tabled."""
    viewer, offer = filling.viewer, filling.offer
    seen, name = offer.seen, filling.asked
    told: list[Content] = [viewer.parts(draft_parts(seen, draft)), viewer.parts(tuple(standing(View(seen), draft)))]
    if fault is not None:
        words = Text("Not ready: {because}", {"because": fault.because})
        told.append(element("p", viewer.word(words), class_="warning"))
    terms = offer.act.terms(seen, {**filling.chosen, name: draft})
    told += [element("p", viewer.word(term), class_="terms") for term in terms]
    return section(viewer.say("The text as it stands"), *told, id_="question")


def _group(filling: Filling, draft: Draft, heading: Text, listed: tuple[Row, ...]) -> Html:
    """Parts under their heading. What can be switched on and off is long: it is folded, and what is on stands outside.

    The group of the part that was turned last is open, so that one sees what became of it.
    """
    viewer, parts = filling.viewer, [_row(filling, draft, row_) for row_ in listed]
    if listed[0].part not in _TOGGLED:
        return section(viewer.word(heading), *parts)
    chosen = ", ".join(viewer.word(row_.words) for row_ in listed if row_.on)
    named = (element("strong", viewer.word(heading)), " ", element("small", chosen) if chosen else None)
    turn = filling.at.query.get(TURN, "")
    is_turned = any(turn.startswith(f"{row_.part}:{row_.id}:") for row_ in listed)
    return folded(joined(*named), *parts, opened=is_turned, id_=f"group/{listed[0].part}/{listed[0].id}")


def _row(filling: Filling, draft: Draft, part: Row) -> Html:
    viewer = filling.viewer
    about = element("small", " ".join(viewer.word(words) for words in part.about))
    if part.part in _TOGGLED:
        mark = sign(CHOSEN if part.on else FREE)
        words = element("span", viewer.word(part.words))
        button = _turn(part, 0, mark, words, pressed=part.on, class_="toggle")
        wished = viewer.parts(tuple(wishes(View(filling.offer.seen), draft, part)))
        more = (*_beside(filling, draft, part), wished, about)
        return element("div", button, *more, class_="part", id=f"{part.part}/{part.id}")
    if part.part == "words":
        area = element(
            "input", type="text", name=f"w.{OWN_WORDS}", id="own-words", value=draft.own_words, maxlength=MOST_OWN_WORDS
        )
        label = element("label", viewer.say("Words of our own, at most 200 characters"), for_="own-words")
        return element("div", label, area, class_="part")
    return folded(viewer.word(part.words), element("div", *_choices(filling, part), class_="stack"))


def _beside(filling: Filling, draft: Draft, part: Row) -> Iterator[Html]:
    """What more can be turned of a part that is in the text: its target, its number."""
    viewer, seen = filling.viewer, filling.offer.seen
    if part.part == "measure" and part.on and len(targets_of(seen, part.id)) > 1:
        yield element("button", viewer.say("Another target"), name=TURN, value=f"target:{part.id}")
    switch = draft.switch(part.id) if part.part == "clause" else None
    if switch is not None and seen.clauses[part.id].high:
        clause = seen.clauses[part.id]
        if switch.value > clause.low:
            yield _turn(part, -1, viewer.say("Less"))
        if switch.value < clause.high:
            yield _turn(part, 1, viewer.say("More"))


def _turn(part: Row, by: int, *words: Content, pressed: bool | None = None, class_: str = "") -> Html:
    state = None if pressed is None else "true" if pressed else "false"
    anchor = f"#{part.part}/{part.id}"
    return element(
        "button", *words, name=TURN, value=f"{part.part}:{part.id}:{by}", aria_pressed=state, class_=class_ or None,
        data_anchor=anchor,
    )  # fmt: skip


def _choices(filling: Filling, part: Row) -> Iterator[Html]:
    """All that an aim, a basis or a motion can be."""
    viewer, seen = filling.viewer, filling.offer.seen
    if part.part == "aim":
        for aim in seen.aims:
            yield _value(viewer.word(Text("{aim:aim}", {"aim": aim})), f"aim:{aim}")
    elif part.part == "basis":
        for basis in BASES:
            yield _value(viewer.word(Text("{basis:basis}", {"basis": basis})), f"basis:{basis}")
    else:
        yield _value(viewer.say("no motion"), "motion:none")
        possible = motions(seen)
        for heading, some in motion_groups(seen):
            yield element("h3", viewer.word(heading))
            for motion in some:
                yield _value(viewer.word(motion_words(motion, seen)), f"motion:{possible.index(motion)}")


def _value(words: str, turn: str) -> Html:
    return element("button", words, name=TURN, value=turn)


# The end ------------------------------------------------------------------------------------------------------------


def _written(filling: Filling, draft: Draft) -> Html:
    """The button that does it, then the text in full and what it takes."""
    viewer, offer = filling.viewer, filling.offer
    command = offer.act.filled({**filling.chosen, filling.asked: draft})
    change = row(
        link(
            filling.at.page, {**filling.query(), DRAFT: _json(draft), field_key(OWN_WORDS): json.dumps(draft.own_words)}
        ),
        viewer.say("Change it"),
    )
    button = command_button(command, viewer.word(offer.act.name), class_="wide")
    ask = section(viewer.say("Shall it be done?"), posting(done_at(filling), button))
    return joined(ask, _as_it_stands(filling, draft, None), change)


def _json(draft: Draft) -> str:
    return json.dumps(codec.write(draft), ensure_ascii=False, separators=(",", ":"))
