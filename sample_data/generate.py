"""Write the sample exports, what is true of them, and which of them belong together.

    python sample_data/generate.py [FOLDER]

The same bytes on every run (NumPy as pinned). FOLDER is this one where it is not given.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import exports
from company import CURRENCY, GO_LIVE, LICENSED_USERS, SEED, STEP, WITHOUT_CRM, Company
from sales import retention_change, trade
from service import answers, costs, tickets, work

KPI = {
    "lead_conversion": "lead_conversion_rate",
    "order_value": "average_order_value",
    "repeat_orders": "repeat_orders_per_customer_per_year",
    "handling_time": "handling_minutes_mean",
    "returns_costs": "returns_cost_per_month",
    "churn": "customers.retention_rate",
}
"""The KPI that each process shows in; that of repeat orders is what fills the model with them."""
UNCHANGED = ("sales_cycle_days", "csat_mean", "nps")
"""KPIs that the CRM does not change here."""

FILES: dict[str, tuple[str, Callable[[Company], bytes]]] = {
    "leads.csv": ("leads", exports.leads),
    "salesforce_opportunities.csv": ("deals", exports.salesforce),
    "hubspot_transactions_fr.csv": ("deals", exports.hubspot),
    "pipedrive_negocios_pt.csv": ("deals", exports.pipedrive),
    "orders.csv": ("orders", exports.orders),
    "customers.csv": ("customers", exports.customers),
    "freshdesk_tickets.csv": ("tickets", lambda company: exports.freshdesk(tickets(company))),
    "survey.csv": ("survey", lambda company: exports.survey(answers(company))),
    "activity.csv": ("activity", lambda company: exports.activity(work(company))),
    "costs.csv": ("costs", lambda company: exports.costs(costs(company))),
}
"""Each file: the kind of table that it holds, and what writes it."""
OTHER_DIALECTS = ("hubspot_transactions_fr.csv", "pipedrive_negocios_pt.csv")
"""The same deals as in the Salesforce report: read beside it they would count twice."""


def written(company: Company) -> dict[str, bytes]:
    """Every file by name."""
    trade(company)
    files = {name: write(company) for name, (_kind, write) in FILES.items()}
    return {**files, "sample.json": _json(manifest()), "truth.json": _json(truth(company))}


def manifest() -> dict[str, object]:
    """Which files make the sample, and what is asked of them."""
    return {
        "synthetic": True,
        "go_live": GO_LIVE.isoformat(),
        "licensed_users": LICENSED_USERS,
        "currency": CURRENCY,
        "control": ["Region", WITHOUT_CRM],
        "files": [
            {"file": name, "kind": kind, "in_sample": name not in OTHER_DIALECTS}
            for name, (kind, _write) in FILES.items()
        ],
    }


def truth(company: Company) -> dict[str, object]:
    """The changes that were put in: relative, from the go-live on."""
    return {
        "synthetic": True,
        "seed": SEED,
        "go_live": GO_LIVE.isoformat(),
        "without_crm": WITHOUT_CRM,
        "effects": {name: _effect(name, company.tallies[name].change) for name in STEP},
        "unchanged": UNCHANGED,
    }


def _effect(process: str, change: float) -> dict[str, object]:
    """The change of a process as its KPI shows it: over all regions, and where there is a CRM."""
    both = (change, STEP[process])
    if process == "churn":
        both = (retention_change(change), retention_change(STEP[process]))
    everywhere, with_crm = (round(each, 6) for each in both)
    return {
        "kpi": KPI[process],
        "change_relative": everywhere,
        "change_relative_with_crm": with_crm,
        **({"churn_per_month_change_relative": round(change, 6)} if process == "churn" else {}),
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=2) + "\n").encode()


def main() -> None:
    """Write all files to the folder named, or to this one."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name, data in written(Company()).items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
