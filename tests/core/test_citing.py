import datetime
import re

import pytest

from reader.citing import STYLES, Reference, cite, reference_for
from reader.citing.capitals import title_case
from reader.citing.marks import requote, words_of
from reader.citing.names import name_shapes
from reader.citing.styles import FULL_MONTHS
from reader.citing.template import fill
from reader.model import Paragraph, Quote, Release

DAY = datetime.date(2021, 9, 3)
TODAY = datetime.date(2024, 11, 22)
AMERICAN = (("“", "”"), ("‘", "’"))

FULL = Reference(
    title="Harbour Board: new tide gauges warn fishers two hours earlier",
    issuer="Westhaven Harbour Board",
    date=DAY,
    symbol="WHB/21/34",
    url="https://westhaven.example/news/tide_gauges",
    language="en",
)
BARE = Reference(title="'Nothing left to lose' at the lighthouse, says keeper", language="en")
UNITED_NATIONS = Reference(
    title="Delegates agree on rules for river ports", issuer="United Nations", date=DAY, symbol="UNIS/XX/12"
)


def said(text: str, *, speaker: str | None = "Ada Quill", certain: bool = True, paragraph: int | None = 4) -> Quote:
    return Quote(0, len(text), text, "speech", speaker, certain=certain, paragraph=paragraph)


@pytest.mark.parametrize(
    ("style", "form", "expected"),
    [
        (
            "apa",
            "reference",
            "Westhaven Harbour Board. (2021, September 3). Harbour Board: new tide gauges warn fishers two hours"
            " earlier [Press release]. https://westhaven.example/news/tide_gauges",
        ),
        ("apa", "in-text", "(Westhaven Harbour Board, 2021)"),
        (
            "mla",
            "reference",
            "“Harbour Board: New Tide Gauges Warn Fishers Two Hours Earlier.” Westhaven Harbour Board, 3 Sept. 2021,"
            " westhaven.example/news/tide_gauges. Press release.",
        ),
        ("mla", "in-text", "(“Harbour Board”)"),
        (
            "chicago-notes",
            "footnote",
            "Westhaven Harbour Board, “Harbour Board: new tide gauges warn fishers two hours earlier,” press release"
            " WHB/21/34, September 3, 2021, https://westhaven.example/news/tide_gauges.",
        ),
        (
            "chicago-notes",
            "reference",
            "Westhaven Harbour Board. “Harbour Board: new tide gauges warn fishers two hours earlier.” Press release"
            " WHB/21/34, September 3, 2021. https://westhaven.example/news/tide_gauges.",
        ),
        (
            "chicago-author-date",
            "reference",
            "Westhaven Harbour Board. 2021. “Harbour Board: new tide gauges warn fishers two hours earlier.” Press"
            " release WHB/21/34, September 3, 2021. https://westhaven.example/news/tide_gauges.",
        ),
        ("chicago-author-date", "in-text", "(Westhaven Harbour Board 2021)"),
        (
            "harvard",
            "reference",
            "Westhaven Harbour Board (2021) Harbour Board: new tide gauges warn fishers two hours earlier [Press"
            " release]. 3 September. Available at: https://westhaven.example/news/tide_gauges (Accessed: 22 November"
            " 2024).",
        ),
        ("harvard", "in-text", "(Westhaven Harbour Board, 2021)"),
        (
            "ieee",
            "reference",
            "Westhaven Harbour Board, “Harbour Board: new tide gauges warn fishers two hours earlier,” Press Release"
            " WHB/21/34, Sep. 3, 2021. Accessed: Nov. 22, 2024. [Online]. Available:"
            " https://westhaven.example/news/tide_gauges",
        ),
        (
            "ama",
            "reference",
            "Harbour Board: new tide gauges warn fishers two hours earlier. News release. Westhaven Harbour Board."
            " September 3, 2021. Accessed November 22, 2024. https://westhaven.example/news/tide_gauges",
        ),
        (
            "vancouver",
            "reference",
            "Westhaven Harbour Board. Harbour Board: new tide gauges warn fishers two hours earlier [press release]"
            " (2021 Sep 3) [cited 2024 Nov 22]. Available from: https://westhaven.example/news/tide_gauges",
        ),
        (
            "bluebook",
            "footnote",
            "Press Release WHB/21/34, Westhaven Harbour Board, Harbour Board: New Tide Gauges Warn Fishers Two Hours"
            " Earlier (Sept. 3, 2021), https://westhaven.example/news/tide_gauges",
        ),
        (
            "oscola",
            "footnote",
            "Westhaven Harbour Board, ‘Harbour Board: New Tide Gauges Warn Fishers Two Hours Earlier’ (Press Release"
            " WHB/21/34, 3 September 2021) <https://westhaven.example/news/tide_gauges> accessed 22 November 2024.",
        ),
        (
            "aglc",
            "footnote",
            "Westhaven Harbour Board, ‘Harbour Board: New Tide Gauges Warn Fishers Two Hours Earlier’ (Media Release"
            " WHB/21/34, 3 September 2021) <https://westhaven.example/news/tide_gauges>.",
        ),
        ("un", "reference", "Westhaven Harbour Board press release WHB/21/34 (3 Sep 2021)"),
        (
            "un",
            "footnote",
            "Westhaven Harbour Board, “Harbour Board: new tide gauges warn fishers two hours earlier”, press release"
            " WHB/21/34, 3 September 2021. Available at https://westhaven.example/news/tide_gauges.",
        ),
        (
            "plain",
            "reference",
            "Westhaven Harbour Board, “Harbour Board: new tide gauges warn fishers two hours earlier”, press release"
            " WHB/21/34, 3 September 2021, https://westhaven.example/news/tide_gauges",
        ),
    ],
)
def test_a_release_that_says_everything(style: str, form: str, expected: str) -> None:
    citation = cite(FULL, style, form=form, accessed=TODAY)  # type: ignore[arg-type]
    assert citation.text == expected
    assert citation.missing == ()


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "“Nothing left to lose” at the lighthouse, says keeper [Press release]. (n.d.)."),
        ("mla", "“‘Nothing Left to Lose’ at the Lighthouse, Says Keeper.” Press release."),
        ("chicago-notes", "“‘Nothing left to lose’ at the lighthouse, says keeper,” press release, n.d."),
        ("chicago-author-date", "“‘Nothing left to lose’ at the lighthouse, says keeper.” n.d. Press release."),
        ("harvard", "‘Nothing left to lose’ at the lighthouse, says keeper (no date) [Press release]."),
        ("ieee", "“‘Nothing left to lose’ at the lighthouse, says keeper,” Press Release, n.d."),
        ("ama", "“Nothing left to lose” at the lighthouse, says keeper. News release."),
        ("vancouver", "“Nothing left to lose” at the lighthouse, says keeper [press release] (date unknown)."),
        ("bluebook", "Press Release, “Nothing Left to Lose” at the Lighthouse, Says Keeper (n.d.)."),
        ("oscola", "‘“Nothing Left to Lose” at the Lighthouse, Says Keeper’ (Press Release)."),
        ("aglc", "‘“Nothing Left to Lose” at the Lighthouse, Says Keeper’ (Media Release)."),
        ("un", "“‘Nothing left to lose’ at the lighthouse, says keeper”, press release"),
        ("plain", "“‘Nothing left to lose’ at the lighthouse, says keeper”, press release, no date"),
    ],
)
def test_a_release_that_says_only_its_title(style: str, expected: str) -> None:
    citation = cite(BARE, style)
    assert citation.text == expected
    assert citation.missing == ("no date", "no issuer", "no symbol", "no URL")


def test_every_style_is_held_by_the_tests_above() -> None:
    assert len(STYLES) == 13
    for style in STYLES:
        assert cite(Reference(), style).text


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago-notes", "accessed November 22, 2024, https://a.example."),
        ("chicago-author-date", "Accessed November 22, 2024. https://a.example."),
        ("mla", "a.example. Press release. Accessed 22 Nov. 2024."),
        ("bluebook", "https://a.example (last visited Nov. 22, 2024)."),
    ],
)
def test_styles_that_want_the_access_date_of_undated_releases_only(style: str, expected: str) -> None:
    undated = Reference(title="Tides turn", issuer="Tide Board", url="https://a.example")
    dated = Reference(title="Tides turn", issuer="Tide Board", url="https://a.example", date=DAY)
    assert cite(undated, style, accessed=TODAY).text.endswith(expected)
    assert "2024" not in cite(dated, style, accessed=TODAY).text


def test_a_release_without_address_has_no_access_date() -> None:
    for style in STYLES:
        assert cite(BARE, style, accessed=TODAY).text == cite(BARE, style).text


def test_the_united_nations_symbol_comes_first() -> None:
    assert cite(UNITED_NATIONS, "un").text == "UN press release UNIS/XX/12 (3 Sep 2021)"
    assert "U.N. Press Release UNIS/XX/12 (Sept. 3, 2021)" in cite(UNITED_NATIONS, "bluebook").text


def test_a_symbol_of_somebody_else_is_not_the_united_nations() -> None:
    reference = Reference(issuer="UN Women of Westhaven", symbol="W/1", title="Choir sings")
    assert cite(reference, "un").text == "UN Women of Westhaven press release W/1"
    assert cite(Reference(symbol="W/1"), "un").text == "Press release W/1"


PERSON = Reference(title="Boats sail", author="Maria van der Berg", issuer="Acme Boats Inc.", date=DAY)


@pytest.mark.parametrize(
    ("style", "form", "expected"),
    [
        ("apa", "reference", "van der Berg, M. (2021, September 3). Boats sail [Press release]. Acme Boats Inc."),
        ("apa", "in-text", "(van der Berg, 2021)"),
        ("mla", "reference", "van der Berg, Maria. “Boats sail.” Acme Boats Inc., 3 Sept. 2021. Press release."),
        ("mla", "in-text", "(van der Berg)"),
        (
            "chicago-notes",
            "footnote",
            "Maria van der Berg, “Boats sail,” press release, Acme Boats Inc., September 3, 2021.",
        ),
        (
            "chicago-notes",
            "reference",
            "van der Berg, Maria. “Boats sail.” Press release, Acme Boats Inc., September 3, 2021.",
        ),
        ("harvard", "reference", "van der Berg, M. (2021) Boats sail [Press release]. Acme Boats Inc. 3 September."),
        ("ieee", "reference", "M. van der Berg, “Boats sail,” Press Release, Acme Boats Inc., Sep. 3, 2021."),
        ("ama", "reference", "van der Berg M. Boats sail. News release. Acme Boats Inc. September 3, 2021."),
        ("vancouver", "reference", "van der Berg M. Boats sail [press release]. Acme Boats Inc. (2021 Sep 3)."),
        ("oscola", "footnote", "Maria van der Berg, ‘Boats sail’ (Press Release, Acme Boats Inc 3 September 2021)."),
        ("oscola", "reference", "van der Berg M, ‘Boats sail’ (Press Release, Acme Boats Inc 3 September 2021)"),
        ("aglc", "reference", "van der Berg, Maria, ‘Boats sail’ (Media Release, Acme Boats Inc, 3 September 2021)"),
    ],
)
def test_a_personal_author(style: str, form: str, expected: str) -> None:
    assert cite(PERSON, style, form=form).text == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "organisation",
    [
        "Office of Public Affairs",
        "ACME News Desk",
        "Tide Board",
        "the Harbour",
        "U.S. Coast Watch",
        "港湾局",
        "A and B Co.",
        "Senator Ada Quill",
    ],
)
def test_an_organisation_is_never_taken_apart(organisation: str) -> None:
    assert set(name_shapes(organisation).values()) == {organisation}


def test_names_of_persons() -> None:
    assert name_shapes("Jean-Paul Q. Martin Jr.") == {
        "author": "Jean-Paul Q. Martin Jr.",
        "author_inverted": "Martin, Jean-Paul Q., Jr.",
        "author_initials": "Martin, J.-P. Q., Jr.",
        "author_close_initials": "Martin, J.-P.Q., Jr.",
        "author_initials_first": "J.-P. Q. Martin Jr.",
        "author_bare": "Martin JPQ Jr",
        "author_short": "Martin",
    }
    assert name_shapes("J.K. Quill")["author_initials"] == "Quill, J. K."
    assert name_shapes("Kim Minjun", family_first=True)["author_inverted"] == "Kim, Minjun"
    assert name_shapes("Quill, Ada")["author"] == "Ada Quill"


def test_an_issuer_that_is_the_author_is_not_printed_twice() -> None:
    reference = Reference(title="Boats sail", author="ACME BOATS", issuer="Acme Boats", date=DAY)
    for style in STYLES:
        assert cite(reference, style).text.casefold().count("acme boats") <= 1


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "Tide Board. (2021, September 3). Who owns the tide? [Press release]."),
        ("mla", "“Who owns the tide?” Tide Board, 3 Sept. 2021. Press release."),
        ("chicago-notes", "Tide Board, “Who owns the tide?,” press release, September 3, 2021."),
        ("ama", "Who owns the tide? News release. Tide Board. September 3, 2021."),
        ("oscola", "Tide Board, ‘Who owns the tide?’ (Press Release, 3 September 2021)."),
    ],
)
def test_a_title_that_asks(style: str, expected: str) -> None:
    assert cite(Reference(title="Who owns the tide?", issuer="Tide Board", date=DAY), style).text == expected


@pytest.mark.parametrize(
    ("title", "style", "expected"),
    [
        ('Board backs "summer of boats"', "mla", "“Board backs ‘summer of boats.’”"),
        ('Board backs "summer of boats"', "chicago-notes", "“Board backs ‘summer of boats,’”"),
        ('Board backs "summer of boats"', "oscola", "‘Board backs “summer of boats”’"),
        ('Board backs "summer of boats"', "un", "“Board backs ‘summer of boats’”, "),
        ("Fishers: 'We said \"no\" twice'", "apa", "Fishers: “We said ‘no’ twice”"),
        ("Fishers: 'We said \"no\" twice'", "chicago-notes", "“Fishers: ‘We said “no” twice,’”"),
        ("Fishers' rights in the '90s", "mla", "“Fishers' rights in the '90s.”"),
        ("Le port dit « non »", "mla", "“Le port dit « non ».”"),
        ("„Nie wieder“, sagt der Hafen", "apa", "„Nie wieder“, sagt der Hafen"),
        ("Boats sail.", "mla", "“Boats sail.”"),
        ("Boats sail.", "chicago-notes", "“Boats sail,”"),
        ("Board buys Acme Inc.", "chicago-notes", "“Board buys Acme Inc.,”"),
        ("And then…", "mla", "“And then…”"),
    ],
)
def test_marks_in_titles(title: str, style: str, expected: str) -> None:
    assert expected in cite(Reference(title=title), style).text


@pytest.mark.parametrize(
    "text",
    ['5" pipe for the port', "an “unclosed mark", "'Protect fishers' rights now', they said", "«a» „b“ »c«", ""],
)
def test_doubtful_marks_stay(text: str) -> None:
    assert requote(text, *AMERICAN) == text


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("New e-mail rules for boats of the iPhone age", "New E-Mail Rules for Boats of the iPhone Age"),
        ("port opens 1st 24-hour desk: the night is on", "Port Opens 1st 24-Hour Desk: The Night Is On"),
        ("board to crack down on nets of the port", "Board to Crack Down on Nets of the Port"),
        ("Harbour Board of Westhaven opens its gates", "Harbour Board of Westhaven Opens Its Gates"),
        ("The Board Opens a gate at westhaven.example", "The Board Opens a gate at westhaven.example"),
    ],
)
def test_title_case(title: str, expected: str) -> None:
    assert title_case(title, "en") == expected
    assert title_case(expected, "en") == expected
    assert title_case(title, "fr") == title
    assert title_case(title, None) == title


def test_day_before_month_where_the_style_leaves_it_open() -> None:
    assert "3 September 2021" in cite(FULL, "chicago-notes", day_first=True).text
    assert "(2021, September 3)" in cite(FULL, "apa", day_first=True).text


def test_a_collection_read_as_a_pdf() -> None:
    reference = Reference(title="Tides Turn", issuer="Tide Board", date=DAY, site="Tide Summit", medium="PDF download")
    expected = "“Tides Turn.” Tide Board, 3 Sept. 2021. *Tide Summit*, Tide Board, Press release, PDF download."
    assert cite(reference, "mla", markup="markdown").text == expected


def test_a_page_of_a_site() -> None:
    reference = Reference(
        title="Tides Turn", issuer="Tide Board", date=DAY, site="Tide Summit", url="https://a.example"
    )
    expected = "“Tides Turn.” Tide Summit, Tide Board, 3 Sept. 2021, a.example. Press release."
    assert cite(reference, "mla").text == expected


# Quotations


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "“We ‘see’ it” — Ada Quill, Tide Board. (2021, September 3). Tides turn [Press release], para. 4."),
        ("mla", "“We ‘see’ it” — Ada Quill, “Tides turn.” Tide Board, 3 Sept. 2021. Press release."),
        (
            "chicago-notes",
            "“We ‘see’ it” — Ada Quill, Tide Board, “Tides turn,” press release, September 3, 2021, para. 4.",
        ),
        ("harvard", "‘We “see” it’ — Ada Quill, Tide Board (2021) Tides turn [Press release]. 3 September, para. 4."),
        ("bluebook", "“We ‘see’ it” — Ada Quill, Press Release, Tide Board, Tides turn, para. 4 (Sept. 3, 2021)."),
        ("oscola", "‘We “see” it’ — Ada Quill, Tide Board, ‘Tides turn’ (Press Release, 3 September 2021) para 4."),
        ("aglc", "‘We “see” it’ — Ada Quill, Tide Board, ‘Tides turn’ (Media Release, 3 September 2021) [4]."),
        ("un", "“We ‘see’ it” — Ada Quill, Tide Board, “Tides turn”, press release, 3 Sep 2021, para. 4"),
    ],
)
def test_a_quotation_with_its_source(style: str, expected: str) -> None:
    reference = Reference(title="Tides turn", issuer="Tide Board", date=DAY)
    citation = cite(reference, style, quote=said("\"We 'see' it, \""))
    assert citation.text == expected
    assert citation.missing == ("no symbol", "no URL")


def test_a_quotation_with_a_citation_in_parentheses() -> None:
    text = cite(FULL, "apa", form="in-text", quote=said("“It works.”")).text
    assert text == "“It works.” — Ada Quill (Westhaven Harbour Board, 2021, para. 4)"


def test_an_uncertain_speaker_is_not_given_as_certain() -> None:
    citation = cite(FULL, quote=said("“It works.”", certain=False))
    assert "Quill" not in citation.text
    assert "no certain speaker" in citation.missing
    assert citation.warnings == ("the speaker is uncertain, perhaps Ada Quill",)


def test_a_quotation_without_speaker_or_paragraph() -> None:
    citation = cite(FULL, quote=said("“It works.”", speaker=None, paragraph=None))
    assert citation.text.startswith("“It works.” — Westhaven Harbour Board. (2021")
    assert citation.missing == ("no certain speaker", "no paragraph number")
    assert citation.warnings == ()


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("“One.\n\n“Two.”", "One. Two."),
        ('"One,\n\n"two, "', "One, two"),
        ("« Un bateau. »", "Un bateau."),
        ("„Ein Boot.“", "Ein Boot."),
        ("``A boat''", "A boat"),
        ("「船」", "船"),
        ("'A boat'", "A boat"),
        ("“A boat", "A boat"),
        ("“", "“"),
        ("", ""),
    ],
)
def test_words_of_a_quotation(quotation: str, expected: str) -> None:
    assert words_of(quotation) == expected


# Notices, releases and markup


def test_a_release_that_is_no_official_document_is_never_cited_as_one() -> None:
    notice = "For information only - not an official document"
    reference = Reference(title="T", issuer="United Nations", symbol="UNIS/XX/12", date=DAY, notice=notice)
    for style in STYLES:
        for form in STYLES[style].forms:
            if form != "in-text":
                citation = cite(reference, style, form=form)
                assert re.search("(press|news|media) release", citation.text, re.IGNORECASE)
                assert citation.warnings == (f"the release says: {notice}",)


def test_reference_for_takes_what_the_release_says() -> None:
    text = "MEDIA RELEASE\n\nTIDES TURN"
    release = Release(
        path="x.txt",
        text=text,
        title="TIDES TURN",
        display_title="Tides turn",
        issuer="Tide\nBoard",
        date=DAY,
        date_source="text",
        places=("Westhaven",),
        paragraphs=(Paragraph(0, 13, "head"), Paragraph(15, 25, "title")),
    )
    assert reference_for(release) == Reference(
        title="Tides turn", issuer="Tide Board", date=DAY, places=("Westhaven",), label="Media Release"
    )


def test_a_date_that_only_the_file_system_knows_is_not_cited() -> None:
    release = Release(path="x.txt", text="", date=DAY, date_source="file")
    assert reference_for(release).date is None
    assert "n.d." in cite(reference_for(release)).text


def test_a_release_that_does_not_say_what_it_is_called() -> None:
    release = Release(path=None, text="TIDE BOARD", paragraphs=(Paragraph(0, 10, "head"),))
    assert reference_for(release) == Reference()


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("plain", "A. (2021, September 3). B_*c* <i> [d](e) [Press release]. https://a.example/x_y_z"),
        ("markdown", r"A. (2021, September 3). *B\_\*c\* \<i> [d\](e)* [Press release]. <https://a.example/x_y_z>"),
        ("html", "A. (2021, September 3). <i>B_*c* &lt;i&gt; [d](e)</i> [Press release]. https://a.example/x_y_z"),
        (
            "rtf",
            r"{\rtf1\ansi\deff0 A. (2021, September 3). {\i B_*c* <i> [d](e)} [Press release]. https://a.example/x_y_z}",
        ),
    ],
)
def test_markup(markup: str, expected: str) -> None:
    reference = Reference(title="B_*c* <i> [d](e)", issuer="A", date=DAY, url="https://a.example/x_y_z")
    assert cite(reference, markup=markup).text == expected  # type: ignore[arg-type]


def test_rtf_holds_every_sign_of_unicode() -> None:
    text = cite(Reference(title="Ö{\\b 😀}"), markup="rtf").text
    assert text.isascii()
    assert "\\u214?\\{\\\\b \\u-10179?\\u-8704?\\}" in text


def test_a_template_without_a_needed_value_does_not_apply() -> None:
    assert fill("{a}, {b}", {"a": "x", "b": None}) is None
    with pytest.raises(KeyError):
        fill("{c}", {})


def test_unknown_style() -> None:
    with pytest.raises(KeyError):
        cite(FULL, "nonsense")


def test_months_are_of_every_style() -> None:
    for style in STYLES.values():
        assert len(style.months) == len(FULL_MONTHS) == 12
