"""Stock Rasa on a sample of the same content, as its documents have it: DIET, TED, rules, a form, an action server."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from benchmarks.messages import CHECK, LANGUAGE
from bot.content.answers import answers
from bot.content.examples import examples

# Speed doesn't depend on how long the networks learn, nor on how many examples of a topic there are, so they learn
# briefly and from some. Training times are therefore not compared.
EPOCHS = 2
EXAMPLES = 12
SLOTS = ("card", "registered", "certificate")
START = CHECK[0].removeprefix("/")
CONFIG: dict[str, Any] = {
    "recipe": "default.v1",
    "assistant_id": "stock",
    "language": LANGUAGE,
    "pipeline": [
        {"name": "WhitespaceTokenizer"},
        {"name": "RegexFeaturizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
        {"name": "DIETClassifier", "epochs": EPOCHS},
        {"name": "EntitySynonymMapper"},
        {"name": "FallbackClassifier", "threshold": 0.0},
    ],
    "policies": [{"name": "MemoizationPolicy"}, {"name": "RulePolicy"}, {"name": "TEDPolicy", "epochs": EPOCHS}],
}
ACTIONS = """
from rasa_sdk import Action, FormValidationAction

class ValidateVisitForm(FormValidationAction):
    def name(self):
        return "validate_visit_form"

    def validate_card(self, value, dispatcher, tracker, domain):
        return {"card": value}

    validate_registered = lambda self, value, dispatcher, tracker, domain: {"registered": value}
    validate_certificate = lambda self, value, dispatcher, tracker, domain: {"certificate": value}

class ActionDecide(Action):
    def name(self):
        return "action_decide"

    def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(response="utter_decided")
        return []
"""


def write_project(folder: Path, action_port: int) -> None:
    """Write a stock project with every topic of the catalog and one check into a folder."""
    texts = {name: list(entry.whole.values())[-1] for name, entry in answers(LANGUAGE).items()}
    said = _said()
    topics = [topic for topic in texts if said[topic]]
    rules = [{"rule": topic, "steps": [{"intent": topic}, {"action": f"utter_{topic}"}]} for topic in topics]
    nlu = [{"intent": name, "examples": "".join(f"- {text}\n" for text in said[name])} for name in (*topics, START)]
    _write(folder / "config.yml", CONFIG)
    _write(folder / "domain.yml", _domain({topic: texts[topic] for topic in topics}))
    _write(folder / "credentials.yml", {"rest": None})
    store = {"type": "SQL", "dialect": "sqlite", "db": "stock.db"}
    action_endpoint = {"url": f"http://127.0.0.1:{action_port}/webhook"}
    _write(folder / "endpoints.yml", {"tracker_store": store, "action_endpoint": action_endpoint})
    (folder / "data").mkdir()
    _write(folder / "data" / "nlu.yml", {"version": "3.1", "nlu": nlu})
    _write(folder / "data" / "rules.yml", {"version": "3.1", "rules": rules + _form_rules()})
    (folder / "stock_actions.py").write_text(ACTIONS, "utf-8")


def _domain(texts: dict[str, str]) -> dict[str, Any]:
    asked = {"type": "from_text", "conditions": [{"active_loop": "visit_form"}]}
    slots = {
        slot: {
            "type": "text",
            "influence_conversation": False,
            "mappings": [asked | {"conditions": [{"active_loop": "visit_form", "requested_slot": slot}]}],
        }
        for slot in SLOTS
    }
    said = {f"utter_{topic}": text for topic, text in texts.items()}
    said |= {f"utter_ask_{slot}": f"What of your {slot}?" for slot in SLOTS} | {"utter_decided": "Show your card."}
    return {
        "version": "3.1",
        "intents": [*texts, START],
        "slots": slots,
        "forms": {"visit_form": {"required_slots": list(SLOTS)}},
        "actions": ["validate_visit_form", "action_decide"],
        "responses": {name: [{"text": text}] for name, text in said.items()},
    }


def _form_rules() -> list[dict[str, Any]]:
    form = {"action": "visit_form"}
    begin = {"rule": "begin", "steps": [{"intent": START}, form, {"active_loop": "visit_form"}]}
    over = [form, {"active_loop": None}, {"slot_was_set": [{"requested_slot": None}]}, {"action": "action_decide"}]
    return [begin, {"rule": "decide", "condition": [{"active_loop": "visit_form"}], "steps": over}]


def _said() -> dict[str, list[str]]:
    """Return examples by topic."""
    said: dict[str, list[str]] = defaultdict(list)
    for entry in examples():
        if entry.language == LANGUAGE:
            said[entry.intent.removeprefix("faq/").partition(".")[0]].append(entry.text)
    return defaultdict(list, {topic: texts[:: len(texts) // EXAMPLES + 1] for topic, texts in said.items()})


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
