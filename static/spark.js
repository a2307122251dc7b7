// A line of 120 by 32 pixels without axes: grey before the go-live, blue since, a dot and a word at its end.
// What it says is said by the card that holds it.

const WIDTH = 120;
const HEIGHT = 32;
const EDGE = 4;
const SVG = "http://www.w3.org/2000/svg";

export function paintSpark(place, spark) {
  if (!spark) return place.replaceChildren();
  const last = spark.values.findLastIndex((value) => value !== null);
  const svg = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, "aria-hidden": "true" });
  const at = scale(spark.values);
  const since = spark.go_live ?? spark.values.length;
  if (spark.go_live !== null) svg.append(upright(at, spark));
  svg.append(line(at, spark.values, (month) => month < since, "before"), line(at, spark.values, (month) => month >= since, "after"));
  const [x, y] = at(last, spark.values[last]);
  svg.append(shape("circle", { cx: x, cy: y, r: 3, class: last < since ? "before" : "after" }));
  const words = document.createElement("span");
  words.textContent = spark.last;
  place.replaceChildren(svg, words);
}

function scale(values) {
  const there = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...there), Math.max(...there)];
  const across = (WIDTH - 2 * EDGE) / Math.max(values.length - 1, 1);
  const up = (HEIGHT - 2 * EDGE) / (high - low || 1);
  const middle = high === low ? (HEIGHT - 2 * EDGE) / 2 : 0;
  return (month, value) => [round(EDGE + month * across), round(HEIGHT - EDGE - middle - (value - low) * up)];
}

// A month without a value ends the line; the next one begins it anew.
function line(at, values, here, name) {
  let path = "";
  let pen = false;
  for (const [month, value] of values.entries()) {
    const drawn = value !== null && here(month);
    // A month alone is a dot: the line's round cap.
    if (drawn) path += pen ? `L${at(month, value)}` : `M${at(month, value)}h0`;
    pen = drawn;
  }
  return shape("path", { d: path, class: name });
}

function upright(at, spark) {
  const [x] = at(spark.go_live, spark.values.find((value) => value !== null));
  return shape("path", { d: `M${x},0V${HEIGHT}`, class: "go-live" });
}

function shape(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function round(number) {
  return Math.round(number * 10) / 10;
}
