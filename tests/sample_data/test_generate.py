from __future__ import annotations

import json
import subprocess
import sys

import pytest

from crmroi.files.exports.meaning.fields import KINDS
from crmroi.files.sample import (
    FOLDER,
    other_sample_files,
    sample_control,
    sample_files,
    sample_go_live,
    sample_licensed_users,
)

WRITTEN = sorted(path.name for ending in ("csv", "json") for path in FOLDER.glob(f"*.{ending}"))
EXPORTS = [file.path.name for file in (*sample_files(), *other_sample_files())]


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    command = [sys.executable, str(FOLDER / "generate.py"), str(folder)]
    subprocess.run(command, check=True, timeout=120)
    return folder


@pytest.mark.parametrize("name", WRITTEN)
def test_writing_the_sample_again_gives_the_same_bytes(name, generated):
    assert (generated / name).read_bytes() == (FOLDER / name).read_bytes()


def test_no_file_is_here_that_the_generator_does_not_write(generated):
    assert sorted(path.name for path in generated.iterdir()) == WRITTEN


def test_the_manifest_names_every_export():
    assert sorted(EXPORTS) == [name for name in WRITTEN if name.endswith(".csv")]


def test_the_sample_has_one_file_of_each_kind():
    assert [file.kind for file in sample_files()] == list(KINDS)


def test_the_deals_come_in_two_other_dialects():
    assert [(file.kind, file.name) for file in other_sample_files()] == [
        ("deals", "hubspot_transactions_fr.csv"),
        ("deals", "pipedrive_negocios_pt.csv"),
    ]


def test_the_sample_tells_its_go_live_its_users_and_its_control_group():
    truth = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
    assert sample_go_live().isoformat() == truth["go_live"]
    assert sample_licensed_users() == 40
    assert sample_control() == ("Region", truth["without_crm"])


def test_it_is_small_enough_for_git():
    sizes = [(FOLDER / name).stat().st_size for name in WRITTEN]
    assert max(sizes) < 600_000
    assert sum(sizes) < 3_000_000


def test_each_dialect_is_its_systems_own():
    def first_and_last(name: str) -> tuple[bytes, bytes]:
        lines = (FOLDER / name).read_bytes().splitlines(keepends=True)
        return lines[0], lines[-1]

    head, end = first_and_last("salesforce_opportunities.csv")
    assert head.startswith(b'"Opportunity ID",')
    assert end == b'"Synthetic Company"\n'
    head, end = first_and_last("hubspot_transactions_fr.csv")
    assert head.startswith(b"\xef\xbb\xbfID de fiche d'informations,")
    assert end.endswith(b"\r\n")
    head, _end = first_and_last("pipedrive_negocios_pt.csv")
    assert head.startswith("Negócio - ID;Negócio - Título;Negócio - Valor;".encode())


def test_without_a_checkout_there_is_no_sample(monkeypatch, tmp_path):
    from crmroi.files import sample

    sample._manifest.cache_clear()
    monkeypatch.setattr(sample, "FOLDER", tmp_path)
    assert sample.sample_files() == ()
    monkeypatch.undo()
    sample._manifest.cache_clear()
