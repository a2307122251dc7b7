"""Two companies side by side: the same one without the CRM and with it, month by month.

Each of the four sales levers moves one number of the company. They act on each other, so what they
gain together is shared among them by the Shapley value: a lever's share is its mean contribution
over all orders in which the levers could be pulled.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from crmroi.model.arrays import SCRATCH, Array, Values, Workspace
from crmroi.model.series import Factors

LEVERS = ("conversion", "order_value", "repeat_orders", "retention")
"""The levers, in the order of the fields of `Drivers`."""


class Drivers(NamedTuple):
    """What makes a company's sales: (years, 12, scenarios), or (1, 1, scenarios) for all months."""

    conversion: Array
    """Share of the month's leads that become customers."""
    order_value: Array
    """Value of an order, before the yearly rise of selling prices."""
    frequency: Array
    """Repeat orders of a customer in a month."""
    churn: Array
    """Share of customers lost in a month."""


class Company(NamedTuple):
    """A company's customers at the end of each month from 1 on, and its revenue of the month."""

    customers: Array
    revenue: Array


def today(values: Values) -> Drivers:
    """The company without the CRM, which stays as it is: (1, 1, scenarios)."""
    drivers = Drivers(
        values["conversion_rate"],
        values["average_order_value"],
        values["orders_per_customer_per_year"] / 12.0,
        1.0 - values["retention_rate"] ** (1 / 12),
    )
    return Drivers(*(driver.reshape(1, 1, -1) for driver in drivers))


def moved(values: Values, factors: Factors, workspace: Workspace) -> Drivers:
    """The company with the CRM, each of its drivers moved by its lever."""
    medium, long = factors.shapes["medium"], factors.shapes["long"]
    before = today(values)

    def lift(
        name: str, driver: Array, change: Array, phase: Array, *, share: bool = False
    ) -> Array:
        """Driver × (1 + change × phase); a share is 1 at most."""
        rise = driver * change
        out = workspace.like(name, phase, rise)
        np.add(np.multiply(phase, rise, out=out), driver, out=out)
        could_be_more = share and (driver + np.maximum(rise, 0.0)).max() > 1.0
        return np.minimum(out, 1.0, out=out) if could_be_more else out

    conversion = lift(
        "conversion", before.conversion, values["conversion_uplift"], medium, share=True
    )
    order_value = lift("order_value", before.order_value, values["order_value_uplift"], medium)
    frequency = lift("frequency", before.frequency, values["repeat_order_uplift"], long)
    churn = lift("churn", before.churn, -values["churn_reduction"], long, share=True)
    return Drivers(conversion, order_value, frequency, churn)


def company(
    name: str, drivers: Drivers, values: Values, factors: Factors, workspace: Workspace
) -> Company:
    """The company that these drivers make. Leading axes of the drivers are kept."""
    selling = factors.escalators["selling"]
    conversion, order_value, frequency, churn = drivers
    leads = values["leads_per_month"]
    new = np.multiply(conversion, leads, out=workspace.like("new", conversion, leads))
    keep = np.subtract(1.0, churn, out=workspace.like("keep", churn))
    all_months = np.broadcast_shapes(new.shape, keep.shape, (len(selling), 12, 1))
    shape = np.broadcast_shapes(all_months, values["customers"].shape)
    customers = workspace.array(f"customers {name}", *shape)
    kept = workspace.array("kept", *shape)
    _stock(values["customers"], new, keep, customers, kept)
    value = np.multiply(order_value, selling, out=workspace.like(SCRATCH, order_value, selling))
    out = workspace.like(f"revenue {name}", kept, frequency, value)
    orders = np.add(np.multiply(kept, frequency, out=out), new, out=out)
    return Company(customers, np.multiply(orders, value, out=out))


def _stock(start: Array, new: Array, keep: Array, customers: Array, kept: Array) -> None:
    """Fill `customers` and, of those of the month before, `kept`: (…, years, 12, scenarios)."""
    years, twelve = customers.shape[-3:-1]

    def by_month(array: Array) -> Array:
        everything = np.broadcast_to(array, (*array.shape[:-3], years, twelve, array.shape[-1]))
        flat = everything.reshape(*array.shape[:-3], years * twelve, array.shape[-1])
        return np.moveaxis(flat, -2, 0)

    stock = np.moveaxis(customers.reshape(*customers.shape[:-3], years * twelve, -1), -2, 0)
    staying = np.moveaxis(kept.reshape(*kept.shape[:-3], years * twelve, -1), -2, 0)
    before = start
    for share, arriving, kept_now, now in zip(
        by_month(keep), by_month(new), staying, stock, strict=True
    ):
        np.multiply(before, share, out=kept_now)
        before = np.add(kept_now, arriving, out=now)


def coalitions(before: Drivers, after: Drivers) -> Drivers:
    """The drivers of all 16 companies in which some of the levers are pulled.

    Lever k has axis k of four leading ones: 0 not pulled, 1 pulled.
    """
    stacked = []
    for axis, (low, high) in enumerate(zip(before, after, strict=True)):
        pair = np.stack(np.broadcast_arrays(low, high))
        stacked.append(pair.reshape(*(2 if k == axis else 1 for k in range(4)), *pair.shape[1:]))
    return Drivers(*stacked)


def shapley(worth: Array) -> dict[str, Array]:
    """Each lever's share of what all levers add, from the worth (2, 2, 2, 2, …) of each coalition.

    A lever's contribution to a coalition of s others counts s! (3 − s)! / 4!.
    """
    size = np.indices((2, 2, 2)).sum(axis=0)
    weight = np.array([6.0, 2.0, 2.0, 6.0])[size] / 24.0
    shares = {}
    for axis, lever in enumerate(LEVERS):
        added = np.take(worth, 1, axis=axis) - np.take(worth, 0, axis=axis)
        shares[lever] = np.tensordot(weight, added, axes=3)
    return shares
