"""The keys: the help and the palette that name them, those without work to do, and the way out."""

from pathlib import Path

import pytest
from textual import events

from reader.tui.screens.help import HelpList
from tests.tui.conftest import OpenApp, screen, settle, shown, toasted, type_


async def test_the_help_finds_keys(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("question_mark")
        await type_(pilot, "citation")
        assert "every style" in shown(pilot)
        assert "Half a page" not in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert pilot.app.screen is screen(pilot)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("n", "/ searches"),
        ("right_square_bracket", "no quotation"),
        ("quotation_mark", "no quotation"),
        ("w", "No speaker"),
        ("c", "no press contact"),
        ("s", "What you search next comes newest first"),
        ("r", "Nothing has changed"),
    ],
)
async def test_a_key_with_nothing_to_work_on_says_so(archive: Path, open_app: OpenApp, key: str, words: str) -> None:
    async with open_app(archive / "notice.txt") as pilot:
        assert "next quotation" not in shown(pilot)
        await pilot.press(key)
        assert await toasted(pilot, words)


@pytest.mark.parametrize(("text", "offered"), [("", "? help"), ("The lamp is lit.\n", "y citation   ? help")])
async def test_the_keys_offered_are_those_that_work(tmp_path: Path, open_app: OpenApp, text: str, offered: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    async with open_app(tmp_path) as pilot:
        assert shown(pilot).splitlines()[-1].split("search")[1].strip() == offered


@pytest.mark.parametrize("key", ["c", "C", "y", "Y", "x", "quotation_mark"])
async def test_without_a_release_the_keys_for_one_say_so(tmp_path: Path, open_app: OpenApp, key: str) -> None:
    async with open_app(tmp_path) as pilot:
        await pilot.press(key)
        assert await toasted(pilot, "No release is in view.")


async def test_the_help_of_a_narrow_screen_says_all_of_what_a_key_does(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive, size=(50, 20)) as pilot:
        await pilot.press("question_mark")
        await settle(pilot)
        assert "Search. However the words are spelt." in shown(pilot)
        assert "“searches” · esc closes" in shown(pilot)
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert pilot.app.screen.query_one(HelpList).row_height == 1


async def test_the_palette_names_each_command_once_with_its_keys(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        commands = list(pilot.app.get_system_commands(pilot.app.screen))
        titles = [command.title for command in commands]
        assert len(titles) == len(set(titles))
        about = {command.title: command.help for command in commands}
        assert about["Keep a corrected word as typed"] == "Key ctrl-t + · Puts a plus sign before it"
        assert about["Contact book of the library"] == "Key B"
        assert "Commands" not in about


async def test_q_goes_back_and_then_quits(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("enter", "q")
        await settle(pilot)
        assert screen(pilot).rows.has_focus
        await pilot.press("q")
        assert pilot.app._exit


async def test_q_goes_back_from_the_starred_releases_before_it_quits(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("m", "M")
        await settle(pilot)
        assert screen(pilot).rows.row_count == 1
        await pilot.press("q")
        await settle(pilot)
        assert (screen(pilot).rows.row_count, pilot.app._exit) == (3, False)
        await pilot.press("q")
        assert pilot.app._exit


async def test_keys_pressed_in_a_burst_go_back_step_by_step(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/", *"lamp", "enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        for _ in range(3):  # from the text to the list, from the search to the whole list, out
            pilot.app.post_message(events.Key("q", "q"))
        await pilot.pause()
        assert pilot.app._exit


async def test_the_help_gives_searches_that_find_something(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("question_mark")
        await settle(pilot)
        await type_(pilot, "speaker")
        assert "speaker:" in shown(pilot)
        help_list = pilot.app.screen.query_one(HelpList)
        while not help_list.entries[help_list.cursor].query:
            await pilot.press("down")
        query = help_list.entries[help_list.cursor].query
        await pilot.press("enter")
        await settle(pilot)
        assert screen(pilot).search_line.value == query
        assert screen(pilot).rows.row_count


async def test_help_that_finds_nothing_says_so(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("?")
        await settle(pilot)
        await type_(pilot, "zzzz")
        assert "Nothing here is called that." in shown(pilot)
