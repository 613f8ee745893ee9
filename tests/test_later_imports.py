"""What answering doesn't need is imported when it is used: never while we serve, and what is used works as ever."""

import json
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from bot.project import ROOT
from tests.process import Process

# The compiled libraries of what Rasa imports and no turn needs.
UNNEEDED = ("tensorflow", "sklearn", "matplotlib", "h5py", "bson")
TALK = [
    "こんにちは",
    "資格確認書のコピーは使えますか",
    "/check_visit_document",
    "持っていません",
    "わからない",
    "宝くじ",
]
ANSWER = """
import asyncio, json, sys
from bot.later_imports import import_later
from bot.quiet import quiet
quiet()
{install}
from bot.engine import Engine, Message
from bot.model import model_path
engine = Engine.load(model_path())
async def talk():
    for text in {talk}:
        for reply in await engine.ask(Message("same", text, "ja")):
            print(json.dumps(reply.body()))
asyncio.run(talk())
print(json.dumps("tensorflow" in sys.modules))
"""
# Each is run after `import_later`, where nothing of what it uses is loaded yet.
USES = {
    "a class by name": "from sklearn.svm import SVC; assert SVC(C=2).C == 2",
    "its kind": "from sklearn.svm import SVC; import sklearn.svm; assert isinstance(sklearn.svm.SVC(), SVC)",
    "its subclasses": "from sklearn.svm import SVC; import sklearn.svm as svm; assert issubclass(svm.SVC, SVC)",
    "a function by name": "from scipy.optimize import minimize_scalar as m; assert abs(m(lambda x: x**2).x) < .1",
    "what isn't listed": "import sklearn.tree; assert sklearn.tree.DecisionTreeClassifier().fit([[0], [1]], [0, 1])",
    "a channel": "from rasa.core.channels import RestInput; assert RestInput.name() == 'rest'",
    "every channel": "import rasa.core.channels as all; assert 'slack' in all.BUILTIN_CHANNELS",
    "a part of it": "from rasa.core.channels import UserMessage; import rasa.core.channels.channel as one; "
    "assert UserMessage is one.UserMessage",
    "Rasa's training": "from rasa.model_training import train; import rasa.utils.train_utils as it; "
    "assert it.RasaModelData.__module__ == 'rasa.utils.tensorflow.model_data'",
    "what a class has": "from rasa.graph_components.validators.default_recipe_validator import "
    "DefaultV1RecipeValidator as it; assert it.validate.__name__ == 'validate'",
}


def run(program: str) -> list[str]:
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_what_is_used_works_as_ever(use):
    run(f"import sys; from bot.later_imports import import_later; import_later(); {use}")


def test_nothing_is_loaded_before_it_is_used():
    (loaded,) = run(
        "import sys; from bot.later_imports import import_later; import_later(); from sklearn.svm import SVC; "
        "print('sklearn.base' in sys.modules); "
    )
    assert loaded == "False"


def test_replies_are_the_same_and_tensorflow_is_not_there(model):
    ours, stock = (run(ANSWER.format(install=install, talk=TALK)) for install in ("import_later()", ""))
    assert ours[:-1] == stock[:-1]
    assert [json.loads(said[-1]) for said in (ours, stock)] == [False, True]


@pytest.mark.model
def test_a_served_process_holds_none_of_it(model, tmp_path):
    process = Process(f"sqlite:///{tmp_path / 'conversations.db'}")
    try:
        for text in TALK:
            said = {"sender": "a", "message": text}
            assert httpx.post(f"{process.address}/webhooks/rest/webhook", json=said, timeout=30).json()
        maps = Path(f"/proc/{process.id}/maps").read_text("utf-8")
    finally:
        process.kill()
    assert [name for name in UNNEEDED if f"/{name}/" in maps] == []
