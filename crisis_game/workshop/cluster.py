"""A rehearsal on a Dask cluster: an address of a scheduler, or workers on this machine.

The only place that imports `distributed` (the extra `cluster`), and it does so when a cluster is asked for. Workers
that are missing something, or are of another version, are refused in one sentence.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from signal import SIG_IGN, SIGINT, signal
from threading import current_thread, main_thread
from typing import Any

from crisis_game import __version__
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.workshop.rehearsal import Chunk, Plan, Play, Portable, play_chunk, portable
from crisis_game.workshop.rehearsal_counts import Tally

LOCAL = "local"
LOCAL_WORKERS = 2
MOST_WORKERS = 256
SECONDS_TO_ANSWER = 15
"""How long a scheduler may take to answer, and workers to be there."""

_EXTRA = "--cluster needs the package distributed: pip install 'crisis-game[cluster]'"


class ClusterError(Exception):
    """The cluster cannot be used; one sentence says why."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a worker must share with who sends it work: the version of crisis-game, and the scenario's content hash."""

    version: str
    content_hash: str


def on_cluster(where: str) -> Play:
    """Where a rehearsal plays its games: `local`, `local:N` (workers of this machine) or a scheduler's address.

    Raises:
        ClusterError: without the extra, or for a number of workers that is none. What is wrong with the cluster itself
            is raised when the games are played.
    """
    if find_spec("distributed") is None:
        raise ClusterError(_EXTRA)
    return _Cluster(where, _workers(where))


def _workers(where: str) -> int:
    """Workers to start on this machine; 0 for a cluster elsewhere."""
    name, _, number = where.partition(":")
    if name != LOCAL:
        return 0
    if not number and where == LOCAL:
        return LOCAL_WORKERS
    if not (number.isdecimal() and 1 <= int(number) <= MOST_WORKERS):
        raise ClusterError(f"--cluster {where}: the number of workers is a whole number from 1 to {MOST_WORKERS}")
    return int(number)


@dataclass(frozen=True, slots=True)
class _Cluster:
    where: str
    workers: int

    def __call__(self, files: ScenarioFiles, chunks: list[Chunk], plan: Plan) -> Generator[Tally, None, None]:
        """The games in chunks on the cluster, as they are done. Closed, it cancels what waits and lets go."""
        with self._workers_here() as cluster, self._client(cluster or self.where) as client:
            yield from self._played(client, files, chunks, plan)

    @contextmanager
    def _workers_here(self) -> Iterator[Any]:
        """The workers of this machine; None where they are elsewhere."""
        from distributed import LocalCluster

        if not self.workers:
            yield None
            return
        with interrupts_ignored():
            cluster = LocalCluster(
                n_workers=self.workers, threads_per_worker=1, processes=True, dashboard_address=None,
                host="127.0.0.1", silence_logs=50, memory_limit=None,
            )  # fmt: skip
        with closing(cluster):
            yield cluster

    @contextmanager
    def _client(self, scheduler: Any) -> Iterator[Any]:
        from distributed import Client

        try:
            client = Client(scheduler, timeout=SECONDS_TO_ANSWER, set_as_default=False)
        except (OSError, ValueError) as fault:
            raise ClusterError(f"no scheduler answers at {self.where}: {fault}") from None
        with closing(client):
            yield client

    def _played(
        self, client: Any, files: ScenarioFiles, chunks: list[Chunk], plan: Plan
    ) -> Generator[Tally, None, None]:
        from distributed import as_completed

        sent, wanted = portable(files), Identity(__version__, files.content_hash)
        self._meet(client, sent, wanted)
        left = iter(chunks)
        here = client.scatter(sent, hash=False)
        ahead = 2 * sum(client.nthreads().values())
        first = [_submit(client, here, wanted, chunk, plan) for chunk in islice(left, ahead)]
        running = as_completed(first, loop=client.loop)
        for done in running:
            try:
                part = done.result()
            except Exception as fault:  # whatever a worker raised, or Dask where one was lost
                raise ClusterError(f"the cluster at {self.where} lost a part of the games: {fault}") from fault
            if isinstance(part, Identity):
                raise ClusterError(refusal("a worker", part, wanted))
            for chunk in islice(left, 1):
                running.add(_submit(client, here, wanted, chunk, plan))
            yield part

    def _meet(self, client: Any, sent: Portable, wanted: Identity) -> None:
        """Ask all workers who they are, before any plays."""
        try:
            client.wait_for_workers(1, timeout=SECONDS_TO_ANSWER)
            identities: dict[str, Identity] = client.run(identity, sent)
        except TimeoutError:
            raise ClusterError(f"the cluster at {self.where} has no workers") from None
        except Exception as fault:  # whatever a strange worker makes of our question
            raise ClusterError(f"the workers at {self.where} cannot run crisis-game {__version__}: {fault}") from fault
        for worker, worker_identity in sorted(identities.items()):
            if worker_identity != wanted:
                raise ClusterError(refusal(f"the worker {worker}", worker_identity, wanted))


@contextmanager
def interrupts_ignored() -> Iterator[None]:
    """Processes started meanwhile ignore Ctrl-C: it is for the one that started them, which stops them."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal(SIGINT, SIG_IGN)
    try:
        yield
    finally:
        signal(SIGINT, before)


def identity(files: Portable) -> Identity:
    """Who a worker is, and how it reads the files that it is sent; runs on the worker."""
    return Identity(__version__, ScenarioFiles(*files).content_hash)


def play_there(files: Portable, wanted: Identity, chunk: Chunk, plan: Plan) -> Tally | Identity:
    """Some games; or who the worker is, if it is not the one that was wanted. Runs on the worker."""
    if identity(files) != wanted:
        return identity(files)
    if wanted.content_hash not in _READ:
        _READ[wanted.content_hash] = load_scenario(ScenarioFiles(*files))
    return play_chunk(_READ[wanted.content_hash], chunk, plan)


_READ: dict[str, Scenario] = {}
"""Scenarios that this worker has read, by content hash."""


def _submit(client: Any, here: Any, wanted: Identity, chunk: Chunk, plan: Plan) -> Any:
    return client.submit(play_there, here, wanted, chunk, plan, pure=False)


def refusal(who: str, theirs: Identity, wanted: Identity) -> str:
    """Why a worker is not let play, in one sentence."""
    if theirs.version != wanted.version:
        return f"{who} has crisis-game {theirs.version}, and here it is {wanted.version}: install the same on both"
    return f"{who} reads another scenario ({theirs.content_hash[:12]}) than is here ({wanted.content_hash[:12]})"
