"""A language in which a number can't be read is a problem."""

from bot.checks.number_words import lacking_figures, number_reading_problems, number_word_problems, said_twice
from bot.content.language import known_languages
from bot.content.numerals import Numerals, numerals


def test_every_language_can_read_numbers():
    assert [*number_word_problems(), *number_reading_problems()] == []
    assert {entry.language for entry in numerals()} | {"ja-easy"} == set(known_languages())


def test_a_figure_without_a_word_is_told():
    words = {str(value): value for value in range(9)}
    assert lacking_figures(Numerals(language="xx", edges=(), names=("n",), others=("o",), words=words)) == [9]


def test_a_word_that_says_two_numbers_is_told():
    assert list(said_twice({"a": 0, "b": 1, "A": 7})) == ["'A' says 0 and 7"]
