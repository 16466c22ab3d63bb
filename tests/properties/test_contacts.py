"""What holds of contacts on any text, and that hostile text costs no more than its length."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.contact_formats import csv_table, json_fields, text_block, vcard
from reader.parsing.contacts import find_contacts

_PIECES = (
    "Contact: ", "Media contact:\n", "Press office ", "please contact ", "For more information, ", "Pressekontakt:\n",
    "联系人：", "للتواصل: ", "Jane Roe", "Adam Brook", "王小明", "Spokesperson, ", "Acme Ltd", "Company: ",
    "ACME WINS", "202-555-0143", "(+43 1) 26060-4521/13", "+93 67898767898767", "1-800-HARBOR1", "ext. 5",
    "jane[at]x.example", "A@B.COM+1", "@", "(at)", "https://x.example/a", "Tel: ", "Fax ", "(cell)", " and ", "; ",
    ", ", " - ", "\n", "\n\n", "\t", "###", "İ", "ß", "\u200f", "12 March 2014", "Senator Brook",
)  # fmt: skip
_texts = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=4))).map("".join))


@given(_texts, st.sampled_from([None, "GB", "AT", "zz"]))
def test_contacts_are_whole_on_any_text(text: str, region: str | None) -> None:
    block = find_contacts(text, region=region)
    for span in block.spans:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()
    for contact in block.contacts:
        assert contact.name or contact.emails or contact.phones
        for email in contact.emails:
            assert email.count("@") == 1
            assert email == email.lower()
        for phone in contact.phones:
            assert phone.e164 is None or re.fullmatch(r"\+\d{7,15}", phone.e164, re.ASCII)


@given(_texts)
def test_whatever_is_found_can_be_written(text: str) -> None:
    for contact in find_contacts(text).contacts:
        assert text_block(contact)
        assert vcard(contact).count("\r\nFN:") == 1
        assert json_fields(contact)["name"] == contact.name
        assert csv_table([contact]).count("\r\n") >= 2


@pytest.mark.parametrize(
    "piece",
    [
        "a", "1", "1 ", "@", "(at)", "a@b.co ", "contact: ", "media: ", "Contact Jane Roe ", "Jane Roe\n", "Contact:\n",
        "Contact: Jane Roe, 202-555-0143\n", "please contact Jane Roe at 202-555-0143. ", "press office 202-555-0143 ",
        "联系人：王小明 ", "202-555-0143 ", "\n", "\t", "A", ", ", "https://x.example/a ", "Senator Jane Roe Brook ",
    ],
)  # fmt: skip
def test_hostile_text_takes_time_in_proportion(piece: str) -> None:
    find_contacts(piece * 100)
    small = _seconds(piece * (8_000 // len(piece)))
    large = _seconds(piece * (64_000 // len(piece)))
    assert large < 0.2 + 16 * small


def _seconds(text: str) -> float:
    start = time.process_time()
    find_contacts(text)
    return time.process_time() - start
