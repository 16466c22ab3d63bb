"""The command line as scripts use it: real processes, real files, exit codes, data apart from narration."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.cli.roots import sample_docs
from reader.library.store import open_library
from reader.parsing.decode import SIZE_LIMIT

RELEASE = """Northmarch Harbour Authority

24 May 2017

Northern pier to be lit again

NORTHMARCH, 24 May 2017 - The northern pier will have its lamp back before winter, the harbour master said today.

"We have waited eleven winters for this lamp," said Ines Calder, the harbour master.

ENDS

Press contact:
Tomas Brandt
Press officer, Northmarch Harbour Authority
Telephone: +44 20 7946 0101
Email: tomas.brandt[at]harbour.example
"""


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reader", *map(str, arguments)]
    done = subprocess.run(command, input=stdin, capture_output=True, check=False, env=os.environ)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def pier(tmp_path: Path) -> Path:
    file = tmp_path / "archive" / "pier.txt"
    file.parent.mkdir()
    file.write_text(RELEASE, encoding="utf-8")
    return file


def test_show_json_is_the_model(pier: Path) -> None:
    done = run("show", "--json", pier)
    release = json.loads(done.stdout)
    assert done.returncode == 0
    assert (release["title"], release["date"]) == ("Northern pier to be lit again", "2017-05-24")
    quote = release["quotes"][0]
    assert release["text"][quote["start"] : quote["end"]] == quote["text"]
    assert {"kind", "speaker", "speaker_start", "speaker_end", "certain", "paragraph"} <= quote.keys()


def test_standard_input_without_end_is_shown_in_part() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "show", "--json", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b"\n" * (SIZE_LIMIT + 1))
        process.stdin.flush()
        try:
            process.wait(60)
        finally:
            process.kill()
        assert process.stdout is not None
        assert "only its beginning is shown" in json.loads(process.stdout.read())["remarks"][0]


def test_standard_input_is_a_release() -> None:
    done = run("show", "--json", "-", stdin=RELEASE.encode())
    assert json.loads(done.stdout)["path"] is None


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(pier: Path, tmp_path: Path) -> None:
    done = run("show", "--json", tmp_path / "gone.txt", pier)
    assert len(done.stdout.splitlines()) == 1
    assert "gone.txt" in done.stderr
    assert done.returncode == 1


def test_search_corrects_words_and_answers_in_json(pier: Path) -> None:
    answer = json.loads(run("search", "nothern peir", pier.parent, "--json").stdout)
    assert answer["total"] == 1
    assert answer["hits"][0]["path"] == str(pier)
    hit = answer["hits"][0]
    assert {"title", "date", "symbol", "score", "snippet", "spans"} <= hit.keys()
    assert {hit["snippet"][start:end].casefold() for start, end in hit["spans"]} <= {
        "northern",
        "pier",
        "northern pier",
    }


def test_search_in_json_says_what_became_of_the_words(pier: Path) -> None:
    answer = json.loads(run("search", "nothern tilte:pier lamp", pier.parent, "--json").stdout)
    assert answer["corrections"] == [{"typed": "nothern", "used": ["northern"]}]
    assert any("title:" in hint for hint in answer["hints"])
    plain = json.loads(run("search", "lamp", pier.parent, "--json").stdout)
    assert (plain["corrections"], plain["hints"], plain["dropped"], plain["suggestion"]) == ([], [], [], None)
    without = json.loads(run("search", "+lamp +zebra", pier.parent, "--json").stdout)
    assert (without["total"], without["dropped"]) == (1, ["+zebra"])
    assert json.loads(run("search", "+lampp", pier.parent, "--json").stdout)["suggestion"] == "+lamp"


@pytest.mark.parametrize("query", ["-flush", "-flush lamp", '-"thick fog"', "-(flush OR hydrant)"])
def test_search_takes_a_query_that_begins_with_a_word_to_leave_out(pier: Path, query: str) -> None:
    for arguments in (query, pier.parent, "--json"), ("--limit", "1", "--json", query, pier.parent):
        answer = json.loads(run("search", *arguments).stdout)
        assert (answer["query"], answer["total"]) == (query, 1)
    assert run("search", "-lamp", pier.parent).returncode == 1


@pytest.mark.parametrize("option", ["--exprot", "-l", "--flush"])
def test_search_refuses_an_option_that_it_does_not_know(pier: Path, option: str) -> None:
    done = run("search", option, "lamp", pier.parent)
    assert (done.returncode, done.stdout) == (2, "")
    assert option in done.stderr


@pytest.mark.parametrize("query", ["lamp on:31/12/2019", "lamp after:2019-13", "lamp lang:e", "lamp on:20"])
def test_search_says_what_it_could_not_take_for_a_value(pier: Path, query: str) -> None:
    assert "does not know" in run("search", query, pier.parent).stderr
    assert len(json.loads(run("search", query, pier.parent, "--json").stdout)["hints"]) == 1


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_search_reads_a_query_a_line(pier: Path, mark: bytes) -> None:
    done = run("search", "-", pier.parent, stdin=mark + b"lamp\nzebra\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(answer["query"], answer["total"]) for answer in answers] == [("lamp", 1), ("zebra", 0)]
    assert done.returncode == 0


def test_a_day_that_only_the_name_of_the_file_tells_stands_in_brackets(tmp_path: Path) -> None:
    file = tmp_path / "2008-01-29-lamp.txt"
    file.write_text('Lamp lit\n\n"The lamp is lit at last," said Ines Calder, who keeps it.\n', encoding="utf-8")
    assert "\n  (2008-01-29)  " in run("search", "lamp", tmp_path).stdout
    (hit,) = json.loads(run("search", "lamp", tmp_path, "--json").stdout)["hits"]
    assert (hit["date"], hit["date_source"]) == ("2008-01-29", "file")
    assert ", (2008-01-29), " in run("quotes", file).stdout
    quote = json.loads(run("quotes", file, "--json").stdout)
    assert (quote["date"], quote["date_source"]) == ("2008-01-29", "file")


def test_standard_input_in_another_encoding_is_read(pier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8:strict")
    done = run("search", "-", pier.parent, stdin=b"caf\xe9\nlamp\n")
    assert [json.loads(line)["query"] for line in done.stdout.splitlines()] == ["caf\ufffd", "lamp"]
    done = run("quotes", "--jsonl", stdin=b'{"id": 1, "text": "caf\xe9"}\n')
    assert json.loads(done.stdout) == {"id": 1, "quotes": []}


def test_output_in_another_encoding_is_written(pier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    pier.write_text(RELEASE.replace('"We', "“We").replace('lamp,"', "lamp,”"), encoding="utf-8")
    done = run("quotes", pier)
    assert (done.returncode, done.stderr) == (0, "")
    assert "    ? Ines Calder\n" in done.stdout
    assert json.loads(run("quotes", pier, "--json").stdout)["text"][0] == "“"


def test_nothing_found_is_one(pier: Path) -> None:
    done = run("search", "zebra", pier.parent)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Nothing found" in done.stderr


def test_quotes_by_speaker_and_subject(pier: Path) -> None:
    found = json.loads(run("quotes", pier, "--who", "caldr", "--about", "winters", "--json").stdout)
    assert found["speaker"] == "Ines Calder"
    assert run("quotes", pier, "--who", "brandt").returncode == 1
    gone = run("quotes", pier.with_name("gone.txt"), pier, "--who", "calder")
    assert (gone.returncode, "Ines Calder" in gone.stdout) == (1, True)
    assert "gone.txt: No such file or directory" in gone.stderr


def test_quotes_of_lines_keep_the_positions_given() -> None:
    text = 'It is late.\n"We have waited\nlong enough," said Ines Calder.'
    line = json.dumps({"id": "a", "text": text})
    answer = json.loads(run("quotes", "--jsonl", stdin=line.encode()).stdout)
    quote = answer["quotes"][0]
    assert (answer["id"], text[quote["start"] : quote["end"]]) == ("a", '"We have waited\nlong enough,"')
    assert quote["text"] == text[quote["start"] : quote["end"]]


def test_a_line_that_is_no_record_is_said_and_the_next_are_answered() -> None:
    lines = b'nonsense\n[1]\n{"id": 3}\n\n{"id": 5, "text": "It is late."}\n'
    done = run("quotes", "--jsonl", stdin=lines)
    assert (done.returncode, json.loads(done.stdout)) == (1, {"id": 5, "quotes": []})
    assert [line.split(" is ")[0] for line in done.stderr.splitlines()] == [f"reader: Line {n}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("format_", "begins"), [("text", "Tomas Brandt"), ("json", "{"), ("vcard", "BEGIN:VCARD"), ("csv", "name")]
)
def test_contacts(pier: Path, format_: str, begins: str) -> None:
    done = run("contacts", pier, "--format", format_)
    assert done.returncode == 0
    assert done.stdout.startswith(begins)
    assert "tomas.brandt@harbour.example" in done.stdout


def test_contacts_as_of_the_country_in_the_settings(pier: Path, home: Path) -> None:
    pier.write_text(RELEASE.replace("+44 20 7946 0101", "0664 9460101").replace("NORTHMARCH, ", ""), encoding="utf-8")
    numbers = []
    for country in ("AT", "GB"):
        (home / "config").mkdir(exist_ok=True)
        (home / "config" / "settings.toml").write_text(f'region = "{country}"\n')
        numbers += [phone["e164"] for phone in json.loads(run("contacts", "--json", pier).stdout)["phones"]]
    assert numbers[0] == "+436649460101"
    assert numbers[1] != numbers[0]


def test_cite(pier: Path) -> None:
    done = run("cite", pier)
    assert done.stdout == (
        "Northmarch Harbour Authority. (2017, May 24). Northern pier to be lit again [Press release].\n"
    )
    assert "para. 2" in run("cite", pier, "--quote", "1").stdout
    assert run("cite", pier, "--style", "appa").returncode == 2
    assert "@" in run("cite", pier, "--format", "biblatex").stdout


def test_cite_goes_on_after_a_release_without_such_a_quotation(pier: Path) -> None:
    silent = pier.with_name("silent.txt")
    silent.write_text("Lamp lit\n\nThe lamp was lit at noon.\n", encoding="utf-8")
    done = run("cite", silent, pier, "--quote", "1")
    assert done.returncode == 1
    assert done.stdout.count("\n") == 1
    assert "Northern pier" in done.stdout
    assert f"{silent}: holds 0 quotations, so there is no 1." in done.stderr


def test_cite_follows_the_settings(tmp_path: Path, home: Path) -> None:
    file = tmp_path / "buoy.md"
    front = "title: Buoy painted\nauthor: Quill Ada\ndate: 2020-03-04\nurl: https://a.example/x"
    file.write_text(f"---\n{front}\n---\n\nA buoy was painted red.\n", encoding="utf-8")
    assert "(Accessed: " in run("cite", file, "--style", "harvard").stdout
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text(
        'style = "harvard"\naccess_date = "never"\nname_order = "family-first"\n', encoding="utf-8"
    )
    cited = run("cite", file).stdout
    assert "Accessed" not in cited
    assert cited.startswith("Quill, A. (2020)")


def test_every_hit_of_a_search_is_exported(pier: Path) -> None:
    for number in range(25):
        (pier.parent / f"{number}.txt").write_text(RELEASE.replace("pier", f"pier {number}"), encoding="utf-8")
    done = run("search", "nothern pier", pier.parent, "--export", "csl-json")
    titles = [item["title"] for item in json.loads(done.stdout)]
    assert len(titles) == 26
    assert len(set(titles)) == 26
    assert "nothern → northern" in done.stderr
    assert "26 records" in done.stderr
    assert run("search", "zzzyxq", pier.parent, "--export", "ris").returncode == 1
    assert run("search", "pier", pier.parent, "--export", "endnote").returncode == 2


def test_index_counts_in_words(pier: Path) -> None:
    assert run("index", pier).stderr == "reader: 1 release in the index, 0 files could not be read\n"


def test_the_screen_is_not_drawn_where_there_is_no_terminal(pier: Path) -> None:
    done = run(pier.parent)
    assert (done.returncode, done.stdout) == (1, "")
    assert "no terminal" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ("cite FILE --format ris --quote 1", "--quote would change nothing beside --format ris"),
        ("cite FILE --format bibtex --json", "--json would change nothing beside --format bibtex"),
        ("cite FILE --format ris --form footnote", "--form would"),
        ("cite FILE --format ris --style nonsense", "--style would"),
        ("cite FILE --form footnote", "--form can be reference or in-text"),
        ("cite FILE --styles", "FILES would change nothing beside --styles"),
        ("cite --styles --json", "--json would"),
        ("contacts FILE --json --format csv", "--format would change nothing beside --json"),
        ("contacts FILE --json --format text", "--format would"),
        ("quotes --jsonl FILE", "FILES would change nothing beside --jsonl"),
        ("quotes --jsonl --who calder", "--who would"),
        ("quotes --jsonl --about lamp", "--about would"),
        ("quotes --jsonl --json", "--json would"),
        ("quotes - --who calder", "- cannot be read beside --who"),
        ("search lamp FILE --export ris --json", "--json would change nothing beside --export"),
        ("search lamp FILE --export ris --limit 20", "--limit would"),
        ("search lamp FILE --export ris --order day", "--order would"),
        ("search - FILE --export ris", "one QUERY"),
        ("- FILE", "- is opened alone"),
    ],
)
def test_what_would_change_nothing_is_refused(pier: Path, arguments: str, reason: str) -> None:
    done = run(*(pier if word == "FILE" else word for word in arguments.split()))
    assert (done.returncode, done.stdout) == (2, "")
    assert reason in done.stderr.splitlines()[-1]


def test_the_same_asked_for_twice_is_given_once(pier: Path) -> None:
    assert json.loads(run("contacts", pier, "--json", "--format", "json").stdout)["name"] == "Tomas Brandt"


@pytest.mark.parametrize("arguments", ["contacts", "cite", "cite --format ris", "show", "quotes", "search lamp"])
def test_one_file_that_cannot_be_read_keeps_nothing_of_the_others_back(pier: Path, arguments: str) -> None:
    binary = pier.with_name("binary.txt")
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    done = run(*arguments.split(), pier, binary)
    assert done.returncode == 1
    assert done.stdout == run(*arguments.split(), pier).stdout != ""
    assert "binary.txt" in done.stderr


@pytest.mark.skipif(not shutil.which("setpriv"), reason="root may read every file")
@pytest.mark.parametrize("arguments", ["show", "contacts", "cite", "quotes", "search lamp", "index"])
def test_a_file_that_may_not_be_read_is_no_wrong_usage(pier: Path, arguments: str) -> None:
    pier.chmod(0)
    as_anybody = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    command = [*as_anybody, sys.executable, "-m", "reader", *arguments.split(), str(pier)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Permission denied" in done.stderr


def test_quotes_of_a_folder_are_those_of_its_files(pier: Path) -> None:
    assert run("quotes", pier.parent).stdout == run("quotes", pier).stdout != ""


def test_a_path_that_is_nowhere_is_wrong_usage() -> None:
    assert "open" not in run("nowhere").stderr
    done = run("nowhere.txt")
    assert done.returncode == 2
    assert "nowhere.txt" in done.stderr


def test_a_closed_pipe_is_no_error(pier: Path) -> None:
    files = shlex.join([str(pier)] * 20)
    for arguments in (f"show {files}", f"search lamp {files} --json", "keys", "--help"):
        command = f"{shlex.quote(sys.executable)} -m reader {arguments} | true"
        done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [("show -", 0), ("quotes --jsonl", 0), ("search - FOLDER", 1), ("keys >&-", 0), ("show nowhere.txt 2>&-", 1)],
)
def test_a_closed_stream_is_an_empty_one(pier: Path, arguments: str, code: int) -> None:
    arguments = arguments.replace("FOLDER", shlex.quote(str(pier.parent)))
    command = f"{shlex.quote(sys.executable)} -m reader {arguments} <&-"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (code, b"")


def test_keys_and_help_and_version() -> None:
    assert any(line.startswith("/ ") for line in run("keys").stdout.splitlines())
    assert all(json.loads(line)["keys"] for line in run("keys", "--json").stdout.splitlines())
    assert run("--version").stdout.startswith("reader")
    assert "Exit codes" in run("--help").stdout


def test_every_sample_is_shown() -> None:
    done = run("show", *sorted(sample_docs().iterdir()))
    assert done.returncode == 0
    assert "\x1b" not in done.stdout


LOCAL_NUMBER = "The lamp is back.\n\nPress contact: Tomas Brandt, 0316 123456\n"


def choose_region(home: Path, region: str) -> None:
    file = home / "config" / "settings.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f'region = "{region}"\n', encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
@pytest.mark.parametrize("arguments", ["keys", "cite --styles"])
def test_a_full_disk_is_said_in_a_line(arguments: str) -> None:
    command = f"{shlex.quote(sys.executable)} -m reader {arguments} > /dev/full"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr.decode().strip() == "reader: The output cannot be written: No space left on device."


def dialled(done: subprocess.CompletedProcess[str]) -> list[str | None]:
    return [phone["e164"] for contact in json.loads(done.stdout)["contacts"] for phone in contact["phones"]]


def test_the_region_of_the_settings_is_that_of_local_numbers(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "lamp.txt"
    file.write_text(LOCAL_NUMBER, encoding="utf-8")
    assert dialled(run("show", "--json", file)) == [None]
    choose_region(home, "AT")
    assert dialled(run("show", "--json", file)) == ["+43316123456"]
    assert dialled(run("show", "--json", "-", stdin=LOCAL_NUMBER.encode())) == ["+43316123456"]
    assert "+43316123456" in run("contacts", "--format", "json", file).stdout


def test_an_index_is_made_again_for_another_region(home: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "lamp.txt").write_text(LOCAL_NUMBER, encoding="utf-8")
    found = []
    for region in ("", "AT", "AU"):
        choose_region(home, region)
        assert run("index", archive).returncode == 0
        with closing(open_library([archive])) as library:
            found += [phone.e164 for row in library.find_contacts() for phone in row.contact.phones]
    assert found == [None, "+43316123456", "+61316123456"]


def test_settings_that_cannot_be_used_stop_no_reading(home: Path, pier: Path) -> None:
    choose_region(home, "Austria")
    done = run("show", "--json", pier)
    assert (done.returncode, json.loads(done.stdout)["date"]) == (0, "2017-05-24")
    assert "region cannot be 'Austria'" in done.stderr
    done = run("contacts", pier)
    assert (done.returncode, "tomas.brandt@harbour.example" in done.stdout) == (0, True)
    assert done.stderr.count("region cannot be 'Austria'") == 1


def test_nothing_is_cited_otherwise_than_the_settings_say(home: Path, pier: Path) -> None:
    choose_region(home, "Austria")
    done = run("cite", pier)
    assert (done.returncode, done.stdout) == (1, "")
    assert "region cannot be 'Austria'" in done.stderr


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_the_doctor_shows_variables_on_one_line_and_without_orders(
    monkeypatch: pytest.MonkeyPatch, form: list[str]
) -> None:
    for name in ("TERM", "TERM_PROGRAM"):
        monkeypatch.setenv(name, "a\x1b]0;pwn\x07\x9b31m\nb")
    lines = run("doctor", *form).stdout.splitlines()
    assert ["a↵b" in line for line in lines].count(True) == 3
    assert all(map(str.isprintable, lines))
