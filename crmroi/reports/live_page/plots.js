// The graphs: made once, then only what moved is changed. What is fixed in a figure (colours, fonts,
// traces) came with the page in two themes; what moves is computed here.
import { overlaid } from "./figures.js";

const NARROW = 450; // pixels of width below which a chart has fewer ticks and shorter names
const DARK = matchMedia("(prefers-color-scheme: dark)");
const PAPER = matchMedia("print"); // is white, whatever the screen is
const SETTINGS = { displayModeBar: false, doubleClick: "reset" };

/**
 * A graph in its place.
 * @param {HTMLElement} node
 * @param {{light: object, dark: object, wide: object, narrow: object}} fixed figures of both themes, and
 *   parts of a layout that differ by the room there is
 */
export function plotIn(node, fixed) {
  const plot = { node, fixed, size: sizeOf(node), names: null, inSight: true };
  node.setAttribute("role", "img");
  new IntersectionObserver(([entry]) => sighted(plot, entry.isIntersecting), { rootMargin: "120px" }).observe(node);
  new ResizeObserver(() => resized(plot)).observe(node);
  for (const medium of [DARK, PAPER]) medium.addEventListener("change", () => resized(plot));
  return plot;
}

/**
 * Draw a chart now if it is in sight, else when it comes to be, or when `catchUp` is called.
 * @param {object} plot what `plotIn` returned
 * @param {{moved: object, narrow: object, alt: string}} chart
 */
export function show(plot, chart) {
  plot.chart = chart;
  plot.late = !plot.inSight;
  if (plot.inSight) draw(plot);
}

/** Draw what was not in sight, and say in words what the picture shows: those are long, so not on every
 *  step of a thumb. */
export function catchUp(plot) {
  if (plot.late) draw(plot);
  if (plot.chart) plot.node.setAttribute("aria-label", plot.chart.alt);
}

function sighted(plot, inSight) {
  plot.inSight = inSight;
  if (inSight && plot.late) draw(plot);
}

function draw(plot) {
  if (!plot.size.width) return; // hidden: it is drawn when it has a place
  plot.late = false;
  const theme = DARK.matches && !PAPER.matches ? "dark" : "light";
  const names = namesOf(plot);
  if (plot.theme === theme) change(plot, names);
  else make(plot, theme, names);
  Object.assign(plot, { theme, names });
}

function make({ node, fixed }, theme, names) {
  const { data, layout } = structuredClone(overlaid(fixed[theme], names)); // Plotly keeps and changes what it is given
  Plotly.react(node, data.map((trace) => ({ ...trace, visible: hasPoints(trace) })), layout, SETTINGS);
}

/** Tell Plotly what is other than before, and nothing else. */
function change({ node, names: before }, names) {
  const layout = changed(before.layout, names.layout);
  const byTrace = Object.keys(names.data).map((at) => [Number(at), changed(before.data[at], names.data[at])]);
  const moved = byTrace.filter(([, its]) => Object.keys(its).length > 0);
  const data = {};
  for (const [row, [, its]] of moved.entries()) {
    for (const [name, value] of Object.entries(its)) (data[name] ??= new Array(moved.length))[row] = value;
  }
  if (moved.length) Plotly.update(node, data, structuredClone(layout), moved.map(([at]) => at));
  else if (Object.keys(layout).length) Plotly.relayout(node, structuredClone(layout));
}

const changed = (before, now) => Object.fromEntries(Object.entries(now).filter(([name, value]) => !same(before[name], value)));

function same(one, other) {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

// A trace without points that is visible takes Plotly its time all the same.
const hasPoints = ({ y }) => y.some((value) => value !== null);

/** What moves in the figure as it is drawn in this place, under the names that Plotly has for it. */
function namesOf({ fixed, size, chart: { moved, narrow } }) {
  const over = size.width < NARROW ? narrow : { layout: {}, data: {} };
  const still = size.width < NARROW ? fixed.narrow : fixed.wide;
  const data = {};
  for (const [at, its] of Object.entries(moved.data)) {
    const names = { ...its, ...over.data[at] };
    data[at] = { ...names, visible: hasPoints(names) };
  }
  return { data, layout: { height: size.height, ...still, ...moved.layout, ...over.layout, width: size.width } };
}

// Plotly's own watching of its place would lay the page out on every change.
function resized(plot) {
  plot.size = sizeOf(plot.node);
  if (plot.chart) draw(plot);
}

function sizeOf(node) {
  const height = Number.parseFloat(getComputedStyle(node).getPropertyValue("--plot-height"));
  return { width: node.clientWidth, height };
}
