// The numbers behind each chart as a table, and every measure in words.
import { BUCKETS, MEASURES } from "./declared.js";
import { _, month, spoken, years } from "./words.js";
import { money, number, percent } from "./numbers.js";
import { horizon, owesNothing } from "./answer.js";
import { byYear, sumOf } from "./yearly.js";
import { balance, whole } from "./waterfall.js";

/** @typedef {{columns: string[], rows: string[][]}} Table what is shown, by row */

/**
 * The table of a chart.
 * @param {"cash"|"years"|"waterfall"} chart
 * @param {object} projection what `project` returns
 * @returns {Table}
 */
export const tableOf = (chart, projection) => TABLES[chart](projection);

const TABLES = { cash: cashTable, years: yearsTable, waterfall: waterfallTable };

function cashTable(projection) {
  const { net, cumulative, discounted_cumulative: discounted } = projection.monthly;
  const [gains, costs] = ["gain", "cost"].map((side) => sumOf(projection, (line) => line.side === side));
  const columns = [_("Month"), _("Gains"), _("Costs"), _("Net"), _("Cumulative net"), _("Cumulative net, discounted")];
  const series = [gains, costs, net, cumulative, discounted];
  return { columns, rows: Array.from(net, (_flow, t) => [number(t), ...series.map((amounts) => money(amounts[t]))]) };
}

function yearsTable(projection) {
  const series = BUCKETS.map(({ name, sign }) => byYear(sumOf(projection, ({ bucket }) => bucket === name)).map((amount) => sign * amount));
  const net = byYear(projection.monthly.net);
  const named = (year) => (year ? number(year) : _("At the decision"));
  return {
    columns: [_("Year"), ...BUCKETS.map(({ name }) => spoken().buckets[name].label), _("Net")],
    rows: net.map((amount, year) => [named(year), ...[...series.map((amounts) => amounts[year]), amount].map((x) => money(x))]),
  };
}

/** A row for each theme and the net gain; what is shown sums exactly, too. */
function waterfallTable(projection) {
  const entries = balance(projection);
  const { steps, total } = whole(entries.map(({ amount }) => amount), projection.metrics.net_gain, 1);
  const rows = entries.map(({ theme }, at) => [spoken().themes[theme], money(steps[at])]);
  return { columns: [_("Theme"), _("Amount")], rows: [...rows, [_("Net gain"), money(total)]] };
}

/**
 * Every measure that is a figure, as a table shows it.
 * @returns {Object<string, string>} by the measure's name
 */
export function measuresInWords(projection) {
  const shown = MEASURES.filter(({ form }) => form !== "status");
  return Object.fromEntries(shown.map(({ name, form }) => [name, inWords(name, form, projection)]));
}

function inWords(name, form, projection) {
  const value = projection.metrics[name];
  if (name === "irr" && value === null) return projection.metrics.irr_status === "none" ? _("no rate") : _("several rates");
  if (form === "month") {
    if (owesNothing(projection)) return _("no value");
    if (value === null) return _("not within {n}", { n: years(horizon(projection)) });
    return value ? month(number(value)) : _("from the start");
  }
  if (form === "money") return money(value);
  return form === "rate" ? percent(value, 1) : number(value, 2);
}
