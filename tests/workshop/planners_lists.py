"""Lists in the forms of planners elsewhere, written for these tests: headings and layout are theirs, injects are not.

Headings follow what each publishes: HSEEP's and hospitals' sample lists, PrepareDex's article on the MSEL, the download
model of OpenAEV's importer, and the lists of schools, of fire brigades in German, of crisis cells in French and of
civil protection in Spanish.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from openpyxl import Workbook


@dataclass(frozen=True)
class PlannersList:
    """A list: its cells, the cells that are merged, and the options with which it goes in."""

    rows: tuple[tuple[Any, ...], ...]
    options: tuple[str, ...]
    merged: tuple[str, ...] = ()
    injects: int = 0

    def workbook(self) -> bytes:
        book = Workbook()
        page = book.active
        assert page is not None
        page.title = "MSEL"
        for row in self.rows:
            page.append(row)
        for cells in self.merged:
            page.merge_cells(cells)
        data = io.BytesIO()
        book.save(data)
        return data.getvalue()


HOSPITAL = PlannersList(
    rows=(
        ("Master Scenario Events List (MSEL)",),
        ("Harbour Hospital drill", None, "slated from 9:00 to 9:40"),
        (),
        (
            "Event #",
            "Event\nTime",
            "Event Description",
            "Method of Delivery",
            "Recipient Player(s)",
            "Expected Outcome\nof Player Action",
        ),
        (None, time(8, 45), "Player briefing", "Face-to Face", "All players", None),
        (
            "01",
            time(9, 0),
            "EMS reports a fire in the fuel store. 25 patients are on the way.",
            "MARCS Radio",
            "ED",
            "Code Yellow; supervisor notified",
        ),
        (
            "02",
            time(9, 10),
            "10 patients arrive, several unknown identities",
            "Paper Patients",
            "ED & Lab",
            "Two triage areas",
        ),
        (None, time(9, 15), None, None, None, "Within 15 minutes complete form 201"),
        ("03", time(9, 25), "Air transport is unable to fly.", "MARCS Radio", "ED", "Virtual surge beds"),
    ),
    options=("--start", "09:00", "--end", "09:40", "--teams", "ED=MEL,Lab=ORD"),
    injects=4,
)

OPENAEV = PlannersList(
    rows=(
        (None, "Exercise Blue Harbour - chronology of injects"),
        (None, "Timeline", "Category", "From", "Teams", "Subject", "Content", "Expectations", "Score"),
        (None, "Phase 1: first signs"),
        (
            None,
            "D0",
            "e-mail",
            "Harbour office",
            "Blue team",
            "Radar is dark",
            "The radar of the port is dark.",
            "Asks the operator",
            50,
        ),
        (
            None,
            "M-5",
            "press",
            "Port Gazette",
            "All teams",
            "Rumours",
            "Boats are said to be missing.",
            "Drafts a line",
            50,
        ),
        (
            None,
            "T+0:04",
            "phone",
            "Coastguard",
            "Blue team, Observers",
            "A call",
            "A tug does not answer.",
            "Calls back",
            50,
        ),
        (None, "Phase 2: open crisis"),
        (None, "M+9", "phone", "Coastguard", "Blue team", "A call", "The tug is found.", "Tells the press", 50),
        (None, "M+11", "e-mail", "Exercise control", "Observers", "Note", "For observers alone.", None, None),
    ),
    options=("--columns", "Category=method", "--teams", "Blue team=MEL+ORD,Observers=-"),
    merged=("B1:I1", "B3:I3", "B7:I7"),
    injects=4,
)

FIRE_BRIGADE = PlannersList(
    rows=(
        ("Drehbuch Stabsrahmenübung „Stille Mole“",),
        ("Lfd. Nr.", "Uhrzeit", "Absender", "Empfänger", "Mittel", "Einlage", "Erwartete Maßnahmen", "Bemerkung"),
        (
            1,
            "19.00 Uhr",
            "Leitstelle",
            "Alle",
            "Funk",
            "Der Radarturm des Hafens ist ausgefallen.",
            "Lage feststellen",
            None,
        ),
        (
            "2a",
            "19.10 Uhr",
            "Hafenmeister",
            "Stab",
            "Telefon",
            "Ein Schlepper meldet sich nicht.",
            "Rückruf",
            "Anruf durch Regie",
        ),
    ),
    options=("--start", "19:00", "--teams", "Stab=MEL"),
    injects=2,
)

CRISIS_CELL = PlannersList(
    rows=(
        ("N°", "Horaire", "Émetteur", "Destinataire(s)", "Moyen", "Objet", "Stimulus", "Réaction attendue"),
        (1, "H+0", "Capitainerie", "Tous", "Courriel", "Radar", "Le radar du port est muet.", "Prendre contact"),
        (
            2,
            "H+0:10",
            "Presse locale",
            "Cellule de crise",
            "Réseaux sociaux",
            "Rumeur",
            "Des bateaux auraient disparu.",
            None,
        ),
    ),
    options=("--teams", "Cellule de crise=PEL"),
    injects=2,
)

CIVIL_PROTECTION = PlannersList(
    rows=(
        ("N.º", "Hora", "Remitente", "Destinatarios", "Medio", "Asunto", "Mensaje", "Acción esperada"),
        (
            1,
            "10:00",
            "Puerto",
            "Todos",
            "Correo electrónico",
            "Radar",
            "El radar del puerto no responde.",
            "Llamar al puerto",
        ),
        (2, "10:12", "Prensa", "Mellin, Orden", "Prensa", "Rumor", "Se habla de barcos perdidos.", "Preparar una nota"),
    ),
    options=("--start", "10:00"),
    injects=2,
)

SCHOOL = PlannersList(
    rows=(
        ("Master Scenario Event List (MSEL)",),
        ("No.", "Inject", "Expected Outcome", "Evaluator Comments", "T+min"),
        (
            1,
            "A member of staff hears a small explosion in the canteen and sees smoke. Nobody is hurt.",
            "Call 911",
            None,
            0,
        ),
        (2, "Parents gather at the gate.", "A spokesperson goes there", "Who went?", 12),
    ),
    options=(),
    injects=2,
)

PREPAREDEX = PlannersList(
    rows=(
        ("Exercise:", "Quiet Quay", None, "Contact:", "J. Doe"),
        ("Date of last revision", datetime(2026, 3, 1)),
        (
            "Seq No",
            "Date/Time Delivered",
            "Inject Type",
            "Delivery Method",
            "Originator (From)",
            "Recipient (To)",
            "Inject Description",
            "Expected Response",
            "Notes",
        ),
        (
            1,
            datetime(2026, 3, 2, 9, 0),
            "Event",
            "Handout",
            "Port authority",
            "Town council",
            "A ship drifts off the mole.",
            "Ask for tugs",
            None,
        ),
        (
            2,
            datetime(2026, 3, 2, 13, 0),
            "Media",
            "Social media",
            "A passenger",
            "All participants",
            "Films show smoke on deck.",
            "Prepare a line",
            "show film",
        ),
        (
            3,
            datetime(2026, 3, 3, 9, 0),
            "Information",
            "Verbal",
            "Harbour master",
            "Orden; PEL",
            "The ship is alongside.",
            None,
            None,
        ),
    ),
    options=("--start", "09:00", "--end", "9 am", "--teams", "Town council=MEL"),
    injects=3,
)
