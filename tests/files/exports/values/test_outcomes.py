from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmroi.files.exports.meaning.vocabulary import values
from crmroi.files.exports.values.outcomes import outcome, read_outcomes


@pytest.mark.parametrize(
    "words",
    [
        "Won", "Closed Won", "closedwon", "7 - Closed Won", "#09 WON", "✅ Gagné", "100 - won",
        "Closed Won (HubSpot Sales)", "Fermé/Gagné", "Fechado (ganho)", "Fechada e Ganha TR",
        "Negócio fechado", "geschlossen/gewonnen", "Cerrado ganado", "conclusion gagnante",
        "Signed", "CLOSED-WON", "Ganho",
    ],
)  # fmt: skip
def test_these_are_won(words: str) -> None:
    assert outcome(words) == "won"


@pytest.mark.parametrize(
    "words",
    [
        "Lost", "Closed Lost", "closedlost", "Perdu", "Fechada e perdida", "Verloren", "Abandoned",
        "8. Closed - Lost", "Cierre perdido", "Cancelled", "Closed - Not Won", "Desistência",
    ],
)  # fmt: skip
def test_these_are_lost(words: str) -> None:
    assert outcome(words) == "lost"


@pytest.mark.parametrize(
    "words",
    [
        "Close", "Closing", "Open", "4-Close", "Proposal/Price Quote", "appointmentscheduled",
        "En cours", "Em andamento", "Verhandlung", "Abierto", "Engaging", "Negotiation/Review",
    ],
)  # fmt: skip
def test_these_are_open(words: str) -> None:
    assert outcome(words) == "open"


@pytest.mark.parametrize(
    "words",
    ["Closed", "Fechado", "Not won", "Winner", "Wonderland Ltd", "Won/Lost", "12345", "", "???"],
)
def test_these_say_none_of_the_three(words: str) -> None:
    assert outcome(words) is None


@given(st.sampled_from(sorted(values("deal", 1))), st.integers(0, 99), st.sampled_from(" -.#:"))
def test_a_number_before_a_stage_changes_nothing(word: str, number: int, mark: str) -> None:
    assert outcome(f"{number}{mark} {word}") == outcome(word)


def test_a_column_is_read_by_its_different_words() -> None:
    cells = pl.Series(["Won", " lost ", "", "Foo", "Won"])
    found = read_outcomes(cells, "Stage")
    assert found.series.to_list() == ["won", "lost", None, None, "won"]
    assert found.said == {"won", "lost"}
    assert found.unknown == ("Foo",)
    assert "Foo" not in repr(found)


def test_state_codes_of_dynamics_are_numbers() -> None:
    found = read_outcomes(pl.Series(["0", "1", "2"]), "statecode")
    assert found.series.to_list() == ["open", "won", "lost"]
