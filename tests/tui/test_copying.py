"""What the toast says of a copied citation, and the settings that decide how it is copied."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader import settings
from reader.tui.app import ReaderApp
from tests.tui.conftest import OpenApp, press, shown, toasted

pytestmark = pytest.mark.usefixtures("no_desktop")


async def command(pilot: Pilot[None], words: str) -> None:
    """Run a command of the palette by its name."""
    assert isinstance(pilot.app, ReaderApp)
    found = [found for found in pilot.app.get_system_commands(pilot.app.screen) if words in found.title]
    assert len(found) == 1
    found[0].callback()
    await press(pilot)


async def test_the_toast_names_the_style_and_what_is_missing(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await press(pilot, "G", "y")
        missing = "no date, no issuer, no symbol, no URL"
        assert await toasted(pilot, f"APA 7 reference sent to the terminal; it may refuse · {missing}")


async def test_the_toast_repeats_the_notice_of_the_release(archive: Path, open_app: OpenApp) -> None:
    text = "For information only - not an official document\n\n3 May 2021\n\nBuoy painted\n\nA buoy was painted red.\n"
    (archive / "buoy.txt").write_text(text, encoding="utf-8")
    async with open_app(archive) as pilot:
        await press(pilot, "y")
        assert await toasted(pilot, "no URL · the release says: For information only - not an official document")


async def test_where_nothing_takes_italics_the_toast_says_plain_text(archive: Path, open_app: OpenApp) -> None:
    settings.save_value("clipboard", "html")
    async with open_app(archive) as pilot:
        await press(pilot, "y")
        assert await toasted(pilot, "APA 7 reference as plain text sent to the terminal")


async def test_a_setting_is_changed_from_the_palette_at_once_and_for_good(archive: Path, open_app: OpenApp) -> None:
    file = settings.ensure_file()
    file.write_text('# mine\nstyle = "mla"  # for the thesis\n', encoding="utf-8")
    async with open_app(archive) as pilot:
        await command(pilot, "Setting: citation style")
        assert "mla · chosen now" in shown(pilot)
        await press(pilot, "k", "enter", "y")
        assert await toasted(pilot, "APA 7 reference")
    assert file.read_text(encoding="utf-8") == '# mine\nstyle = "apa"  # for the thesis\n'


async def test_an_opener_that_cannot_be_run_is_said(
    archive: Path, open_app: OpenApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("xdg-open", "open"):
        (tmp_path / name).write_bytes(b"\x7fno program")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("DISPLAY", ":0")
    async with open_app(archive) as pilot:
        await press(pilot, "C", "end", "enter")
        assert await toasted(pilot, "tel:+442079460101 could not be handed to the system (Exec format error).")


@pytest.mark.parametrize("size", [(80, 24), (50, 20)])
async def test_a_long_picker_says_what_its_keys_do(archive: Path, open_app: OpenApp, size: tuple[int, int]) -> None:
    async with open_app(archive, size=size) as pilot:
        await press(pilot, "Y")
        assert "enter takes it · esc changes nothing" in shown(pilot)


async def test_a_country_is_typed_checked_and_taken_back(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await command(pilot, "Setting: country")
        await press(pilot, *"gb", "enter")
        assert settings.load().region == "GB"
        await command(pilot, "Setting: country")
        await press(pilot, *"britain", "enter")
        assert await toasted(pilot, "That is not two capital letters such as GB, or nothing.")
        await command(pilot, "Setting: country")
        await press(pilot, "delete", "enter")
        assert settings.load().region == ""


async def test_numbers_are_those_of_another_country_at_once(archive: Path, open_app: OpenApp) -> None:
    (archive / "library.txt").unlink()
    (archive / "pier.txt").write_text("Pier shut\n\nThe pier is shut.\n\nPress contact: Mara Finch, 0316 123456\n")
    async with open_app(archive) as pilot:
        assert isinstance(pilot.app, ReaderApp)
        library = pilot.app.library

        def numbers() -> set[str | None]:
            return {phone.e164 for row in library.find_contacts() for phone in row.contact.phones}

        assert numbers() != {"+43316123456"}
        await command(pilot, "Setting: country")
        await press(pilot, *"at", "enter")
        assert numbers() == {"+43316123456"}


async def test_a_theme_that_there_is_not_is_said_and_stays_in_the_file(archive: Path, open_app: OpenApp) -> None:
    file = settings.ensure_file()
    file.write_text('theme = "sepia"\n', encoding="utf-8")
    async with open_app(archive) as pilot:
        assert await toasted(pilot, "Your settings name the colours sepia, which there are not")
        assert pilot.app.theme == "reader-dark"
    assert file.read_text(encoding="utf-8") == 'theme = "sepia"\n'


async def test_a_setting_that_cannot_be_kept_holds_until_the_end_and_that_is_said(
    archive: Path, open_app: OpenApp
) -> None:
    async with open_app(archive) as pilot:
        settings.settings_path().mkdir(parents=True)
        await command(pilot, "Setting: day and month")
        await press(pilot, "j", "enter")
        assert await toasted(pilot, "Until you quit, day and month is day-first all the same.")
        assert isinstance(pilot.app, ReaderApp)
        assert pilot.app.desk.settings.date_order == "day-first"


async def test_without_an_editor_the_toast_says_where_the_file_is(
    archive: Path, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with open_app(archive) as pilot:
        await command(pilot, "Open the settings file")
        assert await toasted(pilot, "Set EDITOR to open the file from here.")
    assert settings.settings_path().read_text(encoding="utf-8") == settings.default_text()
