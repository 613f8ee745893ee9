"""Rasa's faults: each shown in stock Rasa, gone in ours, and the replies the same."""

import ast
import asyncio
import inspect

import jsonschema
import pytest
import rasa.shared.utils.common
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.engine.runner import dask
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.utils.endpoints import EndpointConfig

from bot.engine import Engine, Message, rasa_faults
from bot.engine.in_process_actions import InProcessActions
from bot.engine.rasa_faults import (
    action_results,
    chain_of_nodes,
    dialogue_states,
    domain_reading,
    event_classes,
    logged_copies,
    rules_by_state,
)

RESULT = {"events": [], "responses": []}
TALK = [
    "こんにちは",
    "資格確認書のコピーは使えますか",
    "/check_visit_document",
    "持っていません",
    "資格確認書とは何ですか",
    "わからない",
    "やっぱり持っています",
    "胸が苦しくて倒れそうです",
    "大丈夫です",
    "やめる",
    "宝くじ",
    "英語で案内してもらえますか",
    "/check_certificate",
    "/restart",
    "ありがとう",
    "あの手続きについて教えて",
    "/deny",
]


@pytest.fixture
def stock(monkeypatch):
    """Put Rasa's own functions back for a test."""
    monkeypatch.setattr(Event, "resolve_by_type", staticmethod(event_classes.stock))
    monkeypatch.setattr(RemoteAction, "_validate_action_result", action_results.stock)
    monkeypatch.setattr(DaskGraphRunner, "run", chain_of_nodes.stock)
    monkeypatch.setattr(Domain, "states_for_tracker_history", dialogue_states.stock)
    monkeypatch.setattr(RulePolicy, "_get_possible_keys", rules_by_state.stock)
    monkeypatch.setattr(DomainProvider, "load", domain_reading.stock)
    for module in logged_copies.MODULES:
        monkeypatch.setattr(module, "copy", __import__("copy"))


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
    action_results.validator.cache_clear()
    for _ in range(2):
        RemoteAction("an_action", EndpointConfig())._validate_action_result(RESULT)
    assert len(schema_checks) == 1


def test_a_wrong_result_is_still_an_error():
    rasa_faults.mend()
    with pytest.raises(jsonschema.ValidationError):
        RemoteAction("an_action", EndpointConfig())._validate_action_result({"events": "none"})


def test_what_was_done_in_this_process_is_taken_as_it_is(schema_checks):
    rasa_faults.mend()
    assert RemoteAction("an_action", InProcessActions())._validate_action_result({"events": "none"})


@pytest.fixture
def calls(monkeypatch):
    """Return a function that counts the calls of another from now on."""

    def count(owner, name):
        seen, real = [], getattr(owner, name)
        monkeypatch.setattr(owner, name, lambda *args, **kwargs: seen.append(name) or real(*args, **kwargs))
        return seen

    return count


def turns(engine, *texts, known=()):
    """Take turns one after another; return their replies and what is new in the dialogue, without times and ids."""

    async def talk():
        dialogue, taken = list(known), []
        for text in texts:
            turn = await engine.answer(Message("same", text, "ja"), dialogue)
            dialogue += turn.new
            taken.append(([reply.body() for reply in turn.replies], [plain(event) for event in turn.new]))
        return taken

    return asyncio.run(talk())


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if key not in ("timestamp", "message_id")}
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def test_stock_plans_every_run(engine, stock, calls):
    planned = calls(dask.dask, "get")
    turns(engine, "こんにちは")
    assert len(planned) > 1


def test_ours_plans_none(engine, calls):
    planned = calls(dask.dask, "get")
    turns(engine, "こんにちは")
    assert planned == []


def long_dialogue(engine):
    return [event for _, new in turns(engine, *["/faq/contact"] * 6) for event in new]


def test_stock_computes_all_states_for_each_prediction(engine, stock, calls):
    known = long_dialogue(engine)
    computed = calls(Domain, "get_active_state")
    turns(engine, "/faq/contact", known=known)
    assert len(computed) > 40


def test_ours_computes_them_once(engine, calls):
    known = long_dialogue(engine)
    computed = calls(Domain, "get_active_state")
    turns(engine, "/faq/contact", known=known)
    assert len(computed) < 25


def domain_and_readings(storage, calls):
    readings = calls(rasa.shared.utils.io, "read_yaml")
    return DomainProvider.load({}, storage, Resource("domain_provider"), None).provide_inference(), len(readings)


@pytest.fixture
def storage(model, tmp_path):
    return LocalModelStorage.from_model_archive(tmp_path, model)[0]


def test_ours_reads_the_domain_of_stock_rasa_once(storage, calls, request):
    rasa_faults.mend()
    ours, readings = domain_and_readings(storage, calls)
    request.getfixturevalue("stock")
    its, stock_readings = domain_and_readings(storage, calls)
    assert (ours.as_dict(), ours.fingerprint()) == (its.as_dict(), its.fingerprint())
    assert (readings, stock_readings) == (1, 6)


def test_stock_tries_every_rule(engine, stock, calls):
    tried = calls(RulePolicy, "_is_rule_applicable")
    turns(engine, "/faq/contact")
    assert len(tried) > 150


def test_ours_tries_those_that_may_fit(engine, calls):
    tried = calls(RulePolicy, "_is_rule_applicable")
    turns(engine, "/faq/contact")
    assert len(tried) < 50


def test_states_and_rules_are_those_of_stock_rasa(engine, monkeypatch):
    compared = []

    def compare(owner, name, stock):
        ours = getattr(owner, name)

        def both(*args, **kwargs):
            mine, its = ours(*args, **kwargs), stock(*args, **kwargs)
            assert mine == its
            compared.append(name)
            return mine

        monkeypatch.setattr(owner, name, both)

    compare(Domain, "states_for_tracker_history", dialogue_states.stock)
    compare(RulePolicy, "_get_possible_keys", rules_by_state.stock)
    turns(engine, *TALK)
    assert len(compared) > 4 * len(TALK)


@pytest.mark.parametrize("module", logged_copies.MODULES, ids=lambda module: module.__name__)
def test_rasa_copies_in_these_modules_only_what_it_logs(module):
    tree = ast.parse(inspect.getsource(module))
    copies = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and is_copy(node)]
    logged = [
        call for call in ast.walk(tree) if isinstance(call, ast.Call) and ast.unparse(call.func).endswith(".debug")
    ]
    assert copies
    assert all(any(copy in ast.walk(call) for call in logged) for copy in copies)


def is_copy(node):
    return ast.unparse(node) == "copy.deepcopy"


def test_ours_copies_nothing_for_a_line_that_is_not_written():
    rasa_faults.mend()
    slot = {"a": []}
    assert all(module.copy.deepcopy(slot) is slot for module in logged_copies.MODULES)


def test_turns_are_those_of_stock_rasa(model, request):
    ours = turns(Engine.load(model), *TALK)
    engine = Engine.load(model)
    request.getfixturevalue("stock")
    assert ours == turns(engine, *TALK)


def replies(engine):
    async def talk():
        return [[reply.text for reply in await engine.ask(Message("same", text, "ja"))] for text in TALK]

    return asyncio.run(talk())


def test_the_replies_are_those_of_stock_rasa_with_a_store_of_its_own(model, request):
    ours = replies(Engine.load(model))
    engine = Engine.load(model)
    engine._processor.tracker_store = InMemoryTrackerStore(engine._processor.domain)
    request.getfixturevalue("stock")
    assert ours == replies(engine)
