"""Live connections: every event is seen once by everybody who listens."""

import asyncio
import time

import pytest

from tests.channels.web.chat import REPLY_SECONDS, slowly, texts


def test_two_listeners_see_the_same(chat):
    listeners = [chat.listen(), chat.listen()]
    expected = texts(chat.say("/faq/contact") + chat.say("/faq/renewal"))
    assert [listener.texts(4) for listener in listeners] == [expected, expected]
    assert all(listener.is_over() for listener in listeners)


def test_a_live_event_is_the_event_and_carries_its_number(chat):
    listener = chat.listen()
    events = chat.say("/faq/contact")
    received = [event for event in (listener.next() for _ in range(2)) if event[0] == "message"]
    assert received == [("message", str(event["n"]), event) for event in events][: len(received)]
    assert listener.headers["content-type"].startswith("text/event-stream")
    assert listener.headers["cache-control"] == "no-store"


def test_typing_is_shown_while_an_answer_is_worked_on(chat, served, monkeypatch):
    slowly(monkeypatch, served)
    listener = chat.listen()
    chat.say("/faq/contact")
    (person, typing, reply, done) = (listener.next() for _ in range(4))
    assert person[2]["from"] == "person" and reply[2]["from"] == "assistant"
    assert (typing, done) == (("typing", None, {"on": True}), ("typing", None, {"on": False}))


def test_typing_ends_where_the_answer_fails(chat, served, monkeypatch):
    async def fail(*arguments, **more):
        await asyncio.sleep(0.3)
        raise RuntimeError("broken")

    monkeypatch.setattr(served.app.state.engine, "answer", fail)
    listener = chat.listen()
    assert chat.post("/faq/contact").status_code == 500
    assert [listener.next()[2] for _ in range(3)][1:] == [{"on": True}, {"on": False}]


@pytest.mark.parametrize(
    "request_",
    [
        {"headers": {"Last-Event-ID": "2"}},
        {"params": {"after": 2}},
        {"headers": {"Last-Event-ID": "2"}, "params": {"after": 0}},
    ],
)
def test_a_broken_connection_resumes_after_the_last_event(chat, request_):
    before, missed = chat.say("/faq/contact"), chat.say("/faq/renewal")
    assert [event["n"] for event in before + missed] == [1, 2, 3, 4]
    listener = chat.listen(**request_)
    assert listener.texts(2) == texts(missed)
    later = chat.say("/faq/contact")
    assert listener.texts(2) == texts(later)
    assert listener.is_over()
    assert chat.history(after=2)["events"][:2] == missed


def test_an_idle_conversation_leaves_nothing_in_memory(chat, served):
    listener = chat.listen()
    conversations = served.app.state.conversations
    assert chat.id in conversations.bells
    listener.close()
    chat.say("/faq/contact")
    deadline = time.monotonic() + REPLY_SECONDS
    while chat.id in conversations.bells and time.monotonic() < deadline:
        time.sleep(0.05)
    assert chat.id not in conversations.bells
    assert chat.id not in conversations.locks
