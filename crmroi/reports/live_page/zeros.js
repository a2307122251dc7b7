// Zeros of the present value of a flow, as a function of x = ln(1 + rate): f(x) = Σ a(t) e^(−t x).
//
// Between two zeros of e^(c x) f(x) lies a zero of its derivative, which is such a sum again, of the
// flow (c − t) a(t), with one change of sign less where c lies between two flows of opposite sign
// (Laguerre). So the zeros of a flow are found from those of simpler flows, and none is missed.
import { HIGHEST_RATE, LOWEST_RATE } from "./declared.js";

/** The ends of the search, as x. */
export const LEFT = Math.log1p(LOWEST_RATE);
export const RIGHT = Math.log1p(HIGHEST_RATE);

const TOUCH = 1e-13; // |f| ≤ this share of Σ |a| e^(−t x) is 0 within rounding
const STEP = 1e-7; // the error after such a step of Newton is of the order of its square
const GAP = 1e-14;
const MOST_EXPONENT = 600; // e^709 is the largest number there is
const MOST_STEPS = 256;

/**
 * The sign of each value, a zero taking that of the value before it.
 * @param {Float64Array} values
 * @returns {Int8Array}
 */
export function carriedSigns(values) {
  const signs = Int8Array.from(values, Math.sign);
  for (let at = 1; at < signs.length; at += 1) if (signs[at] === 0) signs[at] = signs[at - 1];
  return signs;
}

/** e^(−t x) for each period t; where it would overflow, all times e^((periods − 1) x). */
function powersOf(x, periods) {
  const overflow = x * periods < -MOST_EXPONENT;
  let z = Math.exp(overflow ? x : -x);
  const found = new Float64Array(periods);
  found[0] = 1;
  for (let filled = 1; filled < periods; filled *= 2, z *= z) {
    for (let at = filled; at < Math.min(2 * filled, periods); at += 1) found[at] = found[at - filled] * z;
  }
  return overflow ? found.reverse() : found;
}

/** The present value of inflows and of outflows, both ≥ 0, and of the same times their month. */
function presentValues(flow, x) {
  const powers = powersOf(x, flow.length);
  const found = { inflow: 0, outflow: 0, laterIn: 0, laterOut: 0 };
  for (let t = 0; t < flow.length; t += 1) {
    const worth = flow[t] * powers[t];
    if (flow[t] > 0) {
      found.inflow += worth;
      found.laterIn += t * worth;
    } else {
      found.outflow -= worth;
      found.laterOut -= t * worth;
    }
  }
  return found;
}

/**
 * The zero of ln PV(in) − ln PV(out) in a bracket: Newton steps kept inside it, else its middle.
 * @param {Float64Array} flow
 * @param {{low: number, high: number, left: number}} bracket f has the sign `left` at `low`
 * @param {number} start
 * @returns {number} x; where there is no zero in the bracket, one of its ends
 */
export function newton(flow, { low, high, left }, start) {
  let x = start;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { inflow, outflow, laterIn, laterOut } = presentValues(flow, x);
    const height = Math.log(inflow / outflow);
    if (height === 0) return x;
    // where all is too small to tell, the last flow rules below 0 and the first above
    if (height * left > 0 || (Number.isNaN(height) && x < 0)) low = x;
    else high = x;
    let following = x - height / (laterOut / outflow - laterIn / inflow);
    const inside = following > low && following < high && step % 16 < 12;
    if (!inside) following = 0.5 * (low + high);
    const done = high - low <= GAP || (inside && Math.abs(following - x) <= STEP);
    x = following;
    if (done) return x;
  }
  return x;
}

/**
 * All zeros x of a flow, rising.
 * @param {Float64Array} flow
 * @returns {number[]}
 */
export function zeros(flow) {
  const signs = carriedSigns(flow);
  const switches = []; // a switch lies half a period before the first flow of the new sign
  for (let t = 1; t < signs.length; t += 1) if (signs[t] * signs[t - 1] < 0) switches.push(t - 0.5);
  if (!switches.length) return [];
  const levels = [flow];
  for (const change of switches.slice(1).reverse()) {
    const simpler = levels.at(-1).map((amount, t) => amount * (change - t));
    const largest = simpler.reduce((most, amount) => Math.max(most, Math.abs(amount)), 0);
    levels.push(simpler.map((amount) => amount / largest));
  }
  let points = [LEFT, RIGHT];
  for (;;) {
    const places = zerosBetween(levels.pop(), points);
    if (!levels.length) return places.filter(({ found }) => found).map(({ x }) => x);
    points = [LEFT, ...places.map(({ x }) => x), RIGHT];
  }
}

/** The zero between each two points, at most one: else the right one of the two stands there. */
function zerosBetween(flow, points) {
  const signs = points.map((x) => signAt(flow, x));
  for (let at = 1; at < signs.length; at += 1) if (signs[at] === 0) signs[at] = signs[at - 1]; // a touch is no change
  return points.slice(1).map((high, at) => {
    const low = points[at];
    const found = signs[at] * signs[at + 1] < 0;
    return { found, x: found ? newton(flow, { low, high, left: signs[at] }, 0.5 * (low + high)) : high };
  });
}

/** The sign of f at x, 0 where rounding could turn it. */
function signAt(flow, x) {
  const { inflow, outflow } = presentValues(flow, x);
  if (inflow + outflow === 0) return carriedSigns(x < 0 ? flow : flow.slice().reverse()).at(-1);
  return Math.abs(inflow - outflow) <= TOUCH * (inflow + outflow) ? 0 : Math.sign(inflow - outflow);
}
