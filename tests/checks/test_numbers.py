"""A date or number that one language has, the other must have."""

import pytest

from bot.checks.numbers import differences, numbers_in


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("2025年12月1日まで", "until 1 December 2025"),
        ("手数料は2,000円、２０００円", "the fee is 2,000 yen"),
        ("0120-95-0178、9:30〜20:00", "0120-95-0178, 9:30–20:00"),
        ("5月の数字", "the figures of May"),
        ("約1,500万人", "about 15 million people"),
        ("{fact.days}日", "{fact.days} days"),
    ],
)
def test_the_same_said_twice_has_no_difference(ja, en):
    assert differences({"ja": ja, "en": en}) == []


@pytest.mark.parametrize(
    ("ja", "en", "problem"),
    [
        ("2025年12月1日まで", "until 2 December 2025", ["ja lacks 2", "en lacks 1"]),
        ("3か月前から", "three months before", ["en lacks 3"]),
        ("{fact.days}日", "5 days", ["ja lacks 5", "en lacks {fact.days}"]),
    ],
)
def test_a_difference_is_named(ja, en, problem):
    assert differences({"ja": ja, "en": en}) == problem


def test_may_is_only_a_month_when_it_is_written_as_one():
    assert numbers_in("you may come in May", "en") == {"5"}
