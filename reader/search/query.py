"""The query language: what was typed → a tree of what to look for. The grammar stands in docs/search.md.

Nothing typed is an error. What is no syntax is words; what is half typed (an open quotation mark or parenthesis, a
field without its value, an OR at the end) is left out or taken as if it were finished; what looks like a slip (a field
that does not exist, a day that is none) becomes a hint.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from reader.library.tokens import query_terms
from reader.parsing.decode import clean_line
from reader.search.dates import days_of, may_become_days
from reader.search.tree import (
    All,
    Any,
    AtLeast,
    Has,
    Language,
    Near,
    Node,
    Not,
    SameParagraph,
    Thing,
    Word,
    each_word,
    words_of,
)

MOST_LEXEMES = 64
"""Pieces of a query that are looked at. A pasted headline has up to 40; far more would only make FTS5 slow."""
MOST_LETTERS = 4000
DEEPEST = 20
"""Parentheses within parentheses; beyond, they are passed over."""
NEAR_BY_DEFAULT = 10
MOST_DISTANCE = 1000

TEXT_FIELDS = {
    "title": "title",
    "headline": "title",
    "from": "issuer",
    "issuer": "issuer",
    "place": "places",
    "symbol": "symbol",
    "speaker": "speakers",
}
"""Fields whose values are words, and the column of the index that holds them."""
SCOPES = {"headline": "title", "title": "title", "lead": "lead"}
THINGS: dict[str, Thing] = {"contact": "contact", "contacts": "contact", "quote": "quote", "quotes": "quote"}
FIELDS = (*TEXT_FIELDS, "lang", "has", "in", "after", "before", "on", "date", "near", "para", "atleast")


@dataclass(frozen=True, slots=True)
class Query:
    """A query understood: the tree (None if there is nothing to look for) and hints for whoever typed it."""

    text: str
    tree: Node | None
    hints: tuple[str, ...] = ()


def parse_query(text: str, *, finished: bool = False) -> Query:
    """Understand a query. Never raises; see the top of this module for what becomes of odd input.

    In one that is `finished` a value half typed is a slip, too; the last word may go on all the same.
    """
    lexemes = list(_lexemes(text[:MOST_LETTERS]))
    parser = _Parser(lexemes[:MOST_LEXEMES], finished)
    tree = parser.group()
    if len(lexemes) > MOST_LEXEMES or len(text) > MOST_LETTERS:
        parser.hints.append(f"Only the first {MOST_LEXEMES} words were looked for.")
    return Query(text, tree, tuple(dict.fromkeys(parser.hints)))


class _Lexeme(NamedTuple):
    kind: str
    text: str
    start: int
    end: int
    unfinished: bool


_QUOTES = '"“”„'
_LEXEME = re.compile(
    rf"""
    (?P<open>\() | (?P<close>\))
  | (?P<not>[-−](?=[^\s)\-])|NOT(?=[\s(])) | (?P<or>OR(?=[\s(]|$)) | (?P<and>AND(?=[\s(]|$))
  | (?P<field>[^\W\d_]+:(?!//)|(?:near|para)(?=\())
  | (?P<quoted>[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}]?)
  | (?P<word>[^\s(){_QUOTES}]+)
    """,
    re.VERBOSE,
)


def _lexemes(text: str) -> Iterator[_Lexeme]:
    """Cut a query into its signs; blanks fall away. The last word is unfinished while nothing follows it."""
    for found in _LEXEME.finditer(text):
        piece, (start, end) = found[0], found.span()
        closed = found.lastgroup == "quoted" and len(piece) > 1 and piece[-1] in _QUOTES
        yield _Lexeme(found.lastgroup or "", piece, start, end, end == len(text) and not closed)


@dataclass(frozen=True, slots=True)
class _Scope:
    column: str


class _Parser:
    """A recursive descent over the lexemes, which consumes every one of them and refuses none."""

    def __init__(self, lexemes: list[_Lexeme], finished: bool) -> None:
        self._rest = lexemes[::-1]
        self._finished = finished
        self.hints: list[str] = []

    def group(self, depth: int = 0) -> Node | None:
        """Everything up to the closing parenthesis or the end; OR binds closer than standing side by side."""
        nodes: list[Node] = []
        column: str | None = None
        join = False
        while self._rest:
            if self._rest[-1].kind == "close":
                self._rest.pop()
                if depth:
                    break
                continue
            if self._rest[-1].kind in ("or", "and"):
                join = self._rest.pop().kind == "or" and bool(nodes)
                continue
            item = self._item(depth)
            if isinstance(item, _Scope):
                column = item.column
            elif item is not None:
                nodes.append(_either(nodes.pop(), item) if join else item)
                join = False
        return _limited(_all(nodes), column)

    def _item(self, depth: int) -> Node | _Scope | None:
        lexeme = self._rest.pop()
        match lexeme.kind:
            case "open":
                return self.group(depth + 1) if depth < DEEPEST else None
            case "not":
                node = self._operand(depth)
                return Not(_finished(node)) if node else None
            case "field":
                return self._field(lexeme, depth)
            case _:
                return _word(lexeme)

    def _operand(self, depth: int) -> Node | None:
        """What a sign before it applies to: nothing at the end or before a closing parenthesis."""
        if not self._rest or self._rest[-1].kind in ("close", "or", "and"):
            return None
        item = self._item(depth)
        return None if isinstance(item, _Scope) else item

    def _field(self, lexeme: _Lexeme, depth: int) -> Node | _Scope | None:
        name = lexeme.text.rstrip(":").casefold()
        if name not in FIELDS:
            return self._no_field(lexeme, name)
        if not self._rest or self._rest[-1].start != lexeme.end:
            self.hints.append(f"{name}: wants its word right after the colon, as in {_EXAMPLES[name]}.")
            return None
        if name in TEXT_FIELDS:
            return _required(_limited(self._operand(depth), TEXT_FIELDS[name]))
        if name in ("near", "para", "atleast"):
            return self._gathered(name, depth)
        return self._value(name, self._rest.pop())

    def _no_field(self, lexeme: _Lexeme, name: str) -> Node | None:
        """A word with a colon: a slip for a field when a value follows and the name is nearly one."""
        meant = _nearest_field(name) if self._rest and self._rest[-1].start == lexeme.end else None
        if meant is None:
            return _word(lexeme)
        self.hints.append(f"{name}: is no field; did you mean {meant}:?")
        return None

    def _gathered(self, name: str, depth: int) -> Node | None:
        """near:5(a b), para(a b), atleast:3 word."""
        number = NEAR_BY_DEFAULT
        if self._rest[-1].kind == "word":
            value = self._rest.pop().text
            if not value.isdecimal():
                self.hints.append(f"{name}: wants a number, as in {_EXAMPLES[name]}.")
                return None
            number = min(int(value[:6]), MOST_DISTANCE)
        words = tuple(words_of(self._operand(depth)))
        if name == "atleast":
            return AtLeast(words[0], number) if words else None
        if len(words) < 2:
            return words[0] if words else None
        return Near(words, number) if name == "near" else SameParagraph(words)

    def _value(self, name: str, lexeme: _Lexeme) -> Node | _Scope | None:
        """lang:, has:, in: and the days. A value that is still being typed is no slip yet."""
        value = clean_line(lexeme.text.strip(_QUOTES)).casefold()
        node: Node | _Scope | None
        if name == "lang":
            node = Language(value) if value.isalpha() and 2 <= len(value) <= 3 else None
        elif name == "has":
            node = Has(THINGS[value]) if value in THINGS else None
        elif name == "in":
            node = _Scope(SCOPES[value]) if value in SCOPES else None
        else:
            node = days_of(name, value)
        goes_on = lexeme.unfinished and not self._finished
        if node is None and not (goes_on and _may_become_one(name, value)):
            self.hints.append(f"{name}: does not know “{value}”; write it as in {_EXAMPLES[name]}.")
        return node


def _may_become_one(name: str, value: str) -> bool:
    """Whether what is typed of a value may yet go on to one that is known."""
    if name == "lang":
        return len(value) < 2
    if name in ("has", "in"):
        return any(known.startswith(value) for known in (THINGS if name == "has" else SCOPES))
    return may_become_days(name, value)


_EXAMPLES = {
    "title": "title:flood",
    "headline": "headline:flood",
    "from": "from:council",
    "issuer": "issuer:council",
    "place": "place:lisbon",
    "symbol": "symbol:whso-pr-288",
    "speaker": "speaker:monforte",
    "near": "near:5(flood relief)",
    "para": "para(flood relief)",
    "atleast": "atleast:3 flood",
    "lang": "lang:fr",
    "has": "has:contact or has:quote",
    "in": "in:headline or in:lead",
    "after": "after:2017-05",
    "before": "before:2017-05-24",
    "on": "on:2017-05-24",
    "date": "date:2016..2018",
}


def _word(lexeme: _Lexeme) -> Word | None:
    typed = clean_line(lexeme.text)
    words, cut_short = query_terms(typed)
    if not words:
        return None
    quoted = lexeme.kind == "quoted"
    starred = lexeme.text.endswith("*")
    return Word(
        typed,
        words,
        lexeme.start,
        lexeme.end,
        fixed=quoted or starred or lexeme.text.startswith("+"),
        begins=starred or cut_short or lexeme.unfinished,
        typing=lexeme.unfinished and not (starred or cut_short),
    )


def _all(nodes: list[Node]) -> Node | None:
    return All(tuple(nodes)) if len(nodes) > 1 else nodes[0] if nodes else None


def _either(left: Node, right: Node) -> Any:
    return Any((*left.nodes, right) if isinstance(left, Any) else (left, right))


def _limited(node: Node | None, column: str | None) -> Node | None:
    """The same, looked for in one column only; a word that names its own column keeps it."""
    if node is None or column is None:
        return node
    return each_word(node, lambda word: word if word.column else replace(word, column=column))


def _required(node: Node | None) -> Node | None:
    """The same with words that are never left out."""
    return each_word(node, lambda word: replace(word, required=True)) if node else None


def _finished(node: Node) -> Node:
    """The same without the word under the cursor going on: half a word would leave out more than is meant."""
    return each_word(node, lambda word: replace(word, begins=False, typing=False) if word.typing else word)


def _nearest_field(name: str) -> str | None:
    """The field a mistyped name was meant for: one slip in a short name, two in a long one."""
    from rapidfuzz.distance import OSA

    slips = {field: OSA.distance(name, field) for field in FIELDS}
    best = min(slips, key=lambda field: slips[field])
    return best if slips[best] <= (1 if len(best) < 6 else 2) < len(name) else None
