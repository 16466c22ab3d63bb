"""A small archive and the program on it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from reader.tui.screens.main import MainScreen

RELEASES = {
    "pier.txt": """Northmarch Harbour Authority

24 May 2017

Northern pier to be lit again

NORTHMARCH, 24 May 2017 - The northern pier will have its lamp back before winter, the harbour master said today.

"We have waited eleven winters for this lamp," said Ines Calder, the harbour master. "Nobody should sail by guessing."

Ms. Calder added: "The keeper's house stays closed."

ENDS

Press contact:
Tomas Brandt
Press officer, Northmarch Harbour Authority
Telephone: +44 20 7946 0101
Email: tomas.brandt[at]harbour.example
""",
    "library.txt": """Northmarch County Council

2 February 2015

Libraries open on Sundays

NORTHMARCH, 2 February 2015 - Six libraries will open on Sundays from March, the council said.

"Readers asked, and we counted the keys," said Councillor Osei Lindqvist.

Contact: Mara Finch, 020 7946 0202, mara.finch@northmarch.example
Contact: Jon Pell, 020 7946 0203, jon.pell@northmarch.example
""",
    "notice.txt": """Reading room closed

The reading room is closed until the boiler has been mended. There is no lamp in the yard.
""",
}

OpenApp = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder of three releases."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for name, text in RELEASES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def screen(pilot: Pilot[None]) -> MainScreen:
    assert isinstance(pilot.app, ReaderApp)
    return pilot.app.main


def shown(pilot: Pilot[None]) -> str:
    """Everything on the screen as text."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until no thread works and no message is on its way."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def type_(pilot: Pilot[None], words: str) -> None:
    await pilot.press(*("space" if letter == " " else letter for letter in words))
    await settle(pilot)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each when all is quiet."""
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def toasts(pilot: Pilot[None]) -> list[str]:
    """What the toasts on the screen say."""
    return [toast.message for toast in pilot.app._notifications]


async def toasted(pilot: Pilot[None], words: str) -> bool:
    """Whether a toast with the words comes up before a hundred looks."""
    for _ in range(100):
        if any(words in toast for toast in toasts(pilot)):
            return True
        await pilot.pause()
    return False


@pytest.fixture
def no_desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a display nor a multiplexer nor a tool to copy with."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def open_app() -> OpenApp:
    """Open the program on paths, at a size, with everything read."""

    @asynccontextmanager
    async def open_(*paths: Path, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Pilot[None]]:
        app = ReaderApp(paths)
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            yield pilot

    return open_
