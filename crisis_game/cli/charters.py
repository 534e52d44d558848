"""`crisis-game charters`: list the charters, or lay some side by side."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crisis_game.cli import numbers
from crisis_game.cli.refusals import WrongUseError
from crisis_game.texts import json_of, visible

if TYPE_CHECKING:
    from crisis_game.charter.minimal_coalitions import Coalitions
    from crisis_game.charter.model import Charter
    from crisis_game.texts import Wording
    from crisis_game.workshop.charters.comparison import Competence, Deciding, Party
    from crisis_game.workshop.charters.voting_profiles import Chances, Profile

RANDOM = "34,33,33"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "charters",
        description=(
            "Without more words: the shipped charters. `charters compare A B` lays charters side by side, each the id "
            "of a shipped one or a YAML file, with #ORGAN behind it where one organ is meant, and #ORGAN/MATTER where "
            "one rule of it is: what is needed, voting power, minimal winning and blocking coalitions, and how often "
            "nothing comes of a vote."
        ),
    )
    verb.add_argument("action", nargs="?", choices=("list", "compare"), default="list", help="default: list")
    verb.add_argument("charters", nargs="*", metavar="CHARTER[#ORGAN[/MATTER]]", help="to compare: ids or YAML files")
    verb.add_argument("--matter", metavar="ID", help="compare only how this is decided")
    verb.add_argument(
        "--chances",
        default=RANDOM,
        metavar="YES,NO,ABSTAIN",
        help=f"how each member votes in the random profile, in per cent (default: {RANDOM})",
    )
    verb.add_argument("--blocs", type=Path, metavar="FILE.yaml", help="a profile of members that vote together")
    verb.add_argument(
        "--seed", type=numbers.seed, default=1, help="of draws, where counting takes too long (default 1)"
    )
    verb.add_argument("--samples", type=numbers.count, default=4000, help="votes that are drawn then (default 4000)")
    verb.add_argument("--format", choices=("text", "json"), default="text", help="tables, or JSON")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List or compare.

    Returns:
        0 if all went well, 1 if a charter or the file of blocs is faulty.

    Raises:
        WrongUseError: if there is no such charter, organ or matter, or a number is out of bounds.
        OSError: if a file cannot be read.
    """
    from crisis_game.cli.named_charter import FaultyCharterError
    from crisis_game.texts import Wording

    wording = Wording(args.lang or "en")
    if args.action == "list":
        if args.charters:
            raise WrongUseError("charters list takes no charter; charters compare does")
        return _list(args.format, wording)
    try:
        return _compare(args, wording)
    except FaultyCharterError as fault:
        print(fault, file=sys.stderr)
        return 1


def _list(form: str, wording: Wording) -> int:
    from crisis_game.cli.named_charter import shipped_charters

    charters = shipped_charters(wording)
    if form == "json":
        print(json_of([_listed(charter, wording) for charter in charters], indent=2))
        return 0
    width = max(len(charter.id) for charter in charters)
    for charter in charters:
        kind = "fictional" if charter.fictional else f"as of {charter.as_of}"
        organs = ", ".join(organ.id for organ in charter.organs)
        print(f"{charter.id:{width}}  {len(charter.members):>3} members, {kind}; {organs}")
        print(f"{'':{width}}  {wording.say(charter.name)}")
    return 0


def _listed(charter: Charter, wording: Wording) -> dict[str, object]:
    return {
        "id": charter.id,
        "name": wording.say(charter.name),
        "fictional": charter.fictional,
        "as_of": charter.as_of,
        "members": list(charter.members),
        "organs": [organ.id for organ in charter.organs],
    }


def _compare(args: argparse.Namespace, wording: Wording) -> int:
    from crisis_game.workshop.charters.comparison import compare

    if not args.charters:
        raise WrongUseError("charters compare needs at least one charter; charters lists them")
    parties = [_party(words, wording) for words in args.charters]
    if args.matter:
        _look_at_matter(args.matter, parties)
    elif any(party.matter for party in parties) and not all(party.matter for party in parties):
        raise WrongUseError("name a matter for each of these charters, for none, or for all with --matter")
    profiles = _profiles(args, parties, wording)
    if profiles is None:
        return 1
    competences = compare(parties, profiles, matter=args.matter, seed=args.seed, samples=args.samples)
    if args.format == "json":
        print(json_of(_records(competences, profiles, args.seed, wording), indent=2))
        return 0
    from crisis_game.pages.charters import comparison_page
    from crisis_game.paper.plain_text import body

    print(body(comparison_page(competences, profiles, args.seed).parts, wording), end="")
    return 0


def _look_at_matter(matter: str, parties: list[Party]) -> None:
    """Refuse a matter that there is not, and one that no organ of these charters decides."""
    from crisis_game.documents import nearest
    from crisis_game.workshop.charters.comparison import matters_known

    known = matters_known(parties)
    if matter not in known:
        near = nearest(matter, known)
        hint = f"did you mean {near}?" if near else f"there are {', '.join(known)}"
        raise WrongUseError(f"there is no matter {matter}; {hint}")
    if not any(organ.decision_for(matter) for party in parties for organ in party.organs):
        raise WrongUseError(f"no organ of these charters decides {matter}")


def _party(words: str, wording: Wording) -> Party:
    from crisis_game.cli.named_rule import organ_named
    from crisis_game.workshop.charters.comparison import Party

    named = organ_named(words, wording)
    _warn(words.partition("#")[0], wording)
    return Party(named.charter, named.organ.id if named.organ else None, named.matter)


def _warn(source: str, wording: Wording) -> None:
    """Tell what `check` would say of an author's own charter; errors have been told before."""
    from crisis_game.cli.problem_line import problem_line
    from crisis_game.scenario.reading.check_file import check_file

    if Path(source).is_file():
        for problem in check_file(source).problems:
            sys.stderr.write(f"{problem_line(problem, wording)}\n")


def _profiles(args: argparse.Namespace, parties: list[Party], wording: Wording) -> list[Profile] | None:
    """The ways to vote; None where the file of blocs is faulty, once that is told."""
    from crisis_game.workshop.charters.voting_profiles import Alike, Independent

    chances = _chances(args.chances)
    profiles: list[Profile] = [Independent(chances), Alike(chances)]
    if args.blocs is None:
        return profiles
    blocs = _blocs(args.blocs, frozenset().union(*(party.charter.members for party in parties)), chances, wording)
    return None if blocs is None else [*profiles, blocs]


def _chances(words: str) -> Chances:
    from crisis_game.workshop.charters.voting_profiles import CAST, HUNDRED, Chances

    parts = words.split(",")
    if len(parts) != len(CAST) or not all(part.isdecimal() for part in parts):
        raise WrongUseError("--chances takes three whole numbers, such as 50,30,20")
    numbers = [int(part) for part in parts]
    if sum(numbers) != HUNDRED:
        raise WrongUseError(f"the three chances come to {sum(numbers)} per cent; they must come to 100")
    return Chances(*numbers)


def _blocs(path: Path, members: frozenset[str], chances: Chances, wording: Wording) -> Profile | None:
    from crisis_game.documents import Source, nearest, read_yaml
    from crisis_game.workshop.charters.voting_profiles import blocs_of

    document = read_yaml(Source.at(path))
    complaints = [(problem.span, problem.message, wording.say(problem.fix)) for problem in document.problems]
    blocs, faults = blocs_of(document.value, members, chances)
    for fault in faults if document.value is not None else ():
        near = nearest(fault.wrong, fault.options) if fault.wrong else None
        span = document.key_span(fault.path) if fault.at_key else document.span(fault.path)
        complaints.append((span, fault.message, f"Did you mean `{near}`?" if near else wording.say(fault.fix)))
    for span, message, fix in sorted(complaints, key=lambda entry: entry[0]):
        sys.stderr.write(f"{visible(str(path))}:{span.line}:{span.column}: {wording.say(message)} {fix}\n")
    return None if complaints else blocs


def _records(
    competences: Sequence[Competence], profiles: Sequence[Profile], seed: int, wording: Wording
) -> dict[str, Any]:
    """The comparison as JSON can say it."""
    return {
        "seed": seed,
        "profiles": [profile.name for profile in profiles],
        "competences": [
            {
                "matters": list(competence.matters),
                "charters": [_record(deciding, wording) for deciding in competence.deciding if deciding],
            }
            for competence in competences
        ],
    }


def _record(deciding: Deciding, wording: Wording) -> dict[str, Any]:
    from crisis_game.charter.vote_questions import plain_power

    return {
        "charter": deciding.charter,
        "organ": deciding.organ,
        "also": list(deciding.also),
        "members": list(deciding.members),
        "taking": dict(deciding.taking),
        "under_any": list(deciding.unlisted),
        "needed": wording.say(deciding.needed),
        "quorum": [wording.say(each) for each in deciding.quorum],
        "veto": list(deciding.veto),
        "abstaining": [wording.say(each) for each in deciding.abstaining],
        "winning": _coalitions(deciding.winning),
        "blocking": _coalitions(deciding.blocking),
        "power": None if deciding.power is None else plain_power(dict(deciding.power)),
        "deadlock": {
            name: {"share": each.share, "low": each.low, "high": each.high, "samples": each.samples}
            for name, each in deciding.deadlocks.items()
        },
    }


def _coalitions(coalitions: Coalitions) -> dict[str, Any]:
    return {
        "number": coalitions.number,
        "smallest": coalitions.smallest,
        "examples": [list(coalition) for coalition in coalitions.examples],
    }
