"""What can be typed next in a query: names of fields, and the values of a field that the library holds."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reader.library.tokens import index_form, terms, terms_of_index_form
from reader.search.query import FIELDS, SCOPES, THINGS

MOST_OFFERED = 8
_LAST_PIECE = re.compile(r'(?:(?P<field>[^\W\d_]+):)?(?P<start>"[^"]*|[^\s"()]*)$')
_LAST_WORDS = re.compile(r'(?P<field>[^\W\d_]+):(?P<start>[^\s"():]+(?:\s+[^\s"():]+)+)$')
_SIGNS_BEFORE = "-+"
_LONGEST_PIECE = 200
"""Characters before the cursor that are looked at: the patterns take the square of their number."""


@dataclass(frozen=True, slots=True)
class Completion:
    """`text` in place of what stands from `start` to `end` of the query; `count` says how much it would find."""

    text: str
    start: int
    end: int
    count: int | None = None


Values = Sequence[tuple[str, int]]


class Completer:
    """Completes against the values of a library; those of a field are fetched when they are first asked for."""

    def __init__(self, fetch: Callable[[str], Values]) -> None:
        self._fetch = fetch
        self._values: dict[str, list[tuple[str, str, int]]] = {}

    def complete(self, text: str, cursor: int) -> tuple[Completion, ...]:
        """What may be meant by the piece of a query that ends at the cursor, the likeliest first."""
        typed = text[max(0, cursor - _LONGEST_PIECE) : cursor]
        words = _LAST_WORDS.search(typed)
        if words and (offered := self._values_like(words["field"], words["start"], cursor, in_a_row=True)):
            return offered
        found = _LAST_PIECE.search(typed)
        if not found:
            return ()
        if found["field"] is None:
            return tuple(_fields(found["start"], cursor))
        return self._values_like(found["field"], found["start"], cursor)

    def _values_like(self, field: str, typed: str, end: int, *, in_a_row: bool = False) -> tuple[Completion, ...]:
        """Values with words that begin as those typed; `in_a_row` where these may also be words of their own."""
        field, start = field.casefold(), end - len(typed)
        if field in _FIXED_VALUES:
            fixed = (value for value in _FIXED_VALUES[field] if value.startswith(typed.casefold()))
            return tuple(Completion(value, start, end) for value in fixed)
        wanted = [f" {term}" for term in terms(typed)]
        begun = "".join(wanted)
        parts = [begun] if in_a_row else wanted
        like = [known for known in self._known(field) if all(part in known[0] for part in parts)]
        like.sort(key=lambda known: not known[0].startswith(begun))
        return tuple(Completion(quoted(value), start, end, count) for _, value, count in like[:MOST_OFFERED])

    def _known(self, field: str) -> Sequence[tuple[str, str, int]]:
        if field not in FIELDS:
            return ()
        if field not in self._values:
            self._values[field] = [(_folded(value), value, count) for value, count in self._fetch(field)]
        return self._values[field]


_FIXED_VALUES = {"has": tuple(dict.fromkeys(THINGS.values())), "in": tuple(SCOPES)}


def _fields(typed: str, cursor: int) -> Iterable[Completion]:
    name = typed.lstrip(_SIGNS_BEFORE).casefold()
    if name:
        start = cursor - len(name)
        yield from (Completion(f"{field}:", start, cursor) for field in FIELDS if field.startswith(name))


def _folded(value: str) -> str:
    return f" {' '.join(terms_of_index_form(index_form(value)))}"


def quoted(value: str) -> str:
    """A value as it is typed after its field: in quotation marks where it would else fall apart."""
    return f'"{value.replace(chr(34), " ")}"' if re.search(r"[\s()\"“”„]", value) else value
