"""Walk the folders of a library and name every file that may be a release, however strange the folders are.

Hidden files and folders are left out, symbolic links are followed once (a real folder before any link to it, so that a
loop ends and a file keeps its plain path), names may hold newlines or bytes of no encoding: paths are bytes here.
"""

import os
import stat
from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reader.parsing.formats import is_release_file

_Folder = tuple[int, int]


class Found(NamedTuple):
    """A file that may be a release; or a root or folder that cannot be listed, and then `reason` says why."""

    path: bytes
    size: int
    mtime_ns: int
    reason: str | None = None


def scan(roots: Iterable[Path]) -> Iterator[Found]:
    """Every release file under the roots, each once. A root that is a file counts whatever its name."""
    folders: deque[bytes] = deque()
    links: deque[bytes] = deque()
    seen: set[_Folder] = set()
    named: set[bytes] = set()
    for root in roots:
        path = os.fsencode(root)
        try:
            status = _status(path)
        except OSError as error:
            yield _unreadable(path, error)
            continue
        if stat.S_ISDIR(status.st_mode):
            folders.append(path)
        elif stat.S_ISREG(status.st_mode) and path not in named:
            named.add(path)
            yield Found(path, status.st_size, status.st_mtime_ns)
    while folders or links:
        folder = folders.popleft() if folders else links.popleft()
        try:
            yield from (found for found in _list(folder, folders, links, seen) if found.path not in named)
        except OSError as error:
            yield _unreadable(folder, error)


def _status(path: bytes) -> os.stat_result:
    return Path(os.fsdecode(path)).stat()


def _list(folder: bytes, folders: deque[bytes], links: deque[bytes], seen: set[_Folder]) -> Iterator[Found]:
    """The files of one folder, unless it was listed by another path; its folders go on the queues."""
    status = _status(folder)
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        return
    seen.add(identity)
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(b"."):
                continue
            if entry.is_dir():
                (links if entry.is_symlink() else folders).append(entry.path)
            elif _is_release_name(_suffix(entry.name)) and (found := _file_status(entry)):
                yield Found(entry.path, found.st_size, found.st_mtime_ns)


def _file_status(entry: os.DirEntry[bytes]) -> os.stat_result | None:
    """Nothing for pipes and devices, dead links and files that have just gone."""
    try:
        status = entry.stat()
    except OSError:
        return None
    return status if stat.S_ISREG(status.st_mode) else None


def _suffix(name: bytes) -> bytes:
    _, dot, ending = name.rpartition(b".")
    return dot + ending if dot else b""


@lru_cache(maxsize=1024)
def _is_release_name(suffix: bytes) -> bool:
    return is_release_file(Path("name" + os.fsdecode(suffix)))


def _unreadable(path: bytes, error: OSError) -> Found:
    return Found(path, 0, 0, f"{error.strerror or error}")
