"""Rasa's faults: each shown in stock Rasa, gone in ours, and the replies the same."""

import asyncio

import jsonschema
import pytest
import rasa.shared.utils.common
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.events import Event
from rasa.utils.endpoints import EndpointConfig

from bot.engine import Engine, Message, rasa_faults

RESULT = {"events": [], "responses": []}
TALK = [
    "こんにちは",
    "資格確認書のコピーは使えますか",
    "/check_visit_document",
    "持っていません",
    "わからない",
    "やめる",
    "宝くじ",
]


@pytest.fixture
def stock(monkeypatch):
    """Put Rasa's own functions back for a test."""

    def validate(self, result):
        jsonschema.validate(result, self.action_response_format_spec())
        return True

    monkeypatch.setattr(Event, "resolve_by_type", staticmethod(rasa_faults._resolve_by_type))
    monkeypatch.setattr(RemoteAction, "_validate_action_result", validate)


@pytest.fixture
def walks(monkeypatch):
    """Count the walks over all classes of events."""
    seen, walk = [], rasa.shared.utils.common.all_subclasses
    monkeypatch.setattr(rasa.shared.utils.common, "all_subclasses", lambda kind: seen.append(kind) or walk(kind))
    return seen


@pytest.fixture
def schema_checks(monkeypatch):
    """Count the checks of the schema itself."""
    kind, seen = validator_for(RemoteAction.action_response_format_spec()), []
    check = kind.check_schema
    monkeypatch.setattr(kind, "check_schema", lambda schema: seen.append(schema) or check(schema))
    return seen


def read_two_events():
    return [Event.from_parameters({"event": "session_started"}) for _ in range(2)]


def test_stock_walks_all_classes_for_every_event(stock, walks):
    read_two_events()
    assert walks.count(Event) == 2


def test_ours_looks_a_class_up_once(walks):
    rasa_faults.mend()
    read_two_events()
    assert walks.count(Event) <= 1


def test_an_unknown_event_is_still_an_error():
    rasa_faults.mend()
    with pytest.raises(ValueError, match="Unknown event"):
        Event.from_parameters({"event": "no such event"})


def test_stock_checks_the_schema_at_every_result(stock, schema_checks):
    for _ in range(2):
        RemoteAction("an_action", EndpointConfig())._validate_action_result(RESULT)
    assert len(schema_checks) == 2


def test_ours_checks_the_schema_once(schema_checks):
    rasa_faults.mend()
    rasa_faults._validator.cache_clear()
    for _ in range(2):
        RemoteAction("an_action", EndpointConfig())._validate_action_result(RESULT)
    assert len(schema_checks) == 1


def test_a_wrong_result_is_still_an_error():
    rasa_faults.mend()
    with pytest.raises(jsonschema.ValidationError):
        RemoteAction("an_action", EndpointConfig())._validate_action_result({"events": "none"})


def replies(engine):
    async def talk():
        return [[reply.text for reply in await engine.ask(Message("same", text, "ja"))] for text in TALK]

    return asyncio.run(talk())


def test_the_replies_are_those_of_stock_rasa(model, request):
    ours = replies(Engine.load(model))
    engine = Engine.load(model)
    engine._processor.tracker_store = InMemoryTrackerStore(engine._processor.domain)
    request.getfixturevalue("stock")
    assert ours == replies(engine)
