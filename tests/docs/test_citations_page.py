from reader.citing import EXPORTS, STYLES
from tests.docs.citations_page import PAGE, page


def test_the_page_shows_what_the_program_does_today() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.docs.citations_page"


def test_the_page_shows_every_style_and_export() -> None:
    text = page()
    for name, style in STYLES.items():
        assert f"`{name}`" in text
        assert style.source in text
    for name in EXPORTS:
        assert f"### {name}\n" in text
