"""Bytes become clean text: encodings, broken characters, and nothing a terminal would obey."""

import pytest

from reader.parsing.decode import SIZE_LIMIT, clean, clean_line, decode

SENTENCES = {
    "fr": "Le musée a rouvert hier. « Nous étions prêts », a déclaré Éric Noël, après six mois de travaux à Besançon.",
    "de": "Das Museum öffnet wieder. „Wir waren bereit“, sagte Jürgen Größe am Dienstag in München über die Gäste.",
    "pl": "Muzeum znów jest otwarte. „Byliśmy gotowi” – powiedział Łukasz Żółć, źródło z Łodzi, po pięciu latach.",
    "cs": "Muzeum je opět otevřeno. Byli jsme připraveni, řekl ředitel Jiří Šťastný v úterý v Třebíči, těší se.",
    "ru": "Музей снова открыт. «Мы были готовы», — сказал директор Иван Петров во вторник в Самаре после ремонта.",
    "el": "Το μουσείο άνοιξε ξανά. Ήμασταν έτοιμοι, είπε ο διευθυντής την Τρίτη στην Αθήνα μετά από έξι μήνες.",
    "ar": "أعيد افتتاح المتحف أمس. وقال المدير إن العمل استمر ستة أشهر في مدينة تونس وإن الزوار سعداء.",
    "ja": "博物館は昨日、再び開館しました。「準備はできていました」と館長は述べました。工事は半年続きました。",
    "zh": "博物馆昨天重新开放。馆长表示：“我们准备好了。”工程持续了六个月，共有三万名观众参观。",
    "ko": "박물관이 어제 다시 문을 열었다. 관장은 준비가 되어 있었다고 말했다. 공사는 여섯 달 걸렸다.",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
@pytest.mark.parametrize("language", ["fr", "ru", "ar"])
def test_every_unicode_encoding_is_read_with_or_without_its_mark(encoding: str, language: str) -> None:
    text = SENTENCES[language] + "\nSecond line, 2017.\n"
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("fr", "cp1252"),
        ("de", "cp1252"),
        ("de", "mac_roman"),
        ("pl", "cp1250"),
        ("pl", "iso8859-2"),
        ("cs", "cp1250"),
        ("ru", "cp1251"),
        ("ru", "koi8-r"),
        ("ru", "cp866"),
        ("el", "iso8859-7"),
        ("ar", "cp1256"),
        ("ja", "shift_jis"),
        ("ja", "euc_jp"),
        ("ja", "iso2022_jp"),
        ("zh", "gb18030"),
        ("ko", "euc_kr"),
    ],
)
def test_older_encodings_are_told_from_each_other(language: str, encoding: str) -> None:
    data = (SENTENCES[language] * 3).encode(encoding, "ignore")
    assert decode(data).text == clean(data.decode(encoding))


def test_a_guessed_encoding_is_remarked() -> None:
    (remark,) = decode(SENTENCES["ru"].encode("koi8-r", "ignore")).remarks
    assert "koi8" in remark


@pytest.mark.parametrize("data", ["Café in Genève".encode("latin-1"), "Café".encode("latin-1")])
def test_a_few_latin_letters_are_windows_1252(data: bytes) -> None:
    assert decode(data).text == data.decode("latin-1")


def test_utf8_cut_within_a_character_loses_only_that() -> None:
    decoded = decode("The café said “".encode()[:-1])
    assert decoded.text == "The café said "
    assert decoded.remarks == ("The file ends within a character.",)


def test_utf8_with_windows_bytes_between_keeps_both() -> None:
    assert decode("Café ".encode() + b"\x93yes\x94" + " – naïve – été".encode()).text == "Café “yes” – naïve – été"


@pytest.mark.parametrize("rounds", [1, 2, 3])
def test_utf8_read_as_windows_1252_is_turned_back(rounds: int) -> None:
    text = "“It’s the café’s,” she said – 5 € … naïve"
    broken = text
    for _ in range(rounds):
        broken = "".join(
            chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes([byte]).decode("cp1252") for byte in broken.encode()
        )
    decoded = decode(broken.encode())
    assert decoded.text == text
    assert decoded.remarks == ("Broken characters such as “â€™” were repaired.",)


def test_single_broken_places_are_mended_among_sound_ones() -> None:
    assert decode("Größe und cafÃ© – â€œja“".encode()).text == "Größe und café – “ja“"


def test_a_bare_letter_left_of_a_quotation_mark_is_mended() -> None:
    broken = "HARBOUR CITY â The portâs pilots won. âWe canât stop,â? said Ida OâNeill. âNot now.â?"
    assert (
        decode(broken.encode()).text
        == "HARBOUR CITY – The port’s pilots won. “We can’t stop,” said Ida O’Neill. “Not now.”"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Le château âgé de la Bâtie, bâtiment d’été",
        "A rămâs în România, unde când mânca pâine",
        "„Spaß“ – „Übergrößen“, GROß“",
        "« activité », café’” encore",
        "NÃO À GUERRA, IRMÃ DE SÃO JOÃO",
        "Việt Nam và Ấn Độ",
        "新华社“北京”",
        "مرحبا «بكم»",
        "©2020 ½ ± £5 – 10 °C",
    ],
)
def test_sound_text_in_any_language_is_left_alone(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.remarks) == (text, ())


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("a\x1b[31mb\x1b[0mc", "abc"),
        ("a\x1b]52;c;SGk=\x07b", "ab"),
        ("a\x1b]0;title\x1b\\b", "ab"),
        ("a\x1b]8;;http://x.example\x1b\\link\x1b]8;;\x1b\\b", "alinkb"),
        ("a\x1bPq#0;2;0\x1b\\b", "ab"),
        ("a\x1b_apc\x1b\\b\x1b^pm\x1b\\c\x1bXsos\x1b\\d", "abcd"),
        ("a\x9b2Jb\x9d0;t\x9cc\x90q\x9cd", "abcd"),
        ("a\x1b]0;never ended\nb", "a\nb"),
        ("a\x1bcb", "ab"),
        ("a\x00b\x07c\x08d\x0ee\x0ff\x7fg", "abcdefg"),
        ("a\u202eb\u2066c\u2069d\u200ee\u061cf", "abcdef"),
        ("pass\u200bw\u2060o\ufeffrd\U000e0041", "password"),
        ("a\ud800b", "a\ufffdb"),
        ("a" + "\u0301" * 50, "á" + "\u0301" * 4),
        ("a" + "\u0489" * 50, "a" + "\u0489" * 8),
        ("ก" + "\u0e49" * 50 + "ข", "ก" + "\u0e49" * 8 + "ข"),
        ("ש" + "\u05b8" * 20 + "\u0591" * 20, "ש" + "\u05b8" * 8),
        ("x\u200dy z\u200cw", "xy zw"),
        ("organi\u00ad\nsation and co\u00adop", "organisation and coop"),
    ],
)
def test_what_a_terminal_would_obey_is_taken_out(hostile: str, harmless: str) -> None:
    assert clean(hostile) == harmless


@pytest.mark.parametrize("text", ["👩‍👩‍👧 at the ❤️ of it, 1️⃣", "می‌خواهم", "بَچِّهٌ‌ها", "क्‍ष", "क़्‍ष"])
def test_joiners_stay_where_signs_are_spelt_with_them(text: str) -> None:
    assert clean(text) == text


def test_every_newline_is_one_newline() -> None:
    assert clean("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_blanks_of_all_widths_are_blanks() -> None:
    assert clean("5\u00a0000\u202f%\u3000a\tb") == "5 000 % a    b"


def test_a_name_stays_on_one_line() -> None:
    assert clean_line("two\nlines\x1b]0;x\x07") == "two↵lines"


def test_escape_sequences_are_remarked() -> None:
    assert decode(b"a\x1b]52;c;SGk=\x07b").remarks == ("Control sequences for the terminal were taken out.",)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\0" * 900, "zero bytes"),
        (bytes(range(256)) * 20, "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, said: str) -> None:
    decoded = decode(data)
    assert (decoded.binary, decoded.text) == (True, "")
    assert said in decoded.remarks[0]


def test_zero_bytes_within_text_are_dropped() -> None:
    assert decode(b"The port\0\0 opened.\n" + b"\0" * 400).text == "The port opened.\n"


def test_what_is_over_the_limit_is_cut_with_a_remark() -> None:
    decoded = decode(b"x" * (SIZE_LIMIT + 5))
    assert len(decoded.text) == SIZE_LIMIT
    assert decoded.remarks == ("The file is over 20 MB: only its beginning is shown.",)
