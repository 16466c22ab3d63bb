"""What stands around the body of a release, and what it says."""

import datetime
from pathlib import Path

import pytest

from reader.model import Release
from reader.parsing.headwords import name_before_label
from reader.parsing.languages import find_language
from reader.parsing.release import parse
from reader.parsing.titles import readable_name, readable_title

BODY = (
    "The harbour commission approved a second pilot station on Tuesday, ending an argument that had lasted nine years "
    "and three inquiries. Building will begin in the spring.\n\n"
    "Ida Moreau, who runs the present station with a crew of eleven, welcomed the vote. The old tower will stay where "
    "it is, as a museum, and the boats will be sold."
)
MAY_24 = datetime.date(2017, 5, 24)


def read(head: str, body: str = BODY, path: str | None = None) -> Release:
    return parse(f"{head}\n\n{body}\n".encode(), path)


def kinds(release: Release) -> list[str]:
    return [paragraph.kind for paragraph in release.paragraphs]


@pytest.mark.parametrize("label", ["tıtle", "ıssuer", "iſſuer"])
def test_letters_that_only_a_pattern_takes_for_others_are_no_label(label: str) -> None:
    assert read(f"{label}: Harbour news").title


def test_a_united_nations_head_is_read_whole() -> None:
    release = read(
        "For information only - not an official document\n\nHSIS/PR/971\n24 May 2017\n\n"
        "Harbour chief: nine in ten accidents happen in port\n\n"
        "At meeting in Lorn, head of Harbour Safety Service (HSS) asks for common rules",
        "LORN/NEW SARUM, 24 May (Harbour Information Service) - " + BODY,
    )
    assert release.notice == "For information only - not an official document"
    assert release.symbol == "HSIS/PR/971"
    assert (release.date, release.date_source) == (MAY_24, "text")
    assert release.title == "Harbour chief: nine in ten accidents happen in port"
    assert release.standfirst == "At meeting in Lorn, head of Harbour Safety Service (HSS) asks for common rules"
    assert release.places == ("Lorn", "New Sarum")
    assert release.issuer == "Harbour Information Service"
    assert kinds(release) == ["head", "head", "head", "title", "standfirst", "body", "body"]
    assert [paragraph.number for paragraph in release.paragraphs][-2:] == [1, 2]


@pytest.mark.parametrize(
    "line",
    [
        "24 May 2017", "May 24, 2017", "Wednesday, May 24th, 2017", "Date: 24 May 2017", "24 de mayo de 2017",
        "le 24 mai 2017", "24. Mai 2017", "Mittwoch, den 24. Mai 2017", "24 мая 2017 г.", "24 أيار/مايو 2017",
        "2017年5月24日", "2017년 5월 24일", "ngày 24 tháng 5 năm 2017", "24 maja 2017 r.", "24.05.2017", "2017-05-24",
        "05/24/2017", "24/05/2017", "24 Mayıs 2017", "٢٤ مايو ٢٠١٧", "For Immediate Release: May 24, 2017",
        "Lorn, 24 May 2017", "HSIS/PR/971 | 24 May 2017", "May 24, 2017 10:30 AM EST", "den 24 maj 2017",
    ],
)  # fmt: skip
def test_a_day_on_a_line_of_its_own_is_read(line: str) -> None:
    release = read(f"{line}\n\nCommission approves second pilot station for Lorn")
    assert (release.date, release.date_source) == (MAY_24, "text")
    assert release.title == "Commission approves second pilot station for Lorn"


@pytest.mark.parametrize("line", ["30 February 2017", "05/06/2017", "31.04.2017", "May 2017", "Week 21, 2017"])
def test_no_day_is_made_of_what_is_none(line: str) -> None:
    assert read(f"{line}\n\nCommission approves second pilot station for Lorn").date is None


def test_a_day_in_the_prose_is_not_the_release_s() -> None:
    release = read("Commission approves second pilot station", "On 12 May 2016 a boat sank off Lorn. " + BODY)
    assert (release.date, release.date_source) == (None, "none")


def test_two_days_in_the_head_are_no_day() -> None:
    assert read("24 May 2017\n3 June 2017\n\nCommission approves second pilot station").date is None


def test_head_and_dateline_that_contradict_each_other_are_no_day() -> None:
    assert read("24 May 2017\n\nCommission approves second station", "LORN, 3 July 2017 - " + BODY).date is None


def test_the_day_below_the_headline_is_worth_more_than_one_above() -> None:
    page = "Harbour Commission News\nToday: July 31, 2018\n\nCommission approves second pilot station\n\nMay 24, 2017"
    assert read(page).date == MAY_24


def test_a_day_with_two_hours_is_an_event_s() -> None:
    release = read("Commission holds hearing on second station\n\nWednesday, May 24, 2017, 9:30 a.m. - 12:45 p.m.")
    assert release.date is None


@pytest.mark.parametrize(
    ("dateline", "places", "service"),
    [
        ("LORN, 24 May 2017 - ", ("Lorn",), None),
        ("LORN, ME, May 24, 2017 /PRWire/ -- ", ("Lorn, ME",), None),
        ("ST. MARK, Minn., May 24, 2017 (ACME NEWSWIRE) -- ", ("St. Mark, Minn.",), None),
        ("Lorn, United States - May 24, 2017 / Acme Boats / - ", ("Lorn, United States",), "Acme Boats"),
        ("Lorn, le 24 mai 2017 (Service du port) – ", ("Lorn",), "Service du port"),
        ("Lorn, 24. Mai 2017 – ", ("Lorn",), None),
        ("ЛОРН, 24 мая 2017 г. – ", ("Лорн",), None),
        ("لورن، 24 أيار/مايو 2017 – ", ("لورن",), None),
        ("May 24, 2017, Lorn, Maine, USA, On ", ("Lorn, Maine, USA",), None),
        ("Lorn, Maine (Portwire.example) Wednesday May 24, 2017 @ 10:03 AM Pacific — ", ("Lorn, Maine",), None),
    ],
)
def test_datelines_give_places_day_and_service(dateline: str, places: tuple[str, ...], service: str | None) -> None:
    release = read("Commission approves second pilot station for Lorn", dateline + BODY)
    assert release.places == places
    assert (release.date, release.date_source) == (MAY_24, "dateline")
    assert release.issuer == service


@pytest.mark.parametrize(
    ("dateline", "places"),
    [
        ("WASHINGTON, D.C. - ", ("Washington, D.C.",)),
        ("(Washington, D.C.) – ", ("Washington, D.C.",)),
        ("Washington -- ", ("Washington",)),
        ("PORT EDGERTON — ", ("Port Edgerton",)),
        ("LORN/NEW SARUM - ", ("Lorn", "New Sarum")),
        ("LONDON--(BUSINESS WIRE)--", ("London",)),
        ("BOSTON, MA ", ("Boston, MA",)),
    ],
)
def test_datelines_without_a_day_give_places(dateline: str, places: tuple[str, ...]) -> None:
    assert read("Commission approves second pilot station", dateline + BODY).places == places


@pytest.mark.parametrize(
    "opening", ["BACKGROUND - ", "NOTE - ", "Medicare - ", "Commissioner Ida Moreau (R-ME) - ", "Acme (NYSE: ACM) - "]
)
def test_other_openings_are_no_datelines(opening: str) -> None:
    assert read("Commission approves second pilot station", opening + BODY).places == ()


def test_a_dateline_without_a_year_takes_that_of_the_head() -> None:
    assert read("2017-05-24\n\nCommission approves second station", "LORN, 24 May - " + BODY).date == MAY_24


def test_a_signed_day_below_the_body_counts() -> None:
    assert read("Commission approves second station", BODY + "\n\nLorn, 24 May 2017").date == MAY_24


@pytest.mark.parametrize("path", ["24May2017lorn.txt", "2017-05-24-lorn.txt", "20170524.txt", "wire/2017/0524/lorn.md"])
def test_the_name_of_the_file_gives_the_day_last(path: str) -> None:
    release = read("Commission approves second pilot station", path=path)
    assert (release.date, release.date_source) == (MAY_24, "file")
    assert read("3 June 2018\n\nCommission approves second station", path=path).date_source == "text"


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("Lorn Harbour Commission\nPress release\n24 May 2017", "Lorn Harbour Commission"),
        ("MINISTRY OF PORTS\n24 May 2017", "MINISTRY OF PORTS"),
        ("Syndicat des pilotes de Lorn\nCOMMUNIQUÉ DE PRESSE", "Syndicat des pilotes de Lorn"),
        ("洛恩港务局\n新闻稿", "洛恩港务局"),
        ("Senator Ida Moreau\nNews Release", "Office of Senator Ida Moreau"),
        ("Ida Moreau, U.S. Senator from Maine:\nMay 24, 2017", "Office of Senator Ida Moreau"),
        ("News from the Lorn Pilots Association", "Lorn Pilots Association"),
        ("Harbour News\nDepartment of Ports\nOffice of Public Affairs\nFOR IMMEDIATE RELEASE", "Department of Ports"),
    ],
)
def test_a_masthead_is_the_issuer_and_not_the_headline(head: str, issuer: str) -> None:
    release = read(f"{head}\n\nCommission approves second pilot station for Lorn")
    assert (release.issuer, release.title) == (issuer, "Commission approves second pilot station for Lorn")


@pytest.mark.parametrize(
    ("ending", "issuer"),
    [
        ("About Acme Boats\n\nAcme Boats builds pilot cutters.", "Acme Boats"),
        ("About Acme Boats: Acme Boats builds pilot cutters.", "Acme Boats"),
        ("SOURCE Acme Boats, Inc.", "Acme Boats, Inc."),
        ("About us\n\nWe build pilot cutters.", None),
    ],
)
def test_the_last_lines_may_name_the_issuer(ending: str, issuer: str | None) -> None:
    assert read("Commission approves second pilot station", f"{BODY}\n\n{ending}").issuer == issuer


@pytest.mark.parametrize(
    ("lead", "issuer"),
    [
        ("Acme Boats Inc. today announced a new cutter. ", "Acme Boats Inc."),
        ("Lornwave, a maker and provider of pilot cutters, has launched a boat. ", "Lornwave"),
        ("Acme Boats is thrilled to announce a new cutter. ", "Acme Boats"),
        ("Senator Ida Moreau announced a new cutter. ", None),
        ("Ida Moreau announced a new cutter. ", None),
    ],
)
def test_who_announces_is_the_issuer_unless_it_is_a_person(lead: str, issuer: str | None) -> None:
    assert read("New pilot cutter for the harbour of Lorn", lead + BODY).issuer == issuer


@pytest.mark.parametrize(
    ("lead", "issuer"),
    [
        ("U.S. Senator Ida Moreau (D-VT) today introduced a bill. ", "Office of Senator Ida Moreau"),
        ("Sen. Ida M. Moreau announced the grant for the harbour today. ", "Office of Senator Ida M. Moreau"),
        ("Today, Congresswoman Ida Moreau, D-Vermont, praised the crews. ", None),
        ("Rep. Ida Moreau today welcomed the bill. ", "Office of Representative Ida Moreau"),
        ("Senators Ida Moreau and Lev Brandt today introduced a bill. ", None),
        ("Senator Ida Moreau and Lev Brandt today introduced a bill. ", None),
        ("Senator Ida Moreau introduced a bill on Monday. ", None),
        ("Keepers today praised Senator Ida Moreau (D-VT). ", None),
    ],
)
def test_a_lawmaker_who_acts_today_is_the_issuer(lead: str, issuer: str | None) -> None:
    assert read("New pilot cutter for the harbour of Lorn", lead + BODY).issuer == issuer


@pytest.mark.parametrize(
    "line",
    [
        "FOR IMMEDIATE RELEASE", "For Immediate Release - Press Release", "NEWS RELEASE", "Pressemitteilung",
        "Press Room", "Latest News", "Home | News | Contact us", "Skip to main content", "Contact: Ida Moreau, 555-01",
        "--News Direct--", "Media contact: press@lorn.example", "May 24, 2017", "Check against delivery", "No. 12/2017",
        "Attention: news editors", "9th Session, 6th meeting (AM)",
    ],
)  # fmt: skip
def test_furniture_is_not_the_headline(line: str) -> None:
    release = read(f"{line}\n\nCommission approves second pilot station for Lorn")
    assert release.title == "Commission approves second pilot station for Lorn"


@pytest.mark.parametrize("body", [BODY, "LORN - " + BODY, "FOR IMMEDIATE RELEASE\n\n" + BODY, "24 May 2017\n\n" + BODY])
def test_a_release_without_a_headline_has_none(body: str) -> None:
    assert parse(body.encode()).title is None


def test_a_headline_over_two_lines_in_capitals_is_one() -> None:
    release = read("FOR IMMEDIATE RELEASE\n\nCOMMISSION APPROVES SECOND PILOT\nSTATION FOR THE HARBOUR OF LORN\n")
    assert release.title == "COMMISSION APPROVES SECOND PILOT STATION FOR THE HARBOUR OF LORN"


def test_a_headline_that_stands_twice_is_a_repeat() -> None:
    release = read("Commission approves second station\n\nMay 24, 2017\n\nCommission approves second station")
    assert kinds(release)[:3] == ["title", "head", "repeat"]


def test_capitals_are_shown_as_the_body_writes_them() -> None:
    release = read(
        "SEN. MCBRIDE URGES HSIS TO FUND PILOTS' NEW STATION IN LORN'S HARBOUR, USING THE XQZ-BOAT",
        "Commissioner Ida McBride asked the Harbour Safety Information Service (HSIS) for funds. The pilots of Lorn "
        "say that the new station in the harbour cannot wait, and that using the old boat is dangerous. " + BODY,
    )
    assert release.title is not None and release.title.startswith("SEN. MCBRIDE URGES")
    assert release.display_title == (
        "Sen. McBride urges HSIS to fund pilots' new station in Lorn's harbour, using the XQZ-boat"
    )


@pytest.mark.parametrize(
    ("title", "body", "shown"),
    [
        ("HARBOUR MARKS ITS 69TH ANNIVERSARY", "", "Harbour marks its 69th anniversary"),
        ("13,000TH BOAT IN 3RD QUARTER", "", "13,000th boat in 3rd quarter"),
        ("COURT STREET, NOT 1 ST. LORN ST.", "St. Lorn", "Court street, not 1 St. Lorn St."),
        (
            "PILOTS OF NEW MEXICO MEET IN NEW YORK'S PORT",
            "Mexico and York",
            "Pilots of New Mexico meet in New York's port",
        ),
        ("A NEW STATION FOR NEW SOUTH WALES", "", "A new station for New South Wales"),
        ("NEW ENGLANDERS BUILD NEW MEXICAN BOAT", "Mexican", "New Englanders build new Mexican boat"),
        ("LAST DAY FOR PLANS IS MAY 1", "It may rain.", "Last day for plans is May 1"),
        ("MARCH ON LORN MAY BEGIN MARCH 3", "They may march and march on.", "March on Lorn may begin March 3"),
    ],
)
def test_what_stands_beside_a_word_tells_its_case(title: str, body: str, shown: str) -> None:
    assert readable_title(title, body + " The pilots of Lorn.") == shown


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("HSIS/PR/971", "HSIS/PR/971"),
        ("IP/17/1234", "IP/17/1234"),
        ("HS/SM/44/Rev.1", "HS/SM/44/Rev.1"),
        ("No. 12/2017", "12/2017"),
        ("Press Release No.: 45-17", "45-17"),
        ("Pressemitteilung Nr. 47/2018", "47/2018"),
    ],
)
def test_symbols_and_numbers(line: str, symbol: str) -> None:
    assert read(f"{line}\n\nCommission approves second pilot station for Lorn").symbol == symbol


def test_an_embargo_is_kept_and_gives_the_day_if_nothing_else_does() -> None:
    release = read("EMBARGOED UNTIL 16:00 LONDON TIME ON WEDNESDAY 24 MAY 2017\n\nSecond station for Lorn approved")
    assert release.embargo == "EMBARGOED UNTIL 16:00 LONDON TIME ON WEDNESDAY 24 MAY 2017"
    assert release.date == MAY_24


def test_a_byline_and_an_address_are_read() -> None:
    release = read(
        "Second pilot station for Lorn approved\n\nBy Ida Moreau, Harbour Weekly",
        BODY + "\n\nView source version on portwire.example: https://portwire.example/news/lorn",
    )
    assert (release.author, release.issuer) == ("Ida Moreau", "Harbour Weekly")
    assert release.url == "https://portwire.example/news/lorn"
    assert kinds(release)[-1] == "footer"


def test_front_matter_comes_first() -> None:
    source = (
        "---\ntitle: The second station\ndate: 2017-05-24\nissuer: Lorn Harbour\nurl: https://lorn.example/1\n"
        f"language: en-GB\nauthor: Ida Moreau\n---\n\n# Another headline for the page\n\n{BODY}\n"
    )
    release = parse(source.encode(), "x.md")
    assert (release.title, release.date, release.issuer) == ("The second station", MAY_24, "Lorn Harbour")
    assert (release.url, release.language, release.author) == ("https://lorn.example/1", "en", "Ida Moreau")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "/1", "http:", "x"]
)
def test_only_an_address_of_the_web_is_the_release_s_own(address: str) -> None:
    source = f"---\ntitle: The second station\nurl: {address}\nlink: https://lorn.example/1\n---\n\n{BODY}\n"
    assert parse(source.encode(), "x.md").url == "https://lorn.example/1"
    assert parse(source.replace("https:", "ftp:").encode(), "x.md").url is None
    assert read(f"Second pilot station for Lorn approved\nURL: {address}", BODY).url is None


@pytest.mark.parametrize("mark", ["* *** *", "###", "# # #", "-30-", "- 30 -", "ENDS", "- END -", "***"])
def test_end_marks(mark: str) -> None:
    assert kinds(read("Second pilot station for Lorn approved", f"{BODY}\n\n{mark}"))[-1] == "end"


def test_subheadings_footers_and_repeats_are_not_numbered() -> None:
    lead = BODY.split("\n\n")[0]
    release = read(
        "Second pilot station for Lorn approved",
        f"{BODY}\n\nWhat the station will cost\n\nIn other words: {lead}\n\n{lead}\n\nShare this page\nBack to top",
    )
    assert kinds(release)[-5:] == ["subheading", "body", "repeat", "footer", "footer"]
    assert [paragraph.number for paragraph in release.paragraphs if paragraph.number] == [1, 2, 3]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", BODY),
        ("fr", "Le port a rouvert hier et les pilotes sont prêts, a déclaré la directrice, après des travaux."),
        ("de", "Der Hafen ist wieder offen und die Lotsen sind bereit, sagte die Leiterin der Stadt am Dienstag."),
        ("es", "El puerto ha vuelto a abrir y los pilotos están listos, dijo la directora de las obras."),
        ("pt", "O porto voltou a abrir e os pilotos estão prontos, disse a diretora das obras na cidade."),
        ("nl", "De haven is weer open en de loodsen zijn klaar voor het werk, zei de directeur van de stad."),
        ("pl", "Port jest znów otwarty i piloci są gotowi do pracy, powiedziała dyrektor na wybrzeżu."),
        ("ru", "Порт снова открыт, и лоцманы готовы к работе, сказала директор после ремонта."),
        ("ar", "أعيد فتح الميناء والمرشدون مستعدون للعمل بعد أشهر من الأشغال في المدينة."),
        ("ja", "港は再び開かれ、水先人の準備はできています。"),
        ("zh", "港口重新开放，引航员已做好准备。"),
        ("ko", "항구가 다시 열렸고 도선사들은 준비가 되어 있다."),
        ("vi", "Cảng đã mở cửa trở lại và các hoa tiêu đã sẵn sàng cho công việc của họ trong những tháng tới."),
        (None, "OK"),
    ],
)  # fmt: skip
def test_languages(language: str | None, text: str) -> None:
    assert parse(text.encode()).language == language


def test_the_seeds() -> None:
    seeds = Path(__file__).parents[3] / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the two releases this project began with are not beside the checkout")
    first, second = (parse(path.read_bytes(), path.name) for path in sorted(seeds.glob("*.txt")))
    assert (first.symbol, first.date, first.places) == ("UNIS/CP/971", MAY_24, ("Zavidovo", "Vienna"))
    assert first.issuer == "UN Information Service"
    assert max(paragraph.number or 0 for paragraph in first.paragraphs) == 7
    assert (second.date, second.issuer, second.symbol) == (None, None, None)
    assert {span.emphasis for span in second.styles} == {"underline"}
    assert "$1.5 trillion" in second.text and "\\$" not in second.text


@pytest.mark.parametrize(
    ("name", "body", "cited"),
    [
        ("LORNE ISLAND FERRIES LTD", "LORNE ISLAND FERRIES LTD\n\nA new boat.", "Lorne Island Ferries Ltd"),
        ("BOARD OF THE PORT OF LORNE", "The board met in Lorne today.", "Board of the Port of Lorne"),
        (
            "LORNE DATA CENTRE FOR NMAA FLEETS",
            "The NMAA said so; the NMAA is old.",
            "Lorne Data Centre for NMAA Fleets",
        ),
        ("MCRAE SHIPPING TRUST", "It was the McRae Shipping Trust that met.", "McRae Shipping Trust"),
        ("DIPUTACIÓN DE LORNA", "", "Diputación de Lorna"),
        ("UNODC", "UNODC", "UNODC"),
    ],
)
def test_an_issuer_in_capitals_is_cited_in_readable_case(name: str, body: str, cited: str) -> None:
    assert readable_name(name, body) == cited


def test_english_lead_above_a_long_list_is_english() -> None:
    lead = "Harbour council opened the bridge on Monday after repairs last winter. " * 8
    places = "Ashford Barlow Corfield Dunmore Eastleigh Farnham Garston Hexley Ilford " * 20
    assert find_language(lead + places) == "en"
    assert find_language(places) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Harbour Trust | PRESS RELEASE", "Harbour Trust"),
        ("Hafenamt Lorn – Medienmitteilung", "Hafenamt Lorn"),
        ("港湾局：新闻稿", "港湾局"),
        ("Harbour Trust on Suppress Release", None),
        ("A press release from the trust", None),
    ],
)
def test_name_before_a_label(line: str, name: str | None) -> None:
    assert name_before_label(line) == name
