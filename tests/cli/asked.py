"""What the tests of the commands that ask a question of scenarios share."""

from __future__ import annotations

import io
import json

import pytest

from crmroi.cli import main


class Asked:
    """Files to ask about, and the commands that ask."""

    def __init__(self, folder, capsys, monkeypatch) -> None:
        self.folder, self.capsys, self.monkeypatch = folder, capsys, monkeypatch

    def file(self, content: object = None, name: str = "case.json") -> str:
        """A scenario file of this content, the default case without; a text goes in as it is."""
        path = self.folder / name
        whole = {"format": "crmroi/1", **content} if isinstance(content, dict) else content
        text = whole if isinstance(whole, str) else json.dumps(whole or {"format": "crmroi/1"})
        path.write_text(text, encoding="utf-8")
        return str(path)

    def typed_in(self, content: str = '{"format": "crmroi/1"}') -> str:
        """Standard input with this content."""
        self.monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        return "-"

    def json(self, *arguments: str, lang: str = "en"):
        """What a command answers as JSON, in which NaN and Infinity are no values."""
        assert main([*arguments, "--json", "--lang", lang]) == 0
        out, err = self.capsys.readouterr()
        assert err == ""
        return json.loads(out, parse_constant=_refuse)

    def words(self, *arguments: str, lang: str = "en") -> tuple[list[str], list[str]]:
        """What a command answers for people, and what it says on standard error."""
        assert main([*arguments, "--lang", lang]) == 0
        out, err = self.capsys.readouterr()
        return out.splitlines(), err.splitlines()

    def refused(self, *arguments: str) -> list[str]:
        """What is said of bad data."""
        assert main([*arguments, "--lang", "en"]) == 1
        out, err = self.capsys.readouterr()
        assert out == ""
        return err.splitlines()

    def misused(self, *arguments: str) -> list[str]:
        """What is said of a usage error, the usage itself left out."""
        with pytest.raises(SystemExit) as end:
            main([*arguments, "--lang", "en"])
        assert end.value.code == 2
        out, err = self.capsys.readouterr()
        assert out == ""
        lines = err.splitlines()
        first = next(at for at, line in enumerate(lines) if line.startswith("crmroi"))
        return lines[first:]


def _refuse(token: str):
    raise AssertionError(token)
