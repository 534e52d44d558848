"""Every sentence of ours can be found by a translator's tool, and nothing else is ever said."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

import crisis_game.texts.wording as wording_module
from crisis_game.debrief.review import review_of
from crisis_game.law import judge
from crisis_game.law.casebook import case, ids
from crisis_game.pages.library.cases import case_page
from crisis_game.paper.markdown import markdown
from crisis_game.paper.report_file import FORMS, written
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Text, Wording, counted
from tests.assessment.games import game
from tests.texts.extracting import Fault, Sentence, extract, faults, sentences
from tests.texts.house import HOUSE

ROOMS = sorted(path.name for path in HOUSE.iterdir() if path.is_dir() and path.name != "__pycache__")


@cache
def catalogue() -> dict[str, str]:
    """What Babel extracts from the whole game: by sentence, its plural or nothing."""
    extracted = extract_from_dir(HOUSE, [("**.py", extract)], keywords={"gettext": None, "ngettext": (1, 2)})
    messages = [message if isinstance(message, tuple) else (message, "") for _, _, message, _, _ in extracted]
    return {message[0]: message[1] for message in messages}


@pytest.mark.parametrize("room", ROOMS)
def test_every_sentence_of_a_room_is_a_literal_or_passed_on(room: str) -> None:
    assert list(faults([room])) == []


def test_babel_finds_sentences_and_plurals() -> None:
    messages = catalogue()
    assert messages["{n} breach"] == "{n} breaches"
    assert messages["A permanent member voted against; the text was vetoed."] == ""
    assert len(messages) > 2000


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The msgids that are worded while a test runs."""
    heard: set[str] = set()
    before = wording_module._sentence

    def listened(words: Text, translations: wording_module.gettext.NullTranslations) -> str:
        heard.add(words.msgid)
        return before(words, translations)

    monkeypatch.setattr(wording_module, "_sentence", listened)
    return heard


@pytest.mark.parametrize(("name", "policy"), [("first-watch", "hawk"), ("hesk-strait", "statesman")])
def test_all_that_a_game_says_is_in_the_catalogue(name: str, policy: str, said: set[str]) -> None:
    """Events as they come, and the debrief with its report."""
    played = game(name, 3, policy)
    wording = Wording("en", names(played.scenario))
    told_all = review_of(played.scenario, played.log)
    for form in FORMS:
        written(told_all, wording, form)
    for sentence in (event.tell() for entry in played.log for event in entry.events):
        if sentence is not None:
            wording.say(sentence)
    assert said
    assert sorted(said - set(catalogue())) == []


@pytest.mark.parametrize("id_", ids())
def test_all_that_the_judge_says_is_in_the_catalogue(id_: str, said: set[str]) -> None:
    for finding in judge(case(id_).conduct).findings:
        Wording().say(finding.because)
        for view in finding.views:
            Wording().say(view.claim)
    page = case_page(case(id_))
    markdown(page.title, [page], Wording())
    assert sorted(said - set(catalogue())) == []


def found_in(source: str) -> tuple[Sentence | Fault, ...]:
    return sentences(Path(HOUSE / "law" / "written.py"), source)


HEAD = "from crisis_game.texts import Msgid, Text, counted\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('Text("One sentence.")', ["One sentence."]),
        ('Text("One " "sentence.")', ["One sentence."]),
        ('Text("This." if day else "That.")', ["This.", "That."]),
        ('def told(words: Msgid) -> Text:\n    return Text(words)\ntold("Passed on.")', ["Passed on."]),
        ('WORDS: dict[str, Msgid] = {"a": "From a table."}\nText(WORDS["a"])', ["From a table."]),
        ('for word in ("One.", "Two."):\n    Text(word)', ["One.", "Two."]),
        ('counted("{n} ship", "{n} ships", 3)', ["{n} ship"]),
    ],
)
def test_a_sentence_is_found(source: str, expected: list[str]) -> None:
    extracted = list(found_in(HEAD + source))
    assert [sentence.one for sentence in extracted if isinstance(sentence, Sentence)] == expected
    assert not [fault for fault in extracted if isinstance(fault, Fault)]


@pytest.mark.parametrize(
    "source",
    [
        'Text("One " + "sentence.")',
        'Text(f"{name} came.")',
        'words = "One"\nwords += " more"\nText(words)',
        'WORDS = {"a": "From a table that does not say so."}\nText(WORDS["a"])',
        "def told(words: str) -> Text:\n    return Text(words)",
        "Text(made())",
    ],
)
def test_what_no_catalogue_could_hold_is_a_fault(source: str) -> None:
    assert [fault for fault in found_in(HEAD + source) if isinstance(fault, Fault)]


def test_a_counted_sentence_is_worded_by_the_forms_of_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language with three forms, as a catalogue would have it."""

    class Polish(wording_module.gettext.NullTranslations):
        def ngettext(self, singular: str, plural: str, n: int) -> str:
            few = n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14)
            return "{n} okręt" if n == 1 else "{n} okręty" if few else "{n} okrętów"

    monkeypatch.setattr(wording_module, "_translations", lambda language: Polish())
    assert [Wording("pl").say(counted("{n} ship", "{n} ships", n)) for n in (1, 2, 5, 22)] == [
        "1 okręt",
        "2 okręty",
        "5 okrętów",
        "22 okręty",
    ]
