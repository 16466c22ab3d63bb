"""A mark that was acknowledged is there the next time, whatever happened in between."""

import os
import signal
import stat
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import marks as marking
from reader.library.marks import Marks, SavedSearch, Star

QUAY = Star("/archive/quay.txt", b"quay")
LAMP = Star("/archive/lamp\n\udcff.txt", b"lamp")


def reopened(marks: Marks) -> Marks:
    marks.close()
    return Marks(marks.path.parent)


def test_stars_stay_until_they_are_removed(tmp_path: Path) -> None:
    marks = Marks(tmp_path)
    for star in (QUAY, LAMP, QUAY):
        marks.star(star)
    marks = reopened(marks)
    assert sorted(marks.stars(), key=lambda star: star.digest) == [LAMP, QUAY]
    marks.unstar(LAMP)
    assert reopened(marks).stars() == [QUAY]


def test_a_star_is_removed_after_its_release_has_moved(tmp_path: Path) -> None:
    marks = Marks(tmp_path)
    marks.star(QUAY)
    marks.unstar(Star("/elsewhere.txt", QUAY.digest))
    assert marks.stars() == []


def test_removing_the_star_of_one_copy_leaves_that_of_another(tmp_path: Path) -> None:
    marks = Marks(tmp_path)
    copy = Star("/archive/copy.txt", QUAY.digest)
    marks.star(QUAY)
    marks.star(copy)
    marks.unstar(copy)
    assert marks.stars() == [QUAY]


def test_recent_queries_come_latest_first_each_once(tmp_path: Path) -> None:
    marks = Marks(tmp_path)
    for query in ("quay", "ferry", "quay", "lamp\nshade", ""):
        marks.add_query(query)
    assert reopened(marks).recent_queries() == ["", "lamp\nshade", "quay", "ferry"]


def test_only_so_many_queries_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "QUERIES_KEPT", 3)
    marks = Marks(tmp_path)
    for number in range(10):
        marks.add_query(str(number))
    assert marks.recent_queries() == ["9", "8", "7"]


def test_saved_searches_have_names(tmp_path: Path) -> None:
    marks = Marks(tmp_path)
    for search in (SavedSearch("quay", "quay"), SavedSearch("Ferry", "ferry"), SavedSearch("quay", "quay OR pier")):
        marks.save_search(search)
    marks.delete_search("nothing")
    marks = reopened(marks)
    assert marks.saved_searches() == [SavedSearch("Ferry", "ferry"), SavedSearch("quay", "quay OR pier")]
    marks.delete_search("Ferry")
    assert reopened(marks).saved_searches() == [SavedSearch("quay", "quay OR pier")]


def test_the_last_library_is_remembered(tmp_path: Path) -> None:
    marks = Marks(tmp_path)
    assert marks.last_library() == ()
    marks.set_last_library([Path("/b"), Path("/a")])
    marks.set_last_library([Path("/c"), Path(os.fsdecode(b"/\xff"))])
    assert reopened(marks).last_library() == (Path("/c"), Path(os.fsdecode(b"/\xff")))


def test_the_marks_are_for_the_user_alone(tmp_path: Path) -> None:
    marks = Marks(tmp_path / "data")
    marks.star(QUAY)
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").iterdir()} == {0o600}


def test_a_file_of_wider_rights_is_closed_to_others(tmp_path: Path) -> None:
    Marks(tmp_path).close()
    (tmp_path / "marks.db").chmod(0o644)
    Marks(tmp_path)
    assert stat.S_IMODE((tmp_path / "marks.db").stat().st_mode) == 0o600


def test_two_instances_and_their_threads_mark_at_once(tmp_path: Path) -> None:
    pair = [Marks(tmp_path), Marks(tmp_path)]

    def mark(number: int) -> None:
        for step in range(10):
            pair[number % 2].star(Star(f"/{number}/{step}", b"digest"))

    threads = [threading.Thread(target=mark, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(pair[0].stars()) == len(pair[1].stars()) == 60


def open_at_once(folder: Path, number: int, count: int = 6) -> list[str | None]:
    """What as many instances say that open the same marks in the same moment, and whether each can keep one."""
    together = threading.Barrier(count)

    def open_and_mark(instance: int) -> str | None:
        together.wait()
        marks = Marks(folder)
        marks.star(Star(f"/{number}/{instance}", b"digest"))
        said = marks.message
        marks.close()
        return said

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(open_and_mark, range(count)))


def test_several_begin_the_marks_at_once(tmp_path: Path) -> None:
    for number in range(40):
        folder = tmp_path / str(number)
        assert open_at_once(folder, number) == [None] * 6
        assert len(Marks(folder).stars()) == 6


def test_several_find_the_marks_damaged_at_once(tmp_path: Path) -> None:
    for number in range(20):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "marks.db").write_bytes(b"no database" * 900)
        assert sum(bool(said) for said in open_at_once(folder, number)) == 1
        assert len(Marks(folder).stars()) == 6


MARK_ON_AND_ON = """
import sys
from pathlib import Path
from reader.library.marks import Marks, Star
marks = Marks(Path(sys.argv[1]))
for number in range(1_000_000):
    marks.star(Star(f"/{sys.argv[2]}/{number}", b"digest"))
    print(number, flush=True)
"""


def test_no_mark_that_was_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    for round_number in range(10):
        marker = subprocess.Popen(
            [sys.executable, "-c", MARK_ON_AND_ON, str(tmp_path), str(round_number)], stdout=subprocess.PIPE, text=True
        )
        assert marker.stdout is not None
        for _ in range(1 + round_number * 3):
            marker.stdout.readline()
        marker.send_signal(signal.SIGKILL)
        acknowledged = 1 + round_number * 3 + len(marker.stdout.read().splitlines())
        marker.wait()
        marker.stdout.close()
        marks = Marks(tmp_path)
        kept = {star.path for star in marks.stars()}
        assert {f"/{round_number}/{number}" for number in range(acknowledged)} <= kept
        assert marks.message is None
        marks.close()


@pytest.mark.parametrize(
    "damage",
    [b"this is no database", b"\0" * 4096, b"SQLite format 3\0" + b"\xff" * 5000],
    ids=["text", "zeros", "header"],
)
def test_a_file_that_is_no_database_is_set_aside_and_kept(tmp_path: Path, damage: bytes) -> None:
    for time in (1, 2):
        (tmp_path / "marks.db").write_bytes(damage)
        marks = Marks(tmp_path)
        assert marks.stars() == []
        assert marks.message is not None
        marks.star(QUAY)
        marks.close()
        kept = [path for path in tmp_path.iterdir() if "broken" in path.name and path.read_bytes() == damage]
        assert len(kept) == time


def test_what_can_be_read_of_a_damaged_file_is_carried_over(tmp_path: Path) -> None:
    marks = Marks(tmp_path)
    for number in range(300):
        marks.star(Star(f"/archive/{number:05}.txt", b"digest"))
    marks.save_search(SavedSearch("quay", "quay OR pier"))
    marks.close()
    damaged = bytearray(marks.path.read_bytes())
    last_page = len(damaged) - 4096
    damaged[last_page : last_page + 4096] = b"\xff" * 4096
    marks.path.write_bytes(damaged)
    marks = Marks(tmp_path)
    assert marks.message is not None
    assert "could be read" in marks.message
    assert marks.saved_searches() == [SavedSearch("quay", "quay OR pier")]
    assert (tmp_path / "marks.db.broken").read_bytes() == damaged


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("somebody else's")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/marks.db").symlink_to(elsewhere)
    marks = Marks(tmp_path / "data")
    marks.star(QUAY)
    assert elsewhere.read_text() == "somebody else's"
    assert not marks.path.is_symlink()
    assert marks.message is not None


def test_marks_of_a_later_version_are_left_alone(tmp_path: Path) -> None:
    marks = Marks(tmp_path)
    with marks._writing() as db:
        db.execute("PRAGMA user_version = 99")
    marks.close()
    before = marks.path.read_bytes()
    with pytest.raises(LibraryError, match="later version"):
        Marks(tmp_path)
    assert marks.path.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError, match="cannot hold your stars"):
        Marks(tmp_path / "file" / "data")


STAR_WITHOUT_ROOM = """
import resource, sys
from pathlib import Path
from reader.errors import LibraryError
from reader.library.marks import Marks, Star
marks = Marks(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
try:
    for number in range(1000):
        marks.star(Star("/" + "x" * 500 + str(number), b"digest"))
        print(number, flush=True)
except LibraryError as error:
    print(error)
"""


def test_a_full_disk_is_told_and_what_was_acknowledged_is_kept(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STAR_WITHOUT_ROOM, str(tmp_path)], capture_output=True, text=True, check=True
    )
    *acknowledged, message = done.stdout.splitlines()
    assert "is the disk full?" in message
    assert len(Marks(tmp_path).stars()) == len(acknowledged) > 0
