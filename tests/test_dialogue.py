"""Whole conversations, in every language: as a person would have them."""

import pytest

from bot.answers.buttons import payload_of
from bot.content.insurer import insurer_words
from bot.content.language import languages
from bot.content.topic import question_named, question_names, topics


def topic(replies):
    return replies[0].custom["topic"]


def outcome(replies):
    return replies[0].custom["outcome"]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", topics())
def test_a_topic_is_told_whole_by_its_button(ask, name, language):
    (reply,) = ask(f"/faq/{name}", language)
    assert (reply.custom["topic"], reply.custom["outcome"], reply.custom["language"]) == (name, "answered", language)
    assert (reply.custom["questions"], reply.custom["silent"]) == ([], False)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", question_names())
def test_every_question_is_answered_by_its_button(ask, name, language):
    (reply,) = ask(f"/faq/{name}", language)
    topic, _, question = name.partition(".")
    assert (reply.custom["topic"], reply.custom["questions"]) == (topic, [f"{topic}/{question}"])
    assert reply.custom["outcome"] == question_named(name).outcome
    assert reply.custom["silent"] is (question_named(name).says == "no")
    assert reply.buttons[0].payload == f"/faq/{topic}"


@pytest.mark.parametrize("language", languages())
def test_every_follow_up_leads_somewhere(ask, language):
    follow_ups = {name for entry in topics().values() for name in entry.follow_ups}
    follow_ups |= {follow_up for name in question_names() for follow_up in question_named(name).follow_ups}
    for name in sorted(follow_ups):
        said = outcome(ask(payload_of(name), language, f"{language}-{name}"))
        assert said in {"answered", "asked", "decided", "declined", "handed_off"}


def test_the_language_of_the_message_is_the_language_of_the_answer(ask):
    assert ask("資格確認書とは何ですか")[0].custom["language"] == "ja"
    assert ask("What is the eligibility certificate?")[0].custom["language"] == "en"
    assert ask("ok")[0].custom["language"] == "en"


def test_a_chosen_language_stays(ask):
    ask("英語で案内してもらえますか")
    assert ask("資格確認書とは何ですか")[0].custom["language"] == "en"
    assert ask("日本語に戻してください")[0].custom["language"] == "ja"


def test_a_wish_without_a_language_is_asked_back_with_buttons(ask):
    (reply,) = ask("言語を変えたいです")
    assert {button.title for button in reply.buttons} == {language.name for language in languages().values()}
    (english,) = [button for button in reply.buttons if button.title == "English"]
    assert ask(english.payload)[0].custom["language"] == "en"


def test_a_my_number_is_not_kept(engine, ask, request):
    ask("わたしの番号は1234-5678-9012です。マイナ保険証は使えますか")
    known = engine.remembered(request.node.nodeid)
    assert known and "9012" not in str(known)


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("ja", "今すぐ助けて、息をしていない"),
        ("ja-easy", "たすけて、いきを していません"),
        ("en", "Help, he is not breathing"),
        ("zh-Hans", "救命，他没有呼吸了"),
        ("vi", "Cứu với, anh ấy không thở"),
        ("pt-BR", "Socorro, ele não está respirando"),
    ],
)
def test_an_emergency_comes_before_anything_else(ask, language, message):
    ask("/check_certificate", language)
    (reply,) = ask(message, language)
    assert (reply.custom["outcome"], "119" in reply.text) == ("emergency", True)
    assert outcome(ask("/faq/contact", language)) == "answered"


def test_the_insurer_is_named_where_it_is_known(ask):
    assert insurer_words("ja").name in ask("/human_handoff", "ja")[0].text
