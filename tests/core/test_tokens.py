"""What a word is: without case and accents, in any script."""

import pytest

from reader.library.tokens import COLUMNS, LEAD_LETTERS, Folded, columns, index_form, query_terms, terms, tokens
from reader.model import Paragraph, Quote, Release


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("The Harbour's wall", ["the", "harbour", "s", "wall"]),
        ("snake_case a-b 20%", ["snake", "case", "a", "b", "20"]),
        ("École É e\u0301 ÉCOLE", ["ecole", "e", "e", "ecole"]),
        ("Straße Øre Łódź Þór Æther", ["strasse", "ore", "lodz", "thor", "aether"]),
        ("“quoted”—and…so on", ["quoted", "and", "so", "on"]),
        ("İstanbul ılık ISTANBUL", ["istanbul", "ilik", "istanbul"]),
        ("Ελλάδα ΕΛΛΑΔΑ", ["ελλαδα", "ελλαδα"]),
        ("ёлка ЁЛКА", ["елка", "елка"]),
        ("الرمّانة", ["الرمانه"]),
        ("हिन्दी", ["हिन्दी"]),
        ("ﬁnal ｗｉｄｅ", ["final", "wide"]),
        ("m² word¹ ½", ["m", "2", "word", "1", "1", "2"]),
        ("so\u00adft ze\u200bro", ["soft", "zero"]),
        ("灯塔重", ["灯塔", "塔重", "重"]),
        ("新しいABC灯", ["新し", "しい", "い", "abc", "灯"]),
        ("한국은", ["한국", "국은", "은"]),
        ("ภาษา", ["ภา", "าษ", "ษา", "า"]),
        ("\ud800x\x00y", ["x", "y"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert terms(text) == words


def test_a_word_knows_its_place() -> None:
    text = "Das Café: 灯塔 und e\u0301te\u0301."
    assert [(text[token.start : token.end], token.term) for token in tokens(text)] == [
        ("Das", "das"),
        ("Café", "cafe"),
        ("灯塔", "灯塔"),
        ("塔", "塔"),
        ("und", "und"),
        ("e\u0301te\u0301", "ete"),
    ]


def test_a_query_in_a_script_without_blanks_asks_for_its_pairs() -> None:
    assert query_terms("灯塔重新") == (("灯塔", "塔重", "重新"), False)
    assert query_terms("灯") == (("灯",), True)
    assert query_terms("ferry") == (("ferry",), False)


def test_plain_text_is_handed_over_as_it_is() -> None:
    assert index_form("Plain_text, as-is\n") == "Plain_text, as-is\n"
    assert index_form("The café — open") == "The cafe  open"


def test_a_folded_text_knows_where_its_words_stood() -> None:
    text = "— “Der Großkai”, 灯塔, Ende"
    folded = Folded(text)
    assert folded.text == " der grosskai, 灯塔 塔, ende"
    for word, original in (
        ("grosskai", "Großkai"),
        ("灯塔 塔", "灯塔"),
        ("ende", "Ende"),
        ("der grosskai", "Der Großkai"),
    ):
        start = folded.text.index(word)
        span = folded.span(start, start + len(word))
        assert text[span.start : span.end] == original


class TestColumns:
    def test_each_part_of_a_release_has_its_own(self) -> None:
        text = "Ferries return\n\nThey call again.\n\n“Good,” said Ines Calder.\n\nThey call again."
        release = Release(
            "quay.txt",
            text,
            title="Ferries return",
            symbol="NHA/INF/204",
            issuer="Northmarch Harbour",
            places=("Northmarch", "Skerry"),
            paragraphs=(
                Paragraph(0, 14, "title"),
                Paragraph(16, 32, "body", 1),
                Paragraph(34, 59, "body", 2),
                Paragraph(61, 77, "repeat"),
            ),
            quotes=(
                Quote(34, 41, "“Good,”", "speech", "Ines Calder"),
                Quote(34, 41, "“Good,”", "speech", "Ines Calder"),
            ),
        )
        assert dict(zip(COLUMNS, columns(release), strict=True)) == {
            "title": "Ferries return",
            "lead": "They call again.\ngood, said Ines Calder.",
            "body": "They call again.\ngood, said Ines Calder.",
            "symbol": "NHA/INF/204 nhainf204",
            "issuer": "Northmarch Harbour",
            "places": "Northmarch\nSkerry",
            "speakers": "Ines Calder",
        }

    def test_without_paragraphs_the_text_is_the_body(self) -> None:
        assert columns(Release(None, "ferry"))[:3] == ("", "ferry", "ferry")

    def test_the_lead_is_short_and_ends_with_a_word(self) -> None:
        release = Release(None, "ferries " * 500)
        lead = columns(release)[1]
        assert LEAD_LETTERS - 8 <= len(lead) <= LEAD_LETTERS
        assert set(lead.split()) == {"ferries"}

    def test_one_endless_word_has_no_lead(self) -> None:
        assert columns(Release(None, "x" * 5000))[1:3] == ("", "x" * 5000)
