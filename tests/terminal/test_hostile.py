"""A folder of hostile files in a real terminal: nothing in them commands it, and the program goes on and answers.

The terminal is a tmux that obeys everything: a document could set its paste buffer, its title and its window's name.
"""

import base64
import json
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from reader.citing import EXPORTS, MARKUPS, STYLES
from reader.parsing.decode import clean_line
from tests.hostile import attacks, unfit, write_archive
from tests.hostile_signs import CANARY, MARK
from tests.terminal.pane import Pane
from tests.terminal.servers import Tmux, python, wait_for
from tests.terminal.stream import CLIPBOARD, COMMANDS, SCREEN, foreign

FILES = 24
SEED = 20170524
QUERIES = [attack.text.replace("\0", "") for attack in attacks(SEED + 1, 24)]
PASTED = [attack.text.replace("\x1b", "") for attack in attacks(SEED, 24)]
"""Terminals take ESC out of what is pasted; tmux does not, and Textual would read what follows it as keys."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive") / f"[bold]\x1b]2;{MARK}\x07 $(touch {CANARY})"
    assert write_archive(folder, SEED, FILES) > 400
    return folder


@pytest.fixture
def pane(folder: Path, open_tmux: Callable[..., Tmux]) -> Iterator[Pane]:
    """A pane so tall that whole releases are painted; after the test nothing but copying has touched the terminal."""
    pane = Pane(open_tmux("on", COLORTERM="truecolor"), folder, columns=110, rows=70)
    yield pane
    places = (*folder.rglob(CANARY), folder.parent / CANARY, Path(CANARY), Path("/tmp") / CANARY)
    assert not [path for path in places if path.exists()]


@pytest.fixture
def screen(pane: Pane, archive: Path) -> Iterator[Pane]:
    """The program on the folder, with every file read; it has to leave well and to have written what is its own."""
    pane.start_reader(str(archive))
    status = re.compile(r"(\d+) releases · (\d+) unreadable \(e\)")

    def all_read() -> bool:
        found = status.search(pane.text())
        return found is not None and int(found[1]) + int(found[2]) == FILES

    wait_for("all files", all_read, 20)
    yield pane
    assert pane.leave() == 0
    written = pane.written.partition(b"LEFT WITH")[0]
    orders = [order for order in foreign(written, SCREEN) if clipboard_of(order) not in pane.copies]
    assert orders == []
    assert [text for text in pane.copies if unfit(text) or not text.strip()] == []
    assert written.count(b"\x1b[?1049l") == 1
    assert MARK.encode() in written
    assert pane.names == "title window"
    assert pane.buffers == ""


def clipboard_of(order: str) -> str | None:
    """What a sequence puts on the terminal's clipboard: the reader does so where tmux is too slow for it."""
    found = CLIPBOARD.fullmatch(order)
    return base64.b64decode(found[1]).decode() if found else None


def sweep(pane: Pane, what: str, most: int = 1000) -> None:
    """Show every row of a list of releases, quotations or contacts after the other, or so many."""
    count = int(wait_for(f"the {what}", lambda: re.findall(rf"(\d+) {what}", pane.text()))[0])
    for row in range(2, min(count, most) + 1):
        pane.answer("j", f" {row}/{count} ")


def test_this_terminal_would_obey(pane: Pane, folder: Path) -> None:
    """Unless an attack does harm here and is seen, the tests below prove nothing."""
    (folder / "attack").write_bytes(b"\x1b]2;forged\x07\x1bkforged\x1b\\\x1b]52;c;Zm9yZ2Vk\x07\x9b31m\xe2\x80\xae\n")
    pane.start(["cat", "attack"])
    pane.shows("LEFT WITH 0")
    wait_for("harm", lambda: pane.names == "forged forged" and pane.buffers == "forged")
    written = pane.written.partition(b"LEFT WITH")[0]
    assert len(foreign(written, SCREEN)) == 5


def test_every_row_and_every_text(screen: Pane) -> None:
    sweep(screen, "releases")
    screen.answer("g", " 1/")
    screen.press("v")
    sweep(screen, "releases")
    screen.answer("e", "Could not be read")
    screen.close("Could not be read")
    screen.answer("m", "★")
    screen.answer("M", "you starred")
    screen.close("you starred")
    screen.answer("Q", "· quotations")
    sweep(screen, "quotations", most=15)
    screen.answer("w", "Who speaks")
    screen.close("Who speaks")
    screen.answer("s", "by speaker")
    screen.answer("Q", "unreadable (e)")
    open_contacts(screen)
    sweep(screen, "contacts", most=15)
    screen.answer("B", "unreadable (e)")


def test_what_is_typed_and_pasted(screen: Pane) -> None:
    screen.answer("/", "ind releases")
    for text in PASTED:
        search(screen, text)
    screen.paste(b"lamp")
    screen.answer("Enter", "best match first")
    screen.answer("f", "Save this search")
    screen.answer("Enter", "A name for it")
    screen.paste(f"\x9d2;{MARK}\x07[@click=app.quit]{MARK}[/]\x9b31m".encode())
    screen.answer("Enter", f"Saved as “[@click=app.quit]{MARK}[/]”")
    screen.answer("f", "enter takes it")
    screen.close("enter takes it")
    for key, shows in (
        ("?", "Previous match"),
        ("C-p", "earch for commands"),
        ("Q", "quotations"),
        ("B", "contacts"),
    ):
        screen.answer(key, shows)
        if key in "QB":
            screen.press("/")
        screen.paste(f"\x9d2;{MARK}\x07\u202e[bold]{MARK}".encode())
        screen.shows(f"[bold]{MARK}")
        screen.close(f"[bold]{MARK}")
        if key in "QB":
            screen.answer(key, "unreadable (e)")


def search(screen: Pane, text: str) -> None:
    """Paste an attack as a query, see the answer, and take it back."""
    screen.paste(text.encode("utf-8", "replace"))
    if words := clean_line(" ".join(text.splitlines())).strip():
        screen.shows("match first", "Nothing here holds", words[:20])
        screen.answer("C-u", "ind releases")


def open_contacts(screen: Pane) -> None:
    """Open the contact book and wait until it is read."""
    screen.answer("B", "· contacts")
    wait_for("the contact book", lambda: re.search(r"\d contacts", screen.text()))


def test_what_is_copied(screen: Pane) -> None:
    screen.answer("Q", "newest first")
    for _ in range(4):
        for key in ('"', "'", "y"):
            screen.copy(key)
        screen.press("j")
    screen.answer("Y", "Citation style")
    screen.press("j")
    assert "\n" not in screen.copy("Enter")
    screen.press("Tab")
    screen.drag((60, 10), (100, 30))
    screen.copy("C-c")
    screen.answer("Q", "unreadable (e)")
    open_contacts(screen)
    for _ in range(4):
        screen.copy("c")
        screen.answer("C", "Copy which part?")
        screen.press("j")
        screen.copy("Enter")
        screen.press("j")
    screen.answer("B", "unreadable (e)")


def test_what_commands_write_for_people(pane: Pane, folder: Path, archive: Path) -> None:
    files = sorted(map(str, archive.iterdir()))
    some = files[4:7] + files[8:11]
    commands = [
        ["index", str(archive)],
        ["show", *files],
        ["quotes", *files],
        *(["contacts", *files, "--format", name] for name in ("text", "json", "vcard", "csv")),
        *(["cite", *some, "--style", style] for style in STYLES),
        *(["cite", *some, "--format", markup] for markup in (*MARKUPS, *EXPORTS)),
        *(["cite", path, "--quote", "1"] for path in some),
        ["cite", *some, "--style", QUERIES[1]],
        ["show", f"{archive}/\x1b]2;{MARK}\x07\udc9b"],
        *([*command, f"{archive}/\x1b]2;{MARK}\x07"] for command in (["index"], ["search", "x"], ["--"])),
        *(["search", query, str(archive)] for query in QUERIES),
        ["quotes", "--who", QUERIES[1], "--about", QUERIES[2]],
    ]
    pane.start(here(folder, commands))
    wait_for("the commands", lambda: b"LEFT WITH" in pane.written, 30)
    written = pane.written.decode()
    assert foreign(pane.written, COMMANDS) == []
    assert re.findall(r"ENDED (?![012]\r)", written) == []
    assert written.count("ENDED") == len(commands)
    assert MARK in written
    assert pane.names == "title window"
    assert pane.buffers == ""


def here(folder: Path, commands: Sequence[Sequence[str]]) -> list[str]:
    """The command line that runs command lines. Names of files may be no text: JSON keeps that."""
    source = folder / "commands.json"
    source.write_text(json.dumps(commands), encoding="utf-8")
    return python("commands_here.py", str(source))


def test_what_commands_write_for_programs(folder: Path, archive: Path) -> None:
    files = sorted(map(str, archive.iterdir()))
    commands = [
        ["show", "--json", *files],
        ["quotes", "--json", *files],
        ["contacts", "--json", *files],
        ["cite", "--json", *files],
        ["search", "--json", "lamp", str(archive)],
    ]
    done = subprocess.run(here(folder, commands), capture_output=True)
    lines = done.stdout.decode().splitlines()
    assert unfit(done.stdout.decode()) == unfit(done.stderr.decode()) == set()
    records = [json.loads(line) for line in lines]
    paths = {record["path"] for record in records if "path" in record}
    assert paths < set(files)
    assert {hit["path"] for hit in records[-1]["hits"]} < paths
    assert len(paths) > FILES // 2
