"""Nothing that is over is told as if it still held."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from babel.dates import get_month_names

from bot.answers.catalog import answer
from bot.content.language import languages
from bot.content.topic import question_named, question_names, topics

TODAY = date(2026, 11, 24)
NAMES = [*question_names(), *topics()]
TURNS = {day for name in question_names() for day in question_named(name).from_}
TURNS |= {day for topic in topics().values() for day in topic.whole_from}


@dataclass
class Telling:
    """How a language tells of what is over, planned, or of the old kind."""

    months: list[str]
    sentence: re.Pattern[str]
    ended: re.Pattern[str]
    planned: re.Pattern[str]
    past: re.Pattern[str]
    old_card: re.Pattern[str]

    def day(self, found):
        month, year = found["month"], int(found["year"])
        number = int(month) if month.isdigit() else self.months.index(month.lower()) + 1
        return date(year, number, int(found["day"] or monthrange(year, number)[1]))

    def told_as_current(self, text, today):
        """Return the sentences that speak of something over as if it held."""
        for found in self.sentence.finditer(text):
            sentence = found[0].strip()
            over = any(self.day(end) < today for end in self.ended.finditer(sentence))
            if over and not self.past.search(sentence):
                yield sentence


def telling(language, patterns):
    months = [name.lower() for name in get_month_names("wide", locale=languages()[language].locale).values()]
    names = ("sentence", "ended", "planned", "past", "old_card")
    filled = {name: patterns[name].replace("{months}", "|".join(months)) for name in names}
    return Telling(months, **{name: re.compile(pattern, re.IGNORECASE) for name, pattern in filled.items()})


WRITTEN = yaml.safe_load(Path(__file__).with_name("today.yml").read_text("utf-8"))
TELLING = {language: telling(language, patterns) for language, patterns in WRITTEN.items()}


def sentences(caught, passed):
    """The sentences of a language, and whether each is caught."""
    kinds = ((caught, True), (passed, False))
    return [(key, said, told) for key, patterns in WRITTEN.items() for kind, told in kinds for said in patterns[kind]]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("day", [*sorted(TURNS), TODAY], ids=str)
def test_what_is_over_is_told_in_the_past(day, language):
    for name in NAMES:
        assert list(TELLING[language].told_as_current(answer(name, language, day).text, day)) == [], name


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", NAMES)
def test_today_nothing_is_planned_and_no_old_card_is_to_be_used(name, language):
    text = answer(name, language, TODAY).text
    assert not TELLING[language].planned.search(text)
    assert not TELLING[language].old_card.search(text)


@pytest.mark.parametrize(("language", "sentence", "told"), sentences("over", "right"))
def test_the_check_itself_tells_past_from_present(language, sentence, told):
    assert bool(list(TELLING[language].told_as_current(sentence, TODAY))) is told


@pytest.mark.parametrize(("language", "sentence", "told"), sentences("cards", "other"))
def test_the_check_itself_knows_advice_to_use_an_old_card(language, sentence, told):
    assert bool(TELLING[language].old_card.search(sentence)) is told


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("topic", ["first_visit", "old_card_validity"])
def test_while_old_cards_worked_the_advice_to_use_them_is_found(topic, language):
    first_days = [date(2024, 12, 1), date(2025, 12, 1)]
    assert any(TELLING[language].old_card.search(answer(topic, language, day).text) for day in first_days)


@pytest.mark.parametrize("language", languages())
def test_a_plan_is_found_while_it_is_one(language):
    day = date(2025, 9, 19) - timedelta(days=1)
    for topic in ("smartphone_use", "staff_smartphone_reader"):
        assert TELLING[language].planned.search(answer(topic, language, day).text)
