"""A front slider's step to the last change of the charts in sight: the page, its peers, Dash.

Interleaved, so that what disturbs the machine disturbs all. The slider changes every chart. What
Streamlit offers and what Dash does stand beside the page (see `peers/`), each in its own process.
Then the same with the mouse: the thumb is held and moved, the page shows the case under it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack

import numpy as np
from playwright.sync_api import Browser

from benchmarks.browsing import Live, Move, browsing
from benchmarks.report import Report
from tools.serving import Server, serve, serve_streamlit

MOVES = 50
A_ROUND = 10
BAR = 1.5
SLIDER = "adoption.target_rate"
PAGE, PLOTLY_CHART, DASH = "the page", "st.plotly_chart", "Dash"
PEERS = "benchmarks/peers"
STEP = 14.0
"""Pixels that a held thumb is moved: some three steps of the slider."""

Times = dict[str, list[Move]]


def start(stack: ExitStack, browser: Browser) -> dict[str, Live]:
    """Serve the three and open each in a window of its own."""
    name = SLIDER.replace(".", "-")
    of_streamlit = f".st-key-{name} input[type=range]"
    app: Server = stack.enter_context(serve_streamlit())
    plain: Server = stack.enter_context(serve_streamlit(f"{PEERS}/plotly_chart_page.py"))
    dash: Server = stack.enter_context(
        serve(lambda port: [sys.executable, "-m", "benchmarks.peers.dash_app", str(port)])
    )
    return {
        PAGE: Live.opened(browser, app.url, of_streamlit, charts=4),
        PLOTLY_CHART: Live.opened(browser, plain.url, of_streamlit, charts=5),
        DASH: Live.opened(browser, dash.url, f"#{name} [role=slider]", charts=5),
    }


def press(pages: Mapping[str, Live], moves: int) -> Times:
    """Time arrow keys, in rounds; a round goes half its way up and comes back."""
    found: Times = {name: [] for name in pages}
    for begun in range(0, moves, A_ROUND):
        for name, live in pages.items():
            live.focus()
            live.press("ArrowRight")  # a page that was behind another wakes up first
            size = min(A_ROUND, moves - begun)
            found[name] += [live.press(arrow(move, size)) for move in range(size)]
            live.press("ArrowLeft")
    return found


def arrow(move: int, size: int) -> str:
    """Which way a move of a round goes."""
    return "ArrowRight" if move < size // 2 else "ArrowLeft"


def drag(pages: Mapping[str, Live], moves: int) -> Times:
    """Time a held thumb, in rounds as above."""
    found: Times = {name: [] for name in pages}
    for begun in range(0, moves, A_ROUND):
        for name, live in pages.items():
            live.focus()
            size = min(A_ROUND, moves - begun)
            x = live.grab()
            live.drag(x := x + STEP)
            for move in range(size):
                x += STEP if move < size // 2 else -STEP
                found[name].append(live.drag(x))
            live.drag(x - STEP)
            live.let_go()
    return found


def percentile(moves: Sequence[Move], share: int) -> float:
    """The time by which that many moves in a hundred have changed the charts, ms."""
    return float(np.percentile([move.charts_ms for move in moves], share))


def rows(report: Report, times: Times, how: str) -> None:
    """One row for each thing measured."""
    for name, moves in times.items():
        p50, p95 = percentile(moves, 50), percentile(moves, 95)
        report.row(
            f"{name}, {how}",
            p50_ms=p50,
            p95_ms=p95,
            sentence_p50_ms=float(np.median([move.sentence_ms for move in moves])),
            p50_beside_dash=p50 / percentile(times[DASH], 50),
            p95_beside_dash=p95 / percentile(times[DASH], 95),
        )


def measure(moves: int) -> Report:
    """Run it all."""
    with ExitStack() as stack:
        pages = start(stack, stack.enter_context(browsing()))
        pressed = press(pages, moves)
        dragged = drag({name: pages[name] for name in (PAGE, DASH)}, moves)
    title = f"ms from a slider's step to the last change of the charts in sight, {moves} moves"
    report = Report("live", title)
    rows(report, pressed, "arrow key")
    rows(report, dragged, "held thumb")
    for share in (50, 95):
        ratio = percentile(pressed[PAGE], share) / percentile(pressed[DASH], share)
        report.at_most(f"p{share}_page_over_dash", ratio, bar=BAR)
    return report


def main() -> int:
    """Measure and print; the exit status is 1 where a bar is not met."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--moves", type=int, default=MOVES)
    return measure(options.parse_args().moves).end()


if __name__ == "__main__":
    sys.exit(main())
