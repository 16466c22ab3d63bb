"""Laws of citations: one line, no control characters, nothing invented, nothing lost, whatever a release says."""

import datetime
import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reader.citing import MARKUPS, STYLES, Form, Markup, Reference, cite
from reader.citing.capitals import title_case
from reader.citing.marks import requote, words_of
from reader.model import Quote

signs = st.one_of(st.characters(), st.sampled_from("\"'“”‘’„«».,?!()[]{}%_#|<>&*\\~^$\n\r\t\x1b\u2028\u202e\u200b"))
texts = st.text(signs, max_size=60)
maybe = st.none() | texts
references = st.builds(
    Reference,
    title=maybe,
    issuer=maybe,
    author=maybe | st.sampled_from(["Ada Quill", "Quill, Ada B.", "Tide Board"]),
    date=st.none() | st.dates(min_value=datetime.date(1000, 1, 1)),
    symbol=maybe,
    url=st.none() | texts.map("https://a.example/{}".format),
    language=st.sampled_from([None, "en", "fr"]),
    notice=maybe,
    label=maybe,
    site=maybe,
    medium=maybe,
)
quotes = st.builds(
    lambda text, speaker, certain, paragraph: Quote(0, 0, text, "speech", speaker, None, None, certain, paragraph),
    texts,
    maybe,
    st.booleans(),
    st.none() | st.integers(1, 999),
)
styles = st.sampled_from(sorted(STYLES))
forms: st.SearchStrategy[Form | None] = st.sampled_from([None, "reference", "in-text", "footnote"])
markups: st.SearchStrategy[Markup] = st.sampled_from(MARKUPS)
days = st.none() | st.dates(min_value=datetime.date(1000, 1, 1))


@given(references, styles, forms, st.none() | quotes, days, markups)
def test_a_citation_is_one_clean_line(
    reference: Reference,
    style: str,
    form: Form | None,
    quote: Quote | None,
    accessed: datetime.date | None,
    markup: Markup,
) -> None:
    text = cite(reference, style, form=form, quote=quote, accessed=accessed, markup=markup).text
    assert text == text.strip() != ""
    assert len(text.splitlines()) == 1
    assert not [sign for sign in text if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")]
    text.encode()


@given(references, styles)
def test_what_is_missing_is_said_and_only_that(reference: Reference, style: str) -> None:
    missing = cite(reference, style).missing
    assert ("no date" in missing) == (reference.date is None)
    assert ("no title" in missing) == (reference.title is None)
    assert ("no issuer" in missing) == (reference.issuer is None and reference.author is None)
    assert ("no URL" in missing) == (reference.url is None)


@given(styles, forms)
def test_nothing_is_invented(style: str, form: Form | None) -> None:
    text = cite(Reference(title="tide"), style, form=form).text
    left = re.sub(r"tide|press release|news release|media release|n\.d\.|no date|date unknown", "", text.casefold())
    assert not any(sign.isalnum() for sign in left)


@given(st.text("abc \"'“”‘’„«»s.", max_size=40))
def test_turning_marks_changes_marks_only(text: str) -> None:
    def bare(marked: str) -> str:
        return re.sub("[\"'“”‘’]", "|", marked)

    turned = requote(text, ("“", "”"), ("‘", "’"))
    assert bare(turned) == bare(text)


@given(texts)
def test_title_case_keeps_every_letter_and_is_stable(text: str) -> None:
    raised = title_case(text, "en")
    assert raised.casefold() == text.casefold()
    assert title_case(raised, "en") == raised


@given(texts)
def test_the_words_of_a_quotation_stand_in_it(text: str) -> None:
    for word in words_of(text).split():
        assert word in text


def test_hostile_input_takes_linear_time() -> None:
    for hostile in ("'s" * 20_000, '"' * 40_000, "“" * 40_000, "‘a" * 20_000, "\n " * 40_000, "x " * 40_000):
        quote = Quote(0, len(hostile), hostile, "speech", paragraph=1)
        assert cite(Reference(title=hostile, language="en"), "mla", quote=quote).text
