"""Lines become paragraphs: hard wraps joined, blanks folded, everything at its place."""

import textwrap

import pytest

from reader.parsing.document import Document
from reader.parsing.formats import to_document
from reader.parsing.layout import lay_out, unwrap

PARAGRAPHS = (
    "The harbour commission approved a second pilot station on Tuesday, ending an argument that had lasted nine years "
    "and three inquiries, and said that building would begin in the spring.",
    "Ida Moreau, who runs the present station with a crew of eleven, welcomed the vote but asked for the long-term "
    "lease to be settled before the first stone was laid.",
    "The station will cost 4.1 million euros. Ships will be met four miles further out than today, where the channel "
    "is wide enough for two of them to pass.",
)


def pieces(text: str) -> list[str]:
    layout = lay_out(Document(text))
    return [layout.text[paragraph.start : paragraph.end] for paragraph in layout.paragraphs]


@pytest.mark.parametrize("width", [50, 60, 72, 78, 100])
@pytest.mark.parametrize(
    ("first", "others", "gap"),
    [("", "", "\n\n"), ("    ", "", "\n"), ("        ", "        ", "\n\n"), ("  ", "", "\n\n")],
)
def test_wrapped_paragraphs_come_out_whole(width: int, first: str, others: str, gap: str) -> None:
    wrapped = gap.join(
        textwrap.fill(paragraph, width, initial_indent=first, subsequent_indent=others) for paragraph in PARAGRAPHS
    )
    assert pieces(wrapped) == list(PARAGRAPHS)


def test_a_file_with_one_paragraph_a_line_stays_so() -> None:
    assert pieces("\n".join(PARAGRAPHS)) == list(PARAGRAPHS)


def test_lists_addresses_and_contact_lines_are_not_joined() -> None:
    body = textwrap.fill(PARAGRAPHS[0], 60)
    block = (
        "* one boat\n* two boats and a crew\n\nIda Moreau\nHarbour Commission\nPhone: 555 0100\nEmail: ida@lorn.example"
    )
    assert pieces(f"{body}\n\n{block}")[1:] == block.replace("\n\n", "\n").split("\n")


def test_an_item_that_goes_on_below_is_one() -> None:
    item = (
        "* a boat that can stay at sea for two days and\n  nights in any weather that the port ever had since\n  1953"
    )
    text = textwrap.fill(PARAGRAPHS[0], 56) + "\n\n" + item + "\n* another"
    assert pieces(text)[1:] == [" ".join(item.split()), "* another"]


def test_a_line_that_ends_in_a_title_goes_on() -> None:
    text = "An amendment to the harbour bill was offered by Commissioners Ruiz and Sen.\n Walden and adopted today."
    assert len(pieces(text)) == 1


def test_chinese_lines_join_without_a_blank() -> None:
    sentence = (
        "港务局星期二批准修建第二个引航站结束了持续九年的争论并表示工程将于春天开始预计两年完成届时船舶将在更远处等候"
    )
    wrapped = "\n".join(textwrap.wrap(sentence * 2, 20)) + "。"
    assert pieces(wrapped) == [sentence * 2 + "。"]


def test_a_hyphen_at_the_end_of_a_line_stays_unless_the_word_is_known_without() -> None:
    text = (
        "The harbour government has agreed to a long-\nterm lease for the second station. The govern-\n"
        "ment will publish it in the spring, when the\nbuilders arrive from the other side of the bay."
    )
    (paragraph,) = pieces(text)
    assert "a long-term lease" in paragraph
    assert "The government will" in paragraph


def test_unwrapping_keeps_every_place() -> None:
    text = textwrap.fill(PARAGRAPHS[0], 60) + "\n\n" + textwrap.fill(PARAGRAPHS[1], 60) + "\n"
    unwrapped = unwrap(text)
    assert len(unwrapped) == len(text)
    assert [line for line in unwrapped.split("\n") if line] == list(PARAGRAPHS[:2])


def test_tight_lines_keep_one_newline_between_them() -> None:
    layout = lay_out(Document("Ida Moreau\nHarbour Commission\n\n" + PARAGRAPHS[0]))
    assert layout.text == "Ida Moreau\nHarbour Commission\n\n" + PARAGRAPHS[0]
    assert layout.tight == {1}


def test_columns_of_the_head_come_apart() -> None:
    assert pieces("FOR IMMEDIATE RELEASE          Contact: Ida Moreau\nMay 5, 2004\n")[:2] == [
        "FOR IMMEDIATE RELEASE",
        "Contact: Ida Moreau",
    ]


def test_wire_text_comes_apart_at_two_blanks() -> None:
    wire = "LORN, ME, March 5, 2025 /24-7PressRelease/ -- " + "  ".join(PARAGRAPHS * 2)
    assert len(pieces(wire)) == 6


def test_two_blanks_after_every_sentence_are_only_a_habit() -> None:
    sentences = [
        f"The {number} boat left the harbour before the storm and came back in the evening." for number in range(20)
    ]
    assert len(pieces("  ".join(sentences))) == 1


def test_a_page_that_lost_its_punctuation_comes_apart_at_wide_gaps() -> None:
    text = (
        "     Harbour Commission  Votes for  Second Station" + " " * 60 + "March 5  2007" + " " * 9
        + "LORN  The commission today approved a station  Ida Moreau  who runs the first  welcomed it" + " " * 8
        + "The station will cost 4 1 million and will open in two years  she said  and it will be larger"
    )  # fmt: skip
    layout = lay_out(Document(text))
    assert layout.stripped
    assert [layout.text[p.start : p.end] for p in layout.paragraphs][:2] == [
        "Harbour Commission Votes for Second Station",
        "March 5 2007",
    ]
    assert len(layout.paragraphs) == 4


def test_emphasis_and_headings_move_with_their_words() -> None:
    source = "# A  long   title\n\n" + textwrap.fill(PARAGRAPHS[0].replace("nine years", "<u>nine years</u>"), 50)
    layout = lay_out(to_document(source, ".md"))
    (span,) = layout.styles
    assert layout.text[span.start : span.end] == "nine years"
    assert layout.headings == {0}


def test_emphasis_stays_in_place_when_a_hyphen_goes() -> None:
    text = (
        "The harbour government has agreed to a short\nlease for the second station only. The govern-\n"
        "ment will <b>publish</b> it in the spring, when the\nbuilders arrive from the other side of the bay."
    )
    layout = lay_out(to_document(text, ".txt"))
    (span,) = layout.styles
    assert layout.text[span.start : span.end] == "publish"


@pytest.mark.parametrize("text", ["", "\n", "   \n \n", "\n\nx\n\n"])
def test_hardly_any_text_is_laid_out(text: str) -> None:
    assert lay_out(Document(text)).text == text.strip()


@pytest.mark.parametrize("piece", ["ab\n", "word " * 12 + "\n", "inter-\nnational ", "Word.   ", "Word  ", "x       "])
def test_a_hundred_thousand_pieces_take_linear_time(piece: str) -> None:
    text = piece * 20_000
    assert len(lay_out(Document(text)).text) <= len(text)
