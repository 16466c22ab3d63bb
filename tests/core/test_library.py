"""The library keeps every release, shows it in order, and follows what becomes of the files."""

import os
import shutil
import sqlite3
import stat
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import fulltext, workers
from reader.library import refresh as refreshing
from reader.library.entries import Job
from reader.library.marks import Star
from reader.library.pace import Progress
from reader.library.store import Library, open_library
from reader.parsing.release import read_release
from tests.core.releases import day_of, text_of, write_releases


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    write_releases(folder, 5)
    return folder


@pytest.fixture
def library(archive: Path, tmp_path: Path) -> Iterator[Library]:
    library = open_library([archive], tmp_path / "cache")
    library.refresh()
    yield library
    library.close()


def names(library: Library) -> list[str]:
    return [Path(summary.path).name for summary in library.summaries(library.ids())]


class TestReading:
    def test_a_release_is_what_parsing_made_of_the_file(self, library: Library, archive: Path) -> None:
        for path in sorted(archive.iterdir()):
            release_id = library.id_at(path)
            assert release_id is not None
            assert library.release(release_id) == read_release(path)
            assert library.text(release_id) == read_release(path).text

    def test_the_newest_comes_first_and_those_without_a_day_last(self, library: Library, archive: Path) -> None:
        (archive / "undated.txt").write_text("A night school without a day\n\nIt opens when it opens.\n")
        library.refresh()
        assert names(library) == ["00004.txt", "00003.txt", "00002.txt", "00001.txt", "00000.txt", "undated.txt"]
        assert [summary.date for summary in library.summaries(library.ids())] == [
            *(day_of(number) for number in (4, 3, 2, 1, 0)),
            None,
        ]

    def test_summaries_come_in_the_order_asked_for_without_what_is_not_there(self, library: Library) -> None:
        ids = list(library.ids())
        wanted = [ids[3], 12345, ids[0], ids[3]]
        assert [summary.id for summary in library.summaries(wanted)] == [ids[3], ids[0], ids[3]]

    def test_a_summary_says_what_the_list_shows(self, library: Library) -> None:
        summary = library.summaries(library.ids())[0]
        assert summary.title == "Ferry 4 returns to the inner quay"
        assert summary.lead.startswith("NORTHMARCH, 28 May 2017 - Ferry 4 calls")
        assert (summary.quote_count, summary.contact_count) == (3, 1)

    def test_a_release_that_has_gone_is_a_key_error(self, library: Library, archive: Path) -> None:
        gone = library.id_at(archive / "00002.txt")
        assert gone is not None
        (archive / "00002.txt").unlink()
        library.refresh()
        with pytest.raises(KeyError):
            library.release(gone)
        with pytest.raises(KeyError):
            library.text(gone)
        assert library.summaries([gone]) == []

    def test_every_thread_reads_what_another_has_written(self, library: Library, archive: Path) -> None:
        counts = []
        reader = threading.Thread(target=lambda: counts.append(library.count()))
        write_releases(archive, 7, first=100)
        library.refresh()
        reader.start()
        reader.join()
        assert counts == [12]

    def test_an_empty_folder_is_a_library(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        library = open_library([tmp_path / "empty"], tmp_path / "cache")
        assert library.refresh().complete
        assert (len(library.ids()), library.count(), library.failures(), library.find_contacts()) == (0, 0, [], [])
        library.close()


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
            ("+44316123456", 6, 0),
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
    def test_a_file_that_is_no_text_is_told_with_its_reason(self, library: Library, archive: Path) -> None:
        (archive / "picture.txt").write_bytes(bytes(range(256)) * 40)
        assert library.refresh().failed == 1
        (failure,) = library.failures()
        assert failure.path == str(archive / "picture.txt")
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


class TestBrowsing:
    def test_every_quotation_of_speech_is_found_newest_first(self, library: Library) -> None:
        rows = library.quote_rows(library.find_quotes())
        assert len(rows) == 15
        assert [row.date for row in rows[::3]] == [day_of(number) for number in (4, 3, 2, 1, 0)]
        assert [row.person for row in rows[:3]] == ["Ines Calder", "Ines Calder", "Tomas Brandt"]
        assert rows[1].opening == '"We numbered all 4 stones."'

    def test_a_row_leads_to_its_quotation(self, library: Library) -> None:
        for row in library.quote_rows(library.find_quotes()):
            quote = library.release(row.release_id).quotes[row.number]
            assert quote.text.startswith(row.opening.rstrip("…"))

    @pytest.mark.parametrize(
        ("who", "about", "count"),
        [
            ("brandt", None, 5),
            ("Tomás BRANDT", None, 5),
            ("calder ines", None, 10),
            ("nobody", None, 0),
            (None, "shelter", 5),
            (None, "numbered stones 3", 1),
            ("Brandt", "stones", 0),
            ("Calder", "grandparents", 5),
            ("", "  ", 15),
            ('"', 'AND ( "', 0),
        ],
    )
    def test_quotations_by_speaker_and_by_words(
        self, library: Library, who: str | None, about: str | None, count: int
    ) -> None:
        assert len(library.find_quotes(who, about)) == count

    def test_quotations_in_the_order_of_their_speakers(self, library: Library) -> None:
        rows = library.quote_rows(library.find_quotes(order="speaker"))
        assert [row.person for row in rows] == ["Ines Calder"] * 10 + ["Tomas Brandt"] * 5

    def test_quotations_leave_with_their_release(self, library: Library, archive: Path) -> None:
        for path in archive.iterdir():
            path.unlink()
        library.refresh()
        assert len(library.find_quotes()) == len(library.find_quotes(about="shelter")) == 0
        with library.reading() as db:
            assert db.execute("SELECT count(*) FROM speakers").fetchone() == (0,)

    def test_a_contact_is_listed_once_with_its_releases(self, library: Library) -> None:
        (row,) = library.find_contacts()
        assert row.contact.name == "Olu Marsh"
        assert row.contact.emails == ("olu.marsh@harbour.example",)
        assert list(row.release_ids) == list(library.ids())
        assert (row.first_seen, row.last_seen) == (day_of(0), day_of(4))


class TestConnections:
    def test_those_who_read_in_turn_share_one(self, library: Library) -> None:
        with library.reading() as first:
            pass
        with ThreadPoolExecutor(1) as thread:
            assert thread.submit(lambda: self.connection(library)).result() is first

    def test_those_who_read_at_once_have_one_each(self, library: Library) -> None:
        with library.reading() as first, ThreadPoolExecutor(1) as thread:
            assert thread.submit(lambda: self.connection(library)).result() is not first

    def test_none_leads_to_a_file_that_has_been_replaced(self, library: Library) -> None:
        with library.reading() as before:
            pass
        library.path.unlink()
        assert self.connection(library) is not before
        assert library.message
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            before.execute("SELECT 1")

    @staticmethod
    def connection(library: Library) -> sqlite3.Connection:
        with library.reading() as db:
            return db


class TestPlace:
    def test_the_index_is_for_the_user_alone(self, library: Library) -> None:
        assert stat.S_IMODE(library.path.parent.stat().st_mode) == 0o700
        for path in library.path.parent.iterdir():
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path

    def test_each_set_of_roots_has_its_own_index_whatever_their_order(self, tmp_path: Path) -> None:
        one, other = tmp_path / "one", tmp_path / "other"
        write_releases(one, 1)
        write_releases(other, 2)
        paths = []
        for roots in ([one], [other], [one, other], [other, one, one]):
            library = open_library(roots, tmp_path / "cache")
            paths.append(library.path)
            library.close()
        assert len(set(paths)) == 3
        assert paths[2] == paths[3]

    def test_a_second_opening_has_the_releases_at_once(self, library: Library, archive: Path) -> None:
        again = open_library([archive], library.path.parent)
        assert list(again.ids()) == list(library.ids())
        assert again.message is None
        again.close()

    def test_a_root_that_leads_in_a_circle_is_a_failure(self, tmp_path: Path) -> None:
        (tmp_path / "circle").symlink_to(tmp_path / "circle")
        library = open_library([tmp_path / "circle"], tmp_path / "cache")
        library.refresh()
        assert [failure.path for failure in library.failures()] == [str(tmp_path / "circle")]
        library.close()

    def test_the_archive_is_never_written_to(self, library: Library, archive: Path) -> None:
        assert sorted(path.name for path in archive.iterdir()) == [f"{number:05}.txt" for number in range(5)]


class TestStars:
    def test_a_star_finds_its_release_after_it_moved_changed_or_the_index_was_lost(
        self, library: Library, archive: Path, tmp_path: Path
    ) -> None:
        stars = [library.star_of(id_) for id_ in library.ids()[:2]]
        (archive / "00004.txt").rename(archive / "moved.txt")
        (archive / "00003.txt").write_text(text_of(3) + "\nAnd more.\n")
        fresh = open_library([archive], tmp_path / "fresh")
        fresh.refresh()
        wanted = [fresh.id_at(archive / "moved.txt"), fresh.id_at(archive / "00003.txt")]
        assert list(fresh.starred_ids(stars)) == wanted
        fresh.close()

    def test_a_star_on_a_copy_does_not_shine_on_the_original(self, library: Library, archive: Path) -> None:
        shutil.copy(archive / "00001.txt", archive / "copy.txt")
        library.refresh()
        copy = library.id_at(archive / "copy.txt")
        assert copy is not None
        assert list(library.starred_ids([library.star_of(copy)])) == [copy]

    def test_a_star_of_another_library_is_no_release(self, library: Library) -> None:
        star = library.star_of(library.ids()[0])
        assert list(library.starred_ids([replace(star, path="/elsewhere", digest=b"?")])) == []
        assert list(library.starred_ids([Star("/elsewhere", star.digest)])) == [library.ids()[0]]
