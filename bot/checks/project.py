"""All checks over all content."""

from __future__ import annotations

from collections.abc import Iterator

from bot import clock
from bot.answers.catalog import catalog
from bot.answers.eligibility_utterances import DECISION
from bot.answers.texts import texts
from bot.checks.answers import ending_soon, read_topics, text_problems, topic_problems
from bot.checks.examples import all_examples, example_problems
from bot.checks.widget import widget_problems
from bot.content import read_yaml
from bot.project import ROOT

# Intents that come from a button or a decision, never from words.
WITHOUT_EXAMPLES = {"faq", "unsure", "none_of_these", "which_language", "answer"}


def project_problems() -> Iterator[str]:
    """Yield every problem of the project's content; none means that it is whole."""
    topics, unreadable = read_topics()
    yield from unreadable
    yield from topic_problems(topics)
    yield from text_problems()
    yield from widget_problems()
    intents = {f"faq/{topic.topic}" for topic in topics} | (_domain_intents() - WITHOUT_EXAMPLES)
    yield from example_problems(all_examples(), intents)
    yield from (
        f"rules: no text for {name}" for name in sorted(_responses_in_rules() - set(texts()) - {"utter_faq", DECISION})
    )


def upcoming() -> Iterator[str]:
    """Yield what will have to be looked at within three months."""
    yield from ending_soon(catalog(), clock.today())


def _domain_intents() -> set[str]:
    return {intent for path in (ROOT / "domain").glob("*.yml") for intent in read_yaml(path).get("intents", [])}


def _responses_in_rules() -> set[str]:
    rules = [rule for path in (ROOT / "data" / "rules").glob("*.yml") for rule in read_yaml(path)["rules"]]
    actions = (step.get("action", "") for rule in rules for step in rule["steps"])
    return {action for action in actions if action.startswith("utter_")}
