"""Writes docs/citations.md from the styles themselves: python -m tests.docs.citations_page."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from reader.citing import EXPORTS, STYLES, Form, Reference, Style, cite, export
from reader.model import Quote

PAGE = Path(__file__).parents[2] / "docs/citations.md"

TODAY = datetime.date(2024, 11, 22)
FULL = Reference(
    title="Harbour Board: “quiet hours” for porpoises begin in spring",
    issuer="Westhaven Harbour Board",
    date=datetime.date(2021, 9, 3),
    symbol="WHB/21/34",
    url="https://westhaven.example/news/quiet-hours",
    places=("Westhaven",),
    language="en",
    notice="For information only",
)
SIGNED = Reference(
    title="Who owns the tide?",
    author="Ada B. Quill",
    issuer="Tide & Sons Ltd.",
    date=datetime.date(2021, 9, 3),
    language="en",
)
BARE = Reference(title="'Nothing left to lose' at the lighthouse, says keeper", language="en")
WORDS = "\"We call it 'the porpoise watch', \""
QUOTE = Quote(0, len(WORDS), WORDS, "speech", speaker="Ada Quill", certain=True, paragraph=4)
FORM_NAMES: dict[Form, str] = {"reference": "As a reference", "in-text": "In the text", "footnote": "As a footnote"}

INTRODUCTION = """\
# Citations

<!-- Written by `python -m tests.docs.citations_page`; a test fails when it is stale. -->

`y` copies the release in view in the style of the settings, `Y` shows every style, and `reader cite --style NAME`
prints one. Every line below was made by the program from three invented releases: one that says everything of itself,
one that is signed by a person, and one that has a headline and nothing else.

What holds in every style:

- What the release does not say is left out the way the style leaves it out, and the message after copying names it. A
  date that only the file system knows is not the release's date and is not cited.
- A headline keeps the capitals it was published in. Only styles that want title case raise words of an English headline
  in sentence case; no style lowers any, since that damages names and acronyms. A headline wholly in capitals is cited
  as it is shown.
- Quotation marks inside a headline take the shape that the style wants at that depth; guillemets and „low marks“ stay,
  as do marks that do not pair up. A headline that ends in a question mark takes no full stop.
- An author is turned round ("Quill, A. B.") only when the name is surely a person's. An issuer that is the author as
  well is printed once.
- The access date is printed where the style wants one, for releases that have an address.
- A release that calls itself no official document is cited as a press release, and the message repeats its notice.
- A quotation loses its own marks and the comma that tied it to its sentence, and gains the style's. A speaker who is
  not certain is not named; the message says who it may be.
- Italics are left out, or copied as Markdown, or as HTML or RTF where the clipboard takes these; here it is Markdown.
"""

EXPORTS_INTRODUCTION = """\
## For reference managers

On the screen `x` exports the release in view, the starred ones, or everything a search found, to the clipboard or to a
file. On the command line `reader search QUERY --export FORMAT` exports everything found, and
`reader cite FILE… --format FORMAT` the releases in these files.

Below the same releases as records. An issuer without a separate author is the author of the record and is not repeated
as its publisher; whatever stands in a headline cannot end its field.
"""


def page() -> str:
    """The whole page."""
    styles = "\n".join(line for name, style in STYLES.items() for line in style_section(name, style))
    exports = "\n".join(f"### {name}\n\n```\n{export([FULL, BARE], name).rstrip()}\n```\n" for name in EXPORTS)
    return f"{INTRODUCTION}\n{styles}\n{EXPORTS_INTRODUCTION}\n{exports}"


def style_section(name: str, style: Style) -> Iterator[str]:
    yield f"## {style.label}: `{name}`\n"
    yield f"Source: {style.source}\n"
    for form in style.forms:
        yield f"*{FORM_NAMES[form]}*\n"
        for reference in (FULL, SIGNED, BARE):
            yield f"> {example(reference, name, form)}\n"
    yield "*A quotation with its source*\n"
    yield f"> {example(FULL, name, None, QUOTE)}\n"


def example(reference: Reference, style: str, form: Form | None, quote: Quote | None = None) -> str:
    return cite(reference, style, form=form, quote=quote, accessed=TODAY, markup="markdown").text


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
