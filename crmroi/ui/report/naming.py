"""What the files are called: safe on every disk, and telling which case and which language."""

from __future__ import annotations

import re
from unicodedata import normalize

_LONGEST = 60
_OTHERS = re.compile(r"[^a-z0-9]+")
_UNNAMED = "crmroi"


def stem(name: str, language: str) -> str:
    """Return a file's name without its ending: small letters, digits and hyphens.

    Of a name in another script nothing is left: then the app's own stands for it. The language
    at the end also keeps it from being a name that some system reserves ("con").
    """
    plain = normalize("NFKD", name[: 4 * _LONGEST]).encode("ascii", "ignore").decode().lower()
    cut = _OTHERS.sub("-", plain)[:_LONGEST].strip("-")
    return f"{cut or _UNNAMED}-{language.replace('_', '-').lower()}"
