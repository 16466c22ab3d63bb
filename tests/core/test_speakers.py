from unittest.mock import Mock

import pytest

from reader.model import Paragraph, Quote
from reader.parsing.speakers import attributed_quotes
from reader.parsing.subjects import subject_before
from reader.parsing.terms import POINTS

PEOPLE = (
    "Marta Quillon, who runs the Tide Board, met the press on Monday. Jonas Abelard, the mayor of Lorve, came too. "
    "The plan was read to the people of the town and to those who had asked for it."
)


def quotes(text: str) -> list[Quote]:
    return [quote for quote in attributed_quotes(text) if quote.kind == "speech"]


def who(text: str) -> list[str | None]:
    return [quote.speaker for quote in quotes(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        '"We are glad that it rains," said Marta Quillon.',
        '"We are glad that it rains," Marta Quillon said.',
        '"We are glad that it rains," Marta Quillon, the board\'s head, told reporters.',
        '"We are glad that it rains," Marta Quillon, who runs the board, said on Monday.',
        '"Are we glad that it rains?" Marta Quillon asked.',
        '"We are glad," Marta Quillon said, "that it rains."',
        'Marta Quillon said: "We are glad that it rains."',
        'Marta Quillon, speaking in Lorve, said that "we are glad that it rains".',
        'On Monday, Marta Quillon, a pilot, told the council, "We are glad that it rains."',
        'In a statement, Marta Quillon said, "We are glad that it rains."',
        'As Marta Quillon put it, "We are glad that it rains."',
        'According to Marta Quillon, "we are glad that it rains".',
        '"We are glad that it rains," according to Marta Quillon.',
        'Marta Quillon welcomed the plan, calling it "a good thing for all of us".',
        'Calling it "a good thing for all of us," Marta Quillon welcomed the plan.',
        'Marta Quillon: "We are glad that it rains."',
        '"We are glad that it rains." - Marta Quillon',
        'Marta Quillon said in a letter:\n\n"We are glad that it rains."',
        '"We are glad that it rains."\n\n— Marta Quillon, Tide Board',
        'The plan is "a good thing for all of us", said Marta Quillon.',
        'Marta Quillon spoke of a plan, which she described as "a good thing for all of us".',
        'Marta Quillon wrote a letter to Olga Brandt calling the plan "a good thing for all of us".',
        'Marta Quillon speaking to Tide Radio said, "We are glad that it rains."',
        'Marta Quillon (D-LV), said that "we are glad that it rains".',
        'Marta “Tilly” Quillon said it rains.\n\nIt has been a wet year - Marta Quillon: "We are glad that it rains."',
        'Marta Quillon gave a conference call "with all of us in mind", she said.',
        'While Marta Quillon said it was "a good thing for all of us", the board said it was not.',
        'Marta Quillon welcomed the new harbour levy. "It is a good thing for all of us."',
    ],
)
def test_the_speaker_is_found_wherever_the_verb_stands(sentence: str) -> None:
    assert set(who(f"The board met in Lorve.\n\n{sentence}")) == {"Marta Quillon"}


def test_the_mention_is_where_the_text_names_the_speaker() -> None:
    text = '"We are glad that it rains," said Ms. Quillon.'
    quote = quotes(text)[0]
    assert (quote.speaker_start, quote.speaker_end) == (text.index("Ms."), text.index(" said") + 17)
    assert text[quote.speaker_start : quote.speaker_end] == "Ms. Quillon"
    assert quote.certain


def test_later_sentences_and_paragraphs_go_on_with_the_same_speaker() -> None:
    text = (
        '"It rains," said Marta Quillon. "It will rain tomorrow."\n\n'
        '"And it rained yesterday, as all of us know."\n\n'
        '"Nobody minds," Jonas Abelard said.'
    )
    assert who(text) == ["Marta Quillon", "Marta Quillon", "Marta Quillon", "Jonas Abelard"]


def test_the_head_of_a_sentence_does_not_speak_for_the_next_one() -> None:
    text = '"It rains," said Marta Quillon. Jonas Abelard disagreed, saying "nobody has seen a drop of it".'
    assert who(text) == ["Marta Quillon", "Jonas Abelard"]


@pytest.mark.parametrize(
    "sentence",
    [
        '"It rains all day," Marta Quillon said, while Olga Brandt said, "It is a fine day."',
        '"It rains all day," Marta Quillon said, while Olga Brandt, a pilot, said, "It is a fine day."',
        '"It rains all day," said Marta Quillon, but Olga Brandt replied, "It is a fine day."',
        '"It rains all day," said Marta Quillon and Olga Brandt replied, "It is a fine day."',
        '"It rains all day," said Marta Quillon, and Olga Brandt added: "It is a fine day."',
        '"It rains all day," said Marta Quillon, to which Olga Brandt answered, "It is a fine day."',
        '"It rains all day," Marta Quillon told Olga Brandt, who replied, "It is a fine day."',
        'While Marta Quillon said "it rains all day," Olga Brandt called it "a fine day for us all."',
    ],
)
def test_who_answers_in_the_same_sentence_speaks_for_themselves(sentence: str) -> None:
    assert [quote.speaker for quote in attributed_quotes(sentence, language="en")] == ["Marta Quillon", "Olga Brandt"]


@pytest.mark.parametrize(
    "sentence",
    [
        '"It rains all day," said Marta Quillon, and she added, "It is a fine day."',
        '"It rains all day," Marta Quillon said after Olga Brandt announced the plan, "and it is a fine day."',
        '"It rains all day," Marta Quillon said, and then told the board, "It is a fine day."',
        '"It rains all day," Marta Quillon and Olga Brandt said, "and it is a fine day."',
    ],
)
def test_what_else_is_told_between_two_halves_leaves_the_speaker(sentence: str) -> None:
    assert who(sentence) == ["Marta Quillon"] * 2


@pytest.mark.parametrize(
    ("sentence", "certain"),
    [
        ('Olga Brandt criticised Marta Quillon for saying the rain was "a good thing for all of us."', False),
        ('Olga Brandt condemned Marta Quillon for calling her "a good friend of the rain."', False),
        ('Olga Brandt commended Marta Quillon for saying the rain was "a good thing for all of us."', False),
        ('Olga Brandt accused Marta Quillon of saying that "the rain is good for all of us."', False),
        ('Olga Brandt criticised Marta Quillon for saying:\n\n"The rain is good for all of us."', False),
        ('Olga Brandt responded to Marta Quillon\'s claim that "the rain is good for all of us."', False),
        ('Olga Brandt rejected Marta Quillon’s statement that "the rain is good for all of us."', False),
        ('Olga Brandt rejected a statement by Marta Quillon that "the rain is good for all of us."', False),
        ('"The rain is good for all of us," Olga Brandt quoted Marta Quillon as saying.', True),
        ('Olga Brandt quoted Marta Quillon as saying that "the rain is good for all of us."', True),
        ('Olga Brandt quoted Marta Quillon: "The rain is good for all of us."', True),
    ],
)
def test_a_verdict_on_words_leaves_them_to_who_said_them(sentence: str, certain: bool) -> None:
    (quote,) = quotes(f"{PEOPLE}\n\n{sentence}")
    assert (quote.speaker, quote.certain) == ("Marta Quillon", certain)


@pytest.mark.parametrize(
    "sentence",
    [
        'Olga Brandt criticised him for saying the rain was "a good thing for all of us."',
        'Olga Brandt called on Jonas Abelard to regret his remark that "the rain is good for all of us."',
        '"The rain is good for all of us," Olga Brandt quoted him as saying.',
        'Olga Brandt quoted him as saying that "the rain is good for all of us."',
    ],
)
def test_whose_words_are_judged_is_not_the_judge(sentence: str) -> None:
    (quote,) = quotes(f"{PEOPLE}\n\n{sentence}")
    assert not (quote.certain and quote.speaker == "Olga Brandt")


@pytest.mark.parametrize(
    "sentence",
    [
        'Marta Quillon thanked Olga Brandt for joining her in calling the rain "a good thing for all of us."',
        'Marta Quillon dismissed Olga Brandt\'s claim that it rains as "a bad joke on all of us."',
        'Marta Quillon said that Olga Brandt\'s claim that it is wet is "a bad joke on all of us."',
        'Marta Quillon criticised Olga Brandt, saying the rain was "a good thing for all of us."',
        'Marta Quillon criticised Olga Brandt for saying it rained, calling it "a good thing for all of us."',
        'Marta Quillon was praised for saying the rain was "a good thing for all of us."',
        'Marta Quillon repeated her claim that "the rain is good for all of us."',
    ],
)
def test_a_judge_speaks_for_themselves(sentence: str) -> None:
    (quote,) = quotes(f"{PEOPLE}\n\n{sentence}")
    assert (quote.speaker, quote.certain) == ("Marta Quillon", True)


@pytest.mark.parametrize(
    "text",
    [
        'Rep. Marta Quillon, D-Miss., Chairman of the Tide Committee, said, "It rains and it will rain."',
        '"It rains and it will rain," Rep. Marta Quillon, R-W.Va., said.',
        'Marta Quillon, I-Vt also said, "It rains and it will rain."',
        '"It rains and it will rain," said Marta Quillon (D-Ore.) in a letter.',
        '"It rains and it will rain," Marta Quillon, M.D. said.',
        'Marta Quillon, Jr. (D-LV) issued a statement:\n\n"It rains and it will rain."',
        "Senator Marta Quillon, Chairman of the Tides, Quays, and Harbours Committee, today issued a statement:\n\n"
        '"It rains and it will rain."',
        'Below is Marta Quillon\'s statement as prepared:\n\n"It rains and it will rain."',
        'Excerpts from Marta Quillon\'s speech are below:\n\n"It rains and it will rain."',
        'Marta Quillon\'s full statement follows:\n\n"It rains and it will rain."',
        'Marta Quillon made a statement about Olga Brandt\'s speech:\n\n"It rains and it will rain."',
    ],
)
def test_what_stands_beside_a_name_is_not_the_speaker(text: str) -> None:
    (quote,) = quotes(f"{PEOPLE}\n\n{text}")
    assert (quote.speaker, quote.certain) == ("Marta Quillon", True)


@pytest.mark.parametrize(
    "text",
    [
        '"It rains and it will rain."\n\n-30-',
        'The Gazette, which in a letter of November 2004 asserted: "It rains and it will rain."',
        'Let me read you the headline: "It rains and it will rain all day."',
        'I\'ve often said that "it rains and it will rain all day long."',
        'Specifically in the film the firm advises skippers "to go out as rarely as they can."',
    ],
)
def test_numbers_and_small_words_are_nobody(text: str) -> None:
    (quote,) = quotes(f"The board met in Lorve and spoke of the rain.\n\n{text}")
    assert not quote.certain


def test_a_german_answer_is_not_the_first_speakers_for_certain() -> None:
    text = "„Es regnet heute“, sagte Anna Kessler, während Uwe Brandt sagte: „Es regnet den ganzen Tag nicht“."
    assert [quote.certain for quote in attributed_quotes(text, language="de")] == [True, False]


def test_a_clause_of_contrast_keeps_its_verb_to_itself() -> None:
    assert who('While Marta Quillon said it rained, Olga Brandt called it "a fine day for all."') == ["Olga Brandt"]


def test_words_inside_marks_attribute_nothing() -> None:
    text = 'Marta Quillon said: "My aunt Olga Brandt said it would rain, and Olga Brandt said so again."'
    assert who(text) == ["Marta Quillon"]


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Ms. Quillon", "Marta Quillon"),
        ("Quillon", "Marta Quillon"),
        ("she", "Marta Quillon"),
        ("Mayor Abelard", "Jonas Abelard"),
        ("the mayor", "Jonas Abelard"),
    ],
)
def test_a_mention_is_followed_to_the_fullest_name(mention: str, name: str) -> None:
    text = f'Jonas Abelard, the mayor of Lorve, spoke first.\n\nMarta Quillon came next.\n\n"It rains," {mention} said.'
    assert who(text) == [name]


def test_a_role_leads_to_whoever_holds_it_in_the_named_body() -> None:
    text = (
        "'No tide to waste' in harbour plan, says WHB chief\n\n"
        "Jonas Abelard, Director of the WHB Office in Lorve, opened the meeting of the board.\n\n"
        "World Harbour Board Secretary-General Marta Quillon spoke too.\n\n"
        '"It rains," the WHB chief said.\n\n"It pours," the Director said.'
    )
    assert who(text) == ["Marta Quillon", "Marta Quillon", "Jonas Abelard"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"It rains all day," said a spokesman for Marta Quillon.', "a spokesman for Marta Quillon"),
        ('"It rains all day," said a critic of Marta Quillon.', "a critic of Marta Quillon"),
        ('A daughter of Marta Quillon said: "It rains all day."', "A daughter of Marta Quillon"),
        ('"It rains all day," according to an aide for Ms. Quillon.', "an aide for Ms. Quillon"),
        ('"It rains all day," said a spokesman for Tidewater Gauges.', "a spokesman for Tidewater Gauges"),
        ('"It rains all day," said a spokesman for Marta Quillon, Olga Brandt.', "Olga Brandt"),
        (
            "« Il pleut toute la journée », a déclaré un porte-parole de Claire Dubreuil.",
            "un porte-parole de Claire Dubreuil",
        ),
        ("“Llueve todo el día”, dijo un portavoz de Carmen Ruiz.", "un portavoz de Carmen Ruiz"),
        ("„Es regnet den ganzen Tag“, sagte ein Sprecher von Anna Kessler.", "ein Sprecher von Anna Kessler"),
        ("„Es regnet den ganzen Tag“, sagte eine Freundin von Anna Kessler.", "eine Freundin von Anna Kessler"),
        (
            'Olga Brandt, the mayor of Lorve, came.\n\n"It rains," said a spokesman for the mayor.',
            "a spokesman for the mayor",
        ),
        ("„Es regnet den ganzen Tag“, sagte die Tochter des Rates Anna Kessler.", "die Tochter des Rates Anna Kessler"),
        ("„Es regnet den ganzen Tag“, sagte Uwe von der Heide.", "Uwe von der Heide"),
        ("« Il pleut toute la journée », a déclaré François de Lorve.", "François de Lorve"),
        ("“Llueve todo el día”, dijo el ministro de Hacienda Juan Olmedo.", "Juan Olmedo"),
        ('"It rains all day," said the Board of the Harbour’s Marta Quillon.', "Marta Quillon"),
        ('"It rains all day," said Dr Marta Quillon of the Board of Olga Brandt.', "Marta Quillon"),
        ('"It rains all day," said former minister of tides Marta Quillon.', "Marta Quillon"),
    ],
)
def test_who_speaks_for_somebody_is_somebody_else(text: str, speaker: str) -> None:
    language = {"«": "fr", "“": "es", "„": "de"}.get(text[0], "en")
    (quote,) = attributed_quotes(text, language=language)
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Secretary of Defense Robert Quillon", "Robert Quillon"),
        ("Secretary of State Quillon", "Secretary Quillon"),
        ("Chairman of the Senate Foreign Relations Committee Robert R. Quillon", "Robert R. Quillon"),
        ("Majority Whip Robert Quillon", "Robert Quillon"),
        ("Tern Chief of Police Ervo Quillon", "Ervo Quillon"),
        ("the Head of the WHSO Angela Quillon", "Angela Quillon"),
        ("Captain of Training John Quillon", "John Quillon"),
        ("Undersecretary for Agriculture Mark Quillon", "Mark Quillon"),
        ("Lorve President Jo Ann M. Quillon", "Jo Ann M. Quillon"),
        ("Captain J. Larry Quillon", "J. Larry Quillon"),
        ("Senator Joe Quillon", "Joe Quillon"),
        ("Administrator Al Quillon", "Al Quillon"),
        ("Min Ko Quillon", "Min Ko Quillon"),
        ("Texas Instruments", "Texas Instruments"),
        ("Chamber of Commerce President Jane Quillon", "Jane Quillon"),
        ("Friends of the Harbour chairman Jane Quillon", "Jane Quillon"),
        ("Attorney General for Lorve Jane Quillon", "Jane Quillon"),
        ("former minister of state Jane Quillon", "Jane Quillon"),
        ("the leader of the campaign against Jane Quillon", "the leader of the campaign against Jane Quillon"),
        ("a member of the family of Jane Quillon", "a member of the family of Jane Quillon"),
    ],
)
def test_the_office_is_no_part_of_the_name(mention: str, name: str) -> None:
    (quote,) = quotes(f'The board met in Lorve. "It rains and it will rain," said {mention}.')
    assert quote.speaker == name


def test_the_office_is_no_given_name_of_a_surname() -> None:
    assert who('Chief of Staff Andrew Quillon came to Lorve.\n\n"It rains all day," Quillon said.') == [
        "Andrew Quillon"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        '"It rains and it will rain," said Marta Quillon and Olga Brandt.',
        '"It rains and it will rain," Marta Quillon and Olga Brandt said.',
        'Marta Quillon and Olga Brandt said, "It rains and it will rain."',
        '"It rains and it will rain," said Marta Quillon, Olga Brandt and Jonas Abelard.',
        '"It rains and it will rain," said Marta Quillon, the pilot, and Olga Brandt, the mayor.',
        'According to Marta Quillon, Olga Brandt said, "It rains and it will rain."',
    ],
)
def test_one_of_two_speakers_is_not_certain(sentence: str) -> None:
    (quote,) = quotes(f"{PEOPLE}\n\n{sentence}")
    assert quote.speaker in ("Marta Quillon", "Olga Brandt")
    assert not quote.certain


@pytest.mark.parametrize(
    "sentence",
    [
        'Marta Quillon welcomed the new "rain tax" in Lorve and thanked the board for it.',
        'Marta Quillon denied saying that "it rains and it will rain all day."',
        'Marta Quillon denied that she had called the rain "a bad joke on all of us."',
        'Marta Quillon never said that "it rains and it will rain all day."',
    ],
)
def test_few_words_after_a_weak_verb_and_denied_words_are_not_certain(sentence: str) -> None:
    (quote,) = quotes(f"{PEOPLE}\n\n{sentence}")
    assert (quote.speaker, quote.certain) == ("Marta Quillon", False)


@pytest.mark.parametrize(
    "sentence",
    [
        '"It rains and it will rain," said Marta Quillon and Olga Brandt agreed.',
        '"It rains and it will rain," said Marta Quillon, and Olga Brandt left.',
        '"It rains and it will rain," said Marta Quillon of the Board of Tides and Rains.',
        '"It rains and it will rain," said Marta Quillon, chairman of Quillon and Sons.',
        '"It rains and it will rain," said Marta Quillon, Board President and Chief Executive.',
        'Jonas Abelard met the board and Marta Quillon said, "It rains and it will rain."',
        'According to Marta Quillon, the rain is "a good thing for all of us."',
    ],
)
def test_who_else_is_named_nearby_makes_no_doubt(sentence: str) -> None:
    (quote,) = quotes(f"{PEOPLE}\n\n{sentence}")
    assert (quote.speaker, quote.certain) == ("Marta Quillon", True)


def test_of_an_office_and_whom_it_serves_either_may_be_named_beside_it() -> None:
    (quote,) = quotes('"It rains all day," said the spokesman for the mayor, Marta Quillon.')
    assert (quote.speaker, quote.certain) == ("Marta Quillon", False)


def test_of_what_is_no_person_nobody_tells_who_it_is() -> None:
    text = 'The rain led to an angry answer from Marta Quillon, who said it was "a fine day for all of us."'
    (quote,) = quotes(text)
    assert (quote.speaker, quote.certain) == ("Marta Quillon", False)


def test_nobody_is_certain_where_nobody_is_named() -> None:
    (quote,) = quotes('"It rains all day," she said. Nobody had asked.')
    assert (quote.speaker, quote.certain) == (None, False)


def test_two_people_with_one_surname_stay_two() -> None:
    text = (
        "Marta Quillon runs the board. Peter Quillon runs the port.\n\n"
        '"It rains," Mrs. Quillon said.\n\n"It pours," Mr. Quillon said.\n\n"It hails," Peter Quillon said.'
    )
    assert who(text) == ["Marta Quillon", "Peter Quillon", "Peter Quillon"]


def test_a_pronoun_agrees_with_whom_it_can_mean() -> None:
    text = 'Peter Abelard spoke to Mrs. Quillon, and Mrs. Quillon answered him.\n\n"It rains," he said.'
    assert who(text) == ["Peter Abelard"]


def test_a_pronoun_that_means_nobody_names_nobody() -> None:
    quote = quotes('"It rains," she said.')[0]
    assert quote.speaker is None
    assert quote.speaker_start == 12


@pytest.mark.parametrize(("office", "certain"), [("WHSO", True), ("WHSO Pilotage Section", False)])
def test_the_head_of_a_part_is_hardly_the_chief_of_the_whole(office: str, certain: bool) -> None:
    text = f'Marta Quillon, head of the {office}, met the press. Later the WHSO chief said: "It will rain."'
    (quote,) = quotes(text)
    assert (quote.speaker, quote.certain) == ("Marta Quillon", certain)


def test_a_weak_rule_is_marked_uncertain() -> None:
    quote = quotes('Marta Quillon walked to the harbour in the rain with "not one dry thread on my whole body".')[0]
    assert quote.speaker == "Marta Quillon"
    assert not quote.certain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Olga Brandt met the boards.\n\n"We are glad that it rains," tweeted another.', ["another"]),
        ('The repeated answer of the boards was that it would "rain for as long as it likes".', [None]),
        ('"We won the day," Rep. Robert “Bobby” Abelard said.', ["Robert Abelard"]),
        ('The board made a snappy retort: "We are glad that it rains."', ["The board"]),
        ('Officials call it "a good thing for all of us".', ["Officials"]),
        ('Skippers marching through the harbour chanted "we want our harbour back".', ["Skippers"]),
        ('A consultant to the Tide Board told reporters that "it rains all day long".', ["A consultant"]),
    ],
)
def test_the_subject_is_whoever_can_be_one(text: str, expected: list[str | None]) -> None:
    assert who(text) == expected


def test_whom_a_relative_clause_tells_of_does_not_lead_in() -> None:
    text = 'Marta Quillon thanked Olga Brandt, who had explained the rain. "It is a good thing for all of us."'
    quote = quotes(text)[0]
    assert (quote.speaker, quote.certain) == ("Marta Quillon", False)


def test_nobody_speaks_in_capitals_headlines_and_datelines() -> None:
    text = 'MAYOR SAYS PLAN IS GOOD\n\n"It rains and it will rain."\n\nLORVE, 3 May - "It rains," said Jonas Abelard.'
    assert who(text) == [None, "Jonas Abelard"]


@pytest.mark.parametrize(
    "text",
    [
        'Tidewater Gauges, Inc. (the "Company") said that it met its goals.',
        "Tidewater Gauges, Inc. (“Tidewater” or the “Company”) said that it met its goals.",
        'Such statements use words such as "may," "will," "expects" and "plans", the company said.',
        'The film "The Salt Road" opens on Friday, said Marta Quillon.',
        'She spoke on the radio show "Morning Tide" on Monday.',
        'The scheme is known as the "harbour levy", said Marta Quillon.',
        'The so-called "quiet hours" end at six, she said.',
        'Raymond "Sparky" Abelard won the race, said Marta Quillon.',
        'The board gave him the "Friend of the Tides" award.',
        'It will rain, Marta Quillon said on Tide Radio\'s "Good Morning, Harbour."',
        'Press release TB/PR/7, "Half of the harbours measure the rain at night", which was issued in May, was wrong.',
    ],
)
def test_terms_are_no_speech(text: str) -> None:
    assert who(text) == []
    assert attributed_quotes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« Nous sommes prêts à partir », a déclaré Claire Dubreuil, qui dirige le port. « Et nous partirons », "
            "a-t-elle ajouté. Selon le maire, Paul Lorvan, « les quais sont trop petits pour les bateaux ».",
            ["Claire Dubreuil", "Claire Dubreuil", "Paul Lorvan"],
        ),
        (
            "« Les quais sont vieux, a dit Claire Dubreuil, et les bateaux sont pleins. »\n\n"
            "Le directeur du port est parti dans la nuit pour la mer.",
            ["Claire Dubreuil"],
        ),
        (
            "“Estamos listos para salir”, dijo la alcaldesa Carmen Ruiz. “Y saldremos del puerto”, añadió. El ministro "
            "Juan Olmedo aseguró que «el puerto es pequeño para los barcos».",
            ["Carmen Ruiz", "Carmen Ruiz", "Juan Olmedo"],
        ),
        (
            "„Wir sind bereit“, sagte Bürgermeisterin Anna Kessler. „Und wir fahren“, fügte sie hinzu. "
            "Laut Jonas Brandt ist der Hafen „zu klein für die Schiffe“, die nicht warten.",
            ["Anna Kessler", "Anna Kessler", "Jonas Brandt"],
        ),
    ],
    ids=["french", "french-inside", "spanish", "german"],
)
def test_other_languages_have_their_own_verbs_and_inversions(text: str, expected: list[str]) -> None:
    assert who(text) == expected


def test_french_full_of_small_words_is_not_taken_for_dutch() -> None:
    text = (
        "Mise à jour de la carte de Lorve : correction de fautes, ajout de noms de quais en amont de la ville, "
        "mise en place de bouées.\n\n"
        "« La marée est haute et la digue tient bon », a déclaré Marta Quillon, présidente de la régie de Lorve.\n"
    )
    assert who(text) == ["Marta Quillon"]


@pytest.mark.parametrize(
    "text",
    [
        "A diretora disse: “Não vamos parar agora, e os alunos da escola ficam com os professores para uma festa.”",
        "「私たちは急がなければならない」と田中氏は述べた。",
        "قالت المديرة: «لن نتوقف عن العمل في هذا الميناء».",
    ],
)
def test_a_language_without_tables_gives_spans_without_speakers(text: str) -> None:
    assert who(text) == [None]


def test_paragraphs_give_numbers_and_silence_repeats_and_footers() -> None:
    lines = [
        "‘No tide to waste’, says chief",
        '"It rains," said Marta Quillon.',
        '"It rains," said Marta Quillon.',
    ]
    text = "\n\n".join(lines)
    starts = [text.index(lines[0]), text.index(lines[1]), text.rindex(lines[2])]
    title, body, repeat = (Paragraph(at, at + len(line), "body") for at, line in zip(starts, lines, strict=True))
    parts = [title._replace(kind="title"), body._replace(number=1), repeat._replace(kind="repeat")]
    found = attributed_quotes(text, parts)
    assert [(quote.text, quote.paragraph) for quote in found if quote.kind == "speech"] == [
        ("‘No tide to waste’", None),
        ('"It rains,"', 1),
    ]
    footer = [*parts[:2], parts[2]._replace(kind="footer")]
    assert [quote.start for quote in attributed_quotes(text, footer)] == [quote.start for quote in found]


def test_offsets_hold_in_wrapped_and_tagged_text() -> None:
    text = (
        "The board of the town of Lorve met on Monday to hear what Marta Quillon had\n"
        'to say. "The <u>tide</u> is in, and the boats that we have been waiting\n'
        'for are out," the <u>pilot Marta Quillon</u> said, and the people of the\n'
        "town went home to wait for the next tide.\n"
    )
    quote = quotes(text)[0]
    assert quote.text == text[quote.start : quote.end]
    assert quote.speaker == "Marta Quillon"


def test_nothing_to_find_is_nothing_found() -> None:
    assert attributed_quotes("") == ()
    assert attributed_quotes("No marks here, said Marta Quillon.") == ()


def test_no_signs_outweigh_a_long_stretch_that_somebody_says() -> None:
    somebody = min(POINTS[strength] for strength in ("beside", "strong verb", "weak verb", "base form", "loose"))
    against_it = POINTS["a work is named"] + POINTS["after a noun"]
    assert POINTS["always"] + somebody + POINTS["six words or more"] + against_it > 0


def test_a_quotation_asks_few_verbs_for_their_subject(monkeypatch: pytest.MonkeyPatch) -> None:
    asking = Mock(wraps=subject_before)
    monkeypatch.setattr("reader.parsing.attribution.subject_before", asking)
    quotes = attributed_quotes('"The tide is in" said ' * 200 + "nobody.")
    assert len(quotes) == 200
    assert asking.call_count < 10 * len(quotes)
