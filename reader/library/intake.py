"""Read one file for the index: everything that can be done in another process, so that the writer only inserts."""

import hashlib
import os
from pathlib import Path

from reader.errors import UnreadableFile
from reader.library import record
from reader.library.entries import Entry, Job, QuoteEntry, Reading
from reader.library.persons import named_in_full
from reader.library.tokens import columns, index_form
from reader.model import Release
from reader.parsing.decode import SIZE_LIMIT, clean_line

_HASHED_BYTES = 20_000_000
_OPENING = 100
_LEAD = 200
_TITLE = 160
_SOME_BLANKS = 20


def read(job: Job) -> Reading:
    """Never raises: whatever a file does to the parser is told as the reason."""
    if job.reason:
        return Reading(job.path, 0, 0, None, reason=job.reason)
    size = mtime_ns = 0
    digest = None
    try:
        path = os.fsdecode(job.path)
        with open(path, "rb") as file:  # noqa: PTH123 - a Path takes a third of the time of reading
            status = os.fstat(file.fileno())
            size, mtime_ns = status.st_size, status.st_mtime_ns
            data = file.read((min(size, SIZE_LIMIT) or SIZE_LIMIT) + 1)  # room is made for all that is asked for
            if len(data) > size:
                data += file.read(SIZE_LIMIT + 1 - len(data))
        digest = content_digest(data, size)
        if digest in job.known:
            return Reading(job.path, size, mtime_ns, digest)
        from reader.parsing.release import release_from_bytes  # takes 0.2 s, and is not wanted where nothing is new

        release = release_from_bytes(data, path, region=job.region)
        return Reading(job.path, size, mtime_ns, digest, enter(release))
    except FileNotFoundError:
        return Reading(job.path, 0, 0, None, gone=True)
    except OSError as error:
        reason = error.strerror or str(error)
    except UnreadableFile as error:
        reason = str(error).removeprefix(f"{clean_line(os.fsdecode(job.path))}: ")
    except Exception as error:  # noqa: BLE001 - one file must not end the refresh of a hundred thousand
        reason = f"the parser failed on this file ({type(error).__name__}: {error})"
    return Reading(job.path, size, mtime_ns, digest, reason=clean_line(reason))


def content_digest(data: bytes, size: int) -> bytes:
    """What identifies a content wherever it lies; of a huge file only the beginning and the size count."""
    return hashlib.blake2b(data[:_HASHED_BYTES] + size.to_bytes(8, "big"), digest_size=16).digest()


def enter(release: Release) -> Entry:
    """A release as the tables take it."""
    text, rest = record.pack(release)
    full_names = named_in_full(quote.speaker for quote in release.quotes if quote.speaker)
    return Entry(
        day=release.date.toordinal() if release.date else 0,
        title=title_of(release),
        lead=lead_of(release),
        date_source=release.date_source,
        symbol=release.symbol,
        issuer=release.issuer,
        language=release.language,
        contact_count=len(release.contacts),
        text=text,
        rest=rest,
        columns=columns(release),
        places=tuple(dict.fromkeys(release.places)),
        quotes=tuple(
            QuoteEntry(
                number,
                full_names.get(quote.speaker or "", quote.speaker),
                quote.certain,
                _line(quote.text, _OPENING),
                index_form(quote.text),
            )
            for number, quote in enumerate(release.quotes)
            if quote.kind == "speech"
        ),
        contacts=tuple(dict.fromkeys(map(record.pack_contact, release.contacts))),
    )


def title_of(release: Release) -> str:
    """What a list calls the release: its title, else its first words, else the name of the file."""
    title = release.display_title or release.title or release.text
    return _line(title, _TITLE) or (clean_line(Path(release.path).name) if release.path else "")


def lead_of(release: Release) -> str:
    """The standfirst, else the beginning of the first body paragraph."""
    if release.standfirst:
        return _line(release.standfirst, _LEAD)
    body = next((part for part in release.paragraphs if part.kind == "body"), None)
    return _line(release.text[body.start : body.start + 2 * _LEAD], _LEAD) if body else ""


def _line(text: str, length: int) -> str:
    """The beginning of a text on one line, cut at a word with an ellipsis."""
    line = " ".join(text[: length + _SOME_BLANKS].split())
    if len(line) <= length:
        line = " ".join(text[: 4 * length].split())
    if len(line) <= length and len(text) <= 4 * length:
        return line
    return line[:length].rsplit(" ", 1)[0] + "…"
