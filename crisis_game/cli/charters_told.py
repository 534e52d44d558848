"""A comparison of charters as text of 80 columns, and as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from crisis_game.charter.minimal_coalitions import Coalitions
from crisis_game.charter.power import Power
from crisis_game.charter.vote_questions import plain_power
from crisis_game.texts import Wording
from crisis_game.workshop.charters.comparison import Competence, Deciding
from crisis_game.workshop.charters.deadlock import Deadlock
from crisis_game.workshop.charters.voting_profiles import Profile

WIDTH = 80
_NAMED = 8
_POWERS_TOLD = 6
_INDENTATION = "  "
_SURE = 0.99995


def as_text(found: Sequence[Competence], profiles: Sequence[Profile], seed: int, wording: Wording) -> str:
    """A table for each kind of question, and below it the particulars of each charter."""
    lines: list[str] = []
    for competence in found:
        lines += [*wrap(", ".join(competence.matters), WIDTH), *_table(competence, profiles), ""]
        for one in competence.deciding:
            lines += [*_particulars(one, wording), ""] if one else []
    lines += _legend(profiles, seed, any(_is_drawn(one) for one in found))
    return "\n".join(lines)


def _table(competence: Competence, profiles: Sequence[Profile]) -> Iterator[str]:
    heads = "".join(f"{one.name:>8}" for one in profiles)
    yield f"{_INDENTATION}{'':<32}{'members':>7}{'win':>5}{'block':>6}{'veto':>5}{heads}"
    for one in competence.deciding:
        if one is None:
            continue
        name = f"{one.charter}#{one.organ}"
        shares = "".join(f"{_percent(one.deadlocks[profile.name]):>8}" for profile in profiles)
        win, block = (_smallest(each) for each in (one.winning, one.blocking))
        yield f"{_INDENTATION}{name[:31]:<32}{len(one.members):>7}{win:>5}{block:>6}{len(one.veto):>5}{shares}"
    if None in competence.deciding:
        yield f"{_INDENTATION}The others have no organ that decides it."


def _particulars(one: Deciding, wording: Wording) -> Iterator[str]:
    yield f"{_INDENTATION}{one.charter}#{one.organ}"
    if one.taking:
        taken = ", ".join(f"{member} as {role}" for role, member in one.taking.items())
        yield from _wrapped(f"Taking {taken}.")
    if one.unlisted:
        yield from _wrapped(f"Under `any`, as it lists no rule of its own for this: {', '.join(one.unlisted)}.")
    yield from _wrapped(f"Needed: {wording.say(one.needed)}; {_joined(one.quorum, wording)}.")
    yield from _wrapped(f"Abstaining: {_joined(one.abstaining, wording)}. Veto: {_names(one.veto) or 'nobody'}.")
    yield from _wrapped(f"Carry: {_coalitions(one.winning)}")
    yield from _wrapped(f"Stop: {_coalitions(one.blocking)}")
    yield from _wrapped(f"Power (Banzhaf, Shapley-Shubik): {_power(one.power)}")
    if one.also:
        yield from _wrapped(f"Organs that decide it too: {', '.join(one.also)}.")


def _legend(profiles: Sequence[Profile], seed: int, drawn: bool) -> Iterator[str]:
    yield from wrap(
        "win, block: members of the smallest coalition that carries a text against all others, or stops it. The last "
        "columns: in how many votes of a hundred a text fails, if",
        WIDTH,
    )
    meanings = {
        "random": "each member votes for itself (the assumption behind Banzhaf)",
        "alike": "one cause moves all, as likely to favour the text as not (behind Shapley-Shubik)",
        "blocs": "members vote in the blocs of your file",
    }
    for one in profiles:
        yield from _wrapped(f"{one.name}: {meanings[one.name]}")
    if drawn:
        told = f"~ from draws with seed {seed}; the interval of 95 per cent is in --format json; all others are exact."
        yield from wrap(told, WIDTH)


def _is_drawn(competence: Competence) -> bool:
    return any(each.samples for one in competence.deciding if one for each in one.deadlocks.values())


def _percent(found: Deadlock) -> str:
    mark = "~" if found.samples else ""
    if found.share > _SURE and (found.share < 1 or found.samples):
        return f"{mark}>99.99"
    return f"{mark}{found.share * 100:.2f}"


def _smallest(found: Coalitions) -> str:
    return "-" if found.smallest is None else str(found.smallest)


def _coalitions(found: Coalitions) -> str:
    if not found.examples:
        return "no coalition can."
    if found.examples == ((),):
        return "nobody is needed."
    number = "very many minimal coalitions" if found.number is None else f"{found.number:,} minimal coalition"
    plural = "" if found.number in (None, 1) else "s"
    return f"{number}{plural}, such as {'; '.join(_names(one) for one in found.examples[:2])}."


def _names(members: Sequence[str]) -> str:
    if len(members) <= _NAMED:
        return ", ".join(members)
    return f"{', '.join(members[:_NAMED])} and {len(members) - _NAMED} more"


def _power(power: Mapping[str, Power] | None) -> str:
    """Members with the same power together, the strongest first."""
    if power is None:
        return "too intricate for an exact answer."
    same: dict[tuple[float, float], list[str]] = {}
    for member, one in power.items():
        same.setdefault((float(one.banzhaf), float(one.shapley_shubik)), []).append(member)
    ranked = sorted(same.items(), reverse=True)
    told = [f"{_names(members)} {values[0]:.4f} {values[1]:.4f}" for values, members in ranked[:_POWERS_TOLD]]
    more = sum(len(members) for _, members in ranked[_POWERS_TOLD:])
    return "; ".join(told) + (f"; {more} weaker." if more else ".")


def _joined(texts: Sequence[Any], wording: Wording) -> str:
    return " / ".join(wording.say(one) for one in texts)


def _wrapped(words: str) -> list[str]:
    return wrap(words, WIDTH, initial_indent=_INDENTATION * 2, subsequent_indent=_INDENTATION * 3)


def as_plain(found: Sequence[Competence], profiles: Sequence[Profile], seed: int, wording: Wording) -> dict[str, Any]:
    """The comparison as JSON can say it."""
    return {
        "seed": seed,
        "profiles": [one.name for one in profiles],
        "competences": [
            {
                "matters": list(one.matters),
                "charters": [_plain(deciding, wording) for deciding in one.deciding if deciding],
            }
            for one in found
        ],
    }


def _plain(one: Deciding, wording: Wording) -> dict[str, Any]:
    return {
        "charter": one.charter,
        "organ": one.organ,
        "also": list(one.also),
        "members": list(one.members),
        "taking": dict(one.taking),
        "under_any": list(one.unlisted),
        "needed": wording.say(one.needed),
        "quorum": [wording.say(each) for each in one.quorum],
        "veto": list(one.veto),
        "abstaining": [wording.say(each) for each in one.abstaining],
        "winning": _plain_coalitions(one.winning),
        "blocking": _plain_coalitions(one.blocking),
        "power": None if one.power is None else plain_power(dict(one.power)),
        "deadlock": {
            name: {"share": each.share, "low": each.low, "high": each.high, "samples": each.samples}
            for name, each in one.deadlocks.items()
        },
    }


def _plain_coalitions(found: Coalitions) -> dict[str, Any]:
    return {"number": found.number, "smallest": found.smallest, "examples": [list(one) for one in found.examples]}
