"""The citation styles as data: templates (see `template`), dates, marks and what each does without a date."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

FULL_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DOTTED_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Marks(NamedTuple):
    """Quotation marks: those around a quotation, and those around one inside it."""

    outer: tuple[str, str]
    inner: tuple[str, str]


AMERICAN = Marks(("“", "”"), ("‘", "’"))
BRITISH = Marks(("‘", "’"), ("“", "”"))


@dataclass(frozen=True, slots=True)
class Style:
    """One citation style. Of each form's templates the first one whose values are all known is used.

    `title` in a template is the title by itself, `inner_title` the title inside quotation marks. `day` is the shape of
    a date; `no_date` what stands in its place, `None` where the style leaves it out.
    """

    label: str
    forms: Mapping[str, tuple[str, ...]]
    day: str
    months: tuple[str, ...] = FULL_MONTHS
    no_date: str | None = "n.d."
    marks: Marks = AMERICAN
    pinpoint: str = "para. {number}"
    name: str = "{given} {family}"
    comma_after_question: bool = True


STYLES: Mapping[str, Style] = {
    "apa": Style(
        label="APA 7",
        forms={
            "reference": (
                "{author}. ({date}). *{title}* [Press release]⟦, {pinpoint}⟧.⟦ {publisher}.⟧⟦ {url}⟧",
                "{author}. ({date}). [Press release]⟦, {pinpoint}⟧.⟦ {publisher}.⟧⟦ {url}⟧",
                "*{title}* [Press release]⟦, {pinpoint}⟧. ({date}).⟦ {url}⟧",
                "[Press release]⟦, {pinpoint}⟧. ({date}).⟦ {url}⟧",
            ),
            "in-text": (
                "({author_short}, {year}⟦, {pinpoint}⟧)",
                "(*{title}*, {year}⟦, {pinpoint}⟧)",
                "(Press release, {year}⟦, {pinpoint}⟧)",
            ),
        },
        day="{year}, {month} {day}",
        name="{family}, {initials}",
    ),
    "un": Style(
        label="United Nations",
        forms={
            "reference": (
                "UN press release {symbol}⟦ ({date})⟧⟦, {pinpoint}⟧",
                "⟦{author}, ⟧“{inner_title}”, press release⟦, {date}⟧⟦, {pinpoint}⟧⟦. Available at {url}⟧",
                "⟦{author}, ⟧press release⟦, {date}⟧⟦, {pinpoint}⟧⟦. Available at {url}⟧",
            ),
        },
        day="{day} {month} {year}",
        months=SHORT_MONTHS,
        no_date=None,
    ),
    "plain": Style(
        label="Plain",
        forms={
            "reference": (
                "⟦{author}, ⟧“{inner_title}”, press release⟦ {symbol}⟧⟦, {publisher}⟧⟦, {date}⟧⟦, {pinpoint}⟧⟦, {url}⟧",
                "⟦{author}, ⟧press release⟦ {symbol}⟧⟦, {publisher}⟧⟦, {date}⟧⟦, {pinpoint}⟧⟦, {url}⟧",
            ),
        },
        day="{day} {month} {year}",
        no_date=None,
    ),
}
