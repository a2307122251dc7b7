"""Bring the catalogues up to date with the messages that the sources use.

    python tools/messages.py          adds new messages, keeps every translation
    python tools/messages.py --drop   also drops what no source uses any more

Prints, for each language, how many messages wait for a translation and which no source uses.
Entries are sorted by message, without dates or line numbers, so that a change of the sources
changes only the entries it means.
"""

from __future__ import annotations

import argparse
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from crmroi.text.extract import template  # noqa: E402 - found once the root is on the path
from crmroi.text.languages import LANGUAGES, SOURCE  # noqa: E402
from crmroi.text.messages import CATALOGUES  # noqa: E402

HEADER = """\
# The messages of crmroi: {name}. Spaces are ordinary ones: typography is set by code.
msgid ""
msgstr ""
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals={count}; plural={rule};\\n"

"""


def updated(used: Catalog, known: Catalog, *, drop: bool) -> Catalog:
    """Return the messages used, with the translations known.

    A translation that no source uses stays unless dropped: its message may only have been reworded.
    """
    result = Catalog(locale=known.locale, charset="utf-8")
    for message in used:
        if message.id:
            result.add(message.id, _translation(message, known))
    for message in [] if drop else known:
        if message.id and message.id not in result and _complete(message):
            result.add(message.id, message.string)
    for message in result:
        message.flags.clear()  # Babel's guesses: "72% of" is no format of ours
    return result


def unused(used: Catalog, known: Catalog) -> list[str]:
    """Return the messages of a catalogue that no source uses."""
    return sorted(str(message.id) for message in known if message.id and message.id not in used)


def untranslated(known: Catalog) -> list[str]:
    """Return the messages of a catalogue that wait for a translation."""
    return sorted(str(message.id) for message in known if message.id and not _complete(message))


def written(catalogue: Catalog) -> str:
    """Return the text of a catalogue's file."""
    entries = BytesIO()
    write_po(entries, catalogue, no_location=True, omit_header=True, sort_output=True, width=96)
    header = HEADER.format(
        name=LANGUAGES[str(catalogue.locale)],
        code=catalogue.locale,
        count=catalogue.num_plurals,
        rule=catalogue.plural_expr,
    )
    return header + entries.getvalue().decode().strip() + "\n"


def main() -> None:
    """Update the file of each language."""
    parser = argparse.ArgumentParser(description="Bring the catalogues up to date.")
    parser.add_argument("--drop", action="store_true", help="drop messages no source uses")
    drop = parser.parse_args().drop
    used = template(ROOT)
    for code in LANGUAGES:
        if code == SOURCE:
            continue
        path = CATALOGUES / f"{code}.po"
        known = read_po(BytesIO(path.read_bytes()), locale=code)
        result = updated(used, known, drop=drop)
        path.write_text(written(result), encoding="utf-8", newline="\n")
        waiting, orphans = untranslated(result), unused(used, result)
        print(f"{code}: {len(waiting)} to translate, {len(orphans)} used nowhere")
        for message in orphans:
            print(f"  used nowhere: {message}")


def _translation(message: Message, known: Catalog) -> str | tuple[str, ...] | None:
    former = known.get(message.id)
    if former is None or former.id != message.id or former.string is None:
        return None
    return former.string if isinstance(former.string, str) else tuple(former.string)


def _complete(message: Message) -> bool:
    return all(message.string or [""])


if __name__ == "__main__":
    main()
