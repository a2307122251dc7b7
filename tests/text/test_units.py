from __future__ import annotations

import math

import numpy as np
import pytest

from crmroi.text import Quantity, Span, Unit, show, speaking, unit_name

SHOWN = [
    # value, unit, en, fr, pt; ~ is the narrow no-break space, _ the wide one
    (25, Unit.COUNT, "25", "25", "25"),
    (1234.5, Unit.COUNT, "1,234.5", "1~234,5", "1.234,5"),
    (120, Unit.COUNT_PER_MONTH, "120/month", "120/mois", "120/mês"),
    (25, Unit.PEOPLE, "25", "25", "25"),
    (0.5, Unit.FTE, "0.5_FTE", "0,5_ETP", "0,5_FTE"),
    (12_000, Unit.MONEY, "€12,000", "12~000~€", "€_12.000"),
    (12_000.6, Unit.MONEY, "€12,001", "12~001~€", "€_12.001"),
    (800, Unit.MONEY_PER_MONTH, "€800/month", "800~€/mois", "€_800/mês"),
    (45_000, Unit.MONEY_PER_YEAR, "€45,000/year", "45~000~€/an", "€_45.000/ano"),
    (45.5, Unit.MONEY_PER_HOUR, "€45.50/h", "45,50~€/h", "€_45,50/h"),
    (60, Unit.MONEY_PER_USER_MONTH, "€60/month", "60~€/mois", "€_60/mês"),
    (62.5, Unit.MONEY_PER_USER_MONTH, "€62.50/month", "62,50~€/mois", "€_62,50/mês"),
    (20, Unit.MONEY_PER_USER_HOUR, "€20/h", "20~€/h", "€_20/h"),
    (0.8, Unit.SHARE, "80%", "80~%", "80%"),
    (0.155, Unit.SHARE, "15.5%", "15,5~%", "15,5%"),
    (0.07, Unit.SHARE, "7%", "7~%", "7%"),
    (0.03, Unit.RATE_PER_YEAR, "3%/year", "3~%/an", "3%/ano"),
    (0.12, Unit.UPLIFT, "+12%", "+12~%", "+12%"),
    (-0.05, Unit.UPLIFT, "−5%", "−5~%", "−5%"),
    (0, Unit.UPLIFT, "0%", "0~%", "0%"),
    (0.1, Unit.REDUCTION, "−10%", "−10~%", "−10%"),
    (-0.1, Unit.REDUCTION, "+10%", "+10~%", "+10%"),
    (0, Unit.REDUCTION, "0%", "0~%", "0%"),
    (16, Unit.HOURS, "16_h", "16_h", "16_h"),
    (8, Unit.HOURS_PER_YEAR, "8_h/year", "8_h/an", "8_h/ano"),
    (2.5, Unit.HOURS_PER_WEEK, "2.5_h/week", "2,5_h/semaine", "2,5_h/semana"),
    (12, Unit.MINUTES, "12_min", "12_min", "12_min"),
    (3, Unit.MONTH, "month_3", "mois_3", "mês_3"),
    (9, Unit.MONTHS, "9_months", "9_mois", "9_meses"),
    (1, Unit.MONTHS, "1_month", "1_mois", "1_mês"),
    (5, Unit.YEARS, "5_years", "5_ans", "5_anos"),
    (1, Unit.ORDERS_PER_YEAR, "1_order/year", "1_commande/an", "1_pedido/ano"),
    (2.5, Unit.ORDERS_PER_YEAR, "2.5_orders/year", "2,5_commandes/an", "2,5_pedidos/ano"),
    (True, Unit.FLAG, "yes", "oui", "sim"),
    (False, Unit.FLAG, "no", "non", "não"),
    ("no value", Unit.CHOICE, "no value", "sans valeur", "sem valor"),
    (None, Unit.MONEY, "no value", "sans valeur", "sem valor"),
    (math.nan, Unit.MONTHS, "no value", "sans valeur", "sem valor"),
]

NUMBERS = [unit for unit in Unit if unit not in (Unit.CHOICE, Unit.FLAG)]


@pytest.mark.parametrize(("value", "unit", "en", "fr", "pt"), SHOWN)
def test_a_value_is_shown_with_its_unit(
    value: object, unit: Unit, en: str, fr: str, pt: str
) -> None:
    for language, words in (("en", en), ("fr", fr), ("pt", pt)):
        with speaking(language):
            shown = show(value, unit, "EUR")
        assert shown.replace("\u202f", "~").replace("\u00a0", "_") == words or value is None
        if value is None:
            assert shown == words


def test_every_unit_shows_a_number_of_numpy() -> None:
    for unit in NUMBERS:
        assert show(np.int64(3), unit, "EUR") == show(3, unit, "EUR")


@pytest.mark.parametrize("unit", NUMBERS)
def test_a_text_is_not_a_number(unit: Unit) -> None:
    with pytest.raises(TypeError, match="is a number, not '3'"):
        show("3", unit, "EUR")


def test_a_shown_value_never_breaks_across_lines() -> None:
    for language in ("en", "fr", "pt"):
        with speaking(language):
            for unit in NUMBERS:
                assert " " not in show(1234.5, unit, "EUR")


@pytest.mark.parametrize(
    ("unit", "en", "fr", "pt"),
    [
        (Unit.MONEY, "R$", "R$", "R$"),
        (Unit.MONEY_PER_MONTH, "R$ per month", "R$ par mois", "R$ por mês"),
        (
            Unit.MONEY_PER_USER_MONTH,
            "R$ per user per month",
            "R$ par utilisateur et par mois",
            "R$ por usuário por mês",
        ),
        (Unit.RATE_PER_YEAR, "% per year", "% par an", "% por ano"),
        (Unit.SHARE, "%", "%", "%"),
        (Unit.HOURS_PER_WEEK, "hours per week", "heures par semaine", "horas por semana"),
    ],
)
def test_a_unit_has_a_name_for_tables(unit: Unit, en: str, fr: str, pt: str) -> None:
    for language, words in (("en", en), ("fr", fr), ("pt", pt)):
        with speaking(language):
            assert unit_name(unit, "BRL") == words


def test_every_unit_has_a_name() -> None:
    assert all(unit_name(unit, "EUR") for unit in Unit)


def test_a_quantity_is_its_text_in_the_language_of_the_moment() -> None:
    licence = Quantity(60, Unit.MONEY_PER_USER_MONTH, "EUR")
    assert str(licence) == f"{licence}" == "€60/month"
    assert f"{licence:>12}" == "   €60/month"
    with speaking("pt"):
        assert str(licence) == "€\u00a060/mês"


@pytest.mark.parametrize(
    ("span", "en", "fr"),
    [
        (Span(0.4, 0.9, Unit.SHARE), "40–90%", "40–90~%"),
        (Span(40, 90, Unit.MONEY_PER_MONTH), "€40–90/month", "40–90~€/mois"),
        (Span(1, 10, Unit.YEARS), "1–10_years", "1–10_ans"),
        (Span(3, 12, Unit.MONTH), "month_3–12", "mois_3–12"),
        (Span(-0.1, 0.3, Unit.UPLIFT), "−10% to +30%", "−10~% à +30~%"),
        (Span(0, 0.3, Unit.REDUCTION), "0% to −30%", "0~% à −30~%"),
    ],
)
def test_a_span_names_its_unit_once(span: Span, en: str, fr: str) -> None:
    for language, words in (("en", en), ("fr", fr)):
        with speaking(language):
            assert f"{span}".replace("\u202f", "~").replace("\u00a0", "_") == words


def test_units_know_whether_they_are_money_or_percentages() -> None:
    assert [unit.name for unit in Unit if unit.is_money] == [
        *("MONEY", "MONEY_PER_MONTH", "MONEY_PER_YEAR", "MONEY_PER_HOUR"),
        *("MONEY_PER_USER_MONTH", "MONEY_PER_USER_HOUR"),
    ]
    assert [unit.name for unit in Unit if unit.is_percent] == [
        *("SHARE", "RATE_PER_YEAR", "UPLIFT", "REDUCTION"),
    ]
