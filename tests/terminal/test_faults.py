"""Whatever happens to the program, its files or its folders, the screen works at the next start and says what it did.

What the library bears by itself is tried in tests/core/test_index_faults.py; here a person sits at the screen.
"""

import itertools
import os
import random
import re
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.library.marks import Marks
from reader.library.store import open_library
from tests.core.releases import write_releases
from tests.terminal.pane import Pane
from tests.terminal.servers import Tmux, wait_for

OpenPane = Callable[..., Pane]

NEWEST = 5000
TITLE = re.compile(r"Ferry \d+")


@pytest.fixture
def archive(folder: Path) -> Path:
    """Sixty releases, a day apart."""
    write_releases(folder / "archive", 60, first=NEWEST)
    return folder / "archive"


@pytest.fixture
def open_pane(open_tmux: Callable[..., Tmux]) -> OpenPane:
    """A function that gives a pane of its own, with changes to the environment."""

    def open_(**changes: str) -> Pane:
        tmux = open_tmux(**changes)
        return Pane(tmux, tmux.socket.parent, columns=100, rows=100)

    return open_


def starred(pane: Pane) -> set[str]:
    """The titles of the releases that the list shows with a star."""
    lines = pane.text().splitlines()
    return {TITLE.findall(below)[0] for line, below in itertools.pairwise(lines) if "★" in line[:12]}


def test_killed_while_it_reads_and_stars(archive: Path, open_pane: OpenPane) -> None:
    chance = random.Random(20170524)
    pane = open_pane()
    kept: set[str] = set()
    perhaps: set[str] = set()
    pane.start_reader(str(archive))
    pane.shows("60 releases")  # until then any of them may stand in the second row
    for turn in range(5):
        pane.shows(f"Ferry {NEWEST + 59}")
        row = 2 * turn
        pane.press(*"j" * row, "m")
        kept.add(f"Ferry {NEWEST + 59 - row}")
        wait_for("the star", lambda: kept <= starred(pane))
        pane.press("j", "m")
        perhaps.add(f"Ferry {NEWEST + 58 - row}")
        time.sleep(chance.uniform(0, 0.4))  # any moment will do: while it stars, reads, or has just done so
        os.kill(pane.pid, signal.SIGKILL)
        pane.shows("LEFT WITH 137")
        wait_for("the end of its workers", lambda: pane.processes == 1)
        write_releases(archive, 100, first=NEWEST - 100 * (turn + 1))
        pane.start_reader(str(archive))
    pane.shows("560 releases")
    pane.answer("M", "you starred")
    assert kept <= starred(pane) <= kept | perhaps
    assert pane.leave() == 0


def test_two_at_once_on_one_library(archive: Path, open_pane: OpenPane) -> None:
    write_releases(archive, 200)
    one, other = open_pane(), open_pane()
    for pane in (one, other):
        pane.start_reader(str(archive))
    for pane in (one, other):
        pane.shows("260 releases")
    one.answer("m", "★")
    other.press("j")
    other.answer("m", "★")
    one.press("r")
    wait_for("the other's star", lambda: len(starred(one)) == 2)
    (archive / "00000.txt").unlink()
    for pane in (one, other):
        pane.press("r")
        pane.shows("259 releases")
    other.press("/")
    other.type("feryr 5058")
    other.shows("best match first")
    assert [pane.leave() for pane in (one, other)] == [0, 0]


@pytest.fixture
def index(archive: Path, home: Path) -> Path:
    """The index of the archive, complete, and a star on the newest release."""
    library = open_library([archive], home / "cache")
    library.refresh()
    marks = Marks(home / "data")
    marks.star(library.star_of(library.ids()[0]))
    marks.close()
    library.close()
    return library.path


@pytest.mark.parametrize("damage", ["text", "noise"])
def test_a_damaged_index_is_built_again(archive: Path, open_pane: OpenPane, index: Path, damage: str) -> None:
    index.write_bytes(b"no database" * 9000 if damage == "text" else index.read_bytes()[:100] + os.urandom(200_000))
    pane = open_pane()
    pane.start_reader(str(archive))
    pane.shows("again.")
    pane.shows("60 releases")
    wait_for("the star", lambda: starred(pane) == {f"Ferry {NEWEST + 59}"})
    assert pane.leave() == 0


def test_an_index_damaged_under_the_reader_is_built_again(archive: Path, open_pane: OpenPane, index: Path) -> None:
    pane = open_pane()
    pane.start_reader(str(archive))
    pane.shows("60 releases")
    with index.open("r+b") as file:
        file.write(os.urandom(index.stat().st_size))
    pane.press("r")
    pane.shows("again.")
    pane.shows("60 releases")
    wait_for("the star", lambda: starred(pane) == {f"Ferry {NEWEST + 59}"})
    assert pane.leave() == 0


def test_a_damaged_release_is_said_when_it_is_read_and_built_again(
    archive: Path, open_pane: OpenPane, index: Path
) -> None:
    with closing(sqlite3.connect(index)) as db, db:
        db.execute("UPDATE records SET rest = x'00' WHERE id = (SELECT max(id) FROM records)")
    pane = open_pane()
    pane.start_reader(str(archive))
    pane.shows("set aside")
    pane.press("r")
    pane.shows("60 releases")
    pane.shows("grandparents")
    wait_for("the star", lambda: starred(pane) == {f"Ferry {NEWEST + 59}"})
    assert pane.leave() == 0


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder in which nobody can write, root neither."""
    folder = tmp_path / "read-only"
    folder.mkdir()
    if os.getuid() == 0:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "none", str(folder)], capture_output=True)
        if mounted.returncode:
            pytest.skip("a read-only file system cannot be mounted here")
    else:
        folder.chmod(0o500)
    yield folder
    if os.getuid() == 0:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_read_only_cache_is_said_and_the_screen_works(archive: Path, open_pane: OpenPane, read_only: Path) -> None:
    pane = open_pane(RELEASE_READER_CACHE=str(read_only / "cache"))
    pane.start_reader(str(archive))
    pane.shows("temporary")
    pane.shows("60 releases")
    pane.press("/")
    pane.type("feryr 5058")
    pane.shows("best match first")
    assert pane.leave() == 0


def test_a_star_that_cannot_be_kept_is_not_shown(archive: Path, open_pane: OpenPane, read_only: Path) -> None:
    pane = open_pane(RELEASE_READER_DATA=str(read_only / "data"))
    pane.start_reader(str(archive))
    pane.shows("60 releases")
    pane.answer("m", "cannot be kept")
    assert starred(pane) == set()
    assert pane.leave() == 0


def test_a_full_disk_is_said_and_the_screen_lives(archive: Path, open_pane: OpenPane) -> None:
    write_releases(archive, 240)
    pane = open_pane()
    reader = shlex.join([sys.executable, "-m", "reader", str(archive)])
    pane.start(["bash", "-c", f"ulimit -f 700; exec {reader}"])
    pane.shows("full?")
    pane.answer("j", "returns to the inner quay")
    assert pane.leave() == 0
    pane.start_reader(str(archive))
    pane.shows("300 releases")
    assert pane.leave() == 0


def test_files_removed_while_they_are_read(archive: Path, open_pane: OpenPane) -> None:
    write_releases(archive, 400)
    pane = open_pane()
    pane.start_reader(str(archive))
    pane.shows("reading")
    for path in archive.glob("0*[02468].txt"):
        path.unlink()
    pane.shows("releases")
    pane.press("r")
    pane.shows("230 releases")
    shutil.rmtree(archive)
    pane.press("j", "j")
    pane.shows("3/230")
    pane.press("r")
    pane.shows("could not be read", "unreadable")
    assert pane.leave() == 0


_ENDLESS = """
import threading
from pathlib import Path
import reader.parsing.release as parsing
from reader.library import refresh, workers

def read(data, path, **options):
    if path.endswith("endless.txt"):
        Path(path).with_name("begun").touch()
        threading.Event().wait()
    return release_from_bytes(data, path, **options)

release_from_bytes = parsing.release_from_bytes
parsing.release_from_bytes = read
"""
_IN_WORKERS = """
refresh.IN_PROCESS = refresh._GLIMPSED = 0
workers._COMMAND = endless + workers._COMMAND
"""
_MAIN = "\nfrom reader.cli import main\nmain()"


@pytest.mark.parametrize("where", ["", _IN_WORKERS], ids=["in the program", "in a worker"])
def test_who_leaves_does_not_wait_for_a_file_that_takes_long(archive: Path, open_pane: OpenPane, where: str) -> None:
    (archive / "endless.txt").write_text("Ferry without end\n")
    pane = open_pane()
    pane.start([sys.executable, "-c", f"endless = {_ENDLESS!r}\n{_ENDLESS}{where}{_MAIN}", str(archive)])
    wait_for("the file to be begun", (archive / "begun").exists)
    pane.shows("looking for releases", "reading")
    assert pane.leave() == 0


def test_it_ends_with_its_terminal_even_where_hanging_up_was_to_be_ignored(archive: Path, open_pane: OpenPane) -> None:
    pane = open_pane()
    pane.start(["sh", "-c", f"trap '' HUP; exec {sys.executable} -m reader {archive}"])
    pane.shows("60 releases")
    program = Path(f"/proc/{pane.pid}")
    pane.hang_up()
    wait_for("the program to end", lambda: not program.exists())


@pytest.fixture
def temporary(folder: Path) -> Path:
    """A folder for temporary files."""
    made = folder / "temporary"
    made.mkdir()
    return made


@pytest.fixture
def piped(archive: Path, open_pane: OpenPane, temporary: Path) -> Pane:
    """The program on a release that came through a pipe."""
    pane = open_pane(TMPDIR=str(temporary))
    pane.start(["sh", "-c", f"cat {archive}/05000.txt | {sys.executable} -m reader -"])
    pane.shows("1 release")
    return pane


def test_what_came_through_a_pipe_is_private_and_gone_with_the_terminal(piped: Pane, temporary: Path) -> None:
    (file,) = temporary.glob("*/*.txt")
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    piped.hang_up()
    wait_for("the folder to be removed", lambda: not any(temporary.iterdir()))


def test_what_came_through_a_pipe_is_gone_when_the_reader_leaves(piped: Pane, temporary: Path) -> None:
    assert piped.leave() == 0
    assert not any(temporary.iterdir())


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_temporary_index_is_gone_when_the_program_is_ended(
    archive: Path, open_pane: OpenPane, read_only: Path, temporary: Path, number: signal.Signals
) -> None:
    pane = open_pane(RELEASE_READER_CACHE=str(read_only / "cache"), TMPDIR=str(temporary))
    pane.start_reader(str(archive))
    pane.shows("60 releases")
    assert any(temporary.glob("*/*.db"))
    os.kill(pane.pid, number)
    pane.shows(f"LEFT WITH {128 + number}")
    assert not any(temporary.iterdir())
