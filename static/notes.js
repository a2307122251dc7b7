// A word in passing, at the foot of the page: said by a screen reader, gone by itself.
import { element } from "./dom.js";

const SECONDS = 4;

export function note(text) {
  const line = element("div", { class: "passing", role: "status" });
  document.body.append(line);
  line.textContent = text; // after it is in the page, so that it is announced
  setTimeout(() => line.remove(), SECONDS * 1000);
}

// Outside HTTPS and this machine browsers keep the clipboard to themselves: then it is said.
export async function copy(text, words) {
  try {
    await navigator.clipboard.writeText(text);
    note(words.copied);
  } catch {
    note(words.notCopied);
  }
}
