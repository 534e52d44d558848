"""What a seat likes of itself: its brief's likes as they count now, with what its character adds on clauses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crisis_game.engine.seen import Seen
from crisis_game.players.character import Character
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import ClauseId

WISHED, DISLIKED = 1, -2
"""What a clause is worth that a character wishes for or dislikes of itself."""

CLAUSE, PACKAGE, MOTION = "clause:", "package:", "motion:"


@dataclass(frozen=True)
class Tastes:
    """Likes in one moment.

    Attributes:
        likes: by `LikedId`, from the brief.
        clauses: what each clause is worth that is liked or not.
        wishes: clauses that brief or character wish for; dislikes: those that they dislike.
        packages: packages that are liked or not, with their drafts.
    """

    likes: Mapping[str, int]
    clauses: Mapping[ClauseId, int]
    wishes: tuple[ClauseId, ...]
    dislikes: tuple[ClauseId, ...]
    packages: tuple[tuple[Draft, int], ...]

    def of_clauses(self, clauses: Iterable[ClauseId]) -> int:
        """What some clauses of a draft are worth."""
        return sum(self.clauses.get(clause, 0) for clause in clauses)

    def of_package(self, draft: Draft) -> int:
        """What it is worth that a draft has the measures and the motion of a package."""
        same = (worth for other, worth in self.packages if (other.lines, other.motion) == (draft.lines, draft.motion))
        return sum(same)


def tastes_of(seen: Seen, character: Character) -> Tastes:
    """What a seat likes now. A firm character stands above its brief where the two differ on a clause."""
    likes = seen.likes
    own = {liked.removeprefix(CLAUSE): worth for liked, worth in likes.items() if liked.startswith(CLAUSE)}
    wished = dict.fromkeys((*(clause for clause, worth in own.items() if worth > 0), *character.wishes))
    disliked = (clause for clause in character.dislikes if character.firm or own.get(clause, 0) <= 0)
    dislikes = tuple(dict.fromkeys((*(clause for clause, worth in own.items() if worth < 0), *disliked)))
    wishes = tuple(clause for clause in wished if not (character.firm and clause in character.dislikes))
    worth = {clause: max(own.get(clause, 0), 0) or WISHED for clause in wishes}
    worth.update({clause: min(own.get(clause, 0), 0) or DISLIKED for clause in dislikes})
    named = ((liked.removeprefix(PACKAGE), likes[liked]) for liked in likes if liked.startswith(PACKAGE))
    packages = tuple((seen.packages[id_].draft, points) for id_, points in named if id_ in seen.packages)
    return Tastes(likes, worth, wishes, dislikes, packages)
