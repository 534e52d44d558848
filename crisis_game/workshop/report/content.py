"""What stands in the report of a rehearsal, part by part, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from crisis_game.law.order import RULES
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Msgid, Text, Value, Wording
from crisis_game.texts.paper import Heading, Paragraph, Table
from crisis_game.workshop.report.blocks import Bar, Bars, Block, Course, Point
from crisis_game.workshop.told import FEWEST_PAIRS, WORDS_A_MINUTE

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


def report(scenario: Scenario, result: Mapping[str, Any], wording: Wording, stopped: bool = False) -> tuple[Block, ...]:
    """The report.

    Args:
        scenario: what was rehearsed.
        result: of the rehearsal.
        wording: in the reader's language, with the scenario's names.
        stopped: whether it was stopped before all games were played.
    """
    return tuple(_Report(scenario, result, wording).blocks(stopped))


class _Report:
    def __init__(self, scenario: Scenario, result: Mapping[str, Any], wording: Wording) -> None:
        self._scenario = scenario
        self._result = result
        self._wording = wording

    def blocks(self, stopped: bool) -> Iterator[Block]:
        yield Heading(1, self._say("Rehearsal: {title}", title=self._wording.say(self._scenario.title)))
        yield self._paragraph(
            "{games} games by policies, {finished} of them played to the end, {actions} commands.",
            games=self._result["games"], finished=self._result["finished"], actions=f"{self._result['actions']:,}",
        )  # fmt: skip
        if stopped:
            yield self._paragraph("It was stopped before all games were played.")
        if self._result["faults"]:
            yield self._paragraph("Games that broke off, by seed: {seeds}.", seeds=tuple(self._result["faults"]))
        yield from self._endings()
        yield from self._scores()
        yield from self._gauges()
        yield from self._hits()
        yield from self._dominated()
        yield from self._weight()
        yield from self._length()

    def _endings(self) -> Iterator[Block]:
        yield self._heading("How it ends")
        yield self._paragraph("Share of the games, with the interval in which it lies at 95 %.")
        counts = self._result["endings"]
        whole = max(1, sum(counts.values()))
        rows = []
        for id_, n in counts.items():
            low, high = self._result["intervals"][id_]
            note = f"{n:>5} {_per_cent(n / whole):>5}  {_range(low, high)}"
            rows.append(Bar(self._wording.name("ending", id_), n / whole, low, high, note))
        yield Bars(tuple(rows))

    def _scores(self) -> Iterator[Block]:
        yield self._heading("What policies reach")
        yield self._paragraph(
            "Three readings, side by side; they are not added up. Mandate: lines performed (P), with some challenges "
            "(S), with major ones (M), unable (U). Conduct: adverse findings a seat, and those made good. Statecraft: "
            "shares of pledges met, own clauses adopted, positions asked, votes explained, claims that were true."
        )
        yield self._mandates()
        yield self._statecraft()
        yield self._objectives()

    def _mandates(self) -> Table:
        head = (self._say("Mandate, conduct"), self._say("seats"), *"PSMU", self._say("adverse"), self._say("cured"))
        rows = []
        for policy, one in self._result["readings"].items():
            conduct = tuple(f"{one['conduct'][what]:.2f}" for what in ("adverse", "cured"))
            rows.append((policy, str(one["seats"]), *(_per_cent(one["mandate"][met]) for met in "PSMU"), *conduct))
        return Table(head, tuple(rows))

    def _statecraft(self) -> Table:
        readings = self._result["readings"].items()
        return Table(
            (self._say("Statecraft"), *(self._wording.say(one) for one in STATECRAFT.values())),
            tuple((policy, *(_per_cent(one["statecraft"][id_]) for id_ in STATECRAFT)) for policy, one in readings),
        )

    def _objectives(self) -> Table:
        policies = tuple(self._result["scores"])
        objectives = tuple(one.id for one in self._scenario.objectives if one.evidence is not None)
        return Table(
            (self._say("Objective: evidence found"), *policies),
            tuple((one, *(_per_cent(self._result["scores"][by][one]) for by in policies)) for one in objectives),
        )

    def _gauges(self) -> Iterator[Block]:
        yield self._heading("Gauges over the rounds")
        yield self._paragraph(
            "At the end of each round: the band in which the middle 80 % of the games lie, and the median."
        )
        for id_, one in self._result["gauges"].items():
            points = tuple(Point(at["round"], at["p10"], at["median"], at["p90"], at["games"]) for at in one["rounds"])
            yield Course(self._wording.name("gauge", id_), one["start"], one["low"], one["high"], points)

    def _hits(self) -> Iterator[Block]:
        yield self._heading("What was reached")
        yield self._paragraph(
            "Games in which it came up, those never reached first. Not reached in these games is no proof that it "
            "cannot be."
        )
        inject, option = self._say("Inject"), self._say("Option in an adopted text")
        yield self._counts(inject, {self._named("inject", id_): n for id_, n in self._result["injects"].items()})
        yield self._counts(option, {self._option(id_): n for id_, n in self._result["options"].items()})
        yield from self._rules()

    def _rules(self) -> Iterator[Block]:
        yield self._paragraph("Findings of the judge by rule, on what the actors knew.")
        never = self._result["unreached"]["rules"]
        if never:
            yield self._paragraph("Never asked: {rules}.", rules=tuple(RULES[one].name for one in never))
        verdicts = ("lawful", "unlawful", "contested", "insufficient-facts")
        rules = sorted(self._result["rules"].items(), key=lambda one: (sum(one[1].values()), one[0]))
        yield Table(
            (self._say("Rule"), *(self._say(word) for word in ("lawful", "unlawful", "contested", "too few facts"))),
            tuple(
                (self._wording.say(RULES[id_].name), *(str(found.get(one, 0)) for one in verdicts))
                for id_, found in rules
                if found
            ),
        )

    def _dominated(self) -> Iterator[Block]:
        found = self._result["dominated"]
        yield self._heading("Dominated options")
        yield self._paragraph(
            "An option is dominated by another one if in {fewest} or more pairs, each the same decision played on with "
            "the same luck, its seat never did better with it, in no line of its mandate, not in findings, in no share "
            "of statecraft, and did worse at least once. It speaks of policies, not of people.",
            fewest=FEWEST_PAIRS,
        )
        yield self._paragraph(
            "{compared} pairs of options were compared often enough, {few} too seldom to say anything.",
            compared=found["compared"], few=found["too_few"],
        )  # fmt: skip
        for one in found["options"]:
            yield self._paragraph(
                "Dominated: {option}, by {other}. Worse in {worse} of {pairs} pairs, never better; with 95 % "
                "confidence it is better in at most {most} of such decisions. Decided by: {policies}.",
                option=self._worded(one["option"]), other=self._worded(one["by"]), worse=one["worse"],
                pairs=one["pairs"], most=_per_cent(one["at_most"]), policies=tuple(one["policies"]),
            )  # fmt: skip
        if found["compared"] and not found["options"]:
            yield self._paragraph("None of those compared is dominated.")

    def _weight(self) -> Iterator[Block]:
        yield self._heading("What a decision weighs")
        yield self._paragraph(
            "How often the ending is another one if one choice is, the game played again with the same luck."
        )
        rows = []
        for kind, one in self._result["weight"].items():
            rows.append(self._weighed(self._wording.say(CHOICES[kind]), one))
            if len(one["rounds"]) > 1:
                rows += [
                    self._weighed("  " + self._say("round {round}", round=round_), at)
                    for round_, at in one["rounds"].items()
                ]
        yield Table((self._say("Choice"), *(self._say(word) for word in ("pairs", "changed", "share", "95 %"))),
                    tuple(rows))  # fmt: skip

    def _length(self) -> Iterator[Block]:
        length = self._result["length"]
        yield self._heading("Length against the lesson")
        yield self._paragraph(
            "{rounds} rounds on average, {beats} minutes of beats in each, and each seat's own reading at {speed} "
            "words a minute. Other people's words are not counted.",
            rounds=f"{length['rounds']:.1f}", beats=f"{length['beats']:.1f}", speed=WORDS_A_MINUTE,
        )  # fmt: skip
        yield Table(
            (self._say("Words to read by round"), *(str(one) for one in range(1, self._scenario.lesson.rounds + 1)),
             self._say("minutes of play")),
            tuple(
                (self._wording.name("state", seat), *(str(words) for words in one["words"]), f"{one['minutes']:.1f}")
                for seat, one in length["seats"].items()
            ),
        )  # fmt: skip
        for minutes, spare in length["spare"].items():
            told = "Over: play takes {over} minutes more than the lesson's {minutes}."
            if spare >= 0:
                told = "Under: of the lesson's {minutes} minutes, {spare} are left for briefing and debrief."
            yield self._paragraph(told, minutes=minutes, spare=f"{spare:.1f}", over=f"{-spare:.1f}")

    def _weighed(self, label: str, one: Mapping[str, Any]) -> tuple[str, ...]:
        interval = _range(*one["interval"]) if one["pairs"] else "-"
        return label, str(one["pairs"]), str(one["changed"]), _per_cent(one["share"]), interval

    def _counts(self, head: str, counts: Mapping[str, int]) -> Table:
        rows = sorted(counts.items(), key=lambda one: (one[1], one[0]))
        return Table((head, self._say("games")), tuple((name, str(n)) for name, n in rows))

    def _named(self, table: str, id_: str) -> str:
        return f"{self._wording.name(table, id_)} ({id_})"

    def _option(self, id_: str) -> str:
        for table, things in (
            ("measure", self._scenario.measures), ("clause", self._scenario.clauses)
        ):  # fmt: skip
            if id_ in things:
                return self._named(table, id_)
        return self._named("package", id_)

    def _worded(self, label: list[str]) -> Text:
        kind, id_ = label
        return Text(OPTIONS[kind].msgid, {"id": id_})

    def _heading(self, msgid: Msgid) -> Heading:
        return Heading(2, self._say(msgid))

    def _paragraph(self, msgid: Msgid, **values: Value) -> Paragraph:
        return Paragraph(self._say(msgid, **values))

    def _say(self, msgid: Msgid, **values: Value) -> str:
        return self._wording.say(Text(msgid, values))


def _per_cent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.0f} %"


def _range(low: float, high: float) -> str:
    return f"{100 * low:.0f}-{100 * high:.0f} %"
