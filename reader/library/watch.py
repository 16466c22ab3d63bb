"""Tell when something changes in the folders of a library, so that it can be refreshed without being asked.

The folders are listed here and watched one by one. Left to watchfiles, every file under them is looked at while no
other thread may run: the screen stood still for 0.12 s with 100,000 files and for 1.7 s with a million.
"""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from itertools import takewhile
from pathlib import Path

import watchfiles

from reader.errors import LibraryError
from reader.parsing.formats import is_release_file

_GATHER_MS = 1_600
"""Changes that come within this time of each other are told once: unpacking an archive is one change."""
_LULL_MS = 5_000
"""After so long without a change a watch that was begun anew lets the library look, for what came in between."""


def watch(roots: Sequence[Path], stop: threading.Event, on_change: Callable[[], None]) -> None:
    """Call `on_change` after each change of a release file or folder, until `stop` is set. For a thread of its own.

    Raises `LibraryError` when the system cannot watch so many folders; the library is then refreshed by hand.
    """
    present = [root.resolve() for root in roots if root.exists()]
    is_anew = False
    try:
        while present and not stop.is_set():
            with suppress(FileNotFoundError):  # a folder went while they were listed
                _watch(present, stop, on_change, is_anew=is_anew)
            is_anew = True
    except (OSError, RuntimeError) as error:
        raise LibraryError(f"Changes of the folders cannot be watched ({error}); refresh by hand.") from error


def _watch(roots: Sequence[Path], stop: threading.Event, on_change: Callable[[], None], *, is_anew: bool) -> None:
    """The same until a folder comes, which is yet to be watched; begun anew, the first lull counts as a change."""
    found = watchfiles.watch(
        *takewhile(lambda _: not stop.is_set(), _folders(roots)),
        watch_filter=lambda change, path: _concerns(Path(path), roots),
        stop_event=stop,
        debounce=_GATHER_MS,
        rust_timeout=_LULL_MS,
        yield_on_timeout=True,
        recursive=False,
        ignore_permission_denied=True,
        raise_interrupt=False,
    )
    with closing(found):
        for changes in found:
            if changes or is_anew:
                on_change()
                is_anew = False
            if any(change is watchfiles.Change.added and os.path.isdir(path) for change, path in changes):  # noqa: PTH112
                return


def _folders(roots: Sequence[Path]) -> Iterator[str]:
    """The roots and the folders in them, each once, links followed; those whose names are no text cannot be watched."""
    seen: set[tuple[int, int]] = set()
    for root in roots:
        if root.is_file():
            yield str(root)
        for folder, names, _ in os.walk(root, followlinks=True):
            status = Path(folder).stat()
            identity = (status.st_dev, status.st_ino)
            names[:] = [name for name in names if not name.startswith(".") and identity not in seen]
            if identity not in seen and os.fsencode(folder).decode(errors="ignore") == folder:
                yield folder
            seen.add(identity)


def _concerns(path: Path, roots: Sequence[Path]) -> bool:
    """Whether a change at this path may change the library. What is gone may have been a folder."""
    if path in roots:
        return True
    inside = next((path.relative_to(root) for root in roots if path.is_relative_to(root)), path)
    hidden = any(part.startswith(".") for part in inside.parts)
    return not hidden and (is_release_file(path) or not path.is_file())
