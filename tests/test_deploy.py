"""What is written for running it elsewhere: valid by its own rules, and naming only what there is."""

import json
import re
import subprocess
import sys
from pathlib import Path

import kubernetes_validate
import pytest
import yaml
from prometheus_client import REGISTRY

from bot import metrics
from bot.cli import LEAVE_SECONDS
from bot.project import ROOT
from bot.settings import Settings

DEPLOY = ROOT / "deploy"
KUBERNETES = sorted(path for path in (DEPLOY / "kubernetes").glob("*.yaml") if path.name != "kustomization.yaml")
OBJECTS = [pytest.param(one, id=one["kind"]) for path in KUBERNETES for one in yaml.safe_load_all(path.read_text())]
RULES = [
    rule
    for group in yaml.safe_load((DEPLOY / "prometheus" / "alerts.yml").read_text())["groups"]
    for rule in group["rules"]
]
PANELS = json.loads((DEPLOY / "grafana" / "madoguchi.json").read_text())["panels"]
EXPRESSIONS = [
    *(rule["expr"] for rule in RULES),
    *(target["expr"] for panel in PANELS for target in panel["targets"]),
]


def objects(kind):
    return [one.values[0] for one in OBJECTS if one.values[0]["kind"] == kind]


@pytest.mark.parametrize("thing", OBJECTS)
def test_kubernetes_takes_it(thing):
    kubernetes_validate.validate(thing, "1.28", strict=True)


def test_every_manifest_is_applied():
    listed = yaml.safe_load((DEPLOY / "kubernetes" / "kustomization.yaml").read_text())["resources"]
    assert sorted(listed) == [path.name for path in KUBERNETES]


def test_a_pod_has_time_to_end_its_turns():
    (deployment,) = objects("Deployment")
    pod = deployment["spec"]["template"]["spec"]
    pause = int(pod["containers"][0]["lifecycle"]["preStop"]["exec"]["command"][1])
    assert pod["terminationGracePeriodSeconds"] > pause + LEAVE_SECONDS


def test_neither_an_update_nor_a_disruption_takes_the_last_processes():
    (deployment,), (budget,), (scaler,) = map(objects, ("Deployment", "PodDisruptionBudget", "HorizontalPodAutoscaler"))
    assert deployment["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    assert 0 < budget["spec"]["minAvailable"] < scaler["spec"]["minReplicas"]


def test_the_probes_ask_what_there_is():
    from bot.app import app

    (deployment,) = objects("Deployment")
    container = deployment["spec"]["template"]["spec"]["containers"][0]
    paths = {container[f"{probe}Probe"]["httpGet"]["path"] for probe in ("startup", "liveness", "readiness")}
    assert paths <= set(app.openapi()["paths"])


def test_only_settings_that_there_are_are_set():
    known = {str(field.validation_alias) for field in Settings.model_fields.values()}
    written = "".join(path.read_text() for path in DEPLOY.rglob("*") if path.is_file())
    named = set(re.findall(r"\b(?:MADOGUCHI|LINE)_[A-Z_]+\b|\bREDIS_URL\b", written))
    assert named
    assert named <= known


def test_alerts_and_dashboard_ask_for_metrics_that_there_are():
    assert metrics.turns in REGISTRY._collector_to_names
    known = {name for names in REGISTRY._collector_to_names.values() for name in names} | {"up"}
    asked = {name for expression in EXPRESSIONS for name in re.findall(r"\b(?:madoguchi_\w+|up)\b", expression)}
    assert len(asked) > 5
    assert asked <= known


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_every_alert_has_a_run_book(rule):
    path, _, anchor = rule["annotations"]["run_book"].partition("#")
    headings = re.findall(r"^#+ (.+)$", (ROOT / path).read_text("utf-8"), re.MULTILINE)
    assert anchor in {re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-")) for heading in headings}


def test_the_container_file_is_well_made():
    linter = Path(sys.executable).with_name("hadolint")
    told = subprocess.run([linter, DEPLOY / "Dockerfile"], capture_output=True, text=True)
    assert (told.returncode, told.stdout + told.stderr) == (0, "")


def test_the_container_serves_without_privileges():
    last = (DEPLOY / "Dockerfile").read_text().rpartition("FROM ")[2]
    assert re.search(r"^USER 10001$", last, re.MULTILINE)
    assert "HEALTHCHECK" in last
