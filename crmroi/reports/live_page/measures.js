// The measures of a business case, by the names under which they are declared; null is no value.
import { NEGLIGIBLE } from "./declared.js";
import { internalRate, withoutDust } from "./internal_rate.js";

/**
 * @param {{v: object, sums: Object<string, number>, net: Float64Array, cumulative: Float64Array,
 *   discountedCumulative: Float64Array, discount: Float64Array}} found flows by month, month 0 first
 * @returns {Object<string, number|string|null>}
 */
export function measures({ v, sums, net, cumulative, discountedCumulative, discount }) {
  const zero = NEGLIGIBLE * sums.costs; // a cumulative flow this near to 0 counts as 0
  const flow = withoutDust(net);
  const { status, rate } = internalRate(flow);
  const netGain = sums.gains - sums.costs;
  const npv = sums.present_gains - sums.present_costs;
  return {
    total_gains: sums.gains,
    total_costs: sums.costs,
    net_gain: netGain,
    roi: ratio(netGain, sums.costs),
    npv,
    discounted_roi: ratio(npv, sums.present_costs),
    benefit_cost_ratio: ratio(sums.present_gains, sums.present_costs),
    irr: rate === null ? null : Math.expm1(12 * Math.log1p(rate)),
    irr_status: status,
    mirr: mirr(flow, discount, v),
    break_even_month: breakEven(cumulative, zero),
    discounted_break_even_month: breakEven(discountedCumulative, zero),
    peak_funding: peakFunding(cumulative, zero),
    annual_yield: ratio(sums.gains / v.horizon_years, sums.costs),
    roi_cash: ratio(sums.cash_gains - sums.cash_costs, sums.cash_costs),
    npv_cash: sums.present_cash_gains - sums.present_cash_costs,
  };
}

const ratio = (value, base) => (base === 0 ? null : value / base);

/** The first month from which a cumulative flow stays ≥ 0 to the last; 0 where there was nothing to pay back. */
function breakEven(cumulative, zero) {
  const first = cumulative.findLastIndex((sum) => sum < -zero) + 1;
  return first === cumulative.length ? null : first;
}

/** How far a cumulative flow falls below 0 at its deepest, as a positive amount. */
function peakFunding(cumulative, zero) {
  const deepest = -cumulative.reduce((least, sum) => Math.min(least, sum), Infinity);
  return deepest <= zero ? 0 : deepest;
}

/** The modified internal rate of a year, financed and reinvested at the discount rate. */
function mirr(flow, discount, v) {
  let [earned, paid] = [0, 0];
  for (let t = 0; t < flow.length; t += 1) {
    if (flow[t] > 0) earned += flow[t] * discount[t];
    else paid -= flow[t] * discount[t];
  }
  return earned > 0 && paid > 0 ? (1 + v.discount_rate) * (earned / paid) ** (1 / v.horizon_years) - 1 : null;
}
