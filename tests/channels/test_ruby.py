"""A reply's texts once more with readings, beside the text and never in it."""

from bot.channels.ruby import with_ruby


def reply(language, **more):
    custom = {"language": language, "outcome": "decided", "sources": [{"title": "案内", "where": "冒頭"}], **more}
    return {"text": "受付", "buttons": [{"title": "手数料", "payload": "/faq/a.b"}], "custom": custom}


def test_every_text_that_is_shown_has_its_reading():
    decision = {
        "outcome": "show",
        "parts": [{"kind": "next", "heading": "次に", "lines": ["申請"]}],
        "facts": {"a": "紙"},
    }
    body = with_ruby(reply("ja", decision=decision))
    assert body["text"] == "受付"
    assert body["custom"]["ruby"] == {
        "text": "｜受付《うけつけ》",
        "buttons": ["｜手数料《てすうりょう》"],
        "decision": {"parts": [{"kind": "next", "heading": "｜次《つぎ》に", "lines": ["｜申請《しんせい》"]}]},
        "sources": ["｜案内《あんない》"],
    }


def test_a_language_without_kana_has_none():
    assert with_ruby(reply("en")) == reply("en")


def test_what_a_person_says_has_none():
    said = {"text": "受付", "custom": {"language": "ja"}}
    assert with_ruby(said) == said
