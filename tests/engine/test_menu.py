"""What things are called where a seat chooses: every kind, every field, every value, every placeholder."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest

import crisis_game
from crisis_game.engine import field_questions
from crisis_game.engine.act import Act, Offer
from crisis_game.engine.acts import ACTS
from crisis_game.engine.acts.responses import FillForceSheet
from crisis_game.engine.chance import Stream
from crisis_game.engine.draft_words import summary
from crisis_game.engine.machine import legal
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change, ForceSheet
from crisis_game.engine.state import Amendment
from crisis_game.engine.unit_of_work import Working
from crisis_game.pages.choices import GROUPS, one_of, some_of
from crisis_game.scenario.draft import Draft, MeasureLine, Motion, Switch
from crisis_game.scenario.ids import Phase
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts.wording import Wording
from tests.engine import builders
from tests.engine.worlds import adopt, at_answer, put_in_force

ROOM = Path(crisis_game.__file__).parent
SHOWN_AS_THEY_ARE = {"inline", "signed", "text"}
"""Tables of a placeholder that have no names: a sentence within another, a number with its sign, the id of a text."""

PLACEHOLDER = re.compile(r"\{([a-z_]+)(?::([a-z-]+))?\}")
PHASES: tuple[Phase, ...] = ("briefing", "consultation", "voting", "response")


def busy(phase: Phase) -> Working:
    """A desk at which much can be done."""
    working = at_answer(round_=2, phase=phase)
    adopt(working, builders.ESCORT_TEXT, "aaa-1", 1)
    put_in_force(working, "protest", {"CCC": "full"}, author="CCC")
    builders.put_on_table(working.state, "bbb-1", builders.ESCORT_TEXT, "BBB")
    builders.put_on_table(working.state, "chair-2", builders.CHAIR_TEXT, None, "procedure")
    if phase in ("voting", "response"):
        working.state.council.sheet = ("bbb-1", "chair-2")
        for id_ in working.state.council.sheet:
            working.state.council.texts[id_].status = "put"
    working.state.council.renewals.add("aaa-1")
    return working


@pytest.mark.parametrize("act", ACTS, ids=lambda act: str(act.kind))
def test_every_act_and_every_field_has_words(act: type[Act]) -> None:
    assert act.name.msgid
    assert act.does.msgid.endswith(".")
    assert act.group in GROUPS or act.roles == {"session"}
    assert all(choice.question.words.msgid[-1] in "?." for choice in act.choices)
    assert all(choice.because.msgid.endswith(".") for choice in act.choices)


def test_what_stands_of_an_act_are_values_of_its_fields() -> None:
    standings = 0
    for phase in PHASES:
        for offer in legal(busy(phase).seen("AAA")):
            chosen: dict[str, object] = {}
            for name in offer.fields:
                stands = offer.act.standing(offer.seen, chosen)
                assert set(stands) <= set(offer.fields)
                standings += bool(stands)
                chosen[name] = offer.domain(name, chosen).draw(Stream(2, name))
    assert standings


def test_no_group_is_without_acts() -> None:
    assert set(GROUPS) == {act.group for act in ACTS if act.roles != {"session"}}


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("seat", ["AAA", "BBB", "CCC", "XXX", "NNN", "facilitator"])
def test_every_value_that_can_be_chosen_has_words(phase: Phase, seat: str) -> None:
    working = busy(phase)
    seen = working.seen(seat)
    wording = Wording("en", names(working.scenario))
    stream = Stream(3, f"{seat}{phase}")
    for offer in legal(seen):
        for name, value in _values(offer, stream):
            words = wording.say(offer.question(name).label(seen, value))
            assert words.strip(), (offer.kind, name, value)
            assert "{" not in words, (offer.kind, name, words)


def _values(offer: Offer, stream: Stream) -> Iterator[tuple[str, object]]:
    """Values of each field: all where they are listed, else one that is drawn."""
    chosen: dict[str, object] = {}
    for name in offer.fields:
        domain = offer.domain(name, chosen)
        several = some_of(domain)
        for value in one_of(domain) or (several[0] if several else ()):
            yield name, value
        chosen[name] = domain.draw(stream)
        yield name, chosen[name]


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (Draft(), "an empty text"),
        (builders.CHAIR_TEXT, "Consult, verify, appeal"),
        (Draft(motion=Motion("hearing", "NNN")), "Hearing: State NNN"),
        (Draft(motion=Motion("suspension", "CCC")), "Suspension: State CCC"),
        (Draft(motion=Motion("referral", "mandate")), "Referral to the Security Council: mandate"),
        (
            Draft(
                (MeasureLine("protest", "XXX"), MeasureLine("escort")),
                clauses=(Switch("off-ramp", 10), Switch("limits")),
            ),
            "protest (State XXX) and escort; with off-ramp 10 and limits",
        ),
    ],
)
def test_a_text_in_one_line(draft: Draft, words: str) -> None:
    said = Wording("en", names(builders.tiny())).say(summary(draft, builders.tiny()))
    assert said == words


def test_an_amendment_a_sheet_and_a_reason_are_told_by_what_they_say() -> None:
    working = busy("consultation")
    wording, seen = Wording("en", names(working.scenario)), working.seen("AAA")
    working.state.council.amendments["amd-1"] = Amendment(
        "amd-1", "bbb-1", "CCC", Change("clause", "end-date", True, 2)
    )
    assert (
        wording.say(field_questions.AMENDMENT.label(seen, "amd-1"))
        == "State CCC wants in bbb-1: the clause end-date (2)"
    )
    sheet = ForceSheet("battery", verify=True, abort=True)
    assert wording.say(FillForceSheet.choice("sheet").question.label(seen, sheet)) == "A battery: verify and abort rule"
    assert wording.say(field_questions.CITES.label(seen, "dilemma")) == "our dilemma"
    assert wording.say(field_questions.CITES.label(seen, "sd-necessity")) == "Necessity"
    assert wording.say(field_questions.CITES.label(seen, "state-did-it")) == "XXX laid the mine."
    assert wording.say(field_questions.ACTIVE.label(seen, "CCC-r2/protest")) == "protest (State XXX)"


@pytest.mark.parametrize(
    ("value", "words"),
    [(None, "nobody"), (True, "yes"), (False, "no"), ((), "all"), (("AAA", "BBB"), "State AAA and State BBB")],
)
def test_plain_values(value: object, words: str) -> None:
    seen = Seen(builders.tiny(), builders.opened(builders.tiny()), "CCC")
    assert Wording("en", names(builders.tiny())).say(field_questions.TO.label(seen, value)) == words


def test_no_view_of_a_claim_is_called_so() -> None:
    seen = Seen(builders.tiny(), builders.opened(builders.tiny()), "CCC")
    assert Wording().say(field_questions.GRADE.label(seen, None)) == "no view"


# All sentences of ours ------------------------------------------------------------------------------------------------


def _sentences() -> Iterator[tuple[str, str]]:
    """Every string in the source that has a placeholder with a table, with its file."""
    for path in sorted(ROOM.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and not node.value.startswith("/"):
                yield path.name, node.value  # an address that a server takes apart has slots of its own


def test_every_table_that_a_placeholder_names_exists() -> None:
    tables = set(names(builders.tiny())) | SHOWN_AS_THEY_ARE
    missing = {(file, slot[2]) for file, sentence in _sentences() for slot in PLACEHOLDER.finditer(sentence) if slot[2]}
    assert {(file, table) for file, table in missing if table not in tables} == set()


def test_every_sentence_has_a_value_for_each_of_its_placeholders() -> None:
    faulty = []
    with_values = (path for path in sorted((ROOM / "engine").rglob("*.py")) if path.name != "reason_codes.py")
    for path in with_values:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text"):
                continue
            sentence = node.args[0] if node.args else None
            values = node.args[1] if len(node.args) > 1 else None
            if isinstance(sentence, ast.Constant) and (values is None or isinstance(values, ast.Dict)):
                wanted = {slot[1] for slot in PLACEHOLDER.finditer(str(sentence.value))}
                keys = values.keys if isinstance(values, ast.Dict) else []
                named = {str(key.value) for key in keys if isinstance(key, ast.Constant)}
                if None not in keys and not wanted <= named:
                    faulty.append((path.name, sentence.value, wanted - named))
    assert faulty == []


def test_wordings_know_the_games_own_tables() -> None:
    tables = names(builders.tiny(states=MappingProxyType({})))
    for table in ("grade", "vote", "stance", "delivery", "consent", "level", "status", "channel", "phase"):
        for id_, words in tables[table].items():
            assert words.in_language("en").strip(), (table, id_)
