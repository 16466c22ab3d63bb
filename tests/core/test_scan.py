"""The walk survives every folder there can be, and names each release file once."""

import os
from pathlib import Path

import pytest

from reader.library.scan import scan


def names(*roots: Path) -> list[bytes]:
    return sorted(os.path.relpath(found.path, os.fsencode(roots[0])) for found in scan(roots))


def test_folders_are_walked_all_the_way_down_and_other_files_left_out(tmp_path: Path) -> None:
    (tmp_path / "a/b/c").mkdir(parents=True)
    for name in ("one.txt", "a/two.md", "a/b/c/three", "a/picture.png", "a/b/table.csv"):
        (tmp_path / name).write_text("words")
    assert names(tmp_path) == [b"a/b/c/three", b"a/two.md", b"one.txt"]


def test_hidden_files_and_folders_are_left_out_but_a_hidden_root_is_not(tmp_path: Path) -> None:
    root = tmp_path / ".archive"
    (root / ".git").mkdir(parents=True)
    for name in (".draft.txt", ".git/config", "shown.txt"):
        (root / name).write_text("words")
    assert names(root) == [b"shown.txt"]


def test_a_root_may_be_a_file_of_any_name(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("words")
    assert [found.path for found in scan([page])] == [os.fsencode(page)]


def test_links_are_followed_once_and_loops_end(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (real / "one.txt").write_text("words")
    (real / "loop").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(real)
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nothing")
    assert names(tmp_path) == [b"real/one.txt"]


def test_a_folder_outside_is_reached_through_a_link(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    outside.mkdir()
    root.mkdir()
    (outside / "one.txt").write_text("words")
    (root / "link").symlink_to(outside)
    assert names(root) == [b"link/one.txt"]


def test_roots_that_overlap_yield_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/one.txt").write_text("words")
    assert names(tmp_path, tmp_path / "inner") == [b"inner/one.txt"]
    file = tmp_path / "inner/one.txt"
    assert names(tmp_path, file) == names(tmp_path, file, file, tmp_path / "inner") == [b"inner/one.txt"]


@pytest.mark.parametrize(
    "name", [b"two\nlines.txt", b"tab\t.txt", b"\xff\xfe.txt", b"\x1b[2J.txt", b"quote'\".txt", b" .txt"]
)
def test_any_name_the_system_allows(tmp_path: Path, name: bytes) -> None:
    path = os.fsencode(tmp_path) + b"/" + name
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY)
    os.close(descriptor)
    assert [found.path for found in scan([tmp_path])] == [path]


def test_pipes_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == []


def test_a_root_that_is_not_there_is_told_with_its_reason(tmp_path: Path) -> None:
    (found,) = scan([tmp_path / "nowhere"])
    assert found.path == os.fsencode(tmp_path / "nowhere")
    assert found.reason == "No such file or directory"


def test_size_and_time_are_those_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("words")
    os.utime(file, ns=(1, 1_234_567_890_123_456_789))
    (found,) = scan([tmp_path])
    assert (found.size, found.mtime_ns, found.reason) == (5, 1_234_567_890_123_456_789, None)
