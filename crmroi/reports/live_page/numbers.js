// Numbers, money and percentages in the language of the page.
//
// Rounding is that of the app: half to even, on the decimal that a number prints as (0.125 and 2.675
// are halves, whatever their binary digits). A number that rounds to zero has no sign.
import { _, spoken } from "./words.js";

const SCALES = [1e12, 1e9, 1e6, 1e3];
const EXACT = 1e15; // beyond, a number's neighbours are too far apart for its short decimal to matter

/**
 * An amount: €109,000; compact €109k, three significant figures, whole units below 1000.
 * @param {number|null} x
 * @param {{compact?: boolean, sign?: boolean}} [how] `sign` shows the plus as well
 */
export function money(x, { compact = false, sign = false } = {}) {
  if (x === null || !Number.isFinite(x)) return _("no value");
  const { forms } = spoken();
  if (!compact || Math.abs(x) < 999.5) return dress(forms.money, fixed(Math.abs(x), 0), x < 0, sign);
  const size = threeFigures(Math.abs(x));
  const scale = SCALES.find((each) => size >= each);
  const mantissa = size / scale;
  const digits = mantissa < 1000 ? String(Number(mantissa.toPrecision(3))) : fixed(mantissa, 0);
  return dress(forms.compact[scale], digits, x < 0, sign);
}

/** A share as a percentage; without `decimals`: none, or one below 10 %. */
export function percent(x, decimals = usualDecimals(x)) {
  if (x === null || !Number.isFinite(x)) return _("no value");
  const size = Math.abs(x);
  return dress(spoken().forms.percent, percentDigits(size, decimals), x < 0, false);
}

const usualDecimals = (x) => (x !== 0 && Math.abs(x) < 0.0995 ? 1 : 0); // 9.96 % is 10%, not 10.0%

/** A plain number with so many decimals. */
export function number(x, decimals = 0) {
  if (x === null || !Number.isFinite(x)) return _("no value");
  return dress(spoken().forms.number, fixed(Math.abs(x), decimals), x < 0, false);
}

/** An amount to three significant figures, or to whole units below 1000. */
export function roundMoney(x) {
  const size = Math.abs(x);
  const rounded = size < 999.5 ? roundEven(size) : threeFigures(size);
  return x < 0 ? -rounded : rounded;
}

/** The nearest whole number, halves to even. */
export function roundEven(x) {
  const low = Math.floor(x);
  if (x - low === 0.5) return low % 2 ? low + 1 : low;
  return x - low > 0.5 ? low + 1 : low;
}

/** Put English digits ("1234.5") into the language, with sign and unit. */
function dress(form, digits, negative, sign) {
  const { group, decimal } = spoken().forms;
  const [whole, rest] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const signed = (negative || sign) && /[1-9]/.test(digits);
  const before = !signed ? form.positive : negative ? form.negative : form.signed;
  return before + grouped + (rest ? decimal + rest : "") + form.after;
}

/** The digits that a number prints as and the power of ten of the last one. */
function decimalOf(size) {
  const [digits, power = "0"] = String(size).split("e");
  const [whole, rest = ""] = digits.split(".");
  return { digits: BigInt(whole + rest), exponent: Number(power) - rest.length };
}

/** A size with so many decimals, halves to even. */
function fixed(size, decimals) {
  const { digits, exponent } = decimalOf(size);
  const half = exponent === -decimals - 1 && digits % 10n === 5n;
  return half || size >= EXACT ? exactly(digits, exponent, decimals) : size.toFixed(decimals);
}

function percentDigits(size, decimals) {
  const { digits, exponent } = decimalOf(size);
  const half = exponent === -decimals - 3 && digits % 10n === 5n;
  if (half) return exactly(digits, exponent + 2, decimals);
  // Rounded first, so that the error of × 100 cannot cross a half.
  return fixed(Number(size.toFixed(decimals + 2)) * 100, decimals);
}

/** digits × 10^exponent with so many decimals, halves to even, however long. */
function exactly(digits, exponent, decimals) {
  const shift = exponent + decimals;
  let units = shift >= 0 ? digits * 10n ** BigInt(shift) : 0n;
  if (shift < 0) {
    const unit = 10n ** BigInt(-shift);
    const rest = (digits % unit) * 2n;
    units = digits / unit;
    if (rest > unit || (rest === unit && units % 2n === 1n)) units += 1n;
  }
  const text = String(units).padStart(decimals + 1, "0");
  return decimals ? `${text.slice(0, -decimals)}.${text.slice(-decimals)}` : text;
}

function threeFigures(size) {
  const { digits, exponent } = decimalOf(size);
  const text = String(digits).replace(/0+$/, "");
  if (text.length !== 4 || !text.endsWith("5")) return Number(size.toPrecision(3));
  const zeros = String(digits).length - text.length;
  const kept = BigInt(text.slice(0, 3));
  return Number(`${kept + (kept % 2n)}e${exponent + zeros + 1}`);
}
