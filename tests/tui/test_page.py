"""A page shows every body paragraph once, in positions of the release's own text."""

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Contact, Paragraph, Phone, Quote, Release
from reader.parsing.release import parse
from reader.tui.page import Page, contact_lines, set_page

LEAD = "The port authority will light the northern pier again, the harbour master, Ines Calder, said on Monday."
SPEECH = '"We have waited eleven winters for this lamp," Ms. Calder said.'
TEXT = f"PORT AUTHORITY LIGHTS PIER\n\n{LEAD}\n\n{SPEECH}"


def release_with_speech() -> Release:
    speech_at = TEXT.index(SPEECH)
    end = speech_at + SPEECH.index('" Ms') + 1
    paragraphs = (
        Paragraph(0, 26, "title"),
        Paragraph(28, 28 + len(LEAD), "body", 1),
        Paragraph(speech_at, len(TEXT), "body", 2),
    )
    quote = Quote(speech_at, end, TEXT[speech_at:end], "speech", "Ines Calder", end + 1, end + 11, True, 2)
    contact = Contact("Tomas Brandt", "Spokesman", None, phones=(Phone("020 7946 0101", "+442079460101"),))
    return Release(
        path=None,
        text=TEXT,
        title=TEXT[:26],
        display_title="Port Authority lights pier",
        paragraphs=paragraphs,
        quotes=(quote,),
        contacts=(contact,),
    )


def words_of(release: Release, page: Page) -> list[str]:
    return [line.words or release.text[line.start : line.end] for line in page.lines]


def test_the_headline_in_capitals_is_shown_readably_in_its_own_place() -> None:
    release = release_with_speech()
    title = next(line for line in set_page(release, 60).lines if line.kind == "title")
    assert title.words == "Port Authority lights pier"
    assert release.text[title.start : title.end] == "PORT AUTHORITY LIGHTS PIER"


def test_a_contact_card_gives_the_extension() -> None:
    release = parse(b"Buoy painted\n\nA buoy was painted.\n\nContact: Mara Finch, (207) 555-0134, ext. 12\n")
    (contact,) = release.contacts
    assert list(contact_lines(contact)) == [("", "Mara Finch"), ("☎ ", "(207) 555-0134 ext. 12")]


def test_paragraph_numbers_stand_at_first_lines_only() -> None:
    page = set_page(release_with_speech(), 40)
    assert [line.margin for line in page.lines if line.margin] == ["1", "2"]
    assert sum(line.kind == "body" for line in page.lines) > 2


def test_the_speaker_stands_where_the_quotation_ends() -> None:
    page = set_page(release_with_speech(), 80)
    labels = [(line.start, label.words) for line in page.lines for label in line.labels]
    assert [words for _, words in labels] == ["● Ines Calder"]
    assert TEXT[labels[0][0] :].startswith('"We have waited')


def test_a_label_that_does_not_fit_gets_a_line_of_its_own() -> None:
    page = set_page(release_with_speech(), 64)
    line = next(line for line in page.lines if line.labels)
    assert line.start == line.end == 0


def test_an_uncertain_speaker_shows_as_such() -> None:
    release = release_with_speech()
    quote = release.quotes[0]
    unsure = Quote(quote.start, quote.end, quote.text, "speech", quote.speaker, None, None, False, 2)
    page = set_page(Release(None, release.text, paragraphs=release.paragraphs, quotes=(unsure,)), 80)
    assert any("(perhaps)" in label.words for line in page.lines for label in line.labels)


def test_contacts_stand_in_a_card_with_even_sides() -> None:
    release = release_with_speech()
    lines = [line for line in set_page(release, 50).lines if line.kind == "card"]
    card = [f"{line.before}{line.words}{line.after}" for line in lines]
    assert any("Tomas Brandt" in words for words in card)
    assert len({len(words) for words in card}) == 1


def test_a_release_without_text_says_what_to_do() -> None:
    page = set_page(parse(b""), 40)
    assert "Press v to see it as it is written." in " ".join(line.words for line in page.lines)
    assert all(len(line.words) <= 40 for line in page.lines)


def test_the_line_of_a_position_shows_that_position() -> None:
    release = release_with_speech()
    page = set_page(release, 30)
    for position in range(28, len(TEXT)):
        line = page.lines[page.line_of(position)]
        assert line.start <= position
        assert not TEXT[line.end : position].strip()


@given(st.binary(max_size=400), st.integers(2, 100), st.booleans())
def test_any_bytes_make_a_page(data: bytes, width: int, as_written: bool) -> None:
    release = parse(data)
    page = set_page(release, width, as_written=as_written)
    for line in page.lines:
        assert 0 <= line.start <= line.end <= len(release.text)
