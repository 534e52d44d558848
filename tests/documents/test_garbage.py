"""The garbage collector and a reading: it rests meanwhile, and afterwards does not look through what was read."""

from __future__ import annotations

import gc

from crisis_game.documents import Source, read_yaml


def test_what_was_read_counts_as_old_at_once() -> None:
    document = read_yaml(Source("many.yaml", b"".join(b"key-%d: [one, two]\n" % number for number in range(1000))))
    assert gc.isenabled()
    assert any(tracked is document.value for tracked in gc.get_objects(generation=2))


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        read_yaml(Source("one.yaml", b"key: [one]\n"))
        assert not gc.isenabled()
    finally:
        gc.enable()
