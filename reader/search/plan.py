"""From the tree of a query to what is asked of the index."""

from collections.abc import Callable, Sequence
from itertools import islice, product

from reader.library import fulltext
from reader.library.fulltext import Condition
from reader.search import texts
from reader.search.dates import Days
from reader.search.forms import Width
from reader.search.tree import All, Any, AtLeast, Has, Language, Near, Node, Not, SameParagraph, Word, words_of

MOST_GROUPS = 64
"""Combinations of forms that near: tries; FTS5 looks for each by itself."""

MOST_LIGHT = 200_000
"""Releases, summed over the words, that are looked at in some 20 ms; see `Width.cost`."""

Reader = Callable[[Condition, texts.TextTest], Sequence[int]]
"""Finds the releases that fulfil a condition and whose text passes a test."""


class Plan:
    """What a release must fulfil to be found by a tree whose words are taken so wide."""

    def __init__(self, tree: Node, width: Width, reader: Reader) -> None:
        self.tree = tree
        self.width = width
        self._reader = reader
        self._read: dict[Node, Condition] = {}
        self.everywhere = self.condition(tree)

    @property
    def is_light(self) -> bool:
        """Whether nothing is asked but words by themselves that stand in no great many releases together."""
        nodes = self.tree.nodes if isinstance(self.tree, All) else (self.tree,)
        words = [node for node in nodes if isinstance(node, Word)]
        return len(words) == len(nodes) and sum(map(self.width.cost, words)) <= MOST_LIGHT

    def within(self, columns: str) -> Condition:
        """The same, and every word that names no column itself stands in one of these columns."""
        return self.condition(self.tree, columns)

    def condition(self, node: Node, columns: str | None = None) -> Condition:
        """What a release must fulfil to be found by a part of the tree, within these columns if there are any."""
        match node:
            case Word():
                return self._word(node, node.column or columns)
            case Near(words=words, distance=distance):
                return near(words, self.width, distance, MOST_GROUPS, columns)
            case Language(code=code):
                return fulltext.language(code)
            case Has(thing=thing):
                return fulltext.has_contact() if thing == "contact" else fulltext.has_quote()
            case Days(first=first, last=last):
                return fulltext.days(first, last)
            case Any(nodes=nodes):
                return fulltext.any_of([self.condition(child, columns) for child in nodes])
            case All(nodes=nodes):
                return self._all(nodes, columns)
            case Not(node=child):
                return fulltext.without(Condition(), self.condition(child))
            case SameParagraph() | AtLeast():
                return self._tested(Condition(), node)

    def _word(self, word: Word, column: str | None) -> Condition:
        sought = self.width.sought(word)
        if not sought.goes_on:
            return fulltext.phrases(sought.forms, column)
        return fulltext.phrases([form for form in sought.forms if form != word.terms], column, word.terms)

    def _all(self, nodes: tuple[Node, ...], columns: str | None) -> Condition:
        """What the index can tell by itself comes before what must be looked up in the texts."""
        told = [node for node in nodes if not isinstance(node, Not | SameParagraph | AtLeast)]
        wanted = fulltext.all_of([self.condition(node, columns) for node in told])
        unwanted = [self.condition(node.node) for node in nodes if isinstance(node, Not)]
        if unwanted:
            wanted = fulltext.without(wanted, fulltext.any_of(unwanted))
        for node in nodes:
            if isinstance(node, SameParagraph | AtLeast):
                wanted = fulltext.all_of([wanted, self._tested(wanted, node)])
        return wanted

    def _tested(self, wanted: Condition, node: SameParagraph | AtLeast) -> Condition:
        """The texts are read once, however often the plan is asked."""
        if node not in self._read:
            words = tuple(words_of(node))
            sought = [self.width.sought(word) for word in words]
            holding = fulltext.all_of([self.condition(word) for word in words])
            test = texts.at_least(sought[0], node.count) if isinstance(node, AtLeast) else texts.same_paragraph(sought)
            passed = self._reader(fulltext.all_of([wanted, holding]), test)
            self._read[node] = fulltext.among(holding, passed)
        return self._read[node]


def near(
    words: tuple[Word, ...], width: Width, distance: int, most_groups: int, column: str | None = None
) -> Condition:
    """Releases where these words stand near each other, tried with so many combinations of their forms."""
    groups = product(*(width.sought(word).forms for word in words))
    return fulltext.near(islice(groups, most_groups), distance, words[0].column or column)
