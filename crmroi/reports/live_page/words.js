// Messages and spans of time in the language of the page, which is given as data by `speak`.

let said;

/**
 * Take the language of the page.
 * @param {{words: Object<string, string>, tables: Object<string, Object<string, string>>, years: string[],
 *   month: string, forms: object, widths: object, symbol: string}} given messages by their English text,
 *   tables of messages by case, and how numbers are written
 */
export function speak(given) {
  said = given;
}

/** What `speak` was given. */
export const spoken = () => said;

/**
 * A message with its {placeholders} filled in.
 * @param {string} msgid its English text
 * @param {Object<string, string>} [values]
 */
export function _(msgid, values) {
  if (!Object.hasOwn(said.words, msgid)) throw new Error(`“${msgid}” is not a message of this page`);
  return filled(said.words[msgid], values);
}

/** A message of a table, by the name of its case. */
export const entry = (table, name, values) => filled(said.tables[table][name], values);

/** A month counted from the decision: "month 19". */
export const month = (text) => filled(said.month, { m: text });

/** A span of whole years: "5 years". */
export const years = (n) => said.years[n];

function filled(template, values = {}) {
  return template.replace(/\{(\w+)\}/g, (slot, name) => (Object.hasOwn(values, name) ? values[name] : slot));
}
