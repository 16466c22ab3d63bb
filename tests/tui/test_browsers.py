"""The quotation browser, the contact book and the concordance, with the keys a reader presses."""

from array import array
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reader.errors import LibraryError
from reader.library.store import Library
from reader.tui.app import ReaderApp
from reader.tui.screens.concordance import ConcordanceScreen, Concorded
from reader.tui.screens.contacts import ContactsScreen
from reader.tui.screens.quotes import QuotesScreen, split_filter
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.bars import KeyBar
from tests.tui.conftest import OpenApp, press, screen, settle, shown, toasts, type_


@pytest.mark.parametrize(
    ("words", "who", "about"),
    [
        ("", None, None),
        ("lamp", None, "lamp"),
        ("who:calder", "calder", None),
        ("who: ines calder about: lamp", "ines calder", "lamp"),
        ("lamp who:calder about:winter", "calder", "lamp winter"),
        ("who:", None, None),
    ],
)
def test_split_filter(words: str, who: str | None, about: str | None) -> None:
    assert split_filter(words) == (who, about)


async def browse(pilot: Pilot[None], key: str, words: str = "") -> None:
    await pilot.press(key)
    await settle(pilot)
    if words:
        await pilot.press("/")
        await type_(pilot, words)


async def test_quotations_that_cannot_be_read_are_said(
    archive: Path, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LibraryError("The index cannot be read.")

    async with open_app(archive) as pilot:
        monkeypatch.setattr(Library, "find_quotes", fail)
        await press(pilot, "Q")
        assert toasts(pilot) == ["Could not find the quotations: The index cannot be read."]


async def test_quotations_by_a_mistyped_speaker(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await browse(pilot, "Q", "who:caldr about:winters")
        browser = pilot.app.screen
        assert isinstance(browser, QuotesScreen)
        assert browser.rows.row_count == 1
        assert "caldr → calder" in shown(pilot)
        assert browser.text.quote is not None
        assert browser.text.quote.speaker == "Ines Calder"


async def test_words_without_a_field_may_be_a_speaker(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await browse(pilot, "Q", "lindqvist")
        assert isinstance(pilot.app.screen, QuotesScreen)
        assert pilot.app.screen.rows.row_count == 1


SPOKEN = "A day at sea\n\n24 May 2019\n\n" + "\n\n".join(
    f'"The {what} burns again tonight, and so it should," said Ines Calder, the harbour master.'
    for what in ("lamp", "lantern", "beacon")
)


@pytest.mark.parametrize("browser", ["Q", "K"])
async def test_a_file_that_changes_under_a_browser_leaves_it_alive(
    archive: Path, open_app: OpenApp, browser: str
) -> None:
    changed = archive / "day.txt"
    changed.write_text(SPOKEN)
    async with open_app(archive) as pilot:
        await press(pilot, "/")
        await type_(pilot, "burns")
        await press(pilot, "enter", browser, "j", "j")
        changed.write_text(SPOKEN[: SPOKEN.index("\n\n", 100)])
        assert isinstance(pilot.app, ReaderApp)
        pilot.app.refresh_library()
        await settle(pilot)
        await press(pilot, "k", "j")
        assert isinstance(pilot.app.screen, ReadingScreen)
        if browser == "Q":
            assert pilot.app.screen.rows.row_count == 5
            assert pilot.app.screen.rows.cursor == 2


async def test_q_leaves_the_browser(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await browse(pilot, "Q")
        await pilot.press("q")
        await settle(pilot)
        assert pilot.app.screen is screen(pilot)


@pytest.mark.parametrize(("key", "left"), [("Q", ""), ("B", ""), ("K", "/lamp")])
async def test_esc_gives_the_whole_list_back_and_then_leaves_the_browser(
    archive: Path, open_app: OpenApp, key: str, left: str
) -> None:
    async with open_app(archive) as pilot:
        await browse(pilot, key, "lamp")
        browser = pilot.app.screen
        assert isinstance(browser, ReadingScreen)
        await press(pilot, "escape")
        assert browser.is_current
        assert browser.search_line.value == left
        await press(pilot, "escape")
        assert pilot.app.screen is screen(pilot)
        await press(pilot, "escape")
        assert pilot.app.is_running


async def test_the_contact_book_finds_and_shows_the_releases(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await browse(pilot, "B", "fnich")
        book = pilot.app.screen
        assert isinstance(book, ContactsScreen)
        assert [entry.contact.name for entry in book.rows.contacts] == ["Mara Finch"]
        assert "last seen 2015" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert pilot.app.screen is screen(pilot)
        assert screen(pilot).rows.row_count == 1
        assert "naming Mara Finch" in shown(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert screen(pilot).rows.row_count == 3


async def test_every_hit_stands_in_its_context(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "lamp")
        await pilot.press("enter", "K")
        await settle(pilot)
        concordance = pilot.app.screen
        assert isinstance(concordance, ConcordanceScreen)
        lines = [concordance.rows.line(row) for row in range(concordance.rows.row_count)]
        assert {line.match for line in lines if line} == {"lamp"}
        assert len(lines) >= 3
        await pilot.press("s")
        await settle(pilot)
        assert "by the word before" in shown(pilot)


async def test_a_day_that_only_the_name_of_the_file_tells_stands_in_brackets(archive: Path, open_app: OpenApp) -> None:
    text = 'Buoy lit\n\n"The buoy is lit at last," said Ines Calder, who keeps it.\n'
    (archive / "2008-01-29-buoy.txt").write_text(text, encoding="utf-8")
    async with open_app(archive) as pilot:
        await pilot.press("Q")
        await settle(pilot)
        assert "(29 Jan 2008)" in shown(pilot)
        await pilot.press("escape", "/")
        await type_(pilot, "buoy")
        await pilot.press("enter", "K")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ConcordanceScreen)
        assert "(29 Jan 2008) " in shown(pilot)


async def test_a_list_that_grows_can_be_scrolled(archive: Path, open_app: OpenApp) -> None:
    (archive / "log.txt").write_text("\n\n".join(f"The keeper saw night number {night}." for night in range(60)))
    async with open_app(archive) as pilot:
        await browse(pilot, "K")
        await pilot.press("/")
        await type_(pilot, "night")
        await pilot.press("enter", "G")
        await settle(pilot)
        concordance = pilot.app.screen
        assert isinstance(concordance, ConcordanceScreen)
        assert concordance.rows.cursor == concordance.rows.row_count - 1
        assert concordance.rows.scroll_offset.y > 0


async def test_other_lines_that_come_in_an_order_since_changed_leave_those_shown(
    archive: Path, open_app: OpenApp
) -> None:
    (archive / "log.txt").write_text("\n\n".join(f"The keeper saw night number {night}." for night in range(60)))
    async with open_app(archive) as pilot:
        await browse(pilot, "K", "night")
        screen_of_hits = pilot.app.screen
        assert isinstance(screen_of_hits, ConcordanceScreen)
        await pilot.press("enter", "G")
        await settle(pilot)
        fewer = pilot.app.searcher.concordance(pilot.app.searcher.search("boiler "))  # type: ignore[attr-defined]
        list(fewer.gather())
        with screen_of_hits.prevent(Input.Changed):
            screen_of_hits.search_line.value = "boiler "
        screen_of_hits.concorded(Concorded("boiler ", fewer, "left", ""))
        screen_of_hits.rows.repaint_rows()
        assert screen_of_hits.rows.current is not None
        await settle(pilot)
        assert screen_of_hits.rows.row_count == len(fewer) == 1


async def test_the_concordance_says_which_words_it_looked_for(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "libraires")
        await pilot.press("enter", "K")
        await settle(pilot)
        assert "libraires → libraries" in shown(pilot)


async def test_a_concordance_is_written_as_csv_and_nothing_is_overwritten(
    archive: Path, open_app: OpenApp, tmp_path: Path
) -> None:
    target = tmp_path / "hits.csv"
    async with open_app(archive) as pilot:
        await browse(pilot, "K", "lamp")
        for _ in range(2):
            await pilot.press("enter", "x")
            await settle(pilot)
            await pilot.press("down", "down", "enter")
            await settle(pilot)
            await type_(pilot, str(target))
            await pilot.press("enter")
            await settle(pilot)
            target.write_text(target.read_text() + "mine")
        assert target.read_text().startswith("date,symbol,title")
        assert target.read_text().endswith("minemine")


async def test_a_release_that_has_just_left_cannot_be_starred(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        main = screen(pilot)
        gone = max(main.rows.ids) + 1
        main.rows.show(array("q", [gone]), main.app.shelf.summaries)
        await press(pilot, "m")
        assert "This release has just left the library: r shows what there is." in toasts(pilot)
        assert not main.rows.starred


async def test_stars_stay(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("m")
        assert "★" in shown(pilot)
    async with open_app(archive) as pilot:
        assert "★ 24 May 2017" in shown(pilot)
        await pilot.press("M")
        await settle(pilot)
        assert screen(pilot).rows.row_count == 1


async def test_a_search_is_saved_under_a_name_and_comes_back(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "boiler")
        await pilot.press("enter", "f")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await type_(pilot, "heating")
        await pilot.press("enter")
        await settle(pilot)
    async with open_app(archive) as pilot:
        await pilot.press("f")
        await settle(pilot)
        assert "heating" in shown(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert screen(pilot).search_line.value == "boiler"
        assert screen(pilot).rows.row_count == 1
        await press(pilot, "f", "enter")
        assert "“heating” is forgotten. f saves it again." in toasts(pilot)
    async with open_app(archive) as pilot:
        await press(pilot, "f")
        assert pilot.app.screen is screen(pilot)


async def test_stars_of_another_program_are_seen(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as one, open_app(archive) as other:
        await press(one, "m")
        await press(other, "M")
        assert screen(other).rows.row_count == 1
        await press(one, "m")
        await press(other, "M", "M")
        assert screen(other).rows.row_count == 3
        assert not screen(other).rows.starred


@pytest.mark.parametrize(
    ("key", "offered"),
    [
        ("", ["enter to the list", "esc give all back", "tab complete"]),
        ("Q", ["enter to the list", "esc give all back"]),
        ("K", ["enter to the list"]),
    ],
)
async def test_the_search_line_offers_what_its_keys_do(
    archive: Path, open_app: OpenApp, key: str, offered: list[str]
) -> None:
    async with open_app(archive) as pilot:
        await press(pilot, *key, "/")
        bar = pilot.app.screen.query_one(KeyBar)
        assert [" ".join(key) for key in bar.shown()] == offered
        screen(pilot).search_line.recent = ["lamp"]
        assert (("↑", "recent") in bar.shown()) is not bool(key)


async def test_recent_queries_come_back_with_up(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        for words in ("pier", "lamp"):
            await pilot.press("/")
            await type_(pilot, words)
            await pilot.press("enter", "escape")
            await settle(pilot)
        await pilot.press("/", "up", "up")
        await settle(pilot)
        assert screen(pilot).search_line.value == "pier"
