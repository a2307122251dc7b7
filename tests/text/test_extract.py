from __future__ import annotations

from pathlib import Path

import pytest

from crmroi.text.extract import template


def project(root: Path, **files: str) -> Path:
    (root / "pages").mkdir()
    (root / "crmroi").mkdir()
    for name, text in files.items():
        (root / name.replace("__", "/")).with_suffix(".py").write_text(text, encoding="utf-8")
    return root


def test_messages_are_found_in_the_entry_the_pages_and_the_package(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        app='_("one {x}", x=1)',
        pages__two='N_("two, "\n   "in two pieces")',
        crmroi__three='_n("{n} three", "{n} threes", n)\n_(not_a_message)\nother("nor this")',
    )
    found = {message.id for message in template(root) if message.id}
    assert found == {"one {x}", "two, in two pieces", ("{n} three", "{n} threes")}


def test_a_message_with_and_without_a_plural_is_refused(tmp_path: Path) -> None:
    root = project(tmp_path, app='_("{n} day", n=1)', pages__a='_n("{n} day", "{n} days", n)')
    with pytest.raises(ValueError, match=r"is also used as '\{n\} day'"):
        template(root)


def test_the_key_of_a_label_is_no_message_and_a_message_within_a_template_is_one(
    tmp_path: Path,
) -> None:
    root = project(tmp_path, app='_(LABELS["key"])\nf"<p>{_(\'said\')}</p>"\n_("a" if x else "b")')
    assert {message.id for message in template(root) if message.id} == {"said"}
