"""The live page as somebody uses it: from a disk, with the network off."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from crmroi.assumptions import FRONT, Scenario, assumptions
from crmroi.charts import draw, headline, kpis
from crmroi.model import project
from crmroi.reports.live_page.controls import sliders
from crmroi.text import LANGUAGES, speaking
from tests.browser.support import resized, scrolls_sideways, serious_findings
from tests.model.scenarios import same
from tests.reports.live_page.conftest import Opener

pytestmark = pytest.mark.browser
HEADLINE = "h1#answer"
HOSTILE = "<img src=x onerror=alert(1)><script>alert(1)</script>\"'&🙂=1+1"


def slider(page: Page, key: str):
    return page.locator(f'[id="{key}"]')


def picture(page: Page, chart: str) -> str:
    return page.locator(f".card-{chart} .main-svg").first.inner_html()


def redrawn(page: Page, chart: str, was: str) -> None:
    """Wait until a chart is another picture than it was."""
    page.wait_for_function(
        "([chart, was]) => document.querySelector(`.card-${chart} .main-svg`).innerHTML !== was",
        arg=[chart, was],
    )


def thumb(page: Page, key: str) -> tuple[float, float]:
    box = slider(page, key).bounding_box()
    at, most = (
        slider(page, key).evaluate(f"slider => Number(slider.{name})") for name in ("value", "max")
    )
    return box["x"] + 8 + (box["width"] - 16) * at / most, box["y"] + box["height"] / 2


def set_to(page: Page, key: str, value: float) -> None:
    """Put a thumb at one of its values, as dragging it there does."""
    steps = next(each for each in sliders(Scenario()) if each.key == key).values
    slider(page, key).fill(str(steps.index(value)))


def metrics(page: Page) -> dict[str, object]:
    """The measures of the case that the thumbs are at, by the model in the page."""
    return page.evaluate(
        """() => {
          const made = JSON.parse(document.getElementById("case").textContent);
          const values = { ...made.values };
          for (const { key, field, values: steps } of made.sliders)
            values[field] = steps[Number(document.getElementById(key).value)];
          return crmroi["projection.js"].project(values).metrics;
        }"""
    )


def assert_says(page: Page, scenario: Scenario) -> None:
    """The page's sentence, five figures and titles are those of the app."""
    projection = project(scenario)
    expect(page.locator(HEADLINE)).to_have_text(headline(projection))
    for kpi in kpis(projection):
        expect(page.locator(f".kpi [data-figure={kpi.id}]")).to_have_text(kpi.value)
    for chart in draw(projection)[:3]:
        expect(page.locator(f".card-{chart.id} h2")).to_have_text(chart.title)
        expect(page.locator(f".card-{chart.id} .subtitle")).to_have_text(chart.subtitle)


def test_it_moves_while_a_thumb_is_dragged(opened: Opener) -> None:
    page = opened()
    sentence = page.locator(HEADLINE).inner_text()
    before = {chart: picture(page, chart) for chart in ("cash", "years", "waterfall")}
    x, y = thumb(page, "adoption.target_rate")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y, steps=6)
    expect(page.locator(HEADLINE)).not_to_have_text(sentence)
    for chart, was in before.items():
        redrawn(page, chart, was)
    share = slider(page, "adoption.target_rate").get_attribute("aria-valuetext")
    assert_says(page, Scenario().with_values({"adoption.target_rate": int(share[:-1]) / 100}))
    page.mouse.up()


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_assumptions_changed_inside_give_what_the_engine_gives(
    opened: Opener, language: str
) -> None:
    changes = {"team.users": 40, "gains.conversion_uplift": 0.01, "finance.horizon_years": 3}
    page = opened(language=language)
    for key, value in changes.items():
        set_to(page, key, value)
    scenario = Scenario().with_values(changes)
    with speaking(language):
        assert_says(page, scenario)
    found = metrics(page)
    expected = project(scenario).metrics
    assert [name for name, value in expected.items() if not same(found[name], value)] == []


def test_a_case_that_ends_otherwise_leaves_no_stale_sentence(opened: Opener) -> None:
    page = opened()
    set_to(page, "finance.horizon_years", 1)
    set_to(page, "adoption.go_live_month", 12)
    changes = {"finance.horizon_years": 1, "adoption.go_live_month": 12}
    assert_says(page, Scenario().with_values(changes))


def test_arrow_keys_move_a_step_and_reset_goes_back(opened: Opener) -> None:
    page = opened()
    reset = page.locator("#reset")
    expect(reset).to_be_disabled()
    slider(page, "adoption.target_rate").press("ArrowLeft")
    expect(page.locator('b[data-value="adoption.target_rate"]')).to_have_text("74%")
    expect(page.locator('td[data-value="adoption.target_rate"]')).to_have_text("74%")
    assert_says(page, Scenario().with_values({"adoption.target_rate": 0.74}))
    reset.click()
    assert_says(page, Scenario())
    expect(reset).to_be_disabled()


def test_a_value_between_two_steps_is_kept_and_come_back_to(opened: Opener) -> None:
    scenario = Scenario().with_values({"adoption.target_rate": 0.753})
    page = opened(scenario)
    slider(page, "adoption.target_rate").press("ArrowRight")
    slider(page, "adoption.target_rate").press("ArrowLeft")
    assert_says(page, scenario)
    assert same(metrics(page)["npv"], project(scenario).metrics["npv"])


def test_every_slider_has_its_name_value_and_help(opened: Opener) -> None:
    page = opened()
    for key in FRONT:
        item = assumptions()[key]
        control = page.get_by_role("slider", name=item.label, exact=True)
        expect(control).to_have_attribute(
            "aria-valuetext", slider(page, key).get_attribute("aria-valuetext")
        )
    page.get_by_label("About: Go-live").click()
    expect(page.get_by_text("Months from the decision until the CRM is used.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Months from the decision until the CRM is used.")).to_be_hidden()


def test_an_explanation_does_not_cover_the_slider_that_the_keyboard_goes_on_to(
    opened: Opener,
) -> None:
    page = opened()
    said = page.get_by_text("Months from the decision until the CRM is used.")
    page.get_by_label("About: Go-live").focus()
    page.keyboard.press("Enter")
    expect(said).to_be_visible()
    page.keyboard.press("Tab")
    expect(slider(page, "adoption.go_live_month")).to_be_focused()
    expect(said).to_be_hidden()


def test_a_table_below_a_chart_follows(opened: Opener) -> None:
    page = opened()
    page.locator(".card-years summary").click()
    rows = page.locator(".card-years tbody tr")
    expect(rows).to_have_count(6)
    set_to(page, "finance.horizon_years", 3)
    expect(rows).to_have_count(4)


def test_what_people_typed_is_shown_as_text(opened: Opener) -> None:
    page = opened(
        Scenario(name=HOSTILE, notes={"team.users": HOSTILE}),
        names={"prepared_by": HOSTILE, "prepared_for": "=1+1"},
    )
    expect(page.locator(".letterhead .case")).to_have_text(HOSTILE)
    expect(page.locator(".letterhead")).to_contain_text(f"Prepared by {HOSTILE}")
    expect(page.locator(".note")).to_have_text(f"Note: {HOSTILE}")
    assert page.locator("img").count() == 0
    assert page.title() == f"CRM business case: {HOSTILE}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(opened: Opener, scheme: str) -> None:
    page = opened(color_scheme=scheme, bypass_csp=True)  # axe is a script of its own
    for summary in page.locator(".folded summary, .card summary").all():
        summary.click()
    assert serious_findings(page) == []


def test_no_two_places_have_the_same_name(opened: Opener) -> None:
    page = opened()
    for summary in page.locator(".folded summary, .card summary").all():
        summary.click()
    places = page.locator("section[aria-labelledby], [role=region]").all()
    names = [place.get_attribute("aria-label") or named_by(page, place) for place in places]
    assert len(names) == len(set(names)) == 8


def named_by(page: Page, place: Locator) -> str:
    ids = (place.get_attribute("aria-labelledby") or "").split()
    return " ".join(page.locator(f"#{each}").inner_text() for each in ids)


def test_a_printed_page_tells_the_assumptions_it_was_made_of(opened: Opener) -> None:
    page = opened()
    set_to(page, "adoption.target_rate", 0.6)
    page.emulate_media(media="print")
    for key in FRONT:
        expect(page.locator(f'.slider b[data-value="{key}"]')).to_be_visible()
    expect(page.locator('.slider b[data-value="adoption.target_rate"]')).to_have_text("60%")
    for control in ("input[type=range]", ".help", "#reset", ".folded", ".bar"):
        expect(page.locator(control).first).to_be_hidden()


def test_it_follows_the_colour_scheme(opened: Opener) -> None:
    page = opened(color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    line = ".card-cash .scatterlayer .trace:nth-child(3) path.js-line, .card-cash path.js-line"
    dark = page.evaluate(ground), picture(page, "cash")
    page.emulate_media(color_scheme="light")
    redrawn(page, "cash", dark[1])
    assert page.locator(line).count() > 0
    assert page.evaluate(ground) == "rgb(255, 255, 255)" != dark[0]


def test_a_dark_page_is_printed_in_ink_on_white(opened: Opener) -> None:
    page = opened(color_scheme="dark")
    word = ".card-cash .xaxislayer-above text"
    ink = f"getComputedStyle(document.querySelector('{word}')).fill"
    on_screen, dark = page.evaluate(ink), picture(page, "cash")
    page.emulate_media(media="print", color_scheme="dark")
    redrawn(page, "cash", dark)
    light = opened(color_scheme="light")
    assert page.evaluate(ink) == light.evaluate(ink) != on_screen


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_a_narrow_screen(opened: Opener, language: str) -> None:
    page = opened(Scenario(name="x" * 200), language=language, width=390, height=844)
    widths = (390, 1024, 768, 390)
    assert [width for width in widths if scrolls_sideways(resized(page, width))] == []
    for summary in page.locator(".folded > summary").all():
        summary.click()
    assert [width for width in widths if scrolls_sideways(resized(page, width))] == []


def test_a_small_screen_has_room_for_fingers(opened: Opener) -> None:
    page = opened(width=390, height=844)
    touched = page.locator("summary, button, input[type=range]").all()
    low = [each.evaluate("node => node.outerHTML") for each in touched
           if each.bounding_box()["height"] < 44]  # fmt: skip
    assert low == []
    page.get_by_label("About: Go-live").click()
    expect(page.get_by_text("Months from the decision until the CRM is used.")).to_be_visible()


def test_on_a_small_screen_three_figures_stay_in_sight(opened: Opener) -> None:
    page = opened(width=390, height=844)
    expect(page.locator(".bar [data-figure=roi]")).to_be_visible()
    set_to(page, "adoption.target_rate", 0.6)
    roi = kpis(project(Scenario().with_values({"adoption.target_rate": 0.6})))[0]
    expect(page.locator(".bar [data-figure=roi]")).to_have_text(roi.value)


def test_all_charts_are_in_sight_beside_the_sliders(opened: Opener) -> None:
    page = opened()
    for chart in ("cash", "years", "waterfall"):
        expect(page.locator(f".card-{chart} .plot")).to_be_in_viewport(ratio=0.95)
    expect(slider(page, FRONT[0])).to_be_in_viewport()
    expect(slider(page, FRONT[-1])).to_be_in_viewport()
