"""Bytes and files become releases, whatever they hold."""

import os
from pathlib import Path

import pytest

from reader.errors import UnreadableFile
from reader.parsing.release import parse, read_release, release_from_bytes

RELEASE = """\
For information only - not an official document

HSIS/PR/971
24 May 2017

Harbour chief: nine in ten accidents happen in port

LORN, 24 May (Harbour Information Service) - The head of the service, Ida Moreau, said on Tuesday: "Ships are safe at
sea. It is the last mile that kills." She was speaking to port ministers from sixty countries.

A second count will follow in the autumn, when the winter crews have been trained.

* *** *

For further information please contact:

Kofi Bauer
Spokesperson, Harbour Safety Board
Telephone: (+43 1) 26060-5629
Email: kofi.bauer[at]harbours.example
"""


def test_every_part_of_a_release_is_found() -> None:
    release = parse(RELEASE.encode(), "24May2017.txt")
    assert release.path == "24May2017.txt"
    assert release.title == "Harbour chief: nine in ten accidents happen in port"
    assert [quote.speaker for quote in release.quotes] == ["Ida Moreau"]
    assert [contact.name for contact in release.contacts] == ["Kofi Bauer"]
    assert [p.number for p in release.paragraphs if p.kind == "body"] == [1, 2]
    assert {p.kind for p in release.paragraphs[-4:]} == {"contact"}


def test_paragraphs_are_stretches_of_the_text_in_order() -> None:
    release = parse(RELEASE.encode())
    assert "\n".join(release.text[p.start : p.end] for p in release.paragraphs) == release.text.replace("\n\n", "\n")


def test_the_organisation_of_the_contact_is_the_issuer_if_nothing_else_is() -> None:
    source = RELEASE.replace(" (Harbour Information Service)", "")
    assert parse(source.encode()).issuer == "Harbour Safety Board"


def test_a_file_is_read_like_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_text(RELEASE, encoding="utf-16")
    assert read_release(path).text == parse(RELEASE.encode()).text
    assert read_release(path).path == str(path)


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\0" * 40, b"%PDF-1.4", bytes(range(256)) * 9])
def test_bytes_without_text_give_an_empty_release_that_says_so(data: bytes) -> None:
    release = parse(data)
    assert (release.text, release.paragraphs, len(release.remarks)) == ("", (), 1)


@pytest.mark.parametrize(("data", "reason"), [(b"%PDF-1.4", "PDF"), (b"\0" * 9, "zero bytes")])
def test_a_file_without_text_is_unreadable(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "scan.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match=rf"scan\.txt: .*{reason}"):
        read_release(path)


def test_the_content_of_a_file_is_read_as_the_file(tmp_path: Path) -> None:
    path = tmp_path / "24May2017.txt"
    path.write_bytes(RELEASE.encode())
    assert release_from_bytes(path.read_bytes(), str(path)) == read_release(path)
    with pytest.raises(UnreadableFile, match=r"scan\.txt: .*PDF"):
        release_from_bytes(b"%PDF-1.4", "scan.txt")


@pytest.mark.parametrize(("region", "e164"), [(None, None), ("AT", "+43316123456"), ("AU", "+61316123456")])
def test_the_region_is_for_numbers_without_a_country(region: str | None, e164: str | None) -> None:
    line = b"Press contact: Ida Moreau, 0316 123456"
    assert parse(line, region=region).contacts[0].phones[0].e164 == e164
    told = b"VIENNA, 4 May 2011 - The lamp is back, the harbour board said.\n\n" + line
    assert parse(told, region=region).contacts[0].phones[0].e164 == "+43316123456"


def test_an_empty_file_is_a_release_with_a_remark(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    assert read_release(path).remarks == ("The file holds no text.",)


def test_what_is_no_file_is_unreadable_and_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe, tmp_path / "missing.txt"):
        with pytest.raises(UnreadableFile, match=path.name):
            read_release(path)


def test_a_hostile_file_name_is_harmless_in_the_message(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_release(tmp_path / "a\x1b]0;title\x07\nb.txt")
    assert "a↵b.txt" in str(caught.value)
    assert "\x1b" not in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("line", [b"word " * 400_000, b'"' * 10_000, b"x" * 2_000_000, b"May 24, 2017 " * 10_000])
def test_a_line_of_any_length_is_parsed(line: bytes) -> None:
    assert parse(line).text


def test_ten_thousand_contact_lines_are_parsed() -> None:
    assert parse(b"Contact: Ida Moreau, 202-555-0143\n" * 10_000).paragraphs
