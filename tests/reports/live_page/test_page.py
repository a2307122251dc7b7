"""The file: what is in it, and that nobody's text is more than text."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from html import unescape

import pytest

from crmroi.assumptions import FRONT, Scenario, assumptions
from crmroi.charts import headline
from crmroi.model import project
from crmroi.reports import Logo, Order, make
from crmroi.reports.findings import Findings
from crmroi.reports.live_page.controls import MOST_STEPS, sliders
from crmroi.text import LANGUAGES, html_language, show, speaking, years

MADE_ON = date(2026, 3, 1)
HOSTILE = "</script><script>alert(1)</script><!--\"'&{users}\u202e=1+1 #set 🙂" + "x" * 10_000
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000000000500015a0d2db40000000049454e44ae426082"
)


def order(scenario: Scenario | None = None, **names: object) -> Order:
    return Order((scenario or Scenario(),), MADE_ON, **names)


def page(asked: Order | None = None, language: str = "en") -> str:
    with speaking(language):
        return make(asked or order(), "html").decode()


def scripts(html: str) -> list[str]:
    return re.findall(r"<script>(.*?)</script>", html, re.DOTALL)


def held(html: str) -> dict[str, object]:
    text = re.search(r'<script type="application/json" id="case">(.*?)</script>', html, re.DOTALL)
    assert text is not None
    found: dict[str, object] = json.loads(text[1])
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_stands_in_the_file_before_anything_runs(language: str) -> None:
    html = page(language=language)
    with speaking(language):
        assert f'<html lang="{html_language()}">' in html
        assert f">{headline(project(Scenario()))}</h1>" in unescape(html)


def test_the_same_order_makes_the_same_bytes() -> None:
    assert page() == page()


def test_its_policy_allows_its_own_scripts_and_nothing_from_elsewhere() -> None:
    html = page()
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1])
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    hashes = [f"'sha256-{b64encode(sha256(s.encode()).digest()).decode()}'" for s in scripts(html)]
    assert rules == {
        "default-src": "'none'",
        "script-src": " ".join(hashes),
        "style-src": "'unsafe-inline'",
        "img-src": "data:",
        "font-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_it_names_no_address_to_load_from() -> None:
    outside_scripts = re.sub(r"<script.*?</script>", "", page(), flags=re.DOTALL)
    assert re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', outside_scripts) == []
    assert re.findall(r"url\((?!data:)[^)]*\)", outside_scripts) == []


HOSTILE_PLACES: dict[str, Callable[[str], Order]] = {
    "name": lambda text: order(Scenario(name=text)),
    "note": lambda text: order(Scenario(notes={"team.users": text})),
    "prepared_for": lambda text: order(prepared_for=text),
    "prepared_by": lambda text: order(prepared_by=text, logo=Logo(PIXEL, "png")),
}


@pytest.mark.parametrize("place", HOSTILE_PLACES)
def test_what_people_typed_is_text_and_nothing_else(place: str) -> None:
    html = page(HOSTILE_PLACES[place](HOSTILE))
    assert len(scripts(html)) == 3
    assert "<script>alert(1)" not in html
    assert "\u202e" not in html
    outside_scripts = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert re.findall(r"<[a-z]+[^>]* on\w+=", outside_scripts) == []
    assert "x" * 600 not in html


def test_the_address_of_a_link_cannot_leave_its_quotes() -> None:
    html = page(order(link='https://example.org/" onclick="alert(1)'))
    assert '<a href="https://example.org/&quot; onclick=&quot;alert(1)" rel="noreferrer">' in html


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "data:text/html,x", "file:///etc"])
def test_only_an_address_of_the_web_is_linked_to(address: str) -> None:
    assert "<a href" not in re.sub(
        r"<script.*?</script>", "", page(order(link=address)), flags=re.DOTALL
    )


def test_the_model_its_inputs_and_the_day_are_named() -> None:
    found = Findings(order()).identity
    assert f"Model {found.model}, inputs {found.inputs}. March 1, 2026." in page().replace(
        "\u00a0", " "
    )


def test_every_assumption_is_listed_with_its_value_unit_and_source() -> None:
    text = unescape(page(order(Scenario(notes={"team.users": "Sales lead, 3 May"}))))
    for item in assumptions().values():
        assert f'<td data-value="{item.key}">' in text
        assert str(item.source) in text
    assert "Note: Sales lead, 3 May" in text


def test_a_slider_says_where_the_value_it_starts_at_comes_from() -> None:
    text = unescape(page(order(Scenario().with_values({"team.users": 27}))))
    assert text.count("Entered for this case. Default: Own estimate") == 2
    assert "<p>Source: Entered for this case. Default: Own estimate.</p>" in text


def test_a_slider_stands_at_the_case_and_holds_every_step_in_words() -> None:
    scenario = Scenario().with_values({"adoption.target_rate": 0.985, "team.users": 27})
    for slider in sliders(scenario):
        item = assumptions()[slider.key]
        low, high = item.plausible
        value = scenario.value(slider.key)
        assert slider.values[slider.at] == value
        assert (slider.values[0], slider.values[-1]) == (min(low, value), max(high, value))
        assert slider.texts == tuple(show(step, item.unit, "EUR") for step in slider.values)
    assert [slider.key for slider in sliders(scenario)] == list(FRONT)


def test_steps_are_the_declared_ones_without_the_dust_of_binary_fractions() -> None:
    by_key = {slider.key: slider for slider in sliders(Scenario())}
    assert by_key["adoption.target_rate"].values[:4] == (0.4, 0.41, 0.42, 0.43)
    assert by_key["finance.horizon_years"].texts == tuple(years(n) for n in range(1, 11))


def test_a_slider_widened_without_measure_takes_longer_steps() -> None:
    far = Scenario().with_values({"costs.custom_development": 1e9})
    slider = next(each for each in sliders(far) if each.key == "costs.custom_development")
    assert len(slider.values) <= MOST_STEPS + 2
    assert slider.values[slider.at] == 1e9


def test_nothing_people_typed_is_among_the_data_of_the_scripts() -> None:
    html = page(order(Scenario(name="Hollins"), prepared_by="Northfield"))
    data = json.dumps(held(html), ensure_ascii=False)
    assert "Hollins" not in data
    assert "Northfield" not in data


def test_progress_is_told_and_may_stop_it() -> None:
    told: list[float] = []
    make(order(), "html", told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0

    class StoppedError(Exception):
        pass

    def stop(_share: float) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        make(order(), "html", stop)
