"""What an option holds, read from what was typed; argparse says what is refused."""

from __future__ import annotations

import argparse
import codecs
from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

MIN_RATE, MAX_RATE = -0.9, 10.0


def whole_from(least: int) -> Callable[[str], int]:
    """What reads a whole number that is no less, for argparse."""

    def whole(text: str) -> int:
        if not (text.isascii() and text.isdigit()) or int(text) < least:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} on")
        return int(text)

    return whole


def rate_of(text: str) -> float:
    """Read a rate of a year: "0.1" or "10%"."""
    rate = _fraction(text, "a rate")
    if not MIN_RATE <= rate <= MAX_RATE:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not between {MIN_RATE:.0%} and {MAX_RATE:.0%} a year: write 0.1 or 10%"
        )
    return rate


def share_of(text: str) -> float:
    """Read a share: "0.4" or "40%"."""
    share = _fraction(text, "a share")
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not between 0% and 100%: write 0.1 or 10%")
    return share


def date_of(text: str) -> date:
    """Read a day: "2026-03-01"."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date: write 2026-03-01") from None


def pair_of(form: str) -> Callable[[str], tuple[str, str]]:
    """Return what reads a name and a value with = between them; `form` shows them so."""

    def pair(text: str) -> tuple[str, str]:
        name, mark, value = text.partition("=")
        if not (name and mark and value):
            raise argparse.ArgumentTypeError(f"{text!r} has not the form {form}")
        return name, value

    return pair


def encoding_of(text: str) -> str:
    """Read the name of an encoding, or `repair`."""
    if text != "repair":
        try:
            codecs.decode(b"a", text)
        except UnicodeDecodeError:
            return text  # it is known, and has more than one byte to a letter
        except (LookupError, ValueError):  # a name with a zero byte is no name at all
            raise argparse.ArgumentTypeError(f"{text!r} is not a known encoding") from None
    return text


def delimiter_of(text: str) -> str:
    """Read the one character that stands between cells."""
    if text in {"tab", "\\t"}:
        return "\t"
    if len(text) != 1 or text in '"\r\n':
        raise argparse.ArgumentTypeError(f"{text!r} is not one character, nor tab")
    return text


def timezone_of(text: str) -> str:
    """Read the name of a time zone."""
    try:
        ZoneInfo(text)
    except (LookupError, ValueError, OSError):  # a folder of zones is an OSError
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a time zone: write one such as Europe/Paris"
        ) from None
    return text


def _fraction(text: str, what: str) -> float:
    number = text.strip().removesuffix("%")
    try:
        return float(number) / (100 if number != text.strip() else 1)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not {what}: write 0.1 or 10%") from None
