"""Which encoding the bytes of a release are in.

UTF-8 is tried first because it hardly ever decodes by accident, then windows-1252, in which most of what is not UTF-8
was written, as long as the outcome looks like words. The East Asian encodings are told by what their texts are made of:
kana, Hangul or common ideographs. Only then does charset-normalizer guess, on the first 64 kB: 1 to 5 ms a file.
It takes Central European text for Western or Baltic, so that its guess is weighed against these.
"""

import codecs
import re
from typing import NamedTuple


class Reading(NamedTuple):
    """Text not yet cleaned, the encoding it was in, and what a reader should know about it, in words."""

    text: str
    encoding: str
    remarks: tuple[str, ...] = ()


_SAMPLE = 65536
_WIDE_SAMPLE = 4096
_EVIDENCE = 4
_NOT_GUESSED = ["utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le", "utf_7"]
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_COMMON = frozenset(b"\n\r 0123456789.,")
_BROKEN = re.compile("[\udc80-\udcff]")
_AS_WINDOWS = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_UNLIKELY = re.compile(
    r"[^\W\d_](?:[¡-§¨¬¯±´¶¸¹¼-¿‚„†‡ˆ]|[©«³·»×÷][^\W\d_])"  # a sign that no word holds
    "|[¢-¦¨¬¯±-´¶¸¹¼-¾][a-zß-öø-ÿ]"
    "|[a-zß-öø-ÿ][À-ÖØ-Þ][a-zß-öø-ÿ]"  # a capital within a word
    "|[À-ÖØ-öø-ÿ]{4}"  # Cyrillic, Greek, Arabic and the East Asian encodings seen as Latin
    "|[\x80-\x9f\xad\ufffd¤¦¬¶]"
)
_CENTRAL = re.compile("[ŠšŽž]")
_CENTRAL_EUROPEAN = ("cp1250", "iso8859-2")
# What a text in each encoding is largely made of, and the least share of it among the signs beyond ASCII. The order
# matters: Korean and Japanese bytes mean ideographs in GB 18030 as well.
_EAST_ASIAN = (
    ("euc_jp", re.compile("[ぁ-ヿ]"), 0.3),
    ("shift_jis", re.compile("[ぁ-ヿ]"), 0.3),
    ("euc_kr", re.compile("[가-힣]"), 0.8),
    ("gb18030", re.compile("[一-鿿]"), 0.6),
)
_LIKELY = frozenset(
    "àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿßÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝąćęłńśźżĄĆĘŁŃŚŹŻěščřžůďťňĚŠČŘŽŮĎŤŇľĺŕőűășțşţğıİĞŞ"
    "‘’“”„‚–—…«»€£©®°§·•\xa0"
)
_NO_NAME = "The file does not name its encoding; it was read as "


def read_bytes(data: bytes) -> Reading:
    """The text in `data` by its byte order mark, its shape or its likelihood; never raises."""
    if encoding := wide_encoding(data):
        return _read_wide(data, encoding)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _read_damaged(data, error)
    return _guess(data) if b"\x1b$" in data and b"\x1b(" in data else Reading(text, "utf-8")


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32, told by its byte order mark or by the side on which the zeros stand."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:_WIDE_SAMPLE]
    if b"\0" not in sample:
        return None
    quarters = [sample[offset::4].count(0) * 4 for offset in range(4)]
    if min(quarters[0], quarters[1]) * 10 > len(sample) * 9 and quarters[3] * 2 < len(sample):
        return "utf-32-be"
    if min(quarters[2], quarters[3]) * 10 > len(sample) * 9 and quarters[0] * 2 < len(sample):
        return "utf-32-le"
    pairs = list(zip(sample[::2], sample[1::2], strict=False))
    big = sum(first == 0 and second in _COMMON for first, second in pairs)
    little = sum(second == 0 and first in _COMMON for first, second in pairs)
    both_ascii = sum(32 <= first < 127 and 32 <= second < 127 for first, second in pairs)
    if max(big, little) * 100 < len(pairs) or min(big, little) * 10 > max(big, little) or both_ascii * 2 > len(pairs):
        return None
    return "utf-16-be" if big > little else "utf-16-le"


def _read_wide(data: bytes, encoding: str) -> Reading:
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    return Reading(text, encoding, ("Some characters could not be read.",) if "\ufffd" in text else ())


def _read_damaged(data: bytes, error: UnicodeDecodeError) -> Reading:
    """Bytes that are not quite UTF-8: cut short, mixed with windows-1252, or another encoding altogether."""
    ending = len(data) - error.start
    if error.reason == "unexpected end of data" and (ending > 1 or not data[: error.start].isascii()):
        return Reading(data[: error.start].decode("utf-8"), "utf-8", ("The file ends within a character.",))
    sample = data[:_SAMPLE].decode("utf-8", "surrogateescape")
    broken = len(_BROKEN.findall(sample))
    whole = len(sample) - len(sample.encode("ascii", "ignore")) - broken
    if whole <= broken:
        return _read_legacy(data)
    text = data.decode("utf-8", "surrogateescape").translate(_AS_WINDOWS)
    return Reading(text, "utf-8", ("Some characters were in windows-1252, the others in UTF-8.",))


def _read_legacy(data: bytes) -> Reading:
    if b" ve " in data and b" bir " in data and b"\xfd" in data:
        return Reading(data.decode("cp1254", "replace"), "cp1254")
    text = data.decode("cp1252", "replace")
    return Reading(text, "cp1252") if _looks_right(text) else _guess(data)


def _looks_right(text: str) -> bool:
    """Whether windows-1252 reads like words: signs stand where signs may, and it is not Czech or Slovene."""
    sample = text[:_SAMPLE]
    foreign = len(sample) - len(sample.encode("ascii", "ignore"))
    unlikely = len(_UNLIKELY.findall(sample))
    return foreign < _EVIDENCE or (unlikely * 10 <= foreign and len(_CENTRAL.findall(sample)) * 10 <= foreign)


def _guess(data: bytes) -> Reading:
    """The East Asian encoding it is in; failing that, what charset-normalizer makes of it or a likelier Latin one."""
    cut = len(data) if len(data) <= _SAMPLE else max(data.rfind(b"\n", 0, _SAMPLE), _SAMPLE // 2)
    encoding = _east_asian(data[:cut]) or _likeliest(data[:cut])
    return Reading(data.decode(encoding, "replace"), encoding, (f"{_NO_NAME}{encoding}.",))


def _east_asian(sample: bytes) -> str | None:
    for encoding, telling, share in _EAST_ASIAN:
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(sample)
        except UnicodeDecodeError:
            continue
        foreign = len(text) - len(text.encode("ascii", "ignore"))
        if foreign >= _EVIDENCE and len(telling.findall(text)) >= share * foreign:
            return encoding
    return None


def _likeliest(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_exclusion=_NOT_GUESSED).best()
    guessed = best.encoding if best else "cp1252"
    candidates = (guessed, "cp1252", *_CENTRAL_EUROPEAN)
    return max(candidates, key=lambda candidate: _likelihood(sample.decode(candidate, "replace")))


def _likelihood(text: str) -> float:
    """Which share of the signs beyond ASCII is likely in a text; in another script than the Latin they all are."""
    foreign = [sign for sign in text if sign > "\x7f"]
    return sum(sign in _LIKELY or "\u0370" <= sign <= "\ufffc" for sign in foreign) / max(1, len(foreign))
