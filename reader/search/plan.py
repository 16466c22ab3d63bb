"""From the tree of a query to what is asked of the index: each word with the forms that stand for it.

How wide a word is taken is decided here: as typed, going on where it is still being typed, or corrected.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice, product

from reader.library import fulltext
from reader.library.fulltext import Condition
from reader.search.dates import Days
from reader.search.query import All, Any, AtLeast, Has, Language, Near, Node, Not, SameParagraph, Word
from reader.search.vocabulary import Vocabulary

MOST_GROUPS = 64
"""Combinations of forms that near: tries; FTS5 looks for each by itself."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A word of the query with the forms that stand for it: as typed (with what it may go on to), and corrected."""

    word: Word
    plain: tuple[tuple[str, ...], ...]
    corrected: tuple[tuple[str, ...], ...] = ()

    @property
    def forms(self) -> tuple[tuple[str, ...], ...]:
        """Every form, those as typed first."""
        return self.plain + self.corrected


Widen = Callable[[Word], Sought]


def as_typed(vocabulary: Vocabulary) -> Widen:
    """Words as they stand, and as they may go on where they are still being typed."""

    def widen(word: Word) -> Sought:
        if not word.begins:
            return Sought(word, (word.terms,))
        goes_on = vocabulary.beginning_with(word.terms[-1])
        return Sought(word, tuple(dict.fromkeys([word.terms, *((*word.terms[:-1], last) for last in goes_on)])))

    return widen


def corrected(vocabulary: Vocabulary, when: Callable[[Word], bool]) -> Widen:
    """The same, and with their corrections those words of which `when` says so."""
    plain = as_typed(vocabulary)

    def widen(word: Word) -> Sought:
        sought = plain(word)
        if word.fixed or len(word.terms) > 1 or not when(word):
            return sought
        forms = dict.fromkeys(vocabulary.corrections(word.terms[0]))
        if word.typing:
            for start in vocabulary.corrected_beginnings(word.terms[0]):
                forms |= dict.fromkeys(vocabulary.beginning_with(start, 5))
        return Sought(word, sought.plain, tuple((form,) for form in forms if (form,) not in sought.plain))

    return widen


def condition(node: Node, widen: Widen) -> Condition:
    """What a release must fulfil to be found by a tree."""
    match node:
        case Word():
            return fulltext.phrases(widen(node).forms, node.column)
        case Near(words=words, distance=distance):
            groups = product(*(widen(word).forms for word in words))
            return fulltext.near(islice(groups, MOST_GROUPS), distance, words[0].column)
        case SameParagraph(words=words):
            return fulltext.all_of([condition(word, widen) for word in words])
        case AtLeast(word=word):
            return condition(word, widen)
        case Language(code=code):
            return fulltext.language(code)
        case Has(thing=thing):
            return fulltext.has_contact() if thing == "contact" else fulltext.has_quote()
        case Days(first=first, last=last):
            return fulltext.days(first, last)
        case Not(node=child):
            return fulltext.without(Condition(), condition(child, widen))
        case Any(nodes=nodes):
            return fulltext.any_of([condition(child, widen) for child in nodes])
        case All(nodes=nodes):
            return _all(nodes, widen)


def _all(nodes: tuple[Node, ...], widen: Widen) -> Condition:
    wanted = fulltext.all_of([condition(node, widen) for node in nodes if not isinstance(node, Not)])
    for node in nodes:
        if isinstance(node, Not):
            wanted = fulltext.without(wanted, condition(node.node, widen))
    return wanted
