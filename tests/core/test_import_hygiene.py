"""What is not needed is not loaded: the core without its screen, the command line without anything slow."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.library.store import open_library
from tests.core.releases import write_releases

SLOW = ("textual", "rich", "rapidfuzz", "phonenumbers", "charset_normalizer", "sqlite3", "watchfiles", "pyperclip")


NOT_ON_THE_FIRST_SCREEN = (
    "click",
    "ctypes",
    "reader.cli.finding",
    "reader.library.browse",
    "reader.library.directory",
    "reader.library.fulltext",
    "reader.library.refresh",
    "reader.library.tokens",
    "reader.search",
    "reader.tui.copying",
    "reader.tui.exporting",
    "reader.tui.screens.picker",
    "reader.tui.screens.prompt",
    "reader.tui.setting_commands",
    "tomllib",
)


def modules_after(statement: str) -> set[str]:
    """The modules that a fresh interpreter holds after a statement."""
    script = f"{statement}\nimport sys\nprint(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def loaded_after(statement: str) -> set[str]:
    """The same without what is inside of packages."""
    return {name.split(".")[0] for name in modules_after(statement)}


@pytest.mark.parametrize(
    "statement",
    [
        "import reader",
        "from reader import cli",
        "from reader.cli.commands import cli\ntry:\n    cli(['--help'])\nexcept SystemExit:\n    pass",
        "from reader.cli.commands import cli\ntry:\n    cli(['search', '--help'])\nexcept SystemExit:\n    pass",
    ],
)
def test_the_command_line_loads_nothing_slow(statement: str) -> None:
    assert loaded_after(statement).isdisjoint(SLOW)


@pytest.mark.parametrize(
    "module",
    [
        "reader.model",
        "reader.parsing.release",
        "reader.library.store",
        "reader.search.engine",
        "reader.citing",
        "reader.contact_formats",
        "reader.clipboard",
        "reader.settings",
        "reader.doctor",
    ],
)
def test_the_core_runs_without_the_screen(module: str) -> None:
    assert loaded_after(f"import {module}").isdisjoint({"textual", "rich"})


FIRST_SCREEN = """
import asyncio, pathlib, sys
import reader.cli.screen
from reader.tui.app import ReaderApp

async def show(home):
    app = ReaderApp([home / "archive"], cache_dir=home / "cache", painted=lambda: painted.extend(sys.modules))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()

painted = []
asyncio.run(show(pathlib.Path({home!r})))
print(*painted)
"""


def test_the_first_screen_waits_for_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    write_releases(tmp_path / "archive", 3)
    library = open_library([tmp_path / "archive"], tmp_path / "cache")
    library.refresh()
    library.close()
    script = FIRST_SCREEN.format(home=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "reader.tui.screens.main" in loaded
    assert loaded.isdisjoint(NOT_ON_THE_FIRST_SCREEN)


def test_attribution_needs_the_standard_library_alone() -> None:
    ours_and_standard = set(sys.stdlib_module_names) | {"reader", "__main__"}
    added = loaded_after("import reader.parsing.speakers") - loaded_after("pass")
    assert {name for name in added if not name.startswith("_")} <= ours_and_standard
