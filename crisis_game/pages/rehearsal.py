"""The report of a rehearsal: endings, readings, gauges, what was reached, dominated options, weights, length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from crisis_game.law.order import RULES
from crisis_game.pages.charts.model import BandsChart, Share, SharesChart, Spread
from crisis_game.pages.charts.words import per_cent
from crisis_game.pages.parts import Chart, Heading, Line, Page, Part, Table, line, run, verbatim
from crisis_game.players.levels import ABLE
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Msgid, Text, Value
from crisis_game.workshop.rehearsal_data import FEWEST_PAIRS, WORDS_A_MINUTE

CHOICES: Mapping[str, Text] = {
    "text": Text("another text put forward"),
    "vote": Text("one seat votes the other way"),
    "votes": Text("all members vote no"),
    "delivery": Text("one seat delivers nothing"),
}

STATECRAFT: Mapping[str, Text] = {
    "pledges-met": Text("pledges"),
    "own-clauses": Text("clauses"),
    "positions-asked": Text("asked"),
    "votes-explained": Text("explained"),
    "claims-true": Text("true"),
}

OPTIONS: Mapping[str, Text] = {
    "package": Text("the package {id:package}"),
    "clause-on": Text("a text with {id:clause}"),
    "clause-off": Text("the same text without {id:clause}"),
    "measure-in": Text("a text with {id:measure}"),
    "measure-out": Text("the same text without {id:measure}"),
}


NAMED: Mapping[str, Text] = {
    "inject": Text("{id:inject} ({id})"),
    "ending": Text("{id:ending} ({id})"),
    "reply": Text("{id:reply} ({id})"),
    "measure": Text("{id:measure} ({id})"),
    "clause": Text("{id:clause} ({id})"),
    "package": Text("{id:package} ({id})"),
}
"""Names with the ids by which authors know them."""

RULE_HEAD = (Text("Rule"), Text("lawful"), Text("unlawful"), Text("contested"), Text("too few facts"))
WEIGHT_HEAD = (Text("Choice"), Text("pairs"), Text("changed"), Text("share"), Text("95 %"))
VERDICTS = ("lawful", "unlawful", "contested", "insufficient-facts")

Result = Mapping[str, Any]
"""What a rehearsal has found, as its JSON has it."""


def rehearsal_page(scenario: Scenario, result: Result, stopped: bool = False) -> Page:
    """The report.

    Args:
        scenario: what was rehearsed.
        result: of the rehearsal.
        stopped: whether it was stopped before all games were played.
    """
    parts = (
        *_summary(result, stopped),
        *_endings(result),
        *_wanting(result),
        *_readings(scenario, result),
        *_gauges(result),
        *_reached(scenario, result),
        *_dominated(result),
        *_weight(result),
        *_length(scenario, result),
    )
    return Page("rehearsal", Text("Rehearsal"), parts)


def _summary(result: Result, stopped: bool) -> Iterator[Part]:
    yield _words(
        "{games} games by policies, {finished} of them played to the end, {actions} commands.",
        games=result["games"],
        finished=result["finished"],
        actions=f"{result['actions']:,}",
    )
    if result.get("level") == ABLE:
        yield _words("They play at the level able: each looks one ANSWER ahead.")
    if stopped:
        yield _words("It was stopped before all games were played.")
    if result["faults"]:
        yield _words("Games that broke off, by seed: {seeds}.", seeds=tuple(result["faults"]))


def _endings(result: Result) -> Iterator[Part]:
    yield Heading(Text("How it ends"))
    yield _words("Share of the games, with the interval in which it lies at 95 %.")
    counts = result["endings"]
    whole = max(1, sum(counts.values()))
    yield Chart(
        SharesChart(
            tuple(
                Share(Text("{id:ending}", {"id": id_}), n, n / whole, *result["intervals"][id_])
                for id_, n in counts.items()
            )
        )
    )


def _wanting(result: Result) -> Iterator[Part]:
    """Which part of an ending's condition did not hold, and how often that alone was wanting."""
    rows = [
        (_named("ending", id_), verbatim(part["part"]), *_row(part["games"], part["alone"]))
        for id_, parts in result["wanting"].items()
        for part in parts
        if part["games"]
    ]
    if rows:
        yield _words(
            "What kept games from an ending, as things stood at their end: the part of its condition that did not "
            "hold, and in how many of these games everything else did."
        )
        yield Table((Text("Ending"), Text("Part"), Text("games"), Text("alone")), tuple(rows))


def _readings(scenario: Scenario, result: Result) -> Iterator[Part]:
    yield Heading(Text("What policies reach"))
    yield _words(
        "Three readings, side by side; they are not added up. Mandate: lines performed (P), with some challenges "
        "(S), with major ones (M), unable (U). Conduct: adverse findings a seat, and those made good. Statecraft: "
        "shares of pledges met, own clauses adopted, positions asked, votes explained, claims that were true."
    )
    yield _mandates(result)
    yield _statecraft(result)
    yield _objectives(scenario, result)


def _mandates(result: Result) -> Table:
    head = (Text("Mandate, conduct"), Text("seats"), *map(verbatim, "PSMU"), Text("adverse"), Text("cured"))
    rows = []
    for policy, reading in result["readings"].items():
        conduct = (f"{reading['conduct'][what]:.2f}" for what in ("adverse", "cured"))
        rows.append(_row(policy, reading["seats"], *(per_cent(reading["mandate"][met]) for met in "PSMU"), *conduct))
    return Table(head, tuple(rows))


def _statecraft(result: Result) -> Table:
    rows = (
        _row(policy, *(per_cent(reading["statecraft"][id_]) for id_ in STATECRAFT))
        for policy, reading in result["readings"].items()
    )
    return Table((Text("Statecraft"), *STATECRAFT.values()), tuple(rows))


def _objectives(scenario: Scenario, result: Result) -> Table:
    scores = result["scores"]
    objectives = (objective.id for objective in scenario.objectives if objective.met is not None)
    rows = (_row(id_, *(per_cent(scores[policy][id_]) for policy in scores)) for id_ in objectives)
    return Table((Text("Objective: met"), *map(verbatim, scores)), tuple(rows))


def _gauges(result: Result) -> Iterator[Part]:
    yield Heading(Text("Gauges over the rounds"))
    yield _words("At the end of each round: the band in which the middle 80 % of the games lie, and the median.")
    for id_, gauge in result["gauges"].items():
        bands = (Spread(at["round"], at["p10"], at["median"], at["p90"], at["games"]) for at in gauge["rounds"])
        yield Chart(BandsChart(id_, gauge["start"], gauge["low"], gauge["high"], tuple(bands)))


def _reached(scenario: Scenario, result: Result) -> Iterator[Part]:
    yield Heading(Text("What was reached"))
    yield _words(
        "Games in which it came up, those never reached first. Not reached in these games is no proof that it cannot "
        "be."
    )
    yield _counts(Text("Inject"), ((_named("inject", id_), n) for id_, n in result["injects"].items()))
    if wordings := result.get("wordings"):
        yield _words("Wordings of injects: games in which each came; the last has no condition.")
        told = (
            (_named("inject", id_), verbatim(wording["when"] or "-"), *_row(wording["games"]))
            for id_, several in wordings.items()
            for wording in several
        )
        yield Table((Text("Inject"), Text("Wording"), Text("games")), tuple(told))
    if answers := result.get("answers"):
        yield _words("Answers to injects: how often each was given, and of that by silence.")
        rows = ((_named("reply", id_), *_row(n["given"], n["silent"])) for id_, n in answers.items())
        yield Table((Text("Answer"), Text("given"), Text("by silence")), tuple(rows))
    options = ((_named(_kind_of(scenario, id_), id_), n) for id_, n in result["options"].items())
    yield _counts(Text("Option in an adopted text"), options)
    yield _words("Findings of the judge by rule, on what the actors knew.")
    never = result["unreached"]["rules"]
    if never:
        yield _words("Never asked: {rules}.", rules=tuple(RULES[rule].name for rule in never))
    rules = sorted(result["rules"].items(), key=lambda rule: (sum(rule[1].values()), rule[0]))
    rows = (
        (RULES[id_].name, *_row(*(verdicts.get(verdict, 0) for verdict in VERDICTS)))
        for id_, verdicts in rules
        if verdicts
    )
    yield Table(RULE_HEAD, tuple(rows))


def _counts(head: Text, counts: Iterable[tuple[Text, int]]) -> Table:
    """How often each came up, the rarest first."""
    rows = sorted(counts, key=lambda count: (count[1], str(count[0].values["id"])))
    return Table((head, Text("games")), tuple((name, *_row(n)) for name, n in rows))


def _named(kind: str, id_: str) -> Text:
    return Text(NAMED[kind].msgid, {"id": id_})


def _kind_of(scenario: Scenario, id_: str) -> str:
    """The table of names in which an option stands."""
    return "measure" if id_ in scenario.measures else "clause" if id_ in scenario.clauses else "package"


def _dominated(result: Result) -> Iterator[Part]:
    dominated = result["dominated"]
    yield Heading(Text("Dominated options"))
    yield _words(
        "An option is dominated by another one if in {fewest} or more pairs, each the same decision played on with "
        "the same luck, its seat never did better with it, in no line of its mandate, not in findings, in no share "
        "of statecraft, and did worse at least once. It speaks of policies, not of people.",
        fewest=FEWEST_PAIRS,
    )
    yield _words(
        "{compared} pairs of options were compared often enough, {few} too seldom to say anything.",
        compared=dominated["compared"],
        few=dominated["too_few"],
    )
    for option in dominated["options"]:
        yield _words(
            "Dominated: {option}, by {other}. Worse in {worse} of {pairs} pairs, never better; with 95 % "
            "confidence it is better in at most {most} of such decisions. Decided by: {policies}.",
            option=_option(option["option"]),
            other=_option(option["by"]),
            worse=option["worse"],
            pairs=option["pairs"],
            most=per_cent(option["at_most"]),
            policies=tuple(option["policies"]),
        )
    if dominated["compared"] and not dominated["options"]:
        yield _words("None of those compared is dominated.")


def _option(label: list[str]) -> Text:
    kind, id_ = label
    return Text(OPTIONS[kind].msgid, {"id": id_})


def _weight(result: Result) -> Iterator[Part]:
    yield Heading(Text("What a decision weighs"))
    yield _words("How often the ending is another one if one choice is, the game played again with the same luck.")
    rows = []
    for kind, weight in result["weight"].items():
        rows.append(_weighed(CHOICES[kind], weight))
        if len(weight["rounds"]) > 1:
            rows += [_weighed(Text("  round {round}", {"round": at}), share) for at, share in weight["rounds"].items()]
    yield Table(WEIGHT_HEAD, tuple(rows))


def _weighed(label: Text, weight: Result) -> tuple[Text, ...]:
    low, high = weight["interval"]
    interval = f"{100 * low:.0f}-{100 * high:.0f} %" if weight["pairs"] else "-"
    return label, *_row(weight["pairs"], weight["changed"], per_cent(weight["share"]), interval)


def _length(scenario: Scenario, result: Result) -> Iterator[Part]:
    length = result["length"]
    yield Heading(Text("Length against the lesson"))
    yield _words(
        "{rounds} rounds on average, {beats} minutes of beats in each, and each seat's own reading at {speed} words a "
        "minute. Other people's words are not counted.",
        rounds=f"{length['rounds']:.1f}",
        beats=f"{length['beats']:.1f}",
        speed=WORDS_A_MINUTE,
    )
    rounds = map(verbatim, range(1, scenario.lesson.rounds + 1))
    rows = (
        (Text("{id:state}", {"id": seat}), *_row(*reading["words"], f"{reading['minutes']:.1f}"))
        for seat, reading in length["seats"].items()
    )
    yield Table((Text("Words to read by round"), *rounds, Text("minutes of play")), tuple(rows))
    for minutes, spare in length["spare"].items():
        yield _spare(str(minutes), spare)


def _spare(minutes: str, spare: float) -> Line:
    if spare >= 0:
        sentence = "Under: of the lesson's {minutes} minutes, {spare} are left for briefing and debrief."
        return _words(sentence, minutes=minutes, spare=f"{spare:.1f}")
    return _words(
        "Over: play takes {over} minutes more than the lesson's {minutes}.", minutes=minutes, over=f"{-spare:.1f}"
    )


def _words(msgid: Msgid, /, **values: Value) -> Line:
    return line(run(msgid, **values))


def _row(*cells: str | int) -> tuple[Text, ...]:
    return tuple(map(verbatim, cells))
