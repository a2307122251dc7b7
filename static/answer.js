// The sentence, what to check, and the five figures. Written before the charts: they are the answer.
import { ARROWS, element, icon, say } from "./dom.js";

const LONG = 10; // letters that a card holds at their full size

export function paintAnswer(view) {
  const { data } = view;
  if (!data.headline) return;
  view.answer ??= build(view);
  const { headline, kpis, bar, checks, skip } = view.answer;
  say(headline, data.headline);
  say(skip, data.words.skip);
  paintChecks(view, checks);
  data.kpis.forEach((kpi, place) => paintKpi(view, kpis, kpi, place));
  for (const [place, kpi] of data.bar.entries()) {
    say(bar.children[place].firstChild, kpi.label);
    say(bar.children[place].lastChild, kpi.value);
  }
}

function build(view) {
  const headline = element("h1", { class: "headline", id: "answer", tabindex: "-1", "aria-live": "polite" });
  const checks = element("details", { class: "checks", hidden: true }, element("summary"), element("ul"));
  const kpis = element("div", { class: "kpis", role: "group" });
  const bar = element("div", { class: "bar", "aria-hidden": "true" });
  for (let place = 0; place < 3; place += 1) bar.append(element("span", {}, element("small"), element("b")));
  view.root.append(headline, checks, kpis, bar);
  closeOutside(view, checks);
  const skip = skipLink(view, headline);
  document.body.prepend(skip);
  return { headline, checks, kpis, bar, skip };
}

// The first thing that the keyboard reaches.
function skipLink(view, headline) {
  const jump = (event) => {
    event.preventDefault();
    headline.focus();
  };
  const link = element("a", { class: "skip", href: "#answer", onclick: jump }, view.data.words.skip);
  view.leave.signal.addEventListener("abort", () => link.remove());
  return link;
}

export function closeOutside(view, details) {
  const close = (event) => {
    if (details.open && !details.contains(event.target)) details.open = false;
  };
  document.addEventListener("pointerdown", close, { signal: view.leave.signal });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary").focus();
    event.stopPropagation();
  });
}

function paintChecks(view, checks) {
  const { warnings } = view.data;
  checks.hidden = warnings.length === 0;
  say(checks.firstChild, view.data.checks);
  const list = checks.lastChild;
  if (list.dataset.texts === JSON.stringify(warnings)) return;
  list.dataset.texts = JSON.stringify(warnings);
  list.replaceChildren(...warnings.map((text) => element("li", {}, text)));
}

function paintKpi(view, kpis, kpi, place) {
  const card = kpis.children[place] ?? kpis.appendChild(buildKpi(view, kpi.id));
  const [label, value, delta] = card.querySelectorAll(".label, .value, .delta");
  say(label, kpi.label);
  say(value, kpi.value);
  card.classList.toggle("no-value", Boolean(kpi.reason));
  card.classList.toggle("long-value", kpi.value.length > LONG);
  const how = card.querySelector("button");
  say(how.firstChild, view.data.words.how);
  how.setAttribute("aria-label", kpi.how);
  how.setAttribute("aria-expanded", String(view.data.how === kpi.id));
  paintDelta(delta, kpi);
}

function buildKpi(view, id) {
  const how = element("button", { type: "button", class: "how", onclick: () => view.send({ type: "how", id }) }, element("span"));
  return element(
    "section",
    { class: "kpi", "data-kpi": id },
    element("div", { class: "kpi-head" }, element("span", { class: "label" }), how),
    element("div", { class: "value" }),
    element("div", { class: "delta" }),
  );
}

function paintDelta(delta, kpi) {
  const text = kpi.reason ?? kpi.delta ?? "";
  const tone = kpi.reason || !kpi.delta ? "" : (kpi.tone ?? "");
  const key = `${kpi.arrow}|${tone}|${text}`;
  if (delta.dataset.key === key) return;
  delta.dataset.key = key;
  delta.className = `delta ${tone}`;
  const arrow = !kpi.reason && kpi.delta ? icon(ARROWS[kpi.arrow ?? "none"]) : null;
  delta.replaceChildren(...[arrow, text].filter((part) => part));
}
