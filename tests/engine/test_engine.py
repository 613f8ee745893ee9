"""The engine: what is known of a dialogue goes in, replies and what is new come out, and nothing is kept."""

import asyncio

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore

from bot.engine import Message, NoReplyError


def answer(engine, message, known, **more):
    return asyncio.run(engine.answer(message, known, **more))


def test_a_turn_goes_on_from_what_is_handed_over(engine):
    first = answer(engine, Message("a", "/check_certificate", "ja"), [])
    second = answer(engine, Message("a", "まだ登録していません", "ja"), first.new)
    assert [turn.replies[-1].basis.asks for turn in (first, second)] == ["registered", "card"]


def test_the_same_turn_can_be_taken_again(engine):
    known = answer(engine, Message("a", "/check_certificate", "ja"), []).new
    again = [answer(engine, Message("a", "まだ登録していません", "ja"), known).replies for _ in range(2)]
    assert again[0] == again[1]
    assert answer(engine, Message("a", "まだ登録していません", "ja"), []).replies[-1].basis.asks is None


def test_turns_at_the_same_time_do_not_meet(engine):
    async def both():
        messages = [Message(sender, "/faq/contact", language) for sender, language in (("a", "ja"), ("b", "en"))] * 5
        return await asyncio.gather(*(engine.answer(message, []) for message in messages))

    assert [turn.replies[0].basis.language for turn in asyncio.run(both())] == ["ja", "en"] * 5


def test_the_engine_is_silent_where_the_conversation_is_paused(engine):
    known = answer(engine, Message("a", "/check_certificate", "ja"), []).new
    paused = answer(engine, Message("a", "担当者に話しています", "ja"), known, paused=True)
    assert paused.replies == ()
    assert "担当者に話しています" in str(paused.new)
    after = answer(engine, Message("a", "まだ登録していません", "ja"), [*known, *paused.new])
    assert after.replies[-1].basis.asks == "card"


def test_no_reply_is_a_failure_where_it_is_not_paused(engine, monkeypatch):
    async def nothing(message):
        return None

    monkeypatch.setattr(engine._processor, "handle_message", nothing)
    with pytest.raises(NoReplyError):
        answer(engine, Message("a", "/faq/contact"), [])
    assert answer(engine, Message("a", "/faq/contact"), [], paused=True).replies == ()


def test_rasa_s_store_that_goes_on_in_memory_is_not_in_the_way(engine):
    assert not isinstance(engine._processor.tracker_store, FailSafeTrackerStore)


@pytest.mark.parametrize("text", ["/faq/contact", "/check_certificate", "/unsure", "/medical_emergency", "宝くじ"])
def test_a_reply_is_read_back_as_it_was_sent(engine, text):
    (reply,) = answer(engine, Message("a", text, "ja"), []).replies
    assert type(reply).model_validate(reply.body()) == reply
    assert reply.body() == {"text": reply.text, "buttons": reply.body()["buttons"], "custom": reply.custom}
    optional = {"ask", "decision", "offers"} & reply.custom.keys()
    expected = {"asked": {"ask", "decision"}, "offered": {"offers"}}
    assert optional == expected.get(reply.basis.outcome, set())
