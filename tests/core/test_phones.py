"""Numbers as releases write them, and what they are in E.164."""

import pytest

from reader.parsing.phones import find_numbers, to_e164
from reader.parsing.regions import Regions


@pytest.mark.parametrize(
    ("written", "regions", "e164"),
    [
        ("202/555-0143", ("US",), "+12025550143"),
        ("(202) 555-0143", ("US",), "+12025550143"),
        ("202 224 5455", ("US",), "+12022245455"),
        ("512.354.7000", ("US",), "+15123547000"),
        ("13053067748", ("US",), "+13053067748"),
        ("+1 (702) 718-0807", ("AT",), "+17027180807"),
        ("(+43 1) 26060-5629", ("US",), "+431260605629"),
        ("(+43-699) 1459-5629", ("US",), "+4369914595629"),
        ("+44 (0)20 7946 0123", ("US",), "+442079460123"),
        ("0049 30 123456", ("US",), "+4930123456"),
        ("020 7946 0123", ("GB",), "+442079460123"),
        ("01 99 00 12 34", ("FR",), "+33199001234"),
        ("030/1234-567", ("DE",), "+49301234567"),
        ("06 1234 5678", ("IT",), "+390612345678"),
        ("8 (495) 123-45-67", ("RU",), "+74951234567"),
        ("010-6596 1234", ("CN",), "+861065961234"),
        ("1-800-HARBOR1", ("US",), "+18004272671"),
        ("1-866-SECTOR-ETF", ("US",), "+18667328673"),
    ],
)
def test_number_is_found_whole_and_dialled_right(written: str, regions: tuple[str, ...], e164: str) -> None:
    text = f"Tel: {written} or by mail"
    (number,) = find_numbers(text)
    assert number.as_written == written
    assert to_e164(written, Regions(regions)) == e164


@pytest.mark.parametrize(
    "text",
    [
        "from 2001-2007",
        "Washington, DC 20510-4204",
        "on 12/11/07 and 2017-05-24",
        "a budget of $35,200,000",
        "1.234.567 visitors",
        "the 24 May 2017",
    ],
)
def test_years_dates_sums_and_postal_codes_are_no_numbers(text: str) -> None:
    assert find_numbers(text) == []


def test_number_of_three_digits_and_letters_needs_no_others() -> None:
    assert [number.as_written for number in find_numbers("Call 800-SECTOR now")] == ["800-SECTOR"]


def test_day_before_a_number_is_left_out() -> None:
    assert [number.as_written for number in find_numbers("July 19 2007 410 962 4436")] == ["410 962 4436"]


def test_several_numbers_in_one() -> None:
    assert [number.as_written for number in find_numbers("+43 1 26060-4521/13")] == [
        "+43 1 26060-4521",
        "+43 1 26060-4513",
    ]
    assert [number.as_written for number in find_numbers("202-555-0143/0178")] == ["202-555-0143", "202-555-0178"]
    assert [number.as_written for number in find_numbers("01 99 00 12 34 / 06 39 98 12 34")] == [
        "01 99 00 12 34",
        "06 39 98 12 34",
    ]
    assert len(find_numbers("202-555-0143 202-555-0178")) == 2


@pytest.mark.parametrize("extension", ["ext. 45", "x45", "extension 45", "(ext. 45)", "Durchwahl 45", "доб. 45"])
def test_extension_is_kept_apart(extension: str) -> None:
    (number,) = find_numbers(f"202-555-0143 {extension}")
    assert (number.as_written, number.extension) == ("202-555-0143", "45")


def test_impossible_number_has_no_e164() -> None:
    (number,) = find_numbers("+93 67898767898767")
    assert to_e164(number.as_written, Regions()) is None
    assert to_e164("346-6771", Regions(("US", "GB"))) is None


@pytest.mark.parametrize("written", ["06 12 34 56 78", "555-123-4567", "555.123.4567", "954 123 456"])
def test_number_of_another_country_gets_no_guessed_country_code(written: str) -> None:
    assert to_e164(written, Regions((), ("US", "GB", "CA"))) is None


@pytest.mark.parametrize(
    ("written", "guessed", "e164"),
    [
        ("01632 960123", ("US", "GB", "CA"), "+441632960123"),
        ("07700 900123", ("US", "GB", "CA"), "+447700900123"),
        ("06 39 98 12 34", ("FR", "CA", "BE"), "+33639981234"),
        ("1800 123 456", ("AU",), "+611800123456"),
        ("（020）7946 0123", ("US", "GB", "CA"), "+442079460123"),
        ("91 123 45 67", ("ES", "MX", "AR"), "+34911234567"),
    ],
)
def test_number_that_a_guessed_country_has_is_its_own(written: str, guessed: tuple[str, ...], e164: str) -> None:
    assert to_e164(written, Regions((), guessed)) == e164


def test_number_that_no_country_has_is_of_the_one_in_the_settings() -> None:
    assert to_e164("0316 123456", Regions((), ("GB", "US"), ("GB",))) == "+44316123456"
    assert to_e164("0316 123456", Regions(("AT",), ("GB", "US"), ("GB",))) == "+43316123456"


def test_region_that_the_release_names_comes_before_a_guess() -> None:
    assert to_e164("07700 900123", Regions(("GB",), ("US", "IN"))) == "+447700900123"
    assert to_e164("06 1234 5678", Regions((), ("IT",))) == "+390612345678"
