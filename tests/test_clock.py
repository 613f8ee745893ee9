"""The clock: the time in Tokyo, on the day that is fixed where one is."""

from datetime import datetime, timedelta

from bot import clock


def test_now_is_tokyo_s_time():
    assert clock.now().utcoffset() == timedelta(hours=9)
    assert abs(clock.now() - datetime.now(clock.TOKYO)) < timedelta(seconds=5)


def test_a_fixed_day_fixes_both(on_day):
    on_day("2025-12-01")
    assert clock.today().isoformat() == "2025-12-01"
    assert clock.now().isoformat().startswith("2025-12-01T")
    assert clock.now().utcoffset() == timedelta(hours=9)
