"""What the check says of the words that dates are made of."""

import pytest

from bot.checks.words import word_problems
from bot.content.files import ContentError
from bot.content.language import known_languages
from bot.nlu.dates import vocabulary as dates_vocabulary
from bot.nlu.dates.patterns import patterns
from bot.nlu.dates.vocabulary import vocabulary


@pytest.fixture(autouse=True)
def _read_anew():
    yield
    patterns.cache_clear()
    vocabulary.cache_clear()


def test_every_word_can_be_read():
    assert list(word_problems()) == []


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("order: month-day\npatterns: ['<mnth> 월']", "mnth"),
        ("order: month-day\npatterns: ['(<month> 월']", "pattern can't be read"),
        ("order: sideways", "order"),
        ("order: month-day\ndayz: {오늘: 0}", "dayz"),
    ],
)
def test_dates_that_can_not_be_read_are_named(tmp_path, monkeypatch, written, problem):
    path = tmp_path / "dates.yml"
    path.write_text(written, "utf-8")
    monkeypatch.setattr(dates_vocabulary, "localised", lambda file, language: path)
    patterns.cache_clear()
    vocabulary.cache_clear()
    with pytest.raises(ContentError, match=problem):
        patterns("ko")


def test_what_a_language_leaves_out_is_as_in_the_one_that_it_falls_back_to(tmp_path):
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx-plain").mkdir()
    whole = "order: 1\nname: X\ntag: xx\nlocale: en\ntokenizer: {library: spacy, code: en}\nscripts: [latin]\n"
    (tmp_path / "xx" / "language.yml").write_text(f"{whole}phrase_edges: []\npiece_sizes: [1, 2]\nasked_as: [x]\n")
    (tmp_path / "xx-plain" / "language.yml").write_text("order: 2\nname: Plain X\nfallback: xx\nasked_as: [plain x]\n")
    plain = known_languages(tmp_path)["xx-plain"]
    assert (plain.tag, plain.scripts, plain.piece_sizes, plain.name) == ("xx", ("latin",), (1, 2), "Plain X")


def test_a_language_can_not_fall_back_to_one_that_is_not_there(tmp_path):
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "language.yml").write_text("order: 1\nname: X\nfallback: yy\nasked_as: [x]\n")
    with pytest.raises(ContentError, match="yy"):
        known_languages(tmp_path)
