// Tables: the same facts as the picture, for the keyboard, for touch and for a screen reader.
import { element } from "./dom.js";

export function paintTable(place, table) {
  const key = JSON.stringify(table);
  if (place.dataset.table === key && place.firstChild) return;
  place.dataset.table = key;
  const head = element("tr", {}, ...table.columns.map((name) => (name ? element("th", { scope: "col" }, name) : element("td"))));
  const rows = table.rows.map((row) =>
    element("tr", {}, ...row.map((cell, at) => element(at ? "td" : "th", at ? { "data-head": table.columns[at] } : { scope: "row" }, String(cell ?? "")))),
  );
  place.replaceChildren(element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
}
