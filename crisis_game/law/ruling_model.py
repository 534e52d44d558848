"""A ruling as data, and what it must be told of the deed."""

from __future__ import annotations

from dataclasses import dataclass, field

from crisis_game.law.consequences import Consequence
from crisis_game.law.finding import Finding, Judgement, Legality
from crisis_game.law.tree import Tree
from crisis_game.texts import Msgid, Text

WORDS: dict[Legality, Msgid] = {
    "lawful": "lawful",
    "unlawful": "unlawful",
    "contested": "open in law",
    "insufficient-facts": "not proven lawful",
}
SERIOUSNESS: dict[str, Msgid] = {
    "procedural": "procedure",
    "serious": "serious",
    "grave": "grave",
    "peremptory": "against the core of the law",
}


@dataclass(frozen=True, slots=True)
class Deed:
    """What the judge does not know of an act and a ruling must say.

    Attributes:
        actor: who acted, as a sentence begins with it.
        target: towards whom, within a sentence.
        done: what was done, as a sentence; None for the general one of its kind.
        ended: the act is over.
        by_a_body: an organisation's text ordered it.
    """

    actor: Text = field(default_factory=lambda: Text("The actor"))
    target: Text = field(default_factory=lambda: Text("the target"))
    done: Text | None = None
    ended: bool = False
    by_a_body: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer to the question on which an act turns.

    Attributes:
        word: what the act then is.
        because: why, or what is said for that side.
        authority: who says so, where the law is divided.
        so_it_is: this is the answer found.
        next: the question that is then left, in place of a word.
    """

    word: Legality
    because: Text | None
    authority: tuple[str, ...] = ()
    so_it_is: bool = False
    next: Text | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """The ruling.

    Attributes:
        headline: the word, or with force the two.
        done: what was done.
        reason: what decides, in one sentence.
        question: on what it turns, as a question; None where nothing does.
        replies: the two answers, met first; empty without a question.
        wrong: what was wrong whatever the answer, gravest first; at most three.
        own: steps in the actor's own hands that would have made it safe.
        others: what others would have had to give.
        safe: with all these steps it would have been lawful.
        follows: what follows now.
        sentences: all of it in words.
        in_short: the reason in one sentence, for a line in a list.
    """

    headline: Text
    done: Text
    reason: Text
    question: Text | None
    replies: tuple[Reply, ...]
    wrong: tuple[Finding, ...]
    own: tuple[Text, ...]
    others: tuple[Text, ...]
    safe: bool
    follows: tuple[Consequence, ...]
    sentences: tuple[Text, ...]
    in_short: Text


@dataclass(frozen=True, slots=True)
class Ruled:
    """An act with its issues and the ruling on it."""

    tree: Tree
    ruling: Ruling

    @property
    def judgement(self) -> Judgement:
        """All findings, and the words."""
        return self.tree.judgement
