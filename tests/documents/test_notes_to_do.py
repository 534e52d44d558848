"""Notes to do are found in comments, wherever these stand, and nowhere else."""

from __future__ import annotations

from crisis_game.documents import Source, read_yaml
from crisis_game.documents.notes_to_do import notes_to_do


def test_notes_in_comments_are_told_with_their_line() -> None:
    text = """\
# TODO: a better name
title: One # TODO ask Mira
text: 'Say # TODO nothing'
more: |
  # TODO belongs to the text
list: [a, b]  ## TODO
# TODOS are none, and no TODO is this
"""
    notes = notes_to_do(read_yaml(Source("x.yaml", text.encode())))

    assert [(note.line, note.words) for note in notes] == [(1, "a better name"), (2, "ask Mira"), (6, "")]
