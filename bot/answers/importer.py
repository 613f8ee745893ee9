"""Rasa's importer: a topic file is all it takes to teach the assistant a topic."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.answers.catalog import catalog
from bot.answers.eligibility_texts import eligibility_texts
from bot.answers.eligibility_utterances import ASK, DECISION
from bot.answers.texts import texts
from bot.languages import default_language


class CatalogImporter(TrainingDataImporter):
    """Derives the domain's responses from the catalog and the texts.

    Topics are the answers of one retrieval intent, `faq`, so the one rule in `data/rules` serves them all.
    """

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
        **kwargs: Any,
    ) -> None:
        """Create the importer; the catalog knows its own files."""

    def get_domain(self) -> Domain:
        """Return a domain with a response for every topic and text, in the default language."""
        language = default_language()
        said = {f"utter_faq/{key}": topic.answers[-1].text for key, topic in catalog().topics.items()}
        said |= {name: text.text for name, text in texts().items()}
        said |= {f"{ASK}{fact}": text.question for fact, text in eligibility_texts().facts.items()}
        said[DECISION] = eligibility_texts().headings["stopped"]
        return Domain.from_dict({"responses": {name: [{"text": text[language]}] for name, text in said.items()}})

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """Return none: one rule for all topics stands in `data/rules`."""
        return StoryGraph([])

    def get_nlu_data(self, language: str | None = None) -> TrainingData:
        """Return none: examples stand in `data/nlu`."""
        return TrainingData()

    def get_config(self) -> dict[str, Any]:
        """Return nothing to add to `config.yml`."""
        return {}

    def get_config_file_for_auto_config(self) -> str | None:
        """Return None: nothing is configured automatically."""
        return None
