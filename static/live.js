// The answer and its charts, drawn in the page itself and kept from one run of the script to the next.
//
// Streamlit calls `show` on every run with the new data; the DOM nodes and the Plotly graphs stay,
// so that zoom, hover, focus and an open menu survive a slider's move.
import { paintAnswer } from "./answer.js";
import { paintMeasured } from "./measured.js";
import { paintCards, forgetCards } from "./cards.js";
import { watchSliders } from "./sliders.js";
import { watchKeys } from "./keys.js";
import { keepAddress, keepLanguage, wear } from "./address.js";
import { watchConnection } from "./connection.js";
import { watchReading } from "./reading.js";
import { press, save } from "./files.js";
import { copy } from "./notes.js";

const views = new WeakMap();

export function show({ parentElement, data: [data], setTriggerValue }) {
  const view = views.get(parentElement) ?? open(parentElement);
  view.data = data;
  view.send = (event) => setTriggerValue("event", { ...event, at: Date.now() });
  keepLanguage(data.language);
  keepAddress(data.address);
  document.body.classList.toggle("on-stage", Boolean(data.presenting));
  document.body.classList.toggle("stale", Boolean(data.stale));
  paintValues(view, data.values);
  paintAnswer(view);
  replaceFirstSight();
  paintMeasured(view);
  paintCards(view);
  view.sliders.answered();
  if (data.wear) wear(data.wear);
  if (data.copy) copy(data.copy, data.words);
  if (data.file && data.file.at !== view.savedAt) {
    view.savedAt = data.file.at;
    if (data.file.press) press(data.file.press);
    else save(data.file.name, new Blob([data.file.text], { type: "text/csv;charset=utf-8" }));
  }
}

// Streamlit also cleans up what it then shows again in the same place, when runs follow each other fast:
// a drawing ends with its place in the page, not before.
export function clean(parentElement) {
  setTimeout(() => {
    if (!parentElement.isConnected) close(parentElement);
  });
}

function close(parentElement) {
  const view = views.get(parentElement);
  if (!view) return;
  forgetCards(view);
  view.leave.abort();
  view.style.remove();
  views.delete(parentElement);
}

function open(parentElement) {
  const root = parentElement.querySelector(".live") ?? parentElement;
  root.replaceChildren();
  const view = { root, leave: new AbortController(), cards: new Map(), style: document.createElement("style") };
  document.head.append(view.style);
  view.sliders = watchSliders(view);
  watchKeys(view);
  watchConnection(view);
  watchReading(view);
  views.set(parentElement, view);
  return view;
}

// See crmroi/ui/first_sight.py. The class hides one that comes after the drawing.
function replaceFirstSight() {
  document.body.classList.add("drawn");
  document.querySelector(".first-sight")?.remove();
}

// A slider's value stands right of its label. It is written here as a style, so that one message
// carries all of them and so that it follows the thumb while it is dragged.
function paintValues(view, values) {
  const rules = Object.entries(values ?? {}).map(
    ([name, text]) => `.st-key-${CSS.escape(name)} label::after{content:${JSON.stringify(text)} / ""}`,
  );
  const sheet = rules.join("\n");
  if (sheet !== view.sheet) view.style.textContent = view.sheet = sheet;
}
