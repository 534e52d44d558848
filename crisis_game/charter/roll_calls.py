"""A roll call as a table of words: who voted how, as other people's files write it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crisis_game.charter.rules import Vote
from crisis_game.charter.vote_questions import QuestionError
from crisis_game.texts import Msgid, Prose, Text, Wording

WORDS: Mapping[str, Vote] = {
    **dict.fromkeys(("yes", "y", "in favour", "in favor", "favour", "for", "aye", "yea", "1", "+"), "yes"),
    **dict.fromkeys(("no", "n", "against", "nay", "-1", "-"), "no"),
    **dict.fromkeys(("abstain", "a", "abstained", "abstaining", "abstention", "0"), "abstain"),
    **dict.fromkeys(("absent", "x", "not voting", "non voting", "did not vote", "not present", ""), "absent"),
    **dict.fromkeys(("opt out", "opts out", "o", "constructive abstention"), "opt-out"),
}
"""What stands for each vote, without hyphens and in small letters; Y, N, A and X are those of the UN's own lists."""

MEMBER_HEADS = ("member", "ms code", "state", "country", "delegation", "id", "code", "ms name", "name")
VOTE_HEADS = ("vote", "ms vote", "ballot", "voted", "position")
TEXT_HEADS = ("resolution", "text", "draft", "undl id")
"""Heads of the columns: the member, its vote, the text that was voted on."""

MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class RollCall:
    """The votes on one text, by id of the member."""

    text: str
    votes: Mapping[str, Vote]


def roll_calls(
    rows: Sequence[Sequence[str]], members: Sequence[str], names: Mapping[str, Prose], wording: Wording
) -> tuple[RollCall, ...]:
    """The roll calls of a table, one for each text, in the order of the file.

    Args:
        rows: the cells, with or without a row of heads.
        members: ids that may vote; none where anybody may.
        names: what they are called.
        wording: the language in which the file calls them.

    Raises:
        QuestionError: for a table that cannot be read, with the row.
    """
    columns = _columns(rows)
    known = {_plain(member): member for member in members}
    known |= {_plain(wording.say(name)): member for member, name in names.items() if member in members}
    calls: dict[str, dict[str, Vote]] = {}
    for number, row in enumerate(rows[columns.first :], columns.first + 1):
        if any(cell.strip() for cell in row):
            votes = calls.setdefault(_cell(row, columns.text), {})
            member = _member(_cell(row, columns.member), number, known)
            if member in votes:
                raise _fault("Row {row}: {member} stands there a second time.", number, member=member)
            votes[member] = _vote(_cell(row, columns.vote), number)
    return tuple(RollCall(text, votes) for text, votes in calls.items())


@dataclass(frozen=True, slots=True)
class _Columns:
    """The places of the columns, and the first row of votes."""

    member: int
    vote: int
    text: int | None
    first: int


def _columns(rows: Sequence[Sequence[str]]) -> _Columns:
    """By their heads; without heads the member stands first and its vote second."""
    if not rows or len(rows) > MOST_ROWS:
        raise QuestionError(Text("A roll call has 1 to {most} rows.", {"most": MOST_ROWS}))
    heads = [_plain(cell) for cell in rows[0]]
    vote = _first(heads, VOTE_HEADS)
    member = _first(heads, MEMBER_HEADS)
    if vote is not None and member is not None:
        return _Columns(member, vote, _first(heads, TEXT_HEADS), 1)
    if len(heads) > 1 and heads[1] in WORDS:
        return _Columns(0, 1, None, 0)
    raise QuestionError(Text("Row 1 has no heads `member` and `vote`, and no vote in its second cell."))


def _first(heads: Sequence[str], wanted: Iterable[str]) -> int | None:
    return next((heads.index(head) for head in wanted if head in heads), None)


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place].strip() if place is not None and place < len(row) else ""


def _member(cell: str, number: int, known: Mapping[str, str]) -> str:
    member = known.get(_plain(cell)) if known else cell
    if not member:
        raise _fault("Row {row}: `{member}` is no member of the organ that votes.", number, member=cell)
    return member


def _vote(cell: str, number: int) -> Vote:
    vote = WORDS.get(_plain(cell))
    if vote is None:
        raise _fault(
            "Row {row}: `{vote}` is no vote; write yes, no, abstain or absent, or Y, N, A or X.", number, vote=cell
        )
    return vote


def _plain(cell: str) -> str:
    """A cell without case, brackets, and the signs between words."""
    words = re.sub(r"\(.*?\)", " ", cell).casefold()
    return " ".join(re.split(r"[\s_]+|(?<=\w)-(?=\w)", words)).strip()


def _fault(words: Msgid, row: int, **values: str) -> QuestionError:
    return QuestionError(Text(words, {"row": row, **values}))
