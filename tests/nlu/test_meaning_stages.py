"""Which examples meanings are learnt from, and what is learnt."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from bot.nlu.lesson import Lesson
from bot.nlu.meaning_stages import OTHER, PARTICULAR, WHOLE, MeaningStages, chosen

PLACES = {"renewal.general": 0, "renewal.fee": 1, "greet": 2}


class Placing:
    """An encoder that sets a text where its first word says."""

    def embed(self, texts):
        noise = np.random.default_rng(0).normal(0, 0.05, (len(texts), len(PLACES)))
        return np.eye(len(PLACES))[[PLACES[text.split()[0]] for text in texts]] + noise


LESSONS = [Lesson(f"{label} {number}", "en", label) for label in PLACES for number in range(150)]


@pytest.mark.parametrize(("label", "most"), [("renewal.general", WHOLE), ("renewal.fee", PARTICULAR), ("greet", OTHER)])
def test_of_each_label_some_are_chosen(label, most):
    assert sum(lesson.label == label for lesson in chosen(LESSONS)) == most


def test_the_same_are_chosen_when_others_come():
    more = [Lesson(f"more {number}", "en", "lost_reissue.fee") for number in range(50)]
    assert set(chosen(LESSONS)) <= set(chosen([*more, *LESSONS]))


def test_a_follow_up_is_not_chosen():
    assert chosen([Lesson("and the fee?", "en", "renewal.fee", alone=False)]) == []


@pytest.mark.parametrize("label", PLACES)
def test_what_was_learnt_comes_first_and_is_read_back(label, tmp_path):
    with ThreadPoolExecutor(1) as beside:
        model = MeaningStages.fit(LESSONS, Placing(), beside)()
    model.save(tmp_path / "model")
    for stages in (model, MeaningStages.load(tmp_path / "model", Placing())):
        row, (topic, _, question) = stages.row(f"{label} 0"), label.partition(".")
        assert stages.stages.topics(row)[0][0] == topic
        if question:
            assert stages.stages.questions(row, [topic])[topic][0][0] == question
