"""The script behind make, on machines that lack things: each is a folder of stand-in commands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="there is no sh here")

REAL_TOOLS = ("sh", "cat", "cmp", "dirname", "cp", "touch", "rm", "mkdir")
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt", "requirements-spark.txt")
#: A Python with no venv module, until apt has brought it; `pip` notes what it was asked for.
PYTHON = """
case "$*" in
*version_info*) exit {too_old} ;;
--version) echo Python 3.9.2 ;;
*"import ensurepip, venv"*) test -e "$MACHINE/has-python3-venv" ;;
"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
*"import pip"*) exit 0 ;;
"-m pip install"*) echo "$*" >> "$MACHINE/pip.log" ;;
"-m playwright --version") test -e "$MACHINE/has-libatomic1" ;;
*) exit 9 ;;
esac
"""
APT = """
echo "$*" >> "$MACHINE/apt.log"
for package; do :; done
case $package in
chromium) echo 'exit 0' > "$MACHINE/chromium"; chmod +x "$MACHINE/chromium" ;;
esac
touch "$MACHINE/has-$package"
"""


class Machine:
    """A checkout, and a PATH on which nothing is but what a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.commands = folder / "machine"
        self.checkout = folder / "checkout"
        self.commands.mkdir()
        (self.checkout / "tools").mkdir(parents=True)
        for name in ("tools/ensure.sh", *REQUIREMENTS):
            shutil.copy(ROOT / name, self.checkout / name)
        for name in (*REAL_TOOLS, "chmod"):
            (self.commands / name).symlink_to(str(shutil.which(name)))
        self.has("python3", PYTHON.format(too_old=0))

    def has(self, name: str, script: str) -> None:
        path = self.commands / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def is_debian(self, *, root: bool) -> None:
        self.has("id", f"echo {0 if root else 1000}")
        self.has("apt-get", APT)

    def log(self, name: str) -> list[str]:
        path = self.commands / f"{name}.log"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def ensure(self, what: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", "tools/ensure.sh", what],
            cwd=self.checkout,
            env={"PATH": str(self.commands), "MACHINE": str(self.commands), **environment},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    if sys.platform == "win32" or not hasattr(os, "symlink"):
        pytest.skip("make is for machines with a POSIX shell")
    return Machine(tmp_path)


def test_as_root_on_debian_the_venv_module_is_installed_and_a_second_run_does_nothing(
    machine: Machine,
) -> None:
    machine.is_debian(root=True)

    assert machine.ensure("runtime").returncode == 0
    asked = machine.log("apt"), machine.log("pip")
    assert asked[0][-1].endswith("--no-install-recommends python3-venv")
    assert asked[1][-1].endswith("--requirement requirements.txt")

    second = machine.ensure("runtime")
    assert (second.returncode, second.stdout) == (0, "")
    assert (machine.log("apt"), machine.log("pip")) == asked


def test_anyone_else_is_told_the_command_to_type(machine: Machine) -> None:
    machine.is_debian(root=False)
    result = machine.ensure("runtime")
    assert result.returncode == 1
    assert result.stderr == (
        "\nPython's venv module is missing. Type this, then run make again:\n"
        "    sudo apt-get update && sudo apt-get install --yes python3-venv\n"
    )
    assert machine.log("apt") == []


def test_without_apt_the_package_is_named(machine: Machine) -> None:
    result = machine.ensure("runtime")
    assert result.stderr == (
        "\nPython's venv module is missing. Install python3-venv with your system's package "
        "manager, then run make again.\n"
    )


def test_a_python_that_is_too_old_is_named(machine: Machine) -> None:
    machine.has("python3", PYTHON.format(too_old=1))
    result = machine.ensure("runtime")
    assert result.returncode == 1
    assert "crmroi needs Python 3.11 or newer, and python3 is Python 3.9.2." in result.stderr


def test_changed_requirements_are_installed_again(machine: Machine) -> None:
    machine.is_debian(root=True)
    machine.ensure("runtime")
    with (machine.checkout / "requirements.txt").open("a", encoding="utf-8") as file:
        file.write("one-more==1.0\n")
    machine.ensure("runtime")
    assert len(machine.log("pip")) == 2


def test_what_the_tests_installed_serves_the_app_too(machine: Machine) -> None:
    machine.is_debian(root=True)
    machine.ensure("tests")
    machine.ensure("runtime")
    assert len(machine.log("pip")) == 1


def test_chromium_and_what_its_driver_needs_are_installed(machine: Machine) -> None:
    machine.is_debian(root=True)
    machine.ensure("tests")
    assert machine.ensure("browser").returncode == 0
    packages = [line.split()[-1] for line in machine.log("apt") if "install" in line]
    assert packages == ["python3-venv", "chromium", "libatomic1"]


def test_spark_and_the_java_that_it_runs_on_are_installed(machine: Machine) -> None:
    machine.is_debian(root=True)
    machine.ensure("tests")
    assert machine.ensure("spark").returncode == 0
    packages = [line.split()[-1] for line in machine.log("apt") if "install" in line]
    assert packages == ["python3-venv", "default-jre-headless"]
    assert machine.log("pip")[-1].endswith("--requirement requirements-spark.txt")


def test_a_named_chromium_that_cannot_be_run_is_an_error(machine: Machine) -> None:
    result = machine.ensure("browser", CRMROI_CHROMIUM="/no/such/chrome")
    assert result.returncode == 1
    assert result.stderr == "\nCRMROI_CHROMIUM is /no/such/chrome, which cannot be run.\n"
