"""The one table of keys: which key, which act or page or other deed, in which words, and where it holds.

A place of the table is a screen by its name, a part of a screen, or what many share: `everywhere`, on all pages of a
`game`, on its `main` pages. To give a deed another key, change its entry: everything that names keys is made from here.
"""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.engine.act import Act
from crisis_game.engine.acts.accountability import ReportToCouncil
from crisis_game.engine.acts.alarm import RequestConsultation
from crisis_game.engine.acts.ally import AnswerAlly
from crisis_game.engine.acts.ballots import CastVote, GiveOpinion
from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.engine.acts.knowledge import GradeClaim, ShareEvidence
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.acts.responses import Deliver
from crisis_game.engine.acts.talk import AskPosition, MakeOffer, MakePromise, Say, TakePosition
from crisis_game.engine.acts.texts import Cosponsor, MergeTexts, Pledge, ReviseText, TableText
from crisis_game.engine.acts.turns import Listen, SetReady
from crisis_game.scenario.ids import MainPageId, PageId
from crisis_game.texts import Msgid
from crisis_game.tui.key import Key

NUMBERED = 9
"""Ways out of a page that have a key of their own: their numbers."""


def _act(
    key: str, act: type[Act], words: Msgid, line: Msgid = "", line_on: tuple[str, ...] = (), shown: str = ""
) -> Key:
    """A key that does an act; the screen may have its own way to do it."""
    return Key(key, f"act('{act.kind}')", words, line, line_on, shown, aim=act)


def _page(key: str, page: PageId, words: Msgid, line: Msgid = "", line_on: tuple[str, ...] = ()) -> Key:
    """A key that goes to a page."""
    return Key(key, f"page('{page}')", words, line, line_on, aim=page)


MAIN: Mapping[MainPageId, Key] = {
    "situation": _page("1", "situation", "Situation"),
    "inbox": _page("2", "inbox", "Inbox"),
    "table": _page("3", "table", "Table"),
    "orders": _page("4", "orders", "Orders"),
    "record": _page("5", "record", "Record"),
    "charter": _page("6", "charter", "Charter"),
    "map": _page("7", "map", "Map"),
}
"""The main pages, in the order of the bar above them; their words are its titles."""

READ_ON: Mapping[PageId, tuple[str, str]] = {
    "inbox": ("select", "letters"),
    "answer": ("go_on", "answer"),
    "debrief": ("door('acts')", "debrief"),
}
"""What goes on in pages that are read bit by bit: the action, and at which place of the table it stands."""

_LEAVE = Key("escape", "dismiss")
_AMONG_ANSWERS = (Key("left,up", "app.focus_previous"), Key("right,down", "app.focus_next"))
_GIVE = "ctrl+s,f5"
"""What is written is given by the same key everywhere."""
_UNDO = Key("ctrl+z", "undo", "Undo", "Undo", shown="^z")
_REDO = Key("ctrl+y,ctrl+shift+z", "redo", "Redo", shown="^y")
_ALONG = (Key("left", "move(-1)", "Before"), Key("right", "move(1)", "Next"))
_PASS_ON = Key("f6", "pass_on", "Pass the keyboard")

KEYS: Mapping[str, tuple[Key, ...]] = {
    # Shared -----------------------------------------------------------------------------------------------------------
    "app": (
        Key("f4", "settings", "Settings"),
        Key("f8", "picture", "A picture of the screen", priority=True),
        Key("ctrl+g", "jump", "Jump to anything", priority=True),
    ),
    "watching": (Key("f5", "anew", "Begin anew", priority=True), Key("f6", "problems", "Problems", priority=True)),
    "everywhere": (
        Key("escape", "back", "Back", "Back"),
        Key("question_mark,f1", "help", "Help", "Help", shown="?"),
        Key("colon", "app.command_palette", "More", "More", shown=":"),
        Key("j", "app.jump", "Jump to anything"),
        Key("ctrl+c,super+c", "copy_text", "Copy what is marked"),
        Key("f3", "words_here", "Explain a word"),
    ),
    "dialogue": (Key("ctrl+c,super+c", "app.copy_marked", "Copy"),),
    "game": (_page("h", "library", "Law library"),),
    "main": (
        *MAIN.values(),
        _page("a", "acts", "Acts", "Acts"),
        _act("r", SetReady, "Ready", "Ready"),
        _PASS_ON,
        Key("f2", "next_hint", "Guide: the next hint"),
        _page("f7", "notes", "Notes of your own"),
        Key("f9", "app.public", "The public view", aim="public"),
        Key("full_stop", "app.turn_clock", "Stop the clock, or let it run"),
        _page("b", "briefing", "Brief"),
        _page("n", "rules", "Rules and numbers"),
        _act("g", GradeClaim, "Grade a claim", "Grade", ("situation",)),
        _act("c", RequestConsultation, "Request consultation"),
        _act("S", ShareEvidence, "Share evidence"),
        _act("p", AskPosition, "Ask one for its position"),
        _act("t", TableText, "Table a text", "Table", ("table",)),
        _act("o", GiveOpinion, "Give our opinion"),
        _act("v", CastVote, "Vote"),
        _act("d", Deliver, "Deliver"),
        _act("u", ReportToCouncil, "Report to the Security Council"),
    ),
    # Main pages -------------------------------------------------------------------------------------------------------
    "situation": (
        Key("v", "next_due", "The next thing that is due", aim=AnswerAlly),
        _act("q", AnswerInject, "Answer a letter that asks"),
        Key("plus,equals_sign", "grade(1)", "Surer"),
        Key("minus", "grade(-1)", "Less sure"),
        _page("w", "answer", "Answer of the last round", "Answer"),
    ),
    "due-row": (
        *_ALONG,
        Key("enter", "give", "Say it, or open the letter", "Say", shown="⏎"),
    ),
    "letter": (
        Key("left", "turn(-1)", "The letter before that asks"),
        Key("right", "turn(1)", "The next letter that asks", "Letters", shown="←→"),
        _act("p", Say, "Write to somebody first", "Write first"),
    ),
    "reply-row": (Key("enter", "give", "Answer", "Answer", shown="⏎"),),
    "open-row": (Key("enter", "open", "Open the letter", "Open", shown="⏎"),),
    "inbox": (
        _act("w", Say, "Write", "Write"),
        Key("slash", "search", "Search", "Search", shown="/"),
        Key("f", "sift", "Sift", "Sift"),
        Key("space", "scroll", "Scroll"),
        Key("k", "counsel", "Counsel again"),
    ),
    "letters": (Key("enter", "select"),),
    "table": (
        _act("s", TakePosition, "Take a stand", "Stand"),
        Key("plus,equals_sign", "take_in", "Take in what somebody wants", "Take in", shown="+"),
        _act("e", ReviseText, "Edit", "Edit"),
        Key("p", "ask_all", "Ask all", "Ask", aim=AskPosition),
        _act("space", Listen, "Listen", "Listen", shown="␣"),
        _act("k", AskCounsel, "Ask counsel", "Counsel"),
        Key("h", "all_waves", "All waves of this TABLE"),
        Key("x", "compare", "Compare"),
        _act("m", MergeTexts, "Merge a text into yours"),
        _act("i", Cosponsor, "Co-sponsor"),
        _act("l", Pledge, "Pledge"),
        _act("f", MakeOffer, "Make an offer"),
        _act("y", MakePromise, "Make a promise"),
    ),
    "pick-row": (Key("enter", "pick", "Do it, or all that can be done with the text"),),
    "orders": (
        _act("k", AskCounsel, "Ask counsel"),
        _UNDO,
        _REDO,
    ),
    "order-row": (
        *_ALONG,
        Key("enter,space", "give", "Choose", "Choose"),
    ),
    "map": (
        Key("left", "pick(-1, 0)", "Place", "Place", shown="←↑↓→"),
        Key("right", "pick(1, 0)", "Place to the east"),
        Key("up", "pick(0, -1)", "Place to the north"),
        Key("down", "pick(0, 1)", "Place to the south"),
        Key("space", "next", "Next place"),
        Key("plus,equals_sign", "zoom(1)", "In", "In", shown="+"),
        Key("minus", "zoom(-1)", "Out", "Out", shown="-"),
        Key("z", "region", "Region", "Region"),
        Key("0", "whole", "Whole map"),
        Key("shift+left,ctrl+left", "pan(-1, 0)", "West"),
        Key("shift+right,ctrl+right", "pan(1, 0)", "East"),
        Key("shift+up,ctrl+up", "pan(0, -1)", "North"),
        Key("shift+down,ctrl+down", "pan(0, 1)", "South"),
    ),
    # Pages over them --------------------------------------------------------------------------------------------------
    "answer": (Key("enter,space", "go_on", "Go on", "Go on"),),
    "ruling": (
        Key("left", "turn(-1)", "The act before"),
        Key("right", "turn(1)", "The next act", "Acts", shown="←→"),
    ),
    "briefing": (
        Key("enter", "close", "To the table", "To the table"),
        Key("tab", "app.focus_next", "The other page", "The other page"),
    ),
    "counsel": (
        Key("plus,equals_sign", "take_step", "Take a step in", "Take in", shown="+"),
        Key("minus", "take_step_out", "Take it out again", "Take out", shown="-"),
        Key("enter", "page('library')", "Look up the rule", "Rule", shown="⏎", priority=True),
        Key("space", "turn", "Close the point, or open it", priority=True),
        _act("e", ReviseText, "Change the text", "Edit"),
    ),
    "debrief": (
        Key("1", "door('acts')", "Rulings"),
        Key("2", "door('rounds')", "Rounds"),
        Key("3", "door('legitimacy')", "Legitimacy"),
        Key("4", "door('report')", "Report"),
        Key("5", "play_again", "Play again"),
        Key("6", "exit_sentence", "Your sentence"),
        _PASS_ON,
    ),
    "ending": (
        Key("enter,d", "page('debrief')", "Debrief", "Debrief", shown="⏎", aim="debrief"),
        _PASS_ON,
    ),
    "explain": (
        Key("f2", "starter", "A way to begin", "A way to begin", priority=True),
        Key(_GIVE, "send", "Send", "Send", shown="^s", priority=True),
    ),
    "form": (
        Key("ctrl+down,alt+down", "scroll_above(1)", "Scroll what it asks about", "Above", shown="^↓"),
        Key("ctrl+up,alt+up", "scroll_above(-1)", "Scroll it back"),
    ),
    "gauges": (
        Key("left", "turn(-1)", "Gauge before", priority=True),
        Key("right", "turn(1)", "Gauge", "Gauge", shown="←→", priority=True),
        Key("pageup", "scroll_why(-1)", "Causes up", priority=True),
        Key("pagedown", "scroll_why(1)", "Causes down", priority=True),
    ),
    "notes": (Key("escape,f7", "back", "Back, kept", "Back, kept", shown="esc", priority=True),),
    "ready": (
        Key("r,y", "yes", "Ready", "Ready", shown="r"),
        Key("n", "back"),
        _PASS_ON,
        *_AMONG_ANSWERS,
    ),
    "roll-call": (Key("enter", "go_on", "Go on", "Go on"),),
    "text-editor": (
        Key(_GIVE, "give", "Table", "Table", shown="^s"),
        Key("plus,equals_sign", "turn(1)", "On", "On", shown="+"),
        Key("minus", "turn(-1)", "Off", "Off", shown="-"),
        Key("space", "turn(0)", "Switch"),
        Key("left,right", "aim", "Target", "Target", shown="←→"),
        Key("x", "afresh", "Afresh", "Afresh"),
        _UNDO,
        _REDO,
        Key("tab,shift+tab", "cross", "The text as it would read", "Beside", shown="tab"),
    ),
    # Beside a game ----------------------------------------------------------------------------------------------------
    "casebook": (
        Key("q", "choose('question')", "Question"),
        Key("v", "choose('verdict')", "Verdict"),
        Key("k", "choose('kind')", "Kind"),
        Key("d", "choose('decade')", "Decade"),
        Key("x", "all", "All"),
        Key("left", "turn(-1)", "Page before"),
        Key("right", "turn(1)", "Next page"),
        _page("h", "library", "Law library", "Law library"),
    ),
    "curtain": (
        Key("escape", "leave", "Leave", "Leave"),
        Key("enter", "lift", "Lift the curtain"),
        _page("f9", "public", "The public view", "The public view"),
    ),
    "help": (
        Key("w", "words", "Words explained", "Words explained"),
        *(Key(str(place + 1), f"explain({place})") for place in range(NUMBERED)),
    ),
    "host": (
        Key("escape", "nothing"),
        Key("b", "all('begin')", "Begin", "Begin"),
        Key("y", "row('let_in')", "Let in who knocks", "Let in"),
        Key("x", "row('turn_away')", "Turn away who knocks", "Turn away"),
        Key("enter", "choices", "All that can be done about a row"),
        Key("n", "row('nudge')", "Write somebody a sentence", "Nudge"),
        Key("h", "hand", "Hand a seat to a policy, or back", "Hand"),
        Key("p", "play", "Play a seat at this keyboard", "Play"),
        Key("m", "row('move')", "Give somebody another seat"),
        Key("l", "row('give_link')", "A personal link for one more device"),
        Key("space", "clock", "Stop the clock, or let it run", "Pause", shown="␣"),
        Key("plus,equals_sign", "all('add_minute')", "A minute more", "Minute", shown="+"),
        Key("c", "all('close_beat')", "Close the beat", "Close"),
        Key("e", "all('end_after_beat')", "End play after this beat"),
        Key("v", "all('reveal')", "Reveal something to all"),
        Key("u", "all('rewind')", "Go back to the beginning of a round"),
        Key("s", "desk('sheet')", "The running sheet of the marked council", "Sheet"),
        Key("f", "desk('moves')", "Free moves of the marked council", "Moves"),
        Key("r", "desk('hands')", "Raised hands of the marked council", "Hands"),
        Key("i", "desk('improvise')", "News of your own to the marked council", "Improvise"),
        Key("d", "desk('overrule')", "Rulings of the marked council, to overrule", "Rulings"),
        Key("o", "way_in", "Code and address, large", "Code"),
        Key("w", "own_desk", "Your desk in a browser"),
        Key("q", "app.quit", "Stop hosting"),
    ),
    "class-room": (
        Key("r", "write('ratings')", "Rate what was done", "Rate"),
        Key("d", "write('rulings')", "Find otherwise than the judge", "Rulings"),
    ),
    "class-ratings": (Key("escape,r", "back", "Back", "Back", shown="esc"),),
    "library": (
        Key("slash", "search", "Search", "Search", shown="/"),
        Key("left", "shelf(-1)", "Shelf before"),
        Key("right", "shelf(1)", "Next shelf"),
    ),
    "mock-vote": (
        Key("y", "vote('yes')", "Yes"),
        Key("n", "vote('no')", "No"),
        Key("a", "vote('abstain')", "Abstain"),
        Key("x", "vote('absent')", "Absent"),
        Key("Y", "rest('yes')", "Yes, all that are left"),
        Key("N", "rest('no')", "No, all that are left"),
        Key("A", "rest('abstain')", "Abstain, all that are left"),
        Key("X", "rest('absent')", "Absent, all that are left"),
        Key("o", "organ", "Other organ", "Other organ"),
        Key("e", "question", "Question", "Question"),
        Key("c", "clear", "Clear", "Clear"),
    ),
    "public": (Key("escape,enter", "back", "Back to the seats", "Back to the seats", shown="esc"),),
    "saves": (
        Key("n", "rename", "Rename", "Rename"),
        Key("v", "verify", "Verify", "Verify"),
        Key("x,delete", "delete", "Delete", "Delete", shown="x"),
    ),
    "seats": (
        Key("space", "change(1)", "Change", "Change"),
        Key("left", "change(-1)", "Before"),
        Key("right", "change(1)", "Next"),
        Key("p", "alone", "Play this one alone", "Play this one alone"),
        Key("n", "person", "Name and PIN"),
        Key("left_square_bracket", "move(-1)", "Sit down earlier", shown="["),
        Key("right_square_bracket", "move(1)", "Sit down later", shown="]"),
        Key("c", "pace", "Clock"),
        Key("l", "level", "How well the computer plays"),
        Key("s,f5", "start", "Start", "Start", shown="s"),
    ),
    "settings": (Key("space", "switch", "Switch"),),
    "shelf": (
        Key("1", "follow(0)", "Follow", "Follow", shown="1-9"),
        *(Key(str(place + 1), f"follow({place})") for place in range(1, NUMBERED)),
        Key("space", "scroll", "Scroll"),
    ),
    "waves": (Key("escape,h", "back", "Back", "Back", shown="esc"),),
    "running-sheet": (Key("escape,s", "back", "Back", "Back", shown="esc"),),
    "free-moves": (Key("escape,f", "back", "Back", "Back", shown="esc"),),
    "overruling": (Key("escape,d", "back", "Back", "Back", shown="esc"),),
    "hands": (
        Key("escape,r", "back", "Back", "Back", shown="esc"),
        Key("y", "vote('yes')", "Yes", "Yes"),
        Key("n", "vote('no')", "No", "No"),
        Key("a", "vote('abstain')", "Abstain", "Abstain"),
        Key("x", "forget", "Take a hand back"),
        Key("Y", "rest('yes')", "Yes, all that are left"),
        Key("N", "rest('no')", "No, all that are left"),
        Key("A", "rest('abstain')", "Abstain, all that are left"),
    ),
    "way-in": (Key("escape,enter,o", "back", "Back", "Back", shown="esc"),),
    "title": (Key("escape", "nothing"), Key("q", "app.quit", "Quit", "Quit")),
    # Dialogues --------------------------------------------------------------------------------------------------------
    "choose": (Key("escape", "dismiss(None)"),),
    "confirm": (
        Key("escape", "answer(False)"),
        Key("y", "answer(True)"),
        Key("n", "answer(False)"),
        *_AMONG_ANSWERS,
    ),
    "jump": (_LEAVE,),
    "leave": (_LEAVE,),
    "notice": (Key("escape,enter", "dismiss"),),
    "pass-on": (_LEAVE,),
    "person": (_LEAVE, Key("up", "app.focus_previous"), Key("down", "app.focus_next")),
    "sentence": (_LEAVE,),
    "reason": (_LEAVE, Key("h", "look_up"), *_AMONG_ANSWERS),
    "words": (Key("escape,f3", "dismiss(None)"), Key("h", "library")),
    # Parts of screens -------------------------------------------------------------------------------------------------
    "fold": (Key("enter", "open", "Open", "Open"), Key("space", "turn", "Open here", "Open here", shown="␣")),
    "column": (
        Key("up", "step(-1)", "Up"),
        Key("down", "step(1)", "Down"),
        Key("home", "end(0)", "First line"),
        Key("end", "end(-1)", "Last line"),
        Key("pageup", "scroll_page(-1)", "A page up"),
        Key("pagedown", "scroll_page(1)", "A page down"),
    ),
    "columns": (Key("tab,shift+tab", "cross", "What stands beside", "Beside", shown="tab"),),
    "gauge-list": (Key("enter", "open", "What moved", "What moved", shown="⏎"),),
    "leaves": (
        Key("left", "turn(-1)", "Page before", priority=True),
        Key("right", "turn(1)", "Next page", "Next page", shown="←→", priority=True),
    ),
    "effects-field": (
        Key("plus,equals_sign,right", "turn(1)", "Up by one", "Up", shown="+"),
        Key("minus,left", "turn(-1)", "Down by one", "Down", shown="-"),
    ),
    "marks": (Key("space", "select", "Mark", "Mark"),),
    "several": (Key("enter", "give", "Done", "Done", priority=True),),
    "words-field": (
        Key(_GIVE, "give", "Send", "Send", shown="^s", priority=True),
        Key("enter", "leave_empty", "Leave it empty", priority=True),
    ),
    "sheet-field": (Key(_GIVE, "give", "Done", "Done", shown="^s", priority=True),),
    "word-line": (
        Key("enter", "submit", "Done", "Done", shown="⏎"),
        Key("ctrl+z", "undo", "Undo"),
        Key("ctrl+y,ctrl+shift+z", "redo", "Redo"),
    ),
}
"""All keys, by the place where they hold."""
