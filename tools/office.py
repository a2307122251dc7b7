"""LibreOffice without a screen: files opened, computed anew and written in another format."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

SOFFICE = shutil.which("soffice")
"""None where LibreOffice is not installed."""

_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""
"""Without it a workbook shows what was stored in it."""


def convert(files: Iterable[Path], to: str, folder: Path, profile: Path) -> None:
    """Write the files as `to` names it into a folder, all in one call; formulas are computed.

    `profile` is a folder for LibreOffice's own settings: one that somebody uses would be locked.
    """
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(_RECALCULATE)
    command = [SOFFICE or "soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", to, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)
