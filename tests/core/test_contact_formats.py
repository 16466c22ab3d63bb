"""What is pasted and exported of a contact: other programs read back what went in."""

import csv
import io
import json

import pytest
import vobject

from reader.contact_formats import (
    csv_table,
    forms,
    in_country,
    json_fields,
    mail_link,
    name_and_email,
    telephone_link,
    text_block,
    vcard,
)
from reader.model import Contact, Phone
from reader.parsing.release import parse

SPOKESWOMAN = Contact(
    "Miriam Castell",
    "Spokesperson",
    "Harbour Trust",
    "press",
    (
        Phone("(+43 1) 26060-1234", "+431260601234", "telephone", "17"),
        Phone("0699 1459 1234", "+4369914591234", "mobile"),
    ),
    ("m.castell@harbour.example",),
    ("https://harbour.example/press",),
)
DESK = Contact(None, None, "Quay & Sons; Media, Inc.", "issuer", (Phone("020 7946 0", None, "fax"),))


def test_block_has_a_line_for_each_detail() -> None:
    assert text_block(SPOKESWOMAN) == (
        "Miriam Castell\n"
        "Spokesperson, Harbour Trust\n"
        "Tel: (+43 1) 26060-1234 ext. 17\n"
        "Mobile: 0699 1459 1234\n"
        "E-mail: m.castell@harbour.example\n"
        "Web: https://harbour.example/press"
    )
    assert text_block(DESK) == "Quay & Sons; Media, Inc.\nFax: 020 7946 0"


def test_name_and_email_is_what_mail_programs_take() -> None:
    assert name_and_email(SPOKESWOMAN) == "Miriam Castell <m.castell@harbour.example>"
    assert name_and_email(Contact('Roe, "Jay"', emails=("j@x.example",))) == '"Roe, \\"Jay\\"" <j@x.example>'
    assert name_and_email(Contact(None, emails=("desk@x.example",))) == "desk@x.example"
    assert name_and_email(DESK) == "Quay & Sons; Media, Inc."


def test_forms_offer_only_what_there_is() -> None:
    offered = {form.name: form.text for form in forms(SPOKESWOMAN)}
    assert offered["E-mail"] == "m.castell@harbour.example"
    assert offered["Tel (E.164)"] == "+431260601234 ext. 17"
    assert offered["Mobile (E.164)"] == "+4369914591234"
    assert offered["Tel as written"] == "(+43 1) 26060-1234 ext. 17"
    assert list(offered)[-1] == "vCard"
    assert [form.name for form in forms(DESK)] == ["Everything", "Fax as written", "vCard"]


def test_links_dial_and_write() -> None:
    assert telephone_link(SPOKESWOMAN.phones[0]) == "tel:+431260601234;ext=17"
    assert telephone_link(DESK.phones[0]) is None
    assert mail_link("o'neil+press@x.example") == "mailto:o%27neil%2Bpress@x.example"


def test_vcard_is_read_back_by_another_program() -> None:
    card = vobject.readOne(vcard(SPOKESWOMAN))
    assert card.version.value == "4.0"
    assert card.fn.value == "Miriam Castell"
    assert (card.n.value.family, card.n.value.given) == ("Castell", "Miriam")
    assert card.org.value == ["Harbour Trust"]
    assert card.title.value == "Spokesperson"
    assert [tel.value for tel in card.contents["tel"]] == ["tel:+431260601234;ext=17", "tel:+4369914591234"]
    assert [tel.params["TYPE"] for tel in card.contents["tel"]] == [["voice"], ["cell"]]
    assert card.email.value == "m.castell@harbour.example"
    assert card.url.value == "https://harbour.example/press"


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Dr. Maria Sánchez-García", "N:Sánchez-García;Maria;;Dr.;"),
        ("Prof. Dr. Lena Ortiz", "N:Ortiz;Lena;;Prof.,Dr.;"),
        ("Dana B. Whitfield, Jr.", "N:Whitfield;Dana B.;;;Jr."),
        ("Dr. Ortiz", "N:Ortiz;;;Dr.;"),
        ("Miriam Castell", "N:Castell;Miriam;;;"),
        ("Cher", "N:Cher;;;;"),
    ],
)
def test_vcard_parts_a_name(name: str, line: str) -> None:
    assert line in vcard(Contact(name)).split("\r\n")


def test_vcard_of_a_desk_keeps_signs_that_vcard_gives_a_meaning() -> None:
    card = vobject.readOne(vcard(DESK))
    assert card.fn.value == "Quay & Sons; Media, Inc."
    assert card.org.value == ["Quay & Sons; Media, Inc."]
    assert card.contents["kind"][0].value == "org"
    assert card.tel.value == "020 7946 0"


def test_vcard_lines_are_folded_between_characters() -> None:
    long_name = "Ω" * 120
    text = vcard(Contact(long_name))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert vobject.readOne(text).fn.value == long_name


def test_line_break_in_a_name_adds_no_line_to_a_vcard() -> None:
    text = vcard(Contact("Jane\r\nEMAIL:evil@x.example"))
    assert "\r\nEMAIL" not in text
    assert "email" not in vobject.readOne(text).contents


def test_csv_is_read_back_and_holds_no_formula() -> None:
    hostile = Contact("=HYPERLINK(1)", "+1", "@x", emails=("a@x.example", "b@x.example"))
    rows = list(csv.DictReader(io.StringIO(csv_table([SPOKESWOMAN, hostile]))))
    assert rows[0]["name"] == "Miriam Castell"
    assert rows[0]["telephones"] == "'+431260601234 ext. 17; +4369914591234"
    assert rows[1]["e-mails"] == "a@x.example; b@x.example"
    assert [rows[1][column][0] for column in ("name", "role", "organisation")] == ["'", "'", "'"]


def test_csv_keeps_fax_and_telephone_apart() -> None:
    both = Contact(None, None, "Harbour Trust", phones=(*SPOKESWOMAN.phones, *DESK.phones))
    (row,) = csv.DictReader(io.StringIO(csv_table([both])))
    assert row["telephones"] == "'+431260601234 ext. 17; +4369914591234"
    assert row["fax"] == "020 7946 0"


def test_json_has_the_fields_that_scripts_stand_on() -> None:
    fields = json.loads(json.dumps(json_fields(SPOKESWOMAN)))
    assert list(fields) == ["name", "role", "organisation", "kind", "phones", "emails", "urls"]
    assert fields["phones"] == [
        {"as_written": "(+43 1) 26060-1234", "e164": "+431260601234", "kind": "telephone", "extension": "17"},
        {"as_written": "0699 1459 1234", "e164": "+4369914591234", "kind": "mobile"},
    ]


def test_the_country_of_the_reader_tells_a_number_where_the_release_does_not() -> None:
    text = "4 May 2011\n\nBuoy painted\n\nA buoy was painted.\n\nPress contact: Mara Finch, {}, {}\n"
    silent = parse(text.format("020 7946 0202", "mara@buoys.example").encode())
    assert [phone.e164 for contact in in_country(silent.contacts, silent, "GB") for phone in contact.phones] == [
        "+442079460202"
    ]
    german = parse(text.format("030 901820", "mara@bojen.de").encode())
    assert [phone.e164 for contact in in_country(german.contacts, german, "GB") for phone in contact.phones] == [
        "+4930901820"
    ]
    assert in_country(silent.contacts, silent, "") == silent.contacts
