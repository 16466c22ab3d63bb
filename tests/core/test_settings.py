import errno
import os
import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.citing import MARKUPS, STYLES
from reader.errors import SettingsError
from reader.settings import SETTINGS, Settings, default_text, ensure_file, load, save_value, settings_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "settings.toml"


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_nothing_is_needed_to_start(path: Path) -> None:
    assert load(path) == Settings()
    assert not path.parent.exists()


def test_the_folder_can_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELEASE_READER_CONFIG", str(tmp_path / "elsewhere"))
    assert settings_path() == tmp_path / "elsewhere/settings.toml"
    save_value("style", "un")
    assert load() == Settings(style="un")


def test_settings_know_what_the_rest_knows() -> None:
    assert tuple(SETTINGS["style"].choices) == tuple(STYLES)
    assert tuple(SETTINGS["clipboard"].choices) == MARKUPS
    assert tuple(SETTINGS) == Settings._fields
    for key, setting in SETTINGS.items():
        assert setting.allows(getattr(Settings(), key))


def test_the_file_is_written_on_demand_with_a_comment_on_each_line(path: Path) -> None:
    assert ensure_file(path) == path
    assert path.read_text() == default_text()
    assert load(path) == Settings()
    lines = [line for line in path.read_text().splitlines() if line]
    assert all("#" in line for line in lines)
    assert len(lines) == len(SETTINGS) + 1
    assert ensure_file(written(path, 'style = "mla"\n')).read_text() == 'style = "mla"\n'


def test_the_file_is_private(path: Path) -> None:
    save_value("region", "GB", path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [child.name for child in path.parent.iterdir()] == ["settings.toml"]


def test_every_value_can_be_saved_and_read(path: Path) -> None:
    chosen = {
        "style": "oscola",
        "region": "AT",
        "access_date": "never",
        "name_order": "family-first",
        "date_order": "day-first",
        "clipboard": "rtf",
        "theme": "dracula",
    }
    for key, value in chosen.items():
        save_value(key, value, path)
    assert load(path) == Settings(**chosen)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('# mine\n\n  style="apa" # why\nregion = "GB"', '# mine\n\n  style="un" # why\nregion = "GB"'),
        ("style = 'apa'\r\nregion = 'GB'\r\n", "style = \"un\"\r\nregion = 'GB'\r\n"),
        ('# style = "mla"\nstyle\t=\t"a#b"#c\n', '# style = "mla"\nstyle\t=\t"un"#c\n'),
        ("style = 3\n", 'style = "un"\n'),
    ],
)
def test_the_other_lines_stay(path: Path, before: str, after: str) -> None:
    save_value("style", "un", written(path, before))
    assert path.read_bytes() == after.encode()


def test_a_missing_line_is_added_with_its_comment(path: Path) -> None:
    save_value("style", "un", written(path, 'region = "GB"'))
    assert path.read_text().startswith('region = "GB"\nstyle = "un"  # citation style')
    assert load(path) == Settings(style="un", region="GB")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('\nstyle = "apaa"\n', ("line 2", "'apaa'", "apa, mla, chicago-notes")),
        ("style = 3\n", ("line 1", "style cannot be 3")),
        ('region = "gb"\n', ("line 1", "two capital letters")),
        ('theme = ""\n', ("line 1", "name of a theme")),
        ('# x\n\nstlye = "apa"\n', ("line 3", "'stlye' is not a setting", "did you mean style?")),
        ('zzz = "\\u001b[31m"\n', ("line 1", "'zzz' is not a setting; there are: style")),
        ('style = "\\u001b[31m"\n', ("line 1", "'\\x1b[31m'")),
        ('[style]\na = "b"\n', ("line 1", "style cannot be {'a': 'b'}")),
        ("style = \n", ("not valid TOML", "line 1")),
        ('style = "apa"\nstyle = "mla"\n', ("not valid TOML", "line 2")),
        ("style = " + "[" * 5000, ("not valid TOML",)),
        ("style = " + "9" * 5000, ("not valid TOML", "Correct the line or remove the file")),
        ("style = 0x" + "f" * 5000, ("line 1", "style cannot be so long a number; it may be: apa")),
    ],
)
def test_a_wrong_value_is_named_with_its_line_and_what_is_allowed(
    path: Path, text: str, words: tuple[str, ...]
) -> None:
    with pytest.raises(SettingsError) as raised:
        load(written(path, text))
    message = str(raised.value)
    assert str(path) in message
    assert [word for word in words if word not in message] == []
    assert "\x1b" not in message


def test_every_wrong_value_is_named(path: Path) -> None:
    with pytest.raises(SettingsError) as raised:
        load(written(path, 'style = "x"\nregion = "y"\n'))
    assert len(str(raised.value).splitlines()) == 2


def test_a_file_that_is_not_text(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"style = \xff")
    with pytest.raises(SettingsError, match="not UTF-8"):
        load(path)


def test_a_folder_in_place_of_the_file(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(SettingsError, match="cannot be read"):
        load(path)


def test_a_byte_order_mark_does_no_harm(path: Path) -> None:
    assert load(written(path, '\ufeffstyle = "un"\n')) == Settings(style="un")


@pytest.mark.parametrize(("key", "value"), [("style", "x"), ("nonsense", "x"), ("region", "GBR"), ("theme", 'a"\nb')])
def test_a_wrong_value_is_never_saved(path: Path, key: str, value: str) -> None:
    with pytest.raises(SettingsError):
        save_value(key, value, path)
    assert not path.exists()


@pytest.mark.parametrize("text", ["style = \n", '[table]\nstyle = "apa"\n', 'style = """\napa"""\n'])
def test_what_cannot_be_changed_safely_is_left_alone(path: Path, text: str) -> None:
    with pytest.raises(SettingsError):
        save_value("style", "un", written(path, text))
    assert path.read_text() == text


def test_a_folder_that_cannot_be_written(path: Path) -> None:
    written(path.parent, "a file")
    with pytest.raises(SettingsError):
        save_value("style", "un", path)


def test_a_folder_that_cannot_be_made(path: Path) -> None:
    written(path.parent, "a file")
    with pytest.raises(SettingsError, match="cannot be written"):
        ensure_file(path)


def test_a_full_disk_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    written(path, 'style = "mla"\n')
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsError, match="No space left"):
        save_value("style", "un", path)
    assert [child.read_text() for child in path.parent.iterdir()] == ['style = "mla"\n']


def test_a_link_to_the_file_stays_a_link(path: Path, tmp_path: Path) -> None:
    target = written(tmp_path / "dotfiles" / "settings.toml", 'style = "apa"\n')
    path.parent.mkdir()
    path.symlink_to(target)
    save_value("style", "un", path)
    assert path.is_symlink()
    assert target.read_text() == 'style = "un"\n'


keys = st.sampled_from(sorted(SETTINGS))
text_lines = st.lists(
    st.tuples(keys, st.sampled_from(['"apa"', "'GB'", "1", '"a # b"', "[1, 2]"]), st.sampled_from(["", " # c", "\r"])),
    max_size=5,
    unique_by=lambda line: line[0],
)


@given(text_lines, keys)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_saving_changes_one_value_and_nothing_else(tmp_path: Path, lines: list[tuple[str, str, str]], key: str) -> None:
    text = "".join(f"{name} = {value}{end}\n" for name, value, end in lines)
    path = written(tmp_path / "settings.toml", text)
    value = next(iter(SETTINGS[key].choices), "GB" if key == "region" else "dracula")
    save_value(key, value, path)
    after = tomllib.loads(path.read_bytes().decode().replace("\r\n", "\n"))
    assert after == tomllib.loads(text.replace("\r\n", "\n") or default_text()) | {key: value}
