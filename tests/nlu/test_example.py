"""Rasa copies examples and asks what changed; both must be right, however quick."""

import copy

import numpy as np
import pytest
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, INTENT_RESPONSE_KEY, TEXT
from rasa.shared.nlu.training_data.features import Features

from bot.nlu.example import Example
from bot.nlu.language_detector import LANGUAGE

TOLD = {TEXT: "card lost", INTENT: "faq", INTENT_RESPONSE_KEY: "faq/lost_suspend", LANGUAGE: "en"}
FEATURES = Features(np.zeros((1, 1)), FEATURE_TYPE_SENTENCE, TEXT, "here")


def test_a_copy_says_the_same():
    assert copy.deepcopy(Example(TOLD)) == Example(TOLD)


def test_what_is_added_to_a_copy_stays_there():
    example = Example(TOLD, features=[FEATURES])
    duplicate = copy.deepcopy(example)
    duplicate.set("seen", True, add_to_output=True)
    duplicate.add_features(FEATURES)
    assert (example.get("seen"), example.features, example.output_properties) == (None, [FEATURES], {TEXT})


@pytest.mark.parametrize(
    "other",
    [
        {TEXT: "card found"},
        {INTENT: "greet"},
        {INTENT_RESPONSE_KEY: "faq/lost_reissue"},
        {LANGUAGE: "ja"},
        {"tokens": []},
    ],
)
def test_another_text_label_language_or_step_is_another_fingerprint(other):
    assert Example(TOLD).fingerprint() != Example(TOLD | other).fingerprint()


def test_added_features_change_the_fingerprint():
    example = Example(TOLD)
    before = example.fingerprint()
    example.add_features(FEATURES)
    assert example.fingerprint() != before
