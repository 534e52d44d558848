"""What a letter asks: the answers, until when, what silence means; once it is over, what was answered."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.seeing.questions import AnswerSeen, QuestionSeen, ReplySeen
from crisis_game.pages.answer_ratings import RATED
from crisis_game.pages.parts import Line, Part, Run, item, line, run
from crisis_game.texts import Text


def question_parts(question: QuestionSeen) -> Iterator[Part]:
    """The answers with their fuse and, last, what silence means; then what was answered."""
    yield from (reply_line(reply) for reply in question.choices)
    if question.open:
        yield line(Run(_fuse(question), "fact"))
    yield line(run("Silence means: {reply:reply}.", "fact", reply=_reply_id(question, question.default)))
    yield from (line(_answered(question, answer)) for answer in question.answers)


def reply_line(reply: ReplySeen) -> Line:
    """An answer that can be given, with what is done by it."""
    runs = [Run(reply.label, "asked")]
    act = BY_KIND.get(reply.act)
    if act is not None:
        runs.append(run(" (with it you do this: {act})", "quiet", act=act.name))
    if reply.rated:
        sign, tone, words = RATED[reply.rated]
        runs += [run(" · ", "quiet"), Run(words, tone, sign)]
    return item(*runs, mark="›")


def _fuse(question: QuestionSeen) -> Text:
    if isinstance(question.fuse, int):
        values = {"n": question.fuse}
        return Text("It waits {n} seconds of the clock, and no longer than this beat.", values)
    return Text("It waits until {fuse:beat} begins.", {"fuse": question.fuse})


def _answered(question: QuestionSeen, answer: AnswerSeen) -> Run:
    reply = _reply_id(question, answer.choice)
    if answer.seat == question.seat:
        words = Text("You answered: {reply:reply}.", {"reply": reply})
        silent = Text("You were silent, which means: {reply:reply}.", {"reply": reply})
        return Run(silent if answer.silent else words, "strong")
    values = {"seat": answer.seat, "reply": reply}
    spoke = Text("{seat:state} answered: {reply:reply}.", values)
    return Run(Text("{seat:state} was silent, which means: {reply:reply}.", values) if answer.silent else spoke)


def _reply_id(question: QuestionSeen, answer: str) -> str:
    return f"{question.inject}/{answer}"
