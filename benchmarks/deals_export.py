"""Two exports of a million deals each, 150 MB: what a large CRM writes, in two countries."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl

ROWS = 1_000_000
FIRST_DAY = np.datetime64("2022-01-01")
STAGES = ("Prospecting", "Negotiation", "Closed Won", "Closed Lost")
ETAPES = ("Prospection", "Négociation", "Gagné", "Perdu")
_NOTE = "Synthetic: {}"


def frame(rows: int = ROWS, seed: int = 1) -> pl.DataFrame:
    """Return the deals, typed: twelve columns; of those that are closed half are won."""
    generator = np.random.default_rng(seed)
    number = np.arange(rows)
    created = FIRST_DAY + generator.integers(0, 1000, rows).astype("timedelta64[D]")
    stage = generator.choice(4, rows, p=[0.1, 0.1, 0.4, 0.4])
    closed = created + generator.integers(1, 90, rows).astype("timedelta64[D]")
    return pl.DataFrame(
        {
            "id": number,
            "name": generator.integers(0, 10**12, rows),
            "account": generator.integers(0, 50_000, rows),
            "owner": generator.integers(0, 60, rows),
            "team": generator.integers(0, 8, rows),
            "stage": stage,
            "created": created,
            "closed": np.where(stage > 1, closed, np.datetime64("NaT", "D")),
            "amount": np.round(generator.lognormal(7.5, 1, rows), 2),
            "source": generator.integers(0, 6, rows),
            "product": generator.integers(0, 20, rows),
            "note": generator.integers(10**14, 10**15, rows),
        }
    )


def write_plain(path: Path, deals: pl.DataFrame) -> None:
    """Write it with commas, points and ISO dates, in UTF-8."""
    names = (
        "Opportunity ID", "Opportunity Name", "Account Name", "Opportunity Owner", "Team", "Stage",
        "Created Date", "Close Date", "Amount", "Lead Source", "Product", "Description",
    )  # fmt: skip
    _shown(deals, STAGES).rename(dict(zip(deals.columns, names, strict=True))).write_csv(path)


def write_french(path: Path, deals: pl.DataFrame) -> None:
    """Write it with semicolons, decimal commas and dd.mm.yyyy, in cp1252."""
    names = (
        "ID", "Nom de l’opportunité", "Nom du compte", "Propriétaire de l’opportunité", "Équipe",
        "Étape", "Date de création", "Date de clôture", "Montant", "Origine", "Produit", "Note",
    )  # fmt: skip
    shown = _shown(deals, ETAPES).with_columns(
        pl.col("created", "closed").dt.strftime("%d.%m.%Y"),
        pl.col("amount").cast(pl.String).str.replace(".", ",", literal=True),
    )
    text = shown.rename(dict(zip(deals.columns, names, strict=True))).write_csv(separator=";")
    path.write_bytes(text.encode("cp1252"))


def _shown(deals: pl.DataFrame, stages: tuple[str, ...]) -> pl.DataFrame:
    return deals.with_columns(
        pl.format("0065{}", pl.col("id").cast(pl.String).str.zfill(11)).alias("id"),
        pl.format("Deal {}", pl.col("name").cast(pl.String).str.zfill(12)).alias("name"),
        pl.format("Account {}", "account").alias("account"),
        pl.format("Owner {}", "owner").alias("owner"),
        pl.format("Team {}", "team").alias("team"),
        pl.col("stage").replace_strict(dict(enumerate(stages)), return_dtype=pl.String),
        pl.format("Source {}", "source").alias("source"),
        pl.format("Product {}", "product").alias("product"),
        pl.format(_NOTE, "note").alias("note"),
    )
