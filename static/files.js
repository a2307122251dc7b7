// What can be taken away: the picture of a chart with its words and its font, and its data.
import { element } from "./dom.js";
import { figureFor, plotly } from "./plot.js";

const FONT = "ibm-plex-sans-latin-wght-normal.woff2";
const WIDTH = 960;
const HEAD = 64;

export function save(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// A file that was asked for and took a while to make: its button is pressed as soon as it is there.
export function press(key, patience = 50) {
  const button = document.querySelector(`.st-key-${CSS.escape(key)} button`);
  if (button) button.click();
  else if (patience > 0) setTimeout(() => press(key, patience - 1), 100);
}

export async function savePicture(card, kind) {
  const Plotly = await plotly();
  const { data, layout } = structuredClone(figureFor(card, false));
  const height = (layout.height ?? 270) + HEAD;
  const drawn = { data, layout: titled(card, layout, height) };
  const address = await Plotly.toImage(drawn, { format: "svg", width: WIDTH, height });
  const picture = await withFont(decodeURIComponent(address.slice(address.indexOf(",") + 1)));
  const name = `crmroi-${card.chart.id}`;
  if (kind === "svg") return save(`${name}.svg`, new Blob([picture], { type: "image/svg+xml" }));
  return save(`${name}.png`, await rasterise(picture, WIDTH, height));
}

function titled(card, layout, height) {
  const ground = getComputedStyle(card.node).getPropertyValue("--crm-page").trim() || "#FFFFFF";
  const text = { text: `<b>${escape(card.chart.title)}</b>`, subtitle: { text: escape(card.chart.subtitle) } };
  const title = { ...text, x: 0.02, xanchor: "left", y: 1 - 22 / height, yanchor: "middle", font: { size: 16, color: layout.font?.color } };
  return { ...layout, title, height, width: WIDTH, paper_bgcolor: ground, margin: { ...layout.margin, t: HEAD, l: 24, b: 24 } };
}

function escape(text) {
  return (text ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

async function withFont(svg) {
  const answer = await fetch(new URL(FONT, import.meta.url));
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let binary = "";
  for (let place = 0; place < bytes.length; place += 0x8000) binary += String.fromCharCode(...bytes.subarray(place, place + 0x8000));
  const face = `@font-face{font-family:"IBM Plex Sans";font-weight:100 700;src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2")}`;
  return svg.replace(/<svg([^>]*)>/, `<svg$1><style>${face}</style>`);
}

async function rasterise(svg, width, height) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = element("canvas", { width: width * 2, height: height * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, width * 2, height * 2);
  URL.revokeObjectURL(image.src);
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
}
