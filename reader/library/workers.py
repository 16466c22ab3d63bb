"""Parse many files in several processes.

The processes are started by us and talked to over pipes, rather than by `multiprocessing`: nothing is forked from a
program with threads, the caller's main module is not imported again, a worker that a file kills costs that file alone,
and when the program is killed the pipes close and the workers end. The job and its reading are pickled between two
processes of the same program; nothing from the disk is ever unpickled.
"""

import os
import pickle
import queue
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from types import TracebackType
from typing import Self

from reader.library.entries import Job, Reading
from reader.library.intake import read

_CHUNK_FILES = 32
_CHUNK_BYTES = 500_000
_COMMAND = "from reader.library.workers import serve; serve()"
_CHUNKS_AHEAD = 16
_BYTES_AHEAD = 8_000_000
"""So much is read while a batch is being written, and no more, to keep the memory small."""

_NICENESS = 5
_SECONDS_BETWEEN_LOOKS = 0.1


class Workers:
    """As many processes as there are cores; a context, at whose end they are gone."""

    def __init__(self, count: int | None = None) -> None:
        self._count = count or _cores()
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._all: list[_Worker] = []
        self._threads = ThreadPoolExecutor(self._count, thread_name_prefix="intake")

    def __enter__(self) -> Self:
        for _ in range(self._count):
            worker = _Worker()
            self._all.append(worker)
            self._idle.put(worker)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._all:
            worker.end()
        self._threads.shutdown(cancel_futures=True)

    def read(self, jobs: Iterable[Job], cancelled: Callable[[], bool] = lambda: False) -> Iterator[Reading]:
        """The reading of each job, in order, a bounded number of jobs ahead of the one that takes them.

        It ends early when cancelled: a single file may take minutes.
        """
        remaining = iter(jobs)
        pending: deque[tuple[int, Future[list[Reading]]]] = deque()
        ahead = 0
        while chunk := _chunk(remaining):
            size = sum(job.size for job in chunk)
            pending.append((size, self._threads.submit(self._read_chunk, chunk)))
            ahead += size
            while len(pending) > self._count and (len(pending) > _CHUNKS_AHEAD or ahead > _BYTES_AHEAD):
                size, future = pending.popleft()
                ahead -= size
                yield from _result(future, cancelled)
        for _, future in pending:
            yield from _result(future, cancelled)

    def _read_chunk(self, chunk: list[Job]) -> list[Reading]:
        worker = self._idle.get()
        try:
            return worker.read(chunk)
        finally:
            self._idle.put(worker)


class _Worker:
    """One process, started again whenever a file has killed it."""

    def __init__(self) -> None:
        self._ended = False
        self._process = _start()

    def read(self, chunk: list[Job]) -> list[Reading]:
        try:
            return self._exchange(chunk)
        except (OSError, EOFError, pickle.UnpicklingError):
            self._stop()
        if self._ended:
            return []
        self._process = _start()
        if not self._answers():
            return [read(job) for job in chunk]
        if len(chunk) > 1:
            return [reading for job in chunk for reading in self.read([job])]
        return [Reading(chunk[0].path, 0, 0, None, reason="the parser died on this file")]

    def end(self) -> None:
        self._ended = True
        self._stop()

    def _answers(self) -> bool:
        """Whether processes can be had at all; where they cannot, the files are read in this one."""
        try:
            return self._exchange([]) == []
        except (OSError, EOFError, pickle.UnpicklingError):
            return False

    def _exchange(self, chunk: list[Job]) -> list[Reading]:
        assert self._process.stdin and self._process.stdout
        pickle.dump(chunk, self._process.stdin, pickle.HIGHEST_PROTOCOL)
        self._process.stdin.flush()
        readings: list[Reading] = pickle.load(self._process.stdout)
        return readings

    def _stop(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                pipe and pipe.close()


def _cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _chunk(jobs: Iterator[Job]) -> list[Job]:
    """The next jobs, few enough that an answer is neither late nor large."""
    chunk: list[Job] = []
    size = 0
    for job in jobs:
        chunk.append(job)
        size += job.size
        if len(chunk) == _CHUNK_FILES or size > _CHUNK_BYTES:
            break
    return chunk


def _result(future: Future[list[Reading]], cancelled: Callable[[], bool]) -> list[Reading]:
    """What a chunk comes to; nothing once cancelled."""
    while not cancelled():
        if wait((future,), _SECONDS_BETWEEN_LOOKS).done:
            return future.result()
    return []


def _start() -> subprocess.Popen[bytes]:
    """A fresh process that finds the modules this one found, cut off from the terminal and its signals.

    `-P` keeps it from importing what lies in the folder it was started in, which may be the archive.
    """
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _COMMAND],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        start_new_session=True,
    )


def serve() -> None:
    """The worker's side: read chunks of jobs until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while True:
        try:
            chunk: list[Job] = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        pickle.dump([read(job) for job in chunk], answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()
