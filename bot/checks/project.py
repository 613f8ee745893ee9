"""All checks over all content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from actions.eligibility.checks import CHECKS
from bot.checks.answers import answer_problems, ending_soon
from bot.checks.emergencies import emergency_problems, essential_problems
from bot.checks.examples import example_problems, question_intents
from bot.checks.number_words import number_reading_problems, number_word_problems
from bot.checks.parity import parity_problems
from bot.checks.plainness import plainness_notices, plainness_problems
from bot.checks.rasa_lines import rasa_line_problems, responses_in_rules
from bot.checks.readings import reading_problems
from bot.checks.reviews import review_notices
from bot.checks.short_titles import short_title_problems
from bot.checks.texts import text_problems
from bot.checks.topics import topic_problems
from bot.checks.words import word_problems
from bot.content.dialogue import responses
from bot.content.files import ContentError, read_yaml
from bot.project import ROOT

# Intents that come from a button or a decision, never from words.
WITHOUT_EXAMPLES = {"faq", "unsure", "none_of_these", "which_language", "answer"}
WITHOUT_EXAMPLES |= {"medical_emergency", "possible_emergency", "no_emergency", "unspoken_language"}


def project_problems() -> Iterator[str]:
    """Yield every problem of the project's content; none means that it is whole."""
    for check in (*SERVED, *WRITTEN):
        yield from _told(check)


def serving_problems() -> Iterator[str]:
    """Yield the problems that would make a turn fail; a process that finds one doesn't serve."""
    for check in SERVED:
        yield from _told(check)


def refuse_broken() -> None:
    """Make sure that no turn can fail for want of content.

    Raises:
        ContentError: if one could; the message has every problem.
    """
    if problems := list(serving_problems()):
        raise ContentError("\n".join(problems))


def notices(day: date) -> Iterator[str]:
    """Yield what hinders nothing but should be looked at: answers that change within three months, texts to review."""
    yield from (f"soon: {change}" for change in ending_soon(day))
    yield from (f"review: {text}" for text in review_notices())
    yield from (f"plain: {text}" for text in plainness_notices())


def _told(check: Callable[[], Iterator[str]]) -> Iterator[str]:
    """Yield a check's problems; a file that can't be read is one."""
    try:
        yield from check()
    except ContentError as error:
        yield str(error)


def _examples() -> Iterator[str]:
    yield from example_problems([*question_intents(), *(_domain_intents() - WITHOUT_EXAMPLES)])


def _rules() -> Iterator[str]:
    unknown = responses_in_rules() - responses().keys() - {"utter_faq"}
    yield from (f"rules: no text for {name}" for name in sorted(unknown))


def _domain_intents() -> set[str]:
    written = {intent for path in (ROOT / "domain").glob("*.yml") for intent in read_yaml(path).get("intents", [])}
    return written | CHECKS.keys()


SERVED = (
    topic_problems,
    answer_problems,
    text_problems,
    essential_problems,
    _rules,
    rasa_line_problems,
    number_reading_problems,
)
WRITTEN = (
    _examples,
    emergency_problems,
    word_problems,
    number_word_problems,
    short_title_problems,
    parity_problems,
    reading_problems,
    plainness_problems,
)
