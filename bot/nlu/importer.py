"""Rasa's importer for the examples: the file's name says the language, `data/nlu/<language>.yml`."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.importers.utils import training_data_from_paths
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.languages import languages
from bot.nlu.example import Example
from bot.nlu.language_detector import LANGUAGE


class LanguageImporter(RasaFileImporter):
    """Reads what Rasa's own importer reads, and marks each example with its language."""

    def get_nlu_data(self, language: str | None = None) -> TrainingData:
        """Return the examples of all languages."""
        return self._data

    @cached_property
    def _data(self) -> TrainingData:
        """The examples, read once: Rasa asks for them three times in a training."""
        return TrainingData().merge(*(_marked(Path(path)) for path in self._nlu_files))

    def get_config_file_for_auto_config(self) -> str | None:
        """Return None: nothing is configured automatically."""
        return None


def _marked(path: Path) -> TrainingData:
    data = training_data_from_paths([str(path)], path.stem)
    if path.stem in languages():
        data.training_examples = [Example(message.data, **{LANGUAGE: path.stem}) for message in data.training_examples]
    return data
