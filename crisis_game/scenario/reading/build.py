"""A scenario from its checked shape. Nothing here can fail: what could has been found before."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.charter.model import Charter
from crisis_game.scenario.model import (
    Adversary,
    CouncilAsk,
    CouncilMember,
    Ending,
    Guidance,
    Inject,
    Lesson,
    Measure,
    Neighbour,
    Objective,
    Particular,
    Reaction,
    Scenario,
    SecurityCouncil,
    Step,
    Temperament,
)
from crisis_game.scenario.numbers import Numbers
from crisis_game.scenario.reading import build_map, build_texts, build_trials, build_world
from crisis_game.scenario.reading.authored import Authored, effects
from crisis_game.scenario.reading.shapes import LessonShape, ScenarioShape
from crisis_game.scenario.reading.shapes_script import (
    AdversaryShape,
    CouncilShape,
    GuidanceShape,
    InjectShape,
    NeighbourShape,
    StepShape,
    TemperamentShape,
)
from crisis_game.scenario.reading.shapes_texts import MeasureShape
from crisis_game.scenario.standard import ASKS, PROFILES, council_members


def build(
    shape: ScenarioShape,
    catalogue: Mapping[str, MeasureShape],
    stock: Mapping[str, Measure],
    charter: Charter,
    content_hash: str,
) -> Scenario:
    """The scenario that a shape without errors describes.

    Args:
        shape: what the files say.
        catalogue: the measures of the catalogue as they are written.
        stock: the same as they are built in the scenario's language.
        charter: the charter.
        content_hash: the hash of the files.
    """
    words = Authored(shape.languages[0])
    measures = build_texts.measures(stock, catalogue, shape.measures, words)
    clauses = build_texts.clauses(shape, words)
    drafts = build_texts.Drafts(shape, measures, clauses)
    summary = words.prose(shape.summary)
    return Scenario(
        id=shape.id,
        content_hash=content_hash,
        title=words.prose(shape.title),
        summary=summary,
        opening=words.prose(shape.opening, summary),
        languages=tuple(shape.languages),
        level=shape.level,
        group=(shape.group[0], shape.group[1]),
        resembles=shape.resembles,
        lesson=lesson(shape.lesson),
        numbers=Numbers(**shape.numbers),
        charter=charter,
        organ=shape.organ or charter.organs[0].id,
        states=build_world.states(shape, words),
        assets=build_world.assets(shape, words),
        truths=build_world.truths(shape, words),
        draws=build_world.draws(shape),
        claims=build_world.claims(shape, words),
        sources=build_world.sources(shape, words),
        incidents=build_world.incidents(shape, words),
        gauges=build_world.gauges(shape, words),
        measures=measures,
        played=tuple(one.id for one in shape.measures),
        clauses=clauses,
        aims=build_texts.aims(shape, words),
        targets=build_texts.targets(shape, words),
        packages=build_texts.packages(shape, drafts, words),
        chair=tuple(drafts.draft(one) for one in shape.chair),
        injects={id_: _inject(id_, one, words) for id_, one in shape.injects.items()},
        reactions={
            id_: Reaction(
                id_, one.at, words.condition(one.when), effects(one.effects), words.prose(one.text), one.repeat
            )
            for id_, one in shape.reactions.items()
        },
        adversary=_adversary(shape, words),
        neighbours={id_: _neighbour(id_, one, words) for id_, one in shape.neighbours.items()},
        council=_council(shape.council, words),
        endings=_endings(shape, words),
        objectives=tuple(
            Objective(id_, words.prose(one.text), words.condition(one.evidence) if one.evidence else None)
            for id_, one in shape.objectives.items()
        ),
        debrief=tuple(words.prose(one) for one in shape.debrief),
        teaching=words.prose(shape.teaching),
        places=build_world.places(shape, words),
        guidance=tuple(_guidance(one, words) for one in shape.guidance),
        map=build_map.world_map(shape, words),
        trials=build_trials.trials(shape, words),
    )


def _guidance(shape: GuidanceShape, words: Authored) -> Guidance:
    lines = words.prose(shape.lines) if shape.lines is not None else None
    return Guidance(shape.round, shape.beat, words.prose(shape.text), shape.key, lines)


def lesson(shape: LessonShape) -> Lesson:
    """The lesson, with what its profile gives."""
    profile = PROFILES[shape.profile]
    return Lesson(
        profile=shape.profile,
        rounds=shape.rounds or profile.rounds,
        round_days=shape.round_days,
        minutes=tuple(shape.minutes or profile.minutes),
        beat_seconds=dict(profile.beat_seconds) | shape.beat_seconds,
        orders=shape.orders or profile.orders,
        verdicts=shape.verdicts or profile.verdicts,
        guided=profile.guided if shape.guided is None else shape.guided,
    )


def _inject(id_: str, one: InjectShape, words: Authored) -> Inject:
    return Inject(
        id=id_,
        title=words.prose(one.title),
        round=one.round,
        until_round=one.until_round,
        at=one.at,
        when=words.condition(one.when) if one.when is not None else None,
        to=tuple(one.to),
        channel=one.channel or ("cable" if one.to else "news"),
        sender=words.prose(one.sender),
        grade=one.grade,
        text=words.prose(one.text),
        variants=words.variants(one.variants),
        effects=effects(one.effects),
        asks=words.prose(one.asks),
        home_of=one.home_of,
        expected=words.prose(one.expected),
        reads=one.reads,
    )


def _adversary(shape: ScenarioShape, words: Authored) -> Adversary:
    one: AdversaryShape = shape.adversary
    return Adversary(
        state=build_texts.adversary_state(shape),
        aims=words.prose(one.aims),
        case=words.prose(one.case),
        steps=tuple(_step(id_, step, words) for id_, step in one.steps.items()),
        temperaments={id_: _temperament(id_, kind, words) for id_, kind in one.temperaments.items()},
        hold_text=words.prose(one.hold_text),
        hold_variants=words.variants(one.hold_variants),
        back_text=words.prose(one.back_text),
        back_variants=words.variants(one.back_variants),
        terms=words.prose(one.terms),
        victim=one.victim,
        start_level=one.start_level,
    )


def _step(id_: str, one: StepShape, words: Authored) -> Step:
    return Step(
        id_,
        words.prose(one.name),
        one.level,
        one.gain,
        one.heat,
        one.risk,
        one.harm,
        words.prose(one.text),
        words.variants(one.variants),
        words.prose(one.hint),
        dict(one.facts),
    )


def _temperament(id_: str, one: TemperamentShape, words: Authored) -> Temperament:
    name = words.prose(one.name)
    particulars = tuple(
        Particular(words.condition(part.when), part.to, words.formula(part.add), words.prose(part.why))
        for part in one.particulars
    )
    reveal = words.prose(one.reveal, name)
    return Temperament(id_, name, one.weight, one.appetite, one.resolve, one.face, one.pockets, particulars, reveal)


def _neighbour(id_: str, one: NeighbourShape, words: Authored) -> Neighbour:
    return Neighbour(
        id_,
        words.prose(one.hearing),
        words.variants(one.variants),
        one.asks_clause,
        effects(one.gives),
        effects(one.refused),
        one.stance,
    )


def _council(one: CouncilShape, words: Authored) -> SecurityCouncil | None:
    if one.stock == "none":
        return None
    if one.members is not None:
        members = tuple(
            CouncilMember(id_, words.prose(entry.name), entry.permanent, entry.stance, entry.tied, entry.veto_rung)
            for id_, entry in one.members.items()
        )
    else:
        members = council_members(one.stock or "divided", tuple(words.prose(name) for name in one.names or ()))
    return SecurityCouncil(members, tuple(_ask(ask, one, words) for ask in ASKS.values()))


def _ask(ask: CouncilAsk, one: CouncilShape, words: Authored) -> CouncilAsk:
    told = one.asks.get(ask.id)
    if told is None:
        return ask
    return CouncilAsk(ask.id, ask.rung, words.prose(told.adopted, ask.adopted), words.prose(told.failed, ask.failed))


def _endings(shape: ScenarioShape, words: Authored) -> tuple[Ending, ...]:
    """The endings by rank; those of equal rank in the author's order."""
    endings = [
        Ending(
            id_,
            one.rank,
            words.condition(one.when),
            words.prose(one.title),
            words.prose(one.text),
            words.variants(one.variants),
            one.final,
        )
        for id_, one in shape.endings.items()
    ]
    return tuple(sorted(endings, key=lambda ending: ending.rank))
