"""A headline in sentence case put into title case, for the styles whose manuals want that.

Raising a word never damages a name or an acronym; lowering one does ("white house", "unodc"), so no style lowers. Only
an English headline that is clearly in sentence case is touched: where most words have their capital the issuer wrote
title case, and knows better which small words to raise. "Up", "off", "out" and "down" are raised: in headlines they
belong to a verb ("crack down").
"""

import re

_SMALL = frozenset(
    re.findall(
        r"\w+",
        """
        a an the and but or nor for so yet as at by from in into of on onto over per than to upon via vs v with
        within without about above across after against along amid among around before behind below beneath
        beside between beyond despite during except inside like near outside past round since through throughout
        till toward towards under underneath until unlike versus aboard
        al bin da de del della der di du el la le van von
        """,
    )
)
_WORD = re.compile(r"(?<![\w’'])[^\W\d_][\w’']*")


def title_case(title: str, language: str | None) -> str:
    """The title in title case where it is English and in sentence case, otherwise the title."""
    if not (language or "").casefold().startswith("en"):
        return title
    pieces = title.split(" ")
    weighty = [piece for piece in pieces[1:] if _is_plain(piece) and piece.casefold() not in _SMALL]
    if sum(piece.islower() for piece in weighty) * 2 <= len(weighty):
        return title
    outermost = [True, *(piece.endswith((":", "?", "!", "–", "—")) for piece in pieces[:-1])]
    outermost[-1] = True
    return " ".join(_raised(piece, always) for piece, always in zip(pieces, outermost, strict=True))


def _is_plain(piece: str) -> bool:
    """Whether the piece is words: no address, account or mixed capitals ("iPhone") that a capital would damage."""
    return bool(_WORD.search(piece)) and not re.search(r"[@#/_\\]|\w\.\w", piece)


def _raised(piece: str, always: bool) -> str:
    """The piece with its words raised, small ones only when `always`: at either end of a title or a part of it."""
    if not _is_plain(piece) or not piece.islower():
        return piece
    if always and piece.strip("“”‘’\"'([)],.:;?!") in _SMALL:
        return _WORD.sub(lambda word: _capitalised(word.group()), piece)
    return _WORD.sub(lambda word: word.group() if word.group() in _SMALL else _capitalised(word.group()), piece)


def _capitalised(word: str) -> str:
    return word[0].upper() + word[1:]
