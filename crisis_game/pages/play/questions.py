"""What a letter asks: the answers, until when, what silence means; once it is over, what was answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.seeing.questions import AnswerSeen, QuestionSeen, ReplySeen
from crisis_game.engine.seen import Seen
from crisis_game.pages.answer_ratings import RATED
from crisis_game.pages.parts import Line, Part, Run, item, line, run
from crisis_game.scenario.model_script import Effect
from crisis_game.texts import Msgid, Text, counted

_OWN: Mapping[str, Msgid] = {
    "home": "home {n:signed}",
    "credit": "credit {n:signed}",
    "attention": "attention {n:signed}",
}
"""Consequences for oneself."""


def question_parts(question: QuestionSeen) -> Iterator[Part]:
    """The answers with their fuse and, last, what silence means; then what was answered."""
    for reply in question.choices:
        yield reply_line(reply)
        yield from follows_lines(reply)
    if question.open:
        yield fuse_line(question)
    yield silence_line(question)
    yield from (line(_answered(question, answer)) for answer in question.answers)


def question_aloud(question: QuestionSeen) -> Iterator[Part]:
    """The same for who listens: until when it waits and what silence means in one sentence, the answer not again."""
    for reply in question.choices:
        runs = reply_line(reply).runs
        default = (run(" (so by silence)", "fact"),) if reply.id == question.default else ()
        yield item(*runs, *default, mark="›")
        yield from follows_lines(reply)
    yield from (fuse_line(question),) if question.open else ()
    yield from (line(_answered(question, answer)) for answer in question.answers)


def reply_line(reply: ReplySeen) -> Line:
    """An answer that can be given, with what is done by it."""
    runs = [Run(reply.label, "asked")]
    act = BY_KIND.get(reply.act)
    if act is not None:
        runs.append(run(" (with it: {act})", "quiet", act=act.name))
    if reply.rated:
        sign, tone, words = RATED[reply.rated]
        runs += [run(" · ", "quiet"), Run(words, tone, sign)]
    return item(*runs, mark="›")


def follows_lines(reply: ReplySeen) -> Iterator[Line]:
    """What is known to follow from an answer, for the world and for oneself, or that nothing is."""
    if reply.follows:
        known = (piece for place, effect in enumerate(reply.follows) for piece in (*_between(place), _effect(effect)))
        yield item(*known, mark=" ")
    elif not reply.act:
        yield item(run("no consequence is known", "quiet"), mark=" ")


def price_lines(seen: Seen, question: QuestionSeen, reply: ReplySeen) -> Iterator[Line]:
    """What is taken by what is done with an answer."""
    terms = AnswerInject.terms(seen, {"inject": question.inject, "answer": reply.id})
    yield from (item(Run(term, "warning"), mark=" ") for term in terms)


def silence_line(question: QuestionSeen) -> Line:
    """What is taken for an answer where none is given."""
    reply = _reply_id(question, question.default)
    words = Text("If nothing is said: {reply:reply}. The record will say: by silence.", {"reply": reply})
    return item(Run(words, "fact"), mark="◎")


def _between(place: int) -> tuple[Run, ...]:
    return (run(" · ", "quiet"),) if place else ()


def _effect(effect: Effect) -> Run:
    """One consequence, in numbers with their unit."""
    if effect.kind == "gauge":
        return run("{gauge:gauge} {n:signed}", "strong", gauge=effect.subject, n=effect.amount)
    words = Text(_OWN[effect.kind], {"n": effect.amount}) if effect.kind in _OWN else _coins(effect.amount)
    return Run(words, "good" if effect.amount > 0 else "bad")


def _coins(change: int) -> Text:
    """How the treasury moves: one coin less is one coin too."""
    return counted("{change:signed} coin", "{change:signed} coins", abs(change), change=change)


def fuse_line(question: QuestionSeen) -> Line:
    """Until when an answer is waited for."""
    if isinstance(question.fuse, int):
        return line(run("It waits {n} seconds of the clock, and no longer than this beat.", "fact", n=question.fuse))
    return line(run("It waits until {fuse:beat} begins.", "fact", fuse=question.fuse))


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
