"""Two processes serve one conversation at the same moment: nothing is lost or done twice, and the order is kept."""

import time
import uuid

import pytest

from tests.processes.channels import Line, Rest, Web, all_at_once
from tests.processes.kept import answered, facts, heard, said, turn_under_way

pytestmark = pytest.mark.slow

ROUNDS, FACT_ROUNDS, ORDER_ROUNDS, AT_ONCE = 25, 20, 4, 6
APART_SECONDS = 0.15


@pytest.fixture(params=["rest", "web", "line"])
def channel(request, platform):
    return {"rest": Rest, "web": Web, "line": lambda: Line(platform)}[request.param]()


def settle(channel, person, count):
    if isinstance(channel, Line):
        channel.wait(person, count)


def conversation(channel, person):
    return f"{channel.prefix}{person}"


def test_a_message_that_comes_to_both_at_once_is_answered_once(processes, stores, channel):
    people = {channel.person(): str(uuid.uuid4()) for _ in range(ROUNDS)}
    for person, key in people.items():
        first, second = all_at_once([(channel.say, process, person, "/faq/contact", key) for process in processes])
        assert first == second
    for person, key in people.items():
        settle(channel, person, 1)
        here = conversation(channel, person)
        assert (said(stores.database, here), answered(stores.database, here)) == ([key], [key])
        assert heard(stores.database, here) == 1
    if isinstance(channel, Line):
        assert [len(channel.answers(person)) for person in people] == [1] * ROUNDS


def test_messages_that_come_to_both_at_once_are_all_taken(processes, stores, channel):
    people = {channel.person(): [str(uuid.uuid4()) for _ in range(AT_ONCE)] for _ in range(ROUNDS)}
    for person, keys in people.items():
        all_at_once([(channel.say, processes[n % 2], person, "/faq/contact", key) for n, key in enumerate(keys)])
    for person, keys in people.items():
        settle(channel, person, AT_ONCE)
        here = conversation(channel, person)
        assert sorted(said(stores.database, here)) == sorted(keys)
        assert said(stores.database, here) == answered(stores.database, here)
        assert heard(stores.database, here) == AT_ONCE


def test_two_facts_that_are_told_to_both_at_once_are_both_known(processes, stores, channel):
    told = ["マイナンバーカードは手元にあります", "利用登録はしていません"]
    people = [channel.person() for _ in range(FACT_ROUNDS)]
    for person in people:
        channel.say(processes[0], person, "/check_visit_document", str(uuid.uuid4()))
        settle(channel, person, 1)
        calls = [(process, person, text) for process, text in zip(processes, told, strict=True)]
        all_at_once([(channel.say, *call, str(uuid.uuid4())) for call in calls])
    for person in people:
        settle(channel, person, 3)
        assert {"card", "registered"} <= facts(stores.database, conversation(channel, person)).keys()


def test_messages_are_answered_in_the_order_in_which_they_came_to_either(processes, stores, channel):
    """They come while a turn is being taken, now to one process, now to the other."""
    to = [0, 0, 1, 1, 0, 1, 0, 1]
    people = {channel.person(): [str(uuid.uuid4()) for _ in to] for _ in range(ORDER_ROUNDS)}

    def later(place, person, key):
        time.sleep(place * APART_SECONDS)
        return channel.say(processes[to[place]], person, "/check_certificate", key)

    for person, keys in people.items():
        with turn_under_way(stores.database, conversation(channel, person), (len(to) + 1) * APART_SECONDS):
            all_at_once([(later, place, person, key) for place, key in enumerate(keys)])
    for person, keys in people.items():
        settle(channel, person, len(keys))
        assert said(stores.database, conversation(channel, person)) == keys
        assert answered(stores.database, conversation(channel, person)) == keys
