"""Conversations in the database: numbered without gap or double, turns taken once, whoever writes at the same time."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.store.conversations import Begun, Claim, ConversationStore, Held
from bot.store.database import open_database
from bot.store.feedback import Feedback, NoSuchReplyError
from bot.store.tables import events

AT = "2026-11-24T11:00:00+09:00"
SAID = {"text": "secret words", "buttons": [], "custom": {"language": "ja"}}
HEARD = [{"event": "user", "text": "secret words", "timestamp": 1.0, "parse_data": {"intent": {"name": "faq"}}}]


@pytest.fixture(scope="module")
def opened(database):
    engine = open_database(database)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def other(database):
    """Return the store of another process."""
    engine = open_database(database)
    yield ConversationStore(engine)
    engine.dispose()


@pytest.fixture
def store(opened):
    return ConversationStore(opened)


@pytest.fixture
def conversation():
    return f"web:{uuid.uuid4().hex}"


def claim(seconds=5.0, now=None):
    now = time.time() if now is None else now
    return Claim(uuid.uuid4().hex, now, now + seconds)


def begin(store, conversation, message, mine=None):
    """Begin a turn; wait as long as another is being taken."""
    mine = mine or claim()
    while isinstance(begun := store.begin(conversation, message, SAID, AT, mine), Held):
        while store.must_wait(conversation, message, claim()):
            time.sleep(0.01)
    return begun, mine


def take(store, conversation, message, replies=1, heard=HEARD):
    """Take a turn, or get what it led to already."""
    begun, mine = begin(store, conversation, message)
    if not isinstance(begun, Begun):
        return begun
    return store.finish(conversation, message, mine, [SAID] * replies, heard, AT)


def read(store, conversation, after=0):
    return store.read(conversation, after, time.time())


def numbers(page):
    return [event.n for event in page.events]


def test_two_processes_number_without_gap_or_double(store, other, conversation):
    stores = [store, other] * 4

    def write(store):
        return [take(store, conversation, str(uuid.uuid4()), replies=2) for _ in range(5)]

    with ThreadPoolExecutor(len(stores)) as pool:
        exchanges = [exchange for taken in pool.map(write, stores) for exchange in taken]
    assert numbers(read(store, conversation)) == list(range(1, 1 + 3 * 5 * len(stores)))
    assert all([event.n - exchange[0].n for event in exchange] == [0, 1, 2] for exchange in exchanges)
    assert len(begin(store, conversation, "next")[0].dialogue) == 5 * len(stores)


def test_two_processes_take_a_message_s_turn_once(store, other, conversation):
    with ThreadPoolExecutor(8) as pool:
        exchanges = list(pool.map(lambda store: take(store, conversation, "a"), [store, other] * 4))
    assert all(exchange == exchanges[0] for exchange in exchanges)
    assert numbers(read(store, conversation)) == [1, 2]
    assert len(begin(store, conversation, "b")[0].dialogue) == 1


def test_a_turn_waits_for_the_one_before(store, other, conversation):
    _, first = begin(store, conversation, "a")
    assert isinstance(other.begin(conversation, "b", SAID, AT, claim()), Held)
    assert isinstance(other.begin(conversation, "a", SAID, AT, claim()), Held)
    assert read(other, conversation).working
    store.finish(conversation, "a", first, [SAID], HEARD, AT)
    assert not read(other, conversation).working
    assert begin(other, conversation, "b")[0].dialogue == HEARD


def test_who_waits_comes_in_the_order_of_their_first_look(store, other, conversation):
    _, first = begin(store, conversation, "a")
    assert isinstance(other.begin(conversation, "b", SAID, AT, claim()), Held)
    assert isinstance(store.begin(conversation, "c", SAID, AT, claim()), Held)
    store.finish(conversation, "a", first, [SAID], HEARD, AT)
    assert isinstance(store.begin(conversation, "c", SAID, AT, claim()), Held)
    assert not other.clear(conversation, claim())
    assert store.must_wait(conversation, "c", claim()) and not other.must_wait(conversation, "b", claim())
    assert len(take(other, conversation, "b")) == len(take(store, conversation, "c")) == 2


def test_who_waits_no_longer_is_not_waited_for(store, other, conversation):
    _, first = begin(store, conversation, "a")
    assert isinstance(other.begin(conversation, "b", SAID, AT, claim(seconds=0)), Held)
    assert isinstance(store.begin(conversation, "c", SAID, AT, claim()), Held)
    store.finish(conversation, "a", first, [SAID], HEARD, AT)
    assert isinstance(store.begin(conversation, "c", SAID, AT, claim()), Begun)


def test_a_turn_that_is_given_up_can_be_taken_at_once(store, other, conversation):
    _, first = begin(store, conversation, "a")
    store.release(conversation, first)
    assert isinstance(other.begin(conversation, "a", SAID, AT, claim()), Begun)
    assert numbers(read(store, conversation)) == [1]


@pytest.mark.parametrize("message", ["a", "b"])
def test_who_is_taken_for_dead_stores_nothing(store, other, conversation, message):
    _, slow = begin(store, conversation, "a", claim(seconds=0))
    assert len(take(other, conversation, message)) == 2
    assert store.finish(conversation, "a", slow, [SAID] * 3, HEARD * 3, AT) is None
    assert sum(event.author == "assistant" for event in read(store, conversation).events) == 1
    assert len(begin(store, conversation, "c")[0].dialogue) == 1


def test_a_deleted_conversation_takes_no_late_replies(store, other, conversation):
    _, slow = begin(store, conversation, "a", claim(seconds=0))
    assert other.clear(conversation, claim())
    take(other, conversation, "b")
    assert store.finish(conversation, "a", slow, [SAID], HEARD, AT) is None


def test_a_message_that_is_answered_takes_no_number(store, conversation):
    for key in ("a", "a", "b"):
        take(store, conversation, key)
    assert numbers(read(store, conversation)) == [1, 2, 3, 4]


def test_a_turn_without_a_reply_is_over_too(store, conversation):
    assert [event.author for event in take(store, conversation, "a", replies=0, heard=[])] == ["person"]
    assert [event.n for event in take(store, conversation, "a")] == [1]


def test_what_is_read_is_what_was_written(store, conversation):
    take(store, conversation, "a")
    said, reply = read(store, conversation).events
    assert (said.author, said.message, said.in_reply_to, said.body, said.at) == ("person", "a", None, SAID, AT)
    assert (reply.author, reply.message, reply.in_reply_to) == ("assistant", None, "a")


def test_rasa_s_latest_session_is_read_by_number_not_by_time(store, conversation):
    events = [
        {"event": "session_started", "timestamp": 100.0},
        {"event": "user", "timestamp": 101.0},
        # The clock was set back.
        {"event": "session_started", "timestamp": 50.0},
        {"event": "user", "timestamp": 51.0},
    ]
    take(store, conversation, "a", heard=events)
    assert begin(store, conversation, "b")[0].dialogue == events[2:]


def test_what_an_agent_says_is_kept_once(store, conversation):
    take(store, conversation, "a")
    told = [store.add(conversation, "agent", "x", SAID, AT, time.time(), in_reply_to="a") for _ in range(2)]
    assert told[0] == told[1] == read(store, conversation).events[-1]
    assert (told[0].n, told[0].author, told[0].in_reply_to) == (3, "agent", "a")


def test_who_speaks_is_kept_and_changes_between_turns_only(store, other, conversation):
    _, mine = begin(store, conversation, "a")
    agent = claim()
    assert not other.hand_to(conversation, "agent", agent)
    store.finish(conversation, "a", mine, [SAID], HEARD, AT)
    assert other.hand_to(conversation, "agent", agent)
    assert begin(store, conversation, "b")[0].state == read(store, conversation).state == "agent"


def test_numbers_are_never_given_twice(store, conversation):
    seen = []
    for key in "abc":
        take(store, conversation, key, replies=0)
        seen += numbers(read(store, conversation))
        store.clear(conversation, claim())
    assert seen == [1, 3, 5]


def test_deleting_leaves_neither_words_nor_dialogue_nor_state(opened, store, conversation):
    take(store, conversation, "a")
    store.hand_to(conversation, "agent", claim())
    assert store.clear(conversation, claim())
    begun, _ = begin(store, conversation, "a")
    assert (begun.state, begun.dialogue) == ("assistant", [])
    assert store.clear(f"web:{uuid.uuid4().hex}", claim())


def test_feedback_goes_with_the_conversation(opened, store, conversation):
    feedback = Feedback(opened)
    take(store, conversation, "a")
    feedback.give(conversation, 2, True, None, AT)
    store.clear(conversation, claim())
    with opened.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM feedback")).scalar() == 0
    with pytest.raises(NoSuchReplyError):
        feedback.give(conversation, 2, True, None, AT)


def test_an_error_does_not_tell_what_was_said(opened):
    row = {"conversation": "nowhere", "n": 1, "author": "person", "body": SAID, "at": ""}
    with opened.connect() as connection, pytest.raises(IntegrityError) as failed:
        connection.execute(events.insert(), row)
    assert "INSERT INTO conversation_events" in str(failed.value)
    assert SAID["text"] not in str(failed.value)
