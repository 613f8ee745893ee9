"""The personal checks over HTTP, for insurers' own pages: facts in, decision out."""

from collections.abc import Callable, Coroutine
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, BeforeValidator, Field

from actions.eligibility.check import Check
from actions.eligibility.checks import CHECKS
from actions.eligibility.decision import Case, DateEntry, Decision, Kept
from actions.eligibility.facts import Facts
from bot import clock
from bot.answers.cases_text import condition_text
from bot.answers.decision_text import decision_text, outcome_text, reason_texts, step_texts
from bot.answers.eligibility_texts import eligibility_texts
from bot.channels.entrance import is_open, limited
from bot.channels.errors import Refusal
from bot.channels.fields import SpokenLanguage, written_date
from bot.content.language import default_language, languages
from bot.content.source import Citation, Source, cite

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class FactsRoute(APIRoute):
    """A route whose refusals call a fact what people call it."""

    def get_route_handler(self) -> Handler:
        """Return the handler, with the names of facts put into what it refuses."""
        handler = super().get_route_handler()

        async def named(request: Request) -> Response:
            try:
                return await handler(request)
            except RequestValidationError as error:
                language = request.query_params.get("language", "")
                raise RequestValidationError([_in_words(entry, language) for entry in error.errors()]) from error

        return named


def _in_words(error: dict[str, Any], language: str) -> dict[str, Any]:
    """Return an error about a fact with the fact's name in its message."""
    place = error["loc"]
    if len(place) < 2 or place[1] not in Facts.model_fields:
        return error
    label = eligibility_texts(language if language in languages() else default_language()).facts[place[1]].label
    return error | {"msg": f"{label}: {error['msg'].removeprefix('Value error, ')}"}


router = APIRouter(
    prefix="/api/eligibility",
    tags=["eligibility"],
    route_class=FactsRoute,
    dependencies=[Depends(is_open("eligibility")), Depends(limited("eligibility"))],
    responses={429: {"model": Refusal}, 503: {"model": Refusal}},
)

Language = Annotated[SpokenLanguage, Query(description="the language of the texts")]
Day = Annotated[
    date | None,
    BeforeValidator(written_date),
    Query(ge=date(1900, 1, 1), le=date(2100, 12, 31), description="the day to decide for; today if not given"),
]
DEFAULT_LANGUAGE = default_language()


class Line(BaseModel):
    """A reason or a step: its id, in words, and where it stands."""

    id: str
    text: str
    source: Citation


class Question(BaseModel):
    """A fact that the outcome still depends on."""

    fact: str
    question: str
    hint: str


class Assumption(BaseModel):
    """What was taken for granted, as nobody said otherwise, and would change the decision."""

    fact: str
    value: Kept = Field(description="the usual value, which was assumed")
    unless: Kept = Field(description="a value that would change the decision")
    outcome: str = Field(description="the outcome then")
    text: str = Field(description="in words: if it is otherwise")


class DecisionOut(BaseModel):
    """A decision, with its texts in the language asked for."""

    check: str
    outcome: str
    certainty: str
    answer: str = Field(description="the outcome in one sentence")
    text: str = Field(description="the whole decision in words")
    as_of: date
    language: str
    reasons: list[Line]
    missing: list[Question]
    usually: list[Assumption]
    cases: list[Case]
    contradictions: list[list[str]]
    steps: list[Line]
    dates: list[DateEntry]
    would_change: list[str]
    past_horizon: bool


def _told(decision: Decision, language: str, day: date) -> DecisionOut:
    texts = eligibility_texts(language)
    reasons, steps = reason_texts(decision, language), step_texts(decision, language)
    return DecisionOut(
        **decision.model_dump(include={"check", "outcome", "certainty", "contradictions", "past_horizon"}),
        answer=outcome_text(decision.check, decision.outcome, language),
        text=decision_text(decision, language),
        as_of=day,
        language=language,
        reasons=[
            Line(id=reason.rule, text=text, source=cite(Source(**reason.source.model_dump()), language))
            for reason, text in zip(decision.reasons, reasons, strict=True)
        ],
        missing=[_question(fact, language) for fact in decision.missing],
        usually=_assumptions(decision, language),
        cases=list(decision.cases),
        steps=[
            Line(id=step.step, text=text, source=cite(Source(**step.source.model_dump()), language))
            for step, text in zip(decision.steps, steps, strict=True)
        ],
        dates=list(decision.dates),
        would_change=[texts.changes[change] for change in decision.would_change],
    )


def _question(fact: str, language: str) -> Question:
    text = eligibility_texts(language).facts[fact]
    return Question(fact=fact, question=text.question, hint=text.hint)


def _assumptions(decision: Decision, language: str) -> list[Assumption]:
    return [
        Assumption(
            fact=usual.fact,
            value=usual.value,
            unless=usual.unless,
            outcome=usual.outcome,
            text=condition_text(usual.fact, (usual.unless,), language),
        )
        for usual in decision.usually
    ]


def _add(check: Check) -> None:
    """Add the route of one check, described with facts of its own."""
    body: Any = Annotated[Facts, Field(examples=[check.example])]

    def decide(facts: Facts, language: Language = DEFAULT_LANGUAGE, day: Day = None) -> DecisionOut:
        decided_for = day or clock.today()
        return _told(check.decide(facts, decided_for), language, decided_for)

    decide.__annotations__["facts"] = body
    summary = f"Tell {check.answers}."
    router.post(f"/{check.name}", name=check.name, summary=summary, responses={422: {"model": Refusal}})(decide)


for known_check in CHECKS.values():
    _add(known_check)
