"""The title in lines: a new game, saved games, the law library, how to play, the mock vote."""

from __future__ import annotations

from pathlib import Path

from crisis_game.exercise.people import keep_people
from crisis_game.exercise.save import LONGEST_NAME, SaveError, open_save
from crisis_game.exercise.saves_folder import SaveInfo, delete, list_saves
from crisis_game.exercise.session_opening import begin, go_on, read
from crisis_game.exercise.sitting import OBSERVER, PERSON, Sitting
from crisis_game.exercise.turn_clock import keep_pace
from crisis_game.exercise.verify import examine, read_log
from crisis_game.pages.how_to_play import play_page
from crisis_game.plain import game, library, mock_vote
from crisis_game.plain.console import BACK, Console, EndOfInputError
from crisis_game.plain.page_lines import say_page
from crisis_game.plain.people import ask_people
from crisis_game.plain.turn_clock import ask_pace
from crisis_game.scenario.game_names import GAME_NAMES
from crisis_game.scenario.library import ScenarioFiles, ScenarioNotFoundError, list_scenarios
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import FaultyScenarioError
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Msgid, Text, Value, Wording

CHOICES: tuple[Msgid, ...] = (
    "New game",
    "Saved games: go on, rename, delete, verify",
    "Law library: rules of judgement, cases, words explained",
    "How to play, in two minutes",
    "Warm-up: a mock vote for a class",
)


def run(language: str | None = None, console: Console | None = None) -> int:
    """Choose again and again until one quits. The exit code."""
    own = Wording(language or "en", GAME_NAMES)
    console = console or Console(own)
    console.heading(Text("Crisis Game"))
    console.line(Text("Several states, one treaty, little time. New here? Choose New game, then First Watch."))
    console.line(Text("Answer with a number; ? explains what you may type."))
    try:
        while (
            place := console.choose(Text("What now?"), [Text(choice) for choice in CHOICES], Text("Quit"))
        ) is not None:
            _go(console, place, language)
            console.wording = own
    except EndOfInputError:
        pass
    return 0


def _go(console: Console, place: int, language: str | None) -> None:
    if place == 0:
        _new(console, language)
    elif place == 1:
        _saves(console, language)
    elif place == 2:
        _law(console)
    elif place == 3:
        say_page(console, play_page())
    else:
        mock_vote.run(language or "en", console)


def _new(console: Console, language: str | None) -> None:
    """Which scenario, who plays, and off."""
    listed = sorted(list_scenarios(), key=lambda listing: (listing.level != "first", listing.id))
    say = console.wording.say
    rows = [
        f"{say(listing.title)}, {' / '.join(map(str, listing.minutes))} minutes\n{say(listing.summary)}"
        for listing in listed
    ]
    place = console.choose(Text("Which crisis?"), rows, BACK)
    if place is None:
        return
    try:
        scenario, files = read(listed[place].id)
    except (ScenarioNotFoundError, FaultyScenarioError) as fault:
        console.line(str(fault))
        return
    console.wording = Wording(language or scenario.languages[0], names(scenario))
    try:
        sitting = _seated(console, scenario, files)
    except SaveError as fault:
        console.line(str(fault))
        return
    _play(console, sitting, language)


def _seated(console: Console, scenario: Scenario, files: ScenarioFiles) -> Sitting:
    """A new game, once it is known who plays, and with which clock. Raises SaveError where no save can be made."""
    asked = Text("Which seats are held by people here? The computer plays the others.")
    states = [Text("{seat:state}", {"seat": seat}) for seat in scenario.members]
    seats = [scenario.members[place] for place in console.several(asked, states, 1, len(states))]
    people = ask_people(console, seats) if len(seats) > 1 else None
    pace = ask_pace(console) if people else ""
    sitting = begin(scenario, files, dict.fromkeys(seats, PERSON))
    if people is not None:
        keep_people(sitting, people)
        keep_pace(sitting, pace)
    return sitting


def _play(console: Console, sitting: Sitting, language: str | None) -> None:
    game.run(sitting, language or sitting.scenario(OBSERVER).languages[0], console)
    sitting.close()


def _saves(console: Console, language: str | None) -> None:
    """The saved games, and what can be done with one."""
    listed = list_saves()
    for save in listed:
        if save.fault:
            console.line(Text("{fault}", {"fault": save.fault}))
    playable = [save for save in listed if not save.fault]
    if not playable:
        console.line(Text("There are no saved games yet."))
        return
    place = console.choose(Text("Which game?"), [_save_words(save) for save in playable], BACK)
    if place is None:
        return
    path = Path(playable[place].path)
    deeds = [Text("Go on"), Text("Rename"), Text("Verify that it was played as it says"), Text("Delete")]
    deed = console.choose(Text("What with it?"), deeds, BACK)
    try:
        if deed == 0:
            _play(console, go_on(path), language)
        elif deed == 1:
            _rename(console, path)
        elif deed == 2:
            _verify(console, path)
        elif deed == 3:
            _delete(console, path)
    except (SaveError, FaultyScenarioError) as fault:
        console.line(str(fault))


def _save_words(save: SaveInfo) -> Text:
    name, when = save.name or save.title, save.saved_here
    values: dict[str, Value] = {"name": name, "states": save.states, "stands": save.told, "when": when}
    return Text("{name}, {states}, {stands}, saved {when}", values)


def _rename(console: Console, path: Path) -> None:
    name = console.words(Text("Its new name?"), 0, LONGEST_NAME)
    with open_save(path) as opened:
        opened.set_name(name)
    console.line(Text("Renamed."))


def _verify(console: Console, path: Path) -> None:
    console.line(Text("{told}", {"told": examine(read_log(path)).told}))


def _delete(console: Console, path: Path) -> None:
    if console.choose(Text("Delete it for good?"), [Text("Delete it")], BACK) == 0:
        delete(path)
        console.line(Text("Deleted."))


def _law(console: Console) -> None:
    while (place := console.choose(Text("Read what?"), [Text(name) for name, _ in library.PAGES], BACK)) is not None:
        library.PAGES[place][1](console, None)
