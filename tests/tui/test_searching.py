"""The search line of the main screen, and what the list shows of what was found."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from reader.errors import LibraryError
from reader.library import patience
from reader.library.store import Library
from reader.search import engine, ranking, steps
from reader.search.ranking import MOST_LISTED
from reader.tui.screens.main import MainScreen
from tests.tui.conftest import OpenApp, press, screen, settle, shown, toasted, type_


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


async def test_nothing_found_says_what_to_do(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "zzzyxq")
        assert "Nothing here holds “zzzyxq”" in shown(pilot)
        assert "esc gives the whole list back" in shown(pilot)


async def test_a_damaged_text_is_said_when_its_passage_is_to_be_shown(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "lam")
        first, second = screen(pilot).rows.ids  # the first is read for the text beside the list before it is painted
        assert screen(pilot).rows.current_id == first
        with closing(sqlite3.connect(screen(pilot).app.library.path)) as db, db:
            db.execute("UPDATE records SET text = x'00' WHERE id = ?", (second,))
        await type_(pilot, "p")
        assert await toasted(pilot, "has been set aside; refresh to build it again")
        await press(pilot, "escape", "r")
        assert screen(pilot).rows.row_count == 3


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


async def test_what_was_done_in_a_hurry_is_done_with_patience_once_nobody_types(
    archive: Path, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "_STEPS", 1)
    monkeypatch.setattr(engine, "HURRIED", replace(steps.HURRIED, look=-1, weigh=-1, count=-1))
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "northmarch")
        answer = screen(pilot).answer
        assert answer is not None and answer.is_settled
        assert screen(pilot).rows.row_count == 2
        assert "2 of 3 · best match first" in shown(pilot)


async def test_the_search_line_hides_nothing_of_a_great_number(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "northmarch harbour")
        screen(pilot).show_found("1,234,567 of 2,345,678 · best match first")
        await pilot.pause()
        assert " 1,234,567 of 2,345,678 · best match" in shown(pilot)


async def test_what_there_was_no_time_to_look_for_is_not_said_to_be_nowhere(
    archive: Path, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "_STEPS", 1)
    monkeypatch.setattr(engine, "HURRIED", replace(steps.HURRIED, look=-1))
    monkeypatch.setattr(engine, "PATIENT", replace(steps.PATIENT, look=-1))
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "northmarch")
        assert "“northmarch” asks for too much to look through" in shown(pilot)
        assert "Nothing here holds" not in shown(pilot)


async def test_more_than_is_counted_is_said_to_be_more(
    archive: Path, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "MOST_LISTED", 1)
    monkeypatch.setattr(patience, "_STEPS", 1)
    monkeypatch.setattr(engine, "HURRIED", replace(steps.HURRIED, count=-1))
    monkeypatch.setattr(engine, "PATIENT", replace(steps.PATIENT, count=-1))
    monkeypatch.setattr(MainScreen, "show_row", lambda screen: None)  # which, near the end, would fetch all
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "northmarch")
        assert "1+ of 3 · best match first" in shown(pilot)
        assert "1/1+" in shown(pilot)
        assert "Too much to count: there are more than 1." in shown(pilot)


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


async def test_a_value_is_completed_in_whatever_case(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "PLACE:nor")
        await pilot.press("tab")
        await settle(pilot)
        assert screen(pilot).search_line.value.casefold() == "place:northmarch"


@pytest.mark.parametrize("typed", ["speaker:ines", "speaker:ines cal", "speaker:calder", 'speaker:"ines'])
async def test_a_value_with_blanks_is_completed_in_quotation_marks(
    archive: Path, open_app: OpenApp, typed: str
) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        pilot.app.post_message(events.Paste(f"lamp {typed}"))
        await settle(pilot)
        assert 'Calder"' in shown(pilot).splitlines()[1]
        await pilot.press("tab")
        await settle(pilot)
        assert screen(pilot).search_line.value == 'lamp speaker:"Ines Calder"'
        assert screen(pilot).rows.row_count == 1


@pytest.mark.parametrize(("typed", "said"), [("from:", "as in from:council"), ('"', "no word to look for yet")])
async def test_what_asks_for_nothing_yet_leaves_the_whole_list(
    archive: Path, open_app: OpenApp, typed: str, said: str
) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, typed)
        assert screen(pilot).rows.row_count == 3
        assert said in shown(pilot)


async def test_what_is_taken_is_what_was_shown(
    archive: Path, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "speaker:calder")
        assert '→ "Ines Calder"' in shown(pilot)
        monkeypatch.setattr(Library, "reading", lambda _: (_ for _ in ()).throw(LibraryError("gone")))
        await pilot.press("tab")
        assert screen(pilot).search_line.value == 'speaker:"Ines Calder"'
