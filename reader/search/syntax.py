"""The forms of a query as people are told of them, in the help and in docs/search.md.

The examples find something in the sample releases.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QueryForm:
    """One form of the query language: how it is written, what it means, and an example."""

    written: str
    meaning: str
    example: str


FORMS = (
    QueryForm("words", "all of them, in any order and however spelt; the last may go on", "harbuor pilots"),
    QueryForm('"words"', "exactly these, next to each other in this order", '"pilot ladder"'),
    QueryForm("+word", "this word as it stands, never corrected", "+eel"),
    QueryForm("word*", "every word that begins so", "inspect*"),
    QueryForm("-word  NOT word", "not this word; also before a phrase or a parenthesis", "flood -council"),
    QueryForm("a OR b", "one of them at least; binds closer than standing side by side", "ferries OR tugs"),
    QueryForm("( )", "what belongs together", "(library OR museum) sunday"),
    QueryForm("title:word", "in the headline; headline: is the same", "title:flood"),
    QueryForm("from:word", "in the name of the issuer; issuer: is the same", "from:council"),
    QueryForm("place:word", "in the places of the dateline", "place:lisbon"),
    QueryForm("symbol:text", "in the symbol or number of the release, written in any way", "symbol:whso-pr-288"),
    QueryForm("speaker:name", "quotes somebody of this name", "speaker:monforte"),
    QueryForm("field:( )", "several words, a phrase or a choice in a field", "title:(flood OR eclipse)"),
    QueryForm("in:headline  in:lead", "the other words are looked for there alone", "in:headline ladder"),
    QueryForm("lang:code", "in this language", "lang:fr"),
    QueryForm("has:contact  has:quote", "with a press contact; with a quotation", "has:quote seaweed"),
    QueryForm("after:day  before:day", "from this day, month or year on; earlier than it", "after:2024-04 before:2025"),
    QueryForm("on:day", "on this day, or in this month or year", "on:2020-02"),
    QueryForm("date:from..to", "between these days, months or years, both included", "date:2018-11..2019-01"),
    QueryForm("near:5(a b)", "with at most so many words between them; near( ) means 10", "near:5(ladder deck)"),
    QueryForm("para(a b)", "in the same paragraph", "para(ladder spreaders)"),
    QueryForm("atleast:3 word", "the word so often, or more", "atleast:5 ladder"),
)
