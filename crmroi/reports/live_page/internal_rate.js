// The internal rate of return: the rate at which the net present value of a flow changes sign.
// Its status says whether there is one such rate, none or several: no rate is picked in silence.
import { DUST } from "./declared.js";
import { LEFT, RIGHT, carriedSigns, newton, zeros } from "./zeros.js";

/**
 * The flow with amounts that are nothing beside its largest taken as 0.
 * @param {Float64Array} flow
 * @returns {Float64Array}
 */
export function withoutDust(flow) {
  const dust = DUST * flow.reduce((most, amount) => Math.max(most, Math.abs(amount)), 0);
  return flow.map((amount) => (Math.abs(amount) > dust ? amount : 0));
}

/**
 * @param {Float64Array} flow without dust
 * @returns {{status: "unique"|"none"|"multiple", rate: number|null}} the rate per period
 */
export function internalRate(flow) {
  const signs = carriedSigns(flow).filter((sign) => sign !== 0);
  const changes = signChanges(flow);
  if (changes === 0) return { status: "none", rate: null };
  const odd = signs[0] !== signs.at(-1);
  const sure = changes === 1 ? { one: true } : certainty(flow, odd);
  if (sure.none) return { status: "none", rate: null };
  if (sure.one) {
    const x = newton(flow, { low: LEFT, high: RIGHT, left: -signs[0] }, 0);
    const inside = x > LEFT + 1e-9 && x < RIGHT - 1e-9;
    return inside ? { status: "unique", rate: Math.expm1(x) } : { status: "none", rate: null };
  }
  const found = zeros(flow);
  if (found.length === 1) return { status: "unique", rate: Math.expm1(found[0]) };
  return { status: found.length ? "multiple" : "none", rate: null };
}

/**
 * Whether a flow is sure to have exactly one zero, or none.
 *
 * The changes of sign of the running sums bound the zeros at rates above 0 (Norstrøm), of the sums
 * from the end those below 0, the whole sum being the last of both; the zeros are odd in number
 * just where first and last flow differ in sign.
 */
function certainty(flow, odd) {
  const sums = runningSums(flow);
  const size = flow.reduce((sum, amount) => sum + Math.abs(amount), 0);
  if (Math.abs(sums.at(-1)) <= 1e-9 * size) return {};
  const bound = signChanges(sums) + signChanges(runningSums(flow.slice().reverse()));
  return { one: odd && bound <= 2, none: !odd && bound <= 1 };
}

function runningSums(flow) {
  let sum = 0;
  return flow.map((amount) => (sum += amount));
}

/** How often the sign changes, zeros left out. */
function signChanges(values) {
  const signs = carriedSigns(values);
  return signs.reduce((count, sign, at) => count + Number(at > 0 && sign * signs[at - 1] < 0), 0);
}
