// Gains and costs by year: gains up, costs down, and the net as a diamond.
import { BUCKETS, DRAWING, LINES } from "./declared.js";
import { _, spoken } from "./words.js";
import { money, number } from "./numbers.js";
import { horizon, outcome } from "./answer.js";
import { axis, fewerTicks, smallestTick } from "./scale.js";
import { margin } from "./labels.js";
import { alternative, axisNames, endWords, leftMargin, margins, moneyUnit, shortMoney, spokenMoney, yearWords } from "./drawing.js";

const HEADROOM = 0.03;

/** @param {object} projection what `project` returns */
export function yearly(projection) {
  const stacks = stacksOf(projection);
  const { y, net } = stacks;
  const span = horizon(projection);
  const ends = endsOf(stacks, "label");
  const short = endsOf(stacks, "short");
  const words = fewerTicks(y, (tick) => shortMoney(tick), DRAWING.NARROW_TICKS);
  return {
    title: title(projection, net),
    subtitle: _("Gains and costs by year, {unit}", { unit: moneyUnit(smallestTick(y)) }),
    alt: alt(projection, net),
    notes: notes(projection),
    moved: {
      layout: {
        ...margins(leftMargin(y.words), rightMargin(ends)),
        ...axisNames("xaxis", yearWords(span, false), [-0.5, span + 0.5]),
        ...axisNames("yaxis", y, [y.low, y.high]),
      },
      data: { ...bars(stacks), 7: endWords(ends, net.length - 0.5, y) },
    },
    narrow: {
      layout: { ...axisNames("xaxis", yearWords(span, true)), ...axisNames("yaxis", words), "margin.r": rightMargin(short) },
      data: { 7: { text: short.map(({ text, value }) => (value === null ? "" : text)) } },
    },
  };
}

/** Month 0, then the sum of each year. */
export function byYear(monthly) {
  const sums = new Array(1 + (monthly.length - 1) / 12).fill(0);
  monthly.forEach((amount, t) => (sums[Math.ceil(t / 12)] += amount));
  return sums;
}

/** The sum by month of the lines for which something holds. */
export function sumOf(projection, holds) {
  const sum = new Float64Array(projection.months);
  for (const line of LINES) if (holds(line)) projection.lines[line.name].forEach((amount, t) => (sum[t] += amount));
  return sum;
}

function stacksOf(projection) {
  const signed = BUCKETS.map(({ name, sign }) => byYear(sumOf(projection, ({ bucket }) => bucket === name)).map((amount) => sign * amount));
  const stack = (part) => signed[0].map((_amount, year) => signed.reduce((sum, series) => sum + part(series[year], 0), 0));
  const low = Math.min(...stack(Math.min));
  const high = Math.max(...stack(Math.max));
  const room = (high - low) * HEADROOM;
  const y = axis(low - room * Number(low < 0), high + room * Number(high > 0), (tick) => shortMoney(tick));
  return { signed, net: byYear(projection.monthly.net), y };
}

function bars({ signed, net }) {
  const x = net.map((_amount, year) => year);
  const found = signed.map((series) => ({ x, y: series.map((amount) => amount || null), customdata: series.map((amount) => (amount ? money(amount) : null)) }));
  found.push({ x, y: net, customdata: net.map((amount) => `<b>${money(amount)}</b>`) });
  return { ...found };
}

/** The names beside the last year's bars, each where its colour lies. */
function endsOf({ signed, net }, naming) {
  let [up, down] = [0, 0];
  const ends = BUCKETS.map(({ name, sign }, at) => {
    const last = signed[at].at(-1);
    const base = last > 0 || (last === 0 && sign > 0) ? up : down;
    if (last > 0) up += last;
    else down += last;
    const there = signed[at].some((amount) => amount !== 0);
    return { text: spoken().buckets[name][naming], value: there ? base + last / 2 : null };
  });
  return [...ends, { text: `<b>${_("Net")}</b>`, value: net.at(-1) }];
}

const rightMargin = (ends) => margin(ends.filter(({ value }) => value !== null).map(({ text }) => text), 14, true);

function title(projection, net) {
  const ending = outcome(projection);
  if (ending === "NOTHING") return _("Nothing to compare yet");
  if (ending === "NO_GAINS" || ending === "NOT_LIVE") return _("Only costs are counted, no gains");
  if (ending === "NO_COSTS") return _("Only gains are counted, no costs");
  return overtaking(net.slice(1).map((amount) => amount > 0));
}

/** From when on years bring in more than they cost, of one truth a year. */
function overtaking(ahead) {
  if (ahead.length === 1) return ahead[0] ? _("Gains exceed costs in year 1") : _("Costs exceed gains in year 1");
  const behind = ahead.filter((is) => !is).length;
  if (behind === 0) return _("Gains exceed costs in every year");
  if (behind === ahead.length) return _("Costs exceed gains in every year");
  if (!ahead.slice(0, behind).includes(true)) return _("Gains overtake costs in year {y}", { y: behind + 1 });
  return _("Gains exceed costs in {k} of {n} years", { k: ahead.length - behind, n: ahead.length });
}

function alt(projection, net) {
  const [gains, costs] = ["gain", "cost"].map((side) => byYear(sumOf(projection, (line) => line.side === side)));
  const said = [...new Set([1, horizon(projection)])].map((year) =>
    _("In year {y} gains are {gains} and costs {costs}.", { y: number(year), gains: spokenMoney(gains[year]), costs: spokenMoney(costs[year]) }),
  );
  const start = _("At the decision costs are {x}.", { x: spokenMoney(costs[0]) });
  return alternative(_("Bar chart of gains and costs by year."), title(projection, net), [start, ...said]);
}

function notes(projection) {
  const said = [_("Faded: people’s time."), _("Hatched: hidden costs, which business cases forget.")];
  if (projection.values.include_intangibles) said.push(_("Dotted: intangibles, which are not cash."));
  return said.join(" ");
}
