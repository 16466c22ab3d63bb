"""Press contacts in the layouts and languages that releases have, and what is none."""

from pathlib import Path

import pytest

from reader.model import Contact, Phone, Span
from reader.parsing.contacts import find_contacts
from reader.parsing.release import parse

SHARED = Path(__file__).resolve().parents[3] / "shared"
BODY = "\n\nThe council said on Monday that the new bridge will open in spring. It will carry trams and bicycles.\n\n"


def brief(contact: Contact) -> tuple[str | None, str | None, str | None, tuple[str, ...], tuple[str, ...]]:
    """Name, role, organisation, numbers (`m` and `f` before mobile and fax), e-mail addresses."""
    marks = {"telephone": "", "mobile": "m", "fax": "f"}
    numbers = tuple(marks[phone.kind] + (phone.e164 or phone.as_written) for phone in contact.phones)
    return contact.name, contact.role, contact.organisation, numbers, contact.emails


def found(text: str, language: str | None = None, places: tuple[str, ...] = ()) -> list[object]:
    """The same contacts whether lines follow each other or blank lines stand between them."""
    contacts = find_contacts(text, language=language, places=places).contacts
    apart = "\n\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
    assert [brief(contact) for contact in find_contacts(apart, language=language, places=places).contacts] == [
        brief(contact) for contact in contacts
    ]
    return [brief(contact) for contact in contacts]


LANGUAGES = {
    "English": (
        "Media contact:\nMiriam Castell\nHead of Communications, Harbour Trust\nTel: +44 20 7946 0123\n"
        "Mobile: 07700 900123\nFax: 020 7946 0124\nm.castell@harbour.example\n",
        "en",
        ("London",),
        (
            "Miriam Castell",
            "Head of Communications",
            "Harbour Trust",
            ("+442079460123", "m+447700900123", "f+442079460124"),
            ("m.castell@harbour.example",),
        ),
    ),
    "French": (
        "Contact presse :\nHélène Dumas\nResponsable des relations presse\nTél. : 01 99 00 12 34\n"
        "Portable : 06 39 98 12 34\nCourriel : h.dumas [at] mairie [dot] example\n",
        "fr",
        (),
        (
            "Hélène Dumas",
            "Responsable des relations presse",
            None,
            ("+33199001234", "m+33639981234"),
            ("h.dumas@mairie.example",),
        ),
    ),
    "Spanish": (
        "Contacto de prensa:\nLucía Fernández Ortega\nDirectora de Comunicación\nTeléfono: 91 123 45 67\n"
        "Móvil: 612 345 678\nCorreo electrónico: lucia@fundacion.example\n",
        "es",
        ("Madrid",),
        (
            "Lucía Fernández Ortega",
            "Directora de Comunicación",
            None,
            ("+34911234567", "m+34612345678"),
            ("lucia@fundacion.example",),
        ),
    ),
    "German": (
        "Pressekontakt:\nAnnette Vogel\nPressesprecherin\nStadtwerke Hafen GmbH\nTelefon: 030/1234-567\n"
        "Mobil: 0171 1234567\nE-Mail: vogel(at)stadtwerke.example\n",
        "de",
        ("Berlin",),
        (
            "Annette Vogel",
            "Pressesprecherin",
            "Stadtwerke Hafen GmbH",
            ("+49301234567", "m+491711234567"),
            ("vogel@stadtwerke.example",),
        ),
    ),
    "Italian": (
        "Ufficio stampa\nGiulia Conti\ntel. 06 1234 5678 – cell. 333 123 4567\ne-mail: stampa@comune.example\n",
        "it",
        (),
        ("Giulia Conti", None, "Ufficio stampa", ("+390612345678", "m+393331234567"), ("stampa@comune.example",)),
    ),
    "Portuguese": (
        "Contato para a imprensa:\nJoão Pereira, assessor de imprensa\nTelefone: (11) 3123-4567\n"
        "Celular: (11) 91234-5678\nE-mail: joao.pereira@orgao.example\n",
        "pt",
        ("São Paulo",),
        (
            "João Pereira",
            "assessor de imprensa",
            None,
            ("+551131234567", "m+5511912345678"),
            ("joao.pereira@orgao.example",),
        ),
    ),
    "Russian": (
        "Контакты для СМИ:\nАнна Смирнова, пресс-секретарь\nТел.: +7 (495) 123-45-67\nМоб.: +7 916 123-45-67\n"
        "Эл. почта: a.smirnova@zavod.example\n",
        "ru",
        (),
        (
            "Анна Смирнова",
            "пресс-секретарь",
            None,
            ("+74951234567", "m+79161234567"),
            ("a.smirnova@zavod.example",),
        ),
    ),
    "Arabic": (
        "للاستفسارات الإعلامية:\nليلى حسن\nمديرة الاتصال\nهاتف: +962 6 550 2460\nجوال: +962 79 123 4567\n"
        "البريد الإلكتروني: laila@markaz.example\n",
        "ar",
        (),
        ("ليلى حسن", "مديرة الاتصال", None, ("+96265502460", "m+962791234567"), ("laila@markaz.example",)),
    ),
    "Chinese": (
        "媒体联系人：王小明\n电话：010-6596 1234\n手机：138 0013 8000\n邮箱：wang@gongsi.example\n",
        "zh",
        ("北京",),
        ("王小明", None, None, ("+861065961234", "m+8613800138000"), ("wang@gongsi.example",)),
    ),
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_labels_of_every_language(name: str) -> None:
    block, language, places, expected = LANGUAGES[name]
    assert found(BODY + block, language, places) == [expected]


WHITFIELD = "Dana Whitfield"
BLAKE = "Owen Blake"
LAYOUTS = {
    "joined by a semicolon": (
        BODY + "Contact: Dana Whitfield, 202/555-0143; Owen Blake, 303/555-0178.\n",
        [(WHITFIELD, None, None, ("+12025550143",), ()), (BLAKE, None, None, ("+13035550178",), ())],
    ),
    "two names with one number": (
        BODY + "Contact: Dana Whitfield and Owen Blake, 202/555-0143.\n",
        [(WHITFIELD, None, None, ("+12025550143",), ()), (BLAKE, None, None, ("+12025550143",), ())],
    ),
    "a table read row by row": (
        "Contacts:\tDana Whitfield\tOwen Blake\nPhone:\t(202) 555-0143\t(303) 555-0178\n"
        "Email:\tdana@harbor.example\towen@harbor.example\n" + BODY,
        [
            (WHITFIELD, None, None, ("+12025550143",), ("dana@harbor.example",)),
            (BLAKE, None, None, ("+13035550178",), ("owen@harbor.example",)),
        ],
    ),
    "two columns at the top": (
        "FOR IMMEDIATE RELEASE\tContact: Dana Whitfield\nMarch 3, 2014\tOwen Blake\n\nBOARD VOTES ON FERRIES\n" + BODY,
        [(WHITFIELD, None, None, (), ()), (BLAKE, None, None, (), ())],
    ),
    "a name alone": (BODY + "Contact: Dana Whitfield\n", [(WHITFIELD, None, None, (), ())]),
    "labels stuck to values": (
        BODY + "ContactAcme Robotics, Inc.Dana Whitfield, Vice PresidentTel: (888) 555-0143Email: ir@acme.com\n",
        [(WHITFIELD, "Vice President", "Acme Robotics, Inc.", ("+18885550143",), ("ir@acme.com",))],
    ),
    "a desk stuck to its address": (
        BODY + "Contact:Investor RelationsIR@ACME.COM+1 (702) 718-0807\n",
        [(None, None, "Investor Relations", ("+17027180807",), ("ir@acme.com",))],
    ),
    "punctuation lost": (
        "FOR IMMEDIATE RELEASE March 3 2006 Contact Dana Whitfield Owen Blake 202 224 5455 Washington D C The board",
        [(WHITFIELD, None, None, ("+12022245455",), ()), (BLAKE, None, None, ("+12022245455",), ())],
    ),
    "names before a headline, punctuation lost": (
        "Press Releases Contact Dana Whitfield or Owen Blake Date 01 16 2007 Board Of The Year Named Today",
        [(WHITFIELD, None, None, (), ()), (BLAKE, None, None, (), ())],
    ),
    "no label, at the end": (
        "FOR IMMEDIATE RELEASE The board praised the crew for its work on the Atlantic Dana Whitfield 202 224 5455",
        [(WHITFIELD, None, None, ("+12022245455",), ())],
    ),
    "no label, a block": (
        BODY + "Dana Whitfield\nAcme Robotics\n+1 212 555 0143\ndana@acme.example\n",
        [(WHITFIELD, None, "Acme Robotics", ("+12125550143",), ("dana@acme.example",))],
    ),
    "kinds after the numbers": (
        BODY + "Contacts:\nDana Whitfield, Press Secretary, 202-555-0143 (office), 202-555-0144 (cell)\n",
        [(WHITFIELD, "Press Secretary", None, ("+12025550143", "m+12025550144"), ())],
    ),
    "fields with labels": (
        BODY + "Media Contact:\nCompany: Acme Robotics\nContact: Dana Whitfield*\nAddress: 12 Quay St, Suite 4, Reno\n"
        "Email: dana@acme.example\nPhone: 775-555-0143\n",
        [(WHITFIELD, None, "Acme Robotics", ("+17755550143",), ("dana@acme.example",))],
    ),
    "role before the name": (
        BODY + "Contact: Press Secretary Dana Whitfield, 202-555-0143\n",
        [(WHITFIELD, "Press Secretary", None, ("+12025550143",), ())],
    ),
    "investors and media": (
        BODY + "Investor Contact:\nOwen Blake\nBlake IR Partners\n(212) 555-0143\n\nMedia Contact:\nDana Whitfield\n"
        "(212) 555-0178\n\nAbout Acme\n\nAcme makes robots. Call 1-800-555-0199 to order.\n",
        [
            (BLAKE, None, "Blake IR Partners", ("+12125550143",), ()),
            (WHITFIELD, None, None, ("+12125550178",), ()),
        ],
    ),
    "a sentence for journalists": (
        BODY + "To arrange an interview with Dr. Lena Ortiz, please contact Dana Whitfield at 202-555-0143.\n",
        [(WHITFIELD, None, None, ("+12025550143",), ())],
    ),
    "a press office in a sentence": (
        BODY + "For further information contact the council press office on +44 20 7946 0123.\n",
        [(None, None, "council press office", ("+442079460123",), ())],
    ),
    "several numbers of one": (
        BODY + "Media contact: Dana Whitfield, Tel.: +43 1 12345-4521/13\n",
        [(WHITFIELD, None, None, ("+431123454521", "+431123454513"), ())],
    ),
    "a body on the line after the name": (
        "Salt Harbour builds boats." + BODY + "Dana Whitfield\nSalt Harbour\n+1 202-555-0143\nemail us here\n",
        [(WHITFIELD, None, "Salt Harbour", ("+12025550143",), ())],
    ),
    "a body on the line before the name": (
        "Salt Harbour builds boats." + BODY + "Contacts\nSalt Harbour\nDana Whitfield, 212-555-0143\n",
        [(WHITFIELD, None, "Salt Harbour", ("+12125550143",), ())],
    ),
    "a first name that nobody knows": (
        BODY + "Contact: Zorvane Feldhaus\nOwen Blake\n(419) 555-0158\n",
        [("Zorvane Feldhaus", None, None, ("+14195550158",), ()), (BLAKE, None, None, ("+14195550158",), ())],
    ),
    "an unknown name in a sentence": (
        BODY + "To arrange interviews contact Zorvane Ellwood on 202-555-0143 or at press@x.example.\n",
        [("Zorvane Ellwood", None, None, ("+12025550143",), ("press@x.example",))],
    ),
    "a desk for the weekend": (
        BODY
        + "Media contacts:\nDana Whitfield, Head of News, 202-555-0143\nWeekends: duty press officer, 202-555-0144\n",
        [
            (WHITFIELD, "Head of News", None, ("+12025550143",), ()),
            (None, "duty press officer", None, ("+12025550144",), ()),
        ],
    ),
    "two blocks side by side, their blanks folded": (
        BODY + "For Acme:\nFor Salt:\nDana Whitfield Owen Blake\nDirector Manager, Public Affairs\n"
        "902-555-0126 902-555-0188\nd.whitfield@acme.example o.blake@salt.example\n",
        [
            (WHITFIELD, None, None, ("+19025550126",), ("d.whitfield@acme.example",)),
            (BLAKE, None, None, ("+19025550188",), ("o.blake@salt.example",)),
        ],
    ),
    "a table of signs": (
        BODY + "Journalists:\n\nName | For | Telephone\nZorvane Whitmore | General enquiries | 202-555-0143 | "
        "zorvane.whitmore@x.example\n",
        [("Zorvane Whitmore", None, None, ("+12025550143",), ("zorvane.whitmore@x.example",))],
    ),
    "a department under the name": (
        BODY + "Media Contact:\nDana Whitfield\nCorporate Communications\n(207) 555-0161\n",
        [(WHITFIELD, "Corporate Communications", None, ("+12075550161",), ())],
    ),
    "a department after the role": (
        BODY + "Media Contact:\nDana Whitfield\nVice President, Investor Relations\nAcme Robotics\n(207) 555-0161\n",
        [(WHITFIELD, "Vice President, Investor Relations", "Acme Robotics", ("+12075550161",), ())],
    ),
    "a department after the role of nobody": (
        BODY + "Media Contact:\nDirector, Communications and Marketing\nHarbour Trust\n(207) 555-0161\n",
        [(None, "Director, Communications and Marketing", "Harbour Trust", ("+12075550161",), ())],
    ),
    "a surname after the name": (
        BODY + "Contact: Dana B. Whitfield and Blake, 202/555-0143.\n",
        [("Dana B. Whitfield", None, None, ("+12025550143",), ())],
    ),
    "a body that has the name of a person": (
        BODY + "Contact: Dana B. Whitfield and Associates, 202/555-0143.\n",
        [(None, None, "Dana B. Whitfield and Associates", ("+12025550143",), ())],
    ),
    "offices of several": (
        BODY + "Staff Contacts --\nDana Whitfield, Moreau (202) 555-0143\nOwen Blake, Lorn (202) 555-0178\n",
        [(WHITFIELD, None, "Moreau", ("+12025550143",), ()), (BLAKE, None, "Lorn", ("+12025550178",), ())],
    ),
    "the office of somebody": (
        BODY + "Press contacts:\nSenator Moreau's Office: Dana Whitfield, (208) 555-0143\n"
        "Senator Lorn's Office: Owen Blake, (208) 555-0178\n",
        [
            (WHITFIELD, None, "Senator Moreau's Office", ("+12085550143",), ()),
            (BLAKE, None, "Senator Lorn's Office", ("+12085550178",), ()),
        ],
    ),
    "a remark in brackets after the number": (
        BODY + "Contact: Dana Whitfield, +44 1632 960691 (24 hours)\n",
        [(WHITFIELD, None, None, ("+441632960691",), ())],
    ),
    "a name stuck to its body": (
        BODY + "Contact:\n\nDana WhitfieldAcme Robotics(212) 555-0143dana@acme.com\n\nView the original release here\n",
        [(WHITFIELD, None, "Acme Robotics", ("+12125550143",), ("dana@acme.com",))],
    ),
    "an address before the name": (
        BODY
        + "Contact Information: Acme Robotics 12 Quay St Reno, NV 89501United States Dana Whitfield (775) 555-0143\n",
        [(WHITFIELD, None, "Acme Robotics", ("+17755550143",), ())],
    ),
    "names joined by or and a slash": (
        BODY + "Contact: Dana Whitfield/Owen Blake at 202-555-0143 or Miriam Castell at 202-555-0178\n",
        [
            (WHITFIELD, None, None, ("+12025550143",), ()),
            (BLAKE, None, None, ("+12025550143",), ()),
            ("Miriam Castell", None, None, ("+12025550178",), ()),
        ],
    ),
    "the same person twice": (
        BODY + "Media Contact:\nDana Whitfield\ndana@acme.example\n\nThe fine print is long and says nothing.\n\n"
        "Contact DetailsDana Whitfield\n\n+1 212 555 0143\n",
        [(WHITFIELD, None, None, ("+12125550143",), ("dana@acme.example",))],
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts(name: str) -> None:
    text, expected = LAYOUTS[name]
    assert found(text) == expected


NO_CONTACTS = {
    "a help line": "Residents with questions can call the help line on 1-800-555-0199.",
    "dial-in numbers": "The conference call can be reached at 1-877-555-0143, passcode 445566.",
    "an order line": "To obtain a prospectus, call 1-866-SECTOR-ETF (732-8673).",
    "bank and text lines": "Donations: IBAN AT12 3456 7890 1234 5678. Text GIVE to 82111.",
    "navigation": "Contact\nSite Map\nAccessibility\nFOIA\nContact Us",
    "the word alone": "For media enquiries, please contact. Join us on our journey.",
    "a letter": "The Honorable Dana Whitfield\n1200 Quay Street\nPort Ellis, OR 97001\nVIA FACSIMILE 503-555-0143",
    "an event's own number": "For tickets, contact Dana Whitfield of the box office at 202-555-0143.",
    "a contact group": "He called for a Contact Group of neighbours to enforce the accord.",
    "no text": "",
}


@pytest.mark.parametrize("name", NO_CONTACTS)
def test_what_is_no_press_contact(name: str) -> None:
    assert find_contacts(BODY + NO_CONTACTS[name] + "\n").contacts == ()


def test_block_in_the_style_of_the_united_nations() -> None:
    text = (
        BODY + "* *** *\n\nFor further information please contact:\n\nDana Whitfield\nSpokesperson, UNXY\n"
        "Telephone: (+43 1) 26060-1234\nMobile: (+43-699) 1459-1234\nEmail: dana.whitfield[at]unxy.example"
    )
    block = find_contacts(text)
    assert block.contacts == (
        Contact(
            "Dana Whitfield",
            "Spokesperson",
            "UNXY",
            "press",
            (
                Phone("(+43 1) 26060-1234", "+431260601234"),
                Phone("(+43-699) 1459-1234", "+4369914591234", "mobile"),
            ),
            ("dana.whitfield@unxy.example",),
        ),
    )
    assert [text[span.start : span.end] for span in block.spans] == [text[text.index("For further") :]]


@pytest.mark.parametrize(
    ("line", "language", "name", "role"),
    [
        ("新聞聯絡人：宋以恩科員\n電話：（089）000-143\n電子信箱：culture@x.example", "zh", "宋以恩", "科員"),
        (
            "Контакты для прессы:\nОстроумова Нина Павловна\nТел.: +7 (8412) 00-01-57",
            "ru",
            "Остроумова Нина Павловна",
            None,
        ),
    ],
)
def test_names_in_the_order_of_their_language(line: str, language: str, name: str, role: str | None) -> None:
    (contact,) = find_contacts(f"{BODY}{line}\n", language=language).contacts
    assert (contact.name, contact.role, len(contact.phones)) == (name, role, 1)


def test_sentence_in_prose_is_no_span() -> None:
    text = BODY + "To arrange an interview, please contact Dana Whitfield at 202-555-0143.\n"
    block = find_contacts(text)
    assert block.contacts
    assert block.spans == ()


def test_headline_under_a_contact_is_left_alone() -> None:
    text = "Contact: Dana Whitfield 202-555-0143\n\nACME LAUNCHES ROBOT\n\nNEW YORK -- Acme launched a robot today.\n"
    block = find_contacts(text)
    assert [contact.organisation for contact in block.contacts] == [None]
    assert [text[span.start : span.end] for span in block.spans] == ["Contact: Dana Whitfield 202-555-0143"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Media contact:\nDana Whitfield", "press"),
        ("Investor contact:\nDana Whitfield", "issuer"),
        ("For public inquiries:\nDana Whitfield", "information"),
        ("Contact Details\nAcme Newswire", "wire"),
        ("Contact Details\nAcme Robotics Ltd", "issuer"),
    ],
)
def test_kind_follows_the_label_and_the_body(label: str, kind: str) -> None:
    (contact,) = find_contacts(f"{BODY}{label}\n+1 212 555 0143\ndesk@acme.example\n").contacts
    assert contact.kind == kind


def test_address_with_a_name_in_it_belongs_to_that_name() -> None:
    text = BODY + "Contact:\nDana Whitfield\nOwen Blake\n202-555-0143\nowen.blake@x.example\ndana.whitfield@x.example\n"
    assert [contact.emails for contact in find_contacts(text).contacts] == [
        ("dana.whitfield@x.example",),
        ("owen.blake@x.example",),
    ]


@pytest.mark.parametrize(
    ("places", "issuer", "language", "region", "e164"),
    [
        (("Vienna",), None, "en", None, "+43316123456"),
        ((), "City of Graz", "en", None, "+43316123456"),
        ((), "Salt Harbour Bakery Pty Ltd", "en", None, "+61316123456"),
        ((), None, "de", None, "+43316123456"),
        ((), None, "de", "AT", "+43316123456"),
        ((), None, "xx", "AT", "+43316123456"),
        (("Berlin",), None, "de", "AT", "+49316123456"),
    ],
)
def test_region_of_a_number_without_country_code(
    places: tuple[str, ...], issuer: str | None, language: str, region: str | None, e164: str
) -> None:
    text = BODY + "Contact: Dana Whitfield, 0316 123456\n"
    block = find_contacts(text, places=places, issuer=issuer, language=language, region=region)
    assert block.contacts[0].phones[0].e164 == e164


@pytest.mark.parametrize("written", ["06 12 34 56 78", "555-123-4567", "954 123 456", "954 12 34 56"])
@pytest.mark.parametrize("before", ["Contact: Dana Whitfield, ", "Contact: Dana Whitfield, tel. ", "Dana Whitfield, "])
def test_number_of_no_country_at_hand_stays_as_written(before: str, written: str) -> None:
    (contact,) = find_contacts(f"{BODY}{before}{written}\n", language="en").contacts
    assert contact.phones == (Phone(written, None, "telephone"),)


def test_repeated_paragraph_names_nobody() -> None:
    text = "Contact: Dana Whitfield, 202-555-0143"
    assert find_contacts(text, [Span(0, len(text))]).contacts == ()
    assert find_contacts(text).contacts


@pytest.mark.parametrize(("last_line", "name"), [("Contact: Dana Whitfield", "Dana Whitfield"), ("Press office", None)])
def test_without_a_number_only_a_contact_label_with_a_name_counts(last_line: str, name: str | None) -> None:
    text = f"{BODY}The press may contact the council for more information.\n\n{last_line}\n"
    assert [contact.name for contact in find_contacts(text).contacts] == ([name] if name else [])


def test_first_seed_is_exact_and_the_second_has_none() -> None:
    seeds = sorted((SHARED / "seeds").glob("*.txt"))
    if not seeds:
        pytest.skip("the seed releases are not here")
    contacts = [parse(path.read_bytes(), str(path)).contacts for path in seeds[:2]]
    assert [brief(contact) for contact in contacts[0]] == [
        (
            "David Dadge",
            "Spokesperson",
            "UNODC",
            ("+431260605629", "m+4369914595629"),
            ("david.dadge@unvienna.org",),
        )
    ]
    assert contacts[1] == ()
