"""Nothing that is over is told as if it still held."""

import re
from calendar import month_name, monthrange
from datetime import date, timedelta

import pytest

from bot.answers.catalog import answer
from bot.content.language import languages
from bot.content.topic import question_named, question_names, topics

TODAY = date(2026, 11, 24)
NAMES = [*question_names(), *topics()]
TURNS = {day for name in question_names() for day in question_named(name).from_}
TURNS |= {day for topic in topics().values() for day in topic.whole_from}
MONTHS = list(month_name)[1:]

SENTENCE = {"ja": re.compile(r"[^。\n]+"), "en": re.compile(r"(?:[^.\n]|\.(?=\S))+")}
ENDED = {
    "ja": re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?末?まで(?!に(?:出|入|会社|退職))"),
    "en": re.compile(
        rf"(?i)\b(?:until|by) (?:the end of )?(?:(?P<day>\d\d?) )?(?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})"
    ),
}
PLANNED = {
    "ja": re.compile("予定です|まだ使えません|まだ一般には"),
    "en": re.compile("is planned|Not yet|has not started"),
}
PAST = {
    "ja": re.compile("た$|た（|いました|でした"),
    "en": re.compile(r"\b(was|were|ran|ended|worked|had|said|came|got|didn't|left|issued|joined|urged)\b"),
}
# Advice to show, carry or use a card of the old kind.
OLD_CARD = {
    "ja": re.compile(
        "従来の健康保険証も一緒に持っていく(?=よう)|"
        "(?<!マイナ)(?<!健康)保険証(?!のかわり|として)[^。\\n]{0,25}?"
        "(?:見せてください|持っていく(?=よう)|持っていって(?!も)|使ってください|を使います|まで使えます|で受診できます)"
    ),
    "en": re.compile(
        r"(?i)\b(?:bring|carry|show|use|take) (?:along )?(?:your|the|an) (?:old|insurance|old insurance) card\b"
        r"|\bold (?:health )?insurance card (?:\(従来の健康保険証\) )?works\b(?! any more)"
        r"|(?<!health )insurance cards? works?\b(?! any more)|\bold cards work\b"
    ),
}


def _day(found):
    month = int(found["month"]) if found["month"].isdigit() else MONTHS.index(found["month"].capitalize()) + 1
    year = int(found["year"])
    return date(year, month, int(found["day"] or monthrange(year, month)[1]))


def told_as_current(text, language, today):
    """Return the sentences that speak of something over as if it held."""
    for found in SENTENCE[language].finditer(text):
        sentence = found[0].strip()
        over = any(_day(end) < today for end in ENDED[language].finditer(sentence))
        if over and not PAST[language].search(sentence):
            yield sentence


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("day", [*sorted(TURNS), TODAY], ids=str)
def test_what_is_over_is_told_in_the_past(day, language):
    for name in NAMES:
        assert list(told_as_current(answer(name, language, day).text, language, day)) == [], name


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", NAMES)
def test_today_nothing_is_planned_and_no_old_card_is_to_be_used(name, language):
    text = answer(name, language, TODAY).text
    assert not PLANNED[language].search(text)
    assert not OLD_CARD[language].search(text)


@pytest.mark.parametrize(
    ("language", "sentence", "told"),
    [
        ("ja", "2025年12月1日まで使えます。", True),
        ("ja", "2025年12月1日まで使えました。", False),
        ("ja", "2026年7月末まで届きます。", True),
        ("ja", "2027年3月まで届きます。", False),
        ("en", "Old cards work until 1 December 2025.", True),
        ("en", "Old cards worked until 1 December 2025.", False),
        ("en", "Until the end of July 2026 everybody gets one.", True),
        ("en", "Until March 2027 everybody gets one.", False),
    ],
)
def test_the_check_itself_tells_past_from_present(language, sentence, told):
    assert bool(list(told_as_current(sentence, language, TODAY))) is told


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("topic", ["first_visit", "old_card_validity"])
def test_while_old_cards_worked_the_advice_to_use_them_is_found(topic, language):
    first_days = [date(2024, 12, 1), date(2025, 12, 1)]
    assert any(OLD_CARD[language].search(answer(topic, language, day).text) for day in first_days)


@pytest.mark.parametrize("language", languages())
def test_a_plan_is_found_while_it_is_one(language):
    day = date(2025, 9, 19) - timedelta(days=1)
    for topic in ("smartphone_use", "staff_smartphone_reader"):
        assert PLANNED[language].search(answer(topic, language, day).text)
