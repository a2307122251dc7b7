from __future__ import annotations

import pytest
from babel.numbers import format_decimal
from hypothesis import example, given
from hypothesis import strategies as st

from crmroi.text import LANGUAGES, NotANumber, Unit, axis_money, parse, show, speaking

SPOKEN = st.sampled_from(list(LANGUAGES))
NUMBERS = [unit for unit in Unit if unit not in (Unit.CHOICE, Unit.FLAG)]


@pytest.mark.parametrize(
    ("text", "unit", "language", "value"),
    [
        ("25", Unit.PEOPLE, "en", 25),
        ("1,200.50", Unit.MONEY, "en", 1200.5),
        ("1.200,50", Unit.MONEY, "fr", 1200.5),
        ("1.200,50", Unit.MONEY, "pt", 1200.5),
        ("R$ 1.200,50", Unit.MONEY, "pt", 1200.5),
        ("1 200", Unit.MONEY, "fr", 1200),
        ("1\u00a0200", Unit.MONEY, "fr", 1200),
        ("1\u202f200,5 €", Unit.MONEY, "fr", 1200.5),
        ("  12 ", Unit.MONTHS, "en", 12),
        ("1,200", Unit.MONEY, "en", 1200),
        ("1,200", Unit.MONEY, "fr", 1.2),
        ("1,200", Unit.MONEY, "pt", 1.2),
        ("1.200", Unit.MONEY, "en", 1.2),
        ("1.200", Unit.MONEY, "pt", 1200),
        ("1.5", Unit.HOURS, "fr", 1.5),
        ("1,5", Unit.HOURS, "en", 1.5),
        ("0.125", Unit.HOURS, "pt", 0.125),
        (".5", Unit.FTE, "en", 0.5),
        (",5", Unit.FTE, "fr", 0.5),
        ("1'200.50", Unit.MONEY, "en", 1200.5),
        ("1’200’000", Unit.MONEY, "en", 1_200_000),
        ("1,200,000", Unit.MONEY, "fr", 1_200_000),
        ("1 200.5", Unit.MONEY, "fr", 1200.5),
        ("CHF 60", Unit.MONEY_PER_USER_MONTH, "en", 60),
        ("60 chf", Unit.MONEY_PER_USER_MONTH, "fr", 60),
        ("EUR60", Unit.MONEY, "en", 60),
        ("$US 60", Unit.MONEY, "fr", 60),
        ("US$ 60", Unit.MONEY, "pt", 60),
        ("€60 / month", Unit.MONEY_PER_USER_MONTH, "en", 60),
        ("60 € par mois", Unit.MONEY_PER_MONTH, "fr", 60),
        ("60 per user per month", Unit.MONEY_PER_USER_MONTH, "en", 60),
        ("109k", Unit.MONEY, "en", 109_000),
        ("109 K€", Unit.MONEY, "fr", 109_000),
        ("1,25 M€", Unit.MONEY, "fr", 1_250_000),
        ("R$ 109 mil", Unit.MONEY, "pt", 109_000),
        ("15", Unit.SHARE, "en", 0.15),
        ("15%", Unit.SHARE, "en", 0.15),
        ("15,5 %", Unit.SHARE, "fr", 0.155),
        ("0.5", Unit.SHARE, "en", 0.005),
        ("3 %/an", Unit.RATE_PER_YEAR, "fr", 0.03),
        ("3% per year", Unit.RATE_PER_YEAR, "en", 0.03),
        ("+12%", Unit.UPLIFT, "en", 0.12),
        ("12", Unit.UPLIFT, "en", 0.12),
        ("−5 %", Unit.UPLIFT, "fr", -0.05),
        ("-5", Unit.UPLIFT, "en", -0.05),
        ("10", Unit.REDUCTION, "en", 0.1),
        ("−10%", Unit.REDUCTION, "en", 0.1),
        ("+10%", Unit.REDUCTION, "en", -0.1),
        ("0", Unit.REDUCTION, "en", 0),
        ("2.5 hours a week", Unit.HOURS_PER_WEEK, "en", None),
        ("2.5 hours per week", Unit.HOURS_PER_WEEK, "en", 2.5),
        ("2,5 h/semaine", Unit.HOURS_PER_WEEK, "fr", 2.5),
        ("16 hrs.", Unit.HOURS, "en", 16),
        ("month 3", Unit.MONTH, "en", 3),
        ("mois 3", Unit.MONTH, "fr", 3),
        ("9 months", Unit.MONTHS, "fr", 9),
        ("5 anos", Unit.YEARS, "pt", 5),
        ("12 months", Unit.YEARS, "en", None),
        ("-€8,200", Unit.MONEY, "en", -8200),
        ("−8 200 €", Unit.MONEY, "fr", -8200),
        ("€ -8,200", Unit.MONEY, "en", -8200),
        ("50%", Unit.MONEY, "en", None),
        ("€50", Unit.SHARE, "en", None),
        ("109k", Unit.HOURS, "en", None),
        ("5/m", Unit.MONEY, "en", None),
        ("5-10", Unit.COUNT, "en", None),
        ("5 10", Unit.COUNT, "en", None),
        ("1,20,000", Unit.COUNT, "en", None),
        ("1.2.3", Unit.COUNT, "en", None),
        ("1e5", Unit.COUNT, "en", None),
        ("1_000", Unit.COUNT, "en", None),
        ("nan", Unit.COUNT, "en", None),
        ("inf", Unit.MONEY, "en", None),
        ("9" * 400, Unit.COUNT, "en", None),
        ("½", Unit.FTE, "en", None),
        ("--5", Unit.COUNT, "en", None),
    ],
)
def test_what_people_type_is_read(
    text: str, unit: Unit, language: str, value: float | None
) -> None:
    if value is None:
        with pytest.raises(NotANumber):
            parse(text, unit, language)
    else:
        assert parse(text, unit, language) == value


def message(text: str, unit: Unit, language: str) -> str:
    with pytest.raises(NotANumber) as caught:
        parse(text, unit, language)
    assert caught.value.notice.value == text
    with speaking(language):
        assert str(caught.value) == caught.value.notice.message
        return str(caught.value)


def test_a_message_says_what_is_so_and_what_to_do() -> None:
    assert message("a lot", Unit.MONEY, "en") == (
        "“a lot” is not a number. Write it like 1,200.50."
    )
    assert message("12 months", Unit.YEARS, "en") == (
        "“12 months” is more than a number. Write it like 12."
    )
    assert message(" ", Unit.SHARE, "en") == "Nothing is entered. Write a number, like 12.5%."
    assert message("", Unit.HOURS, "en") == "Nothing is entered. Write a number, like 2.5."


def test_a_message_is_in_the_language_of_who_typed() -> None:
    assert message("beaucoup", Unit.SHARE, "fr") == (
        "«\u202fbeaucoup\u202f» n’est pas un nombre. Écrivez-le comme 12,5\u202f%."
    )
    assert message("muito", Unit.MONEY, "pt") == ("“muito” não é um número. Escreva como 1.200,50.")


def test_a_mark_that_could_be_either_is_asked_about() -> None:
    assert message("1.200", Unit.MONEY, "fr") == (
        "«\u202f1.200\u202f» peut se lire 1200 ou 1,2. Écrivez celui que vous voulez."
    )


def test_a_long_text_is_not_repeated_whole() -> None:
    assert message("x" * 1000, Unit.COUNT, "en") == (
        f"“{'x' * 40}…” is not a number. Write it like 12."
    )


def test_the_language_spoken_is_the_one_read_unless_another_is_named() -> None:
    with speaking("pt"):
        assert parse("1.200", Unit.MONEY) == 1200
        assert parse("1.200", Unit.MONEY, "en") == 1.2


@pytest.mark.parametrize("unit", [Unit.CHOICE, Unit.FLAG])
def test_what_is_chosen_is_not_typed(unit: Unit) -> None:
    with pytest.raises(TypeError, match="is chosen, not typed"):
        parse("1", unit)


@given(
    st.one_of(st.integers(-(10**9), 10**9), st.decimals(-(10**4), 10**4, places=3).map(float)),
    st.sampled_from(NUMBERS),
    SPOKEN,
    st.sampled_from(["EUR", "USD", "GBP", "BRL", "CHF", "JPY", "KWD", "MAD"]),
)
@example(1.234, Unit.MONEY, "fr", "KWD")
def test_what_is_shown_is_read_back(x: float, unit: Unit, language: str, currency: str) -> None:
    with speaking(language):
        shown = show(x, unit, currency)
        assert show(parse(shown, unit), unit, currency) == shown


@given(st.integers(-999, 999), st.integers(0, 12), SPOKEN, st.sampled_from(["EUR", "USD", "BRL"]))
def test_a_compact_amount_is_read_back(
    figures: int, power: int, language: str, currency: str
) -> None:
    x = figures * 10**power
    with speaking(language):
        assert parse(axis_money(x, currency), Unit.MONEY) == pytest.approx(x, rel=1e-12)


@given(st.decimals(-(10**9), 10**9, places=2), SPOKEN)
def test_what_babel_writes_is_read(x: float, language: str) -> None:
    text = format_decimal(x, locale=language)
    assert parse(text, Unit.COUNT, language) == float(x)


@given(
    st.text(st.sampled_from("0123456789.,'’  \u00a0\u202f+-−–€$R%kMmil/hx²½\u0661"), max_size=12),
    st.sampled_from(NUMBERS),
    SPOKEN,
)
def test_any_text_is_a_number_or_gets_a_message(text: str, unit: Unit, language: str) -> None:
    try:
        value = parse(text, unit, language)
    except NotANumber as problem:
        assert problem.notice.message
    else:
        assert value - value == 0
