"""Sense of the course of things: injects that arrive, endings that can be reached, seats that have something to do."""

from __future__ import annotations

from crisis_game.conditions.condition import Condition
from crisis_game.conditions.satisfiability import Known, Outlook, call, narrow
from crisis_game.documents import Path
from crisis_game.scenario.model import Inject, Measure
from crisis_game.scenario.outcomes import lines, outcomes
from crisis_game.scenario.reading.check_asks import brought_by_others
from crisis_game.scenario.reading.check_style import WORDS_A_MINUTE, words
from crisis_game.scenario.reading.sense import Sense
from crisis_game.scenario.standard_gauges import GAUGES

DEBRIEF_MINUTES = 16
"""Minutes that a class needs after play: hot wash, three hinges, exit ticket."""


def check_injects(sense: Sense) -> None:
    """Every inject is brought by something, in a round that there is, and has what its channel needs."""
    brought = brought_by_others(sense)
    for id_, inject in sense.file.injects.items():
        _check_rounds(sense, id_, inject)
        if not inject.comes_of_itself and id_ not in brought:
            message = "Nothing brings this inject: it has neither `round` nor `when`."
            sense.error_at_key(("injects", id_), "E502", message, "Add a round, or a condition.")
        _check_channel(sense, id_, inject)
    for id_, incident in sense.file.incidents.items():
        if incident.round is not None and incident.round > sense.lesson.rounds:
            _too_late(sense, ("incidents", id_, "round"))
    for place, hint in enumerate(sense.file.guidance):
        if hint.round > sense.lesson.rounds:
            _too_late(sense, ("guidance", place, "round"))


def _check_rounds(sense: Sense, id_: str, inject: Inject) -> None:
    path = ("injects", id_)
    first, last = inject.round, inject.until_round
    if first is not None and last is not None and last < first:
        message = "`until_round` is {last}, before `round`, {first}."
        sense.error((*path, "until_round"), "E503", message, "Exchange them.", first=first, last=last)
    if last is not None and inject.home_of is None:
        message = "`until_round` has a meaning only for the home affair of a seat."
        sense.error((*path, "until_round"), "W608", message, "Add `home_of`, or delete it.")
    if max(first or 0, last or 0) > sense.lesson.rounds:
        _too_late(sense, (*path, "round" if first and first > sense.lesson.rounds else "until_round"))
    if is_line(inject.when, "false"):
        sense.error(
            (*path, "when"), "W607", "This never holds, so it never happens.", "Delete the entry, or the condition."
        )


def _too_late(sense: Sense, path: tuple[str | int, ...]) -> None:
    message = "The last round is {rounds}, so this never happens."
    sense.error(
        path, "W602", message, "Choose an earlier round, or give `lesson` more rounds.", rounds=sense.lesson.rounds
    )


def _check_channel(sense: Sense, id_: str, inject: Inject) -> None:
    path = ("injects", id_)
    if inject.channel == "intelligence" and inject.grade is None:
        message = "Intelligence is of a stated grade, and this has none."
        sense.error_at_key(path, "E523", message, "Add `grade: suspected`, or another grade.")
    if inject.channel in ("cable", "intelligence") and not inject.to:
        message = "This is secret by its channel, but it goes to everybody."
        sense.error((*path, "channel"), "W609", message, "Add `to:`, or choose the channel news.")
    to_all = len(sense.members) > 1 and set(inject.to) >= set(sense.members)
    if to_all and inject.channel in ("cable", "intelligence") and sense.says(*path, "channel"):
        message = "This is secret by its channel, but `to` names every member."
        sense.error((*path, "to"), "W609", message, "Take some out, or choose the channel news.")
    asks_nobody = inject.asks is not None and inject.asks.choices and not set(inject.to) & set(sense.members)
    for place, recipient in enumerate(() if asks_nobody else inject.to):
        if recipient in sense.file.actors and recipient not in sense.file.states:
            message = "Nobody plays {word}, so nobody reads this there: only members have a seat."
            fix = "Take it out, or name the members that are to know."
            sense.error((*path, "to", place), "W654", message, fix, word=recipient)
    if inject.home_of is not None and inject.to and inject.home_of not in inject.to:
        message = "It is the home affair of {word}, which does not get it."
        sense.error((*path, "to"), "E523", message, "Add {word} to `to`.", word=inject.home_of)


def check_endings(sense: Sense) -> None:
    """Ranks are different, the last ending always holds, and none hides behind one that always does."""
    if not sense.whole("endings"):
        return
    endings = sorted(sense.file.endings, key=lambda ending: ending.rank)
    _check_outcomes(sense)
    certain: str | None = None
    for ending in endings:
        path = ("endings", ending.id)
        if is_line(ending.when, "false"):
            sense.error(
                (*path, "when"), "W607", "This never holds, so it never happens.", "Delete the entry, or the condition."
            )
        if is_line(ending.when, "true") and ending.final:
            message = "This always holds and is final, so the exercise ends in its first round."
            sense.error((*path, "when"), "E510", message, "Write a condition, or delete `final`.")
        if not ending.final and certain is not None:
            message = "This is never reached, because `{other}` has a lower rank and always holds."
            sense.error_at_key(path, "W603", message, "Give it a lower rank.", other=certain)
        if is_line(ending.when, "true") and not ending.final:
            certain = certain or ending.id
    if certain is None:
        message = "No ending always holds, so a game could end without one; this is the last that is read."
        fix = "Write `when: true` here, without `final`, or add such an ending with a higher rank."
        sense.error(("endings", endings[-1].id, "when"), "E510", message, fix)


def _check_outcomes(sense: Sense) -> None:
    """Endings, and the ways in which they came about, have ids and ranks of their own."""
    owners: dict[str, str] = {}
    by_rank: dict[int, tuple[str, str]] = {}
    for ending in sorted(sense.file.endings, key=lambda ending: ending.rank):
        path: Path = ("endings", ending.id)
        parts = [(path, ending.id, ending.rank), *((((*path, "how", row.id)), row.id, row.rank) for row in ending.how)]
        for part, id_, rank in parts:
            if id_ in owners:
                message = "`{word}` is the id of another ending, or of a way in which one came about."
                sense.error_at_key(part, "E529", message, "Give one of them another id.", word=id_)
            owner, other = by_rank.get(rank, (ending.id, ""))
            if owner != ending.id:
                message = "`{other}` has the rank {rank} too, so which of the two is read first?"
                fix = "Give it another rank; the lowest is read first."
                sense.error((*part, "rank"), "E511", message, fix, other=other, rank=rank)
            owners[id_] = ending.id
            by_rank[rank] = (ending.id, id_)


def check_force(sense: Sense) -> None:
    """No good ending can be reached while members use force that nothing covers."""
    if not sense.whole("endings") or not any(measure.uses_force for measure in sense.played.values()):
        return
    settled = ("settled", *(call("settled", id_) for id_ in sense.file.actors))
    known = {name: Known(1, 1) for name in ("uncovered_force", "force_by_members")}
    known |= {name: Known(0, 0) for name in (*settled, "offer_open")}
    places = lines(sense.file.endings)
    for outcome in outcomes(sense.file.endings):
        if outcome.good and isinstance(narrow(outcome.when.tree, Outlook(known), places[outcome.id]), Outlook):
            message = "This good ending can be reached while members use force that nothing covers."
            fix = "Ask for `not uncovered_force`, or give it a row under `how` that is not good."
            sense.error(places[outcome.id], "W631", message, fix)


def check_lesson(sense: Sense) -> None:
    """The group and the minutes make sense."""
    low, high = sense.file.group
    if low > high:
        sense.error(
            ("group",),
            "E516",
            "The smallest group, {low}, is larger than the largest, {high}.",
            "Exchange them.",
            low=low,
            high=high,
        )
    lesson = sense.lesson
    beats = sum(lesson.beat_seconds.values()) * lesson.rounds // 60
    reading = _reading_minutes(sense)
    after = DEBRIEF_MINUTES if lesson.profile == "class" else 0
    needed = beats + reading + after
    if lesson.minutes and needed > min(lesson.minutes):
        message = (
            "The lesson has {minutes} minutes and needs {needed}: {beats} for {rounds} rounds with this clock, "
            "{reading} to read the opening and a brief, {after} for the debrief."
        )
        fix = "Fewer rounds, shorter beats, shorter texts, or a longer lesson."
        values = {"rounds": lesson.rounds, "beats": beats, "reading": reading, "after": after}
        sense.error(("lesson",), "W606", message, fix, needed=needed, minutes=min(lesson.minutes), **values)


def _reading_minutes(sense: Sense) -> int:
    """Minutes for what a seat reads before the first round: the opening, its brief and its mandate."""
    briefs = (words(state.brief) + sum(words(line.text) for line in state.mandate) for state in sense.members.values())
    return (words(sense.file.opening) + max(briefs, default=0)) // WORDS_A_MINUTE


def check_seats(sense: Sense) -> None:
    """Every member has something that is its own: an asset, a source, or an inject."""
    file = sense.file
    busy = {asset.owner for asset in file.assets.values()} | {source.holder for source in file.sources.values()}
    busy |= {consent.giver for consent in file.consents.values()}
    for inject in file.injects.values():
        busy.update(inject.to)
        busy.add(inject.home_of or "")
    if sense.whole("assets", "consents", "sources", "injects"):
        for id_ in sense.members:
            if id_ not in busy:
                message = "{word} has no asset, no source and no inject of its own: its player will look on."
                sense.error_at_key(
                    ("states", id_), "W605", message, "Give it something that nobody else has.", word=id_
                )


def check_evidence(sense: Sense) -> None:
    """Every claim can be known by somebody."""
    sourced = {source.claim for source in sense.file.sources.values()}
    told_of = {inject.reads for inject in sense.file.injects.values()}
    told_of |= {
        effect.subject
        for inject in sense.file.injects.values()
        for effect in inject.all_effects
        if effect.kind == "claim"
    }
    for id_, claim in sense.file.claims.items():
        if id_ not in sourced | told_of and claim.start is None and sense.whole("sources", "injects"):
            message = "Nobody can hear of this claim: it has no `start`, no source and no inject."
            sense.error_at_key(("claims", id_), "W610", message, "Add a source, or `start: rumoured`.")


def check_means(sense: Sense) -> None:
    """Every measure can be carried out by some member, and every member can carry out some measure."""
    if not sense.whole("states"):
        return
    domains = {domain for state in sense.members.values() for domain, value in state.means.items() if value}
    needed: set[str] = set()
    for place, entry in enumerate(sense.file.measures):
        measure = sense.played.get(entry.values["id"])
        if measure is None or not _works_by_means(sense, measure):
            continue
        needed.add(measure.domain)
        if measure.domain not in domains:
            message = "No member has means in the domain {domain}, so `{word}` can have no effect."
            fix = "Give a member `means: {brace}{domain}: 1{close}`, or leave it out."
            values = {"domain": measure.domain, "word": measure.id, "brace": "{", "close": "}"}
            sense.error(("measures", place), "W604", message, fix, **values)
    for id_, state in sense.members.items():
        if needed and not any(state.means.get(domain) for domain in needed):
            message = "{word} has no means in any domain of the measures, so its player has nothing to deliver."
            fix = "Give it means in one of these: {known}."
            sense.error_at_key(("states", id_), "W627", message, fix, word=id_, known=tuple(sorted(needed)))


def _works_by_means(sense: Sense, measure: Measure) -> bool:
    """Whether what members give of their means counts: not for words, for help where it moves what is delivered."""
    if measure.kind == "help":
        return any(_is_delivered(sense, gauge) for gauge in measure.moves)
    return measure.kind != "words"


def _is_delivered(sense: Sense, gauge: str) -> bool:
    """Whether there is such a gauge, and it takes what is delivered."""
    change = sense.file.gauges.get(gauge)
    if change is None:
        return False
    return (GAUGES[gauge].taken if gauge in GAUGES else change.values.get("taken", "delivered")) == "delivered"


def is_line(condition: Condition | None, line: str) -> bool:
    """Whether a condition is this line."""
    return condition is not None and condition.source == line
