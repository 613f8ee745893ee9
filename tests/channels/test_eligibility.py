"""The checks over HTTP: partial facts allowed, unknown fields refused, impossible dates named."""

import re

import pytest
from fastapi.testclient import TestClient

from actions.eligibility.checks import CHECKS
from bot.app import app
from bot.content.language import languages

client = TestClient(app, raise_server_exceptions=False)  # no lifespan: the checks need no model


def check(name, facts, **query):
    return client.post(f"/api/eligibility/{name}", json=facts, params={"day": "2026-11-24", **query})


def test_a_decision_has_reasons_with_sources_steps_and_dates():
    decision = check(
        "check_expiry_dates",
        {
            "born_on": "1970-09-15",
            "issued_on": "2021-03",
        },
    ).json()
    assert decision["outcome"] == "no_longer_usable"
    assert {"name": "certificate_until", "day": "2025-09-15"} in decision["dates"]
    assert all(reason["source"]["leaflet"] and reason["text"] for reason in decision["reasons"])
    assert decision["steps"] and decision["missing"] == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", CHECKS)
def test_no_facts_are_an_honest_question(name, language):
    decision = check(name, {}, language=language).json()
    assert decision["missing"][0]["question"]
    assert decision["cases"] or decision["outcome"] == "read_date_on_card"


@pytest.mark.parametrize(
    ("language", "words"), [("ja", "電子証明書の期限が切れている場合"), ("en", "If the electronic")]
)
def test_what_was_taken_for_granted_is_told(language, words):
    decision = check("check_visit_document", {"registered": True}, language=language).json()
    first = decision["usually"][0]
    assert (first["fact"], first["value"], first["unless"]) == ("electronic_certificate", "valid", "expired")
    assert first["outcome"] == "depends" and first["text"].startswith(words)


def test_what_was_told_of_another_check_is_taken_too():
    facts = {"registered": True, "situation": "lost", "issued_on": "2022-06-10", "born_on": "1970-05-03"}
    dates = check("switch_checklist", facts | {"situation": None}).json()["dates"]
    assert {"name": "certificate_until", "day": "2027-05-03"} in dates


@pytest.mark.parametrize(
    ("language", "facts", "label"),
    [
        ("ja", {"card": "perhaps"}, "マイナンバーカード"),
        ("en", {"visit_day": "2026-02-30"}, "Day of the visit"),
        ("en", {"age": 200}, "Age"),
    ],
)
def test_an_error_names_the_fact_as_people_call_it(language, facts, label):
    error = check("check_visit_document", facts, language=language).json()["error"]
    assert error["field"] == next(iter(facts)) and label in error["message"]


@pytest.mark.parametrize(
    ("name", "facts", "query", "field"),
    [
        ("check_certificate", {"cart": "none"}, {}, "cart"),
        ("check_certificate", {"card": "perhaps"}, {}, "card"),
        ("check_visit_document", {"visit_day": "2026-02-30"}, {}, "visit_day"),
        ("check_expiry_dates", {"issued_on": "2021-13"}, {}, "issued_on"),
        ("check_expiry_dates", {"issued_on": 7}, {}, "issued_on"),
        ("check_expiry_dates", {"issued_on": "--05-03"}, {}, "issued_on"),
        ("check_certificate", {}, {"language": "xx"}, "language"),
        ("check_certificate", {}, {"day": "2026-02-30"}, "day"),
        ("check_certificate", {}, {"day": "9999-01-01"}, "day"),
        ("check_certificate", {}, {"day": "0"}, "day"),
        ("check_certificate", {}, {"day": "1795478400"}, "day"),
        ("check_certificate", [], {}, None),
    ],
)
def test_what_cannot_be_is_named(name, facts, query, field):
    response = check(name, facts, **query)
    assert response.status_code == 422
    error = response.json()["error"]
    assert (error["field"] or "").split(".")[0] == (field or "")
    assert error["message"].endswith(".")


def test_an_unknown_check_is_not_found():
    assert check("check_weather", {}).status_code == 404


def test_each_check_is_described_with_its_facts_and_an_example():
    description = client.get("/openapi.json").json()
    for name, rule in CHECKS.items():
        body = description["paths"][f"/api/eligibility/{name}"]["post"]["requestBody"]
        assert "Facts" in str(body) and str(next(iter(rule.example))) in str(body)


@pytest.mark.parametrize("wrong", [7, "2021-13", "--05-03", {}, ["2021"]])
def test_an_error_names_the_field_and_no_part_of_the_code(wrong):
    error = check("check_expiry_dates", {"issued_on": wrong}).json()["error"]
    assert error["field"] == "issued_on"
    assert not re.search(r"PartialDate|instance|\[|function", error["message"])
