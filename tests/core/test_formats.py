"""Each format becomes clean text with its emphasis, headings and fields."""

from pathlib import Path

import pytest

from reader.parsing.formats import Document, is_release_file, to_document


def styled(document: Document) -> list[tuple[str, str]]:
    return [(span.emphasis, document.text[span.start : span.end]) for span in document.styles]


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "b.text", "c.md", "d.markdown", "no-suffix"])
def test_releases_are_known_by_their_suffix(name: str) -> None:
    assert is_release_file(Path(name))


@pytest.mark.parametrize("name", ["a.pdf", "b.html", "c.py", "d.txt.gz"])
def test_other_files_are_not(name: str) -> None:
    assert not is_release_file(Path(name))


def test_plain_text_stays_as_it_is() -> None:
    text = "5 < 7 & 3 > 2, AT&T; C:\\users *starred* _under_ # and [brackets](here)"
    assert to_document(text, ".txt") == Document(text)


def test_tags_left_in_plain_text_become_emphasis() -> None:
    document = to_document("She spoke of <u>two ports</u> and <b>one <i>small</i></b> ferry.<br/>Then left.", ".txt")
    assert document.text == "She spoke of two ports and one small ferry.\nThen left."
    assert styled(document) == [("underline", "two ports"), ("strong", "one small"), ("italic", "small")]


def test_a_tag_that_is_never_closed_only_disappears() -> None:
    assert to_document("An <u>open tag", ".txt") == Document("An open tag")


def test_escaped_signs_and_entities_in_plain_text_are_undone() -> None:
    text = "Fees of \\$1.5 million &amp; more &#8211; R&amp;amp;D &quot;now&quot; at Q&amp;A"
    assert to_document(text, ".txt").text == 'Fees of $1.5 million & more – R&D "now" at Q&A'


@pytest.mark.parametrize("entity", ["&#27;[31m", "&#x202e;", "&#8238;", "&#7;", "&#155;2J", "&#xfeff;"])
def test_an_entity_cannot_bring_back_what_decoding_took_out(entity: str) -> None:
    text = to_document(f"a{entity}b", ".txt").text
    assert all(sign.isprintable() for sign in text)


def test_markdown_becomes_clean_text() -> None:
    source = (
        "# The **pilot** station &amp; its boats #\n\n"
        "By _Ida Moreau_, who keeps `snake_case_names` and 2 * 3 * 4.\n\n"
        "* one\n+ two\n1. three\n\n"
        "> quoted *words*\n\n"
        "[Press office](mailto:press@harbour.example), [website](https://harbour.example/a_(b)), "
        "![a boat](boat.png)<https://harbour.example>\n\n"
        "Subheading\n----------\n\n\\*not a list\\*\n\n* *** *\n\n- 30 -\n\n###\n"
    )
    document = to_document(source, ".md")
    assert document.text.split("\n") == [
        "The pilot station & its boats",
        "",
        "By Ida Moreau, who keeps snake_case_names and 2 * 3 * 4.",
        "",
        "• one",
        "• two",
        "1. three",
        "",
        "quoted words",
        "",
        "Press office (press@harbour.example), website, https://harbour.example",
        "",
        "Subheading",
        "",
        "",
        "*not a list*",
        "",
        "* *** *",
        "",
        "- 30 -",
        "",
        "###",
        "",
    ]
    assert styled(document) == [("strong", "pilot"), ("italic", "Ida Moreau"), ("italic", "words")]
    assert [document.text[at : at + 10] for at in document.headings] == ["The pilot ", "Subheading"]


def test_a_table_loses_its_frame() -> None:
    assert to_document("| Port | Ships |\n|---|---:|\n| Lorn | 4 |", ".md").text == "Port | Ships\n\nLorn | 4"
    assert to_document("| Port |   |\n| :-- | --- |\n|   |", ".md").text == "Port |\n\n"


def test_emphasis_needs_its_partner_and_ends_with_the_paragraph() -> None:
    document = to_document("*Prices exclude tax.\n\nA range of 70 miles* and **more\n\nthan** that.", ".md")
    assert document.text == "*Prices exclude tax.\n\nA range of 70 miles* and **more\n\nthan** that."
    assert document.styles == ()


def test_front_matter_is_read_without_yaml() -> None:
    document = to_document(
        '---\ntitle: "Pilots: the new boat"\nDate: 2024-05-01\ntags: [a, !!python/object:os.system]\nlist:\n  - x\n'
        "# comment\nempty:\n---\nThe boat arrived.\n",
        ".md",
    )
    assert document.fields["title"] == "Pilots: the new boat"
    assert document.fields["date"] == "2024-05-01"
    assert document.fields["tags"] == "[a, !!python/object:os.system]"
    assert document.text.strip() == "The boat arrived."


@pytest.mark.parametrize("text", ["---\nnot a field at all\n---\ntext", "---\ntitle: never closed\n\ntext", "---\n"])
def test_what_only_looks_like_front_matter_stays(text: str) -> None:
    document = to_document(text, ".md")
    assert not document.fields
    assert "text" not in text or "text" in document.text


@pytest.mark.parametrize(
    "sign", ["[", "![", "](<", "*", "a* *b", "_a ", "<u>", "<b ", "<!--", "&amp;", "`", "|- ", "> "]
)
def test_ten_thousand_signs_are_read_at_once(sign: str) -> None:
    assert to_document(sign * 10_000, ".md").text is not None
