"""The sample documents, parsed, against what a careful person reads in them."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from reader.model import Contact, Release
from reader.parsing.release import read_release
from tests.core.sample_docs_rows import ROWS, Press

SAMPLES = Path(__file__).parents[2] / "sample_docs"
DESKS = ("press office", "out of hours", "duty", "judicial greffe", "weekends")

ATTRIBUTED_LANGUAGES = ("en", "fr", "es", "de")
"""In the others quotations are found and nobody is named."""

TERM_TAKEN_FOR_SPEECH = "a word or a cited headline in marks is taken for speech"
SPEAKER_MISSED = "a speaker far from the quotation is not found, or another one is"
KNOWN_GAPS = {
    "regulator-unread-meters.txt": TERM_TAKEN_FOR_SPEECH,
    "strike-tug-crews.txt": TERM_TAKEN_FOR_SPEECH,
    "court-seaweed-rights.txt": SPEAKER_MISSED,
    "meeting-coverage-shore-power.txt": SPEAKER_MISSED,
    "spanish-library-bus.txt": SPEAKER_MISSED,
    "un-style-pilot-ladders.txt": SPEAKER_MISSED,
    "undated-night-school.txt": SPEAKER_MISSED,
}
"""What a careful person reads and the program does not yet: each must go on failing until it is taken out here."""


def every_document_but(*reasons: str) -> pytest.MarkDecorator:
    """Each document; those with a known gap for one of the reasons are expected to fail."""
    gaps = {name: reason for name, reason in KNOWN_GAPS.items() if reason in reasons}
    marks = {name: pytest.mark.xfail(strict=True, reason=reason) for name, reason in gaps.items()}
    return pytest.mark.parametrize("name", [pytest.param(n, marks=marks.get(n, ())) for n in sorted(ROWS)])


every_document = pytest.mark.parametrize("name", sorted(ROWS))


@cache
def parsed(name: str) -> Release:
    return read_release(SAMPLES / name)


def said_by(speaker: str | None, expected: str) -> bool:
    return expected.casefold() in (speaker or "").casefold()


def is_press(contact: Contact, press: Press) -> bool:
    return (
        said_by(contact.name, press.name or "")
        and (press.email is None or press.email in contact.emails)
        and set(press.phones) <= {phone.e164 for phone in contact.phones}
    )


def test_every_sample_has_its_row() -> None:
    assert sorted(ROWS) == sorted(path.name for path in SAMPLES.iterdir() if not path.name.startswith("."))


def test_the_encodings_on_disk_are_the_ones_intended() -> None:
    assert (SAMPLES / "prize-translated-novel.txt").read_bytes().startswith(b"\xff\xfe")
    assert b"\x93My crews" in (SAMPLES / "merger-ferry-lines.txt").read_bytes()
    budget = (SAMPLES / "budget-county-council.txt").read_bytes()
    assert budget.count(b"\r\n") == budget.count(b"\n") > 0


@every_document
def test_title(name: str) -> None:
    assert (parsed(name).title or "").startswith(ROWS[name].title)


@every_document
def test_day(name: str) -> None:
    release = parsed(name)
    assert (release.date if release.date_source != "file" else None) == ROWS[name].day


@every_document
def test_issuer(name: str) -> None:
    issuer, right = parsed(name).issuer, ROWS[name].issuers
    assert any(said_by(issuer, form) for form in right) if right else issuer is None


@every_document
def test_language(name: str) -> None:
    assert (parsed(name).language or "").partition("-")[0] == ROWS[name].language


@every_document_but(TERM_TAKEN_FOR_SPEECH)
def test_number_of_quotations(name: str) -> None:
    spoken = [quote.text for quote in parsed(name).quotes if quote.kind == "speech"]
    assert len(spoken) == sum(ROWS[name].spoken.values()), spoken


@every_document_but(TERM_TAKEN_FOR_SPEECH, SPEAKER_MISSED)
def test_speakers(name: str) -> None:
    expected: dict[str | None, int] = dict(ROWS[name].spoken.items())
    if ROWS[name].language not in ATTRIBUTED_LANGUAGES:
        expected = {None: sum(expected.values())}
    speakers = [quote.speaker for quote in parsed(name).quotes if quote.kind == "speech"]
    named = Counter(next((who for who in expected if who and said_by(speaker, who)), speaker) for speaker in speakers)
    assert named == Counter(expected)


@every_document
def test_contacts(name: str) -> None:
    contacts, expected = parsed(name).contacts, ROWS[name].contacts
    assert [press for press in expected if not any(is_press(contact, press) for contact in contacts)] == []


@every_document
def test_no_contact_is_invented(name: str) -> None:
    contacts = [contact for contact in parsed(name).contacts if contact.kind == "press"]
    expected = ROWS[name].contacts
    people = [press.name for press in expected if press.name]
    strangers = [
        contact.name
        for contact in contacts
        if contact.name
        and not contact.name.casefold().startswith(DESKS)
        and not any(said_by(contact.name, person) for person in people)
    ]
    assert strangers == []
    assert {email for contact in contacts for email in contact.emails} <= {press.email for press in expected}
