"""Build what is generated in the documentation: the table of keys and the screenshots of the real program.

python -m docs.build            write them
python -m docs.build --check    fail if one of them is stale
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).resolve().parent
SAMPLES = DOCS.parent / "sample_docs"


@dataclass(frozen=True, slots=True)
class Shot:
    """One screenshot: its name, the size of the terminal, the theme, and the keys pressed before it is taken."""

    name: str
    keys: Sequence[str] = ()
    size: tuple[int, int] = (120, 36)
    theme: str = "reader-dark"


SHOTS = (
    Shot("reading"),
    Shot("searching", ("/", *"harbuor", "space", *"pilots")),
    Shot("quotations", ("Q", "/", *"who:strand")),
    Shot("light", ("right_square_bracket",), theme="reader-light"),
    Shot("narrow", ("enter",), size=(50, 20)),
)


def keys_page() -> str:
    """docs/keys.md."""
    from reader.tui.key_table import markdown_table

    return f"# Keys\n\nMade from the program itself by `make docs`.\n\n{markdown_table()}\n"


async def screenshot(shot: Shot) -> str:
    """The screen as SVG after the keys of `shot`."""
    from reader.tui.app import ReaderApp

    app = ReaderApp([SAMPLES])
    async with app.run_test(size=shot.size) as pilot:
        app.theme = shot.theme
        for key in ("", *shot.keys):
            if key:
                await pilot.press(key)
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
        return app.export_screenshot()


def build() -> dict[Path, str]:
    """Every generated file with what belongs in it."""
    with tempfile.TemporaryDirectory() as home:
        for name in ("CACHE", "DATA", "CONFIG"):
            os.environ[f"RELEASE_READER_{name}"] = f"{home}/{name.lower()}"
        files = {DOCS / "keys.md": keys_page()}
        for shot in SHOTS:
            files[DOCS / "screenshots" / f"{shot.name}.svg"] = asyncio.run(screenshot(shot))
    return files


def main() -> None:
    """Write the files, or say which are stale."""
    files = build()
    if "--check" in sys.argv:
        stale = [path for path, text in files.items() if not path.exists() or path.read_text("utf-8") != text]
        for path in stale:
            sys.stderr.write(f"{path.relative_to(DOCS.parent)} is stale: make docs\n")
        sys.exit(bool(stale))
    for path, text in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
