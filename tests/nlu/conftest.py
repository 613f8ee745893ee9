"""What tests of reading share."""

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage

from bot.nlu.fact_extractor import FactExtractor


@pytest.fixture(scope="session")
def fact_model(model, tmp_path_factory):
    """The trained model of clauses."""
    storage, metadata = LocalModelStorage.from_model_archive(tmp_path_factory.mktemp("model"), model)
    (node,) = (node for node in metadata.predict_schema.nodes.values() if node.uses is FactExtractor)
    with storage.read_from(node.resource) as folder:
        return FactExtractor.read_model(folder)
