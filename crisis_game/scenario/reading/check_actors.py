"""Sense of actors: who they are, whether their ladders and minds can be, what fits how they choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.conditions.could_hold import asked
from crisis_game.documents import Path
from crisis_game.scenario.hidden_leaves import HiddenLeaves
from crisis_game.scenario.model import Actor, Score, Step
from crisis_game.scenario.model_actors import is_party
from crisis_game.scenario.reading.check_facts import hidden_in
from crisis_game.scenario.reading.sense import Sense

COUNCIL_SEATS, COUNCIL_PERMANENT = 15, 5

_FOR: Mapping[str, tuple[str, ...]] = {
    "presses": ("bargainer", "course"),
    "victim": ("bargainer", "course"),
    "aims": ("bargainer",),
    "case": ("bargainer",),
    "start_level": ("bargainer", "course"),
    "steps": ("bargainer", "course"),
    "temperaments": ("bargainer", "course"),
    "scores": ("bargainer",),
    "hold_text": ("bargainer", "course"),
    "hold_variants": ("bargainer", "course"),
    "back_text": ("bargainer",),
    "back_variants": ("bargainer",),
    "settlement": ("bargainer",),
    "asks": ("petitioner",),
    "hearing": ("petitioner",),
    "variants": ("petitioner",),
    "gives": ("petitioner",),
    "refused": ("petitioner",),
    "stance": ("petitioner",),
    "stock": ("council",),
    "names": ("council",),
    "members": ("council",),
    "answers": ("council",),
    "shifts": ("council",),
}
"""Keys that belong to one way of choosing, or to two."""

_OF_NO_PARTY = ("adjective", "colour", "sign", "profile", "brief", "means", "readiness", "places")
"""Keys that are shown of a party, so that they have no effect for nature and a council."""

_OF_A_PARTY = ("kind", "name", *_OF_NO_PARTY)
"""Keys that a member says under `states`."""

_CHOICES = ("hold", "back")
"""What anybody who presses can do beside its steps, by the words that stand for it on record."""

_OF_A_MIND = ("appetite", "resolve", "face", "pockets", "scores")
"""Keys of a temperament that a course does not read: nobody weighs anything there."""

_NEEDED: Mapping[str, tuple[str, ...]] = {
    "bargainer": ("presses", "steps", "temperaments", "hold_text", "back_text"),
    "course": ("presses", "steps"),
    "petitioner": ("hearing",),
}


def check_actors(sense: Sense) -> None:
    """Every actor is somebody, says what its model needs and nothing that has no effect, and can climb its ladder."""
    if not sense.whole("actors", "states"):
        return
    hidden = hidden_in(sense)
    for id_, actor in sense.file.actors.items():
        _check_party(sense, id_, actor)
        _check_model(sense, id_, actor)
        if actor.takes_steps:
            _check_ladder(sense, id_, actor)
            _check_settlement(sense, id_, actor, hidden)
        elif actor.model == "council":
            _check_council(sense, id_, actor)
        elif actor.asks is not None and (actor.asks.clause is None) == (actor.asks.motion is None):
            message = "A petitioner asks for a clause or for a motion."
            sense.error(("actors", id_, "asks"), "E514", message, "Write `{clause: ...}` or `{motion: ...}`.")
    _check_once(sense)
    _check_names(sense)


def _check_party(sense: Sense, id_: str, actor: Actor) -> None:
    path = ("actors", id_)
    written = [key for key in _OF_A_PARTY if sense.says(*path, key)]
    if id_ in sense.file.states:
        for key in written:
            message = "{word} is a member, which says `{key}` under `states`."
            sense.error((*path, key), "E514", message, "Delete it here.", word=id_, key=key)
        if actor.model != "bargainer" and not written:
            message = "{word} is a member, and a member stands here only to press as a bargainer does."
            fix = "Write `model: bargainer` with its steps, or delete the entry."
            sense.error_at_key(path, "E514", message, fix, word=id_)
        return
    if not is_party(actor.kind, actor.model):
        for key in (key for key in written if key in _OF_NO_PARTY):
            message = "`{key}` has no effect here: it is shown of parties, and {word} is none."
            sense.error((*path, key), "W608", message, "Delete it.", key=key, word=id_)
    elif sense.says(*path, "brief"):
        message = "`brief` has no effect here: nobody plays {word}, only members have a seat."
        fix = "Delete it; `profile` is what all may know."
        sense.error((*path, "brief"), "W608", message, fix, word=id_)
    needed = ("kind",) if actor.model == "council" else ("kind", "name")
    for key in needed:
        if key not in written:
            message = "The actor {word} has no `{key}`, and it is no state under `states`."
            sense.error_at_key(path, "E514", message, "Add a line `{key}: ...`.", word=id_, key=key)


def _check_model(sense: Sense, id_: str, actor: Actor) -> None:
    path, model = ("actors", id_), actor.model or "none"
    for key in _NEEDED.get(model, ()):
        if not getattr(actor, key):
            message = "A {model} needs `{key}`, and {word} has none."
            sense.error_at_key(path, "E513", message, "Add a line `{key}: ...`.", word=id_, key=key, model=model)
    for key, models in _FOR.items():
        if model not in models and sense.says(*path, key):
            message = "`{key}` has no effect here: it belongs to a {known}."
            known = tuple(models)
            sense.error((*path, key), "W608", message, "Delete it, or change `model`.", key=key, known=known)


def _check_ladder(sense: Sense, id_: str, actor: Actor) -> None:
    """The ladder has no gap and no level twice, and starts on it; nature has nobody who could settle or plead."""
    path = ("actors", id_)
    levels = sorted(step.level for step in actor.steps if step.level)
    if levels != list(range(1, len(levels) + 1)):
        message = "The levels of the ladder must be 1, 2, 3 ..., each once; here they are {known}."
        known = tuple(str(level) for level in levels)
        fix = "Number the steps anew; `level: 0` is a step apart."
        sense.error((*path, "steps"), "E513", message, fix, known=known)
    if actor.start_level > len(levels):
        message = "The ladder has {count} levels, so it cannot start at {level}."
        values = {"count": len(levels), "level": actor.start_level}
        sense.error((*path, "start_level"), "E513", message, "Write {count} or less.", **values)
    for step in actor.steps:
        _check_step(sense, id_, actor, step)
    if actor.model == "course":
        for mind in actor.temperaments:
            _check_unread(sense, ("actors", id_, "temperaments", mind), _OF_A_MIND, "minds", "bargainer")
    _check_rows(sense, (*path, "scores"), actor.scores)
    for mind, temperament in actor.temperaments.items():
        _check_rows(sense, (*path, "temperaments", mind, "scores"), temperament.scores)


def _check_step(sense: Sense, id_: str, actor: Actor, step: Step) -> None:
    path = ("actors", id_, "steps", step.id)
    if step.id in _CHOICES or step.id in sense.played:
        message = "`{word}` means something else on record, so no step can be called that."
        sense.error_at_key(path, "E513", message, "Choose another id.", word=step.id)
    if actor.model == "bargainer":
        _check_unread(sense, path, ("at", "chance"), "steps", "course")
        return
    _check_unread(sense, path, ("risk",), "steps", "bargainer")
    if step.at is not None and sense.says(*path, "chance"):
        message = "`chance` has no effect here: with `at` the step comes when the gauge does."
        sense.error((*path, "chance"), "W608", message, "Delete one of the two.")
    pressed = sense.file.gauges.get(actor.presses or "")
    top = pressed.values.get("high", 100) if pressed is not None else None
    if step.at is not None and top is not None and step.at > top:
        message = "`{gauge}` goes up to {top}, so this step never comes."
        fix = "Write {top} or less, or give the gauge a higher `high`."
        sense.error((*path, "at"), "W607", message, fix, gauge=actor.presses or "", top=top)


def _check_unread(sense: Sense, path: Path, keys: tuple[str, ...], of: str, model: str) -> None:
    """Keys that another way of choosing reads."""
    for key in (key for key in keys if sense.says(*path, key)):
        message = "`{key}` has no effect here: it belongs to the {things} of a {known}."
        fix = "Delete it, or change `model`."
        sense.error((*path, key), "W608", message, fix, key=key, things=of, known=model)


def _check_rows(sense: Sense, path: Path, rows: tuple[Score, ...]) -> None:
    """Each row of scores adds to something."""
    for place, row in enumerate(rows):
        if (row.forward, row.apart, row.hold, row.back) == (None,) * 4:
            message = "This row of scores adds to nothing."
            fix = "Say what it adds to: `forward`, `apart`, `hold` or `back`."
            sense.error((*path, place), "W608", message, fix)


def _check_settlement(sense: Sense, id_: str, actor: Actor, hidden: HiddenLeaves) -> None:
    """Terms can be adopted in some round, and hang on what all can follow, or the menu would tell what is hidden."""
    if actor.settlement is None:
        return
    if actor.settlement.round > sense.lesson.rounds:
        path = ("actors", id_, "settlement", *(["round"] if sense.says("actors", id_, "settlement", "round") else []))
        message = "Terms can be adopted from round {first} on, and the last round is {rounds}."
        fix = "Write an earlier `round` beside the terms, or give `lesson` more rounds."
        sense.error(path, "W602", message, fix, first=actor.settlement.round, rounds=sense.lesson.rounds)
    leaf = next((leaf for leaf in asked(actor.settlement.when.tree) if hidden.hides(leaf)), None)
    if leaf is not None:
        path = ("actors", id_, "settlement", "when")
        place = sense.complaints.merged.place_within(path, leaf.start, leaf.end)
        message = "Whether terms can be settled is open to all, and this is hidden."
        sense.complaints.tell(place, "E513", message, "Ask only what all can follow, such as a gauge that all see.", {})


def _check_council(sense: Sense, id_: str, actor: Actor) -> None:
    path = ("actors", id_)
    if actor.stock and actor.members:
        sense.error(path, "E515", "The Council is either a stock or a list of members.", "Delete `stock` or `members`.")
    elif actor.members is not None:
        permanent = sum(member.permanent for member in actor.members)
        if (len(actor.members), permanent) != (COUNCIL_SEATS, COUNCIL_PERMANENT):
            message = "The Security Council has 15 members, 5 of them permanent; here are {count}, {permanent} of them."
            values = {"count": len(actor.members), "permanent": permanent}
            sense.error((*path, "members"), "E515", message, "Add or delete members.", **values)


def _check_once(sense: Sense) -> None:
    """There is one Security Council, and every step and temperament has an id of its own."""
    councils = [id_ for id_, actor in sense.file.actors.items() if actor.model == "council"]
    for id_ in councils[1:]:
        message = "There is more than one Security Council: {known}."
        sense.error(("actors", id_, "model"), "E515", message, "Keep one.", known=tuple(councils))
    seen: set[str] = set()
    for path, id_ in _inner_ids(sense):
        if id_ in seen:
            message = "`{word}` is the id of another step or temperament already."
            sense.error_at_key(path, "E513", message, "Give one of them another id.", word=id_)
        seen.add(id_)


def _check_names(sense: Sense) -> None:
    """No two states or actors have one name in some language: nobody could tell who of them acts."""
    parties = {("states", id_): state.name for id_, state in sense.file.states.items()}
    parties |= {("actors", id_): actor.name for id_, actor in sense.file.actors.items() if id_ not in sense.file.states}
    owners: dict[tuple[str, str], str] = {}
    for path, name in parties.items():
        called = [(language, " ".join(words.casefold().split())) for language, words in name.by_language if words]
        other = next((owners[entry] for entry in called if entry in owners), None)
        if other is not None:
            message = "`{word}` and `{other}` have one name, so nobody could tell which of the two is meant."
            sense.error((*path, "name"), "W630", message, "Give one of them another.", word=path[1], other=other)
        owners |= dict.fromkeys(called, path[1])


def _inner_ids(sense: Sense) -> Iterator[tuple[tuple[str, ...], str]]:
    for id_, actor in sense.file.actors.items():
        yield from ((("actors", id_, "steps", step.id), step.id) for step in actor.steps)
        yield from ((("actors", id_, "temperaments", mind), mind) for mind in actor.temperaments)
