"""Conversations: turns in order and once, across processes; who speaks; a failure is told, and nothing half kept."""

import asyncio
import itertools
import uuid

import pytest
from sqlalchemy.exc import OperationalError

from bot import clock
from bot.conversation import conversations as module
from bot.conversation.conversations import Conversations
from bot.conversation.honesty import NotTakenError
from bot.conversation.ids import conversation_id
from bot.engine import Message, NoReplyError
from bot.store.calls import Calls
from bot.store.conversations import ConversationStore
from bot.store.database import open_database


@pytest.fixture(scope="module")
def opened(database):
    engine = open_database(database)
    yield engine
    engine.dispose()


@pytest.fixture
def processes(engine, opened, database):
    """Return the conversations of two processes on one database."""
    other = open_database(database)
    calls = Calls()
    yield [Conversations(engine, ConversationStore(database), calls) for database in (opened, other)]
    calls.close()
    other.dispose()


@pytest.fixture
def here(processes):
    return processes[0]


@pytest.fixture
def sender():
    return conversation_id("rest", uuid.uuid4().hex)


def run(coroutine):
    return asyncio.run(coroutine)


def said(sender, text="/faq/contact", key=None):
    return Message(sender, text, "ja", key)


def authors(events):
    return [event.author for event in events]


def fail(times, error):
    """Return a function that fails so many times, and a list that it empties."""
    left = [error] * times

    def failing(method):
        def call(*arguments, **more):
            if left:
                raise left.pop()
            return method(*arguments, **more)

        return call

    return failing


BROKEN = OperationalError("INSERT …", {}, Exception("the database is locked"))


def test_an_id_carries_its_channel():
    assert conversation_id("web", "abc") == "web:abc"
    assert len({conversation_id(channel, "abc") for channel in ("web", "rest", "line")}) == 3


def test_a_message_that_comes_again_gets_the_same_replies(here, sender):
    first = run(here.say(said(sender, key="1")))
    assert authors(first) == ["person", "assistant"]
    assert run(here.say(said(sender, "/faq/renewal", key="1"))) == first
    assert run(here.read(sender)).events == first


def test_a_message_without_an_id_is_new(here, sender):
    assert run(here.say(said(sender))) != run(here.say(said(sender)))
    assert len(run(here.read(sender)).events) == 4


def test_processes_answer_a_message_that_comes_to_all_at_once_together(processes, sender):
    async def all_at_once():
        return await asyncio.gather(*(here.say(said(sender, "/check_certificate", "1")) for here in processes * 5))

    answers = run(all_at_once())
    assert all(answer == answers[0] for answer in answers)
    assert run(processes[0].read(sender)).events == answers[0]


def test_facts_told_to_two_processes_at_once_are_all_kept(processes, sender):
    run(processes[0].say(said(sender, "/check_visit_document")))

    async def both():
        texts = ["マイナンバーカードは手元にあります", "利用登録はしていません"]
        await asyncio.gather(*(here.say(said(sender, text)) for here, text in zip(processes, texts, strict=True)))

    run(both())
    (case,) = [slot for slot in dialogue(processes[0], sender) if slot.get("name") == "case"][-1:]
    assert {"card", "registered"} <= case["value"]["facts"].keys()


def dialogue(conversations, sender):
    claim = module._claim()
    begun = conversations._store.begin(sender, uuid.uuid4().hex, {"text": ""}, "", claim)
    conversations._store.release(sender, claim)
    return begun.dialogue


def test_a_message_waits_for_those_before_in_the_order_they_came(here, sender):
    async def together():
        texts = ["/faq/contact", "/faq/renewal"] * 4
        return await asyncio.gather(*(here.say(said(sender, text, str(n))) for n, text in enumerate(texts)))

    run(together())
    people = [event for event in run(here.read(sender)).events if event.author == "person"]
    assert [event.message for event in people] == [str(n) for n in range(8)]


def test_a_turn_of_a_process_that_died_is_taken_over(here, sender, monkeypatch):
    monkeypatch.setattr(module, "CLAIM_SECONDS", 0.3)
    here._store.begin(sender, "1", {"text": "x", "buttons": [], "custom": {}}, "", module._claim())
    assert authors(run(here.say(said(sender, key="1")))) == ["person", "assistant"]


def test_a_wait_that_is_too_long_is_told(here, sender, monkeypatch):
    monkeypatch.setattr(module, "WAIT_SECONDS", 0.3)
    here._store.begin(sender, "1", {"text": "x", "buttons": [], "custom": {}}, "", module._claim())
    with pytest.raises(NotTakenError, match="at once"):
        run(here.say(said(sender, key="2")))
    with pytest.raises(NotTakenError, match="at once"):
        run(here.forget(sender))
    assert sender not in here.locks


@pytest.mark.parametrize("method", ["begin", "finish"])
def test_a_store_that_fails_is_told_and_nothing_is_half_kept(here, sender, monkeypatch, method):
    monkeypatch.setattr(module, "CLAIM_SECONDS", 0.3)
    run(here.say(said(sender, "/check_certificate")))
    before = dialogue(here, sender)
    monkeypatch.setattr(here._store, method, fail(1, BROKEN)(getattr(here._store, method)))
    with pytest.raises(NotTakenError, match="locked"):
        run(here.say(said(sender, "手元にあります", "1")))
    assert dialogue_later(here, sender) == before
    *_, reply = run(here.say(said(sender, "手元にあります", "1")))
    assert reply.body["custom"]["asks"] == "registered"


def dialogue_later(conversations, sender):
    """Return the dialogue when the claim of the turn that failed has run out."""
    run(asyncio.sleep(0.4))
    return dialogue(conversations, sender)


def test_an_assistant_that_fails_is_told_and_can_be_asked_again_at_once(here, sender, monkeypatch):
    async def silent(*arguments, **more):
        raise NoReplyError("Rasa gave no reply")

    with monkeypatch.context() as patch:
        patch.setattr(here._engine, "answer", silent)
        with pytest.raises(NoReplyError):
            run(here.say(said(sender, key="1")))
    assert not run(here.read(sender)).working
    assert authors(run(here.say(said(sender, key="1")))) == ["person", "assistant"]


def test_a_turn_is_of_one_day(here, sender, monkeypatch):
    """Each look at the clock shows another day, and yet what is said in a turn is of the first one seen."""
    day, now = itertools.count(1), clock.now
    monkeypatch.setattr(clock, "now", lambda: now() if clock._fixed.get() else now().replace(day=next(day)))
    run(here.say(said(sender, "/check_expiry_dates")))
    seen = next(day)
    *_, reply = run(here.say(said(sender, "/faq/contact")))
    # The message's own time is seen first.
    assert reply.body["custom"]["as_of"][-2:] == f"{seen + 2:02}"


def test_while_an_agent_speaks_the_assistant_listens(here, sender):
    run(here.say(said(sender, "/check_certificate")))
    run(here.hand_to(sender, "agent"))
    assert authors(run(here.say(said(sender, "住所は大阪です", "1")))) == ["person"]
    told = run(here.tell(sender, "agent", "担当の者です。", message="a1", in_reply_to="1"))
    assert (told.author, told.in_reply_to) == ("agent", "1")
    assert run(here.tell(sender, "agent", "担当の者です。", message="a1")) == told
    run(here.hand_to(sender, "assistant"))
    *_, reply = run(here.say(said(sender, "手元にあります")))
    assert (reply.author, reply.body["custom"]["asks"]) == ("assistant", "registered")
    assert authors(run(here.read(sender)).events) == ["person", "assistant", "person", "agent", "person", "assistant"]


def test_while_an_agent_is_waited_for_the_assistant_still_answers(here, sender):
    run(here.say(said(sender)))
    run(here.hand_to(sender, "queued"))
    assert run(here.read(sender)).state == "queued"
    assert authors(run(here.say(said(sender)))) == ["person", "assistant"]


def test_a_my_number_is_masked_whoever_says_it(here, sender):
    number = "1234-5678-9012"
    run(here.say(said(sender, f"番号は{number}です"), shown=number))
    run(here.tell(sender, "agent", f"{number}ですね"))
    kept = str(run(here.read(sender)).events) + str(dialogue(here, sender))
    assert "[＊＊＊]" in kept and "9012" not in kept


def test_bells_ring_for_a_message_and_for_its_replies(here, sender):
    async def follow():
        with here.listen(sender) as bell:
            rings = []
            turn = asyncio.create_task(here.say(said(sender)))
            for _ in range(2):
                await asyncio.wait_for(bell.wait(), 5)
                bell.clear()
                rings.append(authors((await here.read(sender)).events))
            await turn
        return rings

    rings = run(follow())
    assert rings[-1] == ["person", "assistant"]
    assert sender not in here.bells


def test_forgetting_leaves_nothing_to_go_on_from(here, sender):
    run(here.say(said(sender, "英語で案内してください")))
    run(here.forget(sender))
    assert run(here.read(sender)).events == []
    *_, reply = run(here.say(Message(sender, "/faq/contact")))
    assert reply.body["custom"]["language"] == "ja"
