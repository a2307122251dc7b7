// Where a word may stand inside a plot: beside its point, clear of every line.
import { DRAWING } from "./declared.js";
import { textWidth } from "./labels.js";
import { pixels, valueAt } from "./scale.js";

const [ACROSS, UP, DOWN] = [8, 8, 5]; // pixels between a point and its word
const BELOW = 3; // pixels by which Plotly sets a word lower than its point says
const INSIDE = 4; // pixels between a word and the axis
const SHIFTS = [0, 10, 20, 32, 44, 58]; // how far a word may move up or down, nearest first
const SIDES = ["bottom right", "top left", "bottom left", "top right"];
const LED = 17; // a word farther from its point than this is led to by a hairline

/**
 * A place for a bold word near a point: below right, else above left, else near it. The first is
 * taken when none is free of the lines (one value a month) and of the boxes already taken.
 * @param {string} text
 * @param {{x: number, y: number}} point
 * @param {{x: object, y: object, width: number, height: number}} plot its axes, and its size in pixels
 * @param {Float64Array[]} lines
 * @param {object[]} taken
 * @returns {{x: number, y: number, side: string, box: object, leader: object|null}}
 */
export function beside(text, point, plot, lines, taken) {
  const places = SHIFTS.flatMap((shift) => SIDES.map((side) => placeAt(text, point, plot, side, shift)));
  const within = places.filter(({ box }) => box.bottom >= 0 && box.right <= plot.width && box.top <= plot.height);
  const candidates = within.length ? within : places;
  return candidates.find(({ box }) => isFree(box, plot, lines, taken)) ?? candidates[0];
}

/** A place for a word that may be left out: near enough to need no hairline, or none. */
export function closeBy(text, point, plot, lines, taken) {
  const place = beside(text, point, plot, lines, taken);
  return place.leader === null && isFree(place.box, plot, lines, taken) ? place : null;
}

/** A place on one side of a point; a word too long for that side is pushed back in. */
function placeAt(text, point, plot, side, shift) {
  const [right, below] = [side.endsWith("right"), side.startsWith("bottom")];
  const here = { x: pixels(plot.x, point.x, plot.width), y: pixels(plot.y, point.y, plot.height) };
  const wide = textWidth(text, true);
  const wanted = right ? here.x + ACROSS : here.x - ACROSS - wide;
  const left = Math.min(Math.max(wanted, INSIDE), plot.width - wide);
  const y = below ? here.y - DOWN - shift : here.y + UP + shift;
  const top = below ? y - BELOW : y + DRAWING.LINE_HEIGHT;
  const box = { left, bottom: top - DRAWING.LINE_HEIGHT, right: left + wide, top };
  return {
    x: valueAt(plot.x, right ? left : left + wide, plot.width),
    y: valueAt(plot.y, y, plot.height),
    side,
    box,
    leader: leaderTo(here, box, plot),
  };
}

function leaderTo(here, box, plot) {
  const x = Math.min(Math.max(here.x, box.left), box.right);
  const y = Math.min(Math.max(here.y, box.bottom), box.top);
  if (Math.abs(x - here.x) + Math.abs(y - here.y) <= LED) return null;
  return { x: valueAt(plot.x, x, plot.width), y: valueAt(plot.y, y, plot.height) };
}

function isFree(box, plot, lines, taken) {
  if (taken.some((other) => touches(box, other))) return false;
  const first = Math.max(0, Math.floor(valueAt(plot.x, box.left, plot.width)));
  const last = Math.ceil(valueAt(plot.x, box.right, plot.width));
  const low = valueAt(plot.y, box.bottom - 2, plot.height);
  const high = valueAt(plot.y, box.top + 2, plot.height);
  return !lines.some((line) => {
    const part = line.slice(first, last + 1);
    return part.length > 0 && Math.min(...part) <= high && Math.max(...part) >= low;
  });
}

const touches = (one, other) => one.left < other.right && other.left < one.right && one.bottom < other.top && other.bottom < one.top;
