"""The Risk page in a real browser: a goal set, its value put in, the cases drawn again."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from crmroi.analysis.ranges import starting_ranges, with_ranges
from crmroi.assumptions import Scenario
from crmroi.files.share_link import to_link
from tests.browser.support import at_rest, follow, scrolls_sideways, serious_findings, settled

VIEWS = 4
CASE = Scenario()


@pytest.fixture
def risk(new_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open the Risk page, with the cases drawn."""

    def open_it(**options: object) -> Page:
        return follow(new_page(**options), "risk", ".card-fan .plot svg")

    return open_it


def look(page: Page, place: int) -> Page:
    view = page.locator(".st-key-risk-head [role=radiogroup] button").nth(place)
    view.click()
    expect(view).to_have_attribute("aria-checked", "true")
    return at_rest(page)  # what Streamlit takes away fades first


def open_ranges(page: Page) -> Page:
    page.locator(".st-key-risk-ranges summary").click()
    page.locator(".st-key-risk-table").wait_for()
    return settled(page)


def test_the_sentence_and_the_pictures_stand_on_the_page(risk: Callable[..., Page]) -> None:
    page = risk()
    expect(page.locator("h1#answer")).to_have_text(
        re.compile(r"It pays back in .* First to break it: half the gains\.")
    )
    for card in ("fan", "payback", "spread"):
        expect(page.locator(f".card-{card} .plot svg").first).to_be_visible()
    look(page, 1)
    for card in ("tornado", "heat"):
        expect(page.locator(f".card-{card} .plot svg").first).to_be_visible()
    expect(page.locator(".card-heat .plot .points path")).not_to_have_count(0)


def test_a_goal_is_set_its_sentence_read_its_value_put_in_and_the_goal_is_met(
    risk: Callable[..., Page],
) -> None:
    page = look(risk(), 2)
    page.get_by_role("combobox", name="Goal").click()
    page.get_by_role("option", name="Break-even by month").click()
    target = page.get_by_role("textbox", name="Target")
    target.fill("18")
    target.press("Enter")
    case = page.locator("p.case")
    expect(case).to_contain_text("The goal is not met.")
    row = page.locator(".st-key-must-gains-conversion_uplift")
    expect(row).to_contain_text(re.compile(r"More leads won must reach \+\d+%"))
    row.get_by_role("button", name="Try it").click()
    expect(case).to_contain_text("The goal is met.")
    expect(page.locator(".st-key-risk-stale")).to_contain_text("before your last change")
    page.get_by_role("button", name="Update").click()
    expect(page.locator(".st-key-risk-stale")).to_have_count(0)


def test_a_row_of_the_tornado_is_moved_as_a_slider_by_keyboard_and_taken_back(
    risk: Callable[..., Page],
) -> None:
    page = look(risk(), 1)
    expect(page.locator(".card-shares table")).to_contain_text("Larger orders")
    page.get_by_role("combobox", name="Use as slider").click()
    page.get_by_role("option", name="Users who work in it").click()
    slider = page.locator(".st-key-adoption-target_rate input[type=range]")
    slider.focus()
    tornado = page.locator(".card-tornado .plot")
    top, before = tornado.bounding_box()["y"], tornado.inner_text()
    page.keyboard.press("PageDown")
    expect(page.locator(".st-key-risk-stale")).to_be_visible()
    expect(tornado).not_to_have_text(before)
    expect(slider).to_be_focused()
    assert tornado.bounding_box()["y"] == top
    settled(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".st-key-risk-stale")).to_have_count(0)


def test_the_heat_map_can_be_of_months(risk: Callable[..., Page]) -> None:
    page = look(risk(), 1)
    page.get_by_role("combobox", name="Heat map of").click()
    page.get_by_role("option", name="Pays for itself").click()
    expect(page.locator(".card-heat .subtitle")).to_have_text(re.compile("^Pays for itself by"))
    expect(page.locator(".card-heat .notes")).to_contain_text("orange never")


def test_the_controls_of_the_heat_map_begin_where_it_does(risk: Callable[..., Page]) -> None:
    page = look(risk(), 1)
    page.set_viewport_size({"width": 1440, "height": 900})
    controls, card = (
        page.locator(each).first.bounding_box() for each in (".st-key-risk-axes", ".card-heat")
    )
    assert controls is not None
    assert card is not None
    assert abs(controls["x"] - card["x"]) < 1


def test_after_a_slider_moved_the_old_figures_are_dimmed_and_updated_on_request(
    risk: Callable[..., Page],
) -> None:
    page = risk()
    page.locator('a[href$="/"]', has_text="What-if").first.click()
    page.locator(".card-cash").wait_for()
    page.locator(".st-key-adoption-target_rate input[type=range]").focus()
    for _press in range(4):
        page.keyboard.press("ArrowLeft")
    page.locator('a[href$="/risk"]').first.click()
    expect(page.locator("body.stale .card-fan")).to_be_visible()
    page.get_by_role("button", name="Update").click()
    expect(page.locator("body.stale")).to_have_count(0)
    page.locator('a[href$="/"]', has_text="What-if").first.click()
    expect(page.locator("body.stale")).to_have_count(0)


def test_long_work_shows_how_far_it_is_and_can_be_stopped(risk: Callable[..., Page]) -> None:
    page = risk()
    open_ranges(page)
    count = page.get_by_role("combobox", name="Cases drawn")
    count.scroll_into_view_if_needed()
    at_rest(page)  # the list closes when the page still scrolls
    count.click()
    page.get_by_role("option", name="1,048,576").click()
    expect(page.get_by_text(re.compile(r"of 1,048,576 cases drawn")).first).to_be_visible()
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".st-key-risk-stale")).to_contain_text("Stopped after")
    expect(page.locator(".card-fan .plot svg").first).to_be_visible()


def test_a_range_is_typed_and_kept(risk: Callable[..., Page]) -> None:
    page = risk()
    open_ranges(page)
    low = page.get_by_role("textbox", name="Users who work in it: low")
    expect(low).to_have_value("40%")
    low.fill("85%")
    low.press("Enter")
    expect(page.locator(".st-key-risk-table .field-error")).to_contain_text("above today’s 75%")
    low.fill("60%")
    low.press("Enter")
    expect(page.locator(".st-key-risk-table .field-error")).to_have_count(0)
    look(page, 2)
    look(page, 0)
    expect(low).to_have_value("60%")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(risk: Callable[..., Page], scheme: str) -> None:
    page = risk(color_scheme=scheme)
    open_ranges(page)
    for place in range(VIEWS):
        assert serious_findings(look(page, place)) == []


@pytest.mark.parametrize("locale", ["en-US", "fr-FR", "pt-BR"])
def test_a_small_screen_does_not_scroll_sideways(risk: Callable[..., Page], locale: str) -> None:
    page = risk(width=390, height=844, locale=locale)
    for place in range(VIEWS):
        assert not scrolls_sideways(look(page, place))
    assert not scrolls_sideways(open_ranges(page))


LATE = to_link(Scenario().with_values({"adoption.go_live_month": 48, "finance.horizon_years": 3}))
"""A case with nothing to check above the pictures, but much about its slider."""


def test_the_controls_of_the_tornado_have_lines_of_their_own_under_the_views(
    risk: Callable[..., Page],
) -> None:
    page = look(risk(path=f"/?s={LATE}"), 1)
    expect(page.locator(".checks")).to_be_hidden()
    views = page.locator(".st-key-risk-head").bounding_box()
    slider = page.locator(".st-key-risk-row [data-testid=stSlider]").bounding_box()
    warning = page.locator(".st-key-risk-row .field-warning").first.bounding_box()
    assert slider["y"] >= views["y"] + views["height"]
    assert slider["width"] > 100
    assert warning["y"] >= slider["y"] + slider["height"]
    assert warning["height"] < 60


def test_where_nothing_is_uncertain_the_card_leads_to_every_assumption(
    risk: Callable[..., Page],
) -> None:
    certain = {key: (mode, mode, mode) for key, (_l, mode, _h) in starting_ranges(CASE).items()}
    page = look(risk(path=f"/?s={to_link(with_ranges(CASE, certain))}"), 1)
    tornado = page.locator(".card-tornado")
    expect(tornado).to_contain_text("No uncertain assumption moves the answer.")
    tornado.get_by_role("button", name="Every assumption").click()
    expect(page.locator(".st-key-risk-every input")).to_be_focused()
    page.keyboard.press("Space")
    expect(tornado.locator(".plot svg").first).to_be_visible()


@pytest.mark.parametrize("width", [390, 768, 1024])
def test_the_words_of_the_sceptics_table_have_room(risk: Callable[..., Page], width: int) -> None:
    page = look(risk(width=width, height=900, locale="pt-BR"), 3)
    for cell in page.locator(".card-sceptic td:last-child").all():
        assert cell.bounding_box()["width"] > 150
