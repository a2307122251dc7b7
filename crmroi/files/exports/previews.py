"""The first records of a file as they are written, for the page alone; people are masked."""

from __future__ import annotations

from collections.abc import Mapping

from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.exports.meaning.headings import names_a_person
from crmroi.files.exports.meaning.samples import Samples
from crmroi.files.exports.sheet.layout import Outline
from crmroi.files.exports.table import Preview

_ROWS = 20
MASK = "•••"


def preview(
    outline: Outline, samples: Samples, kind: str | None, personal: Mapping[str, str] | None = None
) -> Preview:
    """The first records; without a kind, whatever may name a person in any kind is masked."""
    kinds = tuple(KINDS) if kind is None else (kind,)
    masked = set(personal or ()) | {
        header
        for header in outline.columns
        if personal is None
        and (samples.e_mails(header) or any(names_a_person(header, each) for each in kinds))
    }
    rows = tuple(
        tuple(
            MASK if header in masked and cell else cell
            for header, cell in zip(outline.columns, record, strict=True)
        )
        for record in outline.sample.select(outline.columns).head(_ROWS).iter_rows()
    )
    return Preview(outline.columns, rows)
