"""How pages that are handed out lie on A4: one a page, role cards and forms two a page, ballots eight to cut."""

from __future__ import annotations

SHEETS = """
@page { size: A4; margin: 12mm; }
section#observer td:nth-last-child(2) { width: 29%; }
section#observer td:last-child, section#instructor td:last-child { white-space: pre; }
section[id^="ballot-"] p, section[id^="orders-"] p, section[id^="position-"] p, section#consent p {
  white-space: pre-wrap;
}
section#observer td:first-child:nth-last-child(6) { white-space: nowrap; }
section[id^="tally"] td, section[id^="orders-"] td { height: 1.6rem; }
section#observer td { height: 3.2rem; }
@media screen {
  section[id^="card-"], section[id^="ballot-"], section[id^="orders-"], section[id^="position-"], section#consent {
    border: 1px dashed #888; padding: 0 1rem 0.5rem; margin: 1rem 0;
  }
}
@media print {
  section { break-before: page; }
  h1:not(:has(+ section#briefing)) { display: none; }
  h1 + section { break-before: auto; }
  h2 { margin-top: 0; }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.35; }
  h3 { margin: 0.9rem 0 0.3rem; }
  h4 { margin: 0.6rem 0 0.2rem; }
  p { margin: 0.4rem 0; }
  table { width: calc(100% - 1px); break-inside: auto; margin: 0.5rem 0; font-size: 9.5pt; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  section#plan table { break-inside: avoid; }
  section#voting-rule, section#treaty { font-size: 9.5pt; }
  section[id^="card-"], section[id^="orders-"], section[id^="position-"], section#consent {
    break-inside: avoid; box-sizing: border-box; height: 136mm; overflow: hidden;
    padding: 4mm 2mm; border-bottom: 1px dashed #888;
  }
  section[id^="card-"] + section[id^="card-"], section[id^="orders-"] + section[id^="orders-"],
  section[id^="position-"] + section[id^="position-"] { break-before: auto; }
  section[id^="card-"] { font-size: 11.5pt; }
  section[id^="position-"] { height: 68mm; }
  section[id^="ballot-"] {
    display: inline-block; vertical-align: top; box-sizing: border-box; overflow: hidden;
    width: calc(50% - 1.5mm); height: 68mm; padding: 5mm 4mm; border: 1px dashed #888;
  }
  section[id^="ballot-"] p { margin: 0.8rem 0; }
  section#tally { break-after: page; }
}
"""
"""CSS beside that of `html`; sections go by the ids of their pages.

Every section begins a page, but for a card or form after another of its kind: what one member alone may read never
shares paper with something of another kind. Ballots are boxes in a line, after a page that ends with the tally.
"""
