"""What a citation needs to know of a release: only what the document itself says, each value on one line."""

import datetime
import re
import unicodedata
from dataclasses import dataclass, fields

from reader.model import Release
from reader.parsing.titles import readable_name

_JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Reference:
    """The facts of one release for a citation. What the document does not say is `None`, never a guess.

    `label` is what the document calls itself ("Media Release"), `site` the collection or website it stands in, and
    `medium` how it was read where a style asks ("PDF download").
    """

    title: str | None = None
    issuer: str | None = None
    author: str | None = None
    date: datetime.date | None = None
    symbol: str | None = None
    url: str | None = None
    language: str | None = None
    places: tuple[str, ...] = ()
    notice: str | None = None
    label: str | None = None
    site: str | None = None
    medium: str | None = None

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, str):
                object.__setattr__(self, field.name, one_line(value))


def reference_for(release: Release) -> Reference:
    """Take from a release what may be cited. A date that only the file system knows is left out."""
    return Reference(
        title=release.display_title or release.title,
        issuer=readable_name(release.issuer, release.text) if release.issuer else None,
        author=release.author,
        date=None if release.date_source in ("file", "none") else release.date,
        symbol=release.symbol,
        url=release.url,
        language=release.language,
        places=tuple(place for place in map(one_line, release.places) if place),
        notice=release.notice,
        label=_label(release),
    )


def one_line(text: str | None) -> str | None:
    """The text on one line without control characters; `None` when nothing is left."""
    if not text:
        return None
    if not text.isprintable():
        kept = (" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in text if _is_visible(sign))
        text = "".join(kept)
    return " ".join(text.split()) or None


def _is_visible(sign: str) -> bool:
    return sign in _JOINERS or unicodedata.category(sign) not in ("Cf", "Cs")


def _label(release: Release) -> str | None:
    """What the head of the document calls it: the Australian guide cites a release under its own name."""
    for paragraph in release.paragraphs:
        if paragraph.kind == "head":
            found = re.search(r"\b(press|media|news) release\b", release.text[paragraph.start : paragraph.end], re.I)
            if found:
                return found.group().title()
    return None
