"""A mock vote of two minutes, to warm up a class: one harmless question, one real rule, and what two others make of it.

The rules are those of the shipped charters, and `charter` counts. Nothing is saved.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from crisis_game.charter.circumstances import rule_at
from crisis_game.charter.model import Charter
from crisis_game.charter.pivotal_votes import turns
from crisis_game.charter.reading import read_charter_file
from crisis_game.charter.rules import DecisionRule, Vote, leaves
from crisis_game.charter.sentences import explain, needed_now, turning
from crisis_game.charter.tally import TallyResult, tally
from crisis_game.scenario.game_names import GAME_NAMES
from crisis_game.scenario.library import charter_source
from crisis_game.texts import Prose, Text, Wording

SECONDS: Final = 120
"""What the whole thing is meant to take."""

QUESTION: Final = Text("Shall the council send three people to an island, to look at its wells and report?")
"""A question that nobody quarrels over. It is one of substance: such a mission of inquiry can be vetoed."""

LETTERS: Final[Mapping[str, Vote]] = {"y": "yes", "n": "no", "a": "abstain", "x": "absent"}
"""The key of each vote."""

OTHERS: Final = 2
"""Other rules by which the same votes are counted."""


@dataclass(frozen=True, slots=True)
class Body:
    """An organ that decides one kind of matter by one rule.

    Attributes:
        id: of charter, organ and matter, with `/` between them.
        title: what the rule is in a few words, after the organ's name.
        rule: ready to count.
        members: ids, by name; names: their names.
        treaty: the charter it stands in.
        article: where, if that was read.
    """

    id: str
    organ: Prose
    title: Text
    rule: DecisionRule
    members: tuple[str, ...]
    names: Mapping[str, Prose]
    treaty: Prose
    article: str | None = None

    def fits(self, members: tuple[str, ...]) -> bool:
        """Whether the rule can be counted among other members: it names no member, and asks for no number of votes."""
        return set(members) == set(self.members) or not any(
            leaf.kind == "count" or leaf.veto or leaf.only or leaf.weights or leaf.excluded or leaf.casting
            for leaf in leaves(self.rule)
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """The same votes by one body's rule."""

    body: Body
    adopted: bool
    because: Text


@dataclass(frozen=True, slots=True)
class Lesson:
    """What came of a mock vote.

    Attributes:
        outcome: by the rule that was chosen.
        turned: what a single other vote would have made of it.
        others: by other rules; those that come out otherwise first.
    """

    outcome: Outcome
    turned: tuple[Text, ...]
    others: tuple[Outcome, ...]


_BODIES: Final = (
    ("un", "security-council", "any", Text("nine of fifteen, and a veto for five")),
    ("un", "security-council", "procedure", Text("on procedure: nine of fifteen, no veto")),
    ("rio", "rio-organ-of-consultation", "any", Text("two thirds of all")),
    ("gcc", "gcc-supreme-council", "any", Text("unanimity of those who vote")),
    ("nato", "north-atlantic-council", "any", Text("silence: adopted unless somebody objects")),
    ("au-psc", "peace-and-security-council", "any", Text("consensus, failing that two thirds")),
    ("arab-league", "arab-league-council", "any", Text("unanimity binds all, a majority those in favour")),
)


def bodies() -> tuple[Body, ...]:
    """All that can be chosen; the first is the one to begin with.

    Raises:
        OSError: if a shipped charter cannot be read.
    """
    charters = {id_: _charter(id_) for id_ in dict.fromkeys(row[0] for row in _BODIES)}
    return tuple(_body(charters[id_], organ, matter, title) for id_, organ, matter, title in _BODIES)


def wording(body: Body, language: str = "en") -> Wording:
    """Words in which the members and the votes have their names."""
    return Wording(language, {**GAME_NAMES, "state": body.names})


def needed(body: Body) -> Text:
    """What it takes when all vote."""
    return needed_now(body.rule, body.members)


def lesson(body: Body, votes: Mapping[str, Vote], among: tuple[Body, ...]) -> Lesson:
    """Count, say why, what would have turned it, and what other rules make of the same votes.

    Args:
        body: whose rule decides.
        votes: the vote of each member; who is missing is absent.
        among: where other rules are taken from.
    """
    cast: dict[str, Vote] = {member: votes.get(member, "absent") for member in body.members}
    adopted = tally(body.rule, cast).adopted
    turnings = tuple(
        turning(turn, adopted) for turn in turns(cast, lambda other_votes: tally(body.rule, other_votes).adopted)
    )
    others = [_outcome(other, cast) for other in among if other.id != body.id and other.fits(body.members)]
    others.sort(key=lambda outcome: outcome.adopted == adopted)
    return Lesson(
        _outcome(body, cast), turnings or (Text("No single vote would have turned it."),), tuple(others[:OTHERS])
    )


def quick(words: str, members: tuple[str, ...]) -> dict[str, Vote] | None:
    """Votes written in one line, in the order of the members: `9y 2n a` or `yyyyyyyyynna`; who is left is absent.

    Returns:
        The votes; None where it is not written so, or where there are more votes than members.
    """
    written = words.replace(" ", "").replace(",", "").lower()
    if not re.fullmatch(r"(?:[0-9]{0,3}[ynax])*", written):
        return None
    runs = [(int(times or 1), LETTERS[letter]) for times, letter in re.findall(r"([0-9]*)([ynax])", written)]
    if sum(times for times, _ in runs) > len(members):
        return None
    cast = [vote for times, vote in runs for _ in range(times)]
    cast += ["absent"] * (len(members) - len(cast))
    return dict(zip(members, cast, strict=True))


def _charter(id_: str) -> Charter:
    charter, problems = read_charter_file(charter_source(id_))
    if charter is None:
        raise OSError(f"{id_}.yaml: {Wording().say(problems[0].message)}")
    return charter


def _body(charter: Charter, organ_id: str, matter: str, title: Text) -> Body:
    organ, rule = charter.organ(organ_id), rule_at(charter, organ_id, matter)
    decision = organ.decision_for(matter)
    if rule is None or decision is None:
        raise LookupError(f"{organ_id} has no rule for {matter}")
    names = {member: charter.names.get(member, Prose((("en", member),))) for member in organ.members}
    members = tuple(sorted(organ.members, key=lambda member: names[member].in_language("en")))
    id_ = f"{charter.id}/{organ_id}/{matter}"
    return Body(id_, organ.name, title, rule, members, names, charter.name, decision.article or organ.article)


def _outcome(body: Body, votes: Mapping[str, Vote]) -> Outcome:
    result: TallyResult = tally(body.rule, votes)
    return Outcome(body, result.adopted, explain(result))
