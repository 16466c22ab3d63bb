"""What a search finds in ten invented releases, in which order, and what it shows of it."""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.library import patience
from reader.library.store import Library, open_library
from reader.search import engine, forms, plan, ranking, steps
from reader.search.engine import Answer, SearchCancelled, Searcher, refused
from tests.core.small_archive import write_archive


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("search")
    library = open_library([write_archive(folder / "archive")], folder / "cache")
    library.refresh()
    yield library
    library.close()


@pytest.fixture(scope="module")
def searcher(library: Library) -> Searcher:
    return Searcher(library)


def names(searcher: Searcher, answer: Answer) -> list[str]:
    return [Path(hit.path).stem for hit in searcher.hits(answer, 0, 20)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ferries quay ", ["quay", "pilots"]),
        ("quay ferries ", ["quay", "pilots"]),
        ("FERRIES Quay ", ["quay", "pilots"]),
        ("ecole ", ["café"]),
        ("élèves ", ["café"]),
        ("boil", ["flood"]),
        ("boil ", []),
        ("boil*", ["flood"]),
        ("biscuits batch", ["recall"]),
        ('"inner quay" ', ["quay"]),
        ('"quay inner" ', []),
        ('"inner qu', ["quay"]),
        ("ferries -ladders ", ["quay", "library"]),
        ("boilers OR granite ", ["flood", "quay"]),
        ("(boilers OR granite) families ", ["flood"]),
        ("title:ladder* ", ["pilots"]),
        ("in:headline ferries ", ["quay"]),
        ("in:lead granite ", ["quay"]),
        ("from:harbour ladders ", ["pilots"]),
        ("place:marrick eels ", ["eels"]),
        ("place:skerry has:quote ", []),
        ("speaker:calder ", ["quay"]),
        ("speaker:brandt ", ["pilots"]),
        ("symbol:219 ", ["pilots"]),
        ("lang:fr ", ["café"]),
        ("lang:zh ", ["lighthouse"]),
        ("has:contact ", ["quay"]),
        ("has:quote ", ["pilots", "quay"]),
        ("after:2020 ", ["vote", "recall", "library"]),
        ("before:2018 ", ["quay"]),
        ("on:2019-09 ", ["eels"]),
        ("date:2017..2018 ", ["pilots", "quay"]),
        ("after:2020 OR lang:zh ", ["vote", "recall", "library", "lighthouse"]),
        ("-has:quote harbours ", ["library"]),
        ("near:3(flood relief) ", ["flood"]),
        ("near:40(relief flood) ", ["flood", "eels"]),
        ("para(flood relief) ", ["flood"]),
        ("para(relief anglers) ", ["eels"]),
        ("para(ferries fog) OR eels ", ["eels", "pilots"]),
        ("-para(flood relief) flood ", ["eels"]),
        ("atleast:4 eels ", ["eels"]),
        ("atleast:2 relief ", ["flood"]),
        ("atleast:9 eels ", []),
        ("灯塔", ["lighthouse"]),
        ("塔", ["lighthouse"]),
        ("修复工程", ["lighthouse"]),
        ("灯工", []),
    ],
)
def test_what_is_found(searcher: Searcher, query: str, found: list[str]) -> None:
    answer = searcher.search(query)
    assert names(searcher, answer) == found
    assert answer.total == len(found) == len(answer.ids) == len(searcher.every_id(answer))
    assert not answer.corrections
    assert not answer.dropped


@pytest.mark.parametrize(
    ("query", "found", "corrections"),
    [
        ("feries quey ", ["quay", "pilots"], [("feries", ("ferries",)), ("quey", ("quay",))]),
        ("boilrs ", ["flood"], [("boilrs", ("boilers",))]),
        ("innerquay ", ["quay"], [("innerquay", ("inner quay",))]),
        ("grnait", ["quay"], [("grnait", ("granite",))]),
        ("speaker:caldre ", ["quay"], [("caldre", ("calder",))]),
        ("harb our freighter ", ["pilots"], [("harb", ("harbour",)), ("our", ("harbour",))]),
        ("Calder's granite ", ["quay"], [("Calder's", ("calder",))]),
        ("granite Calder’s", ["quay"], [("Calder’s", ("calder",))]),
        ('"Calder\'s" ', [], []),
        ("cata-logue ", ["library"], [("cata-logue", ("catalogue",))]),
        ("+feries ", [], []),
        ('"feries" ', [], []),
        ("NHA/INF/999 ", [], []),
    ],
)
def test_a_mistyped_word(
    searcher: Searcher, query: str, found: list[str], corrections: list[tuple[str, tuple[str, ...]]]
) -> None:
    answer = searcher.search(query)
    assert names(searcher, answer) == found
    assert [(correction.typed, correction.used) for correction in answer.corrections] == corrections


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """Releases whose words are alike, so that only the other words of a query say which was meant."""
    folder = tmp_path_factory.mktemp("alike")
    for word in ("cake", "came", "cane", "cape", "care", "case", "cave", "gale", "pale", "sale", "tale"):
        for number in range(3):
            (folder / f"{word}{number}.txt").write_text(f"Of the {word}\n\nThe {word} again.\n")
    (folder / "lock.txt").write_text("Lock closed\n\nThe lockkeeper of the calle says it is normal after a storm.\n")
    (folder / "normally.txt").write_text("Storm normally over by noon\n\nThe storm is normally over by noon.\n")
    library = open_library([folder], tmp_path_factory.mktemp("cache"))
    library.refresh()
    yield Searcher(library)
    library.close()


def test_the_other_words_say_which_word_was_meant(alike: Searcher) -> None:
    answer = alike.search("lockkeeper cale ")
    assert names(alike, answer) == ["lock"]
    assert [correction.used for correction in answer.corrections] == [("calle",)]
    assert len(alike.search("cale ").corrections[0].used) == 3


def test_a_short_text_comes_before_a_long_one_that_repeats_the_words(tmp_path: Path) -> None:
    opening = "The council met on Monday. " * 40
    for name, sentence, words in (
        ("short", "The otter has a holt.", 300),
        ("long", "An otter left its holt. " * 3, 2500),
    ):
        filling = " ".join(f"{'abcdefghij'[number % 10]}council" for number in range(words))
        (tmp_path / f"{name}.txt").write_text(f"Minutes of the council\n\n{opening}\n\n{sentence}\n\n{filling}\n")
    library = open_library([tmp_path], tmp_path / "cache")
    library.refresh()
    searcher = Searcher(library)
    assert names(searcher, searcher.search("otter holt ")) == ["short", "long"]
    library.close()


def test_a_corrected_word_comes_whole_before_it_goes_on(alike: Searcher) -> None:
    assert names(alike, alike.search("storm nomral")) == ["lock", "normally"]


def test_a_correction_says_where_the_word_was_typed(searcher: Searcher) -> None:
    correction = searcher.search("quay feries ").corrections[0]
    assert "quay feries "[correction.start : correction.end] == "feries"


class TestRefusing:
    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("feries ", "+feries "),
            ("title:feries", "title:+feries"),
            ("granite OR (feries -fog)", "granite OR (+feries -fog)"),
            ("near:9(feries quay) ", "near:9(+feries quay) "),
            ("atleast:1 feries ", "atleast:1 +feries "),
        ],
    )
    def test_a_refused_word_is_looked_for_as_typed(self, searcher: Searcher, typed: str, kept: str) -> None:
        answer = searcher.search(typed)
        assert [correction.typed for correction in answer.corrections] == ["feries"]
        assert refused(typed, answer) == kept
        assert not searcher.search(kept).corrections

    def test_the_last_word_goes_first_and_the_next_answer_gives_the_one_before(self, searcher: Searcher) -> None:
        text = refused("feries quey ", searcher.search("feries quey "))
        assert text == "feries +quey "
        answer = searcher.search("boilrs OR +feries OR quey ")
        assert refused(answer.query, answer) == "boilrs OR +feries OR +quey "
        answer = searcher.search("boilrs OR +feries OR +quey ")
        assert refused(answer.query, answer) == "+boilrs OR +feries OR +quey "

    def test_what_was_not_corrected_or_is_no_longer_asked_stays(self, searcher: Searcher) -> None:
        assert refused("ferries ", searcher.search("ferries ")) == "ferries "
        assert refused("feries and more", searcher.search("feries ")) == "feries and more"


def test_a_word_the_library_holds_is_not_corrected_for_one_that_is_hardly_commoner(searcher: Searcher) -> None:
    answer = searcher.search("ladder ")
    assert names(searcher, answer) == ["eels", "pilots"]
    assert not answer.corrections


class TestWhenNothingHoldsAll:
    def test_a_word_that_stands_nowhere_is_left_out(self, searcher: Searcher) -> None:
        answer = searcher.search("xqzzy anglers ")
        assert names(searcher, answer) == ["eels"]
        assert answer.dropped == ("xqzzy",)

    def test_the_words_that_say_most_are_kept(self, searcher: Searcher) -> None:
        answer = searcher.search("the anglers visitors biscuits ")
        assert names(searcher, answer) == ["eels"]
        assert answer.dropped == ("biscuits",)

    def test_a_condition_is_never_left_out(self, searcher: Searcher) -> None:
        assert searcher.search("granite after:2020 ").total == 0
        assert searcher.search("flood -relief ").total == 0
        assert searcher.search("title:xqzzy anglers ").total == 0
        assert searcher.search("place:lisbon anglers ").total == 0
        assert searcher.search("in:headline xqzzy eels ").dropped == ("xqzzy",)

    @pytest.mark.parametrize(
        ("query", "suggestion"),
        [
            ("+feries ", "+ferries "),
            ('"inner quey" ', '"inner quay" '),
            ("+granitte in:lead ", "+granite in:lead "),
            ("claders's ", "calder "),
            ("reachesn't", None),
            ("+xqzzyw ", None),
            ('"quay inner" ', None),
        ],
    )
    def test_another_query_is_suggested(self, searcher: Searcher, query: str, suggestion: str | None) -> None:
        answer = searcher.search(query)
        assert answer.total == 0
        assert answer.suggestion == suggestion
        if suggestion:
            assert searcher.search(suggestion).total > 0


class TestOrder:
    @pytest.mark.parametrize("typed", ["NHA/INF/219", "nha/inf/219", "NHA INF 219", "nha-inf-219", "nhainf219"])
    def test_a_symbol_in_any_form_goes_first(self, searcher: Searcher, typed: str) -> None:
        assert names(searcher, searcher.search(typed))[0] == "pilots"

    def test_a_headline_pasted_whole_goes_first_whatever_signs_it_holds(self, searcher: Searcher) -> None:
        for name, headline in (
            ("vote", "Council will NOT close swimming bath - mayor OR no mayor"),
            ("vote", "COUNCIL WILL NOT CLOSE SWIMMING BATH - MAYOR OR NO MAYOR"),
            ("quay", "Ferries return to the inner quay of Northmarch"),
            ("café", "Le café du phare rouvre ses portes"),
        ):
            assert names(searcher, searcher.search(headline))[0] == name

    def test_a_whole_word_comes_before_those_that_only_begin_like_it(self, searcher: Searcher) -> None:
        assert names(searcher, searcher.search("harbour")) == ["quay", "pilots", "library"]
        assert names(searcher, searcher.search("ferr")) == ["quay", "library", "pilots"]

    def test_all_words_in_the_title_come_first(self, searcher: Searcher) -> None:
        assert names(searcher, searcher.search("flood "))[0] == "flood"
        assert names(searcher, searcher.search("library "))[0] == "library"

    def test_by_day_the_newest_comes_first(self, searcher: Searcher) -> None:
        assert names(searcher, searcher.search("ferries ", order="day")) == ["library", "pilots", "quay"]
        assert names(searcher, searcher.search("ferries ", order="relevance"))[0] == "quay"

    def test_releases_that_are_not_put_in_order_can_be_had_behind_those_that_are(
        self, searcher: Searcher, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        everything = names(searcher, searcher.search("ferries "))
        monkeypatch.setattr(ranking, "MOST_LISTED", 2)
        answer = searcher.search("ferries ")
        assert answer.total == 3
        assert len(answer.ids) == 2
        assert set(names(searcher, answer)) == set(everything)
        assert names(searcher, answer)[:2] == [Path(hit.path).stem for hit in searcher.hits(answer, 0, 2)]
        assert len(searcher.hits(answer, 1, 3)) == 2

    def test_points_fall_from_hit_to_hit(self, searcher: Searcher) -> None:
        points = [hit.score for hit in searcher.hits(searcher.search("ferries quay "), 0, 9)]
        assert points == sorted(points, reverse=True)
        assert points[0] > points[1] > 0


class TestBounds:
    @pytest.fixture
    def no_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As if every query were one that takes too long."""
        monkeypatch.setattr(plan, "MOST_LIGHT", 0)
        monkeypatch.setattr(patience, "_STEPS", 1)
        monkeypatch.setattr(engine, "PATIENT", replace(steps.PATIENT, look=-1, weigh=-1, count=-1))

    @pytest.mark.usefixtures("no_time")
    @pytest.mark.parametrize("query", ["ferries ", "-ferries ", "near:9(the quay) ", "has:quote "])
    def test_a_search_that_is_cut_short_says_so(self, searcher: Searcher, query: str) -> None:
        answer = searcher.search(query)
        assert answer.total == len(answer.ids)
        assert not answer.is_counted
        assert any(hint.startswith("Too much to look at in one go") for hint in answer.hints)

    @pytest.mark.usefixtures("no_time")
    def test_every_release_can_still_be_had(self, searcher: Searcher, library: Library) -> None:
        answer = searcher.search("-ferries ")
        assert len(searcher.every_id(answer)) == library.count() - 3 > answer.total

    def test_what_a_hurried_search_leaves_out_a_patient_one_finds(
        self, searcher: Searcher, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(patience, "_STEPS", 1)
        monkeypatch.setattr(engine, "HURRIED", replace(steps.HURRIED, look=-1, weigh=-1, count=-1))
        hurried = searcher.search("ferries ", hurried=True)
        assert (hurried.is_settled, hurried.is_counted, hurried.hints) == (False, False, ())
        assert (hurried.dropped, hurried.suggestion) == ((), None)  # for want of time, not of releases
        patient = searcher.search("ferries ")
        assert (patient.is_settled, patient.is_counted, patient.total) == (True, True, 3)

    def test_more_than_can_be_listed_is_counted_if_there_is_time(
        self, searcher: Searcher, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(ranking, "MOST_LISTED", 2)
        answer = searcher.search("ferries ")
        assert (len(answer.ids), answer.total, answer.is_counted, answer.goes_on) == (2, 3, True, True)
        assert len(searcher.hits(answer, 0, 9)) == 3
        monkeypatch.setattr(patience, "_STEPS", 1)
        monkeypatch.setattr(engine, "PATIENT", replace(steps.PATIENT, count=-1))
        answer = searcher.search("ferries ")
        assert (len(answer.ids), answer.total, answer.is_counted, answer.goes_on) == (2, 2, False, True)
        assert answer.hints == ("Too much to count: there are more than 2.",)
        assert len(searcher.hits(answer, 0, 9)) == 3

    def test_an_order_that_is_rough_says_so(self, searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(patience, "_STEPS", 1)
        monkeypatch.setattr(engine, "PATIENT", replace(steps.PATIENT, weigh=-1))
        answer = searcher.search("ferries ")
        assert answer.total == 3
        assert answer.ids == searcher.search("ferries ", order="day").ids
        assert answer.hints == ("Words so common take too long to weigh: the order is rough.",)

    def test_a_beginning_of_very_many_words_says_so(self, searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
        assert searcher.search("ferr* ").hints == ()
        monkeypatch.setattr(forms, "MOST_GATHERED", 1)
        assert searcher.search("ferr* ").hints == ("Very many words begin with ferr: the commonest were looked for.",)

    def test_texts_that_are_read(self, searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(steps, "FEWEST_READ", 1)
        monkeypatch.setattr(engine, "PATIENT", replace(steps.PATIENT, look=0))
        answer = searcher.search("para(ferries quay) OR para(relief flood) ")
        assert "para: and atleast: read the newest 1 releases with these words." in answer.hints


class TestTyping:
    def test_a_letter_after_a_phrase_of_common_words_is_not_waited_for(
        self, searcher: Searcher, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert searcher.search('"inner quay x').total == 0
        monkeypatch.setattr(ranking, "MOST_LISTED", 1)
        assert names(searcher, searcher.search('"inner quay x')) == ["quay"]

    def test_every_beginning_of_a_query_finds_what_it_can(self, searcher: Searcher) -> None:
        text = 'title:ferries "inner quay" -fog'
        for length in range(len("title:f"), len(text) + 1):
            assert "quay" in names(searcher, searcher.search(text[:length])), text[:length]

    def test_at_every_letter_the_total_is_that_of_all_ids(self, searcher: Searcher, alike: Searcher) -> None:
        for one, text in (
            (searcher, "feries qay ladr"),
            (searcher, "harb our OR eels "),
            (alike, "the cale nomral"),
        ):
            for length in range(1, len(text) + 1):
                answer = one.search(text[:length])
                assert set(answer.ids) == set(one.every_id(answer)), text[:length]
                assert answer.total == len(answer.ids), text[:length]

    def test_one_letter_after_other_words_is_not_waited_for(self, searcher: Searcher) -> None:
        assert names(searcher, searcher.search("granite x")) == ["quay"]
        assert names(searcher, searcher.search("ferries q")) == ["quay", "library", "pilots"]

    def test_nothing_typed_finds_nothing(self, searcher: Searcher) -> None:
        for text in ("", "   ", "title:", "!?"):
            assert searcher.search(text).total == 0


class TestSeeing:
    def test_the_snippet_shows_the_best_passage_with_its_words_marked(self, searcher: Searcher) -> None:
        hit = searcher.hits(searcher.search("relief anglers "), 0, 1)[0]
        assert "Relief among anglers was great." in hit.snippet
        assert [hit.snippet[span.start : span.end] for span in hit.spans] == ["Relief", "anglers"]
        assert "\n" not in hit.snippet

    def test_corrected_forms_and_beginnings_are_marked(self, searcher: Searcher, library: Library) -> None:
        answer = searcher.search("feries quay numb")
        release = library.release(answer.ids[0])
        marked = [release.text[span.start : span.end] for span in searcher.matches(answer, release)[0]]
        assert set(marked) == {"Ferries", "quay", "numbered"}
        assert marked.count("quay") == 3

    def test_accents_and_scripts_without_blanks_are_marked_whole(self, searcher: Searcher, library: Library) -> None:
        for query, marked in (
            ("ecole", ["école"]),
            ("灯塔", ["灯塔", "灯塔"]),
            ("eleves ser", ["élèves", "serviront"]),
        ):
            answer = searcher.search(query)
            release = library.release(answer.ids[0])
            assert [release.text[span.start : span.end] for span in searcher.matches(answer, release)[0]] == marked

    def test_a_phrase_is_marked_as_one(self, searcher: Searcher, library: Library) -> None:
        answer = searcher.search('"inner quay" ')
        release = library.release(answer.ids[0])
        assert [release.text[a:b] for a, b in searcher.matches(answer, release)[0]] == ["inner quay", "inner quay"]

    @pytest.mark.parametrize(
        ("query", "marked"),
        [
            ("ferries quay ", ["Ferries", "quay"]),
            ("feries quey ", ["Ferries", "quay"]),
            ('"inner quay" granite ', ["inner quay"]),
            ("ferr", ["Ferries"]),
            ("title:quay from:northmarch ", ["quay"]),
            ("ecole phare ", ["phare"]),
            ("café", ["café"]),
            ("灯塔", ["灯塔"]),
            ("granite ", []),
            ("has:contact ", []),
        ],
    )
    def test_the_words_of_a_query_are_marked_in_a_title(
        self, searcher: Searcher, query: str, marked: list[str]
    ) -> None:
        hit = searcher.hits(searcher.search(query), 0, 1)[0]
        assert [hit.title[span.start : span.end] for span in hit.title_spans] == marked

    def test_what_must_be_absent_is_not_marked(self, searcher: Searcher, library: Library) -> None:
        answer = searcher.search("ferries -fog ")
        release = library.release(answer.ids[0])
        assert {release.text[a:b].lower() for a, b in searcher.matches(answer, release)[0]} == {"ferries"}

    def test_the_text_opens_at_the_best_passage_below_the_title(self, searcher: Searcher, library: Library) -> None:
        answer = searcher.search("ferries harbour wall ")
        release = library.release(answer.ids[0])
        spans, best = searcher.matches(answer, release)
        start, end = spans[best]
        assert release.text[start:end] == "Ferries"
        assert release.text[start:].startswith("Ferries call at the inner quay")

    def test_a_release_that_is_found_by_its_day_alone_has_no_marks(self, searcher: Searcher, library: Library) -> None:
        answer = searcher.search("on:2019-09 ")
        hit = searcher.hits(answer, 0, 1)[0]
        assert hit.snippet.startswith("MARRICK")
        assert not hit.spans
        release = library.release(hit.id)
        assert searcher.matches(answer, release) == ((), 0)


class TestThreads:
    def test_an_interrupted_search_says_so(self, searcher: Searcher) -> None:
        stopped, done = [], threading.Event()

        def search_on() -> None:
            try:
                while not done.is_set():
                    searcher.search("para(the of) OR para(and in) the a of ")
            except SearchCancelled:
                stopped.append(True)

        thread = threading.Thread(target=search_on)
        thread.start()
        until = time.monotonic() + 10
        while not stopped and time.monotonic() < until:
            searcher.interrupt()
        done.set()
        thread.join()
        assert stopped
        assert searcher.search("granite ").total == 1

    def test_an_interrupt_without_a_search_harms_none(self, searcher: Searcher) -> None:
        searcher.interrupt()
        assert searcher.search("granite ").total == 1


class TestChanges:
    def test_what_is_new_is_found_at_once_and_corrected_after_a_refresh(self, tmp_path: Path) -> None:
        archive = write_archive(tmp_path / "archive")
        library = open_library([archive], tmp_path / "cache")
        searcher = Searcher(library)
        assert searcher.search("zeppelin ").total == 0
        library.refresh()
        (archive / "zeppelin.txt").write_text(
            "Zeppelin over Marrick\n\nA zeppelin crossed the town.\n", encoding="utf-8"
        )
        library.refresh()
        assert searcher.search("zeppelin ").total == 1
        assert searcher.search("zepp").total == 1
        searcher.refresh()
        assert names(searcher, searcher.search("zepelin ")) == ["zeppelin"]
        (archive / "zeppelin.txt").unlink()
        answer = searcher.search("zeppelin ")
        library.refresh()
        assert searcher.hits(answer, 0, 1) == []
        assert searcher.search("zeppelin ").total == 0
        library.close()

    def test_every_id_is_there_even_beyond_those_listed(self, searcher: Searcher, library: Library) -> None:
        assert list(searcher.every_id(searcher.search("the "))) == [
            id_ for id_ in library.ids() if id_ in set(searcher.search("the ").ids)
        ]
        assert not searcher.every_id(searcher.search(""))
