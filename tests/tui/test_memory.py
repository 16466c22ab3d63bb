"""What was closed takes no room."""

import gc
import platform
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import ref

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from reader.tui.screens.main import MainScreen
from tests.tui.conftest import OpenApp, press, settle, type_

WINDOWS = [("?", "escape"), ("Q", "Q"), ("B", "B"), ("K", "K"), ("Y", "escape"), ("ctrl+p", "escape")]
FREED = """
import re
from pathlib import Path
from reader.tui.memory import give_back

def resident():
    return int(re.search(r"VmRSS:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])

give_back()
pages = [bytes(5_000) for _ in range(8_000)]
kept = pages[::1_000]
del pages
before = resident()
give_back()
print(before - resident())
"""


@contextmanager
def no_garbage_collected_by_chance() -> Iterator[None]:
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@pytest.mark.parametrize("keys", WINDOWS)
async def test_a_window_is_gone_once_it_is_closed(archive: Path, open_app: OpenApp, keys: tuple[str, str]) -> None:
    async with open_app(archive) as pilot:
        await press(pilot, "/")
        await type_(pilot, "lamp")
        await press(pilot, "enter")
        with no_garbage_collected_by_chance():
            await press(pilot, keys[0])
            closed = ref(pilot.app.screen)
            await press(pilot, keys[1])
            assert isinstance(pilot.app.screen, MainScreen)
            assert await gone(pilot, closed)


async def gone(pilot: Pilot[None], closed: ref[Screen[object]]) -> bool:
    """Whether a window is let go of before a hundred looks."""
    for _ in range(100):
        if closed() is None:
            return True
        await pilot.pause(0.02)
    return False


def strips() -> int:
    gc.collect()
    return sum(isinstance(each, Strip) for each in gc.get_objects())


@pytest.mark.parametrize("keys", WINDOWS)
async def test_how_it_looked_is_gone_too(archive: Path, open_app: OpenApp, keys: tuple[str, str]) -> None:
    async with open_app(archive, size=(100, 30)) as pilot:

        async def open_and_close(times: int) -> int:
            for _ in range(times):
                for key in keys:
                    await pilot.press(key)
                    await settle(pilot)
            return strips()

        once = await open_and_close(2)
        assert await open_and_close(6) - once < 30  # a screen has thirty lines


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library keeps its memory otherwise")
def test_free_pages_between_those_in_use_are_given_back() -> None:
    done = subprocess.run([sys.executable, "-c", FREED], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 30_000, "kB of the forty million bytes that were freed"
