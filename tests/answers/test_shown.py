"""How values stand in texts: as the language writes them."""

from datetime import date

import pytest

from bot.answers.eligibility_texts import shown


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        (2000, "ja", "2,000"),
        (2000, "en", "2,000"),
        (2000, "vi", "2.000"),
        (date(2026, 12, 1), "ja", "2026年12月1日"),
        (date(2026, 12, 1), "en", "1 December 2026"),
        (date(2026, 12, 1), "zh-Hans", "2026年12月1日"),
        (date(2026, 12, 1), "vi", "1 tháng 12, 2026"),
        (date(2026, 12, 1), "pt-BR", "1 de dezembro de 2026"),
        (2000, "pt-BR", "2.000"),
        ("A4", "ja", "A4"),
    ],
)
def test_a_value_is_written_as_its_language_writes_it(value, language, text):
    assert shown(value, language) == text
