// Where the gain comes from and where the cost goes: bars that lead from zero to the net gain.
import { DRAWING, LINES, THEMES } from "./declared.js";
import { _, entry, spoken, years } from "./words.js";
import { money, percent, roundEven } from "./numbers.js";
import { horizon, outcome } from "./answer.js";
import { axis, fewerTicks, smallestTick } from "./scale.js";
import { margin, widest } from "./labels.js";
import { alternative, axisNames, bareMoney, margins, moneyUnit, shortMoney, spokenMoney } from "./drawing.js";

const RIGHT = 8;
const WIDEST_WORD = 0.35; // the largest share of the plot that a word may take
const ROUNDS = 8;
const CUTS = 9; // how finely the range is cut: room for words is dear
const WORD_GAP = 12; // pixels kept free around the word at a bar's end

/** @param {object} projection what `project` returns */
export function waterfall(projection) {
  const entries = balance(projection);
  const rows = rowsOf(entries, projection);
  const left = margin(rows.map(({ name }) => name), 10);
  const wide = rowsAxis(rows, DRAWING.WIDTH - left, 5);
  const height = (row) => DRAWING.TOP + DRAWING.BOTTOM + row * rows.length;
  return {
    title: title(projection, entries),
    subtitle: _("From gains to net gain over {n}, {unit}", { n: years(horizon(projection)), unit: moneyUnit(smallestTick(wide)) }),
    alt: alt(projection, entries),
    notes: notes(entries),
    moved: {
      layout: {
        height: Math.max(DRAWING.WATERFALL_HEIGHT, height(DRAWING.ROW)),
        ...margins(left, RIGHT),
        ...axisNames("xaxis", inside(wide, DRAWING.WIDTH - left), [wide.low, wide.high]),
        ...axisNames("yaxis", { ticks: rows.map((_row, at) => at), words: rows.map(({ name }) => name) }, [rows.length - 0.5, -0.5]),
      },
      data: { ...DRAWING.FILLS.map((fill) => bars(rows, fill)) },
    },
    narrow: narrowed(rows, DRAWING.NARROW_WIDTH - left, height(DRAWING.NARROW_ROW), () => rowsOf(entries, projection, bareMoney)),
  };
}

/** What a small screen needs otherwise: where the words would reach out, amounts without the currency's sign. */
function narrowed(rows, width, height, bare) {
  const axes = rowsAxis(rows, width, 3);
  const fits = haveRoom(rows, axes, width);
  const shown = fits ? rows : bare();
  const small = fits ? axes : rowsAxis(shown, width, 3);
  const layout = { height, ...axisNames("xaxis", inside(small, width), [small.low, small.high]) };
  return { layout, data: fits ? {} : { ...DRAWING.FILLS.map((fill) => ({ text: bars(shown, fill).text })) } };
}

function haveRoom(rows, axes, width) {
  const place = (value) => ((width - RIGHT) * (value - axes.low)) / (axes.high - axes.low);
  return rows.every(({ word, low, high, leftward }) => widest([word], word.includes("<b>")) <= (leftward ? place(low) : width - place(high)));
}

/**
 * The themes that hold an amount: gains by size, costs by size, hidden costs last. Their sum is the net
 * gain; what adding in another order leaves goes to the largest.
 * @returns {{theme: string, amount: number, gain: boolean}[]} costs negative
 */
export function balance(projection) {
  const entries = [];
  for (const theme of THEMES) {
    const lines = LINES.filter((line) => line.theme === theme);
    const gain = lines.some(({ side }) => side === "gain");
    const amount = lines.reduce((sum, { name }) => sum + projection.totals[name], 0);
    if (amount) entries.push({ theme, amount: gain ? amount : -amount, gain });
  }
  const place = ({ theme, amount, gain }) => [Number(!gain), Number(theme === "hidden"), gain ? -amount : amount];
  entries.sort((one, other) => compared(place(one), place(other)));
  if (!entries.length) return entries;
  const rest = projection.metrics.net_gain - entries.reduce((sum, { amount }) => sum + amount, 0);
  entries[largestOf(entries.map(({ amount }) => amount))].amount += rest;
  return entries;
}

const compared = (one, other) => one.map((part, at) => part - other[at]).find((difference) => difference !== 0) ?? 0;
const largestOf = (amounts) => amounts.reduce((best, amount, at) => (Math.abs(amount) > Math.abs(amounts[best]) ? at : best), 0);

/** The unit in which the largest figure has three significant digits, at least 1. */
function quantum(amounts) {
  const largest = Math.max(0, ...amounts.map(Math.abs));
  return largest < 1e3 ? 1 : Number(`1e${Math.floor(Math.log10(largest)) - 2}`);
}

/** Amounts and their net in whole units that sum exactly: the residue goes to the largest. */
export function whole(amounts, net, unit) {
  const rounded = amounts.map((amount) => Math.sign(amount) * roundEven(Math.abs(amount) / unit));
  const total = Math.sign(net) * roundEven(Math.abs(net) / unit);
  if (rounded.length) rounded[largestOf(rounded)] += total - rounded.reduce((sum, amount) => sum + amount, 0);
  return { steps: rounded, total };
}

/** The bars, the net gain last; a bar's word stands at `to`. */
function rowsOf(entries, projection, say = shortMoney) {
  const netGain = projection.metrics.net_gain;
  const amounts = entries.map(({ amount }) => amount);
  const unit = quantum([...amounts, netGain]);
  const { steps, total } = whole(amounts, netGain, unit);
  const said = hovers(entries, projection);
  let end = 0;
  const rows = entries.map((each, at) => {
    const start = end;
    end += steps[at];
    return { ...ends(start * unit, end * unit), name: spoken().themes[each.theme], fill: fillOf(each), word: wordOf(steps[at], unit, say), hover: said[at] };
  });
  const net = { ...ends(0, total * unit), name: _("Net gain"), fill: "net", word: `<b>${say(total * unit)}</b>`, hover: said.at(-1) };
  return [...rows, net];
}

// A word stands at the left where right of it zero would cross the word.
function ends(start, end) {
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  return { low, high, leftward: high <= 0 };
}

function fillOf({ theme, amount }) {
  if (theme === "hidden") return "hidden";
  if (theme === "intangibles") return "intangible";
  return amount > 0 ? "gain" : "cost";
}

const wordOf = (step, unit, say) => (step ? say(step * unit, true) : _("< {x}", { x: say(unit) }));

/** The axis of amounts, with room at each bar's end for its word. */
function rowsAxis(rows, width, most) {
  const plot = Math.max(width - RIGHT, 80);
  const shares = rows.map(({ word }) => Math.min((widest([word], true) + WORD_GAP) / plot, WIDEST_WORD));
  let left = Math.min(0, ...rows.map(({ low }) => low));
  let right = Math.max(0, ...rows.map(({ high }) => high));
  for (let round = 0; round < ROUNDS; round += 1) { // the room for a word is a share of the range it widens
    const span = right - left;
    left = Math.min(0, ...rows.map(({ low, leftward }, at) => low - shares[at] * span * Number(leftward)));
    right = Math.max(0, ...rows.map(({ high, leftward }, at) => high + shares[at] * span * Number(!leftward)));
  }
  return fewerTicks(axis(left, right, (tick) => shortMoney(tick), { most: CUTS }), (tick) => shortMoney(tick), most);
}

/** Leaves away a tick whose words would reach out of the picture at its right, if two stay. */
function inside(axes, width) {
  const plot = width - RIGHT;
  const fits = axes.ticks.map((tick, at) => (plot * (tick - axes.low)) / (axes.high - axes.low) + widest([axes.words[at]]) / 2 <= width);
  if (fits.filter(Boolean).length < 2) return axes;
  const kept = (values) => values.filter((_value, at) => fits[at]);
  return { ...axes, ticks: kept(axes.ticks), words: kept(axes.words) };
}

function bars(rows, fill) {
  const here = rows.flatMap((row, at) => (row.fill === fill ? [{ ...row, at }] : []));
  return {
    x: here.map(({ low, high, leftward }) => (leftward ? low - high : high - low)),
    y: here.map(({ at }) => at),
    base: here.map(({ low, high, leftward }) => (leftward ? high : low)),
    text: here.map(({ word }) => word),
    customdata: here.map(({ hover }) => hover),
  };
}

function title(projection, entries) {
  const ending = outcome(projection);
  const { net_gain: net, total_gains: gains } = projection.metrics;
  if (ending === "NOTHING") return _("Nothing to compare yet");
  if (ending === "NO_GAINS" || ending === "NOT_LIVE") return _("Only costs are counted, no gains");
  if (net < 0) return _("Costs exceed gains by {x}", { x: shortMoney(-net) });
  if (ending === "NO_COSTS") return _("Only gains are counted, no costs");
  return entry("waterfall", entries[0].theme, { share: percent(entries[0].amount / gains) });
}

function alt(projection, entries) {
  const { total_gains: gains, total_costs: costs, net_gain: net } = projection.metrics;
  const rest = [_("Gains of {gains} less costs of {costs} leave {net}.", { gains: spokenMoney(gains), costs: spokenMoney(costs), net: spokenMoney(net) })];
  const largest = entries.filter(({ gain }) => !gain).reduce((best, each) => (!best || each.amount < best.amount ? each : best), null);
  if (largest) rest.push(_("The largest cost is “{theme}”, {x}.", { theme: spoken().themes[largest.theme], x: spokenMoney(-largest.amount) }));
  return alternative(_("Waterfall chart from gains to net gain by theme."), title(projection, entries), rest);
}

/** What the hover box says of each bar, the net gain last: amount and share. */
function hovers(entries, projection) {
  const { total_gains: gains, total_costs: costs, net_gain: net } = projection.metrics;
  const said = entries.map(({ theme, amount, gain }) => {
    const share = percent(gain ? amount / gains : -amount / costs);
    const of = gain ? _("{share} of the gains", { share }) : _("{share} of the costs", { share });
    return `${spoken().themes[theme]}<br><b>${money(amount, { sign: true })}</b>, ${of}`;
  });
  return [...said, `${_("Net gain")}<br><b>${money(net)}</b>`];
}

function notes(entries) {
  const said = [];
  if (entries.some(({ theme }) => theme === "hidden")) said.push(_("Hatched: hidden costs, which business cases forget."));
  if (entries.some(({ theme }) => theme === "intangibles")) said.push(_("Dotted: intangibles, which are not cash."));
  return said.join(" ");
}
