// Axes: round ticks, ranges that hold still.

const STEPS = [1, 2, 2.5, 5, 10, 20];
const TOUCH = 0.03; // of half a step, a pixel or so: what reaches no further does not widen a range
const EDGE = 0.008; // of a range, two pixels: no grid line is drawn on the very edge of a plot

/**
 * @typedef {{low: number, high: number, ticks: number[], words: string[]}} Axis a range in data units
 *   with its ticks, already put into words
 */

/**
 * A range around low … high, cut at half steps so that it seldom moves, with its ticks.
 * @param {number} low
 * @param {number} high
 * @param {(tick: number) => string} words
 * @param {{most?: number, smallest?: number}} [limits] at most so many ticks, never nearer than `smallest`
 * @returns {Axis}
 */
export function axis(low, high, words, { most = 5, smallest = 1 } = {}) {
  if (high - low < smallest) high = low + smallest;
  const step = Math.max(stepOf(low, high, most, true), smallest);
  const [start, end] = cut(low, high, step);
  const edge = (end - start) * EDGE;
  return { low: start - edge * Number(start !== 0), high: end + edge * Number(end !== 0), ...ticksOf(start, end, step, words) };
}

/** The same range with at most so many ticks. */
export function fewerTicks({ low, high }, words, most, smallest = 1) {
  const step = Math.max(stepOf(low, high, most, false), smallest);
  return { low, high, ...ticksOf(low, high, step, words) };
}

/** The smallest tick that is not zero, by size: it decides the unit of the words. */
export const smallestTick = ({ ticks }) => ticks.reduce((least, tick) => (tick ? Math.min(least, Math.abs(tick)) : least), Infinity);

/** Where a value stands on an axis drawn `length` pixels long, from its low end. */
export const pixels = (range, value, length) => ((value - range.low) / (range.high - range.low)) * length;

/** The value that stands so many pixels from the low end. */
export const valueAt = (range, at, length) => range.low + (at / length) * (range.high - range.low);

/** The years to name beside the decision, the last one always, a step apart. */
export function yearTicks(years, most) {
  const step = Math.ceil(years / most);
  const found = [];
  for (let year = years; year >= step; year -= step) found.unshift(year);
  return found;
}

/** The smallest round step that puts at most `most` ticks into a range, which is then perhaps widened. */
function stepOf(low, high, most, widened) {
  const power = Number(`1e${Math.floor(Math.log10((high - low) / most))}`);
  const steps = STEPS.map((factor) => factor * power);
  return steps.find((step) => countOf(low, high, step, widened) <= most);
}

function countOf(low, high, step, widened) {
  const [start, end] = widened ? cut(low, high, step) : [low, high];
  return Math.floor(end / step + 1e-9) - Math.ceil(start / step - 1e-9) + 1;
}

/** A range widened to half steps. */
function cut(low, high, step) {
  const half = step / 2;
  return [Math.floor(low / half + TOUCH) * half, Math.ceil(high / half - TOUCH) * half];
}

function ticksOf(low, high, step, words) {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const ticks = Array.from({ length: Math.max(last - first + 1, 0) }, (_none, at) => (first + at) * step || 0);
  return { ticks, words: ticks.map((tick) => (tick ? words(tick) : "0")) };
}
