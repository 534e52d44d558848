"""The law library: every way leads somewhere, articles and rules lead to each other, and search finds."""

from __future__ import annotations

import pytest

from crisis_game.charter.reading import read_charter_file
from crisis_game.law.names_of_law import QUESTIONS
from crisis_game.law.order import RULES
from crisis_game.pages.library.search import Catalogue, fold
from crisis_game.pages.library.shelves import RULED_BY, SHELVES, LawLibrary, open_library
from crisis_game.scenario.library import charter_source
from crisis_game.texts import Wording

SAY = Wording("en").say


@pytest.fixture(scope="module")
def books() -> LawLibrary:
    charter, _ = read_charter_file(charter_source("hesk-compact"))
    return open_library(charter)


@pytest.fixture(scope="module")
def catalogue(books: LawLibrary) -> Catalogue:
    return Catalogue(books, SAY)


def test_all_rules_cases_and_articles_stand_on_their_shelves(books: LawLibrary) -> None:
    assert {entry.id for entry in books.on_shelf("rules")} == set(RULES)
    assert len(books.on_shelf("cases")) == 64
    assert [entry.id for entry in books.on_shelf("charter")][:2] == ["1", "2"]
    assert all(books.on_shelf(shelf) for shelf in SHELVES)
    assert len({(entry.kind, entry.id) for entry in books.entries}) == len(books.entries)


def test_every_way_leads_somewhere(books: LawLibrary) -> None:
    for entry in books.entries:
        for link in books.page(entry).links:
            if link.kind == "question":
                assert link.id in QUESTIONS
            else:
                assert books.entry(link.kind, link.id) is not None, (entry.id, link)


def test_an_article_and_the_rules_that_turn_on_it_lead_to_each_other(books: LawLibrary) -> None:
    articles = [entry for entry in books.entries if entry.kind == "article"]
    assert any(books.page(article).links for article in articles)
    for article in articles:
        for link in books.page(article).links:
            rule = books.entry("rule", link.id)
            assert rule is not None
            assert ("article", article.id) in {(way.kind, way.id) for way in books.page(rule).links}, (article.id, link)


def test_articles_are_ruled_by_rules_that_exist() -> None:
    assert {rule for rules in RULED_BY.values() for rule in rules} <= set(RULES)


def test_a_rule_leads_to_real_cases_on_its_question(books: LawLibrary) -> None:
    entry = books.entry("rule", "countermeasure")
    assert entry is not None
    links = books.page(entry).links
    assert ("case", "air-services-1978") in {(link.kind, link.id) for link in links}
    assert ("question", "countermeasures") in {(link.kind, link.id) for link in links}


def test_a_paragraph_is_found_in_its_article(books: LawLibrary) -> None:
    article = books.entry("article", "6(5)")
    assert article is not None
    assert article.id == "6"
    assert books.entry("article", "99") is None
    assert books.entry("rule", "no-such-rule") is None


def test_without_a_scenario_there_is_no_charter_on_the_shelf() -> None:
    books = open_library(None)
    assert books.on_shelf("charter") == ()
    assert books.on_shelf("united-nations")


@pytest.mark.parametrize(
    ("query", "kind", "id_"),
    [
        ("corfu warships", "case", "corfu-passage-1946"),
        ("Gabcikovo 1992", "case", "gabcikovo-1992"),
        ("article 5", "article", "5"),
        ("SD-UNTIL", "rule", "sd-until"),
        ("suspend strait coastal", "term", "transit-passage"),
        ("declare attacked member", "article", "5"),
        ("consent government withdraw", "rule", "invitation"),
    ],
)
def test_search_finds_by_words_of_title_and_text(catalogue: Catalogue, query: str, kind: str, id_: str) -> None:
    assert (kind, id_) in {(hit.entry.kind, hit.entry.id) for hit in catalogue.find(query)}


def test_what_is_found_has_every_word(catalogue: Catalogue) -> None:
    assert catalogue.find("") == catalogue.find("   ") == ()
    assert catalogue.find("corfu zzzz") == ()
    everything = {hit.entry.id for hit in catalogue.find("consent")}
    assert {hit.entry.id for hit in catalogue.find("consent withdraw")} < everything


def test_a_number_is_meant_whole(catalogue: Catalogue) -> None:
    assert "un:51" not in {hit.entry.id for hit in catalogue.find("article 5") if hit.entry.kind == "article"}


def test_the_excerpt_shows_the_word_that_was_found(catalogue: Catalogue) -> None:
    hits = [hit for hit in catalogue.find("withdraw") if hit.excerpt]
    assert hits
    assert all("withdraw" in fold(hit.excerpt) for hit in hits)
