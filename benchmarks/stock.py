"""Stock Rasa on the same questions and answers: its default English pipeline, a rule and a response a topic."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from bot.content.answers import answers
from bot.content.examples import examples

LANGUAGE = "en"
# Speed doesn't depend on how long the networks learn, so they learn briefly.
EPOCHS = 2
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


def write_project(folder: Path) -> None:
    """Write a stock project with every topic of the catalog into a folder."""
    texts = {name: list(entry.whole.values())[-1] for name, entry in answers(LANGUAGE).items()}
    topics, said = list(texts), _said()
    responses = {f"utter_{topic}": [{"text": text}] for topic, text in texts.items()}
    rules = [{"rule": topic, "steps": [{"intent": topic}, {"action": f"utter_{topic}"}]} for topic in topics]
    nlu = [{"intent": topic, "examples": "".join(f"- {text}\n" for text in said[topic])} for topic in topics]
    _write(folder / "config.yml", CONFIG)
    _write(folder / "domain.yml", {"version": "3.1", "intents": topics, "responses": responses})
    _write(folder / "credentials.yml", {"rest": None})
    _write(folder / "endpoints.yml", {"tracker_store": {"type": "SQL", "dialect": "sqlite", "db": "stock.db"}})
    (folder / "data").mkdir()
    _write(folder / "data" / "nlu.yml", {"version": "3.1", "nlu": nlu})
    _write(folder / "data" / "rules.yml", {"version": "3.1", "rules": rules})


def _said() -> dict[str, list[str]]:
    """Return the examples by topic."""
    said: dict[str, list[str]] = defaultdict(list)
    for entry in examples():
        if entry.language == LANGUAGE:
            said[entry.intent.removeprefix("faq/").partition(".")[0]].append(entry.text)
    return said


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
