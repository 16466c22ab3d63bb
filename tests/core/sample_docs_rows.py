"""What a careful person reads in each of the sample documents: one row a file, for test_sample_docs.

The rows were written from the documents, not from what parsing says about them. A quotation that goes on over several
paragraphs counts once, an interrupted one as often as it has pairs of marks, and one in a headline counts as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Press(NamedTuple):
    """A press contact; a desk has no name. Telephones in E.164."""

    name: str | None
    email: str | None = None
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What a reader finds: `issuers` are equally right forms, empty where none is said; `spoken` counts by speaker."""

    title: str
    day: date | None
    issuers: tuple[str, ...]
    spoken: Mapping[str, int]
    contacts: tuple[Press, ...] = ()
    language: str = "en"


WHSO = ("World Harbour Safety Organization", "WHSO")
OSTERMANN = Press("Kofi Ostermann", "kofi.ostermann@whso.example", ("+494066969312",))
OSTERMANN_MOBILE = OSTERMANN._replace(phones=("+494066969312", "+491713920041"))
RIVERS_DESK = Press(None, "pressoffice@rivers-coasts.example", ("+442079460417",))

ROWS = {
    "arabic-manuscripts.txt": Row(
        "اكتمال رقمنة 12,400 مخطوطة",
        date(2023, 2, 13),
        ("دار المخطوطات",),
        {"هالة السدراتي": 1, "إلياس بوزيدان": 1, "يونس الحمداني": 1},
        (Press("سلمى القرطاجي", "press@rummana-mss.example"),),
        "ar",
    ),
    "archaeology-bronze-age-boat.txt": Row(
        "'We took it for a drain': Bronze Age boat",
        date(2016, 7, 28),
        ("Skelshire Archaeological Trust",),
        {"Gary Whitlam": 3, "Philippa Obaseki": 3, "Rhodri Pemberton": 1},
        (Press("Leonie Cathcart", "leonie@skelshiretrust.example", ("+441632960259",)),),
    ),
    "budget-county-council.txt": Row(
        "COUNCIL SETS BUDGET OF £684.3 MILLION",
        date(2021, 2, 18),
        ("Skelshire County Council",),
        {"Desmond Acheson": 3, "Winifred Stokoe": 3},
        (
            Press("Gareth Ollerenshaw", "gareth.ollerenshaw@skelshire.example", ("+441632960740",)),
            Press(None, None, ("+447700900318",)),
        ),
    ),
    "chinese-grain-library.txt": Row(
        "旧粮仓变身图书馆",
        date(2024, 4, 22),
        ("汀源市图书馆",),
        {"陆知秋": 1, "贺长林": 2, "温如瑾": 1},
        (Press("顾晓棠", "press@tingyuan-library.example", ("+867995550143",)),),
        "zh",
    ),
    "chinese-traditional-lighthouse.txt": Row(
        "白沙角燈塔修復完工",
        date(2019, 8, 9),
        ("海東縣政府文化處",),
        {"簡若蘭": 1, "潘金水": 1},
        (Press("宋以恩", "culture@haidong.example", ("+88689000143",)),),
        "zh",
    ),
    "city-library-sundays.txt": Row(
        "CARROW FALLS LIBRARIES TO OPEN ON SUNDAYS",
        date(2014, 9, 4),
        (),
        {"Gloria Ruiz": 2, "Thurman Beck": 4, "Roy Dempster": 2},
        (Press("Lorraine Pettibone", None, ("+12165550143",)), Press("Dale Okafor", None, ("+12165550162",))),
    ),
    "company-earnings-tide-gauges.txt": Row(
        "Hallett & Rowe Instruments Reports Third Quarter",
        date(2025, 10, 29),
        ("Hallett & Rowe Instruments",),
        {"Marguerite Hale": 2, "Philip Urquidez": 2},
        (
            Press("Naveen Rao", "investors@hallettrowe.example", ("+12075550134",)),
            Press("Ruth Abendroth", "ruth.abendroth@hallettrowe.example", ("+12075550161",)),
        ),
    ),
    "correction-berth-figures.txt": Row(
        "Correction to press release on noise at berth",
        date(2023, 10, 3),
        WHSO,
        {"Ilídia Monforte": 1, "Kofi Ostermann": 2},
        (OSTERMANN,),
    ),
    "court-seaweed-rights.txt": Row(
        "Court upholds islanders' right to gather seaweed",
        date(2021, 3, 11),
        ("Royal Court of Sarnham",),
        {"Lucan Torode": 2, "Le Huquet": 1},
        (Press(None, "greffe@royalcourt-sarnham.example", ("+441632960214",)),),
    ),
    "election-recount.txt": Row(
        "RECOUNT ORDERED IN RACE FOR COUNTY ENGINEER",
        date(2018, 11, 9),
        ("Pruitt County Board of Elections",),
        {"Harlan Dietz": 2, "Inez Calloway": 1, "Colette Grabowski": 1, "Warren T. Ashby": 2},
        (Press("Margo Feldhaus", None, ("+14195550158",)), Press("Terrence Ide", None, ("+14195550158",))),
    ),
    "embargoed-lake-charr.txt": Row(
        "Fish that should have vanished sat out two warm ages",
        date(2024, 4, 3),
        ("Northern Institute of Lake Research",),
        {"Wenda Osei": 2, "Gethin Rowlands": 4},
        (Press("Tamsin Ellwood", "press@nilr.example", ("+447700900461",)),),
    ),
    "fisheries-herring-quota.txt": Row(
        "Herring quota cut by a quarter",
        date(2018, 12, 6),
        ("Inner Sea Fisheries Commission",),
        {"Solvej Munkholm": 2, "Eero Kallaste": 1, "Petra Vilhelmsdotter": 1},
    ),
    "french-night-train.txt": Row(
        "Seize ans après sa suppression, le train de nuit",
        date(2021, 12, 10),
        ("Syndicat des transports du Haut-Vernois",),
        {"Apolline Vasseur": 2, "Gaspard Menetrier": 1, "Lucien Abadie": 1, "Nadège Tournier": 1},
        (Press("Maëlle Kerbrat", "m.kerbrat@haut-vernois.example", ("+33465712014",)),),
        "fr",
    ),
    "german-pilot-station.txt": Row(
        "Neue Lotsenstation spart zwanzig Minuten",
        date(2018, 9, 12),
        ("Stadt Brunshaven", "Hafenamt"),
        {"Frauke Thomsen": 2, "Onno Behrends": 1, "Ilídia Monforte": 2},
        (Press("Jörn Hagedoorn", "joern.hagedoorn@brunshaven.example", ("+494066969205", "+494066969209")),),
        "de",
    ),
    "health-measles-clinics.md": Row(
        "Nine walk-in clinics to open as measles cases",
        date(2025, 1, 17),
        ("Wexcombe and Coast Health Board",),
        {"Bronagh Adeyinka": 4, "Kamila Dudek": 2},
        (
            Press("Fergal Whitmore", "fergal.whitmore@wchb.example", ("+441632960911",)),
            Press("Nia Sorensen", "nia.sorensen@wchb.example", ("+441632960918",)),
            Press(None, "press@wchb.example", ("+447700900642",)),
        ),
    ),
    "inquiry-marrick-flood.txt": Row(
        "A gauge stopped at 1.42 metres and nobody asked why",
        date(2022, 7, 14),
        ("Marrick Dale Flood Inquiry",),
        {
            "Rosalind Ferreira-Croft": 6,
            "Callum Reddish": 2,
            "Ruth Oldcastle": 2,
            "Hazel Brathwaite": 4,
            "Lakshmi Vane": 2,
            "Carol Birtwhistle": 2,
            "Samira Haldane": 2,
            "Harriet Colclough": 2,
            "Marian Thackeray": 2,
            "Alun Prendergast": 1,
            "Desmond Acheson": 2,
            "Joshua Tennant": 2,
        },
        (
            Press(
                "Verity Sandiford", "verity.sandiford@marrickfloodinquiry.example", ("+441632960402", "+447700900227")
            ),
            RIVERS_DESK,
        ),
    ),
    "media-advisory-eclipse.txt": Row(
        "Deepest eclipse of the Sun since 1999",
        date(2026, 7, 30),
        ("Carn Dewy Observatory",),
        {"Demelza Quayle": 2},
        (Press("Colin Nance", "colin@carndewy.example", ("+441632960533",)),),
    ),
    "meeting-coverage-shore-power.txt": Row(
        "Assembly Adopts Code on Shore Power by 88 Votes",
        date(2022, 6, 22),
        WHSO,
        {
            "Nikolai Førde": 1,
            "Ilidia Monforte": 4,
            "Birgitte Aastrup": 1,
            "Josaia Tabuakuro": 1,
            "Marguerite Attard": 2,
            "Rafael Echenique Prado": 1,
        },
        (OSTERMANN,),
    ),
    "merger-ferry-lines.txt": Row(
        "Petrel Lines and Chedabucto Coastal Ferries to merge",
        date(2021, 6, 8),
        ("Petrel Lines", "Chedabucto Coastal Ferries"),
        {"Aksel Brandvold": 2, "Josephine Arsenault": 2, "Léonie Chiasson": 2},
        (
            Press("Simone Beaulieu", "s.beaulieu@petrel.example", ("+19025550126",)),
            Press("Everett MacAskill", "e.macaskill@chedabucto.example", ("+19025550188",)),
        ),
    ),
    "ministry-flood-relief.txt": Row(
        "£31.4 million for Marrick Dale",
        date(2020, 2, 25),
        ("Department for Rivers and Coasts",),
        {"Harriet Colclough": 2, "Desmond Acheson": 1, "Ruth Oldcastle": 2},
        (RIVERS_DESK._replace(phones=("+442079460417", "+442079460418")),),
    ),
    "museum-ropewalk.txt": Row(
        "Ropewalk at Ellersby to make rope again",
        date(2018, 3, 22),
        ("Museum of Rope and Rigging",),
        {"Wilfred Garside": 2, "Chantelle Ruddock": 2, "Benedikt Aylward": 2},
        (Press("Hattie Brannigan", "hattie.brannigan@ropemuseum.example", ("+441632960825",)),),
    ),
    "ngo-eel-passes.md": Row(
        "Forty-one thousand elvers climb the Marrick",
        date(2023, 5, 4),
        ("Friends of the Marrick",),
        {"Imogen Sadler": 2, "Pauline Threlfall": 2, "Harriet Colclough": 3},
        (Press("Imogen Sadler", "imogen@friendsofthemarrick.example", ("+441632960377",)),),
    ),
    "notice-reading-room.txt": Row(
        "Reading room closed on Friday", date(2019, 6, 12), ("States Archive of Sarnham",), {}
    ),
    "portuguese-pilot-school.txt": Row(
        "Antigo farol de Vila Nova de Areias",
        date(2025, 6, 5),
        ("Município de Vila Nova de Areias",),
        {"Ilídia Monforte": 2, "Belmiro Tavares Rebocho": 1, "Graça Sintra Falé": 2},
        (Press("Dulce Carrapiço", "comunicacao@vnareias.example", ("+351263000118",)),),
        "pt",
    ),
    "prize-translated-novel.txt": Row(
        "“The Salt Clerk” wins the Lockyer Prize",
        date(2017, 11, 21),
        ("Lockyer Prize",),
        {"Mordecai Finch": 2, "Oyinkan Bright": 2, "Ágota Szemerey": 2, "Niamh Corrigan": 2},
        (Press("Araminta Okello", "araminta@lockyerprize.example", ("+442079460683",)),),
    ),
    "recall-oat-biscuits.txt": Row(
        "Wattlebird Bakehouse recalls Oat & Honey biscuits",
        date(2019, 1, 11),
        ("Wattlebird Bakehouse",),
        {"Colleen Abernathy": 2, "Milan Petrovski": 1},
        (Press("Stella Kourakis", "media@wattlebird.example", ("+61491570156",)),),
    ),
    "regulator-unread-meters.txt": Row(
        "Castlemere Energy to pay £6.2 million",
        date(2016, 9, 14),
        ("Heat and Power Metering Authority",),
        {"Ranulph Oyelaran": 3, "Bethan Crookshank": 2},
        (Press("Isobel Munro", "isobel.munro@meteringauthority.example", ("+441314960172",)),),
    ),
    "russian-glass-negatives.txt": Row(
        "На чердаке речного вокзала нашли 1200",
        date(2019, 5, 16),
        ("Верхнереченский краеведческий музей",),
        {"Алевтина Завьялова": 1, "Тимур Ахметшин": 1, "Нина Остроумова": 1},
        (Press("Остроумова Нина Павловна", "press@vrechmuseum.example", ("+78412000157",)),),
        "ru",
    ),
    "spanish-library-bus.txt": Row(
        "El bibliobús cumple cincuenta años",
        date(2023, 4, 21),
        ("Diputación de Valdehoz",),
        {"Milagros Henares Buitrago": 2, "Fortunato Lastra Gil": 1, "Eladio Zurro Montes": 2},
        (Press("Remedios Abarca Toledano", "prensa@dipvaldehoz.example", ("+34980004127",)),),
        "es",
    ),
    "sport-short-marathon.txt": Row(
        "Ellersby Marathon was 218 metres short",
        date(2019, 10, 15),
        ("Skelshire Athletics Union",),
        {"Mick Shannahan": 4, "Paula Holt": 4, "Freya Osborne": 2},
        (Press(None, "press@skelshireathletics.example"),),
    ),
    "statement-pilot-cutter-loss.txt": Row(
        "Statement by the Secretary-General on the loss",
        date(2024, 2, 9),
        WHSO,
        {"Ilídia Monforte": 1},
        (OSTERMANN_MOBILE,),
    ),
    "strike-tug-crews.txt": Row(
        "TUG CREWS VOTE TO STRIKE AT PORT EDGERTON",
        date(2015, 3, 12),
        ("Amalgamated Tug and Launch Crews",),
        {"Dolores Wachowski": 2, "Amos Trelawney": 1, "Kelvin Marsh": 2},
        (Press("Yolanda Kirchner", None, ("+12065550177",)), Press("Mike Tallis", None, ("+12065550177",))),
    ),
    "un-style-harbour-safety.txt": Row(
        "Mooring lines kill more harbour workers than cranes",
        date(2017, 5, 17),
        WHSO,
        {"Ilídia Monforte": 4},
        (OSTERMANN_MOBILE,),
    ),
    "un-style-pilot-ladders.txt": Row(
        "One pilot ladder in eight fails inspection",
        date(2019, 11, 5),
        WHSO,
        {"Leopold Strand": 4, "Ilídia Monforte": 3, "Ximena Araya Cuevas": 2},
        (OSTERMANN, Press("Beatriz Lindenau", "b.lindenau@whso.example", ("+494066969347",))),
    ),
    "undated-night-school.txt": Row(
        "'Nobody is too old for page one'",
        None,
        (),
        {"Solange Abebe": 5, "Ignatius Mwale": 3, "Obed Lungu": 1},
    ),
    "university-newborn-sepsis.txt": Row(
        "Drop of blood tells doctors in 18 minutes",
        date(2023, 10, 16),
        ("University of Wexcombe",),
        {"Amara Obi": 2, "Meera Palaniappan": 1, "Theo Vanstone": 2, "Siobhan Macklin": 2, "Yusuf Castellanos": 1},
        (
            Press("Amara Obi", "amara.obi@wexcombe.example"),
            Press("Jonty Farquharson", "j.farquharson@wexcombe.example", ("+441632960148",)),
        ),
    ),
    "weather-warm-night.txt": Row(
        "October night on Fulmar Skerry was warmest",
        date(2022, 11, 2),
        ("Institute for Northern Weather",),
        {"Signe Brandvold": 3, "Magnus Rendall": 2},
        (Press(None, None, ("+441632960691",)),),
    ),
}
