"""Exports from the screen: which releases, in which format, where to."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from reader.citing import EXPORTS
from reader.errors import ReaderError
from reader.model import Release
from reader.parsing.formats import is_release_file
from reader.parsing.release import parse
from reader.tui.app import ReaderApp
from reader.tui.exporting import FORMATS, Group
from reader.tui.new_file import path_named, write
from reader.tui.screens.exporting import ExportScreen, Records
from tests.tui.conftest import OpenApp, press, screen, settle, shown, toasted, type_

pytestmark = pytest.mark.usefixtures("no_desktop")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the program is started in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def titles(file: Path) -> list[str]:
    return [item["title"] for item in json.loads(file.read_text(encoding="utf-8"))]


def test_every_format_is_offered_and_none_of_its_files_is_a_release() -> None:
    assert {format_.key for format_ in FORMATS} == set(EXPORTS)
    assert not any(is_release_file(Path(format_.file_name)) for format_ in FORMATS)


async def test_everything_found_goes_to_a_file_where_the_program_was_started(
    archive: Path, folder: Path, open_app: OpenApp
) -> None:
    for number in range(3):
        (archive / f"{number}.txt").write_text(f"4 May 2011\n\nKittiwake {number} counted\n\nA kittiwake was seen.\n")
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "kitiwake")
        await press(pilot, "enter", "x")
        assert "The 3 releases found" in shown(pilot)
        await press(pilot, "j", "enter", "j", "enter", "j", "enter")
        assert "releases.json" in shown(pilot)
        assert str(folder) in shown(pilot).replace("│", "")
        await press(pilot, "enter")
        assert sorted(titles(folder / "releases.json")) == [f"Kittiwake {number} counted" for number in range(3)]
        assert await toasted(pilot, "3 CSL-JSON records written to")


async def test_more_than_the_list_holds_is_exported(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await pilot.press("/")
        await type_(pilot, "northmarch")
        main = screen(pilot)
        assert main.answer is not None
        main.answer = replace(main.answer, ids=main.answer.ids[:1])
        group = main.listed()
        assert group is not None
        assert group.size == len(list(group.releases())) == 2


async def test_starred_releases_are_copied(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await press(pilot, "m", "j", "m", "j", "x")
        assert "The 2 starred releases" in shown(pilot)
        assert "The 3 releases listed" in shown(pilot)
        await press(pilot, "j", "enter", "enter", "enter")
        assert await toasted(pilot, "2 RIS records sent to the terminal")


async def test_a_file_is_never_written_over_without_asking(archive: Path, folder: Path, open_app: OpenApp) -> None:
    kept = folder / "releases.ris"
    kept.write_text("mine")
    async with open_app(archive) as pilot:
        to_the_name = ("x", "enter", "enter", "j", "enter")
        await press(pilot, *to_the_name, "enter")
        assert "releases.ris is there already" in shown(pilot)
        await press(pilot, "enter")
        await type_(pilot, "2")
        await press(pilot, "enter")
        assert kept.read_text() == "mine"
        assert (folder / "2.ris").read_text().startswith("TY  - RPRT")
        await press(pilot, *to_the_name, "enter", "j", "enter")
        assert kept.read_text().count("TY  - RPRT") == 1
        assert sorted(path.name for path in folder.iterdir()) == ["2.ris", "releases.ris"]


async def test_a_folder_that_is_missing_is_said_and_the_name_kept(archive: Path, open_app: OpenApp) -> None:
    async with open_app(archive) as pilot:
        await press(pilot, "x", "enter", "enter", "j", "enter", "home")
        await type_(pilot, "nowhere/")
        await press(pilot, "enter")
        assert "There is no folder" in shown(pilot)
        assert pilot.app.screen.query_one(Input).value == "nowhere/releases.ris"


def test_a_file_that_came_meanwhile_is_left_as_it_is(folder: Path) -> None:
    file = folder / "a.ris"
    file.write_text("mine")
    with pytest.raises(ReaderError, match="is there already"):
        write(file, "records", over=False)
    assert file.read_text() == "mine"
    write(file, "é\r\n", over=True)
    assert file.read_bytes() == "é\r\n".encode()


@pytest.mark.parametrize("over", [True, False])
def test_a_file_that_does_not_fit_leaves_nothing_half_written(folder: Path, over: bool) -> None:
    resource = pytest.importorskip("resource")
    file = folder / "a.ris"
    if over:
        file.write_text("mine")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(ReaderError, match=r"a\.ris cannot be written \(File too large\)"):
            write(file, "x" * 5000, over=over)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [path.read_text() for path in folder.iterdir()] == (["mine"] if over else [])


@pytest.mark.parametrize("over", [True, False])
def test_a_killed_export_leaves_no_half_file_and_is_in_nobodys_way(folder: Path, over: bool) -> None:
    if over:
        (folder / "a.ris").write_text("mine")
    program = f"""
import os, signal, threading
from pathlib import Path
from reader.tui.new_file import write
threading.Thread(target=write, args=(Path("a.ris"), "x" * 100_000_000), kwargs={{"over": {over}}}).start()
while not list(Path().glob(".release-reader-*.part")):
    pass
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", program], check=False)
    assert [path.read_text() for path in folder.glob("a.ris")] == (["mine"] if over else [])
    write(folder / "a.ris", "records", over=over)
    assert [path.read_text() for path in folder.iterdir()] == ["records"]


def test_a_link_is_written_through(folder: Path) -> None:
    file, link = folder / "deep" / "a.ris", folder / "b.ris"
    file.parent.mkdir()
    file.write_text("mine")
    link.symlink_to(file)
    with pytest.raises(ReaderError, match=r"b\.ris is there already"):
        write(link, "records", over=False)
    write(link, "records", over=True)
    assert link.is_symlink()
    assert file.read_text() == "records"


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("a.ris", "HERE/a.ris"),
        ("a", "HERE/a.ris"),
        ("deep", "HERE/deep/releases.ris"),
        ("deep/b.txt", "HERE/deep/b.txt"),
        ("/tmp/c.ris", "/tmp/c.ris"),
        ("~/d.ris", "HOME/d.ris"),
        ("~nobody-of-this-name/e.ris", "HERE/~nobody-of-this-name/e.ris"),
        ("x" * 5000, f"HERE/{'x' * 5000}.ris"),
    ],
)
def test_path_named(words: str, path: str, folder: Path) -> None:
    (folder / "deep").mkdir()
    expected = path.replace("HERE", str(folder)).replace("HOME", str(Path.home()))
    assert str(path_named(words, folder, "releases.ris")) == expected


def blocked(go_on: threading.Event) -> Callable[[], Iterator[Release]]:
    def releases() -> Iterator[Release]:
        for number in range(300):
            if number == 200:
                go_on.wait(10)
            yield parse(b"4 May 2011\n\nKittiwakes counted\n\nMany were seen.\n")

    return releases


@pytest.mark.parametrize("stopped", [True, False])
async def test_progress_is_shown_and_esc_stops_it(archive: Path, open_app: OpenApp, stopped: bool) -> None:
    go_on = threading.Event()
    answers: list[Records | None] = []
    async with open_app(archive) as pilot:
        assert isinstance(pilot.app, ReaderApp)
        pilot.app.push_screen(ExportScreen(Group("These", "", 300, blocked(go_on)), "ris"), answers.append)
        while "200 of 300 releases" not in shown(pilot):
            await pilot.pause()
        if stopped:
            await pilot.press("escape")
        go_on.set()
        await settle(pilot)
    found = [records and records.count for records in answers]
    assert found == [None if stopped else 300]
