"""The Report page in a real browser: every kind is downloaded, the live page runs from a disk."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Download, Page, expect

from crmroi.assumptions import Scenario
from crmroi.files.scenario_file import read_scenario
from tests.browser.support import follow, scrolls_sideways, serious_findings, settled

KINDS = ("xlsx", "pdf", "pptx", "html", "csv")
FIRST_BYTES = {"xlsx": b"PK", "pdf": b"%PDF-", "pptx": b"PK", "html": b"<!", "csv": b"\xef\xbb\xbf"}
MAKE = ".st-key-report-make button"
FILES = ".st-key-report-files button"
PICTURE = ".st-key-report-shown :is(img, .slide)"


@pytest.fixture
def report(new_page: Callable[..., Page]) -> Callable[..., Page]:
    """Open the Report page."""

    def open_it(**options: object) -> Page:
        return follow(new_page(**options), "report", ".st-key-report-making")

    return open_it


@pytest.fixture(scope="module")
def looked_at(new_shared_page: Callable[..., Page]) -> Page:
    return follow(new_shared_page(), "report", ".st-key-report-making")


def tick(page: Page, *kinds: str) -> Page:
    """Tick these kinds and no others."""
    for kind in KINDS:
        box = page.locator(f".st-key-report-kind-{kind}")
        if box.locator("input").is_checked() is not (kind in kinds):
            box.locator("label").click()
            settled(page)
    return page


def made(page: Page) -> Download:
    """Make what is ticked; return what the browser was given without another click."""
    with page.expect_download(timeout=90_000) as download:
        page.locator(MAKE).click()
    return download.value


def saved(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_made_and_saved_with_one_click(report: Callable[..., Page], kind: str) -> None:
    download = made(tick(report(), kind))
    assert download.suggested_filename == f"crmroi-en.{kind}"
    assert saved(download).startswith(FIRST_BYTES[kind])


def test_several_come_as_one_and_each_has_its_own_button(report: Callable[..., Page]) -> None:
    page = report()
    download = made(page)
    assert download.suggested_filename == "crmroi-en.zip"
    with ZipFile(BytesIO(saved(download))) as archive:
        assert archive.namelist() == ["crmroi-en.xlsx", "crmroi-en.pdf"]
    expect(page.locator(FILES)).to_have_count(3)
    page.locator(FILES).last.focus()
    with page.expect_download() as one:
        page.keyboard.press("Enter")
    assert saved(one.value).startswith(b"%PDF-")


def test_the_live_page_runs_from_a_disk_with_no_network(
    report: Callable[..., Page], browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "live.html"
    made(tick(report(), "html")).save_as(file)
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_offline(offline=True)
    asked: list[str] = []
    context.route("http*://**", lambda route: (asked.append(route.request.url), route.abort()))
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda said: said.type == "error" and problems.append(said.text))
    page.goto(file.as_uri())
    sentence = page.locator("h1#answer")
    before = sentence.inner_text()
    page.locator('input[id="adoption.target_rate"]').focus()
    for _press in range(3):
        page.keyboard.press("ArrowLeft")
    expect(sentence).not_to_have_text(before)
    assert page.locator(".js-plotly-plot svg").count() > 0
    context.close()
    assert (asked, problems) == ([], [])


@pytest.mark.parametrize("width", [1440, 390])
def test_the_live_page_can_be_tried_and_cannot_reach_the_app(
    report: Callable[..., Page], width: int
) -> None:
    page = tick(report(width=width, height=900), "html")
    expect(page.locator(PICTURE).first).to_be_visible(timeout=60_000)
    page.get_by_text("Try it here").click()
    frame = page.frame_locator(".st-key-report-shown iframe")
    worth = frame.locator('[data-figure="npv"]').first
    expect(worth).to_be_attached(timeout=30_000)
    before = worth.inner_text()
    frame.locator('input[type="range"]').first.press("ArrowRight")
    expect(worth).not_to_have_text(before)
    assert frame.locator("body").evaluate("() => self.origin") == "null"
    assert not scrolls_sideways(page)


def test_choices_and_files_are_there_after_another_page(report: Callable[..., Page]) -> None:
    page = tick(report(), "csv", "html")
    page.get_by_label("Prepared by").fill("A. Maker")
    page.get_by_label("Prepared by").press("Tab")
    settled(page)
    made(page)
    page.locator('a[href$="/method"]').first.click()
    page.locator(".contents.wide").wait_for()
    page.locator('a[href$="/report"]').first.click()
    expect(page.locator(FILES)).to_have_count(3)
    expect(page.get_by_label("Prepared by")).to_have_value("A. Maker")
    assert page.locator(".st-key-report-kind-csv input").is_checked()
    assert not page.locator(".st-key-report-kind-pdf input").is_checked()
    assert "Maker" not in page.url


def test_a_name_stands_in_the_document_and_in_no_address(
    report: Callable[..., Page],
) -> None:
    page = report()
    page.get_by_label("Prepared for").fill("=1+1 <b>B</b> #set")
    page.get_by_label("Prepared for").press("Enter")
    settled(page)
    expect(page.locator(PICTURE).first).to_be_visible(timeout=60_000)
    assert "set" not in page.evaluate("decodeURIComponent(location.href)")


def test_a_refused_logo_is_told_beside_its_field_and_a_good_one_is_taken(
    report: Callable[..., Page],
) -> None:
    page = report()
    field = '.st-key-report-logo input[type="file"]'
    text = {"name": "logo.txt", "mimeType": "text/plain", "buffer": b"no picture"}
    page.set_input_files(field, text)  # type: ignore[arg-type] # as Playwright's own examples
    expect(page.locator(".st-key-report-logo .field-error")).to_contain_text("logo.txt is neither")
    large = {"name": "large.png", "mimeType": "image/png", "buffer": bytes(3_000_000)}
    page.set_input_files(field, large)  # type: ignore[arg-type]
    expect(page.locator(".st-key-report-logo .field-error")).to_contain_text(
        "large.png is larger than the 2 MB a logo may have. Save it smaller."
    )
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'
    )
    mark = {"name": "mark.svg", "mimeType": "image/svg+xml", "buffer": drawing}
    page.set_input_files(field, mark)  # type: ignore[arg-type]
    expect(page.locator(".st-key-report-logo-held")).to_contain_text("mark.svg")
    expect(page.locator(".st-key-report-logo .field-error")).to_have_count(0)


def test_the_link_opens_the_case_on_the_first_page(
    report: Callable[..., Page], new_page: Callable[..., Page]
) -> None:
    page = report(permissions=["clipboard-read", "clipboard-write"])
    page.locator(".st-key-report-copy button:visible").click()
    expect(page.locator(".passing")).to_have_text("Link copied.")
    link = urlsplit(page.evaluate("navigator.clipboard.readText()"))
    assert link.path == "/"
    opened = new_page(f"{link.path}?{link.query}")
    expect(opened.locator("h1#answer")).to_have_text(page.locator("h1#answer").inner_text())


def test_the_scenario_file_is_saved(report: Callable[..., Page]) -> None:
    page = report()
    with page.expect_download() as download:
        page.locator(".st-key-report-save button:visible").click()
    assert read_scenario(saved(download.value)) == Scenario()


def test_making_can_be_stopped_and_the_button_waits_meanwhile(report: Callable[..., Page]) -> None:
    page = tick(report(), *KINDS)
    page.locator(MAKE).click()
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".st-key-report-making .field-warning")).to_contain_text("Stopped after")
    expect(page.locator(MAKE)).to_be_enabled()


@pytest.mark.parametrize(
    "selector",
    [
        ".st-key-report > :has(> .st-key-report-choices)",
        ".st-key-report > :has(> .st-key-report-head)",
        ".st-key-report > :has(> .st-key-report-making)",
        ".st-key-report > :has(> .st-key-report-previews)",
        ".st-key-report-head > .st-key-live",
        ".st-key-report-head > [data-testid=stLayoutWrapper]:has(> .st-key-actions)",
        ".st-key-report-choices [data-testid=stTextInputRootElement]",
        ".st-key-report-choices [data-testid=stSelectbox] [role=group]",
        ".st-key-report-logo [data-testid=stFileUploaderDropzone]",
        ".st-key-report-previews > [data-testid=stElementContainer] [role=radiogroup] button",
        "[data-testid=stBaseButton-primary]",
    ],
)
def test_what_the_stylesheet_counts_on_is_there(looked_at: Page, selector: str) -> None:
    expect(looked_at.locator(selector).first).to_be_attached()


def test_forgetting_takes_names_and_files_away(report: Callable[..., Page]) -> None:
    page = tick(report(), "csv")
    page.get_by_label("Prepared by").fill("A. Maker")
    page.get_by_label("Prepared by").press("Tab")
    made(page)
    page.locator(".st-key-settings button:visible").click()
    page.locator(".st-key-forget button:visible").click()
    page.get_by_test_id("stDialog").get_by_role("button", name="Forget my data").click()
    expect(page.locator(FILES)).to_have_count(0)
    expect(page.get_by_label("Prepared by")).to_have_value("")


def test_the_button_is_in_sight_on_a_laptop_and_choices_come_first_on_a_phone(
    report: Callable[..., Page],
) -> None:
    expect(report(width=1366, height=650).locator(MAKE)).to_be_in_viewport()
    page = report(width=390, height=844)
    places = [
        page.locator(f".st-key-report-{part}").bounding_box()
        for part in ("head", "choices", "making", "previews")
    ]
    tops = [place["y"] for place in places if place]
    assert tops == sorted(tops)
    assert len(tops) == 4


TOUCHED = "button, [data-testid=stCheckbox] label, [data-testid=stTextInputRootElement]"
SMALL = """(touched) => [...document.querySelectorAll(`.st-key-report :is(${touched})`)]
  .filter((node) => node.offsetParent && node.getBoundingClientRect().height < 44)
  .map((node) => node.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("locale", ["en-US", "fr-FR", "pt-BR"])
def test_a_small_screen_has_room_for_fingers_and_does_not_scroll_sideways(
    report: Callable[..., Page], locale: str
) -> None:
    page = report(width=390, height=844, locale=locale)
    expect(page.locator(PICTURE).first).to_be_visible(timeout=60_000)
    assert not scrolls_sideways(page)
    assert page.evaluate(SMALL, TOUCHED) == []
    made(tick(page, "pptx"))
    expect(page.locator(".st-key-report-shown .slide").first).to_be_visible(timeout=60_000)
    assert not scrolls_sideways(page)
    assert page.evaluate(SMALL, TOUCHED) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(report: Callable[..., Page], scheme: str) -> None:
    page = report(color_scheme=scheme)
    expect(page.locator(PICTURE).first).to_be_visible(timeout=60_000)
    assert serious_findings(page) == []
    made(tick(page, "pptx"))
    expect(page.locator(".st-key-report-shown .slide").first).to_be_visible(timeout=60_000)
    assert serious_findings(settled(page)) == []
