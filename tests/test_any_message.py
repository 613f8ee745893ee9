"""Whatever is said, the assistant replies: a slash, a command of Rasa's, anything that can be typed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.content.language import languages
from bot.nlu.slash_commands import SlashCommands, is_button

COMMANDS = ["restart", "back", "session_start", "faq", "greet", "answer", "unsure", "change_language", "inform", "none"]
PARTS = st.sampled_from(
    ["/", "@1", "@0.5", "@x", " ", "{", "}", '{"a":1}', '{"a"}', "faq/", "\n", ".", "\u200b", "｛", "／"]
)
SLASHED = st.lists(st.one_of(PARTS, st.sampled_from(COMMANDS), st.text(max_size=5)), min_size=1, max_size=6).map(
    lambda parts: "/" + "".join(parts)
)
TEXTS = st.one_of(SLASHED, st.text(min_size=1, max_size=60)).filter(lambda text: text.strip() and "\x00" not in text)


@pytest.mark.parametrize(
    "text",
    [
        "/faq@1",
        "/faq@0.5",
        '/faq@1{"a":1}',
        "/faq/certificate_copy{}",
        '/faq/certificate_copy{"x":"山田太郎 1970年9月15日生まれ 記号1234番号567"}',
        "/faq/certificate_copy@1",
        "/faq/nonexistent",
        "/restart",
        "/ restart",
        "/restart@1",
        "/session_start@1",
        "/back@1",
        "//restart",
        "/ /restart",
        "/inform",
        '/answer{"answer": {"a": 1}}',
        '/change_language{"chosen_language": "xx", "language": "xx"}',
        "/faq/",
        "/",
        "///",
        "/@1",
        "/{",
    ],
)
@pytest.mark.parametrize("language", languages())
def test_a_slash_is_answered_as_words(ask, text, language):
    assert ask(text, language)[0].text
    assert not is_button(text)


@pytest.mark.parametrize(
    "text",
    [
        "/faq/contact",
        "/faq/certificate_copy.general",
        "/greet",
        "/human_handoff",
        '/answer{"answer": "at_hand"}',
        '/answer{"answer":"yes"}',
        '/change_language{"chosen_language": "en", "language": "en"}',
    ],
)
def test_a_button_is_one(text):
    assert is_button(text)


def test_what_every_reply_offers_is_a_button(ask):
    said = ["/greet", "/which_language", "/check_certificate", "資格確認書とは何ですか", "カードの件", "関係ない話です"]
    payloads = [button.payload for text in said for reply in ask(text, "ja", text) for button in reply.buttons]
    assert len(payloads) > 10
    assert [payload for payload in payloads if not is_button(payload)] == []


@given(SLASHED)
def test_no_command_is_left_behind_a_slash(text):
    message = Message({TEXT: text})
    SlashCommands().process([message])
    left = message.get(TEXT).strip()
    assert not left.startswith("/") or is_button(left) or left == "/"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_every_text_is_answered(ask, text):
    replies = ask(text, "ja", f"any-{text}")
    assert replies
    assert all(reply.text for reply in replies)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_every_text_is_answered_in_a_check(ask, text):
    sender = f"check-{text}"
    ask("/check_certificate", "ja", sender)
    assert ask(text, "ja", sender)[0].text
