"""The citation styles as data: templates (see `template`), dates and marks, each with the source of its rules.

Of a form's templates the first one whose values are all known is used, so a form lists its fullest shape first and ends
with one that needs nothing. The first form of a style is what it copies when nobody asks for another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

Form = Literal["reference", "in-text", "footnote"]

FULL_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DOTTED_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
IEEE_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sep.", "Oct.", "Nov.", "Dec.")
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

DAY_FIRST = "{day} {month} {year}"
MONTH_FIRST = "{month} {day}, {year}"


class Marks(NamedTuple):
    """Quotation marks: those around a quotation, and those around one inside it."""

    outer: tuple[str, str]
    inner: tuple[str, str]


AMERICAN = Marks(("“", "”"), ("‘", "’"))
BRITISH = Marks(("‘", "’"), ("“", "”"))


@dataclass(frozen=True, slots=True)
class Style:
    """One citation style; `engine` says what the values in its templates are.

    `no_date` stands where a date is missing, `None` where the style leaves the date out; `pinpoint` names a paragraph,
    `None` where the style does not count unnumbered ones. `either_order` is true where the style leaves the order of
    day and month to the writer, `bare_abbreviations` where names lose their stops ("U.S." becomes "US").
    """

    label: str
    source: str
    forms: Mapping[Form, tuple[str, ...]]
    day: str
    months: tuple[str, ...] = FULL_MONTHS
    no_date: str | None = "n.d."
    marks: Marks = AMERICAN
    pinpoint: str | None = "para. {number}"
    title_case: bool = False
    either_order: bool = False
    bare_abbreviations: bool = False


_APA_END = "⟦, {pinpoint}⟧.⟦ {publisher}.⟧⟦ {url}⟧"
_MLA = "⟦{byline_inverted}. ⟧“{inner_title}.” "
_MLA_END = "⟦ Accessed {accessed_undated}.⟧"
_CHICAGO_NOTE = "press release⟦ {symbol}⟧⟦, {publisher}⟧, {date}⟦, {pinpoint}⟧⟦, accessed {accessed_undated}⟧⟦, {url}⟧."
_CHICAGO_END = "⟦, {pinpoint}⟧.⟦ Accessed {accessed_undated}.⟧⟦ {url}.⟧"
_HARVARD_HEADS = (
    "{author_close_initials} ({year}) *{title}* ",
    "{author_close_initials} ({year}) ",
    "*{title}* ({year}) ",
    "({year}) ",
)
_HARVARD_ADDRESS = "⟦ Available at: {url}⟦ (Accessed: {accessed})⟧.⟧"
_HARVARD_ENDS = (
    "[Press release].⟦ {publisher}.⟧ {day_and_month}⟦, {pinpoint}⟧." + _HARVARD_ADDRESS,
    "[Press release]⟦. {publisher}⟧⟦, {pinpoint}⟧." + _HARVARD_ADDRESS,
)
_IEEE = "Press Release⟦ {symbol}⟧⟦, {publisher}⟧, {date}⟦, {pinpoint}⟧."
_IEEE_END = "⟦ ⟦Accessed: {accessed}. ⟧[Online]. Available: {url}⟧"
_AMA_END = "News release.⟦ {issuer}.⟧⟦ {date}.⟧⟦ Paragraph {paragraph}.⟧⟦ Accessed {accessed}.⟧⟦ {url}⟧"
_VANCOUVER_END = (
    "[press release]⟦. {publisher}⟧ ({date})⟦ [cited {accessed}]⟧⟦; paragraph {paragraph}⟧.⟦ Available from: {url}⟧"
)
_BLUEBOOK = "Press Release⟦ {own_symbol}⟧⟦, {author}⟧⟦, *{title}*⟧⟦, U.N. Press Release {un_symbol}⟧⟦, {pinpoint}⟧"
_OSCOLA_END = "⟦ {pinpoint}⟧⟦ <{url}>⟦ accessed {accessed}⟧⟧"
_AGLC = "({label}⟦ {symbol}⟧⟦, {publisher}⟧⟦, {date}⟧)⟦ {pinpoint}⟧⟦ <{url}>⟧"


def _oscola(author: str, stop: str) -> tuple[str, ...]:
    """The OSCOLA templates, with a publisher of its own (before the date, without a comma) and without."""
    titles = (f"⟦{{{author}}}, ⟧‘{{inner_title}}’ (", f"⟦{{{author}}} ⟧(")
    details = ("Press Release⟦ {symbol}⟧, {publisher}⟦ {date}⟧)", "Press Release⟦ {symbol}⟧⟦, {date}⟧)")
    return tuple(title + detail + _OSCOLA_END + stop for title in titles for detail in details)


STYLES: Mapping[str, Style] = {
    "apa": Style(
        label="APA 7",
        source="APA Style, “Press release references”, and the Publication Manual (7th ed.), sections 8.28, 9.12, 9.49 "
        "and 10.4. The title stays in the capitals it was published in.",
        forms={
            "reference": (
                f"{{author_initials}}. ({{date}}). *{{title}}* [Press release]{_APA_END}",
                f"{{author_initials}}. ({{date}}). [Press release]{_APA_END}",
                "*{title}* [Press release]⟦, {pinpoint}⟧. ({date}).⟦ {url}⟧",
                "[Press release]⟦, {pinpoint}⟧. ({date}).⟦ {url}⟧",
            ),
            "in-text": (
                "({author_short}, {year}⟦, {pinpoint}⟧)",
                "(*{short_title}*, {year}⟦, {pinpoint}⟧)",
                "(Press release, {year}⟦, {pinpoint}⟧)",
            ),
        },
        day="{year}, {month} {day}",
    ),
    "mla": Style(
        label="MLA 9",
        source="MLA Style Center, “How do I cite a press release?”, and the MLA Handbook (9th ed.): no author where "
        "the issuer is the publisher, no date where none is given, no paragraph that the source does not number.",
        forms={
            "reference": (
                _MLA + "⟦{issuer}⟧⟦, {date}⟧. *{site}*⟦, {issuer}⟧, {bare_url}. Press release, {medium}." + _MLA_END,
                _MLA + "⟦{issuer}⟧⟦, {date}⟧. *{site}*⟦, {issuer}⟧, Press release, {medium}." + _MLA_END,
                _MLA + "*{site}*⟦, {issuer}⟧⟦, {date}⟧⟦, {bare_url}⟧. Press release." + _MLA_END,
                _MLA + "⟦{issuer}⟧⟦, {date}⟧⟦, {bare_url}⟧. Press release." + _MLA_END,
                f"⟦{{byline_inverted}}. ⟧Press release. ⟦{{issuer}}⟧⟦, {{date}}⟧⟦, {{bare_url}}⟧.{_MLA_END}",
            ),
            "in-text": ("({byline_short})", "(“{inner_short_title}”)", "({author_short})", "(Press release)"),
        },
        day=DAY_FIRST,
        months=DOTTED_MONTHS,
        no_date=None,
        pinpoint=None,
        title_case=True,
    ),
    "chicago-notes": Style(
        label="Chicago 18, notes and bibliography",
        source="The Chicago Manual of Style (18th ed.), chapters 13 and 14, and published notes and bibliographies. "
        "Headlines keep the capitals they were published in, as published notes do.",
        forms={
            "footnote": (
                f"⟦{{author}}, ⟧“{{inner_title}},” {_CHICAGO_NOTE}",
                f"⟦{{author}}, ⟧{_CHICAGO_NOTE}",
            ),
            "reference": (
                "⟦{author_inverted}. ⟧“{inner_title}.” Press release⟦ {symbol}⟧⟦, {publisher}⟧, {date}" + _CHICAGO_END,
                "⟦{author_inverted}. ⟧Press release⟦ {symbol}⟧⟦, {publisher}⟧, {date}" + _CHICAGO_END,
            ),
        },
        day=MONTH_FIRST,
        either_order=True,
    ),
    "chicago-author-date": Style(
        label="Chicago 18, author-date",
        source="The Chicago Manual of Style (18th ed.), chapters 13 and 14, and published reference lists.",
        forms={
            "reference": (
                "{author_inverted}. {year}. “{inner_title}.” Press release⟦ {symbol}⟧⟦, {publisher}⟧⟦, {known_date}⟧"
                + _CHICAGO_END,
                "“{inner_title}.” {year}. Press release⟦ {symbol}⟧⟦, {known_date}⟧" + _CHICAGO_END,
                "{author_inverted}. {year}. Press release⟦ {symbol}⟧⟦, {publisher}⟧⟦, {known_date}⟧" + _CHICAGO_END,
                "Press release⟦ {symbol}⟧. {date}" + _CHICAGO_END,
            ),
            "in-text": (
                "({author_short} {known_year}⟦, {pinpoint}⟧)",
                "({author_short}, {year}⟦, {pinpoint}⟧)",
                "(“{inner_short_title}” {known_year}⟦, {pinpoint}⟧)",
                "(“{inner_short_title},” {year}⟦, {pinpoint}⟧)",
                "(Press release, {year}⟦, {pinpoint}⟧)",
            ),
        },
        day=MONTH_FIRST,
        either_order=True,
    ),
    "harvard": Style(
        label="Harvard (Cite Them Right)",
        source="Pears and Shields, Cite Them Right, “Press releases”: author (year) title in italics [Press release]. "
        "Day month. Available at: URL (Accessed: date). A paragraph follows the day, as a page of a newspaper does.",
        forms={
            "reference": tuple(head + end for head in _HARVARD_HEADS for end in _HARVARD_ENDS),
            "in-text": (
                "({author_short}, {year}⟦, {pinpoint}⟧)",
                "(*{short_title}*, {year}⟦, {pinpoint}⟧)",
                "(Press release, {year}⟦, {pinpoint}⟧)",
            ),
        },
        day=DAY_FIRST,
        no_date="no date",
        marks=BRITISH,
    ),
    "ieee": Style(
        label="IEEE",
        source="IEEE Reference Guide (a comma stays after a question mark; “Accessed: …. [Online]. Available: …”) and "
        "published references.",
        forms={
            "reference": (
                "⟦{author_initials_first}, ⟧“{inner_title},” " + _IEEE + _IEEE_END,
                "⟦{author_initials_first}, ⟧" + _IEEE + _IEEE_END,
            ),
        },
        day=MONTH_FIRST,
        months=IEEE_MONTHS,
    ),
    "ama": Style(
        label="AMA 11",
        source="AMA Manual of Style (11th ed.), chapter 3, as shown by James Cook University: title, “News release.”, "
        "issuer, date, access date, URL without a full stop; titles keep their capitals.",
        forms={
            "reference": (
                "⟦{byline_bare}. ⟧{title}. " + _AMA_END,
                "⟦{byline_bare}. ⟧" + _AMA_END,
            ),
        },
        day=MONTH_FIRST,
        no_date=None,
    ),
    "vancouver": Style(
        label="Vancouver",
        source="Wilkes University, Vancouver Referencing Guide, “Press Releases”, and NLM, Citing Medicine.",
        forms={
            "reference": (
                "⟦{author_bare}. ⟧{title} " + _VANCOUVER_END,
                "⟦{author_bare}. ⟧" + _VANCOUVER_END,
            ),
        },
        day="{year} {month} {day}",
        months=SHORT_MONTHS,
        no_date="date unknown",
    ),
    "bluebook": Style(
        label="Bluebook",
        source="The Bluebook (21st ed.), rules 3.3, 8, 17, 18.2 and 21.7 and table T12, and published footnotes. Names "
        "of institutions are not abbreviated by table T6: the name stays the issuer's own.",
        forms={
            "footnote": (
                _BLUEBOOK + ", {url} (last visited {accessed_undated}).",
                _BLUEBOOK + " ({date}), {url}",
                _BLUEBOOK + " ({date}).",
            ),
        },
        day=MONTH_FIRST,
        months=DOTTED_MONTHS,
        title_case=True,
    ),
    "oscola": Style(
        label="OSCOLA 4",
        source="OSCOLA (4th ed.), sections 1.2, 1.3 and 3.4.1, as shown by Brunel University: author, ‘title’ "
        "(additional information, publisher date) <URL> accessed date; no stops in abbreviations, none after a "
        "bibliography entry.",
        forms={
            "footnote": _oscola("author", "."),
            "reference": _oscola("author_bare", ""),
        },
        day=DAY_FIRST,
        no_date=None,
        marks=BRITISH,
        pinpoint="para {number}",
        title_case=True,
        bare_abbreviations=True,
    ),
    "aglc": Style(
        label="AGLC 4",
        source="Australian Guide to Legal Citation (4th ed.), rules 1.6.1, 1.13 and 7.4, as shown by Murdoch "
        "University.",
        forms={
            "footnote": (f"⟦{{author}}, ⟧‘{{inner_title}}’ {_AGLC}.", f"⟦{{author}} ⟧{_AGLC}."),
            "reference": (f"⟦{{author_inverted}}, ⟧‘{{inner_title}}’ {_AGLC}", f"⟦{{author_inverted}} ⟧{_AGLC}"),
        },
        day=DAY_FIRST,
        no_date=None,
        marks=BRITISH,
        pinpoint="[{number}]",
        title_case=True,
        bare_abbreviations=True,
    ),
    "un": Style(
        label="United Nations",
        source="United Nations Editorial Manual, “Footnotes and other references”, parts III and IV (organization, "
        "title, symbol, “Available at” URL), and the text notes of published documents, which put the symbol first.",
        forms={
            "reference": (
                "⟦{un_issuer} ⟧press release {symbol}⟦ ({short_date})⟧⟦, {pinpoint}⟧",
                "⟦{author}, ⟧“{inner_title}”, press release⟦, {short_date}⟧⟦, {pinpoint}⟧⟦. Available at {url}⟧",
                "⟦{author}, ⟧press release⟦, {short_date}⟧⟦, {pinpoint}⟧⟦. Available at {url}⟧",
            ),
            "footnote": (
                "⟦{author}, ⟧“{inner_title}”, press release⟦ {symbol}⟧⟦, {publisher}⟧⟦, {date}⟧⟦, {pinpoint}⟧."
                "⟦ Available at {url}.⟧",
                "⟦{author}, ⟧press release⟦ {symbol}⟧⟦, {publisher}⟧⟦, {date}⟧⟦, {pinpoint}⟧.⟦ Available at {url}.⟧",
            ),
        },
        day=DAY_FIRST,
        no_date=None,
    ),
    "plain": Style(
        label="Plain",
        source="Our own: everything the release says of itself, in the order in which people read it.",
        forms={
            "reference": (
                "⟦{author}, ⟧“{inner_title}”, press release⟦ {symbol}⟧⟦, {publisher}⟧⟦, {date}⟧⟦, {pinpoint}⟧⟦, {url}⟧",
                "⟦{author}, ⟧press release⟦ {symbol}⟧⟦, {publisher}⟧⟦, {date}⟧⟦, {pinpoint}⟧⟦, {url}⟧",
            ),
        },
        day=DAY_FIRST,
        no_date="no date",
        either_order=True,
    ),
}
