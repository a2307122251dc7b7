"""Typography of each language, set by code, so that catalogues hold ordinary spaces.

French follows national usage: a narrow no-break space before ; : ! ? % € and inside « ».
"""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
NARROW = "\u202f"
MINUS = "\u2212"
APOSTROPHE = "\u2019"

_SPACES = f"[ {NO_BREAK}{NARROW}]"
_APOSTROPHE = re.compile(r"(?<=[\w}])'(?=[\w{«“])")
_FRENCH = (
    (re.compile(rf"{_SPACES}+(?=[;:!?%€»])"), NARROW),
    (re.compile(rf"«{_SPACES}*"), "«" + NARROW),
    (re.compile(rf"(?<=\d){_SPACES}(?=\d{{3}}(?!\d))"), NARROW),
)
_MONTH = re.compile(rf"\b(month|mois|mês){_SPACES}(?=[\d{{])")
_DOLLARS = re.compile(rf"\${_SPACES}*(?=[\d{{])")  # R$, US$

_LETTER_BEFORE_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)")
_ENGLISH_THOUSAND = re.compile(r"(?<=\d)K\b")
_FRENCH_SCALE = re.compile(rf"(\d{NARROW}[^\W\d_]{{1,2}}){NARROW}(?=[^\w\s])")


def typeset(text: str, language: str) -> str:
    """Set the spaces and apostrophes of a sentence, or of a template with {placeholders}."""
    text = _APOSTROPHE.sub(APOSTROPHE, text)
    text = _MONTH.sub(r"\1" + NO_BREAK, text)  # "month 19" stays on one line
    if language == "fr":
        for pattern, replacement in _FRENCH:
            text = pattern.sub(replacement, text)
    elif language == "pt_BR":
        text = _DOLLARS.sub("$" + NO_BREAK, text)
    return text


def typeset_number(text: str, language: str) -> str:
    """Set a number as Babel prints it the way we print it.

    The minus sign is U+2212; a currency code keeps its distance from the digits ("CHF 60", the
    currency spacing of CLDR, which Babel leaves out); English thousands are "k"; French spaces
    are narrow and a scale is glued to a currency sign ("109 k€", but "109 k CHF").
    """
    text = text.replace("-", MINUS)
    text = _LETTER_BEFORE_DIGIT.sub(NO_BREAK, text)
    if language == "en":
        return _ENGLISH_THOUSAND.sub("k", text)
    if language == "fr":
        return _FRENCH_SCALE.sub(r"\1", text.replace(NO_BREAK, NARROW))
    return text


def glue(text: str) -> str:
    """Keep a number and its unit on one line: ordinary spaces become no-break spaces."""
    return text.replace(" ", NO_BREAK)
