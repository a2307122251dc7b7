"""What a file leaves open, worded for the command line: each question names its option."""

from __future__ import annotations

from crmroi.files.exports.table import Question
from crmroi.text import _, is_currency


def asked(question: Question, kind: str) -> str:
    """The question, and what to type. A cell of the file is never shown."""
    if not question.option:
        return question.notice.message
    return _(
        "{question} Answer it with: {option}",
        question=question.notice.message,
        option=f"{question.option} {_form(question, kind)}",
    )


def _form(question: Question, kind: str) -> str:
    choices = "|".join(question.choices)
    match question.key:
        case "date_order":
            return _quoted(f"{kind}.{question.subject}={choices}")
        case "cost_category":
            return f"NAME={choices}"
        case "currency":
            # what stands in a column of currencies may be anything; a code tells nothing
            return "|".join(filter(is_currency, question.choices)) or "C"
        case _ if question.option == "--map":
            return f"{kind}.FIELD=COLUMN"
        case _:
            return choices


def _quoted(text: str) -> str:
    """A shell takes it as one word."""
    return f'"{text}"' if " " in text else text
