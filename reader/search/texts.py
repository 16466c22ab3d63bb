"""What the index cannot tell and the text must: whether words share a paragraph, and how often a word stands in it."""

from collections.abc import Callable, Sequence

from reader.library.tokens import index_form, terms_of_index_form
from reader.search.forms import Form, Sought

TextTest = Callable[[str], bool]


def same_paragraph(sought: Sequence[Sought]) -> TextTest:
    """Whether one paragraph, that is one line of the text, holds every word in one of its forms."""

    def test(text: str) -> bool:
        lines = (terms_of_index_form(line) for line in index_form(text).split("\n"))
        return any(all(_occurrences(words, word) for word in sought) for words in lines)

    return test


def at_least(sought: Sought, count: int) -> TextTest:
    """Whether the text holds a word so often, all its forms together."""

    def test(text: str) -> bool:
        return _occurrences(terms_of_index_form(index_form(text)), sought) >= count

    return test


def _occurrences(words: list[str], sought: Sought) -> int:
    if sought.goes_on:
        return sum(_begins_at(words, place, sought.word.terms) for place in range(len(words)))
    return sum(_count(words, form) for form in sought.forms)


def _begins_at(words: list[str], place: int, form: Form) -> bool:
    *whole, begun = form
    last = place + len(whole)
    return last < len(words) and words[last].startswith(begun) and words[place:last] == whole


def _count(words: list[str], form: Form) -> int:
    if len(form) == 1:
        return words.count(form[0])
    size = len(form)
    return sum(
        words[place] == form[0] and tuple(words[place : place + size]) == form for place in range(len(words) - size + 1)
    )
