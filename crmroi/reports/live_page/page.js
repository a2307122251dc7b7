// The page: it follows the sliders. The sentence and the figures are written at once, the charts with
// the next picture of the screen.
import { speak } from "./words.js";
import { project } from "./projection.js";
import { figures, headline } from "./answer.js";
import { cash } from "./cash.js";
import { yearly } from "./yearly.js";
import { waterfall } from "./waterfall.js";
import { measuresInWords, tableOf } from "./tabled.js";
import { paintTable } from "./tables.js";
import { say } from "./dom.js";
import { catchUp, plotIn, show } from "./plots.js";

const CHARTS = { cash, years: yearly, waterfall };
const SETTLED = 250; // ms without a move after which what is not in sight follows, too

const made = JSON.parse(document.getElementById("case").textContent);
const find = (attribute, name) => document.querySelectorAll(`[data-${attribute}="${name}"]`);
const values = { ...made.values };
const cards = Object.keys(CHARTS).map(cardOf);
let waiting = 0;
let drawing = false;
let projection;

speak(made.spoken);
for (const slider of made.sliders) follow(slider);
document.getElementById("reset").addEventListener("click", reset);
for (const move of ["pointerdown", "focusin"]) document.addEventListener(move, closeOthers);
document.addEventListener("keydown", ({ key }) => key === "Escape" && closeOthers({ target: document.body }));
document.addEventListener("toggle", settle, { capture: true });
addEventListener("beforeprint", settle);
answer();

function cardOf(id) {
  const node = find("chart", id)[0];
  const part = (name) => node.querySelector(name);
  return { id, title: part("h2"), subtitle: part(".subtitle"), notes: part(".notes"), empty: part(".empty"), numbers: part("details"), table: part(".aside"), plot: plotIn(part(".plot"), made.charts[id]) };
}

// The thumb stands at one of the slider's values; a press of an arrow key is one step on.
function follow(slider) {
  const input = document.getElementById(slider.key);
  input.addEventListener("input", () => {
    put(slider, Number(input.value));
    answer();
  });
  slider.put = (at) => {
    input.value = at;
    put(slider, at);
  };
}

function put({ key, field, values: steps, texts }, at) {
  values[field] = steps[at];
  for (const node of find("value", key)) say(node, texts[at]);
  document.getElementById(key).setAttribute("aria-valuetext", texts[at]);
}

function reset() {
  for (const slider of made.sliders) slider.put(slider.at);
  answer();
}

function answer() {
  projection = project(values);
  say(document.getElementById("answer"), headline(projection));
  for (const [name, { value, reason }] of Object.entries(figures(projection))) {
    for (const node of find("figure", name)) say(node, value);
    for (const node of find("reason", name)) say(node, reason);
  }
  document.getElementById("reset").disabled = made.sliders.every(({ field, values: steps, at }) => values[field] === steps[at]);
  clearTimeout(waiting);
  waiting = setTimeout(settle, SETTLED);
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(drawAll);
}

function drawAll() {
  drawing = false;
  const nothing = projection.metrics.total_gains === 0 && projection.metrics.total_costs === 0;
  const charts = cards.map(({ id }) => CHARTS[id](projection));
  cards.forEach((card, at) => write(card, charts[at], nothing)); // all words first: each would lay the page out anew
  cards.forEach((card, at) => show(card.plot, charts[at]));
}

function write(card, chart, nothing) {
  for (const part of ["title", "subtitle", "notes"]) say(card[part], chart[part]);
  card.empty.hidden = !nothing;
  card.plot.node.hidden = nothing;
}

/** Bring up to date what a moving thumb does not wait for: tables, and words for who does not see. */
function settle() {
  for (const [name, text] of Object.entries(measuresInWords(projection))) for (const node of find("measure", name)) say(node, text);
  for (const card of cards) {
    catchUp(card.plot);
    if (card.numbers.open) paintTable(card.table, tableOf(card.id, projection));
  }
}

/** Only one explanation is open at a time. */
function closeOthers({ target }) {
  for (const open of document.querySelectorAll("details.help[open]")) if (!open.contains(target)) open.open = false;
}
