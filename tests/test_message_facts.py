"""A value as a message tells it, as a case takes it, on Tuesday, 24 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.message_facts import Told, read_facts, read_value

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("fact", "told", "read"),
    [
        ("electronic_certificate_until", "2026-03", "2026-03-31"),
        ("electronic_certificate_until", "--03", "2027-03-31"),
        ("electronic_certificate_until", "--11", "2026-11-30"),
        ("electronic_certificate_until", "--02-29", "2028-02-29"),
        ("electronic_certificate_until", "2027", None),
        ("visit_day", "--12-01", "2026-12-01"),
        ("visit_day", "--11-23", "2027-11-23"),
        ("filed_on", "--11-23", "2026-11-23"),
        ("issued_on", "--05-03", "2026-05-03"),
        ("issued_on", "--12-03", "2025-12-03"),
        ("issued_on", "--03", "2026-03"),
        ("issued_on", "--12", "2025-12"),
        ("issued_on", "impossible", None),
        ("born_on", "--05-03", "--05-03"),
        ("born_on", "--10", "2026-10"),
        ("registered", "yes", True),
        ("registered", "false", False),
        ("registered", "2026-03", None),
        ("card", "yes", None),
        ("card", "void", "void"),
        ("age", "78", 78),
        ("age", "131", None),
        ("age", "old", None),
        ("weather", "fine", None),
    ],
)
def test_a_value_is_read(fact, told, read):
    assert read_value(fact, told, TODAY) == read


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ({"electronic_certificate_until": "expired"}, {"electronic_certificate": "expired"}),
        ({"card_until": "valid"}, {"card_validity": "valid"}),
        ({"certificate_until": "expired"}, {}),
        ({"card": "lost", "weather": "fine"}, {"card": "lost"}),
    ],
)
def test_a_state_in_the_place_of_a_date_is_a_state(told, read):
    assert read_facts(told, TODAY) == read


@pytest.mark.parametrize(
    ("entities", "facts", "answers"),
    [
        ([{"entity": "fact", "role": "card", "value": "lost"}], {"card": "lost"}, []),
        ([{"entity": "fact", "value": "registered=true"}], {"registered": "true"}, []),
        ([{"entity": "fact", "value": "born_on=--05-03"}], {"born_on": "--05-03"}, []),
        ([{"entity": "fact", "value": "nonsense"}], {}, []),
        ([{"entity": "answer", "value": "undo"}], {}, ["undo"]),
        ([{"entity": "unused", "role": "ambiguous", "value": "12/5"}], {}, []),
    ],
)
def test_facts_come_from_words_and_from_buttons(entities, facts, answers):
    told = Told.from_entities(entities)
    assert ({name: value for name, value in told.facts.items() if name}, told.answers) == (facts, answers)


@pytest.mark.parametrize(
    ("told", "read"),
    [("--11", "2026-11-23"), ("2026-11", "2026-11-23"), ("--10", "2026-10-31"), ("--12", "2025-12-31")],
)
def test_what_has_run_out_did_so_before_today(told, read):
    assert read_value("electronic_certificate_until", told, TODAY, over=True) == read


@given(month=st.integers(1, 12), today=st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_a_month_that_is_over_is_the_latest_and_one_to_come_the_nearest(month, today):
    over, to_come = (
        date.fromisoformat(read_value("old_card_until", f"--{month:02d}", today, over=over)) for over in (True, False)
    )
    assert over < today <= to_come
    assert to_come.month == month
    assert over.month == month or (month, today.day) == (today.month, 1)
