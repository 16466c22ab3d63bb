"""The box in which one of a few things is chosen."""

from pathlib import Path

import pytest

from reader.tui.screens.picker import Choice, ChoiceList, PickerScreen
from tests.tui.conftest import OpenApp, press, settle, shown

CHOICES = [Choice("One"), Choice("Two", "its first line\nits second"), Choice("Three", "its line"), Choice("Four")]


async def test_every_choice_takes_the_lines_it_needs(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        pilot.app.push_screen(PickerScreen("Which?", CHOICES))
        await settle(pilot)
        lines = shown(pilot).splitlines()
        (top,) = (number for number, line in enumerate(lines) if "Which?" in line)
        said = ("One", "Two", "its first line", "its second", "Three", "its line", "Four", "enter takes it")
        assert all(words in line for words, line in zip(said, lines[top + 1 :], strict=False))


@pytest.mark.parametrize(("line", "row"), [(0, 0), (1, 1), (3, 1), (4, 2), (6, 3)])
async def test_a_click_takes_the_choice_under_the_mouse(archive: Path, open_app: OpenApp, line: int, row: int) -> None:
    taken: list[int | None] = []
    async with open_app(archive) as pilot:
        pilot.app.push_screen(PickerScreen("Which?", CHOICES), taken.append)
        await settle(pilot)
        await pilot.click(ChoiceList, offset=(5, line), times=2)
        await settle(pilot)
    assert taken == [row]


async def test_every_choice_can_be_walked_to_in_a_low_box(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive, size=(80, 8)) as pilot:
        pilot.app.push_screen(PickerScreen("Which?", CHOICES))
        for name in ("Two", "Three", "Four"):
            await press(pilot, "j")
            assert f"▌{name}" in shown(pilot)
        await press(pilot, "g")
        assert "▌One" in shown(pilot)
