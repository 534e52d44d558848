"""One real act as the casebook has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crisis_game.law.conduct import Conduct, FactValue
from crisis_game.law.finding import Legality, Verdict
from crisis_game.law.legitimacy import Band


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What courts, organs and the weight of comment have said of an act.

    Attributes:
        legality: of the act as a whole.
        also_acceptable: answers that a fair judge might give as well.
        legitimacy: at the time.
        legitimacy_also_acceptable: answers that a fair judge might give as well.
        questions: by question of the casebook; one that is not listed was not addressed.
    """

    legality: Legality
    also_acceptable: tuple[Legality, ...]
    legitimacy: Band
    legitimacy_also_acceptable: tuple[Band, ...]
    questions: Mapping[str, Verdict]


@dataclass(frozen=True, slots=True)
class Act:
    """One act by one actor, not a whole war. All words are English.

    Attributes:
        id: stable id, with the year.
        title: what it is called.
        year: when it began.
        actors: the first acted, the others were concerned.
        organisation: the one through which it was done, if any.
        summary: what happened.
        lesson: what it teaches.
        facts: in the vocabulary.
        record: reactions after the act; inputs for legitimacy, not for legality.
        on_record: the verdicts.
        sources: primary documents.
        disagreement: why the judge and the record part, where they do.
    """

    id: str
    title: str
    year: int
    actors: tuple[str, ...]
    organisation: str | None
    summary: str
    lesson: str
    facts: Mapping[str, FactValue]
    record: Mapping[str, FactValue]
    on_record: OnRecord
    sources: tuple[str, ...]
    disagreement: str | None = None

    @property
    def conduct(self) -> Conduct:
        """The act as the judge sees it: facts alone, no name, no title, no year."""
        return Conduct(self.id, self.actors[0], self.facts)
