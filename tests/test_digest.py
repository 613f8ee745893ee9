"""A model is trained anew when, and only when, something changed that it is made from."""

import pytest

from bot.digest import digest
from bot.nlu.classifier import QuestionClassifier
from bot.nlu.emergency_judge import EmergencyJudge
from bot.nlu.fact_extractor import FactExtractor
from bot.nlu.version import version
from bot.project import ROOT


@pytest.fixture
def root(tmp_path):
    for name in ("code/one.py", "code/deep/two.py", "answers/three.yml", "code/notes.txt", "answers/en/words.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def _digest(root):
    return digest(["code", "answers/*/words.yml"], ["greet"], root)


def test_the_same_files_have_the_same_digest(root):
    assert _digest(root) == _digest(root)


@pytest.mark.parametrize("name", ["code/one.py", "code/deep/two.py", "answers/en/words.yml"])
def test_what_a_file_holds_counts(root, name):
    before = _digest(root)
    (root / name).write_text("changed")
    assert _digest(root) != before


@pytest.mark.parametrize("name", ["code/four.py", "answers/ja/words.yml"])
def test_a_new_file_counts(root, name):
    before = _digest(root)
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("")
    assert _digest(root) != before


@pytest.mark.parametrize("name", ["answers/three.yml", "code/notes.txt"])
def test_words_of_answers_and_other_files_do_not_count(root, name):
    before = _digest(root)
    (root / name).write_text("changed")
    assert _digest(root) == before


@pytest.mark.parametrize("component", [EmergencyJudge, FactExtractor, QuestionClassifier])
def test_rasa_is_told_which_code_and_content_a_trained_part_comes_from(component):
    assert component.fingerprint_addon(component.get_default_config()) == version(component.learnt_from) != version()


def test_what_is_learnt_from_is_there():
    for component in (EmergencyJudge, FactExtractor, QuestionClassifier):
        assert all(list(ROOT.glob(pattern)) for pattern in component.learnt_from)


def test_a_name_counts(root):
    assert digest(["code"], ["greet"], root) != digest(["code"], ["greet", "thank"], root)
