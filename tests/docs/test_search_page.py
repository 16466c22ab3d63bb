import pytest

from reader.search import forms, ranking, steps, vocabulary
from reader.search.query import FIELDS, parse_query
from reader.search.syntax import FORMS, QueryForm
from tests.docs.search_page import PAGE, page


def test_the_page_shows_what_the_program_does_today() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text == page(), "run: python -m tests.docs.search_page"


@pytest.mark.parametrize(
    "sentence",
    [
        f"more than {vocabulary.ONE_SLIP_UP_TO} letters",
        f"fewer than {steps.ENOUGH} releases",
        f"more than {ranking.MOST_LISTED:,} hits",
        f"the first {ranking.MOST_LISTED:,} are put in order",
        f"the newest {steps.MOST_READ:,}",
    ],
)
def test_the_page_tells_the_bounds_as_they_are(sentence: str) -> None:
    assert sentence in " ".join(PAGE.read_text(encoding="utf-8").split())
    assert forms.MUCH_COMMONER == 10


def test_every_field_is_told_of() -> None:
    told = " ".join(f"{form.written} {form.meaning}" for form in FORMS)
    assert [field for field in FIELDS if f"{field}:" not in told and f"{field}(" not in told] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.written)
def test_an_example_is_understood(form: QueryForm) -> None:
    query = parse_query(form.example)
    assert query.tree is not None
    assert not query.hints
