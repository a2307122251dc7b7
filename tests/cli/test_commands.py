from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from crmroi.assumptions.presets import PRESETS, preset_scenario
from crmroi.cli import demo, main
from crmroi.files.scenario_file import read_scenario, scenario_schema
from tests.support import ROOT

FULL = Path("/dev/full")
SHORTEST = '{"format": "crmroi/1"}'


def crmroi(*arguments: str | bytes, **options) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "crmroi", *arguments]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False, **options
    )


def test_the_schema_is_printed(capsys):
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == scenario_schema()


def test_presets_are_listed_with_what_they_are_of(capsys):
    assert main(["presets", "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(PRESETS)
    assert lines[1].endswith("  E-commerce")


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_printed_as_a_scenario_file(name, capsys):
    assert main(["preset", name, "--lang", "en"]) == 0
    assert read_scenario(capsys.readouterr().out) == preset_scenario(name)


def test_an_unknown_preset_names_the_known_ones(capsys):
    with pytest.raises(SystemExit) as end:
        main(["preset", "shop"])
    assert end.value.code == 2
    assert ", ".join(PRESETS) in capsys.readouterr().err


def test_demo_opens_the_app_with_the_settings_of_the_checkout(monkeypatch):
    started = {}

    def run(command, **options):
        started.update(command=command, **options)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(demo.subprocess, "run", run)
    assert main(["demo"]) == 0
    assert started["command"] == [sys.executable, "-m", "streamlit", "run", "app.py"]
    assert started["cwd"] == ROOT


def test_demo_says_where_the_app_is_missing(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(demo, "APP", tmp_path / "app.py")
    assert main(["demo", "--lang", "en"]) == 1
    assert capsys.readouterr().err == (
        f"The app is not here: {tmp_path / 'app.py'} is missing. Run this in a checkout.\n"
    )


@pytest.mark.parametrize("arguments", [[], ["project"], ["schema", "--lang", "de"], ["evaluate"]])
def test_a_usage_error_says_which_help_helps(arguments):
    ended = crmroi(*arguments)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "For help: crmroi" in ended.stderr


def test_help_names_every_command():
    ended = crmroi("--help")
    assert ended.returncode == 0
    for command in (
        "evaluate", "sensitivity", "solve", "simulate", "compare", "cash-flow", "measure", "report",
        "schema", "presets", "preset", "demo",
    ):  # fmt: skip
        assert re.search(rf"^    {command}\s", ended.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "Le CRM "),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8"}, "The CRM "),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "pt_PT"}, "O CRM "),
        ({}, "The CRM "),
    ],
)
def test_the_language_is_that_of_the_environment(variables, words):
    environment = {"PATH": os.environ["PATH"], **variables}
    ended = crmroi("evaluate", "-", input=SHORTEST, env=environment)
    assert ended.stdout.splitlines()[1].startswith(words)


def test_signs_that_a_code_page_lacks_are_written_all_the_same():
    ended = crmroi(
        "evaluate", "-", input=SHORTEST,
        env={"PATH": os.environ["PATH"], "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    )  # fmt: skip
    assert ended.returncode == 0
    assert "€" in ended.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no closed pipes of this kind")
def test_a_reader_that_leaves_early_is_no_error():
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [sys.executable, "-m", "crmroi", "schema"],
        cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (141, "")


@pytest.mark.skipif(not FULL.exists(), reason="no device here is always full")
@pytest.mark.parametrize("arguments", [["schema"], ["presets"]])
def test_a_full_disk_is_said(arguments):
    with FULL.open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "crmroi", *arguments, "--lang", "en"],
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", timeout=60,
            check=False,
        )  # fmt: skip
    assert ended.returncode == 1
    assert ended.stderr == "The result cannot be written: No space left on device.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are text there")
def test_a_file_whose_name_is_no_text_is_named_as_far_as_it_can_be():
    ended = crmroi("evaluate", "--lang", "en", b"caf\xe9.json")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "caf?.json: This cannot be read: No such file or directory.\n"


def test_standard_input_that_is_closed_cannot_be_read(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["evaluate", "-", "--lang", "en"]) == 1
    assert capsys.readouterr().err == "standard input: This cannot be read: Bad file descriptor.\n"


def test_ctrl_c_is_quiet(monkeypatch, capsys):
    def interrupted(*_arguments, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(demo.subprocess, "run", interrupted)
    assert main(["demo"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("command", ["--help", "schema"])
def test_what_needs_no_model_does_not_wait_for_it(command):
    code = (
        "import sys; from crmroi.cli import main\n"
        f"try: main([{command!r}])\n"
        "except SystemExit: pass\n"
        "heavy = {'sympy', 'pandas', 'streamlit', 'plotly', 'numpy_financial'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60,
        check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, "")
