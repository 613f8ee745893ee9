"""Rasa's importer of responses and checks: a topic's or a check's own files are all it takes to teach the assistant."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.training_data import TrainingData

from actions.eligibility.checks import CHECKS
from bot.answers.eligibility_texts import eligibility_texts
from bot.answers.eligibility_utterances import ASK, NEXT, OVER
from bot.content.answers import answers
from bot.content.dialogue import response_texts
from bot.content.examples import FAQ
from bot.content.language import default_language

START = """
- rule: start {check}
  steps:
  - intent: {check}
  - action: eligibility_form
  - active_loop: eligibility_form
"""


class ResponsesImporter(TrainingDataImporter):
    """Derives the domain's responses from answers and texts, and the checks' intents and rules from their register.

    Questions are the answers of one retrieval intent, `faq`, so the one rule in `data/rules` serves them all.
    """

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
        **kwargs: Any,
    ) -> None:
        """Create the importer; the content knows its own files."""

    def get_domain(self) -> Domain:
        """Return a domain with an intent for every check, and the responses in the default language."""
        language = default_language()
        said = dict(response_texts(language))
        for topic, entry in answers(language).items():
            said[f"utter_{FAQ}/{topic}"] = entry.title
            said |= {f"utter_{FAQ}/{topic}.{name}": answer.title for name, answer in entry.questions.items()}
        said |= {f"{ASK}{fact}": text.question for fact, text in eligibility_texts(language).facts.items()}
        said |= dict.fromkeys((NEXT, OVER), eligibility_texts(language).headings["stopped"])
        responses = {name: [{"text": text}] for name, text in said.items()}
        return Domain.from_dict({"intents": list(CHECKS), "responses": responses})

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """Return a rule for each check, which starts it; the others stand in `data/rules`."""
        rules = "".join(START.format(check=check) for check in CHECKS)
        return StoryGraph(YAMLStoryReader().read_from_string(f'version: "3.1"\nrules:{rules}'))

    def get_nlu_data(self, language: str | None = None) -> TrainingData:
        """Return none: the examples have an importer of their own."""
        return TrainingData()

    def get_config(self) -> dict[str, Any]:
        """Return nothing to add to `config.yml`."""
        return {}

    def get_config_file_for_auto_config(self) -> str | None:
        """Return None: nothing is configured automatically."""
        return None
