"""A long conversation costs no more than a short one, and nobody notices."""

import asyncio

import pytest

from bot.engine import Engine, Message, tracker_store
from bot.engine.dialogue import MOST_EVENTS, latest_session

LONG = 40
TURN = 12


@pytest.fixture(scope="module")
def kept(model):
    return Engine.load(model)


def say(engine, known, *texts):
    """Say texts one after another; return the replies of each turn, and all that Rasa knows then."""

    async def turns():
        replies, events = [], list(known)
        for text in texts:
            turn = await engine.answer(Message("a", text, "ja"), latest_session(events))
            replies.append(turn.replies)
            events += turn.new
        return replies, events

    return asyncio.run(turns())


def test_stock_rasa_reads_a_session_whole_however_long(kept, monkeypatch):
    monkeypatch.setattr(tracker_store, "new_session", lambda tracker, most_events: [])
    _, known = say(kept, [], *["/faq/contact"] * LONG)
    assert len(latest_session(known)) > LONG * 5


def test_a_long_conversation_is_read_in_part_and_kept_whole(kept):
    _, known = say(kept, [], *["/faq/contact"] * LONG)
    assert len(latest_session(known)) <= MOST_EVENTS + TURN
    assert len([event for event in known if event["event"] == "user"]) == LONG


def test_the_chosen_language_outlives_a_session(kept):
    _, known = say(kept, [], "英語で案内してもらえますか", *["/faq/contact"] * LONG)
    replies, _ = say(kept, known, "資格確認書とは何ですか")
    assert replies[0][0].basis.language == "en"


def test_a_check_is_not_cut_in_two(kept):
    _, known = say(kept, [], *["/faq/contact"] * 13, "/check_visit_document", *["/faq/contact"] * 13)
    assert len(latest_session(known)) > MOST_EVENTS
    replies, _ = say(kept, known, '/answer{"fact": "card=none"}')
    assert replies[0][0].basis.asks == "certificate"


def test_an_offer_is_still_known_when_it_is_turned_down(kept, monkeypatch):
    monkeypatch.setattr(kept._trackers, "_most_events", 0)
    replies, _ = say(kept, [], "あの手続きについて教えて", "/deny")
    assert [reply.basis.outcome for (reply,) in replies] == ["offered", "declined"]
