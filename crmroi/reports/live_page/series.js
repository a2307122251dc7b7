// Series: what a line's amount is multiplied by in each month. Conditions of the model live here.
import { ESCALATORS } from "./declared.js";
import { phases } from "./adoption.js";

/**
 * The factors of every series for months 0 … H; month 0 holds 0.
 * @param {Object<string, number|string>} v every assumption by its field name
 * @returns {{shapes: Object<string, Float64Array>, escalators: Object<string, Float64Array>}}
 */
export function factors(v) {
  const size = 12 * v.horizon_years + 1;
  const each = (value) => Float64Array.from({ length: size }, (_none, t) => (t ? value(t) : 0));
  const live = (t) => Number(t > v.go_live_month);
  const shapes = {
    always: each(() => 1),
    live: each(live),
    dip: each((t) => live(t) * Number(t <= v.go_live_month + v.productivity_dip_months)),
    ...phases(v),
  };
  const escalators = {};
  for (const [name, field] of Object.entries(ESCALATORS)) {
    const rises = powers(1 + (field ? v[field] : 0), v.horizon_years);
    escalators[name] = each((t) => rises[Math.floor((t - 1) / 12)]);
  }
  return { shapes, escalators };
}

/**
 * base^k for k = 0 … count − 1.
 * @param {number} base
 * @param {number} count
 * @returns {Float64Array}
 */
export function powers(base, count) {
  const found = new Float64Array(count).fill(1);
  for (let k = 1; k < count; k += 1) found[k] = found[k - 1] * base;
  return found;
}

/**
 * 1 / (1 + i)^t for months 0 … H, i the rate of a month that compounds to `annual` over twelve.
 * @param {number} annual
 * @param {number} years
 * @returns {Float64Array}
 */
export function discountFactors(annual, years) {
  const month = powers((1 + annual) ** (-1 / 12), 13);
  const year = powers(1 / (1 + annual), years);
  return Float64Array.from({ length: 12 * years + 1 }, (_none, t) => (t ? year[Math.floor((t - 1) / 12)] * month[((t - 1) % 12) + 1] : 1));
}
