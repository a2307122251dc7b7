"""Write the generated pages of docs/: every assumption, every formula, every measured KPI.

    python tools/docs.py

All are listed by the code that the Method page prints (`crmroi.model.method`), in English and
with the figures of the default case.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from crmroi.assumptions import Scenario  # noqa: E402 - found once the root is on the path
from crmroi.measure.kpis import KPIS  # noqa: E402
from crmroi.model import Projection, project  # noqa: E402
from crmroi.model.method.formulas import NOTATION, measures, topics  # noqa: E402
from crmroi.model.method.glossary import glossary  # noqa: E402
from crmroi.model.method.lines import themes  # noqa: E402
from crmroi.model.method.parts import Entry, Theme  # noqa: E402
from crmroi.model.method.table import HEADS, Cited, Row, named, published, rows  # noqa: E402
from crmroi.model.method.words import COUNTED_ONCE, LEFT_OUT, SECTIONS  # noqa: E402
from crmroi.text import speaking, unit_name  # noqa: E402

GENERATED = "<!-- Written by `make docs`: change the code, not this page. -->"
COLUMNS = ("Assumption", "Unit", *HEADS[2:])
"""The heads of the Method page's table, but for today's value: a file has no today."""


def documents() -> dict[str, str]:
    """Return the text of each page by its path from the root."""
    with speaking("en"):
        return {
            "docs/assumptions.md": _page("Assumptions", _assumptions()),
            "docs/formulas.md": _page("Formulas", _formulas(project(Scenario()))),
            "docs/kpis.md": _page("Measured KPIs", _kpis()),
        }


def _page(title: str, blocks: Iterable[str]) -> str:
    return "\n\n".join([f"# {title}", GENERATED, *(block for block in blocks if block)]) + "\n"


def _assumptions() -> Iterator[str]:
    yield "Each is declared once, in `crmroi/assumptions/groups/`. Amounts are in euros."
    yield from map(_plain, SECTIONS["assumptions"].paragraphs)
    for group, of_group in rows(Scenario()).items():
        yield f"## {group}"
        yield _table(COLUMNS, (_cells(row) for row in of_group))
    yield from _section("sources", ["\n".join(map(_source, published()))])


def _formulas(projection: Projection) -> Iterator[str]:
    yield "“Default case” below a formula has the figures of the default assumptions put in."
    yield from _section("compared", [])
    yield from _section("measures", [_notation(), *_entries(measures(projection), "###")])
    yield from _section("gains", _lines(themes("gain", projection)))
    yield from _section("costs", _lines(themes("cost", projection)))
    for topic, entries in topics(projection).items():
        yield from _section(topic, _entries(entries, "###"))
    yield from _section("left-out", [_list(LEFT_OUT)])
    yield from _section("counted-once", [_list(COUNTED_ONCE)])
    yield from _section("glossary", [_table(("Term", "Meaning"), glossary())])


def _kpis() -> Iterator[str]:
    yield "Each is declared once, in `crmroi/measure/declared/`."
    yield from map(_plain, SECTIONS["kpis"].paragraphs)
    yield _table(
        ("KPI", "Unit", "Definition"),
        (
            (
                f"{_plain(kpi.label)} `{kpi.name}`",
                unit_name(kpi.unit, "EUR"),
                _plain(kpi.definition),
            )
            for kpi in KPIS.values()
        ),
    )


def _section(anchor: str, blocks: Iterable[str]) -> Iterator[str]:
    section = SECTIONS[anchor]
    yield f"## {section.title}"
    yield from map(_plain, section.paragraphs)
    yield from blocks


def _lines(of_side: Iterable[Theme]) -> Iterator[str]:
    for theme in of_side:
        yield f"### {_plain(theme.title)}: {theme.total}"
        yield from _entries(theme.entries, "####")


def _entries(entries: Iterable[Entry], mark: str) -> Iterator[str]:
    for entry in entries:
        yield f"{mark} {_plain(entry.title)}"
        facts = [*entry.facts, entry.total, entry.text]
        yield _plain(" · ".join(fact for fact in facts if fact))
        yield _formula(entry.latex)
        if entry.figures:
            yield "Default case:"
            yield _formula(entry.figures)


def _formula(latex: str) -> str:
    return f"```math\n{latex}\n```"


def _notation() -> str:
    return "\n".join(f"- $`{letters}`$: {_plain(said)}" for letters, said in NOTATION.items())


def _cells(row: Row) -> tuple[str, ...]:
    name = f"**{_plain(row.label)}** `{row.key}`<br>{_plain(row.help)}"
    shown = (row.unit, row.default, row.plausible, row.allowed)
    return (name, *(_plain(text) for text in shown), named(row.source, _link, _plain))


def _source(cited: Cited) -> str:
    used_by = ", ".join(cited.used_by)
    return (
        f'- <a id="{cited.anchor}"></a>{_plain(cited.text)} ({_plain(cited.where)}): '
        f"*{_plain(cited.mark)}*. For: {_plain(used_by)}."
    )


def _table(heads: Iterable[str], body: Iterable[Iterable[str]]) -> str:
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *body]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _list(texts: Iterable[str]) -> str:
    return "\n".join(f"- {_plain(text)}" for text in texts)


def _link(anchor: str, text: str) -> str:
    return f"[{_plain(text)}](#{anchor})"


def _plain(text: str) -> str:
    """A text that Markdown shows as it is."""
    return re.sub(r"([\\*_`\[\]<|$~])", r"\\\1", text)


def main() -> None:
    """Write the pages, and say which have changed."""
    for name, text in documents().items():
        path = ROOT / name
        changed = not path.exists() or path.read_text(encoding="utf-8") != text
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {'written' if changed else 'as it was'}")


if __name__ == "__main__":
    main()
