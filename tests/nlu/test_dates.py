"""Dates as people write them, read as of Tuesday, 24 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.eligibility_texts import shown
from bot.content.language import languages
from bot.nlu.dates import find_dates

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("language", "text", "year", "month", "day"),
    [
        ("ja", "令和7年12月1日", 2025, 12, 1),
        ("ja", "R7.12.1", 2025, 12, 1),
        ("ja", "2025/12/1", 2025, 12, 1),
        ("ja", "12月1日", None, 12, 1),
        ("ja", "来週の火曜", 2026, 12, 1),
        ("ja", "次の金曜日", 2026, 11, 27),
        ("ja", "来月", 2026, 12, None),
        ("ja", "来月3日", 2026, 12, 3),
        ("ja", "来年の4月", 2027, 4, None),
        ("ja", "昭和45年5月3日生まれ", 1970, 5, 3),
        ("ja", "昭和四十五年五月三日", 1970, 5, 3),
        ("ja", "Ｓ４５．５．３", 1970, 5, 3),
        ("ja", "令和元年５月", 2019, 5, None),
        ("ja", "二〇二五年十二月", 2025, 12, None),
        ("ja", "あさって", 2026, 11, 26),
        ("ja", "3日後", 2026, 11, 27),
        ("ja", "12/24", None, 12, 24),
        ("ja", "昭和64年1月7日", 1989, 1, 7),
        ("ja", "平成1年1月8日", 1989, 1, 8),
        ("ja", "平成元年1月8日", 1989, 1, 8),
        ("ja", "平成31年4月30日", 2019, 4, 30),
        ("ja", "令和元年5月1日", 2019, 5, 1),
        ("ja", "２０２５年１２月１日", 2025, 12, 1),
        ("ja", "二〇二五年十二月一日", 2025, 12, 1),
        ("ja", "来月の3日", 2026, 12, 3),
        ("ja", "再来週の月曜", 2026, 12, 7),
        ("ja", "明後日", 2026, 11, 26),
        ("ja", "去年の3月", 2025, 3, None),
        ("ja", "昭和45年の5月3日", 1970, 5, 3),
        ("ja", "03/04/2026", 2026, 3, 4),
        ("en", "next Tuesday", 2026, 12, 1),
        ("en", "on Friday", 2026, 11, 27),
        ("en", "May 3rd 1970", 1970, 5, 3),
        ("en", "3 May 1970", 1970, 5, 3),
        ("en", "the 5th of May", None, 5, 5),
        ("en", "Dec. 1, 2025", 2025, 12, 1),
        ("en", "12/24/2025", 2025, 12, 24),
        ("en", "2025-12-15", 2025, 12, 15),
        ("en", "in 5 days", 2026, 11, 29),
        ("en", "2 weeks ago", 2026, 11, 10),
        ("en", "the day after tomorrow", 2026, 11, 26),
        ("en", "last month", 2026, 10, None),
        ("en", "since 2019", 2019, None, None),
        ("en", "in two weeks", 2026, 12, 8),
        ("en", "the 3rd of next month", 2026, 12, 3),
        ("en", "03/04/2026", 2026, 4, 3),
        ("en", "this March", 2026, 3, None),
        ("en", "last March", 2026, 3, None),
        ("en", "next March", 2027, 3, None),
        ("en", "last December", 2025, 12, None),
        ("en", "March 3rd last year", 2025, 3, 3),
        ("en", "Reiwa 4 June", 2022, 6, None),
        ("en", "10 June R4", 2022, 6, 10),
        ("en", "Showa 40, on the 9th of August", 1965, 8, 9),
        ("en", "the end of November", None, 11, 30),
        ("en", "end of next month", 2026, 12, 31),
        ("en", "June two years ago", 2024, 6, None),
        ("ja", "11月末", None, 11, 30),
        ("ja", "来月末", 2026, 12, 31),
        ("ja", "令和8年2月末", 2026, 2, 28),
        ("ja", "H30.11.5", 2018, 11, 5),
        ("ja", "3年前の6月", 2023, 6, None),
        ("ja-easy", "らいねんの 4月 1日", 2027, 4, 1),
        ("ko", "5월 3일", None, 5, 3),
        ("ko", "2022년 6월 10일에 발급", 2022, 6, 10),
        ("ko", "다음 달 3일", 2026, 12, 3),
        ("ko", "작년 3월", 2025, 3, None),
        ("ko", "다음 주 화요일", 2026, 12, 1),
        ("ko", "모레", 2026, 11, 26),
        ("ko", "2주 후", 2026, 12, 8),
        ("ko", "3월 말까지", None, 3, 31),
        ("ko", "令和4年6月10日", 2022, 6, 10),
        ("vi", "ngày 3 tháng 5", None, 5, 3),
        ("vi", "tháng 5", None, 5, None),
        ("vi", "ngày 10 tháng 6 năm 2022", 2022, 6, 10),
        ("vi", "tháng 3 năm ngoái", 2025, 3, None),
        ("vi", "ngày 3 tháng sau", 2026, 12, 3),
        ("vi", "thứ ba tuần sau", 2026, 12, 1),
        ("vi", "hai tuần nữa", 2026, 12, 8),
        ("vi", "ngày mai", 2026, 11, 25),
        ("vi", "05/12/2025", 2025, 12, 5),
        ("ja-easy", "こんしゅうの きんようび", 2026, 11, 27),
        ("ja-easy", "かようび", 2026, 12, 1),
        ("ja-easy", "2022年 6月 10日", 2022, 6, 10),
        ("ja-easy", "あした", 2026, 11, 25),
        ("ja-easy", "らいしゅうの かようび", 2026, 12, 1),
        ("ja-easy", "5月 3日に うまれました", None, 5, 3),
        ("ja-easy", "きょねんの 3月", 2025, 3, None),
        ("ja-easy", "昭和45年 5月 3日", 1970, 5, 3),
        ("zh-Hans", "2022年6月10日", 2022, 6, 10),
        ("zh-Hans", "二〇二五年十二月一日", 2025, 12, 1),
        ("zh-Hans", "5月3号", None, 5, 3),
        ("zh-Hans", "令和4年6月10日", 2022, 6, 10),
        ("zh-Hans", "昭和45年5月3日", 1970, 5, 3),
        ("zh-Hans", "后天", 2026, 11, 26),
        ("zh-Hans", "下周二", 2026, 12, 1),
        ("zh-Hans", "这周五", 2026, 11, 27),
        ("zh-Hans", "下个月3号", 2026, 12, 3),
        ("zh-Hans", "去年3月", 2025, 3, None),
        ("zh-Hans", "明年四月", 2027, 4, None),
        ("zh-Hans", "两周后", 2026, 12, 8),
        ("zh-Hans", "3天前", 2026, 11, 21),
        ("zh-Hans", "11月底", None, 11, 30),
        ("zh-Hans", "前年6月", 2024, 6, None),
        ("zh-Hans", "2025/12/1", 2025, 12, 1),
        ("vi", "ngày 10/6/2022", 2022, 6, 10),
        ("vi", "mùng 3 tháng 5", None, 5, 3),
        ("vi", "ngày kia", 2026, 11, 26),
        ("vi", "thứ sáu này", 2026, 11, 27),
        ("vi", "chủ nhật tuần sau", 2026, 12, 6),
        ("vi", "tháng sau", 2026, 12, None),
        ("vi", "3 ngày trước", 2026, 11, 21),
        ("vi", "cuối tháng 11", None, 11, 30),
        ("vi", "năm 2019", 2019, None, None),
        ("vi", "tháng 4 năm sau", 2027, 4, None),
        ("vi", "Reiwa 4 tháng 6", 2022, 6, None),
        ("vi", "ngay 3 thang 5 nam 1970", 1970, 5, 3),
        ("pt-BR", "10 de junho de 2022", 2022, 6, 10),
        ("pt-BR", "3 de maio", None, 5, 3),
        ("pt-BR", "1º de dezembro de 2025", 2025, 12, 1),
        ("pt-BR", "05/12/2025", 2025, 12, 5),
        ("pt-BR", "depois de amanhã", 2026, 11, 26),
        ("pt-BR", "amanha", 2026, 11, 25),
        ("pt-BR", "terça que vem", 2026, 12, 1),
        ("pt-BR", "na sexta-feira", 2026, 11, 27),
        ("pt-BR", "mês que vem", 2026, 12, None),
        ("pt-BR", "dia 3 do mês que vem", 2026, 12, 3),
        ("pt-BR", "março do ano passado", 2025, 3, None),
        ("pt-BR", "há 3 dias", 2026, 11, 21),
        ("pt-BR", "daqui a duas semanas", 2026, 12, 8),
        ("pt-BR", "fim de novembro", None, 11, 30),
        ("pt-BR", "desde 2019", 2019, None, None),
        ("pt-BR", "Showa 45, 3 de maio", 1970, 5, 3),
        ("pt-BR", "令和4年6月10日", 2022, 6, 10),
    ],
)
def test_a_date_is_found(language, text, year, month, day):
    (mention,) = find_dates(text, language, TODAY)
    assert (mention.year, mention.month, mention.day) == (year, month, day)
    assert not mention.impossible


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "2月30日"),
        ("ja", "昭和70年1月1日"),
        ("ja", "2025年13月1日"),
        ("ja", "平成32年1月1日"),
        ("ja", "4月31日"),
        ("en", "30 February"),
        ("en", "2025-02-29"),
        ("ja-easy", "2月 30日"),
        ("zh-Hans", "2月30日"),
        ("zh-Hans", "2025年13月1日"),
        ("vi", "ngày 30 tháng 2"),
        ("vi", "31/4/2026"),
        ("pt-BR", "30 de fevereiro"),
        ("pt-BR", "29/02/2025"),
    ],
)
def test_a_date_that_no_calendar_has_is_known_as_such(language, text):
    (mention,) = find_dates(text, language, TODAY)
    assert mention.impossible


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "49歳です"),
        ("ja", "0120-95-0178"),
        ("en", "you may come"),
        ("ko", "3일간"),
        ("vi", "5 năm"),
        ("ja-easy", "70さいです"),
        ("zh-Hans", "49岁"),
        ("zh-Hans", "3天内"),
        ("zh-Hans", "0120-95-0178"),
        ("vi", "49 tuổi"),
        ("vi", "0120-95-0178"),
        ("pt-BR", "tenho 49 anos"),
        ("pt-BR", "3 cartões"),
        ("pt-BR", "0120-95-0178"),
    ],
)
def test_other_numbers_and_words_are_no_dates(language, text):
    assert find_dates(text, language, TODAY) == []


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [("12月1日", 2025, 12, 1), ("11月24日", 2026, 11, 24), ("3月", 2026, 3, None), ("2020年3月", 2020, 3, None)],
)
def test_a_date_that_is_over_was_last_in_its_latest_year(text, year, month, day):
    (mention,) = find_dates(text, "ja", TODAY)
    over = mention.over(TODAY)
    assert (over.year, over.month, over.day) == (year, month, day)


@given(text=st.text(max_size=60), language=st.sampled_from(sorted(languages())))
def test_no_text_is_too_odd(text, language):
    find_dates(text, language, TODAY)


def read_back(text, language):
    return [date(mention.year, mention.month, mention.day) for mention in find_dates(text, language, TODAY)]


@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_date_is_read_back_as_it_was_written(day):
    for text in (f"{day.year}年{day.month}月{day.day}日", f"{day.year}/{day.month}/{day.day}", day.isoformat()):
        assert read_back(text, "ja") == [day]
    assert read_back(f"{day:%B} {day.day}, {day.year}", "en") == [day]
    for language in languages():
        assert read_back(shown(day, language), language) == [day]
