"""A message is cut where another question may begin."""

import pytest

from bot.nlu.sentences import cut_at_commas


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("ja", "手数料はいくらですか。何日かかりますか", ["手数料はいくらですか。", "何日かかりますか"]),
        ("ja", "手数料はいくらですか、あと、何日かかりますか", ["手数料はいくらですか", "何日かかりますか"]),
        ("ja", "更新の手数料はいくらですか", ["更新の手数料はいくらですか"]),
        ("ja", "はい。手数料はいくらですか", ["手数料はいくらですか"]),
        ("en", "What does it cost? How long does it take?", ["What does it cost?", "How long does it take?"]),
        ("en", "what does it cost and how long does it take", ["what does it cost", "and how long does it take"]),
        ("en", "It costs 2.5 euros", ["It costs 2.5 euros"]),
        ("en", "my mother and father", ["my mother and father"]),
    ],
)
def test_a_message_is_cut_at_its_questions(language, text, parts):
    assert cut_at_commas(text, language) == parts
