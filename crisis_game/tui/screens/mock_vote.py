"""A mock vote for a class at one screen: one key for each member, the count, and the same votes by other rules."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content

from crisis_game.charter.rules import Vote
from crisis_game.exercise.mock_vote import LETTERS, QUESTION, SECONDS, bodies, lesson
from crisis_game.exercise.mock_vote import wording as wording_of
from crisis_game.pages.parts import Tone
from crisis_game.pages.play.mock_vote import TITLE, WHOSE_RULE, WORDS, body_line, lesson_page, rule_lines
from crisis_game.pages.votes import VOTES
from crisis_game.texts import Msgid, Prose, Text, Value, Wording
from crisis_game.tui import dialogues
from crisis_game.tui.keys import bindings, said, spoken_of
from crisis_game.tui.rendering import content
from crisis_game.tui.screens.base import Page
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.widgets.as_written import Button, Input, Option, OptionList, Static
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.paper import flowing
from crisis_game.tui.widgets.word_line import WordLine
from crisis_game.tui.wording import say

UNVOTED: tuple[str, Tone] = ("·", "quiet")
"""The sign of a member that has not voted."""

LONGEST_QUESTION = 120
HOW: Msgid = (
    "How does the marked member vote? {vote_yes} yes, {vote_no} no, {vote_abstain} abstains, {vote_absent} absent."
)
GO_ON: Msgid = "Change any vote, and see. {organ}: another organ, {clear}: vote again."


class MockVoteScreen(Page[None]):
    """Votes are entered from the top; any of them can be changed, and the result follows.

    Args:
        now: seconds on a clock that never goes back.
    """

    CSS_PATH = "mock_vote.tcss"
    HEADING = "A mock vote"
    ABOUT = (
        "A warm-up of two minutes: read the question out, let hands go up, and press one key for each member: "
        "{vote_yes}, {vote_no}, {vote_abstain}, or {vote_absent} for absent; a capital letter gives that vote to all "
        "that are left. Then read why it came out so, and what other rules would have made of the same votes. Go back "
        "with the arrow keys and change one vote: what happens? The clock only shows the time; nothing ends with it, "
        "and nothing is saved."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("mock-vote")

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._now = now
        self._began = now()
        self._bodies = bodies()
        self._body = self._bodies[0]
        self._votes: dict[str, Vote] = {}

    @property
    def _wording(self) -> Wording:
        return wording_of(self._body, self.stage.language)

    def say(self, words: Text | Prose | str, **values: Value) -> str:
        """Words with the names of the members."""
        return say(self._wording, words, **values)

    def compose_body(self) -> ComposeResult:
        """The question with the rule, the members, the result."""
        with Pane(self.say(TITLE), id="vote-head"):
            yield Static(self.say(QUESTION), id="vote-question")
            yield WordLine(id="vote-words", max_length=LONGEST_QUESTION)
            yield Static(id="vote-rule")
        with Horizontal(id="vote-columns"):
            with Pane(id="members-pane"):
                yield OptionList(id="vote-members")
            with Pane(self.say("The count"), id="vote-result"):
                yield Static(id="vote-told", classes="words")
        with Horizontal(id="vote-buttons"):
            for vote in WORDS:
                key = spoken_of(f"vote('{vote}')", "mock-vote")
                yield Button(f"{key}  {self.say(WORDS[vote])}", id=f"vote-{vote}", compact=True)

    def on_mount(self) -> None:
        """Vote at once; the clock runs."""
        self.query_one(Input).display = False
        for button in self.query(Button):
            button.can_focus = False
        self._fill()
        self._tick()
        self.set_interval(1, self._tick)

    # Keys -----------------------------------------------------------------------------------------------------------

    def action_vote(self, vote: Vote) -> None:
        """The vote of the member that is marked; then the next that has not voted."""
        members = self.query_one("#vote-members", OptionList)
        place = members.highlighted or 0
        self._votes[self._body.members[place]] = vote
        waiting = [n for n, member in enumerate(self._body.members) if member not in self._votes]
        last = len(self._body.members) - 1
        self._show(next((n for n in waiting if n > place), waiting[0] if waiting else min(place + 1, last)))

    def action_rest(self, vote: Vote) -> None:
        """One vote for all that are left."""
        for member in self._body.members:
            self._votes.setdefault(member, vote)
        self._show(0)

    def action_clear(self) -> None:
        """Vote again; the clock begins anew."""
        self._votes.clear()
        self._began = self._now()
        self._tick()
        self._show(0)

    def action_question(self) -> None:
        """Write a question of one's own."""
        words = self.query_one(Input)
        words.value = str(self.query_one("#vote-question", Static).visual)
        words.display = True
        self.query_one("#vote-question").display = False
        words.focus()

    def action_organ(self) -> None:
        """Choose whose rule decides."""
        rows = [(body.id, content(body_line(body), self._wording).plain) for body in self._bodies]
        dialogues.choose(self.stage, self.say(WHOSE_RULE), {"": rows}, self._body.id, self._take_organ)

    def action_back(self) -> None:
        """Out of the question first."""
        if self.query_one(Input).display:
            self._close_question()
        else:
            self.dismiss(None)

    @on(Button.Pressed)
    def vote_by_mouse(self, event: Button.Pressed) -> None:
        """A button was clicked."""
        wanted = str(event.button.id).removeprefix("vote-")
        self.action_vote(next(vote for vote in WORDS if vote == wanted))

    @on(Input.Submitted)
    def take_question(self, event: Input.Submitted) -> None:
        """Show the new question."""
        if event.value.strip():
            self.query_one("#vote-question", Static).update(Content(event.value.strip()))
        self._close_question()

    # Showing --------------------------------------------------------------------------------------------------------

    def _take_organ(self, id_: str | None) -> None:
        """Another rule; votes stay where the same members sit in it."""
        chosen = next((body for body in self._bodies if body.id == id_), None)
        if chosen is not None:
            if chosen.members != self._body.members:
                self._votes.clear()
            self._body = chosen
            self._fill()

    def _close_question(self) -> None:
        self.query_one(Input).display = False
        self.query_one("#vote-question").display = True
        self.query_one("#vote-members").focus()

    def _fill(self) -> None:
        """The organ, its rule, its members."""
        body = self._body
        rule = Content("\n").join(content(row, self._wording) for row in rule_lines(body))
        self.query_one("#vote-rule", Static).update(rule)
        members = self.query_one("#vote-members", OptionList)
        members.clear_options()
        members.add_options([Option(self._row(member), id=member) for member in body.members])
        members.focus()
        self._show(next((n for n, member in enumerate(body.members) if member not in self._votes), 0))

    def _show(self, mark: int) -> None:
        members = self.query_one("#vote-members", OptionList)
        for member in self._body.members:
            members.replace_option_prompt(member, self._row(member))
        members.highlighted = mark
        voted, all_ = len(self._votes), len(self._body.members)
        self.query_one("#members-pane", Pane).entitle(self.say("{n} of {all} have voted", n=voted, all=all_))
        done = voted == all_
        self.set_class(done, "-done")
        self.query_one("#vote-told", Static).update(self._result_words() if done else self._so_far())

    def _row(self, member: str) -> Content:
        vote = self._votes.get(member)
        sign, tone = UNVOTED if vote is None else VOTES[vote]
        words = "" if vote is None else self.say("{vote:vote}", vote=vote)
        return Content.assemble((f"{sign} {words:<9} ", f"bold {STYLES[tone]}"), self.say("{seat:state}", seat=member))

    def _so_far(self) -> Content:
        """The votes as they come in, and what to do next."""
        cast = list(self._votes.values())
        rows = []
        for vote in LETTERS.values():
            sign, tone = VOTES[vote]
            bar = ("█" * cast.count(vote), STYLES[tone])
            rows.append(Content.assemble((f"{sign} {self.say(WORDS[vote]):<8} {cast.count(vote):>3} ", "bold"), bar))
        ask = self.say(HOW, **said("mock-vote"))
        all_ = self.say("A capital letter: all that are left.")
        return Content("\n").join([*rows, Content.styled(ask, "$accent"), Content.styled(all_, "$foreground-muted")])

    def _result_words(self) -> Content:
        """The result, what would have turned it, and two other rules."""
        rows = flowing(lesson_page(lesson(self._body, self._votes, self._bodies)).parts, self._wording)
        return Content("\n").join([rows, Content.styled(self.say(GO_ON, **said("mock-vote")), "$accent")])

    def _tick(self) -> None:
        """The time that went by, of the two minutes."""
        gone = int(self._now() - self._began)
        shown = f"{gone // 60}:{gone % 60:02} / {SECONDS // 60}:{SECONDS % 60:02}"
        self.query_one("#vote-head", Pane).entitle(self.say(TITLE), shown)
