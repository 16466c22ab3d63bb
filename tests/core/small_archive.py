"""Ten invented releases for tests of search, each with something that only one search should find."""

from pathlib import Path

_CALDER = """\
"The quay is stronger than the one our grandparents built," said Ines Calder, director of the Northmarch Harbour \
Authority."""

RELEASES = {
    "quay.txt": f"""NORTHMARCH HARBOUR AUTHORITY

PRESS RELEASE
NHA/INF/204

24 May 2017

Ferries return to the inner quay of Northmarch

NORTHMARCH, 24 May 2017 - Ferries call at the inner quay again after two years of repairs to the harbour wall.

{_CALDER} "We numbered every stone."

The granite came from the quarry at Skerry.

Contact: Olu Marsh, press officer, +43 1 26060 5629, olu.marsh@harbour.example
""",
    "pilots.txt": """NORTHMARCH HARBOUR AUTHORITY

PRESS RELEASE
NHA/INF/219

3 June 2018

Pilots ask for longer ladders

NORTHMARCH, 3 June 2018 - The pilots of the estuary asked for longer ladders on every freighter.

Nobody mentioned ferries, the inner harbour was calm, and a quay stood somewhere far away in the fog.

"A short ladder is a long fall," said Tomas Brandt, who leads the pilots.
""",
    "flood.txt": """Flood relief reaches the Marrick valley

MARRICK, 2 March 2019 - Families whose houses stood in the flood receive relief from this week on, the council said.

The grant covers boilers and floors. Applications reach the veterans of the last inundation first.

Relief is paid by post. The flood was the third in ten years.
""",
    "eels.txt": """Eels pass the weir again

MARRICK, 9 September 2019 - The weir has a ladder for eels. Volunteers counted eels every night: eels in June, eels in \
July and eels in August.

Relief among anglers was great.

A flood of visitors came to watch.
""",
    "café.txt": """Le café du phare rouvre ses portes

SKERRY, 12 avril 2019 - Le café du phare rouvre ses portes après l’hiver. Les élèves de l’école y serviront le thé.
""",
    "lighthouse.txt": """潮汐灯塔重新开放

十月二日，灯塔重新向公众开放。管理员说，修复工程历时两年。
""",
    "library.txt": """Library opens on Sundays

SKERRY, 5 January 2020 - The city library opens on Sundays from ten to four. The librarian hopes for students, nurses \
and people who work on Saturdays.

Its catalogue lists harbours, ferries and lighthouses.
""",
    "recall.txt": """Oat biscuits recalled

SKERRY, 6 January 2020 - Biscuits with the batch number 4417 may hold metal. Eat none of them. Bring them back.
""",
    "vote.txt": """Council will NOT close swimming bath - mayor OR no mayor

MARRICK, 7 January 2020 - The council voted to keep the swimming bath open.
""",
    "undated.txt": """A night school without a day

It opens when it opens, says the porter of the night school.
""",
}


def write_archive(folder: Path) -> Path:
    """Write the releases and return their folder."""
    folder.mkdir(parents=True)
    for name, text in RELEASES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
