"""Topics first, then their questions."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from bot.nlu.two_stages import TwoStages, looked_at

LABELS = ["renewal.fee", "renewal.online", "reception.general", "greet"]


def _rows(count):
    noise = np.random.default_rng(0).normal(0, 0.1, (count * len(LABELS), len(LABELS)))
    return csr_matrix(np.tile(np.eye(len(LABELS)), (count, 1)) + noise)


@pytest.fixture(scope="module")
def model():
    return TwoStages.fit(_rows(40), LABELS * 40, [True] * 40 * len(LABELS), 1.0)


@pytest.mark.parametrize(("place", "label"), enumerate(LABELS))
def test_the_topic_and_the_question_that_were_learnt_come_first(model, place, label):
    row, (topic, _, question) = csr_matrix(np.eye(len(LABELS))[[place]]), label.partition(".")
    assert model.topics(row)[0][0] == topic
    if topic == "renewal":
        assert model.questions(row, [topic])[topic][0][0] == question


def test_a_topic_of_one_question_and_an_intent_have_no_second_stage(model):
    assert set(model.questions(csr_matrix(np.eye(len(LABELS))[[2]]), ["reception", "greet", "renewal"])) == {"renewal"}


def test_what_cannot_stand_alone_teaches_questions_but_no_topics():
    rows, labels = _rows(40), LABELS * 40
    model = TwoStages.fit(rows, labels, [label != "renewal.online" for label in labels], 1.0)
    row = csr_matrix(np.eye(len(LABELS))[[1]])
    assert model.topics(row)[0][1] < 0.9
    assert model.questions(row, ["renewal"])["renewal"][0][0] == "online"


def test_what_was_written_is_read_back(model, tmp_path):
    model.save(tmp_path)
    row = csr_matrix(np.eye(len(LABELS))[[1]])
    read = TwoStages.load(tmp_path)
    assert read.topics(row) == model.topics(row)
    assert read.questions(row, ["renewal"]) == model.questions(row, ["renewal"])


@pytest.mark.parametrize(
    ("topics", "held", "expected"),
    [
        ([("renewal", 0.9), ("greet", 0.01)], None, ["renewal"]),
        ([("renewal", 0.9), ("greet", 0.01)], "reception", ["renewal", "reception"]),
        ([("renewal", 0.5), ("reception", 0.4)], "renewal", ["renewal", "reception"]),
    ],
)
def test_likely_topics_and_the_one_talked_about_are_looked_at(topics, held, expected):
    assert looked_at(topics, held) == expected
