"""What came back since the go-live, from margin on more revenue to what is left after costs."""

from __future__ import annotations

from crmroi.charts.chart import Chart
from crmroi.charts.measured.setting import Setting
from crmroi.measure.results import Realised


def realised_chart(realised: Realised, setting: Setting) -> Chart | None:
    """Return the parts of the realised return as bars that lead to their sum; None without any."""
    raise NotImplementedError
