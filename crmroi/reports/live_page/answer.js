// The answer in words: which case it is, the sentence, the five figures.
import { _, entry, month, years } from "./words.js";
import { money, number, percent, roundMoney } from "./numbers.js";

const HIGHEST_RATE = 10; // above this (1,000 %) an internal rate says only that it is higher
const LONGER = 1e7; // from here on an amount is written short, to fit its card

/**
 * How a case ends: the name of the first case that holds.
 * @param {object} projection what `project` returns
 * @returns {string}
 */
export function outcome(projection) {
  const { total_gains: gains, total_costs: costs, npv, break_even_month: paidBack } = projection.metrics;
  const live = projection.values.go_live_month < projection.months - 1;
  if (gains === 0 && costs === 0) return "NOTHING";
  if (gains === 0) return live ? "NO_GAINS" : "NOT_LIVE";
  if (costs === 0 && gains > 0) return "NO_COSTS";
  if (paidBack === null) return lastYear(projection) > 0 ? "TOO_SHORT" : "NEVER";
  if (npv < 0) return "RECOVERS_NOT_WORTH";
  return paidBack ? "BREAKS_EVEN" : "AT_ONCE";
}

/** Whether nothing has to be paid back: there are no costs. */
export const owesNothing = (projection) => ["NOTHING", "NO_COSTS"].includes(outcome(projection));

/** The years counted. */
export const horizon = (projection) => projection.values.horizon_years;

const lastYear = ({ monthly }) => monthly.net.slice(-12).reduce((sum, flow) => sum + flow, 0);
const missing = ({ monthly }) => -monthly.cumulative.at(-1);

/** When it pays, what it returns, what it is worth, in rounded figures. */
export function headline(projection) {
  const { metrics } = projection;
  const ending = outcome(projection);
  return entry("headline", ending, {
    n: years(horizon(projection)),
    m: number(monthOf(projection, ending)),
    x: money(roundMoney(Math.abs(amountOf(projection, ending)))),
    roi: percent(metrics.roi),
    npv: money(roundMoney(metrics.npv)),
  });
}

function monthOf(projection, ending) {
  if (ending === "NOT_LIVE") return projection.values.go_live_month;
  if (ending !== "TOO_SHORT") return projection.metrics.break_even_month;
  const more = Math.ceil(missing(projection) / (lastYear(projection) / 12) - 1e-9);
  return projection.months - 1 + more;
}

function amountOf(projection, ending) {
  if (ending === "RECOVERS_NOT_WORTH") return projection.metrics.npv;
  return ending === "TOO_SHORT" ? missing(projection) : projection.metrics.net_gain;
}

/**
 * The five figures: what is shown, and why there is none where there is none.
 * @returns {Object<string, {value: string, reason: string|null}>} by the name of the measure
 */
export function figures(projection) {
  const { metrics } = projection;
  const amount = (name) => ({ value: money(roundMoney(metrics[name]), { compact: Math.abs(metrics[name]) >= LONGER }), reason: null });
  return {
    roi: rate("roi", metrics),
    npv: amount("npv"),
    break_even_month: paidBackIn(projection),
    irr: rate("irr", metrics),
    peak_funding: amount("peak_funding"),
  };
}

function rate(name, metrics) {
  const value = metrics[name];
  if (value !== null) {
    const high = name === "irr" && value > HIGHEST_RATE;
    return { value: high ? _("over {x}", { x: percent(HIGHEST_RATE) }) : percent(value), reason: null };
  }
  if (name !== "irr") return { value: _("no value"), reason: _("There are no such costs, so there is nothing to divide by.") };
  if (metrics.irr_status === "multiple") {
    return { value: _("several rates"), reason: _("More than one yearly rate makes the case worth nothing today.") };
  }
  return { value: _("no rate"), reason: _("No yearly rate makes the case worth nothing today.") };
}

function paidBackIn(projection) {
  const value = projection.metrics.break_even_month;
  if (owesNothing(projection)) {
    return { value: _("no value"), reason: _("No costs are counted, so there is nothing to pay back.") };
  }
  if (value === null) {
    const n = years(horizon(projection));
    return { value: _("not in {n}", { n }), reason: _("The costs are not recovered within {n}.", { n }) };
  }
  return { value: value ? month(number(value)) : _("from the start"), reason: null };
}
