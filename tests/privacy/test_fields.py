"""No field that comes in lets a My Number through: texts are masked, ids that hold one are refused."""

import uuid

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.channels.fields import Id, Text
from bot.channels.rest import Incoming
from bot.channels.web.routes import Said
from bot.privacy.recogniser import MASK


def test_every_text_of_a_message_is_masked():
    said = Said(id=uuid.uuid4(), message="1234-5678-9012", shown="１２３４５６７８９０１２")
    assert (said.message, said.shown) == (MASK, MASK)
    assert Incoming(sender="a", message="一二三四五六七八九〇一二です").message == f"{MASK}です"


@pytest.mark.parametrize("key", ["222233334444", "user-2222-3333-4444", "web:222233334444", "２２２２３３３３４４４４"])
def test_an_id_that_holds_one_is_refused_without_repeating_it(key):
    with pytest.raises(ValidationError, match="must not hold twelve digits") as refused:
        TypeAdapter(Id).validate_python(key)
    assert key not in refused.value.errors()[0]["msg"]


@pytest.mark.parametrize(
    "key",
    [
        "f47ac10b-58cc-4372-8567-123456789012",
        "U4af4980629123456789012ab6ef2b3c1",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "whatsapp:+819012345678",
        "default",
    ],
)
def test_ids_as_machines_make_them_are_taken(key):
    assert TypeAdapter(Id).validate_python(key) == key


def test_a_text_keeps_its_form():
    assert TypeAdapter(Text).validate_python(" 資格確認書とは ") == " 資格確認書とは "
