"""What a message asks: alone, in parts, or going on from the question before."""

from dataclasses import replace

import pytest

from bot.nlu.reading import Reading, read
from bot.nlu.two_stages import Ranking

FEE = [("fee", 0.9), ("general", 0.1)]


class Model:
    """Ranks as a table says; what it doesn't know it is unsure of."""

    UNSURE = Ranking(
        [("renewal", 0.2), ("reception", 0.15), ("lost_reissue", 0.1), ("greet", 0.1)], {"renewal": FEE}, 0.05
    )

    def __init__(self, table, follows=()):
        self._table, self._follows = table, follows

    def rank(self, text, language, held=None):
        ranking = self._table.get(text, self.UNSURE)
        return replace(ranking, follows=0.95) if text in self._follows else ranking


def surely(topic, question):
    rest = {"greet", "lost_reissue", "renewal", "reception"} - {topic}
    return Ranking([(topic, 0.94), *((name, 0.02) for name in rest)], {topic: [(question, 0.9)]}, 0.05)


TWO = "手数料はいくらですか。何日かかりますか。"
MODEL = Model(
    {
        TWO: surely("lost_reissue", "fee"),
        "手数料はいくらですか。": surely("lost_reissue", "fee"),
        "何日かかりますか。": surely("lost_reissue", "how_long"),
        "こんにちは、元気です。手数料はいくらですか。": surely("lost_reissue", "fee"),
        "こんにちは、元気です。": surely("greet", "general"),
    },
    follows={"お金は？"},
)


def test_two_questions_are_both_read_in_their_order():
    assert read(TWO, "ja", MODEL).parts == ["lost_reissue.fee", "lost_reissue.how_long"]


def test_a_greeting_before_a_question_is_no_question():
    reading = read("こんにちは、元気です。手数料はいくらですか。", "ja", MODEL)
    assert (reading.parts, reading.likeliest("lost_reissue")) == ([], "lost_reissue.fee")


@pytest.mark.parametrize(
    ("before", "topic"), [(None, "renewal"), ("reception.general", "reception"), ("renewal.general", "renewal")]
)
def test_what_cannot_stand_alone_goes_on_from_the_question_before(before, topic):
    assert read("お金は？", "ja", MODEL, before).topics[0][0] == topic


def test_without_an_answer_before_nothing_goes_on():
    assert read("お金は？", "ja", MODEL).topics == Model.UNSURE.topics


def test_what_stands_alone_is_not_bent():
    assert read("手数料はいくらですか。", "ja", MODEL, "reception.general").topics[0][0] == "lost_reissue"


def test_an_intent_without_questions_is_itself():
    assert read("こんにちは、元気です。", "ja", MODEL).likeliest("greet") == "greet"


@pytest.mark.parametrize(
    ("chances", "asked"),
    [
        ((0.9, 0.1), ["renewal.fee"]),
        ((0.6, 0.34), ["renewal.fee"]),
        ((0.6, 0.36), ["renewal.fee", "renewal.general"]),
        ((0.25, 0.2), ["renewal.fee"]),
        ((0.36, 0.2), ["renewal.fee"]),
    ],
)
def test_the_second_question_is_told_where_it_may_as_well_be_meant(chances, asked):
    questions = {"renewal": list(zip(["fee", "general"], chances, strict=True))}
    assert Reading([("renewal", 0.9)], questions).asked("renewal") == asked


@pytest.mark.parametrize(("topic", "asked"), [("greet", ["greet"]), ("reception", ["reception.general"])])
def test_an_intent_and_a_topic_of_one_question_are_asked_as_they_are(topic, asked):
    assert Reading([(topic, 0.9)], {}).asked(topic) == asked
