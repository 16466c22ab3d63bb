"""A refresh takes up what became of the files, in workers that may fail, and says which could not be read."""

import os
import shutil
import signal
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import fulltext, workers
from reader.library import refresh as refreshing
from reader.library.entries import Job
from reader.library.pace import Progress
from reader.library.store import Library, open_library
from tests.core.conftest import names
from tests.core.releases import text_of, write_releases


class TestRefreshing:
    def test_nothing_changed_means_nothing_done(self, library: Library) -> None:
        generation = library.generation()
        result = library.refresh()
        assert (result.added, result.changed, result.moved, result.removed, result.failed) == (0, 0, 0, 0, 0)
        assert library.generation() == generation

    def test_new_changed_and_removed_files_are_told_apart(self, library: Library, archive: Path) -> None:
        write_releases(archive, 2, first=10)
        (archive / "00001.txt").write_text(text_of(1).replace("shelter", "harbour lights"))
        (archive / "00003.txt").unlink()
        result = library.refresh()
        assert (result.added, result.changed, result.moved, result.removed) == (2, 1, 0, 1)
        changed = library.id_at(archive / "00001.txt")
        assert changed is not None
        assert "harbour lights" in library.text(changed)

    def test_a_file_that_was_only_touched_is_not_parsed_again(self, library: Library, archive: Path) -> None:
        generation = library.generation()
        os.utime(archive / "00001.txt", ns=(1, 1))
        assert library.refresh().changed == 0
        assert library.generation() == generation

    def test_a_moved_file_keeps_its_identity(self, library: Library, archive: Path) -> None:
        before = library.id_at(archive / "00001.txt")
        (archive / "2017").mkdir()
        (archive / "00001.txt").rename(archive / "2017/00001.txt")
        result = library.refresh()
        assert (result.added, result.moved, result.removed) == (0, 1, 0)
        assert library.id_at(archive / "2017/00001.txt") == before
        assert library.id_at(archive / "00001.txt") is None

    def test_a_renamed_file_keeps_its_identity(self, library: Library, archive: Path) -> None:
        before = library.id_at(archive / "00001.txt")
        (archive / "00001.txt").rename(archive / "quay.txt")
        result = library.refresh()
        assert (result.added, result.moved, result.removed) == (0, 1, 0)
        assert library.id_at(archive / "quay.txt") == before

    def test_a_copy_is_a_release_of_its_own(self, library: Library, archive: Path) -> None:
        shutil.copy(archive / "00001.txt", archive / "copy.txt")
        assert library.refresh().added == 1
        assert library.id_at(archive / "copy.txt") != library.id_at(archive / "00001.txt")

    def test_a_changed_day_moves_the_release_in_the_order(self, library: Library, archive: Path) -> None:
        (archive / "00000.txt").write_text(text_of(200))
        library.refresh()
        assert names(library)[0] == "00000.txt"
        assert library.count() == 5

    def test_two_names_exchanged_are_two_changes(self, library: Library, archive: Path) -> None:
        one, other = archive / "00000.txt", archive / "00004.txt"
        first, second = one.read_text(), other.read_text()
        one.write_text(second + " ")
        other.write_text(first + "  ")
        library.refresh()
        assert names(library)[0] == "00000.txt"
        assert names(library)[-1] == "00004.txt"

    def test_readers_see_a_first_batch_while_the_rest_is_read(self, archive: Path, tmp_path: Path) -> None:
        write_releases(archive, 150)
        library = open_library([archive], tmp_path / "other")
        seen: list[tuple[int, Progress]] = []
        library.refresh(lambda progress: seen.append((library.count(), progress)))
        counts = [count for count, _ in seen]
        assert counts == sorted(counts)
        assert 0 < counts[0] < 150
        assert counts[-1] == library.count() == 150
        assert seen[-1][1].done == seen[-1][1].total
        library.close()

    def test_a_cancelled_refresh_keeps_what_it_has_and_the_next_one_goes_on(
        self, archive: Path, tmp_path: Path
    ) -> None:
        write_releases(archive, 150)
        library = open_library([archive], tmp_path / "other")
        reports: list[Progress] = []
        result = library.refresh(reports.append, lambda: bool(reports))
        kept = library.count()
        assert not result.complete
        assert 0 < kept < 150
        again = library.refresh()
        assert again.complete
        assert again.added == 150 - kept
        library.close()

    def test_closing_ends_a_refresh_in_another_thread(self, archive: Path, tmp_path: Path) -> None:
        write_releases(archive, 150)
        library = open_library([archive], tmp_path / "other")
        began = threading.Event()
        results = []
        thread = threading.Thread(target=lambda: results.append(library.refresh(lambda progress: began.set())))
        thread.start()
        assert began.wait(20)
        library.close()
        thread.join(20)
        assert not results[0].complete

    def test_closing_ends_even_a_long_statement(
        self, library: Library, archive: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        began = threading.Event()

        def count_for_ever(db: sqlite3.Connection) -> None:
            began.set()
            db.execute(
                "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number) SELECT max(n) FROM number"
            )

        monkeypatch.setattr(refreshing, "_BULK", 0)
        monkeypatch.setattr(fulltext, "end_bulk", count_for_ever)
        write_releases(archive, 1, first=50)
        results = []
        thread = threading.Thread(target=lambda: results.append(library.refresh()))
        thread.start()
        assert began.wait(20)
        library.close()
        thread.join(20)
        assert not results[0].complete

    def test_a_closed_library_says_so(self, library: Library) -> None:
        library.close()
        with pytest.raises(LibraryError, match="closed"):
            library.ids()

    def test_many_files_are_read_as_few_are(
        self, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write_releases(archive, 60)
        here = open_library([archive], tmp_path / "here")
        there = open_library([archive], tmp_path / "there")
        monkeypatch.setattr(refreshing, "IN_PROCESS", 1000)
        here.refresh()
        monkeypatch.setattr(refreshing, "IN_PROCESS", 0)
        there.refresh()
        assert [here.release(id_) for id_ in here.ids()] == [there.release(id_) for id_ in there.ids()]
        here.close()
        there.close()

    def test_a_bulk_build_ends_with_every_word_in_the_vocabulary(
        self, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(refreshing, "_BULK", 10)
        monkeypatch.setattr(refreshing, "_EARLY_VOCABULARIES", (20,))
        write_releases(archive, 60)
        library = open_library([archive], tmp_path / "other")
        library.refresh()
        with library.reading() as db:
            found = db.execute("SELECT releases FROM vocabulary WHERE term = 'quay'").fetchall()
        assert found == [(60,)]
        assert library.vocabulary_generation() == 2
        library.close()

    def test_a_parser_that_has_changed_reads_everything_again_in_place(
        self, library: Library, archive: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = list(library.ids())
        monkeypatch.setattr(refreshing, "parser_fingerprint", lambda: "another parser")
        assert library.refresh().changed == 5
        assert list(library.ids()) == before
        assert library.refresh().changed == 0

    @pytest.mark.parametrize("in_process", [1000, 0])
    def test_another_region_reads_the_numbers_again(
        self, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_process: int
    ) -> None:
        monkeypatch.setattr(refreshing, "IN_PROCESS", in_process)
        monkeypatch.setattr(refreshing, "_GLIMPSED", 0)
        (archive / "lamp.txt").write_text("The lamp is back.\n\nPress contact: Tomas Brandt, 0316 123456\n")
        dialled = []
        for region in (None, "AT", "AT", "AU"):
            with closing(open_library([archive], tmp_path / "regions", region=region)) as library:
                result = library.refresh()
                (row,) = (row for row in library.find_contacts() if row.contact.name == "Tomas Brandt")
                dialled.append((row.contact.phones[0].e164, result.added, result.changed))
        assert dialled == [
            (None, 6, 0),
            ("+43316123456", 0, 6),
            ("+43316123456", 0, 0),
            ("+61316123456", 0, 6),
        ]


class TestWorkers:
    def test_a_file_that_kills_the_parser_costs_that_file_alone(
        self, archive: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        deadly = (
            "import os, reader.library.workers as workers\n"
            "read = workers.read\n"
            "workers.read = lambda job: os._exit(1) if b'00003' in job.path else read(job)\n"
        )
        monkeypatch.setattr(workers, "_COMMAND", deadly + "workers.serve()")
        jobs = [Job(os.fsencode(path)) for path in sorted(archive.iterdir())]
        with workers.Workers(2) as pool:
            readings = list(pool.read(jobs))
        assert [reading.path for reading in readings] == [job.path for job in jobs]
        assert [Path(os.fsdecode(r.path)).name for r in readings if r.reason] == ["00003.txt"]

    def test_a_file_that_takes_long_is_left_when_cancelled(
        self, archive: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        slow = "import signal, reader.library.workers as workers\nworkers.read = lambda job: signal.pause()\n"
        monkeypatch.setattr(workers, "_COMMAND", slow + "workers.serve()")
        looks = iter([False, False])
        with workers.Workers(1) as pool:
            process = pool._all[0]._process
            assert list(pool.read([Job(os.fsencode(archive / "00001.txt"))], lambda: next(looks, True))) == []
        assert process.returncode == -signal.SIGKILL

    def test_nothing_is_imported_from_the_folder_one_is_in(
        self, archive: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (archive / "pickle.py").write_text("raise SystemExit")
        monkeypatch.chdir(archive)
        with workers.Workers(1) as pool:
            (reading,) = pool.read([Job(os.fsencode(archive / "00001.txt"))])
            assert reading.entry is not None
            assert pool._all[0]._answers()

    def test_workers_end_when_their_program_is_gone(self, archive: Path) -> None:
        with workers.Workers(1) as pool:
            process = pool._all[0]._process
            assert process.stdin is not None
            process.stdin.close()
            assert process.wait(20) == 0


class TestFailures:
    @pytest.mark.parametrize("name", ["picture.txt", "picture\x1b[31m.txt", "picture\udce9.txt"])
    def test_a_file_that_is_no_text_is_told_with_its_reason(self, library: Library, archive: Path, name: str) -> None:
        (archive / name).write_bytes(bytes(range(256)) * 40)
        assert library.refresh().failed == 1
        (failure,) = library.failures()
        assert failure.path == str(archive / name)
        assert failure.reason
        assert str(archive) not in failure.reason

    def test_a_failure_goes_when_the_file_is_mended_or_removed(self, library: Library, archive: Path) -> None:
        for name in ("one.txt", "other.txt"):
            (archive / name).write_bytes(bytes(range(256)) * 40)
        library.refresh()
        (archive / "one.txt").write_text(text_of(50))
        (archive / "other.txt").unlink()
        library.refresh()
        assert library.failures() == []
        assert library.count() == 6

    def test_the_same_failure_twice_is_no_news(self, library: Library, archive: Path) -> None:
        (archive / "picture.txt").write_bytes(bytes(range(256)) * 40)
        library.refresh()
        generation = library.generation()
        os.utime(archive / "picture.txt", ns=(1, 1))
        assert library.refresh().failed == 0
        assert library.generation() == generation

    def test_names_of_any_bytes_can_be_stored_and_read_back(self, archive: Path, tmp_path: Path) -> None:
        for name in (b"two\nlines.txt", b"\xff\xfe.txt"):
            shutil.copy(os.fsencode(archive / "00001.txt"), os.fsencode(archive) + b"/" + name)
        library = open_library([archive], tmp_path / "other")
        library.refresh()
        paths = {os.fsencode(summary.path) for summary in library.summaries(library.ids())}
        assert os.fsencode(archive) + b"/two\nlines.txt" in paths
        assert os.fsencode(archive) + b"/\xff\xfe.txt" in paths
        library.close()

    def test_a_root_that_cannot_be_reached_keeps_its_releases(self, library: Library, archive: Path) -> None:
        away = archive.with_name("away")
        archive.rename(away)
        library.refresh()
        assert library.count() == 5
        assert [failure.path for failure in library.failures()] == [str(archive)]
        away.rename(archive)
        library.refresh()
        assert (library.count(), library.failures()) == (5, [])
