// How the share of users who work in the CRM rises after go-live, and the three lags behind it.
import { PHASES } from "./declared.js";

/** @param {number} x the share of the ramp that is over, 0 … 1 */
const sigmoid = (x) => 1 / (1 + Math.exp(-10 * (x - 0.5)));

/** Share of the way to the target by the share of the ramp that is over, by the name of the curve. */
const CURVES = {
  logistic: (x) => (sigmoid(x) - sigmoid(0)) / (sigmoid(1) - sigmoid(0)),
  linear: (x) => x,
  immediate: () => 1,
};

/**
 * The share of the target that is reached so many months after go-live.
 * @param {number} monthsLive may be below 0
 * @param {number} rampMonths
 * @param {string} curve a name in `CURVES`
 * @returns {number} 0 … 1
 */
export function ramp(monthsLive, rampMonths, curve) {
  if (monthsLive <= 0) return 0;
  if (monthsLive >= rampMonths) return 1;
  return CURVES[curve](monthsLive / Math.max(rampMonths, 1));
}

/**
 * Adoption and its three phases, months 0 … H; month 0 is 0.
 * @param {Object<string, number|string>} v every assumption by its field name
 * @returns {Object<string, Float64Array>} by the name of the phase
 */
export function phases(v) {
  const found = {};
  for (const [name, lag] of Object.entries(PHASES)) {
    const start = v.go_live_month + (lag ? v[lag] : 0);
    const shares = new Float64Array(12 * v.horizon_years + 1);
    for (let t = 1; t < shares.length; t += 1) shares[t] = v.target_rate * ramp(t - start, v.ramp_months, v.curve);
    found[name] = shares;
  }
  return found;
}
