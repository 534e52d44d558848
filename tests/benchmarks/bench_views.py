"""All views of all seats after each submission, few or many members: `python tests/benchmarks/bench_views.py`.

Each section of each seat's view is made anew, or kept where nothing that it reads has changed; both sides look at the
same game in turn. Twenty-seven members are those of `hesk-strait` with copies of them beside them. Processor time.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from functools import cached_property

from crisis_game.engine.kept_view import KeptView
from crisis_game.engine.memo import Memo
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import View
from crisis_game.players.playout import playout
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario

MEMBERS = (6, 12, 27)
EVERY = 8
SECTIONS = tuple(name for name, member in vars(View).items() if isinstance(member, cached_property))


def with_members(scenario: Scenario, count: int) -> Scenario:
    """The scenario with copies of its members, so that there are so many."""
    states, members = dict(scenario.states), scenario.members
    for number in range(len(members), count):
        copied = replace(states[members[number % len(scenario.members)]], id=f"Z{number:02d}")
        states[copied.id] = copied
        members = (*members, copied.id)
    organs = tuple(replace(organ, members=members) for organ in scenario.charter.organs)
    return replace(scenario, states=states, charter=replace(scenario.charter, members=members, organs=organs))


def look(view: View) -> None:
    """Make or take every section."""
    for name in SECTIONS:
        getattr(view, name)


def measured(scenario: Scenario) -> tuple[float, float]:
    """Milliseconds of processor time for one seat's view after one submission: made anew, and kept."""
    game, memo = playout(scenario, 3, dict.fromkeys(scenario.members, "random")), Memo()
    anew, kept, views = 0.0, 0.0, 0
    for number, _ in enumerate(game.moves()):
        seats = [Seen(scenario, game.state, seat) for seat in scenario.members]
        began = time.process_time()
        for seen in seats:
            look(KeptView(seen, memo))
        kept += time.process_time() - began
        if number % EVERY == 0:
            began = time.process_time()
            for seen in seats:
                look(View(seen))
            anew += EVERY * (time.process_time() - began)
        views += len(seats)
    return 1_000 * anew / views, 1_000 * kept / views


def main() -> int:
    """Print both sides for each number of members."""
    scenario = load_scenario(find("hesk-strait"))
    for count in MEMBERS:
        anew, kept = measured(with_members(scenario, count))
        sys.stdout.write(f"{count} members: a view anew {anew:.2f} ms, kept {kept:.2f} ms ({kept / anew:.2f})\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
