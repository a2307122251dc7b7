// Plotly, loaded once from this machine, and one graph a card that is changed, never made anew.
import { element } from "./dom.js";
import { difference, overlaid } from "./figures.js";

const NARROW_SCREEN = "(max-width: 760px)";
const ONE_COLUMN = "(max-width: 1279px)";
const NARROW_PLOT = 400; // in one column, beside the panel; the smaller of two beside each other is made for less
const SETTINGS = { displayModeBar: false, doubleClick: "reset" };
let loading;

export function plotly() {
  loading ??= shown().then(load);
  return loading;
}

function load() {
  return new Promise((resolve, reject) => {
    const script = element("script", { src: new URL("plotly-basic.min.js", import.meta.url).href });
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("plotly-basic.min.js could not be loaded"));
    document.head.append(script);
  });
}

// The words first: a browser reads Plotly for several frames. (A page behind another draws none.)
function shown() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });
}

export async function draw(card) {
  const Plotly = window.Plotly ?? (await plotly());
  if (!card.node.isConnected || card.plot.hidden) return;
  const figure = figureFor(card);
  if (card.drawn) change(Plotly, card, figure);
  else make(Plotly, card, figure);
  card.drawn = figure;
  if (card.alt !== card.chart.alt) card.plot.setAttribute("aria-label", (card.alt = card.chart.alt));
}

function make(Plotly, card, figure) {
  card.plot.setAttribute("role", "img");
  card.busy = Plotly.newPlot(card.plot, copy(figure.data), copy(figure.layout), SETTINGS);
  card.width = card.plot.clientWidth;
  card.resize = new ResizeObserver(() => resized(card));
  card.resize.observe(card.plot);
}

// Arrays and ranges alone are changed where that is all that moved: half the work of a new figure.
function change(Plotly, card, figure) {
  const moved = card.drawn.theme === figure.theme ? difference(card.drawn, figure) : null;
  if (!moved) card.busy = Plotly.react(card.plot, copy(figure.data), copy(figure.layout), SETTINGS);
  else if (moved.any) card.busy = Plotly.update(card.plot, moved.data, moved.layout, moved.traces);
}

// Plotly keeps and changes what it is given; ours must stay as it came, to be compared with.
function copy(value) {
  return structuredClone(value);
}

export function forget(card) {
  card.resize?.disconnect();
  // Plotly ends a drawing a moment later, and then needs what a purge takes away.
  if (card.drawn) Promise.resolve(card.busy).then(() => window.Plotly.purge(card.plot));
  card.drawn = undefined;
}

// One figure holds both layouts: what a small screen needs otherwise is laid over the wide one.
export function figureFor(card, narrow = isNarrow(card)) {
  const { figure, narrow: over } = card.chart;
  const { data, layout } = narrow ? overlaid(figure, over) : figure;
  const asked = Number.parseFloat(getComputedStyle(card.node).getPropertyValue("--plot-height"));
  const height = layout.height ?? (Number.isFinite(asked) ? asked : 270);
  return { data, layout: { ...layout, height }, theme: card.theme };
}

function isNarrow(card) {
  if (matchMedia(NARROW_SCREEN).matches) return true;
  return matchMedia(ONE_COLUMN).matches && (card.width || card.plot.clientWidth) < NARROW_PLOT;
}

function resized(card) {
  const width = card.plot.clientWidth;
  if (!card.drawn || card.plot.hidden || width === 0 || width === card.width) return;
  card.width = width;
  window.Plotly.relayout(card.plot, { width, autosize: false }).then(() => draw(card));
}
