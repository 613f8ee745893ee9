"""The parts that the rules are made of."""

from datetime import date

import pytest

from actions.eligibility.calendar_arithmetic import add_months, age_on, birthday_in, nth_birthday_after
from actions.eligibility.expiry_dates import ExpiryFacts, check_expiry_dates
from actions.eligibility.parameters import Parameter, parameters
from actions.eligibility.partial_date import PartialDate
from bot.content.source import leaflets

HORIZON = date(2026, 7, 31)


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("1970-05-03", 1970, 5, 3),
        ("2021-03", 2021, 3, None),
        ("2021", 2021, None, None),
        ("--05-03", None, 5, 3),
        ("--02-29", None, 2, 29),
        ("2024-02-29", 2024, 2, 29),
        ("1850", 1850, None, None),
        ("2200-12-31", 2200, 12, 31),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(text, year, month, day):
    read = PartialDate(text)
    assert (read.text, read.year, read.month, read.day) == (text, year, month, day)
    assert read == PartialDate(text) and hash(read) == hash(PartialDate(text)) and read != PartialDate("2022")
    assert read != text


@pytest.mark.parametrize("text", ["", "2021-3", "21-03-04", "03-04", "--05", "2021-03-04-05", "2021-03-04 "])
def test_a_date_that_is_written_otherwise_is_refused(text):
    with pytest.raises(ValueError, match=r"^write the date as YYYY-MM-DD, YYYY-MM, YYYY or --MM-DD$"):
        PartialDate(text)


@pytest.mark.parametrize(
    "text",
    [
        *("2021-13", "2021-13-01", "2021-99", "2021-00", "2021-00-01", "2021-05-00", "2021-02-30", "2023-02-29"),
        *("--02-30", "--04-31", "--00-01", "--05-00", "1849", "2201", "2201-05-03"),
    ],
)
def test_a_date_that_no_calendar_has_is_refused(text):
    with pytest.raises(ValueError, match=f"^there is no such date as {text}$"):
        PartialDate(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2023-02-07", date(2023, 2, 7), date(2023, 2, 7)),
    ],
)
def test_a_date_known_in_part_lies_between_two_days(text, first, last):
    assert (PartialDate(text).first, PartialDate(text).last) == (first, last)


def test_birthdays_and_months():
    assert birthday_in(2023, 2, 29) == date(2023, 2, 28)
    assert birthday_in(2024, 2, 29) == date(2024, 2, 29)
    assert nth_birthday_after(date(2020, 6, 10), 6, 10, 1) == date(2021, 6, 10)
    assert nth_birthday_after(date(2020, 6, 9), 6, 10, 1) == date(2020, 6, 10)
    assert add_months(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert add_months(date(2026, 1, 31), -11) == date(2025, 2, 28)
    assert (age_on(date(2026, 6, 9), date(2020, 6, 10)), age_on(date(2026, 6, 10), date(2020, 6, 10))) == (5, 6)


def test_a_parameter_is_past_its_horizon_the_day_after_it():
    known = Parameter[int](value=1, source=parameters().new_cards_end.source, horizon=HORIZON)
    assert (known.past_horizon(HORIZON), known.past_horizon(date(2026, 8, 1))) == (False, True)
    assert not known.model_copy(update={"horizon": None}).past_horizon(date.max)


def test_what_is_possible_has_its_dates():
    facts = ExpiryFacts(born_on="1970-09-15", issued_on="2021-09", unfiled_change=False)
    decision = check_expiry_dates(facts, date(2024, 1, 1))
    until = [{entry.name: entry.day for entry in item.dates}["certificate_until"] for item in decision.possible]
    assert until == [date(2025, 9, 15), date(2026, 9, 15), date(2026, 9, 15)]


def test_every_parameter_names_a_leaflet():
    sources = [getattr(parameters(), name).source for name in type(parameters()).model_fields]
    assert all(source.leaflet in leaflets() and source.where for source in sources)
