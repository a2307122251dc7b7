"""Twenty visitors move sliders at once: how long a run takes them, and what memory does.

Each visitor is a websocket of its own, moves one slider, pauses as a person does and moves on.
Warm-up comes first: a session remembers fifty steps back, so memory rises until all have moved as
often. Only then is it held to be flat.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from random import Random
from time import perf_counter

import numpy as np
import psutil

from benchmarks.report import Report
from benchmarks.visitor import Visitor, visiting
from tools.serving import serve_streamlit

USERS = 20
SECONDS = 300
PAUSE = (0.5, 1.0)
"""Seconds between two moves of a visitor."""
STEPS_BACK = 50
P95_MS = 150
GROWTH_SHARE = 0.02
"""Flat: what memory may gain in the time measured, as a share of what there was."""


@dataclass
class Load:
    """What is measured while visitors move."""

    runs: list[float] = field(default_factory=list)
    """Seconds of each run."""
    memory: list[tuple[float, float]] = field(default_factory=list)
    """Seconds since the start, megabytes of the server."""


async def moves(visitor: Visitor, random: Random, runs: list[float], until: float) -> None:
    """Move sliders until the time has come."""
    labels = sorted(visitor.sliders)
    await asyncio.sleep(random.uniform(0, PAUSE[1]))
    while perf_counter() < until:
        runs.append(await visitor.move(random.choice(labels), random.choice((-1, 1))))
        await asyncio.sleep(random.uniform(*PAUSE))


async def watch(process: psutil.Process, load: Load, until: float) -> None:
    """Note the server's memory once a second."""
    begun = perf_counter()
    while perf_counter() < until:
        load.memory.append((perf_counter() - begun, process.memory_info().rss / 1e6))
        await asyncio.sleep(1)


async def visit(url: str, process: psutil.Process, users: int, seconds: float) -> Load:
    """Let visitors in one after another, warm up, then measure."""
    load = Load()
    async with AsyncExitStack() as stack:
        visitors = [await stack.enter_async_context(visiting(url)) for _ in range(users)]
        warm = min(STEPS_BACK * sum(PAUSE) / 2 * 1.2, seconds)
        for runs, lasting in (([], warm), (load.runs, seconds)):
            until = perf_counter() + lasting
            watching = [watch(process, load, until)] if runs is load.runs else []
            await asyncio.gather(
                *watching,
                *(moves(visitor, Random(i), runs, until) for i, visitor in enumerate(visitors)),  # noqa: S311 no secret
            )
    return load


def slope(memory: Sequence[tuple[float, float]]) -> float:
    """Megabytes a minute, by the straight line of least squares."""
    seconds, megabytes = np.array(memory).T
    return float(np.polyfit(seconds, megabytes, 1)[0] * 60) if len(memory) > 1 else 0.0


def growth(memory: Sequence[tuple[float, float]]) -> float:
    """The mean of the last tenth less that of the first, as a share of the first."""
    megabytes = np.array(memory)[:, 1]
    tenth = max(1, len(megabytes) // 10)
    first, last = megabytes[:tenth].mean(), megabytes[-tenth:].mean()
    return float(last / first - 1)


def measure(users: int, seconds: float) -> Report:
    """Serve the app, let them in, and report."""
    with serve_streamlit() as server:
        process = psutil.Process(server.process.pid)
        empty = process.memory_info().rss / 1e6
        load = asyncio.run(visit(server.url, process, users, seconds))
    milliseconds = np.array(load.runs) * 1000
    p50, p95 = (float(np.percentile(milliseconds, share)) for share in (50, 95))
    report = Report("load", f"{users} visitors move sliders for {seconds:g} s, a step each 0.75 s")
    report.row(
        "a full run of the page",
        runs=len(load.runs),
        p50_ms=p50,
        p95_ms=p95,
        p99_ms=float(np.percentile(milliseconds, 99)),
    )
    report.row(
        "the server's memory",
        before_mb=empty,
        first_mb=load.memory[0][1],
        last_mb=load.memory[-1][1],
        mb_a_minute=slope(load.memory),
    )
    report.at_most("p95_ms", p95, bar=P95_MS)
    report.at_most("memory_growth_share", growth(load.memory), bar=GROWTH_SHARE)
    return report


def main() -> int:
    """Measure and print; the exit status is 1 where a bar is not met."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--users", type=int, default=USERS)
    options.add_argument("--seconds", type=float, default=SECONDS)
    asked = options.parse_args()
    return measure(asked.users, asked.seconds).end()


if __name__ == "__main__":
    sys.exit(main())
