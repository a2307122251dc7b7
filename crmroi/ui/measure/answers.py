"""Questions that a file leaves open, and what an answer changes about its reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.table import Options, Question
from crmroi.text import N_, Label, _
from crmroi.text.calendar_months import day_and_month
from crmroi.text.phrases import named
from crmroi.ui import words
from crmroi.ui.measure import markup
from crmroi.ui.session import session
from crmroi.ui.uploads import ASIDE, Upload

_EITHER = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})\b")
_KIND = "kind"
_CHOICES = {
    "dmy": N_("Day first: day, month, year"),
    "mdy": N_("Month first: month, day, year"),
    "ymd": N_("Year first: year, month, day"),
    ",": N_("The comma is the decimal mark"),
    ".": N_("The point is the decimal mark"),
    "repair": N_("Repair it"),
    "utf-8": N_("Leave it as it is"),
    "acquisition": N_("Acquisition: marketing and sales"),
    "crm": N_("The CRM itself"),
    "returns": N_("Returns and complaints"),
    "other": N_("Something else"),
    ASIDE: N_("Leave the file out"),
}


def questions(upload: Upload) -> None:
    """Draw each open question with cells of the file beside it."""
    for question in upload.questions:
        _question(upload, question)
    if upload.questions:
        words.note(_("The file is read again with each answer."))


def answers(upload: Upload) -> None:
    """Draw what was answered, to be answered otherwise."""
    asked = {(question.key, question.subject) for question in upload.questions}
    given = [answer for which, answer in upload.answers.items() if which not in asked]
    if given:
        with st.expander(_("Your answers"), key=f"answers.{upload.name}"):
            for question, choice in given:
                _question(upload, question, choice)


def _question(upload: Upload, question: Question, choice: str | None = None) -> None:
    st.html(markup.question(_asked(question), question.examples))
    key = f"question.{upload.name}.{question.key}.{question.subject}"
    choices = (*question.choices, ASIDE) if question.key == _KIND else question.choices
    st.session_state[key] = choice
    st.radio(
        question.notice.message, choices, index=None, key=key,
        label_visibility="collapsed", format_func=_of(question), on_change=_answer,
        args=(upload, question, key),
    )  # fmt: skip


def _asked(question: Question) -> str:
    """Return a question in words; one about dates with a cell that shows what is at stake."""
    for example in question.examples if question.key == "date_order" else ():
        found = _EITHER.match(example)
        if found is None or found[1] == found[2]:
            continue
        first, second, year = map(int, found.groups())
        if max(first, second) > 12:
            continue
        either = (date(year % 100 + 2000, second, first), date(year % 100 + 2000, first, second))
        day, other = map(day_and_month, either)
        said = _(
            "Is {cell} the {day} or {other}? Nothing in the column tells.",
            cell=found[0], day=day, other=other,
        )  # fmt: skip
        return named(question.subject, said)
    return question.notice.message


def _of(question: Question) -> Callable[[str], str]:
    """Return what puts a choice into words: a kind by its label, a column by its own name."""

    def worded(choice: str) -> str:
        if question.key == _KIND and choice in KINDS:
            return _(KINDS[choice].label)
        return _(_CHOICES[choice]) if choice in _CHOICES else str(Label(choice))

    return worded


def _answer(upload: Upload, question: Question, key: str) -> None:
    if st.session_state[key] == ASIDE:
        upload.aside, session().uploads.shown = True, ""
        return
    choice = st.session_state[key]
    if question.key != _KIND:  # that is chosen beside the file's name
        upload.answers[question.key, question.subject] = (question, choice)
    upload.tell(answered(upload.options, question, choice))


def answered(options: Options, question: Question, choice: str) -> Options:
    """Return what is known about a file once this question has this answer."""
    return _ANSWERS.get(question.key, _mapped)(options, question.subject, choice)


def _simple(name: str) -> Callable[[Options, str, str], Options]:
    def change(options: Options, _subject: str, choice: str) -> Options:
        changes: dict[str, Any] = {name: choice}
        return replace(options, **changes)

    return change


def _date_order(options: Options, subject: str, choice: Any) -> Options:
    return replace(options, date_orders={**options.date_orders, subject: choice})


def _cost_category(options: Options, subject: str, choice: str) -> Options:
    return replace(options, cost_categories={**options.cost_categories, subject: choice})


def _mapped(options: Options, subject: str, choice: str) -> Options:
    return replace(options, mapping={**options.mapping, subject: choice})


_ANSWERS: dict[str, Callable[[Options, str, str], Options]] = {
    "date_order": _date_order,
    "cost_category": _cost_category,
    "decimal": _simple("decimal"),
    "encoding": _simple("encoding"),
    "delimiter": _simple("delimiter"),
    "currency": _simple("currency"),
    "kind": _simple("kind"),
}
