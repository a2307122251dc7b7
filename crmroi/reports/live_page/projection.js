// One scenario projected: every line by month, and the measures.
import { LEVERS, LINES, amounts } from "./declared.js";
import { discountFactors, factors } from "./series.js";
import { sales } from "./customers.js";
import { measures } from "./measures.js";

/**
 * What a scenario means. Series have one value a month, month 0 first.
 * @param {Object<string, number|string>} v every assumption by its field name: shares as fractions,
 *   true and false as 1 and 0, a curve by its name
 * @returns {{values: object, months: number, lines: Object<string, Float64Array>, totals: Object<string, number>,
 *   monthly: Object<string, Float64Array>, metrics: Object<string, number|string|null>}}
 *   `lines` are after risk adjustment, costs positive; `totals` their sums; `metrics` holds the measures,
 *   null where one has no value
 */
export function project(v) {
  const series = factors(v);
  const discount = discountFactors(v.discount_rate, v.horizon_years);
  const companies = sales(v, series);
  const adjusted = withRisk(v);
  const lines = linesByMonth(series, companies.shares, adjusted);
  const gained = companies.with.revenue.map((revenue, t) => (revenue - companies.without.revenue[t]) * adjusted[LEVERS[0]]);
  const { sums, net } = ledger(lines, gained, discount);
  const cumulative = runningSums(net);
  const discountedCumulative = runningSums(net.map((flow, t) => flow * discount[t]));
  const totals = {};
  for (const name in lines) totals[name] = lines[name].reduce((sum, amount) => sum + amount, 0);
  return {
    values: v,
    months: net.length,
    lines,
    totals,
    monthly: { net, cumulative, discounted_cumulative: discountedCumulative },
    metrics: measures({ v, sums, net, cumulative, discountedCumulative, discount }),
  };
}

/** Each line's amount with its risk: gains × (1 − gains_risk), costs × (1 + costs_risk). */
function withRisk(v) {
  const found = amounts(v);
  const risk = { gain: 1 - v.gains_risk, cost: 1 + v.costs_risk };
  for (const line of LINES) found[line.name] *= risk[line.side];
  return found;
}

function linesByMonth({ shapes, escalators }, shares, adjusted) {
  const found = {};
  for (const { name, shape, escalator } of LINES) {
    const amount = adjusted[name];
    if (shape) found[name] = shapes[shape].map((share, t) => amount * (share * escalators[escalator][t]));
    else if (shares[name]) found[name] = shares[name].map((share) => amount * share);
    else found[name] = shapes.always.map((_one, t) => (t ? 0 : amount));
  }
  return found;
}

/** Net flow by month, and the sums over all months: as they are, discounted, and of cash alone. */
function ledger(lines, gained, discount) {
  const sums = { gains: 0, costs: 0, present_gains: 0, present_costs: 0, cash_gains: 0, cash_costs: 0, present_cash_gains: 0, present_cash_costs: 0 };
  const net = gained.slice();
  const count = (side, kind, monthly) => {
    let [total, present] = [0, 0];
    for (let t = 0; t < monthly.length; t += 1) {
      total += monthly[t];
      present += monthly[t] * discount[t];
    }
    sums[`${side}s`] += total;
    sums[`present_${side}s`] += present;
    if (kind !== "cash") return;
    sums[`cash_${side}s`] += total;
    sums[`present_cash_${side}s`] += present;
  };
  count("gain", "cash", gained);
  for (const { name, side, kind } of LINES) {
    if (LEVERS.includes(name)) continue; // they share what is gained, which is counted as a whole
    const sign = side === "gain" ? 1 : -1;
    for (let t = 0; t < net.length; t += 1) net[t] += sign * lines[name][t];
    count(side, kind, lines[name]);
  }
  return { sums, net };
}

function runningSums(flow) {
  let sum = 0;
  return flow.map((amount) => (sum += amount));
}
