"""A host with many pages open: from an act to the last page that shows it, processor time an act, memory. A script.

python tests/benchmarks/bench_host.py 200
"""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from crisis_game.engine import codec
from crisis_game.engine.acts.talk import Say
from crisis_game.exercise.lesson import Lesson
from crisis_game.web.hosting import Hosting, place

ACTS = 40
AT_ONCE = 30
"""Pages that are opened at a time: a host takes no more than 64 unfinished requests of one address."""

AIMS = "aims: last page 100 ms at the 99th percentile, 8 ms of processor time an act, 100 MB at 200 pages, 200 at 600"


class Pages:
    """Open pages, and how often each has been sent a new one."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.seen: list[int] = []
        self.changed = asyncio.Event()
        self.bytes = 0

    async def open(self, tokens: list[str]) -> None:
        """One page for each token."""
        self.seen = [0] * len(tokens)
        self._tasks = []
        for place_, token in enumerate(tokens):
            self._tasks.append(asyncio.create_task(self._read(place_, token)))
            while sum(not seen for seen in self.seen[: place_ + 1]) > AT_ONCE:
                await self._next()
        while not all(self.seen):
            await self._next()

    async def all_after(self, before: list[int], seconds: float) -> None:
        """Wait until each page was sent another."""
        async with asyncio.timeout(seconds):
            while any(now <= then for now, then in zip(self.seen, before, strict=True)):
                await self._next()

    async def _next(self) -> None:
        self.changed.clear()
        await self.changed.wait()

    async def _read(self, place_: int, token: str) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 22)
        head = f"GET /live?at=/play/inbox HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nAuthorization: Bearer {token}"
        writer.write(f"{head}\r\n\r\n".encode())
        async for line in reader:
            self.bytes += len(line)
            if line.startswith(b"event: page"):
                self.seen[place_] += 1
                self.changed.set()


def tell(values: dict[str, Any]) -> None:
    """One line for who started this process."""
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


def host(folder: str, pages: int) -> None:
    """The host's process: it says its port and tokens, and, at the end of its input, its time and memory."""
    lesson = Lesson.open(Path(folder), "hesk-strait", seed=7)
    tokens = [lesson.join(f"Person {number}") for number in range(pages)]
    lesson.begin()
    where = place(None, 0)
    hosting = Hosting(lesson, where)
    tell({"port": where.sock.getsockname()[1], "tokens": tokens})

    async def run() -> None:
        serving = asyncio.create_task(hosting.run())
        await asyncio.to_thread(sys.stdin.read)
        used = resource.getrusage(resource.RUSAGE_SELF)
        tell({"mb": used.ru_maxrss / 1024})
        hosting.stop()
        await serving

    asyncio.run(run())


async def drive(port: int, tokens: list[str], pid: int) -> tuple[list[float], float, int]:
    """Milliseconds to the last page, act by act; the host's processor time an act; bytes a page and act."""
    pages = Pages(port)
    await pages.open(tokens)
    await asyncio.sleep(1)
    times: list[float] = []
    before_cpu, before_bytes = _cpu(pid), pages.bytes
    for number in range(ACTS):
        before = list(pages.seen)
        begun = time.perf_counter()
        await asyncio.to_thread(_act, port, tokens[number % len(tokens)], number)
        await pages.all_after(before, 30)
        times.append((time.perf_counter() - begun) * 1000)
        await asyncio.sleep(0.1)
    return times, (_cpu(pid) - before_cpu) / ACTS, (pages.bytes - before_bytes) // (ACTS * len(tokens))


def _act(port: int, token: str, number: int) -> None:
    """Somebody says something to all."""
    command = codec.write(Say((), f"Word number {number}."))
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    connection.request("POST", "/do", json.dumps({"command": command}), headers)
    answer = connection.getresponse()
    said = answer.read()
    if answer.status != 200:
        raise SystemExit(f"refused: {said.decode()}")
    connection.close()


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print the figures beside their aims."""
    pages = int((*sys.argv[1:], "200")[0])
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, "--host", folder, str(pages)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stdin is not None
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        times, cpu, size = asyncio.run(drive(told["port"], told["tokens"], process.pid))
        process.stdin.close()
        used = json.loads(process.stdout.readline())
        process.wait(30)
    ordered = sorted(times)
    at_99 = ordered[min(len(ordered) - 1, round(len(ordered) * 0.99))]
    sys.stdout.write(
        f"{pages} pages, {len(times)} acts: to the last page {statistics.median(times):.0f} ms in the middle, "
        f"{at_99:.0f} ms at the 99th percentile; {cpu * 1000:.1f} ms of processor time an act; "
        f"{size} bytes a page and act; {used['mb']:.0f} MB\n{AIMS}\n"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--host"]:
        host(sys.argv[2], int(sys.argv[3]))
    else:
        main()
