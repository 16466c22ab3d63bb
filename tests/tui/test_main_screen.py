"""The main screen, with the keys a reader presses."""

from pathlib import Path

import pytest
from textual import events
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Static

from reader.search.ranking import MOST_LISTED
from reader.tui.app import ReaderApp
from reader.tui.screens.help import HelpList
from reader.tui.screens.main import MainScreen
from reader.tui.work import Indexed
from tests.tui.conftest import OpenApp, settle, toasted


def screen(pilot: Pilot[None]) -> MainScreen:
    assert isinstance(pilot.app, ReaderApp)
    return pilot.app.main


def shown(pilot: Pilot[None]) -> str:
    """Everything on the screen as text."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


async def type_(pilot: Pilot[None], words: str) -> None:
    await pilot.press(*("space" if letter == " " else letter for letter in words))
    await settle(pilot)


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


async def test_mistyped_words_find_and_are_marked(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "libraires sundys")
        assert screen(pilot).rows.row_count == 1
        assert "libraires → libraries" in shown(pilot)
        release, matches = screen(pilot).text.release, screen(pilot).text.matches
        assert release is not None
        assert {release.text[start:end].casefold() for start, end in matches} == {"libraries", "sundays"}


async def test_escape_gives_the_whole_list_back_with_the_same_release_under_the_cursor(
    archive: Path, open_app: OpenApp
) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "boiler")
        found = screen(pilot).rows.current_id
        await pilot.press("escape")
        await settle(pilot)
        assert screen(pilot).rows.row_count == 3
        assert screen(pilot).rows.current_id == found
        assert screen(pilot).rows.cursor == 2


async def test_n_walks_the_matches_and_says_which(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "calder")
        await pilot.press("enter")
        before = screen(pilot).text.match_index
        assert before is not None
        await pilot.press("n" if before == 0 else "N")
        await settle(pilot)
        assert screen(pilot).text.match_index != before
        assert "of 2 matches" in shown(pilot)


async def test_nothing_found_says_what_to_do(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "zzzyxq")
        assert "Nothing here holds “zzzyxq”" in shown(pilot)
        assert "esc gives the whole list back" in shown(pilot)


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


async def test_quotations_are_walked(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        view = screen(pilot).text
        await pilot.press("right_square_bracket")
        await settle(pilot)
        assert view.quote is not None
        assert view.quote.text == '"We have waited eleven winters for this lamp,"'
        await pilot.press("right_square_bracket", "left_square_bracket")
        await settle(pilot)
        assert view.quote_index == 0
        assert f"quotation 1 of {len(view.quotes)}" in shown(pilot)


async def test_as_written_shows_everything_the_file_holds(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        assert "[at]" not in shown(pilot)
        await pilot.press("v")
        await settle(pilot)
        await pilot.press("tab", "G")
        await settle(pilot)
        assert "tomas.brandt[at]harbour.example" in shown(pilot)


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


async def test_markup_in_a_release_is_text(tmp_path: Path, open_app: OpenApp) -> None:
    hostile = "[bold red]Not red[/] [@click=app.quit]press me[/] [/x]"
    (tmp_path / "a.txt").write_text(f"{hostile}\n\nBody with {hostile} in it, and more words here.\n")
    async with open_app(tmp_path) as pilot:
        assert shown(pilot).count("[@click=app.quit]press me[/]") >= 1
        for key in ("y", "e", "question_mark"):
            await pilot.press(key)
            await settle(pilot)
            await pilot.press("escape")
        assert pilot.app.is_running


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
        ("r", "Looking for new and changed files"),
    ],
)
async def test_a_key_with_nothing_to_work_on_says_so(archive: Path, open_app: OpenApp, key: str, words: str) -> None:
    async with open_app(archive / "notice.txt") as pilot:
        assert "next quotation" not in shown(pilot)
        await pilot.press(key)
        assert await toasted(pilot, words)


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
        assert isinstance(pilot.app.screen.query_one("#note"), Static)


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


async def test_a_word_of_the_text_is_searched(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        view = screen(pilot).text
        await pilot.press("enter", "right", "right")
        assert view.word is not None
        assert view.release is not None
        assert view.release.text[view.word.start : view.word.end] == "pier"
        await pilot.press("left", "right", "asterisk")
        await settle(pilot)
        assert screen(pilot).search_line.value == "pier"
        assert screen(pilot).rows.row_count == 1


async def test_a_selection_is_the_text_of_the_release(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive, size=(80, 36)) as pilot:
        view = screen(pilot).text
        await pilot.press("tab", "v")
        await settle(pilot)
        assert view.release is not None
        view.text_select_all()
        await pilot.pause()
        assert pilot.app.screen.get_selected_text() == view.release.text.strip()


async def test_keys_typed_at_once_after_the_slash_are_the_query(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        for key in ("/", "m", "e"):  # all in the queue before any of them is handled
            pilot.app.post_message(events.Key("slash" if key == "/" else key, key))
        await settle(pilot)
        assert screen(pilot).search_line.value == "me"
        assert not screen(pilot).rows.starred


async def test_a_slash_in_the_search_line_is_a_slash(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/", *"a", "/", *"b")
        await settle(pilot)
        assert screen(pilot).search_line.value == "a/b"


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


async def test_a_corrected_word_is_kept_as_typed_with_one_key(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "libraires ")
        assert "ctrl-t keeps it as typed" in shown(pilot)
        await pilot.press("ctrl+t")
        await settle(pilot)
        assert screen(pilot).search_line.value == "+libraires "
        assert "Nothing here holds “+libraires ”" in shown(pilot)


async def test_enter_asks_what_may_have_been_meant(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "+libraires ")
        answer = screen(pilot).answer
        assert answer is not None and answer.suggestion is not None
        assert f"Did you mean: {answer.suggestion}" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert screen(pilot).search_line.value == answer.suggestion
        assert screen(pilot).rows.row_count == 1


async def test_the_words_are_marked_in_the_headline_of_the_list(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "libraires")
        (row,) = [line for line in screen(pilot).rows.row_lines(0) if line.left[0].style == "title"]
        (title,) = row.left
        assert [title.words[start:end] for start, end in title.marks] == ["Libraries"]


async def test_the_list_goes_on_to_the_last_release_found(tmp_path: Path, open_app: OpenApp) -> None:
    found = MOST_LISTED + 30
    for number in range(found):
        (tmp_path / f"{number}.txt").write_text(f"Buoy {number} moved\n\nA buoy was moved.\n", encoding="utf-8")
    async with open_app(tmp_path) as pilot:
        await pilot.press("/")
        await type_(pilot, "buoy")
        rows = screen(pilot).rows
        assert rows.row_count == MOST_LISTED
        assert f"1/{found:,}" in shown(pilot)
        await pilot.press("enter", "G")
        await settle(pilot)
        assert rows.row_count == found
        assert rows.cursor == MOST_LISTED - 1
        assert len(set(rows.ids)) == found


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


async def test_a_long_text_after_a_short_one_can_be_scrolled(tmp_path: Path, open_app: OpenApp) -> None:
    (tmp_path / "short.txt").write_text("The lamp is lit\n\n24 May 2018\n\nIt burns.\n")
    paragraphs = "\n\n".join(f"The lamp burnt for the night number {night}." for night in range(200))
    (tmp_path / "long.txt").write_text(f"A log of nights\n\n24 May 2017\n\n{paragraphs}\n")
    async with open_app(tmp_path) as pilot:
        await pilot.press("j", "space")
        await settle(pilot)
        assert screen(pilot).text.scroll_offset.y > 0


LOG = "A log of nights\n\nHarbour Office, 24 May 2017\n\n" + "\n\n".join(
    f'"The lamp burnt for the night number {night}," said Ines Calder, the keeper.' for night in range(40)
)


async def test_the_last_thing_walked_to_is_the_one_that_is_counted(tmp_path: Path, open_app: OpenApp) -> None:
    (tmp_path / "log.txt").write_text(LOG)
    async with open_app(tmp_path) as pilot:
        await pilot.press("/")
        await type_(pilot, "lamp")
        await pilot.press("enter", "]")
        await settle(pilot)
        assert "quotation" in str(screen(pilot).text.border_subtitle)
        await pilot.press("n")
        await settle(pilot)
        assert "of 40 matches" in str(screen(pilot).text.border_subtitle)


@pytest.mark.parametrize("under", ["", "?"])
async def test_a_text_at_its_top_stays_there(tmp_path: Path, open_app: OpenApp, under: str) -> None:
    (tmp_path / "log.txt").write_text(LOG)
    async with open_app(tmp_path) as pilot:
        if under:
            await pilot.press(under)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await pilot.resize_terminal(120, 36)
        await settle(pilot)
        if under:
            await pilot.press("escape")
        await pilot.press("v")
        await settle(pilot)
        assert screen(pilot).text.scroll_offset.y == 0
        assert screen(pilot).text.border_subtitle == "as written"


async def test_the_quotation_in_view_stays_in_view(tmp_path: Path, open_app: OpenApp) -> None:
    (tmp_path / "log.txt").write_text(LOG)
    async with open_app(tmp_path) as pilot:
        await pilot.press(*"]]]]]]]]")
        await settle(pilot)
        await pilot.resize_terminal(60, 16)
        await settle(pilot)
        assert "number 7" in shown(pilot)


@pytest.mark.parametrize("key", [" ", "J", "]", "v"])
async def test_where_there_is_one_pane_a_key_for_the_text_shows_it(archive: Path, open_app: OpenApp, key: str) -> None:
    async with open_app(archive, size=(50, 20)) as pilot:
        assert not screen(pilot).text.display
        await pilot.press(key)
        await settle(pilot)
        assert screen(pilot).text.display
        assert screen(pilot).focused is screen(pilot).text
        assert (screen(pilot).text.quote_index == 0) == (key == "]")


async def test_what_was_being_typed_comes_back_after_recalling(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "fer")
        await pilot.press("up")
        assert screen(pilot).search_line.value == "fer"
        screen(pilot).search_line.recent = ["lamp"]
        await pilot.press("up")
        assert screen(pilot).search_line.value == "lamp"
        await pilot.press("down")
        assert screen(pilot).search_line.value == "fer"


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


async def test_the_end_of_the_matches_is_said(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "boiler")
        await pilot.press("enter", "n", "n")
        assert await toasted(pilot, "No match after this one.")


async def test_a_value_is_completed_in_whatever_case(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "x")
        await pilot.press("backspace")
        await type_(pilot, "PLACE:nor")
        await pilot.press("tab")
        await settle(pilot)
        assert screen(pilot).search_line.value.casefold() == "place:northmarch"


async def test_help_that_finds_nothing_says_so(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("?")
        await settle(pilot)
        await type_(pilot, "zzzz")
        assert "Nothing here is called that." in shown(pilot)
