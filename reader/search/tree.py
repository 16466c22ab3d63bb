"""The tree of a query: what to look for, and how the parts belong together."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from reader.search.dates import Days

Thing: TypeAlias = Literal["contact", "quote"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or several that must stand together, with how and where it was typed.

    `fixed` words are not corrected; `begins` says that the last word may go on; `typing` that this is so only because
    it is the word under the cursor. `column` limits it to a column of the index; a word asked of a field is `required`,
    and never left out.
    """

    typed: str
    terms: tuple[str, ...]
    start: int
    end: int
    fixed: bool = False
    begins: bool = False
    typing: bool = False
    column: str | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Words with at most `distance` others between them."""

    words: tuple[Word, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class SameParagraph:
    """Words that stand in one paragraph."""

    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """A word that stands `count` times or more in a release."""

    word: Word
    count: int


@dataclass(frozen=True, slots=True)
class Language:
    """Releases in a language, named by its code ("en")."""

    code: str


@dataclass(frozen=True, slots=True)
class Has:
    """Releases that hold a contact or a quotation."""

    thing: Thing


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class All:
    """All of these."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """One of these at least."""

    nodes: tuple["Node", ...]


Node = Word | Near | SameParagraph | AtLeast | Language | Has | Days | Not | All | Any


def words_of(node: Node | None) -> Iterator[Word]:
    """Every word looked for, in order; not those that must be absent."""
    match node:
        case Word():
            yield node
        case Near(words=words) | SameParagraph(words=words):
            yield from words
        case AtLeast(word=word):
            yield word
        case All(nodes=nodes) | Any(nodes=nodes):
            for child in nodes:
                yield from words_of(child)


def each_word(node: Node, change: Callable[[Word], Word]) -> Node:
    """The same tree with every word changed, those too that must be absent."""
    match node:
        case Word():
            return change(node)
        case Near(words=words) | SameParagraph(words=words):
            return replace(node, words=tuple(change(word) for word in words))
        case AtLeast(word=word):
            return replace(node, word=change(word))
        case Not(node=child):
            return Not(each_word(child, change))
        case All(nodes=nodes) | Any(nodes=nodes):
            return replace(node, nodes=tuple(each_word(child, change) for child in nodes))
        case _:
            return node
