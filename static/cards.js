// A card for each chart: its finding, its picture or its table, and what can be taken away.
import { DOTS, element, icon, say } from "./dom.js";
import { closeOutside } from "./answer.js";
import { draw, forget } from "./plot.js";
import { savePicture } from "./files.js";
import { paintTable } from "./tables.js";

export function paintCards(view) {
  const { charts = [], tables = [] } = view.data;
  view.grid ??= view.root.appendChild(element("div", { class: "cards" }));
  view.seen ??= new IntersectionObserver((entries) => entries.forEach((entry) => onSight(view, entry)), { rootMargin: "120px" });
  const wanted = new Set([...charts, ...tables].map((item) => item.id));
  for (const [id, card] of view.cards) if (!wanted.has(id)) drop(view, id, card);
  for (const chart of charts) paintChart(view, chart);
  for (const table of tables) paintTextCard(view, table);
}

export function forgetCards(view) {
  for (const [id, card] of view.cards) drop(view, id, card);
  view.seen?.disconnect();
}

function drop(view, id, card) {
  if (card.plot) {
    view.seen.unobserve(card.node);
    forget(card);
  }
  card.node.remove();
  view.cards.delete(id);
}

function onSight(view, entry) {
  const card = view.cards.get(entry.target.dataset.card);
  if (!card) return;
  card.visible = entry.isIntersecting;
  if (card.visible && card.stale) drawNow(card);
}

function paintChart(view, chart) {
  const card = view.cards.get(chart.id) ?? build(view, chart);
  say(card.title, chart.title);
  say(card.subtitle, chart.subtitle);
  say(card.notes, chart.notes);
  card.notes.hidden = !chart.notes;
  labelMenu(view, card, chart);
  card.chart = chart;
  card.theme = view.data.theme;
  const picture = !chart.table && !chart.empty;
  card.plot.hidden = !picture;
  card.aside.hidden = picture;
  if (chart.table) paintTable(card.aside, chart.table);
  else if (chart.empty) card.aside.replaceChildren(...emptyState(view, chart.empty));
  card.stale = picture;
  // The first painting may come before the observer has said what is in sight.
  if (picture && card.visible !== false) drawNow(card);
}

// Nothing to draw: why, and a button that leads to the control which changes that.
function emptyState(view, { message, suggestion, field }) {
  const lead = () => {
    const name = Object.entries(view.data.fields).find(([, key]) => key === field)?.[0];
    if (!name) return view.send({ type: "lead", field });
    return document.querySelector(`.st-key-${CSS.escape(name)} input`)?.focus();
  };
  return [element("p", { class: "empty" }, message), element("button", { type: "button", class: "lead", onclick: lead }, suggestion)];
}

function drawNow(card) {
  card.stale = false;
  draw(card);
}

function build(view, chart) {
  const card = {
    title: element("h2", { id: `title-${chart.id}` }),
    subtitle: element("p", { class: "subtitle" }),
    plot: element("div", { class: "plot" }),
    aside: element("div", { class: "aside", tabindex: "0", role: "group", "aria-labelledby": `title-${chart.id}`, hidden: true }),
    notes: element("p", { class: "notes" }),
    visible: undefined,
  };
  card.menu = buildMenu(view, card, chart.id);
  card.node = element(
    "section",
    { class: `card card-${chart.id}`, "data-card": chart.id, "aria-labelledby": `title-${chart.id}` },
    element("header", {}, element("div", {}, card.title, card.subtitle), card.menu),
    card.plot,
    card.aside,
    card.notes,
  );
  view.grid.append(card.node);
  view.cards.set(chart.id, card);
  view.seen.observe(card.node);
  return card;
}

function buildMenu(view, card, id) {
  const menu = element("details", { class: "menu" }, element("summary", {}, icon(DOTS)));
  const act = (name, action) => element("button", { type: "button", "data-act": name, onclick: () => { menu.open = false; action(); } });
  const list = element(
    "div",
    { class: "menu-list" },
    act("table", () => view.send({ type: "table", id })),
    act("csv", () => view.send({ type: "csv", id })),
    act("png", () => savePicture(card, "png")),
    act("svg", () => savePicture(card, "svg")),
  );
  if (id === "cash") list.append(act("discounted", () => view.send({ type: "discounted" })));
  menu.append(list);
  closeOutside(view, menu);
  return menu;
}

function labelMenu(view, card, chart) {
  const { words } = view.data;
  card.menu.firstChild.setAttribute("aria-label", `${words.more}: ${chart.title}`);
  const texts = { ...words.menu, table: chart.table ? words.menu.chart : words.menu.table };
  if (view.data.discounted) texts.discounted = words.menu.undiscounted;
  for (const button of card.menu.querySelectorAll("button")) {
    say(button, texts[button.dataset.act]);
    button.hidden = chart.table ? ["png", "svg"].includes(button.dataset.act) : false;
  }
}

// A card of words and figures alone: the usual mistakes, the same case under each definition.
function paintTextCard(view, item) {
  let card = view.cards.get(item.id);
  if (!card) {
    const name = `title-${item.id}`;
    const aside = element("div", { class: "aside", tabindex: "0", role: "group", "aria-labelledby": name });
    card = { title: element("h2", { id: name }), subtitle: element("p", { class: "subtitle" }), aside, notes: element("p", { class: "notes" }) };
    card.node = element("section", { class: `card card-${item.id}`, "data-card": item.id }, element("header", {}, element("div", {}, card.title, card.subtitle)), card.aside, card.notes);
    view.grid.append(card.node);
    view.cards.set(item.id, card);
  }
  say(card.title, item.title);
  say(card.subtitle, item.subtitle);
  say(card.notes, item.notes);
  paintTable(card.aside, item.table);
}
