"""What a report says: found once for all kinds of report, in the language spoken then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from crmroi.charts import Chart, Kpi, draw, headline, kpis
from crmroi.charts.measure_words import shown_measures, worded
from crmroi.model import MEASURES, Projection, project
from crmroi.model.projection import Metric
from crmroi.reports.identity import Identity, identity
from crmroi.reports.order import Order
from crmroi.reports.plain import plain
from crmroi.text import _

if TYPE_CHECKING:
    from crmroi.analysis.comparison import Comparison
    from crmroi.analysis.sceptic import Scepticism
    from crmroi.analysis.sensitivity import Bar, Tornado
    from crmroi.analysis.simulation import Simulation
    from crmroi.charts.measured import Setting

_FEWEST_MONTHS = 2
"""Months with a value from which on they are worth a picture."""


@dataclass(frozen=True)
class Figure:
    """One measure as it is shown, and its value: None where it has none."""

    name: str
    label: str
    shown: str
    value: Metric


class Findings:
    """The findings of one order. What a report does not ask for is not computed."""

    def __init__(self, order: Order) -> None:
        self.order = order

    @cached_property
    def projections(self) -> tuple[Projection, ...]:
        """One for each scenario, in order."""
        return tuple(map(project, self.order.scenarios))

    @property
    def projection(self) -> Projection:
        """That of the scenario that the report is about."""
        return self.projections[0]

    @cached_property
    def identity(self) -> Identity:
        """Which model made it, of which inputs."""
        return identity(self.order.scenarios)

    @cached_property
    def headline(self) -> str:
        """The answer in one sentence."""
        return headline(self.projection)

    @cached_property
    def kpis(self) -> tuple[Kpi, ...]:
        """The five numbers under it."""
        return kpis(self.projection)

    @cached_property
    def measures(self) -> tuple[Figure, ...]:
        """Every measure that is a figure, in declared order."""
        return tuple(
            Figure(
                name,
                _(MEASURES[name].label),
                worded(self.projection, name),
                self.projection.metrics[name],
            )
            for name in shown_measures()
        )

    @cached_property
    def charts(self) -> dict[str, Chart]:
        """The charts of the case by name, in the light theme."""
        return {chart.id: chart for chart in draw(self.projection)}

    @cached_property
    def warnings(self) -> tuple[str, ...]:
        """What is unusual about the case."""
        return tuple(notice.message for notice in self.projection.warnings)

    @cached_property
    def must_be_true(self) -> tuple[str, ...]:
        """What each of the assumptions in front must be for the case to be worth something today.

        What can be anything says nothing and is left out.
        """
        from crmroi.analysis.solve import must_be_true  # noqa: PLC0415 - only where it is asked for
        from crmroi.analysis.solve_words import sentence  # noqa: PLC0415

        found = must_be_true(self.order.scenario)
        return tuple(sentence(each).message for each in found if each.status != "always")

    @cached_property
    def simulation(self) -> Simulation:
        """The draws of the part "risk": from the scenario's own ranges, else the plausible ones."""
        from crmroi.analysis.ranges import starting_ranges, with_ranges  # noqa: PLC0415
        from crmroi.analysis.simulation import simulate  # noqa: PLC0415

        scenario = self.order.scenario
        if not scenario.uncertainty:
            scenario = with_ranges(scenario, starting_ranges(scenario))
        return simulate(scenario)

    @cached_property
    def tornado(self) -> Tornado:
        """What moves the answer."""
        from crmroi.analysis.sensitivity import tornado  # noqa: PLC0415

        return tornado(self.order.scenario)

    @cached_property
    def bars(self) -> tuple[Bar, ...]:
        """The bars of what is uncertain, widest first, as the app shows them first.

        Of what a company knows of itself the plausible range tells nothing: it spans companies of
        any size.
        """
        from crmroi.analysis.ranges import starting_ranges  # noqa: PLC0415

        scenario = self.order.scenario
        ranges = scenario.uncertainty or starting_ranges(scenario)
        uncertain = {key for key, (low, _mode, high) in ranges.items() if low < high}
        return tuple(bar for bar in self.tornado.bars if bar.assumption in uncertain)

    @cached_property
    def doubts(self) -> Scepticism:
        """What is left of the case when its weakest points are taken at their word."""
        from crmroi.analysis.sceptic import sceptic  # noqa: PLC0415

        return sceptic(self.order.scenario)

    @property
    def setting(self) -> Setting:
        """How the part "measure" is shown: its KPIs, its currency, the go-live."""
        from crmroi.charts.measured import Setting  # noqa: PLC0415
        from crmroi.measure.kpis import KPIS  # noqa: PLC0415

        order = self.order
        return Setting(KPIS, order.measured_in or order.scenario.currency, order.go_live)

    @cached_property
    def histories(self) -> Mapping[str, Chart]:
        """The months of each KPI measured that has several, by name, in the order of the app."""
        from crmroi.charts.measured import ranked, series_chart  # noqa: PLC0415

        found = self.order.measurement
        if found is None or "measure" not in self.order.parts:
            return {}
        drawn = {
            name: series_chart(name, months, found.before_after.get(name), self.setting)
            for name in ranked(found, self.order.telling_kpis)
            if (months := found.monthly.get(name))
            and sum(value is not None for value in months.values) >= _FEWEST_MONTHS
        }
        return {name: chart for name, chart in drawn.items() if chart}

    @cached_property
    def comparison(self) -> Comparison | None:
        """The scenarios side by side, where there are several and they are asked for."""
        if "compare" not in self.order.parts or len(self.order.scenarios) < 2:
            return None
        from crmroi.analysis.comparison import compare  # noqa: PLC0415

        # names stand in sentences and pictures: there, too, as words and nothing else
        named = [
            scenario.model_copy(update={"name": plain(scenario.name)})
            for scenario in self.order.scenarios
        ]
        return compare(named)
