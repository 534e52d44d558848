"""Style and teaching: texts that fit a screen of 80 by 24, languages, objectives, questions for the debrief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.documents import Path
from crisis_game.scenario.model import Asset, Consent, Objective, State
from crisis_game.scenario.reading.check_rounds import is_beyond_players
from crisis_game.scenario.reading.context import path_of
from crisis_game.scenario.reading.cut_texts import CUT_TEXT, CUT_TEXT_FIX, cut_at, may_cut
from crisis_game.scenario.reading.scenario_file import WrittenPackage
from crisis_game.scenario.reading.sense import Sense
from crisis_game.texts import Prose, Value

INJECT_WORDS, BRIEF_WORDS, OPENING_WORDS, BEAT_WORDS, MANDATE_WORDS = 60, 180, 120, 150, 30
WORDS_A_MINUTE = 200
"""Words that a student reads in a minute."""
NAME_LETTERS, TITLE_LETTERS = 40, 60
MOST_PLAYED, MOST_PACKAGES = 16, 7


def words(prose: Prose) -> int:
    """The number of words of an author's text, in its longest language."""
    return max(len(text.split()) for _, text in prose.by_language)


def check_lengths(sense: Sense) -> None:
    """Texts are short enough to be read in the time that there is."""
    for path, written, most in _limits(sense):
        count = words(written)
        if count > most:
            message = "This text has {count} words; {most} fit the screen and the time."
            sense.error(path, "W611", message, "Shorten it, or divide it.", count=count, most=most)
    for path, written, most in _names(sense):
        count = max(len(text) for _, text in written.by_language)
        if count > most:
            message = "This has {count} characters; {most} fit a line of the screen."
            sense.error(path, "W612", message, "Shorten it.", count=count, most=most)


def _limits(sense: Sense) -> Iterator[tuple[Path, Prose, int]]:
    file = sense.file
    yield ("opening",), file.opening, OPENING_WORDS
    for id_, inject in file.injects.items():
        yield ("injects", id_, "text"), inject.text, INJECT_WORDS
        for place, variant in enumerate(inject.variants):
            yield ("injects", id_, "variants", place, "text"), variant.text, INJECT_WORDS
    for id_, state in sense.members.items():
        yield ("states", id_, "brief"), state.brief, BRIEF_WORDS
        yield ("states", id_, "new_brief"), state.new_brief, BRIEF_WORDS
        for place, line in enumerate(state.mandate):
            yield ("states", id_, "mandate", place, "text"), line.text, MANDATE_WORDS
    for id_, source in file.sources.items():
        yield ("sources", id_, "text"), source.text, INJECT_WORDS


def _names(sense: Sense) -> Iterator[tuple[Path, Prose, int]]:
    file = sense.file
    yield ("title",), file.title, TITLE_LETTERS
    for id_, reaction in file.reactions.items():
        yield ("reactions", id_, "title"), reaction.title, TITLE_LETTERS
    tables: dict[str, Mapping[str, State | WrittenPackage | Asset | Consent]] = {
        "states": file.states,
        "packages": file.packages,
        "assets": file.assets,
        "consents": file.consents,
    }
    for key, table in tables.items():
        for id_, entry in table.items():
            yield (key, id_, "name"), entry.name, NAME_LETTERS


def check_reading_load(sense: Sense) -> None:
    """No seat must read more new words in one beat of a fixed round than the eye takes in, or the clock allows."""
    loads: dict[tuple[int, str, str], list[tuple[str, int]]] = {}
    for id_, inject in sense.file.injects.items():
        if inject.round is None or inject.until_round is not None or inject.when is not None:
            continue
        for seat in inject.to or sense.members:
            loads.setdefault((inject.round, inject.at, seat), []).append((id_, words(inject.text)))
    for (number, beat, seat), items in sorted(loads.items()):
        total = sum(count for _, count in items)
        most = min(BEAT_WORDS, sense.lesson.beat_seconds.get(beat, 60) * WORDS_A_MINUTE // 60)
        if total > most:
            message = "With this, {seat} gets {total} new words in {beat} of round {round}, too many to read."
            path = ("injects", items[-1][0])
            fix = "Move one to another beat or round; {most} can be read."
            values: dict[str, Value] = {"seat": seat, "total": total, "beat": beat.upper(), "round": number}
            sense.error_at_key(path, "W613", message, fix, most=most, **values)


def _measures_of_a_seat(sense: Sense) -> int:
    """The most measures that one seat can weigh: what is kept for others is none of them."""
    kept = [sheet for sheet in sense.played.values() if sheet.only]
    own = max((sum(seat in sheet.only for sheet in kept) for seat in sense.members), default=0)
    return len(sense.file.measures) - len(kept) + own


def check_amount(sense: Sense) -> None:
    """Not more measures and packages than a player can choose among, and not too much colour."""
    most = _measures_of_a_seat(sense)
    if most > MOST_PLAYED:
        message = "{count} measures are more than players can weigh; 8 to {most} are good."
        sense.error(("measures",), "W614", message, "Leave some out.", count=most, most=MOST_PLAYED)
    if len(sense.file.packages) > MOST_PACKAGES:
        message = "{count} packages do not fit one view; at most {most} do."
        sense.error(
            ("packages",), "W614", message, "Leave some out.", count=len(sense.file.packages), most=MOST_PACKAGES
        )
    injects = sense.file.injects
    colour = [id_ for id_, inject in injects.items() if inject.asks is None or not inject.asks.text]
    if len(colour) * 4 > len(injects) and sense.whole("injects"):
        message = "{count} of {all} injects ask nothing; at most one in four should be colour."
        sense.error(("injects",), "W615", message, "Add `asks:` to some.", count=len(colour), all=len(injects))


def check_teaching(sense: Sense) -> None:
    """There is something to learn, with evidence for it, and something to talk about afterwards."""
    file = sense.file
    if not file.objectives and sense.whole("objectives"):
        message = "The scenario has no `objectives`: nobody can say what it teaches."
        sense.error((), "W616", message, "Add one to three objectives with their evidence.")
    for objective in file.objectives:
        _check_objective(sense, objective)
    if not file.debrief and sense.whole("debrief"):
        sense.error(
            (), "W618", "The scenario has no question for the debrief.", "Add `debrief:` with one to three questions."
        )


def _check_objective(sense: Sense, objective: Objective) -> None:
    if objective.met is None:
        message = "This objective does not say by which deeds it is met, so the report cannot either."
        sense.error_at_key(("objectives", objective.id), "W617", message, "Add `met:` with a condition.")
    for key, shows in (("met", objective.met), ("partly", objective.partly)):
        if shows is not None and is_beyond_players(shows.tree):
            message = "Only the seed or the clock decides this, so no player can do anything towards the objective."
            fix = "Ask for something that players do, such as `verified('...')` or `adopted('...')`."
            sense.error(("objectives", objective.id, key), "W626", message, fix)


def check_languages(sense: Sense) -> None:
    """Texts in several languages are in those that the scenario names, its own among them."""
    known = sense.file.languages
    for path, written in sense.at.translated:
        for language in written:
            if language not in known:
                message = "The scenario does not name the language `{word}`."
                sense.complaints.unknown((*path, language), "W619", message, language, known, key=True)
        if known[0] not in written:
            message = "This text is missing in `{word}`, the scenario's own language."
            sense.error(path, "W620", message, "Add a line `{word}: ...`.", word=known[0])
    translations = {language for _, written in sense.at.translated for language in written}
    for place, language in enumerate(known):
        if place and language not in translations:
            message = "The scenario names the language `{word}`, and no text of it is in that language."
            fix = "Give texts in it under its code beside those in `{own}`, or take the language out."
            sense.error(("languages", place), "W652", message, fix, word=language, own=known[0])


def check_cut_texts(sense: Sense) -> None:
    """No text of the author's ends at a `#` that was meant to stand in it: a comment has a blank after its `#`."""
    merged = sense.complaints.merged
    documents = {document.name for document in merged.documents if may_cut(document)}
    if not documents:
        return
    texts = [path_of(way) for way in sense.at.prose]
    texts += [(*path, language) for path, written in sense.at.translated for language in written]
    for path in texts:
        document = merged.document(path)
        if document.name in documents and (span := cut_at(document, merged.end_of(path))):
            sense.complaints.tell((document.name, span), "W651", CUT_TEXT, CUT_TEXT_FIX, {})
