"""Readings (furigana) beside a reply: its texts once more, with the reading after each piece of kanji."""

from __future__ import annotations

from typing import Any

from bot.answers.readings import is_read, with_readings

# What a channel may show of a decision, part by part.
SHOWN = ("parts", "steps_text", "dates_text")


def with_ruby(body: dict[str, Any]) -> dict[str, Any]:
    """Return a reply with its texts once more under `custom.ruby`, with readings: ｜漢字《かんじ》.

    Args:
        body: the reply as it is kept; one in a language without readings stays as it is.
    """
    custom, language = body["custom"], body["custom"].get("language")
    if not language or "outcome" not in custom or not is_read(language):
        return body
    told = {
        "text": body["text"],
        "buttons": [button["title"] for button in body.get("buttons", [])],
        "decision": {key: entry for key, entry in (custom.get("decision") or {}).items() if key in SHOWN},
        "sources": [source["title"] for source in custom.get("sources", [])],
    }
    return body | {"custom": custom | {"ruby": _read(told, language)}}


def _read(told: Any, language: str) -> Any:
    """Return the same tree, its texts with readings."""
    if isinstance(told, dict):
        return {key: _read(below, language) for key, below in told.items()}
    if isinstance(told, list):
        return [_read(below, language) for below in told]
    return with_readings(told, language) if isinstance(told, str) else told
