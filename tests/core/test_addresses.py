"""E-mail and web addresses, obfuscated, glued and plain."""

import pytest

from reader.parsing.addresses import find_emails, find_urls


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("dana.whitfield[at]harbour.example", "dana.whitfield@harbour.example"),
        ("dana (at) harbour (dot) example", "dana@harbour.example"),
        ("dana [dot] whitfield [at] harbour [dot] example", "dana.whitfield@harbour.example"),
        ("dana{at}harbour.example.", "dana@harbour.example"),
        ("dana&#64;harbour.example", "dana@harbour.example"),
        ("<PRESS@HARBOUR.EXAMPLE>", "press@harbour.example"),
        ("mailto:o'neil@harbour.example", "o'neil@harbour.example"),
        ("Investor RelationsIR@ACME.COM+1 (702) 718-0807", "ir@acme.com"),
        ("512.354.7000 OfficeEditor@AcmeWire.com", "editor@acmewire.com"),
        ("Jane Harringtonjane.harrington@acme.com", "jane.harrington@acme.com"),
        ("555-0100jane@acme.com", "jane@acme.com"),
        ("info@acme.comPhone: 12", "info@acme.com"),
        ("JaneRoe@acme.com", "janeroe@acme.com"),
    ],
)
def test_address_is_what_one_would_type(text: str, address: str) -> None:
    assert [found.value for found in find_emails(text)] == [address]


@pytest.mark.parametrize(
    "text", ["meet @ IBN that day", "logo@2x.png", "at the house at example.org", "a@b", "see @name"]
)
def test_prose_is_no_address(text: str) -> None:
    assert find_emails(text) == []


def test_addresses_lie_where_they_say() -> None:
    text = "Mail dana[at]x.example; or owen@y.example."
    assert [text[found.start : found.end] for found in find_emails(text)] == ["dana[at]x.example", "owen@y.example"]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("Web: https://acme.comEmail: ir@acme.com", "https://acme.com"),
        ("Austin, Texaswww.AcmeWire.com512.354.7000 Office", "www.AcmeWire.com"),
        ("(see https://acme.com/press_(2024).)", "https://acme.com/press_(2024)"),
        ("Websitehttp://www.acme.com", "http://www.acme.com"),
        ("harbour.org", "harbour.org"),
    ],
)
def test_web_address_ends_where_the_next_label_begins(text: str, url: str) -> None:
    assert [found.value for found in find_urls(text, bare=True)] == [url]
