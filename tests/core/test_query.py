"""What is typed is understood as the grammar says, and what is no syntax is words."""

import datetime

import pytest

from reader.search.dates import Days
from reader.search.query import MOST_LEXEMES, parse_query
from reader.search.tree import All, Any, AtLeast, Has, Language, Near, Node, Not, SameParagraph, Word, words_of


def shape(node: Node | None) -> str:
    """The tree in one line: =fixed, *begins, ~being typed, column:."""
    match node:
        case None:
            return "nothing"
        case Word():
            column = f"{node.column}:" if node.column else ""
            return f"{column}{'=' * node.fixed}{' '.join(node.terms)}{'~' if node.typing else '*' * node.begins}"
        case Near(words=words, distance=distance):
            return f"near{distance}({', '.join(map(shape, words))})"
        case SameParagraph(words=words):
            return f"para({', '.join(map(shape, words))})"
        case AtLeast(word=word, count=count):
            return f"{count}x{shape(word)}"
        case Language(code=code):
            return f"lang={code}"
        case Has(thing=thing):
            return f"has={thing}"
        case Days(first=first, last=last):
            return f"{first}..{last}"
        case Not(node=child):
            return f"not {shape(child)}"
        case All(nodes=nodes):
            return f"[{' & '.join(map(shape, nodes))}]"
        case Any(nodes=nodes):
            return f"[{' | '.join(map(shape, nodes))}]"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", "nothing"),
        ("  ", "nothing"),
        ("ferry ", "ferry"),
        ("ferry", "ferry~"),
        ("Ferry QUAY ", "[ferry & quay]"),
        ("école ", "ecole"),
        ("ferr* quay ", "[=ferr* & quay]"),
        ("+ferry ", "=ferry"),
        ('"inner quay" ', "=inner quay"),
        ("“inner quay” ", "=inner quay"),
        ('"inner qu', "=inner qu~"),
        ('"inner quay"', "=inner quay"),
        ("co-operation ", "co operation"),
        ("O'Connor ", "o connor"),
        ("-fog ferry ", "[not fog & ferry]"),
        ("ferry -fo", "[ferry & not fo]"),
        ("NOT fog ", "not fog"),
        ("-(fog OR mist) ", "not [fog | mist]"),
        ('-"thick fog" ', "not =thick fog"),
        ("fog - mist ", "[fog & mist]"),
        ("fog OR mist OR haze ", "[fog | mist | haze]"),
        ("ferry fog OR mist ", "[ferry & [fog | mist]]"),
        ("fog AND mist ", "[fog & mist]"),
        ("fog or mist ", "[fog & or & mist]"),
        ("OR fog OR ", "fog"),
        ("ferry OR", "ferry"),
        ("(fog mist) OR ferry ", "[[fog & mist] | ferry]"),
        ("(fog (mist", "[fog & mist~]"),
        (") fog ) ", "fog"),
        ("title:quay ", "title:quay"),
        ("headline:quay ", "title:quay"),
        ("TITLE:quay ", "title:quay"),
        ('title:"inner quay" ', "title:=inner quay"),
        ("title:(quay OR wall) ", "[title:quay | title:wall]"),
        ("from:harbour place:skerry ", "[issuer:harbour & places:skerry]"),
        ("speaker:calder symbol:NHA/INF/204 ", "[speakers:calder & symbol:nha inf 204]"),
        ("-from:harbour ", "not issuer:harbour"),
        ("title: ", "nothing"),
        ("title:", "nothing"),
        ("in:headline ferry (fog OR title:mist) ", "[title:ferry & [title:fog | title:mist]]"),
        ("in:lead ferry -fog ", "[lead:ferry & not lead:fog]"),
        ("(in:headline ferry) fog ", "[title:ferry & fog]"),
        ("lang:fr ", "lang=fr"),
        ("has:contact has:quotes ", "[has=contact & has=quote]"),
        ("near:5(flood relief) ", "near5(flood, relief)"),
        ("near(flood relief) ", "near10(flood, relief)"),
        ("near:5(flood ", "flood"),
        ("near:5(", "nothing"),
        ("near:99999999999(a b) ", "near1000(a, b)"),
        ("para(flood relief) ", "para(flood, relief)"),
        ("atleast:3 eels ", "3xeels"),
        ("atleast:3", "nothing"),
        ("after:2017-05 ", "2017-05-01..9999-12-31"),
        ("before:2017-05 ", "0001-01-01..2017-04-30"),
        ("on:2017-05-24 ", "2017-05-24..2017-05-24"),
        ("on:2016-02 ", "2016-02-01..2016-02-29"),
        ("on:9999-12 ", "9999-12-01..9999-12-31"),
        ("before:0001 ", "0001-01-01..0001-01-01"),
        ("date:2016..2018 ", "2016-01-01..2018-12-31"),
        ("date:..2018-03 ", "0001-01-01..2018-03-31"),
        ("date:2018.. ", "2018-01-01..9999-12-31"),
        ("date:24.5.2017 ", "nothing"),
        ("on:2017- ", "2017-01-01..2017-12-31"),
        ("on:2017/5/24 ", "2017-05-24..2017-05-24"),
        ("has:con", "nothing"),
        ("http://harbour.example/a ", "http harbour example a"),
        ("10:30 ", "10 30"),
        ("Contact:Olu ", "[contact & olu]"),
        ("tilte:quay ", "quay"),
        ("灯塔重新", "灯塔 塔重 重新~"),
        ("灯", "灯*"),
        ("!!! -- ??? ", "nothing"),
        ("\x00ferry\x00 ", "ferry"),
    ],
)
def test_what_is_understood(text: str, tree: str) -> None:
    assert shape(parse_query(text).tree) == tree


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("tilte:quay", "tilte: is no field; did you mean title:?"),
        ("spaeker:calder", "spaeker: is no field; did you mean speaker:?"),
        ("title: quay", "title: wants its word right after the colon, as in title:flood."),
        ("quay -from:", "from: wants its word right after the colon, as in from:council."),
        ("after:", "after: wants its word right after the colon, as in after:2017-05."),
        ("on:2017-13 x", "on: does not know “2017-13”; write it as in on:2017-05-24."),
        ("has:pictures x", "has: does not know “pictures”; write it as in has:contact or has:quote."),
        ("after:garbage", "after: does not know “garbage”; write it as in after:2017-05."),
        ("has:pi", "has: does not know “pi”; write it as in has:contact or has:quote."),
        ("ladder on:31/12/2019", "on: does not know “31/12/2019”; write it as in on:2017-05-24."),
        ("ladder after:2019-13", "after: does not know “2019-13”; write it as in after:2017-05."),
        ("on:2019-00", "on: does not know “2019-00”; write it as in on:2017-05-24."),
        ("on:2019-02-30", "on: does not know “2019-02-30”; write it as in on:2017-05-24."),
        ("date:2018-14..20", "date: does not know “2018-14..20”; write it as in date:2016..2018."),
        ("near:x(a b)", "near: wants a number, as in near:5(flood relief)."),
    ],
)
def test_a_slip_is_hinted_at(text: str, hint: str) -> None:
    assert parse_query(text).hints == (hint,)


@pytest.mark.parametrize(
    "text",
    [
        "after:20",
        "has:con",
        "lang:e",
        "in:hea",
        "on:2017-05-",
        "on:2017-05-0",
        "date:2017-05-24.",
        "date:..20",
        "date:2016..2018-0",
    ],
)
def test_a_value_that_may_yet_become_one_is_no_slip(text: str) -> None:
    assert parse_query(text).hints == ()


@pytest.mark.parametrize("text", ["on:20", "date:..20", "lang:e", "has:con", "in:h"])
def test_a_value_half_typed_is_a_slip_in_a_finished_query(text: str) -> None:
    assert len(parse_query(text, finished=True).hints) == 1


@pytest.mark.parametrize("text", ["has:con", "on:20", "lang:f", "Contact:Olu", "http://x.example", "in:h", "a:b"])
def test_what_is_still_being_typed_or_is_text_is_no_slip(text: str) -> None:
    assert parse_query(text).hints == ()


def test_a_word_knows_where_it_was_typed() -> None:
    text = 'title:(quay OR "inner wall") ferry'
    tree = parse_query(text).tree
    assert [text[word.start : word.end] for word in words_of(tree)] == ["quay", '"inner wall"', "ferry"]


def test_a_very_long_query_is_cut_and_says_so() -> None:
    query = parse_query("ferry " * 3000)
    assert len(list(words_of(query.tree))) == MOST_LEXEMES
    assert query.hints == (f"Only the first {MOST_LEXEMES} words were looked for.",)


def test_parentheses_in_parentheses_without_end() -> None:
    assert shape(parse_query("(" * 3000 + "ferry ").tree) == "nothing"
    assert shape(parse_query("(" * 60 + "ferry ").tree) == "ferry"


def test_the_last_day_there_is() -> None:
    tree = parse_query("after:9999-12-31").tree
    assert tree == Days(datetime.date.max, datetime.date.max)
