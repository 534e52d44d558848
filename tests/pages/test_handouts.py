"""`print`: each page has what its readers may know, and nothing that is another's or still to come."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from crisis_game.charter.model import Charter
from crisis_game.cli import main
from crisis_game.cli.named_charter import shipped_charters
from crisis_game.exercise.class_list import COLUMNS, YES
from crisis_game.pages.handouts import handouts
from crisis_game.pages.on_paper.consent import KEPT, RESEARCH
from crisis_game.pages.on_paper.kinds import HANDED_OUT, KINDS, printed
from crisis_game.pages.on_paper.voting_rules import organ_parts
from crisis_game.pages.parts import Page, Table
from crisis_game.paper.markdown import markdown
from crisis_game.scenario.ids import StateId
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.press import press
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Text, Wording
from tests.charter.counting import shipped

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario(find("hesk-strait"))


@pytest.fixture(scope="module")
def pages(scenario: Scenario) -> list[str]:
    """The pages as raw words, without the heading above each."""
    wording = Wording("en", names(scenario))
    return [
        markdown(page.title, (page,), wording).partition("\n\n")[2].replace("\\", "") for page in handouts(scenario)
    ]


def flat(prose: str) -> str:
    return " ".join(prose.split())


def test_there_is_a_briefing_and_a_page_for_each_member(scenario: Scenario, pages: list[str]) -> None:
    titles = [page.splitlines()[0] for page in pages]
    members = [scenario.states[id_].name.in_language("en") for id_ in scenario.members]

    assert titles == ["## Briefing for all", *(f"## {name}: for your eyes only" for name in members)]


def test_a_sheet_has_what_is_its_own_and_no_other_has_it(scenario: Scenario, pages: list[str]) -> None:
    for place, id_ in enumerate(scenario.members, 1):
        state = scenario.states[id_]
        secrets = [state.brief, *(line.text.within() for line in state.mandate)]
        secrets += [source.name for source in scenario.sources.values() if source.holder == id_]
        for secret in secrets:
            holders = [at for at, page in enumerate(pages) if flat(secret.in_language("en")) in flat(page)]
            assert place in holders
            if secret is state.brief:
                assert holders == [place]


def test_the_briefing_has_every_state_and_measure(scenario: Scenario, pages: list[str]) -> None:
    briefing = flat(pages[0])

    shown = [state.profile for state in scenario.states.values()] + [scenario.opening]
    shown += [scenario.measures[id_].name for id_ in scenario.played]
    assert [text for text in shown if flat(text.in_language("en")) not in briefing] == []


def test_nothing_to_come_is_printed(scenario: Scenario, pages: list[str]) -> None:
    words = flat(" ".join(pages))

    hidden = [inject.text for inject in scenario.injects.values()] + [ending.text for ending in scenario.endings]
    hidden += [truth.reveal for truth in scenario.truths.values()] + [scenario.teaching]
    assert [text for text in hidden if text and flat(text.in_language("en")) in words] == []


FOR_ALL = ("briefing", "treaty", "table", "ballots", "consent", "press")
FOR_THE_INSTRUCTOR = ("plan", "instructor")


def in_words(scenario: Scenario, *kinds: str) -> dict[str, str]:
    """The words of the pages of some kinds, by the id of the page."""
    wording = Wording("en", names(scenario))
    pages = printed(scenario, kinds)
    return {page.id: flat(markdown(page.title, (page,), wording).replace("\\", "")) for page in pages}


def own_secrets(scenario: Scenario, seat: StateId) -> set[str]:
    """What one seat alone may read at the start."""
    state = scenario.states[seat]
    secrets = [state.brief, *(line.text.within() for line in state.mandate)]
    secrets += [source.name for source in scenario.sources.values() if source.holder == seat]
    secrets += [state.red_line.text] if state.red_line is not None else []
    return {flat(secret.in_language("en")) for secret in secrets}


def to_come(scenario: Scenario) -> set[str]:
    """What no player may read before it comes; an answer of a word or two, such as `Nothing`, gives nothing away."""
    hidden = [scenario.teaching, *(truth.reveal for truth in scenario.truths.values())]
    hidden += [ending.text for ending in scenario.endings]
    hidden += [objective.text for objective in scenario.objectives]
    for inject in scenario.injects.values():
        hidden += [inject.text, inject.expected]
        hidden += [reply.label for reply in inject.asks.choices] if inject.asks is not None else []
    return {flat(words.in_language("en")) for words in hidden if len(words.in_language("en").split()) > 2}


@pytest.mark.parametrize("id_", ["hesk-strait", "first-watch"])
def test_a_role_card_tells_nothing_of_another_seat_and_nothing_to_come(id_: str) -> None:
    scenario = load_scenario(find(id_))
    cards = in_words(scenario, "cards")

    assert list(cards) == [f"card-{member}" for member in scenario.members]
    for member in scenario.members:
        card = cards[f"card-{member}"]
        others = {secret for other in scenario.members if other != member for secret in own_secrets(scenario, other)}
        assert [secret for secret in others - own_secrets(scenario, member) if secret in card] == []
        assert [words for words in to_come(scenario) if words in card] == []


def test_a_role_card_has_what_its_seat_wants_its_red_line_and_three_things_to_do(scenario: Scenario) -> None:
    for member, card in zip(scenario.members, in_words(scenario, "cards").values(), strict=True):
        state = scenario.states[member]
        wanted = [line.text for line in state.mandate if line.kind != "red-line"]
        assert state.red_line is not None
        held = [asset.name for asset in scenario.assets.values() if asset.owner == member]
        held += [source.name for source in scenario.sources.values() if source.holder == member]
        shown = [state.profile, state.red_line.text, *wanted, *held]
        assert [words for words in shown if flat(words.in_language("en")) not in card] == []
        assert card.partition("In the first ten minutes")[2].count(" - ") == 3


@pytest.mark.parametrize("id_", ["hesk-strait", "first-watch"])
def test_what_lies_open_holds_no_secret(id_: str) -> None:
    scenario = load_scenario(find(id_))
    secret = {words for member in scenario.members for words in own_secrets(scenario, member)}
    words = " ".join(in_words(scenario, *FOR_ALL).values())
    printed_news = {flat(news.text.in_language("en")) for round_ in press(scenario).values() for news in round_}

    assert [hidden for hidden in secret | to_come(scenario) - printed_news if hidden in words] == []


def test_the_press_has_only_what_comes_in_its_round_in_every_game(scenario: Scenario) -> None:
    for number, news in press(scenario).items():
        for item in news:
            inject = scenario.injects[item.id]
            assert (inject.round, inject.when, inject.to, inject.variants) == (number, None, (), ())
            assert inject.until_round is None

    ferry = "Sonar holds an object moving under the ferry route"
    pages = in_words(scenario, "press")
    assert [id_ for id_, page in pages.items() if ferry in page] == ["press-3"]


def test_what_is_secret_says_whom_it_is_for(scenario: Scenario) -> None:
    for page in in_words(scenario, *FOR_THE_INSTRUCTOR).values():
        assert page.partition("## ")[2].partition(" For ")[2].startswith("the instructor alone")
    assert "For who watches, not for who plays" in in_words(scenario, "observer")["observer"]


def test_the_instructor_has_every_inject_and_the_observer_those_that_come_for_sure(scenario: Scenario) -> None:
    instructor, observer = in_words(scenario, "instructor")["instructor"], in_words(scenario, "observer")["observer"]
    for inject in scenario.injects.values():
        expected = flat(inject.expected.in_language("en"))
        certain = inject.round is not None and inject.when is None and inject.until_round is None
        assert expected in instructor
        assert (expected in observer) == certain


def test_what_is_kept_is_said_as_in_the_documents() -> None:
    page = flat((ROOT / "docs" / "classroom.md").read_text("utf-8"))
    missing = [sentence.msgid for sentence in (*KEPT, *RESEARCH) if sentence.msgid not in page]
    assert missing == []


def test_a_yes_on_the_card_goes_where_a_class_list_is_read(scenario: Scenario) -> None:
    card = in_words(scenario, "consent")["consent"]
    column = card.partition("into the column ")[2].split()[0]
    assert column in COLUMNS["consent"]
    assert "yes" in YES


@pytest.mark.parametrize("charter", shipped_charters(Wording()), ids=lambda charter: charter.id)
def test_every_charter_says_how_it_decides(charter: Charter) -> None:
    for organ in charter.organs:
        (table,) = (part for part in organ_parts(charter, organ) if isinstance(part, Table))
        assert len(table.rows) == len(organ.decisions)


@pytest.mark.parametrize(
    ("charter", "words"),
    [
        ("arab-league", "Carried by 12 of 22 in favour, it binds those in favour alone."),
        ("un", "| 7 against, or one of CHN, FRA, GBR, RUS and USA |"),
        ("un", "a vote against by any of CHN, FRA, GBR, RUS and USA stops it"),
        ("eu", "| by weight | by weight | by weight | by weight |"),
        ("nato", "nobody breaks silence. Every member can stop it."),
    ],
)
def test_what_counts_beside_the_number_is_said(charter: str, words: str) -> None:
    treaty = shipped(charter)
    page = Page("organ", Text("organ"), tuple(organ_parts(treaty, treaty.organs[0])))

    assert words in flat(markdown(page.title, (page,), Wording()))


def test_the_voting_rule_is_worked_out_for_the_members(scenario: Scenario) -> None:
    page = in_words(scenario, "treaty")["voting-rule"]

    assert "| retorsion and sanctions (Article 9) | 4 of 6 | 4 of 5 | 4 of 5 | 3 against |" in page
    assert "armed force: 5 of 6 in favour, and the member that was struck in favour." in page
    assert "| amendment (Article 17) | 6 of 6 | cannot carry | cannot carry | 1 against |" in page


def test_a_card_shares_paper_with_cards_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "first-watch", "--for", "sheets,cards", "--format", "html"]) == 0
    style = capsys.readouterr().out.partition("</style>")[0]
    together = [rule for rule in style.split("}") if "break-before: auto" in rule and "h1 + section" not in rule]
    selectors = [each.strip() for rule in together for each in rule.partition("{")[0].split(",")]

    assert len(selectors) == 3
    for selector in selectors:
        before, _, after = selector.partition(" + ")
        assert before == after


def test_each_member_has_a_sheet_of_eight_ballots(scenario: Scenario) -> None:
    ids = list(in_words(scenario, "ballots"))
    assert ids[0] == "tally"
    for member in scenario.members:
        assert [id_ for id_ in ids if id_.startswith(f"ballot-{member}-")] == [
            f"ballot-{member}-{place}" for place in range(1, 9)
        ]


def test_help_names_every_kind() -> None:
    assert tuple(KINDS) == import_module("crisis_game.cli.print").WORDS
    assert import_module("crisis_game.cli.print").DEFAULT == HANDED_OUT


def test_only_what_is_asked_for_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "first-watch", "--for", "consent, cards"]) == 0
    heads = [line for line in capsys.readouterr().out.splitlines() if line.startswith("## ")]
    assert heads == [
        "## You are Aldermark",
        "## You are Brenna",
        "## You are Castrel",
        "## You are Dunmore",
        "## What is kept of you, and what you allow",
    ]


def test_everything_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "first-watch", "--for", "all", "--format", "html"]) == 0
    page = capsys.readouterr().out
    ids = re.findall(r'<section id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) == len(printed(load_scenario(find("first-watch")), KINDS))


@pytest.mark.parametrize(
    ("words", "complaint"),
    [("carts", "nothing called carts is printed; choose from"), (" , ", "--for names nothing to print; choose from")],
)
def test_a_kind_that_there_is_not(words: str, complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "first-watch", "--for", words]) == 2
    said = capsys.readouterr().err
    assert complaint in said
    assert said.count("\n") == 1


def test_the_verb_writes_both_forms(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "first-watch"]) == 0
    assert capsys.readouterr().out.count("for your eyes only") == 4

    assert main(["print", "first-watch", "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("<section") == 5
    assert "section { break-before: page; }" in page


def test_a_scenario_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "nowhere.yaml"]) == 2
    assert capsys.readouterr().err == "crisis-game: There is no file nowhere.yaml.\n"
