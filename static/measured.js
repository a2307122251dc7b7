// A card for each KPI of a measurement: a button that shows the KPI's chart below.
import { ARROWS, element, icon, say } from "./dom.js";
import { paintSpark } from "./spark.js";

const TO = "M4 11h12.2l-4.6-4.6L13 5l7 7-7 7-1.4-1.4 4.6-4.6H4z";

export function paintMeasured(view) {
  const { cards = [] } = view.data;
  if (!view.measured && !cards.length) return;
  view.measured ??= build(view);
  view.measured.hidden = !cards.length;
  const nodes = new Map([...view.measured.children].map((node) => [node.dataset.kpi, node]));
  const wanted = cards.map((card) => painted(view, nodes.get(card.id) ?? buildCard(view, card.id), card));
  // In place only where the order has changed: a node that is moved loses the focus.
  if (wanted.length !== nodes.size || wanted.some((node, place) => node !== view.measured.children[place])) {
    view.measured.replaceChildren(...wanted);
  }
}

function build(view) {
  const node = element("div", { class: "measured", role: "group" });
  view.root.insertBefore(node, view.grid ?? null);
  return node;
}

function buildCard(view, id) {
  return element(
    "button",
    { type: "button", class: "measured-card", "data-kpi": id, onclick: () => choose(view, id) },
    element("span", { class: "label" }),
    element("span", { class: "figures" }),
    element("span", { class: "chips" }),
    element("span", { class: "spark" }),
    element("span", { class: "n" }),
    element("span", { class: "reason" }),
  );
}

// The chart that changes comes into sight, where it is not: cause and effect share a screen.
function choose(view, id) {
  view.send({ type: "kpi", id });
  view.cards.get("series")?.node.scrollIntoView({ block: "nearest" });
}

function painted(view, node, card) {
  node.setAttribute("aria-pressed", String(card.chosen));
  const key = JSON.stringify({ ...card, chosen: undefined });
  if (node.dataset.card === key) return node;
  node.dataset.card = key;
  node.setAttribute("aria-label", card.said);
  node.setAttribute("aria-description", [card.help, card.spark?.alt].filter((text) => text).join(" "));
  node.title = card.help;
  const [label, figures, chips, spark, n, reason] = node.children;
  label.replaceChildren(card.label, ...(card.per ? [" ", element("small", {}, card.per)] : []));
  figures.replaceChildren(...figuresOf(card));
  chips.replaceChildren(...chipsOf(card));
  paintSpark(spark, card.spark);
  say(n, card.n);
  say(reason, card.reason);
  for (const part of [chips, spark, reason]) part.hidden = !part.firstChild;
  node.classList.toggle("no-value", Boolean(card.reason) && !card.before);
  return node;
}

function figuresOf(card) {
  if (!card.before) return [element("b", {}, card.value)];
  return [element("span", { class: "before" }, card.before), icon(TO), element("b", {}, card.after)];
}

// The change, and what it amounts to: the arrow points the way the number went, the tone says good or bad.
function chipsOf(card) {
  const chip = element("span", { class: `chip ${card.tone}` }, icon(ARROWS[card.arrow ?? "none"]), card.change);
  return [card.change ? chip : null, card.verdict ? element("span", { class: "verdict" }, card.verdict) : null].filter(
    (part) => part,
  );
}
