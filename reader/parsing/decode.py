"""Bytes become clean text here, once: nothing a document holds can give orders to the terminal after this gate."""

import codecs
import re
from dataclasses import dataclass

SIZE_LIMIT = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Decoded:
    """Clean text with "\\n" newlines, the encoding it came in, and what had to be repaired, in words."""

    text: str
    encoding: str
    binary: bool = False
    remarks: tuple[str, ...] = ()


_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028]")
_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?"
    "|(?:\x1b[]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9b-\x9f\n]{0,4096}(?:\x07|\x1b\\\\|\x9c)?"
    "|\x1b[ -/]*[0-~]?"
)
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def clean(text: str) -> str:
    """The text without anything a terminal would obey and with "\\n" as its only newline."""
    text = _ESCAPES.sub("", text)
    text = _NEWLINES.sub("\n", text).replace("\u2029", "\n\n").replace("\t", "    ")
    text = _UNWANTED.sub("", text).replace("\xa0", " ")
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def clean_line(text: str) -> str:
    """The same on one line, for names and titles: a newline becomes a visible mark."""
    return clean(text).replace("\n", "\u21b5")


def decode(data: bytes) -> Decoded:
    """Text from bytes of any kind; what is not text at all comes back empty and marked `binary`."""
    remarks: list[str] = []
    if len(data) > SIZE_LIMIT:
        data = data[:SIZE_LIMIT]
        remarks.append("The file is over 20 MB: only its beginning is shown.")
    text, encoding = _read(data)
    binary = data.count(b"\0") * 10 > len(data) and "utf" not in encoding
    return Decoded("" if binary else clean(text), encoding, binary, tuple(remarks))


def _read(data: bytes) -> tuple[str, str]:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "cp1252"
