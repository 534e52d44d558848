"""What a scenario has unless its author says otherwise: gauges, clauses, lessons, the Security Council's stock.

Numbers are those of the rules of the game; the words are short and in two languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from crisis_game.scenario.model import Clause, CouncilAsk, CouncilMember, Gauge, GaugeWord, Truth
from crisis_game.texts import Prose

Stock: TypeAlias = Literal["open", "divided", "blocked"]
SEATS_PERMANENT = 5


def _both(english: str, german: str) -> Prose:
    return Prose((("en", english), ("de", german)))


def _words(*pairs: tuple[int, str, str]) -> tuple[GaugeWord, ...]:
    return tuple(GaugeWord(value, _both(english, german)) for value, english, german in pairs)


GAUGES: Mapping[str, Gauge] = {
    "escalation": Gauge(
        "escalation",
        _both("Escalation", "Eskalation"),
        _both(
            "How hot the crisis is. From 60 the adversary may strike.",
            "Wie heiß die Krise ist. Ab 60 droht ein Schlag.",
        ),
        30,
        _words(
            (0, "calm", "ruhig"),
            (20, "tension", "Spannung"),
            (40, "crisis", "Krise"),
            (60, "confrontation", "Konfrontation"),
            (80, "brink", "am Abgrund"),
        ),
        rising_is="bad",
    ),
    "harm": Gauge(
        "harm",
        _both("Harm", "Leid"),
        _both("People hurt. It never falls.", "Verletzte und Tote. Es sinkt nie."),
        10,
        _words((0, "few", "wenige"), (20, "many", "viele"), (50, "grave", "schwer"), (75, "disaster", "Katastrophe")),
        rising_is="bad",
    ),
    "deterrence": Gauge(
        "deterrence",
        _both("Deterrence", "Abschreckung"),
        _both(
            "What the adversary believes would meet its next step.",
            "Womit die Gegenseite beim nächsten Schritt rechnet.",
        ),
        35,
        _words((0, "none", "keine"), (25, "weak", "schwach"), (50, "credible", "glaubhaft"), (75, "strong", "stark")),
        seen="estimate",
        rising_is="good",
    ),
    "cohesion": Gauge(
        "cohesion",
        _both("Cohesion", "Zusammenhalt"),
        _both("Whether the members hold together.", "Ob die Mitglieder zusammenhalten."),
        55,
        _words(
            (0, "broken", "zerbrochen"),
            (21, "strained", "gespannt"),
            (45, "holding", "tragfähig"),
            (70, "firm", "fest"),
        ),
        rising_is="good",
    ),
    "grip": Gauge(
        "grip",
        _both("Grip", "Zugriff"),
        _both("How firmly the adversary holds what it wants.", "Wie fest die Gegenseite hält, was sie will."),
        20,
        _words(
            (0, "slight", "gering"),
            (25, "contested", "umstritten"),
            (50, "firm", "fest"),
            (75, "complete", "vollendet"),
        ),
        rising_is="bad",
    ),
    "standing": Gauge(
        "standing",
        _both("Standing", "Ansehen"),
        _both("What the world thinks of the members' case.", "Was die Welt von der Sache der Mitglieder hält."),
        50,
        _words(
            (0, "shunned", "gemieden"),
            (25, "doubted", "bezweifelt"),
            (50, "heard", "gehört"),
            (75, "respected", "geachtet"),
        ),
        rising_is="good",
    ),
}
"""The six standard gauges. Deterrence at the start is drawn by the seed between the bounds in `numbers`."""


def _clause(id_: str, name: Prose, gives: Prose, costs: Prose, low: int = 0, high: int = 0, start: int = 0) -> Clause:
    return Clause(id_, name, gives, costs, low, high, start)


CLAUSES: Mapping[str, Clause] = {
    one.id: one
    for one in (
        _clause(
            "end-date",
            _both("End date", "Enddatum"),
            _both("Legitimacy; votes of cautious states.", "Legitimität; Stimmen vorsichtiger Staaten."),
            _both("Less deterrence; lapses unless renewed.", "Weniger Abschreckung; erlischt ohne Erneuerung."),
            1,
            5,
            2,
        ),
        _clause(
            "limits",
            _both("Limits of area and force", "Grenzen von Gebiet und Gewalt"),
            _both("Less heat from forces; firmer ground in law.", "Weniger Hitze durch Kräfte; festerer Rechtsgrund."),
            _both(
                "A strike cannot be answered without a new vote.", "Auf einen Schlag folgt erst eine neue Abstimmung."
            ),
        ),
        _clause(
            "exemptions",
            _both("Exemptions for food and medicine", "Ausnahmen für Nahrung und Arznei"),
            _both("No harm by want; standing.", "Kein Leid durch Mangel; Ansehen."),
            _both("Economic measures bite less.", "Wirtschaftliche Maßnahmen greifen weniger."),
        ),
        _clause(
            "off-ramp",
            _both("Way back", "Ausweg"),
            _both("A way back for the other side; less heat.", "Ein Ausweg für die Gegenseite; weniger Hitze."),
            _both("What is conceded can be pocketed.", "Was man zugesteht, kann eingesteckt werden."),
            5,
            25,
            12,
        ),
        _clause(
            "reasons",
            _both("Reasons published", "Gründe veröffentlicht"),
            _both("Standing; firmer ground in law.", "Ansehen; festerer Rechtsgrund."),
            _both(
                "The source of the intelligence is opened and lost.",
                "Die Quelle der Erkenntnis wird offen und geht verloren.",
            ),
        ),
        _clause(
            "hearing",
            _both("Hearing of a neighbour", "Anhörung eines Nachbarn"),
            _both("Standing; the neighbour's help.", "Ansehen; Hilfe des Nachbarn."),
            _both(
                "The text leaks; the neighbour asks for a clause.",
                "Der Text wird bekannt; der Nachbar stellt eine Bedingung.",
            ),
        ),
        _clause(
            "inquiry",
            _both("Inquiry into own conduct", "Untersuchung des eigenen Handelns"),
            _both("Standing.", "Ansehen."),
            _both("A later finding may fall on a member.", "Ein späterer Befund kann ein Mitglied treffen."),
        ),
        _clause(
            "review",
            _both("Review next round", "Überprüfung in der nächsten Runde"),
            _both("Votes.", "Stimmen."),
            _both("Takes a place on the next agenda.", "Belegt einen Platz auf der nächsten Tagesordnung."),
        ),
    )
}
"""The eight standard clauses."""

TRUTHS: Mapping[str, Truth] = {
    "plain": Truth(
        "plain",
        _both("As it seems", "Wie es scheint"),
        1,
        _both("Nothing was hidden.", "Nichts war verborgen."),
    )
}
"""What truly happened, where an author lets the seed draw nothing."""

_STANCES: Mapping[Stock, tuple[int, ...]] = {
    "open": (2, 2, 1, 1, 0, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0),
    "divided": (2, 1, 0, -1, -2, 2, 2, 1, 1, 1, 0, 0, 0, 0, -1),
    "blocked": (2, 1, 0, -2, -3, 1, 1, 1, 0, 0, 0, 0, -1, -1, -2),
}
COUNCIL_NAMES: tuple[str, ...] = (
    "Aurel",
    "Brenna",
    "Casmir",
    "Dorne",
    "Essar",
    "Fjord",
    "Galt",
    "Hale",
    "Ister",
    "Jura",
    "Kesh",
    "Lorn",
    "Mira",
    "Nord",
    "Osk",
)
"""Made-up states of the stock councils, the five permanent ones first."""


def council_members(stock: Stock, names: tuple[Prose, ...] = ()) -> tuple[CouncilMember, ...]:
    """The fifteen of a stock: five permanent (the last tied to the adversary unless the stock is open), ten others."""
    shown = names or tuple(Prose((("en", name),)) for name in COUNCIL_NAMES)
    members = []
    for place, (stance, name) in enumerate(zip(_STANCES[stock], shown, strict=True)):
        permanent = place < SEATS_PERMANENT
        id_ = f"p{place + 1}" if permanent else f"e{place + 1 - SEATS_PERMANENT}"
        tied = stock != "open" and place == SEATS_PERMANENT - 1
        members.append(CouncilMember(id_, name, permanent, stance, tied))
    return tuple(members)


ASKS: Mapping[str, CouncilAsk] = {
    one.id: one
    for one in (
        CouncilAsk(
            "statement",
            1,
            _both(
                "The Council's president reads a statement of concern.",
                "Der Präsident des Rates verliest eine Erklärung der Besorgnis.",
            ),
            _both("The Council agrees on no statement.", "Der Rat einigt sich auf keine Erklärung."),
        ),
        CouncilAsk(
            "demand",
            1,
            _both("The Council demands that it stop.", "Der Rat verlangt ein Ende."),
            _both("The demand finds no majority in the Council.", "Die Forderung findet im Rat keine Mehrheit."),
        ),
        CouncilAsk(
            "sanctions",
            4,
            _both("The Council imposes sanctions.", "Der Rat verhängt Sanktionen."),
            _both("The Council imposes nothing.", "Der Rat verhängt nichts."),
        ),
        CouncilAsk(
            "mandate",
            7,
            _both("The Council authorises the use of force.", "Der Rat ermächtigt zum Einsatz von Gewalt."),
            _both("The Council authorises nothing.", "Der Rat ermächtigt zu nichts."),
        ),
    )
}
"""What may be asked of the Council, with the rung of each and the words of its answer."""

POLICIES: tuple[str, ...] = ("statesman", "legalist", "dove", "hawk", "free-rider", "random")
"""The policies that can play a seat; what they do is in `players`."""

COLOURS: tuple[str, ...] = ("cyan", "yellow", "green", "magenta", "blue", "orange", "white", "red")
"""Colours of states that name none, in their order; the adversary takes red."""
