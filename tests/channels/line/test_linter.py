"""The linter of outgoing messages catches what LINE refuses, and its table says what LINE's own description says."""

import os
from pathlib import Path

import pytest
import yaml

from bot.channels.line.counting import graphemes, utf16_units
from bot.channels.line.linter import UnsendableError, problems, refuse_unsendable
from bot.channels.line.shapes import shapes

DESCRIPTION = os.environ.get("TEST_LINE_OPENAPI")
ROOTS = ("ReplyMessageRequest", "PushMessageRequest", "RichMenuRequest", "ShowLoadingAnimationRequest")
SIMPLE = ("string", "integer", "number", "boolean", "uri")


def text(words="こんにちは", **more):
    return {"type": "text", "text": words, **more}


def postback(label="はい", data="/affirm"):
    return {"type": "postback", "label": label, "data": data}


def quick(*actions):
    return {"quickReply": {"items": [{"type": "action", "action": action} for action in actions]}}


def flex(contents, alt="要約"):
    return {"type": "flex", "altText": alt, "contents": contents}


def bubble(*parts):
    return {"type": "bubble", "body": {"type": "box", "layout": "vertical", "contents": list(parts)}}


def buttons(count):
    template = {"type": "buttons", "text": "どれですか", "actions": [postback()] * count}
    return {"type": "template", "altText": "どれですか", "template": template}


def told(*messages):
    return list(problems("ReplyMessageRequest", {"replyToken": "token", "messages": list(messages)}))


REFUSED = {
    "six messages": ([text()] * 6, ["messages: 6 items, at most 5"]),
    "fourteen quick replies": (
        [text(**quick(*[postback()] * 14))],
        ["messages[0].quickReply.items: 14 items, at most 13"],
    ),
    "no text": ([{"type": "text"}], ["messages[0].text: missing"]),
    "empty text": ([text("")], ["messages[0].text: 0 long, at least 1"]),
    "5,001 characters": ([text("あ" * 5001)], ["messages[0].text: 5001 long, at most 5000"]),
    "Flex without contents": ([{"type": "flex", "altText": "要約"}], ["messages[0].contents: missing"]),
    "unknown type": ([{"type": "letter", "text": "あ"}], ["messages[0].type: unknown here"]),
    "postback data of 301": (
        [text(**quick(postback(data="x" * 301)))],
        ["messages[0].quickReply.items[0].action.data: 301 long, at most 300"],
    ),
    "label of 21": (
        [text(**quick(postback("あ" * 21)))],
        ["messages[0].quickReply.items[0].action.label: 21 long, at most 20"],
    ),
    "five buttons in a template": ([buttons(5)], ["messages[0].template.actions: 5 items, at most 4"]),
    "unknown field": ([text(colour="red")], ["messages[0].colour: unknown field"]),
    # What the description doesn't say, or only in words.
    "2,501 emoji of two units each": ([text("🍎" * 2501)], ["messages[0].text: 5002 long, at most 5000"]),
    "no message": ([], ["messages: 0 items, at least 1"]),
    "no type": ([{"text": "あ"}], ["messages[0].type: missing"]),
    "a text that is a number": ([text(1)], ["messages[0].text: no string"]),
    "a message that is a text": (["あ"], ["messages[0]: not an object"]),
    "no label on a quick reply": (
        [text(**quick({"type": "postback", "data": "/affirm"}))],
        ["messages[0].quickReply.items[0].action.label: missing"],
    ),
    "an empty label": (
        [text(**quick(postback("")))],
        ["messages[0].quickReply.items[0].action.label: 0 long, at least 1"],
    ),
    "another rich menu from a quick reply": (
        [text(**quick({"type": "richmenuswitch", "label": "次", "data": "x", "richMenuAliasId": "next"}))],
        ["messages[0].quickReply.items[0].action.type: unknown here"],
    ),
    "a date picker that picks colours": (
        [text(**quick({"type": "datetimepicker", "label": "日", "data": "x", "mode": "colour"}))],
        ["messages[0].quickReply.items[0].action.mode: none of date, time, datetime"],
    ),
    "altText of 1,501": ([flex(bubble(), alt="あ" * 1501)], ["messages[0].altText: 1501 long, at most 1500"]),
    "a body that is no box": (
        [flex({"type": "bubble", "body": {"type": "text", "text": "あ"}})],
        ["messages[0].contents.body.type: unknown here"],
    ),
    "a text of Flex without text": (
        [flex(bubble({"type": "text"}))],
        ["messages[0].contents.body.contents[0]: needs one of text, contents"],
    ),
    "thirteen bubbles": (
        [flex({"type": "carousel", "contents": [bubble()] * 13})],
        ["messages[0].contents.contents: 13 items, at most 12"],
    ),
    "a bubble of 30 kB": (
        [flex(bubble({"type": "text", "text": "あ" * 10240}))],
        ["messages[0].contents: 30829 bytes, at most 30720"],
    ),
    "a colour by its name": (
        [flex(bubble({"type": "text", "text": "あ", "color": "red"}))],
        ["messages[0].contents.body.contents[0].color: no colour"],
    ),
    "a long text under a title": (
        [
            {
                "type": "template",
                "altText": "あ",
                "template": {"type": "buttons", "title": "あ", "text": "あ" * 61, "actions": [postback()]},
            }
        ],
        ["messages[0].template.text: 61 long, at most 60"],
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_line_refuses_is_caught(case):
    messages, expected = REFUSED[case]
    assert told(*messages) == expected
    with pytest.raises(UnsendableError, match="messages"):
        refuse_unsendable("ReplyMessageRequest", {"replyToken": "token", "messages": messages})


@pytest.mark.parametrize(
    "messages",
    [
        [text()] * 5,
        [text("あ" * 5000)],
        [text(**quick(*[postback("あ" * 20, "x" * 300)] * 13))],
        [text(**quick(postback("👨‍👩‍👧‍👦" * 20)))],
        [flex(bubble({"type": "text", "text": "あ", "color": "#0B1E5E", "margin": "md", "wrap": True}))],
        [buttons(4)],
    ],
)
def test_what_line_takes_passes(messages):
    assert told(*messages) == []


@pytest.mark.parametrize(
    ("words", "units", "seen"), [("a", 1, 1), ("あ", 1, 1), ("🍎", 2, 1), ("𠀋", 2, 1), ("👋🏻", 4, 1), ("नि", 2, 1)]
)
def test_both_ways_of_counting(words, units, seen):
    assert (utf16_units(words), graphemes(words)) == (units, seen)


def test_a_problem_tells_no_text():
    assert "秘密" not in str(told(text("秘密" * 3000), {"type": "秘密"}, text(**quick(postback("秘密" * 20)))))


@pytest.fixture(scope="module")
def described():
    if not DESCRIPTION:
        pytest.skip("no description of LINE's interface at hand: TEST_LINE_OPENAPI names its messaging-api.yml")
    return yaml.safe_load(Path(DESCRIPTION).read_text())["components"]["schemas"]


def own(described, name):
    """Return the properties that a schema adds to the one that it is a kind of, and which must be there."""
    parts = [described[name], *(part for part in described[name].get("allOf", []) if "$ref" not in part)]
    properties = {key: value for part in parts for key, value in part.get("properties", {}).items()}
    return properties, {key for part in parts for key in part.get("required", [])}


def kinds(described, name):
    mapping = described[name].get("discriminator", {}).get("mapping", {})
    return {kind: ref(target) for kind, target in mapping.items()}


def ref(target):
    return target.rsplit("/", 1)[-1]


def kind_of_value(schema, described):
    """Return what a property is, as the table would tell it: (is or list or map, of what)."""
    if "$ref" in schema:
        target = described[ref(schema["$ref"])]
        return "is", ref(schema["$ref"]) if target["type"] == "object" else target["type"]
    if schema["type"] == "array":
        items = schema["items"]
        return "list", ref(items["$ref"]) if "$ref" in items else items["type"]
    if schema["type"] == "object":
        return "map", ref(schema["additionalProperties"]["$ref"])
    return "is", "uri" if schema.get("format") == "uri" else schema["type"]


def told_by_table(field):
    return next((way, name) for way in ("is", "list", "map") if (name := getattr(field, f"{way}_")))


def reachable(described):
    found, waiting = set(), list(ROOTS)
    while waiting:
        name = waiting.pop()
        if name in found or name in SIMPLE:
            continue
        found.add(name)
        waiting += kinds(described, name).values()
        waiting += [kind_of_value(value, described)[1] for value in own(described, name)[0].values()]
    return found


@pytest.mark.comparison
def test_the_table_has_every_shape_that_can_be_sent(described):
    assert set(shapes().shapes) == reachable(described)


@pytest.mark.comparison
def test_every_shape_has_the_fields_kinds_and_limits_of_the_description(described):
    compared = 0
    for name, shape in shapes().shapes.items():
        properties, required = own(described, name)
        names = set(properties) - ({"type"} if shape.kinds else set())
        assert shape.kinds == kinds(described, name), name
        # A kind's own `type` is its parent's.
        assert set(shape.fields) == names - ({"type"} if name in shapes().kind_of else set()), name
        assert {key for key in required if key != "type"} <= {key for key, one in shape.fields.items() if one.required}
        for key, field in shape.fields.items():
            schema = properties[key]
            where = f"{name}.{key}"
            assert told_by_table(field) == kind_of_value(schema, described), where
            if "enum" in schema:
                assert set(field.one_of) == set(schema["enum"]), where
            compared += limits_agree(field, schema, where)
    assert compared >= 20


def limits_agree(field, schema, where):
    """Compare what the description limits; ours may be narrower where the reference says more."""
    most = [schema[key] for key in ("maxLength", "maxItems", "maximum") if schema.get(key) not in (None, 2**31 - 1)]
    least = [schema[key] for key in ("minLength", "minItems", "minimum") if schema.get(key)]
    narrower = {"RichMenuSize.width", "RichMenuSize.height"}
    assert [field.most] == most or not most, where
    assert [field.least] == least or not least or where in narrower, where
    return len(most) + len(least)
