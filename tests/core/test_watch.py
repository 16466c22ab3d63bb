"""A change of the archive is told, and nothing else is."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest

from reader.library import watch as watching
from reader.library.watch import watch

WAIT = 20


@contextmanager
def watched(*roots: Path) -> Iterator["Queue[None]"]:
    """The changes that are told; the first is awaited here, so that the watch is known to have begun."""
    changes: Queue[None] = Queue()
    stop = threading.Event()
    thread = threading.Thread(target=watch, args=(roots, stop, lambda: changes.put(None)))
    thread.start()
    try:
        begin = next(root for root in roots if root.is_dir()) / "begin.txt"
        for attempt in range(200):
            begin.write_text(str(attempt))
            if not changes.empty() or _told(changes, 0.1):
                break
        while _told(changes, 0.3):
            pass
        yield changes
    finally:
        stop.set()
        thread.join(WAIT)
        assert not thread.is_alive()


def _told(changes: "Queue[None]", seconds: float) -> bool:
    try:
        changes.get(timeout=seconds)
    except Empty:
        return False
    return True


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_GATHER_MS", 50)
    monkeypatch.setattr(watching, "_LULL_MS", 100)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "new.txt").write_text("words"),
        lambda root: (root / "old.txt").write_text("other words"),
        lambda root: (root / "old.txt").unlink(),
        lambda root: (root / "old.txt").rename(root / "moved.txt"),
        lambda root: (root / "folder/inner.txt").write_text("words"),
        lambda root: (root.parent / "outside").rename(root / "inside"),
    ],
    ids=["new", "changed", "removed", "renamed", "inner", "folder"],
)
def test_a_change_of_the_archive_is_told(tmp_path: Path, change: Callable[[Path], object]) -> None:
    root = tmp_path / "root"
    (root / "folder").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/one.txt").write_text("words")
    (root / "old.txt").write_text("words")
    with watched(root) as changes:
        change(root)
        assert _told(changes, WAIT)


def test_what_changes_in_a_folder_that_came_later_is_told(tmp_path: Path) -> None:
    with watched(tmp_path) as changes:
        (tmp_path / "deep/deeper").mkdir(parents=True)
        assert _told(changes, WAIT)
        while _told(changes, 1):
            pass
        (tmp_path / "deep/deeper/inner.txt").write_text("words")
        assert _told(changes, WAIT)


@pytest.mark.skipif(sys.platform != "linux", reason="names are text there")
def test_a_name_that_is_no_text_and_a_circle_of_links_are_in_nobodys_way(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff")).mkdir()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/round").symlink_to(tmp_path)
    with watched(tmp_path) as changes:
        (tmp_path / "folder/inner.txt").write_text("words")
        assert _told(changes, WAIT)


def test_hidden_and_other_files_are_not_told(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    with watched(tmp_path) as changes:
        (tmp_path / ".draft.txt").write_text("words")
        (tmp_path / ".git/index.txt").write_text("words")
        (tmp_path / "picture.png").write_bytes(b"picture")
        assert not _told(changes, 0.5)
        (tmp_path / "new.txt").write_text("words")
        assert _told(changes, WAIT)


def test_without_a_folder_to_watch_it_ends(tmp_path: Path) -> None:
    watch([tmp_path / "nowhere"], threading.Event(), lambda: None)
    assert not (tmp_path / "nowhere").exists()
