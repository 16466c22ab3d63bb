"""The main screen: the library in its list, at every size, as it is read and changes."""

from pathlib import Path

import pytest
from textual.message import Message

from reader.tui.app import ReaderApp
from reader.tui.work import Indexed
from tests.tui.conftest import OpenApp, screen, settle, shown, type_


def test_a_library_that_was_never_read_does_not_claim_to_be_empty(archive: Path) -> None:
    app = ReaderApp([archive])
    assert app.status() == "looking for releases"
    app.progress = None
    assert app.status() == "0 releases"


async def test_newest_first_and_the_first_one_is_read(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        lines = shown(pilot)
        assert lines.index("24 May 2017") < lines.index("2 Feb 2015") < lines.index("no date")
        assert "3 releases" in lines
        assert "The northern pier will have" in lines
        assert "● Ines Calder" in lines


async def test_an_empty_folder_says_what_to_do(tmp_path: Path, open_app: OpenApp) -> None:
    async with open_app(tmp_path) as pilot:
        assert f"No releases in {tmp_path.name}" in shown(pilot)
        assert "reader FOLDER" in shown(pilot)


async def test_reading_has_ended_before_the_screen_is_told(
    tmp_path: Path, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(tmp_path) as pilot:
        main, post = screen(pilot), screen(pilot).post_message
        seen: list[object] = []

        def noting(message: Message) -> bool:
            if isinstance(message, Indexed):
                seen.append(main.app.progress)
            return post(message)

        monkeypatch.setattr(main, "post_message", noting)
        await pilot.press("r")
        await settle(pilot)
        assert seen == [None]


async def test_files_that_could_not_be_read_are_counted_and_listed(archive: Path, open_app: OpenApp) -> None:
    (archive / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    async with open_app(archive) as pilot:
        assert "1 unreadable (e)" in shown(pilot)
        await pilot.press("e")
        await settle(pilot)
        assert "picture.txt" in shown(pilot)
        assert "Could not be read: 1" in shown(pilot)


async def test_new_files_come_in_on_r_without_losing_the_place(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("j")
        await settle(pilot)
        under_cursor = screen(pilot).rows.current_id
        (archive / "newer.txt").write_text("3 March 2020\n\nFerry to run at night\n\nThe ferry will run at night.\n")
        await pilot.press("r")
        await settle(pilot)
        assert screen(pilot).rows.row_count == 4
        assert screen(pilot).rows.current_id == under_cursor


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (50, 20)])
async def test_every_size_shows_list_and_help_key(archive: Path, open_app: OpenApp, size: tuple[int, int]) -> None:
    async with open_app(archive, size=size) as pilot:
        assert "Northern pier to be lit again" in shown(pilot)
        assert "? help" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "winter," in " ".join(shown(pilot).split())


async def test_the_starred_releases_stand_alone_and_go_again(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("m", "/")
        await type_(pilot, "boiler")
        await pilot.press("enter", "M")
        await settle(pilot)
        assert screen(pilot).search_line.value == ""
        assert screen(pilot).rows.row_count == 1
        await pilot.press("M")
        await settle(pilot)
        assert screen(pilot).rows.row_count == 3
