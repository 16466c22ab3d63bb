"""Bytes become clean text here, once: nothing a document holds can give orders to the terminal after this gate.

What is taken out, and why none of it may stay:
- escape sequences go with what they carry, so that the payload of a clipboard or title sequence is not read as prose;
- every bidirectional control goes, balanced ones and the marks LRM and RLM too: text is cut into rows, spans and
  quotations later, so that a pair that balances in the file does not on the screen, and a mark splits words;
- what has no width (joiners, fillers, tags, soft hyphens) hides words from the search. A joiner stays inside an emoji
  and where a script is spelt with it, a variation selector once and after a sign that has an emoji form.
"""

import re
import unicodedata
from dataclasses import dataclass

from reader.parsing.encodings import read_bytes, wide_encoding
from reader.parsing.mojibake import REPAIRED, repair

SIZE_LIMIT = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Decoded:
    """Clean text with "\\n" newlines, the encoding it came in, and what had to be repaired, in words.

    `binary` means that the bytes are no text: `text` is empty and the only remark says what they are.
    """

    text: str
    encoding: str
    binary: bool = False
    remarks: tuple[str, ...] = ()


_MAGIC = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a compressed file",
    b"BZh": "a compressed file",
    b"\xfd7zXZ": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}
_SAMPLE = 65536
_FEWEST_CONTROLS = 8
_NO_TEXT = bytes(range(1, 9)) + bytes(range(14, 27)) + bytes(range(28, 32)) + b"\x7f"

_PLAIN_ASCII = b"\n" + bytes(range(32, 127))
_PLAIN = re.compile(  # letters and signs that pass as they are: most text is done after this one test
    "[\n -~\xa1-\xac\xae-\u02ff\u0391-\u0482\u048a-\u0588\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122\u3001-\u3029"
    "\u3041-\u3096\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f]*"
)
_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*+[ -/]*+[@-~]?"  # CSI
    "|(?:\x1b[]PX^_]|[\x90\x98\x9d-\x9f])(?:"  # OSC, DCS, SOS, PM, APC: to their end or, without one, the line's
    "[^\x07\x1b\x90\x98\x9b-\x9f]{0,65536}+(?:\x07|\x1b\\\\|\x9c)|[^\x07\x1b\x90\x98\x9b-\x9f\n]{0,4096}+)"
    "|\x1b[ -/]*+[0-~]?"
)
_INTRODUCERS = re.compile("[\x00-\x09\x0b-\x1f\x80-\x9f]")
_NEWLINES = re.compile("[\x0b\x0c\x85]")
_SOFT_HYPHENS = re.compile(r"\xad+(?:\n(?=\w))?")
_NO_CHARACTERS = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_UNWANTED = re.compile(
    "[\x00-\x09\x0e-\x1f\x7f-\x84\x86-\xa0\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200b\u200e"
    "\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb"
    f"{_NO_CHARACTERS}\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_EMOJI = (
    "\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u2328\u2388-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff"
)
_SELECTORS = re.compile(f"(?<![#*0-9©®{_EMOJI}])[\ufe0e\ufe0f]")
_VIRAMAS = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca"
_NUKTAS = "\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc"
_VOWELS = "\u064b-\u0655\u0670"
_JOINERS = re.compile(  # of Persian and its kin, of Indic scripts, of emoji; near a letter, past which no mark is moved
    f"((?:(?<=\\w)|(?<=\\w[{_VOWELS}])|(?<=\\w[{_VOWELS}]{{2}}))(?<=[\u0620-\u074f])\u200c(?=[\u0620-\u074f])(?=\\w)"
    f"|(?:(?<=\\w[{_VIRAMAS}])|(?<=\\w[{_NUKTAS}][{_VIRAMAS}]))[\u200c\u200d](?![\u200c\u200d])"
    f"|(?<=[\ufe0f{_EMOJI}])\u200d(?=[{_EMOJI}]))"
    "|[\u200c\u200d]"
)
_ACCENT = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_MOST_ACCENTS = 4
_MOST_MARKS = 8
_PERHAPS_STACKED = re.compile(f"[^\\w\x00-\u02ff\u2010-\u20cf\u2100-\u2bff\u2e00-\u3029]{{{_MOST_ACCENTS + 1},}}")
_ORDERS = re.compile("[\x1b\x90\x9b\x9d\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """The text without anything a terminal would obey, composed (NFC), and with "\\n" as its only newline."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\t", "    ").replace("\xa0", " ")
    if _is_plain(text):
        return text
    if _INTRODUCERS.search(text):
        text = _NEWLINES.sub("\n", _ESCAPES.sub("", text))
    if "\xad" in text:
        text = _SOFT_HYPHENS.sub("", text)
    text = unicodedata.normalize("NFC", _UNWANTED.sub(_replacement, text))
    if "\ufe0f" in text or "\ufe0e" in text:
        text = _SELECTORS.sub("", text)
    if "\u200c" in text or "\u200d" in text:
        text = _JOINERS.sub(r"\1", text)
    return _PERHAPS_STACKED.sub(_lowered, unicodedata.normalize("NFC", text))


def _is_plain(text: str) -> bool:
    """Whether every sign may stay as it is."""
    if text.isascii():
        return not text.encode().translate(None, _PLAIN_ASCII)
    return _PLAIN.fullmatch(text) is not None


def _replacement(found: re.Match[str]) -> str:
    sign = found[0]
    if sign.isspace() or sign == "\u2800":
        return "\n" if sign in "\u2028\u2029" else " "
    return "\ufffd" if "\ud800" <= sign <= "\udfff" else ""


def _lowered(found: re.Match[str]) -> str:
    """Signs without a letter among them, of the marks on one letter only the first, as many as any script sets.

    Hebrew with its accents sets five and Tibetan eight, and none sets more than four of those that go on any letter.
    """
    kept = []
    marks = accents = 0
    for sign in found[0]:
        if unicodedata.category(sign) in ("Mn", "Me"):
            marks += 1
            accents += _ACCENT.match(sign) is not None
        else:
            marks = accents = 0
        if marks <= _MOST_MARKS and accents <= _MOST_ACCENTS:
            kept.append(sign)
    return "".join(kept)


def clean_line(text: str) -> str:
    """The same on one line, for names and titles: a newline becomes a visible mark."""
    return clean(text).replace("\n", "\u21b5")


def decode(data: bytes) -> Decoded:
    """Clean text from bytes of any kind; never raises."""
    if _is_plain_ascii(data):
        return Decoded(data.decode("ascii"), "utf-8")
    if why := _no_text(data):
        return Decoded("", "binary", True, (why,))
    text, encoding, remarks = read_bytes(data[:SIZE_LIMIT])
    if len(data) > SIZE_LIMIT:
        remarks = (*remarks, "The file is over 20 MB: only its beginning is shown.")
    mended = repair(text)
    if mended != text:
        remarks = (*remarks, REPAIRED)
    cleaned = clean(mended)
    if len(cleaned) != len(mended) and _ORDERS.search(mended):
        remarks = (*remarks, "Control sequences for the terminal were taken out.")
    return Decoded(cleaned, encoding, False, remarks)


def _is_plain_ascii(data: bytes) -> bool:
    """Whether all of the bytes may stay as they are, as in most files; with a tab or a carriage return they may not."""
    return len(data) <= SIZE_LIMIT and not data.translate(None, _PLAIN_ASCII) and not data.startswith(tuple(_MAGIC))


def _no_text(data: bytes) -> str | None:
    """What the bytes are if they are no text, in words."""
    if data.startswith(tuple(_MAGIC)):
        return f"This is {next(name for magic, name in _MAGIC.items() if data.startswith(magic))}, not text."
    if data and not data.strip(b"\0"):
        return "The file holds nothing but zero bytes."
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _NO_TEXT))
    if controls < _FEWEST_CONTROLS or controls * 20 < len(sample) - sample.count(0) or wide_encoding(sample):
        return None
    return "This is a binary file, not text."
