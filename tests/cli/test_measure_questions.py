"""What a file leaves open is said with the option that answers it; with the option it is read."""

from __future__ import annotations

import json
import shlex

import pytest

from crmroi.cli import main

DATES = "Status,Created,Closed,Amount\nWon,03/04/2025,05/06/2025,10\nLost,01/02/2025,02/03/2025,2\n"
MONEY = "Status,Closed,Amount\nWon,2025-06-15,1.234\nWon,2025-03-12,2.345\n"
CURRENCIES = "Status,Closed,Amount,Currency\nWon,2025-06-15,10,EUR\nWon,2025-03-12,20,USD\n"
CATEGORIES = "Date,Amount,Category\n2025-03-14,10,Unicorns\n2025-03-15,20,Marketing\n"
STAGES = "Pipeline,Stage,Closed,Amount\nWon,Alpha,2025-06-15,10\nLost,Beta,2025-03-12,20\n"

QUESTIONS = [
    pytest.param(
        ("deals", DATES,
        ["--date-order deals.Created=dmy|mdy", "--date-order deals.Closed=dmy|mdy"],
        "--date-order deals.Created=dmy --date-order deals.Closed=mdy",
        {"date_order": {"Created": "dmy", "Closed": "mdy"}}), id="dates",
    ),
    pytest.param(
        ("deals", MONEY, ["--decimal .|,"], "--decimal .", {"rows_used": 2}), id="decimals",
    ),
    pytest.param(
        ("deals", CURRENCIES, ["--currency EUR|USD"], "--currency USD",
        {"currencies": ["USD"]}), id="currencies",
    ),
    pytest.param(
        ("costs", CATEGORIES,
        ["--cost-category NAME=acquisition|crm|returns|other"],
        "--cost-category Unicorns=other", {"rows_used": 2}), id="categories",
    ),
    pytest.param(
        ("deals", STAGES, ["--map deals.FIELD=COLUMN"], "--map deals.status=Pipeline",
        {"rows_used": 2}), id="stages",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", QUESTIONS)
def test_a_question_is_answered_by_the_option_that_it_names(case, tmp_path, capsys):
    kind, text, options, answer, read = case
    path = tmp_path / "export.csv"
    path.write_text(text, encoding="utf-8")
    command = ["measure", "--lang", "en", "--json", f"--{kind}", str(path)]
    assert main(command) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.partition("Answer it with: ")[2] for line in err.splitlines()] == options
    assert main([*command, *shlex.split(answer)]) == 0
    table = json.loads(capsys.readouterr().out)["tables"][kind]
    assert {name: table[name] for name in read} == read
