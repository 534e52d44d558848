"""Some hundreds of hostile messages of all kinds, and the siege notices what it is there for."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.faults.hostile_messages import Siege, besiege


def test_hostile_messages_end_in_no_fault_and_leave_nothing() -> None:
    statuses, faults = asyncio.run(besiege(0, 400))
    assert not faults
    assert {200, 400, 401, 403, 413, 421} <= set(statuses)


def test_a_fault_of_ours_would_be_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def met() -> set[str]:
        siege = Siege(tmp_path)
        monkeypatch.setattr(siege.lesson, "submit", lambda *_: 1 / 0)
        faults = {(await siege.meet(number))[1] for number in range(200)}
        siege.lesson.close()
        siege.where.sock.close()
        return faults

    assert any("ZeroDivisionError" in fault for fault in asyncio.run(met()))
