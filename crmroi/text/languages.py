"""The languages of crmroi and the one spoken now.

The language is a context variable: each session (thread, task) has its own, and none can change
another's. `gettext.install` and `locale.setlocale` are global to the process, hence never used.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LANGUAGES: dict[str, str] = {
    "en": "English",
    "fr": "Français",
    "pt_BR": "Português (Brasil)",
}
"""Our languages by gettext code, each by its own name."""

SOURCE = "en"
"""The language the messages are written in, and the one spoken unless told otherwise."""

_spoken: ContextVar[str] = ContextVar("language", default=SOURCE)


def language() -> str:
    """Return the code of the language spoken now, one of `LANGUAGES`."""
    return _spoken.get()


def speak(code: str) -> None:
    """Speak a language from here on in this context: "fr", "fr-FR", "pt", "pt_BR".

    Raises ValueError for a language that is not ours.
    """
    _spoken.set(_resolve(code))


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language inside the `with` block, then the former one again.

    Raises ValueError for a language that is not ours.
    """
    token = _spoken.set(_resolve(code))
    try:
        yield
    finally:
        _spoken.reset(token)


def html_language() -> str:
    """Return the language spoken now as BCP 47 wants it in `<html lang>`: "pt-BR"."""
    return language().replace("_", "-")


def match(accept: str | None) -> str:
    """Return the best of our languages for a browser's locale or `Accept-Language` header.

    "pt-PT" finds Brazilian Portuguese, the nearest we have; nothing of ours: English.
    """
    wishes = sorted(_wishes(accept or ""), key=lambda wish: -wish[1])
    return next((ours for tag, _ in wishes if (ours := _find(tag)) is not None), SOURCE)


def _wishes(accept: str) -> Iterator[tuple[str, float]]:
    """Read "fr-CH, en;q=0.8" into tags with their weights; a weight of 0 means "not this"."""
    for part in accept.split(","):
        tag, _, weight = part.partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=")) if weight else 1.0
        except ValueError:
            quality = 0.0  # a header is a stranger's text: what cannot be read is not wished for
        if tag.strip() and quality > 0:
            yield tag, quality


def _find(tag: str) -> str | None:
    """Return our language for a tag: the whole tag if we have it, else its first part."""
    wanted = tag.strip().replace("-", "_").lower()
    for ours in LANGUAGES:
        if ours.lower() == wanted:
            return ours
    spoken = wanted.split("_")[0]
    return next((ours for ours in LANGUAGES if ours.split("_")[0] == spoken), None)


def _resolve(code: str) -> str:
    """Return our language for a code, or raise ValueError."""
    found = _find(code)
    if found is None:
        raise ValueError(f"{code!r} is not one of our languages: {', '.join(LANGUAGES)}")
    return found
