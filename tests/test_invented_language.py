"""A language is a folder: one that nobody speaks is added to a copy of a small project, and spoken, without Python."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot.content.dialogue import response_texts, titles
from bot.project import ROOT

pytestmark = pytest.mark.slow

PROJECT = ("bot", "actions", "domain", "config.yml", "endpoints.yml", "credentials.yml", "uv.lock", "data")
KEPT = {"transition_overview", "certificate_copy", "contact"}
TALK = ("greet", "thank", "out_of_scope")
WORDS = {
    "certificate_copy.general": [
        "ĉu kopio de la atestilo sufiĉas",
        "mi havas nur kopion",
        "kopio anstataŭ la originalo",
    ],
    "contact.general": ["al kiu mi telefonu", "kie mi demandu", "telefonnumero por demandoj"],
    "transition_overview.general": ["kio ŝanĝiĝis pri la karto", "kio estas nova", "klarigu la ŝanĝon"],
}
COUNT = 8
FEW = 10


def _write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project of three topics, whose one new language says everything as English does, with a mark before it."""
    root = tmp_path_factory.mktemp("project")
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, root / name)
    _keep_few_topics(root)
    _keep_few_emergencies(root)
    _add_language(root / "data" / "languages" / "xx-malnova")
    return root


def _keep_few_topics(root: Path) -> None:
    for path in [*root.glob("data/topics/*/*.yml"), *root.glob("data/languages/*/examples/*/*.yml")]:
        if path.stem not in {*KEPT, *TALK}:
            path.unlink()
    for path in root.glob("data/topics/*/*.yml"):
        topic = yaml.safe_load(path.read_text("utf-8"))
        for entry in [topic, *topic["questions"].values()]:
            entry["follow_ups"] = []
        _write(path, topic)


def _keep_few_emergencies(root: Path) -> None:
    for path in root.glob("data/languages/*/emergencies.yml"):
        _write(path, {kind: texts[:FEW] for kind, texts in yaml.safe_load(path.read_text("utf-8")).items()})


def _add_language(folder: Path) -> None:
    folder.mkdir()
    shutil.copy(Path(__file__).parent / "invented" / "language.yml", folder)
    english = ROOT / "data" / "languages" / "en"
    shutil.copytree(english / "texts", folder / "texts")
    for name in ("facts.yml", "clauses.yml", "dates.yml", "concepts.yml"):
        shutil.copy(english / name, folder)
    _write(folder / "texts" / "dialogue.yml", {name: f"¤ {text}" for name, text in response_texts("en").items()})
    _write(folder / "texts" / "titles.yml", {name: f"¤ {text}"[:20] for name, text in titles("en").items()})
    for path in english.glob("answers/*/*.yml"):
        if path.stem in KEPT:
            entry = yaml.safe_load(path.read_text("utf-8"))
            for answer in entry["questions"].values():
                lead = answer["lead"]
                answer["lead"] = f"¤ {lead}" if isinstance(lead, str) else {k: f"¤ {t}" for k, t in lead.items()}
            _write(folder / path.relative_to(english), entry)
    for name, texts in WORDS.items():
        topic, _, question = name.partition(".")
        (group,) = [path.parent.name for path in english.glob(f"answers/*/{topic}.yml")]
        said = [f"{text} {number}" for text in texts for number in range(COUNT)]
        _write(folder / "examples" / group / f"{topic}.yml", {question: said})


def _run(project: Path, *arguments: str) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("MADOGUCHI_")}
    environment["PYTHONPATH"] = str(project)
    command = [sys.executable, "-m", "bot.cli", *arguments]
    done = subprocess.run(
        command,
        cwd=project,
        env=environment | {"PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_it_is_spoken_as_soon_as_its_folder_is_there(project):
    (reply,) = json.loads(
        _run(project, "ask", "ĉu kopio de la atestilo sufiĉas 3", "--language", "xx-malnova", "--json")
    )
    assert (reply["custom"]["language"], reply["custom"]["questions"]) == ("xx-malnova", ["certificate_copy/general"])
    assert reply["text"].startswith("¤ ")
