"""A reply gives the answers of what was asked, in order."""

import asyncio

import pytest
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.answers.nlg import CatalogGenerator
from bot.content.language import languages

ASKED = ["lost_reissue.fee", "renewal.proxy", "contact.hours"]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("asked", [ASKED, ASKED[::-1]], ids=["forth", "back"])
def test_two_questions_are_answered_in_order_and_a_third_is_a_button(asked, language):
    said = [SlotSet("language", language), UserUttered("…", parse_data={"text": "…", "questions": asked})]
    tracker = DialogueStateTracker.from_events("asker", said)
    reply = asyncio.run(CatalogGenerator().generate(f"utter_faq/{asked[0]}", tracker, "rest"))
    assert reply["custom"]["questions"] == [name.replace(".", "/") for name in asked[:2]]
    assert f"/faq/{asked[2]}" in [button["payload"] for button in reply["buttons"]]
