"""Conversations in SQL: a long one costs no more than a short one, and nobody notices."""

import asyncio

import pytest
from rasa.core.tracker_store import SQLTrackerStore

from bot.engine import Engine, Message
from bot.store.tracker_store import MOST_EVENTS, SessionTrackerStore

LONG = 40
TURN = 12


@pytest.fixture
def database(tmp_path):
    return f"sqlite:///{tmp_path / 'conversations.db'}"


@pytest.fixture
def kept(model, database):
    return Engine.load(model, database)


def say(engine, *texts):
    async def turns():
        return [await engine.ask(Message("a", text, "ja")) for text in texts]

    return asyncio.run(turns())


def session(engine):
    return asyncio.run(engine._agent.tracker_store.retrieve("a"))


def all_texts(engine):
    whole = asyncio.run(engine._agent.tracker_store.retrieve_full_tracker("a"))
    return [event.text for event in whole.events if event.type_name == "user"]


def test_stock_rasa_reads_a_session_whole_however_long(kept, monkeypatch):
    monkeypatch.setattr(SessionTrackerStore, "save", SQLTrackerStore.save)
    say(kept, *["/faq/contact"] * LONG)
    assert len(session(kept).events) > LONG * 5


def test_a_long_conversation_is_read_in_part_and_kept_whole(kept):
    say(kept, *["/faq/contact"] * LONG)
    assert len(session(kept).events) <= MOST_EVENTS + TURN
    assert len(all_texts(kept)) == LONG


def test_the_chosen_language_outlives_a_session(kept):
    say(kept, "英語で案内してもらえますか", *["/faq/contact"] * LONG)
    assert say(kept, "資格確認書とは何ですか")[0][0].custom["language"] == "en"


def test_a_check_is_not_cut_in_two(kept):
    say(kept, *["/faq/contact"] * 13, "/check_visit_document", *["/faq/contact"] * 13)
    assert session(kept).active_loop is not None
    (reply, *_) = say(kept, '/answer{"fact": "card=none"}')[0]
    assert reply.custom["ask"]["fact"] == "certificate"


def test_an_offer_is_still_known_when_it_is_turned_down(kept, monkeypatch):
    monkeypatch.setattr(kept._agent.tracker_store._tracker_store, "_most_events", 0)
    say(kept, "/unsure")
    assert say(kept, "/deny")[0][0].custom["outcome"] == "declined"


def test_every_conversation_survives_a_restart(kept, model, database):
    say(kept, *["/faq/contact"] * 20, "/check_visit_document")
    (reply, *_) = say(Engine.load(model, database), '/answer{"fact": "card=none"}')[0]
    assert reply.custom["ask"]["fact"] == "certificate"
