"""One engine for every style: a release's facts and a style's rules become one line of text."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reader.citing import markup as markups
from reader.citing.capitals import title_case
from reader.citing.marks import requote, words_of
from reader.citing.names import name_shapes
from reader.citing.reference import Reference, one_line
from reader.citing.styles import DAY_FIRST, FULL_MONTHS, SHORT_MONTHS, STYLES, Form, Style
from reader.citing.template import Run, fill
from reader.model import Quote

_UNITED_NATIONS = re.compile(
    r"(UN|United Nations)"
    r"( (Information|Department|Secretariat|News|Office at|Press|Meetings|Headquarters|Regional)\b.*)?"
)
_ABBREVIATED = frozenset(("bros", "corp", "dept", "est", "etc", "govt", "vs"))


@dataclass(frozen=True, slots=True)
class Citation:
    """One line to paste. `missing` names what the document does not say, `warnings` what the user should know."""

    text: str
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def cite(
    reference: Reference,
    style: str = "apa",
    *,
    form: Form | None = None,
    quote: Quote | None = None,
    accessed: datetime.date | None = None,
    markup: markups.Markup = "plain",
    family_first: bool = False,
    day_first: bool = False,
) -> Citation:
    """The release, or a quotation from it with its source, as the style writes it.

    `form` is the style's first one when it is not given or the style has no such form. `accessed`, the day of copying,
    is printed where the style wants it and the release has an address. `family_first` says that authors' names are
    written so, `day_first` puts the day before the month where the style leaves that open. KeyError for an unknown
    style.
    """
    rules = STYLES[style]
    if rules.either_order and day_first:
        rules = replace(rules, day=DAY_FIRST)
    values = (
        _author_values(reference, rules, family_first)
        | _title_values(reference, rules)
        | _date_values(reference, rules, accessed)
        | _other_values(reference)
        | _pinpoint(quote, rules)
    )
    runs = _first_that_applies(rules, form, values)
    if quote:
        runs = (Run(_quotation(quote, rules, runs)), *runs)
    return Citation(markups.render(runs, markup), _missing(reference, quote), _warnings(reference, quote))


def _first_that_applies(rules: Style, form: Form | None, values: Mapping[str, str | None]) -> tuple[Run, ...]:
    first = next(iter(rules.forms.values()))
    templates = rules.forms.get(form, first) if form else first
    filled = (fill(template, values) for template in templates)
    return next(runs for runs in filled if runs is not None)


def _other_values(reference: Reference) -> dict[str, str | None]:
    is_united_nations = _is_united_nations(reference)
    return {
        "symbol": reference.symbol,
        "un_symbol": reference.symbol if is_united_nations else None,
        "own_symbol": None if is_united_nations else reference.symbol,
        "label": reference.label or "Media Release",
        "site": None if reference.site == reference.issuer else reference.site,
        "medium": reference.medium,
        "url": reference.url,
        "bare_url": re.sub(r"^https?://", "", reference.url) if reference.url else None,
    }


def _author_values(reference: Reference, rules: Style, family_first: bool) -> dict[str, str | None]:
    """`author` is the author or else the issuer; `byline` only an author who is not the issuer; `publisher` an issuer
    that does not already stand as the author."""
    issuer = _name(reference.issuer, rules)
    byline = _name(reference.author, rules)
    if byline and issuer and byline.casefold() == issuer.casefold():
        byline = None
    shapes = name_shapes(byline, family_first=family_first)
    bylines = {name.replace("author", "byline"): shape for name, shape in shapes.items()}
    return {
        **{name: shape or issuer for name, shape in shapes.items()},
        **bylines,
        "issuer": issuer,
        "publisher": issuer if byline else None,
        "un_issuer": "UN" if _is_united_nations(reference) else issuer or byline,
    }


def _name(name: str | None, rules: Style) -> str | None:
    return re.sub(r"\.(?=[\s,]|[A-Z]\.|$)", "", name) if name and rules.bare_abbreviations else name


def _is_united_nations(reference: Reference) -> bool:
    return bool(_UNITED_NATIONS.fullmatch(reference.issuer or "")) or (reference.symbol or "").startswith("UNIS/")


def _title_values(reference: Reference, rules: Style) -> dict[str, str | None]:
    if not reference.title:
        return dict.fromkeys(("title", "inner_title", "short_title", "inner_short_title"))
    title = _without_last_stop(reference.title)
    if rules.title_case:
        title = title_case(title, reference.language)
    short = re.split(r"(?<=\w)(?::| [–—-]) ", title, maxsplit=1)[0]
    outer, inner = rules.marks
    return {
        "title": requote(title, outer, inner),
        "inner_title": requote(title, inner, outer),
        "short_title": requote(short, outer, inner),
        "inner_short_title": requote(short, inner, outer),
    }


def _without_last_stop(title: str) -> str:
    """A headline that is a sentence loses its full stop; an abbreviation or an ellipsis keeps it."""
    word = title[:-1].rpartition(" ")[2]
    is_word = word.isalpha() and (word.islower() or len(word) > 3) and word.casefold() not in _ABBREVIATED
    return title[:-1] if title.endswith(".") and is_word else title


def _date_values(reference: Reference, rules: Style, accessed: datetime.date | None) -> dict[str, str | None]:
    day, day_of_access = reference.date, _day(accessed if reference.url else None, rules.day, rules.months)
    known_year = str(day.year) if day else None
    return {
        "date": _day(day, rules.day, rules.months) or rules.no_date,
        "known_date": _day(day, rules.day, rules.months),
        "short_date": _day(day, rules.day, SHORT_MONTHS),
        "day_and_month": _day(day, "{day} {month}", FULL_MONTHS),
        "year": known_year or rules.no_date,
        "known_year": known_year,
        "accessed": day_of_access,
        "accessed_undated": None if day else day_of_access,
    }


def _day(day: datetime.date | None, shape: str, months: tuple[str, ...]) -> str | None:
    return shape.format(year=day.year, month=months[day.month - 1], day=day.day) if day else None


def _pinpoint(quote: Quote | None, rules: Style) -> dict[str, str | None]:
    number = str(quote.paragraph) if quote and quote.paragraph and rules.pinpoint else None
    return {"paragraph": number, "pinpoint": (rules.pinpoint or "").format(number=number) if number else None}


def _quotation(quote: Quote, rules: Style, citation: tuple[Run, ...]) -> str:
    """The words in the style's marks, the dash and, where it is certain, the speaker."""
    opening, closing = rules.marks.outer
    words = requote(one_line(words_of(quote.text)) or "", rules.marks.inner, rules.marks.outer)
    speaker = one_line(quote.speaker) if quote.certain else None
    if not speaker:
        return f"{opening}{words}{closing} — "
    is_parenthesis = citation[0].text.startswith("(")
    return f"{opening}{words}{closing} — {speaker}{' ' if is_parenthesis else ', '}"


def _missing(reference: Reference, quote: Quote | None) -> tuple[str, ...]:
    facts: dict[str, object] = {
        "no title": reference.title,
        "no date": reference.date,
        "no issuer": reference.issuer or reference.author,
        "no symbol": reference.symbol,
        "no URL": reference.url,
    }
    if quote and quote.kind == "speech":
        facts["no certain speaker"] = quote.speaker if quote.certain else None
    if quote:
        facts["no paragraph number"] = quote.paragraph
    return tuple(name for name, fact in facts.items() if not fact)


def _warnings(reference: Reference, quote: Quote | None) -> tuple[str, ...]:
    warnings = []
    if reference.notice:
        warnings.append(f"the release says: {reference.notice}")
    if quote and quote.speaker and not quote.certain:
        warnings.append(f"the speaker is uncertain, perhaps {one_line(quote.speaker)}")
    return tuple(warnings)
