"""The main screen: the library in its list, at every size, as it is read and changes."""

import threading
from pathlib import Path

import pytest
from textual.message import Message

from reader.cli.roots import roots_of, sample_docs
from reader.library.pace import RefreshResult
from reader.tui.app import ReaderApp
from reader.tui.work import Indexed
from tests.tui.conftest import OpenApp, press, screen, settle, shown, toasts, type_


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


@pytest.mark.parametrize("remember", [True, False])
async def test_what_was_opened_is_opened_the_next_time(archive: Path, remember: bool) -> None:
    async with ReaderApp([archive], remember=remember).run_test() as pilot:
        await settle(pilot)
    assert roots_of([]) == [archive if remember else sample_docs()]


async def test_the_thread_that_watches_does_not_outlive_the_program(archive: Path) -> None:
    """The interpreter would end it in the middle of compiled code, which aborts where that does not allow for it."""
    async with ReaderApp([archive]).run_test() as pilot:
        await pilot.pause()
    assert "watch" not in {thread.name for thread in threading.enumerate()}


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


async def test_what_r_found_is_said_and_what_comes_by_itself_is_not(
    archive: Path, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.watch.watch", lambda *_: None)  # which would come in between at some time
    async with open_app(archive) as pilot:
        await press(pilot, "r")
        assert toasts(pilot)[-1] == "Nothing has changed."
        for name in ("one.txt", "two.txt"):
            (archive / name).write_text(f"Ferry {name} to run at night\n\nThe ferry will run at night.\n")
        (archive / "pier.txt").rename(archive / "quay.txt")
        (archive / "notice.txt").write_text("Reading room open\n\nThe reading room is open again.\n")
        (archive / "library.txt").unlink()
        (archive / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
        await press(pilot, "r")
        said = toasts(pilot)
        assert said[-1] == "2 new, 1 changed, 1 moved, 1 gone, 1 unreadable."
        (archive / "two.txt").unlink()
        screen(pilot).files_changed()
        await settle(pilot)
        assert toasts(pilot) == said


async def test_what_the_library_has_to_say_is_said_once(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        screen(pilot).app.library.message = "The index was lost."
        for _ in range(2):
            screen(pilot).files_changed()
            await settle(pilot)
        assert toasts(pilot) == ["The index was lost."]


async def test_what_a_refresh_found_that_another_took_over_from_is_told_too(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        screen(pilot).post_message(Indexed(RefreshResult(added=2), is_last=False))
        await press(pilot, "r")
        assert toasts(pilot)[-1] == "2 new."
        await press(pilot, "r")
        assert toasts(pilot)[-1] == "Nothing has changed."


async def test_why_nothing_could_be_read_stays_to_be_seen(archive: Path) -> None:
    app = ReaderApp([archive])
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        app.main.post_message(Indexed(failure="The disk is full."))
        await press(pilot, "n", "?", "escape")
        assert "The disk is full." in shown(pilot)
        assert "No word is marked" not in shown(pilot)


async def test_toasts_do_not_pile_up_nor_cover_a_dialog_but_errors_stay(archive: Path) -> None:
    app = ReaderApp([archive])
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "n", "n", "s")
        assert "comes newest first" in shown(pilot)
        assert "No word is marked" not in shown(pilot)
        assert len(app.screen.query("ToastHolder")) == 1
        app.say("The disk is full.")
        await press(pilot, "n")
        assert "The disk is full." in shown(pilot)
        assert "No word is marked" in shown(pilot)
        await press(pilot, "Y")
        assert toasts(pilot) == ["The disk is full."]
