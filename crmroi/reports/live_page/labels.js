// Words inside a chart: how wide they are, and how they are moved apart.
import { DRAWING } from "./declared.js";
import { spoken } from "./words.js";

/** The width of a one-line text in pixels, at the size charts are written in. */
export function textWidth(text, bold = false) {
  const { letters, usual, bold: wider } = spoken().widths;
  let width = 0;
  for (const letter of text) width += letters[letter] ?? usual;
  return width * (bold ? wider : 1);
}

/** The width of the widest of some texts, each perhaps of several lines. */
export function widest(texts, bold = false) {
  const lines = texts.flatMap((text) => text.replace(/<\/?b>/g, "").split("<br>"));
  return lines.reduce((most, line) => Math.max(most, textWidth(line, bold)), 0);
}

/** The margin that holds some texts, in whole steps so that it seldom moves. */
export const margin = (texts, extra, bold = false) => Math.ceil((widest(texts, bold) + extra) / 8) * 8;

/** The height of a label in pixels. */
export const labelHeight = (text) => DRAWING.LINE_HEIGHT * text.split("<br>").length;

/**
 * Move labels apart along a line, as little as their order allows.
 *
 * Labels that touch move together, to both sides; those that do not fit overflow at the far end.
 * @param {number[]} middles in pixels from one end
 * @param {number[]} heights
 * @param {number} length of the line
 * @returns {number[]} the middles where they now stand
 */
export function dodge(middles, heights, length) {
  const order = middles.map((_middle, at) => at).sort((one, other) => middles[one] - middles[other]);
  const inside = (group) => ({ ...group, middle: Math.max(Math.min(group.middle, length - group.size / 2), group.size / 2) });
  const groups = [];
  for (const at of order) {
    let group = inside({ members: [at], size: heights[at] + DRAWING.GAP, middle: middles[at] });
    while (groups.length && endOf(groups.at(-1)) > startOf(group)) group = inside(joined(groups.pop(), group));
    groups.push(group);
  }
  const placed = [...middles];
  for (const group of groups) {
    let edge = startOf(group);
    for (const at of group.members) {
      placed[at] = edge + (heights[at] + DRAWING.GAP) / 2;
      edge += heights[at] + DRAWING.GAP;
    }
  }
  return placed;
}

const startOf = (group) => group.middle - group.size / 2;
const endOf = (group) => group.middle + group.size / 2;

function joined(one, other) {
  const members = [...one.members, ...other.members];
  const middle = (one.middle * one.members.length + other.middle * other.members.length) / members.length;
  return { members, size: one.size + other.size, middle };
}
