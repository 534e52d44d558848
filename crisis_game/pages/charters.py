"""Charters laid side by side: how each decides, who can carry or stop a text, and how often nothing comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crisis_game.charter.minimal_coalitions import Coalitions
from crisis_game.charter.power import Power
from crisis_game.pages.parts import Fold, Heading, Line, Page, Part, Run, Table, item, line, quiet, run, verbatim
from crisis_game.texts import Msgid, Text, Value, counted
from crisis_game.workshop.charters.comparison import Competence, Deciding
from crisis_game.workshop.charters.deadlock import Deadlock
from crisis_game.workshop.charters.voting_profiles import Profile

_NAMED = 8
_POWERS_TOLD = 6
_SURE = 0.99995

_PROFILES: Mapping[str, Msgid] = {
    "random": "each member votes for itself (the assumption behind Banzhaf)",
    "alike": "one cause moves all, as likely to favour the text as not (behind Shapley-Shubik)",
    "blocs": "members vote in the blocs of your file",
}
"""How members vote in each profile."""


def comparison_page(competences: Sequence[Competence], profiles: Sequence[Profile], seed: int) -> Page:
    """A table for each kind of question, below it the particulars of each charter; at last what the columns mean."""
    parts = [part for competence in competences for part in _competence(competence, profiles)]
    drawn = any(
        deadlock.samples
        for competence in competences
        for deciding in competence.deciding
        if deciding
        for deadlock in deciding.deadlocks.values()
    )
    return Page("charters", Text("Charters compared"), (*parts, *_legend(profiles, seed, drawn)))


def _competence(competence: Competence, profiles: Sequence[Profile]) -> Iterator[Part]:
    deciding = [organ for organ in competence.deciding if organ is not None]
    yield Heading(verbatim(", ".join(competence.matters)))
    head = (
        Text("organ"),
        Text("members"),
        Text("win"),
        Text("block"),
        Text("veto"),
        *(verbatim(profile.name) for profile in profiles),
    )
    yield Table(head, tuple(_row(organ, profiles) for organ in deciding))
    if len(deciding) < len(competence.deciding):
        yield quiet("The others have no organ that decides it.")
    for organ in deciding:
        yield Fold(line(Run(_name(organ), "strong")), tuple(_particulars(organ)), opened=True)


def _name(deciding: Deciding) -> Text:
    return verbatim(f"{deciding.charter}#{deciding.organ}")


def _row(deciding: Deciding, profiles: Sequence[Profile]) -> tuple[Text, ...]:
    win, block = (
        verbatim("-" if coalitions.smallest is None else coalitions.smallest)
        for coalitions in (deciding.winning, deciding.blocking)
    )
    shares = (verbatim(_per_cent(deciding.deadlocks[profile.name])) for profile in profiles)
    return (_name(deciding), verbatim(len(deciding.members)), win, block, verbatim(len(deciding.veto)), *shares)


def _particulars(deciding: Deciding) -> Iterator[Line]:
    if deciding.taking:
        taken = tuple(
            Text("{member} as {role}", {"member": member, "role": role}) for role, member in deciding.taking.items()
        )
        yield item(Text("Taking {all}.", {"all": taken}))
    if deciding.unlisted:
        sentence = "Under `any`, as it lists no rule of its own for this: {matters}."
        yield item(run(sentence, matters=", ".join(deciding.unlisted)))
    yield item(Text("Needed: {needed}; {quorum}.", {"needed": deciding.needed, "quorum": _either(deciding.quorum)}))
    veto = verbatim(_names(deciding.veto)) if deciding.veto else Text("nobody")
    yield item(Text("Abstaining: {how}. Veto: {veto}.", {"how": _either(deciding.abstaining), "veto": veto}))
    yield item(Text("Carry: {coalitions}", {"coalitions": _coalitions(deciding.winning)}))
    yield item(Text("Stop: {coalitions}", {"coalitions": _coalitions(deciding.blocking)}))
    yield item(Text("Power (Banzhaf, Shapley-Shubik): {power}", {"power": _power(deciding.power)}))
    if deciding.also:
        yield item(Text("Organs that decide it too: {organs}.", {"organs": deciding.also}))


def _legend(profiles: Sequence[Profile], seed: int, drawn: bool) -> Iterator[Line]:
    yield line(
        Text(
            "win, block: members of the smallest coalition that carries a text against all others, or stops it. The "
            "last columns: in how many votes of a hundred a text fails, if"
        )
    )
    for profile in profiles:
        yield item(Text("{profile}: {meaning}", {"profile": profile.name, "meaning": Text(_PROFILES[profile.name])}))
    if drawn:
        sentence = (
            "~ from draws with seed {seed}; the interval of 95 per cent is in --format json; all others are exact."
        )
        yield line(Text(sentence, {"seed": str(seed)}))


def _per_cent(deadlock: Deadlock) -> str:
    mark = "~" if deadlock.samples else ""
    if deadlock.share > _SURE and (deadlock.share < 1 or deadlock.samples):
        return f"{mark}>99.99"
    return f"{mark}{deadlock.share * 100:.2f}"


def _coalitions(coalitions: Coalitions) -> Text:
    if not coalitions.examples:
        return Text("no coalition can.")
    if coalitions.examples == ((),):
        return Text("nobody is needed.")
    examples = "; ".join(_names(coalition) for coalition in coalitions.examples[:2])
    if coalitions.number is None:
        return Text("very many minimal coalitions, such as {examples}.", {"examples": examples})
    return counted(
        "{number} minimal coalition, such as {examples}.",
        "{number} minimal coalitions, such as {examples}.",
        coalitions.number,
        number=f"{coalitions.number:,}",
        examples=examples,
    )


def _names(members: Sequence[str]) -> str:
    if len(members) <= _NAMED:
        return ", ".join(members)
    return f"{', '.join(members[:_NAMED])} and {len(members) - _NAMED} more"


def _power(power: Mapping[str, Power] | None) -> Text:
    """Members with the same power together, the strongest first."""
    if power is None:
        return Text("too intricate for an answer.")
    same: dict[tuple[float, float], list[str]] = {}
    for member, indices in power.items():
        same.setdefault((float(indices.banzhaf), float(indices.shapley_shubik)), []).append(member)
    ranked = sorted(same.items(), reverse=True)
    strongest = ranked[:_POWERS_TOLD]
    listed = "; ".join(f"{_names(members)} {values[0]:.4f} {values[1]:.4f}" for values, members in strongest)
    weaker = sum(len(members) for _, members in ranked[_POWERS_TOLD:])
    whole = Text("{told}; {n} weaker.", {"told": listed, "n": weaker}) if weaker else Text("{told}.", {"told": listed})
    error = max((indices.error for indices in power.values()), default=0.0)
    if not error:
        return whole
    return Text("{whole} Estimated, within {error}.", {"whole": whole, "error": f"{error:.4f}"})


def _either(rules: Sequence[Text]) -> Text:
    """Several rules of one decision, any of which may hold."""
    whole: Value = Text("")
    for place, rule in enumerate(rules):
        whole = Text("{before} / {rule}", {"before": whole, "rule": rule}) if place else rule
    return whole if isinstance(whole, Text) else verbatim("")
