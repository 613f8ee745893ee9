"""The parts that the rules are made of."""

import re
from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from actions.eligibility.calendar_arithmetic import add_months, age_on, birthday_in, nth_birthday_after
from actions.eligibility.checks import CHECKS
from actions.eligibility.facts import Facts, types_of, values_of
from actions.eligibility.implications import implied
from actions.eligibility.parameters import Parameter, Parameters, parameters, register
from actions.eligibility.partial_date import DatedPartly, PartialDate
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
    known = register()["kouki_certificates_end"]
    assert (known.past_horizon(HORIZON), known.past_horizon(date(2026, 8, 1))) == (False, True)
    assert not known.model_copy(update={"horizon": None}).past_horizon(date.max)


@pytest.mark.parametrize(
    ("day", "value"),
    [("2020-01-01", 2000), ("2027-03-31", 2000), ("2027-04-01", 2500), ("2029-12-31", 2500), ("2030-01-01", 2600)],
)
def test_a_parameter_changes_on_its_day(day, value):
    series = [{"value": 2000}, {"from": "2027-04-01", "value": 2500}, {"from": "2030-01-01", "value": 2600}]
    fee = Parameter.model_validate({"series": series, "source": register()["reissue_fee"].source})
    assert fee.on(date.fromisoformat(day)) == value


def test_before_a_series_begins_its_first_value_holds():
    series = [{"from": "2027-04-01", "value": 1}, {"from": "2028-04-01", "value": 2}]
    known = Parameter.model_validate({"series": series, "source": register()["reissue_fee"].source})
    assert known.on(date(2027, 3, 31)) == 1


def test_every_parameter_names_a_leaflet():
    sources = [parameter.source for parameter in register().values()]
    assert all(source.leaflet in leaflets() and source.where for source in sources)
    assert register().keys() == Parameters.model_fields.keys() == dict(parameters(HORIZON)).keys()


@pytest.mark.parametrize(
    ("told", "then"),
    [
        ({"registered": True}, {"card": "at_hand"}),
        ({"registered": True, "card": "lost"}, {"situation": "lost"}),
        ({"registered": False}, {}),
        ({"in_use": True}, {"registered": True, "card": "at_hand"}),
        ({"deregistered": True}, {"registered": False, "card": "at_hand"}),
        ({"card": "damaged"}, {"situation": "damaged"}),
        ({"situation": "damaged"}, {"card": "damaged"}),
        ({"situation": "first_card"}, {"card": "none"}),
        ({"card": "on_phone_only"}, {"card_on_phone": True}),
        ({"electronic_certificate_until": date(2027, 5, 3)}, {"card": "at_hand"}),
        ({"electronic_certificate": "expired"}, {"card": "at_hand"}),
        ({"electronic_certificate": "valid"}, {}),
        ({"card_validity": "expired"}, {"card": "at_hand", "electronic_certificate": "expired"}),
        ({"certificate_until": date(2027, 5, 3)}, {"certificate": True}),
        ({"certificate_from": date(2025, 12, 2)}, {"certificate": True}),
        ({"certificate_copy": True}, {"certificate": False}),
        ({"old_card_until": date(2025, 7, 31)}, {"old_card": True}),
        ({"filed_on": date(2026, 11, 17)}, {"joining_now": True}),
        ({"insurer": "kokuyo"}, {"scheme": "society"}),
        ({"insurer": "other"}, {}),
        ({"face_and_pin_work": False}, {"card": "at_hand"}),
        ({"age": 75}, {"scheme": "kouki"}),
        ({"age": 74}, {}),
        ({"age": 80, "scheme": "kokuho"}, {}),
        ({"born_on": PartialDate("1951-11-30")}, {"scheme": "kouki"}),
        ({"born_on": PartialDate("1951-12-01")}, {}),
        ({"born_on": PartialDate("1951-12-01"), "visit_day": date(2026, 12, 1)}, {"scheme": "kouki"}),
        ({"born_on": PartialDate("1951")}, {}),
        ({"born_on": PartialDate("--12-01")}, {}),
        (
            {"born_on": PartialDate("2003-06-10"), "issued_on": PartialDate("2021-06-10")},
            {"adult_at_issue": True, "card": "at_hand"},
        ),
        (
            {"born_on": PartialDate("2003-06-11"), "issued_on": PartialDate("2021-06-10")},
            {"adult_at_issue": False, "card": "at_hand"},
        ),
        ({"born_on": PartialDate("2003"), "issued_on": PartialDate("2021-06-10")}, {"card": "at_hand"}),
        ({"age": 24, "issued_on": PartialDate("2021")}, {"adult_at_issue": True, "card": "at_hand"}),
        ({"age": 23, "issued_on": PartialDate("2021")}, {"card": "at_hand"}),
    ],
)
def test_what_follows_from_a_fact(told, then):
    assert implied(told, date(2026, 11, 30)) == told | then


def test_the_values_of_a_fact():
    assert values_of("reader") == ("works", "down", "none")
    assert values_of("registered") == (True, False)
    assert values_of("age") == values_of("card_until") == values_of("born_on") == ()
    assert (Facts.kind("age"), Facts.kind("born_on"), Facts.kind("card_until")) == ("number", "date", "date")
    assert (Facts.kind("registered"), Facts.kind("card")) == ("yes_no", "choice")
    assert types_of("card_until") == {date}


def test_what_is_possible_has_its_dates():
    facts = Facts(born_on="1970-09-15", issued_on="2021-09")
    decision = CHECKS["check_expiry_dates"].decide(facts, date(2024, 1, 1))
    until = [{entry.name: entry.day for entry in case.dates}["certificate_until"] for case in decision.cases]
    assert until == [date(2026, 9, 15), date(2025, 9, 15)]


@pytest.mark.parametrize("age", [-1, 131])
def test_an_age_that_nobody_has_is_refused(age):
    assert not Facts.takes("age", age)


def test_checks_are_what_their_files_are_called():
    assert {name: check.name for name, check in CHECKS.items()} == {name: name for name in CHECKS}
    assert all(set(check.asks) | set(check.dates) <= Facts.model_fields.keys() for check in CHECKS.values())


def test_a_date_that_is_partly_known_is_told_to_programs_as_text():
    told = TypeAdapter(PartialDate)
    assert told.validate_python("2021-03") == told.validate_python(PartialDate("2021-03")) == PartialDate("2021-03")
    assert told.dump_python(PartialDate("2021-03"), mode="json") == "2021-03"
    for wrong in (2021, None, "March", date(2021, 3, 1)):
        with pytest.raises(ValidationError):
            told.validate_python(wrong)
    schema = told.json_schema()
    assert schema.keys() == {"type", "pattern", "examples"} and schema["type"] == "string"
    assert schema["examples"] == ["1970-05-03", "2021-03"]
    assert all(
        re.search(schema["pattern"].replace("?<", "?P<"), text) for text in (*schema["examples"], "2021", "--05-03")
    )
    assert not any(re.search(schema["pattern"].replace("?<", "?P<"), text) for text in ("x2021", "2021x", "March"))


def test_what_comes_once_has_a_year():
    told = TypeAdapter(DatedPartly)
    assert told.validate_python("2021-03") == PartialDate("2021-03")
    with pytest.raises(ValidationError, match="write the year too"):
        told.validate_python("--05-03")
