"""Tell when something changes in the folders of a library, so that it can be refreshed without being asked."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import watchfiles

from reader.errors import LibraryError
from reader.parsing.formats import is_release_file

_GATHER_MS = 1_600
"""Changes that come within this time of each other are told once: unpacking an archive is one change."""


def watch(roots: Sequence[Path], stop: threading.Event, on_change: Callable[[], None]) -> None:
    """Call `on_change` after each change of a release file or folder, until `stop` is set. For a thread of its own.

    Raises `LibraryError` when the system cannot watch so many folders; the library is then refreshed by hand.
    """
    present = [root.resolve() for root in roots if root.exists()]
    if not present:
        return
    try:
        for _ in watchfiles.watch(
            *present,
            watch_filter=lambda change, path: _concerns(Path(path), present),
            stop_event=stop,
            debounce=_GATHER_MS,
            raise_interrupt=False,
        ):
            on_change()
    except (OSError, RuntimeError) as error:
        raise LibraryError(f"Changes of the folders cannot be watched ({error}); refresh by hand.") from error


def _concerns(path: Path, roots: Sequence[Path]) -> bool:
    """Whether a change at this path may change the library. What is gone may have been a folder."""
    if path in roots:
        return True
    inside = next((path.relative_to(root) for root in roots if path.is_relative_to(root)), path)
    hidden = any(part.startswith(".") for part in inside.parts)
    return not hidden and (is_release_file(path) or not path.is_file())
