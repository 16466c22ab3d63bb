"""Whatever befalls the index or the program, the next start works, says what it repaired, and has every release."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import database, schema
from reader.library.marks import Marks
from reader.library.pace import Progress
from reader.library.store import Library, open_library
from reader.parsing.release import read_release
from reader.search.engine import Searcher
from tests.core.releases import write_releases

COUNT = 120

REFRESH = """
import signal, sys
from pathlib import Path
from reader.errors import LibraryError
from reader.library import refresh
from reader.library.pace import Progress
from reader.library.store import open_library
refresh.IN_PROCESS = 30
library = open_library([Path(sys.argv[1])], Path(sys.argv[2]))
print("open", flush=True)
try:
    print(library.refresh(lambda progress: print(progress.done, flush=True)).complete)
except LibraryError as error:
    print(error)
print(library.count(), library.message)
library.close()
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    write_releases(folder, COUNT)
    return folder


@pytest.fixture
def small_library(tmp_path: Path) -> Iterator[Library]:
    write_releases(tmp_path / "small", 5)
    library = open_library([tmp_path / "small"], tmp_path / "cache")
    library.refresh()
    yield library
    library.close()


def refreshing(archive: Path, cache: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", REFRESH, str(archive), str(cache)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def assert_sound(library: Library) -> None:
    """Every table tells of the same releases, and SQLite finds nothing wrong."""
    with library.reading() as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        releases = db.execute("SELECT count(*) FROM releases").fetchone()
        for other in (
            "SELECT value FROM state WHERE name = 'releases'",
            "SELECT count(*) FROM records",
            "SELECT count(*) FROM files WHERE release_id IS NOT NULL",
            "SELECT count(*) FROM releases JOIN records USING (id) JOIN files ON release_id = id",
            "SELECT count(*) FROM fulltext WHERE fulltext MATCH 'quay'",
        ):
            assert db.execute(other).fetchone() == releases
        quotes = db.execute("SELECT coalesce(sum(quote_count), 0) FROM releases").fetchone()
        assert db.execute("SELECT count(*) FROM quotes JOIN releases ON release_id = releases.id").fetchone() == quotes


def assert_complete(library: Library, archive: Path) -> None:
    library.refresh()
    assert_sound(library)
    paths = sorted(summary.path for summary in library.summaries(library.ids()))
    assert paths == sorted(str(path) for path in archive.iterdir())
    assert library.failures() == []


def read_everything(library: Library) -> None:
    """As the screens do: lists, texts, quotations, contacts and a search."""
    ids = library.ids()
    library.summaries(ids)
    assert [library.release(release_id).text for release_id in ids] == [library.text(release_id) for release_id in ids]
    library.quote_rows(library.find_quotes())
    library.find_contacts()
    searcher = Searcher(library)
    searcher.hits(searcher.search("quay"), 0, 10)


NURSERY = """
import os, signal, sys, threading
from pathlib import Path
from reader.library import refresh
from reader.library.store import open_library
refresh.IN_PROCESS = 30
for seconds in sys.stdin:
    child = os.fork()
    if child == 0:
        threading.Timer(float(seconds), os.kill, (os.getpid(), signal.SIGKILL)).start()
        open_library([Path(sys.argv[1])], Path(sys.argv[2])).refresh()
        os._exit(0)
    os.waitpid(child, 0)
    print("dead", flush=True)
"""


def test_an_index_killed_at_any_moment_goes_on_where_it_was(archive: Path, tmp_path: Path) -> None:
    chance = random.Random(20170524)
    cache = tmp_path / "cache"
    counts = [0]
    command = [sys.executable, "-c", NURSERY, str(archive), str(cache)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as nursery:
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        for step in range(20):
            print(chance.uniform(0, 0.2), file=nursery.stdin, flush=True)
            assert nursery.stdout.readline() == "dead\n"
            library = open_library([archive], cache)
            assert library.message is None
            assert_sound(library)
            counts.append(library.count())
            library.close()
            write_releases(archive, 8, first=COUNT + 8 * step)
        nursery.stdin.close()
    assert counts == sorted(counts)
    library = open_library([archive], cache)
    assert_complete(library, archive)
    library.close()


def test_two_instances_fill_one_index_together(archive: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    pair = [refreshing(archive, cache) for _ in range(2)]
    outputs = [process.communicate(timeout=60) for process in pair]
    assert [process.returncode for process in pair] == [0, 0]
    assert [output.splitlines()[-2:] for output, _ in outputs] == [["True", f"{COUNT} None"]] * 2
    assert [errors for _, errors in outputs] == ["", ""]
    library = open_library([archive], cache)
    assert_complete(library, archive)
    library.close()


def test_several_begin_an_index_at_once(tmp_path: Path) -> None:
    together = threading.Barrier(6)

    def begin(cache: Path) -> str | None:
        together.wait()
        library = open_library([tmp_path], cache)
        library.close()
        return library.message

    with ThreadPoolExecutor(6) as pool:
        for number in range(40):
            assert list(pool.map(begin, [tmp_path / str(number)] * 6)) == [None] * 6


def test_two_libraries_of_one_program_do_not_do_the_work_twice(archive: Path, tmp_path: Path) -> None:
    pair = [open_library([archive], tmp_path / "cache") for _ in range(2)]
    added: list[int] = []
    threads = [
        threading.Thread(target=lambda library=library: added.append(library.refresh().added)) for library in pair
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(added) == [0, COUNT]
    assert_complete(pair[0], archive)
    for library in pair:
        library.close()


def test_an_interrupted_refresh_ends_without_a_traceback_and_without_workers(archive: Path, tmp_path: Path) -> None:
    script = REFRESH.replace("except LibraryError as error", "except (KeyboardInterrupt, LibraryError) as error")
    script = script.replace(
        "print(library.count()", "signal.signal(signal.SIGINT, signal.SIG_IGN)\nprint(library.count()"
    )
    command = [sys.executable, "-c", script, str(archive), str(tmp_path / "cache")]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    while int(process.stdout.readline()) < 50:
        pass
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (0, "")


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"this is no database at all" * 1000),
        lambda path: path.write_bytes(path.read_bytes()[: schema.PAGE_BYTES]),
        lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 10_000),
        lambda path: path.write_bytes(path.read_bytes()[:100] + os.urandom(path.stat().st_size - 100)),
    ],
    ids=["text", "cut", "header", "noise"],
)
def test_a_damaged_index_is_set_aside_and_built_again(small_library: Library, tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    small_library.close()
    path = small_library.path
    damage(path)
    library = open_library(small_library.roots, tmp_path / "cache")
    try:
        library.refresh()
    except LibraryError:
        library.refresh()
    assert library.message is not None
    assert "again" in library.message
    assert path.with_name(path.name + ".broken").exists()
    assert_complete(library, tmp_path / "small")
    library.close()


def test_damage_that_shows_while_reading_is_said_and_repaired(small_library: Library, tmp_path: Path) -> None:
    small_library.close()
    path = small_library.path
    with closing(sqlite3.connect(path)) as db:
        root = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'records'").fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(root - 1) * schema.PAGE_BYTES : root * schema.PAGE_BYTES] = b"\xff" * schema.PAGE_BYTES
    path.write_bytes(content)
    library = open_library(small_library.roots, tmp_path / "cache")
    with pytest.raises(LibraryError, match="set aside"):
        library.release(library.ids()[0])
    assert library.count() == 0
    assert_complete(library, tmp_path / "small")
    assert library.message is not None
    library.close()


@pytest.mark.parametrize(
    "column",
    ["records.text", "records.rest", "contacts.packed", "releases.title", "quotes.opening", "vocabulary.term"],
)
def test_one_damaged_byte_is_said_and_repaired(small_library: Library, tmp_path: Path, column: str) -> None:
    small_library.close()
    table, name = column.split(".")
    with closing(database.connect(small_library.path, schema.LAYOUT)) as db:
        kind, sound = db.execute(f"SELECT typeof({name}), CAST({name} AS BLOB) FROM {table}").fetchone()
        middle = len(sound) // 2
        damaged = sound[:middle] + bytes([sound[middle] ^ 0xD5]) + sound[middle + 1 :]
        db.execute(f"UPDATE {table} SET {name} = CAST(? AS {kind}) WHERE {name} = CAST(? AS {kind})", (damaged, sound))
    library = open_library(small_library.roots, tmp_path / "cache")
    with pytest.raises(LibraryError, match="set aside"):
        read_everything(library)
    assert library.message is not None
    assert "again" in library.message
    assert_complete(library, tmp_path / "small")
    read_everything(library)
    library.close()


def test_an_index_removed_while_it_is_open_is_built_again(small_library: Library, tmp_path: Path) -> None:
    shutil.rmtree(small_library.path.parent)
    assert small_library.count() == 0
    assert small_library.message is not None
    assert_complete(small_library, tmp_path / "small")


@pytest.mark.parametrize(
    "change",
    ["PRAGMA user_version = 99", "PRAGMA application_id = 12345", "UPDATE state SET value = -1 WHERE name = 'format'"],
)
def test_an_index_of_another_version_is_built_again(small_library: Library, tmp_path: Path, change: str) -> None:
    small_library.close()
    with closing(database.connect(small_library.path, schema.LAYOUT)) as db:
        db.execute(change)
    library = open_library(small_library.roots, tmp_path / "cache")
    assert library.message is not None
    assert "another version" in library.message
    assert_complete(library, tmp_path / "small")
    library.close()


def test_an_index_of_the_first_layout_is_brought_up_to_date(small_library: Library, tmp_path: Path) -> None:
    small_library.close()
    with closing(database.connect(small_library.path, schema.LAYOUT)) as db:
        db.executescript("PRAGMA user_version = 1; DELETE FROM state WHERE name = 'releases'")
    library = open_library(small_library.roots, tmp_path / "cache")
    assert library.message is None
    assert library.count() == 5
    (tmp_path / "small" / "00000.txt").unlink()
    assert library.refresh().removed == 1
    assert library.count() == 4
    assert_sound(library)
    library.close()


def test_a_link_in_the_place_of_the_index_is_not_followed(small_library: Library, tmp_path: Path) -> None:
    small_library.close()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("somebody else's")
    small_library.path.unlink()
    small_library.path.symlink_to(elsewhere)
    library = open_library(small_library.roots, tmp_path / "cache")
    assert_complete(library, tmp_path / "small")
    assert elsewhere.read_text() == "somebody else's"
    library.close()


def lock_files(library: Library) -> list[Path]:
    return [library.path.with_name("opening.lock"), library.path.with_name(library.path.name + ".lock")]


def test_a_link_in_the_place_of_a_lock_is_not_followed(small_library: Library, tmp_path: Path) -> None:
    small_library.close()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("somebody else's")
    elsewhere.chmod(0o644)
    for lock in lock_files(small_library):
        lock.unlink()
        lock.symlink_to(elsewhere)
    library = open_library(small_library.roots, tmp_path / "cache")
    assert library.path == small_library.path
    assert_complete(library, tmp_path / "small")
    assert library.message is None
    assert elsewhere.read_text() == "somebody else's"
    assert elsewhere.stat().st_mode & 0o777 == 0o644
    library.close()


def test_a_lock_that_holds_something_is_made_again(small_library: Library, tmp_path: Path) -> None:
    small_library.close()
    for lock in lock_files(small_library):
        lock.write_text("no database")
    library = open_library(small_library.roots, tmp_path / "cache")
    assert library.path == small_library.path
    assert_complete(library, tmp_path / "small")
    assert library.message is None
    assert [lock.stat().st_size for lock in lock_files(small_library)] == [0, 0]
    library.close()


def test_without_a_cache_folder_the_index_is_temporary(small_library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    library = open_library(small_library.roots, tmp_path / "file" / "cache")
    assert library.message is not None
    assert "temporary folder" in library.message
    assert_complete(library, tmp_path / "small")
    folder = library.path.parent
    library.close()
    assert not folder.exists()


def test_without_room_anywhere_that_is_said_and_nothing_left_behind(archive: Path, tmp_path: Path) -> None:
    limited = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))\n" + REFRESH
    (tmp_path / "temporary").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", limited, str(archive), str(tmp_path / "cache")],
        capture_output=True,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary")},
    )
    assert "LibraryError: Neither" in done.stderr.splitlines()[-1]
    assert list((tmp_path / "temporary").iterdir()) == []


AS_NOBODY = "import os\nif os.getuid() == 0:\n    os.setgroups([])\n    os.setgid(65534)\n    os.setuid(65534)\n"


@pytest.mark.parametrize("has_index", [True, False])
def test_a_read_only_cache_is_said_and_the_reader_works(tmp_path: Path, has_index: bool) -> None:
    folder = Path(os.path.realpath(os.environ.get("TMPDIR", "/tmp"))) / f"reader-{os.getpid()}-{has_index}"
    archive, cache = folder / "archive", folder / "cache"
    as_nobody = REFRESH.replace("library = open", AS_NOBODY + "library = open")
    write_releases(archive, 3)
    cache.mkdir()
    try:
        if has_index:
            library = open_library([archive], cache)
            library.refresh()
            library.close()
        for path in (*cache.iterdir(), cache):
            path.chmod(0o444 if path.is_file() else 0o555)
        done = subprocess.run(
            [sys.executable, "-c", as_nobody, str(archive), str(cache)],
            capture_output=True,
            text=True,
            env={**os.environ, "TMPDIR": "/tmp"},
        )
    finally:
        cache.chmod(0o700)
        shutil.rmtree(folder)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1].startswith(f"3 {cache} cannot be used")


def test_a_full_disk_is_said_and_what_was_written_stays(archive: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    limited = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))\n" + REFRESH
    done = subprocess.run(
        [sys.executable, "-c", limited, str(archive), str(cache)], capture_output=True, text=True, check=True
    )
    assert "is the disk full?" in done.stdout
    assert done.stderr == ""
    library = open_library([archive], cache)
    assert library.message is None
    assert library.count() == int(done.stdout.splitlines()[-1].split()[0]) < COUNT
    assert_complete(library, archive)
    library.close()


def test_a_full_file_system_is_said_and_the_next_start_works(archive: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip("a small file system can only be mounted by root")
    try:
        library = open_library([archive], disk / "cache")
        with pytest.raises(LibraryError, match="is the disk full"):
            library.refresh()
        kept = library.count()
        library.close()
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        library = open_library([archive], disk / "cache")
        assert library.count() >= kept
        assert_complete(library, archive)
        library.close()
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_locked_index_is_said_and_can_still_be_read(
    small_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    write_releases(tmp_path / "small", 3, first=100)
    with closing(database.connect(small_library.path, schema.LAYOUT)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="held by another program"):
            small_library.refresh()
        assert small_library.count() == 5
        opened = open_library(small_library.roots, tmp_path / "cache")
        assert opened.count() == 5
        opened.close()
    assert_complete(small_library, tmp_path / "small")


def test_files_that_vanish_while_they_are_read_are_not_missed(archive: Path, tmp_path: Path) -> None:
    library = open_library([archive], tmp_path / "cache")

    def remove_half(progress: Progress) -> None:
        for path in archive.glob("*[02468].txt"):
            path.unlink()

    library.refresh(remove_half)
    assert library.failures() == []
    assert_complete(library, archive)
    library.close()


def test_a_file_that_grows_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    (path,) = write_releases(archive, 1)
    library = open_library([archive], tmp_path / "cache")
    done = threading.Event()

    def grow() -> None:
        with path.open("a", encoding="utf-8") as file:
            while not done.wait(0.001):
                file.write("\nAnother ferry calls at the quay.\n" * 50)
                file.flush()

    writer = threading.Thread(target=grow)
    writer.start()
    library.refresh()
    done.set()
    writer.join()
    library.refresh()
    assert library.release(library.ids()[0]) == read_release(path)
    library.close()


def test_marks_survive_the_loss_of_the_index(small_library: Library, tmp_path: Path) -> None:
    marks = Marks(tmp_path / "data")
    marks.star(small_library.star_of(small_library.ids()[2]))
    starred = small_library.release(small_library.ids()[2])
    small_library.close()
    small_library.path.write_bytes(b"damaged")
    library = open_library(small_library.roots, tmp_path / "cache")
    library.refresh()
    (release_id,) = library.starred_ids(marks.stars())
    assert library.release(release_id) == starred
    library.close()
