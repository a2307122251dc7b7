// What the charts share: words of time and money, the labels at the ends of lines, and how what moves
// in a figure is named. A figure's fixed half (colours, fonts, traces) comes with the page.
import { DRAWING } from "./declared.js";
import { _, month, spoken } from "./words.js";
import { money, number, roundMoney } from "./numbers.js";
import { dodge, labelHeight, margin } from "./labels.js";
import { pixels, valueAt, yearTicks } from "./scale.js";

const SHORTENED = 1e9;

/** An amount as labels show it: €109k. */
export const shortMoney = (x, sign = false) => money(x, { compact: true, sign });

/** The same where the currency's sign has no room: 109k. */
export function bareMoney(x, sign = false) {
  const symbol = spoken().symbol.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return shortMoney(x, sign).replace(new RegExp(`${symbol}\\s?(?=\\d)|\\s?${symbol}$`), "");
}

/** An amount as sentences say it: three figures, written out up to a thousand million. */
export const spokenMoney = (x) => money(roundMoney(x), { compact: Math.abs(x) >= SHORTENED });

/** The unit of an axis of amounts in words, by its smallest tick. */
export function moneyUnit(tick) {
  const currency = spoken().symbol;
  if (tick < 1e3) return currency;
  if (tick < 1e6) return _("{currency} thousand", { currency });
  return tick < 1e9 ? _("{currency} million", { currency }) : _("{currency} billion", { currency });
}

/** A text alternative: kind of chart, finding, then the values, then where all are. */
export const alternative = (kind, finding, rest) => [kind, `${finding}.`, ...rest, _("All values are in the table below the chart.")].join(" ");

/** Ticks in months: now, yr 1, 2, 3 …; quarters in a single year. */
export function monthTicks(years, narrow) {
  const named = years === 1 ? quarters(narrow) : yearsOf(years, narrow).map((year, at) => [12 * year, yearName(year, at === 0)]);
  return beside0(named, years / 250);
}

function quarters(narrow) {
  const months = (narrow ? [6] : [3, 6, 9]).map((at) => [at, month(number(at))]);
  return [...months, [12, yearName(1, true)]];
}

/** Ticks in years: now, 1, 2, 3 …, bars standing close. */
export const yearWords = (years, narrow) => beside0(yearsOf(years, narrow).map((year) => [year, yearName(year, false)]), 1 / 250);

const yearsOf = (years, narrow) => yearTicks(years, narrow ? DRAWING.NARROW_YEARS : DRAWING.WIDE_YEARS);
const yearName = (year, first) => (first ? _("yr {y}", { y: year }) : number(year));

// A hair beside the place itself: Plotly would take a tick's word for the hover's title too.
const beside0 = (named, hair) => ({ ticks: [hair, ...named.map(([at]) => at - hair)], words: [_("now"), ...named.map(([, word]) => word)] });

/** The names that Plotly has for an axis's range and ticks; without a range the ticks alone. */
export function axisNames(name, { ticks, words }, range) {
  return { ...(range && { [`${name}.range`]: range }), [`${name}.tickvals`]: ticks, [`${name}.ticktext`]: words };
}

/** The margin at the left, which holds an axis's words. */
export const leftMargin = (words) => margin(words, 10);

/** The margins of a chart; those above and below are the same for all. */
export const margins = (left, right) => ({ "margin.l": left, "margin.r": right });

/**
 * The labels of lines at their ends, moved apart; one without a value keeps its place, empty.
 * @param {{text: string, value: number|null}[]} ends
 * @param {number} x
 * @param {object} range the axis of values
 */
export function endWords(ends, x, range) {
  const length = DRAWING.LEAST_PLOT_HEIGHT;
  const there = ends.flatMap(({ value }, at) => (value === null ? [] : [at]));
  const middles = there.map((at) => pixels(range, ends[at].value, length));
  const placed = dodge(middles, there.map((at) => labelHeight(ends[at].text)), length);
  const y = new Array(ends.length).fill(null);
  there.forEach((at, place) => (y[at] = valueAt(range, placed[place], length)));
  return {
    x: ends.map(() => x),
    y,
    text: ends.map(({ text, value }) => (value === null ? "" : text)),
    textposition: ends.map(() => "middle right"),
  };
}
