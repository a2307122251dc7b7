// The graphs: made once, then only what moved is changed. What is fixed in a figure (colours, fonts,
// traces) came with the page in two themes; what moves is computed here.
import { difference, overlaid } from "./figures.js";

const NARROW = 450; // pixels of width below which a chart has fewer ticks and shorter names
const DARK = matchMedia("(prefers-color-scheme: dark)");
const SETTINGS = { displayModeBar: false, doubleClick: "reset" };

/**
 * A graph in its place.
 * @param {HTMLElement} node
 * @param {{light: object, dark: object, narrow: object}} fixed figures of both themes, and what a small
 *   screen lays over them
 */
export function plotIn(node, fixed) {
  const plot = { node, fixed, size: sizeOf(node), drawn: null, inSight: true };
  node.setAttribute("role", "img");
  new IntersectionObserver(([entry]) => sighted(plot, entry.isIntersecting), { rootMargin: "120px" }).observe(node);
  new ResizeObserver(() => resized(plot)).observe(node);
  DARK.addEventListener("change", () => resized(plot));
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
  const figure = figureOf(plot);
  const moved = plot.drawn?.theme === figure.theme ? difference(plot.drawn, figure) : null;
  if (!moved) Plotly.react(plot.node, structuredClone(figure.data), structuredClone(figure.layout), SETTINGS);
  else if (moved.any) Plotly.update(plot.node, structuredClone(moved.data), structuredClone(moved.layout), moved.traces);
  plot.drawn = figure;
}

function figureOf({ fixed, size, chart: { moved, narrow } }) {
  const theme = DARK.matches ? "dark" : "light";
  const wide = overlaid(fixed[theme], moved);
  const { data, layout } = size.width < NARROW ? overlaid(wide, { data: narrow.data, layout: { ...fixed.narrow, ...narrow.layout } }) : wide;
  return { data: data.map(seen), layout: { ...layout, width: size.width, height: layout.height ?? size.height }, theme };
}

// What has no point is nothing to draw: Plotly then spends no time on it.
const seen = (trace) => ({ ...trace, visible: trace.y.some((y) => y !== null) });

// Plotly's own watching of its place would lay the page out on every change.
function resized(plot) {
  plot.size = sizeOf(plot.node);
  if (plot.chart) draw(plot);
}

function sizeOf(node) {
  const height = Number.parseFloat(getComputedStyle(node).getPropertyValue("--plot-height"));
  return { width: node.clientWidth, height };
}
