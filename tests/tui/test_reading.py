"""The text on the main screen: walking it, scrolling it, and what of it is shown."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.tui.widgets.release_view import ReleaseView
from reader.tui.wrapping import width_of
from tests.tui.conftest import OpenApp, press, screen, settle, shown, toasted, type_


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


@pytest.mark.parametrize(
    ("start", "end", "selected"),
    [
        ("lamp", "burns", "lamp of the pier b"),
        ("海边", "点亮", "海边的灯今晚再次点"),
        ("burns", "海边", "burns again.\n\n海"),
    ],
)
async def test_the_mouse_selects_from_the_character_under_it_to_the_one_where_it_is_let_go(
    tmp_path: Path, open_app: OpenApp, start: str, end: str, selected: str
) -> None:
    """Up to it in Textual 8.0, with it in later versions."""
    text = "A light\n\n24 May 2018\n\nThe lamp of the pier burns again.\n\n海边的灯今晚再次点亮。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    async with open_app(tmp_path) as pilot:
        view = screen(pilot).text
        await pilot.press("v")
        await settle(pilot)
        await drag(pilot, view, start, end)
        assert pilot.app.screen.get_selected_text() in (selected, selected[:-1].rstrip("\n"))


def cell_of(words: str, view: ReleaseView) -> tuple[int, int]:
    """Where on the view the words stand, its border counted."""
    for y in range(view.size.height):
        left, found, _ = view.render_line(y).text.partition(words)
        if found:
            return 1 + width_of(left), 1 + y
    raise AssertionError(words)


ADDRESS = "https://www.northmarch.example/newsroom/releases/2018/05/24/" + "lamp-of-the-northern-pier-" * 3
CARD = f"""Harbour Authority

24 May 2018

The lamp is lit

The lamp of the pier burns again.

"We will not go there again, not for all the lamps of this coast," said Alexandra Roe, the chairwoman.

The keeper's house stays closed.

Press contact:
Tomas Brandt
Press officer, Northmarch Harbour Authority for the Northern and the Eastern Piers
Telephone: +44 20 7946 0101
{ADDRESS}
"""


async def test_a_selected_card_is_what_the_release_says_without_frame_signs_and_wrapping(
    tmp_path: Path, open_app: OpenApp
) -> None:
    (tmp_path / "a.txt").write_text(CARD, encoding="utf-8")
    async with open_app(tmp_path, size=(100, 50)) as pilot:
        view = screen(pilot).text
        view.text_select_all()
        await pilot.pause()
        selected = screen(pilot).get_selected_text() or ""
        assert f"\n{ADDRESS}" in selected
        assert "\nPress officer, Northmarch Harbour Authority for the Northern and the Eastern Piers\n" in selected
        assert "\n+44 20 7946 0101\n" in selected
        assert "the chairwoman.\n\nThe keeper's" in selected
        assert not set("│╭╮╰╯─☎").intersection(selected)


async def test_a_part_of_a_card_is_selected_and_painted_so(tmp_path: Path, open_app: OpenApp) -> None:
    (tmp_path / "a.txt").write_text(CARD, encoding="utf-8")
    async with open_app(tmp_path, size=(120, 50)) as pilot:
        view = screen(pilot).text
        await drag(pilot, view, "20 7946", "0101")
        assert screen(pilot).get_selected_text() in ("20 7946 0", "20 7946 ")
        x, y = cell_of("20 7946", view)
        line = view.render_line(y - 1)
        chosen, before = (line.crop(at, at + 1)._segments[0].style for at in (x, x - 2))
        assert chosen and before and chosen.bgcolor != before.bgcolor


@pytest.mark.parametrize("keys", [("tab", "j"), ("v",)])
async def test_a_selection_goes_with_the_page_it_was_made_on(
    archive: Path, open_app: OpenApp, keys: tuple[str, ...]
) -> None:
    async with open_app(archive) as pilot:
        await drag(pilot, screen(pilot).text, "pier", "have")
        assert screen(pilot).get_selected_text()
        await press(pilot, *keys)
        assert screen(pilot).get_selected_text() is None


async def test_a_selection_goes_with_the_width_it_was_made_at(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await drag(pilot, screen(pilot).text, "pier", "have")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert screen(pilot).get_selected_text() is None


async def test_a_drag_across_a_bar_selects_no_words_of_the_program(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        view = screen(pilot).text
        assert view.release is not None
        await pilot.mouse_down(view, offset=cell_of("pier", view))
        await pilot.hover("#title")
        await pilot.mouse_up("#title")
        selected = screen(pilot).get_selected_text()
        assert selected
        assert "archive" not in selected


async def test_what_is_cut_from_the_search_line_can_be_pasted_there(
    archive: Path, open_app: OpenApp, no_desktop: None
) -> None:
    async with open_app(archive) as pilot:
        await press(pilot, "/")
        await type_(pilot, "lamp")
        await press(pilot, "shift+home", "ctrl+x")
        assert screen(pilot).search_line.value == ""
        await press(pilot, "ctrl+v")
        assert screen(pilot).search_line.value == "lamp"


async def drag(pilot: Pilot[None], view: ReleaseView, start: str, end: str) -> None:
    await pilot.mouse_down(view, offset=cell_of(start, view))
    await pilot.hover(view, offset=cell_of(end, view))
    await pilot.mouse_up(view, offset=cell_of(end, view))


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


async def test_one_reads_on_where_one_was_after_the_file_has_changed(tmp_path: Path, open_app: OpenApp) -> None:
    log = tmp_path / "log.txt"
    log.write_text(LOG)
    async with open_app(tmp_path) as pilot:
        await press(pilot, "space", "space")
        top = screen(pilot).text.scroll_offset.y
        assert top > 0
        log.write_text(LOG.replace("number 39", "number 93"))
        await press(pilot, "r")
        release = screen(pilot).text.release
        assert release is not None
        assert "number 93" in release.text
        assert screen(pilot).text.scroll_offset.y == top


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


async def test_the_end_of_the_matches_is_said(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "boiler")
        await pilot.press("enter", "n", "n")
        assert await toasted(pilot, "No match after this one.")
