"""The library keeps every release and shows it in order, with its quotations, contacts and stars."""

import shutil
import sqlite3
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.library.marks import Star
from reader.library.store import Library, open_library
from reader.parsing.release import read_release
from tests.core.conftest import names
from tests.core.releases import day_of, text_of, write_releases


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
        assert list(library.starred_ids([star._replace(path="/elsewhere", digest=b"?")])) == []
        assert list(library.starred_ids([Star("/elsewhere", star.digest)])) == [library.ids()[0]]
