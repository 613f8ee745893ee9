"""A value as a message tells it, as a check takes it, on Tuesday, 24 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.eligibility.checks import CHECKS
from actions.message_facts import read_value

TODAY = date(2026, 11, 24)
VISIT, EXPIRY, EXPRESS = (
    CHECKS[name].facts for name in ("check_visit_document", "check_expiry_dates", "check_express_issue")
)


@pytest.mark.parametrize(
    ("form", "fact", "told", "read"),
    [
        (VISIT, "electronic_certificate_until", "2026-03", "2026-03-31"),
        (VISIT, "electronic_certificate_until", "--03", "2027-03-31"),
        (VISIT, "electronic_certificate_until", "--11", "2026-11-30"),
        (VISIT, "electronic_certificate_until", "--02-29", "2028-02-29"),
        (VISIT, "electronic_certificate_until", "2027", None),
        (VISIT, "electronic_certificate_until", "expired", None),
        (VISIT, "visit_day", "--12-01", "2026-12-01"),
        (VISIT, "visit_day", "--11-23", "2027-11-23"),
        (EXPIRY, "issued_on", "--05-03", "2026-05-03"),
        (EXPIRY, "issued_on", "--12-03", "2025-12-03"),
        (EXPRESS, "born_on", "--10", "2026-10"),
        (EXPRESS, "born_on", "under_one", "under_one"),
        (EXPIRY, "born_on", "under_one", None),
        (VISIT, "registered", "yes", True),
        (VISIT, "registered", "2026-03", None),
        (VISIT, "card", "yes", None),
        (EXPIRY, "born_on", "--05-03", "--05-03"),
        (EXPIRY, "issued_on", "--03", "2026-03"),
        (EXPIRY, "issued_on", "--12", "2025-12"),
        (EXPIRY, "issued_on", "impossible", None),
        (EXPRESS, "born_on", "--10-03", "2026-10-03"),
        (EXPRESS, "born_on", "--12-03", "2025-12-03"),
    ],
)
def test_a_value_is_read(form, fact, told, read):
    assert read_value(form, fact, told, TODAY) == read


@pytest.mark.parametrize(
    ("told", "read"),
    [("--11", "2026-11-23"), ("2026-11", "2026-11-23"), ("--10", "2026-10-31"), ("--12", "2025-12-31")],
)
def test_what_has_run_out_did_so_before_today(told, read):
    assert read_value(VISIT, "electronic_certificate_until", told, TODAY, over=True) == read


@given(month=st.integers(1, 12), today=st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_a_month_that_is_over_is_the_latest_and_one_to_come_the_nearest(month, today):
    over, to_come = (
        date.fromisoformat(read_value(VISIT, "old_card_until", f"--{month:02d}", today, over=over))
        for over in (True, False)
    )
    assert over < today <= to_come
    assert to_come.month == month
    assert over.month == month or (month, today.day) == (today.month, 1)
