// The curve of cumulative net cash: how deep it goes, and when it is paid back.
import { DRAWING } from "./declared.js";
import { _, entry, month, years } from "./words.js";
import { money, number } from "./numbers.js";
import { horizon, outcome } from "./answer.js";
import { axis, fewerTicks, smallestTick } from "./scale.js";
import { margin } from "./labels.js";
import { beside, closeBy } from "./placing.js";
import { alternative, axisNames, endWords, leftMargin, margins, moneyUnit, monthTicks, shortMoney, spokenMoney } from "./drawing.js";

const [HEADROOM, FOOTROOM] = [0.02, 0.12]; // kept free above and below, as shares of the range
const WORTH_A_WORD = 0.15; // the lowest point is named when it is deeper than this share of the range
const WIDE = 300; // a plot at least so many pixels wide has room for longer words

/** @param {object} projection what `project` returns */
export function cash(projection) {
  const curve = curveOf(projection);
  const { y, ours, span } = curve;
  const text = endText(curve);
  const [left, right] = [leftMargin(y.words), margin([text, _("Pinned"), _("Discounted")], 16, true)];
  const range = [-span / 10, 12 * span];
  const sides = left + right;
  const size = (width, height) => ({ x: { low: range[0], high: range[1] }, y, width: Math.max(width - sides, 40), height: height - DRAWING.TOP - DRAWING.BOTTOM });
  const wide = innerWords(curve, size(DRAWING.WIDTH, DRAWING.HEIGHT));
  const small = innerWords(curve, size(DRAWING.NARROW_WIDTH, DRAWING.NARROW_HEIGHT));
  return {
    title: title(projection),
    subtitle: _("Cumulative net cash, {unit}, by month since the decision", { unit: moneyUnit(smallestTick(y)) }),
    alt: alt(projection),
    notes: _("People’s time counts at its hourly cost."),
    moved: {
      layout: { ...margins(left, right), ...axisNames("xaxis", monthTicks(span, false), range), ...axisNames("yaxis", y, [y.low, y.high]) },
      data: { ...lines(curve), 5: wide.hairline, 7: wide.words, 8: endWords(labels(text, ours), ours.length - 1, y) },
    },
    narrow: {
      layout: { ...axisNames("xaxis", monthTicks(span, true)), ...axisNames("yaxis", fewerTicks(y, shortMoney, DRAWING.NARROW_TICKS)) },
      data: { 5: small.hairline, 7: small.words },
    },
  };
}

function curveOf(projection) {
  const ours = projection.monthly.cumulative;
  const low = Math.min(0, ...ours);
  const high = Math.max(0, ...ours);
  const room = (high - low) * HEADROOM;
  const below = (high - low) * (worthAWord(ours, high - low) ? FOOTROOM : HEADROOM);
  const y = axis(low - below * Number(low < 0), high + room, (tick) => shortMoney(tick));
  const paidBack = projection.metrics.break_even_month;
  return { ours, y, paidBack, span: horizon(projection), crossing: crossingOf(ours, paidBack) };
}

/** Where the drawn line crosses zero, within the month that breaks even. */
function crossingOf(ours, paidBack) {
  if (!paidBack) return null; // never, or from the start: nothing to mark
  const [before, after] = [ours[paidBack - 1], ours[paidBack]];
  return paidBack - (after > before ? after / (after - before) : 0);
}

/** Whether the lowest point is named: not a shallow one, nor the end itself. */
function worthAWord(ours, span) {
  const least = Math.min(...ours);
  return -least > WORTH_A_WORD * span && ours.indexOf(least) < ours.length - 1;
}

function lines({ ours, crossing }) {
  const { x, y } = outline(ours);
  const months = Array.from(ours, (_sum, at) => at);
  return {
    0: { x, y: y.map((sum) => Math.min(sum, 0)) },
    1: { x, y: y.map((sum) => Math.max(sum, 0)) },
    4: { x: months, y: Array.from(ours), customdata: Array.from(ours, (sum) => `<b>${money(sum)}</b>`) },
    6: { x: [crossing], y: [crossing === null ? null : 0] },
  };
}

/** The curve with a point wherever it crosses zero. */
function outline(ours) {
  const [x, y] = [[], []];
  ours.forEach((sum, at) => {
    x.push(at);
    y.push(sum);
    if (at + 1 < ours.length && sum * ours[at + 1] < 0) {
      x.push(at + sum / (sum - ours[at + 1]));
      y.push(0);
    }
  });
  return { x, y };
}

/** The words inside the plot, always three places, and the hairline to the first. */
function innerWords(curve, plot) {
  const taken = [];
  const lowest = lowestWord(curve, plot, taken);
  if (lowest) taken.push(lowest.place.box);
  const paidBack = paidBackWord(curve, plot, taken);
  const spots = [paidBack, null, lowest];
  return {
    words: {
      x: spots.map((spot) => spot?.place.x ?? null),
      y: spots.map((spot) => spot?.place.y ?? null),
      text: spots.map((spot) => spot?.text ?? ""),
      textposition: spots.map((spot) => spot?.place.side ?? "bottom right"),
    },
    hairline: hairlineTo(curve.crossing, paidBack?.place.leader),
  };
}

const hairlineTo = (x, end) => (x === null || !end ? { x: [null, null], y: [null, null] } : { x: [x, end.x], y: [0, end.y] });
const obstacles = (ours) => [ours, new Float64Array(ours.length)];

function paidBackWord({ ours, crossing, paidBack }, plot, taken) {
  if (crossing === null) return null;
  const name = month(number(paidBack));
  const text = plot.width < WIDE ? name : _("Break-even: {month}", { month: name });
  return { text: `<b>${text}</b>`, place: beside(text, { x: crossing, y: 0 }, plot, obstacles(ours), taken) };
}

function lowestWord({ ours, y }, plot, taken) {
  if (!worthAWord(ours, y.high - y.low)) return null;
  const depth = Math.min(...ours);
  const amount = shortMoney(depth);
  const text = plot.width >= WIDE ? _("Lowest: {x}", { x: amount }) : amount;
  const place = closeBy(text, { x: ours.indexOf(depth), y: depth }, plot, obstacles(ours), taken);
  return place && { text: `<b>${text}</b>`, place };
}

/** What stands at the end of the curve: its name and what it ends at. */
function endText({ ours, paidBack }) {
  const end = ours.at(-1);
  const amount = shortMoney(end);
  return `${_("This case")}<br>${paidBack !== null || end >= 0 ? amount : _("still {x}", { x: amount })}`;
}

const labels = (text, ours) => [
  { text: "", value: null },
  { text: "", value: null },
  { text: `<b>${text}</b>`, value: ours.at(-1) },
];

function title(projection) {
  return entry("cash", outcome(projection), {
    x: shortMoney(Math.abs(projection.monthly.cumulative.at(-1))),
    m: number(projection.metrics.break_even_month),
    n: years(horizon(projection)),
  });
}

function alt(projection) {
  const curve = projection.monthly.cumulative;
  const last = curve.length - 1;
  const lowest = curve.indexOf(Math.min(...curve));
  const values = { start: spokenMoney(curve[0]), low: spokenMoney(curve[lowest]), m: number(lowest), end: spokenMoney(curve[last]), last: number(last) };
  const path =
    lowest > 0 && lowest < last
      ? _("Starts at {start}; lowest {low} in month {m}; ends at {end} in month {last}.", values)
      : _("Starts at {start}; ends at {end} in month {last}.", values);
  return alternative(_("Line chart of cumulative net cash by month."), title(projection), [path]);
}
