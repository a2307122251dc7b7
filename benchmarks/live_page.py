"""The live page while a slider is dragged in Chromium: pictures a second, and what one costs.

The page is opened from a file with the network off. The mouse moves
60 times a second; a picture is a frame in which all three charts were drawn anew.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from playwright.async_api import Browser, Page, async_playwright

from benchmarks.browsing import WINDOW, NotMeasuredError
from benchmarks.report import Report
from crmroi.assumptions import Scenario
from crmroi.reports import Order, make
from tools.serving import CHROMIUM_FLAGS, chromium

WATCH = Path(__file__).with_name("watch_drag.js")
SLIDER = "adoption.target_rate"
CHARTS = 3
STEP = 6
"""Pixels of a move of the mouse: one step of the slider, or a little more."""
HAND = 60
"""Moves of the mouse in a second."""
SECONDS = 6.0
PICTURES, MODEL_MS = 30.0, 1.0
"""The bars: pictures a second at least, milliseconds of the model for a move at most."""
MODEL = """() => {
  const { values } = JSON.parse(document.getElementById("case").textContent);
  const { project } = crmroi["projection.js"];
  const move = (at) => project({ ...values, target_rate: 0.4 + 0.0005 * at });
  for (let at = 0; at < 500; at += 1) move(at);
  const begun = performance.now();
  for (let at = 0; at < 1000; at += 1) move(at);
  return (performance.now() - begun) / 1000;
}"""


@dataclass(frozen=True)
class Dragged:
    """What was seen while a slider was dragged, in milliseconds where nothing else is said."""

    pictures_per_second: float
    frame_p50: float
    frame_p95: float
    sentence_p50: float
    """From a move to the change of the sentence."""
    picture_p50: float
    """From the last move before it to the last of its charts."""
    longest_task: float
    model: float
    """One computation of the case."""


async def opened(browser: Browser, file: Path) -> Page:
    """The live page, its charts drawn, with no network."""
    context = await browser.new_context(viewport=WINDOW, offline=True)
    page = await context.new_page()
    await page.add_init_script(path=WATCH)
    await page.goto(file.as_uri())
    await page.locator(".plot .xaxislayer-above").nth(CHARTS - 1).wait_for(state="attached")
    await page.wait_for_timeout(500)
    return page


async def drag(page: Page, seconds: float) -> Dragged:
    """Drag the slider to and fro, once to warm up and once to measure."""
    await _to_and_fro(page, seconds / 4)
    charts = await page.evaluate("watchDrag.begin()")
    if charts != CHARTS:
        raise NotMeasuredError(f"{charts} charts are in sight, not {CHARTS}")
    await _to_and_fro(page, seconds)
    found = await page.evaluate("watchDrag.end()")
    return _summary(found, await page.evaluate(MODEL))


async def _to_and_fro(page: Page, seconds: float) -> None:
    """Move the held mouse as a hand does: at its own pace, whether the page follows or not."""
    box = await page.locator(f'[id="{SLIDER}"]').bounding_box()
    if box is None:
        raise NotMeasuredError(f"{SLIDER} is not to be seen")
    left, right, y = box["x"] + 20, box["x"] + box["width"] - 20, box["y"] + box["height"] / 2
    at, way, sent = (left + right) / 2, STEP, []
    await page.mouse.move(at, y)
    await page.mouse.down()
    for _move in range(int(seconds * HAND)):
        way = -abs(way) if at > right else abs(way) if at < left else way
        at += way
        sent.append(asyncio.create_task(page.mouse.move(at, y)))
        await asyncio.sleep(1 / HAND)
    await asyncio.gather(*sent)
    await page.mouse.up()


def _summary(found: dict[str, Any], model: float) -> Dragged:
    shown = np.array([picture["shown"] for picture in found["pictures"]])
    if len(shown) < 10 or not found["sentences"]:
        raise NotMeasuredError(f"{len(shown)} pictures while the slider was dragged")
    between = np.diff(shown)
    p50, p95 = np.percentile(between, [50, 95])
    return Dragged(
        pictures_per_second=1000 / float(between.mean()),
        frame_p50=float(p50),
        frame_p95=float(p95),
        sentence_p50=_median(found["sentences"]),
        picture_p50=_median(picture["after"] for picture in found["pictures"]),
        longest_task=found["longest"],
        model=model,
    )


def _median(values: Any) -> float:
    return float(np.median([*values]))


def add_to(report: Report, label: str, dragged: Dragged) -> None:
    """A row of what was seen, and the two claims."""
    report.row(
        label,
        pictures_per_second=dragged.pictures_per_second,
        frame_p50_ms=dragged.frame_p50,
        frame_p95_ms=dragged.frame_p95,
        sentence_p50_ms=dragged.sentence_p50,
        picture_p50_ms=dragged.picture_p50,
        longest_task_ms=dragged.longest_task,
        model_ms=dragged.model,
    )
    report.at_least("pictures_per_second", dragged.pictures_per_second, bar=PICTURES)
    report.at_most("model_ms_a_move", dragged.model, bar=MODEL_MS)


async def measured(file: Path, seconds: float = SECONDS) -> Dragged:
    """Open a live page from its file and drag a slider in it."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium(), args=list(CHROMIUM_FLAGS)
        )
        found = await drag(await opened(browser, file), seconds)
        await browser.close()
    return found


def measure(seconds: float = SECONDS) -> Dragged:
    """Make a live page of the default case, open it and drag a slider in it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "live.html"
        file.write_bytes(make(Order((Scenario(),), date(2026, 1, 1)), "html"))
        return asyncio.run(measured(file, seconds))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit status is 1 where a bar is not met."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=SECONDS)
    report = Report("live_page", "a slider dragged in the live page, three charts in view")
    add_to(report, "live page", measure(options.parse_args(arguments).seconds))
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
