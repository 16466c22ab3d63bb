"""What can be typed next in a query: names of fields, and the values of a field that the library holds."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reader.library.tokens import index_form, terms, terms_of_index_form
from reader.search.query import FIELDS, SCOPES, THINGS

MOST_OFFERED = 8
_LAST_PIECE = re.compile(r'(?:(?P<field>[^\W\d_]+):)?(?P<start>"[^"]*|[^\s"()]*)$')
_SIGNS_BEFORE = "-+"


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
        found = _LAST_PIECE.search(text[:cursor])
        if not found:
            return ()
        field, typed = found["field"], found["start"]
        if field is None:
            return tuple(_fields(typed, cursor))
        field = field.casefold()
        if field not in FIELDS:
            return ()
        start = cursor - len(typed)
        return tuple(Completion(quoted(value), start, cursor, count) for value, count in self._like(field, typed))

    def _like(self, field: str, typed: str) -> Iterable[tuple[str, int | None]]:
        if field in _FIXED_VALUES:
            return [(value, None) for value in _FIXED_VALUES[field] if value.startswith(typed.casefold())]
        if field not in self._values:
            self._values[field] = [(_folded(value), value, count) for value, count in self._fetch(field)]
        wanted = [f" {term}" for term in terms(typed)]
        like = ((value, count) for folded, value, count in self._values[field] if all(w in folded for w in wanted))
        return [found for found, _ in zip(like, range(MOST_OFFERED), strict=False)]


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
