"""Replies as LINE's messages: whatever the assistant can say, LINE takes, and nothing that was said is lost."""

from datetime import date

import pytest

from actions.eligibility.case import Case
from actions.eligibility.checks import CHECKS
from actions.eligibility.facts import Facts, values_of
from bot.answers.basis import Basis
from bot.answers.buttons import button, more_button
from bot.answers.catalog import answer
from bot.answers.decision_text import text_of
from bot.answers.eligibility_utterances import decision, question
from bot.channels.line.cards import ON_CARD, parts_of
from bot.channels.line.counting import graphemes
from bot.channels.line.linter import problems
from bot.channels.line.outgoing import messages, text_message
from bot.channels.messenger.legible import legible
from bot.channels.messenger.words import word
from bot.content.dialogue import response_texts, responses
from bot.content.essentials import essentials
from bot.content.insurer import fill
from bot.content.language import known_languages, languages
from bot.content.short_titles import LONGEST_TITLE
from bot.content.source import cite
from bot.content.topic import question_names, topics
from bot.engine import Reply

TODAY = date(2026, 11, 30)
EACH_LANGUAGE = pytest.mark.parametrize("language", languages())
EACH_KNOWN = pytest.mark.parametrize("language", known_languages())
REMARKS = ("not_understood", "impossible", "why", "undone")


def sent(*replies):
    """Return the messages of a turn as JSON, which LINE takes."""
    told = [message.to_dict() for message in messages(replies)]
    assert list(problems("ReplyMessageRequest", {"replyToken": "token", "messages": told})) == []
    return told


def reply(text, buttons, language, day=TODAY, **basis):
    rests_on = Basis(**basis, language=language, as_of=day, confidence=1.0)
    return Reply(text=text, buttons=buttons, custom=rests_on)


def utterance(said, language):
    return reply(said["text"], said["buttons"], language, **said["custom"])


def words_of(message):
    """Return every text of a message, whatever it is drawn with."""
    if isinstance(message, list):
        return [word for part in message for word in words_of(part)]
    if not isinstance(message, dict):
        return []
    own = [message["text"]] if isinstance(message.get("text"), str) else []
    return own + [word for name, part in message.items() if name != "quickReply" for word in words_of(part)]


def labels(message):
    return [item["action"]["label"] for item in message.get("quickReply", {"items": []})["items"]]


def days(starts):
    return [date.min, *starts]


@EACH_LANGUAGE
def test_line_takes_every_answer_on_every_day(language):
    count = 0
    for name in [*question_names(), *topics()]:
        topic, _, asked = name.partition(".")
        starts = topics()[topic].questions[asked].from_ if asked else topics()[topic].whole_from
        for day in days(starts):
            said = answer(name, language, day)
            leading_on = [more_button(topic, language), *(button(lead, language) for lead in said.follow_ups)]
            basis = {"topic": topic, "outcome": said.outcome, "sources": said.sources}
            turn = sent(reply(said.text, leading_on, language, day, **basis))
            assert turn[0]["text"] == legible(said.text, language)
            assert labels(turn[-1])[0] == more_button(topic, language)["title"]
            count += 1
    assert count > len(question_names())


@EACH_LANGUAGE
def test_line_takes_two_of_the_longest_answers_at_once(language):
    said = sorted((answer(name, language, TODAY) for name in topics()), key=lambda one: -len(one.text))[:2]
    leading_on = [button(lead, language) for one in said for lead in (one.topic, *one.follow_ups)]
    sources = [source for one in said for source in one.sources]
    both = "\n\n".join(one.text for one in said)
    assert sent(reply(both, leading_on, language, outcome="answered", sources=sources))[0]["text"] == legible(
        both, language
    )


@EACH_KNOWN
def test_line_takes_all_that_is_said_outside_answers(language):
    for name, text in response_texts(language).items():
        said = responses()[name]
        buttons = [
            *(
                button(lead, language)
                for lead in said.buttons
                if lead in essentials(language).titles or language in languages()
            ),
            *({"title": spoken.name, "payload": f"/change_language{key}"} for key, spoken in known_languages().items()),
        ]
        sources = [cite(source, language).model_dump() for source in said.sources]
        sent(reply(fill(text, language).strip(), buttons, language, outcome=said.outcome, sources=sources))


@EACH_KNOWN
@pytest.mark.parametrize("name", ["only_text", "too_long", "failed"])
def test_line_takes_our_own_words(language, name):
    said = text_message(word(name, language)).to_dict()
    assert list(problems("ReplyMessageRequest", {"replyToken": "token", "messages": [said]})) == []
    assert "《" not in said["text"]


def told_values(fact):
    """Return values that a fact may have: each of its choices, or one that will do."""
    plain = {"date": ("2026-12-03",), "number": (40,)}
    return values_of(fact) or plain[Facts.kind(fact)]


def cases(check):
    """Yield the check with nothing told, and with each value of each fact told."""
    yield Case(check)
    for fact in Facts.model_fields:
        for value in told_values(fact):
            case = Case(check)
            case.tell({fact: value}, TODAY)
            yield case


@EACH_LANGUAGE
@pytest.mark.parametrize("check", CHECKS)
def test_line_takes_all_that_a_check_says(check, language):
    for case in cases(check):
        case.decide(TODAY)
        sent(utterance(decision(case, language), language))
        for fact in CHECKS[check].asks:
            sent(utterance(question(case, fact, language, interrupted=False), language))


@EACH_LANGUAGE
@pytest.mark.parametrize("check", CHECKS)
def test_line_takes_a_check_s_remarks(check, language):
    case = Case(check)
    case.decide(TODAY)
    for fact in CHECKS[check].asks:
        sent(utterance(question(case, fact, language, interrupted=True), language))
        for case.remark in REMARKS:
            sent(utterance(question(case, fact, language, interrupted=False), language))


@EACH_LANGUAGE
def test_a_question_stands_last_with_its_choices(language):
    case = Case("check_visit_document")
    case.tell({"card": "lost"}, TODAY)
    case.decide(TODAY)
    asked = utterance(question(case, "certificate", language, interrupted=False), language)
    *_, last = sent(asked)
    assert last["text"] == legible(asked.text.rpartition("\n\n")[2], language)
    assert [item["action"]["data"] for item in last["quickReply"]["items"]] == [one.payload for one in asked.buttons]


@EACH_LANGUAGE
def test_nothing_that_a_decision_tells_is_lost_or_said_twice(language):
    case = Case("switch_checklist")
    case.tell({"card": "lost"}, TODAY)
    case.decide(TODAY)
    said = utterance(decision(case, language), language)
    text, card, *_ = map(words_of, sent(said))
    assert {part.kind for part in parts_of(said.basis)} & {"next", "why"} == {"next", "why"}
    for part in parts_of(said.basis):
        for line in part.lines:
            assert (legible(line, language) in text[0].splitlines()) != (part.kind in ON_CARD), line
    for step in said.basis.decision["steps_text"]:
        assert step in card
    for entry in said.basis.decision["dates_text"]:
        assert entry["name"] in card and entry["text"] in card


def test_the_card_says_in_words_what_it_shows():
    case = Case("switch_checklist")
    case.tell({"card": "lost"}, TODAY)
    case.decide(TODAY)
    said = utterance(decision(case, "ja"), "ja")
    card = next(message for message in sent(said) if message["type"] == "flex")
    assert card["altText"] == text_of([part for part in parts_of(said.basis) if part.kind in ON_CARD], "ja")
    assert said.basis.decision["steps_text"][0] in card["altText"]


def test_a_source_with_an_address_is_a_link():
    source = {
        "leaflet": "a",
        "publisher": "b",
        "title": "c",
        "date": "2025",
        "where": "d",
        "url": "https://example.jp/",
    }
    _, card = sent(reply("一", [], "ja", outcome="answered", sources=[source]))
    assert "https://example.jp/" in str(card)


def test_a_date_question_has_a_picker():
    case = Case("check_expiry_dates")
    case.decide(TODAY)
    *_, last = sent(utterance(question(case, "issued_on", "ja", interrupted=False), "ja"))
    picker = last["quickReply"]["items"][0]["action"]
    assert picker == {
        "type": "datetimepicker",
        "label": "日付を選ぶ",
        "data": "date:issued_on",
        "mode": "date",
        "initial": "2026-11-30",
    }


def test_a_long_label_is_short_on_the_button_and_whole_as_it_is_said():
    pressed = {"title": "Scheme for people 75 and over", "payload": "/affirm"}
    (message,) = sent(reply("Which?", [pressed], "en", outcome="asked"))
    action = message["quickReply"]["items"][0]["action"]
    assert (action["label"], action["displayText"]) == ("Scheme for 75+", "Scheme for people 75 and over")


def test_a_label_that_nobody_made_short_is_cut():
    (message,) = sent(reply("Which?", [{"title": "あ" * 30, "payload": "/affirm"}], "ja", outcome="asked"))
    assert graphemes(labels(message)[0]) == LONGEST_TITLE


def test_readings_stand_in_brackets():
    (message,) = sent(reply("命が あぶない", [], "ja-easy", outcome="answered"))
    assert message["text"] == "命（いのち）が あぶない"


def test_more_buttons_than_line_shows_are_left_out_from_the_end():
    pressed = [{"title": str(n), "payload": f"/faq/{n}"} for n in range(20)]
    (message,) = sent(reply("どれですか", pressed, "ja", outcome="offered"))
    assert labels(message) == [str(n) for n in range(13)]


def test_no_reply_is_no_message():
    assert messages([]) == []


def test_two_replies_keep_their_order_and_the_last_one_s_buttons_come_first():
    first = reply("一つ目", [{"title": "続き", "payload": "/faq/a"}], "ja", outcome="answered")
    second = reply("二つ目", [{"title": "はい", "payload": "/affirm"}], "ja", outcome="asked")
    one, two = sent(first, second)
    assert (one["text"], two["text"]) == ("一つ目", "二つ目")
    assert labels(two) == ["はい", "続き"]
