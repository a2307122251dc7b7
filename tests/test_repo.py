"""What the repository promises: its commands exist, its pins are exact, it is at home anywhere."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.support import ROOT

PAGES = ("README.md", "CONTRIBUTING.md")
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt", "requirements-spark.txt")
#: Written in pieces, so that this file does not hold what it looks for.
FOREIGN = {
    "a package registry's address": [
        "pypi" + ".org",
        "python" + "hosted",
        "registry." + "npmjs",
        "debian" + ".org",
    ],
    "a path of one machine": [
        "/ro" + "ot/",
        "/wo" + "rk/",
        "/t" + "mp/w",
        "/opt/" + "pypi",
        "/ho" + "me/",
    ],
}


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def project_files() -> list[Path]:
    """Every text file that was written here: not what git ignores, not others' work."""
    ignored = {".git", *(line.rstrip("/") for line in text(".gitignore").split())}
    others_work = re.compile(r"static/(licences/|plotly)|LICENSE$")
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.is_file()
        and not any(fnmatch(part, name) for part in parts(path) for name in ignored)
        and not others_work.match("/".join(parts(path)))
        and b"\0" not in path.read_bytes()
    ]


def parts(path: Path) -> tuple[str, ...]:
    return path.relative_to(ROOT).parts


@pytest.mark.parametrize("page", PAGES)
def test_every_make_command_a_page_names_exists(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z-]+)\b", " ".join(re.findall(r"`[^`]+`", text(page)))))
    assert named
    assert named <= targets


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_requirement_is_pinned_exactly(name: str) -> None:
    lines = [line.split("#")[0].strip() for line in text(name).splitlines()]
    loose = [
        line
        for line in lines
        if line
        and not line.startswith("-r ")
        and not re.fullmatch(r"[\w.-]+(\[\w+\])?==[\w.]+", line)
    ]
    assert loose == []


@pytest.mark.parametrize("what", FOREIGN)
def test_no_project_file_holds(what: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {needle}"
        for path in project_files()
        for needle in FOREIGN[what]
        if needle in path.read_text(encoding="utf-8")
    ]
    assert found == []


def test_the_app_is_private_and_local_unless_told_otherwise() -> None:
    config = tomllib.loads(text(".streamlit/config.toml"))
    assert config["browser"]["gatherUsageStats"] is False
    assert config["server"]["address"] == "127.0.0.1"
    assert config["server"]["showEmailPrompt"] is False
    assert config["client"]["showErrorDetails"] == "none"


def test_every_font_file_the_theme_names_is_here_with_its_licence() -> None:
    faces = tomllib.loads(text(".streamlit/config.toml"))["theme"]["fontFaces"]
    assert faces
    for face in faces:
        font = (ROOT / face["url"].removeprefix("app/")).read_bytes()
        assert font.startswith(b"wOF2")
    assert "SIL OPEN FONT LICENSE" in text("static/licences/ibm-plex-sans-OFL-1.1.txt")


def test_the_plotly_js_served_is_the_one_the_pinned_plotly_package_bundles() -> None:
    import plotly

    bundled = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    assert plotly_js_version(ROOT / "static" / "plotly-basic.min.js") == plotly_js_version(bundled)


def plotly_js_version(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        match = re.search(r"plotly\.js .*v(\d+\.\d+\.\d+)", file.read(200))
    assert match, path
    return match[1]


@pytest.mark.slow
def test_the_wheel_holds_what_the_package_reads_and_the_crmroi_command(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "README.md", "LICENSE", *REQUIREMENTS):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    tracked = [path.relative_to(ROOT) for path in project_files()]
    package = [path for path in tracked if path.parts[0] == "crmroi"]
    for path in package:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes((ROOT / path).read_bytes())
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--quiet", "."],
        cwd=tmp_path,
        check=True,
        timeout=120,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert [path.as_posix() for path in package if path.as_posix() not in names] == []
    (commands,) = [name for name in names if name.endswith("entry_points.txt")]
    assert "crmroi = crmroi.cli:main" in zipfile.ZipFile(wheel).read(commands).decode()


@pytest.mark.parametrize("page", PAGES)
def test_every_file_a_page_links_to_exists(page: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", text(page))
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


def test_contributing_fits_one_screen() -> None:
    assert len(text("CONTRIBUTING.md").splitlines()) <= 50
