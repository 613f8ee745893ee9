"""A My Number split over messages is masked as far as it is still to come."""

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.privacy import recent as recent_messages
from bot.privacy.recent import Recent
from bot.privacy.recogniser import MASK


def said(*messages, recent=None):
    recent = recent or Recent()
    return [recent.mask("one", message) for message in messages]


def test_the_rest_of_a_number_is_masked():
    assert said("3131 4242", "5353") == ["3131 4242", MASK]
    assert said("3131", "4242", "5353です") == ["3131", "4242", f"{MASK}です"]


def test_a_number_after_its_name_is_masked_in_parts():
    assert said("マイナンバーは", "3131-42425", "353") == ["マイナンバーは", MASK, "353"]


def test_a_message_that_comes_twice_is_masked_twice():
    assert said("3131 4242", "5353", "5353")[1:] == [MASK, MASK]


def test_a_whole_number_is_no_beginning_of_another():
    assert said("1234-5678-9012", "1970") == [MASK, "1970"]


def test_words_between_end_it():
    assert said("3131 4242 を見ました", "5353") == ["3131 4242 を見ました", "5353"]


def test_facts_of_a_case_stay():
    for messages in (
        ["2021-03-01", "1970"],
        ["06139999", "2026"],
        ["090-1234-5678", "1970-09-15"],
        ["80", "2021年3月"],
    ):
        assert said(*messages) == messages


def test_conversations_are_apart_and_forgotten():
    recent = Recent(most=2)
    recent.mask("one", "3131 4242")
    assert recent.mask("two", "5353") == "5353"
    recent.forget("one")
    assert recent.mask("one", "5353") == "5353"
    recent.mask("one", "\n3131 4242")
    for other in ("two", "three"):
        recent.mask(other, "30")
    assert recent.mask("one", "5353") == "5353"


PIECES = [
    "3131",
    "4242",
    "5353",
    "１２",
    "四",
    "千二百",
    "five",
    "double",
    "桁",
    "digits",
    "4",
    "です",
    "card",
    " ",
    "-",
    "ー",
    "、",
]
PIECES += ["マイナンバー", "my number", "\n", "é", "\u0301", "endash", "いち", "まる"]


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), max_size=5))
@settings(max_examples=300, deadline=None)
def test_what_holds_no_number_needs_no_search(messages):
    quick = said(*messages)
    with patch.object(recent_messages, "may_hold", lambda text: True):
        assert said(*messages) == quick
